/* estimate.c -- records of estimates: added, noted, freed. */
#include "stats/estimate.h"

#include <float.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/number.h"

static const struct pst_estimate empty_row = {
    .estimate = NAN,
    .std_error = NAN,
    .conf_low = NAN,
    .conf_high = NAN,
    .statistic = NAN,
    .df = NAN,
    .p_value = NAN,
    .p_adjusted = NAN,
    .least = NAN,
    .greatest = NAN,
    .p_least = NAN,
    .p_greatest = NAN,
};

struct pst_estimate *pst_estimates_add(struct pst_estimates *list, const char *method,
                                       const char *term, size_t n)
{
  struct pst_estimate *row;

  if (!PST_ARRAY_ROOM(list->items, list->capacity, list->count + 1))
    return NULL;
  row = &list->items[list->count++];
  *row = empty_row;
  row->method = method;
  row->term = term;
  row->n = n;
  return row;
}

enum pst_status pst_estimates_value(struct pst_estimates *list, const char *method,
                                    const char *term, size_t n, double value,
                                    struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(list, method, term, n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = value;
  return PST_OK;
}

enum pst_status pst_estimates_terms(struct pst_estimates *list, const char *method, size_t n,
                                    const struct pst_term *terms, size_t count,
                                    struct pst_error *error)
{
  for (size_t i = 0; i < count; i++) {
    struct pst_estimate *row = pst_estimates_add(list, method, terms[i].term, n);

    if (row == NULL)
      return pst_fail_memory(error);
    row->estimate = terms[i].value;
    if (isnan(terms[i].value) && terms[i].without != NULL)
      pst_estimate_note(list, row, "%s", terms[i].without);
  }
  return PST_OK;
}

void pst_estimate_note(struct pst_estimates *list, struct pst_estimate *row, const char *format,
                       ...)
{
  char text[512];
  va_list arguments;

  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  if (row->note == NULL)
    row->note = pst_arena_string(list->arena, text);
  else
    row->note = pst_arena_format(list->arena, "%s; %s", row->note, text);
}

void pst_estimate_p(struct pst_estimates *list, struct pst_estimate *row, double p,
                    const char *p_method)
{
  row->p_method = p_method;
  row->p_value = p > 1 ? 1 : p;
  if (p < DBL_MIN) {
    row->p_value = DBL_MIN;
    pst_estimate_note(list, row, "upper bound");
  }
}

static bool forget_infinite(double *number)
{
  if (!isinf(*number))
    return false;
  *number = (double)NAN;
  return true;
}

static void settle(struct pst_estimates *list, struct pst_estimate *row)
{
  bool beyond = forget_infinite(&row->estimate);

  beyond |= forget_infinite(&row->std_error);
  beyond |= forget_infinite(&row->statistic);
  if (isinf(row->conf_low) || isinf(row->conf_high)) {
    row->conf_low = row->conf_high = (double)NAN;
    beyond = true;
  }
  if (beyond)
    pst_estimate_note(list, row, "beyond the range of doubles");
}

void pst_estimates_interval(struct pst_estimates *list, size_t first, const char *term, double low,
                            double high)
{
  for (size_t i = first; i < list->count; i++)
    if (strcmp(list->items[i].term, term) == 0 && !isnan(list->items[i].estimate)) {
      list->items[i].conf_low = low;
      list->items[i].conf_high = high;
    }
}

void pst_estimates_finite(struct pst_estimates *list, size_t first)
{
  for (size_t i = first; i < list->count; i++)
    settle(list, &list->items[i]);
}

double pst_conf_level(const struct pst_test *test)
{
  return test->conf_level > 0 ? test->conf_level : 0.95;
}

_Static_assert((int)PST_X_SIZE >= (int)PST_NUMBER_SIZE, "an x may be a number");

void pst_test_print_x(const struct pst_test *test, double x, char text[PST_X_SIZE])
{
  if (test != NULL && test->print_x != NULL)
    test->print_x(test->about, x, text);
  else
    pst_number_print(text, x);
}

bool pst_continuity(const struct pst_test *test, bool by_default)
{
  if (test->continuity == PST_CONTINUITY_DEFAULT)
    return by_default;
  return test->continuity == PST_CONTINUITY_YES;
}

const struct pst_estimate *pst_estimates_find(const struct pst_estimates *list, const char *method,
                                              const char *term)
{
  for (size_t i = 0; i < list->count; i++)
    if (strcmp(list->items[i].method, method) == 0 && strcmp(list->items[i].term, term) == 0)
      return &list->items[i];
  return NULL;
}

void pst_estimates_free(struct pst_estimates *list)
{
  free(list->items);
  list->items = NULL;
  list->count = list->capacity = 0;
}
