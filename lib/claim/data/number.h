/* number.h -- a number of a claim: how it comes from cells, its range, and its value as printed.

   A cell that is used twice is one unknown.  The natural range of an expression takes every use as
   an unknown of its own; pst_number_range narrows it: where the expression is monotone in such a
   cell it takes the cell's ends, else it halves the cell's range.  What it returns is never
   narrower than the truth. */
#ifndef PST_CLAIM_DATA_NUMBER_H
#define PST_CLAIM_DATA_NUMBER_H

#include "interval/range.h"

enum pst_number_kind {
  PST_NUMBER_LEAF,
  PST_NUMBER_ADD,
  PST_NUMBER_SUBTRACT,
  PST_NUMBER_MULTIPLY,
  PST_NUMBER_DIVIDE,
  PST_NUMBER_ABS,
  PST_NUMBER_SUM, /* of any number of arguments, as the next three */
  PST_NUMBER_MIN,
  PST_NUMBER_MAX,
  PST_NUMBER_MEDIAN,
  PST_NUMBER_QUANTILE, /* PARAMETER: the share */
  PST_NUMBER_FLOOR,    /* of one argument; PARAMETER: the unit, 10^-digits */
  PST_NUMBER_CEIL,
  PST_NUMBER_ROUND,
  PST_NUMBER_SQRT, /* of one argument */
  PST_NUMBER_EXP,
  PST_NUMBER_LOG,
  PST_NUMBER_LOG10,
  PST_NUMBER_LOG2,
  PST_NUMBER_POWER /* of two */
};

/* What leaves a number open. */
enum pst_open { PST_OPEN_ROUNDING = 1, PST_OPEN_BOUND = 2, PST_OPEN_TIE = 4 };

struct pst_number {
  enum pst_number_kind kind;
  const struct pst_number **arguments;
  size_t count;
  struct pst_rational parameter; /* of the kinds that have one */
  struct pst_range range;        /* natural */
  bool has_printed;
  struct pst_rational printed;
  bool missing;  /* a missing cell is in it: the range holds whatever that could be */
  bool own;      /* of a leaf: the result of a function, a range of its own, and no figure */
  bool meant;    /* all of the range is meant, as a year's days: what lies in it is that */
  unsigned open; /* of enum pst_open */
  int decimals;  /* digits after the point to show at least, in its unit's scale */
  uint64_t id;   /* of a leaf: the same for the same unknown, 0 for one of its own */
};

/* All return NULL when memory is out. */
const struct pst_number *pst_number_point(struct pst_exact *exact, struct pst_rational value);
const struct pst_number *pst_number_leaf(struct pst_exact *exact, const struct pst_range *range,
                                         bool has_printed, struct pst_rational printed,
                                         uint64_t id);
/* pst_number_show: NUMBER (or NULL), fresh from pst_number_leaf, is shown with DECIMALS digits. */
const struct pst_number *pst_number_show(const struct pst_number *number, int decimals);
/* pst_number_bound: NUMBER, fresh from pst_number_leaf, is bounded by what stands in its cell, which is
   no figure: an unknown, even where it has a middle. */
void pst_number_bound(const struct pst_number *number);
/* pst_number_missing: a cell that is not there. */
const struct pst_number *pst_number_missing(struct pst_exact *exact, uint64_t id);

/* pst_open_text: "rounding", "a bound or a tie", ... */
const char *pst_open_text(unsigned open);

/* pst_number_binary: ADD to DIVIDE; also NULL, with *ZERO set, when the divisor holds 0. */
const struct pst_number *pst_number_binary(struct pst_exact *exact, enum pst_number_kind kind,
                                           const struct pst_number *a, const struct pst_number *b,
                                           bool *zero);
const struct pst_number *pst_number_abs(struct pst_exact *exact, const struct pst_number *a);
/* pst_number_many: SUM, MIN, MAX or MEDIAN of COUNT > 0 numbers; the array is kept. */
const struct pst_number *pst_number_many(struct pst_exact *exact, enum pst_number_kind kind,
                                         const struct pst_number **arguments, size_t count);

/* pst_number_apply: FLOOR to POWER, of COUNT arguments with PARAMETER; also NULL, with *NONE set, when
   some value of the arguments has none, as the root of a negative number. */
const struct pst_number *pst_number_apply(struct pst_exact *exact, enum pst_number_kind kind,
                                          const struct pst_number *const *arguments, size_t count,
                                          struct pst_rational parameter, bool *none);
/* pst_number_quantile: the SHARE (0 to 1) quantile of COUNT > 0 numbers, type 7; the array is kept. */
const struct pst_number *pst_number_quantile(struct pst_exact *exact,
                                             const struct pst_number **arguments, size_t count,
                                             struct pst_rational share);

/* pst_number_range (adds the parts that it looks at to EXACT's work): the range of NUMBER; WIDE (may be NULL) is set when it may be wider than the
   truth because a cell is used twice. */
struct pst_range pst_number_range(struct pst_exact *exact, const struct pst_number *number,
                                  bool *wide);

/* pst_number_share: do A and B rest on one unknown? */
bool pst_number_share(struct pst_exact *exact, const struct pst_number *a,
                      const struct pst_number *b);

#endif
