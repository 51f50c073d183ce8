/* parts.c -- parts beside their total, in prose. */
#include "scan/find/change.h"
#include "scan/find/finders.h"

enum { PARTS_MOST = 20, GAP_MOST = 8 };

struct parts {
  const struct pst_mention *total, *items[PARTS_MOST];
  size_t count;
};

static bool may_be_part(const struct pst_mention *m, const struct pst_mention *total)
{
  return m != NULL && m->at != total->at && pst_paper_same_unit(m, total)
         && m->vague == PST_PAPER_AS_PRINTED && !m->has_sign;
}

/* Two numbers of a list: a comma or an "and" between them, and no other clause. */
static bool is_list(const struct pst_paper *paper, size_t from, size_t to)
{
  bool joined = false;

  if (to - from > GAP_MOST)
    return false;
  for (size_t i = from; i < to; i++) {
    if (pst_paper_mark(paper, i, '(') || pst_paper_mark(paper, i, ')')
        || pst_paper_mark(paper, i, '.') || pst_paper_mark(paper, i, ':')
        || pst_paper_word(paper, i, "which of whom or than but"))
      return false;
    joined = joined || pst_paper_mark(paper, i, ',') || pst_paper_mark(paper, i, ';')
             || pst_paper_word(paper, i, "and plus");
  }
  return joined;
}

/* The list whose first number is the first from FIRST on, up to LAST. */
static void read_list(struct pst_scan *scan, const struct pst_paper *paper, size_t first,
                      size_t last, struct parts *parts)
{
  size_t before = 0;

  parts->count = 0;
  for (size_t i = first; i < last && parts->count < PARTS_MOST; i++) {
    const struct pst_mention *m = pst_mention_at(paper, i);

    if (m == NULL)
      continue;
    if (m->scale > 0)
      m = pst_mention_like(scan, paper, m, parts->total);
    if (!may_be_part(m, parts->total) || (parts->count > 0 && !is_list(paper, before + 1, i)))
      return;
    parts->items[parts->count++] = m;
    before = i;
  }
}

/* Whole numbers of what is counted, none of them rounded. */
static bool are_counts(struct pst_scan *scan, const struct parts *parts)
{
  bool counts = pst_find_is_count(scan, parts->total);

  for (size_t i = 0; i < parts->count; i++)
    counts = counts && pst_find_is_count(scan, parts->items[i]);
  return counts;
}

/* Within a fifth of it: what is far from the sum is the total of something else. */
static bool is_near(struct pst_scan *scan, const struct parts *parts)
{
  struct pst_range range;
  struct pst_rational sum, far;
  struct pst_exact *exact = &scan->exact;

  pst_find_sum(scan, parts->items, parts->count, &range, &sum);
  far = pst_rational_multiply(exact, pst_rational_subtract(exact, sum, parts->total->value),
                              pst_rational_whole(5));
  if (pst_rational_sign(far) < 0)
    far = pst_rational_negate(exact, far);
  return pst_rational_compare(far, parts->total->value) <= 0;
}

static void make(struct pst_scan *scan, const struct pst_paper *paper, const struct pst_sentence *s,
                 const struct parts *parts, bool is_all, bool exact)
{
  struct pst_find find = {.kind = "parts",
                          .paper = paper,
                          .stated = parts->total,
                          .unit = parts->total->unit,
                          .currency = parts->total->currency,
                          .scale = parts->total->scale,
                          .figures = parts->items,
                          .figure_count = parts->count,
                          .says_at = s->at,
                          .says_end = s->end,
                          .has_value = true};
  enum pst_finding_verdict verdict;

  if (parts->count < 2)
    return;
  pst_find_sum(scan, parts->items, parts->count, &find.range, &find.value);
  find.text = pst_find_sum_text(scan, paper, parts->items, parts->count);
  verdict = pst_find_verdict(&parts->total->range, &find.range, true, find.value);
  /* A list need not be complete, and may be of something else: only one that says it is all, or that is a little too
     much, contradicts. */
  if (verdict == PST_FINDING_CONTRADICTS
      && (!is_near(scan, parts)
          || (!is_all && pst_rational_compare(find.value, parts->total->value) < 0)))
    return;
  if (verdict == PST_FINDING_ROUNDING && exact && are_counts(scan, parts)) {
    const struct pst_range stated = pst_range_point(parts->total->value);

    find.note = "counts are not rounded";
    find.range = pst_range_point(find.value);
    pst_find_add(scan, &find, PST_FINDING_CONTRADICTS, &stated);
    return;
  }
  pst_find_equal(scan, &find);
}

/* Both of a pair that leaves nobody out. */
static bool is_complete(const struct pst_paper *paper, size_t first, size_t last)
{
  static const char *const pairs[][2] = {{"men", "women"},
                                         {"male", "female"},
                                         {"males", "females"},
                                         {"boys", "girls"},
                                         {"yes", "no"},
                                         {"public", "private"},
                                         {"urban", "rural"},
                                         {"domestic", "foreign"},
                                         {"treatment", "control"},
                                         {"intervention", "control"},
                                         {"treatment", "placebo"},
                                         {"state", "private"},
                                         {"for", "against"},
                                         {"won", "lost"}};

  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (pst_paper_has(paper, first, last, pairs[i][0])
        && pst_paper_has(paper, first, last, pairs[i][1]))
      return true;
  return false;
}

