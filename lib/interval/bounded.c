/* bounded.c -- a number known only by its bounds: `>10`, `<=296`, `[1168.2,1169.5]`, `581±4`. */
#include "interval/bounded.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "interval/decimal.h"

static struct pst_text from(struct pst_text text, size_t at)
{
  return pst_text_trim((struct pst_text){.data = text.data + at, .size = text.size - at});
}

static struct pst_text until(struct pst_text text, size_t end)
{
  return pst_text_trim((struct pst_text){.data = text.data, .size = end});
}

/* Length of the comparison sign that TEXT begins with, 0 for none. */
static size_t comparison(struct pst_text text, bool *upwards, bool *open)
{
  static const struct {
    const char *sign;
    bool upwards, open;
  } signs[] = {{">=", true, false}, {"<=", false, false},          {">", true, true},
               {"<", false, true},  {"\xE2\x89\xA5", true, false}, {"\xE2\x89\xA4", false, false}};

  for (size_t i = 0; i < sizeof signs / sizeof *signs && text.size > 0; i++) {
    size_t size;

    if (text.data[0] != *signs[i].sign)
      continue;
    size = strlen(signs[i].sign);
    if (text.size >= size && memcmp(text.data, signs[i].sign, size) == 0) {
      *upwards = signs[i].upwards;
      *open = signs[i].open;
      return size;
    }
  }
  return 0;
}

static bool parse_half(struct pst_text cell, const struct pst_number_style *style,
                       struct pst_bounds *bounds)
{
  bool upwards = false, open = false;
  size_t size = comparison(cell, &upwards, &open);
  double value;

  if (size == 0 || !pst_number_parse(from(cell, size), style, &value, NULL))
    return false;
  if (upwards)
    *bounds = (struct pst_bounds){value, INFINITY, open, true};
  else
    *bounds = (struct pst_bounds){-INFINITY, value, true, open};
  return true;
}

/* Where the ends part: at the one `;`, or at the one comma if numbers have no decimal comma. */
static bool find_separator(struct pst_text inside, const struct pst_number_style *style, size_t *at)
{
  const char *found = memchr(inside.data, ';', inside.size);

  if (found == NULL && (style == NULL || style->decimal != ','))
    found = memchr(inside.data, ',', inside.size);
  if (found == NULL)
    return false;
  *at = (size_t)(found - inside.data);
  return true;
}

static bool parse_pair(struct pst_text cell, const struct pst_number_style *style,
                       struct pst_bounds *bounds)
{
  char first = cell.size < 2 ? '\0' : cell.data[0];
  char last = cell.size < 2 ? '\0' : cell.data[cell.size - 1];
  struct pst_text inside;
  double low, high;
  size_t at;

  if ((first != '[' && first != '(') || (last != ']' && last != ')'))
    return false;
  inside = (struct pst_text){.data = cell.data + 1, .size = cell.size - 2};
  if (!find_separator(inside, style, &at) || !pst_number_parse(until(inside, at), style, &low, NULL)
      || !pst_number_parse(from(inside, at + 1), style, &high, NULL))
    return false;
  if (low > high || (low == high && (first == '(' || last == ')')))
    return false;
  *bounds = (struct pst_bounds){low, high, first == '(', last == ')'};
  return true;
}

/* The first margin sign in TEXT; returns its size, 0 for none. */
static size_t find_margin(struct pst_text text, size_t *at)
{
  static const char *const signs[] = {"\xC2\xB1", "+-", "+/-"};

  if (memchr(text.data, '+', text.size) == NULL && memchr(text.data, 0xC2, text.size) == NULL)
    return 0;
  for (size_t i = 1; i < text.size; i++) {
    for (size_t j = 0; j < sizeof signs / sizeof *signs; j++) {
      size_t size = strlen(signs[j]);

      if (text.size - i > size && memcmp(text.data + i, signs[j], size) == 0) {
        *at = i;
        return size;
      }
    }
  }
  return 0;
}

