/* methods_compare_samples.c -- comparisons of numbers: samples, pairs, weighted samples, lines. */
#include "method/compare_kernel.h"
#include "stats/groups/anova.h"
#include "stats/groups/jonckheere.h"
#include "stats/groups/kruskal.h"
#include "stats/groups/levene.h"
#include "stats/paired/paired_t.h"
#include "stats/paired/sign_test.h"
#include "stats/paired/signed_rank.h"
#include "stats/resample/bootstrap.h"
#include "stats/samples/rank_sum/dominance.h"
#include "stats/samples/effect_size.h"
#include "stats/samples/rank_sum/mann_whitney.h"
#include "stats/samples/mean_interval.h"
#include "stats/samples/median_interval.h"
#include "stats/samples/t_test.h"
#include "stats/samples/variance_ratio.h"
#include "stats/weighted/quantile.h"

enum {
  LEVEL = PST_HONOURS_CONF_LEVEL,
  SIDED = PST_HONOURS_ALTERNATIVE | PST_HONOURS_ADJUST,
  T_TEST = SIDED | LEVEL,
  RANK_TEST = T_TEST | PST_HONOURS_P_VALUE | PST_HONOURS_CONTINUITY
};

#define TERMS(list) .terms = list, .n_terms = sizeof(list) / sizeof *(list)
#define KERNEL(kind, member, function)                                                             \
  .compare = &(const struct pst_compare_kernel)                                                    \
  {                                                                                                \
    .takes = kind, .of.member = function                                                           \
  }

#define KERNEL_AT(kind, member, function)                                                          \
  .compare = &(const struct pst_compare_kernel)                                                    \
  {                                                                                                \
    .takes = kind, .takes_quantiles = true, .of.member = function                                  \
  }

#define KERNEL_NULL(kind, member, function, value)                                                 \
  .compare = &(const struct pst_compare_kernel)                                                    \
  {                                                                                                \
    .takes = kind, .null = value, .of.member = function                                            \
  }

/* --- adapters ----------------------------------------------------------------------------------- */

