/* leeway.c -- what printed precision, or bounds, of the indicators leave open of scores and ranks. */
#include "composite/leeway.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "composite/leeway_ranks.h"
#include "job/leeway.h"
#include "stats/random/draw.h"

enum { DRAWN = 200, MOVES_MOST = 4000 };

/* The cells of a slice, and the completion that stands in X. */
struct search {
  struct pst_job *job;
  const struct pst_indicator_frame *frame;
  const struct pst_composite_slice *slice;
  const struct pst_composite_design *design;
  struct pst_composite_cells cells;
  struct pst_composite_slice at; /* scored */
  double *x;
  struct pst_composite_leeway *out;
  size_t runs;
};

static enum pst_normalise_kind kind_of(const struct pst_composite_design *design)
{
  return design->copeland ? PST_NORMALISE_NONE : design->scales[0].kind;
}

/* --- the cells ------------------------------------------------------------------------------------------------ */

/* A value is open on a side without a bound; what is beyond all others does there for ranks, and for goalposts. */
static void close_ends(struct search *s, size_t k)
{
  const struct pst_composite_scale *scale = s->design->copeland ? NULL : &s->design->scales[0];
  const size_t n = s->slice->n, count = s->design->count;
  double low = scale == NULL || scale->low == NULL ? 0 : scale->low[k];
  double high = scale == NULL || scale->high == NULL ? 0 : scale->high[k];
  double width;

  for (size_t i = 0; i < n; i++) {
    if (isfinite(s->cells.low[i * count + k]))
      low = fmin(low, s->cells.low[i * count + k]);
    if (isfinite(s->cells.high[i * count + k]))
      high = fmax(high, s->cells.high[i * count + k]);
  }
  width = high - low + 1;
  for (size_t i = 0; i < n; i++) {
    if (s->cells.low[i * count + k] == -(double)INFINITY)
      s->cells.low[i * count + k] = fmin(low - width, s->cells.high[i * count + k] - width);
    if (s->cells.high[i * count + k] == (double)INFINITY)
      s->cells.high[i * count + k] = fmax(high + width, s->cells.low[i * count + k] + width);
  }
}

static bool ends_matter(const struct pst_composite_design *design)
{
  switch (kind_of(design)) {
  case PST_NORMALISE_GOALPOSTS:
  case PST_NORMALISE_RANK:
  case PST_NORMALISE_RANK_MEAN:
  case PST_NORMALISE_PERCENTILE:
    return false;
  case PST_NORMALISE_NONE:
    return !design->copeland;
  case PST_NORMALISE_MINMAX:
  case PST_NORMALISE_ZSCORE:
  case PST_NORMALISE_GOALPOSTS_OPEN:
  case PST_NORMALISE_DISTANCE:
  case PST_NORMALISE_RATIO:
    return true;
  }
  return true;
}

/* Some cell of the index has no bound where the scale needs one. */
static bool take_cells(struct search *s)
{
  const size_t count = s->design->count;
  bool without = false;

  for (size_t k = 0; k < count; k++) {
    const struct pst_column *column = pst_job_column(s->job, s->design->indicators[k].role);

    for (size_t i = 0; i < s->slice->n; i++) {
      const struct pst_bounds b =
          pst_job_cell_bounds(s->job, column, s->frame->row[s->slice->rows[i]]);

      s->cells.low[i * count + k] = b.low;
      s->cells.high[i * count + k] = b.high;
      without = without
                || (s->design->weight[k] > 0 && (isinf(b.low) || isinf(b.high))
                    && ends_matter(s->design));
    }
    if (!ends_matter(s->design))
      close_ends(s, k);
  }
  return !without;
}

/* --- completions ---------------------------------------------------------------------------------------------- */

/* Cell C to its better end, its worse one, or between them. */
static void set(struct search *s, size_t c, int side)
{
  const int direction = s->design->indicators[c % s->design->count].direction;
  const double low = s->cells.low[c], high = s->cells.high[c];

  s->x[c] = side == 0 ? (isnan(s->slice->x[c]) ? low + (high - low) / 2 : s->slice->x[c])
            : side * direction > 0 ? high
                                   : low;
}

static void take_in(struct search *s)
{
  for (size_t i = 0; i < s->slice->n; i++) {
    struct pst_composite_open *open = &s->out->of[i];
    const size_t rank = s->at.rank[i];

    if (rank == 0)
      continue;
    open->scored++;
    open->least = fmin(open->least, s->at.score[i]);
    open->greatest = fmax(open->greatest, s->at.score[i]);
    open->rank_low = open->rank_low == 0 || rank < open->rank_low ? rank : open->rank_low;
    open->rank_high = rank > open->rank_high ? rank : open->rank_high;
  }
}

static enum pst_status run(struct search *s, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(&s->job->arena);
  enum pst_status status = pst_composite_slice_again(s->job, s->frame, s->x, &s->at, error);

  pst_arena_release(&s->job->arena, mark);
  s->runs++;
  if (status == PST_OK)
    take_in(s);
  return status;
}

/* Entity I to one side, the others to another. */
static enum pst_status corner(struct search *s, size_t i, int own, int others,
                              struct pst_error *error)
{
  const size_t count = s->design->count;

  for (size_t c = 0; c < s->slice->n * count; c++)
    set(s, c, c / count == i ? own : others);
  return run(s, error);
}

static enum pst_status corners(struct search *s, struct pst_error *error)
{
  enum pst_status status = corner(s, SIZE_MAX, 0, 0, error);

