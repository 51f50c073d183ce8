/* value_digits.c -- the digits of a printed cell: what their marks can be, and the number written. */
#include <string.h>

#include "base/number.h"
#include "interval/bounded.h"
#include "printed/value_parts.h"

/* Where the mantissa ends: an exponent is e, a sign perhaps, and digits. */
static size_t mantissa_size(struct pst_text digits)
{
  size_t at = digits.size;

  while (at > 0 && pst_value_digit(digits.data[at - 1]))
    at--;
  if (at == digits.size)
    return digits.size;
  if (at > 0 && (digits.data[at - 1] == '-' || digits.data[at - 1] == '+'))
    at--;
  if (at > 1 && (digits.data[at - 1] == 'e' || digits.data[at - 1] == 'E')
      && pst_value_digit(digits.data[at - 2]))
    return at - 1;
  return digits.size;
}

/* The separator at AT stands between a group of one to three digits (three but for the first) and
   three digits. */
static bool parts_thousands(struct pst_text text, size_t at, size_t group)
{
  size_t before = at - group;

  if (before < 1 || before > 3 || (group > 0 && before != 3))
    return false;
  return at + 3 < text.size && pst_value_digit(text.data[at + 1])
         && pst_value_digit(text.data[at + 2]) && pst_value_digit(text.data[at + 3])
         && (at + 4 == text.size || !pst_value_digit(text.data[at + 4]));
}

/* TEXT up to its decimal point. */
static struct pst_text before_point(struct pst_text text)
{
  const char *point = memchr(text.data, '.', text.size);

  return (struct pst_text){.data = text.data,
                           .size = point == NULL ? text.size : (size_t)(point - text.data)};
}

/* Digits parted by commas, three at the end, BETWEEN in each group before, the first at most as many: how many
   groups stand between the first and the last, or 0. */
static size_t count_groups(struct pst_text text, size_t between)
{
  size_t group = 0, groups = 0;

  text = before_point(text);
  for (size_t i = 0; i < text.size; i++) {
    if (pst_value_digit(text.data[i]))
      continue;
    if (text.data[i] != ',' || i - group < 1 || i - group > between
        || (group > 0 && i - group != between))
      return 0;
    groups += group > 0;
    group = i + 1;
  }
  return text.size - group == 3 ? groups : 0;
}

bool pst_value_in_lakhs(struct pst_text text)
{
  return count_groups(text, 2) > 0;
}

bool pst_value_in_millions(struct pst_text text)
{
  return count_groups(text, 3) > 0;
}

/* The whole part TEXT: digits, parted in thousands by SEPARATOR alone ('\0': not parted). */
static bool whole_part(struct pst_text text, char separator)
{
  size_t group = 0;

  if (text.size == 0 || (separator == ',' && pst_value_in_lakhs(text)))
    return true;
  for (size_t i = 0; i < text.size; i++) {
    if (pst_value_digit(text.data[i]))
      continue;
    if (separator == '\0' || text.data[i] != separator || !parts_thousands(text, i, group))
      return false;
    group = i + 1;
  }
  return pst_value_digit(text.data[text.size - 1]);
}

static size_t count(struct pst_text text, char c)
{
  size_t n = 0;

  for (size_t i = 0; i < text.size; i++)
    n += text.data[i] == c;
  return n;
}

/* The one kind of separator that TEXT has besides the decimal mark; '\0' none, '?' several. */
static char only_separator(struct pst_text text)
{
  char found = '\0';

  for (size_t i = 0; i < text.size; i++) {
    if (pst_value_digit(text.data[i]))
      continue;
    if (found != '\0' && text.data[i] != found)
      return '?';
    found = text.data[i];
  }
  return found != '\0' && strchr(".,' ", found) == NULL ? '?' : found;
}

/* MANTISSA with DECIMAL as its mark ('\0': it has none). */
static bool reads(struct pst_text mantissa, char decimal)
{
  const char *mark = decimal == '\0' ? NULL : memchr(mantissa.data, decimal, mantissa.size);
  struct pst_text whole = mantissa;
  size_t fraction = 0;

  if (mark != NULL) {
    whole.size = (size_t)(mark - mantissa.data);
    fraction = mantissa.size - whole.size - 1;
    if (fraction == 0)
      return false;
    for (size_t i = whole.size + 1; i < mantissa.size; i++)
      if (!pst_value_digit(mantissa.data[i]))
        return false;
  }
  if (whole.size == 0 && fraction == 0)
    return false;
  return only_separator(whole) != '?' && whole_part(whole, only_separator(whole));
}

