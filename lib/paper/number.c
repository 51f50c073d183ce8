/* number.c -- a number of a text: its digits, and whether it is a number of its own. */
#include <string.h>

#include "paper/parts.h"

enum { LOOK_MOST = 200, DIGITS_MOST = 30 };

static char at_byte(const struct pst_paper *paper, size_t at)
{
  return at < paper->text.size ? paper->text.data[at] : '\0';
}

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static size_t skip_digits(const struct pst_paper *paper, size_t at)
{
  while (is_digit(at_byte(paper, at)))
    at++;
  return at;
}

/* The bytes of a mark between thousands at AT: a comma, a blank that does not break; 0 for none. */
static size_t group_mark(const struct pst_paper *paper, size_t at)
{
  const char *data = paper->text.data + at;
  size_t left = paper->text.size - at;

  if (left > 0 && data[0] == ',')
    return 1;
  if (left > 1 && data[0] == '\xC2' && data[1] == '\xA0')
    return 2;
  return left > 2 && (memcmp(data, "\xE2\x80\xAF", 3) == 0 || memcmp(data, "\xE2\x80\x89", 3) == 0)
             ? 3
             : 0;
}

/* Up to TO: behind that the next cell of a table may stand. */
static size_t skip_groups(const struct pst_paper *paper, size_t at, size_t to, bool *grouped)
{
  size_t end = skip_digits(paper, at), mark;

  if (end - at > 3 || end == at)
    return end;
  if (paper->blank_groups && pst_paper_blank_groups(paper->text, at) > 0
      && end + 4 * pst_paper_blank_groups(paper->text, at) <= to) {
    *grouped = true;
    return end + 4 * pst_paper_blank_groups(paper->text, at);
  }
  while ((mark = group_mark(paper, end)) > 0 && end + mark + 3 <= to
         && skip_digits(paper, end + mark) == end + mark + 3) {
    end += mark + 3;
    *grouped = true;
  }
  return end;
}

static size_t chain_end(const struct pst_paper *paper, size_t at)
{
  while (is_digit(at_byte(paper, at)) || is_letter(at_byte(paper, at))
         || (at < paper->text.size && strchr(".,/:-", at_byte(paper, at)) != NULL
             && is_digit(at_byte(paper, at + 1))))
    at++;
  return at;
}

/* 2.1.3, 3:45, 12/4/2007, 2007-04-12, 555-1234-99: no number. */
static bool is_chain(const struct pst_paper *paper, size_t end)
{
  char c = at_byte(paper, end);
  size_t next;

  if (!is_digit(at_byte(paper, end + 1)))
    return false;
  next = skip_digits(paper, end + 1);
  if (c == '.' || c == ':')
    return true;
  return (c == '/' || c == '-') && at_byte(paper, next) == c && is_digit(at_byte(paper, next + 1));
}

static bool in_address(const struct pst_paper *paper, size_t at)
{
  size_t from = at, to = at;
  const char *data = paper->text.data;

  while (from > 0 && at - from < LOOK_MOST && strchr(" \t\r\n", data[from - 1]) == NULL)
    from--;
  while (to < paper->text.size && to - at < LOOK_MOST && strchr(" \t\r\n", data[to]) == NULL)
    to++;
  for (; from < to; from++)
    if (data[from] == '@' || (to - from >= 3 && memcmp(data + from, "://", 3) == 0)
        || (to - from >= 4
            && (memcmp(data + from, "www.", 4) == 0 || memcmp(data + from, "doi:", 4) == 0
                || memcmp(data + from, "10.1", 4) == 0)
            && memchr(data + from, '/', to - from) != NULL))
      return true;
  return false;
}

/* st nd rd th, and no letter behind them. */
static size_t ordinal_end(const struct pst_paper *paper, size_t at)
{
  static const char *const endings[] = {"st", "nd", "rd", "th"};

  for (size_t i = 0; i < 4; i++)
    if (paper->text.size - at >= 2 && memcmp(paper->text.data + at, endings[i], 2) == 0
        && !is_letter(at_byte(paper, at + 2)) && !is_digit(at_byte(paper, at + 2)))
      return at + 2;
  return at;
}

static bool read_digits(struct pst_paper *paper, size_t at, size_t end, struct pst_mention *mention)
{
  char digits[DIGITS_MOST + 2];
  size_t size = 0;

  for (; at < end; at++) {
    char c = paper->text.data[at];

    if (!is_digit(c) && c != '.')
      continue;
    if (size == DIGITS_MOST)
      return false;
    if (size == 0 && c == '.')
      digits[size++] = '0';
    digits[size++] = c;
  }
  return pst_rational_parse(&paper->exact, (struct pst_text){digits, size}, &mention->value,
                            &mention->decimals);
}

