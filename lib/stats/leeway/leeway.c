/* leeway.c -- what printed precision, or bounds, of the values leave open of a statistic. */
#include "stats/leeway/leeway.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "stats/leeway/ordered.h"
#include "stats/leeway/proof.h"
#include "stats/leeway/search.h"
#include "stats/leeway/vacant.h"

enum { RUNS_LEAST = 200, RUNS_MOST = 2000, SIDES_MOST = 4000 };
static const double work_most = 2e5;

size_t pst_leeway_runs(size_t n)
{
  const double runs = work_most / (double)(n + 1);

  return runs < RUNS_LEAST ? RUNS_LEAST : runs > RUNS_MOST ? RUNS_MOST : (size_t)runs;
}

/* What one row has: its rule where it applies, and whether the ends that were found are all there is. */
struct row {
  const struct pst_leeway_rule *rule;
  enum pst_leeway_way way;
  bool exact, endless; /* endless: a value has no bound, and no search tells how far it goes */
  struct pst_ordered ordered;
  struct pst_leeway_proven proven;
};

struct fill {
  const struct pst_leeway *leeway;
  struct pst_estimates *rows;
  struct row *row;
  struct pst_search search;
  double far; /* of a second run, where a value has no bound */
  bool all;   /* every completion was tried */
};

/* --- rules ------------------------------------------------------------------------------------------- */

/* Of the arrays the last alone has leeway. */
static bool last_alone(const struct fill *fill)
{
  for (size_t c = 0; c < fill->search.n; c++)
    if (fill->search.cells[c].array + 1 != fill->leeway->n_lists)
      return false;
  return true;
}

static void choose_ways(struct fill *fill)
{
  const struct pst_search *search = &fill->search;
  const bool alone = last_alone(fill), few = search->n <= SIDES_MOST;

  for (size_t r = 0; r < search->count; r++) {
    const struct pst_estimate *estimate = &fill->rows->items[search->first + r];
    struct row *row = &fill->row[r];

    row->rule = pst_leeway_rule_of(estimate->method, estimate->term);
    row->way = row->rule->way;
    if (row->rule->of_y && !(alone && (few || row->rule->along)))
      row->way = PST_LEEWAY_SEARCHED;
    if (row->way == PST_LEEWAY_ORDERED && fill->leeway->n_lists != 2)
      row->way = PST_LEEWAY_SEARCHED;
    row->endless = !row->rule->ranks && (search->without_low || search->without_high);
  }
}

/* Some row goes one way with each value, and which is asked value by value. */
static bool needs_sides(const struct fill *fill)
{
  for (size_t r = 0; r < fill->search.count; r++)
    if (fill->row[r].way == PST_LEEWAY_ONE_WAY && !fill->row[r].rule->along)
      return true;
  return false;
}

/* --- the exact ways ------------------------------------------------------------------------------------ */

/* Ends that are as far again when what stands for no bound is further: they are not there. */
static void settle_ends(const struct fill *fill, const struct pst_search *further, size_t r)
{
  struct pst_search_range *range = &fill->search.ranges[r];
  const struct pst_search_range *other = &further->ranges[r];

  if (other->low[0] < range->low[0])
    range->low[0] = -INFINITY;
  if (other->high[0] > range->high[0])
    range->high[0] = INFINITY;
  fill->row[r].endless = false;
}

static enum pst_status run_corners(const struct fill *fill, struct pst_search *search,
                                   struct pst_error *error)
{
  const bool sides = needs_sides(fill);
  enum pst_status status = pst_search_patterns(search, error);

  if (status == PST_OK && sides)
    status = pst_search_sides(search, error);
  for (size_t r = 0; r < search->count && status == PST_OK; r++) {
    if (fill->row[r].way != PST_LEEWAY_ONE_WAY || fill->row[r].rule->along)
      continue;
    status = pst_search_corner(search, r, true, error);
    if (status == PST_OK)
      status = pst_search_corner(search, r, false, error);
  }
  return status;
}

static bool settles(const struct row *row)
{
  return (row->way != PST_LEEWAY_SEARCHED && row->way != PST_LEEWAY_ORDERED)
         || row->rule->proof == PST_LEEWAY_BY_SLOPES;
}

/* Once more with another stand-in for what has no bound. */
static enum pst_status run_further(struct fill *fill, struct pst_error *error)
{
  struct pst_search further = fill->search;
  enum pst_status status;

