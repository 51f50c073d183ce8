/* sort.c -- sorting, counting inversions and selecting, on plain doubles without callbacks. */
#include "stats/sort.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* Runs this short are ordered by insertion before the merges begin. */
enum { RUN = 12 };

static bool pair_before(struct pst_pair a, struct pst_pair b)
{
  return a.x < b.x || (a.x == b.x && a.y < b.y);
}

static void insert_pairs(struct pst_pair *pairs, size_t n)
{
  for (size_t i = 1; i < n; i++) {
    struct pst_pair moving = pairs[i];
    size_t j = i;

    for (; j > 0 && pair_before(moving, pairs[j - 1]); j--)
      pairs[j] = pairs[j - 1];
    pairs[j] = moving;
  }
}

static void merge_pairs(const struct pst_pair *left, size_t left_n, const struct pst_pair *right,
                        size_t right_n, struct pst_pair *out)
{
  const struct pst_pair *left_end = left + left_n;
  const struct pst_pair *right_end = right + right_n;

  while (left < left_end && right < right_end)
    *out++ = pair_before(*right, *left) ? *right++ : *left++;
  memcpy(out, left, (size_t)(left_end - left) * sizeof *out);
  memcpy(out + (left_end - left), right, (size_t)(right_end - right) * sizeof *out);
}

void pst_sort_pairs(struct pst_pair *pairs, struct pst_pair *spare, size_t n)
{
  struct pst_pair *from = pairs;
  struct pst_pair *to = spare;

  for (size_t i = 0; i < n; i += RUN)
    insert_pairs(pairs + i, n - i < RUN ? n - i : RUN);
  for (size_t width = RUN; width < n; width *= 2) {
    struct pst_pair *swap = from;

    for (size_t i = 0; i < n; i += 2 * width) {
      size_t left = n - i < width ? n - i : width;
      size_t right = n - i - left < width ? n - i - left : width;

      merge_pairs(from + i, left, from + i + left, right, to + i);
    }
    from = to;
    to = swap;
  }
  if (from != pairs)
    memcpy(pairs, from, n * sizeof *pairs);
}

static uint64_t insert_values(double *x, size_t n)
{
  uint64_t inversions = 0;

  for (size_t i = 1; i < n; i++) {
    double moving = x[i];
    size_t j = i;

    for (; j > 0 && moving < x[j - 1]; j--)
      x[j] = x[j - 1];
    x[j] = moving;
    inversions += i - j;
  }
  return inversions;
}

/* Each value taken from the right passes over all that is left on the left. */
static uint64_t merge_values(const double *left, size_t left_n, const double *right, size_t right_n,
                             double *out)
{
  const double *left_end = left + left_n;
  const double *right_end = right + right_n;
  uint64_t inversions = 0;

  while (left < left_end && right < right_end) {
    if (*right < *left) {
      inversions += (uint64_t)(left_end - left);
      *out++ = *right++;
    } else {
      *out++ = *left++;
    }
  }
  memcpy(out, left, (size_t)(left_end - left) * sizeof *out);
  memcpy(out + (left_end - left), right, (size_t)(right_end - right) * sizeof *out);
  return inversions;
}

uint64_t pst_sort(double *x, double *spare, size_t n)
{
  uint64_t inversions = 0;
  double *from = x;
  double *to = spare;

  for (size_t i = 0; i < n; i += RUN)
    inversions += insert_values(x + i, n - i < RUN ? n - i : RUN);
  for (size_t width = RUN; width < n; width *= 2) {
    double *swap = from;

    for (size_t i = 0; i < n; i += 2 * width) {
      size_t left = n - i < width ? n - i : width;
      size_t right = n - i - left < width ? n - i - left : width;

      inversions += merge_values(from + i, left, from + i + left, right, to + i);
    }
    from = to;
    to = swap;
  }
  if (from != x)
    memcpy(x, from, n * sizeof *x);
  return inversions;
}

/* --- whole numbers near each other --- */

enum { SPAN = 1 << 13 };

/* X is a whole number below 2^31; 0 is, -0 is not, which may not change its place among zeros. */
static bool is_small_whole(double x)
{
  return x > -0x1p31 && x < 0x1p31 && (double)(int64_t)x == x && !(x == 0 && signbit(x));
}

/* Years, codes and counts: how often each stands there; false, and X as it was, where X are no such numbers. */
static bool sort_by_counting(double *x, size_t n)
{
  uint32_t count[SPAN] = {0};
  double low = x[0], high = x[0], *to = x;

  if (n > UINT32_MAX)
    return false;
  for (size_t i = 0; i < n; i++) {
    low = x[i] < low ? x[i] : low;
    high = x[i] > high ? x[i] : high;
    if (!is_small_whole(x[i]) || high - low >= SPAN)
      return false;
  }
  for (size_t i = 0; i < n; i++)
    count[(size_t)(x[i] - low)]++;
  for (size_t v = 0; (double)v <= high - low; v++)
    for (uint32_t i = 0; i < count[v]; i++)
      *to++ = low + (double)v;
  return true;
}

/* --- by digits --- */

