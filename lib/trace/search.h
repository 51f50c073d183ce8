/* search.h -- one number, one value column at a time: what is asked, and where what is tried is counted.  For
   lib/trace/search.c, offer.c and tries.c alone. */
#ifndef PST_TRACE_SEARCH_H
#define PST_TRACE_SEARCH_H

#include "trace/trace.h"

enum { PST_TRACE_LISTED_MOST = 200, PST_TRACE_CONTEXT_MOST = 400, PST_TRACE_STEPS_MOST = 20000000 };

struct pst_trace_search {
  struct pst_trace *trace;
  const struct pst_mention *mention;
  double low, high; /* the printed interval, in units */
  size_t t, value;  /* the table, and its column */
  const struct pst_trace_table *table;
  const struct pst_trace_column *column;
  struct pst_trace_class *class; /* of the value column: one a kind */
  const bool *in;                /* rows in context */
  bool pinned;   /* some key is mentioned: out of context is another thing than in it */
  double factor; /* of a cell, to units */
  bool rank;     /* a rank and nothing else */
  bool of;       /* "46 % of": a part of something, and no growth */
  size_t steps;
};

/* What is tried: rows A and B, along KEY; a series from FROM to TO of the rows of KEY's slices (TO 0: all of the
   slice of A). */
struct pst_trace_try {
  enum pst_trace_kind kind;
  double value, half;
  bool turned; /* the growth with its sign turned: it fell by 3 % */
  size_t a, b, key, from, to;
  bool in;
};

/* pst_trace_offer: T is tried: counted, and kept when it fits. */
void pst_trace_offer(struct pst_trace_search *s, const struct pst_trace_try *t);

/* pst_trace_wants: may expressions of KIND over this column be what is printed? */
bool pst_trace_wants(const struct pst_trace_search *s, enum pst_trace_kind kind);

/* pst_trace_tries: all expressions over this column. */
void pst_trace_tries(struct pst_trace_search *s);

#endif
