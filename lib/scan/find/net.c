/* net.c -- a balance beside what came in and what went out: "net migration was 271,000: 612,000 arrived and 331,000 left". */
#include "scan/find/change.h"
#include "scan/find/finders.h"

enum { NEAR_MOST = 4 };

/* What comes in, what goes out, and what their difference is called; the last where what goes out is more. */
struct kind {
  const char *in, *out, *net, *turned;
};

static const struct kind kinds[] = {
    {"inflow inflows", "outflow outflows", "net balance", "outflow"},
    {"immigration immigrants immigrated arrived arrivals came",
     "emigration emigrants emigrated left departed departures", "net balance gain",
     "emigration loss"},
    {"exports exported", "imports imported", "net balance surplus", "deficit"},
    {"births born", "deaths died", "natural net", "decrease"},
    {"revenue revenues income receipts", "expenditure expenditures spending outlays",
     "net balance surplus", "deficit loss"},
    {"hires hired hirings", "separations", "net", "loss"},
};

/* Of one sentence: the three numbers, all that there are. */
struct flows {
  const struct pst_mention *all[3];
  size_t count;
  const struct pst_mention *in, *out, *net;
  bool turned;
};

static bool is_amount(const struct pst_mention *m)
{
  return m != NULL && m->unit != PST_PAPER_PERCENT && m->unit != PST_PAPER_POINTS
         && m->vague == PST_PAPER_AS_PRINTED;
}

/* Three numbers of one unit, and no other one but years. */
static bool read_three(struct pst_scan *scan, const struct pst_paper *paper,
                       const struct pst_sentence *s, struct flows *f)
{
  const struct pst_mention *like = NULL;

  f->count = 0;
  for (size_t i = s->first; i < s->last; i++) {
    const struct pst_mention *m = pst_mention_at(paper, i);

    if (m == NULL)
      continue;
    if (!is_amount(m) || f->count == 3)
      return false;
    f->all[f->count++] = m;
  }
  for (size_t i = 0; i < f->count; i++)
    if (f->all[i]->unit != PST_PAPER_PLAIN)
      like = f->all[i];
  for (size_t i = 0; i < f->count; i++)
    f->all[i] = like == NULL ? f->all[i] : pst_mention_like(scan, paper, f->all[i], like);
  return f->count == 3 && pst_paper_same_unit(f->all[0], f->all[1])
         && pst_paper_same_unit(f->all[1], f->all[2]);
}

/* One of WORDS stands a few words before or behind M, in its own clause. */
static bool stands_by(const struct pst_paper *paper, const struct pst_sentence *s,
                      const struct pst_mention *m, const char *words)
{
  const size_t at = m->token, first = at > s->first + NEAR_MOST ? at - NEAR_MOST : s->first;
  size_t from = at, to = at + 1;

  while (from > first && paper->tokens[from - 1].kind == PST_TOKEN_WORD
         && !pst_paper_word(paper, from - 1, "and while but so"))
    from--;
  while (to < s->last && to <= at + NEAR_MOST && paper->tokens[to].kind == PST_TOKEN_WORD
         && !pst_paper_word(paper, to, "and while but so with"))
    to++;
  return pst_paper_has(paper, from, to, words);
}

/* The only one of the three that stands by one of WORDS, and is not called net. */
static const struct pst_mention *flow_of(const struct pst_paper *paper,
                                         const struct pst_sentence *s, const struct flows *f,
                                         const char *words)
{
  const struct pst_mention *found = NULL;

  for (size_t k = 0; k < 3; k++) {
    if (!stands_by(paper, s, f->all[k], words)
        || stands_by(paper, s, f->all[k], "net balance surplus deficit natural"))
      continue;
    if (found != NULL)
      return NULL;
    found = f->all[k];
  }
  return found;
}

static bool sort_out(const struct pst_paper *paper, const struct pst_sentence *s,
                     const struct kind *kind, struct flows *f)
{
  f->in = flow_of(paper, s, f, kind->in);
  f->out = flow_of(paper, s, f, kind->out);
  if (f->in == NULL || f->out == NULL || f->in == f->out || f->in->has_sign || f->out->has_sign)
    return false;
  for (size_t k = 0; k < 3; k++)
    if (f->all[k] != f->in && f->all[k] != f->out)
      f->net = f->all[k];
  f->turned = stands_by(paper, s, f->net, kind->turned);
  return f->turned || stands_by(paper, s, f->net, kind->net);
}

static void make(struct pst_scan *scan, const struct pst_paper *paper, const struct pst_sentence *s,
                 const struct flows *f)
{
  const bool turned = f->turned && !f->net->has_sign;
  const struct pst_mention *from = turned ? f->in : f->out, *to = turned ? f->out : f->in;
  const struct pst_mention *figures[] = {f->in, f->out};
  struct pst_find find = {.kind = "net",
                          .paper = paper,
                          .stated = f->net,
                          .unit = f->net->unit,
                          .currency = f->net->currency,
                          .scale = f->net->scale,
                          .figures = figures,
                          .figure_count = 2,
                          .says_at = s->at,
                          .says_end = s->end,
                          .has_value = true};

  find.range = pst_range_subtract(&scan->exact, &to->range, &from->range);
  find.value = pst_rational_subtract(&scan->exact, to->value, from->value);
  if (!turned && !f->net->has_sign && pst_rational_sign(find.value) < 0)
    return; /* a balance below 0 of which the sign is in words that are not known here */
  find.text = pst_find_format(scan, "%s - %s", pst_find_text(scan, paper, to),
                              pst_find_text(scan, paper, from));
  pst_find_equal(scan, &find);
}

void pst_find_net(struct pst_scan *scan, const struct pst_paper *paper,
                  const struct pst_sentence *s)
{
  struct flows f;

  if (!pst_paper_has(paper, s->first, s->last,
                     "net balance gain surplus deficit natural loss decrease")
      || !read_three(scan, paper, s, &f))
    return;
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
    if (sort_out(paper, s, &kinds[k], &f)) {
      make(scan, paper, s, &f);
      return;
    }
}