static bool is_year(const struct pst_mention *mention, size_t digits)
{
  return digits == 4 && mention->decimals == 0 && !mention->grouped && !mention->has_sign
         && mention->unit == PST_PAPER_PLAIN && mention->scale == 0 && mention->value.n >= 1500
         && mention->value.n < 2200;
}

void pst_paper_printed(struct pst_paper *paper, struct pst_mention *mention)
{
  struct pst_exact *exact = &paper->exact;
  struct pst_rational step = pst_rational_power(exact, mention->scale - mention->decimals);
  struct pst_range range = pst_range_printed(exact, mention->value, step, PST_ROUND_HALF);

  if (mention->vague == PST_PAPER_ABOUT) { /* as `about` of claims files: 5 % to either side */
    struct pst_range five = {.low = {.value = pst_rational_divide(exact, pst_rational_whole(95),
                                                                  pst_rational_whole(100))},
                             .high = {.value = pst_rational_divide(exact, pst_rational_whole(105),
                                                                   pst_rational_whole(100))}};
    struct pst_range point = pst_range_point(mention->value);
    struct pst_range wide = pst_range_multiply(exact, &point, &five);

    range = pst_range_hull(&range, &wide);
  }
  if (mention->vague == PST_PAPER_OVER)
    range.high = (struct pst_limit){.kind = PST_LIMIT_OPEN, .infinite = 1};
  if (mention->vague == PST_PAPER_UNDER)
    range.low = (struct pst_limit){.kind = PST_LIMIT_OPEN, .infinite = -1};
  mention->range = range;
}

/* The sign before AT, when it is one: not the dash of 2001-2003. */
static size_t sign_before(const struct pst_paper *paper, size_t at, bool *negative)
{
  size_t from = at;
  char c = at > 0 ? paper->text.data[at - 1] : '\0';

  *negative = c == '-' || (at >= 3 && memcmp(paper->text.data + at - 3, "\xE2\x88\x92", 3) == 0);
  if (c == '+' || c == '-')
    from = at - 1;
  else if (*negative)
    from = at - 3;
  if (from < at && (from == 0 || strchr(" \t\n([=<>|,;", paper->text.data[from - 1]) != NULL))
    return from;
  *negative = false;
  return at;
}

static size_t number_end(struct pst_paper *paper, size_t at, size_t to, struct pst_mention *mention,
                         size_t *chain)
{
  size_t end = skip_groups(paper, at, to, &mention->grouped), decimals;

  if (at_byte(paper, end) == '.' && is_digit(at_byte(paper, end + 1))) {
    decimals = skip_digits(paper, end + 1);
    end = decimals;
  }
  *chain = chain_end(paper, at);
  if (is_chain(paper, end) || (end - at > DIGITS_MOST) || in_address(paper, at))
    return at;
  return end;
}

size_t pst_paper_number(struct pst_paper *paper, size_t at, size_t to, struct pst_mention *mention,
                        size_t *chain)
{
  size_t digits = at, end, behind;
  bool negative = false;

  *mention = (struct pst_mention){.at = at};
  end = number_end(paper, digits, to, mention, chain);
  if (end == at || end > to || !read_digits(paper, digits, end, mention))
    return at;
  mention->at = sign_before(paper, digits, &negative);
  mention->has_sign = mention->at < digits;
  behind = pst_paper_currency_before(paper, 0, mention->at, mention->currency);
  if (behind < mention->at) {
    mention->unit = PST_PAPER_MONEY;
    mention->at = sign_before(paper, behind, &negative);
  }
  behind = pst_paper_unit_behind(paper, end, to, mention);
  if (behind == end && ordinal_end(paper, end) > end) {
    mention->ordinal = true;
    behind = ordinal_end(paper, end);
  }
  if (behind == end && is_letter(at_byte(paper, end))) {
    *chain = chain_end(paper, end);
    return at; /* 1990s, 3D */
  }
  mention->year = is_year(mention, end - digits) && behind == end;
  mention->size = behind - mention->at;
  mention->value = pst_rational_multiply(&paper->exact, mention->value,
                                         pst_rational_power(&paper->exact, mention->scale));
  if (negative)
    mention->value = pst_rational_negate(&paper->exact, mention->value);
  pst_paper_printed(paper, mention);
  return behind;
}
