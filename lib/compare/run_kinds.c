/* run_kinds.c -- how a kernel is handed the data of a unit: one row a kind of kernel. */
#include "compare/run_kinds.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

static const struct pst_compare_level *level(const struct pst_compare_call *call, size_t i)
{
  return &call->data->levels[i];
}

static struct pst_weighted weighted_of(const struct pst_compare_level *l)
{
  return (struct pst_weighted){.n = l->n, .x = l->x, .w = l->w};
}

/* --- each level --------------------------------------------------------------------------------- */

static pst_compare_run run_sample, run_weighted, run_sample_at, run_weighted_at, run_share,
    run_printed, run_two_samples, run_pairs, run_two_weighted, run_two_shares, run_two_printed,
    run_two_lines, run_two_answers, run_samples, run_in_order, run_shares_table, run_table,
    run_poll;

static enum pst_status run_sample(const struct pst_compare_kernel *kernel,
                                  struct pst_compare_call *call, struct pst_estimates *out,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_compare_level *l = level(call, call->i);

  call->n = l->n;
  return kernel->of.sample(l->x, l->n, call->test, out, scratch, error);
}

/* What the weights cost, beside the main row that stands at FIRST. */
static void note_deff(size_t first, struct pst_estimates *out)
{
  char text[PST_NUMBER_SIZE];

  for (size_t i = first; i < out->count; i++)
    if (strcmp(out->items[i].term, "deff") == 0) {
      pst_number_print_digits(text, out->items[i].estimate, 4);
      pst_estimate_note(out, &out->items[first], "Kish's design effect %s", text);
    }
}

static enum pst_status run_weighted(const struct pst_compare_kernel *kernel,
                                    struct pst_compare_call *call, struct pst_estimates *out,
                                    struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_weighted sample = weighted_of(level(call, call->i));
  const size_t first = out->count;
  enum pst_status status;

  call->n = sample.n;
  status = kernel->of.weighted(&sample, call->test, out, scratch, error);
  if (status == PST_OK)
    note_deff(first, out);
  return status;
}

static enum pst_status run_sample_at(const struct pst_compare_kernel *kernel,
                                     struct pst_compare_call *call, struct pst_estimates *out,
                                     struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_compare_level *l = level(call, call->i);

  call->n = l->n;
  return kernel->of.sample_at(l->x, l->n, &call->settings->probabilities, call->test, out, scratch,
                              error);
}

static enum pst_status run_weighted_at(const struct pst_compare_kernel *kernel,
                                       struct pst_compare_call *call, struct pst_estimates *out,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_weighted sample = weighted_of(level(call, call->i));

  call->n = sample.n;
  return kernel->of.weighted_at(&sample, &call->settings->probabilities, call->test, out, scratch,
                                error);
}

/* Trials as a number of observations; 0 where they are none, which the kernel refuses. */
static size_t count_of(double trials)
{
  return trials > 0 && trials < 0x1p53 ? (size_t)trials : 0;
}

static enum pst_status run_share(const struct pst_compare_kernel *kernel,
                                 struct pst_compare_call *call, struct pst_estimates *out,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_proportion *share = &level(call, call->i)->share;

  call->n = count_of(share->trials);
  return kernel->of.share(share, call->test, out, scratch, error);
}

static enum pst_status run_printed(const struct pst_compare_kernel *kernel,
                                   struct pst_compare_call *call, struct pst_estimates *out,
                                   struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_printed_share *printed = &level(call, call->i)->printed;

  call->n = count_of(printed->trials);
  return kernel->of.printed(printed, call->test, out, scratch, error);
}

/* --- two levels --------------------------------------------------------------------------------- */

static enum pst_status run_two_samples(const struct pst_compare_kernel *kernel,
                                       struct pst_compare_call *call, struct pst_estimates *out,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_compare_level *a = level(call, call->i), *b = level(call, call->j);
  const struct pst_two_samples samples = {.x = a->x, .nx = a->n, .y = b->x, .ny = b->n};

  call->n = a->n + b->n;
  return kernel->of.two_samples(&samples, call->test, out, scratch, error);
}

/* The values of L as bounds, points where it has no others. */
static const struct pst_bounds *bounds_of(const struct pst_compare_level *l, size_t *n,
                                          struct pst_arena *arena)
{
  struct pst_bounds *points;

  *n = l->bounds != NULL ? l->n_bounds : l->n;
  if (l->bounds != NULL)
    return l->bounds;
  points = pst_arena_array(arena, l->n + 1, sizeof *points);
  for (size_t i = 0; points != NULL && i < l->n; i++)
    points[i] = pst_bounds_point(l->x[i]);
  return points;
}

