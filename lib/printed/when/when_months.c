/* when_months.c -- names of months in the languages that agencies publish in. */
#include <pthread.h>

#include "base/unicode/letters.h"
#include "printed/when/when_parts.h"

enum { MONTHS = 12 };

/* In small letters; NULL where a language above has the same word.  Dates have the genitive: 1 stycznia 2020. */
static const char *const months[][MONTHS] = {
    /* English */
    {"january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december"},
    {"jan", "feb", "mar", "apr", NULL, "jun", "jul", "aug", "sep", "oct", "nov", "dec"},
    {NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, "sept", NULL, NULL, NULL},
    /* German */
    {"januar", "februar", "m\u00E4rz", NULL, "mai", "juni", "juli", NULL, NULL, "oktober", NULL,
     "dezember"},
    {"j\u00E4nner", "feber", "m\u00E4r", NULL, NULL, NULL, NULL, NULL, NULL, "okt", NULL, "dez"},
    {"j\u00E4n", NULL, "mrz", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL},
    /* French */
    {"janvier", "f\u00E9vrier", "mars", "avril", NULL, "juin", "juillet", "ao\u00FBt", "septembre",
     "octobre", "novembre", "d\u00E9cembre"},
    {"janv", "f\u00E9vr", NULL, "avr", NULL, NULL, "juil", NULL, NULL, NULL, NULL, "d\u00E9c"},
    {NULL, NULL, NULL, NULL, NULL, NULL, "juill", NULL, NULL, NULL, NULL, NULL},
    /* Spanish */
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
     "octubre", "noviembre", "diciembre"},
    {"ene", NULL, NULL, "abr", NULL, NULL, NULL, "ago", "setiembre", NULL, NULL, "dic"},
    /* Italian */
    {"gennaio", "febbraio", NULL, "aprile", "maggio", "giugno", "luglio", NULL, "settembre",
     "ottobre", NULL, "dicembre"},
    {"gen", NULL, NULL, NULL, "mag", "giu", "lug", NULL, "set", "ott", NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, "sett", NULL, NULL, NULL},
    /* Portuguese */
    {"janeiro", "fevereiro", "mar\u00E7o", NULL, "maio", "junho", "julho", NULL, "setembro",
     "outubro", "novembro", "dezembro"},
    {NULL, "fev", NULL, NULL, NULL, NULL, NULL, NULL, NULL, "out", NULL, NULL},
    /* Catalan */
    {"gener", "febrer", "mar\u00E7", NULL, "maig", "juny", "juliol", "agost", "setembre", NULL,
     NULL, "desembre"},
    /* Romanian */
    {"ianuarie", "februarie", "martie", "aprilie", NULL, "iunie", "iulie", NULL, "septembrie",
     "octombrie", "noiembrie", "decembrie"},
    /* Dutch */
    {"januari", "februari", "maart", NULL, "mei", NULL, NULL, "augustus", NULL, NULL, NULL, NULL},
    {NULL, NULL, "mrt", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL},
    /* Swedish */
    {NULL, NULL, NULL, NULL, "maj", NULL, NULL, "augusti", NULL, NULL, NULL, NULL},
    /* Danish, Norwegian */
    {NULL, NULL, "marts", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, "desember"},
    {NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, "des"},
    /* Icelandic */
    {"jan\u00FAar", "febr\u00FAar", NULL, "apr\u00EDl", "ma\u00ED", "j\u00FAn\u00ED",
     "j\u00FAl\u00ED", "\u00E1g\u00FAst", NULL, "okt\u00F3ber", "n\u00F3vember", NULL},
    /* Finnish */
    {"tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kes\u00E4kuu", "hein\u00E4kuu",
     "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu"},
    /* Estonian */
    {"jaanuar", "veebruar", "m\u00E4rts", "aprill", NULL, "juuni", "juuli", NULL, NULL, "oktoober",
     NULL, "detsember"},
    /* Latvian */
    {"janv\u0101ris", "febru\u0101ris", NULL, "apr\u012Blis", "maijs", "j\u016Bnijs", "j\u016Blijs",
     "augusts", "septembris", "oktobris", "novembris", "decembris"},
    /* Lithuanian */
    {"sausis", "vasaris", "kovas", "balandis", "gegu\u017E\u0117", "bir\u017Eelis", "liepa",
     "rugpj\u016Btis", "rugs\u0117jis", "spalis", "lapkritis", "gruodis"},
    {"sausio", "vasario", "kovo", "baland\u017Eio", "gegu\u017E\u0117s", "bir\u017Eelio", "liepos",
     "rugpj\u016B\u010Dio", "rugs\u0117jo", "spalio", "lapkri\u010Dio", "gruod\u017Eio"},
    /* Polish */
    {"stycze\u0144", "luty", "marzec", "kwiecie\u0144", NULL, "czerwiec", "lipiec", "sierpie\u0144",
     "wrzesie\u0144", "pa\u017Adziernik", "listopad", "grudzie\u0144"},
    {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia",
     "wrze\u015Bnia", "pa\u017Adziernika", "listopada", "grudnia"},
    /* Czech */
    {"leden", "\u00FAnor", "b\u0159ezen", "duben", "kv\u011Bten", "\u010Derven", "\u010Dervenec",
     "srpen", "z\u00E1\u0159\u00ED", "\u0159\u00EDjen", NULL, "prosinec"},
    {"ledna", "\u00FAnora", "b\u0159ezna", "dubna", "kv\u011Btna", "\u010Dervna", "\u010Dervence",
     "srpna", NULL, "\u0159\u00EDjna", "listopadu", "prosince"},
    /* Slovak */
    {"janu\u00E1r", "febru\u00E1r", "marec", NULL, "m\u00E1j", "j\u00FAn", "j\u00FAl", NULL, NULL,
     NULL, NULL, NULL},
    /* Slovenian */
    {NULL, NULL, NULL, NULL, NULL, "junij", "julij", "avgust", NULL, NULL, NULL, NULL},
    /* Croatian; its listopad is October */
    {"sije\u010Danj", "velja\u010Da", "o\u017Eujak", "travanj", "svibanj", "lipanj", "srpanj",
     "kolovoz", "rujan", NULL, "studeni", "prosinac"},
    {"sije\u010Dnja", "velja\u010De", "o\u017Eujka", "travnja", "svibnja", "lipnja", "srpnja",
     "kolovoza", "rujna", NULL, "studenoga", "prosinca"},
    /* Serbian, Bosnian */
    {NULL, NULL, "mart", NULL, NULL, NULL, NULL, NULL, "septembar", "oktobar", "novembar",
     "decembar"},
    {"\u0458\u0430\u043D\u0443\u0430\u0440", "\u0444\u0435\u0431\u0440\u0443\u0430\u0440",
     "\u043C\u0430\u0440\u0442", "\u0430\u043F\u0440\u0438\u043B", "\u043C\u0430\u0458",
     "\u0458\u0443\u043D", "\u0458\u0443\u043B", "\u0430\u0432\u0433\u0443\u0441\u0442",
     "\u0441\u0435\u043F\u0442\u0435\u043C\u0431\u0430\u0440",
     "\u043E\u043A\u0442\u043E\u0431\u0430\u0440",
     "\u043D\u043E\u0432\u0435\u043C\u0431\u0430\u0440",
     "\u0434\u0435\u0446\u0435\u043C\u0431\u0430\u0440"},
    /* Macedonian */
    {"\u0458\u0430\u043D\u0443\u0430\u0440\u0438",
     "\u0444\u0435\u0432\u0440\u0443\u0430\u0440\u0438", NULL, NULL, NULL,
     "\u0458\u0443\u043D\u0438", "\u0458\u0443\u043B\u0438", NULL,
     "\u0441\u0435\u043F\u0442\u0435\u043C\u0432\u0440\u0438",
     "\u043E\u043A\u0442\u043E\u043C\u0432\u0440\u0438",
     "\u043D\u043E\u0435\u043C\u0432\u0440\u0438",
     "\u0434\u0435\u043A\u0435\u043C\u0432\u0440\u0438"},
    /* Albanian */
    {"janar", "shkurt", NULL, "prill", NULL, "qershor", "korrik", "gusht", "shtator", "tetor",
     "n\u00EBntor", "dhjetor"},
    /* Hungarian */
    {NULL, NULL, "m\u00E1rcius", "\u00E1prilis", "m\u00E1jus", "j\u00FAnius", "j\u00FAlius",
     "augusztus", "szeptember", NULL, NULL, NULL},
    /* Turkish */
    {"ocak", "\u015Fubat", NULL, "nisan", "may\u0131s", "haziran", "temmuz", "a\u011Fustos",
     "eyl\u00FCl", "ekim", "kas\u0131m", "aral\u0131k"},
    /* Greek */
    {"\u03B9\u03B1\u03BD\u03BF\u03C5\u03AC\u03C1\u03B9\u03BF\u03C2",
     "\u03C6\u03B5\u03B2\u03C1\u03BF\u03C5\u03AC\u03C1\u03B9\u03BF\u03C2",
     "\u03BC\u03AC\u03C1\u03C4\u03B9\u03BF\u03C2",
     "\u03B1\u03C0\u03C1\u03AF\u03BB\u03B9\u03BF\u03C2", "\u03BC\u03AC\u03B9\u03BF\u03C2",
     "\u03B9\u03BF\u03CD\u03BD\u03B9\u03BF\u03C2", "\u03B9\u03BF\u03CD\u03BB\u03B9\u03BF\u03C2",
     "\u03B1\u03CD\u03B3\u03BF\u03C5\u03C3\u03C4\u03BF\u03C2",
     "\u03C3\u03B5\u03C0\u03C4\u03AD\u03BC\u03B2\u03C1\u03B9\u03BF\u03C2",
     "\u03BF\u03BA\u03C4\u03CE\u03B2\u03C1\u03B9\u03BF\u03C2",
     "\u03BD\u03BF\u03AD\u03BC\u03B2\u03C1\u03B9\u03BF\u03C2",
     "\u03B4\u03B5\u03BA\u03AD\u03BC\u03B2\u03C1\u03B9\u03BF\u03C2"},
    {"\u03B9\u03B1\u03BD\u03BF\u03C5\u03B1\u03C1\u03AF\u03BF\u03C5",
     "\u03C6\u03B5\u03B2\u03C1\u03BF\u03C5\u03B1\u03C1\u03AF\u03BF\u03C5",
     "\u03BC\u03B1\u03C1\u03C4\u03AF\u03BF\u03C5",
     "\u03B1\u03C0\u03C1\u03B9\u03BB\u03AF\u03BF\u03C5", "\u03BC\u03B1\u0390\u03BF\u03C5",
     "\u03B9\u03BF\u03C5\u03BD\u03AF\u03BF\u03C5", "\u03B9\u03BF\u03C5\u03BB\u03AF\u03BF\u03C5",
     "\u03B1\u03C5\u03B3\u03BF\u03CD\u03C3\u03C4\u03BF\u03C5",
     "\u03C3\u03B5\u03C0\u03C4\u03B5\u03BC\u03B2\u03C1\u03AF\u03BF\u03C5",
     "\u03BF\u03BA\u03C4\u03C9\u03B2\u03C1\u03AF\u03BF\u03C5",
     "\u03BD\u03BF\u03B5\u03BC\u03B2\u03C1\u03AF\u03BF\u03C5",
     "\u03B4\u03B5\u03BA\u03B5\u03BC\u03B2\u03C1\u03AF\u03BF\u03C5"},
    /* Russian */
    {"\u044F\u043D\u0432\u0430\u0440\u044C", "\u0444\u0435\u0432\u0440\u0430\u043B\u044C", NULL,
     "\u0430\u043F\u0440\u0435\u043B\u044C", "\u043C\u0430\u0439", "\u0438\u044E\u043D\u044C",
     "\u0438\u044E\u043B\u044C", NULL, "\u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044C",
     "\u043E\u043A\u0442\u044F\u0431\u0440\u044C", "\u043D\u043E\u044F\u0431\u0440\u044C",
     "\u0434\u0435\u043A\u0430\u0431\u0440\u044C"},
    {"\u044F\u043D\u0432\u0430\u0440\u044F", "\u0444\u0435\u0432\u0440\u0430\u043B\u044F",
     "\u043C\u0430\u0440\u0442\u0430", "\u0430\u043F\u0440\u0435\u043B\u044F", "\u043C\u0430\u044F",
     "\u0438\u044E\u043D\u044F", "\u0438\u044E\u043B\u044F",
     "\u0430\u0432\u0433\u0443\u0441\u0442\u0430",
     "\u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044F",
     "\u043E\u043A\u0442\u044F\u0431\u0440\u044F", "\u043D\u043E\u044F\u0431\u0440\u044F",
     "\u0434\u0435\u043A\u0430\u0431\u0440\u044F"},
    {"\u044F\u043D\u0432", "\u0444\u0435\u0432", "\u043C\u0430\u0440", "\u0430\u043F\u0440", NULL,
     "\u0438\u044E\u043D", "\u0438\u044E\u043B", "\u0430\u0432\u0433", "\u0441\u0435\u043D",
     "\u043E\u043A\u0442", "\u043D\u043E\u044F", "\u0434\u0435\u043A"},
    {NULL, "\u0444\u0435\u0432\u0440", NULL, NULL, NULL, NULL, NULL, NULL,
     "\u0441\u0435\u043D\u0442", NULL, "\u043D\u043E\u044F\u0431", NULL},
    /* Ukrainian */
    {"\u0441\u0456\u0447\u0435\u043D\u044C", "\u043B\u044E\u0442\u0438\u0439",
     "\u0431\u0435\u0440\u0435\u0437\u0435\u043D\u044C",
     "\u043A\u0432\u0456\u0442\u0435\u043D\u044C", "\u0442\u0440\u0430\u0432\u0435\u043D\u044C",
     "\u0447\u0435\u0440\u0432\u0435\u043D\u044C", "\u043B\u0438\u043F\u0435\u043D\u044C",
     "\u0441\u0435\u0440\u043F\u0435\u043D\u044C",
     "\u0432\u0435\u0440\u0435\u0441\u0435\u043D\u044C",
     "\u0436\u043E\u0432\u0442\u0435\u043D\u044C",
     "\u043B\u0438\u0441\u0442\u043E\u043F\u0430\u0434",
     "\u0433\u0440\u0443\u0434\u0435\u043D\u044C"},
    {"\u0441\u0456\u0447\u043D\u044F", "\u043B\u044E\u0442\u043E\u0433\u043E",
     "\u0431\u0435\u0440\u0435\u0437\u043D\u044F", "\u043A\u0432\u0456\u0442\u043D\u044F",
     "\u0442\u0440\u0430\u0432\u043D\u044F", "\u0447\u0435\u0440\u0432\u043D\u044F",
     "\u043B\u0438\u043F\u043D\u044F", "\u0441\u0435\u0440\u043F\u043D\u044F",
     "\u0432\u0435\u0440\u0435\u0441\u043D\u044F", "\u0436\u043E\u0432\u0442\u043D\u044F",
     "\u043B\u0438\u0441\u0442\u043E\u043F\u0430\u0434\u0430",
     "\u0433\u0440\u0443\u0434\u043D\u044F"},
    /* Bulgarian */
    {"\u044F\u043D\u0443\u0430\u0440\u0438", NULL, NULL, NULL, NULL, "\u044E\u043D\u0438",
     "\u044E\u043B\u0438", NULL, NULL, NULL, NULL, NULL},
    /* Indonesian */
    {NULL, NULL, "maret", NULL, NULL, NULL, NULL, "agustus", NULL, NULL, NULL, NULL},
    /* Malay */
    {NULL, NULL, NULL, NULL, NULL, NULL, "julai", "ogos", NULL, NULL, NULL, "disember"},
    /* Hebrew */
    {"\u05D9\u05E0\u05D5\u05D0\u05E8", "\u05E4\u05D1\u05E8\u05D5\u05D0\u05E8", "\u05DE\u05E8\u05E5",
     "\u05D0\u05E4\u05E8\u05D9\u05DC", "\u05DE\u05D0\u05D9", "\u05D9\u05D5\u05E0\u05D9",
     "\u05D9\u05D5\u05DC\u05D9", "\u05D0\u05D5\u05D2\u05D5\u05E1\u05D8",
     "\u05E1\u05E4\u05D8\u05DE\u05D1\u05E8", "\u05D0\u05D5\u05E7\u05D8\u05D5\u05D1\u05E8",
     "\u05E0\u05D5\u05D1\u05DE\u05D1\u05E8", "\u05D3\u05E6\u05DE\u05D1\u05E8"},
    /* Arabic */
    {"\u064A\u0646\u0627\u064A\u0631", "\u0641\u0628\u0631\u0627\u064A\u0631",
     "\u0645\u0627\u0631\u0633", "\u0623\u0628\u0631\u064A\u0644", "\u0645\u0627\u064A\u0648",
     "\u064A\u0648\u0646\u064A\u0648", "\u064A\u0648\u0644\u064A\u0648",
     "\u0623\u063A\u0633\u0637\u0633", "\u0633\u0628\u062A\u0645\u0628\u0631",
     "\u0623\u0643\u062A\u0648\u0628\u0631", "\u0646\u0648\u0641\u0645\u0628\u0631",
     "\u062F\u064A\u0633\u0645\u0628\u0631"}};

