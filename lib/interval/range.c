/* range.c -- intervals with exact ends, each closed, open, or a tie. */
#include "interval/range.h"

#include <assert.h>
#include <string.h>

static struct pst_limit infinity(int sign)
{
  return (struct pst_limit){
      .value = pst_rational_whole(0), .kind = PST_LIMIT_OPEN, .infinite = sign};
}

static struct pst_limit limit(struct pst_rational value, enum pst_limit_kind kind)
{
  return (struct pst_limit){.value = value, .kind = kind};
}

static enum pst_limit_kind outer(enum pst_limit_kind a, enum pst_limit_kind b)
{
  return a > b ? a : b;
}

struct pst_range pst_range_point(struct pst_rational value)
{
  return (struct pst_range){limit(value, PST_LIMIT_CLOSED), limit(value, PST_LIMIT_CLOSED)};
}

struct pst_range pst_range_all(void)
{
  return (struct pst_range){infinity(-1), infinity(1)};
}

bool pst_range_is_bounded(const struct pst_range *range)
{
  return range->low.infinite == 0 && range->high.infinite == 0;
}

bool pst_range_is_point(const struct pst_range *range)
{
  return pst_range_is_bounded(range)
         && pst_rational_compare(range->low.value, range->high.value) == 0;
}

/* --- printed figures --------------------------------------------------------------------------- */

/* Of a figure that is not negative: its ends, UNIT wide or (truncated zero) two. */
static struct pst_range printed_up(struct pst_exact *exact, struct pst_rational value,
                                   struct pst_rational unit, enum pst_rounding rounding)
{
  struct pst_rational half = pst_rational_divide(exact, unit, pst_rational_whole(2));
  struct pst_rational below = pst_rational_subtract(exact, value, half);
  struct pst_rational above = pst_rational_add(exact, value, half);
  struct pst_rational twice = pst_rational_multiply(exact, unit, pst_rational_whole(2));
  bool zero = pst_rational_sign(value) == 0, even;

  switch (rounding) {
  case PST_ROUND_HALF_UP:
    return (struct pst_range){limit(below, zero ? PST_LIMIT_OPEN : PST_LIMIT_CLOSED),
                              limit(above, PST_LIMIT_OPEN)};
  case PST_ROUND_HALF_EVEN:
    even = pst_rational_is_whole(pst_rational_divide(exact, value, twice));
    return (struct pst_range){limit(below, even ? PST_LIMIT_CLOSED : PST_LIMIT_OPEN),
                              limit(above, even ? PST_LIMIT_CLOSED : PST_LIMIT_OPEN)};
  case PST_ROUND_TRUNCATE:
    return (struct pst_range){zero ? limit(pst_rational_negate(exact, unit), PST_LIMIT_OPEN)
                                   : limit(value, PST_LIMIT_CLOSED),
                              limit(pst_rational_add(exact, value, unit), PST_LIMIT_OPEN)};
  case PST_ROUND_HALF:
    break;
  }
  return (struct pst_range){limit(below, PST_LIMIT_TIE), limit(above, PST_LIMIT_TIE)};
}

struct pst_range pst_range_printed(struct pst_exact *exact, struct pst_rational value,
                                   struct pst_rational unit, enum pst_rounding rounding)
{
  struct pst_range range;

  if (pst_rational_sign(value) >= 0)
    return printed_up(exact, value, unit, rounding);
  range = printed_up(exact, pst_rational_negate(exact, value), unit, rounding);
  return pst_range_negate(exact, &range);
}

/* --- bounded cells ----------------------------------------------------------------------------- */

static struct pst_text from(struct pst_text text, size_t at)
{
  return pst_text_trim((struct pst_text){.data = text.data + at, .size = text.size - at});
}

static struct pst_text until(struct pst_text text, size_t end)
{
  return pst_text_trim((struct pst_text){.data = text.data, .size = end});
}

static bool parse_half(struct pst_exact *exact, struct pst_text cell, struct pst_range *range)
{
  static const struct {
    const char *sign;
    bool upwards;
    enum pst_limit_kind kind;
  } signs[] = {{">=", true, PST_LIMIT_CLOSED},
               {"<=", false, PST_LIMIT_CLOSED},
               {">", true, PST_LIMIT_OPEN},
               {"<", false, PST_LIMIT_OPEN},
               {"\xE2\x89\xA5", true, PST_LIMIT_CLOSED},
               {"\xE2\x89\xA4", false, PST_LIMIT_CLOSED}};
  struct pst_rational value;

  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    size_t size = strlen(signs[i].sign);

    if (cell.size < size || memcmp(cell.data, signs[i].sign, size) != 0)
      continue;
    if (!pst_rational_parse(exact, from(cell, size), &value, NULL))
      return false;
    *range = pst_range_all();
    *(signs[i].upwards ? &range->low : &range->high) = limit(value, signs[i].kind);
    return true;
  }
  return false;
}

