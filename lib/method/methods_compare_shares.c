/* methods_compare_shares.c -- comparisons of shares: counts among trials, answers of the same units,
   answers with weights. */
#include "method/compare_kernel.h"
#include "stats/contingency/chi_squared.h"
#include "stats/contingency/fisher.h"
#include "stats/contingency/mcnemar.h"
#include "stats/poll/same_sample.h"
#include "stats/proportion/association.h"
#include "stats/proportion/binomial_test.h"
#include "stats/proportion/difference.h"
#include "stats/proportion/ratio.h"
#include "stats/proportion/share.h"

enum {
  LEVEL = PST_HONOURS_CONF_LEVEL,
  SIDED = PST_HONOURS_ALTERNATIVE | PST_HONOURS_ADJUST,
};

#define TERMS(list) .terms = list, .n_terms = sizeof(list) / sizeof *(list)
#define KERNEL(kind, member, function)                                                             \
  .compare = &(const struct pst_compare_kernel)                                                    \
  {                                                                                                \
    .takes = kind, .of.member = function                                                           \
  }
/* Ratios: 1 is no difference. */
#define RATIO(deff, function)                                                                      \
  .compare = &(const struct pst_compare_kernel)                                                    \
  {                                                                                                \
    .takes = PST_TAKES_TWO_SHARES, .takes_deff = deff, .null = 1, .of.two_shares = function        \
  }
/* Kernels that divide counts by a design effect. */
#define DEFF(kind, member, function)                                                               \
  .compare = &(const struct pst_compare_kernel)                                                    \
  {                                                                                                \
    .takes = kind, .takes_deff = true, .of.member = function                                       \
  }

static const struct pst_method_term share_terms[] = {{"share", PST_UNIT_NONE},
                                                     {"n_eff", PST_UNIT_NONE}};
static const struct pst_method_term agresti_terms[] = {
    {"share", PST_UNIT_NONE}, {"n_eff", PST_UNIT_NONE}, {"share-unclipped", PST_UNIT_NONE}};
static const struct pst_method_term binomial_terms[] = {{"share", PST_UNIT_NONE}};
static const struct pst_method_term difference_terms[] = {{"difference", PST_UNIT_NONE}};
static const struct pst_method_term z_terms[] = {{"difference", PST_UNIT_NONE},
                                                 {"chi-squared", PST_UNIT_NONE}};
static const struct pst_method_term h_terms[] = {{"h", PST_UNIT_NONE}};
static const struct pst_method_term risk_terms[] = {{"risk-ratio", PST_UNIT_NONE}};
static const struct pst_method_term odds_terms[] = {{"odds-ratio", PST_UNIT_NONE}};
static const struct pst_method_term same_terms[] = {
    {"difference", PST_UNIT_NONE}, {"p-min", PST_UNIT_NONE},    {"p-max", PST_UNIT_NONE},
    {"low-max", PST_UNIT_NONE},    {"high-min", PST_UNIT_NONE}, {"overlap-min", PST_UNIT_NONE},
    {"overlap-max", PST_UNIT_NONE}};
static const struct pst_method_term chi_terms[] = {{"cramers-v", PST_UNIT_NONE},
                                                   {"chi-squared", PST_UNIT_NONE},
                                                   {"chi-squared-yates", PST_UNIT_NONE},
                                                   {"g", PST_UNIT_NONE},
                                                   {"contingency-coefficient", PST_UNIT_NONE},
                                                   {"min-expected", PST_UNIT_NONE},
                                                   {"phi", PST_UNIT_NONE}};
static const struct pst_method_term fisher_terms[] = {{"cramers-v", PST_UNIT_NONE}};
static const struct pst_method_term trend_terms[] = {{"trend", PST_UNIT_NONE},
                                                     {"chi-squared-trend", PST_UNIT_NONE},
                                                     {"chi-squared", PST_UNIT_NONE},
                                                     {"chi-squared-departure", PST_UNIT_NONE}};
