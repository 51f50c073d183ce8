/* ranks.c -- a column of ranks beside the values that it ranks: in order, with ties named. */
#include "scan/find/finders.h"

enum { ROWS_LEAST = 4, ROWS_MOST = 5000 };

static const char rank_words[] = "rank ranks ranking position place rang";

static bool is_rank_column(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                           size_t c)
{
  return grid->header_rows > 0 && pst_paper_grid_numbers(paper, grid, c) >= ROWS_LEAST
         && pst_paper_grid_says(paper, grid, c, rank_words)
         && !pst_paper_grid_says(paper, grid, c, "change correlation");
}

/* How the values of COLUMN go along the ranks: steps down, up, level; those that have both. */
struct course {
  size_t down, up, level, rows;
};

static const struct pst_mention *rank_of(const struct pst_paper *paper,
                                         const struct pst_paper_grid *grid, size_t row,
                                         size_t column)
{
  size_t main = pst_paper_grid_at(grid, row, column)->main;

  return main == PST_PAPER_NONE || paper->mentions[main].decimals > 0 ? NULL
                                                                      : &paper->mentions[main];
}

/* The row before ROW that has both; ROW when there is none. */
static size_t before(const struct pst_paper *paper, const struct pst_paper_grid *grid, size_t row,
                     size_t rank, size_t value)
{
  for (size_t r = row; r-- > grid->header_rows;)
    if (rank_of(paper, grid, r, rank) != NULL && pst_paper_grid_main(paper, grid, r, value) != NULL)
      return r;
  return row;
}

/* -1, 0, 1: the value goes down, stays, goes up where the rank goes up; 2: there is no such step. */
static int step(const struct pst_paper *paper, const struct pst_paper_grid *grid, size_t row,
                size_t rank, size_t value)
{
  const size_t r = before(paper, grid, row, rank, value);
  const struct pst_mention *place = rank_of(paper, grid, row, rank);
  const struct pst_mention *place_before = rank_of(paper, grid, r, rank);
  const struct pst_mention *main = pst_paper_grid_main(paper, grid, row, value);
  const struct pst_mention *main_before = pst_paper_grid_main(paper, grid, r, value);
  int order, change;

  if (r == row || place == NULL || place_before == NULL || main == NULL || main_before == NULL
      || !pst_paper_same_unit(main, main_before))
    return 2;
  order = pst_rational_compare(place->value, place_before->value);
  if (order < 0)
    return 2;
  change = pst_rational_compare(main->value, main_before->value);
  if (order == 0) /* a tie that is said */
    return change == 0 ? 2 : 0;
  return change < 0 ? -1 : change > 0;
}

static struct course course_of(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                               size_t rank, size_t value)
{
  struct course course = {0};

  for (size_t r = grid->header_rows; r < grid->rows; r++) {
    int s = step(paper, grid, r, rank, value);

    course.down += s == -1;
    course.up += s == 1;
    course.level += s == 0;
    course.rows += s != 2;
  }
  return course;
}

/* Four steps in five go one way. */
static bool is_ranked(const struct course *c)
{
  size_t with = c->down > c->up ? c->down : c->up;

  return c->rows + 1 >= ROWS_LEAST && with > 0 && 5 * (with + c->level) >= 4 * c->rows
         && 2 * with > c->rows;
}

