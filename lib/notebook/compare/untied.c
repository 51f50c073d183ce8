/* untied.c -- numbers of the prose that no link ties to a result. */
#include "notebook/compare/untied.h"

#include <math.h>
#include <string.h>

#include "notebook/compare/numeral.h"
#include "notebook/read/markdown.h"

struct search {
  const struct pst_notebook *notebook;
  struct pst_buffer *out;
  size_t n;
};

/* "per cent", "%", "points" behind a number. */
static bool has_unit(struct pst_text rest)
{
  static const char *const units[] = {"%", "per cent", "percent", "points", "percentage points"};

  rest = pst_text_trim(rest);
  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    if (pst_text_begins(rest, units[i]))
      return true;
  return false;
}

static bool is_result(struct pst_text text, size_t at, const struct pst_numeral *numeral)
{
  const struct pst_text rest = {.data = text.data + at + numeral->size,
                                .size = text.size - at - numeral->size};
  const double size = fabs(numeral->value);

  if (numeral->decimals > 0 || numeral->grouped || numeral->scientific || has_unit(rest))
    return true;
  return size >= 100 && !(size >= 1000 && size < 3000);
}

static void search_text(struct search *search, struct pst_text text, unsigned long line)
{
  struct pst_numeral numeral;

  for (size_t at = 0; at < text.size;) {
    if (!pst_numeral_at(text, at, &numeral)) {
      at++;
      continue;
    }
    if (is_result(text, at, &numeral)) {
      pst_buffer_printf(search->out, "%s:%lu: %.*s is tied to no result\n", search->notebook->path,
                        line, (int)numeral.size, text.data + at);
      search->n++;
    }
    at += numeral.size;
  }
}

/* Inside of NODE nothing is a sentence of the author: headings, links, code. */
static bool is_passed_over(cmark_node *node)
{
  for (; node != NULL; node = cmark_node_parent(node)) {
    const cmark_node_type type = cmark_node_get_type(node);

    if (type == CMARK_NODE_HEADING || type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
      return true;
  }
  return false;
}

/* A text node begins in the line of its paragraph, and a break in it ends the line. */
static unsigned long first_line(cmark_node *node)
{
  while (node != NULL && cmark_node_get_start_line(node) == 0)
    node = cmark_node_parent(node);
  return node == NULL ? 1 : (unsigned long)cmark_node_get_start_line(node);
}

static void search_all(struct search *search, cmark_node *root)
{
  const unsigned long start = search->notebook->blocks[0].line;
  cmark_iter *steps = cmark_iter_new(root);
  unsigned long line = 1;
  cmark_event_type event;

  while ((event = cmark_iter_next(steps)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node(steps);
    const cmark_node_type type = cmark_node_get_type(node);

    if (event != CMARK_EVENT_ENTER)
      continue;
    if ((type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK)
      line = first_line(node);
    else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
      line++;
    else if (type == CMARK_NODE_TEXT && line > start && !is_passed_over(node))
      search_text(search, pst_text_of(cmark_node_get_literal(node)), line);
  }
  cmark_iter_free(steps);
}

enum pst_status pst_untied_find(const struct pst_notebook *notebook, struct pst_buffer *out,
                                size_t *n, struct pst_error *error)
{
  struct search search = {.notebook = notebook, .out = out};
  cmark_node *root;

  *n = 0;
  if (notebook->n_blocks == 0)
    return PST_OK;
  root = pst_markdown_parse(notebook->text, notebook->size);
  if (root == NULL)
    return pst_fail_memory(error);
  cmark_consolidate_text_nodes(root);
  search_all(&search, root);
  cmark_node_free(root);
  *n = search.n;
  return out->failed ? pst_fail_memory(error) : PST_OK;
}
