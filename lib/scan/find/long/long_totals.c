/* long_totals.c -- within each group of a table in long form: a row called total beside its parts, and shares that add to
   100.

   That a group adds up must be so in two groups at least, and in two of three; the others are then said. */
#include "scan/find/long/long.h"

enum { PARTS_MOST = 200, GROUPS_LEAST = 2, FAR_MOST = 15 };

static const char total_words[] = "total totals sum overall all altogether both";

/* One group: its total, NULL where shares add to 100; its parts. */
struct group {
  const struct pst_mention *total, *items[PARTS_MOST];
  size_t count, row;
  bool good; /* nothing of it is missing, and all is of one unit */
};

static bool is_total(const struct pst_long *l, size_t row, size_t member)
{
  struct pst_text own = pst_paper_grid_own(l->paper, l->grid, row, member);

  return own.size < 40 && pst_paper_says(own, total_words);
}

static void read_group(const struct pst_long *l, size_t number, size_t member, size_t value,
                       struct group *g)
{
  *g = (struct group){.good = true};
  for (size_t r = l->grid->header_rows; r < l->grid->rows; r++) {
    const struct pst_mention *m;

    if (l->group[r] != number)
      continue;
    m = pst_paper_grid_main(l->paper, l->grid, r, value);
    if (is_total(l, r, member)) {
      g->good = g->good && g->total == NULL && m != NULL;
      g->total = m;
      g->row = r;
      continue;
    }
    g->good = g->good && m != NULL && g->count < PARTS_MOST;
    g->row = g->count == 0 && g->total == NULL ? r : g->row;
    if (m != NULL && g->count < PARTS_MOST)
      g->items[g->count++] = m;
  }
  for (size_t i = 1; i < g->count; i++)
    g->good = g->good && pst_paper_same_unit(g->items[i], g->items[0]);
  g->good =
      g->good && g->count >= 2 && (g->total == NULL || pst_paper_same_unit(g->total, g->items[0]));
}

static struct pst_range whole_of(const struct group *g)
{
  return g->total != NULL ? g->total->range : pst_range_point(pst_rational_whole(100));
}

static enum pst_finding_verdict weigh(struct pst_scan *scan, const struct group *g)
{
  struct pst_range range, whole = whole_of(g);
  struct pst_rational value;

  pst_find_sum(scan, g->items, g->count, &range, &value);
  return pst_find_verdict(&whole, &range, true, value);
}

static void report(struct pst_scan *scan, const struct pst_long *l, const struct group *g)
{
  const struct pst_mention *first = g->total != NULL ? g->total : g->items[0];
  struct pst_find find = {.kind = g->total != NULL ? "parts" : "hundred",
                          .paper = l->paper,
                          .stated = g->total,
                          .at = first->at,
                          .size = first->size,
                          .relation = g->total != NULL ? "=" : "adds to 100:",
                          .unit = g->total != NULL ? first->unit : PST_PAPER_PERCENT,
                          .currency = first->currency,
                          .scale = first->scale,
                          .figures = g->items,
                          .figure_count = g->count,
                          .has_value = true};
  struct pst_range whole = whole_of(g);

  pst_paper_grid_row(l->grid, g->row, &find.says_at, &find.says_end);
  pst_find_sum(scan, g->items, g->count, &find.range, &find.value);
  find.text = pst_find_sum_text(scan, l->paper, g->items, g->count);
  if (g->total != NULL)
    pst_find_equal(scan, &find);
  else
    pst_find_add(scan, &find, weigh(scan, g), &whole);
}

/* Not so far from 100 that it is something else. */
static bool is_near_100(struct pst_scan *scan, const struct group *g)
{
  struct pst_range range;
  struct pst_rational value, far;

  pst_find_sum(scan, g->items, g->count, &range, &value);
  far = pst_rational_subtract(&scan->exact, value, pst_rational_whole(100));
  if (pst_rational_sign(far) < 0)
    far = pst_rational_negate(&scan->exact, far);
  return pst_rational_compare(far, pst_rational_whole(FAR_MOST)) <= 0;
}

static bool is_of_shares(const struct pst_long *l, size_t value)
{
  return pst_paper_grid_says(l->paper, l->grid, value,
                             "percent share shares pct percentage per cent")
         || pst_paper_says(pst_paper_grid_own(l->paper, l->grid, l->grid->header_rows - 1, value),
                           "share_pct pct");
}

/* VALUE of the groups: with their totals, or as shares of 100. */
static void check(struct pst_scan *scan, const struct pst_long *l, size_t member, size_t value,
                  bool shares)
{
  size_t good = 0, all = 0;
  struct group g;

  for (size_t n = 0; n < l->groups; n++) {
    read_group(l, n, member, value, &g);
    if (!g.good || (g.total == NULL) != shares
        || (shares && (g.count < 3 || !is_near_100(scan, &g))))
      continue;
    all++;
    good += weigh(scan, &g) != PST_FINDING_CONTRADICTS;
  }
  if (good < GROUPS_LEAST || 3 * good < 2 * all)
    return;
  for (size_t n = 0; n < l->groups; n++) {
    read_group(l, n, member, value, &g);
    if (g.good && (g.total == NULL) == shares
        && (!shares || (g.count >= 3 && is_near_100(scan, &g))))
      report(scan, l, &g);
  }
}

static bool has_total(const struct pst_long *l, size_t member)
{
  for (size_t r = l->grid->header_rows; r < l->grid->rows; r++)
    if (is_total(l, r, member))
      return true;
  return false;
}

void pst_find_long_totals(struct pst_scan *scan, const struct pst_paper *paper,
                          const struct pst_paper_grid *grid)
{
  for (size_t member = 0; member < grid->columns; member++) {
    struct pst_long l = {.grid = grid, .paper = paper};
    bool totals;

    if (!pst_long_is_key(paper, grid, member) || !pst_long_is_repeated(paper, grid, member))
      continue;
    totals = has_total(&l, member);
    if (!pst_long_group(scan, paper, grid, member, &l) || l.groups < GROUPS_LEAST)
      continue;
    for (size_t value = 0; value < grid->columns; value++)
      if (pst_paper_grid_numbers(paper, grid, value) > 0
          && !pst_paper_grid_says(paper, grid, value,
                                  "rank year change growth rate average mean per")) {
        if (totals)
          check(scan, &l, member, value, false);
        else if (is_of_shares(&l, value))
          check(scan, &l, member, value, true);
      }
  }
}
