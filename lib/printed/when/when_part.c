/* when_part.c -- parts of a year that stands elsewhere. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"
#include "interval/period/period_step.h"
#include "printed/plain.h"
#include "printed/when/when_parts.h"
#include "printed/words.h"

static bool put(char letter, int n, int most, char part[16])
{
  if (n < 1 || n > most + (letter != 'M' || most == 12))
    return false;
  part[0] = '\0';
  if (n <= most && letter == 'M')
    snprintf(part, 16, "-%02d", n);
  else if (n <= most)
    snprintf(part, 16, "-%c%d", letter, n);
  return true;
}

static bool take_letter(struct pst_cursor *c)
{
  static const char *const letters[] = {"Q", "q", "T", "t", "Kv", "kv", "K", "k"};

  for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
    if (pst_cursor_take(c, letters[i]))
      return true;
  return false;
}

/* `T1`, `K1`, `1T`, `1.Q`: trimestre, kvartal, quarter, in a column that is called so. */
static bool lettered_quarter(struct pst_cursor c, char part[16])
{
  bool before = take_letter(&c);
  int n;

  if (before)
    pst_cursor_take(&c, ".");
  n = pst_cursor_number(&c, 1);
  if (n > 0 && !before) {
    pst_cursor_take(&c, ".");
    before = take_letter(&c);
    pst_cursor_take(&c, ".");
  }
  return before && pst_cursor_done(&c) && n <= 4 && put('Q', n, 4, part);
}

/* `M01`, `Q04`, `S02`, as the Bureau of Labor Statistics writes; one more than there are is the mean
   of the year.  Bare numbers where KIND says what they are. */
static bool numbered(struct pst_cursor c, char kind, char part[16])
{
  char letter = pst_cursor_done(&c) ? '\0' : *c.at;
  int n;

  if (kind == 'T' || kind == 'S') {
    n = pst_cursor_take(&c, kind == 'T' ? "T" : "S") ? pst_cursor_number(&c, 1) : -1;
    return pst_cursor_done(&c) && n <= (kind == 'T' ? 4 : 2)
           && put(kind == 'T' ? 'Q' : 'S', n, kind == 'T' ? 4 : 2, part);
  }
  if (kind == 'Q' && lettered_quarter(c, part))
    return true;
  if (letter == 'M' || letter == 'Q' || letter == 'S' || letter == 'A') {
    c.at++;
    n = letter == 'M' ? pst_cursor_small(&c) : pst_cursor_number(&c, 2);
    if (!pst_cursor_done(&c))
      return false;
    part[0] = '\0';
    return letter == 'A' ? n == 1
                         : put(letter, n,
                               letter == 'M'   ? 12
                               : letter == 'Q' ? 4
                                               : 2,
                               part);
  }
  if (kind == '\0' || kind == 'C')
    return false;
  if (kind == 'W') {
    n = pst_cursor_small(&c);
    if (!pst_cursor_done(&c) || n < 1 || n > 53)
      return false;
    snprintf(part, 16, "-W%02d", n);
    return true;
  }
  if (kind == 'R')
    return (n = pst_when_roman(&c)) > 0 && n <= 4 && pst_cursor_done(&c) && put('Q', n, 4, part);
  n = pst_when_roman(&c);
  n = n > 0 ? n : pst_cursor_small(&c);
  return n > 0 && pst_cursor_done(&c) && n <= (kind == 'M' ? 12 : 4)
         && put(kind, n, kind == 'M' ? 12 : 4, part);
}

/* `HALF1` of the Bureau of Labor Statistics, `H2` */
static bool half(struct pst_cursor c, char part[16])
{
  int n = pst_cursor_take(&c, "HALF") || pst_cursor_take(&c, "H") ? pst_cursor_number(&c, 1) : -1;

  return pst_cursor_done(&c) && put('S', n, 2, part) && part[0] != '\0';
}

/* `Week 1`, `KW 12`, `W05` */
static bool week(struct pst_text text, char part[16])
{
  static const char *const words[] = {"Week ",    "Wk ",     "KW ",  "KW",    "W",
                                      "Semaine ", "Semana ", "Uke ", "Vecka "};
  struct pst_cursor c = {text.data, text.data + text.size};
  int n = -1;

  for (size_t i = 0; i < sizeof words / sizeof *words && n < 0; i++)
    if (text.size > strlen(words[i]) && strncasecmp(text.data, words[i], strlen(words[i])) == 0) {
      c.at = text.data + strlen(words[i]);
      n = pst_cursor_small(&c);
    }
  if (n < 1 || n > 53 || !pst_cursor_done(&c))
    return false;
  snprintf(part, 16, "-W%02d", n);
  return true;
}

