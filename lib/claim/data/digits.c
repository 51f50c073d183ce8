/* digits.c -- figures with other marks than a point. */
#include "claim/data/digits.h"

#include <string.h>

#include "printed/said.h"

enum { SIZE_MOST = 256 };

/* A figure while it is written with a point and without marks between thousands. */
struct plain {
  struct pst_text rest; /* still to read */
  char text[SIZE_MOST];
  size_t size;
};

static bool is_digit(const struct plain *plain)
{
  return plain->rest.size > 0 && plain->rest.data[0] >= '0' && plain->rest.data[0] <= '9';
}

static bool skip(struct plain *plain, struct pst_text mark)
{
  if (mark.size == 0 || plain->rest.size < mark.size
      || memcmp(plain->rest.data, mark.data, mark.size) != 0)
    return false;
  plain->rest.data += mark.size;
  plain->rest.size -= mark.size;
  return true;
}

/* A blank between thousands may be one that does not break, or a narrow one. */
static bool skip_thousands(struct plain *plain, struct pst_text mark)
{
  static const char *const blanks[] = {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
  bool blank = false;

  for (size_t i = 0; i < 4; i++)
    blank = blank || pst_text_is(mark, blanks[i]);
  for (size_t i = 0; i < 4 && blank; i++)
    if (skip(plain, pst_text_of(blanks[i])))
      return true;
  return !blank && skip(plain, mark);
}

static bool take(struct plain *plain, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    if (plain->rest.size == 0 || plain->size == SIZE_MOST)
      return false;
    plain->text[plain->size++] = *plain->rest.data++;
    plain->rest.size--;
  }
  return true;
}

/* How many digits were taken. */
static size_t take_digits(struct plain *plain)
{
  size_t n = 0;

  while (is_digit(plain) && take(plain, 1))
    n++;
  return n;
}

static bool take_thousands(struct plain *plain, const struct pst_digits *digits)
{
  size_t n = take_digits(plain);
  bool first = true;

  while (n > 0 && skip_thousands(plain, digits->thousands)) {
    if ((first && n > 3) || take_digits(plain) != 3)
      return false;
    first = false;
  }
  return n > 0;
}

/* TEXT, which is a sign or the words before a figure, and the figure. */
static bool write_plain(const struct pst_digits *digits, struct pst_text text, struct plain *plain)
{
  const struct pst_text decimal = digits->decimal.data == NULL ? pst_text_of(".") : digits->decimal;

  *plain = (struct plain){.rest = text};
  while (plain->rest.size > 0 && !is_digit(plain)
         && !(decimal.size <= plain->rest.size
              && memcmp(plain->rest.data, decimal.data, decimal.size) == 0))
    if (!take(plain, 1))
      return false;
  if (is_digit(plain) && !take_thousands(plain, digits))
    return false;
  if (skip(plain, decimal)) {
    if (plain->size == SIZE_MOST)
      return false;
    plain->text[plain->size++] = '.';
    if (take_digits(plain) == 0)
      return false;
  }
  return plain->rest.size == 0;
}

static bool is_plain(const struct pst_digits *digits)
{
  return digits->decimal.data == NULL && digits->thousands.data == NULL;
}

bool pst_digits_rational(const struct pst_digits *digits, struct pst_exact *exact,
                         struct pst_text text, struct pst_rational *value, int *decimals)
{
  struct plain plain;

  if (is_plain(digits))
    return pst_rational_parse(exact, text, value, decimals);
  return write_plain(digits, text, &plain)
         && pst_rational_parse(exact, (struct pst_text){.data = plain.text, .size = plain.size},
                               value, decimals);
}

/* A mark of one byte; '\0' where there is none such. */
static char mark_of(struct pst_text mark)
{
  return mark.size == 1 ? mark.data[0] : '\0';
}

bool pst_digits_said(const struct pst_digits *digits, struct pst_exact *exact, struct pst_text text,
                     struct pst_range *range)
{
  const struct pst_number_style style = {.decimal = mark_of(digits->decimal),
                                         .thousands = mark_of(digits->thousands)};
  char plain[PST_PLAIN_SIZE], unit[8];
  struct pst_rational printed;
  bool has_printed;

  return (digits->decimal.data == NULL || style.decimal != '\0')
         && pst_said_bounds(text, &style, plain, unit) && unit[0] == '\0'
         && pst_range_parse(exact, pst_text_of(plain), range, &has_printed, &printed);
}

static bool read_range(const struct pst_digits *digits, struct pst_exact *exact,
                       struct pst_text text, struct pst_range *range, bool *has_printed,
                       struct pst_rational *printed)
{
  struct plain plain;

  if (is_plain(digits))
    return pst_range_parse(exact, text, range, has_printed, printed);
  return write_plain(digits, text, &plain)
         && pst_range_parse(exact, (struct pst_text){.data = plain.text, .size = plain.size}, range,
                            has_printed, printed);
}

bool pst_digits_range(const struct pst_digits *digits, struct pst_exact *exact,
                      struct pst_text text, struct pst_range *range, bool *has_printed,
                      struct pst_rational *printed)
{
  if (read_range(digits, exact, text, range, has_printed, printed))
    return true;
  *has_printed = false;
  return digits->said && pst_digits_said(digits, exact, text, range);
}
