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

static void check_row(struct pst_scan *scan, const struct pst_paper *paper,
                      const struct pst_paper_grid *grid, size_t row,
                      const struct pst_mention *estimate, const struct pst_mention *low,
                      const struct pst_mention *high)
{
  size_t at, end;

  if (estimate == NULL || low == NULL || high == NULL || low->year)
    return;
  low = pst_mention_like(scan, paper, low, estimate);
  high = pst_mention_like(scan, paper, high, estimate);
  pst_paper_grid_row(grid, row, &at, &end);
  if (fits(estimate, low) && fits(estimate, high))
    make(scan, paper, at, end, estimate, low, high);
}

static const struct pst_mention *end_of(const struct pst_paper *paper, size_t mention)
{
  return mention == PST_PAPER_NONE ? NULL : &paper->mentions[mention];
}

/* [a, b] in the cell of the estimate, or in the column behind it. */
static void interval_column(struct pst_scan *scan, const struct pst_paper *paper,
                            const struct pst_paper_grid *grid, size_t column)
{
  if (!pst_paper_grid_says(paper, grid, column, words))
    return;
  for (size_t r = grid->header_rows; r < grid->rows; r++) {
    const struct pst_paper_cell *cell = pst_paper_grid_at(grid, r, column);
    const struct pst_mention *estimate = pst_paper_grid_main(paper, grid, r, column);

    if (estimate == NULL && column > 0)
      estimate = pst_paper_grid_main(paper, grid, r, column - 1);
    check_row(scan, paper, grid, r, estimate, end_of(paper, cell->low), end_of(paper, cell->high));
  }
}

/* Estimate, lower, upper beside each other. */
static void ends_columns(struct pst_scan *scan, const struct pst_paper *paper,
                         const struct pst_paper_grid *grid, size_t column)
{
  if (column < 1 || column + 1 >= grid->columns
      || !pst_paper_grid_says(paper, grid, column, "lower low lcl lwr")
      || !pst_paper_grid_says(paper, grid, column + 1, "upper high ucl upr")
      || !pst_paper_grid_says(
          paper, grid, column - 1,
          "estimate mean value share proportion coefficient ratio OR HR RR rate"))
    return;
  for (size_t r = grid->header_rows; r < grid->rows; r++)
    check_row(scan, paper, grid, r, pst_paper_grid_main(paper, grid, r, column - 1),
              pst_paper_grid_main(paper, grid, r, column),
              pst_paper_grid_main(paper, grid, r, column + 1));
}

void pst_find_interval_columns(struct pst_scan *scan, const struct pst_paper *paper,
                               const struct pst_paper_grid *grid)
{
  for (size_t c = 0; c < grid->columns; c++) {
    interval_column(scan, paper, grid, c);
    ends_columns(scan, paper, grid, c);
  }
}
