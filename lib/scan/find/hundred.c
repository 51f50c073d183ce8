/* hundred.c -- shares that should add to 100. */
#include "scan/find/change.h"
#include "scan/find/finders.h"

enum { SHARES_MOST = 40, GAP_MOST = 9, ROWS_MOST = 40, WIDE_MOST = 3 };

struct shares {
  const struct pst_mention *items[SHARES_MOST];
  size_t count;
  bool rest; /* the last one is the rest */
};

static bool is_share(const struct pst_mention *m)
{
  return m != NULL && m->unit == PST_PAPER_PERCENT && m->vague == PST_PAPER_AS_PRINTED
         && !m->has_sign;
}

/* Between two of one list: a comma, "and" or "while", and no end of a clause. */
static bool goes_on(const struct pst_paper *paper, size_t from, size_t to)
{
  bool joined = false;

  if (to - from > GAP_MOST)
    return false;
  for (size_t i = from; i < to; i++) {
    if (pst_paper_word(paper, i, "to from of than compared versus CI")
        && !pst_paper_word(paper, i, "of"))
      return false;
    joined = joined || pst_paper_mark(paper, i, ',') || pst_paper_mark(paper, i, ';')
             || pst_paper_word(paper, i, "and while");
  }
  return joined;
}

static bool says_rest(const struct pst_paper *paper, size_t from, size_t to)
{
  return pst_paper_has(paper, from, to, "remaining remainder rest others other");
}

/* Of what is printed, may the sum be 100, and is that worth saying? */
static void make(struct pst_scan *scan, const struct pst_paper *paper, size_t at, size_t end,
                 const struct shares *shares, bool is_all)
{
  struct pst_find find = {.kind = "hundred",
                          .paper = paper,
                          .unit = PST_PAPER_PERCENT,
                          .figures = shares->items,
                          .figure_count = shares->count,
                          .says_at = at,
                          .says_end = end,
                          .has_value = true,
                          .at = shares->items[0]->at,
                          .size = shares->items[0]->size};
  struct pst_range hundred = pst_range_point(pst_rational_whole(100)), width;
  enum pst_finding_verdict verdict;
  struct pst_rational far;

  pst_find_sum(scan, shares->items, shares->count, &find.range, &find.value);
  width = pst_range_subtract(&scan->exact, &find.range, &hundred);
  verdict =
      pst_range_hold(&find.range, pst_rational_whole(100))
          ? (pst_rational_compare(find.value, pst_rational_whole(100)) == 0 ? PST_FINDING_AGREES
                                                                            : PST_FINDING_ROUNDING)
          : PST_FINDING_CONTRADICTS;
  far = pst_rational_subtract(&scan->exact, find.value, pst_rational_whole(100));
  if (pst_rational_sign(far) < 0)
    far = pst_rational_negate(&scan->exact, far);
  if (verdict == PST_FINDING_CONTRADICTS
      && (!is_all || pst_rational_compare(far, pst_rational_whole(15)) > 0))
    return;
  if (!is_all
      && pst_rational_compare(
             pst_rational_subtract(&scan->exact, width.high.value, width.low.value),
             pst_rational_whole(WIDE_MOST))
             > 0)
    return; /* so wide that anything fits */
  find.text = pst_find_sum_text(scan, paper, shares->items, shares->count);
  find.relation = "adds to 100:";
  pst_find_add(scan, &find, verdict, &hundred);
}

static void close_list(struct pst_scan *scan, const struct pst_paper *paper,
                       const struct pst_sentence *s, const struct shares *shares)
{
  if (shares->count >= 3 || (shares->count == 2 && shares->rest))
    make(scan, paper, s->at, s->end, shares, shares->rest);
}

void pst_find_hundred(struct pst_scan *scan, const struct pst_paper *paper,
                      const struct pst_sentence *s)
{
  struct shares shares = {.count = 0};
  size_t before = s->first;

  for (size_t i = s->first; i < s->last; i++) {
    const struct pst_mention *m = pst_mention_at(paper, i);

    if (!is_share(m))
      continue;
    if (shares.count > 0
        && (!goes_on(paper, before + 1, i) || shares.count == SHARES_MOST || shares.rest)) {
      close_list(scan, paper, s, &shares);
      shares = (struct shares){.count = 0};
    }
    shares.rest = says_rest(paper, shares.count > 0 ? before + 1 : i, i)
                  || (i + 3 <= s->last && !pst_paper_mark(paper, i + 1, ',')
                      && says_rest(paper, i + 1, i + 3));
    shares.items[shares.count++] = m;
    before = i;
  }
  close_list(scan, paper, s, &shares);
}

/* --- tables ---------------------------------------------------------------------------------------- */

static bool is_composition(const struct pst_paper *paper, const struct pst_paper_grid *grid)
{
  return pst_paper_grid_titled(paper, grid, "distribution composition breakdown")
         && !pst_paper_grid_titled(paper, grid, "multiple several");
}

static bool says_total(const struct pst_paper *paper, const struct pst_paper_grid *grid, size_t row)
{
  return pst_paper_says(pst_paper_grid_own(paper, grid, row, 0), "total sum all");
}

/* A column of percentages, without a total of its own, below a title that says distribution or the like. */
void pst_find_hundred_columns(struct pst_scan *scan, const struct pst_paper *paper,
                              const struct pst_paper_grid *grid)
{
  if (!is_composition(paper, grid) || grid->rows - grid->header_rows > ROWS_MOST)
    return;
  for (size_t c = 1; c < grid->columns; c++) {
    struct shares shares = {.count = 0};
    bool good = true, signs = pst_paper_grid_says(paper, grid, c, "percent share pct percentage");
    size_t at = 0, end = 0;

    for (size_t r = grid->header_rows; r < grid->rows && good; r++) {
      const struct pst_mention *m = pst_paper_grid_main(paper, grid, r, c);

      if (m == NULL)
        continue;
      good = (m->unit == PST_PAPER_PERCENT || (signs && m->unit == PST_PAPER_PLAIN))
             && !says_total(paper, grid, r) && !m->has_sign && shares.count < SHARES_MOST;
      if (good)
        shares.items[shares.count++] = m;
    }
    if (!good || shares.count < 3)
      continue;
    pst_paper_grid_row(grid, grid->header_rows, &at, &end);
    make(scan, paper, at, end, &shares, true);
  }
}
