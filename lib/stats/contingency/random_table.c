/* random_table.c -- random tables with given margins, and Fisher's p-value from them. */
#include "stats/contingency/random_table.h"

#include <gsl/gsl_sf_gamma.h>
#include <math.h>
#include <string.h>

#include "base/parallel.h"
#include "stats/distribution/unimodal.h"
#include "stats/random/random.h"

static const size_t MOST = 1000000000;

struct work {
  const struct pst_margins *margins;
  double limit; /* the sum of log factorials of the observed cells */
  unsigned long seed;
  double *spare; /* columns a thread: what is left of each column */
  size_t *far;   /* one a thread */
};

/* A draw from the hypergeometric distribution by inversion, from the mode outwards. */
static double draw(const struct pst_unimodal *d, uint64_t *state)
{
  double u = (double)(pst_random_next(state) >> 11) * 0x1p-53;
  double up = d->mode;
  double down = d->mode;
  double mass_up = d->mass(d, d->mode);
  double mass_down = mass_up;

  u -= mass_up;
  while (u >= 0 && (up < d->high || down > d->low)) {
    if (up < d->high) {
      mass_up *= d->quotient(d, up++);
      u -= mass_up;
      if (u < 0)
        return up;
    }
    if (down > d->low) {
      mass_down /= d->quotient(d, --down);
      u -= mass_down;
      if (u < 0)
        return down;
    }
  }
  return d->mode;
}

/* The sum of log factorials of the cells of one random table: the less likely, the larger. */
static double random_table(const struct work *work, double *left, uint64_t state)
{
  const struct pst_margins *m = work->margins;
  double rest = m->n;
  double sum = 0;

  memcpy(left, m->column, m->columns * sizeof *left);
  for (size_t i = 0; i < m->rows; i++) {
    double row = m->row[i];
    double others = rest; /* in the columns from j on */

    for (size_t j = 0; j < m->columns; j++) {
      struct pst_unimodal d = pst_hypergeometric(left[j], others - left[j], row);
      double cell = others == left[j] ? row : row == 0 ? 0 : draw(&d, &state);

      others -= left[j];
      left[j] -= cell;
      row -= cell;
      sum += gsl_sf_lngamma(cell + 1);
    }
    rest -= m->row[i];
  }
  return sum;
}

static void replicate(void *context, size_t item, size_t thread)
{
  struct work *work = context;
  double *left = work->spare + thread * work->margins->columns;
  double sum = random_table(work, left, pst_random_stream(work->seed, item));

  work->far[thread] += sum >= work->limit;
}

static enum pst_status prepare(const struct pst_margins *margins, size_t threads, struct work *work,
                               struct pst_arena *scratch, struct pst_error *error)
{
  work->spare = pst_arena_array(scratch, threads, margins->columns * sizeof *work->spare);
  work->far = pst_arena_array(scratch, threads, sizeof *work->far);
  if (work->spare == NULL || work->far == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < margins->rows * margins->columns; i++)
    work->limit += gsl_sf_lngamma(margins->counts[i] + 1);
  work->limit -= 1e-7;
  return PST_OK;
}

enum pst_status pst_fisher_monte_carlo(const struct pst_margins *margins,
                                       const struct pst_test *test, struct pst_permutation_p *out,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  const size_t m = test->permutations > 0 ? test->permutations : PST_PERMUTATIONS;
  const size_t threads = pst_parallel_threads(test->threads > 0 ? test->threads : 1, m);
  struct work work = {.margins = margins, .seed = test->seed > 0 ? test->seed : PST_SEED};
  enum pst_status status;
  size_t far = 0;

  if (m > MOST)
    return pst_fail(error, PST_USAGE, "more than %zu random tables", MOST);
  status = prepare(margins, threads, &work, scratch, error);
  if (status != PST_OK)
    return status;
  pst_parallel(m, threads, replicate, &work);
  for (size_t t = 0; t < threads; t++)
    far += work.far[t];
  out->p = ((double)far + 1) / ((double)m + 1);
  out->standard_error = sqrt(out->p * (1 - out->p) / (double)m);
  out->permutations = m;
  out->seed = work.seed;
  return PST_OK;
}
