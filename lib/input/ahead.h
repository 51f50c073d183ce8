/* ahead.h -- a source whose next bytes can be looked at before they are read. */
#ifndef PST_INPUT_AHEAD_H
#define PST_INPUT_AHEAD_H

#include "base/text.h"
#include "input/source.h"

/* To begin: source, context, and the rest zero. */
struct pst_ahead {
  pst_input_source *source;
  void *context;
  char *data; /* looked at and not read: [used, size) */
  size_t used, size, capacity;
};

/* pst_ahead_peek: the next SIZE bytes, fewer only when the source ends; TEXT is good until the next
   call on AHEAD.
   Status    the source's; PST_NO_MEMORY
   Cost      the bytes are kept until they are read  */
enum pst_status pst_ahead_peek(struct pst_ahead *ahead, size_t size, struct pst_text *text,
                               struct pst_error *error);

/* pst_ahead_skip: step over COUNT bytes that were peeked at. */
void pst_ahead_skip(struct pst_ahead *ahead, size_t count);

/* pst_ahead_read: a pst_input_source; CONTEXT is the struct pst_ahead. */
enum pst_status pst_ahead_read(void *context, char *data, size_t size, size_t *got,
                               struct pst_error *error);

void pst_ahead_free(struct pst_ahead *ahead);

#endif
