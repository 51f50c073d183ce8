/* change.c -- a difference or a growth printed beside its two figures, in prose. */
#include "scan/find/change/change_kinds.h"
#include "scan/find/finders.h"

enum { AROUND_MOST = 14, FOLLOWS_MOST = 8 };

static const char nouns[] =
    "increase rise growth gain decline fall drop decrease reduction loss jump surge change "
    "difference contraction improvement expansion";

/* The nearest word of direction in the few tokens before AT. */
static int direction_before(const struct pst_paper *paper, size_t first, size_t at, size_t most)
{
  for (size_t i = at; i-- > first && at - i <= most;)
    if (pst_change_direction(paper, i) != 0)
      return pst_change_direction(paper, i);
  return 0;
}

static bool is_noun(const struct pst_paper *paper, size_t at)
{
  return pst_paper_word(paper, at, nouns);
}

/* Rose from A to B, by D: units and years may stand between. */
static bool follows(const struct pst_paper *paper, const struct pst_change_pair *pair, size_t at)
{
  if (at <= pair->last || at > pair->last + FOLLOWS_MOST)
    return false;
  for (size_t i = pair->last; i < at; i++)
    if (pst_mention_at(paper, i) != NULL || pst_paper_word(paper, i, "and while but whereas")
        || pst_change_direction(paper, i) != 0)
      return false;
  return true;
}

/* "increase of D", "by D" behind a verb, "rose D", "up D", "(+D)". */
static bool said_before(const struct pst_paper *paper, const struct pst_change_pair *pair,
                        size_t first, size_t at, struct pst_change_said *out)
{
  if (at == first)
    return false;
  if (at >= first + 2 && pst_paper_word(paper, at - 1, "of") && is_noun(paper, at - 2)) {
    out->direction = pst_change_direction(paper, at - 2);
    return true;
  }
  if (pst_paper_word(paper, at - 1, "by")) {
    out->direction = direction_before(paper, first, at - 1, 5);
    if (out->direction == 0 && pair != NULL && follows(paper, pair, at))
      out->direction = direction_before(paper, first, pair->first, 3);
    return out->direction != 0;
  }
  if (pst_change_direction(paper, at - 1) != 0
      && !pst_paper_word(paper, at - 1, "more less lower higher fewer added cut")
      && !is_noun(paper, at - 1)) {
    out->direction = pst_change_direction(paper, at - 1);
    return true;
  }
  return out->by->has_sign && pst_paper_mark(paper, at - 1, '(');
}

/* "a D increase", "(D increase)". */
static bool said_behind(const struct pst_paper *paper, size_t at, size_t last,
                        struct pst_change_said *out)
{
  for (size_t i = at + 1; i < last && i <= at + 2; i++)
    if (is_noun(paper, i)) {
      out->direction = pst_change_direction(paper, i);
      return true;
    }
  return false;
}

static bool read_change(const struct pst_paper *paper, const struct pst_change_pair *pair,
                        size_t first, size_t at, size_t last, struct pst_change_said *out)
{
  *out = (struct pst_change_said){.by = pst_mention_at(paper, at)};
  if (out->by == NULL || pst_paper_word(paper, at + 1, "CI confidence times fold"))
    return false;
  if (!said_before(paper, pair, first, at, out) && !said_behind(paper, at, last, out))
    return false;
  if (out->by->has_sign)
    out->direction = 0;
  return true;
}

/* The one change that belongs to PAIR, in the tokens FIRST to LAST around it. */
static bool find_change(const struct pst_paper *paper, const struct pst_change_pair *pair,
                        size_t first, size_t last, struct pst_change_said *out)
{
  size_t count = 0;
  struct pst_change_said change;

  for (size_t i = first; i < last; i++) {
    if (pst_mention_at(paper, i) != NULL
        && (pst_mention_at(paper, i)->at == pair->from->at
            || pst_mention_at(paper, i)->at == pair->to->at))
      continue;
    if (!read_change(paper, pair, first, i, last, &change))
      continue;
    *out = change;
    if (i == pair->last + 1 && pst_paper_mark(paper, pair->last, '('))
      return true; /* right behind it, in brackets */
    count++;
  }
  return count == 1;
}

