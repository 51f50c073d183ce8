/* methods_compare_polls.c -- comparisons of printed percentages, of one poll's categories, and of the
   cells of a cross-table. */
#include "method/compare_kernel.h"
#include "stats/contingency/chi_squared.h"
#include "stats/contingency/fisher.h"
#include "stats/contingency/goodness_of_fit.h"
#include "stats/contingency/mcnemar.h"
#include "stats/contingency/row_shares.h"
#include "stats/poll/goodman.h"
#include "stats/poll/printed_share.h"
#include "stats/poll/printed_test.h"
#include "stats/poll/same_sample.h"
#include "stats/poll/sison_glaz.h"

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
#define EVERY_ROW(kind, member, function)                                                          \
  .compare = &(const struct pst_compare_kernel)                                                    \
  {                                                                                                \
    .takes = kind, .every_row = true, .of.member = function                                        \
  }

static enum pst_status equal_shares(const struct pst_poll *poll, const struct pst_test *test,
                                    struct pst_estimates *out, struct pst_arena *scratch,
                                    struct pst_error *error)
{
  const struct pst_fit_counts fit = {.k = poll->k, .counts = poll->counts};

  return pst_goodness_of_fit(&fit, test, out, scratch, error);
}

static const struct pst_method_term printed_terms[] = {{"share", PST_UNIT_NONE},
                                                       {"k-min", PST_UNIT_NONE},
                                                       {"k-max", PST_UNIT_NONE},
                                                       {"share-min", PST_UNIT_NONE},
                                                       {"share-max", PST_UNIT_NONE}};
static const struct pst_method_term counts_terms[] = {{"possible", PST_UNIT_NONE},
                                                      {"k-min", PST_UNIT_NONE},
                                                      {"k-max", PST_UNIT_NONE},
                                                      {"k-count", PST_UNIT_NONE}};
static const struct pst_method_term difference_terms[] = {
    {"difference", PST_UNIT_NONE},     {"difference-min", PST_UNIT_NONE},
    {"difference-max", PST_UNIT_NONE}, {"low-min", PST_UNIT_NONE},
    {"low-max", PST_UNIT_NONE},        {"high-min", PST_UNIT_NONE},
    {"high-max", PST_UNIT_NONE},       {"excludes-0-all", PST_UNIT_NONE},
    {"excludes-0-any", PST_UNIT_NONE}};
static const struct pst_method_term test_terms[] = {
    {"difference", PST_UNIT_NONE}, {"p-min", PST_UNIT_NONE}, {"p-max", PST_UNIT_NONE}};
static const struct pst_method_term same_terms[] = {
    {"difference", PST_UNIT_NONE}, {"p-min", PST_UNIT_NONE},    {"p-max", PST_UNIT_NONE},
    {"low-max", PST_UNIT_NONE},    {"high-min", PST_UNIT_NONE}, {"overlap-min", PST_UNIT_NONE},
    {"overlap-max", PST_UNIT_NONE}};
static const struct pst_method_term share_terms[] = {{"share", PST_UNIT_NONE}};
static const struct pst_method_term sison_terms[] = {
    {"share", PST_UNIT_NONE}, {"c", PST_UNIT_NONE}, {"gamma", PST_UNIT_NONE}};
static const struct pst_method_term fit_terms[] = {
    {"chi-squared", PST_UNIT_NONE}, {"g", PST_UNIT_NONE}, {"cohens-w", PST_UNIT_NONE}};
static const struct pst_method_term chi_terms[] = {{"cramers-v", PST_UNIT_NONE},
                                                   {"chi-squared", PST_UNIT_NONE},
                                                   {"chi-squared-yates", PST_UNIT_NONE},
                                                   {"g", PST_UNIT_NONE},
                                                   {"contingency-coefficient", PST_UNIT_NONE},
                                                   {"min-expected", PST_UNIT_NONE},
                                                   {"phi", PST_UNIT_NONE}};
static const struct pst_method_term fisher_terms[] = {{"cramers-v", PST_UNIT_NONE}};
static const struct pst_method_term mcnemar_terms[] = {{"difference", PST_UNIT_NONE},
                                                       {"odds-ratio", PST_UNIT_NONE}};

#define WILSON_PRINTED                                                                             \
  {                                                                                                \
    .name = "wilson-printed",                                                                      \
    .summary = "each level: the share, the score interval over all counts that print so",          \
    TERMS(printed_terms), .honours = LEVEL, .is_default = true,                                    \
    KERNEL(PST_TAKES_PRINTED, printed, pst_printed_share_interval)                                 \
  }
