/* share_of.c -- counts beside their shares of one whole: "Of the 205 patients, 63 (30.7 %) died"; "63 (30.7 %) of 205". */
#include "scan/find/change.h"
#include "scan/find/share/share.h"

enum { WORDS_MOST = 5, SHARES_MOST = 12 };

/* A count and its share. */
struct counted {
  const struct pst_mention *part, *share;
};

/* k (p %), k patients (p %), k, or p %: the token behind it, AT when there is none. */
static size_t read_counted(const struct pst_paper *paper, size_t at, size_t last,
                           struct counted *out)
{
  size_t i = at + 1;

  out->part = pst_share_count(paper, at);
  if (out->part == NULL
      || (at > 0 && (pst_paper_word(paper, at - 1, "of") || pst_paper_mark(paper, at - 1, '/'))))
    return at; /* 312 of 1,248 (25.0 %): it is the whole */
  while (i < last && i < at + WORDS_MOST && paper->tokens[i].kind == PST_TOKEN_WORD
         && !pst_paper_word(paper, i, "of in at and or to by from with"))
    i++;
  if (!pst_paper_mark(paper, i, '(') && !pst_paper_mark(paper, i, '['))
    return at;
  out->share = i + 1 < last ? pst_share_percent(paper, i + 1) : NULL;
  if (out->share == NULL
      || !(pst_paper_mark(paper, i + 2, ')') || pst_paper_mark(paper, i + 2, ']')
           || pst_paper_mark(paper, i + 2, ';') || pst_paper_mark(paper, i + 2, ',')))
    return at;
  return i + 3;
}

/* k (p %) of the N patients */
static void of_behind(struct pst_scan *scan, const struct pst_paper *paper,
                      const struct pst_sentence *s, size_t at)
{
  struct counted counted;
  const struct pst_mention *whole;
  size_t next = read_counted(paper, at, s->last, &counted);

  if (next == at || !pst_paper_word(paper, next, "of"))
    return;
  next++;
  while (next < s->last && pst_paper_word(paper, next, "the all our these those its a total"))
    next++;
  while (next < s->last && pst_paper_word(paper, next, "of"))
    next++;
  whole = next < s->last ? pst_share_count(paper, next) : NULL;
  if (whole != NULL && pst_rational_compare(whole->value, counted.part->value) >= 0)
    pst_share_make(scan, paper, s, counted.share, counted.part, whole);
}

/* --- of the N patients, k (p %) ... and l (q %) ... ------------------------------------------------ */

/* "Of the N", "Among N", "N patients, of whom": the token of N, which counts what follows; 0 for none. */
static size_t whole_at(const struct pst_paper *paper, const struct pst_sentence *s, size_t at)
{
  size_t next = at + 1;

  if (pst_paper_word(paper, at, "of among from") && pst_paper_word(paper, at + 1, "whom which"))
    return 0;
  if (!pst_paper_word(paper, at, "of among")
      || !(at == s->first || pst_paper_mark(paper, at - 1, ';')
           || pst_paper_mark(paper, at - 1, '.')
           || (pst_paper_word(paper, at - 1, "out") && at - 1 == s->first)))
    return 0;
  while (next < s->last && pst_paper_word(paper, next, "the all our these those its a total of"))
    next++;
  return next < s->last && pst_share_count(paper, next) != NULL
                 && paper->tokens[next + 1 < s->last ? next + 1 : next].kind == PST_TOKEN_WORD
             ? next
             : 0;
}

/* N patients, of whom k (p %) */
static size_t whole_before(const struct pst_paper *paper, const struct pst_sentence *s, size_t at)
{
  if (!pst_paper_word(paper, at, "of") || !pst_paper_word(paper, at + 1, "whom which"))
    return 0;
  for (size_t i = at; i-- > s->first && at - i <= WORDS_MOST + 1;) {
    if (pst_share_count(paper, i) != NULL)
      return i;
    if (paper->tokens[i].mention != PST_PAPER_NONE
        || (paper->tokens[i].kind == PST_TOKEN_MARK && !pst_paper_mark(paper, i, ',')))
      return 0;
  }
  return 0;
}

/* The counts from FIRST on that are of one whole: up to a new one, another clause, or what is more than it. */
static size_t read_all(const struct pst_paper *paper, size_t first, size_t last,
                       const struct pst_mention *whole, struct counted *out)
{
  size_t count = 0;

  for (size_t i = first; i < last && count < SHARES_MOST; i++) {
    size_t end;

    if ((pst_paper_word(paper, i, "of")
         && pst_paper_word(paper, i + 1, "whom which these those them"))
        || pst_paper_word(paper, i, "against compared versus vs respectively")
        || pst_paper_mark(paper, i, ';'))
      break;
    end = read_counted(paper, i, last, &out[count]);
    if (end == i)
      continue;
    if (pst_rational_compare(out[count].part->value, whole->value) > 0
        || pst_paper_word(paper, end, "of"))
      break;
    count++;
    i = end - 1;
  }
  return count;
}

static bool is_right(struct pst_scan *scan, const struct counted *c,
                     const struct pst_mention *whole)
{
  struct pst_range range;
  struct pst_rational value;

  return pst_find_ratio(scan, c->part, whole, 100, &range, &value)
         && pst_find_verdict(&c->share->range, &range, true, value) != PST_FINDING_CONTRADICTS;
}

/* Another whole may be meant and not said: of several shares most must be of this one, and the only one right behind it. */
static void of_whole(struct pst_scan *scan, const struct pst_paper *paper,
                     const struct pst_sentence *s, size_t at, size_t first)
{
  const struct pst_mention *whole = pst_share_count(paper, at);
  struct counted all[SHARES_MOST + 1];
  size_t count = read_all(paper, first, s->last, whole, all), right = 0;

  for (size_t i = 0; i < count; i++)
    right += is_right(scan, &all[i], whole);
  for (size_t i = 0; i < count; i++)
    if (2 * right > count || (count == 1 && all[0].part->token <= first + WORDS_MOST + 2)
        || is_right(scan, &all[i], whole))
      pst_share_make(scan, paper, s, all[i].share, all[i].part, whole);
}

void pst_find_share_of(struct pst_scan *scan, const struct pst_paper *paper,
                       const struct pst_sentence *s)
{
  for (size_t i = s->first; i + 2 < s->last; i++) {
    size_t whole = whole_at(paper, s, i);

    of_behind(scan, paper, s, i);
    if (whole > 0)
      of_whole(scan, paper, s, whole, whole + 1);
    whole = whole_before(paper, s, i);
    if (whole > 0)
      of_whole(scan, paper, s, whole, i + 2);
  }
}
