/* concentration.c -- indices of "value", and their groups. */
#include <math.h>

#include "request.h"
#include "stats/concentration/lorenz.h"
#include "stats/concentration/table.h"
#include "stats/concentration/theil_groups.h"

/* Every index without a parameter; "parameter" for those with one. */
static enum pst_status concentration(struct request *request, struct pst_error *error)
{
  size_t n = request_count(request, "value");
  double parameter = request_number(request, "parameter");
  struct pst_amounts parts;
  double *curve = request_room(request, n + 1);
  enum pst_status status =
      pst_amounts_prepare(request_numbers(request, "value"), n, &parts, request->arena, error);

  if (status != PST_OK)
    return status;
  for (size_t i = 0; i < pst_concentrations_count; i++)
    answer_number(request, pst_concentrations[i].name,
                  pst_concentrations[i].index(&parts, parameter));
  pst_lorenz(&parts, curve);
  answer_numbers(request, "lorenz", curve, n + 1);
  answer_number(request, "lorenz-at-half", pst_lorenz_at(curve, n, 0.5));
  return PST_OK;
}

static void answer_split(struct request *request, const struct pst_theil_split *split,
                         const char *const *names)
{
  answer_number(request, names[0], split->whole);
  answer_number(request, names[1], split->within);
  answer_number(request, names[2], split->between);
  answer_number(request, names[3], split->between_share);
}

static enum pst_status theil_groups(struct request *request, struct pst_error *error)
{
  static const char *const t[] = {"t", "t_within", "t_between", "t_between_share"};
  static const char *const l[] = {"l", "l_within", "l_between", "l_between_share"};
  const size_t n = request_count(request, "value");
  const size_t groups = (size_t)request_whole(request, "groups");
  struct pst_theil_group *of = pst_arena_array(request->arena, groups + 1, sizeof *of);
  double *values = request_room(request, 3 * groups);
  struct pst_theil_groups out;
  enum pst_status status =
      pst_theil_groups(request_numbers(request, "value"), request_codes(request, "group"), n,
                       groups, &out, of, request->arena, error);

  if (status != PST_OK)
    return status;
  answer_split(request, &out.t, t);
  answer_split(request, &out.l, l);
  for (size_t g = 0; g < groups; g++) {
    values[g] = of[g].share;
    values[groups + g] = of[g].t;
    values[2 * groups + g] = of[g].l;
  }
  answer_numbers(request, "share", values, groups);
  answer_numbers(request, "t_of", values + groups, groups);
  answer_numbers(request, "l_of", values + 2 * groups, groups);
  return PST_OK;
}

const struct request_entry request_concentration[] = {
    {"concentration", concentration},
    {"theil_groups", theil_groups},
    {NULL, NULL},
};
