/* kendall_count.h -- what all of Kendall's statistics are made of: concordant and discordant pairs,
   tied pairs, S and its variance.

   pst_kendall_count: count the pairs of a sample.
   Given     sample   no value NaN; any n
             threads  that may share the work
   Returned  counts  tied_x and tied_y include the pairs tied in both;
                     concordant + discordant = pairs - tied_x - tied_y + tied_both;
                     S = concordant - discordant; var_S is its variance under independence given
                     the ties of both variables (Kendall 1970, 4.15); the sizes of the tied groups
                     live in KEEP
   Status    PST_NO_MEMORY; PST_UNDEFINED for 2^32 rows and more, where the pairs no longer fit 64 bits
   Cost      O(n log n) time (Knight 1966), 32 bytes a pair; n = 1,000,000 in about 0.1 s

   pst_kendall_count_known: the same of two variables that know their order (variable.h), which hold the
   sizes of the tied groups.
   Cost      that of inversions.h: 1,000 rows in 4 microseconds; 8 bytes a row, 20 where x or y has ties

   pst_kendall_count_ties: pairs, tied_x, tied_y and var_S alone, which no pair must be looked at for.
   Returned  counts  without the sizes of the tied groups; all else 0
   Cost      O(n), 16 bytes a row
   Tested    test_kendall.c against counting all pairs; tests/reference */
#ifndef PST_STATS_KENDALL_KENDALL_COUNT_H
#define PST_STATS_KENDALL_KENDALL_COUNT_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "stats/variable/variable.h"

struct pst_kendall_counts {
  size_t n;
  uint64_t pairs;
  uint64_t concordant;
  uint64_t discordant;
  uint64_t tied_x;
  uint64_t tied_y;
  uint64_t tied_both;
  int64_t S;
  double var_S;
  struct pst_ties_of x;
  struct pst_ties_of y;
};

enum pst_status pst_kendall_count(const struct pst_sample *sample, size_t threads,
                                  struct pst_kendall_counts *counts, struct pst_arena *keep,
                                  struct pst_error *error);

enum pst_status pst_kendall_count_ties(const struct pst_sample *sample, size_t threads,
                                       struct pst_kendall_counts *counts, struct pst_arena *scratch,
                                       struct pst_error *error);

/* pst_kendall_count_xy: the same for two arrays of N finite values, on one thread. */
enum pst_status pst_kendall_count_xy(const double *x, const double *y, size_t n,
                                     struct pst_kendall_counts *counts, struct pst_arena *keep,
                                     struct pst_error *error);

enum pst_status pst_kendall_count_known(const struct pst_known *x, const struct pst_known *y,
                                        struct pst_kendall_counts *counts,
                                        struct pst_arena *scratch, struct pst_error *error);

/* pst_kendall_var: the variance of S for N observations with these ties. */
double pst_kendall_var(size_t n, const struct pst_ties_of *x, const struct pst_ties_of *y);

/* The measures, in [-1, 1], each NaN when its denominator is 0.
   pst_tau_a = S / pairs; pst_tau_b = S / sqrt((pairs - tied_x)(pairs - tied_y));
   pst_tau_c = 2 m S / (n^2 (m - 1)), m the smaller number of distinct values (Stuart 1953);
   pst_gamma = S / (C + D) (Goodman & Kruskal 1954); pst_somers_yx, Somers' D of y given x = S / (pairs -
   tied_x), pst_somers_xy of x given y = S / (pairs - tied_y).
   Cost      O(1) */
double pst_tau_a(const struct pst_kendall_counts *counts);
double pst_tau_b(const struct pst_kendall_counts *counts);
double pst_tau_c(const struct pst_kendall_counts *counts);
double pst_gamma(const struct pst_kendall_counts *counts);
double pst_somers_yx(const struct pst_kendall_counts *counts);
double pst_somers_xy(const struct pst_kendall_counts *counts);

#endif
