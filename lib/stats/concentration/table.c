/* table.c -- the indices by name: what options, bounds and intervals need to know of each. */
#include "stats/concentration/table.h"

#include <string.h>

#include "base/number.h"

static double same(double base, size_t n)
{
  (void)n;
  return base;
}

static double normalised(double base, size_t n)
{
  return n < 2 ? (double)NAN : fmax(base - 1 / (double)n, 0) / (1 - 1 / (double)n);
}

static double inverse(double base, size_t n)
{
  (void)n;
  return 1 / base;
}

static double from_one(double base, size_t n)
{
  (void)n;
  return 1 - base;
}

static double in_bits(double base, size_t n)
{
  (void)n;
  return base / log(2);
}

static double from_log_n(double base, size_t n)
{
  return fmax(log((double)n) - base, 0);
}

static double slope_one(size_t n)
{
  (void)n;
  return 1;
}

static double slope_normalised(size_t n)
{
  return 1 / (1 - 1 / (double)n);
}

static double slope_bits(size_t n)
{
  (void)n;
  return 1 / log(2);
}

static double equal_share(size_t n, double parameter)
{
  (void)parameter;
  return 1 / (double)n;
}

static double equal_top(size_t n, double parameter)
{
  return fmin(1, parameter / (double)n);
}

static double equal_fraction(size_t n, double parameter)
{
  return equal_top(n, pst_top_fraction_count(n, parameter));
}

static double all_but_one(size_t n)
{
  return 1 - 1 / (double)n;
}

static double no_end(size_t n)
{
  (void)n;
  return (double)INFINITY;
}

#define GRADIENT(function) .interval = PST_INTERVAL_GRADIENT, .gradient = function

#define INTERVAL(base, function, line)                                                             \
  .interval = PST_INTERVAL_##base, .of_base = function, .slope = line

const struct pst_concentration pst_concentrations[] = {
    {.name = "hhi",
     .summary = "Herfindahl-Hirschman index, the sum of squared shares",
     .index = pst_hhi,
     INTERVAL(HHI, same, slope_one)},
    {.name = "hhi-normalised",
     .summary = "the same from 0 (equal parts) to 1",
     .index = pst_hhi_normalised,
     INTERVAL(HHI, normalised, slope_normalised)},
    {.name = "hhi-effective",
     .summary = "1 / hhi, the number of equal parts with this index",
     .falls = true,
     .index = pst_hhi_effective,
     INTERVAL(HHI, inverse, NULL)},
    {.name = "simpson",
     .summary = "1 - hhi, the chance that two draws differ",
     .falls = true,
     .index = pst_simpson,
     INTERVAL(HHI, from_one, slope_one)},
    {.name = "gini",
     .summary = "Gini coefficient, divided by n",
     .index = pst_gini,
     .most = all_but_one,
     GRADIENT(pst_gini_gradient)},
    {.name = "gini-unbiased",
     .summary = "Gini coefficient times n / (n - 1)",
     .index = pst_gini_unbiased,
     GRADIENT(pst_gini_unbiased_gradient)},
    {.name = "rosenbluth",
     .summary = "Rosenbluth (Hall-Tideman) index",
     .index = pst_rosenbluth,
     .least = equal_share,
     GRADIENT(pst_rosenbluth_gradient)},
    {.name = "theil-t",
     .summary = "Theil's T, generalised entropy of order 1",
     .index = pst_theil_t,
     INTERVAL(ENTROPY, from_log_n, slope_one)},
    {.name = "theil-l",
     .summary = "Theil's L, the mean logarithmic deviation; none where a value is 0",
     .index = pst_theil_l,
     .most = no_end,
     GRADIENT(pst_theil_l_gradient)},
    {.name = "entropy",
     .summary = "Shannon entropy in nats",
     .falls = true,
     .index = pst_entropy,
     INTERVAL(ENTROPY, same, slope_one)},
    {.name = "entropy-bits",
     .summary = "Shannon entropy in bits",
     .falls = true,
     .index = pst_entropy_bits,
     INTERVAL(ENTROPY, in_bits, slope_bits)},
    {.name = "atkinson",
     .summary = "Atkinson index with aversion e",
     .parameter = "e",
     .index = pst_atkinson,
     GRADIENT(pst_atkinson_gradient)},
    {.name = "hoover",
     .summary = "Hoover index, what would have to move for equal parts",
     .index = pst_hoover,
     .most = all_but_one,
     GRADIENT(pst_hoover_gradient)},
    {.name = "top",
     .summary = "share of the k largest",
     .parameter = "k",
     .index = pst_top,
     .least = equal_top,
     GRADIENT(pst_top_gradient)},
    {.name = "top-fraction",
     .summary = "share of the largest p of the parts, their number rounded up",
     .parameter = "p",
     .index = pst_top_fraction,
     .least = equal_fraction,
     GRADIENT(pst_top_fraction_gradient)},
};
const size_t pst_concentrations_count = sizeof pst_concentrations / sizeof *pst_concentrations;

const struct pst_concentration *pst_concentration_find(struct pst_text name)
{
  for (size_t i = 0; i < pst_concentrations_count; i++)
    if (strlen(pst_concentrations[i].name) == name.size
        && memcmp(pst_concentrations[i].name, name.data, name.size) == 0)
      return &pst_concentrations[i];
  return NULL;
}

static bool in_range(const struct pst_concentration *index, double parameter)
{
  if (index->index == pst_top)
    return parameter >= 1 && parameter == floor(parameter);
  if (index->index == pst_top_fraction)
    return parameter > 0 && parameter <= 1;
  return parameter > 0 && isfinite(parameter);
}

static enum pst_status read_parameter(struct pst_text text, const struct pst_concentration *index,
                                      double *parameter, struct pst_error *error)
{
  if (index->parameter == NULL && text.size == 0)
    return PST_OK;
  if (index->parameter == NULL)
    return pst_fail(error, PST_USAGE, "%s takes no number in brackets", index->name);
  if (text.size < 3 || text.data[text.size - 1] != ')')
    return pst_fail(error, PST_USAGE, "%s needs its number: write %s(%s)", index->name, index->name,
                    index->parameter);
  text = (struct pst_text){.data = text.data + 1, .size = text.size - 2};
  if (!pst_number_parse(text, NULL, parameter, NULL) || !in_range(index, *parameter))
    return pst_fail(error, PST_USAGE, "%s(%.*s): %s", index->name, (int)text.size, text.data,
                    index->index == pst_top            ? "k is a whole number from 1 on"
                    : index->index == pst_top_fraction ? "p is above 0 and at most 1"
                                                       : "e is a number above 0");
  return PST_OK;
}

enum pst_status pst_concentration_read(struct pst_text text, const struct pst_concentration **found,
                                       double *parameter, struct pst_error *error)
{
  const char *bracket = memchr(text.data, '(', text.size);
  size_t size = bracket == NULL ? text.size : (size_t)(bracket - text.data);
  struct pst_text rest = {.data = text.data + size, .size = text.size - size};

  *found = pst_concentration_find((struct pst_text){.data = text.data, .size = size});
  *parameter = (double)NAN;
  if (*found == NULL)
    return pst_fail(error, PST_USAGE, "no index of concentration is called %.*s", (int)size,
                    text.data);
  return read_parameter(rest, *found, parameter, error);
}
