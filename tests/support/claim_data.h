/* claim_data.h -- claims checked against a few small tables, for the tests of lib/claim. */
#ifndef PST_TESTS_CLAIM_DATA_H
#define PST_TESTS_CLAIM_DATA_H

#include "claim/claim.h"

/* The tables, in a folder of their own under the build's temporary files:
     share.csv   country, period, share_pct: two countries, two periods, as printed
     grants.csv  year, amount: 1997 to 2003, 2001 missing, 2002 without a row, exact
     place.csv   partner, period, rank: whole numbers, some bounded
     twice.csv   key, value: the key a has two rows
     text.csv    event, date: texts
     broken.csv  key, value: one value is no number  */

/* claim_data_declarations: the tables above (twice and broken apart) declared in a claims file. */
extern const char claim_data_declarations[];
/* How many lines that takes: what follows begins on the next. */
enum { CLAIM_DATA_LINES = 15 };

/* claim_data_path: NAME in their folder; good until the next call. */
const char *claim_data_path(const char *name);

int claim_data_setup(void **state);
int claim_data_teardown(void **state);

/* claim_data_check: TEXT as a claims file beside the tables; freed by the next call, and by
   claim_data_teardown. */
const struct pst_claims *claim_data_check(const char *text);

/* claim_data_one: the one check CHECK of one claim, behind the declarations. */
const struct pst_claim_check *claim_data_one(const char *check);

#endif
