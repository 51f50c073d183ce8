/* inversions_pick.c -- some of the inversions of a permutation, visited while it is merged. */
#include "stats/kendall/inversions.h"

#include <stdbool.h>
#include <string.h>

#include "stats/random/random.h"

/* Runs this short are ordered by insertion before the merges begin. */
enum { RUN = 16 };

__extension__ typedef unsigned __int128 wide;

/* Two sorted runs to be merged. */
struct runs {
  const uint32_t *left;
  const uint32_t *left_end;
  const uint32_t *right;
  const uint32_t *right_end;
};

/* The first of the sorted V..END that is larger than VALUE, or not smaller when EQUAL_TOO. */
static const uint32_t *first_above(const uint32_t *v, const uint32_t *end, uint32_t value,
                                   bool equal_too)
{
  while (v < end) {
    const uint32_t *middle = v + (end - v) / 2;

    if (*middle > value || (equal_too && *middle == value))
      end = middle;
    else
      v = middle + 1;
  }
  return v;
}

/* Copies to OUT the left that is below all of the right and the right that is above all of the left,
   which is most of two runs that are nearly in order; returns where the others go.  The largest of
   these is on the left. */
static uint32_t *trim(struct runs *runs, uint32_t *out)
{
  const uint32_t *start = runs->left;
  const uint32_t *end = runs->right_end;
  size_t n = (size_t)(runs->left_end - start) + (size_t)(end - runs->right);

  if (runs->right == end) {
    runs->left = runs->left_end;
    memcpy(out, start, n * sizeof *out);
    return out + n;
  }
  runs->left = first_above(start, runs->left_end, *runs->right, false);
  if (runs->left == runs->left_end)
    runs->right_end = runs->right;
  else
    runs->right_end = first_above(runs->right, end, runs->left_end[-1], true);
  memcpy(out, start, (size_t)(runs->left - start) * sizeof *out);
  memcpy(out + n - (size_t)(end - runs->right_end), runs->right_end,
         (size_t)(end - runs->right_end) * sizeof *out);
  return out + (runs->left - start);
}

/* The inversions still to be visited: NEXT is the number of the first among them. */
struct picks {
  uint64_t seen;
  uint64_t next;
  uint64_t drawn;
  uint64_t total;
  uint64_t wanted;
  uint64_t *random;
  pst_inversion_visit *visit;
  void *context;
};

static void draw(struct picks *picks)
{
  uint64_t share = picks->total / picks->wanted;

  if (picks->drawn == picks->wanted) {
    picks->next = UINT64_MAX;
    return;
  }
  picks->next = (uint64_t)((wide)picks->drawn * picks->total / picks->wanted);
  if (share > 1)
    picks->next += pst_random_next(picks->random) % share;
  picks->drawn++;
}

/* SMALLER passes over COUNT larger numbers: as many inversions, numbered on from those seen. */
static void pass(struct picks *picks, const uint32_t *larger, size_t count, uint32_t smaller)
{
  uint64_t end = picks->seen + count;

  while (picks->next < end) {
    picks->visit(picks->context, larger[picks->next - picks->seen], smaller);
    draw(picks);
  }
  picks->seen = end;
}

static void insert_picking(uint32_t *v, size_t n, struct picks *picks)
{
  for (size_t i = 1; i < n; i++) {
    uint32_t moving = v[i];
    size_t j = i;

    for (; j > 0 && moving < v[j - 1]; j--)
      v[j] = v[j - 1];
    v[j] = moving;
    pass(picks, v + j + 1, i - j, moving);
  }
}

static void merge_picking(struct runs runs, uint32_t *out, struct picks *picks)
{
  while (runs.right < runs.right_end) {
    if (*runs.right < *runs.left) {
      pass(picks, runs.left, (size_t)(runs.left_end - runs.left), *runs.right);
      *out++ = *runs.right++;
    } else {
      *out++ = *runs.left++;
    }
  }
  memcpy(out, runs.left, (size_t)(runs.left_end - runs.left) * sizeof *out);
}

static void sort_picking(uint32_t *v, uint32_t *spare, size_t n, struct picks *picks)
{
  uint32_t *from = v;
  uint32_t *to = spare;

  for (size_t i = 0; i < n; i += RUN)
    insert_picking(v + i, n - i < RUN ? n - i : RUN, picks);
  for (size_t width = RUN; width < n; width *= 2) {
    uint32_t *swap = from;

    for (size_t i = 0; i < n; i += 2 * width) {
      size_t left = n - i < width ? n - i : width;
      size_t right = n - i - left < width ? n - i - left : width;
      struct runs runs = {from + i, from + i + left, from + i + left, from + i + left + right};
      uint32_t *out = trim(&runs, to + i);

      merge_picking(runs, out, picks);
    }
    from = to;
    to = swap;
  }
}

void pst_inversions_pick(uint32_t *v, uint32_t *spare, size_t n, uint64_t total, uint64_t wanted,
                         uint64_t *random, pst_inversion_visit *visit, void *context)
{
  struct picks picks = {
      .total = total, .wanted = wanted, .random = random, .visit = visit, .context = context};

  if (wanted == 0)
    return;
  draw(&picks);
  sort_picking(v, spare, n, &picks);
}
