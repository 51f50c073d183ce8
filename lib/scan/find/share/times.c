/* times.c -- a multiple of a figure that stands beside it: "28.4 million, twice the 14.2 million of 2010". */
#include "scan/find/change.h"
#include "scan/find/share/share.h"

enum { WORDS_MOST = 5, LOOSE = 20 };

/* What stands for how many times: a number before "times", twice, half; a word is a round figure. */
struct multiple {
  struct pst_rational value;
  struct pst_range range;
  const struct pst_mention *digits; /* NULL of a word */
  size_t first, last;
};

static struct pst_range around(struct pst_exact *exact, struct pst_rational value, int per_cent)
{
  struct pst_range part = {.low = {.value = pst_rational_whole(100 - per_cent)},
                           .high = {.value = pst_rational_whole(100 + per_cent)}};
  struct pst_range point =
      pst_range_point(pst_rational_divide(exact, value, pst_rational_whole(100)));

  return pst_range_multiply(exact, &part, &point);
}

static bool read_multiple(struct pst_scan *scan, const struct pst_paper *paper, size_t at,
                          struct multiple *out)
{
  const struct pst_mention *m = paper->tokens[at].mention == PST_PAPER_NONE
                                    ? NULL
                                    : &paper->mentions[paper->tokens[at].mention];

  *out = (struct multiple){.first = at, .last = at + 1, .value = pst_rational_whole(2)};
  if (m != NULL && m->unit == PST_PAPER_PLAIN && !m->year
      && pst_paper_word(paper, at + 1, "times")) {
    out->digits = m->in_words ? NULL : m;
    out->value = m->value;
    out->last = at + 2;
  } else if (pst_paper_word(paper, at, "half")) {
    out->value = pst_rational_divide(&scan->exact, pst_rational_whole(1), pst_rational_whole(2));
  } else if (pst_paper_word(paper, at, "triple treble")) {
    out->value = pst_rational_whole(3);
  } else if (!pst_paper_word(paper, at, "twice double")) {
    return false;
  }
  out->range = out->digits != NULL ? m->range : around(&scan->exact, out->value, 5);
  return true;
}

/* The figure behind: "the 14.2 million of 2010", "as many as the 302 of", "that of 1997 (302)". */
static const struct pst_mention *whole_behind(const struct pst_paper *paper, size_t at, size_t last)
{
  for (size_t i = at; i < last && i < at + WORDS_MOST; i++) {
    if (pst_mention_at(paper, i) != NULL)
      return i > at ? pst_mention_at(paper, i) : NULL;
    if (!pst_paper_word(paper, i,
                        "the that those of in as many much high large its level figure value")
        && !pst_paper_mark(paper, i, '(') && pst_paper_mention(paper, i) == NULL)
      return NULL;
  }
  return NULL;
}

static bool is_vague(const struct pst_paper *paper, size_t first, size_t at)
{
  return at > first
         && pst_paper_word(paper, at - 1,
                           "than over under least most nearly almost about around only");
}

static void make(struct pst_scan *scan, const struct pst_paper *paper, const struct pst_sentence *s,
                 const struct multiple *m, const struct pst_mention *part,
                 const struct pst_mention *whole)
{
  const struct pst_mention *figures[] = {part, whole};
  struct pst_find find = {.kind = "share",
                          .paper = paper,
                          .stated = m->digits,
                          .figures = figures,
                          .figure_count = 2,
                          .decimals = 2,
                          .at = paper->tokens[m->first].at,
                          .size = paper->tokens[m->first].size,
                          .says_at = s->at,
                          .says_end = s->end,
                          .has_value = true};
  struct pst_range far = around(&scan->exact, m->value, LOOSE);

  if (!pst_find_ratio(scan, part, whole, 1, &find.range, &find.value))
    return;
  find.text = pst_find_format(scan, "%s / %s", pst_find_text(scan, paper, part),
                              pst_find_text(scan, paper, whole));
  if (m->digits != NULL)
    pst_find_equal(scan, &find);
  else
    pst_find_add(scan, &find,
                 pst_range_hold(&m->range, find.value) ? PST_FINDING_AGREES
                 : pst_range_meet(&far, &find.range)   ? PST_FINDING_ROUNDING
                                                       : PST_FINDING_CONTRADICTS,
                 NULL);
}

void pst_find_times(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_sentence *s)
{
  for (size_t i = s->first + 2; i + 2 < s->last; i++) {
    const struct pst_mention *part, *whole;
    struct multiple m;
    size_t comma = i - 1;

    if (!read_multiple(scan, paper, i, &m) || is_vague(paper, s->first, i))
      continue;
    comma -= comma > s->first && pst_paper_word(paper, comma, "or exactly i.e");
    whole = whole_behind(paper, m.last, s->last);
    if (whole == NULL || (!pst_paper_mark(paper, comma, ',') && !pst_paper_mark(paper, comma, '(')))
      continue;
    part = pst_mention_before(paper, s->first, comma, whole);
    if (part != NULL && pst_paper_same_unit(part, whole) && !part->has_sign && !whole->has_sign)
      make(scan, paper, s, &m, part, whole);
  }
}
