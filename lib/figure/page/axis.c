/* axis.c -- ranges, ticks and the way numbers are written on an axis. */
#include "figure/page/axis.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"

enum { DECIMALS_MOST = 5 }; /* smaller steps are written with an exponent */
#define MINUS "\xE2\x88\x92"

void pst_axis_start(struct pst_axis *axis, bool log, bool year)
{
  memset(axis, 0, sizeof *axis);
  axis->low = INFINITY;
  axis->high = -INFINITY;
  axis->log = log;
  axis->year = year;
}

/* Beyond 300 decades from 1 on either side a step between ticks would leave the doubles. */
bool pst_axis_draws(const struct pst_axis *axis, double value)
{
  return fabs(value) < 1e300 && (!axis->log || value > 1e-300);
}

/* ln(a / b), where the quotient of two ends may be no double. */
static double log_ratio(double a, double b)
{
  double ratio = a / b;

  return isfinite(ratio) && ratio > 0 ? log(ratio) : log(a) - log(b);
}

void pst_axis_add(struct pst_axis *axis, double value)
{
  if (!pst_axis_draws(axis, value))
    return;
  axis->low = fmin(axis->low, value);
  axis->high = fmax(axis->high, value);
}

bool pst_axis_empty(const struct pst_axis *axis)
{
  return axis->low > axis->high;
}

double pst_axis_at(const struct pst_axis *axis, double value)
{
  if (axis->log)
    return log_ratio(value, axis->low) / log_ratio(axis->high, axis->low);
  return (value - axis->low) / (axis->high - axis->low);
}

double pst_axis_value(const struct pst_axis *axis, double at)
{
  if (axis->log)
    return axis->low * exp(at * log_ratio(axis->high, axis->low));
  return axis->low + at * (axis->high - axis->low);
}

/* "e-09" becomes " × 10⁻⁹". */
static size_t write_power(char *text, const char *exponent)
{
  static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  char *to = stpcpy(text, " × 10");

  if (*++exponent == '-')
    to = stpcpy(to, "⁻");
  exponent += *exponent == '-' || *exponent == '+';
  exponent += strspn(exponent, "0");
  for (; *exponent >= '0' && *exponent <= '9'; exponent++)
    to = stpcpy(to, raised[*exponent - '0']);
  return (size_t)(to - text);
}

/* Put commas between groups of three digits of the whole part, and the true minus sign. */
static void group_digits(char text[PST_AXIS_TEXT], const char *plain)
{
  enum { POWER = 32 }; /* the bytes of " × 10⁻³⁰⁸" */
  size_t digits, used = 0;

  if (*plain == '-') {
    strcpy(text, MINUS);
    used = strlen(MINUS);
    plain++;
  }
  digits = strspn(plain, "0123456789");
  for (size_t i = 0; plain[i] != '\0' && used + 2 < PST_AXIS_TEXT; i++) {
    if (plain[i] == 'e' && used + POWER < PST_AXIS_TEXT) {
      used += write_power(text + used, plain + i);
      break;
    }
    if (i > 0 && i < digits && (digits - i) % 3 == 0)
      text[used++] = ',';
    text[used++] = plain[i];
  }
  text[used] = '\0';
}

const char *pst_axis_number(char text[PST_AXIS_TEXT], double value, int decimals)
{
  char plain[PST_AXIS_TEXT];

  if (decimals < 0 || fabs(value) >= 1e15)
    pst_number_print_digits(plain, value, 6);
  else
    snprintf(plain, sizeof plain, "%.*f", decimals < 15 ? decimals : 15, value);
  if (strspn(plain, "-0.") == strlen(plain) && plain[0] == '-')
    memmove(plain, plain + 1, strlen(plain));
  group_digits(text, plain);
  return text;
}

const char *pst_axis_digits(char text[PST_AXIS_TEXT], double value, int digits)
{
  char plain[PST_NUMBER_SIZE];

  pst_number_print_digits(plain, value, digits);
  group_digits(text, plain);
  return text;
}

/* Decimals that tell two ticks STEP apart. */
static int step_decimals(double step)
{
  for (int d = 0; d <= DECIMALS_MOST; d++) {
    double scaled = step * pow(10, d);

    if (fabs(scaled - nearbyint(scaled)) < 1e-6 * scaled)
      return d;
  }
  return -1;
}

/* The nearest of 1, 2, 2.5 (not for years), 5 times a power of ten, not below RAW. */
static double nice_step(double raw, bool year)
{
  static const double steps[] = {1, 2, 2.5, 5, 10};
  double power = pow(10, floor(log10(raw)));

  if (year && raw <= 1)
    return 1;
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
    if (steps[i] * power >= raw * (1 - 1e-9) && !(year && steps[i] == 2.5))
      return steps[i] * power;
  return 10 * power;
}

