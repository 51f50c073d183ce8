/* affinity.h -- how near two entities are, from counts of what they have together: joint papers.

   Given     links  N times N counts, symmetric; the diagonal holds the total papers of each, NaN where
                    it is not known.  The links off the diagonal are all there: 0 where none
   pst_affinity_margins: C_i. = sum over j != i, C_.. = their sum = 2 x links.

   pst_affinity_pai: the probabilistic affinity index C_ij C_.. / (C_i. C_.j), diagonal left out.  Its
   neutral value is n/(n-1), not 1, and more with unequal sizes, because some is expected on a diagonal
   that cannot happen; stats/specialisation/quasi.h expects none.  var ln = 1/C_ij - 1/C_i. - 1/C_j.
   + (PAI - 1)/M, M = C_../2
   pst_affinity_salton: C / sqrt(N_i N_j); var ln = 1/C - 3/4 (1/N_i + 1/N_j) + S^2 / (2C)
   pst_affinity_jaccard: C / (N_i + N_j - C), a proportion of the union: Wilson's interval, no variance
   Returned  the value, the variance of its logarithm, and the interval; NaN for what does not exist: an
             entity without links (or papers), and variance and interval where C is 0 (but Wilson's)
   Status    pst_affinity_margins: PST_BAD_DATA for counts below 0 or a table that is not symmetric;
             PST_NO_MEMORY
   Cost      O(1) a pair
   Note      the variances take links as independent; papers of three or more break that, and the interval
             is then too wide
   Published Salton & McGill (1983); Zitt, Bassecoulard & Okubo (2000), Scientometrics 47; Wilson (1927)
   Tested    test_specialisation.c; tests/reference (family affinity) */
#ifndef PST_STATS_SPECIALISATION_AFFINITY_H
#define PST_STATS_SPECIALISATION_AFFINITY_H

#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

struct pst_affinity_table {
  size_t n;
  const double *links;
  double *margin; /* C_i. */
  double grand;   /* C_.. */
};

struct pst_affinity {
  double value;
  double variance; /* of the logarithm */
  double low;
  double high;
};

enum pst_status pst_affinity_margins(struct pst_affinity_table *table, struct pst_arena *arena,
                                     struct pst_error *error);

struct pst_affinity pst_affinity_pai(const struct pst_affinity_table *table, size_t i, size_t j,
                                     double level);
struct pst_affinity pst_affinity_salton(const struct pst_affinity_table *table, size_t i, size_t j,
                                        double level);
struct pst_affinity pst_affinity_jaccard(const struct pst_affinity_table *table, size_t i, size_t j,
                                         double level);

#endif
