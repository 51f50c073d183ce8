/* paper.c -- a paper from its bytes to its parts. */
#include "paper/paper.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/array.h"
#include "base/file.h"
#include "input/input.h"
#include "paper/uncolumn.h"
#include "paper/parts.h"
#include "paper/pdf.h"

static bool find_lines(struct pst_paper *paper)
{
  size_t capacity = 0;

  for (size_t at = 0; at < paper->text.size || at == 0; at++) {
    if (at > 0 && paper->text.data[at - 1] != '\n')
      continue;
    if (!PST_ARRAY_ROOM_IN(&paper->arena, paper->lines, capacity, paper->line_count + 1))
      return false;
    paper->lines[paper->line_count++] = at;
  }
  return true;
}

static void read_prose(struct pst_paper *paper, size_t from, size_t to)
{
  if (paper->prose && from < to)
    pst_paper_sentences(paper, from, to);
}

static bool is_fence(const struct pst_paper *paper, size_t line)
{
  struct pst_text text = pst_text_trim(pst_paper_line(paper, line));

  return pst_text_begins(text, "```") || pst_text_begins(text, "~~~");
}

/* A block of code, which is no prose, that begins with LINE; LINE when there is none. */
static size_t behind_fence(const struct pst_paper *paper, size_t line)
{
  size_t end = line + 1;

  if (!is_fence(paper, line))
    return line;
  while (end < paper->line_count && !is_fence(paper, end))
    end++;
  return end < paper->line_count ? end + 1 : line;
}

/* Tables, and the prose between them. */
static void read_text(struct pst_paper *paper)
{
  size_t from = 0, i = 0;

  while (i < paper->line_count && !paper->failed) {
    size_t end = behind_fence(paper, i);

    if (end == i && paper->tables)
      end = pst_paper_table_at(paper, i);

    if (end > i) {
      read_prose(paper, from, i);
      from = end;
    }
    i = end > i ? end : i + 1;
  }
  read_prose(paper, from, paper->line_count);
}

/* The last sentence of prose before each table. */
static void find_before(struct pst_paper *paper)
{
  for (size_t g = 0; g < paper->grid_count; g++) {
    struct pst_paper_grid *grid = &paper->grids[g];
    size_t best = 0;

    grid->before = PST_PAPER_NONE;
    for (size_t i = 0; i < paper->sentence_count; i++) {
      const struct pst_sentence *s = &paper->sentences[i];

      if (s->kind == PST_SENTENCE_CELL || s->end > grid->at || s->end < best)
        continue;
      best = s->end;
      grid->before = i;
    }
  }
}

static enum pst_status finish(struct pst_paper *paper, struct pst_error *error)
{
  if (strcmp(paper->kind, "csv") != 0 && pst_paper_uncolumn(paper, error) != PST_OK)
    return error->status;
  if (!find_lines(paper))
    return pst_fail_memory(error);
  paper->blank_groups = pst_paper_has_blank_groups(paper->text);
  if (strcmp(paper->kind, "csv") == 0)
    pst_paper_grid_csv(paper);
  else
    read_text(paper);
  find_before(paper);
  if (paper->failed || paper->exact.failed)
    return pst_fail_memory(error);
  if (paper->token_count == 0)
    return pst_fail_at(
        error, PST_BAD_DATA, paper->path, 0,
        "there is no text in it to scan; of a scanned PDF the text must be made first, by OCR");
  return PST_OK;
}

/* --- opening --------------------------------------------------------------------------------------- */

static struct pst_paper *make(const char *path, const char *kind, struct pst_error *error)
{
  struct pst_paper *paper = calloc(1, sizeof *paper);

  if (paper == NULL) {
    pst_error_no_memory();
    pst_fail_memory(error);
    return NULL;
  }
  paper->exact.arena = &paper->arena;
  paper->path = pst_arena_string(&paper->arena, path);
  paper->kind = kind;
  paper->prose = paper->tables = true;
  if (paper->path != NULL)
    return paper;
  pst_paper_close(paper);
  pst_fail_memory(error);
  return NULL;
}

void pst_paper_close(struct pst_paper *paper)
{
  if (paper == NULL)
    return;
  pst_arena_free(&paper->arena);
  free(paper);
}

static enum pst_status check_text(const char *path, const char *text, size_t size,
                                  struct pst_error *error)
{
  size_t bad = 0;
  unsigned long line = 1;

  if (memchr(text, '\0', size) == NULL && pst_utf8_valid((struct pst_text){text, size}, &bad))
    return PST_OK;
  for (size_t i = 0; i < bad; i++)
    line += text[i] == '\n';
  return pst_fail_at(
      error, PST_BAD_DATA, path, line,
      "these bytes are no text in UTF-8: give the paper as text, Markdown, CSV or PDF");
}

