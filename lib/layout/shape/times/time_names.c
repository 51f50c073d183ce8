/* time_names.c -- columns of values whose names end in years, and a column of years beside them. */
#include <string.h>

#include "layout/shape/steps.h"
#include "printed/words.h"

/* `pop_1985` beside `pop_1986`: years stand in the names, and what is below them are values. */
bool pst_shape_has_year_name(const struct pst_frame *frame, size_t column)
{
  const char *name = frame->columns[column].name;
  size_t size = strlen(name);

  if (frame->columns[column].unnamed || size <= 4
      || !pst_shape_is_calendar_year((struct pst_text){.data = name + size - 4, .size = 4},
                                     frame->when))
    return false;
  return (column + 1 < frame->n_columns
          && pst_shape_is_numbered_as(name, frame->columns[column + 1].name))
         || (column > 0 && pst_shape_is_numbered_as(name, frame->columns[column - 1].name));
}

/* `Papers 2010`, `Papers 2020`: all columns of numbers but COLUMN, two and more, have their years in their names. */
static bool have_years(const struct pst_frame *frame, size_t column)
{
  size_t n = 0;

  for (size_t c = 0; c < frame->n_columns; c++) {
    if (c == column || frame->columns[c].role != PST_FRAME_VALUE)
      continue;
    if (!pst_shape_has_year_name(frame, c))
      return false;
    n++;
  }
  return n > 1;
}

/* `Agreement signed` before these says when, of each record, and is no time of its numbers. */
bool pst_shape_is_beside_years(struct pst_frame *frame, size_t column)
{
  const struct pst_frame_column *at = &frame->columns[column];

  if (pst_words_time_alone(at->name) || !pst_shape_mostly(frame, column, pst_shape_is_calendar_year)
      || !have_years(frame, column))
    return false;
  frame->columns[column].role = PST_FRAME_KEY;
  frame->columns[column].reason = "years, which the names of the values have too";
  pst_frame_tell(
      frame,
      "column '%s' holds years, and the names of the values have theirs: it is taken for "
      "a key; if it is the time of the numbers, say --time '%s'",
      at->name, at->name);
  return true;
}
