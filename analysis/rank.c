/* polstat-rank -- ranks of entities by period, and how they change.

   Reads a table with an entity, a time and a value column; writes a table of ranks, of changes of
   rank (--change), or records of the agreement of two rankings (--agreement).  A rank is an interval
   where ties or bounded cells leave it open.  Methods: docs/METHODS.md, "Ranks". */
#include <math.h>

#include "job/columns.h"
#include "job/emit.h"
#include "job/rank_agreement.h"
#include "job/rank_figure.h"
#include "job/ranking.h"

/* --- plan --------------------------------------------------------------------------------------- */

static enum pst_status check(const struct pst_job *job, const struct pst_rank_settings *settings,
                             struct pst_error *error)
{
  const struct pst_job_options *o = &job->options;
  bool of_tests = o->given.methods || o->given.alternative || o->given.continuity || o->given.p_kind
                  || o->given.conf_level || o->given.adjust || o->given.terms;

  if (settings->change && settings->agreement)
    return pst_fail(error, PST_USAGE, "--change and --agreement are two results; ask for one");
  if (of_tests && !settings->agreement)
    return pst_fail(error, PST_USAGE,
                    "the options of methods and tests need --agreement, which they belong to");
  if (settings->given && (settings->ties_given || settings->order_given))
    return pst_fail(error, PST_USAGE,
                    "--given takes the values as ranks: --ties and --order have "
                    "no meaning then");
  if (settings->chart == PST_CHART_SLOPE && !settings->change)
    return pst_fail(error, PST_USAGE, "--chart slope needs --change");
  if (settings->printed && (settings->given || settings->agreement))
    return pst_fail(error, PST_USAGE, "--printed has no meaning with --given or --agreement");
  if (settings->printed && settings->ties_given && settings->ties != PST_RANK_RANGE)
    return pst_fail(error, PST_USAGE, "--printed leaves ranks open: --ties can be range only");
  if (settings->agreement && settings->top > 0)
    return pst_fail(error, PST_USAGE, "--top has no meaning with --agreement");
  return PST_OK;
}

static enum pst_status plan(struct pst_job *job, struct pst_error *error)
{
  struct pst_rank_settings *settings = job->settings;
  const struct pst_job_options *o = &job->options;
  enum pst_status status = pst_job_require(settings->entity != NULL, "--entity COL",
                                           "the column of what is ranked", error);

  if (status == PST_OK)
    status = pst_job_require(o->time != NULL, "--time COL", "the column of the times", error);
  if (status == PST_OK)
    status = pst_job_require(o->y.count > 0, "-y COL", "the column of the values", error);
  if (status == PST_OK)
    status = check(job, settings, error);
  if (status == PST_OK)
    status = pst_job_roles(job, &o->by, PST_WANT_TEXT, &settings->by, error);
  if (status == PST_OK)
    status = pst_job_role(job, settings->entity, PST_WANT_TEXT, &settings->entity_role, error);
  if (status == PST_OK)
    status = pst_job_role(job, o->time, PST_WANT_TIME, &settings->time_role, error);
  return status == PST_OK ? pst_job_roles(job, &o->y, PST_WANT_NUMBER, &settings->y, error)
                          : status;
}

/* --- tables ------------------------------------------------------------------------------------- */

/* The columns that name a row: groups, the variable when there are several, the entity. */
static enum pst_status begin_table(struct pst_job *job, const struct pst_rank_settings *settings,
                                   const struct pst_rankings *rankings, struct pst_grid *grid,
                                   struct pst_error *error)
{
  enum pst_status status = PST_OK;
  const char *entity = pst_job_column(job, settings->entity_role)->name;

  for (size_t k = 0; k < rankings->groups.n_keys && status == PST_OK; k++)
    status = pst_grid_add_column(
        grid, &(struct pst_grid_column){.name = rankings->group_names[k], .role = PST_ROLE_LABEL},
        error);
  if (status == PST_OK && settings->y.count > 1)
    status = pst_grid_add_column(
        grid, &(struct pst_grid_column){.name = "variable", .role = PST_ROLE_LABEL}, error);
  if (status == PST_OK)
    status = pst_grid_add_column(grid, &(struct pst_grid_column){.name = entity}, error);
  return status;
}

