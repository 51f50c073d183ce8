/* names.c -- the names of a file's lets, or of its claims, found by their hash. */
#include "claim/read/names.h"

#include "base/array.h"

static bool is_name(const void *owner, size_t item, const void *key)
{
  const struct pst_names *names = owner;
  const struct pst_text *name = key;

  return pst_text_equal(names->list[item].name, *name);
}

size_t pst_names_find(const struct pst_names *names, struct pst_text name)
{
  size_t item =
      names->count == 0
          ? PST_HASH_NONE
          : pst_hash_item(pst_hash_at(&names->table, pst_hash_text(name), is_name, names, &name));

  return item == PST_HASH_NONE ? SIZE_MAX : names->list[item].place;
}

bool pst_names_add(struct pst_names *names, struct pst_text name, size_t place,
                   struct pst_arena *arena)
{
  const uint64_t hash = pst_hash_text(name);

  if (!pst_hash_room_in(&names->table, arena, names->count + 1)
      || !PST_ARRAY_ROOM_IN(arena, names->list, names->capacity, names->count + 1))
    return false;
  names->list[names->count] = (struct pst_named){.name = name, .place = place};
  pst_hash_take(pst_hash_at(&names->table, hash, is_name, names, &name), hash, names->count++);
  return true;
}