static const struct pst_method_term mcnemar_terms[] = {{"difference", PST_UNIT_NONE},
                                                       {"odds-ratio", PST_UNIT_NONE}};
static const struct pst_method_term weighted_terms[] = {{"share", PST_UNIT_NONE},
                                                        {"sum_w", PST_UNIT_NONE},
                                                        {"n_eff", PST_UNIT_NONE},
                                                        {"deff", PST_UNIT_NONE}};

static const struct pst_method shares[] = {
    {.name = "wilson",
     .summary = "each level: the share, with the score interval",
     TERMS(share_terms),
     .honours = LEVEL,
     .is_default = true,
     DEFF(PST_TAKES_SHARE, share, pst_wilson)},
    {.name = "wilson-cc",
     .summary = "each level: the same with continuity correction",
     TERMS(share_terms),
     .honours = LEVEL,
     DEFF(PST_TAKES_SHARE, share, pst_wilson_cc)},
    {.name = "clopper-pearson",
     .summary = "each level: the share, with the exact interval",
     TERMS(share_terms),
     .honours = LEVEL,
     DEFF(PST_TAKES_SHARE, share, pst_clopper_pearson)},
    {.name = "jeffreys",
     .summary = "each level: the share, with Jeffreys' interval",
     TERMS(share_terms),
     .honours = LEVEL,
     DEFF(PST_TAKES_SHARE, share, pst_jeffreys)},
    {.name = "agresti-coull",
     .summary = "each level: the share, with Agresti and Coull's interval",
     TERMS(agresti_terms),
     .honours = LEVEL,
     DEFF(PST_TAKES_SHARE, share, pst_agresti_coull)},
    {.name = "binomial",
     .summary = "each level: whether the share is one half",
     .reach = "exact",
     TERMS(binomial_terms),
     .honours = SIDED | LEVEL,
     KERNEL(PST_TAKES_SHARE, share, pst_binomial_test)},
    {.name = "newcombe",
     .summary = "two levels: difference of the shares, interval from Wilson's (method 10)",
     TERMS(difference_terms),
     .honours = LEVEL,
     .is_default = true,
     DEFF(PST_TAKES_TWO_SHARES, two_shares, pst_newcombe)},
    {.name = "pooled-z",
     .summary = "two levels: whether the shares are equal (chi-squared without correction)",
     .reach = "normal distribution",
     TERMS(z_terms),
     .honours = SIDED,
     .is_default = true,
     DEFF(PST_TAKES_TWO_SHARES, two_shares, pst_pooled_z)},
    {.name = "newcombe-cc",
     .summary = "two levels: newcombe with continuity correction (method 11)",
     TERMS(difference_terms),
     .honours = LEVEL,
     DEFF(PST_TAKES_TWO_SHARES, two_shares, pst_newcombe_cc)},
    {.name = "miettinen-nurminen",
     .summary = "two levels: difference, score interval, and its own test",
     .reach = "normal distribution",
     TERMS(difference_terms),
     .honours = SIDED | LEVEL,
     DEFF(PST_TAKES_TWO_SHARES, two_shares, pst_miettinen_nurminen)},
    {.name = "fisher",
     .summary = "two levels: Fisher's exact test",
     .reach = "exact",
     TERMS(difference_terms),
     .honours = SIDED,
     KERNEL(PST_TAKES_TWO_SHARES, two_shares, pst_fisher_test)},
    {.name = "risk-ratio",
     .summary = "two levels: ratio of the shares, Katz's interval",
     TERMS(risk_terms),
     .honours = LEVEL,
     RATIO(true, pst_risk_ratio)},
    {.name = "odds-ratio",
     .summary = "two levels: odds ratio, Woolf's interval",
     TERMS(odds_terms),
     .honours = LEVEL,
     RATIO(true, pst_odds_ratio)},
    {.name = "odds-ratio-conditional",
     .summary = "two levels: odds ratio given the margins, exact interval and test",
     .reach = "exact",
     TERMS(odds_terms),
     .honours = SIDED | LEVEL,
     RATIO(false, pst_odds_ratio_conditional)},
    {.name = "cohens-h",
     .summary = "two levels: difference of the transformed shares",
     TERMS(h_terms),
     .honours = LEVEL,
     DEFF(PST_TAKES_TWO_SHARES, two_shares, pst_cohens_h)},
    {.name = "chi-squared",
     .summary = "all levels: whether the shares are equal; Cramer's V",
     .reach = "chi-squared distribution",
     TERMS(chi_terms),
     .honours = LEVEL | PST_HONOURS_ADJUST | PST_HONOURS_CONTINUITY,
     .is_default = true,
     KERNEL(PST_TAKES_SHARES_TABLE, table, pst_chi_squared)},
    {.name = "fisher-all",
     .record = "fisher",
     .summary = "all levels: Fisher's exact test of the whole table",
     .reach = "exact while the network of partial tables is small enough, else Monte Carlo, said",
     TERMS(fisher_terms),
     .honours = PST_HONOURS_P_VALUE | PST_HONOURS_ADJUST,
     KERNEL(PST_TAKES_SHARES_TABLE, table, pst_fisher_table)},
    {.name = "cochran-armitage",
     .summary = "all levels, in their order: whether the share rises or falls",
     .reach = "normal distribution",
     TERMS(trend_terms),
     .honours = SIDED,
     KERNEL(PST_TAKES_SHARES_IN_ORDER, in_order, pst_proportion_trend)},
};

