/* of_structure.c -- structures of entities, and the specialisation of each in each category. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "indicator/group/kinds_of_groups.h"
#include "indicator/group/structure.h"
#include "stats/specialisation/structure.h"

/* What one kind is made of: a table, and where its records go. */
struct call {
  struct pst_records *records;
  const struct pst_indicator_frame *frame;
  const struct pst_indicator_ask *ask;
  const char *variable;
  const struct pst_structure *structure;
  size_t first_label; /* of the entity, then the category */
};

static struct pst_record *add(const struct call *call, size_t entity, size_t category)
{
  struct pst_record *record =
      pst_records_add(call->records, call->frame, call->structure->row, call->ask->text,
                      call->ask->kind->name, call->structure->known);

  if (record == NULL)
    return NULL;
  record->variable = call->variable == NULL ? call->structure->entities[entity] : call->variable;
  record->keys[call->first_label] = call->structure->entities[entity];
  if (category != SIZE_MAX)
    record->keys[call->first_label + 1] = call->structure->categories[category];
  return record;
}

/* VALUE, or why there is none. */
static void put(const struct call *call, struct pst_record *record, double value,
                const char *otherwise)
{
  const char *reason = pst_structure_reason(call->structure, call->ask->known);

  if (!isnan(value))
    record->bounds = pst_bounds_point(value);
  else
    pst_record_note(call->records, record, "%s", reason != NULL ? reason : otherwise);
}

/* Combinations without a row count as 0, and it is said so. */
static void note_absent(const struct call *call, struct pst_record *record, size_t entity)
{
  size_t absent = 0;

  for (size_t j = 0; j < call->structure->table.columns; j++)
    if (call->structure->row_of[entity * call->structure->table.columns + j] == SIZE_MAX)
      absent++;
  if (absent > 0)
    pst_record_note(call->records, record, "%zu categor%s without a row: taken as 0", absent,
                    absent == 1 ? "y" : "ies");
}

/* ENTITY has a cell that is empty or bounded. */
static bool lacks_cell(const struct call *call, size_t entity)
{
  const struct pst_rca_table *table = &call->structure->table;

  for (size_t j = 0; j < table->columns; j++)
    if (isnan(table->cell[entity * table->columns + j]))
      return true;
  return false;
}

/* Why ENTITY, and OTHER, have no value. */
static const char *why_none(const struct call *call, size_t entity, size_t other)
{
  if (lacks_cell(call, entity))
    return "a cell of it is empty, or known only by bounds";
  return lacks_cell(call, other) ? "a cell of the reference is empty, or known only by bounds"
                                 : "a total that it needs is 0";
}

/* --- entities ------------------------------------------------------------------------------------------ */

static enum pst_status one_entity(const struct call *call, size_t entity, struct pst_error *error)
{
  struct pst_record *record = add(call, entity, SIZE_MAX);
  double value = (double)NAN;
  enum pst_status status = PST_OK;

  if (record == NULL)
    return pst_fail_memory(error);
  if (call->ask->kind->choice == PST_STRUCTURE_KRUGMAN)
    value = pst_krugman(&call->structure->table, entity, call->ask->rest);
  else
    status = pst_gini_relative(&call->structure->table, entity, &value, &call->records->job->arena,
                               error);
  put(call, record, value, why_none(call, entity, entity));
  note_absent(call, record, entity);
  return status;
}

static size_t find(const struct pst_structure *structure, const char *name)
{
  for (size_t i = 0; i < structure->table.rows; i++)
    if (strcmp(structure->entities[i], name) == 0)
      return i;
  return SIZE_MAX;
}

static enum pst_status against(const struct call *call, size_t entity, size_t other,
                               struct pst_error *error)
{
  struct pst_record *record = add(call, entity, SIZE_MAX);

  if (record == NULL)
    return pst_fail_memory(error);
  record->against = other == SIZE_MAX ? call->ask->entity : call->structure->entities[other];
  if (other == SIZE_MAX)
    pst_record_note(call->records, record, "the reference has no row at this time");
  else
    put(call, record, pst_dissimilarity(&call->structure->table, entity, other),
        why_none(call, entity, other));
  note_absent(call, record, entity);
  return PST_OK;
}

static enum pst_status duncan(const struct call *call, size_t entity, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  if (call->ask->entity != NULL && find(call->structure, call->ask->entity) == entity)
    return PST_OK;
  if (call->ask->entity != NULL)
    return against(call, entity, find(call->structure, call->ask->entity), error);
  for (size_t other = entity + 1; other < call->structure->table.rows && status == PST_OK; other++)
    status = against(call, entity, other, error);
  return status;
}

static enum pst_status entities(const struct call *call, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < call->structure->table.rows && status == PST_OK; i++)
    status = call->ask->kind->choice == PST_STRUCTURE_DUNCAN ? duncan(call, i, error)
                                                             : one_entity(call, i, error);
  return status;
}

/* --- cells ------------------------------------------------------------------------------------------------ */

static double form(double r, int choice)
{
  if (choice == PST_RCA_SYMMETRIC)
    return (r - 1) / (r + 1);
  return choice == PST_RCA_LOG ? log(r) : r;
}

/* Below this expected count an interval covers less than it says. */
enum { EXPECTED_LEAST = 5 };

static void add_limits(const struct call *call, const struct pst_rca *rca, double x,
                       struct pst_record *record)
{
  char expected[PST_NUMBER_SIZE];

