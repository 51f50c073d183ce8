/* total.c -- parts beside their total, in a table: a row or a column that says it is the total, and a column
   without a name of its own before those that it is made of.

   Averages stand in rows called total too: a total that is no more than its largest part is none. */
#include "scan/find/finders.h"

enum { PARTS_MOST = 400, COLUMNS_MOST = 100 };

static const char total_words[] = "total totals sum overall all altogether";

/* One sum: its total, its parts. */
struct sum {
  const struct pst_mention *total, *items[PARTS_MOST];
  size_t count;
  bool same; /* all of one unit */
};

static void begin(struct sum *sum, const struct pst_mention *total)
{
  sum->total = total;
  sum->count = 0;
  sum->same = true;
}

static void add(struct sum *sum, const struct pst_mention *item)
{
  if (item == NULL || sum->count == PARTS_MOST)
    return;
  sum->same = sum->same && pst_paper_same_unit(item, sum->total);
  sum->items[sum->count++] = item;
}

static enum pst_finding_verdict weigh(struct pst_scan *scan, const struct sum *sum)
{
  struct pst_range range;
  struct pst_rational value;

  pst_find_sum(scan, sum->items, sum->count, &range, &value);
  return pst_find_verdict(&sum->total->range, &range, true, value);
}

static bool agrees(struct pst_scan *scan, const struct sum *sum)
{
  return weigh(scan, sum) != PST_FINDING_CONTRADICTS;
}

/* More than each of its parts, and within a fifth of their sum. */
static bool is_like_a_sum(struct pst_scan *scan, const struct sum *sum)
{
  struct pst_exact *exact = &scan->exact;
  struct pst_range range;
  struct pst_rational value, far;

  for (size_t i = 0; i < sum->count; i++)
    if (pst_rational_compare(sum->items[i]->value, sum->total->value) >= 0
        || pst_rational_sign(sum->items[i]->value) < 0)
      return false;
  pst_find_sum(scan, sum->items, sum->count, &range, &value);
  far = pst_rational_multiply(exact, pst_rational_subtract(exact, value, sum->total->value),
                              pst_rational_whole(5));
  if (pst_rational_sign(far) < 0)
    far = pst_rational_negate(exact, far);
  return pst_rational_compare(far, sum->total->value) <= 0;
}

static void report(struct pst_scan *scan, const struct pst_paper *paper,
                   const struct pst_paper_grid *grid, size_t row, const struct sum *sum)
{
  struct pst_find find = {.kind = "parts",
                          .paper = paper,
                          .stated = sum->total,
                          .unit = sum->total->unit,
                          .currency = sum->total->currency,
                          .scale = sum->total->scale,
                          .figures = sum->items,
                          .figure_count = sum->count,
                          .has_value = true};

  pst_paper_grid_row(grid, row, &find.says_at, &find.says_end);
  pst_find_sum(scan, sum->items, sum->count, &find.range, &find.value);
  find.text = pst_find_sum_text(scan, paper, sum->items, sum->count);
  pst_find_equal(scan, &find);
}

/* --- a column that is the sum of others ------------------------------------------------------------ */

struct columns {
  size_t total, parts[COLUMNS_MOST], count;
};

static bool row_sum(const struct pst_paper *paper, const struct pst_paper_grid *grid, size_t row,
                    const struct columns *c, struct sum *sum)
{
  begin(sum, pst_paper_grid_main(paper, grid, row, c->total));
  if (sum->total == NULL)
    return false;
  for (size_t i = 0; i < c->count; i++)
    add(sum, pst_paper_grid_main(paper, grid, row, c->parts[i]));
  return sum->same && sum->count == c->count && sum->count >= 2;
}

/* Three rows in four must agree that it is a sum; where its NAME says so, two in three. */
static void check_columns(struct pst_scan *scan, const struct pst_paper *paper,
                          const struct pst_paper_grid *grid, const struct columns *c, bool named)
{
  size_t rows = 0, good = 0;
  struct sum sum;

  for (size_t r = grid->header_rows; r < grid->rows; r++)
    if (row_sum(paper, grid, r, c, &sum)) {
      rows++;
      good += agrees(scan, &sum);
    }
  if (good < 2 || (named ? 3 * good < 2 * rows : 4 * good < 3 * rows))
    return;
  for (size_t r = grid->header_rows; r < grid->rows; r++)
    if (row_sum(paper, grid, r, c, &sum))
      report(scan, paper, grid, r, &sum);
}

/* The columns behind COLUMN that stand below the same header and have names of their own, where it has none. */
static bool below_one_header(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                             size_t column, struct columns *c)
{
  size_t last = grid->header_rows - 1;

  c->total = column;
  c->count = 0;
  if (grid->header_rows < 2 || column == 0 || pst_paper_grid_own(paper, grid, last, column).size > 0
      || pst_paper_grid_own(paper, grid, last - 1, column).size == 0)
    return false;
  for (size_t i = column + 1; i < grid->columns && c->count < COLUMNS_MOST; i++) {
    if (pst_paper_grid_own(paper, grid, last - 1, i).size > 0
        || pst_paper_grid_own(paper, grid, last, i).size == 0)
      break;
    c->parts[c->count++] = i;
  }
  return c->count >= 2;
}

static bool is_number_column(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                             size_t column)
{
  return pst_paper_grid_numbers(paper, grid, column) > 0
         && !pst_paper_grid_says(paper, grid, column,
                                 "rank year change growth rate average mean per");
}

