/* words.c -- what a column's name says of it, in the languages agencies publish in. */
#include "printed/words.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

static bool is_word_byte(char c)
{
  return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

static bool in_list(const char *word, size_t size, const char *const *list)
{
  for (size_t i = 0; list[i] != NULL; i++)
    if ((*list[i] | 0x20) == (*word | 0x20) && strlen(list[i]) == size
        && strncasecmp(list[i], word, size) == 0)
      return true;
  return false;
}

/* The next word of NAME from *AT on; its size is 0 at the end. */
static struct pst_text next_word(const char **at)
{
  struct pst_text word = {.size = 0};

  while (**at != '\0' && !is_word_byte(**at))
    ++*at;
  word.data = *at;
  while (**at != '\0' && is_word_byte(**at))
    ++*at;
  word.size = (size_t)(*at - word.data);
  return word;
}

static bool is_of(struct pst_text word, const char *const *list)
{
  return word.size > 0 && in_list(word.data, word.size, list);
}

/* One of the words of NAME is in LIST. */
static bool has_word(const char *name, const char *const *list)
{
  struct pst_text word;

  while ((word = next_word(&name)).size > 0)
    if (is_of(word, list))
      return true;
  return false;
}

static bool is_digits(const char *word, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if (!isdigit((unsigned char)word[i]))
      return false;
  return true;
}

/* A word of LIST is what NAME is about: it comes first, or is one of three words at most, and no
   `per` or number stands before it (`hours per year`, `10-year yield`). */
static bool is_about(const char *name, const char *const *list)
{
  static const char *const per[] = {"per", "pro", "par", "por", "each", "je", NULL};
  const char *last = NULL;
  size_t last_size = 0, words = 0;
  bool first = false, found = false;

  for (;;) {
    size_t size = 0;

    while (*name != '\0' && !is_word_byte(*name))
      name++;
    while (name[size] != '\0' && is_word_byte(name[size]))
      size++;
    if (size == 0)
      return first || (found && words <= 3);
    if (in_list(name, size, list)) {
      first = first || words == 0;
      found =
          found || (last != NULL && !in_list(last, last_size, per) && !is_digits(last, last_size));
    }
    last = name;
    last_size = size;
    words++;
    name += size;
  }
}

static bool is_ascii(const char *name)
{
  while (*name != '\0' && (unsigned char)*name < 0x80)
    name++;
  return *name == '\0';
}

/* Parts of words are of scripts without blanks. */
static bool has_part(const char *name, const char *const *list)
{
  if (is_ascii(name))
    return false;
  for (size_t i = 0; list[i] != NULL; i++)
    if (strstr(name, list[i]) != NULL)
      return true;
  return false;
}

static bool ends(const char *name, const char *with)
{
  size_t size = strlen(name), tail = strlen(with);

  return size >= tail && memcmp(name + size - tail, with, tail) == 0;
}

static const char *const time_words[] = {
    "time",         "year",      "years",        "date",
    "period",       "quarter",   "month",        "day",
    "week",         "jahr",      "jahre",        "datum",
    "zeit",         "stichtag",  "ann\u00E9e",   "annee",
    "per\u00EDodo", "periode",   "p\u00E9riode", "P\u00C9RIODE",
    "mois",         "trimestre", "a\u00F1o",     "fecha",
    "periodo",      "mes",       "yr",           "season",
    "saison",       "perioden",  "periods",      "calendar-years",
    "yyyy",         "yyyymm",    "yyyymmdd",     "yyyyqq",
    "timeframe",    NULL};

bool pst_words_time(const char *name)
{
  static const char *const parts[] = {"\u897F\u66A6",       "\u5E74\u5EA6",
                                      "\u5E74\u6B21",       "\u6642\u9593\u8EF8",
                                      "\u6642\u70B9",       "\u8ABF\u67FB\u5E74",
                                      "\u57FA\u6E96\u65E5", "\u56DB\u534A\u671F",
                                      "\u5E74\u6708",       NULL};

  return is_about(name, time_words) || has_part(name, parts) || ends(name, "\u5E74")
         || strcasecmp(name, "TIME_PERIOD") == 0;
}

bool pst_words_time_alone(const char *name)
{
  return in_list(name, strlen(name), time_words) || strcasecmp(name, "TIME_PERIOD") == 0
         || strcasecmp(name, "TimePeriod") == 0 || strcasecmp(name, "TIME PERIOD") == 0
         || strcasecmp(name, "REF_DATE") == 0;
}

/* `date_of_month`, `jour du mois`: something is counted within each of what NAME ends in. */
static bool is_within(const char *name)
{
  static const char *const within[] = {" of ", "_of_",  ".of.", " in ",  "_in_", " des ",
                                       " du ", " del ", " de ", " der ", NULL};

  for (size_t i = 0; within[i] != NULL; i++)
    if (strcasestr(name, within[i]) != NULL)
      return true;
  return false;
}

/* `date_of_month`, `jour du mois`, `Day of week`: days or weeks counted within a month, a week, a year. */
static bool counts_days(const char *name)
{
  static const char *const parts[] = {"day",  "days",    "date", "week",     "weeks", "tag", "tage",
                                      "jour", "semaine", "dia",  "d\u00EDa", "woche", NULL};
  static const char *const wholes[] = {"month", "monats", "mois", "mes",      "week", "year",
                                       "woche", "jahres", "an",   "a\u00F1o", NULL};

  return is_within(name) && has_word(name, parts) && has_word(name, wholes);
}

bool pst_words_month(const char *name)
{
  static const char *const words[] = {"month", "months", "monat", "monate", "monats",
                                      "mois",  "mes",    "mese",  NULL};

  return (has_word(name, words) && !counts_days(name)) || strstr(name, "\u6708") != NULL;
}

bool pst_words_week(const char *name)
{
  static const char *const words[] = {
      "week",         "weeks",         "semaine",    "woche",   "kw",     "semana",
      "uke",          "kalenderwoche", "vecka",      "uge",     "viikko", "wk",
      "settimana",    "weekno",        "isoweek",    "epiweek", "yrwk",   "yearweek",
      "tydzie\u0144", "yyyyww",        "t\u00FDden", NULL};

  return (has_word(name, words) && !is_within(name)) || strstr(name, "\u9031") != NULL;
}

bool pst_words_quarter(const char *name)
{
  static const char *const words[] = {"quarter", "quarters", "quartal", "trimestre", "qtr", NULL};

  return has_word(name, words) || strstr(name, "\u56DB\u534A\u671F") != NULL;
}

/* The last word of NAME is in LIST. */
static bool ends_in(const char *name, const char *const *list)
{
  struct pst_text word;
  bool last = false;

  while ((word = next_word(&name)).size > 0)
    last = is_of(word, list);
  return last;
}

static bool is_place(const char *name)
{
  static const char *const words[] = {"lat",        "lon",
                                      "latitude",   "longitude",
                                      "coordinate", "coordonn\u00E9es",
                                      "lng",        "COORDONN\u00C9ES",
                                      "vector",     NULL};

  return has_word(name, words) || strcasecmp(name, "long") == 0 || strcasecmp(name, "long_") == 0;
}

/* Words that count nothing wherever they stand at the end of a name. */
static bool is_code(const char *name)
{
  static const char *const words[] = {"code",
                                      "codes",
                                      "id",
                                      "iso",
                                      "iso2",
                                      "iso3",
                                      "m49",
                                      "nuts",
                                      "isic",
                                      "sitc",
                                      "hs",
                                      "rank",
                                      "rang",
                                      "wmo",
                                      "decimals",
                                      "d\u00E9cimales",
                                      "D\u00C9CIMALES",
                                      "scalar_id",
                                      "fips",
                                      "zip",
                                      "plz",
                                      "ags",
                                      "gkz",
                                      "insee",
                                      "cpv",
                                      "key",
                                      "kod",
                                      "k\u00F3d",
                                      "kode",
                                      "koodi",
                                      "cis",
                                      "codigo",
                                      "c\u00F3digo",
                                      "C\u00D3DIGO",
                                      "codice",
                                      "codgeo",
                                      "teryt",
                                      "schluessel",
                                      "schl\u00FCssel",
                                      "kennziffer",
                                      "gemeindekennziffer",
                                      NULL};
  static const char *const parts[] = {"\u30B3\u30FC\u30C9", "\u756A\u53F7", "\u5E74\uFF09",
                                      "\u6708\uFF09",       "\u9806\u4F4D", NULL};
  size_t size = strlen(name);

  /* `COWcode`, `countrycode` */
  if (size > 4 && strcasecmp(name + size - 4, "code") == 0)
    return true;
  /* `1年` is a term of a year, no year. */
  return ends_in(name, words) || has_part(name, parts)
         || (!isdigit((unsigned char)name[0])
             && (ends(name, "\u5E74") || ends(name, "\u6708") || ends(name, "\u5E74\u5EA6")));
}

/* Powers of ten, as the standards of the agencies call them; `Scale` may be one of earthquakes. */
static bool is_power(const char *name)
{
  static const char *const words[] = {"unit_mult", "unitmult", "powercode", "scalar_factor", NULL};

  return in_list(name, strlen(name), words);
}

enum pst_words_key pst_words_key(const char *name)
{
  static const char *const like[] = {"code", "codes", "id",   "naics",   "kw",  "no",     "nr",
                                     "rank", "nuts",  "hs",   "isic",    "zip", "hs2",    "hs4",
                                     "hs6",  "sitc",  "nace", "cpa",     "cn8", "coicop", "fips",
                                     "isco", "soc",   "cpc",  "prodcom", "sic", "geoid",  NULL};
  static const char *const times[] = {"year",    "month", "day",   "week",
                                      "quarter", "jahr",  "monat", NULL};
  static const char *const numbers[] = {"nr", "nr.", "no.", "#", "num", "isic", "nace", NULL};

  if (is_place(name) || is_power(name))
    return PST_WORDS_PLACE;
  if (is_code(name) || in_list(name, strlen(name), times) || in_list(name, strlen(name), numbers)
      || (counts_days(name) && strcasestr(name, "days") == NULL))
    return PST_WORDS_CODE;
  return has_word(name, like) ? PST_WORDS_LIKE : PST_WORDS_NO;
}

bool pst_words_value(const char *name)
{
  static const char *const words[] = {"value",     "values",       "amount", "obs_value",
                                      "obsvalue",  "wert",         "valeur", "valor",
                                      "betrag",    "numericvalue", "n",      "freq",
                                      "frequency", "base",         "cases",  "anzahl",
                                      "count",     "number",       "total",  "observation_value",
                                      NULL};

  return ends_in(name, words) || strcasecmp(name, "OBS_VALUE") == 0;
}

bool pst_words_total(const char *name)
{
  static const char *const words[] = {"total",    "totals",       "totale", "insgesamt",
                                      "ensemble", "all",          "gesamt", "grand total",
                                      "sum",      "zusammen",     "totaal", "\u7DCF\u6570",
                                      "\u8A08",   "\u5408\u8A08", "_T",     NULL};

  return in_list(name, strlen(name), words);
}

static const char *const flag_words[] = {"flag", "flags", "status", "statut", "symbol", NULL};

bool pst_words_flag_last(const char *name)
{
  return ends_in(name, flag_words);
}

bool pst_words_flag(const char *name)
{
  return has_word(name, flag_words) || strcasecmp(name, "codes_q") == 0
         || strcasecmp(name, "value_q") == 0;
}

bool pst_words_note(const char *name)
{
  static const char *const words[] = {"note",       "notes",       "footnote", "footnotes",
                                      "comment",    "comments",    "remark",   "remarks",
                                      "bemerkung",  "bemerkungen", "nota",     "notas",
                                      "annotation", "annotations", NULL};
  static const char *const sources[] = {"source", "sources", "quelle", "quellen", NULL};
  static const char *const joins[] = {"and", "or", "und", "et", "y", "e", NULL};
  const char *at = name;
  struct pst_text word;

  while ((word = next_word(&at)).size > 0) {
    const char *rest = at;

    if (!is_of(word, words))
      continue;
    /* `Notes and coins` are money; `Notes and sources` are notes. */
    if (!is_of(next_word(&rest), joins))
      return true;
    word = next_word(&rest);
    if (is_of(word, words) || is_of(word, sources))
      return true;
  }
  return strcmp(name, "\u6CE8") == 0 || strstr(name, "\u5099\u8003") != NULL
         || strstr(name, "\u6CE8\u8A18") != NULL;
}

bool pst_words_age(const char *name)
{
  static const char *const ages[] = {"age", "ages", "alter", "edad", "\u00E2ge", NULL};
  static const char *const others[] = {"in",     "years", "year",      "single", "of",  "group",
                                       "groups", "jahre", "completed", "jahren", "ans", NULL};
  bool found = false;

  for (;;) {
    size_t size = 0;

    while (*name != '\0' && !is_word_byte(*name))
      name++;
    while (name[size] != '\0' && is_word_byte(name[size]))
      size++;
    if (size == 0)
      return found;
    if (in_list(name, size, ages))
      found = true;
    else if (!in_list(name, size, others))
      return false;
    name += size;
  }
}

/* `Price per unit`: what is measured, of each unit. */
static bool is_per_unit(const char *name)
{
  static const char *const words[] = {"per", "par", "por", "pro", "je", "each", NULL};
  bool per = false, found = false;

  for (;;) {
    size_t size = 0;

    while (*name != '\0' && !is_word_byte(*name))
      name++;
    while (name[size] != '\0' && is_word_byte(name[size]))
      size++;
    if (size == 0)
      return found;
    found = per;
    per = in_list(name, size, words);
    name += size;
  }
}

/* `Unit`, `Price unit`, `Unit name`; `Unit labour cost` measures something. */
bool pst_words_called_unit(const char *name)
{
  static const char *const behind[] = {"code",       "name",        "label", "mult",
                                       "multiplier", "measurement", NULL};
  static const char *const words[] = {"unit", "units",   "einheit", "unit\u00E9", "unidad",
                                      "uom",  "measure", "mesure",  "medida",     NULL};

  return (ends_in(name, words) && !is_per_unit(name))
         || (has_word(name, words) && ends_in(name, behind))
         || strstr(name, "\u5358\u4F4D") != NULL;
}

bool pst_words_unit(const char *text)
{
  static const char *const words[] = {
      "%",          "percent", "percentage", "million",    "millions", "thousand", "thousands",
      "billion",    "usd",     "eur",        "euro",       "jpy",      "yen",      "gbp",
      "anzahl",     "mill",    "tsd",        "mio",        "mrd",      "number",   "persons",
      "units",      "tonnes",  "tons",       "km2",        "km\u00B2", "qkm",      "ha",
      "kg",         "us",      "index",      "per",        "cent",     "head",     "heads",
      "t",          "mn",      "bn",         "m",          "k",        "euros",    "dollars",
      "dollar",     "pounds",  "ton",        "litres",     "l",        "hl",       "mw",
      "gwh",        "kwh",     "twh",        "hours",      "p",        "pp",       "pc",
      "thousands.", "nombre",  "stk",        "st\u00FCck", "1000",     "000",      "1",
      "100",        "10",      "000000",     "1000000",    NULL};
  static const char *const exact[] = {"%",
                                      "$",
                                      "\u20AC",
                                      "\u00A3",
                                      "\u00A5",
                                      "\u00B0C",
                                      "\u2103",
                                      "\u2030",
                                      "\u4EBA",
                                      "\u5343\u4EBA",
                                      "\u5186",
                                      "\u5343\u5186",
                                      "\u767E\u4E07\u5186",
                                      "\u5104\u5186",
                                      "\uFF05",
                                      "\u4EF6",
                                      "\u4E16\u5E2F",
                                      NULL};
  size_t size = strlen(text);
  bool any = false;

  for (size_t i = 0; exact[i] != NULL; i++)
    if (strcmp(text, exact[i]) == 0)
      return true;
  if (size > 2 && text[0] == '(' && text[size - 1] == ')')
    return true;
  if (size > 6 && memcmp(text, "\uFF08", 3) == 0 && ends(text, "\uFF09"))
    return true;
  if (size > 30)
    return false;
  if (strncasecmp(text, "in ", 3) == 0)
    text += 3;
  /* All words must be of units: `million USD` is one, `USD exports` is not. */
  for (const char *at = text; *at != '\0';) {
    char word[32];
    size_t n = 0;
    bool found = false;

    while (*at != '\0' && !is_word_byte(*at) && *at != '%')
      at++;
    if (*at == '\0')
      break;
    while (*at != '\0' && (is_word_byte(*at) || *at == '%') && n + 1 < sizeof word)
      word[n++] = *at++;
    word[n] = '\0';
    for (size_t i = 0; words[i] != NULL; i++)
      found = found || strcasecmp(words[i], word) == 0;
    if (any && strcasecmp(word, "in") == 0)
      continue;
    if (!found)
      return false;
    any = any || isalpha((unsigned char)word[0]) || (unsigned char)word[0] >= 0x80;
  }
  return any || strpbrk(text, "$%") != NULL;
}
