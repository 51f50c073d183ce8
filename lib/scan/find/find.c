/* find.c -- how a finding is made: its two sides, its figures, its verdict. */
#include "scan/find/find.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "base/number.h"

enum { SAYS_MOST = 240, DIGITS_MORE = 2, EXACT_MOST = 6 };

const char *pst_find_format(struct pst_scan *scan, const char *format, ...)
{
  struct pst_buffer text = {.data = NULL};
  char line[512];
  const char *copy;
  va_list list;

  va_start(list, format);
  vsnprintf(line, sizeof line, format, list);
  va_end(list);
  pst_buffer_puts(&text, line);
  copy = pst_arena_string(&scan->arena, pst_buffer_string(&text));
  scan->failed = scan->failed || copy == NULL || text.failed;
  pst_buffer_free(&text);
  return copy == NULL ? "" : copy;
}

/* TEXT on one line, runs of blanks as one, MOST bytes at most. */
static const char *one_line(struct pst_scan *scan, struct pst_text text, size_t most)
{
  struct pst_buffer out = {.data = NULL};
  const char *copy;
  bool blank = false;
  size_t at = 0;

  for (; at < text.size && out.size < most; at++) {
    bool is_blank = strchr(" \t\r\n\f", text.data[at]) != NULL && text.data[at] != '\0';

    if (!is_blank) {
      if (blank && out.size > 0)
        pst_buffer_putc(&out, ' ');
      pst_buffer_putc(&out, text.data[at]);
    }
    blank = is_blank;
  }
  if (at < text.size) {
    pst_buffer_cut(&out, pst_utf8_head((struct pst_text){out.data, out.size}, out.size).size);
    pst_buffer_puts(&out, " ...");
  }
  copy = pst_arena_string(&scan->arena, pst_buffer_string(&out));
  scan->failed = scan->failed || copy == NULL || out.failed;
  pst_buffer_free(&out);
  return copy == NULL ? "" : copy;
}

const char *pst_find_text(struct pst_scan *scan, const struct pst_paper *paper,
                          const struct pst_mention *mention)
{
  return one_line(scan, pst_paper_slice(paper, mention->at, mention->at + mention->size), 80);
}

/* --- sides ----------------------------------------------------------------------------------------- */

static const char *number(struct pst_scan *scan, struct pst_rational value, int scale, int decimals)
{
  struct pst_exact *exact = &scan->exact;

  value = pst_rational_divide(exact, value, pst_rational_power(exact, scale));
  if (pst_rational_decimals(value, EXACT_MOST) >= 0)
    return pst_rational_decimals(value, EXACT_MOST) < decimals
               ? pst_rational_print_fixed(exact, value, decimals)
               : pst_rational_print(exact, value);
  if (fabs(pst_rational_to_double(value)) < 1e-3) { /* nothing of it would be left */
    char text[PST_NUMBER_SIZE];

    text[pst_number_print_digits(text, pst_rational_to_double(value), 3)] = '\0';
    return pst_find_format(scan, "%s", text);
  }
  return pst_rational_print_fixed(exact, value, decimals + DIGITS_MORE);
}

static const char *interval(struct pst_scan *scan, const struct pst_range *range, int scale,
                            int decimals)
{
  bool low_open = range->low.kind == PST_LIMIT_OPEN, high_open = range->high.kind == PST_LIMIT_OPEN;

  if (pst_range_is_point(range))
    return "";
  return pst_find_format(
      scan, "%s%s, %s%s", low_open ? "(" : "[",
      range->low.infinite != 0 ? "-inf" : number(scan, range->low.value, scale, decimals),
      range->high.infinite != 0 ? "inf" : number(scan, range->high.value, scale, decimals),
      high_open ? ")" : "]");
}

static const char *unit_text(struct pst_scan *scan, enum pst_paper_unit unit, int scale,
                             const char *currency)
{
  static const char *const scales[] = {"", " thousand", " million", " billion", " trillion"};

  if (unit == PST_PAPER_PERCENT)
    return " %";
  if (unit == PST_PAPER_POINTS)
    return scale == PST_PAPER_BASIS ? " basis points" : " %p";
  return pst_find_format(scan, "%s%s%s", scale >= 0 && scale <= 12 ? scales[scale / 3] : "",
                         currency != NULL && currency[0] != '\0' ? " " : "",
                         currency != NULL ? currency : "");
}

static void make_stated(struct pst_scan *scan, const struct pst_find *find,
                        const struct pst_range *range, struct pst_finding_side *side)
{
  const struct pst_mention *stated = find->stated;
  int decimals = stated == NULL ? 0 : stated->decimals;

  side->text =
      stated != NULL
          ? pst_find_text(scan, find->paper, stated)
          : one_line(scan, pst_paper_slice(find->paper, find->at, find->at + find->size), 80);
  side->has_range = range != NULL;
  side->interval = "";
  if (range == NULL)
    return;
  side->range = *range;
  side->interval = interval(scan, range, find->scale, decimals);
  side->has_value = stated != NULL;
  if (stated != NULL)
    side->value = stated->value;
}

