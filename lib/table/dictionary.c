/* dictionary.c -- each distinct text once, numbered by first appearance. */
#include "table/dictionary.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/error.h"

static bool says(const void *owner, size_t item, const void *key)
{
  const struct pst_dictionary *dictionary = owner;

  return pst_text_equal(dictionary->texts[item], *(const struct pst_text *)key);
}

static unsigned add(struct pst_dictionary *dictionary, struct pst_hash_slot *slot, uint64_t hash,
                    struct pst_text text)
{
  char *copy;

  if (!PST_ARRAY_ROOM(dictionary->texts, dictionary->capacity, (size_t)dictionary->count + 1))
    return PST_CODE_MISSING;
  copy = pst_arena_copy(&dictionary->arena, text.data, text.size);
  if (copy == NULL)
    return PST_CODE_MISSING;
  dictionary->texts[dictionary->count] = (struct pst_text){.data = copy, .size = text.size};
  pst_hash_take(slot, hash, dictionary->count);
  return dictionary->count++;
}

bool pst_dictionary_close(struct pst_dictionary *dictionary, size_t most)
{
  dictionary->most = most;
  dictionary->beyond = calloc(1, sizeof *dictionary->beyond);
  if (dictionary->beyond == NULL)
    pst_error_no_memory();
  return dictionary->beyond != NULL;
}

static unsigned find_or_add(struct pst_dictionary *dictionary, uint64_t hash, struct pst_text text)
{
  struct pst_hash_slot *slot;

  if (!pst_hash_room(&dictionary->codes, (size_t)dictionary->count + 1))
    return PST_CODE_MISSING;
  slot = pst_hash_at(&dictionary->codes, hash, says, dictionary, &text);
  if (pst_hash_item(slot) == PST_HASH_NONE && dictionary->beyond != NULL
      && dictionary->count >= dictionary->most) {
    pst_beyond_add(dictionary->beyond, hash);
    return PST_CODE_BEYOND;
  }
  if (pst_hash_item(slot) == PST_HASH_NONE)
    return add(dictionary, slot, hash, text);
  return (unsigned)pst_hash_item(slot);
}

unsigned pst_dictionary_add(struct pst_dictionary *dictionary, struct pst_text text)
{
  return find_or_add(dictionary, pst_hash_text(text), text);
}

/* The text that the first slot of HASH has is probably the one. */
static const struct pst_text *guess(const struct pst_dictionary *dictionary, uint64_t hash)
{
  size_t item = pst_hash_item(pst_hash_first(&dictionary->codes, hash));

  return item == PST_HASH_NONE ? NULL : &dictionary->texts[item];
}

bool pst_dictionary_add_all(struct pst_dictionary *dictionary, const struct pst_text *texts,
                            size_t n, unsigned *codes)
{
  uint64_t hash[PST_DICTIONARY_TOGETHER];

  if (!pst_hash_room(&dictionary->codes, (size_t)dictionary->count + n))
    return false;
  for (size_t i = 0; i < n; i++) {
    hash[i] = pst_hash_text(texts[i]);
    __builtin_prefetch(pst_hash_first(&dictionary->codes, hash[i]));
  }
  for (size_t i = 0; i < n; i++)
    __builtin_prefetch(guess(dictionary, hash[i]));
  for (size_t i = 0; i < n; i++) {
    const struct pst_text *text = guess(dictionary, hash[i]);

    __builtin_prefetch(text == NULL ? NULL : text->data);
  }
  for (size_t i = 0; i < n; i++) {
    codes[i] = find_or_add(dictionary, hash[i], texts[i]);
    if (codes[i] == PST_CODE_MISSING)
      return false;
  }
  return true;
}

unsigned pst_dictionary_find(const struct pst_dictionary *dictionary, struct pst_text text)
{
  if (dictionary->count == 0)
    return PST_CODE_MISSING;
  return (unsigned)pst_hash_item(
      pst_hash_at(&dictionary->codes, pst_hash_text(text), says, dictionary, &text));
}

const char *pst_dictionary_string(const struct pst_dictionary *dictionary, unsigned code)
{
  return dictionary->texts[code].data;
}

void pst_dictionary_free(struct pst_dictionary *dictionary)
{
  free(dictionary->texts);
  pst_hash_free(&dictionary->codes);
  pst_arena_free(&dictionary->arena);
  if (dictionary->beyond != NULL)
    pst_buffer_free(&dictionary->beyond->normal);
  free(dictionary->beyond);
  *dictionary = (struct pst_dictionary){.count = 0};
}
