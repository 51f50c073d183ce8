/* printed.c -- a printed percentage of a known number of answers is a set of counts. */
#include "stats/poll/printed.h"

#include <math.h>
#include <stdio.h>

#include "stats/sample.h"

__extension__ typedef __int128 wide;

enum { MOST_DECIMALS = 12 };
static const double MOST = 9007199254740992; /* 2^53 */

static enum pst_status check(const struct pst_printed_share *printed, struct pst_error *error)
{
  if (!(printed->trials >= 1 && printed->trials <= MOST)
      || printed->trials != floor(printed->trials))
    return pst_fail(error, PST_UNDEFINED, "the number of answers is no whole number from 1");
  if (!(printed->digits >= 0 && printed->digits <= MOST)
      || printed->digits != floor(printed->digits))
    return pst_fail(error, PST_UNDEFINED, "the printed percentage is negative or too long");
  if (printed->decimals < 0 || printed->decimals > MOST_DECIMALS)
    return pst_fail(error, PST_UNDEFINED, "more than %d decimals", (int)MOST_DECIMALS);
  return PST_OK;
}

static wide scale_of(const struct pst_printed_share *printed)
{
  wide scale = 200;

  for (int i = 0; i < printed->decimals; i++)
    scale *= 10;
  return scale;
}

static wide divide_up(wide top, wide bottom)
{
  return top <= 0 ? 0 : (top + bottom - 1) / bottom;
}

/* k prints as the digits P when (2 P - 1) N <= 200 10^d k < (2 P + 1) N; with halves to even both ends
   belong to an even P and neither to an odd one. */
enum pst_status pst_feasible_counts(const struct pst_printed_share *printed,
                                    struct pst_feasible *feasible, struct pst_error *error)
{
  enum pst_status status = check(printed, error);
  const wide scale = scale_of(printed);
  const wide N = (wide)printed->trials;
  const wide P = (wide)printed->digits;
  const bool odd = P % 2 == 1;
  wide low, high;

  *feasible = (struct pst_feasible){0, (double)NAN, (double)NAN};
  if (status != PST_OK)
    return status;
  low = divide_up((2 * P - 1) * N + (printed->half_even && odd), scale);
  high =
      printed->half_even && !odd ? (2 * P + 1) * N / scale : divide_up((2 * P + 1) * N, scale) - 1;
  high = high > N ? N : high;
  if (low <= high)
    *feasible = (struct pst_feasible){(double)(high - low + 1), (double)low, (double)high};
  return PST_OK;
}

void pst_printed_write(const struct pst_printed_share *printed, char *text, size_t size)
{
  const int decimals = printed->decimals;
  char digits[64];
  int length = snprintf(digits, sizeof digits, "%0*.0f", decimals + 1, printed->digits);

  if (decimals == 0)
    snprintf(text, size, "%s", digits);
  else
    snprintf(text, size, "%.*s.%s", length - decimals, digits, digits + length - decimals);
}

enum pst_status pst_printed_counts(const struct pst_printed_share *printed,
                                   const struct pst_test *test, struct pst_estimates *out,
                                   struct pst_arena *scratch, struct pst_error *error)
{
  const char *method = printed->half_even ? "printed-even" : "printed";
  const size_t n = (size_t)fmax(0, printed->trials);
  enum pst_status status = pst_asymptotic_only(test, method, error);
  struct pst_feasible feasible;
  char text[64];
  const char *without;

  (void)scratch;
  if (status == PST_OK)
    status = pst_feasible_counts(printed, &feasible, error);
  if (status != PST_OK)
    return status;
  pst_printed_write(printed, text, sizeof text);
  without = pst_arena_format(out->arena, "%s %% of %.0f is no count", text, printed->trials);
  const struct pst_term terms[] = {
      {"possible", feasible.count > 0, NULL},
      {"k-min", feasible.low, without},
      {"k-max", feasible.high, without},
      {"k-count", feasible.count, NULL},
  };
  return pst_estimates_terms(out, method, n, terms, 4, error);
}
