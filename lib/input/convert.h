/* convert.h -- another encoding to UTF-8 by iconv, in blocks.

   All     Tested    test_input.c, by way of pst_input_open  */
#ifndef PST_INPUT_CONVERT_H
#define PST_INPUT_CONVERT_H

#include "base/error.h"
#include "input/source.h"

struct pst_convert;

/* pst_convert_open: to read bytes of ENCODING.
   Given     a name that iconv has
   Returned  *CONVERT, for pst_convert_close
   Status    PST_USAGE when iconv does not know ENCODING, and for its suffixes (//IGNORE); PST_NO_MEMORY
   Cost      64 KiB of memory  */
enum pst_status pst_convert_open(const char *encoding, struct pst_convert **convert,
                                 struct pst_error *error);

/* pst_convert_read: up to SIZE bytes (at least 16) of UTF-8; *GOT is 0 at the end only.
   Given     SOURCE with CONTEXT, the same one at each call
   Returned  DATA, whole characters, without the byte-order mark
   Status    PST_BAD_DATA with the line, for bytes that the encoding does not have and for a
             character cut off by the end; the source's, PST_IO where there is no ERROR to tell it by
   Cost      one pass  */
enum pst_status pst_convert_read(struct pst_convert *convert, pst_input_source *source,
                                 void *context, char *data, size_t size, size_t *got,
                                 struct pst_error *error);

/* pst_convert_close: CONVERT, which may be NULL; the source stays.
   Given     what pst_convert_open gave
   Cost      O(1)  */
void pst_convert_close(struct pst_convert *convert);

#endif
