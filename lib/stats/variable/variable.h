/* variable.h -- what is known of one variable before it is paired: many pairs share it.

   pst_variable_know: adds to VARIABLE what the mask WHAT names and it does not know yet.
   Given     variable  n and x set, all else zero; n < 2^32, x finite
             kept      its deviations are kept, for many pairs; else they are made anew for each
             threads   that may share the work
   Returned  the variable, its arrays in ARENA; the same for any number of threads
   Status    PST_NO_MEMORY; PST_UNDEFINED for 2^32 rows and more
   Cost      O(n); order 8 bytes a value, 14 of few, ranks 16 more, deviations kept 16

   pst_variable_part: the same of some of its rows, without sorting them again.
   Given     whole  knows its order
             row    of each of the N rows of the part, ascending
             x      their values
             what   as above
   Cost      O(rows of the whole)
   Tested    test_variable.c against the parts prepared for themselves */
#ifndef PST_STATS_VARIABLE_VARIABLE_H
#define PST_STATS_VARIABLE_VARIABLE_H

#include <stdbool.h>

#include "stats/estimate.h"
#include "stats/variable/deviations.h"
#include "stats/variable/order.h"

enum {
  PST_KNOW_DEVIATIONS = 1,
  PST_KNOW_ORDER = 2, /* at, code, ties */
  PST_KNOW_RANKS = 4  /* mid-ranks and their deviations; the order too where they are kept */
};

enum { PST_PLACES_MOST = 4096 };

struct pst_known {
  size_t n;
  const double *x;
  unsigned known; /* which of these */
  struct pst_deviations deviations;
  const uint32_t *at;   /* order.h */
  const uint32_t *code; /* order.h */
  struct pst_ties_of ties;
  const uint16_t *place; /* of each value in at; NULL where there are more than PST_PLACES_MOST */
  const uint32_t *tied;  /* with place: which of the groups have several values */
  size_t n_tied;
  const double *rank; /* mid-ranks, from 1 */
  double log_ties;    /* the sum of log(t!) over the groups of equal values */
  struct pst_deviations rank_deviations;
};

enum pst_status pst_variable_know(struct pst_known *variable, unsigned what, bool kept,
                                  size_t threads, struct pst_arena *arena, struct pst_error *error);

enum pst_status pst_variable_part(const struct pst_known *whole, const uint32_t *row, size_t n,
                                  const double *x, unsigned what, struct pst_known *part,
                                  struct pst_arena *arena, struct pst_error *error);

/* pst_sample_known: x and y of SAMPLE, with what WHAT names: as they came with it, or made in ARENA.
   Given     sample  n < 2^32 finite pairs
             room    for two variables
   Returned  x, y    of the sample, or of ROOM
   Status    as pst_variable_know
   Cost      none where the sample brings them */
enum pst_status pst_sample_known(const struct pst_sample *sample, unsigned what, size_t threads,
                                 struct pst_known room[2], const struct pst_known **x,
                                 const struct pst_known **y, struct pst_arena *arena,
                                 struct pst_error *error);

#endif
