/* accept.c -- a notebook with the output of now in place of what it recorded. */
#include "notebook/accept.h"

#include <stdlib.h>
#include <string.h>

#include "notebook/read/lines.h"

/* Where a replacement ends one part of the source and begins the next. */
struct edit {
  size_t from, to;
  const struct pst_notebook_block *block; /* one of the two */
  const struct pst_notebook_number *number;
};

static bool is_accepted(const struct pst_notebook_command *command)
{
  return command->ran && command->differs && command->failure == NULL;
}

static bool has_news(const struct pst_notebook_block *block)
{
  if (!block->chosen || block->kind != PST_NOTEBOOK_CONSOLE)
    return false;
  for (size_t i = 0; i < block->n_commands; i++)
    if (is_accepted(&block->commands[i]))
      return true;
  return false;
}

/* The longest run of MARK at the start of a line of TEXT, blanks aside. */
static size_t longest_run(const char *text, char mark)
{
  struct pst_text rest = pst_text_of(text), line;
  size_t most = 0;

  while (pst_lines_next(&rest, &line)) {
    size_t n = 0;

    line = pst_text_trim(line);
    while (n < line.size && line.data[n] == mark)
      n++;
    most = n > most ? n : most;
  }
  return most;
}

static const char *record_of(const struct pst_notebook_command *command)
{
  return is_accepted(command) ? command->printed : command->recorded;
}

/* The fence of BLOCK, MARK, must be longer than any run of it inside. */
static size_t fence_of(const struct pst_notebook_block *block, char *mark)
{
  const char *fence = block->opening + strlen(block->indent);
  size_t size;

  fence += strspn(fence, " ");
  *mark = *fence == '~' ? '~' : '`';
  size = strspn(fence, *mark == '~' ? "~" : "`");
  for (size_t i = 0; i < block->n_commands; i++) {
    size_t run = longest_run(record_of(&block->commands[i]), *mark);

    size = run >= size ? run + 1 : size;
  }
  return size;
}

static void put_lines(struct pst_buffer *out, const char *indent, const char *lines,
                      const char *end)
{
  struct pst_text rest = pst_text_of(lines), line;

  while (pst_lines_next(&rest, &line)) {
    if (line.size > 0 || strchr(indent, '>') != NULL)
      pst_buffer_puts(out, indent);
    pst_buffer_add(out, line.data, line.size);
    pst_buffer_puts(out, end);
  }
}

static void put_block(struct pst_buffer *out, const struct pst_notebook_block *block,
                      const char *end)
{
  const char *fence = block->opening + strlen(block->indent), *info;
  char mark;
  size_t size = fence_of(block, &mark);

  pst_buffer_add(out, block->opening, strlen(block->indent));
  fence += strspn(fence, " ");
  info = fence + strspn(fence, "`~");
  pst_buffer_repeat(out, mark, size);
  pst_buffer_puts(out, info);
  pst_buffer_puts(out, end);
  for (size_t i = 0; i < block->n_commands; i++) {
    put_lines(out, block->indent, block->commands[i].shown, end);
    put_lines(out, block->indent, record_of(&block->commands[i]), end);
  }
  pst_buffer_puts(out, block->indent);
  pst_buffer_repeat(out, mark, size);
  pst_buffer_puts(out, end);
}

static int by_place(const void *a, const void *b)
{
  const struct edit *left = a, *right = b;

  return (left->from > right->from) - (left->from < right->from);
}

static size_t find_edits(const struct pst_notebook *notebook, struct edit *edits)
{
  size_t n = 0;

  for (size_t b = 0; b < notebook->n_blocks; b++)
    if (has_news(&notebook->blocks[b]))
      edits[n++] = (struct edit){.from = notebook->line_start[notebook->blocks[b].line],
                                 .to = notebook->line_start[notebook->blocks[b].last + 1],
                                 .block = &notebook->blocks[b]};
  for (size_t i = 0; i < notebook->n_numbers; i++)
    if (notebook->numbers[i].differs)
      edits[n++] = (struct edit){.from = notebook->numbers[i].at,
                                 .to = notebook->numbers[i].at + notebook->numbers[i].size,
                                 .number = &notebook->numbers[i]};
  qsort(edits, n, sizeof *edits, by_place);
  return n;
}

/* How lines of the source end. */
static const char *line_end(const struct pst_notebook *notebook)
{
  const char *first = memchr(notebook->text, '\n', notebook->size);

  return first != NULL && first > notebook->text && first[-1] == '\r' ? "\r\n" : "\n";
}

enum pst_status pst_notebook_accept(const struct pst_notebook *notebook, struct pst_buffer *out,
                                    size_t *n, struct pst_error *error)
{
  struct edit *edits = calloc(notebook->n_blocks + notebook->n_numbers + 1, sizeof *edits);
  size_t at = 0;

  if (edits == NULL)
    return pst_fail_memory(error);
  *n = find_edits(notebook, edits);
  for (size_t i = 0; i < *n; i++) {
    pst_buffer_add(out, notebook->text + at, edits[i].from - at);
    if (edits[i].block != NULL)
      put_block(out, edits[i].block, line_end(notebook));
    else
      pst_buffer_puts(out, edits[i].number->corrected);
    at = edits[i].to;
  }
  pst_buffer_add(out, notebook->text + at, notebook->size - at);
  free(edits);
  return out->failed ? pst_fail_memory(error) : PST_OK;
}
