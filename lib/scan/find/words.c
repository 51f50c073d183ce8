/* words.c -- words that stand for numbers, beside their numbers: doubled, a third, most.

   A word is a round figure: it agrees within 5 per cent of it, is taken as rounded within a fifth (of doubled
   within a quarter), and contradicts beyond. */
#include "scan/find/change.h"
#include "scan/find/finders.h"

enum { PAIR_MOST = 6, ROUND_MOST = 20 };

/* What a word stands for: N / D, and what it may have been rounded from. */
struct meaning {
  const char *words;
  int n, d;
};

static const struct meaning multiples[] = {
    {"doubled doubling doubles twofold two-fold", 2, 1},
    {"tripled trebled tripling trebling triples trebles threefold three-fold", 3, 1},
    {"quadrupled quadrupling fourfold four-fold", 4, 1},
    {"quintupled fivefold five-fold", 5, 1},
    {"sixfold six-fold", 6, 1},
    {"sevenfold seven-fold", 7, 1},
    {"eightfold eight-fold", 8, 1},
    {"tenfold ten-fold", 10, 1},
    {"halved halving halves", 1, 2},
    {NULL, 0, 0}};

static const struct meaning fractions[] = {{"half", 1, 2},    {"third", 1, 3},    {"thirds", 1, 3},
                                           {"quarter", 1, 4}, {"quarters", 1, 4}, {"fifth", 1, 5},
                                           {"fifths", 1, 5},  {"sixth", 1, 6},    {"eighth", 1, 8},
                                           {"tenth", 1, 10},  {"tenths", 1, 10},  {NULL, 0, 0}};

static const struct meaning *meaning_of(const struct pst_paper *paper, size_t at,
                                        const struct meaning *meanings)
{
  for (; meanings->words != NULL; meanings++)
    if (pst_paper_word(paper, at, meanings->words))
      return meanings;
  return NULL;
}

static struct pst_rational times(struct pst_exact *exact, struct pst_rational value, int n, int d)
{
  return pst_rational_divide(exact, pst_rational_multiply(exact, value, pst_rational_whole(n)),
                             pst_rational_whole(d));
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

/* "nearly": it is not reached. */
static bool is_nearly(const struct pst_paper *paper, size_t first, size_t at)
{
  return at > first && pst_paper_word(paper, at - 1, "nearly almost");
}

/* What is nearly so much does not reach it, and lacks 15 per cent of it at most. */
static void weigh_nearly(struct pst_scan *scan, struct pst_rational meant,
                         const struct pst_range *range, struct pst_rational value,
                         enum pst_finding_verdict *verdict, struct pst_find *find)
{
  struct pst_range near = {.low = {.value = times(&scan->exact, meant, 85, 100)},
                           .high = {.value = meant}};

  if (pst_range_hold(&near, value)) {
    *verdict = PST_FINDING_AGREES;
  } else if (*verdict != PST_FINDING_CONTRADICTS && range->low.infinite == 0
             && pst_rational_compare(range->low.value, meant) > 0) {
    *verdict = PST_FINDING_UNDECIDED;
    find->note = "nearly says that it is not reached, and it is";
  }
}

/* What more than halved is below the half. */
static enum pst_paper_vague turned(enum pst_paper_vague vague)
{
  return vague == PST_PAPER_OVER    ? PST_PAPER_UNDER
         : vague == PST_PAPER_UNDER ? PST_PAPER_OVER
                                    : vague;
}

static struct pst_rational distance(struct pst_exact *exact, struct pst_rational a,
                                    struct pst_rational b)
{
  struct pst_rational d = pst_rational_subtract(exact, a, b);

