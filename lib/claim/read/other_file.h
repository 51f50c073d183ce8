/* other_file.h -- a file that is no claims file at all. */
#ifndef PST_CLAIM_READ_OTHER_FILE_H
#define PST_CLAIM_READ_OTHER_FILE_H

#include "language/source.h"

/* pst_other_file: is SOURCE none, so that no line of it begins as a statement does, or nearly so?  Then
   that is its one error, instead of one a line: most likely the data were named in place of the
   claims.  A file without any line but remarks is a claims file.
   Cost  O(size) */
bool pst_other_file(struct pst_source *source);

#endif