static enum pst_status run_two_bounded(const struct pst_compare_kernel *kernel,
                                       struct pst_compare_call *call, struct pst_estimates *out,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_two_bounded samples = {.x = NULL};
  enum pst_status status = PST_OK;

  samples.x = bounds_of(level(call, call->i), &samples.nx, &arena);
  samples.y = bounds_of(level(call, call->j), &samples.ny, &arena);
  call->n = samples.nx + samples.ny;
  if (samples.x == NULL || samples.y == NULL)
    status = pst_fail_memory(error);
  if (status == PST_OK)
    status = kernel->of.two_bounded(&samples, call->test, out, scratch, error);
  pst_arena_free(&arena);
  return status;
}

struct unit {
  unsigned id;
  double value;
};

static int by_id(const void *a, const void *b)
{
  const struct unit *p = a, *q = b;

  return p->id < q->id ? -1 : p->id > q->id;
}

static struct unit *sorted_units(const struct pst_compare_level *l, struct pst_arena *arena)
{
  struct unit *units = pst_arena_array(arena, l->n + 1, sizeof *units);

  for (size_t i = 0; units != NULL && i < l->n; i++)
    units[i] = (struct unit){l->ids[i], l->x[i]};
  if (units != NULL)
    qsort(units, l->n, sizeof *units, by_id);
  return units;
}

/* The units that both levels have. */
static enum pst_status match(const struct pst_compare_call *call, struct pst_sample *sample,
                             struct pst_arena *arena, struct pst_error *error)
{
  const struct pst_compare_level *a = level(call, call->i), *b = level(call, call->j);
  const struct unit *first = sorted_units(a, arena), *second = sorted_units(b, arena);
  double *x = pst_arena_array(arena, a->n + 1, sizeof *x);
  double *y = pst_arena_array(arena, a->n + 1, sizeof *y);
  size_t n = 0;

  if (first == NULL || second == NULL || x == NULL || y == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
    if (first[i].id == second[k].id) {
      x[n] = first[i++].value;
      y[n++] = second[k++].value;
    } else if (first[i].id < second[k].id)
      i++;
    else
      k++;
  }
  *sample = (struct pst_sample){.n = n, .x = x, .y = y};
  return n > 0 ? PST_OK : pst_fail(error, PST_UNDEFINED, "no unit has a value of both levels");
}

/* What PAIRS leave of both levels, as a note of the first row. */
static void note_alone(const struct pst_compare_call *call, size_t pairs, size_t first,
                       struct pst_estimates *out)
{
  const size_t alone = level(call, call->i)->n + level(call, call->j)->n - 2 * pairs;

  if (alone > 0 && out->count > first)
    pst_estimate_note(out, &out->items[first], "%zu unit%s of one level alone left out", alone,
                      alone == 1 ? "" : "s");
}

static enum pst_status run_pairs(const struct pst_compare_kernel *kernel,
                                 struct pst_compare_call *call, struct pst_estimates *out,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  const size_t before = out->count;
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_sample sample = {.n = 0};
  enum pst_status status = match(call, &sample, &arena, error);

  call->n = sample.n;
  if (status == PST_OK)
    status = kernel->of.pairs(&sample, call->test, out, scratch, error);
  if (status == PST_OK)
    note_alone(call, sample.n, before, out);
  pst_arena_free(&arena);
  return status;
}

static enum pst_status run_two_weighted(const struct pst_compare_kernel *kernel,
                                        struct pst_compare_call *call, struct pst_estimates *out,
                                        struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_two_weighted samples = {.first = weighted_of(level(call, call->i)),
                                           .second = weighted_of(level(call, call->j))};

  call->n = samples.first.n + samples.second.n;
  return kernel->of.two_weighted(&samples, call->test, out, scratch, error);
}

static enum pst_status run_two_shares(const struct pst_compare_kernel *kernel,
                                      struct pst_compare_call *call, struct pst_estimates *out,
                                      struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_two_proportions table = {.first = level(call, call->i)->share,
                                            .second = level(call, call->j)->share};

  call->n = count_of(table.first.trials) + count_of(table.second.trials);
  return kernel->of.two_shares(&table, call->test, out, scratch, error);
}