static enum pst_status add_columns(struct pst_grid *grid, const struct pst_grid_column *columns,
                                   size_t n, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < n && status == PST_OK; i++)
    status = pst_grid_add_column(grid, &columns[i], error);
  return status;
}

/* A new row with the cells that name it; *COLUMN is the next one to fill. */
static enum pst_status begin_row(struct pst_job *job, const struct pst_rank_settings *settings,
                                 const struct pst_rankings *rankings,
                                 const struct pst_ranking *ranking, unsigned entity,
                                 struct pst_grid *grid, size_t *column, struct pst_error *error)
{
  size_t keys = rankings->groups.n_keys, row;
  const struct pst_column *entities = pst_job_column(job, settings->entity_role);

  if (pst_grid_add_row(grid, error) != PST_OK)
    return error->status;
  row = grid->n_rows - 1;
  *column = 0;
  for (size_t k = 0; k < keys; k++)
    pst_grid_set_text(grid, row, (*column)++, rankings->groups.keys[ranking->group * keys + k]);
  if (settings->y.count > 1)
    pst_grid_set_text(grid, row, (*column)++,
                      pst_job_column(job, settings->y.roles[ranking->variable])->name);
  pst_grid_set_text(grid, row, (*column)++, pst_dictionary_string(&entities->dictionary, entity));
  return PST_OK;
}

static void set_numbers(struct pst_grid *grid, size_t column, const double *values, size_t n)
{
  for (size_t i = 0; i < n; i++)
    pst_grid_set_number(grid, grid->n_rows - 1, column + i, values[i]);
}

static enum pst_status places_table(struct pst_job *job, const struct pst_rank_settings *settings,
                                    const struct pst_rankings *rankings,
                                    const struct pst_ranking *ranking, struct pst_grid *grid,
                                    struct pst_error *error)
{
  const struct pst_column *entity = pst_job_column(job, settings->entity_role);
  const struct pst_column *y = pst_job_column(job, settings->y.roles[ranking->variable]);
  enum pst_status status = PST_OK;
  size_t column;

  for (size_t i = 0; i < ranking->n_places && status == PST_OK; i++) {
    const struct pst_place *place = &ranking->places[i];
    const double numbers[] = {y->value[place->row], place->low, place->high, (double)place->n};
    const char *bounds;
    char text[PST_CELL_SIZE];

    if (place->period < rankings->from || place->period > rankings->to
        || (settings->top > 0 && pst_rank_in_top(place, settings->top) == 0))
      continue;
    status =
        begin_row(job, settings, rankings, ranking, entity->code[place->row], grid, &column, error);
    if (status != PST_OK)
      return status;
    pst_grid_set_text(grid, grid->n_rows - 1, column++, rankings->periods[place->period].text);
    set_numbers(grid, column, numbers, 4);
    bounds = pst_column_bounded(y, place->row) ? pst_column_text(y, place->row, text) : NULL;
    if (bounds != NULL)
      status = pst_grid_copy_text(grid, grid->n_rows - 1, column + 4, bounds, error);
  }
  return status;
}

static double truth(int before, int after)
{
  if (before < 0 || after < 0)
    return NAN;
  return !before && after;
}

static enum pst_status change_table(struct pst_job *job, const struct pst_rank_settings *settings,
                                    const struct pst_rankings *rankings,
                                    const struct pst_ranking *ranking, struct pst_grid *grid,
                                    struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(&job->arena);
  struct pst_rank_change *changes;
  size_t n, column;
  enum pst_status status = pst_rank_changes(job, settings, rankings, ranking, &changes, &n, error);

  for (size_t i = 0; i < n && status == PST_OK; i++) {
    const struct pst_rank_change *c = &changes[i];
    int before = c->from == NULL ? -1 : pst_rank_in_top(c->from, settings->top);
    int after = c->to == NULL ? -1 : pst_rank_in_top(c->to, settings->top);
    const double cells[] = {c->from == NULL ? (double)NAN : c->from->low,
                            c->from == NULL ? (double)NAN : c->from->high,
                            c->to == NULL ? (double)NAN : c->to->low,
                            c->to == NULL ? (double)NAN : c->to->high,
                            c->low,
                            c->high,
                            c->value,
                            c->value_low,
                            c->value_high,
                            truth(before, after),
                            truth(after, before)};

    status = begin_row(job, settings, rankings, ranking, c->entity, grid, &column, error);
    if (status != PST_OK)
      break;
    pst_grid_set_text(grid, grid->n_rows - 1, column++, rankings->periods[rankings->from].text);
    pst_grid_set_text(grid, grid->n_rows - 1, column++, rankings->periods[rankings->to].text);
    set_numbers(grid, column, cells, settings->top > 0 ? 11 : 9);
  }
  pst_arena_release(&job->arena, mark);
  return status;
}

