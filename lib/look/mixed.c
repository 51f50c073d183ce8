/* mixed.c -- what keeps a column of texts from being numbers or periods. */
#include <string.h>
#include <strings.h>

#include "look/steps.h"

enum { LISTED = 5 };

const char *const pst_look_styles[PST_LOOK_STYLES] = {
    "--thousands ,", "--decimal ,", "--thousands space", "--thousands . --decimal ,"};

static const struct pst_number_style styles[PST_LOOK_STYLES] = {
    {.thousands = ','}, {.decimal = ','}, {.thousands = ' '}, {.thousands = '.', .decimal = ','}};

bool pst_look_like_missing(struct pst_text text)
{
  static const char *const tokens[] = {"n/a",
                                       "n.a.",
                                       "n.a",
                                       "na",
                                       "#n/a",
                                       "nan",
                                       "null",
                                       "none",
                                       "missing",
                                       "unknown",
                                       "nil",
                                       ".",
                                       "..",
                                       "...",
                                       "....",
                                       ":",
                                       "-",
                                       "--",
                                       "---",
                                       "*",
                                       "**",
                                       "***",
                                       "x",
                                       "?",
                                       "#div/0!",
                                       "#value!",
                                       "#ref!",
                                       "\xE2\x80\x93" /* en dash */,
                                       "\xE2\x80\x94" /* em dash */,
                                       "\xE2\x80\x95" /* bar */,
                                       "\xE2\x88\x92" /* minus */,
                                       "\xE2\x80\xA6" /* ellipsis */,
                                       "\xEF\xBC\x8D" /* wide minus */,
                                       "\xE3\x83\xBC" /* long sound */,
                                       "\xEF\xBC\xB8" /* wide X */,
                                       "\xE4\xB8\x8D\xE6\x98\x8E" /* Japanese: not known */};

  for (size_t i = 0; i < sizeof tokens / sizeof *tokens; i++)
    if (strlen(tokens[i]) == text.size && strncasecmp(tokens[i], text.data, text.size) == 0)
      return true;
  return false;
}

/* What the texts of a column are, counted in cells. */
struct tally {
  size_t numbers, periods, tokens, others;
  unsigned styles; /* that read everything but tokens */
};

enum kind { NUMBER, PERIOD, TOKEN, OTHER };

static enum kind kind_of(struct pst_text text, const struct pst_number_style *style,
                         enum pst_period_kind *period)
{
  struct pst_bounds bounds;
  double value;

  if (pst_look_like_missing(text))
    return TOKEN;
  if (pst_number_parse(text, style, &value, NULL) || pst_bounds_parse(text, style, &bounds))
    return NUMBER;
  return pst_period_parse(text, period, &value) ? PERIOD : OTHER;
}

static unsigned styles_of(struct pst_text text, unsigned asked)
{
  double value;

  for (unsigned k = 0; k < PST_LOOK_STYLES; k++)
    if ((asked & 1u << k) != 0 && !pst_number_parse(text, &styles[k], &value, NULL))
      asked &= ~(1u << k);
  return asked;
}

/* More than a fifth of other texts, which no style reads: it is a column of texts. */
static bool is_plain_text(const struct tally *tally, size_t n)
{
  return tally->others * 5 > n && tally->styles == 0;
}

static bool count_kinds(const struct pst_look_options *options, const struct pst_top_count *counts,
                        size_t n, struct pst_look_column *out, struct tally *tally)
{
  bool usual = options->style.decimal == 0 && options->style.thousands == 0;

  *tally = (struct tally){.styles = usual ? (1u << PST_LOOK_STYLES) - 1 : 0};
  for (size_t i = 0; i < n && !is_plain_text(tally, out->n); i++) {
    struct pst_text text = pst_column_texts(out->column)->texts[counts[i].code];
    enum pst_period_kind period = PST_PERIOD_NONE;
    enum kind kind = kind_of(text, &options->style, &period);

    tally->numbers += kind == NUMBER ? counts[i].n : 0;
    tally->periods += kind == PERIOD ? counts[i].n : 0;
    tally->tokens += kind == TOKEN ? counts[i].n : 0;
    tally->others += kind == OTHER ? counts[i].n : 0;
    if (kind != TOKEN)
      tally->styles = styles_of(text, tally->styles);
    if (kind == NUMBER && text.size == 4 && pst_period_parse(text, NULL, NULL))
      out->mixed.kinds[PST_PERIOD_YEAR] += counts[i].n;
    else if (kind == PERIOD)
      out->mixed.kinds[period] += counts[i].n;
  }
  return !is_plain_text(tally, out->n);
}

static bool fits(struct pst_text text, const struct pst_look_options *options, bool periods)
{
  enum pst_period_kind period;
  enum kind kind = kind_of(text, &options->style, &period);

  return kind == NUMBER || (periods && kind == PERIOD);
}

/* A place in a list of LISTED texts by their cells, then by first appearance. */
static void list_odd(struct pst_look_mixed *mixed, const struct pst_look_odd *odd)
{
  size_t at = mixed->n_listed < LISTED ? mixed->n_listed++ : LISTED;

  mixed->n_texts++;
  mixed->n_odd += odd->n;
  while (at > 0
         && (mixed->odd[at - 1].n < odd->n
             || (mixed->odd[at - 1].n == odd->n && mixed->odd[at - 1].row > odd->row))) {
    if (at < LISTED)
      mixed->odd[at] = mixed->odd[at - 1];
    at--;
  }
  if (at < LISTED)
    mixed->odd[at] = *odd;
}

static size_t count_different(const size_t *kinds)
{
  size_t n = 0;

  for (size_t k = 0; k < PST_PERIOD_KINDS; k++)
    n += kinds[k] > 0;
  return n;
}

/* There is something to say of texts most of which, or all but those that look missing, fit. */
static bool worth_saying(const struct tally *tally, size_t n)
{
  size_t fitting = tally->numbers + tally->periods;
  bool most = fitting * 5 >= (n - tally->tokens) * 4 || tally->others == 0 || tally->styles != 0;

  if (!most || tally->others + tally->tokens + tally->periods == 0)
    return false;
  return fitting > 0 || (tally->styles != 0 && tally->others > 0);
}

enum pst_status pst_look_mixed(const struct pst_look_options *options, struct pst_arena *arena,
                               const struct pst_top_count *counts, size_t n,
                               struct pst_look_column *out, struct pst_error *error)
{
  struct pst_look_mixed *mixed = &out->mixed;
  struct tally tally;

  if (!count_kinds(options, counts, n, out, &tally) || !worth_saying(&tally, out->n))
    return PST_OK;
  mixed->odd = pst_arena_array(arena, LISTED, sizeof *mixed->odd);
  if (mixed->odd == NULL)
    return pst_fail_memory(error);
  mixed->periods =
      tally.periods > 0
      && mixed->kinds[PST_PERIOD_YEAR] == tally.numbers; /* every number is a year of four digits */
  mixed->n_tokens = tally.tokens;
  mixed->styles = tally.others > 0 ? tally.styles : 0;
  for (size_t i = 0; i < n; i++) {
    struct pst_text text = pst_column_texts(out->column)->texts[counts[i].code];

    if (!fits(text, options, mixed->periods))
      list_odd(mixed, &(struct pst_look_odd){.text = text.data,
                                             .n = counts[i].n,
                                             .row = counts[i].row,
                                             .token = pst_look_like_missing(text)});
  }
  mixed->n_fitting = out->n - mixed->n_odd;
  mixed->said = mixed->n_odd > 0 || count_different(mixed->kinds) > 1;
  return PST_OK;
}
