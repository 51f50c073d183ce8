/* cell.c -- a number of a grid, to be read back exactly or by people. */
#include <math.h>
#include <stdint.h>

#include "base/number.h"
#include "report/write/writer.h"

bool pst_cell_missing(const struct pst_grid_column *column, size_t row)
{
  if (column->kind == PST_CELL_TEXT)
    return pst_grid_text(column, row) == NULL;
  return isnan(pst_grid_number(column, row));
}

/* The digits of NUMBER, from behind. */
static size_t put_whole(char *to, uint64_t number)
{
  size_t size = 1;

  for (uint64_t power = 10; number >= power; power *= 10)
    size++;
  for (size_t i = size; i > 1; i--, number /= 10)
    to[i - 1] = (char)('0' + number % 10);
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
