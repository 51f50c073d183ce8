#include <math.h>
#include <string.h>

#include "claim/evaluate/keep.h"

/* A range of its own: what a cell that is used twice would tell of it is not followed. */
static bool own_number(struct pst_evaluator *evaluator, const struct pst_range *range,
                       bool has_printed, struct pst_rational printed, bool missing,
                       struct pst_claim_value *out)
{
  struct pst_exact *exact = &evaluator->exact;
  struct pst_number *made = pst_arena_array(exact->arena, 1, sizeof *made);

  if (made == NULL)
    return pst_evaluator_memory(evaluator);
  *made = (struct pst_number){.kind = PST_NUMBER_LEAF, .range = *range, .missing = missing};
  made->has_printed = has_printed;
  made->printed = printed;
  made->meant = out->unit.kind == PST_UNIT_DATE;
  out->kind = PST_CLAIM_VALUE_NUMBER;
  out->number = made;
  return true;
}

/* Why a count or a rank, made by own_number, is open. */
static void open_by(struct pst_claim_value *value, unsigned open)
{
  struct pst_number *number = (struct pst_number *)value->number;

  number->open = pst_range_is_point(&number->range) ? 0 : open;
}

static struct pst_range whole_range(size_t low, size_t high)
{
  struct pst_range a = pst_range_point(pst_rational_whole((int64_t)low));
  struct pst_range b = pst_range_point(pst_rational_whole((int64_t)high));

  return pst_range_hull(&a, &b);
}

/* --- count -------------------------------------------------------------------------------------- */

static bool count(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                  const struct pst_variable *variables, struct pst_claim_value *out)
{
  size_t certain = 0;
  bool missing = false;
  unsigned open = 0;
  struct pst_claim_value many;
  struct pst_range range;

  if (!pst_evaluate(evaluator, node->arguments[0], variables, &many))
    return false;
  if (many.kind != PST_CLAIM_VALUE_SET && many.kind != PST_CLAIM_VALUE_SERIES)
    return pst_evaluator_fail(evaluator, node->arguments[0]->at, "count takes a set or a series");
  for (size_t i = 0; i < many.count; i++) {
    certain += many.items[i].member == PST_TRUTH_YES;
    missing = missing || many.items[i].member == PST_TRUTH_MISSING;
    open |= many.items[i].open;
  }
  if (evaluator->explain && many.count > 0 && many.count <= 12) {
    char names[512] = "";

    for (size_t i = 0; i < many.count; i++) {
      const char *name = pst_tell_key(evaluator, &many.items[i].key);

      if (strlen(names) + strlen(name) + 4 < sizeof names) {
        strcat(names, i == 0 ? "" : ", ");
        strcat(names, name);
        strcat(names, many.items[i].member == PST_TRUTH_YES ? "" : "?");
      }
    }
    pst_tell_line(evaluator, "members: %s", names);
  }
  range = whole_range(certain, many.count);
  if (!own_number(evaluator, &range, certain == many.count, pst_rational_whole((int64_t)certain),
                  missing, out))
    return false;
  open_by(out, open);
  return true;
}

/* --- sum, mean, median, min, max ----------------------------------------------------------------- */

static const struct pst_number **numbers_of(struct pst_evaluator *evaluator,
                                            const struct pst_claim_value *many)
{
  const struct pst_number **numbers =
      pst_arena_array(evaluator->exact.arena, many->count, sizeof *numbers);

  for (size_t i = 0; numbers != NULL && i < many->count; i++) {
    numbers[i] = many->items[i].number;
    if (numbers[i] == NULL) /* a text */
      return NULL;
  }
  return numbers;
}

static bool uncertain(const struct pst_claim_value *many, bool *missing)
{
  bool found = false;

  *missing = false;
  for (size_t i = 0; i < many->count; i++) {
    found = found || many->items[i].member != PST_TRUTH_YES;
    *missing = *missing || many->items[i].member == PST_TRUTH_MISSING;
  }
  return found;
}

/* Members that may not belong to it: all that the statistic can be, whichever do. */
static bool uncertain_statistic(struct pst_evaluator *evaluator, enum pst_function_name function,
                                const struct pst_claim_value *many,
                                const struct pst_number **numbers, bool missing,
                                struct pst_claim_value *out)
{
  struct pst_range range = numbers[0]->range, zero = pst_range_point(pst_rational_whole(0));
  bool first = true;

