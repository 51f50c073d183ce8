/* composite.c -- composite indicators: "y" by row, "weight" one an indicator. */
#include <math.h>
#include <string.h>

#include "request.h"
#include "stats/composite/copeland.h"
#include "stats/composite/sensitivity/leave_one_out.h"
#include "stats/composite/sensitivity/monte_carlo.h"
#include "stats/composite/normalise.h"
#include "stats/composite/rank_programme.h"
#include "stats/composite/score_rank.h"

struct table {
  double *y;
  double *weight;
  size_t n;
  size_t count;
};

static struct table load(const struct request *request)
{
  struct table table = {.y = request_numbers(request, "y"),
                        .weight = request_numbers(request, "weight"),
                        .count = request_count(request, "weight")};

  table.n = request_count(request, "y") / table.count;
  return table;
}

static const struct {
  const char *name;
  enum pst_normalise_kind kind;
} kinds[] = {
    {"none", PST_NORMALISE_NONE},           {"minmax", PST_NORMALISE_MINMAX},
    {"zscore", PST_NORMALISE_ZSCORE},       {"rank", PST_NORMALISE_RANK},
    {"rank_mean", PST_NORMALISE_RANK_MEAN}, {"prank", PST_NORMALISE_PERCENTILE},
    {"goalposts", PST_NORMALISE_GOALPOSTS}, {"goalposts_open", PST_NORMALISE_GOALPOSTS_OPEN},
    {"distref", PST_NORMALISE_DISTANCE},    {"ratioref", PST_NORMALISE_RATIO},
};

/* "value", "direction", "goalposts", "reference": every normalisation of one indicator. */
static enum pst_status normalise(struct request *request, struct pst_error *error)
{
  const size_t n = request_count(request, "value");
  const double *x = request_numbers(request, "value");
  const double *posts = request_numbers(request, "goalposts");
  double *y = request_room(request, n);
  struct pst_normalise how = {.direction = (int)request_whole(request, "direction"),
                              .low = posts[0],
                              .high = posts[1],
                              .reference = (size_t)request_whole(request, "reference")};
  enum pst_status status = PST_OK;

  for (size_t k = 0; status == PST_OK && k < sizeof kinds / sizeof *kinds; k++) {
    how.kind = kinds[k].kind;
    status = pst_normalise(x, n, &how, y, NULL, request->arena, error);
    answer_numbers(request, kinds[k].name, y, n);
  }
  return status;
}

static void answer_ranked(struct request *request, const double *score, size_t n, const char *name,
                          const char *rank_name)
{
  size_t *rank = pst_arena_array(request->arena, n + 1, sizeof *rank);

  pst_score_rank(score, n, rank, request_room(request, 2 * n));
  answer_numbers(request, name, score, n);
  answer_codes(request, rank_name, rank, n);
}

static struct pst_aggregation aggregation(const struct request *request)
{
  static const char *const names[] = {"arithmetic", "geometric", "harmonic"};
  const char *name = request_text(request, "mean");
  struct pst_aggregation how = {.share = request_number(request, "share")};

  for (int m = 0; m < 3; m++)
    if (strcmp(name, names[m]) == 0)
      how.mean = (enum pst_composite_mean)m;
  return how;
}

static enum pst_status score(struct request *request, struct pst_error *error)
{
  const struct table table = load(request);
  const struct pst_aggregation how = aggregation(request);
  double *scores = request_room(request, table.n);

  (void)error;
  for (size_t i = 0; i < table.n; i++)
    scores[i] = pst_score(table.y + i * table.count, table.weight, table.count, &how);
  answer_ranked(request, scores, table.n, "score", "rank");
  return PST_OK;
}

static enum pst_status copeland(struct request *request, struct pst_error *error)
{
  const struct table table = load(request);
  const double share = request_number(request, "share");
  double *scores = request_room(request, table.n);
  double *pairs = request_room(request, table.n * table.n);

  (void)error;
  pst_copeland(table.y, table.n, table.weight, table.count, share, scores);
  for (size_t i = 0; i < table.n * table.n; i++)
    pairs[i] =
        pst_outranking(table.y + i / table.n * table.count, table.y + i % table.n * table.count,
                       table.weight, table.count, share);
  answer_ranked(request, scores, table.n, "score", "rank");
  answer_numbers(request, "outrank", pairs, table.n * table.n);
  return PST_OK;
}

/* "pillar" of each indicator, "pillar_weight". */
static enum pst_status nested(struct request *request, struct pst_error *error)
{
  const struct table table = load(request);
  const struct pst_aggregation how = aggregation(request);
  const struct pst_pillars pillars = {.count = request_count(request, "pillar_weight"),
                                      .weight = request_numbers(request, "pillar_weight"),
                                      .of = request_codes(request, "pillar")};
  double *scores = request_room(request, table.n);
  double *of_pillars = request_room(request, table.n * pillars.count);
  double *effective = request_room(request, table.count);

  (void)error;
  for (size_t i = 0; i < table.n; i++)
    scores[i] = pst_score_nested(table.y + i * table.count, table.weight, table.count, &pillars,
                                 &how, of_pillars + i * pillars.count);
  pst_effective_weights(table.weight, table.count, &pillars, effective);
  answer_ranked(request, scores, table.n, "score", "rank");
  answer_numbers(request, "pillars", of_pillars, table.n * pillars.count);
  answer_numbers(request, "effective", effective, table.count);
  return PST_OK;
}

