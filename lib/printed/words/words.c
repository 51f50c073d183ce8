/* words.c -- what a column's name says of it, in the languages agencies publish in. */
#include "printed/words.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "printed/words/list.h"

static bool is_place(const char *name)
{
  static const char *const words[] = {"lat",        "lon",
                                      "latitude",   "longitude",
                                      "coordinate", "coordonn\u00E9es",
                                      "lng",        "COORDONN\u00C9ES",
                                      "vector",     NULL};

  return pst_list_has_word(name, words) || strcasecmp(name, "long") == 0
         || strcasecmp(name, "long_") == 0;
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
                                      "kod",
                                      "kode",
                                      "koden",
                                      "kodu",
                                      "kodas",
                                      "kods",
                                      "kood",
                                      "koda",
                                      "kodo",
                                      "\u043A\u043E\u0434",
                                      "\u043A\u043E\u0434\u0430",
                                      "\u043A\u043E\u0434\u044B",
                                      "\u0161ifra",
                                      "sifra",
                                      "\u03BA\u03C9\u03B4\u03B9\u03BA\u03CC\u03C2",
                                      "\u0631\u0645\u0632",
                                      "\u05E7\u05D5\u05D3",
                                      "\u0E23\u0E2B\u0E31\u0E2A",
                                      "m\u00E3",
                                      "kommunenr",
                                      "codmun",
                                      "codigo",
                                      "codice",
                                      "codi",
                                      "okato",
                                      "\u043E\u043A\u0442\u043C\u043E",
                                      "\u043E\u043A\u0430\u0442\u043E",
                                      "oktmo",
                                      "isced",
                                      "cofog",
                                      "statefp",
                                      "countyfp",
                                      "statefips",
                                      "countyfips",
                                      "psu",
                                      "strata",
                                      "stratum",
                                      "caseid",
                                      "hhid",
                                      "psid",
                                      "gvkey",
                                      "permno",
                                      "cik",
                                      "urn",
                                      "lau",
                                      "lau1",
                                      "lau2",
                                      "ibge",
                                      "istat",
                                      "insee",
                                      "cnae",
                                      "ciiu",
                                      "noga",
                                      "wz08",
                                      "wz",
                                      "\u00F6nace",
                                      "oenace",
                                      "prodcom",
                                      NULL};
  static const char *const parts[] = {
      "\u30B3\u30FC\u30C9", "\u756A\u53F7", "\u5E74\uFF09", "\u6708\uFF09", "\u9806\u4F4D",
      "\uCF54\uB4DC",       "\u4EE3\u7801", "\u7F16\u7801", "\u4EE3\u78BC", NULL};
  static const char *const tails[] = {"code", "nummer",         "kode",       "kod", "nr",
                                      "nr.",  "schl\u00FCssel", "schluessel", NULL};
  size_t size = strlen(name);

  /* `COWcode`, `countrycode`, `kommunenr`, `Gemeindeschlüssel`, alone */
  for (size_t i = 0; tails[i] != NULL && strchr(name, ' ') == NULL; i++)
    if (size > strlen(tails[i]) + 2 && strcasecmp(name + size - strlen(tails[i]), tails[i]) == 0)
      return true;
  if (size > 4 && strcasecmp(name + size - 4, "code") == 0)
    return true;
  /* `1年` is a term of a year, no year. */
  return pst_list_ends(name, words) || pst_list_has_part(name, parts)
         || (!isdigit((unsigned char)name[0])
             && (pst_list_name_ends(name, "\u5E74") || pst_list_name_ends(name, "\u6708")
                 || pst_list_name_ends(name, "\u5E74\u5EA6")));
}

/* Powers of ten, as the standards of the agencies call them; `Scale` may be one of earthquakes. */
static bool is_power(const char *name)
{
  static const char *const words[] = {"unit_mult", "unitmult", "powercode", "scalar_factor", NULL};

  return pst_list_has(name, strlen(name), words);
}

enum pst_words_key pst_words_key(const char *name)
{
  static const char *const like[] = {"code", "codes", "id",      "naics", "kw",     "nr",   "rank",
                                     "nuts", "hs",    "isic",    "zip",   "hs2",    "hs4",  "hs6",
                                     "sitc", "nace",  "cpa",     "cn8",   "coicop", "fips", "isco",
                                     "soc",  "cpc",   "prodcom", "sic",   "geoid",  NULL};
  static const char *const times[] = {"year",    "month", "day",   "week",
                                      "quarter", "jahr",  "monat", NULL};
  static const char *const numbers[] = {
      "nr",           "nr.",          "no.",          "#",     "num",
      "isic",         "naics",        "sic",          "soc",   "isco",
      "isced",        "nace",         "cpa",          "cpc",   "cn",
      "hts",          "bec",          "coicop",       "cofog", "geoid",
      "ars",          "ags",          "bfs",          "ine",   "sni",
      "sbi",          "pid",          "dep",          "reg",   "com",
      "\u2116",       "n\u00B0",      "sitc",         "hs",    "hs2",
      "hs4",          "hs6",          "cn8",          "s.no",  "s.no.",
      "sl.no.",       "sr.no.",       "lfd.nr.",      "l.p.",  "\u5E8F\u53F7",
      "\uBC88\uD638", "\uC5F0\uBC88", "\u7F16\u53F7", NULL};