bool pst_when_part(struct pst_text cell, char kind, char part[16])
{
  char buffer[PST_PLAIN_SIZE];
  struct pst_text text = pst_plain(cell, buffer);
  struct pst_cursor c;
  int n;

  if (text.data == NULL)
    return false;
  c = (struct pst_cursor){text.data, text.data + text.size};
  if (numbered(c, kind, part) || half(c, part))
    return true;
  n = pst_when_month_name(&c);
  if (n > 0 && pst_cursor_done(&c)) {
    snprintf(part, 16, "-%02d", kind == 'C' && pst_when_is_listopad(text) ? 10 : n);
    return true;
  }
  c = (struct pst_cursor){text.data, text.data + text.size};
  n = pst_when_quarter_name(&c);
  if (n > 0 && pst_cursor_done(&c)) {
    snprintf(part, 16, "-Q%d", n);
    return true;
  }
  c = (struct pst_cursor){text.data, text.data + text.size};
  n = pst_when_half_name(&c);
  if (n > 0 && pst_cursor_done(&c))
    snprintf(part, 16, "-S%d", n);
  return (n > 0 && pst_cursor_done(&c)) || week(text, part);
}

bool pst_when_is_whole(struct pst_text cell)
{
  static const char *const words[] = {"year",
                                      "annual",
                                      "annual total",
                                      "annual average",
                                      "annual mean",
                                      "yearly",
                                      "whole year",
                                      "full year",
                                      "year total",
                                      "year average",
                                      "calendar year",
                                      "total",
                                      "average",
                                      "mean",
                                      "avg",
                                      "yr",
                                      "jahr",
                                      "gesamtjahr",
                                      "jahressumme",
                                      "jahresmittel",
                                      "jahresdurchschnitt",
                                      "insgesamt",
                                      "gesamt",
                                      "ann\u00E9e",
                                      "annee",
                                      "annuel",
                                      "moyenne",
                                      "moyenne annuelle",
                                      "ensemble",
                                      "a\u00F1o",
                                      "anual",
                                      "promedio",
                                      "media",
                                      "ano",
                                      "anno",
                                      "annuale",
                                      "totale",
                                      "totaal",
                                      "jaar",
                                      "gemiddeld",
                                      "rok",
                                      "\u0433\u043E\u0434",
                                      "\u5E74",
                                      "\u5E74\u8A08",
                                      "\u5E74\u9593",
                                      "\u5168\u5E74",
                                      "\u5408\u8A08",
                                      "\u8A08",
                                      "\u5E74\u5E73\u5747",
                                      "\u5E73\u5747",
                                      "\uC5F0\uAC04",
                                      "\uD569\uACC4",
                                      NULL};
  char buffer[PST_PLAIN_SIZE];
  struct pst_text text = pst_plain(cell, buffer);

  for (size_t i = 0; text.data != NULL && words[i] != NULL; i++)
    if (strlen(words[i]) == text.size && strncasecmp(words[i], text.data, text.size) == 0)
      return true;
  return false;
}

/* --- beside its year ----------------------------------------------------------------------------- */

/* 1 to 12, alone; 0 for anything else. */
static int bare_number(struct pst_text text)
{
  double value;

  return pst_number_parse(text, NULL, &value, NULL) && value >= 1 && value <= 12
                 && value == floor(value)
             ? (int)value
             : 0;
}

char pst_when_parts_are(const char *name, const struct pst_text *cells, size_t n)
{
  if (pst_words_quarter(name))
    return 'Q';
  if (pst_words_month(name))
    return 'M';
  for (size_t i = 0; i < n; i++)
    if (bare_number(cells[i]) > 4)
      return 'M';
  return '\0';
}

enum pst_when_pair pst_when_read_pair(struct pst_text year, struct pst_text part, char kind,
                                      char when[PST_WHEN_SIZE])
{
  char plain[PST_PERIOD_SIZE], behind[16] = "";
  enum pst_period_kind is = PST_PERIOD_NONE;

  when[0] = '\0';
  if (!pst_period_respell(year, plain) || !pst_period_parse(pst_text_of(plain), &is, NULL)
      || is != PST_PERIOD_YEAR)
    return PST_WHEN_NO_YEAR;
  if (!pst_when_part(part, kind, behind) && !pst_when_is_whole(part))
    return kind == '\0' && bare_number(part) > 0 ? PST_WHEN_EITHER_PART : PST_WHEN_NO_PART;
  if (behind[0] != '\0')
    snprintf(when, PST_WHEN_SIZE, "%.8s%s", plain, behind);
  return PST_WHEN_PAIR;
}
