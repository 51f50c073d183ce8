/* tidy_report.c -- what was read of a file, for people. */
#include "tidy/tidy_write.h"

#include <string.h>

#include "report/escape.h"
#include "tidy/explain.h"

enum { TROUBLES_SHOWN = 10 };

static const char *plural(size_t n)
{
  return n == 1 ? "" : "s";
}

static const char *delimiter_name(char delimiter)
{
  switch (delimiter) {
  case '\t':
    return "tab";
  case ',':
    return "comma";
  case ';':
    return "semicolon";
  case '|':
    return "pipe";
  case ' ':
    return "space";
  default:
    return "other";
  }
}

/* --- text ------------------------------------------------------------------------------------ */

static void print_counts(struct pst_buffer *out, const struct pst_tidy_counts *counts)
{
  for (size_t i = 0; i < counts->n; i++) {
    const struct pst_tidy_count *item = &counts->items[i];

    pst_buffer_puts(out, i == 0 ? " " : ", ");
    if (item->text.size == 0)
      pst_buffer_puts(out, "empty");
    else
      pst_escape_terminal(out, item->text.data);
    pst_buffer_printf(out, " %zu", item->count);
  }
  if (counts->others > 0)
    pst_buffer_printf(out, ", others %zu", counts->others);
}

static void print_lines(struct pst_buffer *out, const struct pst_tidy *tidy)
{
  pst_buffer_printf(out, "tidy: lines: %zu title, %zu header, %zu record%s, %zu footer, %zu blank",
                    tidy->rows.preamble, tidy->rows.header, tidy->n_records,
                    plural(tidy->n_records), tidy->rows.footer, tidy->rows.blank);
  if (tidy->rows.flags > 0)
    pst_buffer_printf(out, ", %zu of flags", tidy->rows.flags);
  if (tidy->rows.repeated > 0)
    pst_buffer_printf(out, ", %zu repeated header", tidy->rows.repeated);
  if (tidy->rows.sections > 0)
    pst_buffer_printf(out, ", %zu section%s", tidy->rows.sections, plural(tidy->rows.sections));
  if (tidy->rows.totals > 0)
    pst_buffer_printf(out, ", %zu total%s left out", tidy->rows.totals, plural(tidy->rows.totals));
  if (tidy->rows.notes > 0)
    pst_buffer_printf(out, ", %zu note%s", tidy->rows.notes, plural(tidy->rows.notes));
  if (tidy->rows.mended > 0)
    pst_buffer_printf(out, ", %zu mended", tidy->rows.mended);
  if (tidy->rows.rejected > 0)
    pst_buffer_printf(out, ", %zu left out", tidy->rows.rejected);
  pst_buffer_putc(out, '\n');
}

static void print_changed(struct pst_buffer *out, const struct pst_tidy *tidy)
{
  struct pst_buffer said = {.data = NULL};

  if (pst_tidy_say_changed(tidy, &said)) {
    pst_buffer_puts(out, "tidy: ");
    pst_escape_terminal(out, pst_buffer_string(&said));
    pst_buffer_putc(out, '\n');
  }
  pst_buffer_free(&said);
}

static void print_cells(struct pst_buffer *out, const struct pst_tidy *tidy)
{
  pst_buffer_printf(out, "tidy: cells: %zu read, %zu number%s", tidy->cells.read,
                    tidy->cells.numbers, plural(tidy->cells.numbers));
  if (tidy->cells.bounded > 0)
    pst_buffer_printf(out, " (%zu bounded)", tidy->cells.bounded);
  pst_buffer_printf(out, ", %zu missing", tidy->cells.missing);
  if (tidy->missing.n > 0) {
    pst_buffer_puts(out, ":");
    print_counts(out, &tidy->missing);
  }
  pst_buffer_printf(out, "; %zu not understood\n", tidy->cells.not_understood);
  print_changed(out, tidy);
  if (tidy->flags.n > 0) {
    pst_buffer_puts(out, "tidy: flags:");
    print_counts(out, &tidy->flags);
    pst_buffer_putc(out, '\n');
  }
}

