/* number.c -- a number of a claim: leaves, nodes, and the unknowns that it rests on. */
#include "claim/data/number.h"

#include <stdlib.h>

#include "base/array.h"
#include "claim/data/number_internal.h"

static struct pst_number *node(struct pst_exact *exact, enum pst_number_kind kind, size_t count)
{
  struct pst_number *made = pst_arena_array(exact->arena, 1, sizeof *made);

  if (made == NULL)
    exact->failed = true;
  else
    made->kind = kind;
  if (made != NULL && count > 0) {
    made->count = count;
    made->arguments = pst_arena_array(exact->arena, count, sizeof *made->arguments);
    exact->failed = exact->failed || made->arguments == NULL;
    return made->arguments == NULL ? NULL : made;
  }
  return made;
}

const struct pst_number *pst_number_leaf(struct pst_exact *exact, const struct pst_range *range,
                                         bool has_printed, struct pst_rational printed, uint64_t id)
{
  struct pst_number *made = node(exact, PST_NUMBER_LEAF, 0);

  if (made == NULL)
    return NULL;
  made->range = *range;
  made->has_printed = has_printed;
  made->printed = has_printed ? printed : pst_rational_whole(0);
  made->id = id;
  if (!pst_range_is_point(range))
    made->open = has_printed ? PST_OPEN_ROUNDING : PST_OPEN_BOUND;
  return made;
}

const char *pst_open_text(unsigned open)
{
  static const char *const texts[] = {
      "rounding", "rounding",          "a bound",          "rounding or a bound",
      "a tie",    "rounding or a tie", "a bound or a tie", "rounding, a bound or a tie"};

  return texts[open & 7];
}

const struct pst_number *pst_number_point(struct pst_exact *exact, struct pst_rational value)
{
  struct pst_range range = pst_range_point(value);

  return pst_number_leaf(exact, &range, true, value, 0);
}

const struct pst_number *pst_number_show(const struct pst_number *number, int decimals)
{
  if (number != NULL)
    ((struct pst_number *)(uintptr_t)number)->decimals = decimals < 0 ? 0 : decimals;
  return number;
}

void pst_number_bound(const struct pst_number *number)
{
  ((struct pst_number *)(uintptr_t)number)->open =
      pst_range_is_point(&number->range) ? 0 : PST_OPEN_BOUND;
}

const struct pst_number *pst_number_missing(struct pst_exact *exact, uint64_t id)
{
  struct pst_number *made = node(exact, PST_NUMBER_LEAF, 0);

  if (made == NULL)
    return NULL;
  made->range = pst_range_all();
  made->missing = true;
  made->id = id;
  return made;
}

/* --- nodes ------------------------------------------------------------------------------------- */

/* The value as printed is that of the arguments' printed values, which are points: the middle of an
   enclosure where it is no fraction. */
static void print_node(struct pst_exact *exact, struct pst_number *made, struct pst_range *spare)
{
  struct pst_range printed;

  made->has_printed = true;
  for (size_t i = 0; i < made->count; i++) {
    made->has_printed = made->has_printed && made->arguments[i]->has_printed;
    spare[i] = pst_range_point(made->arguments[i]->printed);
  }
  if (made->has_printed)
    made->has_printed = pst_number_combine(exact, made, spare, &printed);
  made->has_printed = made->has_printed && pst_range_is_bounded(&printed);
  made->printed = made->has_printed
                      ? pst_rational_middle(exact, printed.low.value, printed.high.value)
                      : pst_rational_whole(0);
}

/* A difference of 28.5 and 20.0 is shown as 8.5, of 28.5 and 20.5 as 8.0. */
static bool keeps_decimals(enum pst_number_kind kind)
{
  return kind != PST_NUMBER_MULTIPLY && kind != PST_NUMBER_DIVIDE && kind < PST_NUMBER_MEDIAN;
}

static const struct pst_number *finish(struct pst_exact *exact, struct pst_number *made, bool *zero)
{
  struct pst_range few[2];
  struct pst_range *ranges =
      made->count <= 2 ? few : pst_arena_array(exact->arena, made->count, sizeof *ranges);

  if (ranges == NULL) {
    exact->failed = true;
    return NULL;
  }
  for (size_t i = 0; i < made->count; i++) {
    ranges[i] = made->arguments[i]->range;
    made->missing = made->missing || made->arguments[i]->missing;
    made->open |= made->arguments[i]->open;
    if (keeps_decimals(made->kind) && made->decimals < made->arguments[i]->decimals)
      made->decimals = made->arguments[i]->decimals;
  }
  if (!pst_number_combine(exact, made, ranges, &made->range)) {
    if (!made->missing) {
      *zero = true;
      return NULL;
    }
    made->range = pst_range_all();
  }
  print_node(exact, made, ranges);
  return made;
}

/* Are A and B one number, whatever its cells are?  By the same steps from the same unknowns. */
static bool is_same(const struct pst_number *a, const struct pst_number *b)
{
  if (a->missing || b->missing || a->kind != b->kind || a->count != b->count)
    return false;
  if (a->kind == PST_NUMBER_LEAF)
    return (a->id != 0 && a->id == b->id)
           || (pst_range_is_point(&a->range) && pst_range_is_point(&b->range)
               && pst_rational_compare(a->range.low.value, b->range.low.value) == 0);
  for (size_t i = 0; i < a->count; i++)
    if (!is_same(a->arguments[i], b->arguments[i]))
      return false;
  return true;
}

