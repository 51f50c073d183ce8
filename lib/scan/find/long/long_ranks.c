/* long_ranks.c -- ranks that begin anew in each group of a table in long form, beside the values that they rank. */
#include "scan/find/long/long.h"

enum { STEPS_LEAST = 4, MEMBERS_LEAST = 3 };

struct ranks {
  const struct pst_long *l;
  size_t rank, value;
};

static const struct pst_mention *rank_of(const struct ranks *k, size_t row)
{
  const struct pst_mention *m = pst_paper_grid_main(k->l->paper, k->l->grid, row, k->rank);

  return m == NULL || m->decimals > 0 || m->value.big != NULL || m->value.n < 1 ? NULL : m;
}

/* The row of the group of ROW, whose rank is OWN, with the next rank below and a value; PST_PAPER_NONE when there is
   none. */
static size_t next_of(const struct ranks *k, size_t row, const struct pst_mention *own)
{
  size_t next = PST_PAPER_NONE;
  const struct pst_mention *best = NULL;

  for (size_t r = k->l->grid->header_rows; r < k->l->grid->rows; r++) {
    const struct pst_mention *m = k->l->group[r] == k->l->group[row] ? rank_of(k, r) : NULL;

    if (m == NULL || m->value.n <= own->value.n
        || pst_paper_grid_main(k->l->paper, k->l->grid, r, k->value) == NULL)
      continue;
    if (best == NULL || m->value.n < best->value.n) {
      best = m;
      next = r;
    }
  }
  return next;
}

/* In each group that has ranks the first is 1. */
static bool begin_anew(const struct ranks *k)
{
  for (size_t g = 0; g < k->l->groups; g++) {
    size_t members = 0;
    bool first = false;

    for (size_t r = k->l->grid->header_rows; r < k->l->grid->rows; r++) {
      const struct pst_mention *m = k->l->group[r] == g ? rank_of(k, r) : NULL;

      members += m != NULL;
      first = first || (m != NULL && m->value.n == 1);
    }
    if (!first || members < MEMBERS_LEAST)
      return false;
  }
  return true;
}

/* -1, 0, 1: the value goes down, stays, goes up from ROW to NEXT; 2 when one has none. */
static int step(const struct ranks *k, size_t row, size_t next)
{
  const struct pst_mention *a = pst_paper_grid_main(k->l->paper, k->l->grid, row, k->value), *b;

  if (next == PST_PAPER_NONE || a == NULL)
    return 2;
  b = pst_paper_grid_main(k->l->paper, k->l->grid, next, k->value);
  return pst_paper_same_unit(a, b) ? pst_rational_compare(b->value, a->value) : 2;
}

static void tell(struct pst_scan *scan, const struct ranks *k, size_t row, size_t next, int way)
{
  const struct pst_paper *paper = k->l->paper;
  const struct pst_paper_grid *grid = k->l->grid;
  const struct pst_mention *figures[] = {pst_paper_grid_main(paper, grid, row, k->value),
                                         pst_paper_grid_main(paper, grid, next, k->value)};
  const struct pst_mention *ranks[] = {rank_of(k, row), rank_of(k, next)};
  int s = step(k, row, next);
  struct pst_find find = {.kind = "rank",
                          .paper = paper,
                          .figures = figures,
                          .figure_count = 2,
                          .relation = "beside",
                          .without_range = true};

  if (figures[0] == NULL || figures[1] == NULL || ranks[0] == NULL || ranks[1] == NULL)
    return;
  find.at = figures[1]->at;
  find.size = figures[1]->size;
  find.unit = figures[0]->unit;
  pst_paper_grid_row(grid, next, &find.says_at, &find.says_end);
  find.text =
      pst_find_format(scan, "ranks %s and %s: %s, %s", pst_find_text(scan, paper, ranks[0]),
                      pst_find_text(scan, paper, ranks[1]), pst_find_text(scan, paper, figures[0]),
                      pst_find_text(scan, paper, figures[1]));
  find.note = s == way ? (way < 0 ? "rank 1 is the largest" : "rank 1 is the smallest")
              : s == 0 ? "a tie: the same figure has two ranks"
                       : "the value is out of the order of the ranks";
  pst_find_add(scan, &find,
               s == way ? PST_FINDING_AGREES
               : s == 0 ? PST_FINDING_UNDECIDED
                        : PST_FINDING_CONTRADICTS,
               &figures[1]->range);
}

/* Four steps in five, of all groups, go one way. */
static bool is_ranked(const struct ranks *k, int *way)
{
  size_t down = 0, up = 0, level = 0;

  for (size_t r = k->l->grid->header_rows; r < k->l->grid->rows; r++) {
    const struct pst_mention *own = k->l->group[r] == PST_PAPER_NONE ? NULL : rank_of(k, r);
    int s = own == NULL ? 2 : step(k, r, next_of(k, r, own));

    down += s == -1;
    up += s == 1;
    level += s == 0;
  }
  *way = down >= up ? -1 : 1;
  return down + up >= STEPS_LEAST
         && 5 * ((down > up ? down : up) + level) >= 4 * (down + up + level);
}

/* What is out of order is said, and of each group in order its first step. */
static void report(struct pst_scan *scan, const struct ranks *k, int way)
{
  for (size_t g = 0; g < k->l->groups; g++) {
    size_t first = PST_PAPER_NONE, next = PST_PAPER_NONE;
    bool wrong = false;

    for (size_t r = k->l->grid->header_rows; r < k->l->grid->rows; r++) {
      const struct pst_mention *own = k->l->group[r] == g ? rank_of(k, r) : NULL;
      size_t behind;
      int s;

      if (own == NULL)
        continue;
      behind = next_of(k, r, own);
      s = step(k, r, behind);
      if (s == way && first == PST_PAPER_NONE) {
        first = r;
        next = behind;
      }
      if (s == 2 || s == way)
        continue;
      wrong = true;
      tell(scan, k, r, behind, way);
    }
    if (!wrong && first != PST_PAPER_NONE)
      tell(scan, k, first, next, way);
  }
}

static void check_rank(struct pst_scan *scan, const struct pst_long *l, size_t rank)
{
  for (size_t value = 0; value < l->grid->columns; value++) {
    struct ranks k = {.l = l, .rank = rank, .value = value};
    int way;

    if (value == rank || pst_paper_grid_numbers(l->paper, l->grid, value) < STEPS_LEAST
        || !begin_anew(&k) || !is_ranked(&k, &way))
      continue;
    report(scan, &k, way);
    return;
  }
}

void pst_find_long_ranks(struct pst_scan *scan, const struct pst_paper *paper,
                         const struct pst_paper_grid *grid)
{
  for (size_t rank = 0; rank < grid->columns; rank++) {
    if (!pst_paper_grid_says(paper, grid, rank, "rank ranks ranking position place")
        || pst_paper_grid_says(paper, grid, rank, "change correlation")
        || pst_paper_grid_numbers(paper, grid, rank) < STEPS_LEAST)
      continue;
    for (size_t member = 0; member < grid->columns; member++) {
      struct pst_long l;

      if (pst_long_is_key(paper, grid, member) && pst_long_is_repeated(paper, grid, member)
          && pst_long_group(scan, paper, grid, member, &l) && l.groups >= 2)
        check_rank(scan, &l, rank);
    }
  }
}