/* What stands in brackets behind a number of people, and is no part of them. */
static const char measures[] = "SD M CI mean median age aged range years from SE IQR";

/* 18 to 70, 18-70 */
static bool is_span(const struct pst_paper *paper, size_t first, size_t last)
{
  for (size_t i = first + 1; i + 1 < last; i++)
    if ((pst_paper_word(paper, i, "to") || pst_paper_mark(paper, i, '-'))
        && pst_paper_mention(paper, i - 1) != NULL && pst_paper_mention(paper, i + 1) != NULL)
      return true;
  return false;
}

/* 1,200 participants (700 men and 500 women) */
static void in_brackets(struct pst_scan *scan, const struct pst_paper *paper,
                        const struct pst_sentence *s, size_t at)
{
  struct parts parts = {.total = pst_mention_at(paper, at)};
  size_t open = at + 1, close;

  if (parts.total == NULL || parts.total->ordinal)
    return;
  while (open < s->last && open < at + 5 && paper->tokens[open].kind == PST_TOKEN_WORD)
    open++;
  if (!pst_paper_mark(paper, open, '('))
    return;
  close = open + 1;
  while (close < s->last && !pst_paper_mark(paper, close, ')'))
    close++;
  if (close == s->last)
    return;
  for (size_t i = open + 1; i < close; i++) /* 48 women and 16 men; M = 19.7 */
    if (pst_paper_mark(paper, i, ';') && pst_paper_has(paper, i, close, measures))
      close = i;
  if (pst_paper_has(paper, open, close, measures) || is_span(paper, open, close))
    return;
  read_list(scan, paper, open + 1, close, &parts);
  for (size_t i = open + 1; i < close; i++) /* every number of it is a part */
    if (pst_paper_mention(paper, i) != NULL
        && (parts.count == 0 || i > parts.items[parts.count - 1]->token))
      return;
  if (open > at + 1 || is_complete(paper, open, close))
    make(scan, paper, s, &parts, is_complete(paper, open, close), is_complete(paper, open, close));
}

static bool adds_up(struct pst_scan *scan, const struct parts *parts)
{
  struct pst_range range;
  struct pst_rational sum;

  pst_find_sum(scan, parts->items, parts->count, &range, &sum);
  return pst_find_verdict(&parts->total->range, &range, true, sum) == PST_FINDING_AGREES;
}

/* "a total of 12 billion: 5 for schools, 4 for roads and 3 for health"; "..., in total 12 billion" */
static void of_total(struct pst_scan *scan, const struct pst_paper *paper,
                     const struct pst_sentence *s, size_t at)
{
  struct parts parts = {.total = pst_mention_at(paper, at)};
  size_t colon = at + 1;

  if (parts.total == NULL)
    return;
  while (colon < s->last && colon < at + 10 && !pst_paper_mark(paper, colon, ':')
         && pst_mention_at(paper, colon) == NULL)
    colon++;
  if (pst_paper_mark(paper, colon, ':'))
    read_list(scan, paper, colon + 1, s->last, &parts);
  else if (pst_paper_word(paper, at - 1, "of total")
           && pst_paper_has(paper, at > s->first + 3 ? at - 3 : s->first, at, "total"))
    read_list(scan, paper, s->first, at, &parts);
  else
    return;
  if (parts.count < 2 || !is_near(scan, &parts))
    return;
  make(scan, paper, s, &parts, true, false);
}

/* Of the 412 cases, 298 were won and 114 lost: a list need not be complete, so only what adds up is said, unless it
   leaves nobody out. */
static void of_these(struct pst_scan *scan, const struct pst_paper *paper,
                     const struct pst_sentence *s, size_t at)
{
  struct parts parts;
  size_t next = at + 1;

  if (!pst_paper_word(paper, at, "of") || !(at == s->first || pst_paper_mark(paper, at - 1, ';')))
    return;
  while (next < s->last && pst_paper_word(paper, next, "the all these those our its"))
    next++;
  parts = (struct parts){.total = next < s->last ? pst_mention_at(paper, next) : NULL};
  if (parts.total == NULL || parts.total->unit == PST_PAPER_PERCENT)
    return;
  read_list(scan, paper, next + 1, s->last, &parts);
  if (parts.count < 2)
    return;
  if (adds_up(scan, &parts)
      || (parts.count == 2 && is_near(scan, &parts)
          && is_complete(paper, parts.items[0]->token, s->last)))
    make(scan, paper, s, &parts, true, false);
}

void pst_find_parts(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_sentence *s)
{
  for (size_t i = s->first; i < s->last; i++) {
    in_brackets(scan, paper, s, i);
    of_these(scan, paper, s, i);
    if (i > s->first + 1 && pst_paper_word(paper, i - 1 - pst_paper_mark(paper, i - 1, ','), "all")
        && pst_paper_word(paper, i - 2 - pst_paper_mark(paper, i - 1, ','), "in"))
      of_total(scan, paper, s, i);
    if (i > s->first
        && pst_paper_has(paper, i > s->first + 3 ? i - 3 : s->first, i,
                         "total totals totalling totaling totalled totaled altogether"))
      of_total(scan, paper, s, i);
  }
}
