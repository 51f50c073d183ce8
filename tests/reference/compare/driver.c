/* driver.c -- runs one kernel that compares groups, shares, polls or weighted samples on the numbers
   of its standard input and prints what it fills, as driver does.

   Reads   rows of numbers separated by blanks; what the columns are stands with each shape below
   Writes  as print_rows.h
   Usage   driver_compare KERNEL [continuity=yes|no] [p=asymptotic|exact|permutation]
                          [alternative=less|greater] [level=0.9] [permutations=999] [seed=1] [threads=2]
                          [probs=0.25,0.5] [statistic=mean|median] [adjust=holm|bh]
   Methods docs/METHODS.md */
#include <gsl/gsl_errno.h>
#include <stdlib.h>

#include "../print_rows.h"
#include "request.h"
#include "stats/contingency/chi_squared.h"
#include "stats/contingency/fisher.h"
#include "stats/contingency/goodness_of_fit.h"
#include "stats/contingency/mcnemar.h"
#include "stats/groups/anova.h"
#include "stats/groups/concordance.h"
#include "stats/groups/jonckheere.h"
#include "stats/groups/kruskal.h"
#include "stats/groups/levene.h"
#include "stats/groups/pairwise.h"
#include "stats/groups/slopes.h"
#include "stats/paired/paired_t.h"
#include "stats/paired/sign_test.h"
#include "stats/paired/signed_rank.h"
#include "stats/poll/goodman.h"
#include "stats/poll/printed_difference.h"
#include "stats/poll/sison_glaz.h"
#include "stats/proportion/association.h"
#include "stats/proportion/binomial_test.h"
#include "stats/proportion/difference.h"
#include "stats/proportion/ratio.h"
#include "stats/proportion/share.h"
#include "stats/proportion/trend.h"
#include "stats/resample/bootstrap.h"
#include "stats/samples/rank_sum/dominance.h"
#include "stats/samples/effect_size.h"
#include "stats/samples/rank_sum/mann_whitney.h"
#include "stats/samples/median_interval.h"
#include "stats/samples/t_test.h"
#include "stats/samples/variance_ratio.h"
#include "stats/weighted/mean.h"
#include "stats/weighted/quantile.h"

struct call {
  const struct input *input;
  const struct request *request;
  struct pst_estimates *out;
  struct pst_arena *scratch;
  struct pst_error *error;
};

static double cell(const struct call *call, size_t row, size_t column)
{
  const struct input *input = call->input;

  return row < input->rows && column < input->columns ? input->cells[row * input->columns + column]
                                                      : 0;
}

static double *column(const struct call *call, size_t which)
{
  double *values = pst_arena_array(call->scratch, call->input->rows + 1, sizeof *values);

  for (size_t i = 0; values != NULL && i < call->input->rows; i++)
    values[i] = cell(call, i, which);
  return values;
}

static const char *const *numbered(const struct call *call, size_t count)
{
  const char **names = pst_arena_array(call->scratch, count + 1, sizeof *names);

  for (size_t i = 0; names != NULL && i < count; i++)
    names[i] = pst_arena_format(call->scratch, "%zu", i + 1);
  return names;
}

#define KERNEL_ARGUMENTS(call) &(call)->request->test, (call)->out, (call)->scratch, (call)->error

/* successes, trials, design effect (0: none) */
static struct pst_proportion proportion_at(const struct call *call, size_t row, size_t from)
{
  return (struct pst_proportion){.successes = cell(call, row, from),
                                 .trials = cell(call, row, from + 1)};
}

static enum pst_status run_proportion(pst_proportion_kernel *kernel, const struct call *call)
{
  struct pst_proportion proportion = proportion_at(call, 0, 0);

  proportion.design_effect = cell(call, 0, 2);
  return kernel(&proportion, KERNEL_ARGUMENTS(call));
}

/* successes, trials of the first, then of the second */
static enum pst_status run_two_proportions(pst_two_proportions_kernel *kernel,
                                           const struct call *call)
{
  const struct pst_two_proportions table = {proportion_at(call, 0, 0), proportion_at(call, 0, 2)};

  return kernel(&table, KERNEL_ARGUMENTS(call));
}

/* the table itself */
static enum pst_status run_contingency(pst_contingency_kernel *kernel, const struct call *call)
{
  const struct pst_contingency table = {call->input->rows, call->input->columns,
                                        call->input->cells};

  return kernel(&table, KERNEL_ARGUMENTS(call));
}

/* group (0 or 1), value */
static enum pst_status run_two_samples(pst_two_samples_kernel *kernel, const struct call *call)
{
  double *x = column(call, 1);
  double *y = column(call, 1);
  struct pst_two_samples samples = {.x = x, .y = y};