  for (size_t i = 0; i < many->count; i++) {
    struct pst_range one = numbers[i]->range;

    missing = missing || numbers[i]->missing;
    if (function == PST_FN_SUM) {
      if (many->items[i].member != PST_TRUTH_YES)
        one = pst_range_hull(&one, &zero);
      range = first ? one : pst_range_add(&evaluator->exact, &range, &one);
    } else {
      range = first ? one : pst_range_hull(&range, &one);
    }
    first = false;
  }
  return own_number(evaluator, &range, false, zero.low.value, missing, out);
}

static bool mean(struct pst_evaluator *evaluator, size_t n, struct pst_claim_value *out)
{
  bool zero = false;

  out->number =
      pst_number_binary(&evaluator->exact, PST_NUMBER_DIVIDE, out->number,
                        pst_number_point(&evaluator->exact, pst_rational_whole((int64_t)n)), &zero);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

static bool statistic(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                      const struct pst_variable *variables, struct pst_claim_value *out)
{
  static const enum pst_number_kind kinds[] = {[PST_FN_SUM] = PST_NUMBER_SUM,
                                               [PST_FN_MEAN] = PST_NUMBER_SUM,
                                               [PST_FN_MEDIAN] = PST_NUMBER_MEDIAN,
                                               [PST_FN_MIN] = PST_NUMBER_MIN,
                                               [PST_FN_MAX] = PST_NUMBER_MAX};
  enum pst_function_name function = (enum pst_function_name)node->function;
  const struct pst_number **numbers;
  struct pst_claim_value many;
  bool missing;

  if (!pst_evaluate(evaluator, node->arguments[0], variables, &many))
    return false;
  if (many.kind != PST_CLAIM_VALUE_SERIES
      && (many.kind != PST_CLAIM_VALUE_SET || many.count == 0 || many.items[0].number == NULL))
    return pst_evaluator_fail(evaluator, node->arguments[0]->at,
                              "%.*s takes a series, a cell with one open index",
                              (int)node->text.size, node->text.data);
  if (many.count == 0)
    return pst_evaluator_fail(evaluator, node->arguments[0]->at, "the series is empty");
  numbers = numbers_of(evaluator, &many);
  if (numbers == NULL)
    return evaluator->exact.failed
               ? pst_evaluator_memory(evaluator)
               : pst_evaluator_fail_texts(evaluator, node->arguments[0]->at, &many);
  *out = (struct pst_claim_value){
      .kind = PST_CLAIM_VALUE_NUMBER, .unit = many.unit, .table = SIZE_MAX};
  if (many.unit.kind == PST_UNIT_DATE && (function == PST_FN_SUM || function == PST_FN_MEAN))
    return pst_evaluator_fail(evaluator, node->at, "dates have no sum");
  if (uncertain(&many, &missing))
    return uncertain_statistic(evaluator, function, &many, numbers, missing, out);
  out->number = pst_number_many(&evaluator->exact, kinds[function], numbers, many.count);
  if (out->number == NULL)
    return pst_evaluator_memory(evaluator);
  return function != PST_FN_MEAN || mean(evaluator, many.count, out);
}

/* --- abs, growth, cagr --------------------------------------------------------------------------- */

static bool absolute(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                     const struct pst_variable *variables, struct pst_claim_value *out)
{
  if (!pst_evaluate_number(evaluator, node->arguments[0], variables, out))
    return false;
  out->number = pst_number_abs(&evaluator->exact, out->number);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

static bool growth(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                   const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_exact *exact = &evaluator->exact;
  const struct pst_number *ratio;
  struct pst_claim_value from, to;
  struct pst_range range;
  struct pst_error error;
  bool zero = false;

  pst_error_clear(&error);
  if (!pst_evaluate_number(evaluator, node->arguments[0], variables, &from)
      || !pst_evaluate_number(evaluator, node->arguments[1], variables, &to))
    return false;
  if (!pst_unit_divide(&to.unit, &from.unit, &out->unit, &error))
    return pst_evaluator_fail_unit(evaluator, node->at, &error);
  if (!pst_unit_same(&from.unit, &to.unit))
    return pst_evaluator_fail(evaluator, node->at, "growth takes two numbers of one unit");
  range = pst_number_range(exact, from.number, NULL);
  if (!from.number->missing && pst_range_sign(&range, PST_IS_MORE) != PST_TRUTH_YES)
    return pst_evaluator_fail(evaluator, node->arguments[0]->at,
                              "growth from %s has no meaning: it must be above 0",
                              pst_tell_number(evaluator, from.number, &from.unit));
  ratio = pst_number_binary(exact, PST_NUMBER_DIVIDE, to.number, from.number, &zero);
  ratio = pst_number_binary(exact, PST_NUMBER_SUBTRACT, ratio,
                            pst_number_point(exact, pst_rational_whole(1)), &zero);
  *out = (struct pst_claim_value){
      .kind = PST_CLAIM_VALUE_NUMBER, .unit.kind = PST_UNIT_PERCENT, .table = SIZE_MAX};
  out->number = pst_number_binary(exact, PST_NUMBER_MULTIPLY, ratio,
                                  pst_number_point(exact, pst_rational_whole(100)), &zero);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

/* --- rank --------------------------------------------------------------------------------------- */

struct standing {
  size_t best, worst, printed_best, printed_worst;
  bool missing;  /* another number that could be on either side is */
  bool printed;  /* all have printed values so far */
  unsigned open; /* by what others may be on either side */
};

/* Adds ITEM, which is not ABOUT, to what stands before ABOUT. */
static void stand_beside(struct pst_exact *exact, const struct pst_item *about,
                         const struct pst_item *item, bool ascending, struct standing *standing)
{
  struct pst_range difference =
      ascending ? pst_range_subtract(exact, &about->number->range, &item->number->range)
                : pst_range_subtract(exact, &item->number->range, &about->number->range);
  enum pst_truth above = pst_range_sign(&difference, PST_IS_MORE);
  enum pst_truth below = pst_range_sign(&difference, PST_IS_LESS);
  int order;

  standing->best += above == PST_TRUTH_YES && item->member == PST_TRUTH_YES;
  standing->worst += below != PST_TRUTH_YES;
  if (above != PST_TRUTH_YES && below != PST_TRUTH_YES)
    standing->open |=
        pst_range_is_point(&difference) ? PST_OPEN_TIE : about->number->open | item->number->open;
  standing->open |= item->open;
  standing->missing =
      standing->missing || item->member == PST_TRUTH_MISSING
      || (item->number->missing && above != PST_TRUTH_YES && below != PST_TRUTH_YES);
  standing->printed =
      standing->printed && item->number->has_printed && item->member == PST_TRUTH_YES;
  if (!standing->printed)
    return;
  order =
      pst_rational_compare(item->number->printed, about->number->printed) * (ascending ? -1 : 1);
  standing->printed_best += order > 0;
  standing->printed_worst += order >= 0;
}

/* All members one after the other. */
static void stand_among(struct pst_exact *exact, const struct pst_claim_value *series,
                        const struct pst_item *about, bool ascending, struct standing *standing)
{
  for (size_t i = 0; i < series->count; i++)
    if (&series->items[i] != about)
      stand_beside(exact, about, &series->items[i], ascending, standing);
}

/* The same where INDEX is plain: those that cannot meet ABOUT are counted at once. */
static void stand_by_index(struct pst_exact *exact, const struct pst_range_index *index,
                           const struct pst_item *about, bool ascending, struct standing *standing)
{
  const struct pst_range *range = &about->number->range;
  size_t above = pst_range_index_above(index, range), met = 0, before;

  for (size_t at = pst_range_index_below(index, above, range); at != SIZE_MAX;
       at = pst_range_index_below(index, at, range)) {
    met++;
    if (index->entries[at].item != about)
      stand_beside(exact, about, index->entries[at].item, ascending, standing);
  }
  before = ascending ? above - met : index->count - above;
  standing->best += before;
  standing->worst += before;
  standing->printed_best += before;
  standing->printed_worst += before;
  standing->printed = standing->printed && index->printed;
}

static bool rank_within(struct pst_evaluator *evaluator, struct pst_kept *series,
                        const struct pst_item *about, bool ascending, struct pst_claim_value *out)
{
  struct standing standing = {.best = 1, .worst = 1, .printed_best = 1, .printed_worst = 1};
  struct pst_range range;

  standing.missing = about->number->missing;
  standing.printed = about->number->has_printed;
  if (!pst_keep_ranges(evaluator, series))
    return false;
  if (series->ranges.plain)
    stand_by_index(&evaluator->exact, &series->ranges, about, ascending, &standing);
  else
    stand_among(&evaluator->exact, &series->value, about, ascending, &standing);
  range = whole_range(standing.best, standing.worst);
  if (!own_number(evaluator, &range,
                  standing.printed && standing.printed_best == standing.printed_worst,
                  pst_rational_whole((int64_t)standing.printed_best),
                  standing.missing && standing.best != standing.worst, out))
    return false;
  open_by(out, standing.open);
  return true;
}

static bool rank(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                 const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_kept *series = pst_keep_many(evaluator, node->arguments[0], variables, true);
  const struct pst_item *about;
  struct pst_claim_value key;
  struct pst_key_value wanted;

  if (series == NULL || !pst_evaluate(evaluator, node->arguments[1], variables, &key))
    return false;
  wanted = (struct pst_key_value){.text = key.text};
  if (key.kind == PST_CLAIM_VALUE_NUMBER && pst_range_is_point(&key.number->range)
      && key.number->range.low.value.big == NULL && key.number->range.low.value.d == 1)
    wanted = (struct pst_key_value){.is_number = true, .number = key.number->range.low.value.n};
  else if (key.kind != PST_CLAIM_VALUE_TEXT || key.no_text)
    return pst_evaluator_fail(evaluator, node->arguments[1]->at,
                              "a key is a text or a whole number");
  *out = (struct pst_claim_value){.kind = PST_CLAIM_VALUE_NUMBER, .table = SIZE_MAX};
  about = pst_key_index_find(&series->keys, &wanted);
  if (about == NULL)
    return pst_evaluator_fail(evaluator, node->arguments[1]->at, "the series has no member %s",
                              pst_tell_key(evaluator, &wanted));
  if (about->number == NULL)
    return pst_evaluator_fail_texts(evaluator, node->arguments[0]->at, &series->value);
  return rank_within(evaluator, series, about, node->function == PST_FN_RANK_ASC, out);
}

/* --- keys, known, date --------------------------------------------------------------------------- */

static bool keys(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                 const struct pst_variable *variables, struct pst_claim_value *out)
{
  if (!pst_evaluate_many(evaluator, node->arguments[0], variables, true, out))
    return false;
  out->kind = PST_CLAIM_VALUE_SET;
  out->unit = (struct pst_unit){.kind = PST_UNIT_PLAIN};
  for (size_t i = 0; i < out->count; i++) {
    out->items[i].number = NULL;
    out->items[i].row = PST_NO_ROW;
  }
  return true;
}

static bool known(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                  const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_claim_value value;
  bool there;

  if (!pst_evaluate(evaluator, node->arguments[0], variables, &value))
    return false;
  if (value.kind != PST_CLAIM_VALUE_NUMBER && value.kind != PST_CLAIM_VALUE_TEXT)
    return pst_evaluator_fail(evaluator, node->arguments[0]->at, "known takes a cell");
  there = value.kind == PST_CLAIM_VALUE_NUMBER ? !value.number->missing : !value.no_text;
  *out = (struct pst_claim_value){.kind = PST_CLAIM_VALUE_TRUTH, .table = SIZE_MAX};
  out->outcome.truth = there ? PST_TRUTH_YES : PST_TRUTH_NO;
  out->outcome.severity = PST_SEVERITY_VALUE;
  pst_tell_line(evaluator, "%s is %s", pst_tell_source(evaluator, node->arguments[0]),
                there ? "known" : "missing");
  return true;
}

/* Days from 1970-01-01 to a day of the Gregorian calendar. */
static int64_t days_of(int64_t year, int64_t month, int64_t day)
{
  int64_t y = year - (month <= 2), era = (y >= 0 ? y : y - 399) / 400, of_era = y - era * 400;
  int64_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static int64_t digits(struct pst_text text, size_t from, size_t to)
{
  int64_t value = 0;

  for (size_t i = from; i < to; i++)
    value = value * 10 + (text.data[i] - '0');
  return value;
}

static bool date_of(struct pst_text text, int64_t *first, int64_t *last)
{
  enum pst_period_kind kind;
  int64_t year, month;

  if (!pst_period_parse(text, &kind, NULL))
    return false;
  year = kind == PST_PERIOD_FISCAL_YEAR ? 0 : digits(text, 0, 4);
  switch (kind) {
  case PST_PERIOD_YEAR:
    *first = days_of(year, 1, 1);
    *last = days_of(year + 1, 1, 1) - 1;
    return true;
  case PST_PERIOD_MONTH:
    month = digits(text, 5, 7);
    *first = days_of(year, month, 1);
    *last = (month == 12 ? days_of(year + 1, 1, 1) : days_of(year, month + 1, 1)) - 1;
    return true;
  case PST_PERIOD_DAY:
    *first = *last = days_of(year, digits(text, 5, 7), digits(text, 8, 10));
    return true;
  default:
    break;
  }
  return false;
}

/* The text of a date: a text, or a cell or number that is a year. */
static bool date_text(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                      const struct pst_claim_value *value, struct pst_text *text)
{
  const char *year;

  *text = value->text;
  if (value->kind == PST_CLAIM_VALUE_TEXT)
    return true;
  if (value->kind == PST_CLAIM_VALUE_NUMBER && value->unit.kind == PST_UNIT_PLAIN
      && pst_range_is_point(&value->number->range)) {
    year = pst_rational_print(&evaluator->exact, value->number->range.low.value);
    *text = pst_text_of(year);
    return true;
  }
  return pst_evaluator_fail(evaluator, node->arguments[0]->at,
                            "date takes a text: \"2007\", \"2007-04\" or \"2007-04-30\"");
}

static bool date(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                 const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_claim_value value;
  struct pst_text text;
  struct pst_range range;
  int64_t first, last;

  if (!pst_evaluate(evaluator, node->arguments[0], variables, &value))
    return false;
  *out = (struct pst_claim_value){.unit.kind = PST_UNIT_DATE, .table = SIZE_MAX};
  if (value.no_text || (value.kind == PST_CLAIM_VALUE_NUMBER && value.number->missing)) {
    range = pst_range_all();
    return own_number(evaluator, &range, false, pst_rational_whole(0), true, out);
  }
  if (!date_text(evaluator, node, &value, &text))
    return false;
  if (!date_of(text, &first, &last))
    return pst_evaluator_fail(evaluator, node->arguments[0]->at,
                              "'%s' is no date: write \"2007\", \"2007-04\" or \"2007-04-30\"",
                              pst_source_copy(evaluator->source, text));
  range = pst_range_point(pst_rational_whole(first));
  range.high.value = pst_rational_whole(last);
  return own_number(evaluator, &range, first == last, pst_rational_whole(first), false, out);
}

/* --- all ---------------------------------------------------------------------------------------- */

bool pst_evaluate_call(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_claim_value *out)
{
  evaluator->top = false;
  switch ((enum pst_function_name)node->function) {
  case PST_FN_COUNT:
    return count(evaluator, node, variables, out);
  case PST_FN_SUM:
  case PST_FN_MEAN:
  case PST_FN_MEDIAN:
  case PST_FN_MIN:
  case PST_FN_MAX:
    return statistic(evaluator, node, variables, out);
  case PST_FN_ABS:
    return absolute(evaluator, node, variables, out);
  case PST_FN_GROWTH:
    return growth(evaluator, node, variables, out);
  case PST_FN_RANK:
  case PST_FN_RANK_ASC:
    return rank(evaluator, node, variables, out);
  case PST_FN_KEYS:
    return keys(evaluator, node, variables, out);
  case PST_FN_KNOWN:
    return known(evaluator, node, variables, out);
  case PST_FN_DATE:
    return date(evaluator, node, variables, out);
  case PST_FN_CAGR:
  case PST_FN_SLOPE:
  case PST_FN_KENDALL:
  case PST_FN_SPEARMAN:
  case PST_FN_PEARSON:
  case PST_FNS:
    break;
  case PST_FN_PVALUE:
    return pst_evaluate_statistic(evaluator, node->arguments[0], variables, true, out);
  }
  return pst_evaluate_statistic(evaluator, node, variables, false, out);
}
