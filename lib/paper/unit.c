/* unit.c -- what stands around the digits of a number: scale, per cent, points, currency. */
#include <string.h>
#include <strings.h>

#include "paper/parts.h"

static const struct {
  const char *word;
  int power;
} scales[] = {{"thousand", 3}, {"million", 6},  {"billion", 9}, {"trillion", 12},
              {"mn", 6},       {"mln", 6},      {"bn", 9},      {"tn", 12},
              {"millions", 6}, {"billions", 9}, {"m", 6},       {"k", 3}};

static const struct {
  const char *word;
  char code[4];
} currencies[] = {{"yen", "JPY"},      {"JPY", "JPY"},          {"dollars", "USD"},
                  {"dollar", "USD"},   {"USD", "USD"},          {"US$", "USD"},
                  {"$", "USD"},        {"euros", "EUR"},        {"euro", "EUR"},
                  {"EUR", "EUR"},      {"\xE2\x82\xAC", "EUR"}, {"pounds", "GBP"},
                  {"pound", "GBP"},    {"GBP", "GBP"},          {"\xC2\xA3", "GBP"},
                  {"\xC2\xA5", "JPY"}, {"won", "KRW"},          {"KRW", "KRW"},
                  {"yuan", "CNY"},     {"CNY", "CNY"},          {"francs", "CHF"},
                  {"CHF", "CHF"},      {"rupees", "INR"},       {"INR", "INR"}};

static bool is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static struct pst_text word_at(const struct pst_paper *paper, size_t at, size_t to)
{
  size_t end = at;

  while (end < to && is_letter(paper->text.data[end]))
    end++;
  return (struct pst_text){paper->text.data + at, end - at};
}

/* Behind blanks; a line may end among them, a paragraph not. */
static size_t skip_blanks(const struct pst_paper *paper, size_t at, size_t to)
{
  const char *data = paper->text.data;
  int lines = 0;

  while (at < to) {
    if (at + 1 < to && data[at] == '\xC2' && data[at + 1] == '\xA0')
      at += 2;
    else if (at + 2 < to
             && (memcmp(data + at, "\xE2\x80\xAF", 3) == 0
                 || memcmp(data + at, "\xE2\x80\x89", 3) == 0))
      at += 3;
    else if (data[at] == ' ' || data[at] == '\r' || (data[at] == '\n' && lines++ == 0))
      at++;
    else
      break;
  }
  return at;
}

static bool is_word(struct pst_text word, const char *what)
{
  return word.size == strlen(what) && strncasecmp(word.data, what, word.size) == 0;
}

/* "point", "points": the end of it, or AT. */
static size_t points_behind(const struct pst_paper *paper, size_t at, size_t to)
{
  size_t from = skip_blanks(paper, at, to);
  struct pst_text word;

  if (from < to && paper->text.data[from] == '-')
    from++;
  word = word_at(paper, from, to);
  return is_word(word, "point") || is_word(word, "points") ? from + word.size : at;
}

static size_t per_cent(const struct pst_paper *paper, size_t at, size_t to,
                       struct pst_mention *mention)
{
  size_t end = points_behind(paper, at, to);

  mention->unit = end > at ? PST_PAPER_POINTS : PST_PAPER_PERCENT;
  return end;
}

/* The sign, with p behind it or "points". */
static size_t sign_of_per_cent(const struct pst_paper *paper, size_t at, size_t to,
                               struct pst_mention *mention)
{
  const char *data = paper->text.data;

  at++;
  if (at < to && data[at] == 'p' && (at + 1 == to || !is_letter(data[at + 1]))) {
    mention->unit = PST_PAPER_POINTS;
    return at + 1;
  }
  return per_cent(paper, at, to, mention);
}

static size_t word_of_unit(const struct pst_paper *paper, size_t at, size_t to,
                           struct pst_mention *mention)
{
  struct pst_text word = word_at(paper, at, to);
  size_t end = at + word.size;

