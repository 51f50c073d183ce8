/* bounds_kendall.c -- bounds of Kendall's tau-b and of its p-value, pair by pair. */
#include <math.h>

#include "stats/enclose/bounds.h"
#include "stats/kendall/kendall_exact.h"
#include "stats/tails.h"

/* Exact p-values without ties are within reach up to so many rows. */
enum { EXACT_MOST = 500, TABLE_MOST = 1000 };

/* What one variable can say of a pair. */
struct says {
  bool more, less, alike;
};

static struct says says_of(const struct pst_places *places, size_t i, size_t j)
{
  return (struct says){.more = pst_places_more(places, i, j),
                       .less = pst_places_more(places, j, i),
                       .alike = pst_places_alike(places, i, j)};
}

/* A sum over pairs that serves one end best: S, and the pairs untied in x and in y. */
struct best {
  int64_t S;
  double untied_x, untied_y;
};

/* The pair at its best: concordant where it can be, else tied in as much as it can be, else discordant.
   S / sqrt(untied_x untied_y) is then largest where S > 0: it never exceeds 1, so that a pair more
   in all three raises it. */
static void take(const struct says *x, const struct says *y, struct best *best)
{
  if ((x->more && y->more) || (x->less && y->less)) {
    best->S++;
    best->untied_x++;
    best->untied_y++;
  } else if (x->alike || y->alike) {
    best->untied_x += !x->alike;
    best->untied_y += !y->alike;
  } else {
    best->S--;
    best->untied_x++;
    best->untied_y++;
  }
}

/* The upper end of tau-b.  UNTIED are the pairs that can be untied at all. */
static double upper(const struct best *best, double untied_x, double untied_y)
{
  if (best->S == 0)
    return 0;
  if (best->S > 0)
    return fmin(1, (double)best->S / sqrt(best->untied_x * best->untied_y));
  return (double)best->S / sqrt(untied_x * untied_y);
}

void pst_bounds_kendall(const struct pst_places *x, const struct pst_places *y,
                        struct pst_kendall_bounds *out)
{
  struct best up = {.S = 0}, down = {.S = 0};
  double untied_x = 0, untied_y = 0;

  *out = (struct pst_kendall_bounds){.tied = 0};
  for (size_t i = 1; i < x->n; i++) {
    for (size_t j = 0; j < i; j++) {
      const struct says a = says_of(x, i, j), b = says_of(y, i, j);
      const struct says turned = {.more = b.less, .less = b.more, .alike = b.alike};

      take(&a, &b, &up);
      take(&a, &turned, &down);
      untied_x += a.more || a.less;
      untied_y += b.more || b.less;
      out->tied += (uint64_t)a.alike + (uint64_t)b.alike;
    }
  }
  out->S_high = up.S;
  out->S_low = -down.S;
  out->high = upper(&up, untied_x, untied_y);
  out->low = -upper(&down, untied_x, untied_y);
}

/* --- the p-value -------------------------------------------------------------------------------- */

/* The p-value of |S| >= SIZE among N rows without ties; SIZE may be beyond what there is. */
static enum pst_status untied_p(size_t n, int64_t size, double *p, struct pst_arena *scratch,
                                struct pst_error *error)
{
  const uint64_t pairs = (uint64_t)n * (n - 1) / 2;
  struct pst_kendall_counts counts = {.n = n, .pairs = pairs};
  uint32_t *ones = pst_arena_array(scratch, n, sizeof *ones);

  *p = size <= 0 ? 1 : 0;
  if (ones == NULL)
    return pst_fail_memory(error);
  if (size <= 0 || (uint64_t)size > pairs)
    return PST_OK;
  size += (int64_t)((pairs - (uint64_t)size) % 2); /* S has the parity of the pairs */
  for (size_t i = 0; i < n; i++)
    ones[i] = 1;
  counts.x = counts.y = (struct pst_ties_of){.distinct = n, .size = ones};
  counts.S = size;
  counts.concordant = (pairs + (uint64_t)size) / 2;
  counts.discordant = pairs - counts.concordant;
  return pst_kendall_exact(&counts, PST_TWO_SIDED, p, scratch, error);
}

/* t (t - 1) (2 t + 5) over the groups that can be tied, each as one tie: the most that ties can take
   from the variance. */
static double most_taken(const struct pst_places *places, struct pst_arena *scratch)
{
  size_t *sizes = pst_arena_array(scratch, places->n + 1, sizeof *sizes), count;
  double taken = 0;

  count = sizes == NULL ? 0 : pst_places_chains(places, sizes, scratch);
  for (size_t i = 0; i < count; i++)
    taken += (double)sizes[i] * ((double)sizes[i] - 1) * (2 * (double)sizes[i] + 5);
  return count == 0 ? (double)INFINITY : taken;
}

static void widen(struct pst_enclosure *out, double low, double high)
{
  out->low = fmin(out->low, low);
  out->high = fmax(out->high, high);
}

/* The normal approximation between its largest and its least variance: an untied S has the largest. */
static void normal_p(const struct pst_places *x, const struct pst_places *y, int64_t least,
                     int64_t most, bool continuity, struct pst_enclosure *out,
                     struct pst_arena *scratch)
{
  const double n = (double)x->n, whole = n * (n - 1) * (2 * n + 5);
  const double left = whole - most_taken(x, scratch) - most_taken(y, scratch);
  const double step = continuity ? 1 : 0;
  double low = 0, high = 1;

  if (left > 0 && most > 0)
    low = pst_normal_p(((double)most - step) / sqrt(left / 18), PST_TWO_SIDED);
  if (most == 0)
    low = 1;
  if (least > 0)
    high = pst_normal_p(((double)least - step) / sqrt(whole / 18), PST_TWO_SIDED);
  widen(out, low, high);
}

enum pst_status pst_bounds_kendall_p(const struct pst_places *x, const struct pst_places *y,
                                     const struct pst_kendall_bounds *bounds, bool continuity,
                                     struct pst_enclosure *out, struct pst_arena *scratch,
                                     struct pst_error *error)
{
  const int64_t low = bounds->S_low, high = bounds->S_high;
  const int64_t most = high > -low ? high : -low;
  const int64_t least = low > 0 ? low : high < 0 ? -high : 0;
  const int64_t tied = (int64_t)bounds->tied;
  enum pst_status status;
  double below, above;

  *out = (struct pst_enclosure){.low = 1, .high = 0};
  normal_p(x, y, least, most, continuity, out, scratch);
  if (x->n > TABLE_MOST)
    return PST_OK;
  if (x->n > EXACT_MOST) {
    *out = (struct pst_enclosure){.low = 0, .high = 1};
    return PST_OK;
  }
  status = untied_p(x->n, most + tied, &below, scratch, error);
  if (status == PST_OK)
    status = untied_p(x->n, least - tied, &above, scratch, error);
  if (status == PST_OK)
    widen(out, below, above);
  return status;
}
