/* respectively.c -- counts and shares of two wholes, in their order: "Of 240 treated and 216 untreated patients, 17 (7.1 %) and
   21 (9.7 %), respectively, died". */
#include "scan/find/share/share.h"

enum { WHOLES = 2, WORDS_MOST = 6 };

struct pair {
  const struct pst_mention *part, *share;
  size_t last;
};

/* k (p %), or k patients (p %). */
static bool read_part(const struct pst_paper *paper, size_t at, size_t last, struct pair *out)
{
  size_t i = at + 1;

  out->part = pst_share_count(paper, at);
  while (i < last && i < at + 3 && paper->tokens[i].kind == PST_TOKEN_WORD
         && !pst_paper_word(paper, i, "of in at and or to by from with"))
    i++;
  if (out->part == NULL || !pst_paper_mark(paper, i, '('))
    return false;
  out->share = i + 2 < last ? pst_share_percent(paper, i + 1) : NULL;
  out->last = i + 3;
  return out->share != NULL && pst_paper_mark(paper, i + 2, ')');
}

/* The first two counts of the sentence before token AT, when they are all of them: "(n = 240)", "240 treated". */
static bool read_wholes(const struct pst_paper *paper, const struct pst_sentence *s, size_t at,
                        const struct pst_mention *wholes[WHOLES])
{
  size_t count = 0;

  for (size_t i = s->first; i < at; i++) {
    const struct pst_mention *m = pst_share_count(paper, i);

    if (paper->tokens[i].mention == PST_PAPER_NONE || (m != NULL && m->year))
      continue;
    if (m == NULL || count == WHOLES)
      return false;
    wholes[count++] = m;
  }
  return count == WHOLES;
}

/* Both n are said so, or a sentence begins with "of" or "among". */
static bool are_wholes(const struct pst_paper *paper, const struct pst_sentence *s,
                       const struct pst_mention *const wholes[WHOLES])
{
  size_t said = 0;

  for (size_t k = 0; k < WHOLES; k++)
    said += wholes[k]->token >= s->first + 2 && pst_paper_mark(paper, wholes[k]->token - 1, '=')
            && pst_paper_word(paper, wholes[k]->token - 2, "n");
  return said == WHOLES
         || (pst_paper_word(paper, s->first, "of among") && wholes[0]->token <= s->first + 3
             && wholes[1]->token <= wholes[0]->token + WORDS_MOST
             && pst_paper_has(paper, wholes[0]->token, wholes[1]->token, "and"));
}

void pst_find_respectively(struct pst_scan *scan, const struct pst_paper *paper,
                           const struct pst_sentence *s)
{
  if (!pst_paper_has(paper, s->first, s->last, "respectively"))
    return;
  for (size_t i = s->first; i + 2 < s->last; i++) {
    const struct pst_mention *wholes[WHOLES];
    struct pair first, second;
    size_t end;

    if (!read_part(paper, i, s->last, &first))
      continue;
    if (!pst_paper_word(paper, first.last, "and vs versus")
        || !read_part(paper, first.last + 1, s->last, &second))
      return;
    end = second.last + pst_paper_mark(paper, second.last, ',');
    if (!pst_paper_word(paper, end, "respectively") || !read_wholes(paper, s, i, wholes)
        || !are_wholes(paper, s, wholes)
        || pst_rational_compare(first.part->value, wholes[0]->value) > 0
        || pst_rational_compare(second.part->value, wholes[1]->value) > 0)
      return;
    pst_share_make(scan, paper, s, first.share, first.part, wholes[0]);
    pst_share_make(scan, paper, s, second.share, second.part, wholes[1]);
    return;
  }
}
