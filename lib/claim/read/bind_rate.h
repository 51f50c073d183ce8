/* bind_rate.h -- rates of a claims file: their tables, and where they are named.

   pst_bind_rates: the table of each rate of FILE; what is wrong with it is added to SOURCE's errors.
   pst_bind_rate_name: NODE, the second argument of convert, names a rate; it becomes a text.
   Cost    O(rates times tables); O(rates)
   Tested  test_claim_errors.c, each message word for word; test_claim_functions.c  */
#ifndef PST_CLAIM_READ_BIND_RATE_H
#define PST_CLAIM_READ_BIND_RATE_H

#include "claim/read/syntax.h"

void pst_bind_rates(struct pst_source *source, struct pst_file_syntax *file);
void pst_bind_rate_name(struct pst_source *source, const struct pst_file_syntax *file,
                        struct pst_syntax *node);

#endif
