/* links.c -- pairs of entities as a symmetric table, and an order that shows blocks. */
#include "indicator/group/links.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/number.h"

/* The two columns of --pair name the same entities: one dictionary of both. */
struct pairs {
  struct pst_job *job;
  const struct pst_indicator_frame *frame;
  const size_t *rows;
  size_t n_rows;
  struct pst_dictionary names;
  size_t *a, *b; /* of each row of the slice */
};

static bool add_name(struct pairs *pairs, size_t which, size_t row, size_t *code)
{
  const struct pst_indicator_settings *s = pairs->job->settings;
  const struct pst_column *column = pst_job_column(pairs->job, s->keys.pairs.roles[which]);
  unsigned found =
      pst_dictionary_add(&pairs->names, pst_column_printed(column, pairs->frame->row[row]));

  *code = found;
  return found != PST_CODE_MISSING;
}

static bool name_all(struct pairs *pairs)
{
  struct pst_arena *arena = &pairs->job->arena;

  pairs->a = pst_arena_array(arena, pairs->n_rows + 1, sizeof *pairs->a);
  pairs->b = pst_arena_array(arena, pairs->n_rows + 1, sizeof *pairs->b);
  if (pairs->a == NULL || pairs->b == NULL)
    return false;
  for (size_t i = 0; i < pairs->n_rows; i++)
    if (!add_name(pairs, 0, pairs->rows[i], &pairs->a[i])
        || !add_name(pairs, 1, pairs->rows[i], &pairs->b[i]))
      return false;
  return true;
}

static enum pst_status fail_cell(const struct pairs *pairs, size_t row,
                                 const struct pst_bounds *cell, struct pst_error *error)
{
  const struct pst_indicator_settings *s = pairs->job->settings;
  const struct pst_table *table = &pairs->job->table;
  size_t r = pairs->frame->row[row];
  char text[PST_BOUNDS_SIZE + PST_NUMBER_SIZE] = "empty";

  if (!isnan(cell->low) && pst_bounds_is_point(cell))
    pst_number_print(text, cell->low);
  else if (!isnan(cell->low))
    pst_bounds_print(text, cell);
  return pst_fail_at(error, PST_BAD_DATA, pst_table_file(table, r), pst_table_line(table, r),
                     "'%s' is %s, and what a pair has together is a whole number from 0 on; choose "
                     "rows with --where",
                     pst_job_column(pairs->job, s->y.roles[0])->name, text);
}

static enum pst_status fail_twice(const struct pairs *pairs, size_t a, size_t b, size_t first,
                                  size_t second, bool same_way, struct pst_error *error)
{
  const struct pst_table *table = &pairs->job->table;
  size_t r = pairs->frame->row[second], other = pairs->frame->row[first];
  char place[PST_PLACE_SIZE];

  return pst_fail_at(error, PST_BAD_DATA, pst_table_file(table, r), pst_table_line(table, r),
                     "the pair '%s', '%s' has two rows%s (the other is %s); %s",
                     pst_dictionary_string(&pairs->names, (unsigned)a),
                     pst_dictionary_string(&pairs->names, (unsigned)b),
                     same_way ? "" : " with two numbers", pst_table_other(table, r, other, place),
                     same_way ? "use --where to choose one, -g to name what tells them apart, or "
                                "--aggregate to make them one"
                              : "a pair has no direction: give it one number");
}

static enum pst_status put(const struct pairs *pairs, size_t i, const struct pst_bounds *cell,
                           double *links, size_t *row_of, struct pst_error *error)
{
  size_t n = pairs->names.count, a = pairs->a[i], b = pairs->b[i], row = pairs->rows[i];
  double value = cell[row].low;

  if (isnan(value) || !pst_bounds_is_point(&cell[row]) || value < 0 || value != floor(value))
    return fail_cell(pairs, row, &cell[row], error);
  if (row_of[a * n + b] != SIZE_MAX)
    return fail_twice(pairs, a, b, row_of[a * n + b], row, true, error);
  if (row_of[b * n + a] != SIZE_MAX && links[b * n + a] != value)
    return fail_twice(pairs, a, b, row_of[b * n + a], row, false, error);
  row_of[a * n + b] = row;
  links[a * n + b] = links[b * n + a] = value;
  return PST_OK;
}

