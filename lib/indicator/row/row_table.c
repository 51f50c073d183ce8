/* row_table.c -- the table of kinds, a column each or a row each. */
#include "indicator/row/row_table.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "indicator/frame/cells.h"
#include "job/emit.h"

/* The rows of the result: one a row of the frame, or with --long one an indicator of it. */
struct table {
  struct pst_job *job;
  const struct pst_indicator_frame *frame;
  const struct pst_row_columns *columns;
  const char **own; /* names of the columns to come, closed by NULL */
  size_t each;      /* rows of the result a row of the frame */
  struct pst_grid grid;
};

static const struct pst_indicator_settings *settings(const struct table *table)
{
  return table->job->settings;
}

/* --- the columns of the input ----------------------------------------------------------------------- */

static void fill_text(struct table *table, size_t i, const char *text)
{
  for (size_t k = 0; k < table->each; k++)
    pst_grid_set_text(&table->grid, i * table->each + k, table->grid.n_columns - 1, text);
}

static enum pst_status add_groups(struct table *table, struct pst_error *error)
{
  const struct pst_groups *groups = &table->frame->groups;
  enum pst_status status = PST_OK;

  for (size_t k = 0; k < groups->n_keys && status == PST_OK; k++) {
    status = pst_indicator_add_label(&table->grid, table->frame->group_names[k], PST_ROLE_LABEL,
                                     table->own, error);
    for (size_t i = 0; i < table->frame->n && status == PST_OK; i++)
      fill_text(table, i, groups->keys[table->frame->group[i] * groups->n_keys + k]);
  }
  return status;
}

static enum pst_status add_keys(struct table *table, struct pst_error *error)
{
  const struct pst_indicator_settings *s = settings(table);
  const struct pst_indicator_frame *frame = table->frame;
  enum pst_status status = add_groups(table, error);

  if (s->keys.entity_role != SIZE_MAX && status == PST_OK) {
    const struct pst_column *entity = pst_job_column(table->job, s->keys.entity_role);

    status = pst_indicator_add_label(&table->grid, entity->name, PST_ROLE_PLAIN, table->own, error);
    for (size_t i = 0; i < frame->n && status == PST_OK; i++)
      fill_text(table, i, pst_column_string(entity, frame->row[i]));
  }
  if (s->keys.time_role != SIZE_MAX && status == PST_OK) {
    status =
        pst_indicator_add_label(&table->grid, pst_job_column(table->job, s->keys.time_role)->name,
                                PST_ROLE_PLAIN, table->own, error);
    for (size_t i = 0; i < frame->n && status == PST_OK; i++)
      fill_text(table, i, frame->time_text[i]);
  }
  return status;
}

/* The cells of a column of numbers, a row of the result each; NULL when memory is out. */
static const struct pst_bounds *column_cells(struct table *table, const struct pst_column *column)
{
  size_t n = table->grid.n_rows;
  struct pst_bounds *cells = pst_arena_array(&table->job->arena, n + 1, sizeof *cells);

  for (size_t i = 0; cells != NULL && i < n; i++) {
    size_t r = table->frame->row[i / table->each];

    cells[i] = pst_bounds_point(pst_column_number(column, r));
    if (pst_column_bounded(column, r))
      cells[i] = *pst_column_bounds(column, r);
  }
  return cells;
}

static enum pst_status add_texts(struct table *table, const struct pst_column *column,
                                 struct pst_error *error)
{
  enum pst_status status =
      pst_indicator_add_label(&table->grid, column->name, PST_ROLE_PLAIN, table->own, error);
  char buffer[PST_CELL_SIZE];

  for (size_t i = 0; i < table->frame->n && status == PST_OK; i++) {
    const char *text = pst_column_text(column, table->frame->row[i], buffer);

    for (size_t k = 0; k < table->each && text != NULL && status == PST_OK; k++)
      status = pst_grid_copy_text(&table->grid, i * table->each + k, table->grid.n_columns - 1,
                                  text, error);
  }
  return status;
}

/* A column of the input as it is: -y and --keep. */
static enum pst_status add_input(struct table *table, const struct pst_column *column,
                                 struct pst_error *error)
{
  struct pst_grid_column spec = {
      .name = column->name, .kind = PST_CELL_NUMBER, .unit = column->unit};
  const struct pst_bounds *cells;

