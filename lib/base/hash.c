/* hash.c -- one table for everything that is found by its hash: items numbered by somebody else. */
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

enum { SLOTS_FIRST = 64 };

/* The slots for COUNT items; 0 when there are none. */
static size_t slots_for(size_t count)
{
  size_t n = SLOTS_FIRST;

  if (count > PST_HASH_ITEMS || count > SIZE_MAX / 4 / sizeof(struct pst_hash_slot))
    return 0;
  while (n / 2 < count)
    n *= 2;
  return n;
}

/* The items of TABLE into N new SLOTS. */
static void fill(struct pst_hash_slot *slots, size_t n, const struct pst_hash *table)
{
  size_t mask = n - 1;

  for (size_t i = 0; i < table->n_slots; i++) {
    size_t at = table->slots[i].hash & mask;

    if (table->slots[i].item == 0)
      continue;
    while (slots[at].item != 0)
      at = (at + 1) & mask;
    slots[at] = table->slots[i];
  }
}

bool pst_hash_grow(struct pst_hash *table, size_t count)
{
  size_t n = slots_for(count);
  struct pst_hash_slot *slots = n == 0 ? NULL : calloc(n, sizeof *slots);

  if (slots == NULL) {
    pst_error_no_memory();
    return false;
  }
  fill(slots, n, table);
  free(table->slots);
  *table = (struct pst_hash){.slots = slots, .n_slots = n};
  return true;
}

bool pst_hash_room_in(struct pst_hash *table, struct pst_arena *arena, size_t count)
{
  size_t n = slots_for(count);
  struct pst_hash_slot *slots;

  if (count <= table->n_slots / 2)
    return true;
  slots = n == 0 ? NULL : pst_arena_array(arena, n, sizeof *slots);
  if (slots == NULL) {
    pst_error_no_memory();
    return false;
  }
  fill(slots, n, table);
  *table = (struct pst_hash){.slots = slots, .n_slots = n};
  return true;
}

void pst_hash_clear(struct pst_hash *table)
{
  if (table->n_slots > 0)
    memset(table->slots, 0, table->n_slots * sizeof *table->slots);
}

void pst_hash_free(struct pst_hash *table)
{
  free(table->slots);
  *table = (struct pst_hash){.slots = NULL};
}

uint64_t pst_hash_text(struct pst_text text)
{
  uint64_t hash = text.size, word;

  if (text.size <= sizeof word)
    return pst_hash_join(hash, pst_text_word(text));
  for (size_t at = 0; text.size - at > sizeof word; at += sizeof word) {
    memcpy(&word, text.data + at, sizeof word);
    hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    hash ^= hash >> 32;
  }
  memcpy(&word, text.data + text.size - sizeof word, sizeof word);
  return pst_hash_join(hash, word);
}
