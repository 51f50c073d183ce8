/* mass.h -- the probability of one count: binomial, Poisson, hypergeometric.

   Written so that no large logarithms cancel: the error of a mass stays within a few hundred units of
   the last place at a million trials, where a quotient of factorials by logarithms has lost six
   digits.
   Given     counts are whole numbers, held as doubles; PROBABILITY in [0, 1]
   Returned  0 outside the support
   Cost      O(1)
   Published Loader (2000), Fast and Accurate Computation of Binomial Probabilities
   Tested    test_distribution.c */
#ifndef PST_STATS_DISTRIBUTION_MASS_H
#define PST_STATS_DISTRIBUTION_MASS_H

/* pst_binomial_mass: COUNT successes in TRIALS. */
double pst_binomial_mass(double count, double trials, double probability);

/* pst_poisson_mass: COUNT events where MEAN are expected; MEAN may be 0. */
double pst_poisson_mass(double count, double mean);

/* pst_hypergeometric_mass: COUNT marked items among DRAWN, taken from MARKED and UNMARKED ones. */
double pst_hypergeometric_mass(double count, double marked, double unmarked, double drawn);

#endif
