/* tries.c -- the expressions over one value column: cells, pairs, ranges and whole slices. */
#include <math.h>

#include "trace/search.h"

/* PINNED_MOST: in longer series than that, only the pairs that the words mention. */
enum { PAIRS_MOST = 3000, RANGES_MOST = 400, PINNED_MOST = 200 };

static double cell(const struct pst_trace_search *s, size_t row, double *half)
{
  return pst_trace_cell(s->table, row, s->value, half);
}

static void try_cells(struct pst_trace_search *s)
{
  for (size_t r = 0; r < s->table->table.n_rows; r++) {
    struct pst_trace_try t = {.kind = PST_TRACE_CELL, .a = r, .b = r, .in = s->in[r]};

    t.value = cell(s, r, &t.half);
    if (!isnan(t.value))
      pst_trace_offer(s, &t);
  }
}

/* --- pairs ----------------------------------------------------------------------------------------- */

static double relative(double value, double half)
{
  return value == 0 ? 0 : half / fabs(value);
}

/* From the earlier A to the later B. */
static void try_pair(struct pst_trace_search *s, size_t key, size_t a, size_t b)
{
  double half_a, half_b, from = cell(s, a, &half_a), to = cell(s, b, &half_b);
  struct pst_trace_try t = {.key = key, .in = s->in[a] && s->in[b]};
  bool turn = !s->mention->has_sign && to < from;
  bool of_time = s->table->columns[s->table->keys[key]].role == PST_TRACE_TIME;

  if (isnan(from) || isnan(to))
    return;
  t.kind = PST_TRACE_DIFFERENCE;
  t.a = turn ? b : a;
  t.b = turn ? a : b;
  t.value = turn ? from - to : to - from;
  t.half = half_a + half_b;
  if (pst_trace_wants(s, t.kind))
    pst_trace_offer(s, &t);
  t.a = a;
  t.b = b;
  if (from > 0 && to > 0) {
    double error = 100 * to / from * (relative(from, half_a) + relative(to, half_b));

    t.kind = PST_TRACE_GROWTH;
    t.value = 100 * (to - from) / from;
    t.turned = turn;
    if (turn) /* fell by 3 % */
      t.value = -t.value;
    t.half = error;
    if (of_time && pst_trace_wants(s, t.kind))
      pst_trace_offer(s, &t);
    t.turned = false;
    t.kind = PST_TRACE_RATIO;
    t.value = s->mention->unit == PST_PAPER_PERCENT ? 100 * to / from : to / from;
    t.half = s->mention->unit == PST_PAPER_PERCENT ? error : error / 100;
    if (pst_trace_wants(s, t.kind))
      pst_trace_offer(s, &t);
  }
}

static void try_pairs(struct pst_trace_search *s, size_t key, const size_t *rows, size_t n)
{
  if (!pst_trace_wants(s, PST_TRACE_DIFFERENCE) && !pst_trace_wants(s, PST_TRACE_GROWTH)
      && !pst_trace_wants(s, PST_TRACE_RATIO))
    return;
  if (n > PAIRS_MOST) {
    s->trace->not_tried++;
    return;
  }
  for (size_t i = 0; i < n; i++) {
    if (s->pinned && n > PINNED_MOST && !s->in[rows[i]])
      continue;
    for (size_t j = i + 1; j < n && s->steps < PST_TRACE_STEPS_MOST; j++)
      if (!s->pinned || n <= PINNED_MOST || s->in[rows[j]])
        try_pair(s, key, rows[i], rows[j]);
  }
}

/* --- slices ---------------------------------------------------------------------------------------- */

/* Is any row of the slice one that the words speak of?  Of a sum over a key it is the others that count. */
static bool slice_in(const struct pst_trace_search *s, const size_t *rows, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (s->in[rows[i]])
      return true;
  return false;
}

