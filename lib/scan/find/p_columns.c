/* p_columns.c -- a column of p-values beside those of a statistic and its degrees of freedom. */
#include "scan/find/finders.h"
#include "scan/find/p.h"

enum { COLUMNS_MOST = 60 };

/* The tokens of a cell. */
static bool tokens_of(const struct pst_paper *paper, const struct pst_paper_grid *grid, size_t row,
                      size_t column, size_t *first, size_t *last)
{
  size_t sentence = pst_paper_grid_at(grid, row, column)->sentence;

  if (sentence == PST_PAPER_NONE)
    return false;
  *first = paper->sentences[sentence].first;
  *last = paper->sentences[sentence].last;
  return *last > *first;
}

/* The header of COLUMN on its last row. */
static bool header_of(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                      size_t column, size_t *first, size_t *last)
{
  return grid->header_rows > 0
         && tokens_of(paper, grid, grid->header_rows - 1, column, first, last);
}

static bool is_p_column(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                        size_t column)
{
  size_t first, last;

  if (!header_of(paper, grid, column, &first, &last))
    return false;
  return pst_paper_word(paper, first, "p-value pvalue p_value p.value Sig sig")
         || (pst_paper_word(paper, first, "p")
             && (last == first + 1 || pst_paper_word(paper, first + 1, "value values")));
}

static enum pst_p_statistic kind_of(const struct pst_paper *paper,
                                    const struct pst_paper_grid *grid, size_t column)
{
  size_t first, last;

  if (!header_of(paper, grid, column, &first, &last))
    return PST_P_OF_NONE;
  if (pst_paper_word(paper, first, "t-value t-statistic t-stat"))
    return PST_P_OF_T;
  if (pst_paper_word(paper, first, "F-value F-statistic"))
    return PST_P_OF_F;
  if (pst_paper_word(paper, first, "z-value z-score z-statistic"))
    return PST_P_OF_Z;
  return last == first + 1 || pst_paper_mark(paper, first + 1, '(')
                 || pst_paper_mark(paper, first + 1, '?')
                 || pst_paper_word(paper, first + 1, "value statistic stat ratio 2")
             ? pst_p_kind_at(paper, first)
             : PST_P_OF_NONE;
}

/* The numbers of a cell, or of a header such as t(62), as degrees of freedom. */
static void take_df(const struct pst_paper *paper, size_t first, size_t last,
                    struct pst_p_test *test)
{
  for (size_t i = first; i < last && test->df_count < 2; i++)
    if (pst_paper_mention(paper, i) != NULL)
      test->df[test->df_count++] = pst_paper_mention(paper, i);
}

static bool is_df_column(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                         size_t column)
{
  size_t first, last;

  return header_of(paper, grid, column, &first, &last)
         && (pst_paper_word(paper, first, "df df1 df2 dfs df_1 df_2 d.f df.")
             || (pst_paper_word(paper, first, "degrees")
                 && pst_paper_word(paper, first + 1, "of")));
}

/* Those of ROW, of the columns between the p-values before and behind; else those of the header of the statistic. */
static void read_df(const struct pst_paper *paper, const struct pst_paper_grid *grid, size_t row,
                    size_t statistic, size_t from, size_t to, struct pst_p_test *test)
{
  size_t first, last;

  for (size_t c = from; c < to; c++)
    if (is_df_column(paper, grid, c) && tokens_of(paper, grid, row, c, &first, &last))
      take_df(paper, first, last, test);
  if (test->df_count == 0 && header_of(paper, grid, statistic, &first, &last)
      && pst_paper_mark(paper, first + 1, '('))
    take_df(paper, first + 1, last, test);
}

/* ".034", "< .001", "p = .2": one number, with what stands before it. */
static bool read_p(const struct pst_paper *paper, const struct pst_paper_grid *grid, size_t row,
                   size_t column, struct pst_p_value *p)
{
  size_t first, last, count = 0;

  *p = (struct pst_p_value){.relation = '='};
  if (!tokens_of(paper, grid, row, column, &first, &last))
    return false;
  for (size_t i = first; i < last; i++) {
    if (pst_paper_mark(paper, i, '<') || pst_paper_mark(paper, i, '>'))
      p->relation = paper->tokens[i].mark;
    if (pst_paper_mention(paper, i) == NULL)
      continue;
    p->printed = pst_paper_mention(paper, i);
    count++;
  }
  p->at = paper->tokens[first].at;
  p->size = p->printed == NULL ? 0 : p->printed->at + p->printed->size - p->at;
  return count == 1 && p->printed->unit == PST_PAPER_PLAIN
         && pst_rational_sign(p->printed->value) >= 0
         && pst_rational_compare(p->printed->value, pst_rational_whole(1)) <= 0;
}

/* The statistic whose p-values COLUMN has: the nearest before it, behind the p-values before; the first of its columns in
   *FROM.  PST_PAPER_NONE when there is none. */
static size_t statistic_of(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                           size_t column, size_t *from)
{
  size_t found = PST_PAPER_NONE;

  *from = 0;
  for (size_t c = column; c-- > 0;) {
    if (is_p_column(paper, grid, c)) {
      *from = c + 1;
      break;
    }
    if (found == PST_PAPER_NONE && kind_of(paper, grid, c) != PST_P_OF_NONE)
      found = c;
  }
  return found;
}

static void check_column(struct pst_scan *scan, const struct pst_paper *paper,
                         const struct pst_paper_grid *grid, size_t column)
{
  size_t from, statistic = statistic_of(paper, grid, column, &from), to = column, at, end;

  if (statistic == PST_PAPER_NONE)
    return;
  to += column + 1 < grid->columns && is_df_column(paper, grid, column + 1) ? 2 : 0;
  for (size_t r = grid->header_rows; r < grid->rows; r++) {
    struct pst_p_test test = {.kind = kind_of(paper, grid, statistic), .relation = '='};
    struct pst_p_value p;

    test.statistic = pst_paper_grid_main(paper, grid, r, statistic);
    read_df(paper, grid, r, statistic, from, to, &test);
    pst_paper_grid_row(grid, r, &at, &end);
    if (test.statistic != NULL && test.statistic->unit == PST_PAPER_PLAIN && pst_p_complete(&test)
        && read_p(paper, grid, r, column, &p))
      pst_p_make(scan, paper, at, end, &test, &p);
  }
}

void pst_find_p_columns(struct pst_scan *scan, const struct pst_paper *paper,
                        const struct pst_paper_grid *grid)
{
  for (size_t c = 1; c < grid->columns && grid->columns <= COLUMNS_MOST; c++)
    if (is_p_column(paper, grid, c))
      check_column(scan, paper, grid, c);
}
