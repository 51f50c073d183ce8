/* open_watch.h -- records of a plain table that may be none; only open.c has them watched. */
#ifndef PST_TIDY_OPEN_OPEN_WATCH_H
#define PST_TIDY_OPEN_OPEN_WATCH_H

#include "tidy/open/open_judge.h"

/* pst_open_watch: from now on READER refuses, or leaves out with --on-bad skip, what the judgement of the whole
   file would not take for a record: a note among the records; and behind line JUDGED, by which the file was
   judged, the header again, and a name with nothing else where no record above was so (LONE: one was).
   Status    PST_NO_MEMORY
   Cost      a few bytes a record are looked at
   Tested    tests/cli layout-note-among, layout-late */
enum pst_status pst_open_watch(struct pst_reader *reader, unsigned long judged, bool lone,
                               struct pst_error *error);

#endif
