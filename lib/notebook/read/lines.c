/* lines.c -- the source of a notebook as lines. */
#include "notebook/read/lines.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"

static enum pst_status read_file(const char *path, struct pst_buffer *out, struct pst_error *error)
{
  char block[65536];
  enum pst_status status = pst_file_require(path, error);
  FILE *file;
  size_t got;

  if (status != PST_OK)
    return status;
  file = fopen(path, "rbe");
  if (file == NULL)
    return pst_fail_at(error, PST_IO, path, 0, "%s", strerror(errno));
  while ((got = fread(block, 1, sizeof block, file)) > 0)
    pst_buffer_add(out, block, got);
  if (ferror(file))
    status = pst_fail_at(error, PST_IO, path, 0, "%s", strerror(errno));
  fclose(file);
  return status == PST_OK && out->failed ? pst_fail_memory(error) : status;
}

/* Behind the end of the line from AT: LF, CR LF or a CR alone, as Markdown has them. */
static size_t behind_line(const char *text, size_t size, size_t at)
{
  while (at < size && text[at] != '\n' && text[at] != '\r')
    at++;
  if (at + 1 < size && text[at] == '\r' && text[at + 1] == '\n')
    at++;
  return at < size ? at + 1 : size;
}

static enum pst_status find_lines(struct pst_notebook *notebook, struct pst_error *error)
{
  size_t n = 0, at = 0;

  for (size_t i = 0; i < notebook->size; i = behind_line(notebook->text, notebook->size, i))
    n++;
  n = n == 0 ? 1 : n;
  notebook->line_start = pst_arena_array(&notebook->arena, n + 2, sizeof *notebook->line_start);
  if (notebook->line_start == NULL)
    return pst_fail_memory(error);
  notebook->n_lines = n;
  for (size_t line = 1; line <= n; line++) {
    notebook->line_start[line] = at;
    at = behind_line(notebook->text, notebook->size, at);
  }
  notebook->line_start[n + 1] = notebook->size;
  return PST_OK;
}

static unsigned long line_of(const char *text, size_t at)
{
  unsigned long line = 1;

  for (size_t end = behind_line(text, at, 0); end < at; end = behind_line(text, at, end))
    line++;
  return at > 0 && (text[at - 1] == '\n' || text[at - 1] == '\r') ? line + 1 : line;
}

enum pst_status pst_lines_take(struct pst_notebook *notebook, const char *path,
                               struct pst_text text, struct pst_error *error)
{
  size_t bad;

  if (text.size > 0 && memchr(text.data, '\0', text.size) != NULL)
    return pst_fail_at(error, PST_BAD_DATA, path, 0, "it has NUL bytes, and is no Markdown file");
  if (!pst_utf8_valid(text, &bad))
    return pst_fail_at(error, PST_BAD_DATA, path, line_of(text.data, bad),
                       "it is not UTF-8; write it as UTF-8");
  notebook->text = pst_arena_copy(&notebook->arena, text.data, text.size);
  notebook->size = text.size;
  return notebook->text == NULL ? pst_fail_memory(error) : find_lines(notebook, error);
}

enum pst_status pst_lines_read(struct pst_notebook *notebook, const char *path,
                               struct pst_error *error)
{
  struct pst_buffer all = {.data = NULL};
  enum pst_status status = read_file(path, &all, error);

  if (status == PST_OK)
    status =
        pst_lines_take(notebook, path, (struct pst_text){pst_buffer_string(&all), all.size}, error);
  pst_buffer_free(&all);
  return status;
}

static struct pst_text without_end(struct pst_text line)
{
  if (line.size > 0 && line.data[line.size - 1] == '\n')
    line.size--;
  if (line.size > 0 && line.data[line.size - 1] == '\r')
    line.size--;
  return line;
}

struct pst_text pst_lines_at(const struct pst_notebook *notebook, unsigned long number)
{
  size_t start = notebook->line_start[number];

  return without_end((struct pst_text){.data = notebook->text + start,
                                       .size = notebook->line_start[number + 1] - start});
}

bool pst_lines_next(struct pst_text *text, struct pst_text *line)
{
  const char *end;
  size_t size;

  if (text->size == 0)
    return false;
  end = memchr(text->data, '\n', text->size);
  size = end == NULL ? text->size : (size_t)(end - text->data) + 1;
  *line = without_end((struct pst_text){.data = text->data, .size = size});
  text->data += size;
  text->size -= size;
  return true;
}
