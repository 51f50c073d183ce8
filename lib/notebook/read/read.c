/* read.c -- a Markdown file as a notebook: headings, blocks and numbers in their order. */
#include "notebook/read/read.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "notebook/read/lines.h"
#include "notebook/read/markdown.h"
#include "notebook/read/record.h"
#include "notebook/read/settings.h"

struct reading {
  struct pst_notebook *notebook;
  size_t heading_room, block_room, number_room;
  size_t cursor; /* in the source, behind the last number */
  struct pst_notebook_settings said;
};

static struct pst_text source_line(const struct pst_notebook *notebook, cmark_node *node)
{
  return pst_lines_at(notebook, (unsigned long)cmark_node_get_start_line(node));
}

static enum pst_status take_heading(struct reading *reading, cmark_node *node,
                                    struct pst_error *error)
{
  struct pst_notebook *notebook = reading->notebook;
  struct pst_buffer words = {.data = NULL};
  char *text;

  pst_markdown_words(&words, node);
  text = pst_arena_string(&notebook->arena, pst_buffer_string(&words));
  pst_buffer_free(&words);
  if (text == NULL
      || !PST_ARRAY_ROOM_IN(&notebook->arena, notebook->headings, reading->heading_room,
                            notebook->n_headings + 1))
    return pst_fail_memory(error);
  notebook->headings[notebook->n_headings++] =
      (struct pst_notebook_heading){.text = text,
                                    .line = (unsigned long)cmark_node_get_start_line(node),
                                    .level = cmark_node_get_heading_level(node)};
  return PST_OK;
}

/* --- blocks -------------------------------------------------------------------------------------- */

/* What stands before each line of a block in a list or a quotation: "- ```" is followed by "  ". */
static const char *indent_of(struct pst_arena *arena, struct pst_text opening, int column)
{
  size_t size = column > 0 ? (size_t)column - 1 : 0;
  char *indent = pst_arena_copy(arena, opening.data, size < opening.size ? size : opening.size);

  for (char *c = indent; c != NULL && *c != '\0'; c++)
    if (*c != '>' && *c != '\t')
      *c = ' ';
  return indent;
}

static struct pst_text without_indent(struct pst_text line, size_t most)
{
  size_t n = 0;

  while (n < most && n < line.size
         && (line.data[n] == ' ' || line.data[n] == '\t' || line.data[n] == '>'))
    n++;
  return (struct pst_text){.data = line.data + n, .size = line.size - n};
}

static bool is_fence(struct pst_text line, char mark, size_t least)
{
  size_t n = 0;

  line = pst_text_trim(line);
  while (n < line.size && line.data[n] == mark)
    n++;
  return n >= least && n == line.size;
}

/* The lines between the fences. */
static void copy_lines(const struct pst_notebook *notebook, const struct pst_notebook_block *block,
                       struct pst_buffer *out)
{
  for (unsigned long number = block->line + 1; number < block->last; number++) {
    struct pst_text line = without_indent(pst_lines_at(notebook, number), strlen(block->indent));

    pst_buffer_add(out, line.data, line.size);
    pst_buffer_putc(out, '\n');
  }
}

/* A block of claims, or of a figure: one command without a record; "[1]" on its fence is its code. */
static enum pst_status take_whole(struct pst_notebook *notebook, struct pst_notebook_block *block,
                                  struct pst_text lines, struct pst_error *error)
{
  struct pst_notebook_command *command = pst_arena_array(&notebook->arena, 1, sizeof *command);
  struct pst_buffer text = {.data = NULL};
  struct pst_text line;

  while (pst_lines_next(&lines, &line)) {
    bool marked = block->kind == PST_NOTEBOOK_FIGURE
                  && (pst_text_begins(line, "$ ") || pst_text_begins(line, "> "));

    pst_buffer_add(&text, line.data + (marked ? 2 : 0), line.size - (marked ? 2 : 0));
    pst_buffer_putc(&text, '\n');
  }
  if (command != NULL)
    command->text = pst_arena_string(&notebook->arena, pst_buffer_string(&text));
  pst_buffer_free(&text);
  if (command == NULL || command->text == NULL)
    return pst_fail_memory(error);
  command->shown = command->text;
  command->recorded = "";
  command->line = block->line + 1;
  block->commands = command;
  block->n_commands = 1;
  if (pst_text_trim(pst_text_of(command->text)).size == 0)
    return pst_fail_at(error, PST_BAD_DATA, notebook->path, block->line, "an empty block");
  return PST_OK;
}

