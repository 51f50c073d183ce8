/* open_rows.c -- the records of a plain table without the lines that are none. */
#include "tidy/open/open_rows.h"

#include <stdint.h>
#include <stdlib.h>

#include "table/load/cell.h"
#include "tidy/tidy_cell.h"

/* What cells are written from. */
struct making {
  const struct pst_tidy *tidy;
  bool styled, rewrites; /* the user has said the marks; some cell is not written as it stands */
  struct pst_buffer *written;
};

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
  put(made, cell, pst_frame_section(&tidy->frame, row));
}

static size_t count_minuses(const struct pst_tidy *tidy)
{
  return tidy->minus_behind
         + (tidy->frame.rules.parentheses == PST_PARENTHESES_NEGATIVE ? tidy->parentheses : 0);
}

/* The user has said which marks numbers have: the reader reads them. */
static bool is_styled(const struct pst_layout_open *how)
{
  return how->style != NULL && (how->style->decimal != '\0' || how->style->thousands != '\0');
}

size_t pst_open_rewritten(const struct pst_layout_open *how, const struct pst_tidy *tidy)
{
  return count_minuses(tidy) + tidy->errors + (is_styled(how) ? 0 : tidy->dressed);
}

static bool is_value(const struct pst_tidy *tidy, size_t column)
{
  for (size_t v = 0; v < tidy->n_values; v++)
    if (tidy->values[v] == column)
      return true;
  return false;
}

/* `42.7-` and `(42.7)` as -42.7, and an error in parentheses as 42.7, where tidy reads them so, with the marks of the
   file. */
static bool put_signed(const struct pst_tidy *tidy, size_t column, const struct pst_tidy_cell *cell,
                       struct pst_made_records *made, size_t *at)
{
  const struct pst_value *value = &cell->value;
  bool error = tidy->frame.columns[column].errors;

  if (value->kind != PST_VALUE_NUMBER || value->relation[0] != '\0'
      || !(error ? value->parentheses
                 : value->negative && pst_text_trim(cell->text).data[0] != '-'))
    return false;
  made->start[(*at)++] = made->bytes.size;
  pst_buffer_printf(&made->bytes, "%s%.*s", error ? "" : "-", (int)value->digits.size,
                    value->digits.data);
  return true;
}

/* A number as tidy writes it, with its unit where the reader knows that. */
static void put_plain(const struct pst_tidy_cell *cell, const struct pst_buffer *written,
                      struct pst_made_records *made, size_t *at)
{
  const struct pst_cell_rules plain = {.style = {.decimal = '.'}};
  size_t start = made->bytes.size;

  made->start[(*at)++] = start;
  pst_buffer_add(&made->bytes, written->data, written->size);
  if (cell->value.unit[0] == '\0')
    return;
  pst_buffer_printf(&made->bytes, " %s", cell->value.unit);
  if (!made->bytes.failed
      && !pst_cell_is_number(
          (struct pst_text){.data = made->bytes.data + start, .size = made->bytes.size - start},
          &plain))
    pst_buffer_cut(&made->bytes, start + written->size);
}

static void put_cell(const struct making *making, size_t row, size_t column,
                     struct pst_made_records *made, size_t *at)
{
  const struct pst_tidy *tidy = making->tidy;
  struct pst_tidy_cell cell;

  if (making->rewrites && is_value(tidy, column)) {
    pst_tidy_read_cell(tidy, row, column, &cell, making->written);
    if (!making->styled && pst_tidy_is_dressed(tidy, &cell, making->written)) {
      put_plain(&cell, making->written, made, at);
      return;
    }
    if (put_signed(tidy, column, &cell, made, at))
      return;
  }
  put(made, at, pst_tidy_text(tidy, row, column));
}

static void put_rows(const struct making *making, size_t own, struct pst_made_records *made)
{
  const struct pst_tidy *tidy = making->tidy;
  size_t cell = 0;

  for (size_t i = 0; i < tidy->n_records; i++) {
    size_t row = tidy->records[i];

    if (own > 0)
      put_heading(tidy, row, made, &cell);
    for (size_t c = 0; c < tidy->frame.n_columns; c++)
      put_cell(making, row, c, made, &cell);
    made->line[made->n_records++] = tidy->frame.sheet->rows[row].line;
  }
  made->start[cell] = made->bytes.size;
}

