/* interval.c -- the ends of an interval around its estimate. */
#include "scan/find/change.h"
#include "scan/find/finders.h"

enum { BEHIND_MOST = 6 };

/* Signs of ends: "-0.5 to 0.3" has its own; a dash between them is none. */
static void make(struct pst_scan *scan, const struct pst_paper *paper, size_t says_at,
                 size_t says_end, const struct pst_mention *estimate, const struct pst_mention *low,
                 const struct pst_mention *high)
{
  const struct pst_mention *figures[] = {low, high};
  struct pst_find find = {.kind = "interval",
                          .paper = paper,
                          .stated = estimate,
                          .relation = "in",
                          .unit = estimate->unit,
                          .currency = estimate->currency,
                          .scale = estimate->scale,
                          .figures = figures,
                          .figure_count = 2,
                          .says_at = says_at,
                          .says_end = says_end};
  enum pst_finding_verdict verdict = PST_FINDING_AGREES;
  struct pst_range below, above;

  find.text = pst_find_format(scan, "%s to %s", pst_find_text(scan, paper, low),
                              pst_find_text(scan, paper, high));
  if (pst_rational_compare(low->value, high->value) > 0) {
    find.range = high->range;
    find.note = "its lower end is above its upper end";
    pst_find_add(scan, &find, PST_FINDING_CONTRADICTS, &estimate->range);
    return;
  }
  find.range = (struct pst_range){.low = low->range.low, .high = high->range.high};
  below = pst_range_subtract(&scan->exact, &estimate->range, &low->range);
  above = pst_range_subtract(&scan->exact, &high->range, &estimate->range);
  if (pst_range_sign(&below, PST_IS_AT_LEAST) == PST_TRUTH_NO
      || pst_range_sign(&above, PST_IS_AT_LEAST) == PST_TRUTH_NO)
    verdict = PST_FINDING_CONTRADICTS;
  else if (pst_rational_compare(estimate->value, low->value) < 0
           || pst_rational_compare(estimate->value, high->value) > 0)
    verdict = PST_FINDING_ROUNDING;
  pst_find_add(scan, &find, verdict, &estimate->range);
}

/* The two ends behind token AT; nothing but marks and a word or two between. */
static bool read_ends(const struct pst_paper *paper, size_t at, size_t last,
                      const struct pst_mention **low, const struct pst_mention **high)
{
  size_t i = at;

  while (i < last && i < at + BEHIND_MOST && pst_mention_at(paper, i) == NULL) {
    if (!pst_paper_mark(paper, i, '[') && !pst_paper_mark(paper, i, '(')
        && !pst_paper_mark(paper, i, ':') && !pst_paper_mark(paper, i, '=')
        && !pst_paper_mark(paper, i, ',') && !pst_paper_mark(paper, i, '-')
        && !pst_paper_word(paper, i,
                           "of was from is between interval confidence credible intervals range"))
      return false;
    i++;
  }
  *low = pst_mention_at(paper, i);
  *high = i + 2 < last ? pst_mention_at(paper, i + 2) : NULL;
  return *low != NULL && *high != NULL
         && (pst_paper_mark(paper, i + 1, ',') || pst_paper_mark(paper, i + 1, '-')
             || pst_paper_mark(paper, i + 1, ';') || pst_paper_word(paper, i + 1, "to and"));
}

/* Between the estimate and its interval other numbers may stand: p = .004, SE = 0.2, n = 120. */
static bool is_other(const struct pst_paper *paper, size_t first, size_t at)
{
  static const char names[] = "p SE SD se sd n N df I2 s.e s.d";

  return (at >= first + 2 && paper->tokens[at - 1].kind == PST_TOKEN_MARK
          && strchr("=<>:~", paper->tokens[at - 1].mark) != NULL
          && pst_paper_word(paper, at - 2, names))
         || (at >= first + 1 && pst_paper_word(paper, at - 1, names))
         || (at >= first + 1 && pst_paper_mark(paper, at - 1, '~'));
}

