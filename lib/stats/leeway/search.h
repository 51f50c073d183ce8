/* search.h -- a kernel run on completions of its values, and how far its numbers go.  For leeway.c.

   pst_search_begin  the cells that have leeway, from the arrays; values that are known within bounds alone get one
   pst_search_run    the kernel on what stands in the cells: every row's range grows by what it gives
   pst_search_patterns  all cells low, high, apart by array, by halves, by their own size and by that of the first array
   pst_search_sides  which way each number goes when one value is moved by itself
   pst_search_corner  every value to the side that takes a row's estimate up, or down
   pst_search_every  where they are few, all completions of whole numbers, ALL of them there are; of other cells both ends
                     and what lies between
   pst_search_climb  value by value, to the end that takes TARGET further, then half as far (whole numbers by one): from
                     the pattern where it was furthest, then from corners that are drawn, while there are runs
   pst_search_end    the values themselves again
   Given     as leeway.h
   Returned  ranges, a row of the rows each
   Status    PST_NO_MEMORY; what the kernel fails with, save PST_UNDEFINED
   Cost      runs of the kernel, counted in RUNS; of pst_search_every at most PST_SEARCH_EVERY
   Tested    test_leeway.c, by way of leeway.h */
#ifndef PST_STATS_LEEWAY_SEARCH_H
#define PST_STATS_LEEWAY_SEARCH_H

#include "stats/leeway/leeway.h"

enum { PST_SEARCH_EVERY = 2500 };

struct pst_search_cell {
  double *at;
  double value, low, high;
  size_t array;
  bool whole;    /* a value within bounds is a whole number */
  double beside; /* the value of the first array in the same place; NaN where there is none */
};

enum pst_search_number { PST_SEARCH_ESTIMATE, PST_SEARCH_P };

struct pst_search_range {
  double low[2], high[2]; /* by enum pst_search_number; INFINITY and -INFINITY before the first */
};

struct pst_search {
  const struct pst_leeway *leeway;
  const struct pst_estimates *rows; /* from FIRST on */
  size_t first, count;
  struct pst_search_cell *cells;
  size_t n;
  bool without_low, without_high; /* some cell has no such end; FAR stands for it */
  double far;
  bool
      ordered; /* set before: of cells without their ends the next number within stands for an end */
  size_t runs, observed; /* observed: the greatest n of the first row */
  double (*now)[2];      /* of the last run: each row's numbers, NaN where it has none */
  struct pst_search_range *ranges;
  signed char *side; /* of pst_search_sides: n a row; 0: neither */
  struct pst_arena *scratch;
};

/* What is sought: a number of a row, upwards or downwards. */
struct pst_search_target {
  size_t row;
  enum pst_search_number number;
  bool up;
};

enum pst_status pst_search_begin(struct pst_search *search, struct pst_error *error);
enum pst_status pst_search_run(struct pst_search *search, struct pst_error *error);
enum pst_status pst_search_patterns(struct pst_search *search, struct pst_error *error);
enum pst_status pst_search_sides(struct pst_search *search, struct pst_error *error);
enum pst_status pst_search_corner(struct pst_search *search, size_t row, bool up,
                                  struct pst_error *error);
enum pst_status pst_search_every(struct pst_search *search, bool *all, struct pst_error *error);
enum pst_status pst_search_climb(struct pst_search *search, const struct pst_search_target *target,
                                 size_t most, struct pst_error *error);
void pst_search_end(const struct pst_search *search);

#endif