static enum pst_status leave_one_out(struct request *request, struct pst_error *error)
{
  const struct table table = load(request);
  const struct pst_aggregation how = {.mean = PST_COMPOSITE_ARITHMETIC};
  const size_t *nominal = request_codes(request, "nominal");
  size_t *rank = pst_arena_array(request->arena, table.n * table.count + 1, sizeof *rank);
  double *values = request_room(request, 3 * table.n);
  enum pst_status status = pst_leave_one_out(table.y, table.n, table.weight, table.count, &how,
                                             rank, request->arena, error);

  for (size_t i = 0; status == PST_OK && i < table.n; i++) {
    struct pst_leave_one_out of =
        pst_leave_one_out_summary(rank, table.n, table.count, i, nominal[i]);

    values[i] = of.low;
    values[table.n + i] = of.high;
    values[2 * table.n + i] = of.mean_shift;
  }
  answer_codes(request, "rank", rank, table.n * table.count);
  answer_numbers(request, "min", values, table.n);
  answer_numbers(request, "max", values + table.n, table.n);
  answer_numbers(request, "meanabs", values + 2 * table.n, table.n);
  return status;
}

static enum pst_status rank_bounds(struct request *request, struct pst_error *error)
{
  const struct table table = load(request);
  const struct pst_weight_box box = {.weight = table.weight,
                                     .count = table.count,
                                     .within = request_number(request, "within"),
                                     .sum_kept = request_flag(request, "sum_kept")};
  struct pst_rank_reach *reach = pst_arena_array(request->arena, table.n + 1, sizeof *reach);
  size_t *ends = pst_arena_array(request->arena, 4 * table.n + 1, sizeof *ends);
  size_t reached = 0;
  enum pst_status status =
      pst_rank_bounds_outer(table.y, table.n, &box, ends, ends + table.n, request->arena, error);

  if (status == PST_OK)
    status = pst_rank_bounds_exact(table.y, table.n, &box, 0, reach, NULL, request->arena, error);
  for (size_t i = 0; status == PST_OK && i < table.n; i++) {
    ends[2 * table.n + i] = reach[i].low;
    ends[3 * table.n + i] = reach[i].high;
    reached += reach[i].exact_low + (size_t)reach[i].exact_high;
  }
  answer_codes(request, "low_outer", ends, table.n);
  answer_codes(request, "high_outer", ends + table.n, table.n);
  answer_codes(request, "low", ends + 2 * table.n, table.n);
  answer_codes(request, "high", ends + 3 * table.n, table.n);
  answer_number(request, "reached", (double)reached);
  return status;
}

static void answer_distributions(struct request *request, const struct table *table,
                                 const uint32_t *rank, size_t replicates, const size_t *nominal)
{
  static const char *const names[] = {"q05", "q50", "q95", "mean", "share_nominal"};
  double *values = request_room(request, 5 * table->n), shift = 0;

  for (size_t i = 0; i < table->n; i++) {
    struct pst_rank_distribution of;

    pst_rank_distribution_of(rank, replicates, table->n, i, nominal[i], 1, &of, request->arena,
                             NULL);
    values[i] = of.q05;
    values[table->n + i] = of.q50;
    values[2 * table->n + i] = of.q95;
    values[3 * table->n + i] = of.mean;
    values[4 * table->n + i] = of.share_nominal;
  }
  for (size_t f = 0; f < 5; f++)
    answer_numbers(request, names[f], values + f * table->n, table->n);
  for (size_t r = 0; r < replicates; r++)
    shift += pst_mean_shift(rank + r * table->n, nominal, table->n);
  answer_number(request, "mean_abs_shift", shift / (double)replicates);
}

/* "weights": how many replicates to show the weights of. */
static enum pst_status monte_carlo(struct request *request, struct pst_error *error)
{
  const struct table table = load(request);
  const struct pst_aggregation how = {.mean = PST_COMPOSITE_ARITHMETIC};
  const double *const y[] = {table.y};
  const size_t replicates = (size_t)request_whole(request, "replicates");
  const size_t shown = (size_t)request_whole(request, "weights");
  const struct pst_composite_model model = {
      .n = table.n,
      .y = y,
      .factors = {.weight = table.weight,
                  .count = table.count,
                  .within = request_number(request, "within"),
                  .leave_out = request_flag(request, "leave_out"),
                  .normalisations = 1,
                  .aggregations = 1},
      .aggregations = &how};
  uint32_t *rank = pst_arena_array(request->arena, replicates + 1, (table.n + 1) * sizeof *rank);
  double *weights = request_room(request, shown * table.count);
  uint64_t seed[PST_DRAW_FACTORS];
  enum pst_status status;

  pst_draws_seeds((uint64_t)request_whole(request, "seed"), seed);
  for (size_t r = 0; r < shown; r++) {
    struct pst_draws draws = {.weight = weights + r * table.count};

    pst_draws_make(&model.factors, seed, r + 1, &draws);
  }
  answer_numbers(request, "weights", weights, shown * table.count);
  status = pst_monte_carlo_ranks(&model, seed, 1, replicates, 2, rank, request->arena, error);
  if (status == PST_OK)
    answer_distributions(request, &table, rank, replicates, request_codes(request, "nominal"));
  return status;
}

const struct request_entry request_composite[] = {
    {"normalise", normalise},         {"score", score},
    {"copeland", copeland},           {"nested", nested},
    {"leave_one_out", leave_one_out}, {"rank_bounds", rank_bounds},
    {"monte_carlo", monte_carlo},     {NULL, NULL},
};
