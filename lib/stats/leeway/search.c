/* search.c -- a kernel run on completions of its values, and how far its numbers go. */
#include "stats/leeway/search.h"

#include <math.h>
#include <string.h>

#include "stats/random/random.h"

/* --- cells ----------------------------------------------------------------------------------------- */

/* The extent of the finite ends and values: what is far away is further than all of them. */
static double extent(const struct pst_leeway *leeway)
{
  double most = 1;

  for (size_t a = 0; a < leeway->n_lists; a++)
    for (size_t i = 0; i < leeway->lists[a].n; i++) {
      const struct pst_bounds *b = &leeway->lists[a].bounds[i];

      if (isfinite(b->low))
        most = fmax(most, fabs(b->low));
      if (isfinite(b->high))
        most = fmax(most, fabs(b->high));
    }
  return most;
}

/* The number within the bounds that is nearest to MIDDLE; whole where only whole numbers are meant. */
static double within(const struct pst_search_cell *cell, double middle)
{
  return fmax(cell->low, fmin(cell->high, cell->whole ? floor(middle) : middle));
}

/* Within the bounds where there is no value: their middle. */
static double inside(const struct pst_search_cell *cell)
{
  return within(cell, cell->low + (cell->high - cell->low) / 2);
}

static void add_cell(struct pst_search *search, size_t a, size_t i)
{
  const struct pst_leeway_values *array = &search->leeway->lists[a];
  const struct pst_leeway_values *first = &search->leeway->lists[0];
  const struct pst_bounds *b = &array->bounds[i];
  struct pst_search_cell *cell = &search->cells[search->n++];

  *cell = (struct pst_search_cell){.at = &array->at[i],
                                   .value = array->at[i],
                                   .low = b->low,
                                   .high = b->high,
                                   .array = a,
                                   .whole = array->whole,
                                   .beside = a > 0 && i < first->n ? first->at[i] : (double)NAN};
  search->without_low = search->without_low || isinf(b->low);
  search->without_high = search->without_high || isinf(b->high);
  if (isinf(b->low))
    cell->low = -search->far;
  if (isinf(b->high))
    cell->high = search->far;
  if (search->ordered && b->low_open && isfinite(b->low))
    cell->low = nextafter(b->low, INFINITY);
  if (search->ordered && b->high_open && isfinite(b->high))
    cell->high = nextafter(b->high, -INFINITY);
  if (isnan(cell->value))
    *cell->at = inside(cell);
}

enum pst_status pst_search_begin(struct pst_search *search, struct pst_error *error)
{
  const struct pst_leeway *leeway = search->leeway;
  size_t all = 0;

  for (size_t a = 0; a < leeway->n_lists; a++)
    all += leeway->lists[a].n;
  search->count = search->rows->count - search->first;
  if (leeway->rows > 0 && leeway->rows < search->count)
    search->count = leeway->rows;
  search->cells = pst_arena_array(search->scratch, all + 1, sizeof *search->cells);
  search->now = pst_arena_array(search->scratch, search->count + 1, sizeof *search->now);
  search->ranges = pst_arena_array(search->scratch, search->count + 1, sizeof *search->ranges);
  if (search->cells == NULL || search->now == NULL || search->ranges == NULL)
    return pst_fail_memory(error);
  search->far = 16 * extent(leeway);
  for (size_t a = 0; a < leeway->n_lists; a++)
    for (size_t i = 0; i < leeway->lists[a].n; i++) {
      const struct pst_bounds *b = &leeway->lists[a].bounds[i];

      if (!isnan(b->low) && !pst_bounds_is_point(b))
        add_cell(search, a, i);
    }
  for (size_t r = 0; r < search->count; r++)
    search->ranges[r] =
        (struct pst_search_range){.low = {INFINITY, INFINITY}, .high = {-INFINITY, -INFINITY}};
  return PST_OK;
}

void pst_search_end(const struct pst_search *search)
{
  for (size_t c = 0; c < search->n; c++)
    *search->cells[c].at = search->cells[c].value;
}

/* --- runs ------------------------------------------------------------------------------------------ */

