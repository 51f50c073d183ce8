/* polstat-describe -- what is in the columns of a table.

   Reads a table; writes for each column (and group) its level, spread, shape and quantiles, what is
   missing and what is bounded: records in csv and json, a wide table in text and markdown.  Methods:
   docs/METHODS.md, "Description". */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "job/columns.h"
#include "job/emit.h"
#include "job/pairs.h"
#include "stats/describe.h"

struct settings {
  struct pst_list quantiles, trims;
  size_t quantile_type, moment_type;
  struct pst_roles by, y;
  struct pst_describe_options options;
};

/* The terms without --terms all, besides the quantiles that were asked for. */
static const char *const main_terms[] = {"n",     "missing", "bounded", "mean", "sd",      "min",
                                         "q0.25", "median",  "q0.75",   "max",  "distinct"};

static const char *const no_unit[] = {"n",    "missing", "bounded",  "distinct",
                                      "cv",   "cv_pop",  "skewness", "kurtosis",
                                      "lag1", "var",     "var_pop"};

static bool is_in(const char *const *list, size_t n, const char *name)
{
  for (size_t i = 0; i < n; i++)
    if (strcmp(list[i], name) == 0)
      return true;
  return false;
}

#define IS_IN(list, name) is_in(list, sizeof(list) / sizeof *(list), name)

/* --- plan --------------------------------------------------------------------------------------- */

/* The numbers of a list option, each in [low, high]. */
static enum pst_status read_numbers(struct pst_job *job, const struct pst_list *list,
                                    const char *option, double high, const double **numbers,
                                    size_t *n, struct pst_error *error)
{
  double *values = pst_arena_array(&job->arena, list->count + 1, sizeof *values);

  if (values == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < list->count; i++)
    if (!pst_number_parse(pst_text_of(list->items[i]), NULL, &values[i], NULL) || values[i] < 0
        || values[i] > high)
      return pst_fail(error, PST_USAGE, "%s: '%s' is not a number between 0 and %g", option,
                      list->items[i], high);
  *numbers = values;
  *n = list->count;
  return PST_OK;
}

static enum pst_status plan(struct pst_job *job, struct pst_error *error)
{
  struct settings *s = job->settings;
  struct pst_roles per;
  enum pst_status status = read_numbers(job, &s->quantiles, "--quantiles", 1, &s->options.probs,
                                        &s->options.n_probs, error);

  if (status == PST_OK)
    status =
        read_numbers(job, &s->trims, "--trim", 0.5, &s->options.trims, &s->options.n_trims, error);
  s->options.conf_level = job->options.conf_level;
  s->options.quantile_type = (int)s->quantile_type;
  s->options.moment_type = (int)s->moment_type;
  if (status == PST_OK)
    status = pst_job_check_per(job, error);
  if (status == PST_OK && job->options.given.aggregate)
    status =
        pst_job_require(job->options.y.count > 0, "-y COL", "which columns to aggregate", error);
  if (status == PST_OK)
    status = pst_job_roles(job, "-g", &job->options.by, PST_WANT_TEXT, &s->by, error);
  if (status == PST_OK)
    status = pst_job_roles(job, "--per", &job->options.per, PST_WANT_TEXT, &per, error);
  if (status == PST_OK)
    status = pst_job_roles(job, "-y", &job->options.y, PST_WANT_NUMBER, &s->y, error);
  job->all_columns = job->options.y.count == 0;
  return status;
}

/* The columns to describe: those of -y, or all that are no groups. */
static enum pst_status make_pairs(struct pst_job *job, struct pst_pairs *pairs,
                                  struct pst_error *error)
{
  const struct settings *s = job->settings;
  const struct pst_table *table = &job->table;
  struct pst_pair *list =
      pst_arena_array(&job->arena, table->n_columns + s->y.count + 1, sizeof *list);
  size_t n = 0;

  if (list == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < s->y.count; i++)
    list[n++].y = job->roles[s->y.roles[i]].column;
  for (size_t c = 0; s->y.count == 0 && c < table->n_columns; c++)
    if (table->columns[c].want != PST_WANT_TEXT
        && !is_in(job->options.by.items, job->options.by.count, table->columns[c].name))
      list[n++].y = c;
  for (size_t i = 0; i < n; i++) {
    list[i].x = SIZE_MAX;
    list[i].y_name = table->columns[list[i].y].name;
  }
  pairs->pairs = list;
  pairs->n_pairs = n;
  return PST_OK;
}

/* --- one column in one group --------------------------------------------------------------------- */

struct counts {
  size_t known, missing, bounded, distinct;
};

