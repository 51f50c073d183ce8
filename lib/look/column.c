/* column.c -- one column of a look: what its cells are, how many are missing, the most frequent. */
#include <math.h>
#include <string.h>

#include "look/steps.h"
#include "stats/sort.h"
#include "stats/sum.h"
#include "table/span.h"

enum { YEAR_LEAST = 1500, YEAR_MOST = 2200 };

const char *pst_look_type_name(const struct pst_look_column *column)
{
  switch (column->type) {
  case PST_LOOK_EMPTY:
    return "empty";
  case PST_LOOK_TEXT:
    return "text";
  case PST_LOOK_NUMBER:
    return "number";
  case PST_LOOK_WHOLE:
    return "whole number";
  case PST_LOOK_YEAR:
    return "year";
  case PST_LOOK_PERIOD:
    break;
  }
  return pst_period_name(column->column->period);
}

static enum pst_status count_cells(const struct pst_table *table, struct pst_arena *arena,
                                   struct pst_look_column *out, struct pst_error *error)
{
  const struct pst_column *column = out->column;

  out->by_token = pst_arena_array(arena, table->n_missing_tokens + 2, sizeof *out->by_token);
  if (out->by_token == NULL)
    return pst_fail_memory(error);
  for (size_t r = 0; r < table->n_rows; r++) {
    if (pst_column_missing(column, r)) {
      size_t token = pst_column_token(column, r);

      out->missing++;
      out->by_token[token <= table->n_missing_tokens ? token : 0]++;
    } else if (pst_column_bounded(column, r)) {
      if (out->bounded++ == 0)
        out->first_bounded = r;
    }
  }
  out->n = table->n_rows - out->missing - out->bounded;
  return PST_OK;
}

/* --- numbers and periods --------------------------------------------------------------------------- */

static bool is_whole(const struct pst_look_column *column, const double *x)
{
  for (size_t i = 0; i < column->n; i++)
    if (x[i] != floor(x[i]))
      return false;
  return column->decimals_max == 0;
}

static enum pst_look_type number_type(const struct pst_look_column *column, const double *x)
{
  if (column->column->type == PST_COLUMN_TIME && column->column->period != PST_PERIOD_NONE)
    return PST_LOOK_PERIOD;
  if (column->n == 0 || !is_whole(column, x))
    return PST_LOOK_NUMBER;
  return column->bounded == 0 && column->min >= YEAR_LEAST && column->max <= YEAR_MOST
             ? PST_LOOK_YEAR
             : PST_LOOK_WHOLE;
}

/* Bins of whole numbers have as many of them each, the last perhaps fewer. */
static enum pst_status fill_bins(struct pst_arena *arena, struct pst_look_column *out,
                                 const double *x, struct pst_error *error)
{
  double span = out->max - out->min, width = span / PST_LOOK_BINS;

  if (!(span > 0) || !isfinite(span))
    return PST_OK;
  out->n_bins = PST_LOOK_BINS;
  if (out->type == PST_LOOK_WHOLE || out->type == PST_LOOK_YEAR) {
    width = ceil((span + 1) / PST_LOOK_BINS);
    out->n_bins = (size_t)ceil((span + 1) / width);
  }
  out->bins = pst_arena_array(arena, out->n_bins, sizeof *out->bins);
  if (out->bins == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < out->n; i++) {
    double place = (x[i] - out->min) / width;

    out->bins[place < (double)out->n_bins ? (size_t)place : out->n_bins - 1]++;
  }
  return PST_OK;
}

/* The known values into X, and what their order in the file tells. */
static void collect(const struct pst_table *table, struct pst_look_column *out, double *x)
{
  const struct pst_column *column = out->column;
  size_t n = 0;

  for (size_t r = 0; r < table->n_rows; r++) {
    unsigned decimals =
        column->type == PST_COLUMN_NUMBER ? (unsigned)pst_column_decimals(column, r) : 0;

    if (isnan(pst_column_number(column, r)))
      continue;
    if (n == 0 || pst_column_number(column, r) < pst_column_number(column, out->min_row))
      out->min_row = r;
    if (n == 0 || pst_column_number(column, r) > pst_column_number(column, out->max_row))
      out->max_row = r;
    if (n == 0 || decimals < out->decimals_min)
      out->decimals_min = decimals;
    if (n == 0 || decimals > out->decimals_max)
      out->decimals_max = decimals;
    x[n++] = pst_column_number(column, r);
  }
}

static bool has_leading_zero(struct pst_text text)
{
  return text.size > 1 && text.data[0] == '0' && text.data[1] >= '0' && text.data[1] <= '9';
}

