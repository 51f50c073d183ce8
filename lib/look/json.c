/* json.c -- a look as JSON, with every count. */
#include <math.h>
#include <stdint.h>

#include "interval/period/period_step.h"
#include "look/words.h"
#include "report/escape.h"

/* --- parts -------------------------------------------------------------------------------------------- */

static void put_name(struct pst_buffer *out, const char *name)
{
  char last = out->size > 0 ? out->data[out->size - 1] : '{';

  if (last != '{' && last != '[')
    pst_buffer_putc(out, ',');
  pst_escape_json(out, name);
  pst_buffer_putc(out, ':');
}

static void put_count(struct pst_buffer *out, const char *name, size_t n)
{
  put_name(out, name);
  pst_buffer_printf(out, "%zu", n);
}

static void put_string(struct pst_buffer *out, const char *name, const char *text)
{
  put_name(out, name);
  if (text == NULL)
    pst_buffer_puts(out, "null");
  else
    pst_escape_json(out, text);
}

static void put_flag(struct pst_buffer *out, const char *name, bool value)
{
  put_name(out, name);
  pst_buffer_puts(out, value ? "true" : "false");
}

static void put_number(struct pst_buffer *out, const char *name, double value)
{
  char text[PST_NUMBER_SIZE];

  put_name(out, name);
  if (isfinite(value))
    pst_buffer_add(out, text, pst_number_print(text, value));
  else
    pst_buffer_puts(out, "null");
}

/* An element of an array that is no object. */
static void put_comma(struct pst_buffer *out)
{
  if (out->size > 0 && out->data[out->size - 1] != '[')
    pst_buffer_putc(out, ',');
}

static void put_place(struct pst_buffer *out, const struct pst_look *look, size_t row)
{
  if (look->table->n_files > 1)
    put_string(out, "file", pst_table_file(look->table, row));
  put_count(out, "line", pst_table_line(look->table, row));
}

static void put_columns(struct pst_buffer *out, const char *name, const struct pst_look *look,
                        const size_t *columns, size_t n)
{
  put_name(out, name);
  pst_buffer_putc(out, '[');
  for (size_t i = 0; i < n; i++) {
    put_comma(out);
    pst_escape_json(out, look->columns[columns[i]].name);
  }
  pst_buffer_putc(out, ']');
}

static void put_repeats(struct pst_buffer *out, const struct pst_look *look,
                        const struct pst_repeats *repeats)
{
  put_count(out, "repeating_rows", repeats->n);
  put_name(out, "first_repeats");
  pst_buffer_putc(out, '[');
  for (size_t k = 0; k < repeats->n_first; k++) {
    put_comma(out);
    pst_buffer_putc(out, '{');
    put_place(out, look, repeats->first[k].row);
    put_name(out, "repeats");
    pst_buffer_putc(out, '{');
    put_place(out, look, repeats->first[k].earlier);
    pst_buffer_puts(out, "}}");
  }
  pst_buffer_putc(out, ']');
}

/* --- a column ------------------------------------------------------------------------------------------- */

static void put_missing(struct pst_buffer *out, const struct pst_look *look,
                        const struct pst_look_column *column)
{
  const struct pst_table *table = look->table;

  put_count(out, "missing", column->missing);
  put_name(out, "missing_by_token");
  pst_buffer_putc(out, '{');
  for (size_t k = 0; k <= table->n_missing_tokens; k++)
    if (column->by_token[k] > 0)
      put_count(out, k == 0 ? "" : table->missing_tokens[k - 1], column->by_token[k]);
  pst_buffer_putc(out, '}');
}

static void put_top(struct pst_buffer *out, const struct pst_look *look,
                    const struct pst_look_column *column)
{
  put_string(out, "first", column->first);
  put_string(out, "last", column->last);
  put_name(out, "top");
  pst_buffer_putc(out, '[');
  for (size_t k = 0; k < column->n_top; k++) {
    put_comma(out);
    pst_buffer_putc(out, '{');
    put_string(out, "value",
               pst_dictionary_string(pst_column_texts(column->column), column->top[k].code));
    put_count(out, "n", column->top[k].n);
    put_place(out, look, column->top[k].row);
    pst_buffer_putc(out, '}');
  }
  pst_buffer_putc(out, ']');
}