enum pst_status pst_open_rows(const struct pst_layout_open *how, const struct pst_tidy *tidy,
                              struct pst_arena *arena, struct pst_made_records *made,
                              struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;
  struct pst_buffer written = {.size = 0};
  const struct making making = {.tidy = tidy,
                                .styled = is_styled(how),
                                .rewrites = pst_open_rewritten(how, tidy) > 0,
                                .written = &written};
  size_t own = has_sections(tidy), n = frame->n_columns + own;
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
  put_rows(&making, own, made);
  if (written.failed)
    made->bytes.failed = true;
  pst_buffer_free(&written);
  return made->bytes.failed ? pst_fail_memory(error) : PST_OK;
}

static void add(struct pst_buffer *line, size_t n, const char *one, const char *many)
{
  if (n > 0)
    pst_buffer_printf(line, "%s%zu %s", line->size > 0 ? ", " : "", n, n == 1 ? one : many);
}

/* What is said of cells, one after the other. */
static void add_cells(struct pst_buffer *what, size_t n, const char *one, const char *many)
{
  if (n > 0)
    pst_buffer_printf(what, "%s%zu %s", what->size > 0 ? "; " : "", n, n == 1 ? one : many);
}

static void add_dressed(const struct pst_tidy *tidy, struct pst_buffer *what)
{
  bool one = tidy->dressed == 1;

  if (tidy->dressed == 0)
    return;
  pst_buffer_printf(what, "%s%zu number%s read ", what->size > 0 ? "; " : "", tidy->dressed,
                    one ? "" : "s");
  if (tidy->decimal == ',')
    pst_buffer_puts(what, "with the decimal mark ','");
  else
    pst_buffer_printf(what, "without what stands at %s", one ? "it" : "them");
  pst_buffer_printf(what, ", such as '%s'", tidy->first_dressed);
}

static void add_rewritten(const struct pst_layout_open *how, const struct pst_tidy *tidy,
                          struct pst_buffer *what)
{
  size_t behind = tidy->minus_behind, around = count_minuses(tidy) - behind;

  add_cells(what, behind, "number read with the minus behind it",
            "numbers read with the minus behind them");
  add_cells(what, around, "number in parentheses read as negative",
            "numbers in parentheses read as negative");
  add_cells(what, tidy->errors, "error read without its parentheses",
            "errors read without their parentheses");
  if (!is_styled(how))
    add_dressed(tidy, what);
}

void pst_open_say_rows(const struct pst_layout_open *how, const struct pst_tidy *tidy)
{
  struct pst_buffer what = {.size = 0}, line = {.size = 0};

  if (how->say == NULL)
    return;
  add(&what, tidy->rows.preamble, "line above the header", "lines above the header");
  add(&what, tidy->frame.n_header - 1, "further line of the header", "further lines of the header");
  add(&what, tidy->rows.repeated, "header that stands again", "headers that stand again");
  add(&what, tidy->rows.notes, "note", "notes");
  add(&what, tidy->rows.footer, "line below the records", "lines below the records");
  if (has_sections(tidy))
    add(&what, tidy->rows.sections, "heading, which is column 'section'",
        "headings, which are column 'section'");
  if (what.size > 0)
    pst_buffer_printf(&line, "left out, since they are no records: %s", pst_buffer_string(&what));
  if (pst_tidy_is_filled(tidy))
    pst_buffer_printf(&line, "%sempty keys are read as those above them",
                      line.size > 0 ? "; " : "");
  add_rewritten(how, tidy, &line);
  pst_buffer_clear(&what);
  pst_buffer_printf(&what, "%s: %s (--layout as-is reads the file as it stands)",
                    tidy->frame.sheet->name, pst_buffer_string(&line));
  if (line.size > 0)
    how->say(how->context, pst_buffer_string(&what));
  pst_buffer_free(&what);
  pst_buffer_free(&line);
}
