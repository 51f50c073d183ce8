/* rank_tables.c -- the tables of polstat-rank: places, and changes of place. */
#include "rank/rank_tables.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "job/emit.h"
#include "job/leeway.h"
#include "rank/rank_digits.h"
#include "rank/rank_places.h"

/* The table's own columns, and those that stand for them where people read it. */
static bool is_own_name(const char *name)
{
  static const char *const names[] = {"variable",
                                      "period",
                                      "value",
                                      "rank_low",
                                      "rank_high",
                                      "n",
                                      "value_bounds",
                                      "from",
                                      "to",
                                      "from_n",
                                      "to_n",
                                      "from_low",
                                      "from_high",
                                      "to_low",
                                      "to_high",
                                      "change_low",
                                      "change_high",
                                      "value_change",
                                      "value_change_low",
                                      "value_change_high",
                                      "entered",
                                      "left",
                                      "rank",
                                      "rank_from",
                                      "rank_to",
                                      "change",
                                      "within"};

  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(name, names[i]) == 0)
      return true;
  return false;
}

/* Those that --printed and --bounds add. */
static bool is_own_then(const char *name)
{
  return strncmp(name, "set_", 4) == 0 || strcmp(name, "order") == 0 || strcmp(name, "sign") == 0
         || strcmp(name, "value_sign") == 0;
}

static bool adds_columns(const struct pst_job *job)
{
  const struct pst_rank_settings *s = job->settings;

  return pst_job_has_leeway(job) || s->std_error != NULL || s->counts;
}

static bool has_column(const struct pst_grid *grid, const char *name)
{
  for (size_t c = 0; c < grid->n_columns; c++)
    if (strcmp(grid->columns[c].name, name) == 0)
      return true;
  return false;
}

/* A column of the input that names a row; one that is called as the table's own is group_NAME. */
static enum pst_status add_label(const struct pst_job *job, struct pst_grid *grid, const char *name,
                                 enum pst_role role, struct pst_error *error)
{
  struct pst_grid_column column = {.name = name, .role = role};

  while (column.name != NULL
         && (is_own_name(column.name) || has_column(grid, column.name)
             || (adds_columns(job) && is_own_then(column.name))))
    column.name = pst_arena_format(&grid->texts, "group_%s", column.name);
  return column.name == NULL ? pst_fail_memory(error) : pst_grid_add_column(grid, &column, error);
}

/* The columns that name a row: groups, the variable when there are several, the entity. */
static enum pst_status begin_table(struct pst_job *job, const struct pst_rank_settings *settings,
                                   const struct pst_rankings *rankings, struct pst_grid *grid,
                                   struct pst_error *error)
{
  enum pst_status status = PST_OK;
  const char *entity = pst_job_column(job, settings->entity_role)->name;

  for (size_t k = 0; k < rankings->groups.n_keys && status == PST_OK; k++)
    status = add_label(job, grid, rankings->group_names[k], PST_ROLE_LABEL, error);
  if (status == PST_OK && settings->y.count > 1)
    status = pst_grid_add_column(
        grid, &(struct pst_grid_column){.name = "variable", .role = PST_ROLE_LABEL}, error);
  if (status == PST_OK)
    status = add_label(job, grid, entity, PST_ROLE_PLAIN, error);
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
  pst_grid_set_text(grid, row, (*column)++,
                    pst_dictionary_string(pst_column_texts(entities), entity));
  return PST_OK;
}

static void set_numbers(struct pst_grid *grid, size_t column, const double *values, size_t n)
{
  for (size_t i = 0; i < n; i++)
    pst_grid_set_number(grid, grid->n_rows - 1, column + i, values[i]);
}

static double truth(int before, int after)
{
  if (before < 0 || after < 0)
    return NAN;
  return !before && after;
}

/* How many entities were ranked in PERIOD. */
static double ranked(const struct pst_ranking *ranking, size_t period)
{
  for (size_t i = 0; i < ranking->n_places; i++)
    if (ranking->places[i].period == period)
      return (double)ranking->places[i].n;
  return 0;
}

/* The last columns: the sign of the change of rank, and of the value. */
static void set_signs(struct pst_grid *grid, const struct pst_rank_settings *settings,
                      const struct pst_rank_change *change)
{
  const size_t row = grid->n_rows - 1, last = grid->n_columns - 1;

  if (settings->given) {
    pst_grid_set_text(grid, row, last, pst_rank_sign(change->low, change->high));
    return;
  }
  pst_grid_set_text(grid, row, last - 1, pst_rank_sign(change->low, change->high));
  pst_grid_set_text(grid, row, last, pst_rank_sign(change->value_low, change->value_high));
}

