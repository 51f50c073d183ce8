/* methods_correlation.c -- the methods of polstat-correlate: y against x. */
#include "job/method.h"
#include "stats/kendall.h"
#include "stats/pearson.h"
#include "stats/spearman.h"

enum {
  T_TEST = PST_HONOURS_ALTERNATIVE | PST_HONOURS_CONF_LEVEL | PST_HONOURS_ADJUST,
  RANK_TEST = T_TEST | PST_HONOURS_P_VALUE
};

#define TERMS(list) .terms = list, .n_terms = sizeof(list) / sizeof *(list)

static const struct pst_method_term pearson_terms[] = {{"r", PST_UNIT_NONE}};
static const struct pst_method_term spearman_terms[] = {{"rho", PST_UNIT_NONE}};
static const struct pst_method_term kendall_terms[] = {
    {"tau-b", PST_UNIT_NONE},      {"S", PST_UNIT_NONE},          {"var_S", PST_UNIT_NONE},
    {"concordant", PST_UNIT_NONE}, {"discordant", PST_UNIT_NONE}, {"tied_x", PST_UNIT_NONE},
    {"tied_y", PST_UNIT_NONE},     {"tied_both", PST_UNIT_NONE},  {"tau-a", PST_UNIT_NONE},
    {"tau-c", PST_UNIT_NONE},      {"gamma", PST_UNIT_NONE},      {"somers-yx", PST_UNIT_NONE},
    {"somers-xy", PST_UNIT_NONE}};

static const struct pst_method methods[] = {
    {.name = "pearson",
     .summary = "linear correlation, with Fisher's interval",
     .reach = "t distribution",
     TERMS(pearson_terms),
     .honours = RANK_TEST,
     .is_default = true,
     .kernel = pst_pearson},
    {.name = "spearman",
     .summary = "correlation of the ranks (mid-ranks for ties)",
     .reach = "exact to n = 14, and with ties where the tables allow (docs/METHODS.md); beyond, t",
     TERMS(spearman_terms),
     .honours = RANK_TEST,
     .kernel = pst_spearman},
    {.name = "kendall",
     .record = "kendall-tau-b",
     .summary = "Kendall's tau-b: concordant less discordant pairs",
     .reach = "exact to n = 500 with ties in one column, fewer with ties in both "
              "(docs/METHODS.md); beyond, normal",
     TERMS(kendall_terms),
     .honours = RANK_TEST | PST_HONOURS_CONTINUITY,
     .kernel = pst_kendall},
};

const struct pst_registry pst_correlation_methods = {.methods = methods,
                                                     .count = sizeof methods / sizeof *methods};
