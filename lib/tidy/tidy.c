/* tidy.c -- the cells of a framed sheet as a long table: keys, period, value, flag, note. */
#include "tidy/tidy.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "layout/shape/shape.h"
#include "printed/plain.h"
#include "tidy/check/tidy_check.h"
#include "tidy/tidy_cell.h"

static void count(struct pst_tidy *tidy, struct pst_tidy_counts *counts, struct pst_text text)
{
  const char *copy;

  for (size_t i = 0; i < counts->n; i++)
    if (pst_text_equal(counts->items[i].text, text)) {
      counts->items[i].count++;
      return;
    }
  if (counts->n == PST_TIDY_COUNTS_MOST) {
    counts->others++;
    return;
  }
  copy = pst_arena_copy(&tidy->arena, text.data, text.size);
  if (copy != NULL) /* else no result is kept (base/error.h) */
    counts->items[counts->n++] =
        (struct pst_tidy_count){.text = {.data = copy, .size = text.size}, .count = 1};
}

/* --- counting --------------------------------------------------------------------------------- */

static enum pst_status trouble(struct pst_tidy *tidy, size_t row, size_t column,
                               struct pst_text text)
{
  struct pst_tidy_trouble *at;

  tidy->cells.not_understood++;
  if (tidy->n_troubles == PST_TIDY_TROUBLES_MOST)
    return PST_OK;
  if (tidy->troubles == NULL)
    tidy->troubles = pst_arena_array(&tidy->arena, PST_TIDY_TROUBLES_MOST, sizeof *at);
  if (tidy->troubles == NULL)
    return PST_NO_MEMORY;
  at = &tidy->troubles[tidy->n_troubles++];
  *at = (struct pst_tidy_trouble){
      .line = tidy->frame.sheet->rows[row].line,
      .field = column,
      .column = tidy->frame.columns[column].name,
      .text = pst_arena_copy(&tidy->arena, text.data, pst_utf8_head(text, 200).size)};
  return at->text == NULL ? PST_NO_MEMORY : PST_OK;
}

static enum pst_status tally(struct pst_tidy *tidy, size_t row, size_t column,
                             struct pst_tidy_cell *cell)
{
  tidy->cells.read++;
  if (cell->flag.size > 0)
    count(tidy, &tidy->flags, cell->flag);
  if (cell->value.kind == PST_VALUE_MISSING) {
    tidy->cells.missing++;
    count(tidy, &tidy->missing, cell->value.token);
    return PST_OK;
  }
  if (!cell->number)
    return trouble(tidy, row, column, cell->text);
  tidy->cells.numbers++;
  tidy->cells.bounded += pst_value_is_bounded(&cell->value);
  tidy->cells.said += cell->value.said;
  tidy->units = tidy->units || cell->value.unit[0] != '\0';
  return PST_OK;
}

/* -999, -9999.0: nines alone, three and more, which stand for a missing number where others are read. */
static bool is_nines(struct pst_text text)
{
  size_t nines = 0, i = 1;

  while (i < text.size && text.data[i] == '9')
    nines += 1, i++;
  if (i < text.size && text.data[i] == '.')
    for (i++; i < text.size && (text.data[i] == '9' || text.data[i] == '0');)
      i++;
  return text.size > 0 && text.data[0] == '-' && nines > 2 && i == text.size;
}

struct nines {
  struct pst_text text;
  unsigned long line; /* of the first */
  size_t n;           /* cells like it */
};

static void see_nines(struct nines *nines, struct pst_text text, unsigned long line)
{
  if (!is_nines(text) || (nines->n > 0 && !pst_text_equal(text, nines->text)))
    return;
  if (nines->n++ > 0)
    return;
  nines->text = text;
  nines->line = line;
}

static void warn_nines(struct pst_tidy *tidy, const struct nines *nines)
{
  if (nines->n > 0)
    pst_buffer_printf(&tidy->warnings,
                      "line %lu: %.*s is read as a number (%zu cell%s); if it stands for a missing "
                      "one, say --missing %.*s\n",
                      nines->line, (int)nines->text.size, nines->text.data, nines->n,
                      nines->n == 1 ? "" : "s", (int)nines->text.size, nines->text.data);
}

/* The first of the cells such as 5-9, whose number is WRITTEN so. */
static void warn_said(struct pst_tidy *tidy, size_t row, size_t column,
                      const struct pst_tidy_cell *cell, struct pst_buffer *written)
{
  pst_buffer_printf(&tidy->warnings, "line %lu: field %zu (%s): '%.*s' is read as the bounds %s",
                    tidy->frame.sheet->rows[row].line, column + 1, tidy->frame.columns[column].name,
                    (int)cell->text.size, cell->text.data, pst_buffer_string(written));
}

