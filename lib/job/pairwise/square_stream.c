/* square_stream.c -- a large square table of correlations: one number a pair is kept, and rows are made when
   they are written. */
#include <math.h>
#include <stdlib.h>

#include "base/parallel.h"
#include "job/emit.h"
#include "job/pairwise/variables.h"
#include "job/pairwise/square.h"

/* So many rows of the square are computed together: what one column has is fetched once for all of them. */
enum { BLOCK = 32 };

/* What one thread needs. */
struct place {
  struct pst_arena prepared; /* columns; for the whole run */
  struct pst_arena scratch;
  struct pst_estimates estimates;
  struct pst_arena notes;
  struct pst_error error;
};

struct square {
  const struct pst_job *job;
  struct pst_column_variables columns;
  struct pst_test test;
  double *lower;  /* row j has the pairs with columns 0..j-1 */
  double *itself; /* the diagonal */
  struct place *places;
};

static size_t start_of(size_t row)
{
  return row * (row - 1) / 2;
}

static double number(const void *context, size_t row, size_t place)
{
  const struct square *square = context;

  if (row == place)
    return square->itself[row];
  return square->lower[row > place ? start_of(row) + place : start_of(place) + row];
}

static void fill_column(void *context, size_t item, size_t thread)
{
  struct square *square = context;
  const struct pst_column *column = &square->job->table.columns[square->columns.columns[item]];

  square->itself[item] = pst_square_with_itself(column, square->job->table.n_rows);
  pst_column_variables_fill(&square->columns, item, &square->places[thread].prepared,
                            &square->places[thread].error);
}

static enum pst_status run_pair(struct square *square, size_t i, size_t j,
                                const struct pst_test *test, struct place *place)
{
  struct pst_known room[2];
  struct pst_sample sample;
  enum pst_status status = pst_column_variables_sample(&square->columns, i, j, &sample, room,
                                                       &place->scratch, &place->error);

  place->estimates.count = 0;
  place->estimates.arena = &place->notes;
  if (status == PST_OK)
    status = pst_method_run(square->job->methods[0], &sample, test, &place->estimates,
                            &place->scratch, &place->error);
  return status;
}

static void compute_pair(struct square *square, size_t i, size_t j, struct place *place)
{
  struct pst_arena_mark scratch = pst_arena_mark(&place->scratch);
  struct pst_arena_mark notes = pst_arena_mark(&place->notes);

  if (run_pair(square, i, j, &square->test, place) == PST_OK)
    square->lower[start_of(j) + i] = place->estimates.items[0].estimate;
  pst_arena_release(&place->scratch, scratch);
  pst_arena_release(&place->notes, notes);
}

/* The last rows, which are the longest, first. */
static void compute_block(void *context, size_t item, size_t thread)
{
  struct square *square = context;
  struct place *place = &square->places[thread];
  const size_t end = square->columns.n - item * BLOCK;
  const size_t first = end > BLOCK ? end - BLOCK : 0;

  for (size_t i = 0; i + 1 < end && place->error.status == PST_OK; i++)
    for (size_t j = i + 1 > first ? i + 1 : first; j < end && place->error.status == PST_OK; j++)
      compute_pair(square, i, j, place);
}

/* A row is used where two columns are known, bounded where two are known at least within bounds. */
static void count_rows(struct pst_job *job, const struct pst_column_variables *columns)
{
  const struct pst_groups *groups = columns->groups;

  for (size_t r = 0; r < groups->first[1]; r++) {
    size_t known = 0, bounded = 0;

    for (size_t c = 0; c < columns->n && known < 2; c++) {
      const struct pst_column *column = &job->table.columns[columns->columns[c]];

      known += pst_column_known(column, groups->row[r]);
      bounded += pst_column_bounded(column, groups->row[r]);
    }
    job->count.used += known >= 2;
    job->count.bounded += known < 2 && known + bounded >= 2;
    job->count.missing += known < 2 && known + bounded < 2;
  }
  job->count.missing += groups->n_left_out;
}

