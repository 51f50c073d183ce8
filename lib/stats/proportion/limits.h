/* limits.h -- the confidence limits of one share, by each method, on plain numbers.

   Given     successes, trials   0 <= successes <= trials, trials > 0; parts of one when a design effect
                                 has divided both
             level               in (0, 1)
   Returned  two limits; a limit that is 0 or 1 exactly is so
   Cost      O(1); the beta quantiles of clopper-pearson and jeffreys about 5 microseconds

   pst_wilson_limits       the score interval (Wilson 1927, JASA 22); the lower end as the product of
                           both roots over the upper, so that 3 of 100,000 keeps its digits
   pst_wilson_cc_limits    with continuity correction (Newcombe 1998, Statistics in Medicine 17:857,
                           method 4); 0 at no success, 1 at no failure.  R's prop.test caps the
                           correction near 1/2, and differs there
   pst_clopper_pearson_limits  exact, from beta quantiles (Clopper & Pearson 1934, Biometrika 26)
   pst_jeffreys_limits     beta quantiles of the posterior with prior beta(1/2, 1/2); the lower is 0 at
                           no success and the upper 1 at no failure (Brown, Cai & DasGupta 2001,
                           Statistical Science 16)
   pst_agresti_coull_limits    Wald's about (x + z^2/2)/(n + z^2) (Agresti & Coull 1998, American
                           Statistician 52); may leave [0, 1]
   Tested    test_proportion.c, tests/reference (family one_proportion) */
#ifndef PST_STATS_PROPORTION_LIMITS_H
#define PST_STATS_PROPORTION_LIMITS_H

struct pst_limits {
  double low;
  double high;
};

typedef struct pst_limits pst_share_limits(double successes, double trials, double level);

pst_share_limits pst_wilson_limits;
pst_share_limits pst_wilson_cc_limits;
pst_share_limits pst_clopper_pearson_limits;
pst_share_limits pst_jeffreys_limits;
pst_share_limits pst_agresti_coull_limits;

#endif
