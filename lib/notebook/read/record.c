/* record.c -- how a block writes commands and what they print, and how that is read again. */
#include "notebook/read/record.h"

#include <string.h>

#include "base/unicode/shown.h"
#include "notebook/read/lines.h"

int pst_record_code(struct pst_text line)
{
  int code = 0;

  line = pst_text_trim(line);
  if (line.size < 3 || line.size > 5 || line.data[0] != '[' || line.data[line.size - 1] != ']')
    return -1;
  for (size_t i = 1; i + 1 < line.size; i++) {
    if (line.data[i] < '0' || line.data[i] > '9')
      return -1;
    code = 10 * code + (line.data[i] - '0');
  }
  return code <= 255 ? code : -1;
}

/* --- writing ------------------------------------------------------------------------------------- */

static void put_valid(struct pst_buffer *out, struct pst_text text)
{
  while (text.size > 0) {
    size_t bad, good = pst_utf8_valid(text, &bad) ? text.size : bad;

    pst_buffer_shown(out, (struct pst_text){.data = text.data, .size = good});
    if (good < text.size) {
      pst_buffer_puts(out, "\xEF\xBF\xBD");
      good++;
    }
    text.data += good;
    text.size -= good;
  }
}

/* Tabs stay: tables have them. */
static void put_line(struct pst_buffer *out, struct pst_text line)
{
  for (;;) {
    const char *tab = memchr(line.data, '\t', line.size);
    size_t size = tab == NULL ? line.size : (size_t)(tab - line.data);

    put_valid(out, (struct pst_text){.data = line.data, .size = size});
    if (tab == NULL)
      break;
    pst_buffer_putc(out, '\t');
    line.data += size + 1;
    line.size -= size + 1;
  }
  pst_buffer_putc(out, '\n');
}

void pst_record_write(struct pst_buffer *out, struct pst_text output, struct pst_text complaints,
                      int code)
{
  struct pst_text line;
  bool first = true;

  while (pst_lines_next(&output, &line)) {
    if (pst_text_begins(line, "$ ") || pst_text_begins(line, "2> ") || pst_text_is(line, "2>")
        || pst_text_begins(line, "\\") || pst_record_code(line) >= 0
        || (first && pst_text_begins(line, "> ")))
      pst_buffer_putc(out, '\\');
    put_line(out, line);
    first = false;
  }
  while (pst_lines_next(&complaints, &line)) {
    pst_buffer_puts(out, line.size > 0 ? "2> " : "2>");
    put_line(out, line);
  }
  if (code != 0)
    pst_buffer_printf(out, "[%d]\n", code);
}

/* --- reading ------------------------------------------------------------------------------------- */

/* The texts of the command that is being read. */
struct parts {
  struct pst_buffer text, shown, recorded;
  unsigned long line;
  bool open;
};

static void add_line(struct pst_buffer *out, struct pst_text line)
{
  pst_buffer_add(out, line.data, line.size);
  pst_buffer_putc(out, '\n');
}

static bool has_room(struct pst_notebook *notebook, struct pst_notebook_block *block)
{
  struct pst_notebook_command *more =
      pst_arena_array(&notebook->arena, block->n_commands + 1, sizeof *more);

  if (more != NULL && block->n_commands > 0)
    memcpy(more, block->commands, block->n_commands * sizeof *more);
  block->commands = more;
  return more != NULL;
}

static int code_of(const char *recorded)
{
  struct pst_text text = pst_text_of(recorded), line = {.data = "", .size = 0};

  while (pst_lines_next(&text, &line))
    continue;
  return pst_record_code(line) > 0 ? pst_record_code(line) : 0;
}

/* The command that was read becomes one of BLOCK. */
static enum pst_status keep(struct pst_notebook *notebook, struct pst_notebook_block *block,
                            struct parts *parts, struct pst_error *error)
{
  struct pst_arena *arena = &notebook->arena;
  struct pst_notebook_command *command;

  if (!parts->open)
    return PST_OK;
  if (parts->text.failed || parts->shown.failed || parts->recorded.failed
      || !has_room(notebook, block))
    return pst_fail_memory(error);
  command = &block->commands[block->n_commands++];
  *command = (struct pst_notebook_command){
      .text = pst_arena_string(arena, pst_buffer_string(&parts->text)),
      .shown = pst_arena_string(arena, pst_buffer_string(&parts->shown)),
      .recorded = pst_arena_string(arena, pst_buffer_string(&parts->recorded)),
      .line = parts->line,
  };
  if (command->text == NULL || command->shown == NULL || command->recorded == NULL)
    return pst_fail_memory(error);
  command->expected = code_of(command->recorded);
  pst_buffer_clear(&parts->text);
  pst_buffer_clear(&parts->shown);
  pst_buffer_clear(&parts->recorded);
  return PST_OK;
}

static struct pst_text behind(struct pst_text line, size_t n)
{
  n = n < line.size ? n : line.size;
  return (struct pst_text){.data = line.data + n, .size = line.size - n};
}

static bool is_command(struct pst_text line)
{
  return pst_text_begins(line, "$ ") || pst_text_is(line, "$");
}

static bool goes_on(const struct parts *parts, struct pst_text line)
{
  return parts->open && parts->recorded.size == 0
         && (pst_text_begins(line, "> ") || pst_text_is(line, ">"));
}

/* One line of the block. */
static enum pst_status take(struct pst_notebook *notebook, struct pst_notebook_block *block,
                            struct parts *parts, struct pst_text line, unsigned long number,
                            struct pst_error *error)
{
  enum pst_status status = PST_OK;

  if (is_command(line)) {
    status = keep(notebook, block, parts, error);
    parts->open = true;
    parts->line = number;
    add_line(&parts->text, behind(line, 2));
    add_line(&parts->shown, line);
  } else if (goes_on(parts, line)) {
    add_line(&parts->text, behind(line, 2));
    add_line(&parts->shown, line);
  } else if (!parts->open) {
    status = pst_fail_at(error, PST_BAD_DATA, notebook->path, number,
                         "output before any command; a command stands behind \"$ \"");
  } else {
    add_line(&parts->recorded, line);
  }
  return status;
}

enum pst_status pst_record_read(struct pst_notebook *notebook, struct pst_notebook_block *block,
                                struct pst_text lines, struct pst_error *error)
{
  struct parts parts = {.open = false};
  enum pst_status status = PST_OK;
  struct pst_text line;

  for (unsigned long number = block->line + 1; status == PST_OK && pst_lines_next(&lines, &line);
       number++)
    status = take(notebook, block, &parts, line, number, error);
  if (status == PST_OK)
    status = keep(notebook, block, &parts, error);
  if (status == PST_OK && block->n_commands == 0)
    status = pst_fail_at(error, PST_BAD_DATA, notebook->path, block->line,
                         "a block without a command; a command stands behind \"$ \"");
  pst_buffer_free(&parts.text);
  pst_buffer_free(&parts.shown);
  pst_buffer_free(&parts.recorded);
  return status;
}