/* `0,123` and `012.345` part no thousands: a group of thousands begins with 1 to 9. */
static bool leading_zero(struct pst_text mantissa)
{
  return mantissa.size > 1 && mantissa.data[0] == '0';
}

static enum pst_mark_reading read_mark(struct pst_text digits, struct pst_text mantissa, char mark,
                                       char other)
{
  bool decimal, thousands;

  if (count(mantissa, mark) == 0)
    return PST_MARK_NONE;
  decimal = count(mantissa, mark) == 1 && reads(mantissa, mark);
  thousands = !leading_zero(mantissa) && mantissa.size == digits.size
              && reads(mantissa, count(mantissa, other) > 0 ? other : '\0');
  if (decimal && thousands)
    return PST_MARK_EITHER;
  if (decimal)
    return PST_MARK_DECIMAL;
  return thousands ? PST_MARK_THOUSANDS : PST_MARK_WRONG;
}

/* `1234`, `12.5`, `1.234`: digits, and one point before some of them at most; false: more is to be looked at. */
static bool read_plain(struct pst_text text, enum pst_mark_reading *dot)
{
  size_t point = text.size, fraction;

  for (size_t i = 0; i < text.size; i++) {
    if (pst_value_digit(text.data[i]))
      continue;
    if (text.data[i] != '.' || point < text.size)
      return false;
    point = i;
  }
  *dot = PST_MARK_NONE;
  if (point == text.size)
    return text.size > 0;
  fraction = text.size - point - 1;
  *dot = fraction == 3 && point >= 1 && point <= 3 && !leading_zero(text) ? PST_MARK_EITHER
                                                                          : PST_MARK_DECIMAL;
  return fraction > 0;
}

bool pst_value_marks(struct pst_text digits, enum pst_mark_reading *dot,
                     enum pst_mark_reading *comma)
{
  struct pst_text mantissa;

  *comma = PST_MARK_NONE;
  if (read_plain(digits, dot))
    return true;
  mantissa = (struct pst_text){.data = digits.data, .size = mantissa_size(digits)};
  *dot = read_mark(digits, mantissa, '.', ',');
  *comma = read_mark(digits, mantissa, ',', '.');
  if (*dot == PST_MARK_NONE && *comma == PST_MARK_NONE)
    return reads(mantissa, '\0') && !(leading_zero(mantissa) && only_separator(mantissa) != '\0');
  return *dot != PST_MARK_WRONG && *comma != PST_MARK_WRONG;
}

/* --- writing --------------------------------------------------------------------------------- */

static bool write_interval(struct pst_text text, char decimal, struct pst_buffer *out)
{
  const struct pst_number_style style = {.decimal = decimal};
  struct pst_bounds bounds;
  char printed[PST_BOUNDS_SIZE];

  if (!pst_bounds_parse(text, &style, &bounds))
    return false;
  pst_bounds_print(printed, &bounds);
  pst_buffer_puts(out, printed);
  return true;
}

/* No program could read 1e400 back; a number of few digits without an exponent is never too large. */
static bool fits_a_double(struct pst_text written, bool has_exponent)
{
  double value;

  return (!has_exponent && written.size < 300) || pst_number_parse(written, NULL, &value, NULL);
}

bool pst_value_write(const struct pst_value *value, char decimal, struct pst_buffer *out)
{
  size_t start = out->size, first;
  struct pst_text digits = value->digits,
                  mantissa = {.data = digits.data, .size = mantissa_size(digits)};
  char mark = count(mantissa, decimal) > 0 ? decimal : '\0';

  if (value->interval)
    return write_interval(digits, decimal, out);
  if (!reads(mantissa, mark)
      || (mark == '\0' && leading_zero(mantissa) && only_separator(mantissa) != '\0'))
    return false;
  pst_buffer_puts(out, value->relation);
  first = out->size;
  if (value->negative)
    pst_buffer_putc(out, '-');
  if (mantissa.data[0] == mark)
    pst_buffer_putc(out, '0');
  for (size_t i = 0; i < digits.size; i++) {
    if (i >= mantissa.size || pst_value_digit(digits.data[i]))
      pst_buffer_putc(out, digits.data[i]);
    else if (digits.data[i] == mark)
      pst_buffer_putc(out, '.');
  }
  if (fits_a_double(
          (struct pst_text){.data = pst_buffer_string(out) + first, .size = out->size - first},
          digits.size > mantissa.size))
    return true;
  out->size = start;
  return false;
}