#define COUNTS_PRINTED                                                                             \
  {                                                                                                \
    .name = "printed-counts", .record = "printed",                                                 \
    .summary = "each level: the counts that print so, and whether there are any (GRIM)",           \
    TERMS(counts_terms), KERNEL(PST_TAKES_PRINTED, printed, pst_printed_counts)                    \
  }

static const struct pst_method printed[] = {
    WILSON_PRINTED,
    COUNTS_PRINTED,
    {.name = "newcombe-printed",
     .summary = "two levels: difference, Newcombe's interval over all counts that print so",
     TERMS(difference_terms),
     .honours = LEVEL,
     .is_default = true,
     KERNEL(PST_TAKES_TWO_PRINTED, two_printed, pst_printed_difference)},
    {.name = "pooled-z-printed",
     .summary = "two levels: whether the shares are equal, the largest p of all counts",
     .reach = "normal distribution, the largest over all counts that print so",
     TERMS(test_terms),
     .honours = SIDED | LEVEL,
     .is_default = true,
     KERNEL(PST_TAKES_TWO_PRINTED, two_printed, pst_printed_test)},
};

static const struct pst_method same[] = {
    WILSON_PRINTED,
    COUNTS_PRINTED,
    {.name = "same-sample-printed",
     .summary = "two answers of the same respondents, who could give several: McNemar over all "
                "overlaps and counts",
     .reach = "exact, the largest over all overlaps and counts that print so",
     TERMS(same_terms),
     .honours = SIDED | LEVEL,
     .is_default = true,
     KERNEL(PST_TAKES_TWO_PRINTED, two_printed, pst_same_sample_printed)},
};

static const struct pst_method poll[] = {
    {.name = "goodman",
     .summary = "each category: its share, intervals that hold together",
     TERMS(share_terms),
     .honours = LEVEL,
     .is_default = true,
     EVERY_ROW(PST_TAKES_POLL, poll, pst_goodman)},
    {.name = "sison-glaz",
     .summary = "each category: the same by Sison and Glaz, narrower",
     TERMS(sison_terms),
     .honours = LEVEL,
     .is_default = true,
     EVERY_ROW(PST_TAKES_POLL, poll, pst_sison_glaz)},
    {.name = "sison-glaz-exact",
     .summary = "each category: the same with exact probabilities, for small polls",
     TERMS(sison_terms),
     .honours = LEVEL,
     EVERY_ROW(PST_TAKES_POLL, poll, pst_sison_glaz_exact)},
    {.name = "equal-shares",
     .record = "goodness-of-fit",
     .summary = "all categories: whether they are equally frequent",
     .reach = "chi-squared distribution",
     TERMS(fit_terms),
     .honours = LEVEL | PST_HONOURS_ADJUST,
     KERNEL(PST_TAKES_POLL, poll, equal_shares)},
};

static const struct pst_method table[] = {
    {.name = "shares",
     .summary = "each cell: its share of the row of -x, with Wilson's interval",
     TERMS(share_terms),
     .honours = LEVEL,
     .is_default = true,
     EVERY_ROW(PST_TAKES_TABLE, table, pst_row_shares)},
    {.name = "chi-squared",
     .summary = "the table: whether rows and columns are independent; Cramer's V",
     .reach = "chi-squared distribution",
     TERMS(chi_terms),
     .honours = LEVEL | PST_HONOURS_ADJUST | PST_HONOURS_CONTINUITY,
     .is_default = true,
     KERNEL(PST_TAKES_TABLE, table, pst_chi_squared)},
    {.name = "fisher",
     .summary = "the table: Fisher's exact test of any size",
     .reach = "exact while the network of partial tables is small enough, else Monte Carlo, said",
     TERMS(fisher_terms),
     .honours = SIDED | PST_HONOURS_P_VALUE,
     KERNEL(PST_TAKES_TABLE, table, pst_fisher_table)},
    {.name = "mcnemar",
     .summary = "a 2 by 2 table of two answers of the same units: as many changed each way?",
     .reach = "exact; asymptotic when asked for",
     TERMS(mcnemar_terms),
     .honours = SIDED | LEVEL | PST_HONOURS_P_VALUE | PST_HONOURS_CONTINUITY,
     KERNEL(PST_TAKES_TWO_ANSWERS, table, pst_mcnemar)},
};

#define REGISTRY(list)                                                                             \
  {                                                                                                \
    .methods = list, .count = sizeof(list) / sizeof *(list)                                        \
  }

const struct pst_registry pst_compare_printed = REGISTRY(printed);
const struct pst_registry pst_compare_same = REGISTRY(same);
const struct pst_registry pst_compare_poll = REGISTRY(poll);
const struct pst_registry pst_compare_table = REGISTRY(table);