/* The row of LIST that is row R of the search: at the same place where nothing is missing. */
static const struct pst_estimate *row_of(const struct pst_search *search,
                                         const struct pst_estimates *list, size_t r)
{
  const struct pst_estimate *wanted = &search->rows->items[search->first + r];

  if (r < list->count && strcmp(list->items[r].term, wanted->term) == 0)
    return &list->items[r];
  for (size_t i = 0; i < list->count; i++)
    if (strcmp(list->items[i].term, wanted->term) == 0)
      return &list->items[i];
  return NULL;
}

static void note_row(struct pst_search *search, const struct pst_estimates *list, size_t r)
{
  const struct pst_estimate *row = row_of(search, list, r);
  struct pst_search_range *range = &search->ranges[r];

  search->now[r][PST_SEARCH_ESTIMATE] = row == NULL ? (double)NAN : row->estimate;
  search->now[r][PST_SEARCH_P] = row == NULL ? (double)NAN : row->p_value;
  if (r == 0 && row != NULL && row->n > search->observed)
    search->observed = row->n;
  for (int k = 0; k < 2; k++) {
    range->low[k] = fmin(range->low[k], search->now[r][k]);
    range->high[k] = fmax(range->high[k], search->now[r][k]);
  }
}

enum pst_status pst_search_run(struct pst_search *search, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(search->scratch);
  struct pst_arena notes = PST_ARENA_EMPTY;
  struct pst_estimates list = {.arena = &notes};
  struct pst_error reason = {.status = PST_OK};
  enum pst_status status =
      search->leeway->run(search->leeway->context, &list, search->scratch, &reason);

  search->runs++;
  if (status != PST_OK)
    list.count = 0;
  for (size_t r = 0; r < search->count; r++)
    note_row(search, &list, r);
  pst_estimates_free(&list);
  pst_arena_free(&notes);
  pst_arena_release(search->scratch, mark);
  return status == PST_OK || status == PST_UNDEFINED
             ? PST_OK
             : pst_fail(error, status, "%s", reason.message);
}

/* --- patterns --------------------------------------------------------------------------------------- */

enum { CORNERS = 10, PATTERNS = 11 }; /* the last: inwards, as far as the middle */

/* The means of the values, and of those of the first array beside them. */
struct middle {
  double own, beside;
};

static double mean_of_first(const struct pst_leeway *leeway)
{
  const struct pst_leeway_values *first = &leeway->lists[0];
  double sum = 0;

  for (size_t i = 0; i < first->n; i++)
    sum += first->at[i];
  return first->n == 0 ? 0 : sum / (double)first->n;
}

static struct middle middle_of(const struct pst_search *search, size_t array)
{
  struct middle sum = {0, 0};
  double n = 0;

  for (size_t c = 0; c < search->n; c++) {
    const struct pst_search_cell *cell = &search->cells[c];

    if (cell->array != array)
      continue;
    sum.own += inside(cell);
    n++;
  }
  return (struct middle){sum.own / n, mean_of_first(search->leeway)};
}

/* Whether pattern K sets cell C, the PLACE-th of the N of its array, high. */
static bool is_high(const struct pst_search_cell *cell, int k, size_t place, size_t n,
                    const struct middle *middle)
{
  const bool odd = k % 2 != 0;

  switch (k / 2) {
  case 0: /* all */
    return odd;
  case 1: /* apart by array */
    return (cell->array == 0) == odd;
  case 2: /* by halves */
    return (2 * place >= n) == odd;
  case 3: /* outwards and inwards */
    return (inside(cell) > middle->own) == odd;
  default: /* along the first array */
    return (cell->beside > middle->beside) == odd;
  }
}

static void set_pattern(struct pst_search *search, int k)
{
  for (size_t c = 0, last; c < search->n; c = last) {
    const struct middle middle = middle_of(search, search->cells[c].array);

    for (last = c; last < search->n && search->cells[last].array == search->cells[c].array;)
      last++;
    for (size_t i = c; i < last; i++) {
      struct pst_search_cell *cell = &search->cells[i];

      if (k < CORNERS)
        *cell->at = is_high(cell, k, i - c, last - c, &middle) ? cell->high : cell->low;
      else
        *cell->at = within(cell, middle.own);
    }
  }
}

