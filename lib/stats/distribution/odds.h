/* odds.h -- the distribution of one cell of a two by two table with all margins given, when the odds
   ratio is not 1 (Fisher's noncentral hypergeometric distribution).

   pst_odds_at: for log odds ratio LOG_ODDS, the mean of the cell and the tails at K, each summed from
   the mode outwards.
   pst_odds_solve_mean: the log odds ratio at which the mean is K: the conditional maximum likelihood
   estimate; K inside the support.
   pst_odds_solve_upper: the log odds ratio at which P(X >= K) = P; pst_odds_solve_lower: P(X <= K).
   Given     central   pst_hypergeometric of the table; k inside its support; p in (0, 1)
   Returned  log odds in [-1024, 1024]: an end of that stands for an odds ratio of 0 or none
   Cost      O(sqrt(n)) a distribution, 60 to 100 of them a solution
   Published Cornfield (1956), Third Berkeley Symposium 4; R's fisher.test
   Tested    test_distribution.c */
#ifndef PST_STATS_DISTRIBUTION_ODDS_H
#define PST_STATS_DISTRIBUTION_ODDS_H

#include "stats/distribution/unimodal.h"

struct pst_odds {
  double mean;
  double upper; /* P(X >= k) */
  double lower; /* P(X <= k) */
};

struct pst_odds pst_odds_at(const struct pst_unimodal *central, double log_odds, double k);

double pst_odds_solve_mean(const struct pst_unimodal *central, double k);
double pst_odds_solve_upper(const struct pst_unimodal *central, double k, double p);
double pst_odds_solve_lower(const struct pst_unimodal *central, double k, double p);

#endif
