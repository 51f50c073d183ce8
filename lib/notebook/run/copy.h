/* copy.h -- files as copies that tell whether they were written since. */
#ifndef PST_NOTEBOOK_RUN_COPY_H
#define PST_NOTEBOOK_RUN_COPY_H

#include <stdbool.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/text.h"

/* pst_copy_file: FROM as the file TO, which may be written and bears a time that no clock gives.
   Status    PST_IO  */
enum pst_status pst_copy_file(const char *from, const char *to, struct pst_error *error);

/* pst_copy_is_untouched: a file that is ABOUT is as pst_copy_file made it. */
bool pst_copy_is_untouched(const struct stat *about);

/* pst_copy_read: all of the file PATH, appended.  PST_IO; PST_NO_MEMORY. */
enum pst_status pst_copy_read(const char *path, struct pst_buffer *out, struct pst_error *error);

#endif
