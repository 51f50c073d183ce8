/* structure.c -- a table of entities by categories, with its margins. */
#include "indicator/group/structure.h"

#include <math.h>
#include <stdint.h>

#include "base/number.h"

/* Codes of a column to places in the order of first rows; SIZE_MAX: not there. */
struct places {
  size_t *of;
  const char **names;
  size_t count;
};

static bool find_places(struct pst_job *job, const struct pst_indicator_frame *frame, size_t slice,
                        const size_t *codes, size_t role, struct places *places)
{
  const struct pst_slices *slices = &frame->index.slices;
  const struct pst_column *column = pst_job_column(job, role);
  size_t n = pst_column_texts(column)->count;

  *places = (struct places){.of = pst_arena_array(&job->arena, n + 1, sizeof *places->of),
                            .names = pst_arena_array(&job->arena, n + 1, sizeof *places->names)};
  if (places->of == NULL || places->names == NULL)
    return false;
  for (size_t i = 0; i < n; i++)
    places->of[i] = SIZE_MAX;
  for (size_t i = slices->start[slice]; i < slices->start[slice + 1]; i++) {
    size_t row = slices->rows[i];

    if (places->of[codes[row]] != SIZE_MAX)
      continue;
    places->of[codes[row]] = places->count;
    places->names[places->count++] = pst_column_string(column, frame->row[row]);
  }
  return true;
}

/* The columns of -y as entities. */
static bool name_columns(struct pst_job *job, size_t count, struct places *places)
{
  const struct pst_indicator_settings *s = job->settings;

  *places = (struct places){.names = pst_arena_array(&job->arena, count + 1, sizeof *places->names),
                            .count = count};
  for (size_t v = 0; places->names != NULL && v < count; v++)
    places->names[v] = pst_job_column(job, s->y.roles[v])->name;
  return places->names != NULL;
}

static enum pst_status fail_negative(struct pst_job *job, const struct pst_indicator_frame *frame,
                                     size_t row, double value, struct pst_error *error)
{
  size_t r = frame->row[row];
  char text[PST_NUMBER_SIZE];

  pst_number_print(text, value);
  return pst_fail_at(
      error, PST_BAD_DATA, pst_table_file(&job->table, r), pst_table_line(&job->table, r),
      "%s is below 0, and a part of a whole is not; correct the cell, or choose rows "
      "with --where",
      text);
}

/* One column of values, into the rows of its entities: ENTITY when the column is one. */
static enum pst_status fill(struct pst_job *job, const struct pst_indicator_frame *frame,
                            size_t slice, const struct pst_bounds *cell,
                            const struct places *entities, size_t entity,
                            const struct places *categories, struct pst_structure *out,
                            double *values, struct pst_error *error)
{
  const struct pst_slices *slices = &frame->index.slices;

  for (size_t i = slices->start[slice]; i < slices->start[slice + 1]; i++) {
    size_t row = slices->rows[i];
    size_t at =
        (entities->of == NULL ? entity : entities->of[frame->entity[row]]) * categories->count
        + categories->of[frame->category[row]];

    out->row_of[at] = row;
    values[at] = (double)NAN;
    if (isnan(cell[row].low))
      out->empty++;
    else if (!pst_bounds_is_point(&cell[row]))
      out->bounded++;
    else if (cell[row].low < 0)
      return fail_negative(job, frame, row, cell[row].low, error);
    else
      values[at] = cell[row].low;
    if (!isnan(values[at]))
      out->known++;
  }
  return PST_OK;
}

static enum pst_status allocate(struct pst_job *job, const struct places *entities,
                                const struct places *categories, struct pst_structure *out,
                                double **values, struct pst_error *error)
{
  size_t n = entities->count * categories->count;

  *values = pst_arena_array(&job->arena, n + 1, sizeof **values);
  out->table = (struct pst_rca_table){
      .rows = entities->count, .columns = categories->count, .cell = *values};
  out->entities = entities->names;
  out->categories = categories->names;
  out->row_of = pst_arena_array(&job->arena, n + 1, sizeof *out->row_of);
  if (*values == NULL || out->row_of == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    out->row_of[i] = SIZE_MAX;
  return PST_OK;
}

enum pst_status pst_structure_make(struct pst_job *job, const struct pst_indicator_frame *frame,
                                   size_t slice, const struct pst_bounds *const *cells,
                                   size_t count, bool known, struct pst_structure *out,
                                   struct pst_error *error)
{
  const struct pst_indicator_keys *keys = frame->keys;
  struct places entities, categories;
  double *values = NULL;
  enum pst_status status;

  *out = (struct pst_structure){.row = frame->index.slices.rows[frame->index.slices.start[slice]]};
  if (!(keys->entity_role == SIZE_MAX
            ? name_columns(job, count, &entities)
            : find_places(job, frame, slice, frame->entity, keys->entity_role, &entities))
      || !find_places(job, frame, slice, frame->category, keys->category_role, &categories))
    return pst_fail_memory(error);
  status = allocate(job, &entities, &categories, out, &values, error);
  for (size_t v = 0; v < count && status == PST_OK; v++)
    status = fill(job, frame, slice, cells[v], &entities, v, &categories, out, values, error);
  return status == PST_OK ? pst_rca_margins(&out->table, known, &job->arena, error) : status;
}

const char *pst_structure_reason(const struct pst_structure *structure, bool known)
{
  if (known)
    return NULL;
  if (structure->empty > 0)
    return "a cell of the table is empty; write 'of known' in the brackets to pass over it";
  if (structure->bounded > 0)
    return "a cell of the table is known only by bounds; write 'of known' in the brackets to pass "
           "over it";
  return NULL;
}