/* Texts, and times of a named kind, are counted by their codes. */
static enum pst_status count_cells(const struct pst_job *job, const struct pst_pairs *pairs,
                                   const struct pst_unit *unit, struct pst_arena *scratch,
                                   struct counts *counts, struct pst_error *error)
{
  const struct pst_column *column = &job->table.columns[pairs->pairs[unit->pair].y];
  const size_t *first = &pairs->groups->first[unit->group];
  bool coded = column->type != PST_COLUMN_NUMBER;
  bool *seen = pst_arena_array(scratch, column->dictionary.count + 1, sizeof *seen);

  if (seen == NULL)
    return pst_fail_memory(error);
  for (size_t i = first[0]; i < first[1]; i++) {
    size_t r = pairs->groups->row[i];
    bool missing = pst_column_missing(column, r);

    counts->missing += missing;
    counts->bounded += !missing && pst_column_bounded(column, r);
    if (missing || !coded || column->code[r] == PST_CODE_MISSING)
      continue;
    counts->distinct += !seen[column->code[r]];
    seen[column->code[r]] = true;
  }
  counts->known = first[1] - first[0] - counts->missing - counts->bounded;
  return PST_OK;
}

static enum pst_status add_counts(struct pst_unit *unit, const struct counts *counts,
                                  struct pst_error *error)
{
  const struct {
    const char *term;
    size_t value;
  } rows[] = {{"n", counts->known}, {"missing", counts->missing}, {"bounded", counts->bounded}};
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < sizeof rows / sizeof *rows && status == PST_OK; i++)
    status = pst_estimates_value(&unit->estimates, "describe", rows[i].term, counts->known,
                                 (double)rows[i].value, error);
  return status;
}

/* Terms of numbers that were not asked for go; those in the unit of the column get it. */
static void choose_terms(const struct pst_job *job, const struct pst_column *column,
                         struct pst_unit *unit)
{
  const struct settings *s = job->settings;
  size_t kept = 0;

  for (size_t i = 0; i < unit->estimates.count; i++) {
    struct pst_estimate row = unit->estimates.items[i];
    bool asked = (s->quantiles.count > 0 && row.term[0] == 'q')
                 || (s->trims.count > 0 && strncmp(row.term, "trimmed", 7) == 0);

    if (job->options.terms != PST_TERMS_ALL && !asked && !IS_IN(main_terms, row.term))
      continue;
    if (!IS_IN(no_unit, row.term))
      row.unit = column->unit;
    unit->estimates.items[kept++] = row;
  }
  unit->estimates.count = kept;
}

static enum pst_status describe_numbers(struct pst_job *job, const struct pst_pairs *pairs,
                                        struct pst_unit *unit, const struct pst_sample *sample,
                                        struct pst_arena *scratch, struct pst_error *error)
{
  const struct settings *s = job->settings;
  struct pst_error reason = {.status = PST_OK};
  size_t first = unit->estimates.count;
  enum pst_status status =
      pst_describe(sample->y, sample->n, &s->options, &unit->estimates, scratch, &reason);

  if (status == PST_UNDEFINED) {
    struct pst_estimate *row;

    unit->estimates.count = first;
    row = pst_estimates_add(&unit->estimates, "describe", "mean", sample->n);
    if (row == NULL)
      return pst_fail_memory(error);
    pst_estimate_note(&unit->estimates, row, "%s", reason.message);
  } else if (status != PST_OK) {
    return pst_fail(error, status, "%s", reason.message);
  }
  choose_terms(job, &job->table.columns[pairs->pairs[unit->pair].y], unit);
  return PST_OK;
}

static enum pst_status describe_unit(struct pst_job *job, const struct pst_pairs *pairs,
                                     struct pst_unit *unit, const struct pst_sample *sample,
                                     struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_column *column = &job->table.columns[pairs->pairs[unit->pair].y];
  struct counts counts = {.known = 0};
  enum pst_status status = count_cells(job, pairs, unit, scratch, &counts, error);

  if (status == PST_OK)
    status = add_counts(unit, &counts, error);
  if (status != PST_OK)
    return status;
  if (column->type == PST_COLUMN_NUMBER)
    return describe_numbers(job, pairs, unit, sample, scratch, error);
  return pst_estimates_value(&unit->estimates, "describe", "distinct", counts.known,
                             (double)counts.distinct, error);
}

/* --- the wide table ------------------------------------------------------------------------------- */

static const char *type_name(const struct pst_column *column)
{
  if (column->type == PST_COLUMN_TEXT)
    return "text";
  return column->type == PST_COLUMN_NUMBER ? "number" : pst_period_name(column->period);
}

static size_t column_of(const struct pst_grid *grid, const char *name)
{
  size_t c = 0;

  while (c < grid->n_columns && strcmp(grid->columns[c].name, name) != 0)
    c++;
  return c;
}