static const struct pst_method same_counts[] = {
    {.name = "wilson",
     .summary = "each level: the share, with the score interval",
     TERMS(share_terms),
     .honours = LEVEL,
     .is_default = true,
     KERNEL(PST_TAKES_SHARE, share, pst_wilson)},
    {.name = "same-sample",
     .summary = "two levels that are answers of the same respondents, who could give several: "
                "McNemar over all overlaps",
     .reach = "exact, the largest over all overlaps",
     TERMS(same_terms),
     .honours = SIDED | LEVEL,
     .is_default = true,
     KERNEL(PST_TAKES_TWO_SHARES, two_shares, pst_same_sample)},
};

static const struct pst_method answers[] = {
    {.name = "mcnemar",
     .summary = "two levels: whether as many units changed one way as the other",
     .reach = "exact; asymptotic when asked for",
     TERMS(mcnemar_terms),
     .honours = SIDED | LEVEL | PST_HONOURS_P_VALUE | PST_HONOURS_CONTINUITY,
     .is_default = true,
     KERNEL(PST_TAKES_TWO_ANSWERS, table, pst_mcnemar)},
};

static const struct pst_method weighted[] = {
    {.name = "weighted-share",
     .summary = "each level: the share with weights; --terms all: Kish's design effect",
     TERMS(weighted_terms),
     .honours = LEVEL,
     .is_default = true,
     KERNEL(PST_TAKES_WEIGHTED, weighted, pst_weighted_share)},
    {.name = "weighted-welch",
     .summary = "two levels: difference of the weighted shares",
     .reach = "t distribution",
     TERMS(difference_terms),
     .honours = SIDED | LEVEL,
     .is_default = true,
     KERNEL(PST_TAKES_TWO_WEIGHTED, two_weighted, pst_weighted_difference)},
};

#define REGISTRY(list)                                                                             \
  {                                                                                                \
    .methods = list, .count = sizeof(list) / sizeof *(list)                                        \
  }

const struct pst_registry pst_compare_shares = REGISTRY(shares);
const struct pst_registry pst_compare_same_counts = REGISTRY(same_counts);
const struct pst_registry pst_compare_answers = REGISTRY(answers);
const struct pst_registry pst_compare_weighted_shares = REGISTRY(weighted);
