/* rank_programme.c -- the lowest and highest rank that weights near the given ones give. */
#include "stats/composite/rank_programme.h"

#include <glpk.h>
#include <limits.h>
#include <math.h>
#include <setjmp.h>

#include "stats/composite/score_rank.h"
#include "stats/sort.h"
#include "stats/sum.h"

/* A pair whose order the weights decide, on a scale where sum w0 |d| is 1. */
struct pair {
  double constant; /* at t = 0 */
  double least;
  double most;
  double *slope; /* of t_k */
  bool above;    /* in the order that was found */
};

struct programme {
  const double *y;
  size_t n;
  const struct pst_weight_box *box;
  size_t most_nodes;
  size_t entity;
  bool best; /* the lowest rank is sought, else the highest */
  size_t sure;
  size_t undecided;
  struct pair *pairs;
  int *columns; /* one row of the matrix, from 1 */
  double *values;
  double *weight;
  struct pst_pair *order;
  /* What the solver found. */
  size_t count;
  bool solved;
  bool failed;
};

/* Above 0 by so much counts as above, on the scale of pairs. */
static double margin(const struct pair *pair)
{
  return fmin(1e-7, pair->most / 2);
}

/* --- the pairs ------------------------------------------------------------------------------- */

static void scale_pair(const struct programme *p, const double *a, const double *b,
                       const struct pst_pair_extremes *extremes, struct pair *pair)
{
  const struct pst_weight_box *box = p->box;
  struct pst_sum size = {0, 0}, constant = {0, 0};
  double by;

  for (size_t k = 0; k < box->count; k++)
    if (box->weight[k] > 0) {
      pst_sum_product(&size, box->weight[k], fabs(a[k] - b[k]));
      pst_sum_product(&constant, box->weight[k], a[k] - b[k]);
    }
  by = pst_sum_value(&size);
  pair->constant = pst_sum_value(&constant) / by;
  pair->least = extremes->least / by;
  pair->most = extremes->most / by;
  for (size_t k = 0; k < box->count; k++)
    pair->slope[k] = box->weight[k] > 0 ? box->within * box->weight[k] * (a[k] - b[k]) / by : 0;
}

static void find_pairs(struct programme *p)
{
  const size_t count = p->box->count;
  const double *own = p->y + p->entity * count;

  p->sure = p->undecided = 0;
  for (size_t j = 0; j < p->n; j++) {
    const double *other = p->y + j * count;
    struct pst_pair_extremes extremes;
    int above;

    if (j == p->entity || !pst_row_complete(other, p->box))
      continue;
    extremes = pst_pair_extremes(other, own, p->box, p->order);
    above = pst_pair_above(&extremes);
    p->sure += above > 0;
    if (above == 0)
      scale_pair(p, other, own, &extremes, &p->pairs[p->undecided++]);
  }
}

/* --- the two programmes ---------------------------------------------------------------------- */

/* Columns 1 to COUNT are the t_k. */
static void add_weights(const struct programme *p, glp_prob *problem)
{
  const int count = (int)p->box->count;

  glp_add_cols(problem, count);
  for (int k = 1; k <= count; k++)
    glp_set_col_bnds(problem, k, GLP_DB, -1, 1);
  if (!p->box->sum_kept)
    return;
  for (int k = 1; k <= count; k++) {
    p->columns[k] = k;
    p->values[k] = p->box->weight[k - 1];
  }
  glp_add_rows(problem, 1);
  glp_set_row_bnds(problem, 1, GLP_FX, 0, 0);
  glp_set_mat_row(problem, 1, count, p->columns, p->values);
}

/* A row sum slope t + COEFFICIENT x[COLUMN], at most BOUND, or at least. */
static void add_row(const struct programme *p, glp_prob *problem, const struct pair *pair,
                    int column, double coefficient, double bound, bool at_most)
{
  const int count = (int)p->box->count;
  int row = glp_add_rows(problem, 1);

  for (int k = 1; k <= count; k++) {
    p->columns[k] = k;
    p->values[k] = pair->slope[k - 1];
  }
  p->columns[count + 1] = column;
  p->values[count + 1] = coefficient;
  glp_set_row_bnds(problem, row, at_most ? GLP_UP : GLP_LO, bound, bound);
  glp_set_mat_row(problem, row, count + 1, p->columns, p->values);
}