  if (is_place(name) || is_power(name))
    return PST_WORDS_PLACE;
  if (is_code(name) || pst_list_has(name, strlen(name), times)
      || pst_list_has(name, strlen(name), numbers)
      || (pst_words_counts_days(name) && strcasestr(name, "days") == NULL))
    return PST_WORDS_CODE;
  return pst_list_has_word(name, like) ? PST_WORDS_LIKE : PST_WORDS_NO;
}

bool pst_words_value(const char *name)
{
  static const char *const words[] = {"value",     "values",       "amount", "obs_value",
                                      "obsvalue",  "wert",         "valeur", "valor",
                                      "betrag",    "numericvalue", "n",      "freq",
                                      "frequency", "base",         "cases",  "anzahl",
                                      "count",     "number",       "total",  "observation_value",
                                      NULL};

  return pst_list_ends(name, words) || strcasecmp(name, "OBS_VALUE") == 0;
}

bool pst_words_total(const char *name)
{
  static const char *const words[] = {"total",    "totals",       "totale", "insgesamt",
                                      "ensemble", "all",          "gesamt", "grand total",
                                      "sum",      "zusammen",     "totaal", "\u7DCF\u6570",
                                      "\u8A08",   "\u5408\u8A08", "_T",     NULL};

  return pst_list_has(name, strlen(name), words);
}

static const char *const flag_words[] = {"flag", "flags", "status", "statut", "symbol", NULL};

bool pst_words_flag_last(const char *name)
{
  return pst_list_ends(name, flag_words);
}

bool pst_words_flag(const char *name)
{
  return pst_list_has_word(name, flag_words) || strcasecmp(name, "codes_q") == 0
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

  while ((word = pst_list_next_word(&at)).size > 0) {
    const char *rest = at;

    if (!pst_list_has_text(word, words))
      continue;
    /* `Notes and coins` are money; `Notes and sources` are notes. */
    if (!pst_list_has_text(pst_list_next_word(&rest), joins))
      return true;
    word = pst_list_next_word(&rest);
    if (pst_list_has_text(word, words) || pst_list_has_text(word, sources))
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
  struct pst_text word;
  bool found = false;

  while ((word = pst_list_next_word(&name)).size > 0)
    if (pst_list_has_text(word, ages))
      found = true;
    else if (!pst_list_has_text(word, others))
      return false;
  return found;
}

/* `Price per unit`: what is measured, of each unit. */
static bool is_per_unit(const char *name)
{
  static const char *const words[] = {"per", "par", "por", "pro", "je", "each", NULL};
  struct pst_text word;
  bool per = false, found = false;

  while ((word = pst_list_next_word(&name)).size > 0) {
    found = per;
    per = pst_list_has_text(word, words);
  }
  return found;
}

/* `Unit`, `Price unit`, `Unit name`; `Unit labour cost` measures something. */
bool pst_words_called_unit(const char *name)
{
  static const char *const behind[] = {"code",       "name",        "label", "mult",
                                       "multiplier", "measurement", NULL};
  static const char *const words[] = {"unit", "units",   "einheit", "unit\u00E9", "unidad",
                                      "uom",  "measure", "mesure",  "medida",     NULL};

  return (pst_list_ends(name, words) && !is_per_unit(name))
         || (pst_list_has_word(name, words) && pst_list_ends(name, behind))
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
  if (size > 6 && memcmp(text, "\uFF08", 3) == 0 && pst_list_name_ends(text, "\uFF09"))
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

    while (*at != '\0' && !pst_list_is_word_byte(*at) && *at != '%')
      at++;
    if (*at == '\0')
      break;
    while (*at != '\0' && (pst_list_is_word_byte(*at) || *at == '%') && n + 1 < sizeof word)
      word[n++] = *at++;
    word[n] = '\0';
    /* Of most words the first letter tells; this is asked of every cell that may head a column. */
    for (size_t i = 0; words[i] != NULL && !found; i++)
      found = words[i][0] == tolower((unsigned char)word[0]) && strcasecmp(words[i], word) == 0;
    if (any && (strcasecmp(word, "in") == 0 || strcasecmp(word, "of") == 0))
      continue;
    if (!found)
      return false;
    any = any || isalpha((unsigned char)word[0]) || (unsigned char)word[0] >= 0x80;
  }
  return any || strpbrk(text, "$%") != NULL;
}