/* What follows the kind on the fence: a caption, and [CODE] at its end. */
static const char *read_caption(struct pst_arena *arena, const char *info, int *code)
{
  struct pst_text rest = pst_text_of(info);
  size_t start = strcspn(info, " ");
  const char *bracket;

  *code = 0;
  rest.data += start;
  rest.size -= start;
  rest = pst_text_trim(rest);
  bracket = rest.size == 0 ? NULL : memrchr(rest.data, '[', rest.size);
  if (bracket != NULL) {
    struct pst_text last = {.data = bracket, .size = rest.size - (size_t)(bracket - rest.data)};

    if (pst_record_code(last) >= 0) {
      *code = pst_record_code(last);
      rest = pst_text_trim(
          (struct pst_text){.data = rest.data, .size = (size_t)(bracket - rest.data)});
    }
  }
  return pst_arena_copy(arena, rest.data, rest.size);
}

static enum pst_status read_lines(struct pst_notebook *notebook, struct pst_notebook_block *block,
                                  int code, struct pst_error *error)
{
  struct pst_buffer lines = {.data = NULL};
  enum pst_status status;

  copy_lines(notebook, block, &lines);
  if (lines.failed)
    status = pst_fail_memory(error);
  else if (block->kind == PST_NOTEBOOK_CONSOLE)
    status = pst_record_read(notebook, block, pst_text_of(pst_buffer_string(&lines)), error);
  else
    status = take_whole(notebook, block, pst_text_of(pst_buffer_string(&lines)), error);
  if (status == PST_OK && block->kind != PST_NOTEBOOK_CONSOLE)
    block->commands->expected = code;
  pst_buffer_free(&lines);
  return status;
}

static enum pst_status take_block(struct reading *reading, cmark_node *node,
                                  enum pst_notebook_kind kind, struct pst_error *error)
{
  struct pst_notebook *notebook = reading->notebook;
  struct pst_text opening = source_line(notebook, node);
  struct pst_notebook_block *block;
  int length = 3, offset, code;
  char mark = '`';

  if (!PST_ARRAY_ROOM_IN(&notebook->arena, notebook->blocks, reading->block_room,
                         notebook->n_blocks + 1))
    return pst_fail_memory(error);
  cmark_node_get_fenced(node, &length, &offset, &mark);
  block = &notebook->blocks[notebook->n_blocks++];
  *block = (struct pst_notebook_block){
      .kind = kind,
      .line = (unsigned long)cmark_node_get_start_line(node),
      .last = (unsigned long)cmark_node_get_end_line(node),
      .opening = pst_arena_copy(&notebook->arena, opening.data, opening.size),
      .indent = indent_of(&notebook->arena, opening, cmark_node_get_start_column(node)),
      .caption = read_caption(&notebook->arena, cmark_node_get_fence_info(node), &code),
      .chosen = true,
  };
  if (block->opening == NULL || block->indent == NULL || block->caption == NULL)
    return pst_fail_memory(error);
  if (block->last <= block->line
      || !is_fence(without_indent(pst_lines_at(notebook, block->last), strlen(block->indent)), mark,
                   length > 0 ? (size_t)length : 3))
    return pst_fail_at(error, PST_BAD_DATA, notebook->path, block->line,
                       "the block that begins here is not closed");
  return read_lines(notebook, block, code, error);
}

/* --- numbers ------------------------------------------------------------------------------------- */

/* The line of the block that NODE stands in. */
static unsigned long line_of(cmark_node *node)
{
  while (node != NULL && cmark_node_get_start_line(node) == 0)
    node = cmark_node_parent(node);
  return node == NULL ? 1 : (unsigned long)cmark_node_get_start_line(node);
}

/* Where "[TEXT](result" stands in the source, from the last number on; SIZE_MAX: nowhere. */
static size_t find_number(struct reading *reading, cmark_node *node, const char *text)
{
  struct pst_notebook *notebook = reading->notebook;
  size_t from = notebook->line_start[line_of(node)], found;
  struct pst_buffer want = {.data = NULL};
  const char *at;

  if (from < reading->cursor)
    from = reading->cursor;
  pst_buffer_printf(&want, "[%s](result", text);
  at = memmem(notebook->text + from, notebook->size - from, pst_buffer_string(&want), want.size);
  found = at == NULL ? SIZE_MAX : (size_t)(at - notebook->text) + 1;
  pst_buffer_free(&want);
  return found;
}

static unsigned long line_at(const struct pst_notebook *notebook, size_t at)
{
  unsigned long line = 1;

  while (line < notebook->n_lines && notebook->line_start[line + 1] <= at)
    line++;
  return line;
}

static enum pst_status keep_number(struct reading *reading, cmark_node *node, const char *text,
                                   struct pst_error *error)
{
  struct pst_notebook *notebook = reading->notebook;
  const char *title = cmark_node_get_title(node);
  size_t at = find_number(reading, node, text);
  struct pst_notebook_number *number;