enum { DIGIT = 11, DIGITS = 3, DIGIT_VALUES = 1 << DIGIT, MANY = 600, SHORT_RUN = 40 };

/* The upper half of the bits in the order of the doubles; -0 is 0. */
static uint32_t upper_of(double value)
{
  uint64_t bits, sign = UINT64_C(1) << 63;

  value += 0.0;
  memcpy(&bits, &value, sizeof bits);
  return (uint32_t)((bits & sign ? ~bits : bits | sign) >> 32);
}

static size_t digit_of(double value, unsigned d)
{
  return upper_of(value) >> (DIGIT * d) & (DIGIT_VALUES - 1);
}

/* One pass; false, and nothing moved, where all have that digit in common. */
static bool sort_by_digit(const double *from, double *to, size_t n, unsigned d, size_t *count)
{
  size_t next = 0;

  if (count[digit_of(from[0], d)] == n)
    return false;
  for (size_t v = 0; v < DIGIT_VALUES; v++) {
    const size_t here = count[v];

    count[v] = next;
    next += here;
  }
  for (size_t i = 0; i < n; i++)
    to[count[digit_of(from[i], d)]++] = from[i];
  return true;
}

/* Where the upper halves are equal the lower ones decide. */
static void sort_runs(double *x, double *spare, size_t n)
{
  for (size_t i = 0, end; i < n; i = end) {
    const uint32_t upper = upper_of(x[i]);

    for (end = i + 1; end < n && upper_of(x[end]) == upper; end++)
      ;
    if (end - i > SHORT_RUN)
      pst_sort(x + i, spare, end - i);
    else
      insert_values(x + i, end - i);
  }
}

static void sort_by_digits(double *x, double *spare, size_t n)
{
  size_t count[DIGITS][DIGIT_VALUES] = {{0}};
  double *from = x, *to = spare;

  for (size_t i = 0; i < n; i++)
    for (uint32_t bits = upper_of(x[i]), d = 0; d < DIGITS; d++, bits >>= DIGIT)
      count[d][bits & (DIGIT_VALUES - 1)]++;
  for (unsigned d = 0; d < DIGITS; d++)
    if (sort_by_digit(from, to, n, d, count[d])) {
      double *swap = from;

      from = to;
      to = swap;
    }
  if (from != x)
    memcpy(x, from, n * sizeof *x);
  sort_runs(x, spare, n);
}

void pst_sort_values(double *x, double *spare, size_t n)
{
  if (n < MANY)
    pst_sort(x, spare, n);
  else if (!sort_by_counting(x, n))
    sort_by_digits(x, spare, n);
}

static void swap_values(double *a, double *b)
{
  double keep = *a;

  *a = *b;
  *b = keep;
}

static double median_of_three(double a, double b, double c)
{
  if (a > b)
    swap_values(&a, &b);
  if (b > c)
    b = c;
  return a > b ? a : b;
}

/* Three values at places that an ordered or sawtooth input cannot foresee; the generator is fixed,
   so the same input takes the same steps. */
static double choose_pivot(const double *x, size_t low, size_t high, uint64_t *state)
{
  double value[3];

  for (int i = 0; i < 3; i++) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    value[i] = x[low + (size_t)((*state >> 33) % (high - low + 1))];
  }
  return median_of_three(value[0], value[1], value[2]);
}

double pst_select(double *x, size_t n, size_t k)
{
  uint64_t state = 1;
  size_t low = 0;
  size_t high = n - 1;

  while (low < high) {
    double pivot = choose_pivot(x, low, high, &state);
    size_t i = low;
    size_t j = high;

    /* Hoare's partition: both sides stop at equal values, so ties split evenly. */
    for (;;) {
      while (x[i] < pivot)
        i++;
      while (x[j] > pivot)
        j--;
      if (i >= j)
        break;
      swap_values(&x[i++], &x[j--]);
    }
    if (i == j) {
      if (k == i)
        break;
      i++;
      j = j == 0 ? 0 : j - 1;
    }
    if (k <= j)
      high = j;
    else if (k >= i)
      low = i;
    else
      break;
  }
  return x[k];
}

static void select_between(double *x, size_t low, size_t high, const size_t *places, size_t count)
{
  size_t middle = count / 2;
  size_t after = middle + 1;

  if (count == 0)
    return;
  pst_select(x + low, high - low, places[middle] - low);
  while (after < count && places[after] == places[middle])
    after++;
  while (middle > 0 && places[middle - 1] == places[middle])
    middle--;
  select_between(x, low, places[middle], places, middle);
  select_between(x, places[middle] + 1, high, places + after, count - after);
}

void pst_select_many(double *x, size_t n, const size_t *places, size_t count)
{
  select_between(x, 0, n, places, count);
}

double pst_middle(double a, double b)
{
  double sum = a + b;

  if (sum - sum == 0)
    return sum / 2;
  return a / 2 + b / 2;
}

double pst_select_median(double *x, size_t n)
{
  double upper = pst_select(x, n, n / 2);
  double lower;

  if (n % 2 == 1)
    return upper;
  lower = x[0];
  for (size_t i = 1; i < n / 2; i++)
    if (x[i] > lower)
      lower = x[i];
  return pst_middle(lower, upper);
}