static enum pst_status bootstrap(const struct pst_two_samples *samples,
                                 pst_bootstrap_statistic *statistic, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  const size_t sizes[] = {samples->nx, samples->ny}, n = samples->nx + samples->ny;
  double *values = pst_arena_array(scratch, n + 1, sizeof *values);
  const struct pst_bootstrap ask = {.samples = {.k = 2, .values = values, .sizes = sizes},
                                    .statistic = statistic,
                                    .threads = test->threads,
                                    .level = pst_conf_level(test)};

  if (values == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    values[i] = i < samples->nx ? samples->x[i] : samples->y[i - samples->nx];
  return pst_bootstrap(&ask, "difference", out, scratch, error);
}

static pst_two_samples_kernel bootstrap_mean, bootstrap_median;

static enum pst_status bootstrap_mean(const struct pst_two_samples *samples,
                                      const struct pst_test *test, struct pst_estimates *out,
                                      struct pst_arena *scratch, struct pst_error *error)
{
  return bootstrap(samples, pst_bootstrap_mean_difference, test, out, scratch, error);
}

static enum pst_status bootstrap_median(const struct pst_two_samples *samples,
                                        const struct pst_test *test, struct pst_estimates *out,
                                        struct pst_arena *scratch, struct pst_error *error)
{
  return bootstrap(samples, pst_bootstrap_median_difference, test, out, scratch, error);
}

static enum pst_status weighted_median(const struct pst_weighted *sample,
                                       const struct pst_test *test, struct pst_estimates *out,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  static const double half[] = {0.5};
  const struct pst_weighted_quantile_options options = {.probs = half, .n_probs = 1};

  (void)test;
  return pst_weighted_quantiles(sample, &options, out, scratch, error);
}

static enum pst_status weighted_at(const struct pst_weighted *sample,
                                   const struct pst_probabilities *places,
                                   const struct pst_test *test, struct pst_estimates *out,
                                   struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_weighted_quantile_options options = {
      .probs = places->p, .n_probs = places->n, .level = pst_conf_level(test)};

  return pst_weighted_quantiles(sample, &options, out, scratch, error);
}

static enum pst_status frequencies_at(const struct pst_weighted *sample,
                                      const struct pst_probabilities *places,
                                      const struct pst_test *test, struct pst_estimates *out,
                                      struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_weighted_quantile_options options = {
      .probs = places->p, .n_probs = places->n, .frequency = true};

  (void)test;
  return pst_weighted_quantiles(sample, &options, out, scratch, error);
}

/* --- terms -------------------------------------------------------------------------------------- */

static const struct pst_method_term mean_terms[] = {{"mean", PST_UNIT_OF_Y}, {"sd", PST_UNIT_OF_Y}};
static const struct pst_method_term median_terms[] = {{"median", PST_UNIT_OF_Y},
                                                      {"coverage", PST_UNIT_NONE}};
static const struct pst_method_term t_terms[] = {
    {"difference", PST_UNIT_OF_Y}, {"mean-1", PST_UNIT_OF_Y}, {"mean-2", PST_UNIT_OF_Y}};
static const struct pst_method_term mann_whitney_terms[] = {
    {"shift", PST_UNIT_OF_Y},    {"U1", PST_UNIT_NONE},  {"U2", PST_UNIT_NONE},
    {"rank-sum", PST_UNIT_NONE}, {"auc", PST_UNIT_NONE}, {"var_U", PST_UNIT_NONE},
    {"z", PST_UNIT_NONE}};
static const struct pst_method_term mann_whitney_bounds_terms[] = {
    {"shift", PST_UNIT_OF_Y},  {"shift-min", PST_UNIT_OF_Y}, {"shift-max", PST_UNIT_OF_Y},
    {"U1-min", PST_UNIT_NONE}, {"U1-max", PST_UNIT_NONE},    {"p-min", PST_UNIT_NONE},
    {"p-max", PST_UNIT_NONE}};
static const struct pst_method_term brunner_terms[] = {{"relative-effect", PST_UNIT_NONE}};
static const struct pst_method_term delta_terms[] = {{"delta", PST_UNIT_NONE}};
static const struct pst_method_term d_terms[] = {{"d", PST_UNIT_NONE}};
static const struct pst_method_term g_terms[] = {{"g", PST_UNIT_NONE}};
static const struct pst_method_term variance_terms[] = {{"variance-ratio", PST_UNIT_NONE},
                                                        {"df2", PST_UNIT_NONE}};
static const struct pst_method_term difference_terms[] = {{"difference", PST_UNIT_OF_Y}};
static const struct pst_method_term F_terms[] = {{"F", PST_UNIT_NONE}, {"df1", PST_UNIT_NONE}};
static const struct pst_method_term anova_terms[] = {
    {"eta2", PST_UNIT_NONE},       {"omega2", PST_UNIT_NONE},     {"F", PST_UNIT_NONE},
    {"df1", PST_UNIT_NONE},        {"df2", PST_UNIT_NONE},        {"ss-between", PST_UNIT_NONE},
    {"ss-within", PST_UNIT_NONE},  {"ms-between", PST_UNIT_NONE}, {"ms-within", PST_UNIT_NONE},
    {"residual-sd", PST_UNIT_OF_Y}};
static const struct pst_method_term kruskal_terms[] = {{"epsilon2", PST_UNIT_NONE},
                                                       {"H-uncorrected", PST_UNIT_NONE},
                                                       {"eta2_H", PST_UNIT_NONE},
                                                       {"mean-rank(LEVEL)", PST_UNIT_NONE}};
static const struct pst_method_term jonckheere_terms[] = {{"J", PST_UNIT_NONE},
                                                          {"J_mean", PST_UNIT_NONE},
                                                          {"z", PST_UNIT_NONE},
                                                          {"tau-b", PST_UNIT_NONE}};
static const struct pst_method_term paired_t_terms[] = {{"difference", PST_UNIT_OF_Y},
                                                        {"d", PST_UNIT_NONE}};
static const struct pst_method_term wilcoxon_terms[] = {{"shift", PST_UNIT_OF_Y},
                                                        {"V+", PST_UNIT_NONE},
                                                        {"V-", PST_UNIT_NONE},
                                                        {"z", PST_UNIT_NONE},
                                                        {"rank-biserial", PST_UNIT_NONE}};
static const struct pst_method_term sign_terms[] = {{"share-positive", PST_UNIT_NONE},
                                                    {"positive", PST_UNIT_NONE},
                                                    {"negative", PST_UNIT_NONE},
                                                    {"zero", PST_UNIT_NONE}};
static const struct pst_method_term weighted_terms[] = {
    {"mean", PST_UNIT_OF_Y},          {"sum_w", PST_UNIT_NONE},         {"n_eff", PST_UNIT_NONE},
    {"deff", PST_UNIT_NONE},          {"var", PST_UNIT_NONE},           {"sd", PST_UNIT_OF_Y},
    {"var-frequency", PST_UNIT_NONE}, {"var-population", PST_UNIT_NONE}};
static const struct pst_method_term quantile_terms[] = {{"qP", PST_UNIT_OF_Y}};
static const struct pst_method_term weighted_median_terms[] = {{"q0.5", PST_UNIT_OF_Y}};
static const struct pst_method_term slope_terms[] = {{"slope-difference", PST_UNIT_OF_Y_PER_X},
                                                     {"slope-1", PST_UNIT_OF_Y_PER_X},
                                                     {"slope-2", PST_UNIT_OF_Y_PER_X}};

/* --- samples ------------------------------------------------------------------------------------ */

static const struct pst_method samples[] = {
    {.name = "mean",
     .summary = "each level: the mean, with Student's interval",
     TERMS(mean_terms),
     .honours = LEVEL,
     KERNEL(PST_TAKES_SAMPLE, sample, pst_mean_interval)},
    {.name = "median",
     .summary = "each level: the median, with its exact interval of order statistics",
     TERMS(median_terms),
     .honours = LEVEL,
     KERNEL(PST_TAKES_SAMPLE, sample, pst_median_interval)},
    {.name = "quantiles",
     .record = "quantile",
     .summary = "each level: --quantiles (type 7), with exact intervals of order statistics",
     TERMS(quantile_terms),
     .honours = LEVEL,
     KERNEL_AT(PST_TAKES_SAMPLE_AT, sample_at, pst_quantile_intervals)},
    {.name = "welch",
     .summary = "two levels: difference of the means, unequal variances",
     .reach = "t distribution",
     TERMS(t_terms),
     .honours = T_TEST,
     .is_default = true,
     KERNEL(PST_TAKES_TWO_SAMPLES, two_samples, pst_welch)},
    {.name = "mann-whitney",
     .summary = "two levels: which has larger values, and the shift between them",
     .reach = "exact, ties included, while (n1 n2)^2 <= 2e8 and n1 + n2 <= 1000; else normal",
     TERMS(mann_whitney_terms),
     .honours = RANK_TEST,
     .is_default = true,
     KERNEL(PST_TAKES_TWO_SAMPLES, two_samples, pst_mann_whitney)},
    {.name = "mann-whitney-bounds",
     .summary =
         "two levels: the same over all values that bounded cells may have, where there are any",
     .reach = "as mann-whitney, the largest over all of them",
     TERMS(mann_whitney_bounds_terms),
     .honours = RANK_TEST,
     .is_default = true,
     KERNEL(PST_TAKES_TWO_BOUNDED, two_bounded, pst_mann_whitney_bounds)},
    {.name = "student",
     .summary = "two levels: difference of the means, one variance",
     .reach = "t distribution",
     TERMS(t_terms),
     .honours = T_TEST,
     KERNEL(PST_TAKES_TWO_SAMPLES, two_samples, pst_student)},
    {.name = "brunner-munzel",
     .summary = "two levels: P(x < y) + P(x = y)/2, unequal variances",
     .reach = "t distribution",
     TERMS(brunner_terms),
     .honours = T_TEST,
     KERNEL_NULL(PST_TAKES_TWO_SAMPLES, two_samples, pst_brunner_munzel, 0.5)},
    {.name = "cliffs-delta",
     .summary = "two levels: P(x > y) - P(x < y)",
     TERMS(delta_terms),
     .honours = LEVEL,
     KERNEL(PST_TAKES_TWO_SAMPLES, two_samples, pst_cliffs_delta)},
    {.name = "cohens-d",
     .summary = "two levels: difference in pooled standard deviations",
     TERMS(d_terms),
     .honours = LEVEL,
     KERNEL(PST_TAKES_TWO_SAMPLES, two_samples, pst_cohens_d)},
    {.name = "hedges-g",
     .summary = "two levels: Cohen's d without its bias",
     TERMS(g_terms),
     .honours = LEVEL,
     KERNEL(PST_TAKES_TWO_SAMPLES, two_samples, pst_hedges_g)},
    {.name = "variance-ratio",
     .summary = "two levels: Fisher's test of two variances",
     .reach = "F distribution",
     TERMS(variance_terms),
     .honours = T_TEST,
     KERNEL_NULL(PST_TAKES_TWO_SAMPLES, two_samples, pst_variance_ratio, 1)},
    {.name = "bootstrap-mean",
     .record = "bootstrap-bca",
     .draws = true,
     .summary = "two levels: difference of the means, BCa interval of 9999 samples drawn again",
     TERMS(difference_terms),
     .honours = LEVEL,
     KERNEL(PST_TAKES_TWO_SAMPLES, two_samples, bootstrap_mean)},
    {.name = "bootstrap-median",
     .record = "bootstrap-bca",
     .draws = true,
     .summary = "two levels: difference of the medians, in the same way",
     TERMS(difference_terms),
     .honours = LEVEL,
     KERNEL(PST_TAKES_TWO_SAMPLES, two_samples, bootstrap_median)},
    {.name = "welch-anova",
     .summary = "all levels: whether the means are equal, unequal variances",
     .reach = "F distribution",
     TERMS(F_terms),
     .honours = PST_HONOURS_ADJUST,
     .is_default = true,
     KERNEL(PST_TAKES_SAMPLES, samples, pst_welch_anova)},
    {.name = "kruskal",
     .record = "kruskal-wallis",
     .summary = "all levels: whether one tends to larger values, by ranks",
     .reach = "chi-squared distribution; permutation when asked for",
     TERMS(kruskal_terms),
     .honours = LEVEL | PST_HONOURS_ADJUST | PST_HONOURS_P_VALUE,
     .is_default = true,
     KERNEL(PST_TAKES_SAMPLES, samples, pst_kruskal)},
    {.name = "anova",
     .summary = "all levels: whether the means are equal, one variance",
     .reach = "F distribution; permutation when asked for",
     TERMS(anova_terms),
     .honours = LEVEL | PST_HONOURS_ADJUST | PST_HONOURS_P_VALUE,
     KERNEL(PST_TAKES_SAMPLES, samples, pst_anova)},
    {.name = "jonckheere",
     .summary = "all levels, in their order: whether values rise from one to the next",
     .reach = "exact as Kendall's (polstat trend --method list), else normal",
     TERMS(jonckheere_terms),
     .honours = SIDED | PST_HONOURS_P_VALUE | PST_HONOURS_CONTINUITY,
     KERNEL(PST_TAKES_SAMPLES, samples, pst_jonckheere)},
    {.name = "brown-forsythe",
     .summary = "all levels: whether they vary equally, distances to the medians",
     .reach = "F distribution",
     TERMS(F_terms),
     .honours = PST_HONOURS_ADJUST,
     KERNEL(PST_TAKES_SAMPLES, samples, pst_brown_forsythe)},
    {.name = "levene",
     .summary = "all levels: the same, distances to the means",
     .reach = "F distribution",
     TERMS(F_terms),
     .honours = PST_HONOURS_ADJUST,
     KERNEL(PST_TAKES_SAMPLES, samples, pst_levene)},
};

static const struct pst_method paired[] = {
    {.name = "paired-t",
     .summary = "two levels: the mean difference of the same units",
     .reach = "t distribution",
     TERMS(paired_t_terms),
     .honours = T_TEST,
     .is_default = true,
     KERNEL(PST_TAKES_PAIRS, pairs, pst_paired_t)},
    {.name = "wilcoxon",
     .summary = "two levels: whether the differences lie about 0, and their centre",
     .reach = "exact to 500 pairs, ties included; else normal",
     TERMS(wilcoxon_terms),
     .honours = RANK_TEST,
     .is_default = true,
     KERNEL(PST_TAKES_PAIRS, pairs, pst_signed_rank)},
    {.name = "sign",
     .summary = "two levels: how often the first is above the second",
     .reach = "exact",
     TERMS(sign_terms),
     .honours = T_TEST,
     KERNEL_NULL(PST_TAKES_PAIRS, pairs, pst_sign_test, 0.5)},
};

static const struct pst_method weighted[] = {
    {.name = "weighted-mean",
     .summary = "each level: the mean with weights; --terms all: Kish's design effect",
     TERMS(weighted_terms),
     .honours = LEVEL,
     .is_default = true,
     KERNEL(PST_TAKES_WEIGHTED, weighted, pst_weighted_mean)},
    {.name = "weighted-median",
     .record = "weighted-quantile",
     .summary = "each level: the median with weights",
     TERMS(weighted_median_terms),
     KERNEL(PST_TAKES_WEIGHTED, weighted, weighted_median)},
    {.name = "weighted-quantiles",
     .record = "weighted-quantile",
     .summary = "each level: --quantiles with weights, Woodruff's intervals",
     TERMS(quantile_terms),
     .honours = LEVEL,
     KERNEL_AT(PST_TAKES_WEIGHTED_AT, weighted_at, weighted_at)},
    {.name = "weighted-quantiles-frequency",
     .record = "weighted-quantile-frequency",
     .summary = "each level: the same, each value repeated as often as its weight says",
     TERMS(quantile_terms),
     KERNEL_AT(PST_TAKES_WEIGHTED_AT, weighted_at, frequencies_at)},
    {.name = "weighted-welch",
     .summary = "two levels: difference of the weighted means",
     .reach = "t distribution",
     TERMS(difference_terms),
     .honours = T_TEST,
     .is_default = true,
     KERNEL(PST_TAKES_TWO_WEIGHTED, two_weighted, pst_weighted_difference)},
};

static const struct pst_method lines[] = {
    {.name = "slopes-welch",
     .summary = "two levels: difference of the slopes of two separate least-squares lines",
     .reach = "t distribution",
     TERMS(slope_terms),
     .honours = T_TEST,
     .is_default = true,
     KERNEL(PST_TAKES_TWO_LINES, two_lines, pst_slopes_welch)},
    {.name = "slopes-pooled",
     .summary = "two levels: the same with one residual variance (the interaction)",
     .reach = "t distribution",
     TERMS(slope_terms),
     .honours = T_TEST,
     KERNEL(PST_TAKES_TWO_LINES, two_lines, pst_slopes_pooled)},
};

#define REGISTRY(list)                                                                             \
  {                                                                                                \
    .methods = list, .count = sizeof(list) / sizeof *(list)                                        \
  }

const struct pst_registry pst_compare_samples = REGISTRY(samples);
const struct pst_registry pst_compare_paired = REGISTRY(paired);
const struct pst_registry pst_compare_weighted = REGISTRY(weighted);
const struct pst_registry pst_compare_lines = REGISTRY(lines);