  for (size_t i = 0; i < call->input->rows; i++)
    if (cell(call, i, 0) == 0)
      x[samples.nx++] = cell(call, i, 1);
    else
      y[samples.ny++] = cell(call, i, 1);
  return kernel(&samples, KERNEL_ARGUMENTS(call));
}

/* group (0, 1, ...), value */
static struct pst_group_samples groups_of(const struct call *call)
{
  double *values = column(call, 1);
  size_t *sizes = pst_arena_array(call->scratch, MOST_GROUPS, sizeof *sizes);
  struct pst_group_samples groups = {.values = values, .sizes = sizes};
  size_t at = 0;

  for (size_t g = 0; g < MOST_GROUPS; g++)
    for (size_t i = 0; i < call->input->rows; i++)
      if (cell(call, i, 0) == (double)g) {
        values[at++] = cell(call, i, 1);
        sizes[g]++;
        groups.k = g + 1;
      }
  groups.names = numbered(call, groups.k);
  return groups;
}

static enum pst_status run_groups(pst_groups_kernel *kernel, const struct call *call)
{
  const struct pst_group_samples groups = groups_of(call);

  return kernel(&groups, KERNEL_ARGUMENTS(call));
}

/* x, y */
static enum pst_status run_pairs(pst_pair_kernel *kernel, const struct call *call)
{
  const struct pst_sample sample = {
      .n = call->input->rows, .x = column(call, 0), .y = column(call, 1)};

  return kernel(&sample, KERNEL_ARGUMENTS(call));
}

/* group (0 or 1), x, y */
static enum pst_status run_two_lines(pst_two_lines_kernel *kernel, const struct call *call)
{
  double *x = column(call, 1);
  double *y = column(call, 2);
  size_t first = 0;
  struct pst_two_lines lines;

  for (int group = 0, at = 0; group < 2; group++)
    for (size_t i = 0; i < call->input->rows; i++)
      if (cell(call, i, 0) == group) {
        x[at] = cell(call, i, 1);
        y[at++] = cell(call, i, 2);
        first += group == 0;
      }
  lines.first = (struct pst_sample){.n = first, .x = x, .y = y};
  lines.second =
      (struct pst_sample){.n = call->input->rows - first, .x = x + first, .y = y + first};
  return kernel(&lines, KERNEL_ARGUMENTS(call));
}

/* count */
static enum pst_status run_poll(pst_poll_kernel *kernel, const struct call *call)
{
  const struct pst_poll poll = {call->input->rows, column(call, 0),
                                numbered(call, call->input->rows)};

  return kernel(&poll, KERNEL_ARGUMENTS(call));
}

/* x, y, weight */
static struct pst_weighted weighted_of(const struct call *call)
{
  return (struct pst_weighted){call->input->rows, column(call, 0), column(call, 1),
                               column(call, 2)};
}

static enum pst_status run_weighted(pst_weighted_kernel *kernel, const struct call *call)
{
  const struct pst_weighted sample = weighted_of(call);

  return kernel(&sample, KERNEL_ARGUMENTS(call));
}

static enum pst_status quantiles(const struct call *call, bool frequency)
{
  const struct pst_weighted sample = weighted_of(call);
  const struct pst_weighted_quantile_options options = {
      .probs = call->request->probs, .n_probs = call->request->n_probs, .frequency = frequency};

  return pst_weighted_quantiles(&sample, &options, call->out, call->scratch, call->error);
}

static enum pst_status run_quantiles(const struct call *call)
{
  return quantiles(call, false);
}

static enum pst_status run_frequency_quantiles(const struct call *call)
{
  return quantiles(call, true);
}

/* count, expected share */
static enum pst_status run_fit(const struct call *call)
{
  const struct pst_fit_counts fit = {call->input->rows, column(call, 0), column(call, 1)};

  return pst_goodness_of_fit(&fit, KERNEL_ARGUMENTS(call));
}

/* successes, trials, score */
static enum pst_status run_trend(const struct call *call)
{
  const size_t k = call->input->rows;
  struct pst_proportion *groups = pst_arena_array(call->scratch, k + 1, sizeof *groups);
  const struct pst_proportion_groups all = {k, groups, column(call, 2)};

  for (size_t i = 0; i < k; i++)
    groups[i] = proportion_at(call, i, 0);
  return pst_proportion_trend(&all, KERNEL_ARGUMENTS(call));
}

/* digits, decimals, trials */
static struct pst_printed_share printed_at(const struct call *call, size_t from, bool half_even)
{
  return (struct pst_printed_share){cell(call, 0, from), (int)cell(call, 0, from + 1),
                                    cell(call, 0, from + 2), half_even};
}

static enum pst_status run_printed(const struct call *call)
{
  const struct pst_printed_share printed = printed_at(call, 0, false);