enum pst_status pst_search_patterns(struct pst_search *search, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (int k = 0; k < PATTERNS && status == PST_OK; k++) {
    set_pattern(search, k);
    status = pst_search_run(search, error);
  }
  return status;
}

/* --- one value by itself ------------------------------------------------------------------------------ */

static void set_start(struct pst_search *search)
{
  for (size_t c = 0; c < search->n; c++) {
    const struct pst_search_cell *cell = &search->cells[c];

    *cell->at = isnan(cell->value) ? inside(cell) : cell->value;
  }
}

enum pst_status pst_search_sides(struct pst_search *search, struct pst_error *error)
{
  double *low = pst_arena_array(search->scratch, search->count + 1, sizeof *low);
  enum pst_status status = PST_OK;

  search->side = pst_arena_array(search->scratch, search->n * search->count + 1, 1);
  if (low == NULL || search->side == NULL)
    return pst_fail_memory(error);
  set_start(search);
  for (size_t c = 0; c < search->n && status == PST_OK; c++) {
    const struct pst_search_cell *cell = &search->cells[c];
    const double start = *cell->at;

    *cell->at = cell->low;
    status = pst_search_run(search, error);
    for (size_t r = 0; r < search->count; r++)
      low[r] = search->now[r][PST_SEARCH_ESTIMATE];
    *cell->at = cell->high;
    if (status == PST_OK)
      status = pst_search_run(search, error);
    for (size_t r = 0; r < search->count; r++) {
      const double high = search->now[r][PST_SEARCH_ESTIMATE];

      search->side[r * search->n + c] = (signed char)((high > low[r]) - (high < low[r]));
    }
    *cell->at = start;
  }
  return status;
}

enum pst_status pst_search_corner(struct pst_search *search, size_t row, bool up,
                                  struct pst_error *error)
{
  for (size_t c = 0; c < search->n; c++) {
    const struct pst_search_cell *cell = &search->cells[c];
    const bool high = (search->side[row * search->n + c] > 0) == up;

    *cell->at = high ? cell->high : cell->low;
  }
  return pst_search_run(search, error);
}

/* --- every completion ----------------------------------------------------------------------------------- */

/* How many values of a cell are tried: all, of whole numbers; else its ends and what lies between. */
static double choices(const struct pst_search_cell *cell)
{
  return cell->whole ? cell->high - cell->low + 1 : 3;
}

static double choice(const struct pst_search_cell *cell, size_t k)
{
  if (cell->whole)
    return cell->low + (double)k;
  return k == 0 ? cell->low : k == 1 ? cell->high : isnan(cell->value) ? inside(cell) : cell->value;
}

/* The next completion; false after the last. */
static bool next(struct pst_search *search, size_t *at)
{
  for (size_t c = 0; c < search->n; c++) {
    at[c]++;
    if ((double)at[c] < choices(&search->cells[c]))
      return true;
    at[c] = 0;
  }
  return false;
}

enum pst_status pst_search_every(struct pst_search *search, bool *all, struct pst_error *error)
{
  size_t *at = pst_arena_array(search->scratch, search->n + 1, sizeof *at);
  double completions = 1;
  bool more = true;
  enum pst_status status = PST_OK;

  *all = !search->without_low && !search->without_high;
  if (at == NULL)
    return pst_fail_memory(error);
  for (size_t c = 0; c < search->n && completions <= PST_SEARCH_EVERY; c++) {
    completions *= choices(&search->cells[c]);
    *all = *all && search->cells[c].whole;
  }
  if (completions > PST_SEARCH_EVERY || search->without_low || search->without_high) {
    *all = false;
    return PST_OK;
  }
  while (more && status == PST_OK) {
    for (size_t c = 0; c < search->n; c++)
      *search->cells[c].at = choice(&search->cells[c], at[c]);
    status = pst_search_run(search, error);
    more = next(search, at);
  }
  return status;
}

/* --- search ------------------------------------------------------------------------------------------- */

static bool is_further(const struct pst_search *search, const struct pst_search_target *target,
                       double than)
{
  const double now = search->now[target->row][target->number];

  return target->up ? now > than : now < than;
}