/* Digits of the computed side: those of what is stated, else of the figures. */
static int decimals_of(const struct pst_find *find)
{
  int most = find->decimals;

  if (find->stated != NULL)
    return find->stated->decimals;
  for (size_t i = 0; i < find->figure_count && most == 0; i++)
    most = find->figures[i]->decimals > most ? find->figures[i]->decimals : most;
  return most;
}

static void make_computed(struct pst_scan *scan, const struct pst_find *find,
                          struct pst_finding_side *side)
{
  int decimals = decimals_of(find);
  const char *value = find->has_value ? number(scan, find->value, find->scale, decimals) : "";
  const char *unit = unit_text(scan, find->unit, find->scale, find->currency);

  side->has_range = !find->without_range;
  side->range = find->range;
  side->interval = find->without_range ? "" : interval(scan, &find->range, find->scale, decimals);
  side->has_value = find->has_value;
  side->value = find->value;
  side->text =
      !find->has_value ? find->text : pst_find_format(scan, "%s = %s%s", find->text, value, unit);
}

static void make_figures(struct pst_scan *scan, const struct pst_find *find,
                         struct pst_finding *finding)
{
  struct pst_finding_figure *figures =
      pst_arena_array(&scan->arena, find->figure_count + 1, sizeof *figures);

  if (figures == NULL) {
    scan->failed = true;
    return;
  }
  for (size_t i = 0; i < find->figure_count; i++) {
    const struct pst_mention *m = find->figures[i];

    figures[i] =
        (struct pst_finding_figure){.text = pst_text_of(pst_find_text(scan, find->paper, m)),
                                    .place = pst_paper_place(find->paper, m->at),
                                    .range = m->range};
  }
  finding->figures = figures;
  finding->figure_count = find->figure_count;
}

/* --- findings -------------------------------------------------------------------------------------- */

enum pst_finding_verdict pst_find_verdict(const struct pst_range *stated,
                                          const struct pst_range *computed, bool has_value,
                                          struct pst_rational value)
{
  if (has_value && pst_range_hold(stated, value))
    return PST_FINDING_AGREES;
  if (pst_range_inside(computed, stated))
    return PST_FINDING_AGREES;
  return pst_range_meet(stated, computed) ? PST_FINDING_ROUNDING : PST_FINDING_CONTRADICTS;
}

/* The same stated figure by the same finder: once is enough. */
static bool is_known(const struct pst_scan *scan, const struct pst_find *find, size_t at)
{
  for (size_t i = scan->finding_count; i-- > 0 && scan->finding_count - i < 64;)
    if (scan->findings[i].at == at && scan->findings[i].paper == find->paper
        && strcmp(scan->findings[i].kind, find->kind) == 0)
      return true;
  return false;
}

void pst_find_add(struct pst_scan *scan, const struct pst_find *find,
                  enum pst_finding_verdict verdict, const struct pst_range *stated)
{
  size_t at = find->stated != NULL ? find->stated->at : find->at;
  struct pst_finding *finding;

  if (is_known(scan, find, at))
    return;
  if (!PST_ARRAY_ROOM_IN(&scan->arena, scan->findings, scan->finding_capacity,
                         scan->finding_count + 1)) {
    scan->failed = true;
    return;
  }
  finding = &scan->findings[scan->finding_count++];
  *finding = (struct pst_finding){.kind = find->kind,
                                  .verdict = verdict,
                                  .paper = find->paper,
                                  .at = at,
                                  .place = pst_paper_place(find->paper, at),
                                  .relation = find->relation == NULL ? "=" : find->relation,
                                  .note = find->note == NULL ? "" : find->note};
  make_stated(scan, find, stated, &finding->stated);
  make_computed(scan, find, &finding->computed);
  make_figures(scan, find, finding);
  finding->says =
      one_line(scan, pst_paper_slice(find->paper, find->says_at, find->says_end), SAYS_MOST);
}

static bool is_count(const struct pst_mention *m)
{
  return m->unit == PST_PAPER_PLAIN && m->decimals == 0 && m->scale == 0;
}

void pst_find_equal(struct pst_scan *scan, const struct pst_find *find)
{
  const struct pst_range *stated = &find->stated->range;
  struct pst_find own = *find;
  enum pst_finding_verdict verdict =
      pst_find_verdict(stated, &find->range, find->has_value, find->value);
  bool counts = is_count(find->stated);

  for (size_t i = 0; i < find->figure_count; i++)
    counts = counts && is_count(find->figures[i]);
  if (counts && verdict == PST_FINDING_ROUNDING && find->note == NULL)
    own.note = "as counts, which are not rounded, it does not agree";
  pst_find_add(scan, &own, verdict, stated);
}