  if (!further.without_low && !further.without_high)
    return PST_OK;
  further.ranges = pst_arena_array(further.scratch, further.count + 1, sizeof *further.ranges);
  if (further.ranges == NULL)
    return pst_fail_memory(error);
  for (size_t r = 0; r < further.count; r++)
    further.ranges[r] =
        (struct pst_search_range){.low = {INFINITY, INFINITY}, .high = {-INFINITY, -INFINITY}};
  for (size_t c = 0; c < further.n; c++) {
    if (further.cells[c].low == -further.far)
      further.cells[c].low *= 4;
    if (further.cells[c].high == further.far)
      further.cells[c].high *= 4;
  }
  status = run_corners(fill, &further, error);
  for (size_t c = 0; c < further.n; c++) {
    if (further.cells[c].low == -4 * further.far)
      further.cells[c].low /= 4;
    if (further.cells[c].high == 4 * further.far)
      further.cells[c].high /= 4;
  }
  for (size_t r = 0; r < further.count && status == PST_OK; r++)
    if (settles(&fill->row[r]))
      settle_ends(fill, &further, r);
  fill->search.runs = further.runs;
  return status;
}

static enum pst_status find_orders(struct fill *fill, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t r = 0; r < fill->search.count && status == PST_OK; r++) {
    const struct pst_estimate *estimate = &fill->rows->items[fill->search.first + r];
    struct row *row = &fill->row[r];

    if (row->way != PST_LEEWAY_ORDERED)
      continue;
    row->endless = false;
    status =
        pst_ordered_range(fill->leeway, row->rule, strcmp(estimate->method, "mann-kendall") == 0,
                          fill->leeway->plain_test, &row->ordered, fill->search.scratch, error);
    row->exact = row->ordered.exact;
  }
  return status;
}

static enum pst_status find_proofs(struct fill *fill, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t r = 0; r < fill->search.count && status == PST_OK; r++)
    status = pst_leeway_proof(fill->leeway, fill->row[r].rule->proof, &fill->row[r].proven,
                              fill->search.scratch, error);
  return status;
}

/* --- the search ----------------------------------------------------------------------------------------- */

static bool has_p(const struct fill *fill, size_t r)
{
  return !isnan(fill->rows->items[fill->search.first + r].p_value)
         || fill->search.ranges[r].low[PST_SEARCH_P] <= 1;
}

/* A p-value that depends on how far a value without a bound is. */
static bool is_endless(const struct fill *fill, size_t r)
{
  return fill->row[r].way != PST_LEEWAY_ORDERED && !fill->row[r].rule->ranks
         && (fill->search.without_low || fill->search.without_high);
}

/* Whether the number of row R is to be searched for. */
static bool is_sought(const struct fill *fill, size_t r, enum pst_search_number number)
{
  const struct row *row = &fill->row[r];

  if (row->way == PST_LEEWAY_NONE || fill->all || (row->endless && row->way == PST_LEEWAY_SEARCHED))
    return false;
  if (number == PST_SEARCH_P)
    return has_p(fill, r) && !is_endless(fill, r)
           && !(row->way == PST_LEEWAY_ORDERED && row->ordered.p_exact);
  return row->way == PST_LEEWAY_SEARCHED || (row->way == PST_LEEWAY_ORDERED && !row->exact);
}

static size_t count_targets(const struct fill *fill)
{
  size_t targets = 0;

  for (size_t r = 0; r < fill->search.count; r++)
    for (int number = 0; number < 2; number++)
      targets += is_sought(fill, r, (enum pst_search_number)number) ? 2 : 0;
  return targets;
}

static enum pst_status seek(struct fill *fill, struct pst_error *error)
{
  const size_t targets = count_targets(fill), runs = pst_leeway_runs(fill->search.n);
  enum pst_status status = PST_OK;

  for (size_t r = 0; r < fill->search.count; r++)
    for (int k = 0; k < 4 && status == PST_OK; k++) {
      const struct pst_search_target target = {r, (enum pst_search_number)(k / 2), k % 2 != 0};

      if (is_sought(fill, r, target.number))
        status = pst_search_climb(&fill->search, &target, runs / targets + 1, error);
    }
  return status;
}

/* --- what is told --------------------------------------------------------------------------------------- */

static const char holds[] = "holds", may_flip[] = "may flip", not_found[] = "no flip found";

static int side_of(double value, double null)
{
  return (value > null) - (value < null);
}

