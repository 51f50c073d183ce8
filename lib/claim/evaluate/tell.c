/* tell.c -- what a check tells people: numbers, keys, lines of the explanation, tallies, series. */
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "claim/evaluate/evaluate.h"

enum { PLAIN_DECIMALS = 6, SHOWN_DIGITS = 7 };

static const char *kept(struct pst_evaluator *evaluator, const char *text)
{
  return pst_source_copy(evaluator->source, pst_text_of(text));
}

const char *pst_tell_rational(struct pst_evaluator *evaluator, struct pst_rational value)
{
  struct pst_exact exact = {.arena = evaluator->source->arena};
  int decimals = pst_rational_decimals(value, PLAIN_DECIMALS);
  char digits[PST_NUMBER_SIZE];

  if (decimals >= 0)
    return pst_rational_print_fixed(&exact, value, decimals);
  pst_number_print_digits(digits, pst_rational_to_double(value), SHOWN_DIGITS);
  return kept(evaluator, digits);
}

const char *pst_tell_key(struct pst_evaluator *evaluator, const struct pst_key_value *key)
{
  char digits[32];

  if (!key->is_number)
    return pst_source_copy(evaluator->source, key->text);
  snprintf(digits, sizeof digits, "%lld", (long long)key->number);
  return kept(evaluator, digits);
}

const char *pst_tell_index(struct pst_evaluator *evaluator, const struct pst_key_value *key)
{
  size_t size = 0;
  char *text;

  if (key->is_number)
    return pst_tell_key(evaluator, key);
  text = pst_arena_alloc(evaluator->source->arena, 2 * key->text.size + 3);
  if (text == NULL) {
    evaluator->source->failed = true;
    return "";
  }
  text[size++] = '"';
  for (size_t i = 0; i < key->text.size; i++) {
    if (key->text.data[i] == '"' || key->text.data[i] == '\\')
      text[size++] = '\\';
    text[size++] = key->text.data[i];
  }
  text[size++] = '"';
  text[size] = '\0';
  return text;
}

const char *pst_tell_source(struct pst_evaluator *evaluator, const struct pst_syntax *node)
{
  return pst_source_slice(evaluator->source, node->at, node->end);
}

/* --- quantities --------------------------------------------------------------------------------- */

static struct pst_rational scaled(struct pst_evaluator *evaluator, struct pst_rational value,
                                  const struct pst_unit *unit)
{
  return unit->scale == 0
             ? value
             : pst_rational_multiply(&evaluator->exact, value,
                                     pst_rational_power(&evaluator->exact, -unit->scale));
}

/* Days since 1970-01-01 as a date of the Gregorian calendar. */
static const char *tell_date(struct pst_evaluator *evaluator, struct pst_rational value)
{
  int64_t days = value.big == NULL ? value.n / value.d : 0;
  int64_t z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097, of_era = z - era * 146097;
  int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  int64_t shifted = (5 * of_year + 2) / 153, day = of_year - (153 * shifted + 2) / 5 + 1;
  int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
  char text[64];

  snprintf(text, sizeof text, "%04lld-%02lld-%02lld", (long long)(year + era * 400 + (month <= 2)),
           (long long)month, (long long)day);
  return kept(evaluator, text);
}

static const char *tell_value(struct pst_evaluator *evaluator, struct pst_rational value,
                              const struct pst_unit *unit)
{
  struct pst_exact exact = {.arena = evaluator->source->arena};
  int decimals;

  if (unit->kind == PST_UNIT_DATE)
    return tell_date(evaluator, value);
  value = scaled(evaluator, value, unit);
  decimals = pst_rational_decimals(value, PLAIN_DECIMALS);
  if (decimals >= 0 && decimals < unit->decimals)
    return pst_rational_print_fixed(&exact, value, unit->decimals);
  return pst_tell_rational(evaluator, value);
}

static const char *tell_range(struct pst_evaluator *evaluator, const struct pst_range *range,
                              const struct pst_unit *unit)
{
  const char *low = "", *high = "", *text;

  if (range->low.infinite == 0)
    low = tell_value(evaluator, range->low.value, unit);
  if (range->high.infinite == 0)
    high = tell_value(evaluator, range->high.value, unit);
  if (range->low.infinite != 0 && range->high.infinite != 0)
    return "unknown";
  if (range->high.infinite != 0)
    text = pst_arena_format(evaluator->source->arena, "%s%s",
                            range->low.kind == PST_LIMIT_OPEN ? ">" : ">=", low);
  else if (range->low.infinite != 0)
    text = pst_arena_format(evaluator->source->arena, "%s%s",
                            range->high.kind == PST_LIMIT_OPEN ? "<" : "<=", high);
  else
    text = pst_arena_format(evaluator->source->arena, "%c%s, %s%c",
                            range->low.kind == PST_LIMIT_OPEN ? '(' : '[', low, high,
                            range->high.kind == PST_LIMIT_OPEN ? ')' : ']');
  return text == NULL ? "" : text;
}

