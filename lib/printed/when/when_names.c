/* when_names.c -- names of months and quarters in the languages agencies publish in. */
#include <string.h>
#include <strings.h>

#include "printed/when/when_parts.h"

struct named {
  const char *name;
  int month;
};

static const struct named months[] = {{"January", 1},
                                      {"Januar", 1},
                                      {"janvier", 1},
                                      {"enero", 1},
                                      {"gennaio", 1},
                                      {"janeiro", 1},
                                      {"januari", 1},
                                      {"February", 2},
                                      {"Februar", 2},
                                      {"f\u00E9vrier", 2},
                                      {"febrero", 2},
                                      {"febbraio", 2},
                                      {"fevereiro", 2},
                                      {"februari", 2},
                                      {"March", 3},
                                      {"M\u00E4rz", 3},
                                      {"mars", 3},
                                      {"marzo", 3},
                                      {"mar\u00E7o", 3},
                                      {"maart", 3},
                                      {"marts", 3},
                                      {"April", 4},
                                      {"avril", 4},
                                      {"abril", 4},
                                      {"aprile", 4},
                                      {"May", 5},
                                      {"Mai", 5},
                                      {"mai", 5},
                                      {"mayo", 5},
                                      {"maggio", 5},
                                      {"maio", 5},
                                      {"maj", 5},
                                      {"mei", 5},
                                      {"June", 6},
                                      {"Juni", 6},
                                      {"juin", 6},
                                      {"junio", 6},
                                      {"giugno", 6},
                                      {"junho", 6},
                                      {"July", 7},
                                      {"Juli", 7},
                                      {"juillet", 7},
                                      {"julio", 7},
                                      {"luglio", 7},
                                      {"julho", 7},
                                      {"August", 8},
                                      {"ao\u00FBt", 8},
                                      {"agosto", 8},
                                      {"augusti", 8},
                                      {"augustus", 8},
                                      {"September", 9},
                                      {"septembre", 9},
                                      {"septiembre", 9},
                                      {"settembre", 9},
                                      {"setembro", 9},
                                      {"October", 10},
                                      {"Oktober", 10},
                                      {"octobre", 10},
                                      {"octubre", 10},
                                      {"ottobre", 10},
                                      {"outubro", 10},
                                      {"November", 11},
                                      {"novembre", 11},
                                      {"noviembre", 11},
                                      {"novembro", 11},
                                      {"December", 12},
                                      {"Dezember", 12},
                                      {"d\u00E9cembre", 12},
                                      {"diciembre", 12},
                                      {"dicembre", 12},
                                      {"dezembro", 12},
                                      {"desember", 12},
                                      {"Jan", 1},
                                      {"Feb", 2},
                                      {"Mar", 3},
                                      {"Apr", 4},
                                      {"Jun", 6},
                                      {"Jul", 7},
                                      {"Aug", 8},
                                      {"Sep", 9},
                                      {"Sept", 9},
                                      {"Oct", 10},
                                      {"Okt", 10},
                                      {"Nov", 11},
                                      {"Dec", 12},
                                      {"Dez", 12},
                                      {"janv", 1},
                                      {"f\u00E9vr", 2},
                                      {"avr", 4},
                                      {"juil", 7},
                                      {"d\u00E9c", 12},
                                      {"M\u00E4r", 3},
                                      {"Mrz", 3},
                                      {"ene", 1},
                                      {"abr", 4},
                                      {"ago", 8},
                                      {"dic", 12},
                                      {"J\u00E4nner", 1},
                                      {"J\u00E4n", 1},
                                      {"Feber", 2},
                                      {"gen", 1},
                                      {"fev", 2},
                                      {"mrt", 3},
                                      {"mag", 5},
                                      {"giu", 6},
                                      {"lug", 7},
                                      {"set", 9},
                                      {"ott", 10},
                                      {"out", 10},
                                      {"dez", 12},
                                      {"des", 12},
                                      {"juill", 7},
                                      {"sett", 9},
                                      {"stycze\u0144", 1},
                                      {"luty", 2},
                                      {"marzec", 3},
                                      {"kwiecie\u0144", 4},
                                      {"czerwiec", 6},
                                      {"lipiec", 7},
                                      {"sierpie\u0144", 8},
                                      {"wrzesie\u0144", 9},
                                      {"pa\u017Adziernik", 10},
                                      {"listopad", 11},
                                      {"grudzie\u0144", 12},
                                      {"leden", 1},
                                      {"\u00FAnor", 2},
                                      {"b\u0159ezen", 3},
                                      {"duben", 4},
                                      {"kv\u011Bten", 5},
                                      {"\u010Derven", 6},
                                      {"\u010Dervenec", 7},
                                      {"srpen", 8},
                                      {"z\u00E1\u0159\u00ED", 9},
                                      {"\u0159\u00EDjen", 10},
                                      {"prosinec", 12},
                                      {"tammikuu", 1},
                                      {"helmikuu", 2},
                                      {"maaliskuu", 3},
                                      {"huhtikuu", 4},
                                      {"toukokuu", 5},
                                      {"kes\u00E4kuu", 6},
                                      {"hein\u00E4kuu", 7},
                                      {"elokuu", 8},
                                      {"syyskuu", 9},
                                      {"lokakuu", 10},
                                      {"marraskuu", 11},
                                      {"joulukuu", 12},
                                      {"ianuarie", 1},
                                      {"februarie", 2},
                                      {"martie", 3},
                                      {"aprilie", 4},
                                      {"iunie", 6},
                                      {"iulie", 7},
                                      {"septembrie", 9},
                                      {"octombrie", 10},
                                      {"noiembrie", 11},
                                      {"decembrie", 12},
                                      {"janu\u00E1r", 1},
                                      {"febru\u00E1r", 2},
                                      {"m\u00E1rcius", 3},
                                      {"\u00E1prilis", 4},
                                      {"m\u00E1jus", 5},
                                      {"j\u00FAnius", 6},
                                      {"j\u00FAlius", 7},
                                      {"augusztus", 8},
                                      {"szeptember", 9},
                                      {"okt\u00F3ber", 10},
                                      {"november", 11},
                                      {"december", 12}};

