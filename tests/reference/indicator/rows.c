/* rows.c -- row indicators: "group", "entity", "time" (numbers of periods), "value". */
#include <math.h>
#include <string.h>

#include "request.h"
#include "stats/indicator/contribution.h"
#include "stats/indicator/cumulative.h"
#include "stats/indicator/growth.h"
#include "stats/indicator/index_number.h"
#include "stats/indicator/position.h"
#include "stats/indicator/ratio.h"
#include "stats/indicator/share.h"
#include "stats/indicator/window.h"

struct rows {
  struct pst_panel_index index;
  size_t n;
  struct pst_bounds *cell;
  struct pst_row_value *out;
  size_t *from;
};

static struct pst_bounds *cells(const struct request *request, const char *key)
{
  size_t n = request_count(request, key);
  double *values = request_numbers(request, key);
  struct pst_bounds *cell = pst_arena_array(request->arena, n + 1, sizeof *cell);

  for (size_t i = 0; i < n; i++)
    cell[i] = pst_bounds_point(values[i]);
  return cell;
}

static enum pst_status load(struct request *request, struct rows *rows, struct pst_error *error)
{
  struct pst_panel panel = {.n = request_count(request, "value"),
                            .group = request_codes(request, "group"),
                            .entity = request_codes(request, "entity"),
                            .time = request_wholes(request, "time")};

  rows->n = panel.n;
  rows->cell = cells(request, "value");
  rows->out = pst_arena_array(request->arena, panel.n + 1, sizeof *rows->out);
  rows->from = pst_arena_array(request->arena, panel.n + 1, sizeof *rows->from);
  return pst_panel_build(&panel, &rows->index, request->arena, error);
}

static void answer_n(struct request *request, const struct rows *rows, size_t n)
{
  double *values = request_room(request, n);

  for (size_t i = 0; i < n; i++)
    values[i] = rows->out[i].bounds.low;
  answer_numbers(request, "value", values, n);
}

static void answer(struct request *request, const struct rows *rows)
{
  answer_n(request, rows, rows->n);
}

static enum pst_status shares(struct request *request, struct rows *rows, struct pst_error *error)
{
  enum pst_status status = load(request, rows, error);

  if (status == PST_OK)
    status = pst_share(&rows->index.slices, rows->cell, request_flag(request, "known"), rows->out,
                       request->arena, error);
  return status;
}

static enum pst_status share(struct request *request, struct pst_error *error)
{
  struct rows rows;
  enum pst_status status = shares(request, &rows, error);

  if (status == PST_OK)
    answer(request, &rows);
  return status;
}

static void take_shares(struct rows *rows)
{
  for (size_t i = 0; i < rows->n; i++)
    rows->cell[i] = rows->out[i].bounds;
}

static enum pst_status share_change(struct request *request, struct pst_error *error)
{
  struct rows rows;
  enum pst_status status = shares(request, &rows, error);

  if (status != PST_OK)
    return status;
  take_shares(&rows);
  pst_lag(&rows.index, request_whole(request, "k"), rows.from);
  pst_difference(rows.cell, rows.from, rows.n, rows.out);
  for (size_t i = 0; i < rows.n; i++)
    rows.out[i] = pst_row_scale(rows.out[i], 100);
  answer(request, &rows);
  return PST_OK;
}

static enum pst_status share_rank(struct request *request, struct pst_error *error)
{
  struct rows rows;
  enum pst_status status = shares(request, &rows, error);

  if (status != PST_OK)
    return status;
  take_shares(&rows);
  status = pst_position(&rows.index.slices, rows.cell, PST_POSITION_RANK, 0, rows.out,
                        request->arena, error);
  answer(request, &rows);
  return status;
}

static enum pst_status index_number(struct request *request, struct pst_error *error)
{
  struct rows rows;
  enum pst_status status = load(request, &rows, error);

  if (status != PST_OK)
    return status;
  pst_index_number(&rows.index, rows.cell, request_whole(request, "first"),
                   request_whole(request, "last"), request_flag(request, "known"), rows.out);
  answer(request, &rows);
  return PST_OK;
}

/* "how": growth, log, annual or difference; "k", or "to", the time of each row's base. */
static enum pst_status growth(struct request *request, struct pst_error *error)
{
  const char *how = request_text(request, "how");
  struct rows rows;
  enum pst_status status = load(request, &rows, error);