static bool parse_pair(struct pst_exact *exact, struct pst_text cell, struct pst_range *range)
{
  char first = cell.size < 2 ? '\0' : cell.data[0];
  char last = cell.size < 2 ? '\0' : cell.data[cell.size - 1];
  struct pst_text inside;
  const char *comma;
  size_t at;
  int order;

  if ((first != '[' && first != '(') || (last != ']' && last != ')'))
    return false;
  inside = (struct pst_text){.data = cell.data + 1, .size = cell.size - 2};
  comma = memchr(inside.data, ';', inside.size);
  if (comma == NULL)
    comma = memchr(inside.data, ',', inside.size);
  if (comma == NULL)
    return false;
  at = (size_t)(comma - inside.data);
  *range = pst_range_point(pst_rational_whole(0));
  if (!pst_rational_parse(exact, until(inside, at), &range->low.value, NULL)
      || !pst_rational_parse(exact, from(inside, at + 1), &range->high.value, NULL))
    return false;
  range->low.kind = first == '(' ? PST_LIMIT_OPEN : PST_LIMIT_CLOSED;
  range->high.kind = last == ')' ? PST_LIMIT_OPEN : PST_LIMIT_CLOSED;
  order = pst_rational_compare(range->low.value, range->high.value);
  return order < 0 || (order == 0 && first == '[' && last == ']');
}

static bool parse_margin(struct pst_exact *exact, struct pst_text cell, struct pst_range *range,
                         struct pst_rational *centre)
{
  static const char *const signs[] = {"\xC2\xB1", "+-", "+/-"};
  struct pst_rational margin;

  for (size_t i = 1; i < cell.size; i++) {
    for (size_t j = 0; j < sizeof signs / sizeof *signs; j++) {
      size_t size = strlen(signs[j]);

      if (cell.size - i <= size || memcmp(cell.data + i, signs[j], size) != 0)
        continue;
      if (!pst_rational_parse(exact, until(cell, i), centre, NULL)
          || !pst_rational_parse(exact, from(cell, i + size), &margin, NULL)
          || pst_rational_sign(margin) < 0)
        return false;
      range->low = limit(pst_rational_subtract(exact, *centre, margin), PST_LIMIT_CLOSED);
      range->high = limit(pst_rational_add(exact, *centre, margin), PST_LIMIT_CLOSED);
      return true;
    }
  }
  return false;
}

bool pst_range_parse(struct pst_exact *exact, struct pst_text cell, struct pst_range *range,
                     bool *has_printed, struct pst_rational *printed)
{
  *has_printed = false;
  if (parse_half(exact, cell, range) || parse_pair(exact, cell, range))
    return true;
  *has_printed = parse_margin(exact, cell, range, printed);
  return *has_printed;
}

struct pst_range pst_range_whole(struct pst_exact *exact, struct pst_range range)
{
  struct pst_range whole = range;
  const struct pst_rational one = pst_rational_whole(1);

  if (whole.low.infinite == 0) {
    struct pst_rational below = pst_rational_floor(exact, range.low.value);

    if (range.low.kind == PST_LIMIT_OPEN || !pst_rational_is_whole(range.low.value))
      below = pst_rational_add(exact, below, one);
    whole.low = limit(below, PST_LIMIT_CLOSED);
  }
  if (whole.high.infinite == 0) {
    struct pst_rational below = pst_rational_floor(exact, range.high.value);

    if (range.high.kind == PST_LIMIT_OPEN && pst_rational_is_whole(range.high.value))
      below = pst_rational_subtract(exact, below, one);
    whole.high = limit(below, PST_LIMIT_CLOSED);
  }
  if (pst_range_is_bounded(&whole) && pst_rational_compare(whole.low.value, whole.high.value) > 0)
    return range;
  return whole;
}

/* --- ends -------------------------------------------------------------------------------------- */

static int compare_values(const struct pst_limit *a, const struct pst_limit *b)
{
  if (a->infinite != 0 || b->infinite != 0)
    return (a->infinite > b->infinite) - (a->infinite < b->infinite);
  return pst_rational_compare(a->value, b->value);
}

int pst_limit_compare_low(const struct pst_limit *a, const struct pst_limit *b)
{
  int order = compare_values(a, b);

  return order != 0 ? order : (int)a->kind - (int)b->kind;
}

int pst_limit_compare_high(const struct pst_limit *a, const struct pst_limit *b)
{
  int order = compare_values(a, b);

  return order != 0 ? order : (int)b->kind - (int)a->kind;
}