  if (at == SIZE_MAX)
    return pst_fail_at(error, PST_BAD_DATA, notebook->path, line_of(node),
                       "a number that is tied to a result is plain text on one line: [1.5](result "
                       "\"FILE#COLUMN=VALUE\")");
  reading->cursor = at;
  if (title == NULL || title[0] == '\0')
    return pst_fail_at(error, PST_BAD_DATA, notebook->path, line_at(notebook, at),
                       "[%s](result) says not which result; write [%s](result "
                       "\"FILE#COLUMN=VALUE\")",
                       text, text);
  if (!PST_ARRAY_ROOM_IN(&notebook->arena, notebook->numbers, reading->number_room,
                         notebook->n_numbers + 1))
    return pst_fail_memory(error);
  number = &notebook->numbers[notebook->n_numbers++];
  *number = (struct pst_notebook_number){
      .text = pst_arena_string(&notebook->arena, text),
      .evidence = pst_arena_string(&notebook->arena, title),
      .line = line_at(notebook, at),
      .at = at,
      .size = strlen(text),
      .block = notebook->n_blocks,
      .chosen = true,
  };
  return number->text == NULL || number->evidence == NULL ? pst_fail_memory(error) : PST_OK;
}

static enum pst_status take_number(struct reading *reading, cmark_node *node,
                                   struct pst_error *error)
{
  struct pst_buffer text = {.data = NULL};
  enum pst_status status;

  pst_markdown_words(&text, node);
  status = keep_number(reading, node, pst_buffer_string(&text), error);
  pst_buffer_free(&text);
  return status;
}

/* --- the whole ----------------------------------------------------------------------------------- */

static enum pst_status take(struct reading *reading, cmark_node *node, struct pst_error *error)
{
  enum pst_notebook_kind kind;

  if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
    return take_heading(reading, node, error);
  if (pst_markdown_kind(node, &kind))
    return take_block(reading, node, kind, error);
  if (pst_markdown_is_number(node))
    return take_number(reading, node, error);
  if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK)
    return pst_settings_read(&reading->said, reading->notebook, cmark_node_get_literal(node),
                             (unsigned long)cmark_node_get_start_line(node), error);
  return PST_OK;
}

static enum pst_status take_all(struct reading *reading, struct pst_error *error)
{
  cmark_node *root = pst_markdown_parse(reading->notebook->text, reading->notebook->size);
  cmark_iter *steps;
  cmark_event_type event;
  enum pst_status status = PST_OK;

  if (root == NULL)
    return pst_fail_memory(error);
  steps = cmark_iter_new(root);
  while (status == PST_OK && (event = cmark_iter_next(steps)) != CMARK_EVENT_DONE)
    if (event == CMARK_EVENT_ENTER)
      status = take(reading, cmark_iter_get_node(steps), error);
  cmark_iter_free(steps);
  cmark_node_free(root);
  return status;
}

/* TEXT: what stands at PATH; NULL: the file itself. */
static enum pst_status fill(struct pst_notebook *notebook, const char *path,
                            const struct pst_text *text, const struct pst_notebook_options *options,
                            struct pst_error *error)
{
  struct reading reading = {.notebook = notebook};
  enum pst_status status;

  notebook->path = pst_arena_string(&notebook->arena, path);
  if (notebook->path == NULL)
    return pst_fail_memory(error);
  status = text == NULL ? pst_lines_read(notebook, path, error)
                        : pst_lines_take(notebook, path, *text, error);
  if (status == PST_OK)
    status = take_all(&reading, error);
  if (status == PST_OK)
    status = pst_settings_apply(&reading.said, options, notebook, error);
  if (status == PST_OK && options->only != NULL)
    status = pst_settings_choose(notebook, options->only, error);
  return status;
}

static enum pst_status make(const char *path, const struct pst_text *text,
                            const struct pst_notebook_options *options,
                            struct pst_notebook **notebook, struct pst_error *error)
{
  enum pst_status status;

  *notebook = calloc(1, sizeof **notebook);
  if (*notebook == NULL)
    return pst_fail_memory(error);
  status = fill(*notebook, path, text, options, error);
  if (status != PST_OK) {
    pst_notebook_free(*notebook);
    *notebook = NULL;
  }
  return status;
}

enum pst_status pst_notebook_read(const char *path, const struct pst_notebook_options *options,
                                  struct pst_notebook **notebook, struct pst_error *error)
{
  return make(path, NULL, options, notebook, error);
}

enum pst_status pst_notebook_read_text(const char *path, struct pst_text text,
                                       const struct pst_notebook_options *options,
                                       struct pst_notebook **notebook, struct pst_error *error)
{
  return make(path, &text, options, notebook, error);
}

void pst_notebook_free(struct pst_notebook *notebook)
{
  if (notebook == NULL)
    return;
  pst_arena_free(&notebook->arena);
  free(notebook);
}

void pst_notebook_prepare(void)
{
  pst_markdown_prepare();
}