  if (column->type != PST_COLUMN_NUMBER)
    return add_texts(table, column, error);
  cells = column_cells(table, column);
  return cells == NULL ? pst_fail_memory(error)
                       : pst_indicator_add_cells(table->job, &table->grid, &spec, cells, error);
}

/* Columns of --keep that are keys or -y stand there already: they are told by name, as a column that is kept may be read as
   something else. */
static bool stands(const struct pst_job *job, const char *name)
{
  const struct pst_indicator_settings *s = job->settings;
  const struct pst_roles *const lists[] = {&s->keys.by, &s->y};

  for (size_t l = 0; l < 2; l++)
    for (size_t i = 0; i < lists[l]->count; i++)
      if (strcmp(job->roles[lists[l]->roles[i]].name, name) == 0)
        return true;
  return (s->keys.entity_role != SIZE_MAX
          && strcmp(job->roles[s->keys.entity_role].name, name) == 0)
         || (s->keys.time_role != SIZE_MAX
             && strcmp(job->roles[s->keys.time_role].name, name) == 0);
}

static enum pst_status add_kept(struct table *table, struct pst_error *error)
{
  const struct pst_indicator_settings *s = settings(table);
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < s->keeps.count && status == PST_OK; i++)
    if (!stands(table->job, table->job->roles[s->keeps.roles[i]].name))
      status = add_input(table, pst_job_column(table->job, s->keeps.roles[i]), error);
  return status;
}

/* --- the indicators ---------------------------------------------------------------------------------- */

/* "value_share_point" and "value_share_sign": what the values themselves give, and whether its sign is open. */
static enum pst_status add_points(struct table *table, const struct pst_row_column *column,
                                  struct pst_error *error)
{
  struct pst_grid *grid = &table->grid;
  const struct pst_grid_column point = {
      .name = pst_arena_format(&grid->texts, "%s_point", column->name),
      .kind = PST_CELL_NUMBER,
      .unit = column->unit};
  const struct pst_grid_column sign = {.name =
                                           pst_arena_format(&grid->texts, "%s_sign", column->name)};
  enum pst_status status = PST_OK;

  if (point.name == NULL || sign.name == NULL)
    return pst_fail_memory(error);
  status = pst_grid_add_column(grid, &point, error);
  if (status == PST_OK)
    status = pst_grid_add_column(grid, &sign, error);
  for (size_t i = 0; i < table->frame->n && status == PST_OK; i++) {
    if (pst_bounds_is_point(&column->points[i].bounds))
      pst_grid_set_number(grid, i, grid->n_columns - 2, column->points[i].bounds.low);
    pst_grid_set_text(grid, i, grid->n_columns - 1, pst_row_sign(column, i));
  }
  return status;
}

static enum pst_status add_values(struct table *table, const struct pst_row_column *column,
                                  struct pst_error *error)
{
  const struct pst_grid_column spec = {
      .name = column->name, .kind = PST_CELL_NUMBER, .unit = column->unit};
  size_t n = table->frame->n;
  struct pst_bounds *cells = pst_arena_array(&table->job->arena, n + 1, sizeof *cells);

  for (size_t i = 0; cells != NULL && i < n; i++)
    cells[i] = column->values[i].bounds;
  return cells == NULL ? pst_fail_memory(error)
                       : pst_indicator_add_cells(table->job, &table->grid, &spec, cells, error);
}

/* Is the remark of column C on row I that of an earlier column? */
static bool is_said(const struct pst_row_columns *columns, size_t c, size_t i, const char *text)
{
  for (size_t b = 0; b < c; b++) {
    const char *before = pst_row_remark(&columns->list[b], i);

    if (before != NULL && strcmp(before, text) == 0)
      return true;
  }
  return false;
}

