/* claim_data.c -- claims checked against a few small tables, for the tests of lib/claim. */
#include "claim_data.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char claim_data_declarations[] = "rounding half\n"
                                       "table share \"share.csv\"\n"
                                       "  key country, period\n"
                                       "  value share_pct % printed\n"
                                       "table grants \"grants.csv\"\n"
                                       "  key year 1990..2020\n"
                                       "  value amount million EUR\n"
                                       "table place \"place.csv\"\n"
                                       "  key partner, period\n"
                                       "  value rank\n"
                                       "table event \"text.csv\"\n"
                                       "  key event\n"
                                       "  value date\n"
                                       "let rise = share[\"Utopia\", \"2011-2013\"] - "
                                       "share[\"Utopia\", \"2001-2003\"]\n"
                                       "claim test\n";

static const struct {
  const char *name, *text;
} files[] = {{"share.csv", "country,period,share_pct\n"
                           "Utopia,2001-2003,20.4\n"
                           "Utopia,2011-2013,28.5\n"
                           "Erewhon,2001-2003,16.2\n"
                           "Erewhon,2011-2013,20.0\n"
                           "Laputa,2011-2013,28.5\n"},
             {"grants.csv", "year,amount\n1997,100.0\n1998,110.0\n1999,105.0\n2000,120.0\n2001,\n"
                            "2003,130.5\n"},
             {"place.csv", "partner,period,rank\nChina,2003,2\nChina,2013,3\nFrance,2003,7\n"
                           "France,2013,>10\nSpain,2003,9\nSpain,2013,[8;12]\nItaly,2003,11\n"},
             {"twice.csv", "key,value\na,1\nb,2\na,3\n"},
             {"text.csv", "event,date\nfounded,1961-10\nclosed,2001-01-06\nrenamed,1980\nlost,\n"},
             {"broken.csv", "key,value\na,1\nb,n/a\n"}};

enum { FILES = sizeof files / sizeof *files };

static char folder[64];
static struct pst_claims *checked;
static bool move_choices;

const char *claim_data_path(const char *name)
{
  static char path[128];

  snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

void claim_data_robust(bool robust)
{
  move_choices = robust;
}

int claim_data_setup(void **state)
{
  (void)state;
  strcpy(folder, "/tmp/pst-claims-XXXXXX");
  if (mkdtemp(folder) == NULL)
    return -1;
  for (size_t i = 0; i < FILES; i++) {
    FILE *file = fopen(claim_data_path(files[i].name), "w");

    if (file == NULL || fputs(files[i].text, file) == EOF || fclose(file) != 0)
      return -1;
  }
  return 0;
}

int claim_data_teardown(void **state)
{
  (void)state;
  pst_claims_free(checked);
  checked = NULL;
  for (size_t i = 0; i < FILES; i++)
    remove(claim_data_path(files[i].name));
  return rmdir(folder);
}

void claim_data_strip(char *text)
{
  size_t size = strlen(folder) + 1;
  char *at;

  while ((at = strstr(text, folder)) != NULL) {
    *at = '%';
    memmove(at + 1, at + size, strlen(at + size) + 1);
  }
}

const struct pst_claims *claim_data_check(const char *text)
{
  const struct pst_claims_options options = {.robust = move_choices};
  struct pst_error error;

  pst_error_clear(&error);
  pst_claims_free(checked);
  if (pst_claims_check_text(claim_data_path("test.claims"), text, strlen(text), &options, &checked,
                            &error)
      != PST_OK) {
    fprintf(stderr, "%s\n", error.message);
    abort();
  }
  return checked;
}

const struct pst_claim_check *claim_data_one(const char *check)
{
  char text[4096];
  const struct pst_claims *claims;

  snprintf(text, sizeof text, "%s  %s\n", claim_data_declarations, check);
  claims = claim_data_check(text);
  if (claims->claim_count != 1 || claims->claims[0].check_count != 1) {
    fprintf(stderr, "'%s' is not one check\n", check);
    abort();
  }
  return &claims->claims[0].checks[0];
}
