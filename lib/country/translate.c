/* translate.c -- a column of countries, each text written in another form of the same country. */
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

static bool half_codes(const struct work *work)
{
  struct pst_country country;
  size_t n = 0, codes = 0;

  for (size_t i = 0; i < work->n; i++) {
    if (work->text[i] == NULL)
      continue;
    n++;
    codes += pst_country_find_code(pst_text_of(work->text[i]), &country);
  }
  return 2 * codes >= n;
}

static void count(struct pst_country_report *report, const struct pst_country *country)
{
  report->present += country->kind == PST_COUNTRY_PRESENT;
  report->former += country->kind == PST_COUNTRY_FORMER;
  report->territories += country->kind == PST_COUNTRY_TERRITORY;
  report->aggregates += country->kind == PST_COUNTRY_AGGREGATE;
}

/* Numbers of another agency are in part numbers of the UN too, of other countries: five of seven of
   the IMF's for the Group of Seven. */
static void doubt_numbers(struct work *work)
{
  struct pst_country_report *report = work->report;

  if (!report->numbers || 10 * (report->count - report->unresolved) >= 9 * report->count)
    return;
  memset(work->found, 0, work->n * sizeof *work->found);
  *report = (struct pst_country_report){
      .count = report->count, .unresolved = report->count, .numbers = true};
}

static void find_all(struct work *work)
{
  struct pst_country_report *report = work->report;
  bool (*find)(struct pst_text, struct pst_country *);

  report->numbers = all_digits(work);
  find = report->numbers    ? pst_country_find_number
         : half_codes(work) ? pst_country_find
                            : pst_country_find_name;
  for (size_t i = 0; i < work->n; i++) {
    if (work->text[i] == NULL)
      continue;
    report->count++;
    if (find(pst_text_of(work->text[i]), &work->found[i]))
      count(report, &work->found[i]);
    else
      report->unresolved++;
  }
  doubt_numbers(work);
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
      report->is_aggregate[i] = true;
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

static bool allocate_lists(struct work *work, struct pst_arena *arena)
{
  struct pst_country_report *report = work->report;

  report->aggregate = pst_arena_array(arena, work->n + 1, sizeof *report->aggregate);
  report->unknown = pst_arena_array(arena, work->n + 1, sizeof *report->unknown);
  report->near = pst_arena_array(arena, work->n + 1, sizeof *report->near);
  report->pairs = pst_arena_array(arena, work->n + 1, sizeof *report->pairs);
  report->is_aggregate = pst_arena_array(arena, work->n + 1, sizeof *report->is_aggregate);
  return report->is_aggregate != NULL && report->aggregate != NULL && report->unknown != NULL
         && report->near != NULL && report->pairs != NULL;
}

enum pst_status pst_country_translate(const char *const *text, size_t n, enum pst_country_form form,
                                      struct pst_arena *arena, const char **out,
                                      struct pst_country_report *report, struct pst_error *error)
{
  struct pst_country_report unwanted;
  struct work work = {.text = text, .n = n, .report = report == NULL ? &unwanted : report};

  *work.report = (struct pst_country_report){.count = 0};
  work.found = pst_arena_array(arena, n + 1, sizeof *work.found);
  if (work.found == NULL)
    return pst_fail_memory(error);
  find_all(&work);
  if (!allocate_lists(&work, arena))
    return pst_fail_memory(error);
  if (report != NULL) {
    list_names(&work);
    list_pairs(&work);
  }
  for (size_t i = 0; i < n; i++)
    out[i] = work.found[i].code == NULL ? text[i] : pst_country_text(&work.found[i], form);
  return PST_OK;
}
