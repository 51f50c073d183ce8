/* change_columns.c -- changes in a table: in brackets beside a value, or in a column of their own.

   Which two columns a change is of is not guessed from one row: three rows in four must agree with it. */
#include "scan/find/finders.h"

enum { COLUMNS_MOST = 60 };

enum way { DIFFERENCE, GROWTH };

/* Where a change stands: beside the value in column TO, or in column BY. */
struct columns {
  size_t by, from, to;
  enum way way;
  bool in_brackets;
};

static const struct pst_mention *stated(const struct pst_paper *paper,
                                        const struct pst_paper_grid *grid, size_t row,
                                        const struct columns *c)
{
  size_t change = pst_paper_grid_at(grid, row, c->by)->change;

  if (!c->in_brackets)
    return pst_paper_grid_main(paper, grid, row, c->by);
  return change == PST_PAPER_NONE ? NULL : &paper->mentions[change];
}

/* The computed side of ROW; false where a figure is missing. */
static bool compute(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_paper_grid *grid, size_t row, const struct columns *c,
                    struct pst_find *find, const struct pst_mention *figures[2])
{
  figures[0] = pst_paper_grid_main(paper, grid, row, c->from);
  figures[1] = pst_paper_grid_main(paper, grid, row, c->to);
  find->stated = stated(paper, grid, row, c);
  if (figures[0] == NULL || figures[1] == NULL || find->stated == NULL
      || !pst_paper_same_unit(figures[0], figures[1]))
    return false;
  find->has_value = true;
  if (c->way == GROWTH)
    return pst_find_growth(scan, figures[0], figures[1], &find->range, &find->value);
  find->range = pst_range_subtract(&scan->exact, &figures[1]->range, &figures[0]->range);
  find->value = pst_rational_subtract(&scan->exact, figures[1]->value, figures[0]->value);
  return true;
}

/* How many rows agree, of how many that have all three figures. */
static void weigh(struct pst_scan *scan, const struct pst_paper *paper,
                  const struct pst_paper_grid *grid, const struct columns *c, size_t *agree,
                  size_t *rows)
{
  const struct pst_mention *figures[2];

  *agree = *rows = 0;
  for (size_t r = grid->header_rows; r < grid->rows; r++) {
    struct pst_find find = {.kind = ""};

    if (!compute(scan, paper, grid, r, c, &find, figures))
      continue;
    ++*rows;
    *agree += pst_find_verdict(&find.stated->range, &find.range, true, find.value)
              != PST_FINDING_CONTRADICTS;
  }
}

static void report(struct pst_scan *scan, const struct pst_paper *paper,
                   const struct pst_paper_grid *grid, const struct columns *c)
{
  for (size_t r = grid->header_rows; r < grid->rows; r++) {
    const struct pst_mention *figures[2];
    struct pst_find find = {
        .kind = "change", .paper = paper, .figures = figures, .figure_count = 2};

    if (!compute(scan, paper, grid, r, c, &find, figures))
      continue;
    find.unit = c->way == GROWTH                        ? PST_PAPER_PERCENT
                : figures[0]->unit == PST_PAPER_PERCENT ? PST_PAPER_POINTS
                                                        : figures[0]->unit;
    find.scale = find.stated->scale;
    find.currency = find.stated->currency;
    find.text = pst_find_format(scan, c->way == GROWTH ? "growth to %s from %s" : "%s - %s",
                                pst_find_text(scan, paper, figures[1]),
                                pst_find_text(scan, paper, figures[0]));
    pst_paper_grid_row(grid, r, &find.says_at, &find.says_end);
    pst_find_equal(scan, &find);
  }
}

static bool same_label(const struct pst_paper *paper, const struct pst_paper_grid *grid, size_t a,
                       size_t b)
{
  return grid->header_rows > 0
         && pst_text_equal(pst_paper_grid_own(paper, grid, grid->header_rows - 1, a),
                           pst_paper_grid_own(paper, grid, grid->header_rows - 1, b));
}

struct best {
  struct columns columns;
  size_t agree, rows;
  bool same_label, several;
};

static void consider(struct pst_scan *scan, const struct pst_paper *paper,
                     const struct pst_paper_grid *grid, const struct columns *c, struct best *best)
{
  bool same = same_label(paper, grid, c->from, c->to);
  size_t agree, rows;

  weigh(scan, paper, grid, c, &agree, &rows);
  if (agree == 0 || agree < best->agree || (agree == best->agree && best->same_label && !same))
    return;
  best->several = agree == best->agree && same == best->same_label;
  best->columns = *c;
  best->agree = agree;
  best->rows = rows;
  best->same_label = same;
}

/* Enough rows say so: three, and three in four; two where the columns bear one name. */
static bool is_sure(const struct best *best)
{
  return !best->several && best->agree >= (best->same_label ? 2 : 3)
         && 4 * best->agree >= 3 * best->rows;
}

static size_t changes_in(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                         size_t column)
{
  size_t count = 0;

  for (size_t r = grid->header_rows; r < grid->rows; r++) {
    size_t change = pst_paper_grid_at(grid, r, column)->change;

    count += change != PST_PAPER_NONE
             && (paper->mentions[change].unit == PST_PAPER_POINTS
                 || paper->mentions[change].unit == PST_PAPER_PERCENT
                 || paper->mentions[change].has_sign);
  }
  return count;
}

/* Changes in brackets beside the values of COLUMN. */
static void in_brackets(struct pst_scan *scan, const struct pst_paper *paper,
                        const struct pst_paper_grid *grid, size_t column)
{
  struct best best = {.agree = 0};

  if (changes_in(paper, grid, column) < 2)
    return;
  for (size_t from = 0; from < grid->columns; from++)
    for (enum way way = DIFFERENCE; way <= GROWTH && from != column; way++)
      consider(scan, paper, grid,
               &(struct columns){
                   .by = column, .from = from, .to = column, .way = way, .in_brackets = true},
               &best);
  if (is_sure(&best))
    report(scan, paper, grid, &best.columns);
}

/* A column whose header says change. */
static void in_column(struct pst_scan *scan, const struct pst_paper *paper,
                      const struct pst_paper_grid *grid, size_t column)
{
  struct best best = {.agree = 0};

  if (!pst_paper_grid_says(paper, grid, column,
                           "change changes difference diff growth increase decrease variation rise")
      || pst_paper_grid_numbers(paper, grid, column) < 3)
    return;
  for (size_t from = 0; from < grid->columns; from++)
    for (size_t to = 0; to < grid->columns; to++)
      for (enum way way = DIFFERENCE; way <= GROWTH; way++)
        if (from != to && from != column && to != column)
          consider(scan, paper, grid,
                   &(struct columns){.by = column, .from = from, .to = to, .way = way}, &best);
  if (is_sure(&best))
    report(scan, paper, grid, &best.columns);
}

void pst_find_change_columns(struct pst_scan *scan, const struct pst_paper *paper,
                             const struct pst_paper_grid *grid)
{
  if (grid->columns > COLUMNS_MOST)
    return;
  for (size_t c = 0; c < grid->columns && !scan->failed; c++) {
    in_brackets(scan, paper, grid, c);
    in_column(scan, paper, grid, c);
  }
}