static bool parse_margin(struct pst_text cell, const struct pst_number_style *style,
                         struct pst_bounds *bounds)
{
  double value, margin;
  int value_decimals, margin_decimals, decimals;
  size_t at = 0, size = find_margin(cell, &at);

  if (size == 0 || !pst_number_parse(until(cell, at), style, &value, &value_decimals)
      || !pst_number_parse(from(cell, at + size), style, &margin, &margin_decimals) || margin < 0)
    return false;
  decimals = value_decimals > margin_decimals ? value_decimals : margin_decimals;
  bounds->low = pst_decimal_sum(value, -margin, decimals);
  bounds->high = pst_decimal_sum(value, margin, decimals);
  bounds->low_open = bounds->high_open = false;
  return isfinite(bounds->low) && isfinite(bounds->high);
}

bool pst_bounds_parse(struct pst_text cell, const struct pst_number_style *style,
                      struct pst_bounds *bounds)
{
  struct pst_bounds read;

  if (cell.size < 2)
    return false;
  if (!parse_half(cell, style, &read) && !parse_pair(cell, style, &read)
      && !parse_margin(cell, style, &read))
    return false;
  *bounds = read;
  return true;
}

static size_t print_half(char text[PST_BOUNDS_SIZE], char sign, bool open, double value)
{
  char number[PST_NUMBER_SIZE];

  pst_number_print(number, value);
  return (size_t)snprintf(text, PST_BOUNDS_SIZE, "%c%s%s", sign, open ? "" : "=", number);
}

size_t pst_bounds_print(char text[PST_BOUNDS_SIZE], const struct pst_bounds *bounds)
{
  char low[PST_NUMBER_SIZE], high[PST_NUMBER_SIZE];

  text[0] = '\0';
  if (isinf(bounds->low) && isinf(bounds->high))
    return 0;
  if (isinf(bounds->high))
    return print_half(text, '>', bounds->low_open, bounds->low);
  if (isinf(bounds->low))
    return print_half(text, '<', bounds->high_open, bounds->high);
  if (pst_bounds_is_point(bounds))
    return pst_number_print(text, bounds->low);
  pst_number_print(low, bounds->low);
  pst_number_print(high, bounds->high);
  return (size_t)snprintf(text, PST_BOUNDS_SIZE, "%c%s,%s%c", bounds->low_open ? '(' : '[', low,
                          high, bounds->high_open ? ')' : ']');
}

bool pst_bounds_whole(struct pst_bounds *bounds)
{
  struct pst_bounds whole = *bounds;

  if (isfinite(whole.low)) {
    whole.low = ceil(whole.low);
    if (whole.low_open && whole.low == bounds->low)
      whole.low += 1;
    whole.low_open = false;
  }
  if (isfinite(whole.high)) {
    whole.high = floor(whole.high);
    if (whole.high_open && whole.high == bounds->high)
      whole.high -= 1;
    whole.high_open = false;
  }
  if (whole.low > whole.high)
    return false;
  *bounds = whole;
  return true;
}

struct pst_bounds pst_bounds_point(double value)
{
  return (struct pst_bounds){value, value, false, false};
}

bool pst_bounds_is_point(const struct pst_bounds *bounds)
{
  return bounds->low == bounds->high;
}

bool pst_bounds_hold(const struct pst_bounds *bounds, double value)
{
  return (value > bounds->low || (value == bounds->low && !bounds->low_open))
         && (value < bounds->high || (value == bounds->high && !bounds->high_open));
}

bool pst_bounds_surely_less(const struct pst_bounds *a, const struct pst_bounds *b)
{
  return a->high < b->low || (a->high == b->low && (a->high_open || b->low_open));
}

bool pst_bounds_surely_at_most(const struct pst_bounds *a, const struct pst_bounds *b)
{
  return a->high <= b->low;
}

bool pst_bounds_meet(const struct pst_bounds *a, const struct pst_bounds *b)
{
  return !pst_bounds_surely_less(a, b) && !pst_bounds_surely_less(b, a);
}
