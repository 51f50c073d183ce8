/* driver_trend -- runs one kernel that looks at a series and what stands beside it (seasons, controls, weights)
   on the numbers of its standard input and prints what it fills, as driver does.

   Reads   rows of numbers separated by blanks: x, y, and then as columns= says (part, control, weight)
   Writes  as print_rows.h
   Usage   driver_trend KERNEL [columns=part] [continuity=yes|no] [alternative=less|greater] [level=0.9]
                        [lags=3] [hac=2] [small-sample=yes] [degree=3] [span=0.5]
   Methods docs/METHODS.md */
#include <gsl/gsl_errno.h>
#include <stdlib.h>

#include "print_rows.h"
#include "stats/fit/newey_west.h"
#include "stats/trend/autocorrelation.h"
#include "stats/trend/hamed_rao.h"
#include "stats/trend/partial.h"
#include "stats/trend/prewhitening.h"
#include "stats/trend/seasonal.h"

enum { MOST_COLUMNS = 16, MOST_ROWS = 100000, MOST_PARTS = 512 };

static const struct {
  const char *name;
  pst_pair_kernel *kernel;
} kernels[] = {
    {"autocorrelation", pst_autocorrelation},
    {"hamed-rao", pst_hamed_rao},
    {"yue-wang", pst_yue_wang},
    {"yue-wang-ar1", pst_yue_wang_ar1},
    {"pre-whitening", pst_prewhitening},
    {"trend-free-pre-whitening", pst_trend_free_prewhitening},
    {"seasonal-mann-kendall", pst_seasonal_mann_kendall},
    {"correlated-seasonal-mann-kendall", pst_correlated_seasonal_mann_kendall},
    {"regional-mann-kendall", pst_regional_mann_kendall},
    {"multivariate-mann-kendall", pst_multivariate_mann_kendall},
    {"seasonal-theil-sen", pst_seasonal_theil_sen},
    {"regional-theil-sen", pst_regional_theil_sen},
    {"partial-mann-kendall", pst_partial_mann_kendall},
    {"newey-west", pst_newey_west},
};

static double cells[MOST_COLUMNS][MOST_ROWS];
static size_t parts[MOST_ROWS];
static char names[MOST_PARTS][24];
static const char *name_of[MOST_PARTS];

struct request {
  struct pst_test test;
  const char *columns;
};

static void read_option(const char *option, struct request *request)
{
  const char *value = strchr(option, '=') == NULL ? "" : strchr(option, '=') + 1;
  struct pst_test *test = &request->test;

  if (strncmp(option, "columns=", 8) == 0)
    request->columns = value;
  else if (strncmp(option, "continuity=", 11) == 0)
    test->continuity = strcmp(value, "yes") == 0 ? PST_CONTINUITY_YES : PST_CONTINUITY_NO;
  else if (strncmp(option, "alternative=", 12) == 0)
    test->alternative = strcmp(value, "less") == 0 ? PST_LESS : PST_GREATER;
  else if (strncmp(option, "level=", 6) == 0)
    test->conf_level = strtod(value, NULL);
  else if (strncmp(option, "lags=", 5) == 0)
    test->lags = strtoul(value, NULL, 10);
  else if (strncmp(option, "hac=", 4) == 0)
    test->hac = strtoul(value, NULL, 10) + 1;
  else if (strncmp(option, "small-sample=", 13) == 0)
    test->small_sample = strcmp(value, "yes") == 0;
  else if (strncmp(option, "degree=", 7) == 0)
    test->degree = strtoul(value, NULL, 10);
  else if (strncmp(option, "span=", 5) == 0)
    test->span = strtod(value, NULL);
  else {
    fprintf(stderr, "driver_trend: unknown option %s\n", option);
    exit(2);
  }
}

static size_t read_rows(size_t *columns)
{
  static char line[8192];
  size_t n = 0;

  *columns = 0;
  while (n < MOST_ROWS && fgets(line, sizeof line, stdin) != NULL) {
    char *rest = NULL;
    size_t j = 0;

    for (char *word = strtok_r(line, " \n", &rest); word != NULL && j < MOST_COLUMNS;
         word = strtok_r(NULL, " \n", &rest))
      cells[j++][n] = strtod(word, NULL);
    *columns = j;
    n += j > 1;
  }
  return n;
}

/* Parts are whole numbers from 0 or 1 on; a name is the number. */
static void set_parts(size_t n, const double *column, struct pst_series_parts *out)
{
  for (size_t i = 0; i < n; i++) {
    parts[i] = (size_t)column[i] % MOST_PARTS;
    out->count = parts[i] + 1 > out->count ? parts[i] + 1 : out->count;
  }
  for (size_t p = 0; p < out->count; p++) {
    snprintf(names[p], sizeof names[p], "%zu", p);
    name_of[p] = names[p];
  }
  out->of = parts;
  out->names = name_of;
}

static void set_beside(const char *columns, size_t n, size_t n_columns, struct pst_beside *beside)
{
  static const double *controls[MOST_COLUMNS];

  if (columns == NULL)
    return;
  if (strcmp(columns, "part") == 0)
    set_parts(n, cells[2], &beside->parts);
  else if (strcmp(columns, "weight") == 0)
    beside->weight = cells[2];
  for (size_t j = 2; j < n_columns && strcmp(columns, "control") == 0; j++)
    controls[beside->n_controls++] = cells[j];
  beside->controls = controls;
}

static enum pst_status run(pst_pair_kernel *kernel, const struct request *request,
                           struct pst_error *error)
{
  struct pst_arena arena = PST_ARENA_EMPTY, scratch = PST_ARENA_EMPTY;
  struct pst_estimates rows = {.arena = &arena};
  struct pst_beside beside = {.n_controls = 0};
  size_t columns;
  const size_t n = read_rows(&columns);
  const struct pst_sample sample = {.n = n, .x = cells[0], .y = cells[1], .beside = &beside};
  enum pst_status status;

  set_beside(request->columns, n, columns, &beside);
  status = kernel(&sample, &request->test, &rows, &scratch, error);
  for (size_t i = 0; i < rows.count; i++)
    print_estimate(&rows.items[i]);
  pst_estimates_free(&rows);
  pst_arena_free(&scratch);
  pst_arena_free(&arena);
  return status;
}

int main(int argc, char **argv)
{
  struct request request = {.columns = NULL};
  struct pst_error error = {.status = PST_OK};
  enum pst_status status = PST_USAGE;

  gsl_set_error_handler_off();
  for (int i = 2; i < argc; i++)
    read_option(argv[i], &request);
  for (size_t k = 0; argc > 1 && k < sizeof kernels / sizeof *kernels; k++)
    if (strcmp(kernels[k].name, argv[1]) == 0)
      status = run(kernels[k].kernel, &request, &error);
  if (status == PST_UNDEFINED)
    printf("-\t-\tundefined\t%s\n", error.message);
  else if (status != PST_OK)
    fprintf(stderr, "driver_trend: %s\n", error.message);
  return status == PST_OK || status == PST_UNDEFINED ? 0 : 2;
}
