/* methods_trend.c -- the methods of polstat-trend: y against time. */
#include "method/method.h"
#include "stats/change/breaks.h"
#include "stats/change/deviations.h"
#include "stats/change/pettitt.h"
#include "stats/change/regimes.h"
#include "stats/change/segmented.h"
#include "stats/slope/cagr.h"
#include "stats/trend/mann_kendall.h"
#include "stats/slope/ols.h"
#include "stats/slope/siegel.h"
#include "stats/slope/theil_sen.h"
#include "stats/bounded/akritas.h"
#include "stats/bounded/bounded_kendall.h"
#include "stats/fit/loess.h"
#include "stats/resample/slope_difference.h"
#include "stats/fit/newey_west.h"
#include "stats/fit/other_lines.h"
#include "stats/fit/polynomial.h"
#include "stats/trend/autocorrelation.h"
#include "stats/trend/hamed_rao.h"
#include "stats/trend/partial.h"
#include "stats/trend/prewhitening.h"
#include "stats/trend/seasonal.h"
#include "stats/variable/variable.h"

enum {
  T_TEST = PST_HONOURS_ALTERNATIVE | PST_HONOURS_CONF_LEVEL | PST_HONOURS_ADJUST,
  S_TEST =
      PST_HONOURS_ALTERNATIVE | PST_HONOURS_P_VALUE | PST_HONOURS_CONTINUITY | PST_HONOURS_ADJUST,
  Z_TEST = PST_HONOURS_ALTERNATIVE | PST_HONOURS_CONTINUITY | PST_HONOURS_ADJUST
};

static const char NORMAL_CC[] = "normal with continuity correction";

#define TERMS(list) .terms = list, .n_terms = sizeof(list) / sizeof *(list)

static const struct pst_method_term ols_terms[] = {
    {"slope", PST_UNIT_OF_Y_PER_X}, {"intercept", PST_UNIT_OF_Y},     {"r2", PST_UNIT_NONE},
    {"adj_r2", PST_UNIT_NONE},      {"sigma", PST_UNIT_OF_Y},         {"rss", PST_UNIT_NONE},
    {"F", PST_UNIT_NONE},           {"durbin-watson", PST_UNIT_NONE}, {"r1", PST_UNIT_NONE}};

static const struct pst_method_term theil_sen_terms[] = {{"slope", PST_UNIT_OF_Y_PER_X},
                                                         {"intercept", PST_UNIT_OF_Y},
                                                         {"pairs", PST_UNIT_NONE},
                                                         {"slope-sen", PST_UNIT_OF_Y_PER_X},
                                                         {"intercept-residual", PST_UNIT_OF_Y},
                                                         {"C", PST_UNIT_NONE}};

static const struct pst_method_term siegel_terms[] = {{"slope", PST_UNIT_OF_Y_PER_X},
                                                      {"intercept", PST_UNIT_OF_Y},
                                                      {"intercept-separate", PST_UNIT_OF_Y}};

static const struct pst_method_term mann_kendall_terms[] = {
    {"tau-b", PST_UNIT_NONE}, {"S", PST_UNIT_NONE}, {"var_S", PST_UNIT_NONE},
    {"tau-a", PST_UNIT_NONE}, {"z", PST_UNIT_NONE}, {"r1", PST_UNIT_NONE}};

static const struct pst_method_term loglinear_terms[] = {{"growth", PST_UNIT_PER_X},
                                                         {"slope", PST_UNIT_PER_X},
                                                         {"intercept", PST_UNIT_NONE},
                                                         {"r1", PST_UNIT_NONE}};

static const struct pst_method_term cagr_terms[] = {{"cagr", PST_UNIT_PER_X},
                                                    {"log_growth", PST_UNIT_PER_X}};

/* Of a change: the time of the last value before it comes first. */
#define CHANGE_TERMS(name)                                                                         \
  {"change", PST_UNIT_NONE}, {name, PST_UNIT_NONE}, {"index_first", PST_UNIT_NONE},                \
  {                                                                                                \
    "index_last", PST_UNIT_NONE                                                                    \
  }