static bool letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* TEXT, whatever the case of its ASCII letters. */
static bool take_word(struct pst_cursor *c, const char *text)
{
  size_t size = strlen(text);

  if ((size_t)(c->end - c->at) < size || strncasecmp(c->at, text, size) != 0)
    return false;
  c->at += size;
  return true;
}

/* A bit for each letter, whatever its case, and one for bytes beyond ASCII. */
static unsigned bit_of(char c)
{
  return (unsigned char)c >= 0x80 ? 1U : 2U << ((c | 0x20) - 'a');
}

/* What names of months begin with: most texts begin otherwise. */
static unsigned initials(void)
{
  static _Atomic unsigned known;
  unsigned bits = known;

  if (bits != 0)
    return bits;
  for (size_t i = 0; i < sizeof months / sizeof *months; i++)
    bits |= bit_of(*months[i].name);
  known = bits; /* whoever finds it computes the same */
  return bits;
}

/* The same letter, whatever its case, which all names begin with. */
static bool same_letter(char a, char b)
{
  return (a | 0x20) == (b | 0x20);
}

int pst_when_month_name(struct pst_cursor *c)
{
  if (pst_cursor_done(c) || !letter(*c->at) || (initials() & bit_of(*c->at)) == 0)
    return -1;
  for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
    struct pst_cursor try = *c;

    if (same_letter(*c->at, *months[i].name) && take_word(&try, months[i].name)
        && (pst_cursor_done(&try) || !letter(*try.at))) {
      pst_cursor_take(&try, ".");
      *c = try;
      return months[i].month;
    }
  }
  return -1;
}

int pst_when_roman(struct pst_cursor *c)
{
  /* The longest first of those that begin alike. */
  static const char *const numbers[] = {"III", "II", "IV", "IX",  "I",  "VIII",
                                        "VII", "VI", "V",  "XII", "XI", "X"};
  static const int values[] = {3, 2, 4, 9, 1, 8, 7, 6, 5, 12, 11, 10};

  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    struct pst_cursor try = *c;

    if (!pst_cursor_take(&try, numbers[i]) || (!pst_cursor_done(&try) && letter(*try.at)))
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
                                       ". \u010Dtvrtlet\u00ED",
                                       " \u010Dtvrtlet\u00ED"},
                           *const before[] = {"trimestre ", "trim. ",        "trim ",   "Quartal ",
                                              "quarter ",   "kwarta\u0142 ", "kvartal "};
  int n;

  for (size_t i = 0; i < sizeof before / sizeof *before; i++)
    if (take_word(c, before[i])) {
      n = pst_when_roman(c);
      n = n > 0 ? n : pst_cursor_number(c, 1);
      return n >= 1 && n <= 4 && (pst_cursor_done(c) || !letter(*c->at)) ? n : -1;
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
                                       " \u043A\u0432."};
  struct pst_cursor try = *c;
  int n = pst_cursor_take(&try, "Q") ? pst_cursor_number(&try, 1) : -1;

  if (n >= 1 && n <= 4) {
    *c = try;
    return n;
  }
  for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
    try = *c;
    n = pst_cursor_number(&try, 1);
    if (n >= 1 && n <= 4 && take_word(&try, behind[i])
        && (pst_cursor_done(&try) || *try.at == ' '
            || (!letter(*try.at) && try.at[-1] != '4')) /* 1/4/2019 is a day */) {
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

/* Of this century or the last. */
static int long_year(int year)
{
  return year < 0 ? year : year < PST_WHEN_CENTURY ? 2000 + year : 1900 + year;
}

/* `15-Jan` */
static bool year_and_month(struct pst_cursor c, int *month, int *year)
{
  *year = long_year(pst_cursor_number(&c, 2));
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
  *year = long_year(pst_cursor_number(c, 2));
  return *year > 0 && pst_cursor_done(c);
}