  if (!call->records->limits || isnan(rca->r))
    return;
  if (x == 0) {
    pst_record_note(call->records, record, "a count of 0 has no interval");
    return;
  }
  if (call->ask->kind->choice == PST_RCA_LOG)
    record->estimate.std_error = sqrt(rca->variance);
  record->estimate.conf_low = form(rca->low, call->ask->kind->choice);
  record->estimate.conf_high = form(rca->high, call->ask->kind->choice);
  if (rca->expected >= EXPECTED_LEAST)
    return;
  pst_number_print_digits(expected, rca->expected, 2);
  pst_record_note(call->records, record, "expected count %s: the interval covers less than it says",
                  expected);
}

static enum pst_status one_cell(const struct call *call, size_t i, size_t j,
                                struct pst_error *error)
{
  const struct pst_structure *structure = call->structure;
  const struct pst_indicator_settings *s = call->records->job->settings;
  size_t at = i * structure->table.columns + j;
  double x = structure->table.cell[at];
  struct pst_rca rca =
      pst_rca(&structure->table, i, j, s->counts, call->records->job->options.conf_level);
  const double values[] = {rca.r, rca.symmetric, rca.log};
  struct pst_record *record = add(call, i, j);

  if (record == NULL)
    return pst_fail_memory(error);
  put(call, record, values[call->ask->kind->choice],
      isnan(x)                  ? "the cell is empty, or known only by bounds"
      : x == 0 && !isnan(rca.r) ? "the logarithm of 0"
                                : "a total that it needs is 0");
  add_limits(call, &rca, x, record);
  if (structure->row_of[at] == SIZE_MAX)
    pst_record_note(call->records, record, "no row: taken as 0");
  return PST_OK;
}

static enum pst_status cells(const struct call *call, struct pst_error *error)
{
  const struct pst_rca_table *table = &call->structure->table;
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < table->rows && status == PST_OK; i++)
    for (size_t j = 0; j < table->columns && status == PST_OK; j++)
      status = one_cell(call, i, j, error);
  return status;
}

/* --- all --------------------------------------------------------------------------------------------------- */

/* A count is a whole number. */
static enum pst_status check_counts(struct pst_job *job, const struct pst_indicator_frame *frame,
                                    const struct pst_column *y, const struct pst_bounds *cell,
                                    struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;

  for (size_t i = 0; i < frame->n && s->counts; i++)
    if (pst_bounds_is_point(&cell[i]) && cell[i].low != floor(cell[i].low))
      return pst_fail_at(error, PST_BAD_DATA, pst_table_file(&job->table, frame->row[i]),
                         pst_table_line(&job->table, frame->row[i]),
                         "'%s' has %g, which is no count; leave --counts out for amounts", y->name,
                         cell[i].low);
  return PST_OK;
}

static enum pst_status of_slice(struct call *call, const struct pst_indicator_ask *ask,
                                size_t slice, const struct pst_bounds *const *values, size_t count,
                                struct pst_error *error)
{
  struct pst_structure structure;
  enum pst_status status = pst_structure_make(call->records->job, call->frame, slice, values, count,
                                              ask->known, &structure, error);

  call->ask = ask;
  call->structure = &structure;
  if (status != PST_OK)
    return status;
  return ask->kind->sort == PST_INDICATOR_CELLS ? cells(call, error) : entities(call, error);
}

/* COUNT columns of -y from FIRST on, which make one table. */
static enum pst_status of_variables(struct call *call, size_t first, size_t count,
                                    struct pst_error *error)
{
  struct pst_job *job = call->records->job;
  const struct pst_indicator_settings *s = job->settings;
  const struct pst_bounds **values = pst_arena_array(&job->arena, count + 1, sizeof *values);
  enum pst_status status = values == NULL ? pst_fail_memory(error) : PST_OK;

  for (size_t v = 0; v < count && status == PST_OK; v++) {
    const struct pst_column *y = pst_job_column(job, s->y.roles[first + v]);

    values[v] = pst_indicator_frame_cells(job, call->frame, s->y.roles[first + v]);
    status = values[v] == NULL ? pst_fail_memory(error)
                               : check_counts(job, call->frame, y, values[v], error);
    call->variable = y->name;
  }
  if (count > 1)
    call->variable = NULL;
  for (size_t slice = 0; slice < call->frame->index.slices.count; slice++)
    for (size_t k = 0; k < s->n_asks && status == PST_OK; k++)
      status = of_slice(call, &s->asks[k], slice, values, count, error);
  return status;
}

static enum pst_status make(struct pst_job *job, const struct pst_indicator_frame *frame,
                            bool categories, struct pst_records *records, struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;
  bool named = s->keys.entity_role != SIZE_MAX;
  const char *const labels[] = {named ? pst_job_column(job, s->keys.entity_role)->name : "entity",
                                pst_job_column(job, s->keys.category_role)->name};
  struct call call = {.records = records, .frame = frame};
  enum pst_status status =
      pst_records_begin(job, frame, labels, categories ? 2 : 1, records, error);

  call.first_label = records->n_labels - (categories ? 2 : 1);
  records->limits = s->counts;
  for (size_t k = 0; k < s->n_asks; k++)
    records->against =
        records->against || (!categories && s->asks[k].kind->choice == PST_STRUCTURE_DUNCAN);
  for (size_t v = 0; v < s->y.count && status == PST_OK; v += named ? 1 : s->y.count)
    status = of_variables(&call, v, named ? 1 : s->y.count, error);
  return status;
}

enum pst_status pst_records_of_structure(struct pst_job *job,
                                         const struct pst_indicator_frame *frame,
                                         struct pst_records *records, struct pst_error *error)
{
  return make(job, frame, false, records, error);
}

enum pst_status pst_records_of_cells(struct pst_job *job, const struct pst_indicator_frame *frame,
                                     struct pst_records *records, struct pst_error *error)
{
  return make(job, frame, true, records, error);
}