  if (is_word(word, "percent") || is_word(word, "pct"))
    return per_cent(paper, end, to, mention);
  if (is_word(word, "per")) {
    size_t next = skip_blanks(paper, end, to);

    word = word_at(paper, next, to);
    return is_word(word, "cent") ? per_cent(paper, next + 4, to, mention) : at;
  }
  if (is_word(word, "pp") || is_word(word, "ppt") || is_word(word, "ppts")) {
    mention->unit = PST_PAPER_POINTS;
    return end;
  }
  if (is_word(word, "percentage") && points_behind(paper, end, to) > end) {
    mention->unit = PST_PAPER_POINTS;
    return points_behind(paper, end, to);
  }
  if ((is_word(word, "basis") && points_behind(paper, end, to) > end) || is_word(word, "bps")) {
    mention->unit = PST_PAPER_POINTS;
    mention->scale = PST_PAPER_BASIS;
    return is_word(word, "bps") ? end : points_behind(paper, end, to);
  }
  if (is_word(word, "points") || is_word(word, "point")) {
    mention->unit = PST_PAPER_POINTS;
    mention->loose_points = true;
    return end;
  }
  return at;
}

static size_t scale_of(const struct pst_paper *paper, size_t at, size_t to, bool glued,
                       struct pst_mention *mention)
{
  struct pst_text word = word_at(paper, at, to);

  for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
    if (is_word(word, scales[i].word)
        && (word.size > 1 || (glued && mention->unit == PST_PAPER_MONEY))) {
      mention->scale = scales[i].power;
      return at + word.size;
    }
  return at;
}

static size_t currency_behind(const struct pst_paper *paper, size_t at, size_t to,
                              struct pst_mention *mention)
{
  size_t from = at;
  struct pst_text word;

  if (to - at >= 3 && strncmp(paper->text.data + at, "US ", 3) == 0)
    from += 3;
  else if (to - at >= 5 && strncmp(paper->text.data + at, "U.S. ", 5) == 0)
    from += 5;
  word = word_at(paper, from, to);
  for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++) {
    size_t size = strlen(currencies[i].word);
    bool same = word.size > 0
                    ? word.size == size && memcmp(word.data, currencies[i].word, size) == 0
                    : to - from >= size && !is_letter(currencies[i].word[0])
                          && memcmp(paper->text.data + from, currencies[i].word, size) == 0;

    if (!same)
      continue;
    mention->unit = PST_PAPER_MONEY;
    memcpy(mention->currency, currencies[i].code, 4);
    return from + size;
  }
  return at;
}

size_t pst_paper_unit_behind(const struct pst_paper *paper, size_t at, size_t to,
                             struct pst_mention *mention)
{
  size_t from = skip_blanks(paper, at, to), end;

  if (from < to && paper->text.data[from] == '-' && from == at && from + 1 < to
      && is_letter(paper->text.data[from + 1]))
    from++; /* a 12-percent rise */
  if (from < to && paper->text.data[from] == '%')
    return sign_of_per_cent(paper, from, to, mention);
  end = word_of_unit(paper, from, to, mention);
  if (end > from)
    return end;
  end = scale_of(paper, from, to, from == at, mention);
  if (end > from) {
    at = end;
    from = skip_blanks(paper, end, to);
  }
  if (mention->unit == PST_PAPER_MONEY)
    return at;
  end = currency_behind(paper, from, to, mention);
  return end > from ? end : at;
}

size_t pst_paper_currency_before(const struct pst_paper *paper, size_t from, size_t at,
                                 char currency[4])
{
  size_t end = at;

  while (end > from && (paper->text.data[end - 1] == ' ' || paper->text.data[end - 1] == '\n')
         && at - end < 2)
    end--;
  for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++) {
    size_t size = strlen(currencies[i].word);
    bool is_code = is_letter(currencies[i].word[0]) && currencies[i].word[size - 1] != '$';

    if (end - from < size || memcmp(paper->text.data + end - size, currencies[i].word, size) != 0)
      continue;
    if (is_code
        && (size != 3 || currencies[i].word[0] >= 'a'
            || (end - size > from && is_letter(paper->text.data[end - size - 1]))))
      continue;
    memcpy(currency, currencies[i].code, 4);
    return end - size;
  }
  return at;
}
