/* draft.c -- the sentences and rows of a paper that say something of numbers, and what each number is perhaps. */
#include "trace/draft.h"

#include <string.h>

#include "base/array.h"
#include "paper/text.h"

static const char directions[] = "rose rise rises risen rising increase increases increased "
                                 "increasing grew grow grows grown growing growth fell fall "
                                 "falls fallen falling decrease decreased decreasing declined "
                                 "decline declining dropped drop doubled halved tripled "
                                 "more less fewer higher lower largest smallest highest lowest "
                                 "most first second third last exceeded wider narrower";

static const char *copy_line(struct pst_draft *draft, struct pst_text text, size_t most)
{
  struct pst_buffer out = {.data = NULL};
  const char *copy;
  bool blank = false;
  size_t at = 0;

  for (; at < text.size && out.size < most; at++) {
    bool is_blank = strchr(" \t\r\n\f", text.data[at]) != NULL;

    if (!is_blank && blank && out.size > 0)
      pst_buffer_putc(&out, ' ');
    if (!is_blank)
      pst_buffer_putc(&out, text.data[at]);
    blank = is_blank;
  }
  if (at < text.size) {
    pst_buffer_cut(&out, pst_utf8_head((struct pst_text){out.data, out.size}, out.size).size);
    pst_buffer_puts(&out, " ...");
  }
  copy = pst_arena_string(&draft->arena, pst_buffer_string(&out));
  draft->failed = draft->failed || out.failed || copy == NULL;
  pst_buffer_free(&out);
  return copy == NULL ? "" : copy;
}

/* --- numbers --------------------------------------------------------------------------------------- */

static void take_candidate(struct pst_draft *draft, struct pst_draft_number *number,
                           const struct pst_trace *trace, const struct pst_trace_candidate *best)
{
  number->fits = trace->fits;
  number->tried = trace->tried;
  if (best == NULL)
    return;
  number->check = pst_arena_string(&draft->arena, best->check);
  draft->failed = draft->failed || number->check == NULL;
  number->kind = pst_trace_kind_names[best->kind];
  number->file = draft->data->tables[best->table].path;
  number->lines[0] = best->lines[0];
  number->lines[1] = best->lines[1];
  number->chance = best->chance;
  number->computed = best->computed;
  number->rounding = best->rounding;
  number->table = best->table;
  number->value = best->value;
}

static enum pst_status add_number(struct pst_draft *draft, struct pst_draft_claim *claim,
                                  const struct pst_paper *paper, const struct pst_mention *mention,
                                  const struct pst_trace_words *words, struct pst_error *error)
{
  struct pst_draft_number *number = &claim->numbers[claim->count++];
  struct pst_arena own = PST_ARENA_EMPTY;
  struct pst_trace trace;
  enum pst_status status = pst_trace_search(draft->data, mention, words, &own, &trace, error);

  *number = (struct pst_draft_number){
      .mention = mention,
      .text =
          copy_line(draft, pst_paper_slice(paper, mention->at, mention->at + mention->size), 80)};
  if (status == PST_OK)
    take_candidate(draft, number, &trace, pst_trace_stands_out(&trace));
  pst_arena_free(&own);
  claim->traced += number->check != NULL;
  draft->numbers++;
  draft->traced += number->check != NULL;
  return status;
}

/* --- claims ---------------------------------------------------------------------------------------- */

static struct pst_draft_claim *add_claim(struct pst_draft *draft, const struct pst_paper *paper,
                                         size_t at, size_t end, size_t numbers)
{
  struct pst_draft_claim *claim;
  size_t same = 1;

  if (!PST_ARRAY_ROOM_IN(&draft->arena, draft->claims, draft->capacity, draft->count + 1))
    return draft->failed = true, NULL;
  claim = &draft->claims[draft->count];
  *claim = (struct pst_draft_claim){.place = pst_paper_place(paper, at)};
  claim->numbers = pst_arena_array(&draft->arena, numbers + 1, sizeof *claim->numbers);
  claim->says = copy_line(draft, pst_paper_slice(paper, at, end), 400);
  for (size_t i = 0; i < draft->count; i++) /* of a PDF sentences and tables are drafted apart */
    same += draft->claims[i].place.line == claim->place.line
            && draft->claims[i].place.page == claim->place.page;
  claim->id = claim->place.page > 0
                  ? pst_arena_format(&draft->arena, "page-%lu-line-%lu-%zu", claim->place.page,
                                     claim->place.line, same)
                  : pst_arena_format(&draft->arena, "line-%lu-%zu", claim->place.line, same);
  if (claim->numbers == NULL || claim->id == NULL)
    return draft->failed = true, NULL;
  draft->count++;
  return claim;
}