static const struct pst_method_term pettitt_terms[] = {CHANGE_TERMS("K"),
                                                       {"direction", PST_UNIT_NONE}};
static const struct pst_method_term range_terms[] = {CHANGE_TERMS("range")};
static const struct pst_method_term u_terms[] = {CHANGE_TERMS("U")};
static const struct pst_method_term snht_terms[] = {CHANGE_TERMS("T0"),
                                                    {"mean_before", PST_UNIT_OF_Y},
                                                    {"mean_after", PST_UNIT_OF_Y},
                                                    {"rss", PST_UNIT_NONE}};
static const struct pst_method_term cusum_terms[] = {CHANGE_TERMS("W"), {"max_abs", PST_UNIT_OF_Y}};
static const struct pst_method_term breaks_terms[] = {
    {"breaks", PST_UNIT_NONE}, {"bic", PST_UNIT_NONE},    {"break1", PST_UNIT_NONE},
    {"break2", PST_UNIT_NONE}, {"break3", PST_UNIT_NONE}, {"break4", PST_UNIT_NONE},
    {"break5", PST_UNIT_NONE}, {"break6", PST_UNIT_NONE}, {"mean1", PST_UNIT_OF_Y},
    {"mean2", PST_UNIT_OF_Y},  {"mean3", PST_UNIT_OF_Y},  {"mean4", PST_UNIT_OF_Y},
    {"mean5", PST_UNIT_OF_Y},  {"mean6", PST_UNIT_OF_Y},  {"mean7", PST_UNIT_OF_Y}};
static const struct pst_method_term segmented_terms[] = {{"knot", PST_UNIT_NONE},
                                                         {"slope_before", PST_UNIT_OF_Y_PER_X},
                                                         {"slope_after", PST_UNIT_OF_Y_PER_X},
                                                         {"slope_change", PST_UNIT_OF_Y_PER_X},
                                                         {"value_at_knot", PST_UNIT_OF_Y},
                                                         {"rss", PST_UNIT_NONE}};

#define BY_CHANCE "Monte Carlo: 9999 normal series of n values (seeded); permutation"

enum { CHANGE_TEST = PST_HONOURS_P_VALUE | PST_HONOURS_ADJUST };
static const struct pst_method_term corrected_terms[] = {
    {"tau-b", PST_UNIT_NONE}, {"S", PST_UNIT_NONE}, {"var_S", PST_UNIT_NONE},
    {"tau-a", PST_UNIT_NONE}, {"z", PST_UNIT_NONE}, {"r1", PST_UNIT_NONE},
    {"factor", PST_UNIT_NONE}};

static const struct pst_method_term whitened_terms[] = {
    {"tau-b", PST_UNIT_NONE},      {"S", PST_UNIT_NONE}, {"var_S", PST_UNIT_NONE},
    {"tau-a", PST_UNIT_NONE},      {"z", PST_UNIT_NONE}, {"r1", PST_UNIT_NONE},
    {"slope", PST_UNIT_OF_Y_PER_X}};

static const struct pst_method_term parts_terms[] = {
    {"tau-a", PST_UNIT_NONE},         {"S", PST_UNIT_NONE},
    {"var_S", PST_UNIT_NONE},         {"z", PST_UNIT_NONE},
    {"parts", PST_UNIT_NONE},         {"r1", PST_UNIT_NONE},
    {"heterogeneity", PST_UNIT_NONE}, {"S[]", PST_UNIT_NONE},
    {"var_S[]", PST_UNIT_NONE}};

static const struct pst_method_term parts_slope_terms[] = {{"slope", PST_UNIT_OF_Y_PER_X},
                                                           {"intercept", PST_UNIT_OF_Y},
                                                           {"intercept-residual", PST_UNIT_OF_Y},
                                                           {"pairs", PST_UNIT_NONE},
                                                           {"C", PST_UNIT_NONE},
                                                           {"slope[]", PST_UNIT_OF_Y_PER_X}};

static const struct pst_method_term partial_terms[] = {
    {"tau-a", PST_UNIT_NONE},        {"S", PST_UNIT_NONE},
    {"var_S", PST_UNIT_NONE},        {"z", PST_UNIT_NONE},
    {"S_y", PST_UNIT_NONE},          {"r1", PST_UNIT_NONE},
    {"correlation[]", PST_UNIT_NONE}};