const struct pst_number *pst_number_binary(struct pst_exact *exact, enum pst_number_kind kind,
                                           const struct pst_number *a, const struct pst_number *b,
                                           bool *zero)
{
  struct pst_number *made = a == NULL || b == NULL ? NULL : node(exact, kind, 2);
  const struct pst_number *result;

  if (made == NULL)
    return NULL;
  made->arguments[0] = a;
  made->arguments[1] = b;
  result = finish(exact, made, zero);
  if (result != NULL && kind == PST_NUMBER_DIVIDE && is_same(a, b)) /* which cannot be 0 */
    return pst_number_point(exact, pst_rational_whole(1));
  if (result != NULL && kind == PST_NUMBER_SUBTRACT && !pst_range_is_point(&result->range)
      && is_same(a, b)) /* bounded or not */
    return pst_number_show(pst_number_point(exact, pst_rational_whole(0)), result->decimals);
  return result;
}

const struct pst_number *pst_number_abs(struct pst_exact *exact, const struct pst_number *a)
{
  struct pst_number *made = a == NULL ? NULL : node(exact, PST_NUMBER_ABS, 1);
  bool zero = false;

  if (made == NULL)
    return NULL;
  made->arguments[0] = a;
  return finish(exact, made, &zero);
}

const struct pst_number *pst_number_many(struct pst_exact *exact, enum pst_number_kind kind,
                                         const struct pst_number **arguments, size_t count)
{
  struct pst_number *made = node(exact, kind, 0);
  bool zero = false;

  if (made == NULL)
    return NULL;
  made->arguments = arguments;
  made->count = count;
  return finish(exact, made, &zero);
}

const struct pst_number *pst_number_apply(struct pst_exact *exact, enum pst_number_kind kind,
                                          const struct pst_number *const *arguments, size_t count,
                                          struct pst_rational parameter, bool *none)
{
  struct pst_number *made = node(exact, kind, count);

  if (made == NULL)
    return NULL;
  made->parameter = parameter;
  for (size_t i = 0; i < count; i++) {
    if (arguments[i] == NULL)
      return NULL;
    made->arguments[i] = arguments[i];
  }
  return finish(exact, made, none);
}

const struct pst_number *pst_number_quantile(struct pst_exact *exact,
                                             const struct pst_number **arguments, size_t count,
                                             struct pst_rational share)
{
  struct pst_number *made = node(exact, PST_NUMBER_QUANTILE, 0);
  bool none = false;

  if (made == NULL)
    return NULL;
  made->arguments = arguments;
  made->count = count;
  made->parameter = share;
  return finish(exact, made, &none);
}

/* --- unknowns ---------------------------------------------------------------------------------- */

struct uses {
  uint64_t *ids;
  size_t count, capacity, most;
  bool failed;
};

static void add_use(struct uses *uses, uint64_t id)
{
  uses->failed =
      uses->count >= uses->most || !PST_ARRAY_ROOM(uses->ids, uses->capacity, uses->count + 1);
  if (!uses->failed)
    uses->ids[uses->count++] = id;
}

static void collect(const struct pst_number *number, struct uses *uses)
{
  if (uses->failed)
    return;
  if (number->kind == PST_NUMBER_LEAF && number->id != 0 && !pst_range_is_point(&number->range))
    add_use(uses, number->id);
  for (size_t i = 0; i < number->count; i++)
    collect(number->arguments[i], uses);
}

static int by_id(const void *a, const void *b)
{
  const uint64_t *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

uint64_t *pst_number_unknowns(struct pst_exact *exact, const struct pst_number *number, size_t most,
                              size_t *count)
{
  struct uses uses = {.most = most};
  uint64_t *ids = NULL;

  collect(number, &uses);
  *count = uses.count;
  if (!uses.failed)
    ids = pst_arena_array(exact->arena, uses.count + 1, sizeof *ids);
  for (size_t i = 0; ids != NULL && i < uses.count; i++)
    ids[i] = uses.ids[i];
  free(uses.ids);
  if (ids != NULL)
    qsort(ids, *count, sizeof *ids, by_id);
  return ids;
}

bool pst_number_share(struct pst_exact *exact, const struct pst_number *a,
                      const struct pst_number *b)
{
  struct pst_arena_mark mark;
  uint64_t *x, *y;
  size_t n, m, i = 0, j = 0;
  bool share = false;

  if (pst_range_is_point(&a->range) || pst_range_is_point(&b->range))
    return false;
  mark = pst_arena_mark(exact->arena);
  x = pst_number_unknowns(exact, a, SIZE_MAX, &n);
  y = pst_number_unknowns(exact, b, SIZE_MAX, &m);
  while (x != NULL && y != NULL && i < n && j < m && !share) {
    share = x[i] == y[j];
    if (x[i] < y[j])
      i++;
    else
      j++;
  }
  pst_arena_release(exact->arena, mark);
  return share;
}
