/* open_rows.c -- the records of a plain table without the lines that are none. */
#include "tidy/open/open_rows.h"

#include <stdint.h>
#include <stdlib.h>

static bool has_sections(const struct pst_tidy *tidy)
{
  return tidy->frame.sections != NULL && tidy->rows.sections > 0;
}

static void put(struct pst_made_records *made, size_t *cell, struct pst_text text)
{
  made->start[(*cell)++] = made->bytes.size;
  pst_buffer_add(&made->bytes, text.data, text.size);
}

static void put_heading(const struct pst_tidy *tidy, size_t row, struct pst_made_records *made,
                        size_t *cell)
{
  const struct pst_frame *frame = &tidy->frame;
  size_t heading = frame->sections[row - frame->body];

  put(made, cell,
      heading == PST_NO_COLUMN ? (struct pst_text){.data = "", .size = 0}
                               : pst_sheet_cell(frame->sheet, heading, 0));
}

size_t pst_open_minuses(const struct pst_tidy *tidy)
{
  return tidy->minus_behind
         + (tidy->frame.rules.parentheses == PST_PARENTHESES_NEGATIVE ? tidy->parentheses : 0);
}

size_t pst_open_rewritten(const struct pst_tidy *tidy)
{
  return pst_open_minuses(tidy) + tidy->errors;
}

static bool is_value(const struct pst_tidy *tidy, size_t column)
{
  for (size_t v = 0; v < tidy->n_values; v++)
    if (tidy->values[v] == column)
      return true;
  return false;
}

/* `42.7-` and `(42.7)` as -42.7, and an error in parentheses as 42.7, where tidy reads them so. */
static void put_cell(const struct pst_tidy *tidy, size_t row, size_t column,
                     struct pst_made_records *made, size_t *cell)
{
  struct pst_text text = pst_tidy_text(tidy, row, column);
  struct pst_value value;

  if (pst_open_rewritten(tidy) > 0 && is_value(tidy, column)) {
    bool error = tidy->frame.columns[column].errors;

    pst_tidy_part(tidy, column, text, &value);
    if (value.kind == PST_VALUE_NUMBER && value.relation[0] == '\0'
        && (error ? value.parentheses : value.negative && pst_text_trim(text).data[0] != '-')) {
      made->start[(*cell)++] = made->bytes.size;
      pst_buffer_printf(&made->bytes, "%s%.*s", error ? "" : "-", (int)value.digits.size,
                        value.digits.data);
      return;
    }
  }
  put(made, cell, text);
}

enum pst_status pst_open_rows(const struct pst_tidy *tidy, struct pst_arena *arena,
                              struct pst_made_records *made, struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;
  size_t own = has_sections(tidy), n = frame->n_columns + own, cell = 0;
  const char **names = pst_arena_array(arena, n, sizeof *names);

  *made = (struct pst_made_records){.names = names, .n_columns = n, .as_printed = true};
  if (names == NULL || (tidy->n_records > 0 && n > SIZE_MAX / sizeof(size_t) / tidy->n_records - 1))
    return pst_fail_memory(error);
  if (own > 0)
    names[0] = "section";
  for (size_t c = 0; c < frame->n_columns; c++)
    names[own + c] = frame->columns[c].name;
  made->start = malloc((tidy->n_records * n + 1) * sizeof(size_t));
  made->line = malloc((tidy->n_records + 1) * sizeof(unsigned long));
  if (made->start == NULL || made->line == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < tidy->n_records; i++) {
    size_t row = tidy->records[i];

    if (own > 0)
      put_heading(tidy, row, made, &cell);
    for (size_t c = 0; c < frame->n_columns; c++)
      put_cell(tidy, row, c, made, &cell);
    made->line[made->n_records++] = frame->sheet->rows[row].line;
  }
  made->start[cell] = made->bytes.size;
  return made->bytes.failed ? pst_fail_memory(error) : PST_OK;
}

static void add(struct pst_buffer *line, size_t n, const char *one, const char *many)
{
  if (n > 0)
    pst_buffer_printf(line, "%s%zu %s", line->size > 0 ? ", " : "", n, n == 1 ? one : many);
}

static void add_minuses(const struct pst_tidy *tidy, bool follows, struct pst_buffer *minus)
{
  size_t behind = tidy->minus_behind, around = pst_open_minuses(tidy) - behind;

  if (behind > 0)
    pst_buffer_printf(minus, "%s%zu number%s read with the minus behind %s", follows ? "; " : "",
                      behind, behind == 1 ? "" : "s", behind == 1 ? "it" : "them");
  if (around > 0)
    pst_buffer_printf(minus, "%s%zu number%s in parentheses read as negative",
                      follows || behind > 0 ? "; " : "", around, around == 1 ? "" : "s");
  if (tidy->errors > 0)
    pst_buffer_printf(minus, "%s%zu error%s read without %s parentheses",
                      follows || behind + around > 0 ? "; " : "", tidy->errors,
                      tidy->errors == 1 ? "" : "s", tidy->errors == 1 ? "its" : "their");
}

void pst_open_say_rows(const struct pst_layout_open *how, const struct pst_tidy *tidy)
{
  struct pst_buffer what = {.size = 0}, line = {.size = 0}, minus = {.size = 0};

  if (how->say == NULL)
    return;
  add(&what, tidy->rows.repeated, "header that stands again", "headers that stand again");
  add(&what, tidy->rows.notes, "note", "notes");
  add(&what, tidy->rows.footer, "line below the records", "lines below the records");
  if (has_sections(tidy))
    add(&what, tidy->rows.sections, "heading, which is column 'section'",
        "headings, which are column 'section'");
  add_minuses(tidy, what.size > 0 || pst_tidy_is_filled(tidy), &minus);
  pst_buffer_printf(&line, "%s: %s%s%s%s%s (--layout as-is reads the file as it stands)",
                    tidy->frame.sheet->name,
                    what.size > 0 ? "left out, since they are no records: " : "",
                    what.size > 0 ? pst_buffer_string(&what) : "",
                    what.size > 0 && pst_tidy_is_filled(tidy) ? "; " : "",
                    pst_tidy_is_filled(tidy) ? "empty keys are read as those above them" : "",
                    pst_buffer_string(&minus));
  how->say(how->context, pst_buffer_string(&line));
  pst_buffer_free(&what);
  pst_buffer_free(&minus);
  pst_buffer_free(&line);
}
