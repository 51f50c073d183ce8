/* tidy_minus.c -- `42.7-`: a minus behind its number, as ledgers print it, where no other minus is. */
#include <ctype.h>
#include <string.h>

#include "printed/said.h"
#include "tidy/check/tidy_check.h"

/* What the numbers of one column, or of all columns of periods, have of both. */
struct signs {
  size_t behind, before;
  size_t row, column; /* of the first with its minus behind it */
};

static bool has_minus_behind(struct pst_text cell)
{
  return cell.size > 1 && cell.data[cell.size - 1] == '-'
         && isdigit((unsigned char)cell.data[cell.size - 2]);
}

static void see(const struct pst_tidy *tidy, size_t row, size_t column, struct signs *signs)
{
  struct pst_text cell = pst_text_trim(pst_sheet_cell(tidy->frame.sheet, row, column));
  struct pst_value_rules rules = tidy->frame.rules;
  struct pst_value value;

  rules.minus_behind = true;
  pst_value_part(cell, &rules, &value);
  if (value.kind != PST_VALUE_NUMBER || !value.negative)
    return;
  if (!has_minus_behind(cell)) {
    signs->before++;
    return;
  }
  if (signs->behind++ > 0)
    return;
  signs->row = row;
  signs->column = column;
}

bool pst_tidy_go_together(const struct pst_tidy *tidy, size_t a, size_t b)
{
  return a == b
         || (tidy->frame.columns[a].when[0] != '\0' && tidy->frame.columns[b].when[0] != '\0');
}

static void tell(struct pst_tidy *tidy, const struct signs *signs)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;
  struct pst_text cell = pst_text_trim(pst_sheet_cell(sheet, signs->row, signs->column));

  pst_buffer_printf(&tidy->warnings,
                    "line %lu: field %zu (%s): '%.*s' is read as -%.*s, since every minus stands "
                    "behind its number there (%zu such cell%s)\n",
                    sheet->rows[signs->row].line, signs->column + 1,
                    tidy->frame.columns[signs->column].name, (int)cell.size, cell.data,
                    (int)cell.size - 1, cell.data, signs->behind, signs->behind == 1 ? "" : "s");
}

/* The columns that go together with value V, and stand before no other of theirs. */
static void settle(struct pst_tidy *tidy, size_t v)
{
  struct signs signs = {.behind = 0};

  for (size_t u = 0; u < v; u++)
    if (pst_tidy_go_together(tidy, tidy->values[u], tidy->values[v]))
      return;
  for (size_t i = 0; i < tidy->n_records; i++)
    for (size_t u = v; u < tidy->n_values; u++)
      if (pst_tidy_go_together(tidy, tidy->values[u], tidy->values[v]))
        see(tidy, tidy->records[i], tidy->values[u], &signs);
  if (signs.behind == 0 || signs.before > 0)
    return;
  for (size_t u = v; u < tidy->n_values; u++)
    if (pst_tidy_go_together(tidy, tidy->values[u], tidy->values[v]))
      tidy->frame.columns[tidy->values[u]].minus_behind = true;
  tidy->minus_behind += signs.behind;
  tell(tidy, &signs);
}

/* Most files have no such cell. */
static bool is_needed(const struct pst_tidy *tidy)
{
  for (size_t i = 0; i < tidy->n_records; i++)
    for (size_t v = 0; v < tidy->n_values; v++)
      if (has_minus_behind(
              pst_text_trim(pst_sheet_cell(tidy->frame.sheet, tidy->records[i], tidy->values[v]))))
        return true;
  return false;
}

void pst_tidy_find_minus(struct pst_tidy *tidy)
{
  for (size_t v = 0; v < tidy->n_values && (v > 0 || is_needed(tidy)); v++)
    settle(tidy, v);
}

void pst_tidy_part(const struct pst_tidy *tidy, size_t column, struct pst_text cell,
                   struct pst_value *value)
{
  struct pst_value_rules rules = tidy->frame.rules;

  rules.minus_behind = tidy->frame.columns[column].minus_behind;
  if (tidy->frame.columns[column].errors)
    rules.parentheses = PST_PARENTHESES_FLAG;
  pst_value_part(cell, &rules, value);
  pst_said_value(value);
}