const char *pst_tell_quantity(struct pst_evaluator *evaluator, const struct pst_range *range,
                              bool has_printed, struct pst_rational printed,
                              const struct pst_unit *unit)
{
  struct pst_unit shown = *unit;
  const char *name, *number, *text;
  bool point = pst_range_is_point(range);

  if (shown.kind == PST_UNIT_RATIO)
    shown.kind = PST_UNIT_PLAIN;
  name = shown.kind == PST_UNIT_DATE ? "" : pst_unit_print(evaluator->source->arena, &shown);
  if (point)
    number = tell_value(evaluator, range->low.value, &shown);
  else if (has_printed)
    number = tell_value(evaluator, printed, &shown);
  else
    number = tell_range(evaluator, range, &shown);
  text = pst_arena_format(evaluator->source->arena, "%s%s%s%s%s", number, *name == '\0' ? "" : " ",
                          name, point || !has_printed ? "" : " ",
                          point || !has_printed ? "" : tell_range(evaluator, range, &shown));
  return text == NULL ? "" : text;
}

const char *pst_tell_number(struct pst_evaluator *evaluator, const struct pst_number *number,
                            const struct pst_unit *unit)
{
  struct pst_unit shown = *unit;
  struct pst_range range;

  if (number->kind == PST_NUMBER_LEAF && number->missing)
    return "missing";
  shown.decimals = number->decimals;
  range = pst_number_range(&evaluator->exact, number, NULL);
  return pst_tell_quantity(evaluator, &range, number->has_printed, number->printed, &shown);
}

const char *pst_tell_missing(struct pst_evaluator *evaluator, const struct pst_number *number,
                             const struct pst_missing *cells)
{
  enum { NAMES_MOST = sizeof cells->names / sizeof *cells->names };
  struct pst_buffer text = {.data = NULL};
  const char *copy;

  if (!number->missing || cells->count == 0 || number->range.low.infinite == 0
      || number->range.high.infinite == 0)
    return NULL;
  pst_buffer_puts(&text, "missing (");
  for (size_t i = 0; i < cells->count && i < NAMES_MOST; i++) {
    pst_buffer_puts(&text, i == 0 ? "" : ", ");
    pst_buffer_puts(&text, cells->names[i]);
  }
  pst_buffer_puts(&text, cells->count > NAMES_MOST ? " and more)" : ")");
  copy = kept(evaluator, pst_buffer_string(&text));
  evaluator->source->failed = evaluator->source->failed || text.failed;
  pst_buffer_free(&text);
  return copy;
}

static struct pst_claim_number exact_number(struct pst_evaluator *evaluator,
                                            struct pst_rational value, const struct pst_unit *unit)
{
  struct pst_exact exact = {.arena = evaluator->source->arena};

  value = scaled(evaluator, value, unit);
  return (struct pst_claim_number){.text = pst_rational_print(&exact, value),
                                   .value = pst_rational_to_double(value)};
}

static struct pst_claim_number exact_limit(struct pst_evaluator *evaluator,
                                           const struct pst_limit *limit,
                                           const struct pst_unit *unit)
{
  if (limit->infinite < 0)
    return (struct pst_claim_number){.text = "-inf", .value = -INFINITY};
  if (limit->infinite > 0)
    return (struct pst_claim_number){.text = "inf", .value = INFINITY};
  return exact_number(evaluator, limit->value, unit);
}

struct pst_claim_quantity pst_tell_side(struct pst_evaluator *evaluator,
                                        const struct pst_range *range, bool has_printed,
                                        struct pst_rational printed, const struct pst_unit *unit,
                                        const char *text)
{
  struct pst_claim_quantity side = {.known = true};

  side.text = text != NULL ? text : pst_tell_quantity(evaluator, range, has_printed, printed, unit);
  side.low = exact_limit(evaluator, &range->low, unit);
  side.high = exact_limit(evaluator, &range->high, unit);
  side.low_open = range->low.kind == PST_LIMIT_OPEN;
  side.high_open = range->high.kind == PST_LIMIT_OPEN;
  side.has_printed = has_printed;
  side.printed = (struct pst_claim_number){.text = "", .value = (double)NAN};
  if (has_printed)
    side.printed = exact_number(evaluator, printed, unit);
  side.unit = pst_unit_print(evaluator->source->arena, unit);
  return side;
}

/* --- lines -------------------------------------------------------------------------------------- */

void pst_tell_line(struct pst_evaluator *evaluator, const char *format, ...)
{
  char text[2048];
  va_list arguments;

  if (evaluator->quiet || !evaluator->explain)
    return;
  evaluator->line_total++;
  if (evaluator->line_count >= evaluator->most)
    return;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  evaluator->lines[evaluator->line_count++] = kept(evaluator, text);
}

void pst_tell_basis(struct pst_evaluator *evaluator, const char *format, ...)
{
  char text[128];
  va_list arguments;

  if (evaluator->quiet || !evaluator->explain)
    return;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  if (evaluator->basis == NULL)
    evaluator->basis = kept(evaluator, text);
  else if (strcmp(evaluator->basis, text) != 0)
    evaluator->basis = "";
}

