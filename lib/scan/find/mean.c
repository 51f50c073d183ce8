/* mean.c -- a mean of whole numbers that no sum of so many can give. */
#include "scan/find/change.h"
#include "scan/find/finders.h"
#include "scan/find/grim.h"

enum { NEAR_MOST = 16, ITEMS_MOST = 200 };

/* "M = 5.19": the token of the number; 0 for none. */
static size_t named(const struct pst_paper *paper, size_t at, const char *word, char letter)
{
  return pst_paper_word(paper, at, word) && paper->text.data[paper->tokens[at].at] == letter
                 && pst_paper_mark(paper, at + 1, '=') && pst_paper_mention(paper, at + 2) != NULL
             ? at + 2
             : 0;
}

static void paragraph(const struct pst_paper *paper, const struct pst_sentence *s, size_t *first,
                      size_t *last)
{
  const struct pst_sentence *begin = s, *end = s;

  while (begin > paper->sentences && begin[-1].paragraph == s->paragraph)
    begin--;
  while (end + 1 < paper->sentences + paper->sentence_count && end[1].paragraph == s->paragraph)
    end++;
  *first = begin->first;
  *last = end->last;
}

/* Answers on a scale are whole numbers; times, ages and amounts need not be. */
static bool is_of_whole_numbers(const struct pst_paper *paper, size_t first, size_t last)
{
  return pst_paper_has(paper, first, last,
                       "scale Likert rated rating ratings Likert-type point-scale")
         && !pst_paper_has(paper, first, last,
                           "composite averaged index subscale log standardized standardised");
}

/* The items that the scale has: "a 4-item scale", "four items"; 1 when it says none, 0 when how many is open. */
static int64_t items(const struct pst_paper *paper, size_t first, size_t last)
{
  int64_t count = 1;

  for (size_t i = first; i < last; i++) {
    size_t number = i;

    if (!pst_paper_word(paper, i, "item items"))
      continue;
    if (number > first && pst_paper_mark(paper, number - 1, '-'))
      number--;
    if (number == first || paper->tokens[number - 1].mention == PST_PAPER_NONE)
      return pst_paper_word(paper, i, "items") ? 0 : count;
    if (paper->mentions[paper->tokens[number - 1].mention].value.n > ITEMS_MOST)
      return 0;
    count = paper->mentions[paper->tokens[number - 1].mention].value.n;
  }
  return count;
}

/* The brackets around token AT, else a few words to either side. */
static void near(const struct pst_paper *paper, const struct pst_sentence *s, size_t at,
                 size_t *from, size_t *to)
{
  *from = at;
  *to = at;
  while (*from > s->first && !pst_paper_mark(paper, *from, '(')
         && !pst_paper_mark(paper, *from, ')'))
    --*from;
  while (*to < s->last && !pst_paper_mark(paper, *to, ')') && !pst_paper_mark(paper, *to, '('))
    ++*to;
  if (pst_paper_mark(paper, *from, '(') && pst_paper_mark(paper, *to, ')'))
    return;
  *from = at > s->first + NEAR_MOST ? at - NEAR_MOST : s->first;
  *to = at + NEAR_MOST < s->last ? at + NEAR_MOST : s->last;
}

/* The n nearest to token AT, in the same brackets or a few words off. */
static const struct pst_mention *number_near(const struct pst_paper *paper,
                                             const struct pst_sentence *s, size_t at)
{
  const struct pst_mention *found = NULL;
  size_t from, to;

  near(paper, s, at, &from, &to);
  for (size_t i = from; i < to; i++) {
    size_t n = named(paper, i, "n", 'n') + named(paper, i, "N", 'N');

    if (n == 0)
      continue;
    if (found != NULL)
      return NULL; /* of which group? */
    found = pst_paper_mention(paper, n);
  }
  return found;
}

static void make(struct pst_scan *scan, const struct pst_paper *paper, const struct pst_sentence *s,
                 const struct pst_mention *mean, const struct pst_mention *n, int64_t count)
{
  struct pst_find find = {.kind = "mean",
                          .paper = paper,
                          .stated = mean,
                          .figures = &n,
                          .figure_count = 1,
                          .says_at = s->at,
                          .says_end = s->end,
                          .has_value = true};
  struct pst_rational all =
                          pst_rational_multiply(&scan->exact, n->value, pst_rational_whole(count)),
                      k;
  bool possible;

  if (!pst_grim_tells(scan, mean, all, 1))
    return;
  possible = pst_grim(scan, mean, all, 1, &find.value, &k);
  find.range = pst_range_point(find.value);
  find.text = pst_find_format(scan, "%s / %s", pst_rational_print(&scan->exact, k),
                              pst_rational_print(&scan->exact, all));
  find.note = possible ? NULL : "no sum of whole answers gives it: this is the nearest (GRIM)";
  pst_find_add(scan, &find, possible ? PST_FINDING_AGREES : PST_FINDING_CONTRADICTS, &mean->range);
}

void pst_find_mean(struct pst_scan *scan, const struct pst_paper *paper,
                   const struct pst_sentence *s)
{
  size_t first, last;

  paragraph(paper, s, &first, &last);
  if (!is_of_whole_numbers(paper, first, last))
    return;
  for (size_t i = s->first; i + 2 < s->last; i++) {
    size_t at = named(paper, i, "M", 'M');
    const struct pst_mention *mean = at > 0 ? pst_paper_mention(paper, at) : NULL, *n;
    int64_t count = items(paper, first, last);

    if (mean == NULL || mean->decimals == 0 || mean->unit != PST_PAPER_PLAIN || count == 0)
      continue;
    n = number_near(paper, s, at);
    if (n != NULL && n->decimals == 0 && n->unit == PST_PAPER_PLAIN
        && pst_rational_sign(n->value) > 0)
      make(scan, paper, s, mean, n, count);
  }
}
