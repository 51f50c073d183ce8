/* words.c -- what a look says of keys, times and rows, in sentences. */
#include "look/words.h"

#include <stdint.h>
#include <string.h>

enum { LINES = 8 };

static void add_line(const struct pst_look *look, struct pst_look_words *words, const char *label,
                     struct pst_buffer *text)
{
  words->lines[words->n_lines++] = (struct pst_look_line){
      .label = label, .text = pst_arena_string(look->arena, pst_buffer_string(text))};
  pst_buffer_clear(text);
}

/* --- the file and its rows ------------------------------------------------------------------------ */

static const char *delimiter_name(char delimiter)
{
  switch (delimiter) {
  case ',':
    return "commas";
  case ';':
    return "semicolons";
  case '\t':
    return "tabs";
  case '|':
    return "bars (|)";
  case ' ':
    return "blanks";
  default:
    return "the character given";
  }
}

static void say_file(const struct pst_look *look, struct pst_buffer *out)
{
  const struct pst_table *table = look->table;

  pst_buffer_puts(out, table->files[0]);
  if (table->n_files > 1)
    pst_buffer_printf(out, " and %zu more", table->n_files - 1);
  pst_buffer_puts(out, ": ");
  pst_look_plural(table->n_rows, "row", out);
  pst_buffer_puts(out, ", ");
  pst_look_plural(look->n_columns, "column", out);
  pst_buffer_printf(out, "; %s between the fields", delimiter_name(look->delimiter));
}

static void say_repeats(const struct pst_look *look, const struct pst_repeats *repeats,
                        struct pst_buffer *out)
{
  for (size_t k = 0; k < repeats->n_first; k++) {
    pst_buffer_puts(out, k == 0 ? ": " : "; ");
    pst_look_place(look, repeats->first[k].row, out);
    pst_buffer_puts(out, " repeats ");
    pst_look_place(look, repeats->first[k].earlier, out);
  }
  if (repeats->n > repeats->n_first)
    pst_buffer_printf(out, "; and %zu more", repeats->n - repeats->n_first);
}

static void say_rows(const struct pst_look *look, struct pst_buffer *out)
{
  size_t rows = look->table->n_rows;

  if (rows == 0 && look->table->rows_read > 0)
    pst_buffer_printf(out, "none are left of the %zu read", look->table->rows_read);
  else if (rows == 0)
    pst_buffer_puts(out, "none, only the names of the columns");
  if (rows == 0)
    return;
  if (look->n_complete == rows) {
    pst_buffer_puts(out, rows == 1 ? "complete" : "all complete");
  } else if (look->n_complete == 0) {
    pst_buffer_puts(out, "none complete: every row has a missing cell");
  } else {
    pst_buffer_printf(out, "%zu of %zu complete (", look->n_complete, rows);
    pst_look_share(look->n_complete, rows, out);
    pst_buffer_puts(out, "), the others have missing cells");
  }
  if (rows == 1)
    return;
  if (look->equal.n == 0)
    pst_buffer_puts(out, "; no two are equal");
  else
    pst_buffer_printf(out, "; %zu %s equal to an earlier one", look->equal.n,
                      look->equal.n == 1 ? "is" : "are");
  say_repeats(look, &look->equal, out);
}

/* --- the key --------------------------------------------------------------------------------------- */

static void say_repeating(const struct pst_look *look, struct pst_buffer *out)
{
  const struct pst_look_key *key = &look->key;

  pst_look_plural(key->repeats.n, "row", out);
  pst_buffer_printf(out, " %s that of an earlier row", key->repeats.n == 1 ? "has" : "have");
  for (size_t k = 0; k < key->repeats.n_first; k++) {
    pst_buffer_puts(out, k == 0 ? ": " : "; ");
    pst_look_cells_of(look, key->columns, key->n, key->repeats.first[k].row, out);
    pst_buffer_puts(out, " (");
    pst_look_place(look, key->repeats.first[k].row, out);
    pst_buffer_puts(out, " repeats ");
    pst_look_place(look, key->repeats.first[k].earlier, out);
    pst_buffer_putc(out, ')');
  }
  if (key->repeats.n > key->repeats.n_first)
    pst_buffer_printf(out, "; and %zu more", key->repeats.n - key->repeats.n_first);
}