void pst_tell_near(struct pst_evaluator *evaluator, const char *a, const char *b)
{
  char text[512];

  if (evaluator->quiet || evaluator->near_count >= evaluator->most)
    return;
  snprintf(text, sizeof text, "'%.200s' and '%.200s'", a, b);
  for (size_t i = 0; i < evaluator->near_count; i++)
    if (strcmp(evaluator->near[i], text) == 0)
      return;
  evaluator->near[evaluator->near_count++] = kept(evaluator, text);
}

void pst_tell_tally(struct pst_evaluator *evaluator, const struct pst_claim_tally *tally)
{
  if (!evaluator->quiet && evaluator->explain && evaluator->tally_count < evaluator->most)
    evaluator->tallies[evaluator->tally_count++] = *tally;
}

/* --- series ------------------------------------------------------------------------------------- */

static struct pst_claim_point point_of(struct pst_evaluator *evaluator, const struct pst_item *item,
                                       const struct pst_unit *unit)
{
  struct pst_claim_point point = {.key = pst_tell_key(evaluator, &item->key),
                                  .position = item->position};
  struct pst_range range;

  point.value = point.low = point.high = (double)NAN;
  if (item->number == NULL || item->number->missing)
    return point;
  range = pst_number_range(&evaluator->exact, item->number, NULL);
  point.known = true;
  point.low = exact_limit(evaluator, &range.low, unit).value;
  point.high = exact_limit(evaluator, &range.high, unit).value;
  if (item->number->has_printed)
    point.value = exact_number(evaluator, item->number->printed, unit).value;
  else if (pst_range_is_bounded(&range))
    point.value = (point.low + point.high) / 2;
  return point;
}

/* The Nth of the GAP points that are not there before item I. */
static struct pst_claim_point gap_point(struct pst_evaluator *evaluator,
                                        const struct pst_claim_value *value, size_t i, size_t n,
                                        size_t gap)
{
  const struct pst_item *from = &value->items[i - 1], *to = &value->items[i];
  const double share = (double)n / (double)(gap + 1);
  struct pst_claim_point point = {.verdict = PST_VERDICT_NOT_CHECKABLE};
  char key[PST_PERIOD_SIZE];

  pst_items_gap_key(value->items, i, n, key);
  point.key = kept(evaluator, key);
  point.position = from->position + share * (to->position - from->position);
  point.value = point.low = point.high = (double)NAN;
  return point;
}

void pst_tell_gaps(struct pst_evaluator *evaluator, const struct pst_claim_value *series)
{
  enum { NAMED = 6 };
  struct pst_buffer text = {.data = NULL};
  char key[PST_PERIOD_SIZE];
  size_t total = 0;

  if (evaluator->quiet || !evaluator->explain)
    return;
  for (size_t i = 1; i < series->count; i++) {
    size_t gap = pst_items_gap(series->items, series->count, i);

    for (size_t n = 1; n <= gap && total + n <= NAMED; n++) {
      pst_items_gap_key(series->items, i, n, key);
      pst_buffer_printf(&text, "%s%s", text.size == 0 ? "" : ", ", key);
    }
    total += gap;
  }
  if (total > NAMED)
    pst_tell_line(evaluator, "no row for %s and %zu more", pst_buffer_string(&text), total - NAMED);
  else if (total > 0)
    pst_tell_line(evaluator, "no row for %s", pst_buffer_string(&text));
  evaluator->source->failed = evaluator->source->failed || text.failed;
  pst_buffer_free(&text);
}

void pst_tell_series(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                     const struct pst_claim_value *value, const enum pst_verdict *verdicts)
{
  enum { POINTS_MOST = 2000 };
  struct pst_claim_series *series;
  struct pst_claim_point *points;
  size_t count = value->count;

  if (evaluator->quiet || !evaluator->explain || evaluator->series_count >= 4
      || value->count > POINTS_MOST)
    return;
  for (size_t i = 1; i < value->count; i++)
    count += pst_items_gap(value->items, value->count, i);
  if (count > POINTS_MOST)
    return;
  points = pst_arena_array(evaluator->source->arena, count, sizeof *points);
  if (points == NULL) {
    evaluator->source->failed = true;
    return;
  }
  count = 0;
  for (size_t i = 0; i < value->count; i++) {
    size_t gap = pst_items_gap(value->items, value->count, i);

    for (size_t n = 1; n <= gap; n++)
      points[count++] = gap_point(evaluator, value, i, n, gap);
    points[count] = point_of(evaluator, &value->items[i], &value->unit);
    points[count++].verdict = verdicts == NULL ? PST_VERDICT_VERIFIED : verdicts[i];
  }
  series = &evaluator->series[evaluator->series_count++];
  *series =
      (struct pst_claim_series){.label = pst_tell_source(evaluator, node),
                                .unit = pst_unit_print(evaluator->source->arena, &value->unit),
                                .points = points,
                                .point_count = count};
}
