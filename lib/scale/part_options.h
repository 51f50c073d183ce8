/* part_options.h -- the options of programs that read their input in parts. */
#ifndef PST_SCALE_PART_OPTIONS_H
#define PST_SCALE_PART_OPTIONS_H

#include "cli/option.h"

/* --part, --part-start, --part-rows and --from-parts, set to write to TO and GIVEN.
   Given     destinations that outlive the options
   Returned  the option
   Cost      O(1)
   Tested    tests/cli/parts-*  */
struct pst_option pst_option_part(const char **to);
struct pst_option pst_option_part_start(size_t *to, bool *given);
struct pst_option pst_option_part_rows(bool *to);
struct pst_option pst_option_from_parts(struct pst_list *to);

#endif