static void say_found(const struct pst_look *look, struct pst_buffer *out)
{
  const struct pst_look_key *key = &look->key;

  if (!key->given && key->repeats.n > look->equal.n)
    pst_buffer_puts(out, "none found; nearest is ");
  pst_look_names(look, key->columns, key->n, out);
  if (key->repeats.n == 0)
    pst_buffer_puts(out, ": no two rows have the same");
  else if (!key->given && key->repeats.n == look->equal.n)
    pst_buffer_puts(out, ": no two rows have the same, but for those that are equal altogether");
  else {
    pst_buffer_puts(out, ": ");
    say_repeating(look, out);
  }
  if (key->n_missing > 0) {
    pst_buffer_puts(out, "; ");
    pst_look_plural(key->n_missing, "row", out);
    pst_buffer_printf(out, " with an empty cell in it %s aside",
                      key->n_missing == 1 ? "stands" : "stand");
  }
}

static void say_key(const struct pst_look *look, struct pst_buffer *out)
{
  if (!look->key.looked)
    pst_buffer_puts(out, "too few rows to find one");
  else if (look->key.n > 0)
    say_found(look, out);
  else
    pst_buffer_puts(out, "none found among the leading columns of texts, times and whole numbers; "
                         "check one with --key");
}

/* --- time, gaps, order ----------------------------------------------------------------------------- */

static void say_candidates(const struct pst_look *look, struct pst_buffer *out)
{
  const struct pst_look_time *time = &look->time;

  if (time->n_candidates == 0) {
    pst_buffer_puts(out, "no column of years or periods");
    return;
  }
  for (size_t i = 0; i < time->n_candidates; i++)
    pst_buffer_printf(out, "%s%s",
                      i == 0                        ? ""
                      : i + 1 == time->n_candidates ? " or "
                                                    : ", ",
                      look->columns[time->candidates[i]].name);
  pst_buffer_puts(out, "; choose with --time");
}

/* "65 years", "5 ranges of years", "3 numbers" */
static void say_count(const struct pst_look *look, size_t n, struct pst_buffer *out)
{
  const struct pst_look_column *column = &look->columns[look->time.column];

  if (n != 1 && look->time.kind != PST_PERIOD_NONE)
    pst_buffer_printf(out, "%zu %s", n, pst_period_plural(look->time.kind));
  else
    pst_look_plural(n, column->type == PST_LOOK_WHOLE ? "number" : pst_look_type_name(column), out);
}

static void say_times(const struct pst_look *look, struct pst_buffer *out)
{
  const struct pst_look_time *time = &look->time;

  pst_look_names(look, &time->column, 1, out);
  pst_buffer_puts(out, time->n_times == 1 ? ": only " : ": ");
  if (time->n_times > 1) {
    say_count(look, time->n_times, out);
    pst_buffer_puts(out, " from ");
  }
  pst_look_time_text(look, 0, out);
  if (time->n_times == 1)
    return;
  pst_buffer_puts(out, " to ");
  pst_look_time_text(look, time->n_times - 1, out);
  if (time->stepped && time->step > 1) {
    pst_buffer_puts(out, ", every ");
    say_count(look, (size_t)time->step, out);
  }
}

static void say_time(const struct pst_look *look, struct pst_buffer *out)
{
  if (look->time.column != SIZE_MAX)
    say_times(look, out);
  else if (look->time.given)
    pst_buffer_puts(out, "the column named has no value");
  else
    say_candidates(look, out);
}

static void say_absent(const struct pst_look *look, struct pst_buffer *out)
{
  const struct pst_look_time *time = &look->time;

  pst_buffer_puts(out, "no row has ");
  for (size_t i = 0; i < time->n_listed; i++) {
    pst_buffer_puts(out, i == 0 ? "" : ", ");
    pst_look_absent_text(look, &time->absent[i], out);
  }
  if (time->n_runs > time->n_listed)
    pst_buffer_printf(out, " and %zu other gaps (%zu times altogether)",
                      time->n_runs - time->n_listed, time->n_absent);
}