/* "value_growth, value_sum_2: no row ...": each remark once, with those that it is about. */
static void put_note(const struct pst_row_columns *columns, size_t i, struct pst_buffer *note)
{
  pst_buffer_clear(note);
  for (size_t c = 0; c < columns->count; c++) {
    const char *text = pst_row_remark(&columns->list[c], i);

    if (text == NULL || is_said(columns, c, i, text))
      continue;
    pst_buffer_printf(note, "%s%s", note->size == 0 ? "" : "; ", columns->list[c].name);
    for (size_t d = c + 1; d < columns->count; d++) {
      const char *other = pst_row_remark(&columns->list[d], i);

      if (other != NULL && strcmp(other, text) == 0)
        pst_buffer_printf(note, ", %s", columns->list[d].name);
    }
    pst_buffer_printf(note, ": %s", text);
  }
}

static enum pst_status add_notes(struct table *table, struct pst_error *error)
{
  const struct pst_grid_column spec = {.name = "note", .role = PST_ROLE_NOTE};
  enum pst_status status = pst_grid_add_column(&table->grid, &spec, error);
  struct pst_buffer note = {.data = NULL};

  for (size_t i = 0; i < table->frame->n && status == PST_OK; i++) {
    put_note(table->columns, i, &note);
    if (note.size > 0)
      status = pst_grid_copy_text(&table->grid, i, table->grid.n_columns - 1,
                                  pst_buffer_string(&note), error);
  }
  pst_buffer_free(&note);
  return status;
}

static enum pst_status add_wide(struct table *table, struct pst_error *error)
{
  const struct pst_indicator_settings *s = settings(table);
  enum pst_status status = PST_OK;

  for (size_t v = 0; v < s->y.count && status == PST_OK; v++) {
    status = add_input(table, pst_job_column(table->job, s->y.roles[v]), error);
    for (size_t k = 0; k < s->n_asks && status == PST_OK; k++) {
      const struct pst_row_column *column = &table->columns->list[v * s->n_asks + k];

      status = add_values(table, column, error);
      if (status == PST_OK && column->points != NULL)
        status = add_points(table, column, error);
    }
  }
  return status == PST_OK ? add_notes(table, error) : status;
}

/* A text of each indicator: its variable, its kind, its unit, its note. */
static const char *long_text(const struct table *table, size_t i, size_t c, size_t which)
{
  const struct pst_row_column *column = &table->columns->list[c];
  const char *const texts[] = {column->y->name, column->ask->text, column->unit,
                               pst_row_remark(column, i)};

  return texts[which];
}

static enum pst_status add_long_text(struct table *table, size_t which, struct pst_error *error)
{
  static const struct pst_grid_column specs[] = {{.name = "variable", .role = PST_ROLE_LABEL},
                                                 {.name = "kind", .role = PST_ROLE_TERM},
                                                 {.name = "unit", .role = PST_ROLE_UNIT},
                                                 {.name = "note", .role = PST_ROLE_NOTE}};
  enum pst_status status = pst_grid_add_column(&table->grid, &specs[which], error);

  for (size_t i = 0; i < table->grid.n_rows && status == PST_OK; i++)
    pst_grid_set_text(&table->grid, i, table->grid.n_columns - 1,
                      long_text(table, i / table->each, i % table->each, which));
  return status;
}

static enum pst_status add_long_points(struct table *table, struct pst_error *error)
{
  static const struct pst_grid_column point = {.name = "point", .kind = PST_CELL_NUMBER};
  static const struct pst_grid_column sign = {.name = "sign"};
  struct pst_grid *grid = &table->grid;
  enum pst_status status = pst_grid_add_column(grid, &point, error);

  if (status == PST_OK)
    status = pst_grid_add_column(grid, &sign, error);
  for (size_t i = 0; i < grid->n_rows && status == PST_OK; i++) {
    const struct pst_row_column *column = &table->columns->list[i % table->each];
    const size_t row = i / table->each;

    if (pst_bounds_is_point(&column->points[row].bounds))
      pst_grid_set_number(grid, i, grid->n_columns - 2, column->points[row].bounds.low);
    pst_grid_set_text(grid, i, grid->n_columns - 1, pst_row_sign(column, row));
  }
  return status;
}