  return pst_printed_counts(&printed, KERNEL_ARGUMENTS(call));
}

static enum pst_status run_printed_even(const struct call *call)
{
  const struct pst_printed_share printed = printed_at(call, 0, true);

  return pst_printed_counts(&printed, KERNEL_ARGUMENTS(call));
}

static enum pst_status run_printed_difference(const struct call *call)
{
  const struct pst_two_printed polls = {printed_at(call, 0, false), printed_at(call, 3, false)};

  return pst_printed_difference(&polls, KERNEL_ARGUMENTS(call));
}

static enum pst_status run_pairwise(const struct call *call)
{
  const struct pst_group_samples groups = groups_of(call);
  const struct pst_pairwise pairwise = {pst_mann_whitney, "mann-whitney", call->request->adjust};

  return pst_pairwise(&groups, &pairwise, KERNEL_ARGUMENTS(call));
}

/* one ranking a column */
static enum pst_status run_concordance(const struct call *call)
{
  const double *columns[MOST_COLUMNS];
  const struct pst_ratings ratings = {call->input->columns, call->input->rows, columns};

  for (size_t j = 0; j < call->input->columns; j++)
    columns[j] = column(call, j);
  return pst_concordance(&ratings, KERNEL_ARGUMENTS(call));
}

/* value */
static enum pst_status run_median(const struct call *call)
{
  return pst_median_interval(column(call, 0), call->input->rows, KERNEL_ARGUMENTS(call));
}

static enum pst_status run_bootstrap(const struct call *call)
{
  const struct request *request = call->request;
  const struct pst_bootstrap bootstrap = {
      .samples = {.k = 1, .values = column(call, 0), .sizes = &call->input->rows},
      .statistic = request->median ? pst_bootstrap_median : pst_bootstrap_mean,
      .replicates = request->test.permutations,
      .seed = request->test.seed,
      .threads = request->test.threads,
      .level = request->test.conf_level};
  struct pst_bootstrap_result r = {.count = 0};
  enum pst_status status = pst_bootstrap_run(&bootstrap, &r, call->scratch, call->error);
  char term[32];

  if (status != PST_OK)
    return status;
  print_field("bootstrap", "statistic", "estimate", r.estimate);
  print_field("bootstrap", "statistic", "std_error", r.std_error);
  print_field("bootstrap", "percentile", "conf_low", r.percentile_low);
  print_field("bootstrap", "percentile", "conf_high", r.percentile_high);
  print_field("bootstrap", "z0", "estimate", r.z0);
  print_field("bootstrap", "a", "estimate", r.a);
  print_field("bootstrap", "alpha", "conf_low", r.alpha_low);
  print_field("bootstrap", "alpha", "conf_high", r.alpha_high);
  print_field("bootstrap", "bca", "conf_low", r.bca_low);
  print_field("bootstrap", "bca", "conf_high", r.bca_high);
  for (size_t i = 0; i < r.count; i++) {
    snprintf(term, sizeof term, "replicate.%zu", i + 1);
    print_field("bootstrap", term, "estimate", r.replicates[i]);
  }
  return PST_OK;
}

