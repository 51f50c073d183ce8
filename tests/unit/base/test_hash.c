#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "random.h"

struct owner {
  uint64_t *keys;
  size_t count;
};

static size_t asked; /* calls of equals */

static bool equals(const void *context, size_t item, const void *key)
{
  const struct owner *owner = context;
  const uint64_t *wanted = key;

  asked++;
  assert_true(item < owner->count);
  return owner->keys[item] == *wanted;
}

/* The item of KEY, whose hash is HASH, new if it was not there. */
static size_t put(struct pst_hash *table, struct owner *owner, uint64_t key, uint64_t hash)
{
  struct pst_hash_slot *slot;

  assert_true(pst_hash_room(table, owner->count + 1));
  slot = pst_hash_at(table, hash, equals, owner, &key);
  if (pst_hash_item(slot) == PST_HASH_NONE) {
    pst_hash_take(slot, hash, owner->count);
    owner->keys[owner->count++] = key;
  }
  return pst_hash_item(slot);
}

static size_t find(const struct pst_hash *table, struct owner *owner, uint64_t key, uint64_t hash)
{
  return pst_hash_item(pst_hash_at(table, hash, equals, owner, &key));
}

static void many_items(void **state)
{
  enum { N = 300000 };
  struct owner owner = {.keys = malloc(N * sizeof *owner.keys)};
  struct pst_hash table = {.slots = NULL};
  uint64_t seed = 7;

  (void)state;
  for (uint64_t i = 0; i < N; i++)
    assert_int_equal(put(&table, &owner, i << 32, pst_hash_mix(i << 32)), i);
  assert_int_equal(owner.count, N);
  assert_true(table.n_slots >= 2 * N && table.n_slots < 4 * N);
  asked = 0;
  for (size_t i = 0; i < N; i++) {
    uint64_t key = random_below(&seed, N) << 32;

    assert_int_equal(put(&table, &owner, key, pst_hash_mix(key)), key >> 32);
    assert_int_equal(find(&table, &owner, key + 1, pst_hash_mix(key + 1)), PST_HASH_NONE);
  }
  /* The hash in the slot tells others apart: few of 300,000 agree in 32 bits. */
  assert_true(asked < N + N / 100);
  pst_hash_free(&table);
  assert_int_equal(table.n_slots, 0);
  free(owner.keys);
}

/* All in one place: slow, and right. */
static void one_hash_for_all(void **state)
{
  enum { N = 500 };
  uint64_t keys[N];
  struct owner owner = {.keys = keys};
  struct pst_hash table = {.slots = NULL};

  (void)state;
  for (uint64_t i = 0; i < N; i++)
    assert_int_equal(put(&table, &owner, i, UINT64_MAX), i);
  for (uint64_t i = 0; i < N; i++)
    assert_int_equal(find(&table, &owner, i, UINT64_MAX), i);
  assert_int_equal(find(&table, &owner, N, UINT64_MAX), PST_HASH_NONE);
  pst_hash_free(&table);
}

static void cleared_and_in_an_arena(void **state)
{
  uint64_t keys[1000];
  struct owner owner = {.keys = keys};
  struct pst_hash table = {.slots = NULL};
  struct pst_arena arena = PST_ARENA_EMPTY;

  (void)state;
  pst_hash_clear(&table);
  for (int round = 0; round < 2; round++) {
    for (uint64_t i = 0; i < 1000; i++) {
      assert_true(pst_hash_room_in(&table, &arena, i + 1));
      assert_int_equal(put(&table, &owner, i * i, pst_hash_mix(i)), i);
    }
    assert_int_equal(table.n_slots, 2048);
    for (uint64_t i = 0; i < 1000; i++)
      assert_int_equal(find(&table, &owner, i * i, pst_hash_mix(i)), i);
    pst_hash_clear(&table);
    owner.count = 0;
    assert_int_equal(table.n_slots, 2048);
    assert_int_equal(find(&table, &owner, 4, pst_hash_mix(2)), PST_HASH_NONE);
  }
  pst_arena_free(&arena);
}

/* Hashes that differ above bit 32 only stand side by side. */
static void same_kept_bits(void **state)
{
  uint64_t keys[2];
  struct owner owner = {.keys = keys};
  struct pst_hash table = {.slots = NULL};

  (void)state;
  assert_int_equal(put(&table, &owner, 10, UINT64_C(1) << 40 | 5), 0);
  assert_int_equal(put(&table, &owner, 11, UINT64_C(1) << 41 | 5), 1);
  assert_int_equal(find(&table, &owner, 10, UINT64_C(1) << 40 | 5), 0);
  assert_int_equal(find(&table, &owner, 11, UINT64_C(1) << 41 | 5), 1);
  pst_hash_free(&table);
}

