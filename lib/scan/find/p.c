/* p.c -- a p-value beside its statistic and degrees of freedom: t, F, chi-squared, r, z, Q.

   The statistic is an interval, so is the p-value that follows; it agrees when what is printed lies in it, as
   rounded.  `p < .05` agrees when some p of the interval is below; ns is p > .05.  Where the text speaks of a
   one-sided test, half the p-value agrees too.
   Source  Nuijten et al. (2016), Behavior Research Methods 48 (statcheck), whose rules these are */
#include <math.h>

#include "scan/find/finders.h"
#include "scan/find/p.h"
#include "stats/tails.h"

/* --- reading --------------------------------------------------------------------------------------- */

enum pst_p_statistic pst_p_kind_at(const struct pst_paper *paper, size_t at)
{
  struct pst_text word;

  if (at >= paper->token_count || paper->tokens[at].kind != PST_TOKEN_WORD)
    return PST_P_OF_NONE;
  word =
      pst_paper_slice(paper, paper->tokens[at].at, paper->tokens[at].at + paper->tokens[at].size);
  if (pst_text_is(word, "t"))
    return PST_P_OF_T;
  if (pst_text_is(word, "F"))
    return PST_P_OF_F;
  if (pst_text_is(word, "r"))
    return PST_P_OF_R;
  if (pst_text_is(word, "z") || pst_text_is(word, "Z"))
    return PST_P_OF_Z;
  if (pst_text_begins(word, "\xCF\x87") || pst_text_begins(word, "\xCE\xA7")
      || pst_paper_word(paper, at, "chi2 x2 chi-square chi-squared Q"))
    return PST_P_OF_CHI2;
  return PST_P_OF_NONE;
}

static bool read_df(const struct pst_paper *paper, size_t *at, struct pst_p_test *test)
{
  size_t i = *at;

  if (!pst_paper_mark(paper, i, '(') && !pst_paper_mark(paper, i, '['))
    return false;
  for (i++; i < *at + 12 && i < paper->token_count; i++) {
    if (pst_paper_mark(paper, i, ')') || pst_paper_mark(paper, i, ']')) {
      *at = i + 1;
      return test->df_count > 0;
    }
    if (pst_paper_word(paper, i, "N n")) { /* chi-squared (1, N = 90) */
      i += 2;
      continue;
    }
    if (pst_paper_word(paper, i, "df") || pst_paper_mark(paper, i, '=')
        || pst_paper_mark(paper, i, ','))
      continue;
    if (pst_paper_mention(paper, i) == NULL || test->df_count == 2)
      return false;
    test->df[test->df_count++] = pst_paper_mention(paper, i);
  }
  return false;
}

static char relation_at(const struct pst_paper *paper, size_t at)
{
  return pst_paper_mark(paper, at, '=')   ? '='
         : pst_paper_mark(paper, at, '<') ? '<'
         : pst_paper_mark(paper, at, '>') ? '>'
                                          : '\0';
}

bool pst_p_complete(struct pst_p_test *test)
{
  size_t wanted = test->kind == PST_P_OF_F ? 2 : test->kind == PST_P_OF_Z ? 0 : 1;

  if (test->df_count < wanted || (test->kind != PST_P_OF_F && test->df_count > 1))
    return false;
  for (size_t i = 0; i < test->df_count; i++)
    if (pst_rational_sign(test->df[i]->value) <= 0)
      return false;
  test->df1 = test->df_count > 0 ? pst_rational_to_double(test->df[0]->value) : 0;
  test->df1 -= test->of_n ? 2 : 0;
  test->df2 = test->df_count > 1 ? pst_rational_to_double(test->df[1]->value) : 0;
  return test->df_count == 0 || test->df1 > 0;
}

