/* markdown.c -- the parser of Markdown, as all that reads or writes a notebook uses it. */
#include "notebook/read/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <stdlib.h>
#include <string.h>

#include "cli/memory.h"

void pst_markdown_prepare(void)
{
  *cmark_get_default_mem_allocator() =
      (cmark_mem){.calloc = pst_memory_take, .realloc = pst_memory_again, .free = free};
  cmark_gfm_core_extensions_ensure_registered();
}

cmark_node *pst_markdown_parse(const char *text, size_t size)
{
  static const char *const names[] = {"table", "strikethrough", "autolink"};
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  cmark_node *root;

  if (parser == NULL)
    return NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    cmark_syntax_extension *extension = cmark_find_syntax_extension(names[i]);

    if (extension != NULL)
      cmark_parser_attach_syntax_extension(parser, extension);
  }
  cmark_parser_feed(parser, text, size);
  root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return root;
}

void pst_markdown_words(struct pst_buffer *out, cmark_node *node)
{
  cmark_iter *steps = cmark_iter_new(node);
  cmark_event_type event;

  while ((event = cmark_iter_next(steps)) != CMARK_EVENT_DONE) {
    cmark_node *at = cmark_iter_get_node(steps);
    cmark_node_type type = cmark_node_get_type(at);

    if (event != CMARK_EVENT_ENTER)
      continue;
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
      pst_buffer_puts(out, cmark_node_get_literal(at));
    else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
      pst_buffer_putc(out, ' ');
  }
  cmark_iter_free(steps);
}

bool pst_markdown_kind(cmark_node *node, enum pst_notebook_kind *kind)
{
  static const char *const names[] = {[PST_NOTEBOOK_CONSOLE] = "console",
                                      [PST_NOTEBOOK_FIGURE] = "figure",
                                      [PST_NOTEBOOK_CLAIMS] = "claims"};
  const char *info;

  if (cmark_node_get_type(node) != CMARK_NODE_CODE_BLOCK)
    return false;
  info = cmark_node_get_fence_info(node);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    size_t size = strlen(names[i]);

    if (strncmp(info, names[i], size) == 0 && (info[size] == '\0' || info[size] == ' ')) {
      *kind = (enum pst_notebook_kind)i;
      return true;
    }
  }
  return false;
}

bool pst_markdown_is_number(cmark_node *node)
{
  return cmark_node_get_type(node) == CMARK_NODE_LINK
         && strcmp(cmark_node_get_url(node), "result") == 0;
}
