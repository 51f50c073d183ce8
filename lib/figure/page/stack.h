/* stack.h -- parts of a whole over time, one above the other: where each begins and ends.

   All     Given     a stack that pst_stack_make made; TIME below its n
           Cost      O(1) where nothing else is said
           Tested    tests/cli/figure-hover  */
#ifndef PST_FIGURE_PAGE_STACK_H
#define PST_FIGURE_PAGE_STACK_H

#include "base/arena.h"
#include "figure/figure.h"

struct pst_stack {
  size_t n;        /* times that all series have */
  size_t series;   /* how many there are */
  const double *x; /* the times */
  double *
      base; /* series i at time k: from base[i * n + k] to base[(i + 1) * n + k]; NaN where none has a value */
  const bool *joins; /* whether areas go on from a time to the next */
  double width;      /* of a bar, in x */
  double *from,
      *to; /* of a bar: series i at time k stands from from[i * n + k] to to[i * n + k], below 0 where it is
                        negative */
  size_t negative; /* values below 0, which no area has: base takes them as 0 */
  bool changing;   /* times that are near are parted, since not the same series have values */
};

/* pst_stack_make: the stack of FIGURE's series, which have one x in common, the first the lowest.  At an x where no
   series has a value there is a gap; where some have none, they add nothing, and areas are parted from times where
   others have values, as from a time that is far: a slope between them would say what nobody measured.
   Returned  false when memory is out
   Cost      O(series times times)  */
bool pst_stack_make(struct pst_stack *stack, const struct pst_figure *figure,
                    struct pst_arena *arena);

/* pst_stack_joins: whether an area goes on from TIME to the next.
   Returned  the answer  */
bool pst_stack_joins(const struct pst_stack *stack, size_t time);

/* pst_stack_reach: how far the area of a TIME that neighbours none reaches to both sides, where it
   is a narrow bar.
   Returned  the length in x; 0 of any other  */
double pst_stack_reach(const struct pst_stack *stack, size_t time);

#endif
