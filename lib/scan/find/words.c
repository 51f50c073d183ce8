/* words.c -- words that stand for numbers, beside their numbers: doubled, a third, most.

   A word is a round figure: it agrees within 5 per cent of it, is taken as rounded within a fifth (of doubled
   within a quarter), and contradicts beyond. */
#include "scan/find/change.h"
#include "scan/find/finders.h"

/* What a word stands for: N / D, and what it may have been rounded from. */
struct meaning {
  const char *words;
  int n, d;
};

static const struct meaning multiples[] = {{"doubled doubling doubles", 2, 1},
                                           {"tripled trebled tripling", 3, 1},
                                           {"quadrupled quadrupling fourfold", 4, 1},
                                           {"halved halving", 1, 2},
                                           {"twofold", 2, 1},
                                           {"threefold", 3, 1},
                                           {"fivefold", 5, 1},
                                           {"tenfold", 10, 1},
                                           {NULL, 0, 0}};

static const struct meaning fractions[] = {{"half", 1, 2},    {"third", 1, 3},    {"thirds", 2, 3},
                                           {"quarter", 1, 4}, {"quarters", 3, 4}, {"fifth", 1, 5},
                                           {"tenth", 1, 10},  {NULL, 0, 0}};

static const struct meaning *meaning_of(const struct pst_paper *paper, size_t at,
                                        const struct meaning *meanings)
{
  for (; meanings->words != NULL; meanings++)
    if (pst_paper_word(paper, at, meanings->words))
      return meanings;
  return NULL;
}

/* More than, almost and the like before token AT. */
static enum pst_paper_vague vague_before(const struct pst_paper *paper, size_t first, size_t at)
{
  if (at >= first + 2 && pst_paper_word(paper, at - 1, "than"))
    return pst_paper_word(paper, at - 2, "more greater") ? PST_PAPER_OVER : PST_PAPER_UNDER;
  if (at >= first + 1 && pst_paper_word(paper, at - 1, "over"))
    return PST_PAPER_OVER;
  if (at >= first + 1 && pst_paper_word(paper, at - 1, "under"))
    return PST_PAPER_UNDER;
  if (at >= first + 1
      && pst_paper_word(paper, at - 1, "nearly almost about around roughly approximately"))
    return PST_PAPER_ABOUT;
  return PST_PAPER_AS_PRINTED;
}

static struct pst_rational times(struct pst_exact *exact, struct pst_rational value, int n, int d)
{
  return pst_rational_divide(exact, pst_rational_multiply(exact, value, pst_rational_whole(n)),
                             pst_rational_whole(d));
}

/* The verdict of VALUE, which may be any of RANGE, against a word for MEANT. */
static enum pst_finding_verdict judge(struct pst_scan *scan, struct pst_rational meant,
                                      enum pst_paper_vague vague, const struct pst_range *range,
                                      struct pst_rational value, int loose)
{
  struct pst_exact *exact = &scan->exact;
  struct pst_range point = pst_range_point(meant),
                   difference = pst_range_subtract(exact, range, &point);
  struct pst_range near = {.low = {.value = times(exact, meant, 95, 100)},
                           .high = {.value = times(exact, meant, 105, 100)}};
  struct pst_range far = {.low = {.value = times(exact, meant, 100 - loose, 100)},
                          .high = {.value = times(exact, meant, 100 + loose, 100)}};

  if (vague == PST_PAPER_OVER || vague == PST_PAPER_UNDER) {
    enum pst_truth truth =
        pst_range_sign(&difference, vague == PST_PAPER_OVER ? PST_IS_MORE : PST_IS_LESS);

    return truth == PST_TRUTH_YES  ? PST_FINDING_AGREES
           : truth == PST_TRUTH_NO ? PST_FINDING_CONTRADICTS
                                   : PST_FINDING_ROUNDING;
  }
  if (pst_range_hold(&near, value))
    return PST_FINDING_AGREES;
  return pst_range_meet(&far, range) ? PST_FINDING_ROUNDING : PST_FINDING_CONTRADICTS;
}

static void set_words(const struct pst_paper *paper, size_t from, size_t to, struct pst_find *find)
{
  find->at = paper->tokens[from].at;
  find->size = paper->tokens[to].at + paper->tokens[to].size - find->at;
}

/* Where "more than" begins, of what is meant by the word at token AT. */
static size_t first_word(const struct pst_paper *paper, size_t first, size_t at,
                         enum pst_paper_vague vague)
{
  if (vague == PST_PAPER_AS_PRINTED || at == first
      || pst_paper_word(paper, at, "most majority minority"))
    return at;
  return at >= first + 2 && pst_paper_word(paper, at - 1, "than") ? at - 2 : at - 1;
}

static struct pst_range stated_range(struct pst_rational meant, enum pst_paper_vague vague)
{
  struct pst_range range = pst_range_point(meant);
  struct pst_limit none = {.value = pst_rational_whole(0), .kind = PST_LIMIT_OPEN};

  if (vague == PST_PAPER_OVER) {
    range.low.kind = PST_LIMIT_OPEN;
    range.high = none;
    range.high.infinite = 1;
  } else if (vague == PST_PAPER_UNDER) {
    range.high.kind = PST_LIMIT_OPEN;
    range.low = none;
    range.low.infinite = -1;
  }
  return range;
}

