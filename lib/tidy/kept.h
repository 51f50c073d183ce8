/* kept.h -- a reading that is settled, kept in a file: the next download is read the same, or refused.

   The file is JSON: the layout, what the user said, the decimal mark, and the columns with their roles. */
#ifndef PST_TIDY_KEPT_H
#define PST_TIDY_KEPT_H

#include "tidy/tidy.h"

/* pst_kept_is_file: what --layout names is a file, and no layout. */
bool pst_kept_is_file(const char *name);

/* pst_kept_write: how TIDY was read with OPTIONS, to PATH.  PST_IO, PST_NO_MEMORY. */
enum pst_status pst_kept_write(const struct pst_tidy *tidy, const struct pst_tidy_options *options,
                               const char *path, struct pst_error *error);

/* pst_kept_read: from PATH into OPTIONS what OPTIONS does not say itself, kept in ARENA, with the
   columns that pst_tidy_open holds the file to.
   Status    PST_BAD_DATA when it is no such file; PST_IO; PST_NO_MEMORY  */
enum pst_status pst_kept_read(const char *path, struct pst_arena *arena,
                              struct pst_tidy_options *options, struct pst_error *error);

#endif
