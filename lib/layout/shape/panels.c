/* panels.c -- a long table that was broken into panels, which stand side by side. */
#include <string.h>

#include "layout/shape/score.h"
#include "layout/shape/steps.h"
#include "printed/words.h"

/* The names of the columns that have one, in order. */
static const char **list_names(const struct pst_frame *frame, size_t *n)
{
  const char **names = pst_arena_array(frame->arena, frame->n_columns + 1, sizeof *names);

  *n = 0;
  for (size_t c = 0; c < frame->n_columns && names != NULL; c++)
    if (!frame->columns[c].unnamed)
      names[(*n)++] = frame->columns[c].name;
  return names;
}

/* `State,Population,State,Population`: after how many names they begin again, two and more; 0: they do not. */
static size_t find_width(const char *const *names, size_t n)
{
  size_t width = 1;

  while (width < n && strcmp(names[width], names[0]) != 0)
    width++;
  if (width < 2 || width == n || n % width != 0)
    return 0;
  for (size_t i = width; i < n; i++)
    if (strcmp(names[i], names[i % width]) != 0)
      return 0;
  return width;
}

static bool is_longer(struct pst_text cell, unsigned rules)
{
  (void)rules;
  return cell.size > 3;
}

/* A key whose cells are names, no flags or notes of values. */
static bool is_list(const struct pst_headed *headed, size_t column)
{
  const struct pst_frame_column *at = &headed->frame->columns[column];

  return column < headed->shape->width && !at->unnamed && at->role == PST_FRAME_KEY
         && !headed->shape->numeric[column] && !headed->shape->empty[column]
         && !pst_words_flag(at->name) && !pst_words_note(at->name)
         && !pst_words_called_unit(at->name) && pst_shape_mostly(headed->frame, column, is_longer);
}

/* `Rank,Country,2019,Rank,Country,2020`: keys with texts whose names come again, as many columns apart: lists side by
   side.  The column where the second begins; 0: there is none. */
static size_t find_lists(const struct pst_headed *headed)
{
  const struct pst_frame *frame = headed->frame;

  for (size_t a = 0; a < frame->n_columns; a++)
    for (size_t b = a + 1; b < frame->n_columns; b++)
      if (is_list(headed, a) && is_list(headed, b)
          && strcmp(frame->columns[a].name, frame->columns[b].name) == 0
          && (frame->columns[b - 1].role == PST_FRAME_VALUE
              || (b > 1 && frame->columns[b - 2].role == PST_FRAME_VALUE)))
        return b;
  return 0;
}

static enum pst_status refuse_lists(struct pst_frame *frame, size_t column, struct pst_error *error)
{
  frame->question = PST_QUESTION_HEADER;
  return pst_fail_at(
      error, PST_BAD_DATA, frame->sheet->name, frame->sheet->rows[frame->header].line,
      "two columns of names are called '%s', with values between them: lists side by "
      "side, whose lines have nothing to do with each other; put them below each "
      "other, or, if this is one table, give its columns different names, or say "
      "--keys and --values",
      frame->columns[column].name);
}

/* A year, or a unit, alone in another column than the first. */
static bool is_heading_alone(const struct pst_frame *frame, size_t row, bool *year)
{
  char text[64];

  if (pst_sheet_filled(frame->sheet, row) != 1 || pst_sheet_cell(frame->sheet, row, 0).size > 0)
    return false;
  for (size_t c = 1; c < frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, c);

    if (cell.size == 0)
      continue;
    *year = pst_shape_is_calendar_year(cell, frame->when);
    return frame->columns[c].role == PST_FRAME_VALUE
           && (*year || (cell.size > 2 && pst_heading_copy(cell, text) && pst_words_unit(text)));
  }
  return false;
}

/* `;2010;` right below the names and `;2011;` further down, or `Number` and `Per cent`: each heads the records below it. */
static enum pst_status refuse_headings(struct pst_frame *frame, struct pst_error *error)
{
  bool year = false;

  if (frame->asked->sections == PST_ANSWER_NO)
    return PST_OK;
  for (size_t r = frame->body; r < frame->sheet->n_rows && frame->columns[0].role == PST_FRAME_KEY;
       r++)
    if (is_heading_alone(frame, r, &year)) {
      frame->question = PST_QUESTION_HEADER;
      return pst_fail_at(
          error, PST_BAD_DATA, frame->sheet->name, frame->sheet->rows[r].line,
          "a %s stands alone here, above records: if it is theirs, write it into the "
          "first column, where --sections finds it, or into a column of its own; if it is a "
          "record, "
          "say --sections no",
          year ? "year" : "unit");
    }
  return PST_OK;
}

enum pst_status pst_shape_refuse_panels(struct pst_headed *headed, struct pst_error *error)
{
  struct pst_frame *frame = headed->frame;
  const char **names;
  size_t n, width;

  if (refuse_headings(frame, error) != PST_OK)
    return PST_BAD_DATA;
  if (frame->asked->keys == NULL && frame->asked->values == NULL && find_lists(headed) > 0)
    return refuse_lists(frame, find_lists(headed), error);
  if (headed->n_rows != 1 || headed->period_row != PST_NO_COLUMN || frame->asked->keys != NULL
      || frame->asked->values != NULL || frame->n_columns < 4
      || frame->columns[0].role == PST_FRAME_VALUE)
    return PST_OK;
  names = list_names(frame, &n);
  if (names == NULL)
    return pst_fail_memory(error);
  width = find_width(names, n);
  if (width == 0)
    return PST_OK;
  frame->question = PST_QUESTION_HEADER;
  return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                     frame->sheet->rows[frame->header].line,
                     "the columns '%s' to '%s' come %zu times side by side: a long table in "
                     "panels, whose lines have "
                     "nothing to do with each other; put the panels below each other, or, if this "
                     "is one table, give "
                     "its columns different names, or say --keys and --values",
                     names[0], names[width - 1], n / width);
}