static enum pst_status add_long(struct table *table, struct pst_error *error)
{
  const struct pst_indicator_settings *s = settings(table);
  const struct pst_grid_column spec = {.name = "value", .kind = PST_CELL_NUMBER};
  size_t n = table->grid.n_rows;
  struct pst_bounds *cells = pst_arena_array(&table->job->arena, n + 1, sizeof *cells);
  enum pst_status status = add_long_text(table, 0, error);

  if (cells == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    cells[i] = table->columns->list[i % table->each].values[i / table->each].bounds;
  if (status == PST_OK)
    status = add_long_text(table, 1, error);
  if (status == PST_OK)
    status = pst_indicator_add_cells(table->job, &table->grid, &spec, cells, error);
  if (status == PST_OK && s->keys.printed)
    status = add_long_points(table, error);
  for (size_t which = 2; which < 4 && status == PST_OK; which++)
    status = add_long_text(table, which, error);
  return status;
}

/* --- all ---------------------------------------------------------------------------------------------- */

/* The names of the columns that the indicators will have. */
static enum pst_status name_own(struct table *table, struct pst_error *error)
{
  static const char *const of_long[] = {"variable", "kind",  "value", "unit",
                                        "note",     "point", "sign"};
  const struct pst_row_columns *columns = table->columns;
  const struct pst_indicator_settings *s = settings(table);
  size_t n = 0;

  table->own =
      pst_arena_array(&table->job->arena, 3 * columns->count + s->y.count + 8, sizeof *table->own);
  if (table->own == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; s->in_rows && i < (s->keys.printed ? 7 : 5); i++)
    table->own[n++] = of_long[i];
  for (size_t c = 0; !s->in_rows && c < columns->count; c++) {
    table->own[n++] = columns->list[c].name;
    if (!s->keys.printed)
      continue;
    table->own[n] = pst_arena_format(&table->job->arena, "%s_point", columns->list[c].name);
    table->own[n + 1] = pst_arena_format(&table->job->arena, "%s_sign", columns->list[c].name);
    if (table->own[n] == NULL || table->own[n + 1] == NULL)
      return pst_fail_memory(error);
    n += 2;
  }
  for (size_t v = 0; !s->in_rows && v < s->y.count; v++)
    table->own[n++] = pst_job_column(table->job, s->y.roles[v])->name;
  if (!s->in_rows)
    table->own[n++] = "note";
  return PST_OK;
}

/* Where a format has no place for units, they are said. */
static void say_units(struct pst_job *job, const struct pst_row_columns *columns)
{
  struct pst_buffer text = {.data = NULL};
  const struct pst_indicator_settings *s = job->settings;

  if (s->in_rows || pst_job_format(job)->for_people)
    return;
  for (size_t c = 0; c < columns->count; c++)
    if (columns->list[c].unit != NULL)
      pst_buffer_printf(&text, "%s%s (%s)", text.size == 0 ? "" : ", ", columns->list[c].name,
                        columns->list[c].unit);
  if (text.size > 0)
    pst_job_say(job, "units: %s", pst_buffer_string(&text));
  pst_buffer_free(&text);
}

enum pst_status pst_row_table(struct pst_job *job, const struct pst_indicator_frame *frame,
                              const struct pst_row_columns *columns, struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;
  struct table table = {
      .job = job, .frame = frame, .columns = columns, .each = s->in_rows ? columns->count : 1};
  struct pst_package package = {.folder = -1};
  enum pst_status status = name_own(&table, error);

  if (status == PST_OK)
    status = pst_grid_add_rows(&table.grid, frame->n * table.each, error);
  if (status == PST_OK)
    status = add_keys(&table, error);
  if (status == PST_OK)
    status = add_kept(&table, error);
  if (status == PST_OK)
    status = s->in_rows ? add_long(&table, error) : add_wide(&table, error);
  /* The package is begun first: when it cannot be written, the table is not either. */
  if (status == PST_OK && s->package)
    status = pst_row_package(job, columns, &table.grid, &package, error);
  if (status == PST_OK)
    status = pst_job_emit(job, &table.grid, error);
  if (status == PST_OK && s->package)
    status = pst_package_commit(&package, error);
  pst_package_discard(&package);
  if (status == PST_OK)
    say_units(job, columns);
  pst_grid_free(&table.grid);
  return status;
}