/* r = .41, n = 62; r = .93 (N = 5, ...: the statistic and n behind token AT; *AT is then behind n. */
static bool read_n(const struct pst_paper *paper, size_t *at, struct pst_p_test *test)
{
  const size_t comma = *at + 3, n = comma + 1;
  const struct pst_mention *of = pst_paper_mention(paper, n + 2);

  if (test->kind != PST_P_OF_R || relation_at(paper, *at + 1) != '=' || of == NULL
      || of->unit != PST_PAPER_PLAIN || of->decimals > 0 || of->in_words
      || (!pst_paper_mark(paper, comma, ',') && !pst_paper_mark(paper, comma, '(')
          && !pst_paper_mark(paper, comma, ';'))
      || !pst_paper_word(paper, n, "n N") || relation_at(paper, n + 1) != '=')
    return false;
  test->of_n = true;
  test->relation = '=';
  test->statistic = pst_paper_mention(paper, *at + 2);
  test->df[test->df_count++] = of;
  *at = n + 3;
  return test->statistic != NULL && test->statistic->unit == PST_PAPER_PLAIN
         && pst_p_complete(test);
}

/* From token *AT on; *AT is then behind the number. */
static bool read_test(const struct pst_paper *paper, size_t *at, struct pst_p_test *test)
{
  size_t i = *at + 1;

  *test = (struct pst_p_test){.kind = pst_p_kind_at(paper, *at)};
  if (test->kind == PST_P_OF_NONE)
    return false;
  if (pst_paper_mark(paper, i, '?') || pst_paper_word(paper, i, "2"))
    i++;
  if (!read_df(paper, &i, test) && test->kind != PST_P_OF_Z)
    return test->df_count == 0 && read_n(paper, at, test);
  test->relation = relation_at(paper, i);
  test->statistic = pst_paper_mention(paper, i + 1);
  if (test->relation == '\0' || test->statistic == NULL || !pst_p_complete(test)
      || test->statistic->unit != PST_PAPER_PLAIN)
    return false;
  *at = i + 2;
  return true;
}

/* ", p = .03", "; p < .001", ", ns"; effect sizes may stand between. */
static bool read_p(const struct pst_paper *paper, size_t at, size_t last, struct pst_p_value *p)
{
  for (size_t i = at; i < last && i < at + 14; i++) {
    if (pst_p_kind_at(paper, i) != PST_P_OF_NONE && i > at
        && (pst_paper_mark(paper, i + 1, '(') || pst_paper_mark(paper, i + 1, '=')))
      return false; /* of the next statistic */
    if (pst_paper_word(paper, i, "ns n.s")
        && (pst_paper_mark(paper, i - 1, ',') || pst_paper_mark(paper, i - 1, ';'))) {
      *p = (struct pst_p_value){
          .relation = '>', .at = paper->tokens[i].at, .size = paper->tokens[i].size};
      return true;
    }
    if (!pst_paper_word(paper, i, "p ps") || relation_at(paper, i + 1) == '\0')
      continue;
    *p = (struct pst_p_value){.relation = relation_at(paper, i + 1),
                              .printed = pst_paper_mention(paper, i + 2),
                              .at = paper->tokens[i].at};
    if (p->printed != NULL)
      p->size = p->printed->at + p->printed->size - p->at;
    return p->printed != NULL && pst_rational_sign(p->printed->value) >= 0
           && pst_rational_compare(p->printed->value, pst_rational_whole(1)) <= 0;
  }
  return false;
}

/* --- computing ------------------------------------------------------------------------------------- */

static double p_of(const struct pst_p_test *test, double statistic)
{
  double size = fabs(statistic);

  if (test->kind == PST_P_OF_T)
    return 2 * pst_t_upper(size, test->df1);
  if (test->kind == PST_P_OF_Z)
    return 2 * pst_normal_upper(size);
  if (test->kind == PST_P_OF_F)
    return statistic <= 0 ? 1 : pst_f_upper(statistic, test->df1, test->df2);
  if (test->kind == PST_P_OF_CHI2)
    return statistic <= 0 ? 1 : pst_chi2_upper(statistic, test->df1);
  return size >= 1 ? 0 : 2 * pst_t_upper(size * sqrt(test->df1 / (1 - size * size)), test->df1);
}

