/* cell.c -- a number of a grid, to be read back exactly or by people. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/number.h"
#include "report/write/writer.h"

bool pst_cell_missing(const struct pst_grid_column *column, size_t row)
{
  if (column->kind == PST_CELL_TEXT)
    return pst_grid_text(column, row) == NULL;
  return isnan(pst_grid_number(column, row));
}

static const char pairs[] =
    "00010203040506070809101112131415161718192021222324252627282930313233343536373839"
    "40414243444546474849505152535455565758596061626364656667686970717273747576777879"
    "8081828384858687888990919293949596979899";

/* How many digits NUMBER has: from its bits, of which there are 1233/4096 = log10(2) digits a bit. */
static size_t count_digits(uint64_t number)
{
  static const uint64_t powers[] = {0,
                                    10,
                                    100,
                                    1000,
                                    10000,
                                    100000,
                                    1000000,
                                    10000000,
                                    100000000,
                                    1000000000,
                                    UINT64_C(10000000000),
                                    UINT64_C(100000000000),
                                    UINT64_C(1000000000000),
                                    UINT64_C(10000000000000),
                                    UINT64_C(100000000000000),
                                    UINT64_C(1000000000000000)};
  const size_t digits = (size_t)(64 - __builtin_clzll(number | 1)) * 1233 >> 12;

  return digits + (number >= powers[digits]);
}

/* The digits of NUMBER, below 10^16, two at a time from behind. */
static size_t put_whole(char *to, uint64_t number)
{
  const size_t size = count_digits(number);
  size_t at = size;

  for (; at > 1; number /= 100)
    memcpy(to + (at -= 2), pairs + number % 100 * 2, 2);
  if (at == 1)
    to[0] = (char)('0' + number);
  return size;
}

/* MANTISSA / 10^DECIMALS, of one decimal at least. */
static size_t put_decimal(char *to, uint64_t mantissa, int decimals)
{
  static const uint64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
  size_t size = put_whole(to, mantissa / powers[decimals]);
  uint64_t rest = mantissa % powers[decimals];

  to[size] = '.';
  for (int i = decimals; i > 0; i--, rest /= 10)
    to[size + (size_t)i] = (char)('0' + rest % 10);
  return size + 1 + (size_t)decimals;
}

/* A decimal of at most 15 digits is the one that "%.15g" finds, and a quotient of two exact
   numbers is rounded once: so m / 10^k == value tells that m / 10^k reads back. */
size_t pst_cell_short(char to[PST_CELL_SHORT], double value)
{
  static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
  const double magnitude = fabs(value);
  const size_t sign = value < 0;

  if (!(magnitude < 1e15))
    return 0;
  to[0] = '-';
  if ((double)(uint64_t)magnitude == magnitude)
    return sign + put_whole(to + sign, (uint64_t)magnitude);
  if (magnitude >= 1e9 || magnitude < 1e-4)
    return 0;
  for (int k = 1; k <= 6; k++) {
    const double m = pst_number_round(magnitude * powers[k]);

    if (m / powers[k] == magnitude)
      return sign + put_decimal(to + sign, (uint64_t)m, k);
  }
  return 0;
}

static void put_infinite(struct pst_buffer *out, double value)
{
  pst_buffer_puts(out, value < 0 ? "-inf" : "inf");
}

/* The kinds that look the same in all formats. */
static bool put_plain(struct pst_buffer *out, enum pst_cell_kind kind, double value)
{
  if (isinf(value))
    put_infinite(out, value);
  else if (kind == PST_CELL_BOOLEAN)
    pst_buffer_puts(out, value != 0 ? "true" : "false");
  else if (kind == PST_CELL_INTEGER)
    pst_buffer_printf(out, "%.0f", value + 0.0);
  else
    return false;
  return true;
}

void pst_cell_exact(struct pst_buffer *out, const struct pst_grid_column *column, size_t row)
{
  double value = pst_grid_number(column, row);
  char text[PST_NUMBER_SIZE];
  size_t size = column->kind == PST_CELL_BOOLEAN ? 0 : pst_cell_short(text, value);

  if (size > 0)
    pst_buffer_add(out, text, size);
  else if (!put_plain(out, column->kind, value))
    pst_buffer_add(out, text, pst_number_print(text, value));
}

void pst_cell_digits(struct pst_buffer *out, const struct pst_grid_column *column, size_t row,
                     int digits)
{
  double value = pst_grid_number(column, row);
  char text[PST_NUMBER_SIZE];

  if (!put_plain(out, column->kind, value))
    pst_buffer_add(
        out, text,
        pst_number_print_digits(text, value, column->digits > 0 ? column->digits : digits));
}
