/* digits.c -- decimals compared as they are written, digit by digit. */
#include "expr/digits.h"

#include <stddef.h>
#include <string.h>

#include "base/number.h"

/* A decimal: 0.d1 d2 d3 ... times 10^power, d1 not 0; no digits at all for 0. */
struct decimal {
  struct pst_text text; /* where its digits are, and marks between them */
  size_t first, last;   /* first digit that is not 0, and behind the last; equal for 0 */
  char point;           /* of the marks, which ends the whole part */
  long power;
  bool negative;
};

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static long exponent_at(struct pst_text text, size_t at)
{
  long exponent = 0;
  bool negative = at < text.size && text.data[at] == '-';

  for (; at < text.size; at++)
    if (is_digit(text.data[at]) && exponent < 100000)
      exponent = exponent * 10 + (text.data[at] - '0');
  return negative ? -exponent : exponent;
}

/* The style in which TEXT is VALUE. */
static bool find_point(struct pst_text text, double value, char *point)
{
  static const struct pst_number_style styles[] = {
      {.decimal = 0},      {.decimal = ','},
      {.thousands = ','},  {.decimal = ',', .thousands = '.'},
      {.thousands = ' '},  {.decimal = ',', .thousands = ' '},
      {.thousands = '\''}, {.decimal = ',', .thousands = '\''}};

  for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
    double read;

    if (pst_number_parse(text, &styles[i], &read, NULL) && read == value) {
      *point = styles[i].decimal == 0 ? '.' : styles[i].decimal;
      return true;
    }
  }
  return false;
}

static bool scan(struct pst_text text, double value, struct decimal *out)
{
  size_t end = 0;
  bool behind = false;

  *out = (struct decimal){.text = text, .negative = value < 0};
  if (!find_point(text, value, &out->point))
    return false;
  while (end < text.size && text.data[end] != 'e' && text.data[end] != 'E')
    end++;
  for (size_t i = 0; i < end; i++) {
    bool begun = out->last > 0;

    behind = behind || text.data[i] == out->point;
    if (!is_digit(text.data[i]))
      continue;
    if (!begun && text.data[i] != '0')
      out->first = i;
    if (text.data[i] != '0')
      out->last = i + 1;
    if (!behind && (begun || text.data[i] != '0'))
      out->power++;
    else if (behind && !begun && text.data[i] == '0')
      out->power--;
  }
  if (end < text.size)
    out->power += exponent_at(text, end + 1);
  return true;
}

/* The next digit from *AT on, 0 behind the last. */
static int next_digit(const struct decimal *decimal, size_t *at)
{
  while (*at < decimal->last && !is_digit(decimal->text.data[*at]))
    ++*at;
  return *at < decimal->last ? decimal->text.data[(*at)++] - '0' : 0;
}

static int compare_sizes(const struct decimal *a, const struct decimal *b)
{
  size_t i = a->first, j = b->first;

  if (a->last == 0 || b->last == 0)
    return (a->last > 0) - (b->last > 0);
  if (a->power != b->power)
    return a->power < b->power ? -1 : 1;
  while (i < a->last || j < b->last) {
    int x = next_digit(a, &i), y = next_digit(b, &j);

    if (x != y)
      return x < y ? -1 : 1;
  }
  return 0;
}

bool pst_digits_compare(struct pst_text a, struct pst_text b, double value, int *order)
{
  struct decimal x, y;

  if (!scan(a, value, &x) || !scan(b, value, &y))
    return false;
  *order = compare_sizes(&x, &y);
  if (x.negative)
    *order = -*order;
  return true;
}