/* One kernel, under one of the shapes. */
static const struct entry {
  const char *name;
  pst_proportion_kernel *proportion;
  pst_two_proportions_kernel *two_proportions;
  pst_contingency_kernel *contingency;
  pst_two_samples_kernel *two_samples;
  pst_groups_kernel *groups;
  pst_pair_kernel *pairs;
  pst_two_lines_kernel *two_lines;
  pst_poll_kernel *poll;
  pst_weighted_kernel *weighted;
  enum pst_status (*own)(const struct call *call);
} entries[] = {
    {"wilson", .proportion = pst_wilson},
    {"wilson-cc", .proportion = pst_wilson_cc},
    {"clopper-pearson", .proportion = pst_clopper_pearson},
    {"jeffreys", .proportion = pst_jeffreys},
    {"agresti-coull", .proportion = pst_agresti_coull},
    {"binomial", .proportion = pst_binomial_test},
    {"newcombe", .two_proportions = pst_newcombe},
    {"newcombe-cc", .two_proportions = pst_newcombe_cc},
    {"miettinen-nurminen", .two_proportions = pst_miettinen_nurminen},
    {"risk-ratio", .two_proportions = pst_risk_ratio},
    {"odds-ratio", .two_proportions = pst_odds_ratio},
    {"odds-ratio-conditional", .two_proportions = pst_odds_ratio_conditional},
    {"pooled-z", .two_proportions = pst_pooled_z},
    {"fisher-2x2", .two_proportions = pst_fisher_test},
    {"cohens-h", .two_proportions = pst_cohens_h},
    {"chi-squared", .contingency = pst_chi_squared},
    {"fisher", .contingency = pst_fisher_table},
    {"mcnemar", .contingency = pst_mcnemar},
    {"welch", .two_samples = pst_welch},
    {"student", .two_samples = pst_student},
    {"variance-ratio", .two_samples = pst_variance_ratio},
    {"cohens-d", .two_samples = pst_cohens_d},
    {"hedges-g", .two_samples = pst_hedges_g},
    {"mann-whitney", .two_samples = pst_mann_whitney},
    {"brunner-munzel", .two_samples = pst_brunner_munzel},
    {"cliffs-delta", .two_samples = pst_cliffs_delta},
    {"anova", .groups = pst_anova},
    {"welch-anova", .groups = pst_welch_anova},
    {"kruskal-wallis", .groups = pst_kruskal},
    {"jonckheere", .groups = pst_jonckheere},
    {"levene", .groups = pst_levene},
    {"brown-forsythe", .groups = pst_brown_forsythe},
    {"pairwise", .own = run_pairwise},
    {"wilcoxon", .pairs = pst_signed_rank},
    {"sign", .pairs = pst_sign_test},
    {"paired-t", .pairs = pst_paired_t},
    {"slopes-welch", .two_lines = pst_slopes_welch},
    {"slopes-pooled", .two_lines = pst_slopes_pooled},
    {"goodman", .poll = pst_goodman},
    {"sison-glaz", .poll = pst_sison_glaz},
    {"sison-glaz-exact", .poll = pst_sison_glaz_exact},
    {"weighted-mean", .weighted = pst_weighted_mean},
    {"weighted-share", .weighted = pst_weighted_share},
    {"weighted-pearson", .weighted = pst_weighted_pearson},
    {"weighted-quantile", .own = run_quantiles},
    {"weighted-quantile-frequency", .own = run_frequency_quantiles},
    {"goodness-of-fit", .own = run_fit},
    {"cochran-armitage", .own = run_trend},
    {"printed", .own = run_printed},
    {"printed-even", .own = run_printed_even},
    {"newcombe-printed", .own = run_printed_difference},
    {"kendall-w", .own = run_concordance},
    {"median", .own = run_median},
    {"bootstrap", .own = run_bootstrap},
};

static enum pst_status run_entry(const struct entry *entry, const struct call *call)
{
  if (entry->proportion != NULL)
    return run_proportion(entry->proportion, call);
  if (entry->two_proportions != NULL)
    return run_two_proportions(entry->two_proportions, call);
  if (entry->contingency != NULL)
    return run_contingency(entry->contingency, call);
  if (entry->two_samples != NULL)
    return run_two_samples(entry->two_samples, call);
  if (entry->groups != NULL)
    return run_groups(entry->groups, call);
  if (entry->pairs != NULL)
    return run_pairs(entry->pairs, call);
  if (entry->two_lines != NULL)
    return run_two_lines(entry->two_lines, call);
  if (entry->poll != NULL)
    return run_poll(entry->poll, call);
  if (entry->weighted != NULL)
    return run_weighted(entry->weighted, call);
  return entry->own(call);
}

static const struct entry *find(const char *name)
{
  for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
    if (strcmp(name, entries[i].name) == 0)
      return &entries[i];
  fprintf(stderr, "driver_compare: unknown kernel %s\n", name);
  exit(2);
}

static int run(const struct entry *entry, const struct input *input, const struct request *request)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_estimates rows = {.arena = &arena};
  struct pst_error error = {.status = PST_OK};
  const struct call call = {input, request, &rows, &scratch, &error};
  enum pst_status status = run_entry(entry, &call);

  for (size_t i = 0; i < rows.count; i++)
    print_estimate(&rows.items[i]);
  if (status == PST_UNDEFINED)
    printf("-\t-\tundefined\t%s\n", error.message);
  else if (status != PST_OK)
    fprintf(stderr, "driver_compare: %s\n", error.message);
  pst_estimates_free(&rows);
  pst_arena_free(&scratch);
  pst_arena_free(&arena);
  return status == PST_OK || status == PST_UNDEFINED ? 0 : 1;
}

int main(int argc, char **argv)
{
  static char line[8192];
  struct request request = {.adjust = PST_ADJUST_HOLM};
  struct input input = {.rows = 0};
  int code;

  gsl_set_error_handler_off();
  if (argc < 2) {
    fputs("usage: driver_compare KERNEL [OPTION=VALUE...] <numbers\n", stderr);
    return 2;
  }
  for (int i = 2; i < argc; i++)
    request_option(argv[i], &request);
  while (fgets(line, sizeof line, stdin) != NULL)
    request_row(line, &input);
  code = run(find(argv[1]), &input, &request);
  free(input.cells);
  return code;
}
