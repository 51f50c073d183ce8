/* part_options.h -- the options of programs that read their input in parts. */
#ifndef PST_SCALE_PART_OPTIONS_H
#define PST_SCALE_PART_OPTIONS_H

#include "cli/option.h"

/* --part, --part-start, --part-rows and --from-parts, set to write to TO and GIVEN.
   Given     destinations that outlive the options
   Returned  the option
   Cost      O(1)
   Tested    tests/cli/parts-*, checkpoint-usage  */
struct pst_option pst_option_part(const char **to);
struct pst_option pst_option_part_start(size_t *to, bool *given);
struct pst_option pst_option_part_rows(bool *to);
struct pst_option pst_option_from_parts(struct pst_list *to);

/* --checkpoint, --unit and --ranks, the same way.  UNIT: bytes.  RANKS: 0 auto, 1 off. */
struct pst_option pst_option_checkpoint(const char **to);
struct pst_option pst_option_unit(unsigned long long *to, bool *given);
struct pst_option pst_option_ranks(unsigned *to);

#endif