static glp_prob *make_order_problem(const struct programme *p)
{
  const int count = (int)p->box->count;
  glp_prob *problem = glp_create_prob();

  glp_set_obj_dir(problem, p->best ? GLP_MIN : GLP_MAX);
  add_weights(p, problem);
  glp_add_cols(problem, (int)p->undecided);
  for (size_t j = 0; j < p->undecided; j++) {
    const struct pair *pair = &p->pairs[j];
    int column = count + 1 + (int)j;

    glp_set_col_kind(problem, column, GLP_BV);
    glp_set_obj_coef(problem, column, 1);
    if (p->best)
      add_row(p, problem, pair, column, -pair->most, -pair->constant, true);
    else
      add_row(p, problem, pair, column, pair->least - margin(pair), pair->least - pair->constant,
              false);
  }
  return problem;
}

static void stop_at_most(glp_tree *tree, void *context)
{
  const struct programme *p = context;
  int total;

  glp_ios_tree_size(tree, NULL, NULL, &total);
  if ((size_t)total > p->most_nodes)
    glp_ios_terminate(tree);
}

static void solve_order(struct programme *p)
{
  glp_prob *problem = make_order_problem(p);
  glp_iocp how;
  int status;

  glp_init_iocp(&how);
  how.msg_lev = GLP_MSG_OFF;
  how.presolve = GLP_ON;
  how.tol_int = 1e-9;
  how.cb_func = stop_at_most;
  how.cb_info = p;
  status = glp_intopt(problem, &how);
  p->solved = status == 0 && glp_mip_status(problem) == GLP_OPT;
  p->count = 0;
  for (size_t j = 0; p->solved && j < p->undecided; j++) {
    p->pairs[j].above = glp_mip_col_val(problem, (int)(p->box->count + 1 + j)) > 0.5;
    p->count += p->pairs[j].above;
  }
  glp_delete_prob(problem);
}

/* The weights that keep the order of the pairs that matter by the widest gap. */
static void solve_weights(struct programme *p)
{
  const int count = (int)p->box->count;
  glp_prob *problem = glp_create_prob();
  glp_smcp how;

  glp_set_obj_dir(problem, GLP_MAX);
  add_weights(p, problem);
  glp_add_cols(problem, 1);
  glp_set_col_bnds(problem, count + 1, GLP_DB, -1, 1);
  glp_set_obj_coef(problem, count + 1, 1);
  for (size_t j = 0; j < p->undecided; j++)
    if (p->pairs[j].above != p->best)
      add_row(p, problem, &p->pairs[j], count + 1, p->best ? 1 : -1, -p->pairs[j].constant,
              p->best);
  glp_init_smcp(&how);
  how.msg_lev = GLP_MSG_OFF;
  p->failed = glp_simplex(problem, &how) != 0;
  for (int k = 1; k <= count; k++) {
    double t = fmin(fmax(glp_get_col_prim(problem, k), -1), 1);

    p->weight[k - 1] = p->box->weight[k - 1] * (1 + p->box->within * t);
  }
  glp_delete_prob(problem);
}

/* --- what is made of them -------------------------------------------------------------------- */

static double score_of(const struct programme *p, size_t row)
{
  struct pst_sum sum = {0, 0};

  for (size_t k = 0; k < p->box->count; k++)
    if (p->box->weight[k] > 0)
      pst_sum_product(&sum, p->weight[k], p->y[row * p->box->count + k]);
  return pst_sum_value(&sum);
}

static size_t rank_at_weights(const struct programme *p)
{
  double own = score_of(p, p->entity);
  size_t rank = 1;

  for (size_t j = 0; j < p->n; j++)
    if (j != p->entity && pst_row_complete(p->y + j * p->box->count, p->box))
      rank += pst_score_above(score_of(p, j), own);
  return rank;
}

