/* of_pairs.c -- a heat map of pairs, near ones beside each other. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "indicator/figure/figures.h"
#include "indicator/group/links.h"
#include "job/emit.h"

enum { NAMES_MOST = 60 };

/* The pairs of one kind as a square. */
struct square {
  struct pst_job *job;
  const struct pst_records *records;
  const char *term;   /* whose records are drawn */
  const char **names; /* in the order of the table, then as drawn */
  size_t n;
  double *cells;
};

static const char *const *keys_of(const struct square *square, const struct pst_record *record)
{
  return record->keys + square->records->n_labels - 2;
}

static size_t find(struct square *square, const char *name)
{
  for (size_t i = 0; i < square->n; i++)
    if (strcmp(square->names[i], name) == 0)
      return i;
  square->names[square->n] = name;
  return square->n++;
}

static bool is_drawn(const struct square *square, const struct pst_record *record)
{
  return strcmp(record->estimate.term, square->term) == 0;
}

/* Affinity on a scale from -1 to 1 around its neutral value. */
static double shown(const struct square *square, double value)
{
  return strncmp(square->term, "affinity", 8) == 0 ? (value - 1) / (value + 1) : value;
}

static enum pst_status fill(struct square *square, struct pst_error *error)
{
  const struct pst_records *records = square->records;
  struct pst_arena *arena = &square->job->arena;

  square->names = pst_arena_array(arena, 2 * records->count + 2, sizeof *square->names);
  if (square->names == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < records->count; i++)
    for (size_t side = 0; side < 2; side++)
      find(square, keys_of(square, &records->list[i])[side]);
  square->cells = pst_arena_array(arena, square->n * square->n + 1, sizeof *square->cells);
  if (square->cells == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < square->n * square->n; i++)
    square->cells[i] = (double)NAN;
  for (size_t r = 0; r < records->count; r++) {
    const struct pst_record *record = &records->list[r];
    size_t i = find(square, keys_of(square, record)[0]),
           j = find(square, keys_of(square, record)[1]);

    if (is_drawn(square, record) && pst_bounds_is_point(&record->bounds))
      square->cells[i * square->n + j] = square->cells[j * square->n + i] =
          shown(square, record->bounds.low);
  }
  return PST_OK;
}

static enum pst_status rearrange(struct square *square, struct pst_error *error)
{
  struct pst_arena *arena = &square->job->arena;
  size_t n = square->n, *order = pst_arena_array(arena, n + 1, sizeof *order);
  const char **names = pst_arena_array(arena, n + 1, sizeof *names);
  double *cells = pst_arena_array(arena, n * n + 1, sizeof *cells);
  double *near = pst_arena_array(arena, n * n + 1, sizeof *near);

  if (order == NULL || names == NULL || cells == NULL || near == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n * n; i++)
    near[i] = isnan(square->cells[i]) ? 0 : square->cells[i] + 1;
  if (!pst_links_order(near, n, order, arena))
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    names[i] = square->names[order[i]];
    for (size_t j = 0; j < n; j++)
      cells[i * n + j] = square->cells[order[i] * n + order[j]];
  }
  square->names = names;
  square->cells = cells;
  return PST_OK;
}

static double largest(const struct square *square)
{
  double most = 0;

  for (size_t i = 0; i < square->n * square->n; i++)
    most = isnan(square->cells[i]) ? most : fmax(most, fabs(square->cells[i]));
  return most;
}

static enum pst_status check(const struct pst_job *job, const struct pst_records *records,
                             struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;

  if (s->n_asks != 1)
    return pst_fail(error, PST_USAGE,
                    "--plot and --render draw one kind of pairs; choose one with --kind");
  for (size_t i = 1; i < records->count; i++)
    for (size_t k = 0; k + 2 < records->n_labels; k++)
      if (strcmp(records->list[i].keys[k], records->list[0].keys[k]) != 0)
        return pst_fail(error, PST_USAGE,
                        "--plot and --render draw one group and period; choose one with --where");
  return PST_OK;
}

/* Against expectation without the diagonal, where that exists. */
static const char *term_of(const struct pst_job *job, const struct pst_records *records)
{
  const struct pst_indicator_settings *s = job->settings;

  if (s->asks[0].kind->choice != PST_PAIR_AFFINITY)
    return s->asks[0].kind->name;
  for (size_t i = 0; i < records->count; i++)
    if (strcmp(records->list[i].estimate.term, "affinity-quasi") == 0
        && !isnan(records->list[i].bounds.low))
      return "affinity-quasi";
  return "affinity";
}

enum pst_status pst_figure_of_pairs(struct pst_job *job, const struct pst_records *records,
                                    struct pst_error *error)
{
  struct square square = {.job = job, .records = records};
  struct pst_figure figure = {.kind = PST_FIGURE_HEATMAP};
  bool affinity;
  enum pst_status status = check(job, records, error);

  if (status != PST_OK)
    return status;
  square.term = term_of(job, records);
  affinity = strncmp(square.term, "affinity", 8) == 0;
  status = fill(&square, error);
  if (status == PST_OK && square.n > NAMES_MOST)
    status = pst_fail(error, PST_USAGE,
                      "a heat map of %zu entities cannot be read; choose %d at most with --where",
                      square.n, NAMES_MOST);
  if (status == PST_OK)
    status = rearrange(&square, error);
  if (status != PST_OK)
    return status;
  figure.rows = figure.columns = square.n;
  figure.row_names = figure.column_names = square.names;
  figure.cells = square.cells;
  figure.reach = affinity ? 1 : largest(&square);
  figure.decimals = affinity ? 2 : 3;
  figure.title =
      affinity ? "Affinity of pairs" : pst_arena_format(&job->arena, "%s of pairs", square.term);
  figure.note = strcmp(square.term, "affinity") == 0
                    ? "(a - 1) / (a + 1) of the affinity index a, whose neutral value is above 1; "
                      "near ones stand together."
                : affinity
                    ? "(a - 1) / (a + 1) of affinity a against expectation without the diagonal: "
                      "0 is neutral; near ones stand together."
                    : "Near ones stand together.";
  return pst_job_draw(job, &figure, error);
}
