/* share.c -- "45 of 86 (52.3 %)", "46 % of the highest budget", "321 million, or 66 % of 483 million". */
#include "scan/find/change.h"
#include "scan/find/finders.h"
#include "scan/find/share/share.h"

enum { WORDS_MOST = 4, KEY_MOST = 6 };

/* Words only, WORDS_MOST at most, from AT on; the token behind them. */
static size_t skip_words(const struct pst_paper *paper, size_t at, size_t last)
{
  size_t end = at;

  while (end < last && end - at < WORDS_MOST && paper->tokens[end].kind == PST_TOKEN_WORD
         && paper->tokens[end].mention == PST_PAPER_NONE)
    end++;
  return end;
}

/* A of B, A out of B, A / B; the token behind it. */
static size_t read_of(const struct pst_paper *paper, size_t at, size_t last,
                      const struct pst_mention **part, const struct pst_mention **whole)
{
  size_t next = at + 1;

  *part = pst_share_count(paper, at);
  if (*part == NULL)
    return at;
  if (pst_paper_mark(paper, next, '/')) {
    next++;
  } else {
    next += pst_paper_word(paper, next, "out");
    if (!pst_paper_word(paper, next, "of"))
      return at;
    next++;
    while (next < last && pst_paper_word(paper, next, "the all our these those its"))
      next++;
  }
  *whole = pst_share_count(paper, next);
  return *whole != NULL && pst_rational_sign((*whole)->value) > 0 ? next + 1 : at;
}

/* A of B respondents (D %) */
static void share_behind(struct pst_scan *scan, const struct pst_paper *paper,
                         const struct pst_sentence *s, size_t at)
{
  const struct pst_mention *part, *whole;
  size_t end = read_of(paper, at, s->last, &part, &whole), bracket;

  if (end == at)
    return;
  bracket = skip_words(paper, end, s->last);
  if ((pst_paper_mark(paper, bracket, '(') || pst_paper_mark(paper, bracket, ',')
       || pst_paper_mark(paper, bracket, '[') || bracket == end)
      && pst_share_percent(paper, bracket + (bracket != end || !pst_share_percent(paper, bracket)))
             != NULL) {
    size_t own = bracket + (pst_share_percent(paper, bracket) == NULL);

    if (pst_paper_mark(paper, own + 1, ')') || pst_paper_mark(paper, own + 1, ']')
        || pst_paper_mark(paper, own + 1, ',') || pst_paper_mark(paper, own + 1, ';'))
      pst_share_make(scan, paper, s, pst_share_percent(paper, own), part, whole);
  }
}

/* D % (A of B), D % [A/B] */
static void share_before(struct pst_scan *scan, const struct pst_paper *paper,
                         const struct pst_sentence *s, size_t at)
{
  const struct pst_mention *part, *whole, *share = pst_share_percent(paper, at);
  size_t bracket = skip_words(paper, at + 1, s->last), end;

  if (share == NULL
      || (!pst_paper_mark(paper, bracket, '(') && !pst_paper_mark(paper, bracket, '[')))
    return;
  end = read_of(paper, bracket + 1, s->last, &part, &whole);
  if (end > bracket + 1 && !(part->year && whole->year))
    pst_share_make(scan, paper, s, share, part, whole);
}

/* --- of the highest -------------------------------------------------------------------------------- */

static const char keys[] = "highest peak maximum record lowest minimum initial original";

/* Is there one of KEYS, the word at token KEY, shortly before token AT? */
static bool keyed(const struct pst_paper *paper, size_t first, size_t at, size_t key)
{
  struct pst_text word = pst_paper_slice(paper, paper->tokens[key].at,
                                         paper->tokens[key].at + paper->tokens[key].size);

  for (size_t i = at; i-- > first && at - i <= KEY_MOST;) {
    const struct pst_token *t = &paper->tokens[i];

    if (t->kind == PST_TOKEN_NUMBER && !paper->mentions[t->mention].year)
      return false;
    if (pst_text_equal(word, pst_paper_slice(paper, t->at, t->at + t->size)))
      return true;
  }
  return false;
}

static bool is_amount(const struct pst_mention *m)
{
  return m->unit == PST_PAPER_MONEY || (m->unit == PST_PAPER_PLAIN && (m->grouped || m->scale > 0));
}

/* The sentence where the paragraph of S begins. */
static const struct pst_sentence *paragraph_of(const struct pst_paper *paper,
                                               const struct pst_sentence *s)
{
  while (s > paper->sentences && s[-1].kind == PST_SENTENCE_PROSE
         && s[-1].paragraph == s->paragraph)
    s--;
  return s;
}