/* FOUND: the ends that completions reach; PROVEN: all lies between those of the row. */
static const char *tell(int at_low, int at_high, bool proven)
{
  if (at_low != at_high)
    return may_flip;
  return proven ? holds : not_found;
}

static const char *way_name(const struct fill *fill, size_t r, struct pst_arena *arena)
{
  const struct row *row = &fill->row[r];
  const char *exact = row->way == PST_LEEWAY_SEARCHED  ? NULL
                      : row->way != PST_LEEWAY_ORDERED ? "exact: one way"
                      : row->exact                     ? "exact: orders"
                                                       : NULL;

  if (exact == NULL && fill->all)
    exact = "exact: every completion";

  if (fill->search.n == 0)
    return "exact: no leeway";
  if (row->endless)
    return "none: a value has no bound";
  if (exact != NULL && !is_sought(fill, r, PST_SEARCH_P))
    return exact;
  return pst_arena_format(arena, "%s%ssearch(%zu, seed %llu)", exact == NULL ? "" : exact,
                          exact == NULL ? "" : "; p by ", fill->search.runs,
                          (unsigned long long)fill->leeway->seed);
}

/* An end that is not there is empty, and the note says so. */
static void tell_endless(const struct fill *fill, struct pst_estimate *out)
{
  const bool low = isinf(out->least), high = isinf(out->greatest);

  if (!low && !high)
    return;
  if (low)
    out->least = (double)NAN;
  if (high)
    out->greatest = (double)NAN;
  pst_estimate_note(fill->rows, out, "%s: a value has no bound",
                    low && high ? "neither least nor greatest"
                    : low       ? "no least"
                                : "no greatest");
}

/* An end that is as good as 0 beside the other is 0: sums of printed ends leave a hair. */
static void clear_rounding(struct pst_estimate *out)
{
  const double hair = 16 * DBL_EPSILON * (out->greatest - out->least);

  if (isinf(hair))
    return;
  if (fabs(out->least) < hair)
    out->least = 0;
  if (fabs(out->greatest) < hair)
    out->greatest = 0;
}

static bool has_sign(const struct pst_leeway_rule *rule)
{
  if (rule->way == PST_LEEWAY_ORDERED)
    return rule->order == PST_LEEWAY_KENDALL || rule->order == PST_LEEWAY_SPEARMAN;
  return !rule->no_sign;
}

static void tell_estimate(const struct fill *fill, size_t r, struct pst_estimate *out)
{
  const struct row *row = &fill->row[r];
  const struct pst_search_range *range = &fill->search.ranges[r];
  const bool exact =
      fill->all || (row->way == PST_LEEWAY_ORDERED ? row->exact : row->way != PST_LEEWAY_SEARCHED);
  bool proven = exact;

  if (row->endless)
    return;
  if (row->way == PST_LEEWAY_ORDERED && row->exact) {
    out->least = row->ordered.low;
    out->greatest = row->ordered.high;
  } else if (range->low[0] <= range->high[0]) {
    out->least = range->low[0];
    out->greatest = range->high[0];
  }
  if (fill->leeway->known && !isnan(out->estimate)) {
    out->least = fmin(out->least, out->estimate);
    out->greatest = fmax(out->greatest, out->estimate);
  }
  if (isnan(out->least))
    return;
  clear_rounding(out);
  if (!exact && row->way == PST_LEEWAY_ORDERED && !isnan(row->ordered.low))
    proven =
        side_of(row->ordered.low, row->rule->null) == side_of(row->ordered.high, row->rule->null);
  if (!exact && !isnan(row->proven.low))
    proven =
        side_of(row->proven.low, row->rule->null) == side_of(row->proven.high, row->rule->null);
  if (has_sign(row->rule))
    out->sign = tell(side_of(out->least, row->rule->null), side_of(out->greatest, row->rule->null),
                     proven || fill->search.n == 0);
  tell_endless(fill, out);
}

/* P is below ALPHA, which is 1 less a level in doubles: 6 of 120 orders are not below 1 - .95. */
static bool is_below(double p, double alpha)
{
  return p < alpha - 1e-12;
}