static void put_alike(struct pst_buffer *out, const struct pst_look *look,
                      const struct pst_look_column *column)
{
  put_count(out, "alike_texts", column->n_alike);
  put_name(out, "alike");
  pst_buffer_putc(out, '[');
  for (size_t k = 0; k < column->n_alike_listed; k++) {
    put_comma(out);
    pst_buffer_putc(out, '{');
    put_string(out, "value", column->alike[k].text);
    put_string(out, "other", column->alike[k].other);
    put_count(out, "n", column->alike[k].n);
    put_place(out, look, column->alike[k].row);
    pst_buffer_putc(out, '}');
  }
  pst_buffer_putc(out, ']');
}

static void put_mixed(struct pst_buffer *out, const struct pst_look *look,
                      const struct pst_look_mixed *mixed)
{
  put_name(out, "otherwise");
  pst_buffer_putc(out, '{');
  put_string(out, "type", mixed->periods ? "period" : "number");
  put_count(out, "fitting", mixed->n_fitting);
  put_name(out, "odd");
  pst_buffer_putc(out, '[');
  for (size_t k = 0; k < mixed->n_listed; k++) {
    put_comma(out);
    pst_buffer_putc(out, '{');
    put_string(out, "value", mixed->odd[k].text);
    put_count(out, "n", mixed->odd[k].n);
    put_place(out, look, mixed->odd[k].row);
    put_flag(out, "looks_missing", mixed->odd[k].token);
    pst_buffer_putc(out, '}');
  }
  pst_buffer_puts(out, "]}");
}

static void put_numbers(struct pst_buffer *out, const struct pst_look_column *column)
{
  put_number(out, "min", column->min);
  put_number(out, "median", column->median);
  put_number(out, "mean", column->mean);
  put_number(out, "max", column->max);
  put_count(out, "decimals_min", column->decimals_min);
  put_count(out, "decimals_max", column->decimals_max);
  put_count(out, "leading_zeros", column->n_zeros);
}

static void put_column(struct pst_buffer *out, const struct pst_look *look,
                       const struct pst_look_column *column)
{
  char text[PST_CELL_SIZE];

  pst_buffer_putc(out, '{');
  put_string(out, "name", column->column->name);
  if (column->column->field != SIZE_MAX)
    put_count(out, "field", column->column->field + 1);
  put_string(out, "type", pst_look_type_name(column));
  if (column->column->unit != NULL)
    put_string(out, "unit", column->column->unit);
  put_flag(out, "constant", column->distinct == 1 && column->bounded == 0 && column->n > 1);
  put_count(out, "n", column->n);
  put_missing(out, look, column);
  put_count(out, "bounded", column->bounded);
  put_count(out, "distinct", column->distinct);
  if (column->type == PST_LOOK_TEXT) {
    put_top(out, look, column);
  } else if (column->n > 0 && column->type == PST_LOOK_PERIOD) {
    put_string(out, "min", pst_column_text(column->column, column->min_row, text));
    put_string(out, "max", pst_column_text(column->column, column->max_row, text));
  } else if (column->n > 0) {
    put_numbers(out, column);
  }
  if (column->n_alike > 0)
    put_alike(out, look, column);
  if (column->mixed.said)
    put_mixed(out, look, &column->mixed);
  pst_buffer_putc(out, '}');
}

/* --- key and time ----------------------------------------------------------------------------------------- */

static void put_key(struct pst_buffer *out, const struct pst_look *look)
{
  const struct pst_look_key *key = &look->key;

  put_name(out, "key");
  if (key->n == 0) {
    pst_buffer_puts(out, "null");
    return;
  }
  pst_buffer_putc(out, '{');
  put_columns(out, "columns", look, key->columns, key->n);
  put_flag(out, "given", key->given);
  put_flag(out, "unique", key->repeats.n == 0);
  put_count(out, "missing_rows", key->n_missing);
  put_repeats(out, look, &key->repeats);
  pst_buffer_putc(out, '}');
}

typedef void put_part(const struct pst_look *look, size_t which, struct pst_buffer *out);

static void first_of_run(const struct pst_look *look, size_t k, struct pst_buffer *out)
{
  const struct pst_look_absent run = {look->time.absent[k].first, look->time.absent[k].first};

  pst_look_absent_text(look, &run, out);
}

static void last_of_run(const struct pst_look *look, size_t k, struct pst_buffer *out)
{
  const struct pst_look_absent run = {look->time.absent[k].last, look->time.absent[k].last};

  pst_look_absent_text(look, &run, out);
}