/* It is 46 % of the aforementioned highest budget. */
static void share_of_key(struct pst_scan *scan, const struct pst_paper *paper,
                         const struct pst_sentence *s, size_t at)
{
  const struct pst_mention *share = pst_share_percent(paper, at), *whole = NULL, *part = NULL;
  const struct pst_sentence *begin = paragraph_of(paper, s), *near = s > begin ? s - 1 : s;
  size_t key = at + 1;

  if (share == NULL || !pst_paper_word(paper, at + 1, "of"))
    return;
  while (key < s->last && key <= at + KEY_MOST && paper->tokens[key].kind == PST_TOKEN_WORD
         && !pst_paper_word(paper, key, keys))
    key++;
  if (!pst_paper_word(paper, key, keys))
    return;
  for (size_t i = begin->first; i < at; i++) {
    const struct pst_mention *m = pst_mention_at(paper, i);

    if (m == NULL || !is_amount(m))
      continue;
    if (keyed(paper, begin->first, i, key))
      whole = m;
    else if (i >= near->first)
      part = m;
  }
  if (whole != NULL && part != NULL && part->token > whole->token
      && pst_paper_same_unit(part, whole))
    pst_share_make(scan, paper, s, share, part, whole);
}

/* A, or D % of the B */
static void share_or(struct pst_scan *scan, const struct pst_paper *paper,
                     const struct pst_sentence *s, size_t at)
{
  const struct pst_mention *share = pst_share_percent(paper, at), *whole, *part;
  size_t next = at + 2, back;

  if (share == NULL || at < s->first + 2 || !pst_paper_word(paper, at + 1, "of"))
    return;
  next = skip_words(paper, next, s->last);
  whole = next < s->last ? pst_mention_at(paper, next) : NULL;
  back = at - 1;
  while (back > s->first + 1
         && pst_paper_word(
             paper, back,
             "or to amounting equivalent equal representing that is i.e which accounting for"))
    back--;
  if (whole == NULL || back == at - 1)
    return;
  back -= pst_paper_mark(paper, back, ',') || pst_paper_mark(paper, back, '(');
  part = pst_mention_at(paper, back);
  if (part != NULL && is_amount(part) && is_amount(whole) && pst_paper_same_unit(part, whole))
    pst_share_make(scan, paper, s, share, part, whole);
}

/* Behind token AT, the figure it is the whole of: D % of the B. */
static const struct pst_mention *whole_of(const struct pst_paper *paper, size_t at, size_t last,
                                          size_t *end)
{
  size_t next = at + 2;

  while (next < last && pst_paper_word(paper, next, "the all our these those its a total of"))
    next++;
  *end = next + 1;
  return next < last ? pst_mention_at(paper, next) : NULL;
}

/* A people (D % of the B at work) */
static void in_brackets(struct pst_scan *scan, const struct pst_paper *paper,
                        const struct pst_sentence *s, size_t at)
{
  const struct pst_mention *share = pst_share_percent(paper, at), *whole, *part = NULL;
  size_t end, back = at - 1;

  if (share == NULL || at < s->first + 2 || !pst_paper_word(paper, at + 1, "of")
      || !pst_paper_mark(paper, back, '('))
    return;
  whole = whole_of(paper, at, s->last, &end);
  while (back > s->first && part == NULL && at - back < WORDS_MOST + 2
         && (back == at - 1 || paper->tokens[back].kind == PST_TOKEN_WORD))
    part = pst_mention_at(paper, --back);
  if (whole == NULL || part == NULL)
    return;
  part = pst_mention_like(scan, paper, part, whole);
  if (pst_paper_same_unit(part, whole) && pst_rational_compare(part->value, whole->value) <= 0
      && whole->unit != PST_PAPER_PERCENT && !part->has_sign)
    pst_share_make(scan, paper, s, share, part, whole);
}

/* D % of the B is A; D % of B, or A; D % of B = A */
static void part_behind(struct pst_scan *scan, const struct pst_paper *paper,
                        const struct pst_sentence *s, size_t at)
{
  const struct pst_mention *share = pst_share_percent(paper, at), *whole, *part;
  size_t end;

  if (share == NULL || !pst_paper_word(paper, at + 1, "of"))
    return;
  whole = whole_of(paper, at, s->last, &end);
  if (whole == NULL || whole->unit == PST_PAPER_PERCENT || whole->has_sign)
    return;
  if (paper->tokens[end < s->last ? end : at].kind == PST_TOKEN_WORD
      && !pst_paper_word(paper, end, "is are was were equals gives makes or"))
    end++; /* 46 % of 340 respondents */
  end += pst_paper_mark(paper, end, ',');
  if (!pst_paper_mark(paper, end, '=')
      && !pst_paper_word(paper, end, "is are was equals gives makes or i.e"))
    return;
  end++;
  end += pst_paper_mark(paper, end, '.') || pst_paper_mark(paper, end, ',');
  while (end < s->last && pst_paper_word(paper, end, "about around just the"))
    end++;
  part = end < s->last ? pst_mention_at(paper, end) : NULL;
  if (part == NULL)
    return;
  part = pst_mention_like(scan, paper, part, whole);
  if (pst_paper_same_unit(part, whole) && !part->has_sign)
    pst_share_make(scan, paper, s, share, part, whole);
}

void pst_find_share(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_sentence *s)
{
  pst_find_share_of(scan, paper, s);
  pst_find_times(scan, paper, s);
  pst_find_fraction(scan, paper, s);
  pst_find_respectively(scan, paper, s);
  for (size_t i = s->first; i < s->last; i++) {
    share_behind(scan, paper, s, i);
    share_before(scan, paper, s, i);
    share_of_key(scan, paper, s, i);
    share_or(scan, paper, s, i);
    in_brackets(scan, paper, s, i);
    part_behind(scan, paper, s, i);
  }
}
