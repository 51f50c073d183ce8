/* range.h -- intervals with exact ends, each closed, open, or a tie.

   The end of a printed figure's interval is a tie: rounding may have sent it here or to the figure
   beside it.  A tie can save an equality, so it counts as closed there; it cannot upset an order
   (rounding is monotone: a printed 32 is more than a printed 31), so it counts as open there.

   Operations take their operands as independent, and their results are then the exact ranges.

   All     Given     ranges that are not empty, of any unit; what lives in the arena of EXACT
           Returned  the range or the answer; when memory is out EXACT has failed, and it means nothing
           Cost      that of a handful of operations of rational.h; those without EXACT make no memory
           Tested    test_range.c, against brute force over all values that round to the
                     printed ones  */
#ifndef PST_INTERVAL_RANGE_H
#define PST_INTERVAL_RANGE_H

#include "interval/rational.h"
#include "interval/truth.h"

/* From the most inclusive on: a sum has the larger of its ends' kinds. */
enum pst_limit_kind { PST_LIMIT_CLOSED, PST_LIMIT_TIE, PST_LIMIT_OPEN };

struct pst_limit {
  struct pst_rational value;
  enum pst_limit_kind kind;
  int infinite; /* -1 or 1: no bound on that side; VALUE is then 0 and KIND open */
};

struct pst_range {
  struct pst_limit low, high;
};

/* pst_range_point: VALUE alone.  pst_range_all: no bound at all.
   pst_range_is_point: one number is left.  pst_range_is_bounded: neither end is infinite. */
struct pst_range pst_range_point(struct pst_rational value);
struct pst_range pst_range_all(void);
bool pst_range_is_point(const struct pst_range *range);
bool pst_range_is_bounded(const struct pst_range *range);

/* pst_range_printed: the numbers that print as VALUE when the last digit stands for UNIT: 20.4
   and 0.1 are [20.35, 20.45] under half, [20.35, 20.45) under half-up, [20.4, 20.5) under
   truncate; under half-even both ends belong to it when the last digit is even. */
struct pst_range pst_range_printed(struct pst_exact *exact, struct pst_rational value,
                                   struct pst_rational unit, enum pst_rounding rounding);

/* pst_range_parse: a bounded cell, as pst_bounds_parse reads it: `>10` `>=3` `<0.5` `<=296`
   `[1,2]` `(1;2]` `581±4`.  PRINTED (with HAS_PRINTED): the centre of the last. */
bool pst_range_parse(struct pst_exact *exact, struct pst_text cell, struct pst_range *range,
                     bool *has_printed, struct pst_rational *printed);

/* pst_range_whole: only whole numbers are meant: `>10` becomes 11 or more.  The range as it was
   when no whole number lies within. */
struct pst_range pst_range_whole(struct pst_exact *exact, struct pst_range range);

/* pst_range_add, pst_range_negate, pst_range_subtract, pst_range_multiply: A + B, -A, A - B, A * B. */
struct pst_range pst_range_add(struct pst_exact *exact, const struct pst_range *a,
                               const struct pst_range *b);
struct pst_range pst_range_negate(struct pst_exact *exact, const struct pst_range *a);
struct pst_range pst_range_subtract(struct pst_exact *exact, const struct pst_range *a,
                                    const struct pst_range *b);
struct pst_range pst_range_multiply(struct pst_exact *exact, const struct pst_range *a,
                                    const struct pst_range *b);
/* pst_range_divide: A / B; false when B holds 0 (a tie counts).
   pst_range_abs: |A|.
   pst_range_min, pst_range_max: the smaller and the larger of a value of A and one of B.
   pst_range_hull: the least range around both. */
bool pst_range_divide(struct pst_exact *exact, const struct pst_range *a, const struct pst_range *b,
                      struct pst_range *out);
struct pst_range pst_range_abs(struct pst_exact *exact, const struct pst_range *a);
struct pst_range pst_range_min(const struct pst_range *a, const struct pst_range *b);
struct pst_range pst_range_max(const struct pst_range *a, const struct pst_range *b);
struct pst_range pst_range_hull(const struct pst_range *a, const struct pst_range *b);

/* pst_limit_compare_low, pst_limit_compare_high: which of two low (high) ends reaches further down
   (up): negative when A is the lower end. */
int pst_limit_compare_low(const struct pst_limit *a, const struct pst_limit *b);
int pst_limit_compare_high(const struct pst_limit *a, const struct pst_limit *b);

/* pst_range_hold: VALUE is one of RANGE; as for equality, a tie belongs to it.
   pst_range_meet: some value lies in both. */
bool pst_range_hold(const struct pst_range *range, struct pst_rational value);
/* pst_range_inside: every value of A is one of B. */
bool pst_range_inside(const struct pst_range *a, const struct pst_range *b);
bool pst_range_meet(const struct pst_range *a, const struct pst_range *b);

/* pst_range_sign: is DIFFERENCE, of a left and a right side, in RELATION to 0?  Yes or no when
   that holds for all its values, else undecided. */
enum pst_truth pst_range_sign(const struct pst_range *difference, enum pst_relation relation);

/* pst_range_print: "[8.05, 8.15]", "(10, inf)", or a point's number.  Ties are written closed. */
const char *pst_range_print(struct pst_exact *exact, const struct pst_range *range);

#endif
