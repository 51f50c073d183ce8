/* slope_words.h -- what a line of a given slope leaves of points, as words that sort in its order.

   pst_slope_words_of: a word a point: in its upper bits y - (s + half) x, in its lower bits the place of the
   point.
   Given     points   finite, n from 1 to 2^32
             cut      its slope s and half
             at       room for n words
             threads  that may share the work
   Returned  words    how the words at AT are to be read
   Cost      O(n)
   Method    what is left is computed to twice the digits of a double, and rounded.  Its place among all of
             them, from the least to the greatest, is the upper half; where few of them are so far out that
             the others would be one, the bits of the double are

   pst_slope_word_point: the point of the word I.
   pst_slope_word_close: whether the rounding of what is left could have put the words I - 1 and I, which are
   in order, wrong.  It is never false when it did.
   pst_slope_bits_close: the same of two upper halves that are the bits of doubles, A not above B.
   Tested    test_slopes.c, by way of slopes.h */
#ifndef PST_STATS_SLOPE_SELECT_SLOPE_WORDS_H
#define PST_STATS_SLOPE_SELECT_SLOPE_WORDS_H

#include "stats/slope/select/slope_exact.h"
#include "stats/slope/select/slope_order.h"

struct pst_slope_words {
  const uint64_t *at;
  int shift;      /* of what is left */
  bool by_bits;   /* the bits of doubles; else places in equal steps, larger than any rounding */
  double slack;   /* by bits: rounding that does not depend on what is left */
  double nothing; /* by bits: less than this is 0 */
};

void pst_slope_words_of(const struct pst_slope_points *points, const struct pst_cut *cut,
                        uint64_t *at, size_t threads, struct pst_slope_words *words);

static inline uint32_t pst_slope_word_point(const struct pst_slope_words *words, size_t i)
{
  return (uint32_t)(words->at[i] & ((UINT64_C(1) << words->shift) - 1));
}

bool pst_slope_bits_close(const struct pst_slope_words *words, uint64_t a, uint64_t b);

static inline bool pst_slope_word_close(const struct pst_slope_words *words, size_t i)
{
  const uint64_t a = words->at[i - 1] >> words->shift, b = words->at[i] >> words->shift;

  return words->by_bits ? pst_slope_bits_close(words, a, b) : b - a <= 1;
}

#endif