static bool any_bounded(const struct pst_job *job, const struct pst_rank_settings *settings)
{
  for (size_t v = 0; v < settings->y.count; v++)
    if (pst_job_column(job, settings->y.roles[v])->bounds != NULL)
      return true;
  return false;
}

/* Ranks are whole, but for the mean of a tie. */
static enum pst_status choose_columns(const struct pst_job *job,
                                      const struct pst_rank_settings *settings,
                                      struct pst_grid *grid, struct pst_error *error)
{
  const enum pst_cell_kind kind =
      settings->ties == PST_RANK_MEAN || settings->given ? PST_CELL_NUMBER : PST_CELL_INTEGER;
  const struct pst_grid_column places[] = {
      {.name = "period"},
      {.name = "value", .kind = PST_CELL_NUMBER},
      {.name = "rank_low", .kind = kind},
      {.name = "rank_high", .kind = kind},
      {.name = "n", .kind = PST_CELL_INTEGER},
      {.name = "value_bounds", .align = PST_ALIGN_RIGHT},
  };
  const struct pst_grid_column change[] = {
      {.name = "from", .role = PST_ROLE_LABEL},
      {.name = "to", .role = PST_ROLE_LABEL},
      {.name = "from_low", .kind = kind},
      {.name = "from_high", .kind = kind},
      {.name = "to_low", .kind = kind},
      {.name = "to_high", .kind = kind},
      {.name = "change_low", .kind = kind},
      {.name = "change_high", .kind = kind},
      {.name = "value_change", .kind = PST_CELL_NUMBER},
      {.name = "value_change_low", .kind = PST_CELL_NUMBER, .role = PST_ROLE_MINOR},
      {.name = "value_change_high", .kind = PST_CELL_NUMBER, .role = PST_ROLE_MINOR},
      {.name = "entered", .kind = PST_CELL_BOOLEAN},
      {.name = "left", .kind = PST_CELL_BOOLEAN},
  };

  if (settings->change)
    return add_columns(grid, change, settings->top > 0 ? 13 : 11, error);
  return add_columns(grid, places, any_bounded(job, settings) ? 6 : 5, error);
}

static enum pst_status make_table(struct pst_job *job, const struct pst_rank_settings *settings,
                                  const struct pst_rankings *rankings, struct pst_grid *grid,
                                  struct pst_error *error)
{
  enum pst_status status = begin_table(job, settings, rankings, grid, error);

  if (status == PST_OK)
    status = choose_columns(job, settings, grid, error);
  for (size_t i = 0; i < rankings->count && status == PST_OK; i++)
    status = settings->change
                 ? change_table(job, settings, rankings, &rankings->list[i], grid, error)
                 : places_table(job, settings, rankings, &rankings->list[i], grid, error);
  return status;
}

/* --- run ---------------------------------------------------------------------------------------- */

static enum pst_status emit(struct pst_job *job, const struct pst_rank_settings *settings,
                            const struct pst_rankings *rankings, struct pst_error *error)
{
  struct pst_estimate_grid records = {.n_groups = 0};
  struct pst_grid table = {.n_rows = 0};
  struct pst_error reason = {.status = PST_OK};
  enum pst_status status;

  if (settings->agreement) {
    status = pst_rank_agreement(job, settings, rankings, &records, &reason);
    if (status == PST_OK || status == PST_UNDEFINED)
      status = pst_job_emit(job, &records.grid, error);
    if (reason.status != PST_OK)
      status = pst_fail(error, reason.status, "%s", reason.message);
  } else {
    status = make_table(job, settings, rankings, &table, error);
    if (status == PST_OK)
      status = pst_job_emit(job, &table, error);
  }
  pst_estimate_grid_free(&records);
  pst_grid_free(&table);
  return status;
}