static const struct pst_method_term newey_west_terms[] = {{"slope", PST_UNIT_OF_Y_PER_X},
                                                          {"intercept", PST_UNIT_OF_Y},
                                                          {"lag", PST_UNIT_NONE},
                                                          {"r1", PST_UNIT_NONE}};

static const struct pst_method_term autocorrelation_terms[] = {
    {"r1", PST_UNIT_NONE}, {"r2", PST_UNIT_NONE}, {"Q", PST_UNIT_NONE}, {"lags", PST_UNIT_NONE}};

static const struct pst_method_term polynomial_terms[] = {
    {"b2", PST_UNIT_NONE}, {"b1", PST_UNIT_NONE},     {"b0", PST_UNIT_OF_Y},
    {"r2", PST_UNIT_NONE}, {"adj_r2", PST_UNIT_NONE}, {"sigma", PST_UNIT_OF_Y},
    {"r1", PST_UNIT_NONE}};

static const struct pst_method_term weighted_terms[] = {{"slope", PST_UNIT_OF_Y_PER_X},
                                                        {"intercept", PST_UNIT_OF_Y},
                                                        {"sigma", PST_UNIT_OF_Y},
                                                        {"r1", PST_UNIT_NONE}};

static const struct pst_method_term robust_terms[] = {{"slope", PST_UNIT_OF_Y_PER_X},
                                                      {"intercept", PST_UNIT_OF_Y},
                                                      {"sigma", PST_UNIT_OF_Y},
                                                      {"r1", PST_UNIT_NONE},
                                                      {"far", PST_UNIT_NONE}};

static const struct pst_method_term loess_terms[] = {
    {"sigma", PST_UNIT_OF_Y},      {"span", PST_UNIT_NONE}, {"degree", PST_UNIT_NONE},
    {"parameters", PST_UNIT_NONE}, {"df", PST_UNIT_NONE},   {"r1", PST_UNIT_NONE}};

static const struct pst_method_term bounded_terms[] = {
    {"tau-b", PST_UNIT_NONE}, {"S", PST_UNIT_NONE},      {"var_S", PST_UNIT_NONE},
    {"tau-a", PST_UNIT_NONE}, {"z", PST_UNIT_NONE},      {"open", PST_UNIT_NONE},
    {"S_low", PST_UNIT_NONE}, {"S_high", PST_UNIT_NONE}, {"bounded", PST_UNIT_NONE},
    {"r1", PST_UNIT_NONE}};

static const struct pst_method_term akritas_terms[] = {{"slope", PST_UNIT_OF_Y_PER_X},
                                                       {"intercept", PST_UNIT_OF_Y},
                                                       {"pairs", PST_UNIT_NONE},
                                                       {"C", PST_UNIT_NONE},
                                                       {"bounded", PST_UNIT_NONE}};