static void tell_p(const struct fill *fill, size_t r, struct pst_estimate *out)
{
  const struct row *row = &fill->row[r];
  const struct pst_search_range *range = &fill->search.ranges[r];
  const double alpha = fill->leeway->alpha;
  bool proven = fill->search.n == 0 || fill->all;

  if (row->endless || is_endless(fill, r))
    return;
  if (row->way == PST_LEEWAY_ORDERED && row->ordered.p_exact) {
    out->p_least = row->ordered.p_low;
    out->p_greatest = row->ordered.p_high;
  } else if (range->low[PST_SEARCH_P] <= range->high[PST_SEARCH_P]) {
    out->p_least = range->low[PST_SEARCH_P];
    out->p_greatest = range->high[PST_SEARCH_P];
  }
  if (fill->leeway->known && !isnan(out->p_value)) {
    out->p_least = fmin(out->p_least, out->p_value);
    out->p_greatest = fmax(out->p_greatest, out->p_value);
  }
  if (isnan(out->p_least))
    return;
  if (!isnan(row->ordered.p_low) && row->way == PST_LEEWAY_ORDERED)
    proven = proven || is_below(row->ordered.p_low, alpha) == is_below(row->ordered.p_high, alpha);
  if (!isnan(row->proven.p_low))
    proven = proven || is_below(row->proven.p_low, alpha) == is_below(row->proven.p_high, alpha);
  out->significance = tell(is_below(out->p_least, alpha), is_below(out->p_greatest, alpha), proven);
}

/* The estimate is of known values; its ends are of all. */
static void note_more(const struct fill *fill, struct pst_estimate *out)
{
  pst_estimate_note(fill->rows, out,
                    "least and greatest are of %zu, with those known within bounds",
                    fill->search.observed);
}

/* No completion has a value, or one of amounts has no bound. */
static bool has_nothing(const struct pst_estimate *row)
{
  return isnan(row->least) && isnan(row->greatest) && isnan(row->p_least);
}

static enum pst_status tell_rows(const struct fill *fill, struct pst_error *error)
{
  for (size_t r = 0; r < fill->search.count; r++) {
    struct pst_estimate *out = &fill->rows->items[fill->search.first + r];

    if (fill->row[r].way == PST_LEEWAY_NONE)
      continue;
    tell_estimate(fill, r, out);
    tell_p(fill, r, out);
    if (r == 0 && fill->search.observed > 0 && !fill->leeway->known && !has_nothing(out))
      note_more(fill, out);
    out->found_by = has_nothing(out) && !fill->row[r].endless
                        ? "none: no values have it"
                        : way_name(fill, r, fill->rows->arena);
    if (out->found_by == NULL)
      return pst_fail_memory(error);
  }
  return PST_OK;
}

static bool is_of_orders(const struct pst_estimate *row)
{
  const struct pst_leeway_rule *rule = pst_leeway_rule_of(row->method, row->term);

  return rule->way == PST_LEEWAY_ORDERED || rule->ranks;
}

enum pst_status pst_leeway_fill(const struct pst_leeway *leeway, struct pst_estimates *rows,
                                size_t first, struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct fill fill = {.leeway = leeway, .rows = rows};
  enum pst_status status = pst_leeway_vacant(leeway, rows, first, scratch, error);

  if (status != PST_OK)
    return status;
  fill.search =
      (struct pst_search){.leeway = leeway, .rows = rows, .first = first, .scratch = scratch};
  for (size_t i = first; i < rows->count; i++)
    fill.search.ordered = fill.search.ordered || is_of_orders(&rows->items[i]);
  fill.row = pst_arena_array(scratch, rows->count - first + 1, sizeof *fill.row);
  status = fill.row == NULL ? pst_fail_memory(error) : pst_search_begin(&fill.search, error);
  if (status == PST_OK) {
    choose_ways(&fill);
    status = fill.search.n > 0 ? run_corners(&fill, &fill.search, error)
             : leeway->known   ? PST_OK
                               : pst_search_run(&fill.search, error);
  }
  if (status == PST_OK && fill.search.n > 0)
    status = run_further(&fill, error);
  if (status == PST_OK && fill.search.n > 0)
    status = find_orders(&fill, error);
  if (status == PST_OK && fill.search.n > 0)
    status = find_proofs(&fill, error);
  if (status == PST_OK && count_targets(&fill) > 0)
    status = pst_search_every(&fill.search, &fill.all, error);
  if (status == PST_OK && fill.search.n > 0)
    status = seek(&fill, error);
  if (fill.search.cells != NULL)
    pst_search_end(&fill.search);
  if (status == PST_OK)
    status = tell_rows(&fill, error);
  pst_arena_release(scratch, mark);
  return status;
}
