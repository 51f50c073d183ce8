/* beyond.c -- how many different texts came beyond those that a dictionary keeps, without keeping them. */
#include "table/beyond.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "base/hash.h"
#include "base/unicode/normal.h"

enum { RUN_MOST = 64 - PST_BEYOND_BITS };

struct pst_text pst_beyond_form(struct pst_beyond *beyond, struct pst_text cell)
{
  if (!pst_text_normal(cell, &beyond->normal))
    return cell;
  cell = (struct pst_text){.data = pst_buffer_string(&beyond->normal), .size = beyond->normal.size};
  if (beyond->n_changed++ == 0) {
    struct pst_text head = pst_utf8_head(cell, sizeof beyond->example - 1);

    memcpy(beyond->example, head.data, head.size);
  }
  return cell;
}

void pst_beyond_add(struct pst_beyond *beyond, uint64_t hash)
{
  const uint64_t bits = pst_hash_mix(hash), rest = bits << PST_BEYOND_BITS;
  const size_t at = bits >> RUN_MOST;
  const unsigned run = rest == 0 ? RUN_MOST + 1 : (unsigned)__builtin_clzll(rest) + 1;

  if (beyond->longest[at] < run)
    beyond->longest[at] = (unsigned char)run;
}

/* Of the registers that nothing came to: x + the sum of x^(2^k) 2^(k-1). */
static double of_empty(double x)
{
  double y = 1, z = x, before;

  if (x >= 1)
    return (double)INFINITY;
  do {
    x *= x;
    before = z;
    z += x * y;
    y += y;
  } while (z > before);
  return z;
}

/* Of those that are full: (1 - x - the sum of (1 - x^(2^-k))^2 2^-k) / 3. */
static double of_full(double x)
{
  double y = 1, z = 1 - x, before;

  if (x <= 0 || x >= 1)
    return 0;
  do {
    x = sqrt(x);
    before = z;
    y /= 2;
    z -= (1 - x) * (1 - x) * y;
  } while (z < before);
  return z / 3;
}

double pst_beyond_count(const struct pst_beyond *beyond)
{
  const double m = PST_BEYOND_REGISTERS;
  size_t count[RUN_MOST + 2] = {0};
  double z;

  for (size_t i = 0; i < PST_BEYOND_REGISTERS; i++)
    count[beyond->longest[i]]++;
  z = m * of_full(1 - (double)count[RUN_MOST + 1] / m);
  for (size_t k = RUN_MOST; k >= 1; k--)
    z = (z + (double)count[k]) / 2;
  z += m * of_empty((double)count[0] / m);
  return isinf(z) ? 0 : m * m / (2 * log(2) * z);
}
