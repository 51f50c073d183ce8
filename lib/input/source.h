/* source.h -- where bytes come from: the shape that all stages of reading share. */
#ifndef PST_INPUT_SOURCE_H
#define PST_INPUT_SOURCE_H

#include <stddef.h>

#include "base/error.h"

/* Up to SIZE bytes to DATA; *GOT is 0 at the end only, and on failure. */
typedef enum pst_status pst_input_source(void *context, char *data, size_t size, size_t *got,
                                         struct pst_error *error);

#endif
