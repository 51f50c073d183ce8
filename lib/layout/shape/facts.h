/* facts.h -- what the cells of one column are, over all records: what decides between keys and
   values. */
#ifndef PST_LAYOUT_SHAPE_FACTS_H
#define PST_LAYOUT_SHAPE_FACTS_H

#include "layout/frame.h"

struct pst_facts {
  size_t filled, numbers, tokens, texts;
  size_t decimals; /* numbers with a mark that parts no thousands */
  size_t grouped;  /* with blanks or marks between thousands */
  size_t signs;    /* negative ones, and such with % or a currency */
  size_t zeros;    /* digits alone, two and more, that begin with 0 */
  size_t years;    /* of the calendar */
  size_t distinct; /* different cells */
  size_t digits;   /* that all whole numbers have; 0: not all the same */
  bool counts;     /* 1, 2, 3 ... or 0, 1, 2 ... down the rows */
  unsigned *codes; /* of each record, by its text; 0 for an empty cell */
};

/* The records that facts are about: rows of the sheet. */
struct pst_shape_records {
  size_t *rows;
  size_t n;
};

/* pst_shape_records_list: rows [body, end) of FRAME that are as wide as it and hold more than one cell;
   PST_NO_MEMORY. */
enum pst_status pst_shape_records_list(const struct pst_frame *frame,
                                       struct pst_shape_records *records, struct pst_error *error);

enum pst_status pst_facts_find(const struct pst_frame *frame,
                               const struct pst_shape_records *records, size_t column,
                               struct pst_facts *facts, struct pst_error *error);

/* pst_facts_one_to_one: each text of A stands with one of B only, and the other way round; some stand
   there twice. */
bool pst_facts_one_to_one(const struct pst_facts *a, const struct pst_facts *b,
                          const struct pst_shape_records *records, struct pst_arena *arena);

/* pst_shape_count, _mostly: how many filled cells of COLUMN satisfy TEST, and how many are filled; nine of ten do. */
size_t pst_shape_count(const struct pst_frame *frame, size_t column,
                       bool (*test)(struct pst_text, unsigned), size_t *filled);
bool pst_shape_mostly(const struct pst_frame *frame, size_t column,
                      bool (*test)(struct pst_text, unsigned));

#endif
