/* words_times.c -- names of columns of times: years, quarters, months, weeks. */
#include <string.h>
#include <strings.h>

#include "printed/words.h"
#include "printed/words/list.h"

/* Of times, but for the two lists below. */
static const char *const time_words[] = {
    "time",
    "year",
    "years",
    "date",
    "period",
    "day",
    "week",
    "jahr",
    "jahre",
    "datum",
    "zeit",
    "stichtag",
    "ann\u00E9e",
    "annee",
    "per\u00EDodo",
    "periode",
    "p\u00E9riode",
    "P\u00C9RIODE",
    "a\u00F1o",
    "fecha",
    "periodo",
    "yr",
    "season",
    "saison",
    "perioden",
    "periods",
    "calendar-years",
    "yyyy",
    "yyyymm",
    "yyyymmdd",
    "yyyyqq",
    "timeframe",
    "anno",
    "anni",
    "ano",
    "anos",
    "jaar",
    "jaren",
    "rok",
    "roky",
    "\u00E5r",
    "vuosi",
    "aasta",
    "\u00E9v",
    "\u03AD\u03C4\u03BF\u03C2",
    "\u0433\u043E\u0434",
    "\u0433\u043E\u0434\u0438\u043D\u0430",
    "\u0440\u0456\u043A",
    "godina",
    "metai",
    "gads",
    "tahun",
    "n\u0103m",
    "y\u0131l",
    "d\u00F6nem",
    "okres",
    "obdob\u00ED",
    "obdobie",
    "obdobje",
    "ajanjakso",
    "id\u0151szak",
    "razdoblje",
    "\u043F\u0435\u0440\u0438\u043E\u0434",
    "\u043F\u0435\u0440\u0456\u043E\u0434",
    "\u03C0\u03B5\u03C1\u03AF\u03BF\u03B4\u03BF\u03C2",
    "periood",
    "perioada",
    "laikotarpis",
    "tarih",
    "\u0434\u0430\u0442\u0430",
    "\u03B7\u03BC\u03B5\u03C1\u03BF\u03BC\u03B7\u03BD\u03AF\u03B1",
    "p\u00E4iv\u00E4m\u00E4\u00E4r\u00E4",
    "d\u00E1tum",
    "dato",
    "tanggal",
    "berichtsjahr",
    "erhebungsjahr",
    "bezugsjahr",
    "haushaltsjahr",
    "schuljahr",
    "kalenderjahr",
    "referenzjahr",
    "gesch\u00E4ftsjahr",
    "zeitraum",
    "berichtszeitraum",
    "semester",
    "semestre",
    "halbjahr",
    "halfjaar",
    "exercice",
    "ejercicio",
    "\u0627\u0644\u0633\u0646\u0629",
    "\u0633\u0646\u0629",
    "\u0627\u0644\u0641\u062A\u0631\u0629",
    "\u05E9\u05E0\u05D4",
    "\u05EA\u05E7\u05D5\u05E4\u05D4",
    "\u5E74\u4EFD",
    "\u65F6\u95F4",
    "\u6642\u9593",
    "\u65E5\u671F",
    "\uC5F0\uB3C4",
    "\uB144\uB3C4",
    "\uC2DC\uC810",
    "\uAE30\uAC04",
    "\uC5F0\uC6D4",
    "\uB144",
    "\uB0A0\uC9DC",
    NULL};

/* Of months. */
static const char *const month_words[] = {"month",
                                          "months",
                                          "monat",
                                          "monate",
                                          "monats",
                                          "mois",
                                          "mes",
                                          "mese",
                                          "m\u00EAs",
                                          "maand",
                                          "miesi\u0105c",
                                          "m\u00E5nad",
                                          "m\u00E5ned",
                                          "kuukausi",
                                          "kuu",
                                          "h\u00F3nap",
                                          "luna",
                                          "lun\u0103",
                                          "ay",
                                          "\u043C\u0435\u0441\u044F\u0446",
                                          "\u043C\u0456\u0441\u044F\u0446\u044C",
                                          "\u043C\u0435\u0441\u0435\u0446",
                                          "mjesec",
                                          "mesec",
                                          "m\u0117nuo",
                                          "m\u0113nesis",
                                          "bulan",
                                          "th\u00E1ng",
                                          "\u03BC\u03AE\u03BD\u03B1\u03C2",
                                          "m\u011Bs\u00EDc",
                                          "mesiac",
                                          "\u05D7\u05D5\u05D3\u05E9",
                                          "\u0627\u0644\u0634\u0647\u0631",
                                          "berichtsmonat",
                                          NULL};

/* Of quarters. */
static const char *const quarter_words[] = {
    "quarter",
    "quarters",
    "quartal",
    "trimestre",
    "qtr",
    "kwartaal",
    "kwarta\u0142",
    "kvartal",
    "\u043A\u0432\u0430\u0440\u0442\u0430\u043B",
    "\u00E7eyrek",
    "\u010Dtvrtlet\u00ED",
    "\u0161tvr\u0165rok",
    "vierteljahr",
    "nelj\u00E4nnes",
    "vuosinelj\u00E4nnes",
    "negyed\u00E9v",
    "trimestru",
    "trimestrul",
    "\u0442\u0440\u0438\u043C\u0435\u0441\u0435\u0447\u0438\u0435",
    "\u03C4\u03C1\u03AF\u03BC\u03B7\u03BD\u03BF",
    "ketvirtis",
    "ceturksnis",
    "triwulan",
    "qu\u00FD",
    "\u010Detrtletje",
    "tromjese\u010Dje",
    "trimestr",
    NULL};

