/* describe_unit.c -- one column in one group. */
#include "job/pairwise/describe_unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "interval/sum/decimal_sum.h"
#include "job/leeway.h"
#include "job/pairwise/describe_leeway.h"
#include "job/pairwise/describe_table.h"
#include "job/pairwise/unit_intervals.h"
#include "table/span.h"

static const double EXACT_MOST = 9007199254740992; /* 2^53 */

/* Of the terms those in the unit of the column. */
static bool has_unit(const char *term)
{
  static const char *const without[] = {"n",    "missing", "bounded",  "distinct",
                                        "cv",   "cv_pop",  "skewness", "kurtosis",
                                        "lag1", "var",     "var_pop"};

  for (size_t i = 0; i < sizeof without / sizeof *without; i++)
    if (strcmp(without[i], term) == 0)
      return false;
  return true;
}

struct counts {
  size_t known, missing, bounded, distinct;
  const struct pst_beyond *beyond; /* of texts: what is not among the distinct; NULL: nothing */
};

/* Of numbers only what is missing and bounded; distinct are those of their values. */
static void count_numbers(const struct pst_job *job, const struct pst_column *column,
                          const size_t *rows, size_t n, struct counts *counts)
{
  const double *value = pst_span_numbers(&job->table, column).at;

  for (size_t i = 0; i < n; i++) {
    bool known = !isnan(value[rows[i]]), bounded = !known && pst_column_bounded(column, rows[i]);

    counts->bounded += bounded;
    counts->missing += !known && !bounded;
  }
}

static int by_code(const void *a, const void *b)
{
  const unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;

  return (x > y) - (x < y);
}

/* How many of the N CODES are different.  Where the column has many more than the group, they are sorted. */
static size_t count_distinct_codes(unsigned *codes, size_t n, bool *seen, size_t n_seen)
{
  size_t distinct = 0;

  if (seen == NULL)
    qsort(codes, n, sizeof *codes, by_code);
  for (size_t i = 0; i < n_seen; i++)
    seen[i] = false;
  for (size_t i = 0; i < n; i++) {
    distinct += seen == NULL ? i == 0 || codes[i] != codes[i - 1] : !seen[codes[i]];
    if (seen != NULL)
      seen[codes[i]] = true;
  }
  return distinct;
}

/* Texts, and times of a named kind, are counted by their codes. */
static enum pst_status count_codes(const struct pst_column *column, const size_t *rows, size_t n,
                                   struct pst_arena *scratch, struct counts *counts,
                                   struct pst_error *error)
{
  const size_t n_codes = pst_column_texts(column)->count, n_seen = n_codes / 16 < n ? n_codes : 0;
  unsigned *codes = pst_arena_alloc(scratch, (n + 1) * sizeof *codes);
  bool *seen = n_seen == 0 ? NULL : pst_arena_alloc(scratch, n_seen * sizeof *seen);
  size_t n_listed = 0;

  if (codes == NULL || (seen == NULL && n_seen > 0))
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    bool missing = pst_column_missing(column, rows[i]);

    counts->missing += missing;
    if (!missing && pst_column_code(column, rows[i]) != PST_CODE_MISSING
        && pst_column_code(column, rows[i]) != PST_CODE_BEYOND)
      codes[n_listed++] = pst_column_code(column, rows[i]);
  }
  counts->distinct = count_distinct_codes(codes, n_listed, seen, n_seen);
  counts->beyond = pst_column_texts(column)->beyond;
  return PST_OK;
}

static enum pst_status count_cells(const struct pst_job *job, const struct pst_pairs *pairs,
                                   const struct pst_pair_unit *unit, struct pst_arena *scratch,
                                   struct counts *counts, struct pst_error *error)
{
  const struct pst_column *column = &job->table.columns[pairs->pairs[unit->pair].y];
  const size_t *first = &pairs->groups->first[unit->group], n = first[1] - first[0];
  const size_t *rows = pairs->groups->row + first[0];
  enum pst_status status = PST_OK;

