/* pair.c -- "from A to B". */
#include "scan/find/change.h"

const char pst_change_up[] =
    "rose rise rises risen rising increase increases increased increasing grew grow grows grown "
    "growing growth climbed climbing climb gained gain gains up jumped jump surged surge expanded "
    "soared improved added higher more";

const char pst_change_down[] =
    "fell fall falls fallen falling decrease decreases decreased decreasing declined decline "
    "declines declining dropped drop drops dropping shrank shrunk shrink down lost loss losses "
    "reduced reduction reductions slid slipped plunged contracted contraction cut cuts lower less "
    "fewer";

enum { BETWEEN_MOST = 7, BACK_MOST = 14 };

/* Table 3, Rule 39, the 2. of a list: a name, and no figure. */
static bool is_label(const struct pst_paper *paper, const struct pst_mention *m)
{
  static const char names[] = "table tables figure figures fig figs section sections chapter "
                              "chapters article articles rule "
                              "rules box boxes appendix annex annexes protocol no nos study "
                              "experiment question page pages p "
                              "pp vol volume note footnote line lines resolution directive "
                              "regulation act paragraph equation "
                              "model step phase stage appendices item items room";
  size_t at = m->token;

  if (m->unit != PST_PAPER_PLAIN || m->scale > 0 || m->has_sign || m->grouped)
    return false;
  if (m->sentence < paper->sentence_count && paper->sentences[m->sentence].first == at)
    return pst_paper_mark(paper, at + 1, '.') || pst_paper_mark(paper, at + 1, ')');
  if (pst_paper_mark(paper, at - 1, '.') && at > 1)
    at--;
  return pst_paper_word(paper, at - 1, names);
}

/* The 24 of 2023/24. */
static bool ends_year(const struct pst_paper *paper, size_t at)
{
  const struct pst_mention *year =
      at >= 2 && pst_paper_mark(paper, at - 1, '/') ? pst_paper_mention(paper, at - 2) : NULL;

  return year != NULL && year->year && paper->tokens[at].size == 2
         && paper->tokens[at].at == year->at + year->size + 1;
}

const struct pst_mention *pst_mention_at(const struct pst_paper *paper, size_t at)
{
  const struct pst_mention *m = pst_paper_mention(paper, at);

  return m == NULL || m->year || m->ordinal || is_label(paper, m) || ends_year(paper, at) ? NULL
                                                                                          : m;
}

/* Does A take what stands behind B only once: "from 1.2 to 1.5 million", "5 million and 7 million euros"? */
static bool takes_unit(const struct pst_mention *a, const struct pst_mention *b)
{
  if (a->unit == PST_PAPER_MONEY)
    return b->unit == PST_PAPER_MONEY && strcmp(a->currency, b->currency) == 0 && a->scale == 0
           && !a->grouped && b->scale > 0;
  if (a->unit != PST_PAPER_PLAIN)
    return false;
  return a->scale > 0 ? b->unit == PST_PAPER_MONEY
                      : !a->grouped && (b->scale > 0 || b->unit != PST_PAPER_PLAIN);
}

const struct pst_mention *pst_mention_like(struct pst_scan *scan, const struct pst_paper *paper,
                                           const struct pst_mention *a, const struct pst_mention *b)
{
  struct pst_mention *copy;
  struct pst_rational power;
  struct pst_range factor;

  (void)paper;
  if (!takes_unit(a, b))
    return a;
  copy = pst_arena_alloc(&scan->arena, sizeof *copy);
  if (copy == NULL)
    return scan->failed = true, a;
  *copy = *a;
  copy->unit = b->unit;
  memcpy(copy->currency, b->currency, sizeof copy->currency);
  if (a->scale > 0)
    return copy;
  copy->scale = b->scale;
  power = pst_rational_power(&scan->exact, b->scale);
  factor = pst_range_point(power);
  copy->value = pst_rational_multiply(&scan->exact, a->value, power);
  copy->range = pst_range_multiply(&scan->exact, &a->range, &factor);
  return copy;
}