static bool counts_things(const char *term)
{
  return strcmp(term, "n") == 0 || strcmp(term, "missing") == 0 || strcmp(term, "bounded") == 0
         || strcmp(term, "distinct") == 0;
}

static bool occurs(const struct pst_pairs *pairs, const char *term)
{
  for (size_t u = 0; u < pairs->n_units; u++)
    if (pst_pairs_find(&pairs->units[u], "describe", term) != NULL)
      return true;
  return false;
}

/* Quartiles are the first to go when the terminal is narrow. */
static enum pst_status add_term(struct pst_grid *grid, const char *term, struct pst_error *error)
{
  bool quartile = strcmp(term, "q0.25") == 0 || strcmp(term, "q0.75") == 0;
  const struct pst_grid_column spec = {.name = term,
                                       .role = quartile ? PST_ROLE_MINOR : PST_ROLE_PLAIN,
                                       .kind = counts_things(term) ? PST_CELL_INTEGER
                                                                   : PST_CELL_NUMBER};

  return column_of(grid, term) < grid->n_columns ? PST_OK : pst_grid_add_column(grid, &spec, error);
}

/* A column for each term that occurs: the usual ones in their order, then those that were asked for. */
static enum pst_status wide_columns(const struct pst_pairs *pairs, const char *const *names,
                                    struct pst_grid *grid, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t k = 0; k < pairs->groups->n_keys && status == PST_OK; k++)
    status = pst_grid_add_column(
        grid, &(struct pst_grid_column){.name = names[k], .role = PST_ROLE_LABEL}, error);
  if (status == PST_OK)
    status = pst_grid_add_column(grid, &(struct pst_grid_column){.name = "variable"}, error);
  if (status == PST_OK)
    status = pst_grid_add_column(
        grid, &(struct pst_grid_column){.name = "type", .role = PST_ROLE_MINOR}, error);
  for (size_t t = 0; t < sizeof main_terms / sizeof *main_terms && status == PST_OK; t++)
    if (occurs(pairs, main_terms[t]))
      status = add_term(grid, main_terms[t], error);
  for (size_t u = 0; u < pairs->n_units; u++)
    for (size_t i = 0; i < pairs->units[u].estimates.count && status == PST_OK; i++)
      status = add_term(grid, pairs->units[u].estimates.items[i].term, error);
  return status;
}

static enum pst_status wide_row(struct pst_job *job, const struct pst_pairs *pairs, size_t u,
                                struct pst_grid *grid, struct pst_error *error)
{
  const struct pst_unit *unit = &pairs->units[u];
  const struct pst_pair *pair = &pairs->pairs[unit->pair];
  size_t keys = pairs->groups->n_keys;

  if (pst_grid_add_row(grid, error) != PST_OK)
    return error->status;
  for (size_t k = 0; k < keys; k++)
    pst_grid_set_text(grid, u, k, pairs->groups->keys[unit->group * keys + k]);
  pst_grid_set_text(grid, u, keys, pair->y_name);
  pst_grid_set_text(grid, u, keys + 1, type_name(&job->table.columns[pair->y]));
  for (size_t i = 0; i < unit->estimates.count; i++)
    pst_grid_set_number(grid, u, column_of(grid, unit->estimates.items[i].term),
                        unit->estimates.items[i].estimate);
  return PST_OK;
}

static enum pst_status emit_wide(struct pst_job *job, const struct pst_pairs *pairs,
                                 const char *const *names, struct pst_error *error)
{
  struct pst_grid grid = {.n_rows = 0};
  enum pst_status status;

  if (!job->options.given.digits)
    job->options.digits = 5;
  status = wide_columns(pairs, names, &grid, error);

  for (size_t u = 0; u < pairs->n_units && status == PST_OK; u++)
    status = wide_row(job, pairs, u, &grid, error);
  if (status == PST_OK)
    status = pst_job_emit(job, &grid, error);
  pst_grid_free(&grid);
  return status;
}

/* --- run ------------------------------------------------------------------------------------------ */

static enum pst_status report(struct pst_job *job, struct pst_pairs *pairs,
                              const char *const *names, struct pst_error *error)
{
  const unsigned left_out = 1u << PST_KEY_AGAINST | 1u << PST_KEY_STATISTIC | 1u << PST_KEY_DF
                            | 1u << PST_KEY_P_VALUE | 1u << PST_KEY_P_METHOD
                            | 1u << PST_KEY_P_ADJUSTED;
  enum pst_format format = pst_job_format(job);
  bool wide = (format == PST_FORMAT_TEXT || format == PST_FORMAT_MARKDOWN)
              && job->options.terms != PST_TERMS_ALL;
  struct pst_estimate_grid grid = {.n_groups = 0};
  enum pst_status status;

  job->options.terms = PST_TERMS_ALL; /* chosen already, by name */
  status = pst_pairs_report(job, pairs, names, left_out, &grid, error);
  if (status == PST_OK)
    status = wide ? emit_wide(job, pairs, names, error) : pst_job_emit(job, &grid.grid, error);
  pst_estimate_grid_free(&grid);
  return status;
}

