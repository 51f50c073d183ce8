/* leeway.c -- what printed precision, or bounds, of the indicators leave open of scores and ranks. */
#include "composite/leeway/leeway.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "composite/leeway/leeway_cells.h"
#include "composite/leeway/leeway_ranks.h"
#include "job/leeway.h"
#include "stats/random/draw.h"

enum { DRAWN = 200, EVERY = 2500 };

/* The cells of a slice, and the completion that stands in X. */
struct search {
  struct pst_job *job;
  const struct pst_indicator_frame *frame;
  const struct pst_composite_slice *slice;
  const struct pst_composite_design *design;
  struct pst_composite_cells cells;
  struct pst_composite_slice at; /* scored */
  double *x;
  bool at_limits; /* X stands at ends that an open bound does not reach */
  struct pst_composite_leeway *out;
  size_t runs;
};

/* --- completions ---------------------------------------------------------------------------------------------- */

/* Cell C to its better end, its worse one, or between them. */
static void set(struct search *s, size_t c, int side)
{
  const struct pst_composite_cells *cells = &s->cells;
  const int direction = s->design->indicators[c % s->design->count].direction;
  const double low = s->at_limits ? cells->low[c] : cells->first[c];
  const double high = s->at_limits ? cells->high[c] : cells->last[c];

  s->x[c] = side == 0 ? (isnan(s->slice->x[c]) ? pst_composite_between(cells, c) : s->slice->x[c])
            : side * direction > 0 ? high
                                   : low;
}

static void take_rank(struct pst_composite_open *open, size_t rank, double score)
{
  open->first = fmin(open->first, score);
  open->last = fmax(open->last, score);
  open->rank_low = open->rank_low == 0 || rank < open->rank_low ? rank : open->rank_low;
  open->rank_high = rank > open->rank_high ? rank : open->rank_high;
}