/* "Table 2", "section 3": no number of the paper's findings. */
static bool is_reference(const struct pst_paper *paper, size_t token)
{
  return token > 0
         && (pst_paper_word(
                 paper, token - 1,
                 "Table Tables Figure Figures Fig Section Sections Article Chapter Appendix "
                 "Equation page pages p pp No")
             || pst_paper_mark(paper, token - 1, '*'));
}

static bool is_traceable(const struct pst_paper *paper, size_t token)
{
  const struct pst_token *t = &paper->tokens[token];

  return t->mention != PST_PAPER_NONE && !paper->mentions[t->mention].year
         && !is_reference(paper, token)
         && !(pst_paper_mark(paper, token - 1, '(') && pst_paper_mark(paper, token + 1, ')')
              && t->size < 3);
}

static void paragraph(const struct pst_paper *paper, const struct pst_sentence *s,
                      struct pst_trace_words *words)
{
  const struct pst_sentence *begin = s, *end = s;

  while (begin > paper->sentences && begin[-1].paragraph == s->paragraph)
    begin--;
  while (end + 1 < paper->sentences + paper->sentence_count && end[1].paragraph == s->paragraph)
    end++;
  words->before = begin->first;
  words->after = end->last;
}

/* No word: the number of a section.  Or what pdftotext reads downwards of a table: a header and its numbers. */
static bool says_nothing(const struct pst_paper *paper, const struct pst_sentence *s,
                         size_t numbers)
{
  size_t words = 0;

  for (size_t i = s->first; i < s->last; i++)
    words += paper->tokens[i].kind == PST_TOKEN_WORD && paper->tokens[i].mention == PST_PAPER_NONE;
  return words == 0
         || (pst_paper_place(paper, s->at).page > 0 && numbers > 3 && 3 * numbers >= 2 * words);
}

static enum pst_status draft_sentence(struct pst_draft *draft, const struct pst_paper *paper,
                                      const struct pst_sentence *s, struct pst_error *error)
{
  struct pst_trace_words words = {.paper = paper, .first = s->first, .last = s->last};
  size_t numbers = 0, traceable = 0;
  struct pst_draft_claim *claim;
  enum pst_status status = PST_OK;

  for (size_t i = s->first; i < s->last; i++) {
    numbers += paper->tokens[i].mention != PST_PAPER_NONE && !is_reference(paper, i);
    traceable += is_traceable(paper, i);
  }
  if (s->kind != PST_SENTENCE_PROSE || s->reference || says_nothing(paper, s, numbers)
      || (numbers == 0 && !pst_paper_has(paper, s->first, s->last, directions)))
    return PST_OK;
  claim = add_claim(draft, paper, s->at, s->end, traceable);
  paragraph(paper, s, &words);
  for (size_t i = s->first; i < s->last && claim != NULL && status == PST_OK; i++)
    if (is_traceable(paper, i))
      status = add_number(draft, claim, paper, &paper->mentions[paper->tokens[i].mention], &words,
                          error);
  return status;
}

/* --- rows of tables -------------------------------------------------------------------------------- */

static const struct pst_paper_cell *cell_at(const struct pst_paper_grid *grid, size_t row,
                                            size_t column)
{
  return &grid->cells[row * grid->columns + column];
}

static struct pst_text text_of(const struct pst_paper *paper, const struct pst_paper_cell *cell)
{
  return pst_paper_slice(paper, cell->at, cell->at + cell->size);
}

static bool is_name(const struct pst_paper_cell *cell)
{
  return cell->main == PST_PAPER_NONE && cell->size > 0;
}

static bool add_words(struct pst_trace_words *words, struct pst_text text)
{
  enum { MOST = sizeof words->more / sizeof *words->more };

  if (words->more_count == MOST)
    return false;
  words->more[words->more_count++] = text;
  return true;
}

/* The headers above COLUMN: what spans several stands to the left. */
static void add_headers(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                        size_t column, struct pst_trace_words *words)
{
  for (size_t r = 0; r < grid->header_rows; r++) {
    size_t c = column;

    while (c > 1 && cell_at(grid, r, c)->size == 0 && r + 1 < grid->header_rows)
      c--;
    if (!add_words(words, text_of(paper, cell_at(grid, r, c))))
      return;
  }
}

