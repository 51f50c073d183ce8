/* shape.h -- the shapes of what is compared: one entry each, chosen by the options that are given.

   To add a shape: a registry of methods (lib/method/methods_compare_*.c), a collector that reads the data
   of a unit, and an entry in shapes.c. */
#ifndef PST_COMPARE_SHAPE_H
#define PST_COMPARE_SHAPE_H

#include "compare/settings.h"

/* Reads the rows of GROUP for variable V into DATA; arrays in ARENA.
   Status    PST_BAD_DATA with the line; PST_NO_MEMORY */
typedef enum pst_status pst_compare_collect(const struct pst_job *job,
                                            const struct pst_groups *groups, size_t group, size_t v,
                                            struct pst_compare_data *data, struct pst_arena *arena,
                                            struct pst_error *error);

struct pst_compare_shape {
  const char *name;      /* the options that ask for it, as --method list and messages say them */
  unsigned needs, takes; /* PST_ASK_...: all of NEEDS, some of TAKES */
  const struct pst_registry *registry;
  pst_compare_collect *collect;
  bool text_y; /* -y is a column of texts */
  bool shares; /* estimates of the levels are shares: figures write per cent */
};

extern const struct pst_compare_shape pst_compare_shapes[];
extern const size_t pst_compare_n_shapes;

/* pst_compare_choose: the shape that the options of SETTINGS ask for, and its methods into the job.
   Status    PST_USAGE when none fits, an option has no meaning for it, a method is another shape's or
             cannot honour an option */
enum pst_status pst_compare_choose(struct pst_job *job, struct pst_compare_settings *settings,
                                   struct pst_error *error);

/* pst_compare_list: what --method list prints; false when it is not asked for. */
bool pst_compare_list(const struct pst_job *job, struct pst_buffer *out);

/* The collectors; collect_levels.c, collect_shares.c, collect_counts.c. */
pst_compare_collect pst_collect_samples, pst_collect_answers, pst_collect_shares,
    pst_collect_printed, pst_collect_poll, pst_collect_table;

#endif
