/* whole.c -- numbers beyond 2^53, of which a double is only the nearest: what it leaves of them. */
#include "interval/whole.h"

#include <gmp.h>
#include <math.h>

#include "interval/rational.h"

__extension__ typedef __int128 int128;

enum { FAST_DIGITS = 38 };
static const double exact_most = 9007199254740992.0; /* 2^53 */

/* The digits of a number, without the zeros at both ends. */
static size_t count_digits(struct pst_text text)
{
  size_t count = 0, zeros = 0;

  for (size_t i = 0; i < text.size && text.data[i] != 'e' && text.data[i] != 'E'; i++) {
    char c = text.data[i];

    if (c < '0' || c > '9' || (c == '0' && count == 0))
      continue;
    count += 1;
    zeros = c == '0' ? zeros + 1 : 0;
  }
  return count - zeros;
}

/* A sign, digits, and marks between thousands: *NUMBER without the sign; false when there is more. */
static bool read_plain(struct pst_text text, const struct pst_number_style *style, int128 *number)
{
  char thousands = style == NULL ? '\0' : style->thousands;
  size_t at = text.data[0] == '-' || text.data[0] == '+' ? 1 : text.data[0] == '\xE2' ? 3 : 0;
  int digits = 0;

  *number = 0;
  for (; at < text.size; at++) {
    char c = text.data[at];

    if (thousands != '\0' && c == thousands)
      continue;
    if (c < '0' || c > '9' || ++digits > FAST_DIGITS)
      return false;
    *number = *number * 10 + (c - '0');
  }
  return true;
}

/* TEXT as pst_rational_parse wants it. */
static bool read_any(struct pst_text text, const struct pst_number_style *style,
                     struct pst_exact *exact, struct pst_rational *number)
{
  char decimal = style == NULL || style->decimal == '\0' ? '.' : style->decimal;
  char thousands = style == NULL ? '\0' : style->thousands;
  struct pst_buffer plain = {.data = NULL};
  bool good;

  for (size_t i = 0; i < text.size; i++)
    if (text.data[i] == decimal)
      pst_buffer_putc(&plain, '.');
    else if (thousands == '\0' || text.data[i] != thousands)
      pst_buffer_putc(&plain, text.data[i]);
  good = !plain.failed
         && pst_rational_parse(exact, pst_text_of(pst_buffer_string(&plain)), number, NULL);
  pst_buffer_free(&plain);
  return good && !exact->failed;
}

bool pst_whole_rest(struct pst_text text, const struct pst_number_style *style, double value,
                    double *rest)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_exact exact = {.arena = &arena};
  struct pst_rational number;
  int128 plain;
  bool good;

  *rest = 0;
  if (fabs(value) < exact_most)
    return true;
  if (count_digits(text) > PST_WHOLE_DIGITS)
    return false;
  if (read_plain(text, style, &plain)) {
    plain -= (int128)fabs(value);
    *rest = value < 0 ? -(double)plain : (double)plain;
    return true;
  }
  good = read_any(text, style, &exact, &number);
  if (good)
    *rest = pst_rational_to_double(
        pst_rational_subtract(&exact, number, pst_rational_double(&exact, value)));
  pst_arena_free(&arena);
  return good;
}

void pst_whole_print(char text[PST_WHOLE_SIZE], double value, double rest)
{
  mpz_t whole, part;

  if (value != floor(value) || rest != floor(rest) || fabs(value) >= 1e89) {
    pst_number_print(text, value);
    return;
  }
  mpz_init_set_d(whole, value);
  mpz_init_set_d(part, rest);
  mpz_add(whole, whole, part);
  mpz_get_str(text, 10, whole);
  mpz_clear(whole);
  mpz_clear(part);
}
