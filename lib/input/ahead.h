/* ahead.h -- a source whose next bytes can be looked at before they are read.

   All     Given     an AHEAD with a source; any sizes
           Returned  the bytes, and AHEAD moved on by what was read or skipped
           Cost      what the source costs; the bytes that are peeked at are copied once
           Tested    test_input.c, by way of pst_input_peek and pst_input_read  */
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
   Status    the source's, PST_IO and PST_BAD_DATA among them; PST_NO_MEMORY
   Cost      the bytes are kept until they are read  */
enum pst_status pst_ahead_peek(struct pst_ahead *ahead, size_t size, struct pst_text *text,
                               struct pst_error *error);

/* pst_ahead_skip: step over COUNT bytes, no more than were peeked at. */
void pst_ahead_skip(struct pst_ahead *ahead, size_t count);

/* pst_ahead_read: a pst_input_source; CONTEXT is the struct pst_ahead.
   Status    the source's: PST_IO, PST_BAD_DATA, PST_NO_MEMORY  */
enum pst_status pst_ahead_read(void *context, char *data, size_t size, size_t *got,
                               struct pst_error *error);

/* pst_ahead_free: the bytes; the source stays. */
void pst_ahead_free(struct pst_ahead *ahead);

#endif