static enum pst_status change_table(struct pst_job *job, const struct pst_rank_settings *settings,
                                    const struct pst_rankings *rankings,
                                    const struct pst_ranking *ranking, struct pst_grid *grid,
                                    struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(&job->arena);
  const double sizes[] = {ranked(ranking, rankings->from), ranked(ranking, rankings->to)};
  struct pst_rank_change *changes;
  size_t n, column = 0;
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
    if (!settings->given) {
      set_numbers(grid, column, sizes, 2);
      column += 2;
    }
    set_numbers(grid, column, cells, 6);
    column += 6;
    if (!settings->given) {
      set_numbers(grid, column, cells + 6, 3);
      column += 3;
    }
    if (settings->top > 0)
      set_numbers(grid, column, cells + 9, 2);
    if (pst_job_has_leeway(job))
      set_signs(grid, settings, c);
  }
  pst_arena_release(&job->arena, mark);
  return status;
}

static bool any_bounded(const struct pst_job *job, const struct pst_rank_settings *settings)
{
  /* With --printed every value has bounds, which its decimals tell already. */
  for (size_t v = 0; v < settings->y.count && !settings->printed; v++)
    if (pst_column_has_bounds(pst_job_column(job, settings->y.roles[v])))
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
      {.name = "value",
       .kind = pst_rank_any_digits(job, settings) ? PST_CELL_TEXT : PST_CELL_NUMBER,
       .align = PST_ALIGN_RIGHT},
      {.name = "rank_low", .kind = kind},
      {.name = "rank_high", .kind = kind},
      {.name = "n", .kind = PST_CELL_INTEGER},
      {.name = "value_bounds", .align = PST_ALIGN_RIGHT},
  };
  const struct pst_grid_column periods[] = {
      {.name = "from", .role = PST_ROLE_LABEL},
      {.name = "to", .role = PST_ROLE_LABEL},
      {.name = "from_n", .kind = PST_CELL_INTEGER, .role = PST_ROLE_LABEL},
      {.name = "to_n", .kind = PST_CELL_INTEGER, .role = PST_ROLE_LABEL},
  };
  const struct pst_grid_column change[] = {
      {.name = "from_low", .kind = kind},   {.name = "from_high", .kind = kind},
      {.name = "to_low", .kind = kind},     {.name = "to_high", .kind = kind},
      {.name = "change_low", .kind = kind}, {.name = "change_high", .kind = kind},
  };
  const struct pst_grid_column value[] = {
      {.name = "value_change", .kind = PST_CELL_NUMBER},
      {.name = "value_change_low", .kind = PST_CELL_NUMBER, .role = PST_ROLE_MINOR},
      {.name = "value_change_high", .kind = PST_CELL_NUMBER, .role = PST_ROLE_MINOR},
  };
  const struct pst_grid_column top[] = {
      {.name = "entered", .kind = PST_CELL_BOOLEAN},
      {.name = "left", .kind = PST_CELL_BOOLEAN},
  };

  static const struct pst_grid_column sets[] = {{.name = "set_low", .kind = PST_CELL_INTEGER},
                                                {.name = "set_high", .kind = PST_CELL_INTEGER},
                                                {.name = "set_all_low", .kind = PST_CELL_INTEGER},
                                                {.name = "set_all_high", .kind = PST_CELL_INTEGER}};
  const struct pst_grid_column order = {.name = "order"};
  const struct pst_grid_column signs[] = {{.name = "sign"}, {.name = "value_sign"}};
  const bool leeway = pst_job_has_leeway(job);
  enum pst_status status;

  if (!settings->change) {
    status = add_columns(grid, places, any_bounded(job, settings) ? 6 : 5, error);
    if (status == PST_OK && (settings->std_error != NULL || settings->counts))
      status = add_columns(grid, sets, 4, error);
    return status == PST_OK && leeway ? add_columns(grid, &order, 1, error) : status;
  }
  status = add_columns(grid, periods, settings->given ? 2 : 4, error);
  if (status == PST_OK)
    status = add_columns(grid, change, 6, error);
  if (status == PST_OK && !settings->given)
    status = add_columns(grid, value, 3, error);
  if (status == PST_OK && settings->top > 0)
    status = add_columns(grid, top, 2, error);
  if (status == PST_OK && leeway)
    status = add_columns(grid, signs, settings->given ? 1 : 2, error);
  return status;
}

static enum pst_status full_table(struct pst_job *job, const struct pst_rank_settings *settings,
                                  const struct pst_rankings *rankings, struct pst_grid *grid,
                                  struct pst_error *error)
{
  enum pst_status status = begin_table(job, settings, rankings, grid, error);

  if (status == PST_OK)
    status = choose_columns(job, settings, grid, error);
  if (status == PST_OK && !settings->change)
    return pst_rank_places_fill(job, settings, rankings, grid, error);
  for (size_t i = 0; i < rankings->count && status == PST_OK; i++)
    status = change_table(job, settings, rankings, &rankings->list[i], grid, error);
  return status;
}

/* --- for people: an interval of ranks is one cell -------------------------------------------------- */