static void warn_said_more(struct pst_tidy *tidy)
{
  if (tidy->cells.said > 0)
    pst_buffer_printf(&tidy->warnings, " (%zu such cell%s)\n", tidy->cells.said,
                      tidy->cells.said == 1 ? "" : "s");
}

static void count_dressed(struct pst_tidy *tidy, const struct pst_tidy_cell *cell,
                          const struct pst_buffer *written)
{
  if (pst_tidy_is_dressed(tidy, cell, written) && tidy->dressed++ == 0)
    /* without memory no result is kept (base/error.h) */
    tidy->first_dressed =
        pst_arena_copy(&tidy->arena, cell->text.data, pst_utf8_head(cell->text, 60).size);
}

static enum pst_status tally_all(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                 struct pst_error *error)
{
  struct pst_buffer written = {.size = 0};
  struct nines nines = {.n = 0};
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < tidy->n_records && status == PST_OK; i++)
    for (size_t v = 0; v < tidy->n_values && status == PST_OK; v++) {
      struct pst_tidy_cell cell;

      pst_tidy_read_cell(tidy, tidy->records[i], tidy->values[v], &cell, &written);
      status = tally(tidy, tidy->records[i], tidy->values[v], &cell);
      if (options->judging || options->rows)
        count_dressed(tidy, &cell, &written);
      if (cell.number && cell.value.said && tidy->cells.said == 1)
        warn_said(tidy, tidy->records[i], tidy->values[v], &cell, &written);
      if (cell.number)
        see_nines(&nines, pst_sheet_cell(tidy->frame.sheet, tidy->records[i], tidy->values[v]),
                  tidy->frame.sheet->rows[tidy->records[i]].line);
    }
  warn_said_more(tidy);
  warn_nines(tidy, &nines);
  tidy->units = tidy->units || tidy->frame.unit != PST_NO_COLUMN;
  for (size_t v = 0; v < tidy->n_values; v++)
    tidy->units = tidy->units || tidy->frame.columns[tidy->values[v]].unit != NULL;
  pst_buffer_free(&written);
  return status == PST_OK ? PST_OK : pst_fail_memory(error);
}

/* --- the decimal mark ------------------------------------------------------------------------ */

static const char *column_name(const void *context, size_t field)
{
  return ((const struct pst_frame *)context)->columns[field].name;
}

/* The decimal mark that the layout defines, where the file is parted as the agency does it. */
static char native_of(const struct pst_tidy *tidy)
{
  const char *parted = tidy->layout->parted == NULL ? "," : tidy->layout->parted;

  return strchr(parted, tidy->frame.sheet->delimiter) == NULL ? '\0' : tidy->frame.native;
}

/* The last cell of a file without a line end at its end: `5,6` may be what is left of 5,678. */
static bool may_be_cut(const struct pst_tidy *tidy, size_t record, size_t value)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;
  size_t row = tidy->records[record];

  return sheet->cut && row + 1 == sheet->n_rows && tidy->values[value] + 1 == sheet->rows[row].n;
}

/* The cells of a record; CUT: only one that may be cut off, which counts where no other has a mark. */
static void see_record(const struct pst_tidy *tidy, size_t record, bool cut,
                       struct pst_marks *marks)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;
  size_t row = tidy->records[record];

  for (size_t v = 0; v < tidy->n_values; v++) {
    struct pst_text text = pst_sheet_cell(sheet, row, tidy->values[v]);
    struct pst_value value;

    if (may_be_cut(tidy, record, v) != cut || pst_marks_know(marks, text))
      continue;
    pst_tidy_part(tidy, tidy->values[v], text, &value);
    if (value.kind == PST_VALUE_NUMBER && !value.interval)
      pst_marks_see(marks, value.digits, text, sheet->rows[row].line, tidy->values[v]);
  }
}

