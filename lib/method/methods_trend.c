/* methods_trend.c -- the methods of polstat-trend: y against time. */
#include "method/method.h"
#include "stats/slope/cagr.h"
#include "stats/kendall/mann_kendall.h"
#include "stats/slope/ols.h"
#include "stats/slope/theil_sen.h"

enum {
  T_TEST = PST_HONOURS_ALTERNATIVE | PST_HONOURS_CONF_LEVEL | PST_HONOURS_ADJUST,
  S_TEST =
      PST_HONOURS_ALTERNATIVE | PST_HONOURS_P_VALUE | PST_HONOURS_CONTINUITY | PST_HONOURS_ADJUST
};

#define TERMS(list) .terms = list, .n_terms = sizeof(list) / sizeof *(list)

static const struct pst_method_term ols_terms[] = {
    {"slope", PST_UNIT_OF_Y_PER_X}, {"intercept", PST_UNIT_OF_Y},    {"r2", PST_UNIT_NONE},
    {"adj_r2", PST_UNIT_NONE},      {"sigma", PST_UNIT_OF_Y},        {"rss", PST_UNIT_NONE},
    {"F", PST_UNIT_NONE},           {"durbin-watson", PST_UNIT_NONE}};

static const struct pst_method_term theil_sen_terms[] = {{"slope", PST_UNIT_OF_Y_PER_X},
                                                         {"intercept", PST_UNIT_OF_Y},
                                                         {"pairs", PST_UNIT_NONE},
                                                         {"slope-sen", PST_UNIT_OF_Y_PER_X},
                                                         {"intercept-residual", PST_UNIT_OF_Y},
                                                         {"C", PST_UNIT_NONE}};

static const struct pst_method_term mann_kendall_terms[] = {{"tau-b", PST_UNIT_NONE},
                                                            {"S", PST_UNIT_NONE},
                                                            {"var_S", PST_UNIT_NONE},
                                                            {"tau-a", PST_UNIT_NONE},
                                                            {"z", PST_UNIT_NONE}};

static const struct pst_method_term loglinear_terms[] = {
    {"growth", PST_UNIT_PER_X}, {"slope", PST_UNIT_PER_X}, {"intercept", PST_UNIT_NONE}};

static const struct pst_method_term cagr_terms[] = {{"cagr", PST_UNIT_PER_X},
                                                    {"log_growth", PST_UNIT_PER_X}};

static const struct pst_method methods[] = {
    {.name = "ols",
     .summary = "slope of the least-squares line, with its t test",
     .reach = "t distribution",
     TERMS(ols_terms),
     .honours = T_TEST,
     .is_default = true,
     .line = {"least squares", "slope", "intercept", .precedence = 1},
     .band = {pst_band_of_mean, "mean"},
     .kernel = pst_ols},
    {.name = "theil-sen",
     .summary = "median of the slopes between all pairs of points",
     TERMS(theil_sen_terms),
     .honours = PST_HONOURS_CONF_LEVEL,
     .is_default = true,
     .line = {"Theil-Sen", "slope", "intercept", .precedence = 2},
     .band = {pst_band_of_slope, "slope"},
     .kernel = pst_theil_sen},
    {.name = "mann-kendall",
     .summary = "test for a rising or falling trend by Kendall's tau-b",
     .reach = "exact to n = 500, ties of y included; beyond, normal with continuity correction; "
              "permutation",
     TERMS(mann_kendall_terms),
     .honours = S_TEST,
     .is_default = true,
     .tests_trend = true,
     .kernel = pst_mann_kendall},
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
};

const struct pst_registry pst_trend_methods = {.methods = methods,
                                               .count = sizeof methods / sizeof *methods};
