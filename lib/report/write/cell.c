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

/* MANTISSA / 10^DECIMALS */
static void put_decimal(struct pst_buffer *out, bool negative, uint64_t mantissa, int decimals)
{
  char text[32], *at = text + sizeof text;

  for (int i = 0; mantissa > 0 || i <= decimals; i++) {
    *--at = (char)('0' + mantissa % 10);
    mantissa /= 10;
    if (i + 1 == decimals)
      *--at = '.';
  }
  if (negative)
    *--at = '-';
  pst_buffer_add(out, at, (size_t)(text + sizeof text - at));
}

/* A decimal of at most 15 digits is the one that "%.15g" finds, and a quotient of two exact
   numbers is rounded once: so m / 10^k == value tells that m / 10^k reads back. */
static bool put_short(struct pst_buffer *out, double value)
{
  static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
  double magnitude = fabs(value);

  if (magnitude >= 1e9 ? magnitude >= 1e15 || magnitude != floor(magnitude)
                       : magnitude < 1e-4 && magnitude != 0)
    return false;
  for (int k = 0; k <= 6; k++) {
    double m = pst_number_round(magnitude * powers[k]);

    if (m / powers[k] == magnitude) {
      put_decimal(out, value < 0, (uint64_t)m, k);
      return true;
    }
  }
  return false;
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

  if (isfinite(value) && column->kind != PST_CELL_BOOLEAN && put_short(out, value))
    return;
  if (!put_plain(out, column->kind, value))
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