  return pst_rational_sign(d) < 0 ? pst_rational_negate(exact, d) : d;
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

/* The pair that the word at token AT tells of: behind it, or of "a doubling" before it. */
static bool pair_of(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_sentence *s, size_t at, struct pst_change_pair *pair)
{
  size_t next = at + 1;
  bool noun = at > s->first && pst_paper_word(paper, at - 1, "a");

  if (pst_change_pair_next(scan, paper, s, &next, pair) && pair->first <= at + PAIR_MOST)
    return true;
  next = s->first;
  while (noun && pst_change_pair_next(scan, paper, s, &next, pair) && pair->last <= at)
    if (at - pair->last <= PAIR_MOST)
      return true;
  return false;
}

/* The word from token FROM to AT says that the figures are as 1 to MEANT. */
static void multiple(struct pst_scan *scan, const struct pst_paper *paper,
                     const struct pst_sentence *s, size_t from, size_t at,
                     struct pst_rational meant)
{
  struct pst_change_pair pair;
  struct pst_find find = {
      .kind = "words", .paper = paper, .says_at = s->at, .says_end = s->end, .has_value = true};
  enum pst_paper_vague vague = vague_before(paper, s->first, from), as = vague;
  struct pst_range stated;
  enum pst_finding_verdict verdict;

