/* null_cache.h -- distributions under the null hypothesis that have been computed once.

   Thousands of series share a few patterns of n and ties.  A distribution depends on its key alone, so
   it does not matter which thread computed it, or whether the cache had room: results are the same.
   Entries are never changed or given back while the program runs; all of them together take at most
   PST_NULL_CACHE_MOST bytes, and beyond that nothing is kept.  Safe in any number of threads, without
   locks.

   pst_null_find: the values kept under KEY[0..length), or NULL.
   pst_null_keep: keeps a copy of VALUES[0..count) under KEY if there is room.
   Given     a key that no other distribution has; any values
   Returned  COUNT values, constant for as long as the program runs
   Cost      O(length), and O(count) to keep
   Tested    test_null_cache.c */
#ifndef PST_STATS_NULL_CACHE_H
#define PST_STATS_NULL_CACHE_H

#include <stddef.h>

enum { PST_NULL_CACHE_MOST = 32 * 1024 * 1024 };

const double *pst_null_find(const size_t *key, size_t length);
void pst_null_keep(const size_t *key, size_t length, const double *values, size_t count);

#endif
