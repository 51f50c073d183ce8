/* kinds.h -- the kinds of indicators: one row a kind.

   To add a kind: its kernel in lib/stats, a function that calls it in the file of its sort, and a row in
   kinds.c.  The checks of options, and `--kind list`, come from the row.
   Tested  tests/cli/indicator-*: the list, each kind and each refusal */
#ifndef PST_INDICATOR_KINDS_H
#define PST_INDICATOR_KINDS_H

#include "indicator/frame/settings.h"

extern const struct pst_indicator_kind pst_indicator_kinds[];
extern const size_t pst_indicator_n_kinds;

/* pst_indicator_read_kinds: the items of LIST (each may hold several, between commas outside brackets).
   Returned  *ASKS in the job's arena
   Status    PST_USAGE, with what to write */
enum pst_status pst_indicator_read_kinds(struct pst_job *job, const struct pst_list *list,
                                         struct pst_indicator_ask **asks, size_t *count,
                                         struct pst_error *error);

/* pst_indicator_list: what `--kind list` prints. */
void pst_indicator_list(struct pst_buffer *out);

#endif