static const struct {
  const char *low, *name;
  bool sign;
} merged[] = {{"rank_low", "rank", false},          {"set_low", "set", false},
              {"set_all_low", "set of all", false}, {"from_low", "rank_from", false},
              {"to_low", "rank_to", false},         {"change_low", "change", true},
              {"value_change_low", "within", true}};

/* The entry of MERGED for column C of GRID, or NULL. */
static size_t merge_of(const struct pst_grid *grid, size_t c)
{
  size_t m = 0;

  while (m < sizeof merged / sizeof *merged && strcmp(grid->columns[c].name, merged[m].low) != 0)
    m++;
  return m;
}

static void put_rank(struct pst_buffer *out, double value, bool sign)
{
  char text[PST_NUMBER_SIZE];

  pst_number_print(text, value);
  pst_buffer_printf(out, "%s%s", sign && value > 0 ? "+" : "", text);
}

/* "3", "3 to 4", ">=11", "<=-3"; NULL when nothing is known. */
static const char *interval_text(double low, double high, bool sign, struct pst_buffer *out)
{
  pst_buffer_clear(out);
  if (isnan(low) || isnan(high) || (isinf(low) && isinf(high)))
    return NULL;
  if (isinf(high))
    pst_buffer_puts(out, ">=");
  if (isinf(low))
    pst_buffer_puts(out, "<=");
  put_rank(out, isinf(low) ? high : low, sign);
  if (!isinf(low) && !isinf(high) && low != high) {
    pst_buffer_puts(out, " to ");
    put_rank(out, high, sign);
  }
  return pst_buffer_string(out);
}

static enum pst_status copy_column(const struct pst_grid *full, size_t c, struct pst_grid *out,
                                   struct pst_error *error)
{
  const struct pst_grid_column *from = &full->columns[c];
  struct pst_grid_column spec = *from;
  enum pst_status status;
  size_t to = out->n_columns;

  spec.source = NULL;
  status = pst_grid_add_column(out, &spec, error);
  for (size_t r = 0; r < full->n_rows && status == PST_OK; r++) {
    if (from->kind == PST_CELL_TEXT)
      status = pst_grid_copy_text(out, r, to, pst_grid_text(from, r), error);
    else
      pst_grid_set_number(out, r, to, pst_grid_number(from, r));
  }
  return status;
}

static enum pst_status merge_columns(const struct pst_grid *full, size_t c, size_t m,
                                     struct pst_grid *out, struct pst_error *error)
{
  const struct pst_grid_column spec = {.name = merged[m].name, .align = PST_ALIGN_RIGHT};
  enum pst_status status = pst_grid_add_column(out, &spec, error);
  struct pst_buffer text = {.data = NULL};

  for (size_t r = 0; r < full->n_rows && status == PST_OK; r++) {
    const char *cell =
        interval_text(pst_grid_number(&full->columns[c], r),
                      pst_grid_number(&full->columns[c + 1], r), merged[m].sign, &text);

    if (cell != NULL)
      status = pst_grid_copy_text(out, r, out->n_columns - 1, cell, error);
  }
  pst_buffer_free(&text);
  return status;
}

/* Where every interval is its point, the column says nothing: value_change beside it does. */
static bool says_nothing(const struct pst_grid *full, size_t c, size_t m)
{
  if (strcmp(merged[m].name, "within") != 0)
    return false;
  for (size_t r = 0; r < full->n_rows; r++)
    if (pst_grid_number(&full->columns[c], r) != pst_grid_number(&full->columns[c + 1], r)
        && !isnan(pst_grid_number(&full->columns[c], r)))
      return false;
  return true;
}

static enum pst_status compact(const struct pst_grid *full, struct pst_grid *out,
                               struct pst_error *error)
{
  enum pst_status status = pst_grid_add_rows(out, full->n_rows, error);

  for (size_t c = 0; c < full->n_columns && status == PST_OK; c++) {
    size_t m = merge_of(full, c);

    if (m == sizeof merged / sizeof *merged) {
      status = copy_column(full, c, out, error);
      continue;
    }
    if (!says_nothing(full, c, m))
      status = merge_columns(full, c, m, out, error);
    c++;
  }
  return status;
}

enum pst_status pst_rank_table(struct pst_job *job, const struct pst_rank_settings *settings,
                               const struct pst_rankings *rankings, struct pst_error *error)
{
  bool people = pst_job_format(job)->for_people;
  struct pst_grid full = {.n_rows = 0}, merged_grid = {.n_rows = 0};
  enum pst_status status = full_table(job, settings, rankings, &full, error);

  if (status == PST_OK && people)
    status = compact(&full, &merged_grid, error);
  if (status == PST_OK)
    status = pst_job_emit(job, people ? &merged_grid : &full, error);
  pst_grid_free(&merged_grid);
  pst_grid_free(&full);
  return status;
}
