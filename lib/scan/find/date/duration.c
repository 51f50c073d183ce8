/* duration.c -- a number of years beside the years that it spans: "over the 12 years 2006-2018", "1990-2020, a period of 30
   years".

   Both ends may be counted or one: 2006 to 2018 is 12 years, or 13. */
#include "scan/find/date/dates.h"
#include "scan/find/finders.h"

enum { WORDS_MOST = 4, DECADE = 10 };

/* N years, N decades, the N-year period: the token behind it, AT when there is none. */
static size_t read_years(const struct pst_paper *paper, size_t at, size_t last,
                         const struct pst_mention **n, int *of)
{
  size_t next = at + 1;

  if (at >= last || paper->tokens[at].mention == PST_PAPER_NONE)
    return at;
  *n = &paper->mentions[paper->tokens[at].mention];
  if ((*n)->unit != PST_PAPER_PLAIN || (*n)->year || (*n)->ordinal || (*n)->has_sign
      || (*n)->decimals > 0 || (*n)->scale > 0)
    return at;
  next += pst_paper_mark(paper, next, '-');
  if (!pst_paper_word(paper, next, "years year decades decade year-long"))
    return at;
  *of = pst_paper_word(paper, next, "decades decade") ? DECADE : 1;
  next++;
  if (next < last && pst_paper_word(paper, next, "period span interval"))
    next++;
  return next;
}

/* How "over" is meant is open: during, or more than. */
static bool is_open(const struct pst_paper *paper, const struct pst_mention *n)
{
  return n->vague == PST_PAPER_OVER || n->vague == PST_PAPER_UNDER
         || (n->token > 0 && pst_paper_word(paper, n->token - 1, "over"));
}

static void make(struct pst_scan *scan, const struct pst_paper *paper, const struct pst_sentence *s,
                 const struct pst_mention *n, int of, const struct pst_date_span *span)
{
  const struct pst_mention *from = span->from.year, *to = span->to.year, *figures[] = {from, to};
  struct pst_exact *exact = &scan->exact;
  struct pst_find find = {.kind = "dates",
                          .paper = paper,
                          .at = n->at,
                          .size = n->size,
                          .figures = figures,
                          .figure_count = 2,
                          .says_at = s->at,
                          .says_end = s->end,
                          .has_value = true};
  struct pst_rational stated = pst_rational_multiply(exact, n->value, pst_rational_whole(of));
  struct pst_rational slack = pst_rational_whole(of > 1 ? of / 2 : 0), most, least;
  bool fits;

  find.value = pst_rational_subtract(exact, to->value, from->value);
  if (pst_rational_sign(find.value) <= 0)
    return; /* out of order: said of the dates themselves */
  most = pst_rational_add(exact, find.value, pst_rational_whole(1));
  find.range = (struct pst_range){.low = {.value = find.value}, .high = {.value = most}};
  least = pst_rational_subtract(exact, find.value, slack);
  most = pst_rational_add(exact, most, slack);
  fits = pst_rational_compare(stated, least) >= 0 && pst_rational_compare(stated, most) <= 0;
  find.text = pst_find_format(scan, "years from %s to %s", pst_find_text(scan, paper, from),
                              pst_find_text(scan, paper, to));
  find.note = fits ? ""
              : is_open(paper, n) && pst_rational_compare(stated, least) < 0
                  ? "over may be said of more than so many years"
                  : "with both ends counted it is one more";
  pst_find_add(scan, &find,
               fits ? PST_FINDING_AGREES
               : is_open(paper, n) && pst_rational_compare(stated, least) < 0
                   ? PST_FINDING_UNDECIDED
               : n->vague == PST_PAPER_ABOUT ? PST_FINDING_ROUNDING
                                             : PST_FINDING_CONTRADICTS,
               NULL);
}

/* over the N years 2006-2018, over N years (2006-2018), during the N years from 2006 to 2018 */
static void before_span(struct pst_scan *scan, const struct pst_paper *paper,
                        const struct pst_sentence *s, size_t at)
{
  const struct pst_mention *n;
  struct pst_date_span span;
  size_t word = at, next;
  int of;

  while (word > s->first && at - word < WORDS_MOST
         && pst_paper_word(paper, word - 1, "the last past these those full a first next"))
    word--;
  if (word == s->first
      || !pst_paper_word(paper, word - 1, "over during in for of within across spans covers"))
    return;
  next = read_years(paper, at, s->last, &n, &of);
  if (next == at)
    return;
  next += pst_paper_mark(paper, next, '(') || pst_paper_mark(paper, next, ',');
  if (pst_date_span(paper, next, s->last, &span))
    make(scan, paper, s, n, of, &span);
}

/* 1990-2020, a period of N years; from 1990 to 2020 (N years); between 1990 and 2020, over N years */
static void behind_span(struct pst_scan *scan, const struct pst_paper *paper,
                        const struct pst_sentence *s, size_t at)
{
  const struct pst_mention *n;
  struct pst_date_span span;
  size_t next, end;
  bool open;
  int of;

  if (!pst_date_span(paper, at, s->last, &span))
    return;
  next = span.last;
  open = pst_paper_mark(paper, next, '(');
  if (!open && !pst_paper_mark(paper, next, ','))
    return;
  next++;
  end = next;
  while (end < s->last && end < next + WORDS_MOST
         && pst_paper_word(paper, end, "a an period span of over or i.e that is the"))
    end++;
  if ((end == next && !open) || read_years(paper, end, s->last, &n, &of) == end)
    return;
  if (!open && !pst_paper_has(paper, next, end, "over period span or i.e"))
    return;
  make(scan, paper, s, n, of, &span);
}

void pst_find_durations(struct pst_scan *scan, const struct pst_paper *paper,
                        const struct pst_sentence *s)
{
  for (size_t i = s->first; i + 1 < s->last; i++) {
    before_span(scan, paper, s, i);
    behind_span(scan, paper, s, i);
  }
}
