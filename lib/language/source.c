/* source.c -- the text of a claims file or of an option: lines, places, errors. */
#include "language/source.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

enum { SOURCE_LINE_MOST = 400 };

bool pst_source_open(struct pst_source *source, const char *path, struct pst_text text,
                     struct pst_arena *arena)
{
  size_t count = 1;

  for (size_t i = 0; i < text.size; i++)
    count += text.data[i] == '\n';
  *source = (struct pst_source){.path = path, .text = text, .arena = arena};
  source->lines = pst_arena_array(arena, count, sizeof *source->lines);
  if (source->lines == NULL)
    return false;
  source->line_count = 1;
  for (size_t i = 0; i < text.size; i++)
    if (text.data[i] == '\n')
      source->lines[source->line_count++] = i + 1;
  return true;
}

void pst_source_close(struct pst_source *source)
{
  free(source->errors);
  source->errors = NULL;
}

static size_t line_of(const struct pst_source *source, size_t at)
{
  size_t first = 0, count = source->line_count;

  while (count > 1) {
    size_t half = count / 2;

    if (source->lines[first + half] <= at) {
      first += half;
      count -= half;
    } else {
      count = half;
    }
  }
  return first;
}

void pst_source_place(const struct pst_source *source, size_t at, unsigned long *line,
                      unsigned long *column)
{
  size_t number = line_of(source, at), i = source->lines[number];

  *line = number + 1;
  *column = 1;
  while (i < at && i < source->text.size) {
    pst_utf8_next(source->text, &i);
    ++*column;
  }
}

unsigned long pst_source_character(struct pst_text text, size_t at)
{
  unsigned long character = 1;

  for (size_t i = 0; i < at && i < text.size; character++)
    pst_utf8_next(text, &i);
  return character;
}

static const char *line_text(struct pst_source *source, size_t number)
{
  size_t from = source->lines[number], to = source->text.size;
  struct pst_text line;

  if (number + 1 < source->line_count)
    to = source->lines[number + 1] - 1;
  if (to > from && source->text.data[to - 1] == '\r')
    to--;
  if (to - from > SOURCE_LINE_MOST)
    to = from + SOURCE_LINE_MOST;
  line = (struct pst_text){.data = source->text.data + from, .size = to - from};
  return pst_source_copy(source, line);
}

const char *pst_source_copy(struct pst_source *source, struct pst_text text)
{
  const char *copy = pst_arena_copy(source->arena, text.data, text.size);

  source->failed = source->failed || copy == NULL;
  return copy == NULL ? "" : copy;
}

static struct pst_problem *add(struct pst_source *source)
{
  if (!PST_ARRAY_ROOM(source->errors, source->error_capacity, source->error_count + 1)) {
    source->failed = true;
    return NULL;
  }
  return &source->errors[source->error_count++];
}

bool pst_source_fail(struct pst_source *source, size_t at, const char *format, ...)
{
  struct pst_problem *error = add(source);
  char message[1024];
  va_list arguments;

  if (error == NULL)
    return false;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  *error = (struct pst_problem){.status = PST_USAGE, .file = source->path, .at = at};
  pst_source_place(source, at, &error->line, &error->column);
  error->message = pst_source_copy(source, pst_text_of(message));
  error->source = line_text(source, error->line - 1);
  return false;
}

bool pst_source_fail_as(struct pst_source *source, enum pst_status status, const char *file,
                        unsigned long line, const char *message)
{
  struct pst_problem *error = add(source);

  if (error == NULL)
    return false;
  *error = (struct pst_problem){.status = status,
                                .file = file == NULL ? source->path
                                                     : pst_source_copy(source, pst_text_of(file)),
                                .line = line,
                                .message = pst_source_copy(source, pst_text_of(message)),
                                .source = ""};
  return false;
}

const char *pst_source_slice(struct pst_source *source, size_t from, size_t to)
{
  char *text = pst_arena_alloc(source->arena, to - from + 1);
  const char *data = source->text.data;
  bool quoted = false, comment;
  size_t size = 0;

  assert(to >= from);
  if (text == NULL) {
    source->failed = true;
    return "";
  }
  for (size_t i = from; i < to; i++) {
    if (quoted && data[i] == '\\' && i + 1 < to)
      text[size++] = data[i++];
    else if (data[i] == '"')
      quoted = !quoted;
    if (data[i] == '\n' || (data[i] == '\r' && i + 1 < to && data[i + 1] == '\n'))
      quoted = false; /* a text ends with its line: its closing quote is missing */
    comment = !quoted && data[i] == '#';
    while (comment && i + 1 < to && data[i + 1] != '\n')
      i++;
    if (!quoted && (comment || strchr(" \t\r\n", data[i]) != NULL)) {
      if (size > 0 && text[size - 1] != ' ')
        text[size++] = ' ';
      continue;
    }
    text[size++] = data[i];
  }
  while (size > 0 && text[size - 1] == ' ')
    size--;
  text[size] = '\0';
  return text;
}
