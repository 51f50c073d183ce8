/* when_words.c -- words beside a period that say how good its numbers are: `2019-20 (Actuals)`, `Budget 2020`, 2019年度予算. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "printed/when/when_parts.h"

enum { LETTERS = 3 }; /* of a word that needs no blank, or that may stand before its period */

static const char *const words[] = {
    /* English */
    "a", "accounts", "actual", "actuals", "adopted", "advance", "amended", "annualised",
    "annualized", "approved", "appropriated", "ave", "average", "avg", "b", "baseline", "be",
    "budget", "budgeted", "confirmed", "draft", "e", "enacted", "est", "estimate", "estimated",
    "estimates", "executed", "exp", "expected", "f", "fcst", "final", "first", "flash", "forecast",
    "forecasted", "forecasts", "interim", "latest", "main", "mean", "original", "outcome",
    "outcomes", "outlook", "outturn", "outturns", "p", "plan", "planned", "plans", "pr", "pre",
    "prel", "prelim", "preliminary", "proj", "projected", "projection", "projections", "proposal",
    "proposed", "prov", "provisional", "provisionals", "r", "re", "realised", "realized", "request",
    "requested", "rev", "revised", "revision", "s", "second", "supplementary", "target", "targets",
    "third", "tentative", "unaudited", "audited", "updated", "voted",
    /* German */
    "ansatz", "durchschnitt", "endg\u00FCltig", "entwurf", "gesch", "gesch\u00E4tzt", "haushalt",
    "haushaltsansatz", "haushaltsplan", "hochrechnung", "ist", "nachtrag", "plan", "planung",
    "planwert", "prognose", "prognosen", "rechnung", "revidiert", "sch\u00E4tzung",
    "sch\u00E4tzungen", "soll", "vorausberechnung", "voranschlag", "vorl", "vorl\u00E4ufig",
    "vorl\u00E4ufige", "vorl\u00E4ufiges", "zielwert",
    /* French */
    "actualis\u00E9", "approuv\u00E9", "budg\u00E9t\u00E9", "d\u00E9finitif", "d\u00E9finitive",
    "estim\u00E9", "estim\u00E9e", "estimation", "estimations", "ex\u00E9cut\u00E9",
    "ex\u00E9cution", "initial", "lfi", "lfr", "moyenne", "objectif", "pr\u00E9v", "pr\u00E9vision",
    "pr\u00E9visions", "pr\u00E9vu", "projet", "plf", "provisoire", "provisoires", "rectifi\u00E9",
    "r\u00E9alis\u00E9", "r\u00E9alis\u00E9e", "r\u00E9alisation", "r\u00E9alisations",
    "r\u00E9vis\u00E9", "r\u00E9vis\u00E9e", "semi-d\u00E9finitif", "vot\u00E9",
    /* Spanish, Portuguese, Italian */
    "aprobado", "aprovado", "avance", "consuntivo", "definitivo", "definitivos", "definitiva",
    "ejecutado", "ejecuci\u00F3n", "estimaci\u00F3n", "estimado", "estimada", "estimativa",
    "executado", "inicial", "media", "meta", "modificado", "or\u00E7ado", "or\u00E7amento",
    "preconsuntivo", "preliminar", "preliminare", "presupuestado", "presupuesto", "preventivo",
    "previsi\u00F3n", "previsione", "previsioni", "previs\u00E3o", "previsto", "prevista",
    "projetado", "pron\u00F3stico", "provisional", "provvisorio", "provvisori", "provisorio",
    "provis\u00F3rio", "proyecci\u00F3n", "proyectado", "realizado", "revisado", "rivisto", "stima",
    "stime", "stimato",
    /* Dutch, Swedish, Danish, Norwegian, Polish, Czech */
    "begroting", "budsjett", "budget", "definitief", "foreløpig", "forel\u00F8big",
    "forel\u00F8pig", "gemiddelde", "gerealiseerd", "nader", "plan", "planowane", "prelimin\u00E4r",
    "prognos", "prognoza", "raming", "realisatie", "realizacja", "regnskab", "regnskap",
    "rozpo\u010Det", "skute\u010Dnost", "szacunek", "utfall", "voorlopig", "voorlopige",
    "wykonanie"};

/* Behind a number or between such words: `1st`, `of`. */
static const char *const fillers[] = {"1st",  "2nd",     "3rd",   "4th",   "of",  "and",
                                      "de",   "del",     "di",    "du",    "des", "data",
                                      "only", "figures", "value", "values"};

