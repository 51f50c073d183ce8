/* open_watch.h -- records of a plain table that may be none; only open.c has them watched. */
#ifndef PST_TIDY_OPEN_OPEN_WATCH_H
#define PST_TIDY_OPEN_OPEN_WATCH_H

#include "tidy/open/open_judge.h"

/* pst_open_watch: from now on READER refuses, or leaves out with --on-bad skip, what the judgement of the whole
   file would not take for a record: a note among the records; and behind the line by which OPENED judged the file,
   the header again, a name with nothing else where no record above was so, and 1.234, which may be 1234, where no
   number above had a mark.
   Status    PST_NO_MEMORY
   Cost      a few bytes a record are looked at
   Tested    tests/cli layout-note-among, layout-late, layout-late-mark */
enum pst_status pst_open_watch(struct pst_reader *reader, const struct pst_opened *opened,
                               struct pst_error *error);

#endif