/* A range that is no step of a double, or so near to 0 that its parts are none. */
static void widen_constant(struct pst_axis *axis)
{
  const double least = 1e-300, size = fmax(fabs(axis->low), fabs(axis->high));

  if (axis->log && axis->high < axis->low * 1.01) {
    axis->low /= 2;
    axis->high *= 2;
  } else if (!axis->log && axis->high - axis->low <= fmax(1e-12 * size, least)) {
    double by = axis->year || size == 0 ? 1 : fmax(size * 0.1, least);

    axis->low -= by;
    axis->high += by;
  }
}

/* Large numbers are written in millions or billions, so that an axis stays narrow. */
static bool write_scaled(struct pst_axis_tick *tick, double step, double most)
{
  static const struct {
    double unit;
    const char *name;
  } scales[] = {{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}};
  char text[PST_AXIS_TEXT];

  for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
    int decimals = step_decimals(step / scales[i].unit);

    if (most < scales[i].unit || most >= 1e17 || decimals < 0 || decimals > 3)
      continue;
    pst_axis_number(text, tick->at / scales[i].unit, decimals);
    snprintf(tick->text, sizeof tick->text, "%.40s%s", text, scales[i].name);
    return true;
  }
  return false;
}

/* As many digits as tell neighbours apart. */
static void write_digits(struct pst_axis_tick *tick, double step, double most)
{
  double digits = ceil(log10(most / step)) + 2;

  pst_axis_digits(tick->text, tick->at, digits < 17 ? (int)digits : 17);
}

static void write_tick(struct pst_axis_tick *tick, double step, double most, bool year)
{
  int decimals = most < 1e15 ? step_decimals(step) : -1;

  if (year)
    pst_number_print_digits(tick->text, tick->at, 8);
  else if (tick->at == 0)
    strcpy(tick->text, "0");
  else if (write_scaled(tick, step, most))
    return;
  else if (decimals >= 0)
    pst_axis_number(tick->text, tick->at, decimals);
  else
    write_digits(tick, step, most);
}

static void add_tick(struct pst_axis *axis, double at, double step, double most)
{
  if (axis->n_ticks == PST_AXIS_TICKS)
    return;
  axis->ticks[axis->n_ticks].at = at + 0.0; /* not -0 */
  write_tick(&axis->ticks[axis->n_ticks], step, most, axis->year);
  axis->n_ticks++;
}

/* An end goes to the next tick, unless that would leave most of a step empty. */
static void widen_to_ticks(struct pst_axis *axis, double step)
{
  double low = floor(axis->low / step + 1e-9) * step;
  double high = ceil(axis->high / step - 1e-9) * step;
  double pad = 0.03 * (axis->high - axis->low);

  axis->low = axis->low - low <= 0.55 * step ? low : axis->low - pad;
  axis->high = high - axis->high <= 0.55 * step ? high : axis->high + pad;
}

static void tick_linear(struct pst_axis *axis, int count, bool round)
{
  double step, first, last, most;

  if (round && axis->low > 0 && axis->low < 0.5 * axis->high)
    axis->low = 0;
  if (round && axis->high < 0 && axis->high > 0.5 * axis->low)
    axis->high = 0;
  step = nice_step(axis->high / count - axis->low / count, axis->year);
  if (round)
    widen_to_ticks(axis, step);
  first = ceil(axis->low / step - 1e-9);
  last = floor(axis->high / step + 1e-9);
  most = fmax(fabs(axis->low), fabs(axis->high));
  for (double k = first; k <= last && axis->n_ticks < PST_AXIS_TICKS; k++)
    add_tick(axis, k * step, step, most);
}

static void tick_decades(struct pst_axis *axis)
{
  static const double parts[] = {1, 2, 5};
  double decades = log_ratio(axis->high, axis->low) / log(10), every = ceil(decades / 7);

  for (double k = floor(log10(axis->low));
       k <= ceil(log10(axis->high)) && axis->n_ticks < PST_AXIS_TICKS; k++)
    for (size_t i = 0; i < (decades < 3 ? 3U : 1U); i++) {
      double at = parts[i] * pow(10, k);

      if (at >= axis->low && at <= axis->high && fmod(fabs(k), every) < 0.5)
        add_tick(axis, at, at, at);
    }
}

/* A range within a few multiples of itself has even ticks on its logarithmic axis too. */
static void tick_log(struct pst_axis *axis, int count, bool round)
{
  double pad = round ? exp(0.03 * log_ratio(axis->high, axis->low)) : 1;

  /* Of 600 decades the padding alone is 18: the ends stay doubles. */
  axis->low = fmax(axis->low / pad, 1e-304);
  axis->high = fmin(axis->high * pad, 1e304);
  tick_decades(axis);
  if (axis->n_ticks >= 3 || axis->high > 10 * axis->low)
    return;
  axis->n_ticks = 0;
  tick_linear(axis, count, false);
}

void pst_axis_tick_up(struct pst_axis *axis, int count, bool round)
{
  widen_constant(axis);
  axis->n_ticks = 0;
  if (axis->log)
    tick_log(axis, count, round);
  else
    tick_linear(axis, count, round);
}
