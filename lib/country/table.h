/* table.h -- the tables that tables/pack.c makes of datasets/countries/ at build time. */
#ifndef PST_COUNTRY_TABLE_H
#define PST_COUNTRY_TABLE_H

#include "country/country.h"

/* Texts are places in pst_country_text: without pointers the tables need no work at start. */
struct pst_country_entry {
  unsigned code, iso3, iso2, name;
  unsigned kind;
};

struct pst_country_key {
  unsigned text;  /* sorted by its bytes */
  unsigned entry; /* in pst_country_entries */
};

extern const char pst_country_texts[];
extern const struct pst_country_entry pst_country_entries[];
extern const struct pst_country_key pst_country_names[];   /* folded */
extern const struct pst_country_key pst_country_codes[];   /* as they are */
extern const struct pst_country_key pst_country_numbers[]; /* without leading zeros */
extern const unsigned pst_country_name_count, pst_country_code_count, pst_country_number_count;

#endif