/* Behind FROM, the number that one of WORDS stands before; nothing but a few words and years between. */
static size_t other(const struct pst_paper *paper, const struct pst_sentence *s, size_t from,
                    const char *words)
{
  for (size_t i = from; i + 1 < s->last && i < from + BETWEEN_MOST; i++) {
    bool compared = strcmp(words, "from") == 0 && pst_paper_word(paper, i, "compared")
                    && pst_paper_word(paper, i + 1, "to with");

    if (compared || pst_paper_word(paper, i, words)) {
      size_t next = i + 1 + compared;

      while (next < s->last && next < i + 3 && paper->tokens[next].kind == PST_TOKEN_WORD
             && pst_paper_word(paper, next,
                               "about around nearly almost roughly approximately just over "
                               "some a the"))
        next++;
      if (pst_mention_at(paper, next) != NULL)
        return next;
      if (pst_paper_mention(paper, next) == NULL)
        return 0;
    }
    if (pst_mention_at(paper, i) != NULL || pst_paper_mark(paper, i, ';')
        || pst_paper_mark(paper, i, '.') || pst_paper_mark(paper, i, ':'))
      return 0;
  }
  return 0;
}

const struct pst_mention *pst_mention_before(const struct pst_paper *paper, size_t first, size_t at,
                                             const struct pst_mention *like)
{
  size_t depth = 0;

  for (size_t i = at; i-- > first && at - i <= BACK_MOST;) {
    const struct pst_mention *m = pst_mention_at(paper, i);

    depth += pst_paper_mark(paper, i, ')');
    if (pst_paper_mark(paper, i, ';') || (pst_paper_mark(paper, i, '(') && depth-- == 0))
      return NULL;
    if (m != NULL && depth == 0)
      return pst_paper_same_unit(m, like) ? m : NULL;
  }
  return NULL;
}

/* B in 2018, up from A. */
static bool read_up_from(struct pst_scan *scan, const struct pst_paper *paper,
                         const struct pst_sentence *s, size_t at, size_t first,
                         struct pst_change_pair *pair)
{
  const struct pst_mention *b;

  if (at < s->first + 2 || !pst_paper_word(paper, at - 1, "up down"))
    return false;
  b = pst_mention_before(paper, s->first, at - 1, pst_mention_at(paper, first));
  if (b == NULL)
    return false;
  pair->from = pst_mention_like(scan, paper, pst_mention_at(paper, first), b);
  pair->to = b;
  pair->first = at;
  pair->last = first + 1;
  return true;
}

/* "up from 25 to 30": both stand behind it. */
static bool goes_to(const struct pst_paper *paper, size_t first)
{
  return pst_paper_word(paper, first + 1, "to") && pst_mention_at(paper, first + 2) != NULL;
}

static bool read_pair(struct pst_scan *scan, const struct pst_paper *paper,
                      const struct pst_sentence *s, size_t at, struct pst_change_pair *pair)
{
  bool forward = pst_paper_word(paper, at, "from");
  size_t first = at + 1, second;
  const struct pst_mention *a, *b;

  if (!forward && !pst_paper_word(paper, at, "to"))
    return false;
  while (first < s->last && first < at + 3
         && pst_paper_word(paper, first,
                           "about around nearly almost roughly approximately just over some a the"))
    first++;
  a = first < s->last ? pst_mention_at(paper, first) : NULL;
  if (a != NULL && forward && !goes_to(paper, first)
      && read_up_from(scan, paper, s, at, first, pair))
    return true;
  second = a == NULL ? 0 : other(paper, s, first + 1, forward ? "to" : "from");
  if (second == 0)
    return false;
  b = pst_mention_at(paper, second);
  pair->from = forward ? a : b;
  pair->to = forward ? b : a;
  pair->first = at;
  pair->last = second + 1;
  pair->from = pst_mention_like(scan, paper, pair->from, pair->to);
  pair->to = pst_mention_like(scan, paper, pair->to, pair->from);
  return pst_paper_same_unit(pair->from, pair->to);
}

bool pst_change_pair_next(struct pst_scan *scan, const struct pst_paper *paper,
                          const struct pst_sentence *sentence, size_t *at,
                          struct pst_change_pair *pair)
{
  for (; *at + 1 < sentence->last; ++*at)
    if (read_pair(scan, paper, sentence, *at, pair)) {
      *at = pair->last;
      return true;
    }
  return false;
}