static void print_names(struct pst_buffer *out, const struct pst_tidy *tidy)
{
  pst_buffer_puts(out, "tidy: keys:");
  for (size_t k = 0; k < tidy->n_keys; k++) {
    pst_buffer_puts(out, k == 0 ? " " : ", ");
    pst_escape_terminal(out, tidy->keys[k]);
  }
  if (tidy->n_keys == 0)
    pst_buffer_puts(out, " none");
  if (tidy->n_periods > 0)
    pst_buffer_printf(out, "; %zu period%s, %s to %s", tidy->n_periods, plural(tidy->n_periods),
                      tidy->first_period, tidy->last_period);
  pst_buffer_putc(out, '\n');
}

static void print_list(struct pst_buffer *out, const char *what, const char *line)
{
  while (*line != '\0') {
    size_t size = strcspn(line, "\n");
    char text[1200];

    snprintf(text, sizeof text, "%.*s", (int)size, line);
    pst_buffer_puts(out, what);
    pst_escape_terminal(out, text);
    pst_buffer_putc(out, '\n');
    line += size + (line[size] == '\n');
  }
}

static void print_troubles(struct pst_buffer *out, const struct pst_tidy *tidy, bool verbose)
{
  for (size_t i = 0; i < tidy->n_rejects; i++) {
    pst_buffer_printf(out, "tidy: line %lu: ", tidy->rejects[i].line);
    pst_escape_terminal(out, tidy->rejects[i].text);
    pst_buffer_puts(out, ": left out\n");
  }
  for (size_t i = 0; i < tidy->n_troubles && (verbose || i < TROUBLES_SHOWN); i++) {
    const struct pst_tidy_trouble *at = &tidy->troubles[i];

    pst_buffer_printf(out, "tidy: line %lu: field %zu (", at->line, at->field + 1);
    pst_escape_terminal(out, at->column);
    pst_buffer_puts(out, "): '");
    pst_escape_terminal(out, at->text);
    pst_buffer_puts(out, "' is not understood\n");
  }
  if (!verbose && tidy->n_troubles > TROUBLES_SHOWN)
    pst_buffer_printf(out, "tidy: and %zu more; -v or --report json lists them\n",
                      tidy->cells.not_understood - TROUBLES_SHOWN);
}

/* Columns that say the period once more; the JSON report has them among its columns. */
static void print_twins(struct pst_buffer *out, const struct pst_tidy *tidy)
{
  for (size_t c = 0; c < tidy->frame.n_columns; c++) {
    const struct pst_frame_column *at = &tidy->frame.columns[c];

    if (at->role != PST_FRAME_NOTHING || at->reason == NULL
        || strstr(at->reason, "once more") == NULL)
      continue;
    pst_buffer_puts(out, "tidy: column '");
    pst_escape_terminal(out, at->name);
    pst_buffer_printf(out, "' %s, and is left out\n", at->reason);
  }
}

void pst_tidy_report(const struct pst_tidy *tidy, const struct pst_tidy_source *source,
                     bool verbose, struct pst_buffer *out)
{
  pst_buffer_puts(out, "tidy: ");
  pst_escape_terminal(out, tidy->frame.sheet->name);
  pst_buffer_printf(out, ": layout %s, by ", tidy->layout->name);
  pst_escape_terminal(out, tidy->frame.why);
  pst_buffer_printf(out, "; %s%s%s, delimiter %s, decimal '%c'\n",
                    source->compression == NULL ? "" : source->compression,
                    source->compression == NULL ? "" : ", ", source->encoding,
                    delimiter_name(tidy->frame.sheet->delimiter), tidy->decimal);
  print_lines(out, tidy);
  print_names(out, tidy);
  print_cells(out, tidy);
  print_list(out, "tidy: ", tidy->frame.told == NULL ? "" : tidy->frame.told);
  print_twins(out, tidy);
  print_list(out, "tidy: warning: ", pst_buffer_string(&tidy->warnings));
  print_troubles(out, tidy, verbose);
}

