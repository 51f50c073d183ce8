/* grid_csv.c -- a CSV file as one table, each cell with its place. */
#include <string.h>

#include "base/array.h"
#include "paper/parts.h"

struct field {
  size_t row, at, end;
};

struct fields {
  struct field *items;
  size_t count, capacity, rows, columns;
};

/* The mark between cells: what the first line has most of. */
static char delimiter_of(struct pst_text text)
{
  static const char marks[] = ",;\t";
  size_t counts[3] = {0}, best = 0;

  for (size_t i = 0; i < text.size && text.data[i] != '\n'; i++)
    for (size_t m = 0; m < 3; m++)
      counts[m] += text.data[i] == marks[m];
  for (size_t m = 1; m < 3; m++)
    if (counts[m] > counts[best])
      best = m;
  return marks[best];
}

/* The end of the cell that begins at AT. */
static size_t field_end(struct pst_text text, size_t at, char delimiter)
{
  bool quoted = at < text.size && text.data[at] == '"';

  if (quoted) {
    for (at++; at < text.size; at++) {
      if (text.data[at] != '"')
        continue;
      if (at + 1 < text.size && text.data[at + 1] == '"')
        at++;
      else
        break;
    }
  }
  while (at < text.size && text.data[at] != delimiter && text.data[at] != '\n')
    at++;
  return at;
}

static bool read_fields(struct pst_paper *paper, struct fields *fields)
{
  struct pst_text text = paper->text;
  char delimiter = delimiter_of(text);
  size_t at = 0, column = 0;

  while (at < text.size) {
    size_t end = field_end(text, at, delimiter);

    if (!PST_ARRAY_ROOM_IN(&paper->arena, fields->items, fields->capacity, fields->count + 1))
      return false;
    fields->items[fields->count++] = (struct field){.row = fields->rows, .at = at, .end = end};
    column++;
    fields->columns = column > fields->columns ? column : fields->columns;
    if (end >= text.size || text.data[end] == '\n') {
      fields->rows++;
      column = 0;
    }
    at = end + 1;
  }
  fields->rows += column > 0;
  return true;
}

void pst_paper_grid_csv(struct pst_paper *paper)
{
  struct fields fields = {.items = NULL};
  struct pst_paper_grid *grid;
  size_t column = 0;

  if (!read_fields(paper, &fields)) {
    paper->failed = true;
    return;
  }
  grid = pst_paper_grid_begin(paper, fields.rows, fields.columns);
  for (size_t i = 0; i < fields.count && grid != NULL && !paper->failed; i++) {
    column = i > 0 && fields.items[i].row == fields.items[i - 1].row ? column + 1 : 0;
    pst_paper_grid_put(paper, grid, fields.items[i].row, column, fields.items[i].at,
                       fields.items[i].end);
  }
  if (grid == NULL || paper->failed)
    return;
  grid->end = paper->text.size;
  pst_paper_grid_end(paper, grid);
}
