/* numeral.c -- numbers as they stand in text, and whether one is another as it is printed. */
#include "notebook/compare/numeral.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"

static const char minus_sign[] = "\xE2\x88\x92";

static bool is_digit(struct pst_text text, size_t at)
{
  return at < text.size && text.data[at] >= '0' && text.data[at] <= '9';
}

/* Letters, digits, _ and all that is not ASCII. */
static bool is_of_word(struct pst_text text, size_t at)
{
  unsigned char c = at < text.size ? (unsigned char)text.data[at] : ' ';

  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
         || c >= 0x80;
}

/* The sign at AT; its size. */
static size_t sign_at(struct pst_text text, size_t at, struct pst_numeral *numeral)
{
  struct pst_text rest = {.data = text.data + at, .size = text.size - at};

  numeral->plus = pst_text_begins(rest, "+");
  numeral->minus_sign = pst_text_begins(rest, minus_sign);
  if (numeral->minus_sign)
    return sizeof minus_sign - 1;
  return numeral->plus || pst_text_begins(rest, "-");
}

/* A sign behind a word or a bracket that closes is a dash: 2000-2015. */
static bool may_begin(struct pst_text text, size_t at, bool has_sign)
{
  if (at == 0)
    return true;
  if (has_sign && strchr(")]", text.data[at - 1]) != NULL)
    return false;
  if (text.data[at - 1] == '.' && at >= 2 && is_digit(text, at - 2))
    return false;
  return (unsigned char)text.data[at - 1] >= 0x80 ? !has_sign : !is_of_word(text, at - 1);
}

static size_t digits_at(struct pst_text text, size_t at)
{
  size_t n = 0;

  while (is_digit(text, at + n))
    n++;
  return n;
}

/* The whole part at AT, with commas between thousands; its end. */
static size_t whole_at(struct pst_text text, size_t at, struct pst_numeral *numeral)
{
  size_t n = digits_at(text, at), end = at + n;

  while (n >= 1 && n <= 3 && end < text.size && text.data[end] == ','
         && digits_at(text, end + 1) == 3) {
    numeral->grouped = true;
    end += 4;
  }
  return end;
}

static size_t exponent_at(struct pst_text text, size_t at)
{
  size_t end = at + 1;

  if (at >= text.size || (text.data[at] != 'e' && text.data[at] != 'E'))
    return at;
  if (end < text.size && (text.data[end] == '-' || text.data[end] == '+'))
    end++;
  return digits_at(text, end) > 0 ? end + digits_at(text, end) : at;
}

/* Half a unit of the last digit: 10^exponent / 2, of 15 digits at most. */
static double half_of(double value, int exponent)
{
  if (value != 0) {
    int least = (int)floor(log10(fabs(value))) - (PST_NUMERAL_DIGITS - 1);

    exponent = exponent < least ? least : exponent;
  }
  return 0.5 * pow(10, exponent);
}

/* The value of the characters [AT, END), and the power of ten of its last digit. */
static bool evaluate(struct pst_text text, size_t at, size_t end, size_t mantissa_end,
                     struct pst_numeral *numeral)
{
  const struct pst_number_style style = {.decimal = '.',
                                         .thousands = numeral->grouped ? ',' : '\0'};
  int exponent = 0;

  if (!pst_number_parse((struct pst_text){.data = text.data + at, .size = end - at}, &style,
                        &numeral->value, NULL))
    return false;
  numeral->scientific = end > mantissa_end;
  if (numeral->scientific)
    sscanf(text.data + mantissa_end + 1, "%9d", &exponent);
  numeral->half = half_of(numeral->value, exponent - numeral->decimals);
  numeral->size = end - at;
  return true;
}

bool pst_numeral_at(struct pst_text text, size_t at, struct pst_numeral *numeral)
{
  size_t start = at, end, mantissa_end;
  bool has_sign;

  *numeral = (struct pst_numeral){.value = 0};
  at += sign_at(text, at, numeral);
  has_sign = at > start;
  if (!may_begin(text, start, has_sign))
    return false;
  end = whole_at(text, at, numeral);
  if (end == at)
    return false;
  if (end < text.size && text.data[end] == '.' && is_digit(text, end + 1)) {
    numeral->decimals = (int)digits_at(text, end + 1);
    end += 1 + (size_t)numeral->decimals;
  }
  mantissa_end = end;
  end = exponent_at(text, end);
  if ((is_of_word(text, end) && (unsigned char)text.data[end] < 0x80)
      || (end < text.size && text.data[end] == '.' && is_digit(text, end + 1)))
    return false;
  return evaluate(text, start, end, mantissa_end, numeral);
}

bool pst_numeral_is(const struct pst_numeral *numeral, double value)
{
  double slack = 4 * DBL_EPSILON * fmax(fabs(value), fabs(numeral->value));

  return fabs(value - numeral->value) <= numeral->half * (1 + 1e-9) + slack;
}

/* DIGITS with a comma between each three of its whole part. */
static void put_grouped(struct pst_buffer *out, const char *digits)
{
  size_t whole = strcspn(digits, ".");

  for (size_t i = 0; i < whole; i++) {
    if (i > 0 && (whole - i) % 3 == 0)
      pst_buffer_putc(out, ',');
    pst_buffer_putc(out, digits[i]);
  }
  pst_buffer_puts(out, digits + whole);
}

void pst_numeral_print(struct pst_buffer *out, const struct pst_numeral *numeral, double value)
{
  char digits[400];

  if (value < 0)
    pst_buffer_puts(out, numeral->minus_sign ? minus_sign : "-");
  else if (numeral->plus)
    pst_buffer_putc(out, '+');
  snprintf(digits, sizeof digits, numeral->scientific ? "%.*e" : "%.*f", numeral->decimals,
           fabs(value));
  if (numeral->grouped)
    put_grouped(out, digits);
  else
    pst_buffer_puts(out, digits);
}