/* A statistic with its degrees of freedom: t(28) = 2.20. */
static bool is_statistic(const struct pst_paper *paper, size_t first, size_t at)
{
  return at >= first + 2 && pst_paper_mark(paper, at - 1, '=')
         && (pst_paper_mark(paper, at - 2, ')') || pst_paper_word(paper, at - 2, "t F z Z chi2 Q"));
}

/* The estimate before token AT, the first of "95 % CI". */
static const struct pst_mention *estimate_before(const struct pst_paper *paper, size_t first,
                                                 size_t at)
{
  size_t i = at, words = 0;

  while (i > first) {
    i--;
    if (pst_mention_at(paper, i) != NULL && is_other(paper, first, i)) {
      i -= paper->tokens[i - 1].kind == PST_TOKEN_MARK && paper->tokens[i - 1].mark != '~' ? 2 : 1;
      continue;
    }
    if (pst_mention_at(paper, i) != NULL)
      return is_statistic(paper, first, i) ? NULL : pst_mention_at(paper, i);
    if (paper->tokens[i].kind == PST_TOKEN_WORD
        && (++words > 2 || pst_paper_word(paper, i, "SD SE range and")))
      return NULL;
    if (paper->tokens[i].kind == PST_TOKEN_MARK && strchr("([,;:", paper->tokens[i].mark) == NULL)
      return NULL;
  }
  return NULL;
}

static bool fits(const struct pst_mention *estimate, const struct pst_mention *end)
{
  return pst_paper_same_unit(estimate, end) || end->unit == PST_PAPER_PLAIN;
}

void pst_find_interval(struct pst_scan *scan, const struct pst_paper *paper,
                       const struct pst_sentence *s)
{
  for (size_t i = s->first + 1; i < s->last; i++) {
    bool is_name = pst_paper_word(paper, i, "CI CrI")
                   || (pst_paper_word(paper, i, "confidence credible interquartile")
                       && pst_paper_word(paper, i + 1, "interval range"))
                   || pst_paper_word(paper, i, "IQR");
    const struct pst_mention *low, *high, *estimate;
    size_t level = i;

    if (!is_name || !read_ends(paper, i + 1, s->last, &low, &high))
      continue;
    while (level > s->first
           && (pst_paper_mark(paper, level - 1, '-')
               || (pst_mention_at(paper, level - 1) != NULL
                   && pst_mention_at(paper, level - 1)->unit == PST_PAPER_PERCENT)))
      level--;
    estimate = estimate_before(paper, s->first, level);
    if (estimate == NULL || estimate->in_words)
      continue;
    low = pst_mention_like(scan, paper, low, high);
    low = pst_mention_like(scan, paper, low, estimate);
    high = pst_mention_like(scan, paper, high, estimate);
    estimate = pst_mention_like(scan, paper, estimate, high);
    if (fits(estimate, low) && fits(estimate, high))
      make(scan, paper, s->at, s->end, estimate, low, high);
  }
}

/* --- tables ---------------------------------------------------------------------------------------- */

static const char words[] = "CI CIs CrI confidence interval IQR";

/* Columns between an estimate and its interval. */
static const char others[] =
    "SE S.E SD S.D error deviation p P t z F df n N se sd std statistic value";

struct row {
  const struct pst_mention *estimate, *low, *high;
  bool good;
};

static bool read_row(struct pst_scan *scan, const struct pst_paper *paper, struct row *row)
{
  if (row->estimate == NULL || row->low == NULL || row->high == NULL || row->low->year)
    return false;
  row->low = pst_mention_like(scan, paper, row->low, row->estimate);
  row->high = pst_mention_like(scan, paper, row->high, row->estimate);
  return fits(row->estimate, row->low) && fits(row->estimate, row->high);
}

static bool is_outside(const struct row *row)
{
  return pst_rational_compare(row->estimate->value, row->low->value) < 0
         || pst_rational_compare(row->estimate->value, row->high->value) > 0;
}

