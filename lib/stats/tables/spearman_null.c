/* spearman_null -- writes lib/stats/correlation/spearman_table.c: the null distribution of Spearman's rho, no ties.

   Reads    nothing
   Writes   on standard output, for n = 15..22 and every d from 0 to the middle: P(sum d_i^2 <= 2 d) as
            hexadecimal doubles
   Method   counts are exact.  The orders of 1..n are cut in two: all ways to give a set of h = n / 2
            values to places 1..h, counted by the sum of products (dynamic programming over sets), and the
            same for the n - h places that remain, which is the first again seen in a mirror.  Each set of h
            values is joined with its complement; the counts of all sets add up to n!, which is
            checked, below 2^70, and are divided in 113 bits.
   Cost     all of them: 1.5 minutes on two cores and 2 GB
   Usage    cc -O3 -march=native -fopenmp lib/stats/tables/spearman_null.c -o spearman_null
            ./spearman_null [FIRST LAST] >lib/stats/correlation/spearman_table.c  */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__extension__ typedef unsigned __int128 wide;
__extension__ typedef __float128 quad;

enum { FIRST = 15, LAST = 22, MOST_WIDTH = 512 };

/* The sets of one size among n values: how often each sum of place times value occurs, from LOW on. */
struct layer {
  int size;
  size_t count;
  uint32_t *set;
  uint32_t *low;
  uint32_t *width;
  size_t *start;
  uint32_t *ways; /* at most 11! */
};

static void *get(size_t count, size_t size)
{
  void *piece = calloc(count + 1, size);

  if (piece == NULL) {
    fputs("spearman_null: out of memory\n", stderr);
    exit(1);
  }
  return piece;
}

/* Least and greatest sum when places 1..size get the values of SET: against and with the order. */
static void limits(uint32_t set, int size, uint32_t *low, uint32_t *high)
{
  uint32_t place = 0;

  *low = *high = 0;
  for (uint32_t value = 1; set != 0; value++, set >>= 1) {
    if ((set & 1) == 0)
      continue;
    place++;
    *high += place * value;
    *low += ((uint32_t)size + 1 - place) * value;
  }
}

static struct layer make_layer(int n, int size, uint32_t *index)
{
  struct layer layer = {.size = size};
  size_t cells = 0;

  for (uint32_t set = 0; set < UINT32_C(1) << n; set++)
    layer.count += __builtin_popcount(set) == size;
  layer.set = get(layer.count, sizeof *layer.set);
  layer.low = get(layer.count, sizeof *layer.low);
  layer.width = get(layer.count, sizeof *layer.width);
  layer.start = get(layer.count, sizeof *layer.start);
  layer.count = 0;
  for (uint32_t set = 0; set < UINT32_C(1) << n; set++) {
    uint32_t high;
    size_t i = layer.count;

    if (__builtin_popcount(set) != size)
      continue;
    layer.set[i] = set;
    limits(set, size, &layer.low[i], &high);
    layer.width[i] = high - layer.low[i] + 1;
    layer.start[i] = cells;
    cells += layer.width[i];
    index[set] = (uint32_t)layer.count++;
  }
  layer.ways = get(cells, sizeof *layer.ways);
  return layer;
}

static void free_layer(struct layer *layer)
{
  free(layer->set);
  free(layer->low);
  free(layer->width);
  free(layer->start);
  free(layer->ways);
}

/* The last place of a set gets each of its values; the others stand as the layer below says. */
static void fill_layer(struct layer *layer, const struct layer *below, const uint32_t *index)
{
#pragma omp parallel for schedule(dynamic, 64)
  for (size_t i = 0; i < layer->count; i++)
    for (uint32_t value = 1; layer->set[i] >> (value - 1) != 0; value++) {
      uint32_t bit = UINT32_C(1) << (value - 1);
      uint32_t b;
      const uint32_t *from;
      uint32_t *to;

      if ((layer->set[i] & bit) == 0)
        continue;
      b = index[layer->set[i] ^ bit];
      from = below->ways + below->start[b];
      to = layer->ways + layer->start[i]
           + (below->low[b] + (uint32_t)layer->size * value - layer->low[i]);
      for (uint32_t s = 0; s < below->width[b]; s++)
        to[s] += from[s];
    }
}

/* Value v becomes n + 1 - v. */
static uint32_t mirror(uint32_t set, int n)
{
  uint32_t out = 0;

  for (int i = 0; i < n; i++)
    out |= (set >> i & 1) << (n - 1 - i);
  return out;
}

/* Adds all sums of products of one set with those of its complement, T from BASE on.  In the mirror
   place p, value v are n + 1 - p, n + 1 - v, so a sum T' of k products there is
   T' + (n + 1)(sum p + sum v) - k (n + 1)^2 here, p and v those of this side. */
