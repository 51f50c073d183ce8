/* steps.h -- the steps of pst_look_at, which only look.c puts together. */
#ifndef PST_LOOK_STEPS_H
#define PST_LOOK_STEPS_H

#include "look/look.h"

/* column.c: one column.  SCRATCH is released by the caller. */
enum pst_status pst_look_column(const struct pst_table *table,
                                const struct pst_look_options *options, struct pst_arena *arena,
                                struct pst_arena *scratch, struct pst_look_column *out,
                                struct pst_error *error);

/* mixed.c: what keeps a column of texts from being numbers or periods.  COUNTS: its N texts. */
enum pst_status pst_look_mixed(const struct pst_look_options *options, struct pst_arena *arena,
                               const struct pst_top_count *counts, size_t n,
                               struct pst_look_column *out, struct pst_error *error);

/* alike.c: which of a column's N texts, COUNTS, differ from another in capitals or blanks only; not
   looked for among more than 100,000. */
enum pst_status pst_look_alike(struct pst_arena *arena, const struct pst_top_count *counts,
                               size_t n, struct pst_look_column *out, struct pst_error *error);

/* pst_look_like_missing: n/a, .., :, - and their like, capitals or not. */
bool pst_look_like_missing(struct pst_text text);

/* pst_look_cells: column C as repeats.h compares it: as printed, or BY_VALUE, so that 1 and 1.0 are the
   same (not where cells are bounded, which have no one value). */
struct pst_repeat_cells pst_look_cells(const struct pst_look *look, size_t c, bool by_value);

/* pst_look_resolve: the column called NAME, or #3; OPTION for the message. */
enum pst_status pst_look_resolve(const struct pst_look *look, const char *option, const char *name,
                                 size_t *column, struct pst_error *error);

/* key.c and time.c, in this order: the series of a time are the rest of the key. */
enum pst_status pst_look_find_key(struct pst_look *look, const struct pst_look_options *options,
                                  struct pst_error *error);
enum pst_status pst_look_find_time(struct pst_look *look, const struct pst_look_options *options,
                                   struct pst_error *error);

#endif
