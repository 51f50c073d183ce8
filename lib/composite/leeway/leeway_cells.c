/* leeway_cells.c -- between which numbers the indicators of a slice are. */
#include "composite/leeway/leeway_cells.h"

#include <math.h>

#include "job/leeway.h"

struct take {
  struct pst_job *job;
  const struct pst_indicator_frame *frame;
  const struct pst_composite_slice *slice;
  const struct pst_composite_design *design;
  struct pst_composite_cells *cells;
  bool *low_open, *high_open;
};

static enum pst_normalise_kind kind_of(const struct pst_composite_design *design)
{
  return design->copeland ? PST_NORMALISE_NONE : design->scales[0].kind;
}

/* Scores depend on the order of the values alone. */
static bool of_orders(const struct pst_composite_design *design)
{
  const enum pst_normalise_kind kind = kind_of(design);

  return design->copeland || kind == PST_NORMALISE_RANK || kind == PST_NORMALISE_RANK_MEAN
         || kind == PST_NORMALISE_PERCENTILE;
}

/* --- no bound ------------------------------------------------------------------------------------------------ */

/* A value is open on a side without a bound; what is beyond all others does there for ranks, and for goalposts. */
static void close_ends(const struct take *t, size_t k)
{
  const struct pst_composite_scale *scale = t->design->copeland ? NULL : &t->design->scales[0];
  const size_t n = t->slice->n, count = t->design->count;
  double *lows = t->cells->low, *highs = t->cells->high;
  double low = scale == NULL || scale->low == NULL ? 0 : scale->low[k];
  double high = scale == NULL || scale->high == NULL ? 0 : scale->high[k];
  double width;

  for (size_t c = k; c < n * count; c += count) {
    if (isfinite(lows[c]))
      low = fmin(low, lows[c]);
    if (isfinite(highs[c]))
      high = fmax(high, highs[c]);
  }
  width = high - low + 1;
  for (size_t c = k; c < n * count; c += count) {
    if (lows[c] == -(double)INFINITY)
      lows[c] = fmin(low - width, highs[c] - width);
    if (highs[c] == (double)INFINITY)
      highs[c] = fmax(high + width, lows[c] + width);
  }
}

static bool ends_matter(const struct pst_composite_design *design)
{
  return !of_orders(design) && kind_of(design) != PST_NORMALISE_GOALPOSTS;
}

/* What is said of cell C, which has no end on one side. */
static const char *say_endless(const struct take *t, size_t c)
{
  const size_t count = t->design->count, row = t->frame->row[t->slice->rows[c / count]];
  const struct pst_composite_settings *settings = t->job->settings;
  const struct pst_text name =
      pst_column_printed(pst_job_column(t->job, settings->keys.entity_role), row);
  const bool low = isinf(t->cells->low[c]), high = isinf(t->cells->high[c]);

  return pst_arena_format(
      &t->job->arena,
      "%s of %.*s has %s, which this scale needs: scores go as far as it does; goalposts, rank, "
      "percentile and copeland do without",
      t->design->indicators[c % count].name, (int)name.size, name.data,
      low && high ? "neither a least nor a greatest value"
      : low       ? "no least value"
                  : "no greatest value");
}

/* --- bounds -------------------------------------------------------------------------------------------------- */

/* Where END, which is open, is reached: as near to it as scores are told apart. */
static double inwards(const struct take *t, double end, double other)
{
  const double step = ldexp(1, -20) * (other - end);

  return of_orders(t->design) ? nextafter(end, other) : end + step;
}

static void take_cell(const struct take *t, size_t c, struct pst_bounds b)
{
  struct pst_composite_cells *cells = t->cells;

  if (cells->whole[c % cells->count])
    (void)pst_bounds_whole(&b);
  cells->low[c] = b.low;
  cells->high[c] = b.high;
  t->low_open[c] = b.low_open && isfinite(b.low);
  t->high_open[c] = b.high_open && isfinite(b.high);
}

/* The ends that are reached. */
static void reach(const struct take *t, size_t c)
{
  struct pst_composite_cells *cells = t->cells;
  const double low = cells->low[c], high = cells->high[c];

  cells->first[c] = t->low_open[c] ? inwards(t, low, high) : low;
  cells->last[c] = t->high_open[c] ? inwards(t, high, low) : high;
  if (!t->low_open[c] && !t->high_open[c])
    return;
  if (of_orders(t->design)) {
    cells->low[c] = cells->first[c];
    cells->high[c] = cells->last[c];
  } else {
    cells->any_open = true;
  }
}

static bool reserve(struct take *t)
{
  struct pst_arena *arena = &t->job->arena;
  struct pst_composite_cells *cells = t->cells;
  const size_t n = t->slice->n * t->design->count + 1;

  *cells = (struct pst_composite_cells){.n = t->slice->n, .count = t->design->count};
  cells->low = pst_arena_array(arena, n, sizeof *cells->low);
  cells->high = pst_arena_array(arena, n, sizeof *cells->high);
  cells->first = pst_arena_array(arena, n, sizeof *cells->first);
  cells->last = pst_arena_array(arena, n, sizeof *cells->last);
  cells->whole = pst_arena_array(arena, cells->count + 1, sizeof *cells->whole);
  t->low_open = pst_arena_array(arena, n, sizeof *t->low_open);
  t->high_open = pst_arena_array(arena, n, sizeof *t->high_open);
  return cells->low != NULL && cells->high != NULL && cells->first != NULL && cells->last != NULL
         && cells->whole != NULL && t->low_open != NULL && t->high_open != NULL;
}

static enum pst_status take_indicator(const struct take *t, size_t k, struct pst_error *error)
{
  const struct pst_column *column = pst_job_column(t->job, t->design->indicators[k].role);
  struct pst_composite_cells *cells = t->cells;

  cells->whole[k] = t->job->options.bounds && pst_job_whole_bounds(t->job, column);
  for (size_t i = 0; i < cells->n; i++) {
    const size_t c = i * cells->count + k;

    take_cell(t, c, pst_job_cell_bounds(t->job, column, t->frame->row[t->slice->rows[i]]));
    if (cells->endless == NULL && t->design->weight[k] > 0 && ends_matter(t->design)
        && (isinf(cells->low[c]) || isinf(cells->high[c]))) {
      cells->endless = say_endless(t, c);
      if (cells->endless == NULL)
        return pst_fail_memory(error);
    }
  }
  if (!ends_matter(t->design))
    close_ends(t, k);
  return PST_OK;
}

enum pst_status pst_composite_cells_take(struct pst_job *job,
                                         const struct pst_indicator_frame *frame,
                                         const struct pst_composite_slice *slice,
                                         struct pst_composite_cells *cells, struct pst_error *error)
{
  const struct pst_composite_settings *settings = job->settings;
  struct take t = {
      .job = job, .frame = frame, .slice = slice, .design = &settings->design, .cells = cells};
  enum pst_status status = reserve(&t) ? PST_OK : pst_fail_memory(error);

  for (size_t k = 0; k < t.design->count && status == PST_OK; k++)
    status = take_indicator(&t, k, error);
  for (size_t c = 0; c < cells->n * cells->count && status == PST_OK; c++)
    reach(&t, c);
  return status;
}

double pst_composite_between(const struct pst_composite_cells *cells, size_t c)
{
  const double middle = cells->low[c] + (cells->high[c] - cells->low[c]) / 2;

  return cells->whole[c % cells->count] ? floor(middle) : middle;
}
