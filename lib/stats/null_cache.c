/* null_cache.c -- distributions under the null hypothesis that have been computed once. */
#include "stats/null_cache.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BUCKETS = 4096 };

/* One allocation: the entry, its values, its key. */
struct entry {
  struct entry *next;
  uint64_t hash;
  size_t length;
  const size_t *key;
  double values[];
};

/* An entry is complete before it is put at the head of its bucket, and stays as it is. */
static _Atomic(struct entry *) buckets[BUCKETS];
static atomic_size_t bytes_kept;

static uint64_t hash_of(const size_t *key, size_t length)
{
  uint64_t hash = length;

  for (size_t i = 0; i < length; i++) {
    hash = (hash ^ key[i]) * UINT64_C(0x9e3779b97f4a7c15);
    hash ^= hash >> 32;
  }
  return hash;
}

static const struct entry *look(const struct entry *entry, uint64_t hash, const size_t *key,
                                size_t length)
{
  for (; entry != NULL; entry = entry->next)
    if (entry->hash == hash && entry->length == length
        && memcmp(entry->key, key, length * sizeof *key) == 0)
      return entry;
  return NULL;
}

const double *pst_null_find(const size_t *key, size_t length)
{
  uint64_t hash = hash_of(key, length);
  const struct entry *entry = look(atomic_load(&buckets[hash % BUCKETS]), hash, key, length);

  return entry == NULL ? NULL : entry->values;
}

void pst_null_keep(const size_t *key, size_t length, const double *values, size_t count)
{
  size_t size = sizeof(struct entry) + count * sizeof *values + length * sizeof *key;
  uint64_t hash = hash_of(key, length);
  _Atomic(struct entry *) *bucket = &buckets[hash % BUCKETS];
  struct entry *head = atomic_load(bucket);
  struct entry *entry;

  if (size > PST_NULL_CACHE_MOST || look(head, hash, key, length) != NULL)
    return;
  if (atomic_fetch_add(&bytes_kept, size) + size > PST_NULL_CACHE_MOST
      || (entry = malloc(size)) == NULL) {
    atomic_fetch_sub(&bytes_kept, size);
    return;
  }
  entry->hash = hash;
  entry->length = length;
  entry->key = memcpy(entry->values + count, key, length * sizeof *key);
  memcpy(entry->values, values, count * sizeof *values);
  do
    entry->next = head;
  while (!atomic_compare_exchange_weak(bucket, &head, entry));
}
