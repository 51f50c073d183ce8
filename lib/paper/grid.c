/* grid.c -- a table made cell by cell: the number of each cell, and where its header ends. */
#include <string.h>

#include "base/array.h"
#include "paper/parts.h"
#include "paper/text.h"

struct pst_paper_grid *pst_paper_grid_begin(struct pst_paper *paper, size_t rows, size_t columns)
{
  struct pst_paper_grid *grid;

  if (!PST_ARRAY_ROOM_IN(&paper->arena, paper->grids, paper->grid_capacity, paper->grid_count + 1))
    return paper->failed = true, NULL;
  grid = &paper->grids[paper->grid_count];
  *grid = (struct pst_paper_grid){.rows = rows, .columns = columns, .before = PST_PAPER_NONE};
  grid->cells = columns > 0 && rows > 1000000000 / columns
                    ? NULL
                    : pst_arena_array(&paper->arena, rows * columns + 1, sizeof *grid->cells);
  if (grid->cells == NULL)
    return paper->failed = true, NULL;
  for (size_t i = 0; i < rows * columns; i++)
    grid->cells[i] = (struct pst_paper_cell){.sentence = PST_PAPER_NONE,
                                             .main = PST_PAPER_NONE,
                                             .change = PST_PAPER_NONE,
                                             .low = PST_PAPER_NONE,
                                             .high = PST_PAPER_NONE};
  if (paper->sentence_count > 0)
    grid->before = paper->sentence_count - 1;
  paper->grid_count++;
  return grid;
}

/* Blanks, and the stars of Markdown around a whole cell. */
static void trim(const struct pst_paper *paper, size_t *at, size_t *end)
{
  const char *data = paper->text.data;

  while (*at < *end && strchr(" \t\r*_`\"", data[*at]) != NULL)
    ++*at;
  while (*end > *at && strchr(" \t\r_`\"", data[*end - 1]) != NULL)
    --*end;
  while (*end >= *at + 2 && data[*end - 1] == '*' && data[*end - 2] == '*')
    *end -= 2;
}

/* From token AT: [a, b], (a to b), a-b; two numbers. */
static bool read_pair(const struct pst_paper *paper, size_t at, size_t last,
                      struct pst_paper_cell *cell)
{
  size_t low = at;

  if (pst_paper_mark(paper, low, '[') || pst_paper_mark(paper, low, '('))
    low++;
  if (low + 2 >= last || paper->tokens[low].kind != PST_TOKEN_NUMBER
      || paper->tokens[low + 2].kind != PST_TOKEN_NUMBER)
    return false;
  if (!pst_paper_mark(paper, low + 1, ',') && !pst_paper_mark(paper, low + 1, '-')
      && !pst_paper_mark(paper, low + 1, ';') && !pst_paper_word(paper, low + 1, "to"))
    return false;
  cell->low = paper->tokens[low].mention;
  cell->high = paper->tokens[low + 2].mention;
  return true;
}

/* What may stand behind the number of a cell: nothing, marks of notes, a bracket, one letter. */
static bool is_tail(const struct pst_paper *paper, size_t at, size_t last)
{
  return at >= last || pst_paper_mark(paper, at, '*') || pst_paper_mark(paper, at, '(')
         || pst_paper_mark(paper, at, '[') || pst_paper_mark(paper, at, '~')
         || (paper->tokens[at].kind == PST_TOKEN_WORD && paper->tokens[at].size == 1
             && at + 1 == last);
}

/* (1,234) is -1,234 as accountants write. */
static void read_negative(struct pst_paper *paper, size_t first, size_t last,
                          struct pst_paper_cell *cell)
{
  struct pst_mention *mention;

