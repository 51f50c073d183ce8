/* long_changes.c -- a column of changes beside the values of the rows before it: a table with a row for each year.

   Which values the changes are of is not guessed from one row: three rows in four must agree, and three at least. */
#include "scan/find/long/long.h"

enum { ROWS_LEAST = 3 };

enum way { DIFFERENCE, GROWTH };

struct series {
  const struct pst_long *l;
  size_t by, value;
  enum way way;
};

/* The row before ROW in its group; PST_PAPER_NONE when it is the first. */
static size_t before(const struct pst_long *l, size_t row)
{
  for (size_t r = row; r-- > l->grid->header_rows;)
    if (l->group[r] == l->group[row])
      return r;
  return PST_PAPER_NONE;
}

static bool compute(struct pst_scan *scan, const struct series *s, size_t row,
                    struct pst_find *find, const struct pst_mention *figures[2])
{
  const struct pst_long *l = s->l;
  size_t r = l->group[row] == PST_PAPER_NONE ? PST_PAPER_NONE : before(l, row);

  if (r == PST_PAPER_NONE)
    return false;
  figures[0] = pst_paper_grid_main(l->paper, l->grid, r, s->value);
  figures[1] = pst_paper_grid_main(l->paper, l->grid, row, s->value);
  find->stated = pst_paper_grid_main(l->paper, l->grid, row, s->by);
  if (figures[0] == NULL || figures[1] == NULL || find->stated == NULL
      || !pst_paper_same_unit(figures[0], figures[1]))
    return false;
  find->has_value = true;
  if (s->way == GROWTH)
    return pst_find_growth(scan, figures[0], figures[1], &find->range, &find->value);
  find->range = pst_range_subtract(&scan->exact, &figures[1]->range, &figures[0]->range);
  find->value = pst_rational_subtract(&scan->exact, figures[1]->value, figures[0]->value);
  return true;
}

/* Three rows in four, and not all of them so wide that anything fits. */
static bool is_sure(struct pst_scan *scan, const struct series *s)
{
  const struct pst_mention *figures[2];
  size_t agree = 0, rows = 0;

  for (size_t r = s->l->grid->header_rows; r < s->l->grid->rows; r++) {
    struct pst_find find = {.kind = ""};

    if (!compute(scan, s, r, &find, figures))
      continue;
    rows++;
    agree +=
        pst_find_verdict(&find.stated->range, &find.range, true, find.value) == PST_FINDING_AGREES;
  }
  return agree >= ROWS_LEAST && 4 * agree >= 3 * rows;
}

static void report(struct pst_scan *scan, const struct series *s)
{
  for (size_t r = s->l->grid->header_rows; r < s->l->grid->rows; r++) {
    const struct pst_mention *figures[2];
    struct pst_find find = {
        .kind = "change", .paper = s->l->paper, .figures = figures, .figure_count = 2};

    if (!compute(scan, s, r, &find, figures))
      continue;
    find.unit = s->way == GROWTH                        ? PST_PAPER_PERCENT
                : figures[0]->unit == PST_PAPER_PERCENT ? PST_PAPER_POINTS
                                                        : figures[0]->unit;
    find.scale = find.stated->scale;
    find.currency = find.stated->currency;
    find.text = pst_find_format(scan, s->way == GROWTH ? "growth to %s from %s" : "%s - %s",
                                pst_find_text(scan, s->l->paper, figures[1]),
                                pst_find_text(scan, s->l->paper, figures[0]));
    pst_paper_grid_row(s->l->grid, r, &find.says_at, &find.says_end);
    pst_find_equal(scan, &find);
  }
}

static bool is_change(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                      size_t column)
{
  return pst_paper_grid_numbers(paper, grid, column) >= ROWS_LEAST
         && pst_paper_grid_says(
             paper, grid, column,
             "change changes difference diff growth increase decrease variation rise yoy");
}

/* The first value column whose rows the changes are of. */
static void check(struct pst_scan *scan, const struct pst_long *l, size_t by)
{
  for (size_t value = 0; value < l->grid->columns; value++) {
    struct series s = {.l = l, .by = by, .value = value};

    if (value == by || is_change(l->paper, l->grid, value)
        || pst_paper_grid_numbers(l->paper, l->grid, value) < ROWS_LEAST)
      continue;
    for (s.way = DIFFERENCE; s.way <= GROWTH; s.way++)
      if (is_sure(scan, &s)) {
        report(scan, &s);
        return;
      }
  }
}

/* Years or other times that go one way from row to row are what the changes are along. */
static bool is_time(const struct pst_paper *paper, const struct pst_paper_grid *grid, size_t column)
{
  size_t years = 0;

  for (size_t r = grid->header_rows; r < grid->rows; r++) {
    size_t main = pst_paper_grid_at(grid, r, column)->main;

    years += main != PST_PAPER_NONE && paper->mentions[main].year;
  }
  return years == grid->rows - grid->header_rows
         || pst_paper_grid_says(paper, grid, column, "year month quarter period date time");
}

void pst_find_long_changes(struct pst_scan *scan, const struct pst_paper *paper,
                           const struct pst_paper_grid *grid)
{
  for (size_t by = 0; by < grid->columns; by++) {
    if (!is_change(paper, grid, by))
      continue;
    for (size_t member = 0; member < grid->columns; member++) {
      struct pst_long l;

      if (pst_long_is_key(paper, grid, member) && is_time(paper, grid, member)
          && pst_long_group(scan, paper, grid, member, &l))
        check(scan, &l, by);
    }
  }
}