static enum pst_status run(struct pst_job *job, struct pst_error *error)
{
  const struct pst_rank_settings *settings = job->settings;
  struct pst_rankings rankings = {.count = 0};
  enum pst_status status = pst_rankings_make(job, settings, &rankings, error);

  if (status == PST_OK && pst_job_wants_figure(job))
    status = pst_rank_figure(job, settings, &rankings, error);
  if (status == PST_OK)
    status = emit(job, settings, &rankings, error);
  pst_rankings_free(&rankings);
  return status;
}

static const char *const chart_choices[] = {"bump", "slope", NULL};
static const char *const order_choices[] = {"desc", "asc", NULL};
static const char *const ties_choices[] = {"range", "min", "max", "mean", "dense", NULL};

int main(int argc, char **argv)
{
  struct pst_rank_settings s = {.entity = NULL};
  struct pst_job job = {.settings = &s};
  struct pst_job_options *o = &job.options;
  const struct pst_option own[] = {
      {.name = "entity",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL",
       .help = "what is ranked: donors, countries",
       .to.text = &s.entity},
      {.name = "time",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL",
       .help = "the periods",
       .to.text = &o->time},
      {.name = "y",
       .letter = 'y',
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL[,COL...]",
       .help = "the values to rank by; each column is analysed",
       .to.list = &o->y},
      {.name = "by",
       .letter = 'g',
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL[,COL...]",
       .help = "rank within each combination of these columns",
       .to.list = &o->by},
      {.name = "order",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_METHOD,
       .choices = order_choices,
       .initial = "desc",
       .help = "rank 1 is the largest (desc) or the smallest value",
       .to.choice = &s.order,
       .given = &s.order_given},
      {.name = "ties",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_METHOD,
       .choices = ties_choices,
       .initial = "range",
       .help = "tied entities share all ranks of the tie (range), or have the best, worst, mean or "
               "dense one",
       .to.choice = &s.ties,
       .given = &s.ties_given},
      {.name = "printed",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help = "a value stands for all that print to it: 20.4 is [20.35, 20.45]",
       .to.flag = &s.printed},
      {.name = "chart",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_FIGURE,
       .choices = chart_choices,
       .initial = "bump",
       .help = "ranks by period, or the values at both ends of --change",
       .to.choice = &s.chart},
      {.name = "given",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help = "the values are ranks already, such as 4 or >10: compare them, do not rank them",
       .to.flag = &s.given},
      {.name = "from",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_METHOD,
       .argument = "PERIOD",
       .help = "first period (default: the first there is)",
       .to.text = &s.from},
      {.name = "to",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_METHOD,
       .argument = "PERIOD",
       .help = "last period (default: the last there is)",
       .to.text = &s.to},
      {.name = "change",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help = "the change of rank between the two periods; positive is up",
       .to.flag = &s.change},
      {.name = "top",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_METHOD,
       .argument = "N",
       .low = 1,
       .high = 1e9,
       .help = "only those that are, or may be, among the first N; with --change also who "
               "entered and left",
       .to.count = &s.top},
      {.name = "agreement",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help = "how far the rankings of the two periods agree",
       .to.flag = &s.agreement},
  };
  static const enum pst_job_table tables[] = {PST_TABLE_INPUT,  PST_TABLE_ROWS,   PST_TABLE_JOIN,
                                              PST_TABLE_METHOD, PST_TABLE_TEST,   PST_TABLE_OUTPUT,
                                              PST_TABLE_FIGURE, PST_TABLE_RUNNING};
  const struct pst_job_program program = {
      .name = "polstat-rank",
      .summary = "ranks of entities by period, and how they change",
      .usage = "--entity COL --time COL -y COL[,COL...] [OPTION...] [FILE...]",
      .description =
          "A table of group, entity, period, value, rank_low and rank_high: the best and the worst "
          "rank that ties and bounded cells leave open, out of n. With --change, the ranks in "
          "two periods and the interval of the change.",
      .examples =
          "polstat rank net_oda.csv --entity country --time year -y oda_musd --from 2000 --to 2015 "
          "--change\n"
          "polstat rank partners.csv --entity partner --time period -y rank --given --change",
      .registry = &pst_agreement_methods,
      .tables = tables,
      .n_tables = sizeof tables / sizeof *tables,
      .plan = plan,
      .run = run,
  };

  return pst_job_main(&job, &program, own, sizeof own / sizeof *own, argc, argv);
}