  if (pst_rational_compare(meant, pst_rational_whole(1)) < 0)
    as = turned(vague);
  stated = stated_range(meant, as);
  if (!pair_of(scan, paper, s, at, &pair)
      || !pst_find_ratio(scan, pair.to, pair.from, 1, &find.range, &find.value))
    return;
  find.figures = (const struct pst_mention *const[]){pair.from, pair.to};
  find.figure_count = 2;
  set_words(paper, first_word(paper, s->first, from, vague), at, &find);
  find.text = pst_find_format(scan, "%s / %s", pst_find_text(scan, paper, pair.to),
                              pst_find_text(scan, paper, pair.from));
  verdict = judge(scan, meant, as, &find.range, find.value, 25);
  if (is_nearly(paper, s->first, from))
    weigh_nearly(scan, meant, &find.range, find.value, &verdict, &find);
  pst_find_add(scan, &find, verdict, &stated);
}

/* A number in digits or words that stands for how many times. */
static bool times_at(const struct pst_paper *paper, size_t at, struct pst_rational *value)
{
  const struct pst_mention *m;

  if (at >= paper->token_count || paper->tokens[at].mention == PST_PAPER_NONE)
    return false;
  m = &paper->mentions[paper->tokens[at].mention];
  *value = m->value;
  return m->unit == PST_PAPER_PLAIN && m->scale == 0 && pst_rational_sign(m->value) > 0 && !m->year;
}

/* by a factor of three, 4-fold; what falls by it is so much less. */
static void factor(struct pst_scan *scan, const struct pst_paper *paper,
                   const struct pst_sentence *s, size_t at)
{
  struct pst_rational n;
  size_t from = at, last = at + 2;
  bool down = false;

  if (pst_paper_word(paper, at, "fold") && at >= s->first + 2 && pst_paper_mark(paper, at - 1, '-')
      && times_at(paper, at - 2, &n)) {
    from = at - 2;
    last = at;
  } else if (!pst_paper_word(paper, at, "factor") || !pst_paper_word(paper, at + 1, "of")
             || at + 2 >= s->last || !times_at(paper, at + 2, &n)) {
    return;
  }
  for (size_t i = from; i-- > s->first && from - i <= PAIR_MOST;)
    down = down || pst_paper_word(paper, i, pst_change_down);
  if (down)
    n = pst_rational_divide(&scan->exact, pst_rational_whole(1), n);
  multiple(scan, paper, s, from, last, n);
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

/* Of quarters, thirds and halves, is another one nearer to VALUE than MEANT? */
static bool is_nearer_to_another(struct pst_scan *scan, struct pst_rational meant,
                                 struct pst_rational value)
{
  static const struct meaning all[] = {{"", 1, 4}, {"", 1, 3}, {"", 1, 2}, {"", 2, 3}, {"", 3, 4}};
  struct pst_exact *exact = &scan->exact;
  struct pst_rational own = distance(exact, meant, value);

  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (pst_rational_compare(
            distance(exact, times(exact, pst_rational_whole(100), all[i].n, all[i].d), value), own)
        < 0)
      return true;
  return false;
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
  enum pst_finding_verdict verdict;

  if (share == NULL)
    return;
  set_words(paper, first_word(paper, s->first, from, vague), to, &find);
  find.range = share->range;
  find.value = share->value;
  find.text = pst_find_format(scan, "%s", pst_find_text(scan, paper, share));
  find.has_value = false;
  verdict = judge(scan, meant, vague, &share->range, share->value, ROUND_MOST);
  if (verdict == PST_FINDING_ROUNDING && vague != PST_PAPER_OVER && vague != PST_PAPER_UNDER
      && is_nearer_to_another(scan, meant, share->value))
    verdict = PST_FINDING_CONTRADICTS;
  if (is_nearly(paper, s->first, from))
    weigh_nearly(scan, meant, &share->range, share->value, &verdict, &find);
  pst_find_add(scan, &find, verdict, &stated);
}

/* Two, three, ..., below D, in words; 0 for any other. */
static int numerator(const struct pst_paper *paper, size_t at, int d)
{
  const struct pst_mention *m = paper->tokens[at].mention == PST_PAPER_NONE
                                    ? NULL
                                    : &paper->mentions[paper->tokens[at].mention];

  return m != NULL && m->in_words && m->value.n < d ? (int)m->value.n : 0;
}

/* "two in five schools (41 %)", "one in ten", "3 out of 4". */
static void in_so_many(struct pst_scan *scan, const struct pst_paper *paper,
                       const struct pst_sentence *s, size_t at)
{
  struct pst_rational n = pst_rational_whole(1), d;
  size_t next = at + 1;

  if (!pst_paper_word(paper, at, "one") && !times_at(paper, at, &n))
    return;
  next += pst_paper_word(paper, next, "out");
  if (!pst_paper_word(paper, next, next > at + 1 ? "of" : "in") || next + 1 >= s->last
      || !times_at(paper, next + 1, &d) || !pst_rational_is_whole(n) || !pst_rational_is_whole(d)
      || pst_rational_compare(n, d) >= 0 || pst_rational_compare(d, pst_rational_whole(20)) > 0)
    return;
  if (next > at + 1 && !pst_paper_word(paper, at, "one")
      && paper->tokens[at].kind == PST_TOKEN_NUMBER)
    return; /* 3 out of 12 is a count, and a share of its own */
  compare(scan, paper, s, at, next + 1,
          pst_rational_divide(&scan->exact,
                              pst_rational_multiply(&scan->exact, n, pst_rational_whole(100)), d),
          vague_before(paper, s->first, at));
}

/* "Most voters (56 %)": not the most, at most, nor the most serious cases. */
static bool is_most_of(const struct pst_paper *paper, const struct pst_sentence *s, size_t at)
{
  const struct pst_token *next = at + 1 < s->last ? &paper->tokens[at + 1] : NULL;
  const char *end;

  if (next == NULL || !pst_paper_word(paper, at, "most majority") || next->kind != PST_TOKEN_WORD
      || (at > s->first
          && pst_paper_word(paper, at - 1, "the at 's its their our his her second third")))
    return false;
  if (pst_paper_word(paper, at, "majority"))
    return pst_paper_word(paper, at + 1, "of");
  end = paper->text.data + next->at + next->size;
  return pst_paper_word(paper, at + 1, "of people women men children")
         || (next->size > 3 && end[-1] == 's' && !(end[-3] == 'o' && end[-2] == 'u'));
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
  else if (from > s->first && !is_half && numerator(paper, from - 1, meaning->d) > 0)
    n = numerator(paper, --from, meaning->d);
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
      multiple(scan, paper, s, i, i,
               times(&scan->exact, pst_rational_whole(meaning->n), 1, meaning->d));
    factor(scan, paper, s, i);
    in_so_many(scan, paper, s, i);
    meaning = meaning_of(paper, i, fractions);
    if (meaning != NULL)
      fraction(scan, paper, s, i, meaning);
    if (is_most_of(paper, s, i))
      compare(scan, paper, s, i, i, pst_rational_whole(50), PST_PAPER_OVER);
    if (pst_paper_word(paper, i, "minority") && pst_paper_word(paper, i + 1, "of"))
      compare(scan, paper, s, i, i, pst_rational_whole(50), PST_PAPER_UNDER);
  }
}