/* The intervals of one column; where most are not around what was taken for their estimates, it is not that. */
static void check_rows(struct pst_scan *scan, const struct pst_paper *paper,
                       const struct pst_paper_grid *grid, struct row *rows)
{
  size_t all = 0, outside = 0, at, end;

  for (size_t r = grid->header_rows; r < grid->rows; r++) {
    rows[r].good = read_row(scan, paper, &rows[r]);
    all += rows[r].good;
    outside += rows[r].good && is_outside(&rows[r]);
  }
  if (all > 1 && 2 * outside > all)
    return;
  for (size_t r = grid->header_rows; r < grid->rows; r++) {
    pst_paper_grid_row(grid, r, &at, &end);
    if (rows[r].good)
      make(scan, paper, at, end, rows[r].estimate, rows[r].low, rows[r].high);
  }
}

static struct row *rows_of(struct pst_scan *scan, const struct pst_paper_grid *grid)
{
  struct row *rows = pst_arena_array(&scan->arena, grid->rows + 1, sizeof *rows);

  scan->failed = scan->failed || rows == NULL;
  for (size_t r = 0; rows != NULL && r < grid->rows; r++)
    rows[r] = (struct row){.estimate = NULL};
  return rows;
}

static const struct pst_mention *end_of(const struct pst_paper *paper, size_t mention)
{
  return mention == PST_PAPER_NONE ? NULL : &paper->mentions[mention];
}

/* The column of the estimates, before COLUMN: not that of their errors. */
static size_t estimate_column(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                              size_t column)
{
  size_t c = column;

  while (c-- > 1)
    if (pst_paper_grid_numbers(paper, grid, c) > 0 && !pst_paper_grid_says(paper, grid, c, others))
      return c;
  return c == 0 ? 0 : PST_PAPER_NONE;
}

/* [a, b] in the cell of the estimate, or in a column behind it. */
static void interval_column(struct pst_scan *scan, const struct pst_paper *paper,
                            const struct pst_paper_grid *grid, size_t column)
{
  size_t of = column > 0 ? estimate_column(paper, grid, column) : PST_PAPER_NONE;
  struct row *rows;

  if (!pst_paper_grid_says(paper, grid, column, words) || (rows = rows_of(scan, grid)) == NULL)
    return;
  for (size_t r = grid->header_rows; r < grid->rows; r++) {
    const struct pst_paper_cell *cell = pst_paper_grid_at(grid, r, column);

    rows[r] = (struct row){.estimate = pst_paper_grid_main(paper, grid, r, column),
                           .low = end_of(paper, cell->low),
                           .high = end_of(paper, cell->high)};
    if (rows[r].estimate == NULL && of != PST_PAPER_NONE)
      rows[r].estimate = pst_paper_grid_main(paper, grid, r, of);
  }
  check_rows(scan, paper, grid, rows);
}

/* Estimate, lower, upper beside each other; errors may stand between. */
static void ends_columns(struct pst_scan *scan, const struct pst_paper *paper,
                         const struct pst_paper_grid *grid, size_t column)
{
  size_t of;
  struct row *rows;

  if (column < 1 || column + 1 >= grid->columns
      || !pst_paper_grid_says(paper, grid, column, "lower low lcl lwr")
      || !pst_paper_grid_says(paper, grid, column + 1, "upper high ucl upr"))
    return;
  of = estimate_column(paper, grid, column);
  if (of == PST_PAPER_NONE
      || !pst_paper_grid_says(paper, grid, of,
                              "estimate estimates mean value share proportion coefficient "
                              "coef B beta ratio OR HR RR rate difference")
      || (rows = rows_of(scan, grid)) == NULL)
    return;
  for (size_t r = grid->header_rows; r < grid->rows; r++)
    rows[r] = (struct row){.estimate = pst_paper_grid_main(paper, grid, r, of),
                           .low = pst_paper_grid_main(paper, grid, r, column),
                           .high = pst_paper_grid_main(paper, grid, r, column + 1)};
  check_rows(scan, paper, grid, rows);
}

void pst_find_interval_columns(struct pst_scan *scan, const struct pst_paper *paper,
                               const struct pst_paper_grid *grid)
{
  for (size_t c = 0; c < grid->columns; c++) {
    interval_column(scan, paper, grid, c);
    ends_columns(scan, paper, grid, c);
  }
}
