/* driver -- runs one kernel of lib/stats on the numbers of its standard input and prints what it
   fills, so that a kernel can be held to reference values whether or not a program shows it.

   Reads   rows of numbers separated by blanks: one column, or two (x y)
   Writes  `method TAB term TAB field TAB value` lines, null for a missing number; shortest decimals
           that read back; notes as field "note"
   Usage   driver KERNEL [continuity=yes|no] [p=asymptotic|exact|permutation] [alternative=less|greater]
                         [level=0.9] [permutations=999] [seed=1] [threads=2]
                         [type=1..9] [moments=1..3] [probs=0.25,0.5] [trims=0.1,0.2]
   Methods docs/METHODS.md */
#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "stats/adjust.h"
#include "stats/correlation/agreement.h"
#include "stats/correlation/overlap.h"
#include "stats/slope/cagr.h"
#include "stats/description/describe.h"
#include "stats/kendall/kendall.h"
#include "stats/kendall/kendall_count.h"
#include "stats/trend/mann_kendall.h"
#include "stats/slope/ols.h"
#include "stats/correlation/pearson.h"
#include "stats/rank.h"
#include "stats/correlation/spearman.h"
#include "stats/slope/siegel.h"
#include "stats/slope/theil_sen.h"

enum { MOST_LIST = 64, MOST_COLUMNS = 64 };

struct request {
  struct pst_test test;
  struct pst_describe_options describe;
  double probs[MOST_LIST];
  double trims[MOST_LIST];
};

/* x and y are the first two columns; all of them stand in columns, one array each. */
struct input {
  size_t n;
  size_t k;
  double *columns[MOST_COLUMNS];
  double *x;
  double *y;
};

static const struct {
  const char *name;
  pst_pair_kernel *kernel;
} kernels[] = {
    {"kendall", pst_kendall},
    {"kendall-tau-a", pst_kendall_tau_a},
    {"kendall-tau-c", pst_kendall_tau_c},
    {"mann-kendall", pst_mann_kendall},
    {"ols", pst_ols},
    {"loglinear", pst_loglinear},
    {"pearson", pst_pearson},
    {"spearman", pst_spearman},
    {"cagr", pst_cagr},
    {"theil-sen", pst_theil_sen},
    {"siegel", pst_siegel},
    {"footrule", pst_footrule},
    {"kendall-distance", pst_kendall_distance},
    {"rank-shift", pst_rank_shift},
    {"top-overlap", pst_top_overlap},
    {"rank-biased-overlap", pst_rank_biased_overlap},
};

static void print_field(const char *method, const char *term, const char *field, double value)
{
  char number[PST_NUMBER_SIZE];

  if (isnan(value))
    strcpy(number, "null");
  else if (isinf(value))
    strcpy(number, value > 0 ? "inf" : "-inf");
  else
    pst_number_print(number, value);
  printf("%s\t%s\t%s\t%s\n", method, term, field, number);
}

static void print_row(const struct pst_estimate *row)
{
  print_field(row->method, row->term, "estimate", row->estimate);
  print_field(row->method, row->term, "std_error", row->std_error);
  print_field(row->method, row->term, "conf_low", row->conf_low);
  print_field(row->method, row->term, "conf_high", row->conf_high);
  print_field(row->method, row->term, "statistic", row->statistic);
  print_field(row->method, row->term, "df", row->df);
  print_field(row->method, row->term, "p_value", row->p_value);
  print_field(row->method, row->term, "n", (double)row->n);
  if (row->p_method != NULL)
    printf("%s\t%s\tp_method\t%s\n", row->method, row->term, row->p_method);
  if (row->note != NULL)
    printf("%s\t%s\tnote\t%s\n", row->method, row->term, row->note);
}

static size_t read_list(const char *text, double *values)
{
  size_t count = 0;
  char *end;

  while (*text != '\0' && count < MOST_LIST) {
    values[count++] = strtod(text, &end);
    text = *end == ',' ? end + 1 : end + strlen(end);
  }
  return count;
}

/* The options of a test that is to be made. */
static bool read_test(const char *option, struct pst_test *test)
{
  if (strcmp(option, "p=permutation") == 0)
    test->p_kind = PST_P_PERMUTATION;
  else if (strcmp(option, "alternative=less") == 0)
    test->alternative = PST_LESS;
  else if (strcmp(option, "alternative=greater") == 0)
    test->alternative = PST_GREATER;
  else if (strncmp(option, "level=", 6) == 0)
    test->conf_level = strtod(option + 6, NULL);
  else if (strncmp(option, "permutations=", 13) == 0)
    test->permutations = strtoul(option + 13, NULL, 10);
  else if (strncmp(option, "top=", 4) == 0)
    test->top = strtoul(option + 4, NULL, 10);
  else if (strncmp(option, "persistence=", 12) == 0)
    test->persistence = strtod(option + 12, NULL);
  else if (strncmp(option, "seed=", 5) == 0)
    test->seed = strtoul(option + 5, NULL, 10);
  else if (strncmp(option, "threads=", 8) == 0)
    test->threads = strtoul(option + 8, NULL, 10);
  else
    return false;
  return true;
}

