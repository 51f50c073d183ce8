#include <string.h>

#include "country/country.h"

enum { NEAR_MOST = 10 };

struct work {
  const char *const *text;
  size_t n;
  struct pst_country *found; /* code NULL: not found */
  struct pst_country_report *report;
};

static bool is_digits(const char *text)
{
  return text[0] != '\0' && text[strspn(text, "0123456789")] == '\0';
}

/* Numbers are codes only where there is nothing else in the column. */
static bool all_digits(const struct work *work)
{
  size_t n = 0;

  for (size_t i = 0; i < work->n; i++) {
    if (work->text[i] == NULL)
      continue;
    if (!is_digits(work->text[i]))
      return false;
    n++;
  }
  return n > 0;
}

static void find_all(struct work *work)
{
  struct pst_country_report *report = work->report;

  report->numbers = all_digits(work);
  for (size_t i = 0; i < work->n; i++) {
    struct pst_text text;

    if (work->text[i] == NULL)
      continue;
    text = pst_text_of(work->text[i]);
    report->count++;
    if (!(report->numbers ? pst_country_find_number : pst_country_find)(text, &work->found[i])) {
      report->unresolved++;
      continue;
    }
    report->present += work->found[i].kind == PST_COUNTRY_PRESENT;
    report->former += work->found[i].kind == PST_COUNTRY_FORMER;
    report->territories += work->found[i].kind == PST_COUNTRY_TERRITORY;
    report->aggregates += work->found[i].kind == PST_COUNTRY_AGGREGATE;
  }
}

static void list_names(struct work *work)
{
  struct pst_country_report *report = work->report;
  size_t aggregates = 0, unknown = 0;

  for (size_t i = 0; i < work->n; i++) {
    if (work->text[i] == NULL)
      continue;
    if (work->found[i].code == NULL) {
      report->unknown[unknown] = work->text[i];
      if (unknown < NEAR_MOST && !report->numbers)
        report->near[unknown] = pst_country_near(pst_text_of(work->text[i]));
      unknown++;
    } else if (work->found[i].kind == PST_COUNTRY_AGGREGATE) {
      report->aggregate[aggregates++] = work->text[i];
    }
  }
}

/* The earlier text of the same country, or N. */
static size_t earlier(const struct work *work, size_t i)
{
  size_t j = 0;

  while (j < i && work->found[j].code != work->found[i].code)
    j++;
  return j < i ? j : work->n;
}

static void list_pairs(struct work *work)
{
  struct pst_country_report *report = work->report;

  for (size_t i = 0; i < work->n; i++) {
    size_t j = work->found[i].code == NULL ? work->n : earlier(work, i);

    if (j == work->n)
      continue;
    report->pairs[report->merged][0] = work->text[j];
    report->pairs[report->merged++][1] = work->text[i];
  }
}

static bool allocate(struct work *work, struct pst_arena *arena)
{
  struct pst_country_report *report = work->report;

  work->found = pst_arena_array(arena, work->n + 1, sizeof *work->found);
  report->aggregate = pst_arena_array(arena, work->n + 1, sizeof *report->aggregate);
  report->unknown = pst_arena_array(arena, work->n + 1, sizeof *report->unknown);
  report->near = pst_arena_array(arena, work->n + 1, sizeof *report->near);
  report->pairs = pst_arena_array(arena, work->n + 1, sizeof *report->pairs);
  return work->found != NULL && report->aggregate != NULL && report->unknown != NULL
         && report->near != NULL && report->pairs != NULL;
}

enum pst_status pst_country_translate(const char *const *text, size_t n, enum pst_country_form form,
                                      struct pst_arena *arena, const char **out,
                                      struct pst_country_report *report, struct pst_error *error)
{
  struct pst_country_report unwanted;
  struct work work = {.text = text, .n = n, .report = report == NULL ? &unwanted : report};

  *work.report = (struct pst_country_report){.count = 0};
  if (!allocate(&work, arena))
    return pst_fail_memory(error);
  find_all(&work);
  if (report != NULL) {
    list_names(&work);
    list_pairs(&work);
  }
  for (size_t i = 0; i < n; i++)
    out[i] = work.found[i].code == NULL ? text[i] : pst_country_text(&work.found[i], form);
  return PST_OK;
}
