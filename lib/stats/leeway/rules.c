/* rules.c -- how each statistic follows its values: one row a statistic.  What is not here is searched. */
#include <string.h>

#include "stats/leeway/leeway.h"

#define WAY(m, t, w)                                                                               \
  {                                                                                                \
    .method = (m), .term = (t), .way = PST_LEEWAY_##w                                              \
  }
#define WAY_OF_Y(m, t)                                                                             \
  {                                                                                                \
    .method = (m), .term = (t), .way = PST_LEEWAY_ONE_WAY, .of_y = true                            \
  }
#define ORDER(m, t, o)                                                                             \
  {                                                                                                \
    .method = (m), .term = (t), .way = PST_LEEWAY_ORDERED, .order = PST_LEEWAY_##o                 \
  }
#define RANKS(m, t)                                                                                \
  {                                                                                                \
    .method = (m), .term = (t), .ranks = true                                                      \
  }
#define SIZE(m, t)                                                                                 \
  {                                                                                                \
    .method = (m), .term = (t), .no_sign = true                                                    \
  }
#define OF_RANKS(m, t, zero)                                                                       \
  {                                                                                                \
    .method = (m), .term = (t), .way = PST_LEEWAY_APART, .ranks = true, .null = (zero)             \
  }
#define RATIO(m, t)                                                                                \
  {                                                                                                \
    .method = (m), .term = (t), .way = PST_LEEWAY_SEARCHED, .null = 1                              \
  }

static const struct pst_leeway_rule rules[] = {
    /* least squares: sums of the values, each with a weight of its own */
    {.method = "ols",
     .term = "slope",
     .way = PST_LEEWAY_ONE_WAY,
     .of_y = true,
     .along = true,
     .proof = PST_LEEWAY_BY_LINE},
    WAY_OF_Y("ols", "intercept"),
    {.method = "newey-west*",
     .term = "slope",
     .way = PST_LEEWAY_ONE_WAY,
     .of_y = true,
     .along = true},
    WAY_OF_Y("newey-west*", "intercept"),
    WAY_OF_Y("weighted-ols", "slope"),
    WAY_OF_Y("weighted-ols", "intercept"),
    WAY_OF_Y("polynomial*", "b*"),
    WAY_OF_Y("ols*", "coefficient"),
    WAY_OF_Y("weighted-ols*", "coefficient"),
    {.method = "loglinear",
     .term = "growth",
     .way = PST_LEEWAY_ONE_WAY,
     .of_y = true,
     .along = true},
    WAY_OF_Y("cagr", "cagr"),
    {.method = "theil-sen", .term = "slope", .proof = PST_LEEWAY_BY_SLOPES},
    {.method = "pearson", .term = "r", .proof = PST_LEEWAY_BY_ANGLE},
    /* Kendall's S, whatever it is called */
    ORDER("mann-kendall", "tau-b", KENDALL),
    ORDER("kendall-tau-b", "tau-b", KENDALL),
    ORDER("kendall", "tau-b", KENDALL),
    ORDER("spearman", "rho", SPEARMAN),
    ORDER("footrule", "footrule", FOOTRULE),
    {.method = "rank-shift",
     .term = "mean_abs_rank_change",
     .way = PST_LEEWAY_ORDERED,
     .order = PST_LEEWAY_FOOTRULE,
     .over_n = true},
    ORDER("kendall-distance", "kendall_distance", DISTANCE),
    ORDER("rank-biased-overlap", "rbo", OVERLAP),
    {.method = "kendall-w", .term = "W", .ranks = true, .no_sign = true},
    {.method = "rank-volatility", .term = "volatility*", .ranks = true, .no_sign = true},
    {.method = "top-overlap", .term = "*", .ranks = true, .no_sign = true},
    RANKS("mann-kendall", "*"),
    RANKS("kendall*", "*"),
    RANKS("spearman", "*"),
    RANKS("footrule", "*"),
    RANKS("rank-*", "*"),
    RANKS("pettitt", "*"),
    /* location */
    WAY("describe", "mean", RISES),
    WAY("describe", "sum", RISES),
    WAY("describe", "median", RISES),
    WAY("describe", "min", RISES),
    WAY("describe", "max", RISES),
    WAY("describe", "q*", RISES),
    WAY("describe", "trimmed_mean*", RISES),
    WAY("describe", "geometric_mean", RISES),
    WAY("describe", "harmonic_mean", RISES),
    SIZE("describe", "sd*"),
    SIZE("describe", "var*"),
    SIZE("describe", "sem"),
    SIZE("describe", "cv*"),
    SIZE("describe", "iqr"),
    SIZE("describe", "mad*"),
    SIZE("describe", "mean_abs_dev*"),
    SIZE("describe", "range"),
    WAY("describe", "n", NONE),
    WAY("describe", "missing", NONE),
    WAY("describe", "bounded", NONE),
    WAY("describe", "distinct", NONE),
    WAY("mean", "mean", RISES),
    SIZE("mean", "sd"),
    WAY("median", "median", RISES),
    WAY("quantile*", "q*", RISES),
    WAY("weighted-mean", "mean", RISES),
    /* of two samples */
    WAY("welch", "difference", APART),
    WAY("student", "difference", APART),
    OF_RANKS("mann-whitney", "shift", 0),
    OF_RANKS("cliffs-delta", "delta", 0),
    OF_RANKS("brunner-munzel", "relative-effect", 0.5),
    WAY("bootstrap-mean", "difference", APART),
    WAY("bootstrap-median", "difference", APART),
    WAY("paired-t", "difference", APART),
    OF_RANKS("wilcoxon", "shift", 0),
    OF_RANKS("sign", "share-positive", 0.5),
    RANKS("kruskal*", "*"),
    RANKS("jonckheere*", "*"),
    /* of fits as a whole */
    SIZE("ols*", "r2"),
    SIZE("ols*", "sigma"),
    SIZE("ols*", "F"),
    SIZE("weighted-ols*", "r2"),
    SIZE("weighted-ols*", "sigma"),
    SIZE("weighted-ols*", "F"),
    SIZE("kruskal*", "epsilon2"),
    SIZE("anova", "*"),
    SIZE("welch-anova", "*"),
    RATIO("variance-ratio", "variance-ratio"),
};

static const struct pst_leeway_rule searched = {.way = PST_LEEWAY_SEARCHED};

static bool fits(const char *pattern, const char *name)
{
  const size_t n = strlen(pattern);

  if (n > 0 && pattern[n - 1] == '*')
    return strncmp(pattern, name, n - 1) == 0;
  return strcmp(pattern, name) == 0;
}

const struct pst_leeway_rule *pst_leeway_rule_of(const char *method, const char *term)
{
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
    if (fits(rules[i].method, method) && fits(rules[i].term, term))
      return &rules[i];
  return &searched;
}
