/* fuzz_number.c -- any bytes as a cell: numbers as strtod reads them, and nothing else; bounds that
   print and read back the same; periods in their range.

   The first byte chooses the decimal mark and the thousands separator. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "decimals.h"
#include "interval/bounded.h"
#include "interval/period/period.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool good)
{
  if (!good)
    abort();
}

/* [+-] digits [. digits] [e [+-] digits], with a digit before the e; 1e-9999999999 is a slip, and no 0. */
static bool is_decimal(const char *text)
{
  size_t whole, fraction = 0;

  text += *text == '+' || *text == '-';
  whole = strspn(text, "0123456789");
  text += whole;
  if (*text == '.') {
    fraction = strspn(++text, "0123456789");
    text += fraction;
  }
  if (whole + fraction == 0)
    return false;
  if (*text != 'e' && *text != 'E')
    return *text == '\0';
  text++;
  text += *text == '+' || *text == '-';
  while (text[0] == '0' && text[1] != '\0')
    text++;
  return *text != '\0' && strlen(text) <= 9 && text[strspn(text, "0123456789")] == '\0';
}

/* With the minus of typographers written as the one of C. */
static void check_plain(const char *text)
{
  static const char minus[] = "\xe2\x88\x92";
  char *plain = strdup(text);
  double value;

  require(plain != NULL);
  if (strncmp(text, minus, 3) == 0) {
    plain[0] = '-';
    strcpy(plain + 1, text + 3);
  }
  if (is_decimal(plain)) {
    double want = strtod(plain, NULL);
    bool read = pst_number_parse(pst_text_of(text), NULL, &value, NULL);

    require(isfinite(want) ? read && memcmp(&value, &want, sizeof want) == 0 : !read);
  } else {
    require(!pst_number_parse(pst_text_of(text), NULL, &value, NULL));
  }
  free(plain);
}

/* A number in another style is the same number without separators and with a point. */
static void check_styled(const char *text, const struct pst_number_style *style)
{
  char *plain = malloc(strlen(text) + 1);
  size_t n = 0;
  int decimals = -1, plain_decimals = -1;
  double value, want;

  require(plain != NULL);
  for (size_t i = 0; text[i] != '\0'; i++)
    if (text[i] != style->thousands || style->thousands == '\0')
      plain[n++] = text[i] == style->decimal && style->decimal != '\0' ? '.' : text[i];
  plain[n] = '\0';
  if (pst_number_parse(pst_text_of(text), style, &value, &decimals))
    require(pst_number_parse(pst_text_of(plain), NULL, &want, &plain_decimals) && decimals >= 0
            && decimals == plain_decimals && memcmp(&value, &want, sizeof want) == 0);
  free(plain);
}

static void check_bounds(const char *text, const struct pst_number_style *style)
{
  struct pst_bounds bounds, back;
  char printed[PST_BOUNDS_SIZE];

  if (!pst_bounds_parse(pst_text_of(text), style, &bounds))
    return;
  require(bounds.low <= bounds.high);
  require(bounds.low < bounds.high || (!bounds.low_open && !bounds.high_open));
  if (bounds.low == bounds.high || (isinf(bounds.low) && isinf(bounds.high)))
    return;
  pst_bounds_print(printed, &bounds);
  require(pst_bounds_parse(pst_text_of(printed), NULL, &back) && back.low == bounds.low
          && back.high == bounds.high && back.low_open == bounds.low_open
          && back.high_open == bounds.high_open);
}

static void check_period(const char *text)
{
  enum pst_period_kind kind = PST_PERIOD_NONE;
  double value = NAN;

  if (pst_period_parse(pst_text_of(text), &kind, &value))
    require(kind != PST_PERIOD_NONE && value >= 1 && value < 10000);
  else
    require(kind == PST_PERIOD_NONE && isnan(value));
  if (kind == PST_PERIOD_YEAR)
    require(value == strtod(text, NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const struct pst_number_style styles[] = {{'\0', '\0'}, {',', '\0'}, {',', '.'},
                                                   {'.', ','},   {',', ' '},  {'.', '\''}};
  const struct pst_number_style *style;
  char *text;

  if (size == 0 || memchr(data + 1, '\0', size - 1) != NULL)
    return 0;
  style = &styles[data[0] % (sizeof styles / sizeof *styles)];
  text = malloc(size);
  require(text != NULL);
  memcpy(text, data + 1, size - 1);
  text[size - 1] = '\0';
  check_plain(text);
  check_styled(text, style);
  check_bounds(text, style);
  check_period(text);
  free(text);
  return 0;
}