static enum pst_status run_two_printed(const struct pst_compare_kernel *kernel,
                                       struct pst_compare_call *call, struct pst_estimates *out,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_two_printed polls = {.first = level(call, call->i)->printed,
                                        .second = level(call, call->j)->printed};

  call->n = count_of(polls.first.trials) + count_of(polls.second.trials);
  return kernel->of.two_printed(&polls, call->test, out, scratch, error);
}

static enum pst_status run_two_lines(const struct pst_compare_kernel *kernel,
                                     struct pst_compare_call *call, struct pst_estimates *out,
                                     struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_compare_level *a = level(call, call->i), *b = level(call, call->j);
  const struct pst_two_lines lines = {.first = {.n = a->n, .x = a->x, .y = a->y},
                                      .second = {.n = b->n, .x = b->x, .y = b->y}};

  call->n = a->n + b->n;
  return kernel->of.two_lines(&lines, call->test, out, scratch, error);
}

/* The answers of pairs of units, yes or no, as a table: rows the first, yes first. */
static enum pst_status answers_of_units(const struct pst_compare_call *call, double counts[4],
                                        size_t *n, struct pst_error *error)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_sample sample = {.n = 0};
  enum pst_status status = match(call, &sample, &arena, error);

  for (size_t i = 0; i < sample.n; i++)
    counts[(sample.x[i] == 1 ? 0 : 2) + (sample.y[i] == 1 ? 0 : 1)]++;
  *n = sample.n;
  pst_arena_free(&arena);
  return status;
}

/* A cross-table of the same two answers on both sides, the first of the rows being yes. */
static enum pst_status answers_of_table(const struct pst_compare_call *call, double counts[4],
                                        struct pst_error *error)
{
  const struct pst_contingency *t = &call->data->table;
  const char **rows = call->settings->rows_order.names;
  const char **columns = call->settings->columns_order[call->j].names;
  size_t place[2] = {SIZE_MAX, SIZE_MAX};

  for (size_t r = 0; r < 2 && t->rows == 2 && t->columns == 2; r++)
    for (size_t c = 0; c < 2; c++)
      if (strcmp(rows[r], columns[c]) == 0)
        place[r] = c;
  if (place[0] == SIZE_MAX || place[1] == SIZE_MAX)
    return pst_fail(error, PST_UNDEFINED, "not the same two answers in both columns");
  for (size_t r = 0; r < 2; r++)
    for (size_t c = 0; c < 2; c++)
      counts[2 * r + c] = t->counts[2 * r + place[c]];
  return PST_OK;
}

static enum pst_status run_two_answers(const struct pst_compare_kernel *kernel,
                                       struct pst_compare_call *call, struct pst_estimates *out,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  double counts[4] = {0, 0, 0, 0};
  const struct pst_contingency table = {.rows = 2, .columns = 2, .counts = counts};
  const bool units = call->data->levels != NULL;
  const size_t before = out->count;
  enum pst_status status;

  call->n = call->data->n;
  status = units ? answers_of_units(call, counts, &call->n, error)
                 : answers_of_table(call, counts, error);
  if (status == PST_OK)
    status = kernel->of.table(&table, call->test, out, scratch, error);
  if (status == PST_OK && units)
    note_alone(call, call->n, before, out);
  return status;
}

/* --- all levels --------------------------------------------------------------------------------- */

static enum pst_status run_samples(const struct pst_compare_kernel *kernel,
                                   struct pst_compare_call *call, struct pst_estimates *out,
                                   struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_compare_data *d = call->data;
  struct pst_arena arena = PST_ARENA_EMPTY;
  double *values = pst_arena_array(&arena, d->n + 1, sizeof *values);
  size_t *sizes = pst_arena_array(&arena, d->k + 1, sizeof *sizes), n = 0;
  const char **names = pst_arena_array(&arena, d->k + 1, sizeof *names);
  const struct pst_group_samples groups = {
      .k = d->k, .values = values, .sizes = sizes, .names = names};
  enum pst_status status;

  call->n = d->n;
  if (values == NULL || sizes == NULL || names == NULL) {
    pst_arena_free(&arena);
    return pst_fail_memory(error);
  }
  for (size_t k = 0; k < d->k; k++) {
    sizes[k] = d->levels[k].n;
    names[k] = pst_compare_level_name(call->settings, d, k);
    memcpy(values + n, d->levels[k].x, sizes[k] * sizeof *values);
    n += sizes[k];
  }
  status = kernel->of.samples(&groups, call->test, out, scratch, error);
  pst_arena_free(&arena);
  return status;
}