static enum pst_status find_mark(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                 struct pst_error *error)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;
  struct pst_marks_given given = {.decimal = options->decimal,
                                  .thousands = options->thousands,
                                  .native = native_of(tidy),
                                  .grouped = tidy->layout->grouped};
  struct pst_marks marks = {.decimal = {{0}}};
  enum pst_status status;

  for (int pass = 0; pass < 2 && (pass == 0 || !pst_marks_seen(&marks)); pass++)
    for (size_t i = 0; i < tidy->n_records; i++)
      see_record(tidy, i, pass > 0, &marks);
  status = pst_marks_decide(&marks, &given, sheet->name, column_name, &tidy->frame, &tidy->decimal,
                            error);
  tidy->marks_asked = status == PST_BAD_DATA;
  tidy->decimal_known = options->decimal != '\0' || options->thousands != '\0'
                        || native_of(tidy) != '\0' || pst_marks_seen(&marks);
  if (options->decimal != '\0' && options->thousands == '\0'
      && pst_marks_decimal(&marks, tidy->decimal == '.' ? ',' : '.'))
    tidy->strange = tidy->decimal == '.' ? ',' : '.';
  return status;
}

/* --- opening --------------------------------------------------------------------------------- */

/* `(S)`, `c`, `n.s.`: short, and no digit in it; NULL: all are. */
static const struct pst_tidy_trouble *first_that_is_no_token(const struct pst_tidy *tidy)
{
  for (size_t i = 0; i < tidy->n_troubles; i++)
    if (strlen(tidy->troubles[i].text) > 8 || strpbrk(tidy->troubles[i].text, "0123456789") != NULL)
      return &tidy->troubles[i];
  return NULL;
}

/* What is not understood is one short text. */
static bool all_the_same(const struct pst_tidy *tidy)
{
  for (size_t i = 0; i < tidy->n_troubles; i++)
    if (strcmp(tidy->troubles[i].text, tidy->troubles[0].text) != 0)
      return false;
  return strlen(tidy->troubles[0].text) <= 8
         && !pst_plain_has_number(pst_text_of(tidy->troubles[0].text));
}

/* Numbers nowhere, though there are cells: the columns are not what they were taken for. */
static enum pst_status check_sense(const struct pst_tidy *tidy, const struct pst_tidy_options *o,
                                   struct pst_error *error)
{
  const struct pst_tidy_trouble *first = tidy->troubles;

  if (tidy->cells.not_understood == 0)
    return PST_OK;
  if (o->strict != NULL && o->tokens_pass)
    first = first_that_is_no_token(tidy);
  if (o->strict != NULL && first != NULL)
    return pst_fail_at(
        error, PST_BAD_DATA, tidy->frame.sheet->name, first->line,
        "field %zu (%s): '%s' is not understood; mend it%s%s", first->field + 1, first->column,
        first->text,
        pst_plain_has_number(pst_text_of(first->text)) ? "" : ", or name it with --missing",
        o->strict);
  if (tidy->cells.numbers > 0)
    return PST_OK;
  first = tidy->troubles;
  if (all_the_same(tidy))
    return pst_fail_at(error, PST_BAD_DATA, tidy->frame.sheet->name, first->line,
                       "field %zu (%s): '%s' is no number, nor is any other cell taken for a value "
                       "(layout %s); if it stands for a missing one, say --missing %s",
                       first->field + 1, first->column, first->text, tidy->layout->name,
                       first->text);
  return pst_fail_at(error, PST_BAD_DATA, tidy->frame.sheet->name, first->line,
                     "field %zu (%s): '%s' is no number, nor is any other cell taken for a value "
                     "(layout %s); name the value columns with --values, or the layout with "
                     "--layout",
                     first->field + 1, first->column, first->text, tidy->layout->name);
}

static enum pst_status choose_layout(struct pst_tidy *tidy, const struct pst_sheet *sheet,
                                     const struct pst_tidy_options *options,
                                     struct pst_error *error)
{
  struct pst_frame *frame = &tidy->frame;
  size_t header = 0;

  if (options->known != NULL) {
    tidy->layout = options->known->layout;
    frame->header = options->known->header;
    memcpy(frame->why, options->known->why, sizeof frame->why);
    return PST_OK;
  }
  if (options->layout == NULL) {
    tidy->layout = pst_layout_recognise(sheet, &frame->header, frame->why);
    return PST_OK;
  }
  tidy->layout = options->layout;
  if (!tidy->layout->recognise(sheet, &header, frame->why))
    return pst_fail_at(error, PST_BAD_DATA, sheet->name, 0,
                       "this does not look like layout %s (%s); leave --layout out, or see "
                       "--layout list",
                       tidy->layout->name, tidy->layout->summary);
  frame->header = header;
  snprintf(frame->why, sizeof frame->why, "--layout %s", tidy->layout->name);
  return PST_OK;
}