static struct pst_limit lower(struct pst_limit a, struct pst_limit b)
{
  return pst_limit_compare_low(&b, &a) < 0 ? b : a;
}

static struct pst_limit higher(struct pst_limit a, struct pst_limit b)
{
  return pst_limit_compare_high(&b, &a) > 0 ? b : a;
}

/* --- arithmetic -------------------------------------------------------------------------------- */

/* Both are low ends, or both are high ends: no sum of opposite infinities comes up. */
static struct pst_limit add_limits(struct pst_exact *exact, const struct pst_limit *a,
                                   const struct pst_limit *b)
{
  if (a->infinite != 0)
    return *a;
  if (b->infinite != 0)
    return *b;
  return limit(pst_rational_add(exact, a->value, b->value), outer(a->kind, b->kind));
}

struct pst_range pst_range_add(struct pst_exact *exact, const struct pst_range *a,
                               const struct pst_range *b)
{
  return (struct pst_range){add_limits(exact, &a->low, &b->low),
                            add_limits(exact, &a->high, &b->high)};
}

static struct pst_limit negate_limit(struct pst_exact *exact, const struct pst_limit *a)
{
  return (struct pst_limit){
      .value = pst_rational_negate(exact, a->value), .kind = a->kind, .infinite = -a->infinite};
}

struct pst_range pst_range_negate(struct pst_exact *exact, const struct pst_range *a)
{
  return (struct pst_range){negate_limit(exact, &a->high), negate_limit(exact, &a->low)};
}

struct pst_range pst_range_subtract(struct pst_exact *exact, const struct pst_range *a,
                                    const struct pst_range *b)
{
  struct pst_range minus = pst_range_negate(exact, b);

  return pst_range_add(exact, a, &minus);
}

static int limit_sign(const struct pst_limit *a)
{
  return a->infinite != 0 ? a->infinite : pst_rational_sign(a->value);
}

/* A zero that is reached makes the product 0 whatever the other factor is. */
static struct pst_limit multiply_limits(struct pst_exact *exact, const struct pst_limit *a,
                                        const struct pst_limit *b)
{
  int sign_a = limit_sign(a), sign_b = limit_sign(b);
  enum pst_limit_kind kind;

  if (sign_a == 0 || sign_b == 0) {
    kind = sign_a != 0 ? b->kind : a->kind;
    if (sign_a == 0 && sign_b == 0 && b->kind < kind)
      kind = b->kind;
    return limit(pst_rational_whole(0), kind);
  }
  if (a->infinite != 0 || b->infinite != 0)
    return infinity(sign_a * sign_b);
  return limit(pst_rational_multiply(exact, a->value, b->value), outer(a->kind, b->kind));
}

struct pst_range pst_range_multiply(struct pst_exact *exact, const struct pst_range *a,
                                    const struct pst_range *b)
{
  struct pst_limit corners[4] = {
      multiply_limits(exact, &a->low, &b->low), multiply_limits(exact, &a->low, &b->high),
      multiply_limits(exact, &a->high, &b->low), multiply_limits(exact, &a->high, &b->high)};
  struct pst_range product = {corners[0], corners[0]};

  for (size_t i = 1; i < 4; i++) {
    product.low = lower(product.low, corners[i]);
    product.high = higher(product.high, corners[i]);
  }
  return product;
}

/* 1 / A at one of its ends; a divisor that holds no zero approaches it from the side of SIGN. */
static struct pst_limit invert(struct pst_exact *exact, const struct pst_limit *a, int sign)
{
  if (a->infinite != 0)
    return limit(pst_rational_whole(0), PST_LIMIT_OPEN);
  if (pst_rational_sign(a->value) == 0)
    return infinity(sign);
  return limit(pst_rational_divide(exact, pst_rational_whole(1), a->value), a->kind);
}

bool pst_range_divide(struct pst_exact *exact, const struct pst_range *a, const struct pst_range *b,
                      struct pst_range *out)
{
  struct pst_range inverse;
  int sign;

  if (pst_range_hold(b, pst_rational_whole(0)))
    return false;
  sign = limit_sign(&b->low) < 0 ? -1 : 1;
  inverse.low = invert(exact, &b->high, sign);
  inverse.high = invert(exact, &b->low, sign);
  *out = pst_range_multiply(exact, a, &inverse);
  return true;
}

struct pst_range pst_range_abs(struct pst_exact *exact, const struct pst_range *a)
{
  struct pst_range minus = pst_range_negate(exact, a);

  if (limit_sign(&a->low) >= 0)
    return *a;
  if (limit_sign(&a->high) <= 0)
    return minus;
  return (struct pst_range){limit(pst_rational_whole(0), PST_LIMIT_CLOSED),
                            higher(a->high, minus.high)};
}

