/* help.c -- the text of --help and --version, from the tables of options. */
#include "cli/help.h"

#include "cli/program.h"

#include <string.h>

#include "cli/option_value.h"

enum { LINE_WIDTH = 79, HELP_COLUMN = 28, NO_BREAK = 0x1F };

static const char *const group_titles[PST_GROUPS] = {
    [PST_GROUP_INPUT] = "Input",   [PST_GROUP_ROWS] = "Rows",       [PST_GROUP_COLUMNS] = "Columns",
    [PST_GROUP_JOIN] = "Join",     [PST_GROUP_METHOD] = "Method",   [PST_GROUP_OUTPUT] = "Output",
    [PST_GROUP_FIGURE] = "Figure", [PST_GROUP_RUNNING] = "Running",
};

static const char exit_status[] = "  2  usage: an option, a column or a method that is not there\n"
                                  "  3  bad input data\n"
                                  "  4  input, output or environment: a file, memory, gnuplot\n"
                                  "  5  the computation is impossible for all groups\n";

static const char version_terms[] =
    "License GPL-3.0-or-later: GNU GPL version 3 or later <https://gnu.org/licenses/gpl.html>\n"
    "This is free software: you are free to change and redistribute it.\n"
    "There is NO WARRANTY, to the extent permitted by law.\n";

/* WORD, where a NO_BREAK is a blank after all. */
static void put_word(struct pst_buffer *out, struct pst_text word)
{
  for (size_t i = 0; i < word.size; i++)
    pst_buffer_putc(out, word.data[i] == NO_BREAK ? ' ' : word.data[i]);
}

/* Write the words of TEXT from column AT on, in lines that start at column INDENT. */
static void wrap(struct pst_buffer *out, struct pst_text text, size_t at, size_t indent)
{
  bool first = true;

  while ((text = pst_text_trim(text)).size > 0) {
    struct pst_text word = {.data = text.data, .size = 0};
    size_t width;

    while (word.size < text.size && text.data[word.size] != ' ' && text.data[word.size] != '\n')
      word.size++;
    width = pst_utf8_width(word);
    if (!first && at + 1 + width > LINE_WIDTH) {
      pst_buffer_putc(out, '\n');
      pst_buffer_repeat(out, ' ', indent);
      at = indent;
    } else if (!first) {
      pst_buffer_putc(out, ' ');
      at++;
    }
    put_word(out, word);
    at += width;
    first = false;
    text.data += word.size;
    text.size -= word.size;
  }
  pst_buffer_putc(out, '\n');
}

/* "  -o, --output=FILE"; returns its width. */
static size_t print_name(struct pst_buffer *out, const struct pst_option *option)
{
  size_t start = out->size;

  if (option->letter != '\0')
    pst_buffer_printf(out, "  -%c, --%s", option->letter, option->name);
  else
    pst_buffer_printf(out, "      --%s", option->name);
  if (option->kind != PST_OPTION_FLAG)
    pst_buffer_puts(out, option->optional ? "[=" : "=");
  pst_option_argument(out, option);
  if (option->optional)
    pst_buffer_putc(out, ']');
  return out->failed ? 0 : pst_utf8_width((struct pst_text){out->data + start, out->size - start});
}

static void print_option(struct pst_buffer *out, const struct pst_option *option)
{
  struct pst_buffer text = {.data = NULL};
  size_t at = print_name(out, option);

  pst_buffer_puts(&text, option->help);
  if (option->initial != NULL)
    pst_buffer_printf(&text, " (default:%c%s)", NO_BREAK, option->initial);
  if (at + 2 > HELP_COLUMN) {
    pst_buffer_putc(out, '\n');
    at = 0;
  }
  pst_buffer_repeat(out, ' ', HELP_COLUMN - at);
  wrap(out, pst_text_of(pst_buffer_string(&text)), HELP_COLUMN, HELP_COLUMN);
  out->failed = out->failed || text.failed;
  pst_buffer_free(&text);
}

static void print_built_in(struct pst_buffer *out)
{
  print_option(out, &(struct pst_option){.name = "help", .help = "print this help and exit"});
  print_option(out, &(struct pst_option){.name = "version", .help = "print the version and exit"});
}