bool pst_when_is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* NAME, whatever the case of its letters. */
static bool take_name(struct pst_cursor *c, const char *name)
{
  struct pst_text here = {c->at, (size_t)(c->end - c->at)}, there = pst_text_of(name);

  while (there.size > 0) {
    size_t size, other;

    if (here.size == 0 || pst_letter_small(here, &size) != pst_letter_small(there, &other))
      return false;
    here = (struct pst_text){here.data + size, here.size - size};
    there = (struct pst_text){there.data + other, there.size - other};
  }
  c->at = here.data;
  return true;
}

enum {
  LANGUAGES = sizeof months / sizeof *months,
  NAMES = LANGUAGES * MONTHS,
  LETTERS = 'z' - 'a' + 1
};

/* The names by their first letter, those beyond ASCII last, each in the order of the table: most words are compared with
   few of them. */
static struct {
  const char *name[NAMES];
  unsigned char month[NAMES];
  size_t from[LETTERS + 2];
} index_of_names;

static size_t place_of(const char *name)
{
  return *name >= 'a' && *name <= 'z' ? (size_t)(*name - 'a') : LETTERS;
}

static void make_index(void)
{
  size_t n = 0;

  for (size_t place = 0; place <= LETTERS; place++) {
    index_of_names.from[place] = n;
    for (size_t l = 0; l < LANGUAGES; l++)
      for (int m = 0; m < MONTHS; m++)
        if (months[l][m] != NULL && place_of(months[l][m]) == place) {
          index_of_names.name[n] = months[l][m];
          index_of_names.month[n++] = (unsigned char)(m + 1);
        }
  }
  index_of_names.from[LETTERS + 1] = n;
}

int pst_when_month_name(struct pst_cursor *c)
{
  static pthread_once_t made = PTHREAD_ONCE_INIT;
  size_t place;
  char first;

  if (pst_cursor_done(c) || !pst_when_is_letter(*c->at))
    return -1;
  pthread_once(&made, make_index);
  first = (unsigned char)*c->at < 0x80 ? (char)(*c->at | 0x20) : *c->at;
  place = place_of(&first);
  for (size_t i = index_of_names.from[place]; i < index_of_names.from[place + 1]; i++) {
    struct pst_cursor try = *c;

    if (take_name(&try, index_of_names.name[i])
        && (pst_cursor_done(&try) || !pst_when_is_letter(*try.at))) {
      pst_cursor_take(&try, ".");
      *c = try;
      return index_of_names.month[i];
    }
  }
  return -1;
}
