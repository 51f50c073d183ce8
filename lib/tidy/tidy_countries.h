/* tidy_countries.h -- key columns of a tidy table that name countries, in one form. */
#ifndef PST_TIDY_TIDY_COUNTRIES_H
#define PST_TIDY_TIDY_COUNTRIES_H

#include "cli/list.h"
#include "country/country.h"
#include "tidy/tidy.h"
#include "table/dictionary.h"

/* pst_tidy_key: the key column NAME; PST_USAGE, for option OPTION, with near names.  In
   tidy_columns.c, which chooses columns too. */
enum pst_status pst_tidy_key(const struct pst_tidy *tidy, const char *name, const char *option,
                             size_t *key, struct pst_error *error);

/* One key column: its distinct texts and what replaces each. */
struct pst_tidy_country {
  size_t key;
  const char *column;
  struct pst_dictionary texts;
  const char **out;
  struct pst_country_report report;
};

/* All zero: none. */
struct pst_tidy_countries {
  struct pst_tidy_country *columns;
  size_t n;
  bool only;       /* --countries-only */
  size_t left_out; /* rows */
  struct pst_arena arena;
};

/* pst_tidy_translate: the key columns NAMES of TIDY in FORM.
   Status    PST_USAGE for a column that is no key; PST_NO_MEMORY
   Cost      one pass over the rows, and one find a distinct text  */
enum pst_status pst_tidy_translate(const struct pst_tidy *tidy, const struct pst_list *names,
                                   enum pst_country_form form, struct pst_tidy_countries *countries,
                                   struct pst_error *error);

/* pst_tidy_check_countries: no two rows have equal keys only since two texts are one country.
   Status    PST_BAD_DATA, naming both rows and texts; PST_NO_MEMORY
   Cost      one pass where some texts are one country
   Tested    tests/cli/tidy-country-two  */
enum pst_status pst_tidy_check_countries(const struct pst_tidy *tidy,
                                         struct pst_tidy_countries *countries,
                                         struct pst_error *error);

/* pst_tidy_left_out: for struct pst_tidy_output: ROW is of an aggregate, and only countries are wanted. */
bool pst_tidy_left_out(void *countries, const struct pst_tidy_row *row);

/* pst_tidy_translated: for struct pst_tidy_output: TEXT of key KEY as it is to be written. */
struct pst_text pst_tidy_translated(void *countries, size_t key, struct pst_text text);

/* pst_tidy_say_countries: lines that begin with "tidy: "; _json: the value of one key. */
void pst_tidy_say_countries(const struct pst_tidy_countries *countries, struct pst_buffer *out);
void pst_tidy_countries_json(const struct pst_tidy_countries *countries, struct pst_buffer *out);

void pst_tidy_forget_countries(struct pst_tidy_countries *countries);

#endif
