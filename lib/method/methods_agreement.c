/* methods_agreement.c -- how far two rankings agree: the methods of polstat-rank --agreement. */
#include "method/method.h"
#include "method/rank_methods.h"
#include "stats/correlation/agreement.h"
#include "stats/correlation/overlap.h"
#include "stats/correlation/volatility.h"
#include "stats/kendall/kendall.h"
#include "stats/correlation/spearman.h"
#include "stats/groups/concordance.h"

enum {
  RANK_TEST =
      PST_HONOURS_ALTERNATIVE | PST_HONOURS_CONF_LEVEL | PST_HONOURS_ADJUST | PST_HONOURS_P_VALUE
};

#define TERMS(list) .terms = list, .n_terms = sizeof(list) / sizeof *(list)

static const struct pst_method_term kendall_terms[] = PST_KENDALL_TERMS("tau-b", "tau-a", "tau-c");
static const struct pst_method_term spearman_terms[] = {{"rho", PST_UNIT_NONE}};
static const struct pst_method_term footrule_terms[] = {{"footrule", PST_UNIT_NONE},
                                                        {"footrule_max", PST_UNIT_NONE},
                                                        {"footrule_normalized", PST_UNIT_NONE},
                                                        {"footrule_similarity", PST_UNIT_NONE}};
static const struct pst_method_term distance_terms[] = {
    {"kendall_distance", PST_UNIT_NONE}, {"kendall_distance_normalized", PST_UNIT_NONE}};
static const struct pst_method_term shift_terms[] = {{"mean_abs_rank_change", PST_UNIT_NONE},
                                                     {"max_abs_rank_change", PST_UNIT_NONE}};

static const struct pst_method_term overlap_terms[] = {{"rbo", PST_UNIT_NONE},
                                                       {"rbo_min", PST_UNIT_NONE},
                                                       {"rbo_residual", PST_UNIT_NONE},
                                                       {"rbo_truncated", PST_UNIT_NONE},
                                                       {"average_overlap", PST_UNIT_NONE}};
static const struct pst_method_term top_terms[] = {{"overlap", PST_UNIT_NONE},
                                                   {"jaccard", PST_UNIT_NONE},
                                                   {"common", PST_UNIT_NONE},
                                                   {"top_1", PST_UNIT_NONE},
                                                   {"top_2", PST_UNIT_NONE},
                                                   {"distance", PST_UNIT_NONE},
                                                   {"distance_normalized", PST_UNIT_NONE}};
static const struct pst_method_term concordance_terms[] = {
    {"W", PST_UNIT_NONE}, {"S", PST_UNIT_NONE}, {"chi-squared", PST_UNIT_NONE}};

static const struct pst_method_term volatility_terms[] = {{"volatility", PST_UNIT_NONE},
                                                          {"volatility[]", PST_UNIT_NONE},
                                                          {"mean_abs_change[]", PST_UNIT_NONE},
                                                          {"rank_slope[]", PST_UNIT_NONE},
                                                          {"rank_intercept[]", PST_UNIT_NONE}};

static const struct pst_method methods[] = {
    {.name = "kendall",
     .record = "kendall-tau-b",
     .summary = "Kendall's tau-b of the two rankings",
     .reach = PST_KENDALL_REACH,
     TERMS(kendall_terms),
     .honours = RANK_TEST | PST_HONOURS_CONTINUITY,
     .is_default = true,
     .kernel = pst_kendall},
    {.name = "spearman",
     .summary = "correlation of the ranks (mid-ranks for ties)",
     .reach = PST_SPEARMAN_REACH,
     TERMS(spearman_terms),
     .honours = RANK_TEST,
     .is_default = true,
     .kernel = pst_spearman},
    {.name = "footrule",
     .summary = "Spearman's footrule: the sum of the rank differences",
     TERMS(footrule_terms),
     .is_default = true,
     .kernel = pst_footrule},
    {.name = "kendall-distance",
     .summary = "pairs of entities in opposite order",
     TERMS(distance_terms),
     .kernel = pst_kendall_distance},
    {.name = "rank-shift",
     .summary = "mean and largest change of rank, up or down",
     TERMS(shift_terms),
     .kernel = pst_rank_shift},
    {.name = "rank-biased-overlap",
     .record = "rank-biased-overlap",
     .summary = "agreement that counts the top more (--persistence)",
     TERMS(overlap_terms),
     .takes_gaps = true,
     .kernel = pst_rank_biased_overlap},
    {.name = "top-overlap",
     .summary = "agreement of the first entities (--top, default 10)",
     TERMS(top_terms),
     .takes_gaps = true,
     .kernel = pst_top_overlap},
    {.name = "concordance",
     .record = "kendall-w",
     .summary = "Kendall's W of all periods from the first to the last",
     .reach = "chi-squared",
     TERMS(concordance_terms),
     .honours = PST_HONOURS_ADJUST | PST_HONOURS_CONTROL,
     .kernel = pst_concordance_of_periods},
    {.name = "volatility",
     .record = "rank-volatility",
     .summary = "how far ranks move from period to period, from the first to the last",
     TERMS(volatility_terms),
     .honours = PST_HONOURS_CONTROL,
     .takes_gaps = true,
     .kernel = pst_rank_volatility},
};

const struct pst_registry pst_agreement_methods = {.methods = methods,
                                                   .count = sizeof methods / sizeof *methods};
