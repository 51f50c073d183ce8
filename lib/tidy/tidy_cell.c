/* tidy_cell.c -- one value cell of a framed sheet, with its flags, notes and unit. */
#include "tidy/tidy_cell.h"

#include <string.h>

#include "base/number.h"
#include "printed/said.h"
#include "table/load/cell.h"

static struct pst_text flag_of(const struct pst_tidy *tidy, size_t row, size_t column,
                               const struct pst_value *value)
{
  size_t flag = tidy->frame.columns[column].flag;
  const char *below = tidy->frame.flags_below;

  if (below != NULL && value->flag.size == 0 && row + 1 < tidy->frame.end
      && pst_text_is(pst_sheet_cell(tidy->frame.sheet, row + 1, 0), below))
    return pst_sheet_cell(tidy->frame.sheet, row + 1, column);
  if (flag == PST_NO_COLUMN || value->flag.size > 0)
    return value->flag;
  return pst_sheet_cell(tidy->frame.sheet, row, flag);
}

/* A row of flags: no value is there. */
static bool is_status(const struct pst_frame *frame, size_t row)
{
  return frame->attribute != PST_NO_COLUMN
         && pst_text_is(pst_sheet_cell(frame->sheet, row, frame->attribute), "Status");
}

/* The other mark is a decimal one somewhere, and the user has said which holds: no number is made of
   what has that other mark. */
static bool is_other_kind(const struct pst_tidy *tidy, const struct pst_value *value)
{
  return tidy->strange != '\0' && !value->interval
         && memchr(value->digits.data, tidy->strange, value->digits.size) != NULL;
}

/* 1e400 is beyond what any program reads. */
static bool is_finite(const struct pst_buffer *written)
{
  double number;

  if (written->size < 300 && memchr(written->data, 'e', written->size) == NULL
      && memchr(written->data, 'E', written->size) == NULL)
    return true;
  return written->data[0] == '<' || written->data[0] == '>' || written->data[0] == '['
         || pst_number_parse((struct pst_text){written->data, written->size},
                             &(struct pst_number_style){.decimal = '.'}, &number, NULL);
}

/* As pst_value_part leaves it, but that nothing is copied. */
static void set_plain(struct pst_value *value, struct pst_text digits)
{
  value->kind = PST_VALUE_NUMBER;
  value->negative = value->interval = value->said = false;
  value->relation[0] = value->marker[0] = value->unit[0] = '\0';
  value->digits = value->token = digits;
  value->flag = (struct pst_text){.data = "", .size = 0};
}

void pst_tidy_read_cell(const struct pst_tidy *tidy, size_t row, size_t column,
                        struct pst_tidy_cell *cell, struct pst_buffer *written)
{
  pst_buffer_clear(written);
  if (is_status(&tidy->frame, row)) {
    *cell = (struct pst_tidy_cell){.value = {.kind = PST_VALUE_MISSING,
                                             .token = {.data = "", .size = 0},
                                             .flag = {.data = "", .size = 0}},
                                   .text = {.data = "", .size = 0},
                                   .flag = pst_sheet_cell(tidy->frame.sheet, row, column)};
    return;
  }
  cell->text = pst_sheet_cell(tidy->frame.sheet, row, column);
  if (pst_value_is_plain(cell->text, &tidy->frame.rules, tidy->decimal)) {
    set_plain(&cell->value, cell->text);
    cell->flag = flag_of(tidy, row, column, &cell->value);
    cell->number = !is_other_kind(tidy, &cell->value);
    pst_buffer_add(written, cell->text.data, cell->text.size);
    return;
  }
  pst_tidy_part(tidy, column, cell->text, &cell->value);
  cell->flag = flag_of(tidy, row, column, &cell->value);
  cell->number = cell->value.kind == PST_VALUE_NUMBER && !is_other_kind(tidy, &cell->value)
                 && pst_said_write(&cell->value, tidy->decimal, written) && is_finite(written);
}

bool pst_tidy_is_dressed(const struct pst_tidy *tidy, const struct pst_tidy_cell *cell,
                         const struct pst_buffer *written)
{
  const struct pst_cell_rules plain = {.said = true};
  struct pst_text text = pst_text_trim(cell->text);

  if (!cell->number || cell->value.said || pst_text_is(text, pst_buffer_string(written)))
    return false;
  if (tidy->decimal != '.'
      && (memchr(text.data, '.', text.size) != NULL || memchr(text.data, ',', text.size) != NULL))
    return true;
  return !pst_cell_is_number(text, &plain);
}