  if (column->type == PST_COLUMN_NUMBER)
    count_numbers(job, column, rows, n, counts);
  else
    status = count_codes(column, rows, n, scratch, counts, error);
  counts->known = n - counts->missing - counts->bounded;
  return status;
}

static enum pst_status add_counts(struct pst_pair_unit *unit, const struct counts *counts,
                                  struct pst_error *error)
{
  const struct {
    const char *term;
    size_t value;
  } rows[] = {{"n", counts->known}, {"missing", counts->missing}, {"bounded", counts->bounded}};
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < sizeof rows / sizeof *rows && status == PST_OK; i++)
    status = pst_estimates_value(&unit->estimates, "describe", rows[i].term, counts->known,
                                 (double)rows[i].value, error);
  return status;
}

/* Terms of numbers that were not asked for go; those in the unit of the column get it. */
static void choose_terms(const struct pst_job *job, const struct pst_column *column,
                         struct pst_pair_unit *unit)
{
  const struct pst_describe_settings *s = job->settings;
  size_t kept = 0;

  for (size_t i = 0; i < unit->estimates.count; i++) {
    struct pst_estimate row = unit->estimates.items[i];
    bool asked = (s->quantiles.count > 0 && row.term[0] == 'q')
                 || (s->trims.count > 0 && strncmp(row.term, "trimmed", 7) == 0);

    if (job->options.terms != PST_TERMS_ALL && !asked && !pst_describe_main_term(row.term))
      continue;
    if (has_unit(row.term))
      row.unit = column->unit;
    unit->estimates.items[kept++] = row;
  }
  unit->estimates.count = kept;
}

/* Beyond 2^53 different numbers may be one double: they are counted as printed. */
static enum pst_status count_distinct(const struct pst_column *column, const size_t *rows, size_t n,
                                      size_t first, struct pst_estimates *estimates,
                                      struct pst_error *error)
{
  size_t distinct, i = 0;
  enum pst_status status;

  while (i < n && pst_column_rest(column, rows[i]) == 0)
    i++;
  if (i == n)
    return PST_OK;
  status = pst_column_distinct(column, rows, n, &distinct, error);
  for (size_t e = first; e < estimates->count && status == PST_OK; e++)
    if (strcmp(estimates->items[e].term, "distinct") == 0)
      estimates->items[e].estimate = (double)distinct;
  return status;
}

/* The sum of numbers, some of which have more digits than a double: exact, and its double says it where
   *REST is 0; NaN when memory is out. */
static double exact_sum(const struct pst_column *column, const size_t *rows, size_t n, double *rest)
{
  struct pst_decimal_sum sum = {.decimals = 0};
  double result = NAN;
  bool good = true;

  for (size_t i = 0; i < n && good; i++)
    if (pst_column_known(column, rows[i]))
      good = pst_decimal_sum_add(&sum, pst_column_number(column, rows[i]), 0)
             && pst_decimal_sum_add(&sum, pst_column_rest(column, rows[i]), 0);
  if (good)
    result = pst_decimal_sum_over(&sum, 1);
  *rest = isfinite(result) ? pst_decimal_sum_rest(&sum, result) : 0;
  pst_decimal_sum_free(&sum);
  return result;
}

/* Beyond 2^53 the sum is exact, or empty; what is one of the numbers says that its last digits are not. */
static enum pst_status settle_digits(const struct pst_column *column, const size_t *rows, size_t n,
                                     size_t first, struct pst_estimates *estimates,
                                     struct pst_error *error)
{
  static const char *const ones[] = {"min", "max", "median", "range"};
  size_t long_ones = 0;
  double rest, sum;

