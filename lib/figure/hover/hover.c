/* hover.c -- the names of what an SVG shows. */
#include "figure/hover/hover.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "figure/hover/area.h"
#include "figure/hover/item.h"

struct naming {
  const struct pst_figure *figure;
  struct pst_hover_areas areas;
  struct pst_buffer *out;
};

static bool is_given(const char *text)
{
  return text != NULL && *text != '\0';
}

/* A sentence, when there is one. */
static void put_sentence(struct pst_buffer *out, const char *before, const char *text)
{
  if (!is_given(text))
    return;
  pst_buffer_puts(out, before);
  pst_hover_put_text(out, text);
  pst_buffer_puts(out, text[strlen(text) - 1] == '.' ? " " : ". ");
}

static void put_title(struct naming *naming)
{
  const struct pst_figure *figure = naming->figure;

  pst_buffer_puts(naming->out, "<title>");
  pst_hover_put_text(naming->out, is_given(figure->title) ? figure->title : figure->y_label);
  pst_buffer_puts(naming->out, "</title>\n");
}

static void put_description(struct naming *naming)
{
  const struct pst_figure *figure = naming->figure;
  struct pst_buffer *out = naming->out;
  size_t shown = 0;

  pst_buffer_puts(out, "<desc>");
  put_sentence(out, "", figure->subtitle);
  put_sentence(out, "Upright: ", figure->y_label);
  put_sentence(out, "Across: ", figure->x_label);
  for (size_t i = 0; i < figure->n_series; i++) {
    if (!is_given(figure->series[i].name))
      continue;
    pst_buffer_puts(out, shown++ == 0 ? "Shown: " : ", ");
    pst_hover_put_text(out, figure->series[i].name);
  }
  pst_buffer_puts(out, shown > 0 ? ". " : "");
  put_sentence(out, "", figure->note);
  put_sentence(out, "Source: ", figure->source);
  pst_buffer_puts(out, "</desc>\n");
}

/* --- groups -------------------------------------------------------------------------------------- */

static const char *next_line(const char *text)
{
  text += pst_hover_line(text);
  return text + (*text == '\n');
}

static void put_line(struct naming *naming, const char *line)
{
  pst_buffer_add(naming->out, line, pst_hover_line(line));
  pst_buffer_putc(naming->out, '\n');
}

/* Behind the marks of a group; each box is in a group of its own inside of it, which ends behind its polygon. */
static bool is_end(const char *text, bool boxes)
{
  return *text == '\0'
         || (pst_hover_starts(text, "\t</g>") && !(boxes && pst_hover_starts(text - 4, "'/>\n")));
}

/* The mark in a line, whose tag begins at START and ends with the line. */
static bool find_mark(const struct pst_hover_group *group, const char *line,
                      struct pst_hover_mark *mark, size_t *start)
{
  *start = 0;
  return group->boxes ? pst_hover_box(line, mark) : pst_hover_point(line, mark, start);
}

/* The marks from TEXT to the end of the group.  Without memory the drawing has failed. */
static size_t collect_marks(struct naming *naming, const struct pst_hover_group *group,
                            const char *text, struct pst_hover_mark **marks)
{
  size_t n = 0, room = 0, start;
  struct pst_hover_mark mark;

  for (; !is_end(text, group->boxes); text = next_line(text)) {
    if (!find_mark(group, text, &mark, &start))
      continue;
    if (!PST_ARRAY_ROOM(*marks, room, n + 1)) {
      naming->out->failed = true;
      return 0;
    }
    (*marks)[n++] = mark;
  }
  return n;
}

/* A line "<use .../>" with the name of item I inside. */
static void put_mark(struct naming *naming, const struct pst_hover_group *group, size_t i,
                     const char *line)
{
  pst_buffer_add(naming->out, line, pst_hover_line(line) - 2);
  pst_buffer_putc(naming->out, '>');
  pst_hover_put_item(naming->out, group, group->items[i].at);
  pst_buffer_puts(naming->out, group->boxes ? "</polygon>\n" : "</use>\n");
}

/* The lines of a group whose marks are its items; what stands behind it. */
static const char *put_items(struct naming *naming, const struct pst_hover_group *group,
                             const char *text)
{
  struct pst_hover_mark mark;
  size_t i = 0, start;

  for (; !is_end(text, group->boxes); text = next_line(text))
    if (find_mark(group, text, &mark, &start))
      put_mark(naming, group, i++, text);
    else
      put_line(naming, text);
  return text;
}

/* The lines of an area's edge, and what lies unseen over the area; what stands behind it. */
static const char *put_area(struct naming *naming, const struct pst_hover_group *group,
                            const char *text)
{
  for (; !is_end(text, false); text = next_line(text))
    put_line(naming, text);
  pst_hover_area_put(&naming->areas, group, naming->out);
  return text;
}

/* The line that opens a group of gnuplot, "<g id="figure_plot_2" ><title>$s1 using 1:2</title>", with TITLE in it. */
static const char *put_opening(struct naming *naming, const struct pst_hover_group *group,
                               const char *text, const char *title)
{
  pst_buffer_add(naming->out, text, (size_t)(title - text));
  if (group->series != NULL && is_given(group->series->name)) {
    pst_buffer_puts(naming->out, "<title>");
    pst_hover_put_text(naming->out, group->series->name);
    pst_buffer_puts(naming->out, "</title>");
  }
  pst_buffer_putc(naming->out, '\n');
  return next_line(text);
}

/* A group whose title is at TITLE; what stands behind it, or in it where no mark has a name. */
static const char *put_group(struct naming *naming, const char *text, const char *title)
{
  const char *data = title + strlen("<title>");
  struct pst_hover_group group;
  struct pst_hover_mark *marks = NULL;
  const char *end;
  size_t n;

  naming->out->failed |= !pst_hover_group_find(&group, naming->figure, data);
  end = put_opening(naming, &group, text, title);
  n = group.n > 0 ? collect_marks(naming, &group, end, &marks) : 0;
  if (pst_hover_group_fits(&group, marks, n))
    end = put_items(naming, &group, end);
  else if (group.series != NULL && pst_hover_area_edge(&naming->areas, data))
    end = put_area(naming, &group, end);
  free(marks);
  pst_hover_group_end(&group);
  return end;
}

void pst_hover_name(const struct pst_figure *figure, const char *svg, struct pst_buffer *out)
{
  struct naming naming = {.figure = figure, .out = out};

  out->failed |= !pst_hover_areas_find(&naming.areas, figure, svg);
  while (*svg != '\0') {
    const char *title = memmem(svg, pst_hover_line(svg), "<title>$", 8);

    if (figure != NULL && pst_hover_starts(svg, "<title>figure</title>\n")) {
      put_title(&naming);
    } else if (pst_hover_starts(svg, "<desc>Produced by GNUPLOT")) {
      if (figure != NULL)
        put_description(&naming);
    } else if (title != NULL) {
      svg = put_group(&naming, svg, title);
      continue;
    } else {
      put_line(&naming, svg);
    }
    svg = next_line(svg);
  }
  pst_hover_areas_end(&naming.areas);
}