/* Of scripts without blanks; the longer ones first. */
static const char *const parts[] = {"\u5F53\u521D\u4E88\u7B97\u984D",
                                    "\u5F53\u521D\u4E88\u7B97",
                                    "\u88DC\u6B63\u4E88\u7B97",
                                    "\u4E88\u7B97\u984D",
                                    "\u6C7A\u7B97\u984D",
                                    "\u5B9F\u7E3E\u5024",
                                    "\u901F\u5831\u5024",
                                    "\u78BA\u5831\u5024",
                                    "\u78BA\u5B9A\u5024",
                                    "\u66AB\u5B9A\u5024",
                                    "\u4E88\u6E2C\u5024",
                                    "\u63A8\u8A08\u5024",
                                    "\u76EE\u6A19\u5024",
                                    "\u8A08\u753B\u5024",
                                    "\u898B\u8FBC\u307F",
                                    "\u898B\u8FBC\u984D",
                                    "\u898B\u8FBC\u5024",
                                    "\u6982\u7B97\u8981\u6C42",
                                    "\u88DC\u6B63\u5F8C",
                                    "\u5B9F\u7E3E",
                                    "\u4E88\u7B97",
                                    "\u6C7A\u7B97",
                                    "\u898B\u8FBC",
                                    "\u5F53\u521D",
                                    "\u88DC\u6B63",
                                    "\u901F\u5831",
                                    "\u78BA\u5831",
                                    "\u78BA\u5B9A",
                                    "\u66AB\u5B9A",
                                    "\u4E88\u6E2C",
                                    "\u63A8\u8A08",
                                    "\u76EE\u6A19",
                                    "\u8A08\u753B",
                                    "\u9884\u7B97",
                                    "\u51B3\u7B97",
                                    "\u521D\u6B65",
                                    "\u9884\u8BA1",
                                    "\uC608\uC0B0",
                                    "\uACB0\uC0B0",
                                    "\uC7A0\uC815",
                                    "\uCD94\uC815",
                                    "\uC2E4\uC801",
                                    "\uC804\uB9DD",
                                    "\uD655\uC815",
                                    "\uD3C9\uADE0"};

static bool is_in(const char *data, size_t size, const char *const *list, size_t n)
{
  if (size > 1 && data[size - 1] == '.')
    size--;
  for (size_t i = 0; i < n; i++)
    if ((*list[i] | 0x20) == (*data | 0x20) && strlen(list[i]) == size
        && strncasecmp(list[i], data, size) == 0)
      return true;
  return false;
}

bool pst_when_is_word(struct pst_text text)
{
  return is_in(text.data, text.size, words, sizeof words / sizeof *words);
}

static bool is_mark(char c)
{
  return strchr(" _-:,;/&+", c) != NULL;
}

/* The size of the part that TEXT begins with, 0: none; _end: that it ends in. */
static size_t part_first(struct pst_text text)
{
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (text.size >= strlen(parts[i]) && memcmp(text.data, parts[i], strlen(parts[i])) == 0)
      return strlen(parts[i]);
  return 0;
}

static size_t part_last(struct pst_text text)
{
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    size_t size = strlen(parts[i]);

    if (text.size > size && memcmp(text.data + text.size - size, parts[i], size) == 0)
      return size;
  }
  return 0;
}

bool pst_when_are_words(struct pst_text text)
{
  size_t found = 0, size;

  while (text.size > 0) {
    if (is_mark(*text.data) || strchr("()[]", *text.data) != NULL) {
      size = 1;
    } else if ((unsigned char)*text.data >= 0xE0 && (size = part_first(text)) > 0) {
      found++;
    } else {
      for (size = 1; size < text.size && !is_mark(text.data[size])
                     && strchr("()[]", text.data[size]) == NULL;)
        size++;
      if (pst_when_is_word((struct pst_text){text.data, size}))
        found++;
      else if (!is_in(text.data, size, fillers, sizeof fillers / sizeof *fillers))
        return false;
    }
    text = (struct pst_text){text.data + size, text.size - size};
  }
  return found > 0;
}

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* What a period ends in, before a mark and words: a digit, or 年. */
static bool ends_period(char c)
{
  return is_digit(c) || (unsigned char)c >= 0x80;
}

size_t pst_when_before_words(struct pst_text text)
{
  size_t last = (unsigned char)text.data[text.size - 1] >= 0x80 ? part_last(text) : 0;

  if (last > 0)
    return text.size - last;
  if (is_digit(text.data[text.size - 1]))
    return text.size;
  for (size_t at = 5; at < text.size; at++) {
    struct pst_text rest = {text.data + at, text.size - at};
    size_t end = at;

    if (!is_mark(text.data[at - 1]) || is_mark(*rest.data))
      continue;
    while (end > 0 && is_mark(text.data[end - 1]))
      end--;
    if (end >= 4 && ends_period(text.data[end - 1]) && pst_when_are_words(rest)
        && (rest.size >= LETTERS || text.data[at - 1] == ' '))
      return end;
  }
  return text.size;
}

/* The size of the words that TEXT begins with, and of the marks behind them. */
static size_t first_words(struct pst_text text)
{
  size_t part = (unsigned char)*text.data >= 0xE0 ? part_first(text) : 0;

  while (part > 0 && part < text.size && is_mark(text.data[part]))
    part++;
  if (part > 0)
    return part;
  for (size_t at = text.size; at-- > LETTERS;) {
    size_t end = at;

    if (!is_mark(text.data[at]) || (at + 1 < text.size && is_mark(text.data[at + 1])))
      continue;
    while (end > 0 && is_mark(text.data[end - 1]))
      end--;
    if (end >= LETTERS && pst_when_are_words((struct pst_text){text.data, end}))
      return at + 1;
  }
  return 0;
}

struct pst_text pst_when_behind_words(struct pst_text text)
{
  size_t size = text.size > LETTERS + 4 && !is_digit(*text.data) ? first_words(text) : 0;

  if (size == 3 + 1 && strncasecmp(text.data, "est ", 4) == 0)
    size = 0; /* the east, in French */
  return (struct pst_text){text.data + size, text.size - size};
}