/* One end: RANK, and whether it is known to be reached. */
static void find_end(struct programme *p, bool best, size_t *rank, bool *exact)
{
  p->best = best;
  *rank = 1 + p->sure + (best ? 0 : p->undecided);
  *exact = p->undecided == 0;
  if (p->undecided == 0)
    return;
  solve_order(p);
  if (!p->solved)
    return;
  *rank = 1 + p->sure + p->count;
  solve_weights(p);
  *exact = !p->failed && rank_at_weights(p) == *rank;
}

struct task {
  struct programme *programme;
  struct pst_rank_reach *bounds;
  void (*show)(double done);
};

static void find_all(const struct task *task)
{
  struct programme *p = task->programme;

  for (p->entity = 0; p->entity < p->n; p->entity++) {
    struct pst_rank_reach *bounds = &task->bounds[p->entity];

    *bounds = (struct pst_rank_reach){0, 0, false, false};
    if (task->show != NULL)
      task->show((double)p->entity / (double)p->n);
    if (!pst_row_complete(p->y + p->entity * p->box->count, p->box))
      continue;
    find_pairs(p);
    find_end(p, true, &bounds->low, &bounds->exact_low);
    find_end(p, false, &bounds->high, &bounds->exact_high);
  }
}

static void leave(void *context)
{
  longjmp(context, 1);
}

/* GLPK ends the program when it runs out of memory; the hook comes back here instead. */
static enum pst_status guarded(const struct task *task, struct pst_error *error)
{
  static _Thread_local jmp_buf back;

  if (glp_init_env() > 1) /* without memory; a later call would end the program */
    return pst_fail_memory(error);
  glp_term_out(GLP_OFF);
  if (setjmp(back) != 0) {
    glp_free_env();
    return pst_fail_memory(error);
  }
  glp_error_hook(leave, back);
  find_all(task);
  glp_error_hook(NULL, NULL);
  glp_free_env();
  return PST_OK;
}

static enum pst_status make_room(struct programme *p, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  const size_t count = p->box->count;
  double *slopes = pst_arena_array(scratch, p->n * count + 1, sizeof *slopes);

  p->pairs = pst_arena_array(scratch, p->n + 1, sizeof *p->pairs);
  p->columns = pst_arena_array(scratch, count + 2, sizeof *p->columns);
  p->values = pst_arena_array(scratch, count + 2, sizeof *p->values);
  p->weight = pst_arena_array(scratch, count + 1, sizeof *p->weight);
  p->order = pst_arena_array(scratch, count + 1, 2 * sizeof *p->order);
  if (slopes == NULL || p->pairs == NULL || p->columns == NULL || p->values == NULL
      || p->weight == NULL || p->order == NULL)
    return pst_fail_memory(error);
  for (size_t j = 0; j < p->n; j++)
    p->pairs[j].slope = slopes + j * count;
  return PST_OK;
}

enum pst_status pst_rank_bounds_exact(const double *y, size_t n, const struct pst_weight_box *box,
                                      size_t most_nodes, struct pst_rank_reach *bounds,
                                      void (*show)(double done), struct pst_arena *scratch,
                                      struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct programme p = {
      .y = y, .n = n, .box = box, .most_nodes = most_nodes > 0 ? most_nodes : PST_RANK_NODES};
  const struct task task = {.programme = &p, .bounds = bounds, .show = show};
  enum pst_status status;

  if (!(box->within >= 0 && box->within <= 1))
    return pst_fail(error, PST_USAGE, "weights within %g; give a fraction from 0 to 1",
                    box->within);
  if (n > INT_MAX / 2 || box->count > INT_MAX / 2)
    return pst_fail_memory(error);
  status = make_room(&p, scratch, error);
  if (status == PST_OK)
    status = guarded(&task, error);
  pst_arena_release(scratch, mark);
  return status;
}