static void read_option(const char *option, struct request *request)
{
  if (read_test(option, &request->test))
    return;
  if (strcmp(option, "continuity=yes") == 0)
    request->test.continuity = PST_CONTINUITY_YES;
  else if (strcmp(option, "continuity=no") == 0)
    request->test.continuity = PST_CONTINUITY_NO;
  else if (strcmp(option, "p=asymptotic") == 0)
    request->test.p_kind = PST_P_ASYMPTOTIC;
  else if (strcmp(option, "p=exact") == 0)
    request->test.p_kind = PST_P_EXACT;
  else if (strncmp(option, "type=", 5) == 0)
    request->describe.quantile_type = atoi(option + 5);
  else if (strncmp(option, "moments=", 8) == 0)
    request->describe.moment_type = atoi(option + 8);
  else if (strncmp(option, "probs=", 6) == 0)
    request->describe.n_probs = read_list(option + 6, request->probs);
  else if (strncmp(option, "trims=", 6) == 0)
    request->describe.n_trims = read_list(option + 6, request->trims);
  else {
    fprintf(stderr, "driver: unknown option %s\n", option);
    exit(2);
  }
}

static void grow(struct input *input, size_t capacity)
{
  for (size_t j = 0; j < input->k; j++) {
    input->columns[j] = realloc(input->columns[j], capacity * sizeof *input->columns[j]);
    if (input->columns[j] == NULL) {
      fputs("driver: out of memory\n", stderr);
      exit(4);
    }
  }
}

/* Cuts LINE into numbers; a row shorter than the first is filled with 0. */
static void read_row(char *line, struct input *input)
{
  char *rest = NULL;
  char *word = strtok_r(line, " \n", &rest);

  for (size_t j = 0; j < input->k; j++) {
    input->columns[j][input->n] = word == NULL ? 0 : strtod(word, NULL);
    if (word != NULL)
      word = strtok_r(NULL, " \n", &rest);
  }
  input->n++;
}

static size_t count_words(const char *line)
{
  size_t count = 0;

  for (; *line != '\0'; line += strcspn(line, " \n")) {
    line += strspn(line, " \n");
    count += *line != '\0';
  }
  return count < 2 ? 2 : count < MOST_COLUMNS ? count : MOST_COLUMNS;
}

static void read_input(struct input *input)
{
  static char line[8192];
  size_t capacity = 0;

  while (fgets(line, sizeof line, stdin) != NULL) {
    if (input->n == 0)
      input->k = count_words(line);
    if (input->n == capacity)
      grow(input, capacity = capacity == 0 ? 1024 : 2 * capacity);
    read_row(line, input);
  }
  input->x = input->columns[0];
  input->y = input->columns[1];
}

static enum pst_status run_pairs(pst_pair_kernel *kernel, const struct input *input,
                                 const struct request *request, struct pst_error *error)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_estimates rows = {.arena = &arena};
  struct pst_sample sample = {.n = input->n, .x = input->x, .y = input->y};
  enum pst_status status = kernel(&sample, &request->test, &rows, &scratch, error);

  for (size_t i = 0; i < rows.count; i++)
    print_row(&rows.items[i]);
  pst_estimates_free(&rows);
  pst_arena_free(&scratch);
  pst_arena_free(&arena);
  return status;
}

static enum pst_status run_describe(const struct input *input, const struct request *request,
                                    struct pst_error *error)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_estimates rows = {.arena = &arena};
  enum pst_status status =
      pst_describe(input->x, input->n, &request->describe, &rows, &scratch, error);

  for (size_t i = 0; i < rows.count; i++)
    print_row(&rows.items[i]);
  pst_estimates_free(&rows);
  pst_arena_free(&scratch);
  pst_arena_free(&arena);
  return status;
}