static enum pst_status run(struct pst_job *job, struct pst_error *error)
{
  const struct settings *s = job->settings;
  struct pst_groups groups;
  struct pst_pairs pairs = {.groups = &groups, .step = describe_unit};
  const char **names;
  enum pst_status status = pst_job_group(job, &s->by, &groups, &names, error);

  if (status != PST_OK)
    return status;
  status = make_pairs(job, &pairs, error);
  if (status == PST_OK)
    status = pst_pairs_compute(job, &pairs, error);
  /* What is missing and bounded is in the result, column by column. */
  job->count.used = groups.n_groups == 0 ? 0 : groups.first[groups.n_groups];
  job->count.missing = groups.n_left_out;
  job->count.cells_told = true;
  job->count.series = pairs.n_pairs;
  job->count.series_name = pairs.n_pairs == 1 ? "column" : "columns";
  if (status == PST_OK)
    status = report(job, &pairs, names, error);
  pst_pairs_free(&pairs);
  pst_groups_free(&groups);
  return status;
}

static const char *const terms_choices[] = {"main", "all", NULL};

enum { OWN_MOST = 16 };

static size_t own_options(struct pst_option *own, struct pst_job_options *o, struct settings *s)
{
  const struct pst_option list[] = {
      pst_job_y_option(o, "columns of numbers to describe (default: all columns)"),
      pst_job_by_option(o, "describe each combination of these columns"),
      pst_job_aggregate_option(
          o, "describe cells (--per), of which several rows become one while they "
             "are read"),
      pst_job_per_option(o),
      {.name = "terms",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_METHOD,
       .choices = terms_choices,
       .initial = "main",
       .help = "the usual numbers, or all",
       .to.choice = &o->terms},
      {.name = "quantiles",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_METHOD,
       .argument = "P[,P...]",
       .help = "quantiles besides the median (default: 0.25,0.75)",
       .to.list = &s->quantiles},
      {.name = "quantile-type",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_METHOD,
       .argument = "N",
       .initial = "7",
       .low = 1,
       .high = 9,
       .help = "Hyndman and Fan's type of quantiles",
       .to.count = &s->quantile_type},
      {.name = "moment-type",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_METHOD,
       .argument = "N",
       .initial = "2",
       .low = 1,
       .high = 3,
       .help = "type of skewness and kurtosis: 2 as in SAS and Excel",
       .to.count = &s->moment_type},
      {.name = "trim",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_METHOD,
       .argument = "P[,P...]",
       .help = "shares to cut at each end for trimmed means (default: 0.1)",
       .to.list = &s->trims},
      {.name = "conf-level",
       .kind = PST_OPTION_NUMBER,
       .group = PST_GROUP_METHOD,
       .argument = "P",
       .initial = "0.95",
       .low = 0,
       .high = 1,
       .open = true,
       .help = "confidence level of the mean's interval",
       .to.number = &o->conf_level},
  };

  memcpy(own, list, sizeof list);
  return sizeof list / sizeof *list;
}

int main(int argc, char **argv)
{
  struct settings s = {.quantile_type = 7};
  struct pst_job job = {.settings = &s};
  struct pst_option own[OWN_MOST];
  static const enum pst_job_table tables[] = {PST_TABLE_INPUT, PST_TABLE_ROWS, PST_TABLE_JOIN,
                                              PST_TABLE_OUTPUT, PST_TABLE_RUNNING};
  const struct pst_job_program program = {
      .name = "polstat-describe",
      .summary = "what is in the columns of a table",
      .usage = "[-y COL[,COL...]] [OPTION...] [FILE...]",
      .description =
          "For each column, in each group: how many values are known, missing and bounded; for "
          "numbers "
          "mean, standard deviation, quantiles and more (--terms all); for texts how many "
          "are distinct. Text and markdown show a table, the other formats one record a term.",
      .examples = "polstat describe net_oda.csv\n"
                  "polstat describe net_oda.csv -y oda_musd -g country --quantiles 0.1,0.9",
      .tables = tables,
      .n_tables = sizeof tables / sizeof *tables,
      .plan = plan,
      .run = run,
  };

  return pst_job_main(&job, &program, own, own_options(own, &job.options, &s), argc, argv);
}