  if (last - first != 3 || !pst_paper_mark(paper, first, '(')
      || !pst_paper_mark(paper, last - 1, ')') || paper->tokens[first + 1].kind != PST_TOKEN_NUMBER)
    return;
  mention = &paper->mentions[paper->tokens[first + 1].mention];
  if (mention->has_sign || mention->decimals > 0 || mention->unit == PST_PAPER_POINTS
      || mention->year)
    return;
  mention->value = pst_rational_negate(&paper->exact, mention->value);
  mention->range = pst_range_negate(&paper->exact, &mention->range);
  cell->main = paper->tokens[first + 1].mention;
}

static void read_cell(struct pst_paper *paper, size_t first, size_t last,
                      struct pst_paper_cell *cell)
{
  size_t at = first;

  if (at >= last)
    return;
  if (read_pair(paper, at, last, cell))
    return;
  if (paper->tokens[at].kind != PST_TOKEN_NUMBER) {
    read_negative(paper, first, last, cell);
    return;
  }
  if (!is_tail(paper, at + 1, last))
    return;
  cell->main = paper->tokens[at].mention;
  at++;
  if (!pst_paper_mark(paper, at, '(') && !pst_paper_mark(paper, at, '['))
    return;
  if (!read_pair(paper, at, last, cell) && at + 1 < last
      && paper->tokens[at + 1].kind == PST_TOKEN_NUMBER
      && (pst_paper_mark(paper, at + 2, ')') || pst_paper_mark(paper, at + 2, ']')))
    cell->change = paper->tokens[at + 1].mention;
}

void pst_paper_grid_put(struct pst_paper *paper, struct pst_paper_grid *grid, size_t row,
                        size_t column, size_t at, size_t end)
{
  struct pst_paper_cell *cell = &grid->cells[row * grid->columns + column];
  size_t first = paper->token_count;
  struct pst_sentence *sentence;

  trim(paper, &at, &end);
  paper->run = first;
  cell->at = at;
  cell->size = end - at;
  if (at >= end)
    return;
  pst_paper_tokens(paper, at, end, paper->sentence_count);
  if (paper->failed
      || !PST_ARRAY_ROOM_IN(&paper->arena, paper->sentences, paper->sentence_capacity,
                            paper->sentence_count + 1)) {
    paper->failed = true;
    return;
  }
  sentence = &paper->sentences[paper->sentence_count];
  *sentence = (struct pst_sentence){.kind = PST_SENTENCE_CELL,
                                    .first = first,
                                    .last = paper->token_count,
                                    .at = at,
                                    .end = end,
                                    .paragraph =
                                        paper->sentence_count > 0 ? sentence[-1].paragraph + 1 : 0};
  cell->sentence = paper->sentence_count++;
  read_cell(paper, first, paper->token_count, cell);
}

/* A row of data: half of what it says behind its first cell are numbers that are no years. */
static bool is_data(const struct pst_paper *paper, const struct pst_paper_grid *grid, size_t row)
{
  size_t known = 0, numbers = 0;

  for (size_t c = 0; c < grid->columns; c++) {
    const struct pst_paper_cell *cell = &grid->cells[row * grid->columns + c];
    bool number = (cell->main != PST_PAPER_NONE && !paper->mentions[cell->main].year)
                  || (cell->low != PST_PAPER_NONE && !paper->mentions[cell->low].year);

    known += cell->size > 0 && (c > 0 || number);
    numbers += number;
  }
  return numbers > 0 && 2 * numbers >= known;
}

/* A row with a number that is no year: of a table in long form, where keys are more than values. */
static bool has_number(const struct pst_paper *paper, const struct pst_paper_grid *grid, size_t row)
{
  for (size_t c = 0; c < grid->columns; c++) {
    size_t main = grid->cells[row * grid->columns + c].main;

    if (main != PST_PAPER_NONE && !paper->mentions[main].year)
      return true;
  }
  return false;
}

void pst_paper_grid_end(struct pst_paper *paper, struct pst_paper_grid *grid)
{
  size_t row = 0;

  while (row < grid->rows && !is_data(paper, grid, row))
    row++;
  if (row == grid->rows)
    for (row = 0; row < grid->rows && !has_number(paper, grid, row);)
      row++;
  grid->header_rows = row;
}
