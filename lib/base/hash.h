/* hash.h -- one table for everything that is found by its hash: items numbered by somebody else.

   The table holds numbers of items, each with its hash; what an item is, and whether it equals a
   key, its owner says.  Open addressing, a power of two of slots, at most half of them taken.

       if (!pst_hash_room(&table, owner->count + 1))
         return pst_fail_memory(error);
       slot = pst_hash_at(&table, hash, equals, owner, &key);
       if (pst_hash_item(slot) == PST_HASH_NONE)
         pst_hash_take(slot, hash, owner->count++);

   Items are not taken out one by one.  Hashes that agree in the 32 bits that are kept cost a call of EQUALS
   more, never a wrong answer. */
#ifndef PST_BASE_HASH_H
#define PST_BASE_HASH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

/* Items are 0 .. PST_HASH_ITEMS - 1. */
#define PST_HASH_ITEMS ((size_t)UINT32_MAX)
#define PST_HASH_NONE SIZE_MAX

struct pst_hash_slot {
  uint32_t hash, item; /* item + 1; 0 is free */
};

/* All zero is empty. */
struct pst_hash {
  struct pst_hash_slot *slots;
  size_t n_slots;
};

/* Is item ITEM of OWNER what KEY says? */
typedef bool pst_hash_equals(const void *owner, size_t item, const void *key);

/* pst_hash_room: room for COUNT items in all; false, and the table as it was, when memory is out or
   COUNT > PST_HASH_ITEMS.  pst_hash_room_in: the same for a table in ARENA, which is not freed.
   pst_hash_clear: no items any more; the room stays.
   Cost    16 to 32 bytes an item; O(1) an item when they are added one by one
   Tested  test_hash.c  */
bool pst_hash_grow(struct pst_hash *table, size_t count);
bool pst_hash_room_in(struct pst_hash *table, struct pst_arena *arena, size_t count);
void pst_hash_clear(struct pst_hash *table);
void pst_hash_free(struct pst_hash *table);

static inline bool pst_hash_room(struct pst_hash *table, size_t count)
{
  return count <= table->n_slots / 2 || pst_hash_grow(table, count);
}

/* --- hashes -------------------------------------------------------------------------------------- */

/* pst_hash_mix: a permutation in which every bit of BITS reaches every bit (the finishing steps of
   splitmix64: Steele, Lea and Flood 2014, OOPSLA; constants of Stafford's variant 13).
   pst_hash_join: the hash of what HASH is of, followed by BITS: the halves of a product of 128 bits folded. */
__extension__ typedef unsigned __int128 pst_hash_wide;

static inline uint64_t pst_hash_mix(uint64_t bits)
{
  bits = (bits ^ bits >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
  bits = (bits ^ bits >> 27) * UINT64_C(0x94D049BB133111EB);
  return bits ^ bits >> 31;
}

static inline uint64_t pst_hash_join(uint64_t hash, uint64_t bits)
{
  pst_hash_wide product =
      (pst_hash_wide)(hash ^ bits ^ UINT64_C(0x9E3779B97F4A7C15)) * UINT64_C(0xBF58476D1CE4E5B9);

  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* pst_hash_text: of the bytes, eight at a time; differs between orders of bytes of processors. */
uint64_t pst_hash_text(struct pst_text text);

/* --- finding ------------------------------------------------------------------------------------- */

/* pst_hash_at: the slot of the item of OWNER that equals KEY, whose hash is HASH, or the free slot
   where it belongs; the table has room. */
static inline __attribute__((always_inline)) struct pst_hash_slot *pst_hash_at(
    const struct pst_hash *table, uint64_t hash, pst_hash_equals *equals, const void *owner,
    const void *key)
{
  size_t mask = table->n_slots - 1, at = hash & mask;
  struct pst_hash_slot *slots = table->slots;

  while (slots[at].item != 0
         && (slots[at].hash != (uint32_t)hash || !equals(owner, (size_t)slots[at].item - 1, key)))
    at = (at + 1) & mask;
  return &slots[at];
}

/* pst_hash_first: the slot at which the search for HASH begins; for who fetches it beforehand. */
static inline struct pst_hash_slot *pst_hash_first(const struct pst_hash *table, uint64_t hash)
{
  return &table->slots[hash & (table->n_slots - 1)];
}

/* pst_hash_item: the item of SLOT; PST_HASH_NONE when it is free. */
static inline size_t pst_hash_item(const struct pst_hash_slot *slot)
{
  return slot->item == 0 ? PST_HASH_NONE : (size_t)slot->item - 1;
}

/* pst_hash_take: the free slot SLOT, which pst_hash_at gave for HASH, is ITEM's from now on. */
static inline void pst_hash_take(struct pst_hash_slot *slot, uint64_t hash, size_t item)
{
  slot->hash = (uint32_t)hash;
  slot->item = (uint32_t)item + 1;
}

#endif
