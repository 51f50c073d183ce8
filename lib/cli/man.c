/* man.c -- the manual page of a program, from the tables of its options. */
#include "cli/man.h"

#include <string.h>

#include "cli/option_value.h"

/* Text of a page: a dash is one, a backslash too, and a line that begins with a point or a quote is no
   request. */
static void put_text(struct pst_buffer *out, struct pst_text text)
{
  for (size_t i = 0; i < text.size; i++) {
    bool first = out->size == 0 || out->data[out->size - 1] == '\n';

    if (first && (text.data[i] == '.' || text.data[i] == '\''))
      pst_buffer_puts(out, "\\&");
    if (text.data[i] == '\\')
      pst_buffer_puts(out, "\\e");
    else if (text.data[i] == '-')
      pst_buffer_puts(out, "\\-");
    else if (text.data[i] == '`')
      pst_buffer_puts(out, "\\(ga");
    else if (text.data[i] == '\'')
      pst_buffer_puts(out, "\\(aq");
    else if (text.data[i] == '^')
      pst_buffer_puts(out, "\\(ha");
    else if (text.data[i] == '~')
      pst_buffer_puts(out, "\\(ti");
    else
      pst_buffer_putc(out, text.data[i]);
  }
}

static void put_string(struct pst_buffer *out, const char *text)
{
  put_text(out, pst_text_of(text));
}

/* TEXT in lines of at most 79 columns: its line ends and its blanks at the start of a line are gone. */
static void put_words(struct pst_buffer *out, struct pst_text text)
{
  struct pst_buffer flat = {.data = NULL}, lines = {.data = NULL};
  struct pst_text rest;

  for (size_t i = 0; i < text.size; i++)
    pst_buffer_putc(&flat, text.data[i] == '\n' ? ' ' : text.data[i]);
  pst_buffer_wrap(&lines, pst_buffer_string(&flat), 0, 0, 72);
  rest = pst_text_trim(pst_text_of(pst_buffer_string(&lines)));
  put_text(out, rest);
  pst_buffer_putc(out, '\n');
  pst_buffer_free(&flat);
  pst_buffer_free(&lines);
}

static void put_paragraphs(struct pst_buffer *out, const char *text)
{
  bool first = true;

  while (text != NULL) {
    const char *end = strstr(text, "\n\n");
    size_t size = end == NULL ? strlen(text) : (size_t)(end - text);

    if (!first)
      pst_buffer_puts(out, ".PP\n");
    first = false;
    put_words(out, (struct pst_text){.data = text, .size = size});
    text = end == NULL ? NULL : end + 2;
  }
}

static void put_option(struct pst_buffer *out, const struct pst_option *option)
{
  struct pst_buffer argument = {.data = NULL}, text = {.data = NULL};

  pst_buffer_puts(out, ".TP\n");
  if (option->letter != '\0')
    pst_buffer_printf(out, "\\fB\\-%c\\fR, ", option->letter);
  pst_buffer_puts(out, option->name[1] == '\0' ? "\\fB\\-" : "\\fB\\-\\-");
  put_string(out, option->name);
  pst_buffer_puts(out, "\\fR");
  pst_option_argument(&argument, option);
  if (option->kind != PST_OPTION_FLAG) {
    pst_buffer_puts(out, option->optional ? "[=\\fI" : "=\\fI");
    put_string(out, pst_buffer_string(&argument));
    pst_buffer_puts(out, option->optional ? "\\fR]" : "\\fR");
  }
  pst_buffer_putc(out, '\n');
  pst_buffer_puts(&text, option->help);
  if (option->initial != NULL)
    pst_buffer_printf(&text, " (default: %s)", option->initial);
  put_words(out, pst_text_of(pst_buffer_string(&text)));
  pst_buffer_free(&argument);
  pst_buffer_free(&text);
}

static void put_title(struct pst_buffer *out, enum pst_option_group group, bool *titled)
{
  if (!*titled)
    pst_buffer_printf(out, ".SS %s\n", pst_help_group(group));
  *titled = true;
}

static void put_group(struct pst_buffer *out, const struct pst_program *program,
                      enum pst_option_group group)
{
  bool titled = false;

  for (size_t t = 0; t < program->n_tables; t++)
    for (size_t i = 0; i < program->tables[t].count; i++) {
      const struct pst_option *option = &program->tables[t].options[i];

      if (option->group != group)
        continue;
      put_title(out, group, &titled);
      put_option(out, option);
    }
  if (group != PST_GROUP_RUNNING)
    return;
  put_title(out, group, &titled);
  put_option(out, &(struct pst_option){.name = "help", .help = "print a summary of this page"});
  put_option(out, &(struct pst_option){.name = "version", .help = "print the version"});
}

/* One line of "  2  usage: ..." or what follows it. */
static void put_exit_line(struct pst_buffer *out, struct pst_text line)
{
  if (line.size > 5 && line.data[2] >= '0' && line.data[2] <= '9') {
    pst_buffer_printf(out, ".TP\n.B %c\n", line.data[2]);
    line.data += 5;
    line.size -= 5;
  }
  put_text(out, pst_text_trim(line));
  pst_buffer_putc(out, '\n');
}

static void put_exit_status(struct pst_buffer *out, const struct pst_program *program)
{
  struct pst_buffer lines = {.data = NULL};
  const char *at;

  pst_buffer_puts(out, ".SH EXIT STATUS\n");
  pst_help_exit_status(&lines, program);
  for (at = pst_buffer_string(&lines); *at != '\0';) {
    size_t size = strcspn(at, "\n");

    put_exit_line(out, (struct pst_text){.data = at, .size = size});
    at += size + (at[size] == '\n');
  }
  pst_buffer_free(&lines);
}

static void put_capitals(struct pst_buffer *out, const char *text)
{
  for (; *text != '\0'; text++)
    pst_buffer_putc(out, *text >= 'a' && *text <= 'z' ? (char)(*text - 'a' + 'A') : *text);
}

static void put_head(struct pst_buffer *out, const struct pst_program *program)
{
  pst_buffer_puts(out, ".TH ");
  put_capitals(out, program->name);
  pst_buffer_puts(out,
                  " 1 \"" PST_RELEASED "\" \"polstat " PST_VERSION "\" \"polstat\"\n.SH NAME\n");
  put_string(out, program->name);
  pst_buffer_puts(out, " \\- ");
  put_string(out, program->summary);
  pst_buffer_puts(out, "\n.SH SYNOPSIS\n.B ");
  put_string(out, program->name);
  pst_buffer_putc(out, '\n');
  put_words(out, pst_text_of(program->usage));
}

void pst_man_print(struct pst_buffer *out, const struct pst_program *program)
{
  put_head(out, program);
  if (program->description != NULL) {
    pst_buffer_puts(out, ".SH DESCRIPTION\n");
    put_paragraphs(out, program->description);
  }
  pst_buffer_puts(out, ".SH OPTIONS\n");
  for (int group = 0; group < PST_GROUPS; group++)
    put_group(out, program, (enum pst_option_group)group);
  put_exit_status(out, program);
  if (program->examples != NULL) {
    pst_buffer_puts(out, ".SH EXAMPLES\n.EX\n");
    put_string(out, program->examples);
    if (out->size > 0 && out->data[out->size - 1] != '\n')
      pst_buffer_putc(out, '\n');
    pst_buffer_puts(out, ".EE\n");
  }
  pst_buffer_puts(out, ".SH SEE ALSO\n.BR polstat (1),\n.BR polstat (7)\n");
}