/* "Rank", "2021 rank", "Place" above COLUMN. */
static bool is_below_rank(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                          size_t column)
{
  for (size_t r = 0; r < grid->header_rows; r++) {
    const struct pst_paper_cell *cell = cell_at(grid, r, column);
    const struct pst_sentence *s =
        cell->sentence == PST_PAPER_NONE ? NULL : &paper->sentences[cell->sentence];

    if (s != NULL && pst_paper_has(paper, s->first, s->last, "Rank Ranks Ranking Place Position"))
      return true;
  }
  return false;
}

/* A rank is of the name beside it and of the numbers behind that. */
static void add_ranked(const struct pst_paper *paper, const struct pst_paper_grid *grid, size_t row,
                       size_t column, struct pst_trace_words *words)
{
  size_t c = column + 1;

  while (words->more_count == 0 && c < grid->columns && !is_name(cell_at(grid, row, c)))
    c++;
  if (words->more_count == 0 && c < grid->columns)
    add_words(words, text_of(paper, cell_at(grid, row, c)));
  for (c = column + 1; c < grid->columns; c++)
    if (cell_at(grid, row, c)->main != PST_PAPER_NONE) {
      add_headers(paper, grid, c, words);
      return;
    }
}

/* The words around a cell: the texts to its left in the row, and its headers. */
static void words_of(const struct pst_paper *paper, const struct pst_paper_grid *grid, size_t row,
                     size_t column, struct pst_trace_words *words)
{
  *words = (struct pst_trace_words){.paper = paper, .rank = is_below_rank(paper, grid, column)};
  for (size_t c = column; c-- > 0 && words->more_count == 0;)
    if (is_name(cell_at(grid, row, c))) /* the nearest */
      add_words(words, text_of(paper, cell_at(grid, row, c)));
  if (words->rank)
    add_ranked(paper, grid, row, column, words);
  add_headers(paper, grid, column, words);
}

static bool has_sign(struct pst_text text)
{
  return text.size > 0 && memchr(text.data, '%', text.size) != NULL;
}

/* The title says per cent, or the header of the column. */
static bool is_of_percentages(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                              const struct pst_trace_words *words)
{
  for (size_t i = 0; i < words->more_count; i++)
    if (has_sign(words->more[i]))
      return true;
  return grid->before != PST_PAPER_NONE
         && has_sign(pst_paper_slice(paper, paper->sentences[grid->before].at,
                                     paper->sentences[grid->before].end));
}

/* A plain number below a header or a title with a per cent sign is a percentage. */
static const struct pst_mention *as_headed(struct pst_draft *draft, const struct pst_paper *paper,
                                           const struct pst_paper_grid *grid,
                                           const struct pst_trace_words *words,
                                           const struct pst_mention *mention)
{
  struct pst_mention *copy;

  if (mention->unit != PST_PAPER_PLAIN || mention->year || words->rank
      || !is_of_percentages(paper, grid, words))
    return mention;
  copy = pst_arena_alloc(&draft->arena, sizeof *copy);
  if (copy == NULL)
    return draft->failed = true, mention;
  *copy = *mention;
  copy->unit = PST_PAPER_PERCENT;
  return copy;
}

/* Is the grid one of years only?  Then they are what it says. */
static bool is_of_years(const struct pst_paper_grid *grid)
{
  return grid->header_rows == grid->rows;
}

/* The one rank among names that is in context; NULL: there is none, or there are several. */
static const struct pst_trace_candidate *rank_in(const struct pst_trace *trace)
{
  const struct pst_trace_candidate *one = NULL;

  for (size_t i = 0; i < trace->count; i++)
    if (trace->candidates[i].in_context && trace->candidates[i].kind == PST_TRACE_RANK
        && !trace->candidates[i].of_time) {
      if (one != NULL)
        return NULL;
      one = &trace->candidates[i];
    }
  return one;
}

/* The first number behind COLUMN that is a cell of the data: what the rank before it ranks. */
static const struct pst_draft_number *ranked_by(const struct pst_draft_claim *claim, size_t column)
{
  for (size_t i = 0; i < claim->count; i++)
    if (claim->numbers[i].column > column && claim->numbers[i].check != NULL
        && claim->numbers[i].kind == pst_trace_kind_names[PST_TRACE_CELL])
      return &claim->numbers[i];
  return NULL;
}