/* --- doubled from A to B --------------------------------------------------------------------------- */

static void multiple(struct pst_scan *scan, const struct pst_paper *paper,
                     const struct pst_sentence *s, size_t at, const struct meaning *meaning)
{
  struct pst_change_pair pair;
  size_t next = at + 1;
  struct pst_find find = {
      .kind = "words", .paper = paper, .says_at = s->at, .says_end = s->end, .has_value = true};
  struct pst_rational meant = times(&scan->exact, pst_rational_whole(meaning->n), 1, meaning->d);
  enum pst_paper_vague vague = vague_before(paper, s->first, at);
  struct pst_range stated = stated_range(meant, vague);

  if (!pst_change_pair_next(scan, paper, s, &next, &pair) || pair.first > at + 6
      || !pst_find_ratio(scan, pair.to, pair.from, 1, &find.range, &find.value))
    return;
  find.figures = (const struct pst_mention *const[]){pair.from, pair.to};
  find.figure_count = 2;
  set_words(paper, first_word(paper, s->first, at, vague), at, &find);
  find.text = pst_find_format(scan, "%s / %s", pst_find_text(scan, paper, pair.to),
                              pst_find_text(scan, paper, pair.from));
  pst_find_add(scan, &find, judge(scan, meant, vague, &find.range, find.value, 25), &stated);
}

/* --- a third (32.4 %) ------------------------------------------------------------------------------ */

/* The percentage in brackets a few words behind token AT, of nothing else. */
static const struct pst_mention *share_behind(const struct pst_paper *paper, size_t at, size_t last)
{
  size_t i = at + 1;
  const struct pst_mention *m;

  while (i < last && i < at + 9 && paper->tokens[i].kind == PST_TOKEN_WORD)
    i++;
  if (!pst_paper_mark(paper, i, '('))
    return NULL;
  m = pst_mention_at(paper, i + 1);
  return m != NULL && m->unit == PST_PAPER_PERCENT && m->vague == PST_PAPER_AS_PRINTED
                 && !m->has_sign
                 && (pst_paper_mark(paper, i + 2, ')') || pst_paper_mark(paper, i + 2, ',')
                     || pst_paper_mark(paper, i + 2, ';'))
             ? m
             : NULL;
}

static void compare(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_sentence *s, size_t from, size_t to, struct pst_rational meant,
                    enum pst_paper_vague vague)
{
  const struct pst_mention *share = share_behind(paper, to, s->last);
  struct pst_find find = {.kind = "words",
                          .paper = paper,
                          .figures = &share,
                          .figure_count = 1,
                          .unit = PST_PAPER_PERCENT,
                          .says_at = s->at,
                          .says_end = s->end,
                          .has_value = true};
  struct pst_range stated = stated_range(meant, vague);

  if (share == NULL)
    return;
  set_words(paper, first_word(paper, s->first, from, vague), to, &find);
  find.range = share->range;
  find.value = share->value;
  find.text = pst_find_format(scan, "%s", pst_find_text(scan, paper, share));
  find.has_value = false;
  pst_find_add(scan, &find, judge(scan, meant, vague, &share->range, share->value, 20), &stated);
}

/* "one third", "two thirds", "a quarter", "half", "three fifths". */
static void fraction(struct pst_scan *scan, const struct pst_paper *paper,
                     const struct pst_sentence *s, size_t at, const struct meaning *meaning)
{
  size_t from = at;
  int n = meaning->n;
  bool is_half = pst_paper_word(paper, at, "half");

  if (from > s->first && pst_paper_mark(paper, from - 1, '-'))
    from--;
  if (from > s->first && pst_paper_word(paper, from - 1, "a one"))
    from--;
  else if (from > s->first && !is_half && pst_paper_word(paper, from - 1, "two"))
    from--, n = 2;
  else if (from > s->first && !is_half && pst_paper_word(paper, from - 1, "three"))
    from--, n = 3;
  else if (!is_half)
    return; /* the third */
  if (is_half && from > s->first && pst_paper_word(paper, from - 1, "first second other and"))
    return;
  compare(scan, paper, s, from, at, times(&scan->exact, pst_rational_whole(100), n, meaning->d),
          vague_before(paper, s->first, from));
}

void pst_find_words(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_sentence *s)
{
  for (size_t i = s->first; i < s->last; i++) {
    const struct meaning *meaning = meaning_of(paper, i, multiples);

    if (meaning != NULL)
      multiple(scan, paper, s, i, meaning);
    meaning = meaning_of(paper, i, fractions);
    if (meaning != NULL)
      fraction(scan, paper, s, i, meaning);
    if (pst_paper_word(paper, i, "most majority")
        && !(i > s->first && pst_paper_word(paper, i - 1, "the at"))
        && pst_paper_word(
            paper, i + 1,
            "of respondents participants people countries households members firms students"))
      compare(scan, paper, s, i, i, pst_rational_whole(50), PST_PAPER_OVER);
    if (pst_paper_word(paper, i, "minority") && pst_paper_word(paper, i + 1, "of"))
      compare(scan, paper, s, i, i, pst_rational_whole(50), PST_PAPER_UNDER);
  }
}