/* --- JSON ------------------------------------------------------------------------------------ */

static void key(struct pst_buffer *out, const char *name)
{
  const bool first = out->size > 0 && out->data[out->size - 1] == '{';

  pst_buffer_printf(out, "%s\"%s\": ", first ? "" : ", ", name);
}

static void string(struct pst_buffer *out, const char *name, const char *value)
{
  key(out, name);
  pst_escape_json(out, value);
}

static void number(struct pst_buffer *out, const char *name, size_t value)
{
  key(out, name);
  pst_buffer_printf(out, "%zu", value);
}

static void counts(struct pst_buffer *out, const char *name, const struct pst_tidy_counts *c)
{
  key(out, name);
  pst_buffer_putc(out, '{');
  for (size_t i = 0; i < c->n; i++) {
    pst_buffer_puts(out, i == 0 ? "" : ", ");
    pst_escape_json(out, c->items[i].text.data);
    pst_buffer_printf(out, ": %zu", c->items[i].count);
  }
  pst_buffer_putc(out, '}');
  if (c->others > 0) { /* of texts beyond those told apart */
    key(out, strcmp(name, "flags") == 0 ? "other_flags" : "other_missing");
    pst_buffer_printf(out, "%zu", c->others);
  }
}

static void rows(struct pst_buffer *out, const struct pst_tidy *tidy)
{
  key(out, "rows");
  pst_buffer_putc(out, '{');
  number(out, "read", tidy->frame.sheet->n_rows);
  number(out, "preamble", tidy->rows.preamble);
  number(out, "header", tidy->rows.header);
  number(out, "data", tidy->n_records);
  number(out, "footer", tidy->rows.footer);
  number(out, "blank", tidy->rows.blank);
  number(out, "repeated_header", tidy->rows.repeated);
  number(out, "left_out", tidy->rows.rejected);
  if (tidy->rows.flags > 0)
    number(out, "flags", tidy->rows.flags);
  if (tidy->rows.sections > 0)
    number(out, "sections", tidy->rows.sections);
  if (tidy->rows.totals > 0)
    number(out, "totals_left_out", tidy->rows.totals);
  if (tidy->rows.notes > 0)
    number(out, "notes", tidy->rows.notes);
  pst_buffer_putc(out, '}');
}

static void cells(struct pst_buffer *out, const struct pst_tidy *tidy)
{
  key(out, "cells");
  pst_buffer_putc(out, '{');
  number(out, "read", tidy->cells.read);
  number(out, "numbers", tidy->cells.numbers);
  number(out, "bounded", tidy->cells.bounded);
  number(out, "missing", tidy->cells.missing);
  number(out, "not_understood", tidy->cells.not_understood);
  if (tidy->frame.sheet->changed > 0)
    number(out, "changed", tidy->frame.sheet->changed);
  pst_buffer_putc(out, '}');
}

static void troubles(struct pst_buffer *out, const char *name, const struct pst_tidy_trouble *list,
                     size_t n)
{
  key(out, name);
  pst_buffer_putc(out, '[');
  for (size_t i = 0; i < n; i++) {
    pst_buffer_puts(out, i == 0 ? "{" : ", {");
    number(out, "line", list[i].line);
    if (list[i].field != PST_NO_COLUMN) {
      number(out, "field", list[i].field + 1);
      string(out, "column", list[i].column);
    }
    string(out, list[i].field == PST_NO_COLUMN ? "reason" : "text", list[i].text);
    pst_buffer_putc(out, '}');
  }
  pst_buffer_putc(out, ']');
}