/* A rank of a row is that of the value which stands behind it, however many ranks are the same by chance. */
static enum pst_status settle_ranks(struct pst_draft *draft, const struct pst_paper *paper,
                                    const struct pst_paper_grid *grid, size_t row,
                                    struct pst_draft_claim *claim, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < claim->count && status == PST_OK; i++) {
    struct pst_draft_number *number = &claim->numbers[i];
    const struct pst_draft_number *by = ranked_by(claim, number->column);
    struct pst_arena own = PST_ARENA_EMPTY;
    struct pst_trace_words words;
    struct pst_trace trace;

    words_of(paper, grid, row, number->column, &words);
    if (!words.rank || number->check != NULL || by == NULL)
      continue;
    words.of_one = true;
    words.of_table = by->table;
    words.of_value = by->value;
    status = pst_trace_search(draft->data, number->mention, &words, &own, &trace, error);
    if (status == PST_OK)
      take_candidate(draft, number, &trace, rank_in(&trace));
    claim->traced += number->check != NULL;
    draft->traced += number->check != NULL;
    pst_arena_free(&own);
  }
  return status;
}

static enum pst_status draft_row(struct pst_draft *draft, const struct pst_paper *paper,
                                 const struct pst_paper_grid *grid, size_t row,
                                 struct pst_error *error)
{
  struct pst_draft_claim *claim = NULL;
  enum pst_status status = PST_OK;

  for (size_t c = 0; c < grid->columns && status == PST_OK; c++) {
    const struct pst_paper_cell *cell = cell_at(grid, row, c);
    struct pst_trace_words words;
    size_t mentions[2] = {cell->main, cell->change};

    if (cell->main == PST_PAPER_NONE || (paper->mentions[cell->main].year && !is_of_years(grid)))
      continue;
    words_of(paper, grid, row, c, &words);
    if (claim == NULL) {
      size_t at = cell_at(grid, row, 0)->size > 0 ? cell_at(grid, row, 0)->at : cell->at;
      const struct pst_paper_cell *end = cell;

      for (size_t k = c; k < grid->columns; k++)
        end = cell_at(grid, row, k)->size > 0 ? cell_at(grid, row, k) : end;
      claim = add_claim(draft, paper, at, end->at + end->size, 2 * grid->columns);
    }
    for (size_t m = 0; m < 2 && claim != NULL && status == PST_OK; m++)
      if (mentions[m] != PST_PAPER_NONE) {
        status = add_number(draft, claim, paper,
                            as_headed(draft, paper, grid, &words, &paper->mentions[mentions[m]]),
                            &words, error);
        claim->numbers[claim->count - 1].column = c;
      }
  }
  return status == PST_OK && claim != NULL ? settle_ranks(draft, paper, grid, row, claim, error)
                                           : status;
}

/* --- all of it ------------------------------------------------------------------------------------- */

enum pst_status pst_draft_paper(const struct pst_paper *paper, struct pst_draft *draft,
                                struct pst_error *error)
{
  size_t grid = 0;
  enum pst_status status = PST_OK;

  for (size_t i = 0; i <= paper->sentence_count && status == PST_OK && !draft->failed; i++) {
    size_t at = i < paper->sentence_count ? paper->sentences[i].at : paper->text.size + 1;

    if (i < paper->sentence_count && paper->sentences[i].kind == PST_SENTENCE_CELL)
      continue;
    for (; grid < paper->grid_count && paper->grids[grid].at < at; grid++)
      for (size_t r = is_of_years(&paper->grids[grid]) ? 1 : paper->grids[grid].header_rows;
           r < paper->grids[grid].rows && status == PST_OK; r++)
        status = draft_row(draft, paper, &paper->grids[grid], r, error);
    if (i < paper->sentence_count && status == PST_OK)
      status = draft_sentence(draft, paper, &paper->sentences[i], error);
  }
  return status;
}

enum pst_status pst_draft_make(const char *path, const struct pst_trace_data *data,
                               struct pst_draft *draft, struct pst_error *error)
{
  struct pst_paper *papers[2];
  size_t count;
  enum pst_status status = pst_paper_open(path, papers, &count, error);

  *draft = (struct pst_draft){.path = path, .data = data};
  for (size_t i = 0; i < count && status == PST_OK; i++) {
    draft->is_pdf = strcmp(papers[i]->kind, "pdf") == 0;
    status = pst_draft_paper(papers[i], draft, error);
    draft->failed = draft->failed || papers[i]->exact.failed;
  }
  for (size_t i = 0; i < count; i++)
    pst_paper_close(papers[i]);
  if (status == PST_OK && draft->failed)
    status = pst_fail_memory(error);
  if (status != PST_OK)
    pst_draft_free(draft);
  return status;
}

void pst_draft_free(struct pst_draft *draft)
{
  pst_arena_free(&draft->arena);
  draft->count = 0;
}
