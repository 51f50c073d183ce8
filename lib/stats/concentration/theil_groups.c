/* theil_groups.c -- Theil's indices taken apart: inequality within groups and between them. */
#include "stats/concentration/theil_groups.h"

#include "stats/concentration/index.h"

struct split_sums {
  struct pst_sum within;
  struct pst_sum between;
};

static void add(struct split_sums *sums, double weight, double within, double log_ratio)
{
  pst_sum_product(&sums->within, weight, within);
  pst_sum_product(&sums->between, weight, log_ratio);
}

static struct pst_theil_split split(double whole, const struct split_sums *sums)
{
  struct pst_theil_split out = {.whole = whole,
                                .within = pst_sum_value(&sums->within),
                                .between = pst_sum_value(&sums->between),
                                .between_share = (double)NAN};

  if (whole > 0)
    out.between_share = out.between / whole;
  return out;
}

/* The parts of group G, into ROOM; false when the group has no member, or none above 0. */
static enum pst_status group_parts(const double *x, const size_t *group, size_t n, size_t g,
                                   double *room, struct pst_theil_group *of,
                                   struct pst_amounts *parts, struct pst_arena *scratch)
{
  of->members = 0;
  for (size_t i = 0; i < n; i++)
    if (group[i] == g)
      room[of->members++] = x[i];
  return pst_amounts_prepare(room, of->members, parts, scratch, NULL);
}

static const struct pst_theil_split none = {(double)NAN, (double)NAN, (double)NAN, (double)NAN};

enum pst_status pst_theil_groups(const double *x, const size_t *group, size_t n, size_t groups,
                                 struct pst_theil_groups *out, struct pst_theil_group *of,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  double *room = pst_arena_array(scratch, n + 1, sizeof *room);
  struct split_sums t = {{0, 0}, {0, 0}}, l = t;
  struct pst_amounts all, parts;
  enum pst_status status = pst_amounts_prepare(x, n, &all, scratch, error);

  if (room == NULL)
    return pst_fail_memory(error);
  for (size_t g = 0; status == PST_OK && g < groups; g++) {
    struct pst_arena_mark inner = pst_arena_mark(scratch);
    enum pst_status has = group_parts(x, group, n, g, room, &of[g], &parts, scratch);

    if (has == PST_NO_MEMORY)
      status = pst_fail_memory(error);
    of[g].share = has == PST_OK ? parts.total / all.total : 0;
    of[g].t = has == PST_OK ? pst_theil_t(&parts, 0) : (double)NAN;
    of[g].l = has == PST_OK && parts.x[0] > 0 ? pst_theil_l(&parts, 0) : (double)NAN;
    if (has == PST_OK) {
      add(&t, of[g].share, of[g].t, log(parts.mean / all.mean));
      add(&l, (double)of[g].members / (double)n, of[g].l, log(all.mean / parts.mean));
    }
    pst_arena_release(scratch, inner);
  }
  if (status == PST_OK) {
    out->t = split(pst_theil_t(&all, 0), &t);
    out->l = all.x[0] > 0 ? split(pst_theil_l(&all, 0), &l) : none;
  }
  pst_arena_release(scratch, mark);
  return status;
}
