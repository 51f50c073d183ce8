/* Where numbers come from: keys of tables, expressions that fit, their chance, and drafts. */
#include "trace/trace.h"

#include "check.h"

#include <stdio.h>
#include "file.h"
#include "claim/report/told.h"
#include "trace/draft.h"

static const char visits[] = "country,period,kind,share_pct\n"
                             "Utopia,2001-2003,all,20.4\nUtopia,2011-2013,all,28.5\n"
                             "Arcadia,2001-2003,all,31.0\nArcadia,2011-2013,all,29.2\n"
                             "Utopia,2001-2003,rail,16.2\nUtopia,2011-2013,rail,20.0\n";

static const char grants[] =
    "year,budget_bn_eur,note\n1997,\"[1168.1,1169.6]\",a\n1998,1047.3,b\n1999,1048.9,c\n"
    "2015,542.2,d\n";

static const char *files[2];

static void open_data(struct pst_trace_data *data)
{
  struct pst_error error = {.status = PST_OK};

  if (files[0] == NULL) {
    files[0] = file_text("visits.csv", visits);
    files[1] = file_text("grants.csv", grants);
  }
  if (pst_trace_data_open(files, 2, data, &error) != PST_OK)
    fail_msg("%s", error.message);
}

static void statements(void **state)
{
  struct pst_trace_data data;
  struct pst_buffer out = {.data = NULL};
  char want[9000];

  (void)state;
  open_data(&data);
  pst_trace_statement(&out, &data.tables[0], data.tables[0].values[0], NULL);
  pst_trace_statement(&out, &data.tables[1], data.tables[1].values[0], NULL);
  snprintf(want, sizeof want,
           "table visits \"%s\"\n  key country, period, kind\n  value share_pct %% printed\n"
           "table grants \"%s\"\n  key year 1997..2015\n  value budget_bn_eur printed\n",
           files[0], files[1]);
  assert_string_equal(pst_buffer_string(&out), want);
  pst_buffer_free(&out);
  pst_trace_data_close(&data);
}

struct row {
  const char *words,
      *check; /* the number is the first that is no year; CHECK NULL: nothing stands out */
};

static void check_row(const struct pst_trace_data *data, const struct row *row)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_arena arena = PST_ARENA_EMPTY;
  const struct pst_trace_candidate *best;
  struct pst_paper *paper;
  struct pst_trace trace;
  size_t i = 0;

  assert_int_equal(pst_paper_of_text("a", row->words, strlen(row->words), false, &paper, &error),
                   PST_OK);
  while (paper->mentions[i].year)
    i++;
  assert_int_equal(pst_trace_search(data, &paper->mentions[i],
                                    &(struct pst_trace_words){.paper = paper,
                                                              .last = paper->token_count,
                                                              .after = paper->token_count},
                                    &arena, &trace, &error),
                   PST_OK);
  best = trace.count > 0 ? &trace.candidates[0] : NULL;
  if (row->check != NULL && (best == NULL || strcmp(best->check, row->check) != 0))
    fail_msg("%s: %s, not %s", row->words, best == NULL ? "nothing" : best->check, row->check);
  if (row->check == NULL && pst_trace_stands_out(&trace) != NULL)
    fail_msg("%s: %s stands out", row->words, best->check);
  assert_true(trace.fits <= trace.tried);
  pst_arena_free(&arena);
  pst_paper_close(paper);
}