bool pst_words_time(const char *name)
{
  static const char *const parts[] = {"\u897F\u66A6",       "\u5E74\u5EA6",
                                      "\u5E74\u6B21",       "\u6642\u9593\u8EF8",
                                      "\u6642\u70B9",       "\u8ABF\u67FB\u5E74",
                                      "\u57FA\u6E96\u65E5", "\u56DB\u534A\u671F",
                                      "\u5E74\u6708",       NULL};

  return pst_list_is_about(name, time_words) || pst_list_is_about(name, month_words)
         || pst_list_is_about(name, quarter_words) || pst_list_has_part(name, parts)
         || pst_list_name_ends(name, "\u5E74") || strcasecmp(name, "TIME_PERIOD") == 0;
}

bool pst_words_time_alone(const char *name)
{
  size_t size = strlen(name);

  return pst_list_has(name, size, time_words) || pst_list_has(name, size, month_words)
         || pst_list_has(name, size, quarter_words) || strcasecmp(name, "TIME_PERIOD") == 0
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
bool pst_words_counts_days(const char *name)
{
  static const char *const parts[] = {"day",  "days",    "date", "week",     "weeks", "tag", "tage",
                                      "jour", "semaine", "dia",  "d\u00EDa", "woche", NULL};
  static const char *const wholes[] = {"month", "monats", "mois", "mes",      "week", "year",
                                       "woche", "jahres", "an",   "a\u00F1o", NULL};

  return is_within(name) && pst_list_has_word(name, parts) && pst_list_has_word(name, wholes);
}

bool pst_words_month(const char *name)
{
  return (pst_list_has_word(name, month_words) && !pst_words_counts_days(name))
         || strstr(name, "\u6708") != NULL || pst_list_name_ends(name, "\uC6D4");
}

bool pst_words_week(const char *name)
{
  static const char *const words[] = {
      "week",         "weeks",         "semaine",    "woche",   "kw",     "semana",
      "uke",          "kalenderwoche", "vecka",      "uge",     "viikko", "wk",
      "settimana",    "weekno",        "isoweek",    "epiweek", "yrwk",   "yearweek",
      "tydzie\u0144", "yyyyww",        "t\u00FDden", NULL};

  return (pst_list_has_word(name, words) && !is_within(name)) || strstr(name, "\u9031") != NULL;
}

bool pst_words_quarter(const char *name)
{
  return pst_list_has_word(name, quarter_words) || strstr(name, "\u56DB\u534A\u671F") != NULL
         || strstr(name, "\u5B63\u5EA6") != NULL || strstr(name, "\uBD84\uAE30") != NULL;
}

bool pst_words_attribute(const char *name)
{
  static const char *const words[] = {"birth",
                                      "born",
                                      "death",
                                      "died",
                                      "founded",
                                      "founding",
                                      "foundation",
                                      "established",
                                      "construction",
                                      "built",
                                      "building",
                                      "independence",
                                      "reform",
                                      "entry",
                                      "graduation",
                                      "diagnosis",
                                      "arrival",
                                      "model",
                                      "publication",
                                      "published",
                                      "start",
                                      "end",
                                      "begin",
                                      "beginning",
                                      "base",
                                      "first",
                                      "last",
                                      "opened",
                                      "opening",
                                      "closed",
                                      "closing",
                                      "joined",
                                      "accession",
                                      "adoption",
                                      "adopted",
                                      "ratification",
                                      "ratified",
                                      "signed",
                                      "signature",
                                      "marriage",
                                      "vintage",
                                      "cohort",
                                      "admission",
                                      "enrolment",
                                      "enrollment",
                                      "hired",
                                      "purchase",
                                      "manufacture",
                                      "made",
                                      "issued",
                                      "renovation",
                                      "naissance",
                                      "d\u00E9c\u00E8s",
                                      "fondation",
                                      "cr\u00E9ation",
                                      "d\u00E9but",
                                      "fin",
                                      "nacimiento",
                                      "fundaci\u00F3n",
                                      "construcci\u00F3n",
                                      "inicio",
                                      "nascita",
                                      "nascimento",
                                      "geboorte",
                                      "geburt",
                                      "geburtsjahr",
                                      "baujahr",
                                      "gr\u00FCndungsjahr",
                                      "todesjahr",
                                      "eintrittsjahr",
                                      "startjahr",
                                      "endjahr",
                                      "basisjahr",
                                      "birthyear",
                                      "yob",
                                      NULL};
  static const char *const parts[] = {"\u51FA\u751F",       "\u751F\u5E74", "\u8A2D\u7ACB",
                                      "\u5275\u7ACB",       "\u7D50\u5A5A", "\u5B8C\u6210",
                                      "\u51FA\u751F\u5E74", "\uCD9C\uC0DD", NULL};

  return pst_list_has_word(name, words) || pst_list_has_part(name, parts);
}
