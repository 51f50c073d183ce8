/* trace.h -- where does this number come from: expressions over tables that give it, and how many would by chance.

   An expression is in context when its keys are those that the words around the number mention, where they mention any
   of that key.  A number that many expressions give proves nothing. */
#ifndef PST_TRACE_TRACE_H
#define PST_TRACE_TRACE_H

#include "paper/paper.h"
#include "trace/table.h"

/* From the simplest on. */
enum pst_trace_kind {
  PST_TRACE_CELL,
  PST_TRACE_DIFFERENCE,
  PST_TRACE_SHARE,
  PST_TRACE_GROWTH,
  PST_TRACE_RATIO,
  PST_TRACE_SUM,
  PST_TRACE_MEAN,
  PST_TRACE_RANK,
  PST_TRACE_COUNT,
  PST_TRACE_KINDS
};

/* Rows of one table that differ in one key only stand together. */
struct pst_trace_slices {
  size_t *rows;  /* all rows, by their other keys and then along this key */
  size_t *begin; /* where each slice begins, and the end of the last */
  size_t count;
};

struct pst_trace_data {
  struct pst_arena arena;
  struct pst_trace_table *tables;
  struct pst_trace_slices (*slices)[PST_TRACE_KEYS_MOST];
  size_t table_count;
};

/* What was tried of one kind in one value column, and what fits; NEAR: values within ten widths of the printed
   interval to either side, from which chance is told. */
struct pst_trace_class {
  size_t tried, fits, near;
  size_t tried_in, fits_in; /* in context */
};

struct pst_trace_candidate {
  enum pst_trace_kind kind;
  size_t table, value;
  bool in_context;
  bool of_time;  /* a rank among times, or what else goes along them */
  bool rounding; /* only what the cells stood for before rounding gives it */
  double computed;
  const char *expression; /* in the language of claims */
  const char *check;      /* "EXPRESSION = 8.1 %p" */
  unsigned long lines[2]; /* of the data: the cells, or the ends of a range; 0: none */
  double chance;          /* how many expressions as specific as this would fit by chance */
};

struct pst_trace {
  const struct pst_trace_data *data;
  struct pst_arena *arena;
  struct pst_trace_candidate *candidates; /* the most specific first */
  size_t count, capacity, more;           /* MORE: fits that are not listed */
  struct pst_trace_class *classes;        /* a value column of a table, a kind */
  size_t tried, fits;
  double chance;    /* of all expressions that were tried, how many fit by chance */
  size_t not_tried; /* slices that are too long for all pairs */
  bool stopped;     /* at 20 million expressions */
  bool failed;
};

extern const char *const pst_trace_kind_names[];

/* pst_trace_data_open: the COUNT files and folders at PATHS; of a folder the CSV files in it.
   Status    PST_IO, PST_BAD_DATA; PST_USAGE for a folder without CSV files; PST_NO_MEMORY  */
enum pst_status pst_trace_data_open(const char *const *paths, size_t count,
                                    struct pst_trace_data *data, struct pst_error *error);

void pst_trace_data_close(struct pst_trace_data *data);

/* Words around a number: those of its sentence, and, for keys of which that has none, those of its paragraph. */
struct pst_trace_words {
  const struct pst_paper *paper;
  size_t first, last;      /* tokens of the sentence */
  size_t before, after;    /* tokens of the paragraph */
  struct pst_text more[8]; /* further texts: headers of a table */
  size_t more_count;
  bool rank;   /* it stands where ranks do: below that heading */
  bool of_one; /* this value column alone is meant */
  size_t of_table, of_value;
};

/* pst_trace_search: what gives MENTION.
   Returned  trace  in ARENA; at most some 200 candidates
   Status    PST_NO_MEMORY
   Cost      a step an expression: rows, pairs of rows that differ in one key, ranges of times; at most 20 million
   Tested    tests/unit/trace/test_trace.c, tests/claims/test_draft.py  */
enum pst_status pst_trace_search(const struct pst_trace_data *data,
                                 const struct pst_mention *mention,
                                 const struct pst_trace_words *words, struct pst_arena *arena,
                                 struct pst_trace *trace, struct pst_error *error);

/* pst_trace_stands_out: the first candidate, where it is alone as specific as it is and chance gives none; else NULL. */
const struct pst_trace_candidate *pst_trace_stands_out(const struct pst_trace *trace);

#endif