static void names(struct pst_buffer *out, const struct pst_tidy *tidy)
{
  key(out, "keys");
  pst_buffer_putc(out, '[');
  for (size_t k = 0; k < tidy->n_keys; k++) {
    pst_buffer_puts(out, k == 0 ? "" : ", ");
    pst_escape_json(out, tidy->keys[k]);
  }
  pst_buffer_putc(out, ']');
  key(out, "values");
  pst_buffer_putc(out, '[');
  for (size_t v = 0; v < tidy->n_values; v++) {
    pst_buffer_puts(out, v == 0 ? "" : ", ");
    pst_escape_json(out, tidy->frame.columns[tidy->values[v]].name);
  }
  pst_buffer_putc(out, ']');
  key(out, "periods");
  pst_buffer_putc(out, '{');
  number(out, "count", tidy->n_periods);
  string(out, "first", tidy->first_period);
  string(out, "last", tidy->last_period);
  pst_buffer_putc(out, '}');
}

/* Rows outside the table, word for word: nothing is left out in silence. */
static void outside(struct pst_buffer *out, const char *name, const struct pst_tidy *tidy,
                    size_t first, size_t end)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;
  bool any = false;

  key(out, name);
  pst_buffer_putc(out, '[');
  for (size_t r = first; r < end; r++) {
    struct pst_buffer line = {.size = 0};

    for (size_t c = 0; c < pst_sheet_width(sheet, r); c++) {
      struct pst_text cell = pst_sheet_cell(sheet, r, c);

      pst_buffer_puts(&line, c == 0 ? "" : " | ");
      pst_buffer_add(&line, cell.data, cell.size);
    }
    if (line.size > 0) {
      pst_buffer_puts(out, any ? ", " : "");
      pst_escape_json(out, pst_buffer_string(&line));
      any = true;
    }
    pst_buffer_free(&line);
  }
  pst_buffer_putc(out, ']');
}

static void list(struct pst_buffer *out, const char *name, const char *line)
{
  bool any = false;

  key(out, name);
  pst_buffer_putc(out, '[');
  while (*line != '\0') {
    size_t size = strcspn(line, "\n");
    char text[1200];

    snprintf(text, sizeof text, "%.*s", (int)size, line);
    pst_buffer_puts(out, any ? ", " : "");
    pst_escape_json(out, text);
    any = true;
    line += size + (line[size] == '\n');
  }
  pst_buffer_putc(out, ']');
}

void pst_tidy_report_json(const struct pst_tidy *tidy, const struct pst_tidy_source *source,
                          struct pst_buffer *out)
{
  char decimal[2] = {tidy->decimal, '\0'}, delimiter[2] = {tidy->frame.sheet->delimiter, '\0'};

  pst_buffer_putc(out, '{');
  string(out, "file", tidy->frame.sheet->name);
  string(out, "layout", tidy->layout->name);
  string(out, "why", tidy->frame.why);
  string(out, "encoding", source->encoding);
  key(out, "compression");
  if (source->compression == NULL)
    pst_buffer_puts(out, "null");
  else
    pst_escape_json(out, source->compression);
  string(out, "delimiter", delimiter);
  string(out, "decimal", decimal);
  rows(out, tidy);
  cells(out, tidy);
  counts(out, "missing", &tidy->missing);
  counts(out, "flags", &tidy->flags);
  names(out, tidy);
  troubles(out, "not_understood", tidy->troubles, tidy->n_troubles);
  troubles(out, "left_out", tidy->rejects, tidy->n_rejects);
  list(out, "warnings", pst_buffer_string(&tidy->warnings));
  if (tidy->frame.told != NULL)
    list(out, "told", tidy->frame.told);
  outside(out, "preamble", tidy, 0, tidy->frame.header);
  outside(out, "footer", tidy, tidy->frame.end, tidy->frame.sheet->n_rows);
  pst_explain_json(tidy, out);
  if (source->countries != NULL && source->countries->n > 0) {
    key(out, "countries");
    pst_tidy_countries_json(source->countries, out);
  }
  pst_buffer_puts(out, "}\n");
}