static const struct pst_method methods[] = {
    {.name = "ols",
     .summary = "slope of the least-squares line, with its t test",
     .reach = "t distribution",
     TERMS(ols_terms),
     .honours = T_TEST,
     .is_default = true,
     .line = {"least squares", "slope", "intercept", .precedence = 1},
     .band = {pst_band_of_mean, "mean"},
     .kernel = pst_ols,
     .compared = pst_slopes_welch},
    {.name = "theil-sen",
     .summary = "median of the slopes between all pairs of points",
     TERMS(theil_sen_terms),
     .honours = PST_HONOURS_CONF_LEVEL,
     .is_default = true,
     .line = {"Theil-Sen", "slope", "intercept-residual", .precedence = 2},
     .band = {pst_band_of_slope, "slope"},
     .kernel = pst_theil_sen,
     .knows = PST_KNOW_ORDER,
     .compared = pst_slopes_theil_sen},
    {.name = "siegel",
     .summary = "median of the medians of each point's slopes: half the points may be wrong",
     TERMS(siegel_terms),
     .line = {"Siegel", "slope", "intercept", .precedence = 2},
     .kernel = pst_siegel},
    {.name = "mann-kendall",
     .summary = "test for a rising or falling trend by Kendall's tau-b",
     .reach = "exact to n = 500, ties of y included; beyond, normal with continuity correction; "
              "permutation",
     TERMS(mann_kendall_terms),
     .honours = S_TEST,
     .is_default = true,
     .tests_trend = true,
     .kernel = pst_mann_kendall,
     .knows = PST_KNOW_ORDER},
    {.name = "loglinear",
     .summary = "growth rate of the least-squares line through the logarithms",
     .reach = "t distribution",
     TERMS(loglinear_terms),
     .honours = T_TEST,
     .kernel = pst_loglinear},
    {.name = "cagr",
     .summary = "compound growth rate between the first and the last value",
     TERMS(cagr_terms),
     .kernel = pst_cagr},
    {.name = "pettitt",
     .summary = "a change of the level at an unknown time, by ranks: the last time before it",
     .reach = "Pettitt's formula, two digits below 0.5; permutation",
     TERMS(pettitt_terms),
     .honours = CHANGE_TEST,
     .line = {"means before and after the change", .path = pst_regimes_of_means,
              .dated = "change after", .precedence = 3},
     .kernel = pst_pettitt},
    {.name = "buishand-range",
     .summary = "a change of the mean: range of the sums of deviations from it",
     .reach = BY_CHANCE,
     TERMS(range_terms),
     .honours = CHANGE_TEST,
     .line = {"means before and after the change", .path = pst_regimes_of_means,
              .dated = "change after", .precedence = 3},
     .draws = true,
     .kernel = pst_buishand_range},
    {.name = "buishand-u",
     .summary = "a change of the mean: squares of the sums of deviations from it",
     .reach = BY_CHANCE,
     TERMS(u_terms),
     .honours = CHANGE_TEST,
     .line = {"means before and after the change", .path = pst_regimes_of_means,
              .dated = "change after", .precedence = 3},
     .draws = true,
     .kernel = pst_buishand_u},
    {.name = "snht",
     .summary = "a change of the mean, near the ends too: the best split into two means",
     .reach = BY_CHANCE,
     TERMS(snht_terms),
     .honours = CHANGE_TEST,
     .line = {"means before and after the change", .path = pst_regimes_of_means,
              .dated = "change after", .precedence = 3},
     .draws = true,
     .kernel = pst_snht},
    {.name = "cusum",
     .summary = "whether the mean is constant: the largest sum of deviations from it",
     .reach = "Brownian bridge; permutation",
     TERMS(cusum_terms),
     .honours = CHANGE_TEST,
     .line = {"means before and after the change", .path = pst_regimes_of_means,
              .dated = "change after", .precedence = 3},
     .kernel = pst_cusum},
    {.name = "breaks",
     .summary = "how many changes of the mean there are, and when: Bai and Perron",
     .reach = BY_CHANCE,
     TERMS(breaks_terms),
     .honours = CHANGE_TEST | PST_HONOURS_CONF_LEVEL,
     .line = {"mean of each segment", .path = pst_regimes_of_means, .precedence = 3},
     .draws = true,
     .kernel = pst_breaks},
    {.name = "segmented",
     .summary = "a line with one knot: when the slope changes, and both slopes",
     .reach = "Monte Carlo: 9999 normal series (1999 where steps are unequal); permutation",
     TERMS(segmented_terms),
     .honours = CHANGE_TEST | PST_HONOURS_CONF_LEVEL,
     .line = {"two lines that meet", .path = pst_regimes_of_slopes, .dated = "knot at",
              .precedence = 3},
     .draws = true,
     .kernel = pst_segmented},
    {.name = "hamed-rao",
     .summary = "Mann-Kendall, its variance corrected for autocorrelation at all significant lags",
     .reach = NORMAL_CC,
     TERMS(corrected_terms),
     .honours = Z_TEST | PST_HONOURS_LAG,
     .called_by = PST_HONOURS_LAG,
     .tests_trend = true,
     .kernel = pst_hamed_rao,
     .knows = PST_KNOW_ORDER},
    {.name = "yue-wang",
     .summary = "the same, corrected by the autocorrelation at lag 1 alone",
     .reach = NORMAL_CC,
     TERMS(corrected_terms),
     .honours = Z_TEST,
     .tests_trend = true,
     .kernel = pst_yue_wang,
     .knows = PST_KNOW_ORDER},
    {.name = "yue-wang-ar1",
     .summary = "the same, corrected as for a first-order process",
     .reach = NORMAL_CC,
     TERMS(corrected_terms),
     .honours = Z_TEST,
     .tests_trend = true,
     .kernel = pst_yue_wang_ar1,
     .knows = PST_KNOW_ORDER},
    {.name = "pre-whitening",
     .summary =
         "Mann-Kendall on what is left when each value's share of the one before is taken off",
     .reach = NORMAL_CC,
     TERMS(whitened_terms),
     .honours = Z_TEST,
     .tests_trend = true,
     .kernel = pst_prewhitening,
     .knows = PST_KNOW_ORDER},
    {.name = "trend-free-pre-whitening",
     .summary = "the same, the trend taken off before and put back after",
     .reach = NORMAL_CC,
     TERMS(whitened_terms),
     .honours = Z_TEST,
     .tests_trend = true,
     .kernel = pst_trend_free_prewhitening,
     .knows = PST_KNOW_ORDER},
    {.name = "seasonal-mann-kendall",
     .summary = "Mann-Kendall within each season, summed; seasons are independent",
     .reach = NORMAL_CC,
     TERMS(parts_terms),
     .honours = Z_TEST | PST_HONOURS_SEASON,
     .needs = PST_HONOURS_SEASON,
     .called_by = PST_HONOURS_SEASON,
     .tests_trend = true,
     .kernel = pst_seasonal_mann_kendall},
    {.name = "correlated-seasonal-mann-kendall",
     .summary = "the same where the seasons of a year depend on each other",
     .reach = "normal",
     TERMS(parts_terms),
     .honours = Z_TEST | PST_HONOURS_SEASON,
     .needs = PST_HONOURS_SEASON,
     .called_by = PST_HONOURS_SEASON,
     .tests_trend = true,
     .kernel = pst_correlated_seasonal_mann_kendall},
    {.name = "seasonal-theil-sen",
     .summary = "median of the slopes between all pairs of points of one season",
     TERMS(parts_slope_terms),
     .honours = PST_HONOURS_CONF_LEVEL | PST_HONOURS_SEASON,
     .needs = PST_HONOURS_SEASON,
     .called_by = PST_HONOURS_SEASON,
     .line = {"seasonal Theil-Sen", "slope", "intercept-residual", .precedence = 3},
     .kernel = pst_seasonal_theil_sen},
    {.name = "regional-mann-kendall",
     .summary = "Mann-Kendall within each series of a region, summed; series are independent",
     .reach = NORMAL_CC,
     TERMS(parts_terms),
     .honours = Z_TEST | PST_HONOURS_ACROSS,
     .needs = PST_HONOURS_ACROSS,
     .called_by = PST_HONOURS_ACROSS,
     .tests_trend = true,
     .kernel = pst_regional_mann_kendall},
    {.name = "multivariate-mann-kendall",
     .summary = "the same where the series of a region depend on each other",
     .reach = "normal",
     TERMS(parts_terms),
     .honours = Z_TEST | PST_HONOURS_ACROSS,
     .needs = PST_HONOURS_ACROSS,
     .called_by = PST_HONOURS_ACROSS,
     .tests_trend = true,
     .kernel = pst_multivariate_mann_kendall},
    {.name = "regional-theil-sen",
     .summary = "median of the slopes between all pairs of points of one series of a region",
     TERMS(parts_slope_terms),
     .honours = PST_HONOURS_CONF_LEVEL | PST_HONOURS_ACROSS,
     .needs = PST_HONOURS_ACROSS,
     .called_by = PST_HONOURS_ACROSS,
     .line = {"regional Theil-Sen", "slope", "intercept-residual", .precedence = 3},
     .kernel = pst_regional_theil_sen},
    {.name = "partial-mann-kendall",
     .summary = "the trend that the trends of other series do not explain",
     .reach = "normal",
     TERMS(partial_terms),
     .honours = Z_TEST | PST_HONOURS_CONTROL,
     .needs = PST_HONOURS_CONTROL,
     .called_by = PST_HONOURS_CONTROL,
     .tests_trend = true,
     .kernel = pst_partial_mann_kendall},
    {.name = "newey-west",
     .summary = "slope of the least-squares line, with errors that allow for autocorrelation",
     .reach = "t distribution",
     TERMS(newey_west_terms),
     .honours = T_TEST | PST_HONOURS_HAC | PST_HONOURS_SMALL_SAMPLE,
     .called_by = PST_HONOURS_HAC | PST_HONOURS_SMALL_SAMPLE,
     .line = {"least squares", "slope", "intercept", .precedence = 1},
     .kernel = pst_newey_west},
    {.name = "polynomial",
     .summary = "a trend that bends: least squares on powers of time",
     .reach = "t distribution",
     TERMS(polynomial_terms),
     .honours = T_TEST | PST_HONOURS_DEGREE,
     .called_by = PST_HONOURS_DEGREE,
     .line = {"polynomial", .curve = pst_polynomial_curve, .precedence = 3},
     .kernel = pst_polynomial},
    {.name = "loess",
     .summary = "a line that follows the points, for figures: local regression",
     TERMS(loess_terms),
     .honours = PST_HONOURS_CONF_LEVEL | PST_HONOURS_SPAN | PST_HONOURS_DEGREE,
     .called_by = PST_HONOURS_SPAN,
     .line = {"loess", .curve = pst_loess_curve, .precedence = 4},
     .kernel = pst_loess},
    {.name = "weighted-ols",
     .summary = "slope of the least-squares line, each value with its weight",
     .reach = "t distribution",
     TERMS(weighted_terms),
     .honours = T_TEST | PST_HONOURS_WEIGHT,
     .needs = PST_HONOURS_WEIGHT,
     .called_by = PST_HONOURS_WEIGHT,
     .line = {"weighted least squares", "slope", "intercept", pst_weighted_ols_curve,
              .precedence = 3},
     .kernel = pst_weighted_ols},
    {.name = "bisquare",
     .summary = "slope of a robust line: points far off it count nothing",
     .reach = "t distribution",
     TERMS(robust_terms),
     .honours = T_TEST,
     .line = {"robust (bisquare)", "slope", "intercept", pst_bisquare_curve, .precedence = 2},
     .kernel = pst_bisquare},
    {.name = "huber",
     .summary = "slope of a robust line: points far off it count less",
     .reach = "t distribution",
     TERMS(robust_terms),
     .honours = T_TEST,
     .line = {"robust (Huber)", "slope", "intercept", pst_huber_curve, .precedence = 2},
     .kernel = pst_huber},
    {.name = "bounded-mann-kendall",
     .summary =
         "Mann-Kendall with values known within bounds (>10, <5): the pairs that are decided, and "
         "the range of S over the others",
     .reach = NORMAL_CC,
     TERMS(bounded_terms),
     .honours = Z_TEST,
     .takes_bounds = true,
     .tests_trend = true,
     .kernel = pst_bounded_mann_kendall},
    {.name = "akritas-theil-sen",
     .summary = "Theil-Sen slope with values known within bounds",
     TERMS(akritas_terms),
     .honours = PST_HONOURS_CONF_LEVEL,
     .takes_bounds = true,
     .line = {"Akritas-Theil-Sen", "slope", "intercept", .precedence = 3},
     .band = {pst_band_of_slope, "slope"},
     .kernel = pst_akritas_theil_sen},
    {.name = "autocorrelation",
     .summary = "how much a value says about the next ones, by lag",
     .reach = "chi-squared, of all lags together",
     TERMS(autocorrelation_terms),
     .honours = PST_HONOURS_ADJUST | PST_HONOURS_LAG,
     .kernel = pst_autocorrelation},
};

const struct pst_registry pst_trend_methods = {.methods = methods,
                                               .count = sizeof methods / sizeof *methods};