static void too_many(void **state)
{
  struct pst_hash table = {.slots = NULL}, in_arena = {.slots = NULL};
  struct pst_arena arena = PST_ARENA_EMPTY;

  (void)state;
  assert_true(pst_hash_room(&table, 0));
  assert_null(table.slots);
  assert_true(pst_hash_room(&table, 1));
  assert_int_equal(table.n_slots, 64);
  assert_true(pst_hash_room(&table, 32));
  assert_int_equal(table.n_slots, 64);
  assert_true(pst_hash_room(&table, 33));
  assert_int_equal(table.n_slots, 128);
  assert_false(pst_hash_room(&table, PST_HASH_ITEMS + 1));
  assert_false(pst_hash_room(&table, SIZE_MAX));
  assert_int_equal(table.n_slots, 128);
  assert_false(pst_hash_room_in(&in_arena, &arena, SIZE_MAX));
  assert_true(pst_hash_room_in(&in_arena, &arena, 100));
  assert_int_equal(in_arena.n_slots, 256);
  pst_hash_free(&table);
  pst_arena_free(&arena);
}

/* A bit of the input turns about half of the output's, wherever it stands. */
static void every_bit_matters(void **state)
{
  uint64_t seed = 11;

  (void)state;
  assert_int_equal(pst_hash_mix(0), 0);
  for (unsigned bit = 0; bit < 64; bit++) {
    unsigned turned = 0, joined = 0, low = 0;

    for (int i = 0; i < 200; i++) {
      uint64_t x = random_next(&seed), y = x ^ UINT64_C(1) << bit;
      uint64_t mixed = pst_hash_mix(x) ^ pst_hash_mix(y);

      turned += (unsigned)__builtin_popcountll(mixed);
      low += (unsigned)__builtin_popcountll(mixed & 0xFFFF);
      joined += (unsigned)__builtin_popcountll(pst_hash_join(x, 5) ^ pst_hash_join(y, 5));
    }
    assert_in_range(turned, 200 * 29, 200 * 35);
    assert_in_range(joined, 200 * 29, 200 * 35);
    assert_in_range(low, 200 * 7, 200 * 9);
  }
}

static void order_matters(void **state)
{
  (void)state;
  assert_true(pst_hash_join(pst_hash_join(0, 1), 2) != pst_hash_join(pst_hash_join(0, 2), 1));
  assert_true(pst_hash_join(0, 0) != pst_hash_join(pst_hash_join(0, 0), 0));
}

/* Texts of all sizes, that differ in one byte, or in NULs at the end. */
static void texts(void **state)
{
  char bytes[40] = {0}, other[41] = {0};

  (void)state;
  for (size_t size = 0; size <= sizeof bytes; size++) {
    uint64_t hash = pst_hash_text((struct pst_text){bytes, size});

    memcpy(other + 1, bytes, size);
    assert_true(hash == pst_hash_text((struct pst_text){other + 1, size}));
    for (size_t more = size + 1; more <= sizeof bytes; more++)
      assert_true(hash != pst_hash_text((struct pst_text){bytes, more}));
    for (size_t i = 0; i < size; i++) {
      bytes[i] = 1;
      assert_true(hash != pst_hash_text((struct pst_text){bytes, size}));
      bytes[i] = 0;
    }
  }
  assert_true(pst_hash_text(pst_text_of("")) == pst_hash_text((struct pst_text){NULL, 0}));
}

/* Years, codes, names with a number: the low bits, which choose the slot, fall evenly. */
static void like_data(void **state)
{
  enum { N = 4096 };
  static unsigned char taken[3][2 * N];
  size_t free_slots[3] = {0};

  (void)state;
  for (unsigned i = 0; i < N; i++) {
    double year = 1900 + i;
    uint64_t bits;
    char text[32];

    memcpy(&bits, &year, sizeof bits);
    taken[0][pst_hash_join(0, bits) & (2 * N - 1)] = 1;
    taken[1][pst_hash_join(pst_hash_join(0, i / 64), i % 64) & (2 * N - 1)] = 1;
    snprintf(text, sizeof text, "Country number %u", i);
    taken[2][pst_hash_text(pst_text_of(text)) & (2 * N - 1)] = 1;
  }
  for (int k = 0; k < 3; k++) {
    for (size_t i = 0; i < 2 * N; i++)
      free_slots[k] += taken[k][i] == 0;
    /* 2 N exp(-1/2) = 4969 are expected to stay free, give or take 40. */
    assert_in_range(free_slots[k], 4769, 5169);
  }
}

int main(void)
{
  static const struct CMUnitTest tests[] = {
      cmocka_unit_test(many_items),
      cmocka_unit_test(one_hash_for_all),
      cmocka_unit_test(same_kept_bits),
      cmocka_unit_test(too_many),
      cmocka_unit_test(every_bit_matters),
      cmocka_unit_test(order_matters),
      cmocka_unit_test(texts),
      cmocka_unit_test(like_data),
      cmocka_unit_test(cleared_and_in_an_arena),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
