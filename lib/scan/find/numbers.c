/* numbers.c -- growth, ratios and sums of printed figures, with the ranges that rounding leaves. */
#include "scan/find/find.h"

static bool above_0(const struct pst_range *range)
{
  return range->low.infinite == 0 && pst_rational_sign(range->low.value) > 0;
}

bool pst_find_ratio(struct pst_scan *scan, const struct pst_mention *a, const struct pst_mention *b,
                    int times, struct pst_range *range, struct pst_rational *value)
{
  struct pst_exact *exact = &scan->exact;
  struct pst_range factor = pst_range_point(pst_rational_whole(times));

  if (!above_0(&b->range) || pst_rational_sign(b->value) <= 0
      || !pst_range_divide(exact, &a->range, &b->range, range))
    return false;
  *range = pst_range_multiply(exact, range, &factor);
  *value = pst_rational_multiply(exact, pst_rational_divide(exact, a->value, b->value),
                                 pst_rational_whole(times));
  return true;
}

bool pst_find_growth(struct pst_scan *scan, const struct pst_mention *from,
                     const struct pst_mention *to, struct pst_range *range,
                     struct pst_rational *value)
{
  struct pst_exact *exact = &scan->exact;
  struct pst_rational hundred = pst_rational_whole(100);
  struct pst_range all = pst_range_point(hundred);

  if (!pst_find_ratio(scan, to, from, 100, range, value))
    return false;
  *range = pst_range_subtract(exact, range, &all);
  *value = pst_rational_subtract(exact, *value, hundred);
  return true;
}

bool pst_find_is_count(struct pst_scan *scan, const struct pst_mention *mention)
{
  struct pst_rational thousands =
      pst_rational_divide(&scan->exact, mention->value, pst_rational_whole(1000));

  return mention->unit == PST_PAPER_PLAIN && mention->decimals == 0 && mention->scale == 0
         && mention->vague == PST_PAPER_AS_PRINTED && pst_rational_sign(mention->value) > 0
         && !pst_rational_is_whole(thousands);
}

void pst_find_sum(struct pst_scan *scan, const struct pst_mention *const *items, size_t count,
                  struct pst_range *range, struct pst_rational *value)
{
  *range = pst_range_point(pst_rational_whole(0));
  *value = pst_rational_whole(0);
  for (size_t i = 0; i < count; i++) {
    *range = pst_range_add(&scan->exact, range, &items[i]->range);
    *value = pst_rational_add(&scan->exact, *value, items[i]->value);
  }
}

enum { SHOWN_MOST = 6 };

const char *pst_find_sum_text(struct pst_scan *scan, const struct pst_paper *paper,
                              const struct pst_mention *const *items, size_t count)
{
  struct pst_buffer out = {.data = NULL};
  const char *text;

  for (size_t i = 0; i < count; i++) {
    if (count > SHOWN_MOST && i >= 3 && i + 2 < count) {
      if (i == 3)
        pst_buffer_puts(&out, " + ...");
      continue;
    }
    pst_buffer_puts(&out, i > 0 ? " + " : "");
    pst_buffer_puts(&out, pst_find_text(scan, paper, items[i]));
  }
  text = pst_arena_string(&scan->arena, pst_buffer_string(&out));
  scan->failed = scan->failed || text == NULL || out.failed;
  pst_buffer_free(&out);
  return text == NULL ? "" : text;
}
