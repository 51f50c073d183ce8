/* header_units.c -- rows of a header that name units. */
#include <stdio.h>
#include <string.h>

#include "layout/shape/score.h"
#include "printed/words.h"
#include "layout/shape/steps.h"

bool pst_headed_counts(const struct pst_headed *headed, size_t i)
{
  return i > 0 && pst_score_counts_columns(&headed->shape->grid, headed->shape->header + i);
}

/* No key is named in row I that another row names, unless the row calls itself one of units. */
static bool leaves_keys(const struct pst_headed *headed, size_t i)
{
  for (size_t c = 0; c < headed->frame->n_columns && c < headed->shape->width; c++) {
    struct pst_text cell = pst_sheet_cell(headed->frame->sheet, headed->shape->header + i, c);
    char text[64];

    if (cell.size == 0 || headed->shape->numeric[c] || headed->shape->empty[c]
        || (i > 0 && pst_headed_names_alone(headed, i, c)))
      continue;
    if (cell.size >= sizeof text)
      return false;
    snprintf(text, sizeof text, "%.*s", (int)cell.size, cell.data);
    if (!pst_words_called_unit(text) && !(i > 0 && pst_words_unit(text)))
      return false;
  }
  return true;
}

bool pst_headed_is_unit(const struct pst_headed *headed, size_t i, size_t column)
{
  struct pst_text cell = pst_headed_label(headed, i, column);
  char text[64];

  if (cell.size == 0 || cell.size >= sizeof text)
    return false;
  snprintf(text, sizeof text, "%.*s", (int)cell.size, cell.data);
  return pst_words_unit(text);
}

/* A measured column has no label but that of row I: it is its name. */
static bool is_only_name(const struct pst_headed *headed, size_t i)
{
  for (size_t c = 0; c < headed->frame->n_columns; c++) {
    bool named = !pst_headed_is_measured(headed, c) || pst_headed_label(headed, i, c).size == 0;

    for (size_t other = 0; other < headed->n_rows && !named; other++)
      named = other != i && pst_headed_label(headed, other, c).size > 0;
    if (!named)
      return true;
  }
  return false;
}

bool pst_headed_has_units(const struct pst_headed *headed, size_t i)
{
  size_t units = 0;

  if (!leaves_keys(headed, i) || is_only_name(headed, i))
    return false;
  for (size_t c = 0; c < headed->frame->n_columns; c++) {
    if (!pst_headed_is_measured(headed, c) || pst_headed_label(headed, i, c).size == 0)
      continue;
    if (!pst_headed_is_unit(headed, i, c))
      return false;
    units++;
  }
  return units > 0 && !pst_headed_tells_apart(headed, i);
}

/* Below the periods: half of its labels and more are units, none stands over a key, and the columns
   have different names without it. */
static bool are_below_periods(const struct pst_headed *headed, size_t i)
{
  size_t units = 0, filled = 0;

  if (i == 0 || i + 1 < headed->n_rows || headed->period_row == PST_NO_COLUMN
      || i <= headed->period_row)
    return false;
  for (size_t c = 0; c < headed->frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(headed->frame->sheet, headed->shape->header + i, c);
    char text[64];

    if (cell.size == 0)
      continue;
    if (!pst_headed_is_measured(headed, c) || cell.size >= sizeof text)
      return false;
    snprintf(text, sizeof text, "%.*s", (int)cell.size, cell.data);
    units += pst_words_unit(text);
    filled++;
  }
  return units * 2 >= filled && filled > 0 && !pst_headed_tells_apart(headed, i);
}

/* The lowest row is of measured columns only, which have names of their own in the row above, as the keys have: units
   where one of its labels is. */
static bool are_below_names(const struct pst_headed *headed, size_t i)
{
  const struct pst_sheet *sheet = headed->frame->sheet;
  size_t row = headed->shape->header + i, units = 0;

  if (i == 0
      || i + 1 + (i + 1 < headed->n_rows && pst_headed_counts(headed, i + 1)) < headed->n_rows
      || headed->period_row != PST_NO_COLUMN)
    return false;
  for (size_t c = 0; c < headed->frame->n_columns; c++) {
    struct pst_text above = pst_sheet_cell(sheet, row - 1, c);

    if (above.size == 0 || c >= headed->shape->width
        || (!headed->shape->numeric[c] && pst_sheet_cell(sheet, row, c).size > 0))
      return false;
    units += pst_headed_is_measured(headed, c) && pst_headed_is_unit(headed, i, c);
    for (size_t b = 0; b < c; b++)
      if (pst_text_equal(above, pst_sheet_cell(sheet, row - 1, b)))
        return false;
  }
  return units > 0;
}

bool pst_headed_has_units_below(const struct pst_headed *headed, size_t i)
{
  return are_below_names(headed, i) || are_below_periods(headed, i);
}
