/* context.h -- which rows of a table the words around a number speak of. */
#ifndef PST_TRACE_CONTEXT_H
#define PST_TRACE_CONTEXT_H

#include "trace/trace.h"

/* pst_trace_context: IN, a flag a row of TABLE: each of its keys is mentioned by WORDS, or none of that key's column is.
   Returned  how many key columns have one that is mentioned; IN all true when there is none. */
size_t pst_trace_context(const struct pst_trace_table *table, const struct pst_trace_words *words,
                         bool *in, struct pst_arena *scratch, bool *failed);

#endif
