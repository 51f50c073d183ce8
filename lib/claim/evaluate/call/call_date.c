/* call_date.c -- dates: intervals of days, and their years. */
#include "claim/evaluate/call/calls.h"
#include "claim/evaluate/own.h"

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

  *text = value->period.data != NULL ? value->period : value->text;
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

bool pst_call_date(struct pst_evaluator *evaluator, const struct pst_syntax *node,
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
    return pst_own_number(evaluator, &range, false, pst_rational_whole(0), true, out);
  }
  if (!date_text(evaluator, node, &value, &text))
    return false;
  if (!date_of(text, &first, &last))
    return pst_evaluator_fail(evaluator, node->arguments[0]->at,
                              "'%s' is no date: write \"2007\", \"2007-04\" or \"2007-04-30\"",
                              pst_source_copy(evaluator->source, text));
  range = pst_range_point(pst_rational_whole(first));
  range.high.value = pst_rational_whole(last);
  return pst_own_number(evaluator, &range, first == last, pst_rational_whole(first), false, out);
}

/* The year of the day so many DAYS from 1970-01-01. */
static int64_t year_of(int64_t days)
{
  int64_t year = 1970 + days / 366 - (days < 0);

  while (days_of(year + 1, 1, 1) <= days)
    year++;
  while (days_of(year, 1, 1) > days)
    year--;
  return year;
}

bool pst_call_year(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                   const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_range range = pst_range_all();
  int64_t first, last;

  if (!pst_evaluate_number(evaluator, node->arguments[0], variables, out))
    return false;
  if (out->unit.kind != PST_UNIT_DATE)
    return pst_evaluator_fail(evaluator, node->arguments[0]->at,
                              "year takes a date; write year(date(...))");
  range = out->number->range;
  *out = (struct pst_claim_value){.number = out->number, .table = SIZE_MAX};
  if (!pst_range_is_bounded(&range))
    return pst_own_number(evaluator, &range, false, pst_rational_whole(0), out->number->missing,
                          out);
  first = year_of(pst_rational_floor(&evaluator->exact, range.low.value).n);
  last = year_of(pst_rational_floor(&evaluator->exact, range.high.value).n);
  range = pst_range_point(pst_rational_whole(first));
  range.high.value = pst_rational_whole(last);
  return pst_own_number(evaluator, &range, first == last, pst_rational_whole(first), false, out);
}