/* "rose from A to B": up it went. */
static void check_direction(struct pst_scan *scan, const struct pst_paper *paper,
                            const struct pst_sentence *s, const struct pst_change_pair *pair)
{
  static const char verbs[] =
      "rose risen increased grew grown climbed jumped surged soared fell "
      "fallen decreased declined dropped shrank shrunk plunged slid slipped";
  const struct pst_mention *figures[] = {pair->from, pair->to};
  struct pst_find find = {.kind = "change",
                          .paper = paper,
                          .figures = figures,
                          .figure_count = 2,
                          .unit = pair->to->unit == PST_PAPER_PERCENT ? PST_PAPER_POINTS
                                                                      : pair->to->unit,
                          .currency = pair->to->currency,
                          .scale = pair->to->scale,
                          .says_at = s->at,
                          .says_end = s->end};
  enum pst_truth truth;
  size_t verb = pair->first;

  if (verb > s->first && !pst_paper_word(paper, verb - 1, verbs) && verb > s->first + 1
      && paper->tokens[verb - 1].size > 2
      && paper->text.data[paper->tokens[verb - 1].at + paper->tokens[verb - 1].size - 1] == 'y')
    verb--; /* fell sharply from */
  /* What rises in rank has a lower one, and what rises against a currency costs less of it. */
  if (pst_paper_has(paper, s->first, s->last,
                    "rank ranks ranked ranking rankings place places position exchange against"))
    return;
  if (verb == s->first
      || !(pst_paper_word(paper, verb - 1, verbs)
           || (pair->first == verb && pst_paper_word(paper, verb - 1, "up down")))
      || pst_rational_sign(pair->from->value) < 0 || pst_rational_sign(pair->to->value) < 0)
    return;
  find.at = paper->tokens[verb - 1].at;
  find.size = paper->tokens[verb - 1].size;
  find.relation = pst_change_direction(paper, verb - 1) > 0 ? "above 0:" : "below 0:";
  pst_change_difference(scan, pair->from, pair->to, &find);
  truth = pst_range_sign(&find.range,
                         pst_change_direction(paper, verb - 1) > 0 ? PST_IS_MORE : PST_IS_LESS);
  pst_find_add(scan, &find,
               truth == PST_TRUTH_YES  ? PST_FINDING_AGREES
               : truth == PST_TRUTH_NO ? PST_FINDING_CONTRADICTS
                                       : PST_FINDING_ROUNDING,
               NULL);
}

/* A rate a year is no change between two figures. */
static bool is_yearly(const struct pst_paper *paper, size_t first, size_t last)
{
  if (pst_paper_has(paper, first, last, "annual annually yearly CAGR"))
    return true;
  for (size_t i = first; i + 1 < last; i++) {
    if (pst_paper_word(paper, i, "average mean")
        && pst_paper_word(paper, i + 1, "growth increase rise rate change"))
      return true;
    if (pst_paper_word(paper, i, "per a each every") && pst_paper_word(paper, i + 1, "year month")
        && !pst_paper_word(paper, i + 2, "earlier ago before later")
        && pst_paper_mention(paper, i - (i > first)) != NULL
        && pst_paper_mention(paper, i - (i > first))->unit == PST_PAPER_PERCENT)
      return true;
  }
  return false;
}

void pst_find_change(struct pst_scan *scan, const struct pst_paper *paper,
                     const struct pst_sentence *s)
{
  struct pst_change_pair pair, next;
  size_t at = s->first, before = s->first;
  bool more;

  if (pst_paper_has(paper, s->first, s->last, "respectively"))
    return;
  pst_find_beside(scan, paper, s);
  pst_find_than(scan, paper, s);
  pst_find_gap(scan, paper, s);
  if (!pst_change_pair_next(scan, paper, s, &at, &pair))
    return;
  do {
    struct pst_change_said change;
    size_t first = before, last;

    more = pst_change_pair_next(scan, paper, s, &at, &next);
    last = more ? next.first : s->last;
    if (pair.first > first + AROUND_MOST)
      first = pair.first - AROUND_MOST;
    if (last > pair.last + AROUND_MOST)
      last = pair.last + AROUND_MOST;
    if (is_yearly(paper, first, last) || !find_change(paper, &pair, first, last, &change))
      check_direction(scan, paper, s, &pair);
    else
      pst_change_make(scan, paper, s, &pair, &change);
    before = pair.last;
    pair = next;
  } while (more);
}
