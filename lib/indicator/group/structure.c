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

static enum pst_status fail_negative(struct pst_job *job, const struct pst_indicator_frame *frame,
                                     size_t row, double value, struct pst_error *error)
{
  size_t r = frame->row[row];
  char text[PST_NUMBER_SIZE];

  pst_number_print(text, value);
  return pst_fail_at(
      error, PST_BAD_DATA, pst_table_file(&job->table, r), job->table.line[r],
      "%s is below 0, and a part of a whole is not; correct the cell, or choose rows "
      "with --where",
      text);
}

static enum pst_status fill(struct pst_job *job, const struct pst_indicator_frame *frame,
                            size_t slice, const struct pst_bounds *cell,
                            const struct places *entities, const struct places *categories,
                            struct pst_structure *out, double *cells, struct pst_error *error)
{
  const struct pst_slices *slices = &frame->index.slices;

  for (size_t i = slices->start[slice]; i < slices->start[slice + 1]; i++) {
    size_t row = slices->rows[i];
    size_t at =
        entities->of[frame->entity[row]] * categories->count + categories->of[frame->category[row]];

    out->row_of[at] = row;
    cells[at] = (double)NAN;
    if (isnan(cell[row].low))
      out->empty++;
    else if (!pst_bounds_is_point(&cell[row]))
      out->bounded++;
    else if (cell[row].low < 0)
      return fail_negative(job, frame, row, cell[row].low, error);
    else
      cells[at] = cell[row].low;
    if (!isnan(cells[at]))
      out->known++;
  }
  return PST_OK;
}

enum pst_status pst_structure_make(struct pst_job *job, const struct pst_indicator_frame *frame,
                                   size_t slice, const struct pst_bounds *cell, bool known,
                                   struct pst_structure *out, struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;
  struct places entities, categories;
  enum pst_status status;
  double *cells;
  size_t n;

  if (!find_places(job, frame, slice, frame->entity, s->keys.entity_role, &entities)
      || !find_places(job, frame, slice, frame->category, s->keys.category_role, &categories))
    return pst_fail_memory(error);
  n = entities.count * categories.count;
  cells = pst_arena_array(&job->arena, n + 1, sizeof *cells);
  *out = (struct pst_structure){
      .table = {.rows = entities.count, .columns = categories.count, .cell = cells},
      .row = frame->index.slices.rows[frame->index.slices.start[slice]],
      .entities = entities.names,
      .categories = categories.names,
      .row_of = pst_arena_array(&job->arena, n + 1, sizeof *out->row_of)};
  if (cells == NULL || out->row_of == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    out->row_of[i] = SIZE_MAX;
  status = fill(job, frame, slice, cell, &entities, &categories, out, cells, error);
  for (size_t i = 0; i < n; i++)
    if (out->row_of[i] == SIZE_MAX)
      out->absent++;
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
