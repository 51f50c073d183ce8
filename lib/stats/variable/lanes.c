/* lanes.c -- compensated sums of products, eight side by side. */
#include "stats/variable/lanes.h"

#include "stats/variable/clones.h"

/* Half of the lanes fill one register; two halves hide each other's delays. */
enum { HALF = PST_LANES / 2 };

size_t pst_lanes_room(size_t n)
{
  return (n + PST_LANES - 1) / PST_LANES * PST_LANES;
}

void pst_lanes_pad(double *x, size_t n)
{
  for (size_t i = n; i < pst_lanes_room(n); i++)
    x[i] = 0;
}

/* Half of the lanes in variables of their own, which stay in registers. */
struct half {
  double high[HALF];
  double low[HALF];
};

static inline struct half take(const struct pst_lanes *sum, size_t first)
{
  struct half half;

  for (size_t l = 0; l < HALF; l++) {
    half.high[l] = sum->high[first + l];
    half.low[l] = sum->low[first + l];
  }
  return half;
}

static inline void give(const struct half *half, struct pst_lanes *sum, size_t first)
{
  for (size_t l = 0; l < HALF; l++) {
    sum->high[first + l] = half->high[l];
    sum->low[first + l] = half->low[l];
  }
}

__attribute__((always_inline)) static inline void step(struct half *restrict sum,
                                                       const double *restrict a,
                                                       const double *restrict b)
{
#pragma omp simd
  for (size_t l = 0; l < HALF; l++) {
    double product = a[l] * b[l];
    double total = sum->high[l] + product;
    double part = total - sum->high[l];
    double rest = (sum->high[l] - (total - part)) + (product - part);

    sum->high[l] = total;
    sum->low[l] += rest + fma(a[l], b[l], -product);
  }
}

__attribute__((always_inline)) static inline void step_long(struct half *restrict sum,
                                                            const double *restrict a_high,
                                                            const double *restrict a_low,
                                                            const double *restrict b_high,
                                                            const double *restrict b_low)
{
#pragma omp simd
  for (size_t l = 0; l < HALF; l++) {
    double product = a_high[l] * b_high[l];
    double total = sum->high[l] + product;
    double part = total - sum->high[l];
    double rest = (sum->high[l] - (total - part)) + (product - part);

    sum->high[l] = total;
    sum->low[l] += (rest + fma(a_high[l], b_high[l], -product))
                   + (a_high[l] * b_low[l] + a_low[l] * b_high[l]);
  }
}

PST_CLONES void pst_lanes_add(struct pst_lanes *sum, const double *a, const double *b, size_t n)
{
  struct half first = take(sum, 0);
  struct half second = take(sum, HALF);

  for (size_t i = 0; i < n; i += PST_LANES) {
    step(&first, a + i, b + i);
    step(&second, a + i + HALF, b + i + HALF);
  }
  give(&first, sum, 0);
  give(&second, sum, HALF);
}

PST_CLONES void pst_lanes_add_long(struct pst_lanes *sum, const double *a_high, const double *a_low,
                                   const double *b_high, const double *b_low, size_t n)
{
  struct half first = take(sum, 0);
  struct half second = take(sum, HALF);

  for (size_t i = 0; i < n; i += PST_LANES) {
    step_long(&first, a_high + i, a_low + i, b_high + i, b_low + i);
    step_long(&second, a_high + i + HALF, a_low + i + HALF, b_high + i + HALF, b_low + i + HALF);
  }
  give(&first, sum, 0);
  give(&second, sum, HALF);
}

struct pst_sum pst_lanes_sum(const struct pst_lanes *lanes)
{
  struct pst_sum sum = {0, 0};

  for (size_t l = 0; l < PST_LANES; l++) {
    pst_sum_add(&sum, lanes->high[l]);
    sum.low += lanes->low[l];
  }
  return sum;
}