static void take_in(struct search *s)
{
  for (size_t i = 0; i < s->slice->n; i++) {
    struct pst_composite_open *open = &s->out->of[i];

    if (s->at.rank[i] == 0)
      continue;
    open->scored++;
    open->least = fmin(open->least, s->at.score[i]);
    open->greatest = fmax(open->greatest, s->at.score[i]);
    if (!s->at_limits)
      take_rank(open, s->at.rank[i], s->at.score[i]);
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
static enum pst_status place(struct search *s, size_t i, int own, int others,
                             struct pst_error *error)
{
  const size_t count = s->design->count;

  for (size_t c = 0; c < s->slice->n * count; c++)
    set(s, c, c / count == i ? own : others);
  return run(s, error);
}

/* The same; scores at the limits of open bounds too, which no rank is taken from. */
static enum pst_status corner(struct search *s, size_t i, int own, int others,
                              struct pst_error *error)
{
  enum pst_status status = PST_OK;

  if (s->cells.any_open) {
    s->at_limits = true;
    status = place(s, i, own, others, error);
    s->at_limits = false;
  }
  return status == PST_OK ? place(s, i, own, others, error) : status;
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

/* Each cell by itself, kept where that takes the score of I further. */
static enum pst_status pass(struct search *s, size_t i, int up, double *best, bool *better,
                            struct pst_error *error)
{
  const size_t cells = s->slice->n * s->design->count;
  enum pst_status status = PST_OK;

  *better = false;
  for (size_t c = 0; c < cells && status == PST_OK; c++) {
    const double before = s->x[c];

    for (int side = -1; side <= 1 && status == PST_OK && s->cells.first[c] < s->cells.last[c];
         side++) {
      const double kept = s->x[c];

      set(s, c, side);
      if (s->x[c] == kept || s->x[c] == before)
        continue;
      status = run(s, error);
      if (up * s->at.score[i] > *best) {
        *best = up * s->at.score[i];
        *better = true;
      } else {
        s->x[c] = kept;
      }
    }
  }
  return status;
}

/* From its own side, the others at each of theirs. */
static enum pst_status climb(struct search *s, size_t i, int up, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (int others = -1; others <= 1 && status == PST_OK; others++) {
    bool better = true;
    double best;

    status = corner(s, i, up, others, error);
    best = isnan(s->at.score[i]) ? -(double)INFINITY : up * s->at.score[i];
    while (better && status == PST_OK) {
      status = pass(s, i, up, &best, &better, error);
      better = better && s->runs <= PST_COMPOSITE_MOVES_MOST;
    }
  }
  return status;
}

/* How many values of cell C are tried: all whole numbers, else both ends and what lies between. */
static double choices(const struct search *s, size_t c)
{
  const double width = s->cells.last[c] - s->cells.first[c];

  if (!(width > 0))
    return 1;
  return s->cells.whole[c % s->cells.count] ? width + 1 : 3;
}

static void choose(struct search *s, size_t c, size_t k)
{
  if (!(s->cells.last[c] > s->cells.first[c]))
    set(s, c, 0);
  else if (s->cells.whole[c % s->cells.count])
    s->x[c] = s->cells.first[c] + (double)k;
  else
    set(s, c, k == 0 ? 0 : k == 1 ? -1 : 1);
}

/* Where they are few, every completion of whole numbers (ALL), or every corner. */
static enum pst_status try_every(struct search *s, bool *all, struct pst_error *error)
{
  const size_t cells = s->slice->n * s->design->count;
  enum pst_status status = PST_OK;
  double count = 1;

  *all = true;
  for (size_t c = 0; c < cells && count <= EVERY; c++) {
    count *= choices(s, c);
    *all = *all && (choices(s, c) == 1 || s->cells.whole[c % s->cells.count]);
  }
  *all = *all && count <= EVERY;
  for (size_t k = 0; k < count && count <= EVERY && status == PST_OK; k++) {
    for (size_t c = 0, rest = k; c < cells; c++) {
      const size_t n = (size_t)choices(s, c);

      choose(s, c, rest % n);
      rest /= n;
    }
    status = run(s, error);
  }
  return status;
}

static enum pst_status look_further(struct search *s, bool one_way, struct pst_error *error)
{
  enum pst_status status = draw(s, error);

  for (size_t i = 0; i < s->slice->n && status == PST_OK; i++) {
    s->out->of[i].cut_short = !one_way && s->runs > PST_COMPOSITE_MOVES_MOST;
    if (one_way || s->out->of[i].cut_short)
      continue;
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

  s->x = pst_arena_array(arena, cells + 1, sizeof *s->x);
  s->at = *s->slice;
  s->at.score = pst_arena_array(arena, n + 1, sizeof *s->at.score);
  s->at.rank = pst_arena_array(arena, n + 1, sizeof *s->at.rank);
  s->out->of = pst_arena_array(arena, n + 1, sizeof *s->out->of);
  if (s->x == NULL || s->at.score == NULL || s->at.rank == NULL || s->out->of == NULL)
    return false;
  for (size_t i = 0; i < n; i++)
    s->out->of[i] = (struct pst_composite_open){.least = (double)INFINITY,
                                                .greatest = -(double)INFINITY,
                                                .first = (double)INFINITY,
                                                .last = -(double)INFINITY};
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
  status = try_every(s, &s->out->all, error);
  if (status == PST_OK && !s->out->all)
    status = look_further(s, one_way, error);
  s->out->runs = s->runs;
  for (size_t i = 0; i < s->slice->n && s->out->all; i++)
    s->out->of[i].score_exact = s->out->of[i].rank_exact = true;
  if (s->out->all)
    return status;
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
  enum pst_status status;

  if (!reserve(&s))
    return pst_fail_memory(error);
  status = pst_composite_cells_take(job, frame, slice, &s.cells, error);
  out->endless = s.cells.endless;
  if (status == PST_OK && out->endless == NULL)
    status = judge(&s, error);
  for (size_t i = 0; i < slice->n; i++) {
    struct pst_composite_open *open = &out->of[i];

    if (open->rank_low == 0)
      open->least = open->greatest = (double)NAN;
  }
  return status;
}