enum pst_status pst_paper_of_text(const char *path, const char *text, size_t size, bool is_table,
                                  struct pst_paper **paper, struct pst_error *error)
{
  enum pst_status status = check_text(path, text, size, error);
  char *copy;

  *paper = NULL;
  if (status != PST_OK)
    return status;
  *paper = make(path, is_table ? "csv" : "text", error);
  if (*paper == NULL)
    return PST_NO_MEMORY;
  copy = pst_arena_copy(&(*paper)->arena, text, size);
  (*paper)->text = (struct pst_text){copy, size};
  status = copy == NULL ? pst_fail_memory(error) : finish(*paper, error);
  if (status == PST_OK)
    return PST_OK;
  pst_paper_close(*paper);
  *paper = NULL;
  return status;
}

enum { PAPER_MOST = 1 << 28 }; /* bytes; a device may never end */

static enum pst_status read_all(const char *path, struct pst_input *input, struct pst_buffer *text,
                                struct pst_error *error)
{
  char block[1 << 14];
  size_t got = 1;
  enum pst_status status = PST_OK;

  while (status == PST_OK && got > 0) {
    status = pst_input_read(input, block, sizeof block, &got, error);
    if (status == PST_OK && memchr(block, '\0', got) != NULL)
      return check_text(path, block, got, error);
    if (status == PST_OK && text->size + got > PAPER_MOST)
      return pst_fail_at(error, PST_BAD_DATA, path, 0, "a paper has 256 MiB at most");
    if (status == PST_OK)
      pst_buffer_add(text, block, got);
  }
  return status == PST_OK && text->failed ? pst_fail_memory(error) : status;
}

static bool ends_in(const char *path, const char *ending)
{
  size_t size = strlen(path), own = strlen(ending);

  return size > own && strcasecmp(path + size - own, ending) == 0;
}

static enum pst_status open_text(const char *path, struct pst_paper **paper,
                                 struct pst_error *error)
{
  bool is_table = ends_in(path, ".csv") || ends_in(path, ".tsv") || ends_in(path, ".csv.gz");
  struct pst_buffer text = {.data = NULL};
  struct pst_input *input;
  enum pst_status status = pst_input_open(path, NULL, &input, error);

  if (status != PST_OK)
    return status;
  status = read_all(strcmp(path, "-") == 0 ? "standard input" : path, input, &text, error);
  if (status == PST_OK)
    status = pst_paper_of_text(strcmp(path, "-") == 0 ? "standard input" : path,
                               pst_buffer_string(&text), text.size, is_table, paper, error);
  pst_input_close(input);
  pst_buffer_free(&text);
  return status;
}

/* One of the two texts of a PDF. */
static enum pst_status open_pdf(const char *path, bool as_laid_out, struct pst_paper **paper,
                                struct pst_error *error)
{
  struct pst_buffer text = {.data = NULL};
  enum pst_status status = pst_pdf_text(path, as_laid_out, &text, error);

  if (status == PST_OK)
    status = check_text(path, pst_buffer_string(&text), text.size, error);
  *paper = status == PST_OK ? make(path, "pdf", error) : NULL;
  if (*paper != NULL) {
    char *copy = pst_arena_copy(&(*paper)->arena, pst_buffer_string(&text), text.size);

    (*paper)->text = (struct pst_text){copy, text.size};
    (*paper)->prose = !as_laid_out;
    (*paper)->tables = as_laid_out;
    status = copy == NULL ? pst_fail_memory(error) : finish(*paper, error);
  } else if (status == PST_OK) {
    status = PST_NO_MEMORY;
  }
  pst_buffer_free(&text);
  return status;
}

enum pst_status pst_paper_open(const char *path, struct pst_paper *papers[2], size_t *count,
                               struct pst_error *error)
{
  enum pst_status status = PST_OK;

  papers[0] = papers[1] = NULL;
  *count = 0;
  if (!pst_pdf_is(path)) {
    status = open_text(path, &papers[0], error);
    *count = papers[0] != NULL;
    return status;
  }
  status = open_pdf(path, false, &papers[0], error);
  if (status == PST_OK) {
    status = open_pdf(path, true, &papers[1], error);
    if (status == PST_BAD_DATA && papers[1] != NULL) { /* it has no table */
      pst_error_clear(error);
      status = PST_OK;
    }
  }
  *count = papers[0] == NULL ? 0 : papers[1] == NULL ? 1 : 2;
  if (status == PST_OK)
    return PST_OK;
  pst_paper_close(papers[0]);
  pst_paper_close(papers[1]);
  *count = 0;
  return status;
}
