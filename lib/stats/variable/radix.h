/* radix.h -- doubles as whole numbers in the same order, and sorting whole numbers by their digits.

   pst_key_of: a finite or infinite double as a number: greater doubles have greater numbers, neighbours are
   one apart, -0 is 0.  pst_value_of: back.
   Given     a double that is not NaN; a key of one
   Returned  the key; the double
   Cost      O(1)
   Tested    test_radix.c

   pst_radix_sort: AT in the order of KEYS, equal keys in the order given; KEYS are sorted along.
   Given     room     n more keys and places
             threads  that may share the work; what comes out does not depend on it
   Cost      O(n): a pass for each of three digits in which the keys differ; n = 1,000,000 in 10 ms
   Tested    test_radix.c */
#ifndef PST_STATS_VARIABLE_RADIX_H
#define PST_STATS_VARIABLE_RADIX_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline uint64_t pst_key_of(double value)
{
  uint64_t bits;

  value += 0.0; /* -0 is 0 */
  memcpy(&bits, &value, sizeof bits);
  return bits >> 63 ? ~bits : bits | UINT64_C(1) << 63;
}

static inline double pst_value_of(uint64_t key)
{
  uint64_t bits = key >> 63 ? key & ~(UINT64_C(1) << 63) : ~key;
  double value;

  memcpy(&value, &bits, sizeof value);
  return value;
}

struct pst_radix {
  uint32_t *keys;
  uint32_t *at;
  uint32_t *keys_room;
  uint32_t *at_room;
  size_t n;
};

void pst_radix_sort(const struct pst_radix *sort, size_t threads);

#endif
