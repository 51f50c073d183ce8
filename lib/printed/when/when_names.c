/* when_names.c -- names of quarters and halves of a year in the languages that agencies publish in, and Roman numbers. */
#include <string.h>
#include <strings.h>

#include "printed/when/when_parts.h"

/* TEXT, whatever the case of its ASCII letters. */
static bool take_word(struct pst_cursor *c, const char *text)
{
  size_t size = strlen(text);

  if ((size_t)(c->end - c->at) < size || strncasecmp(c->at, text, size) != 0)
    return false;
  c->at += size;
  return true;
}

int pst_when_roman(struct pst_cursor *c)
{
  /* The longest first of those that begin alike. */
  static const char *const numbers[] = {"III", "II", "IV", "IX",  "I",  "VIII",
                                        "VII", "VI", "V",  "XII", "XI", "X"};
  static const int values[] = {3, 2, 4, 9, 1, 8, 7, 6, 5, 12, 11, 10};

  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    struct pst_cursor try = *c;

    if (!pst_cursor_take(&try, numbers[i])
        || (!pst_cursor_done(&try) && pst_when_is_letter(*try.at)))
      continue;
    *c = try;
    return values[i];
  }
  return -1;
}

static void step_over_mark(struct pst_cursor *c)
{
  pst_cursor_take(c, ".");
  if (!pst_cursor_take(c, "-") && !pst_cursor_take(c, "/"))
    pst_cursor_blanks(c);
}

bool pst_when_roman_part(struct pst_text text, int *year, int *n)
{
  struct pst_cursor c = {text.data, text.data + text.size};

  *year = pst_cursor_number(&c, 4);
  if (pst_when_good_year(*year)) {
    step_over_mark(&c);
    *n = pst_when_roman(&c);
  } else {
    c = (struct pst_cursor){text.data, text.data + text.size};
    *n = pst_when_roman(&c);
    step_over_mark(&c);
    *year = *n > 0 ? pst_cursor_number(&c, 4) : -1;
  }
  return *n > 0 && pst_when_good_year(*year) && pst_cursor_done(&c);
}

/* `II trimestre`, `II. Quartal`, `Trim II`, `Trim. 2`. */
static int roman_quarter(struct pst_cursor *c)
{
  static const char *const behind[] = {" trimestre",
                                       " trim.",
                                       " trim",
                                       " Quartal",
                                       ". Quartal",
                                       " quarter",
                                       " kwarta\u0142",
                                       " kw.",
                                       " kvartal",
                                       " \u043A\u0432\u0430\u0440\u0442\u0430\u043B",
                                       " \u043A\u0432.",
                                       " \u03C4\u03C1\u03AF\u03BC\u03B7\u03BD\u03BF",
                                       " \u00E7eyrek",
                                       ". \u010Dtvrtlet\u00ED",
                                       " \u010Dtvrtlet\u00ED"},
                           *const before[] = {"trimestre ", "trim. ",        "trim ",   "Quartal ",
                                              "quarter ",   "kwarta\u0142 ", "kvartal "};
  int n;

  for (size_t i = 0; i < sizeof before / sizeof *before; i++)
    if (take_word(c, before[i])) {
      n = pst_when_roman(c);
      n = n > 0 ? n : pst_cursor_number(c, 1);
      return n >= 1 && n <= 4 && (pst_cursor_done(c) || !pst_when_is_letter(*c->at)) ? n : -1;
    }
  n = pst_when_roman(c);

  for (size_t i = 0; i < sizeof behind / sizeof *behind && n >= 1 && n <= 4; i++)
    if (take_word(c, behind[i]))
      return n;
  return -1;
}

/* `Jan-Mar`, `April to June`: three months from the first of a quarter on. */
static int quarter_of_months(struct pst_cursor *c)
{
  static const char *const between[] = {" to ", " - ", "-", "\u2013", " \u2013 "};
  int first = pst_when_month_name(c);

  for (size_t i = 0; i < sizeof between / sizeof *between && first > 0; i++)
    if (pst_cursor_take(c, between[i]))
      return first % 3 == 1 && pst_when_month_name(c) == first + 2 ? first / 3 + 1 : -1;
  return -1;
}

