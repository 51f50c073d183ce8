/* radix.c -- doubles as whole numbers in the same order, and sorting whole numbers by their digits. */
#include "stats/variable/radix.h"

#include <stdbool.h>
#include <string.h>

#include "base/parallel.h"

enum { BITS = 11, DIGITS = 1 << BITS, PASSES = 3, MOST_PARTS = 8, LEAST_PART = 1 << 14 };

/* One pass: each part of the numbers counts its digits, and then moves its numbers to where those of its
   digit stand: after those of smaller digits, and of the parts before. */
struct pass {
  struct pst_radix from;
  size_t parts;
  int shift;
  size_t (*count)[DIGITS]; /* a row a part */
};

static size_t digit_of(const struct pass *pass, uint32_t key)
{
  return key >> pass->shift & (DIGITS - 1);
}

static size_t first_of(const struct pass *pass, size_t part)
{
  return pass->from.n * part / pass->parts;
}

static void count_part(void *context, size_t part, size_t thread)
{
  struct pass *pass = context;
  size_t *count = pass->count[part];

  (void)thread;
  memset(count, 0, sizeof pass->count[part]);
  for (size_t i = first_of(pass, part); i < first_of(pass, part + 1); i++)
    count[digit_of(pass, pass->from.keys[i])]++;
}

static void move_part(void *context, size_t part, size_t thread)
{
  struct pass *pass = context;
  size_t *next = pass->count[part];

  (void)thread;
  for (size_t i = first_of(pass, part); i < first_of(pass, part + 1); i++) {
    uint32_t key = pass->from.keys[i];
    size_t place = next[digit_of(pass, key)]++;

    pass->from.keys_room[place] = key;
    pass->from.at_room[place] = pass->from.at[i];
  }
}

/* Where each digit of each part begins; false when all numbers have the same digit. */
static bool place_digits(struct pass *pass)
{
  size_t start = 0;

  for (size_t d = 0; d < DIGITS; d++) {
    size_t first = start;

    for (size_t part = 0; part < pass->parts; part++) {
      size_t size = pass->count[part][d];

      pass->count[part][d] = start;
      start += size;
    }
    if (start - first == pass->from.n)
      return false;
  }
  return true;
}

static void swap_rooms(struct pst_radix *sort)
{
  struct pst_radix was = *sort;

  sort->keys = was.keys_room;
  sort->keys_room = was.keys;
  sort->at = was.at_room;
  sort->at_room = was.at;
}

void pst_radix_sort(const struct pst_radix *sort, size_t threads)
{
  size_t count[MOST_PARTS][DIGITS];
  struct pass pass = {.from = *sort, .count = count};

  pass.parts = sort->n / LEAST_PART < threads ? sort->n / LEAST_PART : threads;
  pass.parts = pass.parts < 1 ? 1 : pass.parts > MOST_PARTS ? MOST_PARTS : pass.parts;
  for (int i = 0; i < PASSES && sort->n > 1; i++) {
    pass.shift = i * BITS;
    pst_parallel_parts(pass.parts, pass.parts, count_part, &pass);
    if (!place_digits(&pass))
      continue;
    pst_parallel_parts(pass.parts, pass.parts, move_part, &pass);
    swap_rooms(&pass.from);
  }
  if (pass.from.at != sort->at) {
    memcpy(sort->at, pass.from.at, sort->n * sizeof *sort->at);
    memcpy(sort->keys, pass.from.keys, sort->n * sizeof *sort->keys);
  }
}
