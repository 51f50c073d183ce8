/* polstat-regress -- multiple regression by least squares, and robustly.

   Reads a table; writes a record a coefficient, or a table of rows or of predictions.  Formulas:
   docs/METHODS.md, "Regression". */
#include <string.h>

#include "job/leeway.h"
#include "regress/plan.h"
#include "regress/run.h"

enum { OWN_MOST = 32 };

static const char *const errors_choices[] = {"classical", "hc0", "hc1", "hc2", "hc3", NULL};
static const char *const robust_choices[] = {"none", "bisquare", "huber", NULL};
static const char *const terms_choices[] = {"main", "all", NULL};
static const char *const chart_choices[] = {"coefficients", "residuals", NULL};

static size_t column_options(struct pst_option *own, struct pst_job_options *o,
                             struct pst_regress_settings *s)
{
  const struct pst_option list[] = {
      pst_job_y_option(o, "the columns to be explained; each is a regression"),
      pst_job_x_option(o, "the columns of numbers that explain"),
      {.name = "factor",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL[,COL...]",
       .help = "columns of categories that explain: a coefficient a level, against the first",
       .to.list = &s->factor},
      {.name = "reference",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL=LEVEL[,...]",
       .help = "the level that the others of a factor are set against",
       .to.list = &s->reference},
      {.name = "interact",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_COLUMNS,
       .argument = "A:B[,...]",
       .help = "products of columns of the model, factors too",
       .to.list = &s->interact},
      pst_job_by_option(o, "a regression for each combination of these columns"),
      pst_job_time_option(o, "the order of the rows, for --hac and the checks of residuals"),
      {.name = "weight",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL",
       .help = "weights of the rows: one over the variance",
       .to.text = &s->weight},
      {.name = "within",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL",
       .help = "fixed effects: a level of its own for each of COL, taken off as means",
       .to.text = &s->within},
      {.name = "cluster",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL",
       .help = "standard errors that let rows of one COL depend on each other",
       .to.text = &s->cluster},
      pst_job_aggregate_option(o, "several rows of a cell (--per) become one, while they are read"),
      pst_job_per_option(o),
  };

  memcpy(own, list, sizeof list);
  return sizeof list / sizeof *list;
}

static size_t model_options(struct pst_option *own, struct pst_job_options *o,
                            struct pst_regress_settings *s)
{
  const struct pst_option list[] = {
      {.name = "no-intercept",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help = "a fit through 0",
       .to.flag = &s->no_intercept},
      {.name = "degree",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_METHOD,
       .argument = "D",
       .low = 1,
       .high = 20,
       .help = "powers of the one -x, up to this one",
       .to.count = &s->degree},
      {.name = "errors",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_METHOD,
       .choices = errors_choices,
       .initial = "classical",
       .help = "standard errors: of equal variances, or White's, which need none",
       .to.choice = &s->errors,
       .given = &s->errors_given},
      {.name = "hac",
       .kind = PST_OPTION_READ,
       .group = PST_GROUP_METHOD,
       .argument = "LAG|auto",
       .help =
           "Newey and West's standard errors, for rows in time that depend on each other; auto: "
           "floor(4 (n / 100)^(2/9)) lags",
       .read = pst_regress_read_hac,
       .to.any = &s->hac},
      {.name = "small-sample",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help = "--hac: variances times n / (n - p)",
       .to.flag = &s->small_sample},
      {.name = "robust",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_METHOD,
       .choices = robust_choices,
       .initial = "none",
       .help = "M-estimates in place of least squares: far-out values count less",
       .to.choice = &s->robust},
      pst_job_leeway_printed(o),
      pst_job_leeway_bounds(o),
      {.name = "terms",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_METHOD,
       .choices = terms_choices,
       .initial = "main",
       .help = "coefficients, r2, sigma and F, or also sums of squares, vif, checks of residuals",
       .to.choice = &o->terms,
       .given = &o->given.terms},
  };

  memcpy(own, list, sizeof list);
  return sizeof list / sizeof *list;
}

static size_t result_options(struct pst_option *own, struct pst_regress_settings *s)
{
  const struct pst_option list[] = {
      {.name = "diagnostics",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_OUTPUT,
       .help = "a row for each row of the data: fitted value, residual, leverage, Cook's distance",
       .to.flag = &s->diagnostics},
      {.name = "predict",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_OUTPUT,
       .argument = "FILE",
       .file = PST_FILE_READ,
       .help = "predictions for the rows of FILE, with intervals of the mean and of a new value",
       .to.text = &s->predict},
      {.name = "chart",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_FIGURE,
       .choices = chart_choices,
       .initial = "coefficients",
       .help = "coefficients with their intervals, or residuals against fitted values",
       .to.choice = &s->chart,
       .given = &s->chart_given},
  };

  memcpy(own, list, sizeof list);
  return sizeof list / sizeof *list;
}

int main(int argc, char **argv)
{
  struct pst_regress_settings s = {.weight = NULL};
  struct pst_job job = {.settings = &s};
  struct pst_option own[OWN_MOST];
  size_t n = column_options(own, &job.options, &s);
  static const enum pst_job_table tables[] = {
      PST_TABLE_INPUT,    PST_TABLE_ROWS,   PST_TABLE_COUNTRY, PST_TABLE_JOIN,
      PST_TABLE_INTERVAL, PST_TABLE_OUTPUT, PST_TABLE_FIGURE,  PST_TABLE_RUNNING};
  const struct pst_job_program program = {
      .name = "polstat-regress",
      .summary = "multiple regression, with robust and clustered errors",
      .usage = "-y COL[,COL...] -x COL[,COL...] [OPTION...] [FILE...]",
      .description =
          "Least squares of each -y on the -x columns, the levels of --factor and the products of "
          "--interact, over the rows that are complete in all of them. Coefficients that the data "
          "do not determine (collinear columns, too few rows) stay empty, and the note says why.",
      .examples =
          "polstat regress countries.csv -y aid -x gdp,population --factor region --errors hc3\n"
          "polstat regress panel.csv -y aid -x gdp --within country --cluster country\n"
          "polstat regress series.csv -y value -x year --time year --hac auto\n"
          "polstat regress past.csv -y cost -x size --degree 2 --predict new.csv",
      .tables = tables,
      .n_tables = sizeof tables / sizeof *tables,
      .plan = pst_regress_plan,
      .run = pst_regress_run,
  };

  n += model_options(own + n, &job.options, &s);
  n += result_options(own + n, &s);
  return pst_job_main(&job, &program, own, n, argc, argv);
}
