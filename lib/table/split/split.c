/* split.c -- which way of finding masks is used. */
#include "table/split/split.h"

#include <pthread.h>
#include <string.h>

#include "table/split/ways.h"

enum { BLOCK = 64, BYTES = 256 };

static const struct pst_split_way *const all_ways[] = {
    &pst_split_portable,
#ifdef __x86_64__
    &pst_split_avx2,
    &pst_split_avx512,
#endif
#ifdef __aarch64__
    &pst_split_neon,
#endif
};

enum { WAYS = sizeof all_ways / sizeof *all_ways };

static const struct pst_split_way *ways[WAYS];
static size_t n_ways;

/* On every byte in every place of a block it finds what the portable way finds. */
static bool agrees(const struct pst_split_way *way)
{
  char bytes[BYTES + BLOCK];
  bool same = true;

  for (size_t i = 0; i < sizeof bytes; i++)
    bytes[i] = (char)(i * 37);
  for (size_t at = 0; at <= BYTES && same; at += 13) {
    struct pst_split_masks a = pst_split_portable.masks(bytes + at, ','),
                           b = way->masks(bytes + at, ',');

    same = memcmp(&a, &b, sizeof a) == 0;
  }
  return same;
}

static void find_ways(void)
{
  for (size_t i = 0; i < WAYS; i++)
    if (all_ways[i]->has == NULL || (all_ways[i]->has() && agrees(all_ways[i])))
      ways[n_ways++] = all_ways[i];
}

size_t pst_split_ways(void)
{
  static pthread_once_t once = PTHREAD_ONCE_INIT;

  pthread_once(&once, find_ways);
  return n_ways;
}

const char *pst_split_name(size_t way)
{
  return ways[way]->name;
}

enum pst_split_end pst_split_by(size_t way, struct pst_split *split)
{
  return ways[way]->split(split);
}