static enum pst_status run_in_order(const struct pst_compare_kernel *kernel,
                                    struct pst_compare_call *call, struct pst_estimates *out,
                                    struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_compare_data *d = call->data;
  const double *scores = call->settings->levels_order.scores;
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_proportion *shares = pst_arena_array(&arena, d->k + 1, sizeof *shares);
  double *places = pst_arena_array(&arena, d->k + 1, sizeof *places);
  const struct pst_proportion_groups groups = {.k = d->k, .groups = shares, .scores = places};
  enum pst_status status = PST_OK;

  call->n = d->n;
  if (shares == NULL || places == NULL)
    status = pst_fail_memory(error);
  for (size_t k = 0; k < d->k && status == PST_OK; k++) {
    shares[k] = d->levels[k].share;
    places[k] = scores == NULL ? (double)d->levels[k].place + 1 : scores[d->levels[k].place];
  }
  if (status == PST_OK)
    status = kernel->of.in_order(&groups, call->test, out, scratch, error);
  pst_arena_free(&arena);
  return status;
}

static enum pst_status run_shares_table(const struct pst_compare_kernel *kernel,
                                        struct pst_compare_call *call, struct pst_estimates *out,
                                        struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_compare_data *d = call->data;
  struct pst_arena arena = PST_ARENA_EMPTY;
  double *counts = pst_arena_array(&arena, 2 * d->k + 1, sizeof *counts);
  const struct pst_contingency table = {.rows = d->k, .columns = 2, .counts = counts};
  enum pst_status status = counts == NULL ? pst_fail_memory(error) : PST_OK;

  call->n = d->n;
  for (size_t k = 0; k < d->k && status == PST_OK; k++) {
    status = pst_proportion_check(&d->levels[k].share, error);
    counts[2 * k] = d->levels[k].share.successes;
    counts[2 * k + 1] = d->levels[k].share.trials - d->levels[k].share.successes;
  }
  if (status == PST_OK)
    status = kernel->of.table(&table, call->test, out, scratch, error);
  pst_arena_free(&arena);
  return status;
}

static enum pst_status run_table(const struct pst_compare_kernel *kernel,
                                 struct pst_compare_call *call, struct pst_estimates *out,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  call->n = call->data->n;
  return kernel->of.table(&call->data->table, call->test, out, scratch, error);
}

static enum pst_status run_poll(const struct pst_compare_kernel *kernel,
                                struct pst_compare_call *call, struct pst_estimates *out,
                                struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_poll poll = {.k = call->data->table.columns,
                                .counts = call->data->counts,
                                .names = call->settings->rows_order.names};

  call->n = call->data->n;
  return kernel->of.poll(&poll, call->test, out, scratch, error);
}

const struct pst_compare_kind pst_compare_kinds[PST_TAKES_KINDS] = {
    [PST_TAKES_SAMPLE] = {PST_FORM_EACH, run_sample},
    [PST_TAKES_WEIGHTED] = {PST_FORM_EACH, run_weighted},
    [PST_TAKES_SAMPLE_AT] = {PST_FORM_EACH, run_sample_at},
    [PST_TAKES_WEIGHTED_AT] = {PST_FORM_EACH, run_weighted_at},
    [PST_TAKES_SHARE] = {PST_FORM_EACH, run_share},
    [PST_TAKES_PRINTED] = {PST_FORM_EACH, run_printed},
    [PST_TAKES_TWO_SAMPLES] = {PST_FORM_TWO, run_two_samples},
    [PST_TAKES_TWO_BOUNDED] = {PST_FORM_TWO, run_two_bounded},
    [PST_TAKES_PAIRS] = {PST_FORM_TWO, run_pairs},
    [PST_TAKES_TWO_WEIGHTED] = {PST_FORM_TWO, run_two_weighted},
    [PST_TAKES_TWO_SHARES] = {PST_FORM_TWO, run_two_shares},
    [PST_TAKES_TWO_PRINTED] = {PST_FORM_TWO, run_two_printed},
    [PST_TAKES_TWO_LINES] = {PST_FORM_TWO, run_two_lines},
    [PST_TAKES_TWO_ANSWERS] = {PST_FORM_TWO, run_two_answers},
    [PST_TAKES_SAMPLES] = {PST_FORM_ALL, run_samples},
    [PST_TAKES_SHARES_IN_ORDER] = {PST_FORM_ALL, run_in_order},
    [PST_TAKES_SHARES_TABLE] = {PST_FORM_ALL, run_shares_table},
    [PST_TAKES_TABLE] = {PST_FORM_ALL, run_table},
    [PST_TAKES_POLL] = {PST_FORM_ALL, run_poll},
};