static enum pst_status emit(struct pst_job *job, const struct square *square,
                            struct pst_error *error)
{
  const struct pst_grid_source source = {.number = number, .context = square};
  const size_t *columns = square->columns.columns;
  const size_t n = square->columns.n;
  struct pst_grid grid = {.n_rows = 0};
  enum pst_status status =
      pst_grid_add_column(&grid, &(struct pst_grid_column){.name = "variable"}, error);

  for (size_t c = 0; c < n && status == PST_OK; c++)
    status =
        pst_grid_add_column(&grid,
                            &(struct pst_grid_column){.name = job->table.columns[columns[c]].name,
                                                      .kind = PST_CELL_NUMBER,
                                                      .source = &source,
                                                      .place = c},
                            error);
  if (status == PST_OK)
    status = pst_grid_add_rows(&grid, n, error);
  for (size_t r = 0; r < n && status == PST_OK; r++)
    pst_grid_set_text(&grid, r, 0, job->table.columns[columns[r]].name);
  if (status == PST_OK) {
    pst_square_say_constants(job, columns, square->itself, n);
    status = pst_job_emit(job, &grid, error);
  }
  pst_grid_free(&grid);
  return status;
}

/* PST_UNDEFINED where no pair has an estimate, with the reason of the first. */
static enum pst_status check_any(struct square *square, struct pst_error *error)
{
  const struct pst_test test = pst_job_test(square->job);
  const size_t pairs = start_of(square->columns.n);
  struct place *place = &square->places[0];

  for (size_t p = 0; p < pairs; p++)
    if (!isnan(square->lower[p]))
      return PST_OK;
  if (run_pair(square, 0, 1, &test, place) != PST_OK)
    return pst_fail(error, place->error.status, "%s", place->error.message);
  return pst_fail(error, PST_UNDEFINED, "nothing can be computed: %s",
                  place->estimates.items[0].note);
}

static enum pst_status first_error(const struct square *square, size_t threads,
                                   struct pst_error *error)
{
  for (size_t t = 0; t < threads; t++)
    if (square->places[t].error.status != PST_OK)
      return pst_fail(error, square->places[t].error.status, "%s", square->places[t].error.message);
  return PST_OK;
}

static enum pst_status compute(struct square *square, size_t threads, struct pst_error *error)
{
  pst_parallel(square->columns.n, threads, fill_column, square);
  if (first_error(square, threads, error) != PST_OK)
    return error->status;
  pst_parallel_parts((square->columns.n + BLOCK - 1) / BLOCK, threads, compute_block, square);
  return first_error(square, threads, error);
}

static void free_places(struct place *places, size_t threads)
{
  for (size_t t = 0; places != NULL && t < threads; t++) {
    pst_arena_free(&places[t].prepared);
    pst_arena_free(&places[t].scratch);
    pst_arena_free(&places[t].notes);
    pst_estimates_free(&places[t].estimates);
  }
  free(places);
}

enum pst_status pst_square_stream(struct pst_job *job, const struct pst_groups *groups,
                                  const size_t *columns, size_t n, struct pst_error *error)
{
  const size_t threads = pst_parallel_threads(job->options.threads, n);
  struct square square = {.job = job,
                          .columns = {.table = &job->table,
                                      .groups = groups,
                                      .what = job->methods[0]->knows,
                                      .kept = true,
                                      .n = n,
                                      .columns = columns},
                          .test = pst_job_test(job)};
  enum pst_status status = PST_OK, any = PST_OK;

  square.test.tests = start_of(n);
  square.test.estimate_only = square.test.p_kind == PST_P_AUTO;
  square.columns.list = pst_arena_array(&job->arena, n, sizeof *square.columns.list);
  square.itself = pst_arena_array(&job->arena, n, sizeof *square.itself);
  square.lower = malloc((start_of(n) + 1) * sizeof *square.lower);
  square.places = calloc(threads, sizeof *square.places);
  if (square.columns.list == NULL || square.itself == NULL || square.lower == NULL
      || square.places == NULL)
    status = pst_fail_memory(error);
  else
    status = compute(&square, threads, error);
  if (status == PST_OK) {
    count_rows(job, &square.columns);
    any = check_any(&square, error);
    status = any == PST_OK || any == PST_UNDEFINED ? emit(job, &square, error) : any;
  }
  free_places(square.places, threads);
  free(square.lower);
  return any != PST_OK ? any : status;
}
