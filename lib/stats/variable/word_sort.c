/* word_sort.c -- whole numbers of 64 bits in order: by their upper digits, then by their neighbours. */
#include "stats/variable/word_sort.h"

#include <stdbool.h>
#include <string.h>

#include "base/parallel.h"

/* So few are merged: the digits would outnumber them.  MOVES: of a word, on average, until neighbours are
   merged instead. */
enum {
  BITS = 11,
  DIGITS = 1 << BITS,
  FEW = 600,
  MANY = 1 << 22,
  RUN = 12,
  MOVES = 12,
  MOST_PARTS = 8,
  LEAST_PART = 1 << 14
};

/* One pass: each part of the words counts its digits, and then moves its words to where those of their digit
   stand: after those of smaller digits, and of the parts before. */
struct pass {
  const uint64_t *from;
  uint64_t *to;
  size_t n, parts;
  int shift;
  size_t (*count)[DIGITS]; /* a row a part */
};

static size_t first_of(const struct pass *pass, size_t part)
{
  return pass->n * part / pass->parts;
}

static void count_part(void *context, size_t part, size_t thread)
{
  const struct pass *pass = context;
  size_t *count = pass->count[part];
  const int shift = pass->shift;

  (void)thread;
  memset(count, 0, sizeof pass->count[part]);
  for (size_t i = first_of(pass, part), end = first_of(pass, part + 1); i < end; i++)
    count[pass->from[i] >> shift & (DIGITS - 1)]++;
}

static void move_part(void *context, size_t part, size_t thread)
{
  const struct pass *pass = context;
  size_t *next = pass->count[part];
  uint64_t *to = pass->to;
  const int shift = pass->shift;

  (void)thread;
  for (size_t i = first_of(pass, part), end = first_of(pass, part + 1); i < end; i++) {
    const uint64_t word = pass->from[i];

    to[next[word >> shift & (DIGITS - 1)]++] = word;
  }
}

static void place_digits(struct pass *pass)
{
  size_t start = 0;

  for (size_t d = 0; d < DIGITS; d++)
    for (size_t part = 0; part < pass->parts; part++) {
      size_t size = pass->count[part][d];

      pass->count[part][d] = start;
      start += size;
    }
}

static void sort_digit(uint64_t *from, uint64_t *to, size_t n, int shift, size_t threads)
{
  size_t count[MOST_PARTS][DIGITS];
  struct pass pass = {.from = from, .to = to, .n = n, .shift = shift, .count = count};

  pass.parts = n / LEAST_PART < threads ? n / LEAST_PART : threads;
  pass.parts = pass.parts < 1 ? 1 : pass.parts > MOST_PARTS ? MOST_PARTS : pass.parts;
  pst_parallel_parts(pass.parts, pass.parts, count_part, &pass);
  place_digits(&pass);
  pst_parallel_parts(pass.parts, pass.parts, move_part, &pass);
}

/* Insertion; false, and the words in some order, when they moved more than MOST places together. */
static bool insert_words(uint64_t *words, size_t n, size_t most)
{
  size_t moves = 0;

  for (size_t i = 1; i < n; i++) {
    const uint64_t moving = words[i];
    size_t j = i;

    for (; j > 0 && moving < words[j - 1]; j--) {
      words[j] = words[j - 1];
      if (++moves > most) {
        words[j - 1] = moving;
        return false;
      }
    }
    words[j] = moving;
  }
  return true;
}

static void merge_two(const uint64_t *left, size_t left_n, const uint64_t *right, size_t right_n,
                      uint64_t *out)
{
  size_t l = 0, r = 0;

  while (l < left_n && r < right_n)
    *out++ = right[r] < left[l] ? right[r++] : left[l++];
  memcpy(out, left + l, (left_n - l) * sizeof *out);
  memcpy(out + (left_n - l), right + r, (right_n - r) * sizeof *out);
}

static void merge_words(uint64_t *words, uint64_t *room, size_t n)
{
  uint64_t *from = words, *to = room;

  for (size_t i = 0; i < n; i += RUN)
    insert_words(words + i, n - i < RUN ? n - i : RUN, RUN * RUN);
  for (size_t width = RUN; width < n; width *= 2) {
    uint64_t *swap = from;

    for (size_t i = 0; i < n; i += 2 * width) {
      size_t left = n - i < width ? n - i : width;
      size_t right = n - i - left < width ? n - i - left : width;

      merge_two(from + i, left, from + i + left, right, to + i);
    }
    from = to;
    to = swap;
  }
  if (from != words)
    memcpy(words, from, n * sizeof *words);
}

void pst_word_sort(uint64_t *words, uint64_t *room, size_t n, size_t threads)
{
  bool sorted = false;

  if (n <= FEW) {
    merge_words(words, room, n);
    return;
  }
  /* An even number of digits: the words end where they began. */
  for (int digits = n > MANY ? 4 : 2; digits <= 4 && !sorted; digits += 2) {
    for (int d = digits; d > 0; d -= 2) {
      sort_digit(words, room, n, 64 - d * BITS, threads);
      sort_digit(room, words, n, 64 - (d - 1) * BITS, threads);
    }
    sorted = insert_words(words, n, MOVES * n);
  }
  if (!sorted)
    merge_words(words, room, n);
}