/* The counts stand alone even where tau-b does not exist. */
static enum pst_status run_counts(const struct input *input, struct pst_error *error)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_kendall_counts counts;
  enum pst_status status = pst_kendall_count(
      &(struct pst_sample){.n = input->n, .x = input->x, .y = input->y}, 1, &counts, &arena, error);

  if (status == PST_OK) {
    print_field("kendall-counts", "S", "estimate", (double)counts.S);
    print_field("kendall-counts", "var_S", "estimate", counts.var_S);
    print_field("kendall-counts", "concordant", "estimate", (double)counts.concordant);
    print_field("kendall-counts", "discordant", "estimate", (double)counts.discordant);
    print_field("kendall-counts", "tied_x", "estimate", (double)counts.tied_x);
    print_field("kendall-counts", "tied_y", "estimate", (double)counts.tied_y);
    print_field("kendall-counts", "tied_both", "estimate", (double)counts.tied_both);
    print_field("kendall-counts", "tau-a", "estimate", pst_tau_a(&counts));
    print_field("kendall-counts", "z", "estimate", counts.S == 0 ? 0 : (double)NAN);
  }
  pst_arena_free(&arena);
  return status;
}

static enum pst_status run_ranks(const struct input *input, struct pst_error *error)
{
  static const char *const names[] = {"min", "max", "average", "dense", "ordinal"};
  struct pst_arena arena = PST_ARENA_EMPTY;
  double *rank = pst_arena_array(&arena, input->n + 1, sizeof *rank);
  enum pst_status status = rank == NULL ? pst_fail_memory(error) : PST_OK;

  for (int descending = 0; descending < 2; descending++)
    for (int ties = PST_TIES_MIN; status == PST_OK && ties <= PST_TIES_ORDINAL; ties++) {
      char term[64];

      status = pst_rank(input->x, input->n, (enum pst_ties)ties, descending, rank, &arena, error);
      for (size_t i = 0; status == PST_OK && i < input->n; i++) {
        snprintf(term, sizeof term, "%s.%s.%zu", descending ? "desc" : "asc", names[ties], i + 1);
        print_field("rank", term, "estimate", rank[i]);
      }
    }
  pst_arena_free(&arena);
  return status;
}

static enum pst_status run_adjust(const struct input *input, struct pst_error *error)
{
  static const char *const names[] = {"none", "bonferroni", "holm", "hochberg", "bh", "by"};
  struct pst_arena arena = PST_ARENA_EMPTY;
  double *adjusted = pst_arena_array(&arena, input->n + 1, sizeof *adjusted);
  enum pst_status status = adjusted == NULL ? pst_fail_memory(error) : PST_OK;

  for (int method = PST_ADJUST_NONE; status == PST_OK && method <= PST_ADJUST_BY; method++) {
    char term[64];

    status = pst_adjust(input->x, input->n, (enum pst_adjust)method, adjusted, &arena, error);
    for (size_t i = 0; status == PST_OK && i < input->n; i++) {
      snprintf(term, sizeof term, "%s.%zu", names[method], i + 1);
      print_field("adjust", term, "estimate", adjusted[i]);
    }
  }
  pst_arena_free(&arena);
  return status;
}

static enum pst_status run(const char *name, const struct input *input,
                           const struct request *request, struct pst_error *error)
{
  for (size_t i = 0; i < sizeof kernels / sizeof *kernels; i++)
    if (strcmp(name, kernels[i].name) == 0)
      return run_pairs(kernels[i].kernel, input, request, error);
  if (strcmp(name, "describe") == 0)
    return run_describe(input, request, error);
  if (strcmp(name, "kendall-counts") == 0)
    return run_counts(input, error);
  if (strcmp(name, "rank") == 0)
    return run_ranks(input, error);
  if (strcmp(name, "adjust") == 0)
    return run_adjust(input, error);
  return pst_fail(error, PST_USAGE, "unknown kernel %s", name);
}

int main(int argc, char **argv)
{
  struct request request = {.describe = {0}};
  struct input input = {.n = 0};
  struct pst_error error = {.status = PST_OK};
  enum pst_status status;

  gsl_set_error_handler_off();
  if (argc < 2) {
    fputs("usage: driver KERNEL [OPTION=VALUE...] <numbers\n", stderr);
    return 2;
  }
  request.describe.probs = request.probs;
  request.describe.trims = request.trims;
  for (int i = 2; i < argc; i++)
    read_option(argv[i], &request);
  read_input(&input);
  status = run(argv[1], &input, &request, &error);
  for (size_t j = 0; j < input.k; j++)
    free(input.columns[j]);
  if (status == PST_UNDEFINED)
    printf("-\t-\tundefined\t%s\n", error.message);
  else if (status != PST_OK)
    fprintf(stderr, "driver: %s\n", error.message);
  return status == PST_OK || status == PST_UNDEFINED ? 0 : 1;
}
