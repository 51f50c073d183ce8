/* methods_correlation.c -- the methods of polstat-correlate: y against x. */
#include "method/method.h"
#include "method/rank_methods.h"
#include "stats/kendall/kendall.h"
#include "stats/correlation/pearson.h"
#include "stats/correlation/spearman.h"
#include "stats/variable/variable.h"

enum {
  T_TEST = PST_HONOURS_ALTERNATIVE | PST_HONOURS_CONF_LEVEL | PST_HONOURS_ADJUST,
  RANK_TEST = T_TEST | PST_HONOURS_P_VALUE
};

#define TERMS(list) .terms = list, .n_terms = sizeof(list) / sizeof *(list)

static const struct pst_method_term pearson_terms[] = {{"r", PST_UNIT_NONE}};
static const struct pst_method_term spearman_terms[] = {{"rho", PST_UNIT_NONE}};
static const struct pst_method_term kendall_terms[] = PST_KENDALL_TERMS("tau-b", "tau-a", "tau-c");

static const struct pst_method_term tau_a_terms[] = PST_KENDALL_TERMS("tau-a", "tau-b", "tau-c");
static const struct pst_method_term tau_c_terms[] = PST_KENDALL_TERMS("tau-c", "tau-a", "tau-b");

static const struct pst_method methods[] = {
    {.name = "pearson",
     .summary = "linear correlation, with Fisher's interval",
     .reach = "t distribution; permutation",
     TERMS(pearson_terms),
     .honours = RANK_TEST,
     .is_default = true,
     .kernel = pst_pearson,
     .knows = PST_KNOW_DEVIATIONS},
    {.name = "spearman",
     .summary = "correlation of the ranks (mid-ranks for ties)",
     .reach = PST_SPEARMAN_REACH,
     TERMS(spearman_terms),
     .honours = RANK_TEST,
     .kernel = pst_spearman,
     .knows = PST_KNOW_RANKS},
    {.name = "kendall",
     .record = "kendall-tau-b",
     .summary = "Kendall's tau-b: concordant less discordant pairs",
     .reach = PST_KENDALL_REACH,
     TERMS(kendall_terms),
     .honours = RANK_TEST | PST_HONOURS_CONTINUITY,
     .kernel = pst_kendall,
     .knows = PST_KNOW_ORDER},
};

/* What --tau a and --tau c make of kendall. */
const struct pst_method pst_method_tau_a = {
    .name = "kendall",
    .record = "kendall-tau-a",
    .summary = "Kendall's tau-a: S over all pairs",
    .reach = PST_KENDALL_REACH,
    TERMS(tau_a_terms),
    .honours = RANK_TEST | PST_HONOURS_CONTINUITY,
    .kernel = pst_kendall_tau_a,
    .knows = PST_KNOW_ORDER,
};
const struct pst_method pst_method_tau_c = {
    .name = "kendall",
    .record = "kendall-tau-c",
    .summary = "Kendall's (Stuart's) tau-c, for tables that are not square",
    .reach = PST_KENDALL_REACH,
    TERMS(tau_c_terms),
    .honours = RANK_TEST | PST_HONOURS_CONTINUITY,
    .kernel = pst_kendall_tau_c,
    .knows = PST_KNOW_ORDER,
};

const struct pst_registry pst_correlation_methods = {.methods = methods,
                                                     .count = sizeof methods / sizeof *methods};