/* A double as an end, a little outwards: the tails have 12 digits. */
static struct pst_limit end_of(struct pst_exact *exact, double p, bool up)
{
  double moved = up ? p * (1 + 1e-11) : p * (1 - 1e-11);

  return (struct pst_limit){.value = pst_rational_double(exact, moved > 1 ? 1 : moved)};
}

/* What |statistic| may be: its p-value falls as that grows. */
static struct pst_range p_range(struct pst_scan *scan, const struct pst_p_test *test)
{
  struct pst_range exactly =
      pst_range_point(test->statistic->value); /* in F < 1 the 1 is no rounded figure */
  struct pst_range size = test->relation == '=' ? test->statistic->range : exactly, out;
  double low, high;

  if (test->kind != PST_P_OF_F && test->kind != PST_P_OF_CHI2)
    size = pst_range_abs(&scan->exact, &size);
  low = pst_rational_to_double(size.low.value);
  high = pst_rational_to_double(size.high.value);
  out.high = test->relation == '<' ? (struct pst_limit){.value = pst_rational_whole(1)}
                                   : end_of(&scan->exact, p_of(test, low), true);
  out.low = test->relation == '>' ? (struct pst_limit){.value = pst_rational_whole(0)}
                                  : end_of(&scan->exact, p_of(test, high), false);
  return out;
}

static struct pst_range stated_range(struct pst_scan *scan, const struct pst_p_value *p)
{
  struct pst_rational end =
      p->printed != NULL
          ? p->printed->value
          : pst_rational_divide(&scan->exact, pst_rational_whole(1), pst_rational_whole(20));
  struct pst_range range = {.low = {.value = end}, .high = {.value = end}};

  if (p->relation == '=')
    return p->printed->range;
  if (p->relation == '<') {
    range.low.value = pst_rational_whole(0);
    range.high.kind = PST_LIMIT_OPEN;
  } else {
    range.high.value = pst_rational_whole(1);
    range.low.kind = PST_LIMIT_OPEN;
  }
  return range;
}

static struct pst_range halved(struct pst_exact *exact, const struct pst_range *range)
{
  struct pst_range two = pst_range_point(pst_rational_whole(2)), out = *range;

  pst_range_divide(exact, range, &two, &out);
  return out;
}

/* --- findings -------------------------------------------------------------------------------------- */

static bool says_one_sided(const struct pst_paper *paper)
{
  return pst_paper_says(paper->text, "one-sided one-tailed directional onesided onetailed")
         || strstr(paper->text.data, "one-tailed") != NULL
         || strstr(paper->text.data, "one-sided") != NULL
         || strstr(paper->text.data, "one tailed") != NULL;
}

/* On the other side of 0.05 than what is printed. */
static bool decides_otherwise(struct pst_scan *scan, const struct pst_p_value *p,
                              const struct pst_range *computed)
{
  struct pst_rational five =
      pst_rational_divide(&scan->exact, pst_rational_whole(1), pst_rational_whole(20));
  struct pst_rational printed = p->printed != NULL ? p->printed->value : five;
  int order = pst_rational_compare(printed, five);
  bool significant = p->relation == '<' ? order <= 0 : p->relation == '=' ? order <= 0 : false;
  bool open = (p->relation == '<' && order > 0) || (p->relation == '>' && order < 0);

  return !open
         && (significant ? pst_rational_compare(computed->low.value, five) > 0
                         : pst_rational_compare(computed->high.value, five) < 0);
}