  for (size_t i = 0; i < n; i++)
    long_ones += pst_column_rest(column, rows[i]) != 0;
  if (long_ones == 0)
    return PST_OK;
  sum = exact_sum(column, rows, n, &rest);
  if (isnan(sum))
    return pst_fail_memory(error);
  for (size_t e = first; e < estimates->count; e++) {
    struct pst_estimate *row = &estimates->items[e];

    if (strcmp(row->term, "sum") == 0) {
      row->estimate = rest == 0 ? sum : (double)NAN;
      if (rest != 0)
        pst_estimate_note(estimates, row, "the exact sum has more digits than are printed here");
    }
    for (size_t i = 0; i < sizeof ones / sizeof *ones; i++)
      if (strcmp(row->term, ones[i]) == 0 && fabs(row->estimate) >= EXACT_MOST)
        pst_estimate_note(estimates, row, "%zu number%s beyond 2^53: 16 digits hold", long_ones,
                          long_ones == 1 ? "" : "s");
  }
  return PST_OK;
}

static enum pst_status describe_numbers(struct pst_job *job, const struct pst_pairs *pairs,
                                        struct pst_pair_unit *unit, const struct pst_sample *sample,
                                        struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_describe_settings *s = job->settings;
  const struct pst_column *column = &job->table.columns[pairs->pairs[unit->pair].y];
  const size_t *rows = &pairs->groups->first[unit->group];
  struct pst_error reason = {.status = PST_OK};
  size_t first = unit->estimates.count;
  enum pst_status status =
      pst_describe(sample->y, sample->n, &s->options, &unit->estimates, scratch, &reason);

  if (status == PST_UNDEFINED) {
    struct pst_estimate *row;

    unit->estimates.count = first;
    row = pst_estimates_add(&unit->estimates, "describe", "mean", sample->n);
    if (row == NULL)
      return pst_fail_memory(error);
    pst_estimate_note(&unit->estimates, row, "%s", reason.message);
  } else if (status != PST_OK) {
    return pst_fail(error, status, "%s", reason.message);
  } else if (pst_unit_draw_values(job, unit, first, sample, scratch, error) != PST_OK) {
    return error->status;
  }
  status = count_distinct(column, pairs->groups->row + rows[0], rows[1] - rows[0], first,
                          &unit->estimates, error);
  if (status == PST_OK)
    status = settle_digits(column, pairs->groups->row + rows[0], rows[1] - rows[0], first,
                           &unit->estimates, error);
  choose_terms(job, column, unit);
  if (status == PST_OK && pst_job_has_leeway(job)) {
    status = pst_describe_leeway(job, pairs, unit, &s->options, first, sample->n, scratch, error);
    choose_terms(job, column, unit); /* values within bounds have terms where no value is known */
  }
  return status;
}

/* Beyond those that were counted one by one, about. */
static enum pst_status add_distinct(struct pst_pair_unit *unit, const struct counts *counts,
                                    struct pst_error *error)
{
  struct pst_estimate *row =
      pst_estimates_add(&unit->estimates, "describe", "distinct", counts->known);
  double beyond = counts->beyond == NULL ? 0 : round(pst_beyond_count(counts->beyond));

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = fmin((double)counts->distinct + beyond, (double)counts->known);
  if (beyond == 0)
    return PST_OK;
  row->std_error = beyond * PST_BEYOND_ERROR;
  pst_estimate_note(&unit->estimates, row,
                    "about: %zu were counted one by one; --distinct N counts up to N so",
                    counts->distinct);
  return PST_OK;
}

enum pst_status pst_describe_unit(struct pst_job *job, const struct pst_pairs *pairs,
                                  struct pst_pair_unit *unit, const struct pst_sample *sample,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_column *column = &job->table.columns[pairs->pairs[unit->pair].y];
  struct counts counts = {.known = 0};
  enum pst_status status = count_cells(job, pairs, unit, scratch, &counts, error);

  if (status == PST_OK)
    status = add_counts(unit, &counts, error);
  if (status != PST_OK)
    return status;
  if (column->type == PST_COLUMN_NUMBER)
    return describe_numbers(job, pairs, unit, sample, scratch, error);
  return add_distinct(unit, &counts, error);
}
