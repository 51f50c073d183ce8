/* blocks.c -- the blocks and numbers of a notebook on its page. */
#include "notebook/page/parts.h"

#include <stdio.h>
#include <string.h>

#include "notebook/compare/same.h"
#include "notebook/read/lines.h"
#include "notebook/tell.h"
#include "page/element.h"
#include "report/escape.h"

void pst_parts_state(struct pst_buffer *out, bool wrong, const char *words)
{
  pst_buffer_printf(out, "<p class=\"state %s\">", wrong ? "contradicted" : "verified");
  pst_html_use(out, wrong ? "contradicted" : "verified");
  pst_escape_xml(out, words);
  pst_buffer_puts(out, "</p>\n");
}

static void put_line(struct pst_buffer *out, const char *class, struct pst_text line)
{
  struct pst_buffer text = {.data = NULL};

  pst_buffer_add(&text, line.data, line.size);
  if (class != NULL)
    pst_html_element(out, "span", class, pst_buffer_string(&text));
  else
    pst_escape_xml(out, pst_buffer_string(&text));
  pst_buffer_putc(out, '\n');
  pst_buffer_free(&text);
}

/* LINES of a record: standard error is set aside by its look, and not by "2> ". */
static void put_record(struct pst_buffer *out, const char *lines)
{
  struct pst_text rest = pst_text_of(lines), line;

  while (pst_lines_next(&rest, &line)) {
    size_t skip = pst_text_begins(line, "2> ") ? 3 : pst_text_is(line, "2>") ? 2 : 0;
    bool escaped = pst_text_begins(line, "\\");

    put_line(
        out, skip > 0 ? "aside" : NULL,
        (struct pst_text){.data = line.data + skip + escaped, .size = line.size - skip - escaped});
  }
}

static void put_commands(struct pst_buffer *out, const char *text)
{
  struct pst_text rest = pst_text_of(text), line;

  while (pst_lines_next(&rest, &line))
    put_line(out, "command", line);
}

static void put_diff(struct pst_buffer *out, const struct pst_notebook_command *command)
{
  struct pst_buffer diff = {.data = NULL};
  struct pst_text rest, line;

  pst_same_diff(&diff, command->recorded, command->printed);
  rest = pst_text_of(pst_buffer_string(&diff));
  pst_buffer_puts(out, "<pre class=\"diff\"><code>");
  while (pst_lines_next(&rest, &line))
    put_line(out,
             pst_text_begins(line, "-")   ? "gone"
             : pst_text_begins(line, "+") ? "come"
                                          : "aside",
             line);
  pst_buffer_puts(out, "</code></pre>\n");
  pst_buffer_free(&diff);
}

/* Whether it is as recorded; where not, why. */
static void put_state(struct pst_buffer *out, const struct pst_notebook_block *block)
{
  bool wrong = false, ran = false, differs = false;

  for (size_t i = 0; i < block->n_commands; i++) {
    const struct pst_notebook_command *command = &block->commands[i];
    struct pst_buffer why = {.data = NULL};

    ran = ran || command->ran;
    differs = differs || command->differs;
    if (!pst_notebook_command_is_wrong(block, command))
      continue;
    wrong = true;
    pst_notebook_why(&why, block, command);
    pst_parts_state(out, true,
                    why.size > 0 ? pst_buffer_string(&why) : "printed otherwise than recorded");
    if (why.size == 0)
      put_diff(out, command);
    pst_buffer_free(&why);
  }
  if (!ran)
    pst_html_element(out, "p", "state quiet", "not run: --only left it out");
  else if (!wrong && differs)
    pst_html_element(out, "p", "state quiet",
                     "not as recorded: it ran for what --only chose, and is not part of it");
  else if (!wrong && block->kind == PST_NOTEBOOK_CONSOLE)
    pst_parts_state(out, false, "as recorded");
  pst_buffer_putc(out, '\n');
}

static void put_console(struct pst_buffer *out, const struct pst_notebook_block *block)
{
  pst_buffer_puts(out, "<pre><code>");
  for (size_t i = 0; i < block->n_commands; i++) {
    put_commands(out, block->commands[i].shown);
    put_record(out, block->commands[i].recorded);
  }
  pst_buffer_puts(out, "</code></pre>\n");
}

static void put_source(struct pst_buffer *out, const char *title, const char *text)
{
  pst_buffer_puts(out, "<details><summary>");
  pst_escape_xml(out, title);
  pst_buffer_puts(out, "</summary><pre><code>");
  pst_escape_xml(out, text);
  pst_buffer_puts(out, "</code></pre></details>\n");
}

static void put_figure(struct pst_buffer *out, const struct pst_notebook_block *block, size_t b)
{
  char prefix[32];

  snprintf(prefix, sizeof prefix, "f%zu-", b + 1);
  pst_buffer_puts(out, "<figure>\n");
  if (block->figure != NULL)
    pst_parts_drawing(out, block->figure, prefix,
                      block->caption[0] == '\0' ? "figure" : block->caption);
  if (block->caption[0] != '\0')
    pst_html_element(out, "figcaption", NULL, block->caption);
  put_source(out, "The command that draws it", block->commands->shown);
  pst_buffer_puts(out, "</figure>\n");
}

void pst_parts_block(struct pst_buffer *out, const struct pst_notebook *notebook, size_t b)
{
  const struct pst_notebook_block *block = &notebook->blocks[b];

  pst_buffer_printf(out, "<div class=\"block\" id=\"block-%zu\">\n", b + 1);
  if (block->kind == PST_NOTEBOOK_CONSOLE) {
    put_console(out, block);
  } else if (block->kind == PST_NOTEBOOK_FIGURE) {
    put_figure(out, block, b);
  } else {
    if (block->commands->ran)
      pst_parts_claims(out, block->commands);
    put_source(out, "The claims as they are written", block->commands->text);
  }
  put_state(out, block);
  pst_buffer_puts(out, "</div>\n");
}

void pst_parts_number(struct pst_buffer *out, const struct pst_notebook *notebook, size_t i)
{
  const struct pst_notebook_number *number = &notebook->numbers[i];
  bool wrong = number->differs || number->failure != NULL;
  bool weighed = wrong || number->value != NULL;

  pst_buffer_printf(out, "<a class=\"number%s\"",
                    wrong     ? " contradicted"
                    : weighed ? " verified"
                              : "");
  if (number->value != NULL && number->source < notebook->n_blocks)
    pst_buffer_printf(out, " href=\"#block-%zu\"", number->source + 1);
  pst_buffer_puts(out, " title=\"");
  pst_escape_xml(out, number->evidence);
  if (number->value != NULL) {
    pst_buffer_puts(out, " is ");
    pst_escape_xml(out, number->value);
  }
  pst_buffer_puts(out, weighed ? "\">" : ", not looked at: --only left it out\">");
  if (wrong)
    pst_html_use(out, "contradicted");
  pst_escape_xml(out, number->text);
  pst_buffer_puts(out, "</a>");
  if (wrong) {
    pst_buffer_puts(out, " <span class=\"quiet\">(");
    pst_escape_xml(out, number->failure != NULL ? number->failure : number->corrected);
    pst_buffer_puts(out, number->failure != NULL ? ")</span>" : " by its evidence)</span>");
  }
}