static const char *test_text(struct pst_scan *scan, const struct pst_paper *paper,
                             const struct pst_p_test *test)
{
  static const char *const names[] = {"t", "F", "chi-squared", "r", "z"};
  const char *statistic = pst_find_text(scan, paper, test->statistic);

  if (test->df_count == 0)
    return pst_find_format(scan, "two-sided p of %s %c %s", names[test->kind], test->relation,
                           statistic);
  if (test->of_n)
    return pst_find_format(scan, "two-sided p of r %c %s, n = %s", test->relation, statistic,
                           pst_find_text(scan, paper, test->df[0]));
  if (test->df_count == 1)
    return pst_find_format(scan, "%sp of %s(%s) %c %s",
                           test->kind == PST_P_OF_CHI2 ? "" : "two-sided ", names[test->kind],
                           pst_find_text(scan, paper, test->df[0]), test->relation, statistic);
  return pst_find_format(scan, "p of %s(%s, %s) %c %s", names[test->kind],
                         pst_find_text(scan, paper, test->df[0]),
                         pst_find_text(scan, paper, test->df[1]), test->relation, statistic);
}

static enum pst_finding_verdict verdict_of(struct pst_scan *scan, const struct pst_paper *paper,
                                           const struct pst_p_test *test,
                                           const struct pst_p_value *p,
                                           const struct pst_range *stated, struct pst_find *find)
{
  enum pst_finding_verdict verdict =
      pst_find_verdict(stated, &find->range, find->has_value, find->value);
  struct pst_range half = halved(&scan->exact, &find->range);
  bool sided = test->kind == PST_P_OF_T || test->kind == PST_P_OF_R || test->kind == PST_P_OF_Z;

  if (verdict == PST_FINDING_ROUNDING && test->relation != '=') /* any p beyond F < 1 */
    verdict = PST_FINDING_AGREES;
  if (verdict != PST_FINDING_CONTRADICTS) {
    if (p->relation == '=' && pst_rational_sign(p->printed->value) == 0)
      find->note = "no p-value is 0: print it as less than";
    return verdict;
  }
  if (sided && pst_range_meet(stated, &half)) {
    if (says_one_sided(paper)) {
      find->range = half;
      find->value = pst_rational_divide(&scan->exact, find->value, pst_rational_whole(2));
      find->note = "one-sided, as the text says";
      return pst_find_verdict(stated, &find->range, find->has_value, find->value);
    }
    find->note =
        decides_otherwise(scan, p, &find->range)
            ? "at 0.05 it decides otherwise; one-sided it would agree, and the text does not say so"
            : "one-sided it would agree, and the text does not say so";
    return verdict;
  }
  if (decides_otherwise(scan, p, &find->range))
    find->note = "at 0.05 it decides otherwise";
  return verdict;
}

void pst_p_make(struct pst_scan *scan, const struct pst_paper *paper, size_t says_at,
                size_t says_end, const struct pst_p_test *test, const struct pst_p_value *p)
{
  const struct pst_mention *figures[3] = {test->statistic};
  struct pst_find find = {.kind = "p",
                          .paper = paper,
                          .decimals = 3,
                          .at = p->at,
                          .size = p->size,
                          .figures = figures,
                          .figure_count = 1 + test->df_count,
                          .says_at = says_at,
                          .says_end = says_end};
  struct pst_range stated = stated_range(scan, p);
  enum pst_finding_verdict verdict;

  for (size_t i = 0; i < test->df_count; i++)
    figures[1 + i] = test->df[i];
  find.range = p_range(scan, test);
  find.has_value = test->relation == '=';
  if (find.has_value)
    find.value = pst_rational_double(&scan->exact,
                                     p_of(test, pst_rational_to_double(test->statistic->value)));
  find.text = test_text(scan, paper, test);
  verdict = verdict_of(scan, paper, test, p, &stated, &find);
  pst_find_add(scan, &find, verdict, &stated);
}

void pst_find_p(struct pst_scan *scan, const struct pst_paper *paper, const struct pst_sentence *s)
{
  for (size_t i = s->first; i < s->last; i++) {
    size_t at = i;
    struct pst_p_test test;
    struct pst_p_value p;

    if (!read_test(paper, &at, &test))
      continue;
    if (test.kind == PST_P_OF_Z && !pst_paper_mark(paper, at, ',')
        && !pst_paper_mark(paper, at, ';'))
      continue; /* z may be anything */
    if (read_p(paper, at, s->last, &p))
      pst_p_make(scan, paper, s->at, s->end, &test, &p);
  }
}