/* `1. Quartal`, `1. Vierteljahr`, `Q1`, `1st quarter`, `1er trimestre`. */
int pst_when_quarter_name(struct pst_cursor *c)
{
  static const char *const behind[] = {". Quartal",
                                       ". Vierteljahr",
                                       "st quarter",
                                       ".Q.",
                                       ". Q.",
                                       ". Q",
                                       ".Q",
                                       "nd quarter",
                                       "rd quarter",
                                       "th quarter",
                                       "er trimestre",
                                       "e trimestre",
                                       "e kwartaal",
                                       "\u00BA trimestre",
                                       "\u00B0 trimestre",
                                       ". kvartal",
                                       " kvartal",
                                       ". kv.",
                                       ". \u010Dtvrtlet\u00ED",
                                       ". negyed\u00E9v",
                                       ". Vj.",
                                       ". trimestre",
                                       " trimestre",
                                       "\u00BA trim.",
                                       "\u00BA trim",
                                       "er trim.",
                                       "e trim.",
                                       " trim.",
                                       " trim",
                                       "\uBD84\uAE30",
                                       "/4\uBD84\uAE30",
                                       "/4",
                                       " \u043A\u0432\u0430\u0440\u0442\u0430\u043B",
                                       "-\u0439 \u043A\u0432\u0430\u0440\u0442\u0430\u043B",
                                       " \u043A\u0432.",
                                       ". \u00E7eyrek",
                                       " ketvirtis",
                                       ". ceturksnis",
                                       ". kvartal\u0131",
                                       "o trimestre",
                                       "r trimestre",
                                       "\u56DB\u534A\u671F",
                                       "\u5B63\u5EA6",
                                       "\u03BF \u03C4\u03C1\u03AF\u03BC\u03B7\u03BD\u03BF"};
  static const char *const before[] = {"Qtr ", "Qtr. ", "Qtr", "Quarter ", "\u7B2C", NULL};
  struct pst_cursor try = *c;
  int n = pst_cursor_take(&try, "Q") ? pst_cursor_number(&try, 1) : -1;

  if (n >= 1 && n <= 4) {
    *c = try;
    return n;
  }
  for (size_t i = 0; before[i] != NULL; i++) {
    try = *c;
    if (!take_word(&try, before[i]) || (n = pst_cursor_number(&try, 1)) < 1 || n > 4)
      continue;
    /* 第1四半期, 第1季度 */
    if ((unsigned char)*before[i] >= 0x80 && !take_word(&try, "\u56DB\u534A\u671F")
        && !take_word(&try, "\u5B63\u5EA6"))
      continue;
    *c = try;
    return n;
  }
  for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
    try = *c;
    n = pst_cursor_number(&try, 1);
    if (n >= 1 && n <= 4 && take_word(&try, behind[i])
        && (pst_cursor_done(&try) || *try.at == ' '
            || (!pst_when_is_letter(*try.at) && try.at[-1] != '4')) /* 1/4/2019 is a day */) {
      *c = try;
      return n;
    }
  }
  try = *c;
  n = roman_quarter(&try);
  if (n < 1) {
    try = *c;
    n = quarter_of_months(&try);
  }
  if (n > 0)
    *c = try;
  return n;
}

/* TEXT behind the number of a half, or before it. */
static const char *const half_behind[] = {
    ". Halbjahr",
    ".Halbjahr",
    ". Hj.",
    ". Hj",
    "er semestre",
    "e semestre",
    "\u00BA semestre",
    "\u00B0 semestre",
    "o semestre",
    "r semestre",
    "st half",
    "nd half",
    " semestre",
    "er sem.",
    "\u00BA sem.",
    " sem.",
    ". pololet\u00ED",
    ". polletje",
    ". polugodi\u0161te",
    ". p\u00F3\u0142rocze",
    " p\u00F3\u0142rocze",
    ". f\u00E9l\u00E9v",
    ". halv\u00E5r",
    " halv\u00E5r",
    "e halfjaar",
    ". yar\u0131y\u0131l",
    " \u043F\u043E\u043B\u0443\u0433\u043E\u0434\u0438\u0435"};
static const char *const half_before[] = {"Halbjahr ", "semestre ", "semester ", "half "};
static const char *const halves[][2] = {{"first half", "second half"},
                                        {"\u4E0A\u534A\u5E74", "\u4E0B\u534A\u5E74"},
                                        {"\u4E0A\u671F", "\u4E0B\u671F"},
                                        {"\uC0C1\uBC18\uAE30", "\uD558\uBC18\uAE30"}};

/* 1 or 2, or I or II. */
static int number_of_half(struct pst_cursor *c)
{
  int n = pst_cursor_number(c, 1);

  n = n < 0 ? pst_when_roman(c) : n;
  return n == 1 || n == 2 ? n : -1;
}

int pst_when_half_name(struct pst_cursor *c)
{
  struct pst_cursor try = *c;
  int n = number_of_half(&try);

  for (size_t i = 0; i < sizeof half_behind / sizeof *half_behind && n > 0; i++)
    if (take_word(&try, half_behind[i])) {
      *c = try;
      return n;
    }
  for (size_t i = 0; i < sizeof half_before / sizeof *half_before; i++) {
    try = *c;
    if (take_word(&try, half_before[i]) && (n = number_of_half(&try)) > 0) {
      *c = try;
      return n;
    }
  }
  for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
    for (n = 1; n <= 2; n++)
      if (take_word(c, halves[i][n - 1]))
        return n;
  return -1;
}

/* `15-Jan` */
static bool year_and_month(struct pst_cursor c, int *month, int *year)
{
  *year = pst_when_long_year(pst_cursor_number(&c, 2));
  if (*year < 0 || !pst_cursor_take(&c, "-"))
    return false;
  *month = pst_when_month_name(&c);
  return *month > 0 && pst_cursor_done(&c);
}

bool pst_when_short_year(struct pst_cursor *c, int *month, int *year)
{
  if (year_and_month(*c, month, year))
    return true;
  *month = pst_when_month_name(c);
  if (*month < 1
      || !(c->at[-1] == '.' || pst_cursor_take(c, "-") || pst_cursor_take(c, "'")
           || pst_cursor_take(c, " ") || pst_cursor_take(c, "/")))
    return false;
  pst_cursor_take(c, "'");
  *year = pst_when_long_year(pst_cursor_number(c, 2));
  return *year > 0 && pst_cursor_done(c);
}
