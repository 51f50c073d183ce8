/* pairs_packed.c -- the records of packed units as a grid: found when they are written. */
#include <math.h>
#include <stdint.h>

#include "job/job.h"
#include "job/pairwise/pairs.h"

/* Where the writer is: it goes from row to row. */
struct cursor {
  size_t unit, first, count; /* and which rows it has */
  struct pst_estimate *records;
};

struct written {
  const struct pst_pairs *pairs;
  struct cursor *cursor;
};

static void go_to(struct cursor *cursor, const struct pst_pairs *pairs, size_t unit, size_t first)
{
  cursor->unit = unit;
  cursor->first = first;
  cursor->count = pst_packed_count(pairs->units[unit].packed);
  pst_packed_records(pairs->units[unit].packed, cursor->records);
}

static const struct pst_estimate *record_of(const struct written *written, size_t row)
{
  struct cursor *cursor = written->cursor;

  if (row < cursor->first)
    go_to(cursor, written->pairs, 0, 0);
  while (row >= cursor->first + cursor->count)
    go_to(cursor, written->pairs, cursor->unit + 1, cursor->first + cursor->count);
  return &cursor->records[row - cursor->first];
}

/* Places are those of the groups, then the keys. */
static double number(const void *context, size_t row, size_t place)
{
  const struct written *written = context;
  const struct pst_estimate *record = record_of(written, row);

  switch ((enum pst_key)(place - written->pairs->groups->n_keys)) {
  case PST_KEY_N:
    return (double)record->n;
  case PST_KEY_ESTIMATE:
    return record->estimate;
  case PST_KEY_STD_ERROR:
    return record->std_error;
  case PST_KEY_CONF_LOW:
    return record->conf_low;
  case PST_KEY_CONF_HIGH:
    return record->conf_high;
  case PST_KEY_STATISTIC:
    return record->statistic;
  case PST_KEY_DF:
    return record->df;
  case PST_KEY_P_VALUE:
    return record->p_value;
  case PST_KEY_P_ADJUSTED:
    return record->p_adjusted;
  default:
    return (double)NAN;
  }
}

static const char *text(const void *context, size_t row, size_t place)
{
  const struct written *written = context;
  const struct pst_pairs *pairs = written->pairs;
  const struct pst_estimate *record = record_of(written, row);
  const struct pst_pair_unit *unit = &pairs->units[written->cursor->unit];
  const size_t n_keys = pairs->groups->n_keys;

  if (place < n_keys)
    return pairs->groups->keys[unit->group * n_keys + place];
  switch ((enum pst_key)(place - n_keys)) {
  case PST_KEY_VARIABLE:
    return pairs->pairs[unit->pair].y_name;
  case PST_KEY_AGAINST:
    return pairs->pairs[unit->pair].x_name;
  case PST_KEY_METHOD:
    return record->method;
  case PST_KEY_TERM:
    return record->term;
  case PST_KEY_P_METHOD:
    return record->p_method;
  case PST_KEY_UNIT:
    return record->unit;
  case PST_KEY_NOTE:
    return record->note;
  default:
    return NULL;
  }
}

static struct written *begin(struct pst_job *job, const struct pst_pairs *pairs, size_t *rows)
{
  struct written *written = pst_arena_array(&job->arena, 1, sizeof *written);
  struct cursor *cursor = pst_arena_array(&job->arena, 1, sizeof *cursor);
  size_t most = 0;

  *rows = 0;
  for (size_t u = 0; u < pairs->n_units; u++) {
    const size_t count = pst_packed_count(pairs->units[u].packed);

    *rows += count;
    most = count > most ? count : most;
  }
  if (written == NULL || cursor == NULL)
    return NULL;
  *cursor =
      (struct cursor){.records = pst_arena_array(&job->arena, most + 1, sizeof *cursor->records)};
  *written = (struct written){.pairs = pairs, .cursor = cursor};
  if (cursor->records == NULL)
    return NULL;
  if (pairs->n_units > 0)
    go_to(cursor, pairs, 0, 0);
  return written;
}

static enum pst_status set_sources(struct pst_job *job, const struct written *written,
                                   struct pst_estimate_grid *grid, struct pst_error *error)
{
  struct pst_grid_source *source = pst_arena_array(&job->arena, 1, sizeof *source);

  if (source == NULL)
    return pst_fail_memory(error);
  *source = (struct pst_grid_source){.number = number, .text = text, .context = written};
  for (size_t c = 0; c < grid->grid.n_columns; c++)
    grid->grid.columns[c].source = source;
  for (size_t g = 0; g < grid->n_groups; g++)
    grid->grid.columns[g].place = g;
  for (size_t key = 0; key < PST_KEYS; key++)
    if (grid->column[key] != SIZE_MAX)
      grid->grid.columns[grid->column[key]].place = grid->n_groups + key;
  return PST_OK;
}

enum pst_status pst_pairs_report_packed(struct pst_job *job, const struct pst_pairs *pairs,
                                        const char *const *groups, unsigned left_out,
                                        struct pst_estimate_grid *grid, struct pst_error *error)
{
  size_t rows;
  const struct written *written = begin(job, pairs, &rows);
  enum pst_status status =
      written == NULL
          ? pst_fail_memory(error)
          : pst_estimate_grid_begin(grid, groups, pairs->groups->n_keys, left_out, error);

  if (status == PST_OK)
    status = set_sources(job, written, grid, error);
  return status == PST_OK ? pst_grid_add_rows(&grid->grid, rows, error) : status;
}