static void tell_tie(struct pst_scan *scan, const struct pst_paper *paper,
                     const struct pst_paper_grid *grid, size_t row, size_t rank, size_t value,
                     bool wrong)
{
  size_t r = before(paper, grid, row, rank, value);
  const struct pst_mention *figures[] = {pst_paper_grid_main(paper, grid, r, value),
                                         pst_paper_grid_main(paper, grid, row, value)};
  struct pst_find find = {.kind = "rank",
                          .paper = paper,
                          .figures = figures,
                          .figure_count = 2,
                          .at = pst_paper_grid_at(grid, row, value)->at,
                          .size = pst_paper_grid_at(grid, row, value)->size,
                          .relation = "beside",
                          .unit = figures[0]->unit};
  size_t at;
  const char *first = pst_find_text(scan, paper, rank_of(paper, grid, r, rank));
  const char *second = pst_find_text(scan, paper, rank_of(paper, grid, row, rank));

  pst_paper_grid_row(grid, r, &find.says_at, &at);
  pst_paper_grid_row(grid, row, &at, &find.says_end);
  find.without_range = true;
  find.text = pst_find_format(scan, "ranks %s and %s: %s, %s", first, second,
                              pst_find_text(scan, paper, figures[0]),
                              pst_find_text(scan, paper, figures[1]));
  find.note =
      wrong ? "the value is out of the order of the ranks" : "a tie: the same figure has two ranks";
  pst_find_add(scan, &find, wrong ? PST_FINDING_CONTRADICTS : PST_FINDING_UNDECIDED,
               &figures[1]->range);
}

static void report(struct pst_scan *scan, const struct pst_paper *paper,
                   const struct pst_paper_grid *grid, size_t rank, size_t value,
                   const struct course *c)
{
  int way = c->down >= c->up ? -1 : 1;
  size_t first = grid->header_rows;
  struct pst_find find = {
      .kind = "rank", .paper = paper, .relation = "beside", .without_range = true};

  while (rank_of(paper, grid, first, rank) == NULL
         || pst_paper_grid_main(paper, grid, first, value) == NULL)
    first++;
  find.at = pst_paper_grid_at(grid, first, value)->at;
  find.size = pst_paper_grid_at(grid, first, value)->size;
  find.text = pst_find_format(scan, "%zu of %zu steps from rank to rank in order, %zu level",
                              way < 0 ? c->down : c->up, c->rows, c->level);
  find.note = way < 0 ? "rank 1 is the largest" : "rank 1 is the smallest";
  pst_paper_grid_row(grid, first, &find.says_at, &find.says_end);
  if ((way < 0 ? c->down : c->up) + c->level == c->rows)
    pst_find_add(scan, &find, PST_FINDING_AGREES, NULL);
  for (size_t r = first; r < grid->rows; r++) {
    int s = step(paper, grid, r, rank, value);

    if (s == 0 || s == -way)
      tell_tie(scan, paper, grid, r, rank, value, s != 0);
  }
}

/* Of the columns behind one of texts, that which is ranked best. */
static size_t best_of(const struct pst_paper *paper, const struct pst_paper_grid *grid, size_t rank,
                      size_t from, size_t to, struct course *course)
{
  size_t best = PST_PAPER_NONE, least = SIZE_MAX;

  for (size_t c = from; c < to; c++) {
    struct course own = course_of(paper, grid, rank, c);
    size_t wrong = own.rows - (own.down > own.up ? own.down : own.up);

    if (c == rank || !is_ranked(&own) || wrong >= least)
      continue;
    least = wrong;
    best = c;
    *course = own;
  }
  return best;
}

void pst_find_ranks(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_paper_grid *grid)
{
  if (grid->rows > ROWS_MOST)
    return;
  for (size_t rank = 0; rank < grid->columns; rank++) {
    size_t from = rank + 1;

    if (!is_rank_column(paper, grid, rank))
      continue;
    while (from < grid->columns && !is_rank_column(paper, grid, from)) {
      size_t to = from, best;
      struct course course;

      while (to < grid->columns && pst_paper_grid_numbers(paper, grid, to) < ROWS_LEAST)
        to++; /* names */
      from = to;
      while (to < grid->columns && pst_paper_grid_numbers(paper, grid, to) >= ROWS_LEAST
             && !is_rank_column(paper, grid, to))
        to++;
      best = best_of(paper, grid, rank, from, to, &course);
      if (best != PST_PAPER_NONE)
        report(scan, paper, grid, rank, best, &course);
      if (to == from)
        break;
      from = to;
    }
  }
}