/* Where a value that stands at AT may be moved: to either end and back to where it was printed; FINE: half as far, or by one
   where it is a whole number. */
static void steps(const struct pst_search_cell *cell, double at, bool fine, double to[3])
{
  to[0] = !fine ? cell->low : cell->whole ? fmax(cell->low, at - 1) : at + (cell->low - at) / 2;
  to[1] = !fine ? cell->high : cell->whole ? fmin(cell->high, at + 1) : at + (cell->high - at) / 2;
  to[2] = fine ? (double)NAN : cell->value;
}

/* Value by value; kept where it helps. */
static enum pst_status pass(struct pst_search *search, const struct pst_search_target *target,
                            size_t last, bool fine, double *best, bool *better,
                            struct pst_error *error)
{
  enum pst_status status = PST_OK;

  *better = false;
  for (size_t c = 0; c < search->n; c++) {
    const struct pst_search_cell *cell = &search->cells[c];
    double stays = *cell->at, to[3];

    steps(cell, stays, fine, to);
    for (int k = 0; k < 3 && status == PST_OK && search->runs < last; k++) {
      if (isnan(to[k]) || to[k] == stays)
        continue;
      *cell->at = to[k];
      status = pst_search_run(search, error);
      if (is_further(search, target, *best)) {
        *best = search->now[target->row][target->number];
        stays = to[k];
        *better = true;
      }
    }
    *cell->at = stays;
  }
  return status;
}

/* From end to end as long as that helps, then by less. */
static enum pst_status passes(struct pst_search *search, const struct pst_search_target *target,
                              size_t last, double *best, struct pst_error *error)
{
  enum pst_status status = PST_OK;
  bool better = true, finer = true;

  while (finer && status == PST_OK && search->runs < last) {
    while (better && status == PST_OK && search->runs < last)
      status = pass(search, target, last, false, best, &better, error);
    if (status == PST_OK)
      status = pass(search, target, last, true, best, &finer, error);
    better = finer;
  }
  return status;
}

static enum pst_status start_best(struct pst_search *search, const struct pst_search_target *target,
                                  double *best, struct pst_error *error)
{
  int from = -1;
  enum pst_status status;

  set_start(search);
  status = pst_search_run(search, error);
  *best = search->now[target->row][target->number];
  if (isnan(*best))
    *best = target->up ? -INFINITY : INFINITY;
  for (int k = 0; k < PATTERNS && status == PST_OK; k++) {
    set_pattern(search, k);
    status = pst_search_run(search, error);
    if (is_further(search, target, *best)) {
      *best = search->now[target->row][target->number];
      from = k;
    }
  }
  if (from < 0)
    set_start(search);
  else
    set_pattern(search, from);
  return status;
}

/* The corner of number DRAW; the last value that TARGET had. */
static enum pst_status start_drawn(struct pst_search *search,
                                   const struct pst_search_target *target, uint64_t draw,
                                   double *best, struct pst_error *error)
{
  uint64_t state = pst_random_stream(search->leeway->seed, draw);
  enum pst_status status;

  for (size_t c = 0; c < search->n; c++) {
    const struct pst_search_cell *cell = &search->cells[c];

    *cell->at = pst_random_below(&state, 2) == 0 ? cell->low : cell->high;
  }
  status = pst_search_run(search, error);
  *best = search->now[target->row][target->number];
  if (isnan(*best))
    *best = target->up ? -(double)INFINITY : (double)INFINITY;
  return status;
}

/* Corners are climbed from in this order, so that the longest of all searches is like the first few of any. */
enum { STARTS_MOST = 8 };

enum pst_status pst_search_climb(struct pst_search *search, const struct pst_search_target *target,
                                 size_t most, struct pst_error *error)
{
  const size_t last = search->runs + most;
  enum pst_status status = PST_OK;

  for (uint64_t start = 0; start < STARTS_MOST && status == PST_OK && search->runs < last;
       start++) {
    double best;

    status = start == 0 ? start_best(search, target, &best, error)
                        : start_drawn(search, target, start, &best, error);
    if (status == PST_OK)
      status = passes(search, target, last, &best, error);
  }
  return status;
}