/* "Korea 1998 to 2001, 2005; Japan 1990" */
static void list_gaps(const struct pst_look *look, struct pst_buffer *out)
{
  const struct pst_look_time *time = &look->time;
  size_t listed = 0;

  for (size_t k = 0; k < time->gaps.n_gaps; k++) {
    const struct pst_gap *gap = &time->gaps.gaps[k];

    if (k > 0 && gap->series == time->gaps.gaps[k - 1].series) {
      pst_buffer_puts(out, ", ");
    } else {
      pst_buffer_puts(out, k == 0 ? ": " : "; ");
      pst_look_cells_of(look, time->by, time->n_by, time->series_row[gap->series], out);
      pst_buffer_puts(out, " lacks ");
    }
    pst_look_gap_text(look, gap, out);
    listed += gap->last - gap->first + 1;
  }
  if (listed < time->gaps.n_lacking)
    pst_buffer_printf(out, "; and more (%zu times altogether)", time->gaps.n_lacking);
}

static void say_series(const struct pst_look *look, struct pst_buffer *out)
{
  const struct pst_look_time *time = &look->time;
  const struct pst_gaps *gaps = &time->gaps;
  bool all = gaps->n_complete == gaps->n_series;

  if (gaps->n_broken > 0)
    pst_buffer_printf(out, "in %zu of the ", gaps->n_broken);
  else
    pst_buffer_puts(out, all ? "none: all " : "none inside the ");
  pst_buffer_printf(out, "%zu series of ", gaps->n_series);
  pst_look_names(look, time->by, time->n_by, out);
  list_gaps(look, out);
  if (!all)
    pst_buffer_printf(out, "; %zu of %zu", gaps->n_complete, gaps->n_series);
  pst_buffer_printf(out, " %s all %zu times", !all && gaps->n_complete == 1 ? "has" : "have",
                    time->n_times);
}

static void say_gaps(const struct pst_look *look, struct pst_buffer *out)
{
  const struct pst_look_time *time = &look->time;

  if (time->n_absent > 0)
    say_absent(look, out);
  if (time->n_by > 0) {
    pst_buffer_puts(out, time->n_absent > 0 ? "; " : "");
    say_series(look, out);
  } else if (time->n_absent == 0) {
    pst_buffer_puts(out, time->stepped ? "none: every time between occurs" : "not counted");
    if (!time->stepped)
      pst_buffer_puts(out, ", as these times have no fixed step");
  }
}

static void say_order(const struct pst_look *look, struct pst_buffer *out)
{
  const struct pst_look_time *time = &look->time;

  if (time->n_by == 0)
    pst_buffer_puts(out, "the rows are not in the order of time, first on ");
  else
    pst_buffer_printf(out, "%zu of %zu series %s not in the order of time, first on ",
                      time->gaps.n_unsorted, time->gaps.n_series,
                      time->gaps.n_unsorted == 1 ? "is" : "are");
  pst_look_place(look, time->place_of_row[time->gaps.unsorted], out);
}

/* Rows of several series that are not known may follow each other in any order. */
static bool out_of_order(const struct pst_look_time *time)
{
  return time->column != SIZE_MAX && time->gaps.n_unsorted > 0
         && (time->n_by > 0 || time->n_times == time->n_rows);
}

enum pst_status pst_look_words(const struct pst_look *look, struct pst_look_words *words,
                               struct pst_error *error)
{
  const struct {
    const char *label;
    void (*say)(const struct pst_look *look, struct pst_buffer *out);
    bool wanted;
  } lines[] = {
      {"file", say_file, true},
      {"rows", say_rows, true},
      {"key", say_key, look->table->n_rows > 0},
      {"time", say_time, look->table->n_rows > 0},
      {"gaps", say_gaps, look->time.column != SIZE_MAX && look->time.n_times > 1},
      {"order", say_order, out_of_order(&look->time)},
  };
  struct pst_buffer text = {.data = NULL};
  bool failed;

  *words = (struct pst_look_words){.n_lines = 0};
  words->lines = pst_arena_array(look->arena, LINES, sizeof *words->lines);
  for (size_t i = 0; i < sizeof lines / sizeof *lines && words->lines != NULL; i++) {
    if (!lines[i].wanted)
      continue;
    lines[i].say(look, &text);
    add_line(look, words, lines[i].label, &text);
  }
  failed = text.failed || words->lines == NULL;
  for (size_t i = 0; i < words->n_lines; i++)
    failed = failed || words->lines[i].text == NULL;
  pst_buffer_free(&text);
  return failed ? pst_fail_memory(error) : pst_look_notes(look, words, error);
}
