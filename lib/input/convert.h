/* convert.h -- another encoding to UTF-8 by iconv, in blocks. */
#ifndef PST_INPUT_CONVERT_H
#define PST_INPUT_CONVERT_H

#include "base/error.h"
#include "input/source.h"

struct pst_convert;

/* pst_convert_open: PST_USAGE when iconv does not know ENCODING, and for its suffixes (//IGNORE). */
enum pst_status pst_convert_open(const char *encoding, struct pst_convert **convert,
                                 struct pst_error *error);

/* pst_convert_read: up to SIZE bytes (at least 16) of UTF-8; *GOT is 0 at the end only.
   Status    PST_BAD_DATA with the line, for bytes that the encoding does not have and for a
             character cut off by the end  */
enum pst_status pst_convert_read(struct pst_convert *convert, pst_input_source *source,
                                 void *context, char *data, size_t size, size_t *got,
                                 struct pst_error *error);

void pst_convert_close(struct pst_convert *convert);

#endif