/* All number columns before a column called total, or behind it, whichever adds up. */
static void named_column(struct pst_scan *scan, const struct pst_paper *paper,
                         const struct pst_paper_grid *grid, size_t column)
{
  struct columns before = {.total = column}, behind = {.total = column};
  struct pst_text own = grid->header_rows == 0
                            ? (struct pst_text){0}
                            : pst_paper_grid_own(paper, grid, grid->header_rows - 1, column);

  if (!pst_paper_says(own, total_words))
    return;
  for (size_t i = 0; i < grid->columns; i++)
    if (i != column && is_number_column(paper, grid, i)) {
      struct columns *c = i < column ? &before : &behind;

      if (c->count < COLUMNS_MOST)
        c->parts[c->count++] = i;
    }
  if (before.count >= 2)
    check_columns(scan, paper, grid, &before, true);
  if (behind.count >= 2)
    check_columns(scan, paper, grid, &behind, true);
}

/* --- a row that is the sum of others --------------------------------------------------------------- */

static bool is_total_row(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                         size_t row)
{
  for (size_t c = 0; c < grid->columns && c < 3; c++) {
    struct pst_text own = pst_paper_grid_own(paper, grid, row, c);

    if (own.size > 0 && pst_paper_grid_main(paper, grid, row, c) == NULL)
      return own.size < 40 && pst_paper_says(own, total_words);
  }
  return false;
}

static bool has_numbers(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                        size_t row)
{
  for (size_t c = 0; c < grid->columns; c++)
    if (pst_paper_grid_main(paper, grid, row, c) != NULL)
      return true;
  return false;
}

/* Rows FROM to TO of COLUMN but those called total, or only those.  A part that is not printed may be in the total:
   then nothing follows. */
static bool column_sum(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                       size_t column, size_t total, size_t from, size_t to, bool of_totals,
                       struct sum *sum)
{
  begin(sum, pst_paper_grid_main(paper, grid, total, column));
  for (size_t r = from; r < to && sum->total != NULL; r++) {
    const struct pst_mention *item = pst_paper_grid_main(paper, grid, r, column);

    if (r == total || is_total_row(paper, grid, r) != of_totals)
      continue;
    if (item == NULL && has_numbers(paper, grid, r))
      return false;
    add(sum, item);
  }
  return sum->total != NULL && sum->same && sum->count >= 2;
}

/* The rows of the parts of a total row. */
struct rows {
  size_t total, from, to;
  bool of_totals;
};

/* Columns in which ROWS add up, of those in which they could. */
static size_t count_columns(struct pst_scan *scan, const struct pst_paper *paper,
                            const struct pst_paper_grid *grid, const struct rows *rows, size_t *all)
{
  size_t good = 0;
  struct sum sum;

  *all = 0;
  for (size_t c = 0; c < grid->columns; c++)
    if (is_number_column(paper, grid, c)
        && column_sum(paper, grid, c, rows->total, rows->from, rows->to, rows->of_totals, &sum)) {
      bool fits = agrees(scan, &sum);

      *all += fits || is_like_a_sum(scan, &sum);
      good += fits;
    }
  return good;
}

static void report_rows(struct pst_scan *scan, const struct pst_paper *paper,
                        const struct pst_paper_grid *grid, const struct rows *rows)
{
  struct sum sum;

  for (size_t c = 0; c < grid->columns; c++)
    if (is_number_column(paper, grid, c)
        && column_sum(paper, grid, c, rows->total, rows->from, rows->to, rows->of_totals, &sum)
        && (agrees(scan, &sum) || is_like_a_sum(scan, &sum)))
      report(scan, paper, grid, rows->total, &sum);
}

static bool says_of_which(const struct pst_paper *paper, const struct pst_paper_grid *grid)
{
  for (size_t r = grid->header_rows; r < grid->rows; r++) {
    struct pst_text own = pst_paper_grid_own(paper, grid, r, 0);

    if (pst_paper_says(own, "which including includes thereof subtotal")
        || (own.size > 0 && own.data[0] == '-'))
      return true;
  }
  return false;
}

/* Without a column that adds up: a last row called total, the only one, under at least three parts. */
static bool is_plain(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                     const struct rows *rows)
{
  size_t totals = 0;

  for (size_t r = grid->header_rows; r < grid->rows; r++)
    totals += is_total_row(paper, grid, r);
  return totals == 1 && rows->total + 1 == grid->rows && rows->from == grid->header_rows
         && rows->to - rows->from >= 3 && !says_of_which(paper, grid);
}

static void check_rows(struct pst_scan *scan, const struct pst_paper *paper,
                       const struct pst_paper_grid *grid, size_t total, size_t before)
{
  const struct rows ways[] = {{total, before, total, false},
                              {total, grid->header_rows, total, true},
                              {total, grid->header_rows, total, false},
                              {total, total + 1, grid->rows, false}};
  size_t best = 4, most = 0, all;

  for (size_t i = 0; i < 4; i++) {
    size_t good = count_columns(scan, paper, grid, &ways[i], &all);

    if (good > most && 2 * good > all) {
      most = good;
      best = i;
    }
  }
  if (best < 4)
    report_rows(scan, paper, grid, &ways[best]);
  else if (is_plain(paper, grid, &ways[0]))
    report_rows(scan, paper, grid, &ways[0]);
}

void pst_find_total(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_paper_grid *grid)
{
  size_t before = grid->header_rows;
  struct columns columns;

  if (grid->columns > COLUMNS_MOST)
    return;
  for (size_t c = 1; c < grid->columns && grid->header_rows > 0; c++) {
    if (below_one_header(paper, grid, c, &columns))
      check_columns(scan, paper, grid, &columns, false);
    named_column(scan, paper, grid, c);
  }
  for (size_t r = grid->header_rows; r < grid->rows && grid->rows - grid->header_rows <= PARTS_MOST;
       r++)
    if (is_total_row(paper, grid, r)) {
      check_rows(scan, paper, grid, r, before);
      before = r + 1;
    }
}