static enum pst_status fill(const struct pairs *pairs, const struct pst_bounds *cell,
                            struct pst_links *out, struct pst_error *error)
{
  size_t n = pairs->names.count;
  struct pst_arena *arena = &pairs->job->arena;
  double *links = pst_arena_array(arena, n * n + 1, sizeof *links);
  enum pst_status status = PST_OK;

  out->row_of = pst_arena_array(arena, n * n + 1, sizeof *out->row_of);
  out->names = pst_arena_array(arena, n + 1, sizeof *out->names);
  if (links == NULL || out->row_of == NULL || out->names == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n * n; i++)
    out->row_of[i] = SIZE_MAX;
  for (size_t i = 0; i < n; i++) {
    links[i * n + i] = (double)NAN;
    out->names[i] = pst_arena_string(arena, pst_dictionary_string(&pairs->names, (unsigned)i));
    if (out->names[i] == NULL)
      return pst_fail_memory(error);
  }
  for (size_t i = 0; i < pairs->n_rows && status == PST_OK; i++)
    status = put(pairs, i, cell, links, out->row_of, error);
  out->table = (struct pst_affinity_table){.n = n, .links = links};
  return status;
}

enum pst_status pst_links_make(struct pst_job *job, const struct pst_indicator_frame *frame,
                               size_t slice, const struct pst_bounds *cell, struct pst_links *links,
                               struct pst_error *error)
{
  const struct pst_slices *slices = &frame->index.slices;
  struct pairs pairs = {.job = job,
                        .frame = frame,
                        .rows = slices->rows + slices->start[slice],
                        .n_rows = slices->start[slice + 1] - slices->start[slice]};
  enum pst_status status;

  *links = (struct pst_links){.row = pairs.rows[0]};
  status = name_all(&pairs) ? fill(&pairs, cell, links, error) : pst_fail_memory(error);
  pst_dictionary_free(&pairs.names);
  return status == PST_OK ? pst_affinity_margins(&links->table, &job->arena, error) : status;
}

/* --- order -------------------------------------------------------------------------------------------------- */

static double nearness(const double *near, size_t n, size_t i, size_t j)
{
  return isnan(near[i * n + j]) ? 0 : near[i * n + j];
}

/* The closest pair: the first of equal ones. */
static void closest(const double *near, size_t n, size_t pair[2])
{
  pair[0] = 0;
  pair[1] = 1;
  for (size_t i = 0; i < n; i++)
    for (size_t j = i + 1; j < n; j++)
      if (nearness(near, n, i, j) > nearness(near, n, pair[0], pair[1])) {
        pair[0] = i;
        pair[1] = j;
      }
}

/* The free entity that is nearest to END. */
static size_t nearest(const double *near, size_t n, const bool *taken, size_t end)
{
  size_t best = SIZE_MAX;

  for (size_t i = 0; i < n; i++)
    if (!taken[i] && (best == SIZE_MAX || nearness(near, n, end, i) > nearness(near, n, end, best)))
      best = i;
  return best;
}

bool pst_links_order(const double *near, size_t n, size_t *order, struct pst_arena *scratch)
{
  bool *taken = pst_arena_array(scratch, n + 1, sizeof *taken);
  size_t *line = pst_arena_array(scratch, 2 * n + 1, sizeof *line), low = n, high = n, pair[2];

  if (taken == NULL || line == NULL)
    return false;
  for (size_t i = 0; i < n && n < 2; i++)
    order[i] = i;
  if (n < 2)
    return true;
  closest(near, n, pair);
  line[low] = pair[0];
  line[++high] = pair[1];
  taken[pair[0]] = taken[pair[1]] = true;
  while (high - low + 1 < n) {
    size_t left = nearest(near, n, taken, line[low]), right = nearest(near, n, taken, line[high]);
    bool at_left = nearness(near, n, line[low], left) > nearness(near, n, line[high], right);

    if (at_left)
      line[--low] = left;
    else
      line[++high] = right;
    taken[at_left ? left : right] = true;
  }
  memcpy(order, line + low, n * sizeof *order);
  return true;
}