static void print_group(struct pst_buffer *out, const struct pst_program *program,
                        enum pst_option_group group)
{
  bool titled = false;

  for (size_t t = 0; t < program->n_tables; t++) {
    for (size_t i = 0; i < program->tables[t].count; i++) {
      const struct pst_option *option = &program->tables[t].options[i];

      if (option->group != group)
        continue;
      if (!titled)
        pst_buffer_printf(out, "\n%s:\n", group_titles[group]);
      titled = true;
      print_option(out, option);
    }
  }
  if (group != PST_GROUP_RUNNING)
    return;
  if (!titled)
    pst_buffer_printf(out, "\n%s:\n", group_titles[group]);
  print_built_in(out);
}

/* The paragraphs of TEXT, a blank line before each. */
static void print_description(struct pst_buffer *out, const char *text)
{
  while (text != NULL) {
    const char *end = strstr(text, "\n\n");
    size_t size = end == NULL ? strlen(text) : (size_t)(end - text);

    pst_buffer_putc(out, '\n');
    wrap(out, (struct pst_text){.data = text, .size = size}, 0, 0);
    text = end == NULL ? NULL : end + 2;
  }
}

static void print_examples(struct pst_buffer *out, const char *text)
{
  pst_buffer_puts(out, "\nExamples:\n");
  while (*text != '\0') {
    size_t size = strcspn(text, "\n");

    pst_buffer_printf(out, "  %.*s\n", (int)size, text);
    text += size + (text[size] == '\n');
  }
}

/* The summary as a sentence. */
static void print_summary(struct pst_buffer *out, const char *summary)
{
  struct pst_buffer text = {.data = NULL};
  size_t size = strlen(summary);

  pst_buffer_puts(&text, summary);
  if (size > 0 && summary[size - 1] != '.')
    pst_buffer_putc(&text, '.');
  if (text.size > 0 && text.data[0] >= 'a' && text.data[0] <= 'z')
    text.data[0] = (char)(text.data[0] - 'a' + 'A');
  wrap(out, pst_text_of(pst_buffer_string(&text)), 0, 0);
  out->failed = out->failed || text.failed;
  pst_buffer_free(&text);
}

const char *pst_help_group(enum pst_option_group group)
{
  return group_titles[group];
}

void pst_help_exit_status(struct pst_buffer *out, const struct pst_program *program)
{
  pst_buffer_printf(out, "  0  done\n%s%s%s",
                    program->says_no == NULL ? "" : "  1  the answer is no: ",
                    program->says_no == NULL ? "" : program->says_no, exit_status);
  if (program->in_parts)
    pst_buffer_puts(out, "  6  parts of the input are missing, or must be made again\n");
}

void pst_help_print(struct pst_buffer *out, const struct pst_program *program)
{
  pst_buffer_printf(out, "Usage: %s ", program->name);
  wrap(out, pst_text_of(program->usage), strlen("Usage: ") + strlen(program->name) + 1,
       strlen("Usage: ") + strlen(program->name) + 1);
  print_summary(out, program->summary);
  print_description(out, program->description);
  for (int group = 0; group < PST_GROUPS; group++)
    print_group(out, program, (enum pst_option_group)group);
  pst_buffer_puts(out, "\nExit status:\n");
  pst_help_exit_status(out, program);
  if (program->examples != NULL)
    print_examples(out, program->examples);
}

void pst_help_version(struct pst_buffer *out, const struct pst_program *program)
{
  pst_buffer_printf(out, "%s (polstat) %s\n%s", program->name, PST_VERSION, version_terms);
}

enum pst_status pst_program_show(const struct pst_program *program, enum pst_request request,
                                 struct pst_error *error)
{
  struct pst_buffer text = {.size = 0};
  enum pst_status status;

  if (request == PST_SHOW_HELP)
    pst_help_print(&text, program);
  else
    pst_help_version(&text, program);
  status = pst_program_print(&text, error);
  pst_buffer_free(&text);
  return status;
}