static void join(const struct layer *first, size_t a, const struct layer *second, size_t b,
                 uint64_t *product)
{
  const uint32_t *x = first->ways + first->start[a];
  const uint32_t *y = second->ways + second->start[b];

  memset(product, 0, (first->width[a] + second->width[b]) * sizeof *product);
  for (uint32_t i = 0; i < first->width[a]; i++)
    for (uint32_t j = 0; j < second->width[b]; j++)
      product[i + j] += (uint64_t)x[i] * y[j];
}

static long sum_of_values(uint32_t set)
{
  long sum = 0;

  for (long value = 1; set != 0; value++, set >>= 1)
    sum += set & 1 ? value : 0;
  return sum;
}

/* counts[d]: the orders with sum of squared differences 2 d. */
static void join_layers(int n, const struct layer *first, const struct layer *second,
                        const uint32_t *index, wide *counts, long range)
{
  const uint32_t all = (UINT32_C(1) << n) - 1;
  const long squares = (long)n * (n + 1) * (2 * n + 1) / 6;

#pragma omp parallel
  {
    uint64_t product[2 * MOST_WIDTH];
    wide *mine = get((size_t)range + 1, sizeof *mine);

#pragma omp for schedule(dynamic, 64)
    for (size_t a = 0; a < first->count; a++) {
      uint32_t others = all ^ first->set[a];
      uint32_t b = index[mirror(others, n)];
      long k = second->size;
      long places = (long)n * (n + 1) / 2 - (long)first->size * (first->size + 1) / 2;
      long base = (long)first->low[a] + (long)second->low[b]
                  + (n + 1) * (places + sum_of_values(others)) - k * (n + 1) * (n + 1);

      join(first, a, second, b, product);
      for (long i = 0; i < (long)(first->width[a] + second->width[b]) - 1; i++)
        mine[squares - base - i] += product[i];
    }
#pragma omp critical
    for (long d = 0; d <= range; d++)
      counts[d] += mine[d];
    free(mine);
  }
}

static void print_table(int n, const wide *counts, long range)
{
  wide factorial = 1;
  wide below = 0;

  for (int i = 2; i <= n; i++)
    factorial *= (wide)i;
  for (long d = 0; d <= range; d++) {
    below += counts[d];
    if (counts[d] != counts[range - d])
      fprintf(stderr, "spearman_null: n = %d is not symmetric\n", n), exit(1);
  }
  if (below != factorial)
    fprintf(stderr, "spearman_null: n = %d does not add up to n!\n", n), exit(1);
  printf("static const double lower_%d[] = {\n", n);
  below = 0;
  for (long d = 0; d <= range / 2; d++) {
    below += counts[d];
    printf("%s%a,%s", d % 4 == 0 ? "    " : " ", (double)((quad)below / (quad)factorial),
           d % 4 == 3 || d == range / 2 ? "\n" : "");
  }
  printf("};\n\n");
}

static void tabulate(int n)
{
  const long range = ((long)n * n * n - n) / 6;
  uint32_t *index = get((size_t)1 << n, sizeof *index);
  wide *counts = get((size_t)range + 1, sizeof *counts);
  struct layer below = make_layer(n, 0, index);
  struct layer first = {0};

  below.ways[0] = 1;
  for (int size = 1; size <= n - n / 2; size++) {
    struct layer layer = make_layer(n, size, index);

    fill_layer(&layer, &below, index);
    if (size == n / 2 && n % 2 == 1)
      first = below = layer; /* kept: the first half of an odd n is one smaller */
    else {
      if (below.ways != first.ways)
        free_layer(&below);
      below = layer;
    }
  }
  join_layers(n, n % 2 == 1 ? &first : &below, &below, index, counts, range);
  print_table(n, counts, range);
  if (n % 2 == 1)
    free_layer(&first);
  free_layer(&below);
  free(index);
  free(counts);
}

int main(int argc, char **argv)
{
  int first = argc == 3 ? atoi(argv[1]) : FIRST;
  int last = argc == 3 ? atoi(argv[2]) : LAST;

  printf("/* spearman_table.c -- the null distribution of Spearman's rho without ties, n = 15..22. "
         "*/\n"
         "/* Written by lib/stats/tables/spearman_null.c; do not edit. */\n"
         "/* clang-format off */\n"
         "#include \"stats/correlation/spearman_table.h\"\n\n");
  for (int n = first; n <= last; n++)
    tabulate(n);
  printf("static const double *const lower[] = {");
  for (int n = first; n <= last; n++)
    printf("%slower_%d", n == first ? "" : ", ", n);
  printf("};\n\n"
         "const double *pst_spearman_lower(size_t n)\n"
         "{\n"
         "  return n < %d || n > %d ? NULL : lower[n - %d];\n"
         "}\n",
         first, last, first);
  return 0;
}
