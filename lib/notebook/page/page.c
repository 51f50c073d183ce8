/* page.c -- a notebook that has run as one page of HTML. */
#include "notebook/page/page.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "notebook/page/parts.h"
#include "notebook/read/markdown.h"
#include "notebook/tell.h"
#include "page/element.h"
#include "report/escape.h"

enum { CONTENTS_LEAST = 3, CONTENTS_LEVEL = 3 };

struct writing {
  struct pst_notebook *notebook;
  cmark_node **nodes; /* that are replaced */
  size_t n, room;
  size_t block, number, heading; /* the next of each */
  const char **anchors;          /* of the headings */
};

const char *pst_notebook_title(const struct pst_notebook *notebook)
{
  const char *slash = strrchr(notebook->path, '/');

  if (notebook->n_headings > 0)
    return notebook->headings[0].text;
  return slash == NULL ? notebook->path : slash + 1;
}

/* --- anchors ------------------------------------------------------------------------------------- */

/* As GitHub names headings: small letters, blanks as dashes, letters of all scripts stay. */
static char *make_anchor(struct pst_arena *arena, const char *text)
{
  char *anchor = pst_arena_string(arena, text), *to = anchor;

  if (anchor == NULL)
    return NULL;
  for (const char *c = text; *c != '\0'; c++) {
    if (*c >= 'A' && *c <= 'Z')
      *to++ = (char)(*c - 'A' + 'a');
    else if (*c == ' ')
      *to++ = '-';
    else if ((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9') || *c == '-' || *c == '_'
             || (unsigned char)*c >= 0x80)
      *to++ = *c;
  }
  *to = '\0';
  return anchor;
}

static enum pst_status make_anchors(struct writing *writing, struct pst_error *error)
{
  struct pst_notebook *notebook = writing->notebook;

  writing->anchors =
      pst_arena_array(&notebook->arena, notebook->n_headings + 1, sizeof *writing->anchors);
  if (writing->anchors == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < notebook->n_headings; i++) {
    char *anchor = make_anchor(&notebook->arena, notebook->headings[i].text);
    size_t same = 0;

    if (anchor == NULL)
      return pst_fail_memory(error);
    for (size_t k = 0; k < i; k++)
      same += strcmp(notebook->headings[k].text, notebook->headings[i].text) == 0;
    writing->anchors[i] =
        same == 0 ? anchor : pst_arena_format(&notebook->arena, "%s-%zu", anchor, same);
    if (writing->anchors[i] == NULL)
      return pst_fail_memory(error);
  }
  return PST_OK;
}

/* --- the tree ------------------------------------------------------------------------------------ */

/* A link to a notebook beside this one, whose page stands beside this page. */
static bool is_notebook(cmark_node *node)
{
  const char *url = cmark_node_get_type(node) == CMARK_NODE_LINK ? cmark_node_get_url(node) : "";
  size_t size = strlen(url);

  return size > 3 && strchr(url, '/') == NULL && strcmp(url + size - 3, ".md") == 0;
}

static bool is_replaced(cmark_node *node)
{
  enum pst_notebook_kind kind;
  cmark_node_type type = cmark_node_get_type(node);

  return pst_markdown_kind(node, &kind) || pst_markdown_is_number(node) || is_notebook(node)
         || type == CMARK_NODE_IMAGE || type == CMARK_NODE_HEADING || type == CMARK_NODE_HTML_BLOCK
         || type == CMARK_NODE_HTML_INLINE;
}

/* All that is replaced, in its order: a tree is not changed while it is walked. */
static enum pst_status collect(struct writing *writing, cmark_node *root, struct pst_error *error)
{
  cmark_iter *steps = cmark_iter_new(root);
  cmark_event_type event;
  enum pst_status status = PST_OK;

  while (status == PST_OK && (event = cmark_iter_next(steps)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node(steps);

    if (event != CMARK_EVENT_ENTER || !is_replaced(node))
      continue;
    if (!PST_ARRAY_ROOM(writing->nodes, writing->room, writing->n + 1))
      status = pst_fail_memory(error);
    else
      writing->nodes[writing->n++] = node;
  }
  cmark_iter_free(steps);
  return status;
}

static cmark_node *html_node(cmark_node_type type, const struct pst_buffer *html)
{
  cmark_node *node = cmark_node_new(type);

  cmark_node_set_on_enter(node, pst_buffer_string(html));
  return node;
}

static void put_image(const struct pst_notebook *notebook, cmark_node *node,
                      struct pst_buffer *html)
{
  const char *url = cmark_node_get_url(node), *slash = strrchr(notebook->path, '/');
  struct pst_buffer alt = {.data = NULL}, path = {.data = NULL};

  pst_markdown_words(&alt, node);
  pst_buffer_add(&path, notebook->path, slash == NULL ? 0 : (size_t)(slash - notebook->path) + 1);
  pst_buffer_puts(&path, url);
  /* What is asked of the network would make the page tell who reads it. */
  pst_parts_image(html, strstr(url, "://") != NULL ? "" : pst_buffer_string(&path),
                  pst_buffer_string(&alt));
  pst_buffer_free(&alt);
  pst_buffer_free(&path);
}

static void replace_with(cmark_node *node, cmark_node_type type, const struct pst_buffer *html)
{
  cmark_node *made = html_node(type, html);

  if (cmark_node_replace(node, made))
    cmark_node_free(node);
  else
    cmark_node_free(made);
}

/* The anchor of a heading is the first thing in it. */
static void anchor_heading(struct writing *writing, cmark_node *node, struct pst_buffer *html)
{
  pst_buffer_puts(html, "<a id=\"");
  pst_escape_xml(html, writing->anchors[writing->heading++]);
  pst_buffer_puts(html, "\"></a>");
  cmark_node_prepend_child(node, html_node(CMARK_NODE_CUSTOM_INLINE, html));
}

static void link_page(cmark_node *node)
{
  struct pst_buffer url = {.data = NULL};

  pst_buffer_puts(&url, cmark_node_get_url(node));
  pst_buffer_cut(&url, url.size - 2);
  pst_buffer_puts(&url, "html");
  cmark_node_set_url(node, pst_buffer_string(&url));
  pst_buffer_free(&url);
}

static void replace(struct writing *writing, cmark_node *node)
{
  struct pst_buffer html = {.data = NULL};
  cmark_node_type type = cmark_node_get_type(node);

  if (type == CMARK_NODE_HEADING) {
    anchor_heading(writing, node, &html);
  } else if (type == CMARK_NODE_IMAGE) {
    put_image(writing->notebook, node, &html);
    replace_with(node, CMARK_NODE_CUSTOM_INLINE, &html);
  } else if (is_notebook(node)) {
    link_page(node);
  } else if (type == CMARK_NODE_LINK) {
    pst_parts_number(&html, writing->notebook, writing->number++);
    replace_with(node, CMARK_NODE_CUSTOM_INLINE, &html);
  } else if (type == CMARK_NODE_CODE_BLOCK) {
    pst_parts_block(&html, writing->notebook, writing->block++);
    replace_with(node, CMARK_NODE_CUSTOM_BLOCK, &html);
  } else {
    cmark_node_unlink(node);
    cmark_node_free(node);
  }
  pst_buffer_free(&html);
}

/* --- the page ------------------------------------------------------------------------------------ */

static bool is_listed(const struct pst_notebook_heading *heading)
{
  return heading->level > 1 && heading->level <= CONTENTS_LEVEL;
}

static void put_contents(struct pst_buffer *out, const struct writing *writing)
{
  const struct pst_notebook *notebook = writing->notebook;
  size_t listed = 0;

  for (size_t i = 0; i < notebook->n_headings; i++)
    listed += is_listed(&notebook->headings[i]);
  if (listed < CONTENTS_LEAST)
    return;
  pst_buffer_puts(out, "<nav aria-label=\"Contents\"><strong>Contents</strong>\n<ol "
                       "style=\"list-style:none;padding:0\">\n");
  for (size_t i = 0; i < notebook->n_headings; i++) {
    if (!is_listed(&notebook->headings[i]))
      continue;
    pst_buffer_puts(out, notebook->headings[i].level > 2 ? "<li class=\"deeper\"><a href=\"#"
                                                         : "<li><a href=\"#");
    pst_escape_xml(out, writing->anchors[i]);
    pst_buffer_puts(out, "\">");
    pst_escape_xml(out, notebook->headings[i].text);
    pst_buffer_puts(out, "</a></li>\n");
  }
  pst_buffer_puts(out, "</ol></nav>\n");
}

static void put_head(struct pst_buffer *out, const struct writing *writing)
{
  const struct pst_html_page page = {.title = pst_notebook_title(writing->notebook),
                                     .style = pst_notebook_style,
                                     .symbols = pst_notebook_symbols,
                                     .images = true};
  struct pst_notebook_tally tally = pst_notebook_count(writing->notebook);
  struct pst_buffer words = {.data = NULL};

  pst_html_begin(out, &page);
  pst_buffer_puts(out, "<header>\n");
  pst_notebook_tally_print(&words, &tally);
  pst_parts_state(out, tally.differ > 0, pst_buffer_string(&words));
  pst_buffer_free(&words);
  put_contents(out, writing);
  pst_buffer_puts(out, "</header>\n<main>\n");
}

static enum pst_status put_tree(struct pst_buffer *out, struct writing *writing, cmark_node *root,
                                struct pst_error *error)
{
  enum pst_status status = collect(writing, root, error);
  char *html;

  for (size_t i = 0; i < writing->n && status == PST_OK; i++)
    replace(writing, writing->nodes[i]);
  if (status != PST_OK)
    return status;
  html = cmark_render_html(root, CMARK_OPT_DEFAULT, NULL);
  if (html == NULL)
    return pst_fail_memory(error);
  pst_buffer_puts(out, html);
  free(html);
  return PST_OK;
}

enum pst_status pst_notebook_page(struct pst_notebook *notebook, struct pst_buffer *out,
                                  struct pst_error *error)
{
  struct writing writing = {.notebook = notebook};
  cmark_node *root = pst_markdown_parse(notebook->text, notebook->size);
  enum pst_status status = root == NULL ? pst_fail_memory(error) : make_anchors(&writing, error);

  if (status == PST_OK) {
    put_head(out, &writing);
    status = put_tree(out, &writing, root, error);
  }
  pst_buffer_puts(out, "</main>\n<footer class=\"quiet\">Written by polstat notebook " PST_VERSION
                       ", which ran every command on this page.</footer>\n</body>\n</html>\n");
  free(writing.nodes);
  cmark_node_free(root);
  return status == PST_OK && out->failed ? pst_fail_memory(error) : status;
}