static void series_of_gap(const struct pst_look *look, size_t k, struct pst_buffer *out)
{
  const struct pst_look_time *time = &look->time;

  pst_look_cells_of(look, time->by, time->n_by, time->series_row[time->gaps.gaps[k].series], out);
}

static void first_of_gap(const struct pst_look *look, size_t k, struct pst_buffer *out)
{
  pst_look_time_text(look, look->time.gaps.gaps[k].first, out);
}

static void last_of_gap(const struct pst_look *look, size_t k, struct pst_buffer *out)
{
  pst_look_time_text(look, look->time.gaps.gaps[k].last, out);
}

static void put_words(struct pst_buffer *out, const char *name, const struct pst_look *look,
                      put_part *part, size_t which)
{
  struct pst_buffer text = {.data = NULL};

  part(look, which, &text);
  put_string(out, name, pst_buffer_string(&text));
  out->failed = out->failed || text.failed;
  pst_buffer_free(&text);
}

static void put_gaps(struct pst_buffer *out, const struct pst_look *look)
{
  const struct pst_look_time *time = &look->time;

  put_name(out, "absent");
  pst_buffer_putc(out, '[');
  for (size_t k = 0; k < time->n_listed; k++) {
    put_comma(out);
    pst_buffer_putc(out, '{');
    put_words(out, "first", look, first_of_run, k);
    put_words(out, "last", look, last_of_run, k);
    pst_buffer_putc(out, '}');
  }
  pst_buffer_putc(out, ']');
  put_name(out, "gaps");
  pst_buffer_putc(out, '[');
  for (size_t k = 0; k < time->gaps.n_gaps; k++) {
    put_comma(out);
    pst_buffer_putc(out, '{');
    put_words(out, "series", look, series_of_gap, k);
    put_words(out, "first", look, first_of_gap, k);
    put_words(out, "last", look, last_of_gap, k);
    pst_buffer_putc(out, '}');
  }
  pst_buffer_putc(out, ']');
}

static void put_time(struct pst_buffer *out, const struct pst_look *look)
{
  const struct pst_look_time *time = &look->time;

  put_name(out, "time");
  if (time->column == SIZE_MAX) {
    pst_buffer_puts(out, "null");
    put_columns(out, "time_candidates", look, time->candidates, time->n_candidates);
    return;
  }
  pst_buffer_putc(out, '{');
  put_string(out, "column", look->columns[time->column].name);
  put_flag(out, "given", time->given);
  put_string(out, "kind", pst_look_type_name(&look->columns[time->column]));
  put_count(out, "times", time->n_times);
  put_words(out, "first", look, pst_look_time_text, 0);
  put_words(out, "last", look, pst_look_time_text, time->n_times - 1);
  put_name(out, "step");
  if (time->stepped)
    pst_buffer_printf(out, "%ld", time->step);
  else
    pst_buffer_puts(out, "null");
  put_count(out, "absent_times", time->n_absent);
  put_columns(out, "series_of", look, time->by, time->n_by);
  put_count(out, "series", time->gaps.n_series);
  put_count(out, "complete_series", time->gaps.n_complete);
  put_count(out, "series_with_gaps", time->gaps.n_broken);
  put_count(out, "lacking_times", time->gaps.n_lacking);
  put_count(out, "unsorted_series", time->gaps.n_unsorted);
  put_gaps(out, look);
  pst_buffer_putc(out, '}');
}

enum pst_status pst_look_json(const struct pst_look *look, size_t width, struct pst_buffer *out,
                              struct pst_error *error)
{
  const char delimiter[] = {look->delimiter, '\0'};

  (void)width;
  (void)error;
  pst_buffer_putc(out, '{');
  put_name(out, "files");
  pst_buffer_putc(out, '[');
  for (size_t i = 0; i < look->table->n_files; i++) {
    put_comma(out);
    pst_escape_json(out, look->table->files[i]);
  }
  pst_buffer_putc(out, ']');
  put_string(out, "delimiter", delimiter);
  put_count(out, "rows", look->table->n_rows);
  put_count(out, "complete_rows", look->n_complete);
  put_repeats(out, look, &look->equal);
  put_key(out, look);
  put_time(out, look);
  put_name(out, "columns");
  pst_buffer_putc(out, '[');
  for (size_t c = 0; c < look->n_columns; c++) {
    put_comma(out);
    pst_buffer_putc(out, '\n');
    put_column(out, look, &look->columns[c]);
  }
  pst_buffer_puts(out, look->n_columns > 0 ? "\n]}\n" : "]}\n");
  return PST_OK;
}