/* --skip, --header-rows or --sections say of an agency's page what its layout does not find there. */
static bool is_contradicted(const struct pst_frame *frame, const struct pst_asked *asked)
{
  const struct pst_sheet *sheet = frame->sheet;
  size_t rows = 0, alone = 0, above = frame->header;

  if (frame->by_shape || frame->header >= sheet->n_rows)
    return false;
  while (above > 0 && pst_sheet_filled(sheet, above - 1) == 0)
    above--;
  for (size_t r = frame->header; r < frame->body; r++)
    rows += pst_sheet_filled(sheet, r) > 0;
  for (size_t r = frame->body; r < frame->end; r++)
    alone += pst_sheet_filled(sheet, r) == 1;
  return (asked->header_given && rows != asked->header_rows)
         || (asked->skip > 0
             && (sheet->rows[frame->header].line <= asked->skip
                 || (above > 0 && sheet->rows[above - 1].line > asked->skip)))
         || (asked->sections == PST_ANSWER_YES && alone > 0);
}

/* The frame as its layout has it, or by the cells alone where the user's words deny the layout that was recognised. */
static enum pst_status make_frame(struct pst_tidy *tidy, const struct pst_sheet *sheet,
                                  const struct pst_asked *asked,
                                  const struct pst_tidy_options *options, struct pst_error *error)
{
  struct pst_frame *frame = &tidy->frame;
  enum pst_status status = pst_layout_frame(tidy->layout, sheet, asked, &tidy->arena, frame, error);

  if (status != PST_OK || !is_contradicted(frame, asked))
    return status;
  if (options->layout != NULL)
    return pst_fail_at(error, PST_BAD_DATA, sheet->name, sheet->rows[frame->header].line,
                       "the header of layout %s stands here, which --skip, --header-rows or "
                       "--sections deny; leave them out, or say --layout plain",
                       tidy->layout->name);
  *frame = (struct pst_frame){.n_columns = 0};
  tidy->layout = pst_layouts[pst_n_layouts - 1];
  tidy->layout->recognise(sheet, &frame->header, frame->why);
  return pst_layout_frame(tidy->layout, sheet, asked, &tidy->arena, frame, error);
}

enum pst_status pst_tidy_open(const struct pst_sheet *sheet, const struct pst_tidy_options *options,
                              struct pst_tidy *tidy, struct pst_error *error)
{
  struct pst_asked *asked; /* what is read of rows asks it, when OPTIONS may have gone */
  enum pst_status status;

  *tidy = (struct pst_tidy){.n_values = 0};
  asked = pst_arena_alloc(&tidy->arena, sizeof *asked);
  if (asked == NULL)
    return pst_fail_memory(error);
  *asked = options->asked;
  status = choose_layout(tidy, sheet, options, error);
  if (status == PST_OK)
    status = make_frame(tidy, sheet, asked, options, error);
  if (status == PST_OK)
    status = pst_shape_check_split(&tidy->frame, error);
  if (status == PST_OK)
    status = pst_tidy_check(tidy, options, error);
  if (status == PST_OK) {
    pst_tidy_find_minus(tidy);
    status = pst_tidy_judge_parentheses(tidy, options, error);
  }
  if (status == PST_OK)
    status = find_mark(tidy, options, error);
  if (status == PST_OK)
    status = pst_tidy_check_scale(tidy, options, error);
  if (status == PST_OK)
    status = pst_tidy_check_expected(tidy, options, error);
  if (status == PST_OK)
    status = tally_all(tidy, options, error);
  if (status == PST_OK)
    status = check_sense(tidy, options, error);
  if (status != PST_OK)
    pst_tidy_close(tidy);
  return status;
}

bool pst_tidy_say_changed(const struct pst_tidy *tidy, struct pst_buffer *out)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;
  struct pst_text example;

  if (sheet->changed == 0)
    return false;
  example = pst_sheet_text_of(sheet, sheet->cells[sheet->example]);
  pst_buffer_printf(out,
                    "%zu cell%s read without marks that do not show, or with accents in one form "
                    "(NFC), such as '%.*s'",
                    sheet->changed, sheet->changed == 1 ? " is" : "s are", (int)example.size,
                    example.data);
  return true;
}

const char *pst_tidy_unit_name(const struct pst_tidy *tidy)
{
  for (size_t k = 0; k < tidy->n_keys; k++)
    if (strcmp(tidy->keys[k], "unit") == 0)
      return "printed_unit";
  return "unit";
}

void pst_tidy_close(struct pst_tidy *tidy)
{
  pst_buffer_free(&tidy->warnings);
  pst_arena_free(&tidy->arena);
}