/* Sums and means of the times from I on. */
static void try_ranges(struct pst_trace_search *s, size_t key, const size_t *rows, size_t n,
                       bool in)
{
  bool of_time = s->table->columns[s->table->keys[key]].role == PST_TRACE_TIME
                 && (s->table->columns[s->table->keys[key]].whole
                     || s->table->columns[s->table->keys[key]].fiscal);

  for (size_t i = 0; i < (of_time && n <= RANGES_MOST ? n : 1); i++) {
    double sum = 0, halves = 0, half;

    for (size_t j = i; j < n && s->steps < PST_TRACE_STEPS_MOST; j++) {
      double value = cell(s, rows[j], &half);
      struct pst_trace_try t = {.a = rows[i], .b = rows[j], .key = key, .from = i, .to = j};

      if (isnan(value))
        break;
      sum += value;
      halves += half;
      if (j == i || (!of_time && j + 1 < n))
        continue;
      if (i == 0 && j + 1 == n)
        t.to = 0;
      t.in = t.to == 0 ? in : s->in[rows[i]] && s->in[rows[j]];
      t.kind = PST_TRACE_SUM;
      t.value = sum;
      t.half = halves;
      if (pst_trace_wants(s, t.kind))
        pst_trace_offer(s, &t);
      t.kind = PST_TRACE_MEAN;
      t.value = sum / (double)(j - i + 1);
      t.half = halves / (double)(j - i + 1);
      if (pst_trace_wants(s, t.kind))
        pst_trace_offer(s, &t);
    }
  }
}

static void try_shares(struct pst_trace_search *s, size_t key, const size_t *rows, size_t n)
{
  double sum = 0, half;
  bool good = n > 1;

  for (size_t i = 0; i < n && good; i++) {
    double value = cell(s, rows[i], &half);

    good = value >= 0; /* and no missing one */
    sum += value;
  }
  for (size_t i = 0; i < n && good && sum > 0; i++) {
    struct pst_trace_try t = {
        .kind = PST_TRACE_SHARE, .a = rows[i], .b = rows[i], .key = key, .in = s->in[rows[i]]};

    t.value = 100 * cell(s, rows[i], &half) / sum;
    t.half = 100 * half / sum;
    pst_trace_offer(s, &t);
  }
}

static void try_ranks(struct pst_trace_search *s, size_t key, const size_t *rows, size_t n)
{
  double half;

  for (size_t i = 0; i < n && n <= PAIRS_MOST && s->steps < PST_TRACE_STEPS_MOST; i++) {
    struct pst_trace_try t = {
        .kind = PST_TRACE_RANK, .a = rows[i], .b = rows[i], .key = key, .in = s->in[rows[i]]};
    double own = cell(s, rows[i], &half);

    t.value = 1;
    for (size_t j = 0; j < n; j++)
      t.value += cell(s, rows[j], &half) > own;
    s->steps += n;
    if (!isnan(own))
      pst_trace_offer(s, &t);
  }
}

static void try_count(struct pst_trace_search *s, size_t key, const size_t *rows, size_t n, bool in)
{
  struct pst_trace_try t = {.kind = PST_TRACE_COUNT,
                            .value = (double)n,
                            .a = rows[0],
                            .b = rows[0],
                            .key = key,
                            .in = in};

  pst_trace_offer(s, &t);
}

/* All slices along KEY. */
static void try_key(struct pst_trace_search *s, size_t key)
{
  const struct pst_trace_slices *slices = &s->trace->data->slices[s->t][key];

  for (size_t i = 0; i < slices->count && s->steps < PST_TRACE_STEPS_MOST; i++) {
    const size_t *rows = slices->rows + slices->begin[i];
    size_t n = slices->begin[i + 1] - slices->begin[i];
    bool in = slice_in(s, rows, n);

    if (n > 1)
      try_pairs(s, key, rows, n);
    if (n > 1 && (pst_trace_wants(s, PST_TRACE_SUM) || pst_trace_wants(s, PST_TRACE_MEAN)))
      try_ranges(s, key, rows, n, in);
    if (pst_trace_wants(s, PST_TRACE_SHARE))
      try_shares(s, key, rows, n);
    if (n > 1 && pst_trace_wants(s, PST_TRACE_RANK))
      try_ranks(s, key, rows, n);
    if (pst_trace_wants(s, PST_TRACE_COUNT))
      try_count(s, key, rows, n, in);
  }
}

/* Along times first: there are most of what papers say. */
void pst_trace_tries(struct pst_trace_search *s)
{
  if (pst_trace_wants(s, PST_TRACE_CELL))
    try_cells(s);
  for (int of_time = 1; of_time >= 0; of_time--)
    for (size_t key = 0; key < s->table->key_count; key++)
      if ((s->table->columns[s->table->keys[key]].role == PST_TRACE_TIME) == (of_time == 1))
        try_key(s, key);
}