  if (status != PST_OK)
    return status;
  if (request_count(request, "to") > 0)
    pst_lag_to(&rows.index, request_wholes(request, "to"), rows.from);
  else
    pst_lag(&rows.index, request_whole(request, "k"), rows.from);
  if (strcmp(how, "log") == 0)
    pst_log_growth(rows.cell, rows.from, rows.n, rows.out);
  else if (strcmp(how, "annual") == 0)
    pst_annual_growth(rows.cell, rows.from, rows.n, request_number(request, "k"), rows.out);
  else if (strcmp(how, "difference") == 0)
    pst_difference(rows.cell, rows.from, rows.n, rows.out);
  else
    pst_growth(rows.cell, rows.from, rows.n, rows.out);
  answer(request, &rows);
  return PST_OK;
}

static enum pst_status contribution(struct request *request, struct pst_error *error)
{
  struct rows rows;
  enum pst_status status = load(request, &rows, error);

  if (status == PST_OK)
    status = pst_contribution(&rows.index, rows.cell, request_whole(request, "k"),
                              request_flag(request, "from_zero"), rows.out, request->arena, error);
  if (status == PST_OK)
    answer(request, &rows);
  return status;
}

static enum pst_status total_growth(struct request *request, struct pst_error *error)
{
  struct rows rows;
  enum pst_status status = load(request, &rows, error);
  double *time;

  if (status == PST_OK)
    status = pst_total_growth(&rows.index, rows.cell, request_whole(request, "k"), rows.out,
                              request->arena, error);
  if (status != PST_OK)
    return status;
  time = request_room(request, rows.n);
  for (size_t s = 0; s < rows.index.slices.count; s++)
    time[s] = (double)rows.index.times[s].time;
  answer_numbers(request, "time", time, rows.index.slices.count);
  answer_n(request, &rows, rows.index.slices.count);
  return PST_OK;
}

static enum pst_status window(struct request *request, struct pst_error *error)
{
  struct pst_moving_window how = {.width = (size_t)request_whole(request, "width"),
                                  .trailing = request_flag(request, "trailing"),
                                  .sum = request_flag(request, "sum"),
                                  .at_least = (size_t)request_whole(request, "at_least")};
  struct rows rows;
  enum pst_status status = load(request, &rows, error);

  if (status == PST_OK)
    status = pst_moving_window(&rows.index, rows.cell, &how, rows.out, error);
  if (status == PST_OK)
    answer(request, &rows);
  return status;
}

static enum pst_status cumulative(struct request *request, struct pst_error *error)
{
  struct rows rows;
  enum pst_status status = load(request, &rows, error);

  if (status != PST_OK)
    return status;
  pst_cumulative(&rows.index, rows.cell, request_flag(request, "known"), rows.out);
  answer(request, &rows);
  return PST_OK;
}

/* "how": entity (its code in "reference"), column ("other") or deflate ("other", "base"). */
static enum pst_status ratio(struct request *request, struct pst_error *error)
{
  const char *how = request_text(request, "how");
  struct rows rows;
  enum pst_status status = load(request, &rows, error);

  if (status != PST_OK)
    return status;
  if (strcmp(how, "entity") == 0)
    pst_ratio_to_entity(&rows.index, rows.cell, (size_t)request_whole(request, "reference"),
                        rows.out);
  else if (strcmp(how, "column") == 0)
    pst_ratio_to_column(rows.cell, cells(request, "other"), rows.n, rows.out);
  else
    pst_deflate(&rows.index, rows.cell, cells(request, "other"), request_whole(request, "base"),
                rows.out);
  answer(request, &rows);
  return PST_OK;
}

/* "group" alone: the partitions. */
static enum pst_status position(struct request *request, struct pst_error *error)
{
  static const char *const names[] = {"percent_rank", "cume_dist", "ntile", "rank", "z", "z_pop"};
  const char *how = request_text(request, "how");
  struct pst_slices slices;
  struct rows rows = {.n = request_count(request, "value"), .cell = cells(request, "value")};
  enum pst_status status =
      pst_slices_of(request_codes(request, "group"), rows.n, &slices, request->arena, error);
  size_t kind = 0;

  rows.out = pst_arena_array(request->arena, rows.n + 1, sizeof *rows.out);
  while (kind + 1 < sizeof names / sizeof *names && strcmp(names[kind], how) != 0)
    kind++;
  if (status == PST_OK)
    status = pst_position(&slices, rows.cell, (enum pst_position)kind,
                          (size_t)request_whole(request, "tiles"), rows.out, request->arena, error);
  if (status == PST_OK)
    answer(request, &rows);
  return status;
}

const struct request_entry request_rows[] = {
    {"share", share},
    {"share_change", share_change},
    {"share_rank", share_rank},
    {"index", index_number},
    {"growth", growth},
    {"contribution", contribution},
    {"total_growth", total_growth},
    {"window", window},
    {"cumulative", cumulative},
    {"ratio", ratio},
    {"position", position},
    {NULL, NULL},
};