/* The texts first, as there are fewer of them than rows, and most columns have none. */
static void count_zeros(const struct pst_table *table, struct pst_look_column *out)
{
  const struct pst_column *column = out->column;
  const struct pst_text *texts = pst_column_texts(column)->texts;
  unsigned first = 0;

  if (column->type != PST_COLUMN_NUMBER || !pst_column_has_codes(column))
    return;
  while (first < pst_column_texts(column)->count && !has_leading_zero(texts[first]))
    first++;
  for (size_t r = 0; r < table->n_rows && first < pst_column_texts(column)->count; r++) {
    if (isnan(pst_column_number(column, r)) || !has_leading_zero(texts[pst_column_code(column, r)]))
      continue;
    if (out->n_zeros++ == 0)
      out->first_zero = r;
  }
}

static void sort_out(struct pst_look_column *out, double *x, double *spare)
{
  struct pst_sum mean;

  if (out->n == 0)
    return;
  pst_sort_values(x, spare, out->n);
  mean = pst_mean_of(x, out->n);
  out->mean = pst_sum_value(&mean);
  out->min = x[0];
  out->max = x[out->n - 1];
  out->median = pst_middle(x[(out->n - 1) / 2], x[out->n / 2]);
  out->distinct = 1;
  for (size_t i = 1; i < out->n; i++)
    out->distinct += x[i] != x[i - 1];
}

static enum pst_status look_at_numbers(const struct pst_table *table, struct pst_arena *arena,
                                       struct pst_arena *scratch, struct pst_look_column *out,
                                       struct pst_error *error)
{
  double *x = pst_arena_array(scratch, out->n + 1, sizeof *x);
  double *spare = pst_arena_array(scratch, out->n + 1, sizeof *spare);

  if (x == NULL || spare == NULL)
    return pst_fail_memory(error);
  collect(table, out, x);
  count_zeros(table, out);
  sort_out(out, x, spare);
  if (pst_column_inexact(out->column, 0, table->n_rows) < table->n_rows
      && pst_column_distinct(out->column, NULL, table->n_rows, &out->distinct, error) != PST_OK)
    return PST_NO_MEMORY;
  out->type = number_type(out, x);
  return fill_bins(arena, out, x, error);
}

/* --- texts ------------------------------------------------------------------------------------------ */

static void find_ends(struct pst_look_column *out, const struct pst_top_count *counts, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    const char *text = pst_dictionary_string(pst_column_texts(out->column), counts[i].code);

    if (out->first == NULL || strcmp(text, out->first) < 0)
      out->first = text;
    if (out->last == NULL || strcmp(text, out->last) > 0)
      out->last = text;
  }
}

static enum pst_status look_at_texts(const struct pst_table *table,
                                     const struct pst_look_options *options,
                                     struct pst_arena *arena, struct pst_arena *scratch,
                                     struct pst_look_column *out, struct pst_error *error)
{
  const struct pst_column *column = out->column;
  struct pst_code_span codes = pst_span_codes(table, column);
  struct pst_top_count *counts;
  enum pst_status status =
      pst_top_counts(codes.at, codes.n, codes.n_codes, scratch, &counts, &out->distinct, error);

  if (status != PST_OK)
    return status;
  out->type = out->n == 0 ? PST_LOOK_EMPTY : PST_LOOK_TEXT;
  find_ends(out, counts, out->distinct);
  out->n_top = pst_top_choose(counts, out->distinct, options->top);
  out->top = pst_arena_array(arena, out->n_top + 1, sizeof *out->top);
  if (out->top == NULL)
    return pst_fail_memory(error);
  memcpy(out->top, counts, out->n_top * sizeof *out->top);
  status = pst_look_alike(arena, counts, out->distinct, out, error);
  return status == PST_OK ? pst_look_mixed(options, arena, counts, out->distinct, out, error)
                          : status;
}

enum pst_status pst_look_column(const struct pst_table *table,
                                const struct pst_look_options *options, struct pst_arena *arena,
                                struct pst_arena *scratch, struct pst_look_column *out,
                                struct pst_error *error)
{
  enum pst_status status = count_cells(table, arena, out, error);

  if (status != PST_OK)
    return status;
  if (out->column->type == PST_COLUMN_TEXT)
    return look_at_texts(table, options, arena, scratch, out, error);
  status = look_at_numbers(table, arena, scratch, out, error);
  if (out->n + out->bounded == 0)
    out->type = PST_LOOK_EMPTY;
  return status;
}
