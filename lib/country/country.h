/* country.h -- the names and codes of countries: what a text means, said exactly or not at all.

   The tables are datasets/countries/: the names of ISO 3166 in five languages, what agencies write,
   and the aggregates that they publish.  They are built into the library, sorted and folded
   (tables/pack.c); nothing is read or computed at start.  docs/COUNTRIES.md gives the rules. */
#ifndef PST_COUNTRY_COUNTRY_H
#define PST_COUNTRY_COUNTRY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

enum pst_country_kind {
  PST_COUNTRY_PRESENT,   /* has a code in ISO 3166-1 */
  PST_COUNTRY_FORMER,    /* has a code in ISO 3166-3 only: the Soviet Union */
  PST_COUNTRY_TERRITORY, /* has no code in ISO 3166; agencies use one of their own: Kosovo */
  PST_COUNTRY_AGGREGATE  /* several countries, or what is left of them: World, Channel Islands */
};

/* One country or aggregate.  The texts are closed by NUL and live as long as the program. */
struct pst_country {
  const char *code; /* its own: JPN, SUHH, XKX, WLD; two texts mean the same when these are equal */
  const char *iso3; /* as code, save for former states: SUN */
  const char *iso2; /* "" where there is none */
  const char *name; /* English */
  enum pst_country_kind kind;
};

/* pst_country_find: the country or aggregate that TEXT names.

   Given     a name in English, French, German, Spanish or Japanese, or as an agency spells it,
             compared by its folded form (fold.h); or a code in capitals: JPN, JP, SUHH, SUN, EL
   Returned  false when TEXT is no name or code of the tables; *COUNTRY is then as it was.  Numbers
             are never found: see below
   Cost      the fold, and two binary searches
   Tested    test_country.c, tests/datasets/test_countries.py  */
bool pst_country_find(struct pst_text text, struct pst_country *country);

/* pst_country_find_code, pst_country_find_name: one of the two.  Among names, a code counts only when
   it has three letters of ISO 3166-1, four letters or more, or a digit: EC is not Ecuador where the
   other texts are names. */
bool pst_country_find_code(struct pst_text text, struct pst_country *country);
bool pst_country_find_name(struct pst_text text, struct pst_country *country);

/* pst_country_find_number: the same for a number of ISO 3166 and the UN (36 or 036 is Australia), or
   of UN Comtrade where it differs (842 is the USA).  For columns of which all cells are such. */
bool pst_country_find_number(struct pst_text text, struct pst_country *country);

/* pst_country_near: the English name of the country whose name is spelt most like TEXT, or NULL when
   none is near.  For "did you mean"; never for a match.
   Cost      some milliseconds  */
const char *pst_country_near(struct pst_text text);

/* --- a column ----------------------------------------------------------------------------------- */

enum pst_country_form { PST_COUNTRY_ISO3, PST_COUNTRY_ISO2, PST_COUNTRY_NAME };

/* pst_country_text: COUNTRY in FORM: iso3 and iso2 give the own code where ISO 3166-1 has none. */
const char *pst_country_text(const struct pst_country *country, enum pst_country_form form);

/* What became of the distinct texts of a column.  The lists are in the arena of the call, in the
   order of the texts. */
struct pst_country_report {
  size_t count; /* texts that are not missing; the sum of the five below */
  size_t present, former, territories, aggregates, unresolved;
  bool numbers;            /* all texts are numbers */
  const char **aggregate;  /* [aggregates]: as they stood */
  const char **unknown;    /* [unresolved]: as they stood */
  const char **near;       /* [unresolved]: a name like it, or NULL; for the first 10 only */
  bool *is_aggregate;      /* [N]: of each text */
  size_t merged;           /* pairs of different texts that are one country */
  const char *(*pairs)[2]; /* [merged]: an earlier text, and the other */
};

/* pst_country_translate: each of TEXT[0..N) in FORM.

   Given     distinct texts, or NULL for a missing one.  Where all are numbers, and nine in ten or
             more are those of the UN, they are read as such, and otherwise not at all; where half or
             more are codes, as codes and names; else as names
   Returned  OUT[i]: the translation; what is not found stays, as the pointer it was
             *REPORT: counts and lists; may be NULL
   Status    PST_NO_MEMORY
   Cost      2 N finds, and up to 10 pst_country_near
   Tested    test_country_translate.c  */
enum pst_status pst_country_translate(const char *const *text, size_t n, enum pst_country_form form,
                                      struct pst_arena *arena, const char **out,
                                      struct pst_country_report *report, struct pst_error *error);

#endif
