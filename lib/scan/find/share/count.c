/* count.c -- a percentage of a stated number that no count can give. */
#include "scan/find/change.h"
#include "scan/find/finders.h"
#include "scan/find/grim.h"

/* What is measured, and not counted. */
static const char measures[] =
    "years year months month weeks days hours minutes seconds km kilometres miles metres meters kg "
    "kilograms grams tonnes tons litres hectares acres dollars euros yen pounds points degrees "
    "square percent per times million billion";

/* No nouns: what they stand behind is not counted. */
static const char little_words[] =
    "to in and or is are was were be at by for with on from than as but it that which who";

static bool is_number_of(const struct pst_mention *m)
{
  return m != NULL && m->unit == PST_PAPER_PLAIN && m->decimals == 0 && m->scale == 0 && !m->ordinal
         && !m->year && !m->has_sign && m->vague == PST_PAPER_AS_PRINTED
         && pst_rational_sign(m->value) > 0;
}

static bool is_percentage(const struct pst_mention *m)
{
  return m != NULL && m->unit == PST_PAPER_PERCENT && m->vague == PST_PAPER_AS_PRINTED
         && !m->has_sign && m->value.big == NULL
         && pst_rational_compare(m->value, pst_rational_whole(100)) <= 0
         && pst_rational_sign(m->value) >= 0;
}

static void make(struct pst_scan *scan, const struct pst_paper *paper, size_t says_at,
                 size_t says_end, const struct pst_mention *share, const struct pst_mention *n,
                 bool weighted)
{
  struct pst_find find = {.kind = "count",
                          .paper = paper,
                          .stated = share,
                          .unit = PST_PAPER_PERCENT,
                          .figures = &n,
                          .figure_count = 1,
                          .says_at = says_at,
                          .says_end = says_end,
                          .has_value = true};
  struct pst_rational k;
  bool possible;

  if (!pst_grim_tells(scan, share, n->value, 100))
    return; /* every percentage of so many digits is possible */
  possible = pst_grim(scan, share, n->value, 100, &find.value, &k);
  find.range = pst_range_point(find.value);
  find.text = pst_find_format(scan, "%s of %s", pst_rational_print(&scan->exact, k),
                              pst_find_text(scan, paper, n));
  find.note = possible   ? NULL
              : weighted ? "no count gives it; but the text speaks of weights"
                         : "no count gives it: this is the nearest (GRIM)";
  pst_find_add(scan, &find,
               possible   ? PST_FINDING_AGREES
               : weighted ? PST_FINDING_UNDECIDED
                          : PST_FINDING_CONTRADICTS,
               &share->range);
}

static bool says_weights(const struct pst_paper *paper)
{
  return pst_paper_says(paper->text, "weighted weighting weights");
}

/* D % of the N respondents; D % of respondents (N = 20). */
void pst_find_count(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_sentence *s)
{
  for (size_t i = s->first; i + 2 < s->last; i++) {
    const struct pst_mention *share = pst_mention_at(paper, i), *n;
    size_t next = i + 2;

    if (!is_percentage(share) || !pst_paper_word(paper, i + 1, "of"))
      continue;
    while (next < s->last && next < i + 4
           && pst_paper_word(paper, next, "the all our these those its"))
      next++;
    n = pst_paper_mention(paper, next);
    if (is_number_of(n)
        && paper->tokens[next + 1 < s->last ? next + 1 : next].kind == PST_TOKEN_WORD
        && !pst_paper_word(paper, next + 1, measures)
        && !pst_paper_word(paper, next + 1, little_words)) {
      make(scan, paper, s->at, s->end, share, n, says_weights(paper));
      continue;
    }
    while (next < s->last && next < i + 6 && paper->tokens[next].kind == PST_TOKEN_WORD)
      next++;
    if (pst_paper_mark(paper, next, '(') && pst_paper_word(paper, next + 1, "N")
        && paper->text.data[paper->tokens[next + 1].at] == 'N'
        && pst_paper_mark(paper, next + 2, '=') && is_number_of(pst_paper_mention(paper, next + 3)))
      make(scan, paper, s->at, s->end, share, pst_paper_mention(paper, next + 3),
           says_weights(paper));
  }
}