static void what_fits(void **state)
{
  static const struct row rows[] = {
      {"Utopia had 28.5 % in 2011-2013", "visits[\"Utopia\", \"2011-2013\", \"all\"] = 28.5 %"},
      {"8.1 points more for Utopia", "visits[\"Utopia\", \"2011-2013\", \"all\"] - "
                                     "visits[\"Utopia\", \"2001-2003\", \"all\"] = 8.1 %p"},
      {"3.7 points more for Utopia by rail",
       "visits[\"Utopia\", \"2011-2013\", \"rail\"] - visits[\"Utopia\", \"2001-2003\", \"rail\"] "
       "= 3.7 %p"},
      {"810 basis points more for Utopia", "visits[\"Utopia\", \"2011-2013\", \"all\"] - "
                                           "visits[\"Utopia\", \"2001-2003\", \"all\"] = 8.10 %p"},
      {"542.2 billion in 2015", "grants[2015] = 542.2"},
      {"1.168 trillion in 1997", "grants[1997] = 1168"},
      {"46 % of that of 1997 in 2015", "grants[2015] / grants[1997] = 46 %"},
      {"a fall of 54 % from 1997 to 2015", "-growth(grants[1997], grants[2015]) = 54 %"},
      {"7 of them", NULL},
      {"99.7 % of it", NULL}};
  struct pst_trace_data data;

  (void)state;
  open_data(&data);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    check_row(&data, &rows[i]);
  pst_trace_data_close(&data);
}

/* A hundred values from 0 to 99 give every whole number. */
static void proves_nothing(void **state)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_buffer text = {.data = NULL};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_trace_data data;
  struct pst_paper *paper;
  struct pst_trace trace;
  const char *path;

  (void)state;
  pst_buffer_puts(&text, "who,value\n");
  for (unsigned i = 0; i < 100; i++)
    pst_buffer_printf(&text, "w%u,%u.5\n", i, i * 37 % 100);
  path = file_text("many.csv", pst_buffer_string(&text));
  pst_buffer_free(&text);
  assert_int_equal(pst_trace_data_open(&path, 1, &data, &error), PST_OK);
  assert_int_equal(pst_paper_of_text("a", "it is 46.0 now", 14, false, &paper, &error), PST_OK);
  assert_int_equal(pst_trace_search(&data, &paper->mentions[0], NULL, &arena, &trace, &error),
                   PST_OK);
  assert_true(trace.fits > 50 && trace.chance > 3);
  assert_true(trace.candidates[0].chance > 1);
  assert_null(pst_trace_stands_out(&trace));
  pst_arena_free(&arena);
  pst_paper_close(paper);
  pst_trace_data_close(&data);
}

static void refusals(void **state)
{
  static const char *const nowhere[] = {"/nowhere/a.csv"};
  struct pst_error error = {.status = PST_OK};
  struct pst_trace_data data;
  const char *twice = file_text("twice.csv", "who,value\na,1\na,2\n");

  (void)state;
  assert_int_equal(pst_trace_data_open(nowhere, 1, &data, &error), PST_IO);
  pst_error_clear(&error);
  assert_int_equal(pst_trace_data_open(&twice, 1, &data, &error), PST_OK);
  assert_int_equal(data.tables[0].key_count, 0);
  pst_trace_data_close(&data);
}

static void drafts(void **state)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_buffer out = {.data = NULL};
  struct pst_trace_data data;
  struct pst_draft draft;
  const char *paper =
      file_text("paper.txt", "Utopia had 28.5 % of the visits in 2011-2013. It is warm there.\n\n"
                             "country\tshare\nArcadia\t7.1 %\nUtopia\t8.2 %\n");

  (void)state;
  open_data(&data);
  assert_int_equal(pst_draft_make(paper, &data, &draft, &error), PST_OK);
  assert_int_equal(draft.count, 3);
  assert_int_equal(draft.numbers, 3);
  assert_int_equal(draft.traced, 1);
  assert_string_equal(draft.claims[0].numbers[0].check,
                      "visits[\"Utopia\", \"2011-2013\", \"all\"] = 28.5 %");
  assert_int_equal(draft.claims[1].place.line, 4);
  pst_draft_write(&out, &draft, NULL);
  assert_non_null(strstr(pst_buffer_string(&out), "claim line-1-1  at "));
  assert_non_null(strstr(pst_buffer_string(&out), "says \"" PST_CLAIMS_TO_REPLACE "\""));
  assert_non_null(strstr(pst_buffer_string(&out), "not checkable because \"to be written\""));
  pst_buffer_free(&out);
  pst_draft_free(&draft);
  pst_trace_data_close(&data);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(statements), cmocka_unit_test(what_fits),
                                     cmocka_unit_test(proves_nothing), cmocka_unit_test(refusals),
                                     cmocka_unit_test(drafts)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