  for (size_t i = 0; i < s->slice->n && status == PST_OK; i++) {
    status = corner(s, i, 1, -1, error);
    if (status == PST_OK)
      status = corner(s, i, -1, 1, error);
  }
  return status;
}

/* --- the search ----------------------------------------------------------------------------------------------- */

static enum pst_status draw(struct search *s, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t r = 0; r < DRAWN && status == PST_OK; r++) {
    for (size_t c = 0; c < s->slice->n * s->design->count; c++)
      set(s, c, pst_draw(s->job->options.seed, r, c + 1) < .5 ? -1 : 1);
    status = run(s, error);
  }
  return status;
}

/* Each cell by itself, as long as that takes the score of I further. */
static enum pst_status climb(struct search *s, size_t i, int up, struct pst_error *error)
{
  const size_t cells = s->slice->n * s->design->count;
  enum pst_status status = corner(s, i, up, -up, error);
  double best = up * s->at.score[i];

  for (size_t c = 0; c < cells && status == PST_OK; c++) {
    const double before = s->x[c];

    for (int side = -1; side <= 1 && status == PST_OK && s->cells.low[c] < s->cells.high[c];
         side++) {
      const double kept = s->x[c];

      set(s, c, side);
      if (s->x[c] == kept || s->x[c] == before)
        continue;
      status = run(s, error);
      if (up * s->at.score[i] > best)
        best = up * s->at.score[i];
      else
        s->x[c] = kept;
    }
  }
  return status;
}

static enum pst_status look_further(struct search *s, bool one_way, struct pst_error *error)
{
  enum pst_status status = draw(s, error);

  for (size_t i = 0; i < s->slice->n && status == PST_OK; i++) {
    if (one_way || s->runs > MOVES_MOST)
      break;
    status = climb(s, i, 1, error);
    if (status == PST_OK)
      status = climb(s, i, -1, error);
  }
  for (size_t i = 0; i < s->slice->n && status == PST_OK; i++) {
    status = corner(s, i, 1, 0, error);
    if (status == PST_OK)
      status = corner(s, i, -1, 0, error);
  }
  return status;
}

/* --- all ------------------------------------------------------------------------------------------------------- */

static bool reserve(struct search *s)
{
  struct pst_arena *arena = &s->job->arena;
  const size_t n = s->slice->n, cells = n * s->design->count;

  s->cells.n = n;
  s->cells.low = pst_arena_array(arena, cells + 1, sizeof *s->cells.low);
  s->cells.high = pst_arena_array(arena, cells + 1, sizeof *s->cells.high);
  s->x = pst_arena_array(arena, cells + 1, sizeof *s->x);
  s->at = *s->slice;
  s->at.score = pst_arena_array(arena, n + 1, sizeof *s->at.score);
  s->at.rank = pst_arena_array(arena, n + 1, sizeof *s->at.rank);
  s->out->of = pst_arena_array(arena, n + 1, sizeof *s->out->of);
  if (s->cells.low == NULL || s->cells.high == NULL || s->x == NULL || s->at.score == NULL
      || s->at.rank == NULL || s->out->of == NULL)
    return false;
  for (size_t i = 0; i < n; i++)
    s->out->of[i] =
        (struct pst_composite_open){.least = (double)INFINITY, .greatest = -(double)INFINITY};
  return true;
}

/* Some completions leave an entity without a score that has one in others. */
static bool lacking(const struct search *s)
{
  for (size_t i = 0; i < s->slice->n; i++)
    if (s->out->of[i].scored > 0 && s->out->of[i].scored < s->runs)
      return true;
  return false;
}

static bool all_exact(const struct search *s)
{
  for (size_t i = 0; i < s->slice->n; i++)
    if (s->out->of[i].rank_low > 0 && (!s->out->of[i].score_exact || !s->out->of[i].rank_exact))
      return false;
  return true;
}

static enum pst_status judge(struct search *s, struct pst_error *error)
{
  const bool one_way = pst_composite_one_way(s->design, &s->cells);
  enum pst_status status = corners(s, error);

  for (size_t i = 0; i < s->slice->n; i++)
    s->out->of[i].score_exact = one_way && !lacking(s);
  if (status == PST_OK)
    status = pst_composite_prove_ranks(s->job, s->design, &s->cells, s->out->of, error);
  if (status != PST_OK || all_exact(s))
    return status;
  status = look_further(s, one_way, error);
  s->out->runs = s->runs;
  return status == PST_OK
             ? pst_composite_prove_ranks(s->job, s->design, &s->cells, s->out->of, error)
             : status;
}

enum pst_status pst_composite_leeway_make(struct pst_job *job,
                                          const struct pst_indicator_frame *frame,
                                          const struct pst_composite_slice *slice,
                                          struct pst_composite_leeway *out, struct pst_error *error)
{
  const struct pst_composite_settings *settings = job->settings;
  struct search s = {
      .job = job, .frame = frame, .slice = slice, .design = &settings->design, .out = out};
  enum pst_status status = PST_OK;
  bool bounded;

  if (!reserve(&s))
    return pst_fail_memory(error);
  bounded = take_cells(&s);
  if (bounded)
    status = judge(&s, error);
  for (size_t i = 0; i < slice->n; i++) {
    struct pst_composite_open *open = &out->of[i];

    open->unbounded = !bounded;
    if (open->rank_low == 0)
      open->least = open->greatest = (double)NAN;
  }
  return status;
}