/* --- tables ---------------------------------------------------------------------------------------- */

/* The N of a header: "Women (n = 86)", "N=300". */
static const struct pst_mention *header_number(const struct pst_paper *paper,
                                               const struct pst_paper_grid *grid, size_t column)
{
  for (size_t r = 0; r < grid->header_rows; r++) {
    const struct pst_paper_cell *cell = pst_paper_grid_at(grid, r, column);

    if (cell->sentence == PST_PAPER_NONE)
      continue;
    for (size_t i = paper->sentences[cell->sentence].first;
         i + 2 < paper->sentences[cell->sentence].last; i++)
      if (pst_paper_word(paper, i, "n") && pst_paper_mark(paper, i + 1, '=')
          && is_number_of(pst_paper_mention(paper, i + 2)))
        return pst_paper_mention(paper, i + 2);
  }
  return NULL;
}

/* 45 (52.3 %) below a header with its N. */
static void cell_of(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_paper_grid *grid, size_t row, size_t column,
                    const struct pst_mention *n)
{
  const struct pst_mention *part = pst_paper_grid_main(paper, grid, row, column), *share;
  const struct pst_mention *figures[] = {part, n};
  size_t change = pst_paper_grid_at(grid, row, column)->change;
  struct pst_find find = {.kind = "count",
                          .paper = paper,
                          .unit = PST_PAPER_PERCENT,
                          .figures = figures,
                          .figure_count = 2,
                          .has_value = true};

  share = change == PST_PAPER_NONE ? NULL : &paper->mentions[change];
  if (part == NULL || share == NULL || part->decimals > 0 || part->unit != PST_PAPER_PLAIN
      || share->unit == PST_PAPER_POINTS || share->has_sign
      || (share->unit == PST_PAPER_PLAIN
          && !pst_paper_grid_titled(paper, grid, "percent percentage pct")
          && memchr(pst_paper_grid_label(paper, grid, grid->header_rows - 1, column).data, '%',
                    pst_paper_grid_label(paper, grid, grid->header_rows - 1, column).size)
                 == NULL)
      || !pst_find_ratio(scan, part, n, 100, &find.range, &find.value))
    return;
  if (pst_find_is_count(scan, part) && pst_find_is_count(scan, n))
    find.range = pst_range_point(find.value);
  find.stated = share;
  find.text = pst_find_format(scan, "%s / %s", pst_find_text(scan, paper, part),
                              pst_find_text(scan, paper, n));
  pst_paper_grid_row(grid, row, &find.says_at, &find.says_end);
  pst_find_equal(scan, &find);
}

/* A column called n or N. */
static size_t number_column(const struct pst_paper *paper, const struct pst_paper_grid *grid)
{
  size_t found = PST_PAPER_NONE;

  for (size_t c = 0; c < grid->columns && grid->header_rows > 0; c++) {
    struct pst_text own = pst_text_trim(pst_paper_grid_own(paper, grid, grid->header_rows - 1, c));

    if (!pst_text_is(own, "n") && !pst_text_is(own, "N") && !pst_text_is(own, "Respondents"))
      continue;
    if (found != PST_PAPER_NONE)
      return PST_PAPER_NONE;
    found = c;
  }
  return found;
}

void pst_find_count_columns(struct pst_scan *scan, const struct pst_paper *paper,
                            const struct pst_paper_grid *grid)
{
  size_t of = number_column(paper, grid);

  for (size_t c = 0; c < grid->columns && grid->header_rows > 0; c++) {
    const struct pst_mention *n = header_number(paper, grid, c);

    for (size_t r = grid->header_rows; r < grid->rows && n != NULL; r++)
      cell_of(scan, paper, grid, r, c, n);
    for (size_t r = grid->header_rows; r < grid->rows && of != PST_PAPER_NONE && c != of; r++) {
      const struct pst_mention *share = pst_paper_grid_main(paper, grid, r, c);
      size_t at, end;

      pst_paper_grid_row(grid, r, &at, &end);
      if (is_percentage(share) && is_number_of(pst_paper_grid_main(paper, grid, r, of)))
        make(scan, paper, at, end, share, pst_paper_grid_main(paper, grid, r, of),
             says_weights(paper));
    }
  }
}
