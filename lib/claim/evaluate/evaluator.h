/* evaluator.h -- what the evaluation of one check holds, and how it fails; see evaluate.h. */
#ifndef PST_CLAIM_EVALUATE_EVALUATOR_H
#define PST_CLAIM_EVALUATE_EVALUATOR_H

#include "claim/verdict.h"
#include "language/function.h"
#include "claim/data/data.h"
#include "claim/data/item.h"
#include "claim/data/number.h"

enum pst_claim_value_kind {
  PST_CLAIM_VALUE_NUMBER,
  PST_CLAIM_VALUE_TEXT,
  PST_CLAIM_VALUE_SET,
  PST_CLAIM_VALUE_SERIES,
  PST_CLAIM_VALUE_TRUTH
};

/* The truth of a test, and what a verdict needs besides. */
struct pst_outcome {
  enum pst_truth truth;
  bool as_printed; /* yes, but only for the values as printed */
  bool wide;
  unsigned open;              /* of what is undecided: enum pst_open */
  enum pst_severity severity; /* of a no */
};

struct pst_claim_value {
  enum pst_claim_value_kind kind;
  const struct pst_number *number;
  struct pst_unit unit; /* of a number, of a series' numbers */
  struct pst_text text;
  struct pst_text period; /* of a key that is a time, as that of struct pst_key_value */
  bool no_text;           /* a text cell that is missing */
  struct pst_item *items;
  size_t count;
  size_t table;    /* of a text cell and of a series of cells: which, else SIZE_MAX */
  size_t open_key; /* of a series of cells: which key of the table is open */
  struct pst_outcome outcome;
};

/* The key that a text is. */
static inline struct pst_key_value pst_text_key(const struct pst_claim_value *value)
{
  return (struct pst_key_value){.text = value->text, .period = value->period};
}

/* What names in the expression stand for. */
struct pst_variable {
  struct pst_text name;
  const struct pst_item *item;
  const struct pst_variable *outer;
};

/* A row that was read. */
struct pst_read {
  size_t table;
  uint32_t row;
  bool decides;
};

/* The missing cells that a number rests on: the first of them by name. */
struct pst_missing {
  const char *names[4];
  size_t count; /* with those that have no room */
};

struct pst_kept; /* keep.h */

struct pst_evaluator {
  struct pst_source *source;
  struct pst_exact exact; /* scratch of one check */
  struct pst_file_syntax *file;
  struct pst_data *data;       /* one a table */
  struct pst_data_files files; /* of the tables */
  const char *folder;
  size_t most; /* of what is listed */
  size_t steps, held, depth;
  size_t steps_most;
  size_t trials;               /* of the diagnosis, in all checks */
  size_t trial_steps;          /* that those of the claim at hand may still take */
  struct pst_arena kept_arena; /* lasts as long as the check, unlike what a loop's members take */
  struct pst_kept *kept;
  size_t kept_members;
  /* Of the check at hand: */
  size_t check_at;    /* where it begins */
  bool failed;        /* an error was reported, or would have been */
  bool quiet;         /* report nothing: a trial of the diagnosis */
  bool explain;       /* what is evaluated now decides: tell it */
  size_t first_error; /* of the check, plus 1; 0: none */
  struct pst_read *reads;
  size_t read_count, read_total;
  const char **lines; /* the explanation, in the source's arena */
  size_t line_count, line_total;
  const char **near;
  size_t near_count;
  struct pst_claim_tally *tallies;
  size_t tally_count;
  struct pst_claim_series *series;
  size_t series_count;
  struct pst_claim_quantity reported, computed;
  const char *relation;
  const char
      *basis; /* of the number computed; "" where there are several, NULL where there is none */
  struct pst_missing missing; /* of the side of a comparison at hand */
  bool top;                   /* the test at hand is the whole check, not a part of it */
  /* A trial: index WHICH of the cell CELL is VALUE. */
  const struct pst_syntax *swap_cell;
  size_t swap_which;
  struct pst_key_value swap_value;
  const struct pst_syntax *swap_span; /* or the start (the end, if LAST) of this range is VALUE */
  bool swap_last;
  /* Or of the call or direction LEAVE_OF members are left out: that with LEAVE_KEY, or so many at an end. */
  const struct pst_syntax *leave_of;
  const struct pst_key_value *leave_key;
  size_t leave_first, leave_last;
  const struct pst_syntax *swap_call; /* or the call SWAP_CALL is one of SWAP_FUNCTION */
  size_t swap_function;
  bool robust; /* move the free choices of what is verified */
};

/* Steps of a check, about 0.1 microseconds each on a computer of 2020: counted, and not timed, so that
   the same file has the same verdicts everywhere.  What is tried to explain a contradiction has its
   own for a claim, a second's worth; what moves its free choices ten times that for a check. */
enum { PST_STEPS_MOST = 20000000, PST_TRIAL_STEPS = 2000000, PST_ROBUST_STEPS = 20000000 };

/* pst_evaluator_work: AMOUNT steps more, for what takes long beside the walk over the tree; whether
   there are too many the next step says. */
static inline void pst_evaluator_work(struct pst_evaluator *evaluator, size_t amount)
{
  evaluator->steps += amount;
}

/* pst_evaluator_fail: always false. */
bool pst_evaluator_fail(struct pst_evaluator *evaluator, size_t at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* pst_evaluator_blame: the error ERROR of a table or let, reported already; always false. */
bool pst_evaluator_blame(struct pst_evaluator *evaluator, size_t error);
/* pst_evaluator_want: NODE, which is VALUE, stands where WANTED is needed; always false. */
bool pst_evaluator_want(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                        const struct pst_claim_value *value, const char *wanted);
/* pst_evaluator_mixed: is VALUE, used as numbers, the text of a column of numbers with one cell that
   is none?  Then that is the error. */
bool pst_evaluator_mixed(struct pst_evaluator *evaluator, const struct pst_claim_value *value);
/* pst_evaluator_fail_texts: SERIES, at the byte AT, holds texts where numbers are needed. */
bool pst_evaluator_fail_texts(struct pst_evaluator *evaluator, size_t at,
                              const struct pst_claim_value *series);
bool pst_evaluator_fail_unit(struct pst_evaluator *evaluator, size_t at,
                             const struct pst_error *error);
/* pst_want_keys: false, with an error AT, where SET has a number that is no key: no whole one. */
bool pst_want_keys(struct pst_evaluator *evaluator, size_t at, const struct pst_claim_value *set);
/* pst_evaluator_memory: memory is out, which is an error of this check alone; always false. */
bool pst_evaluator_memory(struct pst_evaluator *evaluator);
/* pst_evaluator_miss: the cell CELL, as it is written, is missing. */
void pst_evaluator_miss(struct pst_evaluator *evaluator, const char *cell);
void pst_evaluator_read(struct pst_evaluator *evaluator, size_t table, uint32_t row);

/* Other slopes than the median of those of all pairs, beside the functions of the language: of swap_function. */
enum { PST_SWAP_LEAST_SQUARES = PST_FNS, PST_SWAP_ENDS };

/* pst_evaluator_leave: VALUE, that of NODE, without the members that the trial at hand leaves out of it; false when memory is
   out. */
bool pst_evaluator_leave(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         struct pst_claim_value *value);

/* pst_literal: the lone literal that NODE is, or that a let stands for; or NULL. */
const struct pst_syntax *pst_literal(const struct pst_syntax *node);
/* pst_literal_value: that literal as printed, or exact. */
bool pst_literal_value(struct pst_evaluator *evaluator, const struct pst_syntax *literal,
                       bool printed, struct pst_claim_value *out);

#endif
