/* leave_one_out.c -- what the ranks become without one indicator. */
#include "stats/composite/sensitivity/leave_one_out.h"

#include <math.h>
#include <string.h>

#include "stats/composite/score_rank.h"

enum pst_status pst_leave_one_out(const double *y, size_t n, const double *weight, size_t count,
                                  const struct pst_aggregation *how, size_t *rank,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  double *score = pst_arena_array(scratch, n + 1, 3 * sizeof *score);
  double *left = pst_arena_array(scratch, count + 1, sizeof *left);

  if (score == NULL || left == NULL)
    return pst_fail_memory(error);
  for (size_t k = 0; k < count; k++) {
    memcpy(left, weight, count * sizeof *left);
    left[k] = 0;
    for (size_t i = 0; i < n; i++)
      score[i] = pst_score(y + i * count, left, count, how);
    pst_score_rank(score, n, rank + k * n, score + n);
  }
  pst_arena_release(scratch, mark);
  return PST_OK;
}

struct pst_leave_one_out pst_leave_one_out_summary(const size_t *rank, size_t n, size_t count,
                                                   size_t entity, size_t nominal)
{
  struct pst_leave_one_out out = {(double)NAN, (double)NAN, (double)NAN};
  size_t low = n, high = 0, shift = 0;

  for (size_t k = 0; k < count; k++) {
    size_t r = rank[k * n + entity];

    if (r == 0 || nominal == 0)
      return out;
    low = r < low ? r : low;
    high = r > high ? r : high;
    shift += r > nominal ? r - nominal : nominal - r;
  }
  if (count > 0)
    out = (struct pst_leave_one_out){(double)low, (double)high, (double)shift / (double)count};
  return out;
}
