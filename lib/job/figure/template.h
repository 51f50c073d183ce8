/* template.h -- names of files and titles with the values of columns in them: "fig/{country}.svg".

   All     Given     a PATTERN, and N columns by NAMES
           Cost      O(size of the pattern and of the values)
           Tested    tests/unit/job/test_job_template.c  */
#ifndef PST_JOB_FIGURE_TEMPLATE_H
#define PST_JOB_FIGURE_TEMPLATE_H

#include "base/error.h"
#include "base/text.h"

/* pst_template_uses: which columns stand in PATTERN in braces: USED[k] is set for each.
   Status    PST_USAGE for braces around what is none of them  */
enum pst_status pst_template_uses(const char *pattern, const char *const *names, size_t n,
                                  bool *used, struct pst_error *error);

/* pst_template_path: PATTERN with VALUES, each made a name that is safe in any folder: letters and digits of all
   scripts, '.', '-' and ','; other runs become "_", and so does a '.' or '-' at the beginning; 120 bytes at most.
   Returned  OUT, appended  */
void pst_template_path(const char *pattern, const char *const *names, size_t n,
                       const char *const *values, struct pst_buffer *out);

/* pst_template_text: PATTERN with VALUES as they are; braces around anything else stay.
   Returned  OUT, appended  */
void pst_template_text(const char *pattern, const char *const *names, size_t n,
                       const char *const *values, struct pst_buffer *out);

#endif