/* The smaller of two reaches a common high end only if both do. */
struct pst_range pst_range_min(const struct pst_range *a, const struct pst_range *b)
{
  struct pst_range least = {lower(a->low, b->low), a->high};
  int order = compare_values(&a->high, &b->high);

  if (order > 0)
    least.high = b->high;
  if (order == 0)
    least.high.kind = outer(a->high.kind, b->high.kind);
  return least;
}

struct pst_range pst_range_max(const struct pst_range *a, const struct pst_range *b)
{
  struct pst_range most = {a->low, higher(a->high, b->high)};
  int order = compare_values(&a->low, &b->low);

  if (order < 0)
    most.low = b->low;
  if (order == 0)
    most.low.kind = outer(a->low.kind, b->low.kind);
  return most;
}

struct pst_range pst_range_hull(const struct pst_range *a, const struct pst_range *b)
{
  return (struct pst_range){lower(a->low, b->low), higher(a->high, b->high)};
}

/* --- questions --------------------------------------------------------------------------------- */

bool pst_range_hold(const struct pst_range *range, struct pst_rational value)
{
  int low = range->low.infinite != 0 ? -1 : pst_rational_compare(range->low.value, value);
  int high = range->high.infinite != 0 ? 1 : pst_rational_compare(range->high.value, value);

  return (low < 0 || (low == 0 && range->low.kind != PST_LIMIT_OPEN))
         && (high > 0 || (high == 0 && range->high.kind != PST_LIMIT_OPEN));
}

/* Of two ends at one value: does the end of the inner range stay within? */
static bool within(const struct pst_limit *inner, const struct pst_limit *outside)
{
  return inner->kind == PST_LIMIT_OPEN || outside->kind != PST_LIMIT_OPEN;
}

bool pst_range_inside(const struct pst_range *a, const struct pst_range *b)
{
  int low = compare_values(&b->low, &a->low), high = compare_values(&a->high, &b->high);

  return (low < 0 || (low == 0 && within(&a->low, &b->low)))
         && (high < 0 || (high == 0 && within(&a->high, &b->high)));
}

/* Does the range A end below the range B? */
static bool below(const struct pst_range *a, const struct pst_range *b)
{
  int order = compare_values(&a->high, &b->low);

  return order < 0
         || (order == 0 && a->high.infinite == 0
             && (a->high.kind == PST_LIMIT_OPEN || b->low.kind == PST_LIMIT_OPEN));
}

bool pst_range_meet(const struct pst_range *a, const struct pst_range *b)
{
  return !below(a, b) && !below(b, a);
}

static enum pst_truth proven(bool yes, bool no)
{
  if (yes)
    return PST_TRUTH_YES;
  return no ? PST_TRUTH_NO : PST_TRUTH_UNDECIDED;
}

enum pst_truth pst_range_sign(const struct pst_range *difference, enum pst_relation relation)
{
  const struct pst_range zero = pst_range_point(pst_rational_whole(0));
  const struct pst_range *d = difference;
  int low = limit_sign(&d->low), high = limit_sign(&d->high);
  bool negative = high < 0 || (high == 0 && d->high.kind != PST_LIMIT_CLOSED);
  bool positive = low > 0 || (low == 0 && d->low.kind != PST_LIMIT_CLOSED);

  switch (relation) {
  case PST_IS_EQUAL:
    return proven(low == 0 && high == 0, !pst_range_meet(d, &zero));
  case PST_IS_NOT_EQUAL:
    return pst_truth_not(pst_range_sign(d, PST_IS_EQUAL));
  case PST_IS_LESS:
    return proven(negative, low >= 0);
  case PST_IS_AT_MOST:
    return proven(high <= 0, positive);
  case PST_IS_MORE:
    return proven(positive, high <= 0);
  case PST_IS_AT_LEAST:
    break;
  }
  return proven(low >= 0, negative);
}

const char *pst_range_print(struct pst_exact *exact, const struct pst_range *range)
{
  const char *low, *high, *text;

  low = range->low.infinite != 0 ? "-inf" : pst_rational_print(exact, range->low.value);
  high = range->high.infinite != 0 ? "inf" : pst_rational_print(exact, range->high.value);
  if (pst_range_is_point(range))
    return low;
  text = pst_arena_format(exact->arena, "%c%s, %s%c", range->low.kind == PST_LIMIT_OPEN ? '(' : '[',
                          low, high, range->high.kind == PST_LIMIT_OPEN ? ')' : ']');
  exact->failed = exact->failed || text == NULL;
  return text == NULL ? "" : text;
}
