/* html_series.c -- the series of a look on its page, and where times are lacking. */
#include <math.h>
#include <stdint.h>

#include "look/page/html.h"
#include "report/escape.h"
#include "page/element.h"

enum { SERIES_MOST = 40, PARTS_MOST = 120, HEIGHT = 12 };

/* Some series by parts of the time: what stands there. */
enum part { NOTHING, THERE, LACKING };

struct strip {
  size_t *chosen, n_chosen; /* series */
  size_t *place;            /* of a series among them; SIZE_MAX: not chosen */
  bool *there;              /* n_chosen * n_times */
  size_t n_times, n_parts;
};

/* Those with gaps first, then the others, each as the file has them. */
static void choose(const struct pst_look_time *time, struct strip *strip)
{
  for (size_t s = 0; s < time->n_series; s++)
    strip->place[s] = SIZE_MAX;
  for (int pass = 0; pass < 2; pass++)
    for (size_t s = 0; s < time->n_series && strip->n_chosen < SERIES_MOST; s++) {
      if (time->gaps.broken[s] != (pass == 0))
        continue;
      strip->place[s] = strip->n_chosen;
      strip->chosen[strip->n_chosen++] = s;
    }
}

static enum pst_status make_strip(const struct pst_look *look, struct strip *strip,
                                  struct pst_error *error)
{
  const struct pst_look_time *time = &look->time;

  strip->n_times = time->n_times;
  strip->n_parts = time->n_times < PARTS_MOST ? time->n_times : PARTS_MOST;
  strip->chosen = pst_arena_array(look->arena, SERIES_MOST, sizeof *strip->chosen);
  strip->place = pst_arena_array(look->arena, time->n_series + 1, sizeof *strip->place);
  if (strip->chosen == NULL || strip->place == NULL)
    return pst_fail_memory(error);
  choose(time, strip);
  strip->there = pst_arena_array(look->arena, strip->n_chosen * time->n_times + 1, 1);
  if (strip->there == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < time->n_rows; i++)
    if (strip->place[time->rows[i].series] != SIZE_MAX)
      strip->there[strip->place[time->rows[i].series] * time->n_times + time->rows[i].time] = true;
  return PST_OK;
}

/* A part of the time lacks something when one of its times does, between the first and the last. */
static enum part part_of(const bool *there, size_t first, size_t last, size_t from, size_t to)
{
  enum part part = NOTHING;

  for (size_t t = from; t < to; t++) {
    if (t < first || t > last)
      continue;
    if (!there[t])
      return LACKING;
    part = THERE;
  }
  return part;
}

/* Neighbouring parts of a kind are one rectangle: a full bar, or the outline of one. */
static void put_parts(struct pst_buffer *out, const struct strip *strip, const bool *there,
                      size_t first, size_t last)
{
  double width = 1000.0 / (double)strip->n_parts;
  enum part before = NOTHING;
  size_t start = 0;

  pst_element_rectangle(out, "base", 0, HEIGHT - 1, 1000, 1);
  for (size_t p = 0; p <= strip->n_parts; p++) {
    size_t from = p * strip->n_times / strip->n_parts;
    size_t to = (p + 1) * strip->n_times / strip->n_parts;
    enum part part = p < strip->n_parts ? part_of(there, first, last, from, to) : NOTHING;

    if (part == before && p < strip->n_parts)
      continue;
    if (before == THERE)
      pst_element_rectangle(out, "fill", (double)start * width, 0, (double)(p - start) * width,
                            HEIGHT);
    else if (before == LACKING)
      pst_element_rectangle(out, "gap", (double)start * width + 1, 2,
                            (double)(p - start) * width - 2, HEIGHT - 4);
    before = part;
    start = p;
  }
}

static void put_series(struct pst_buffer *out, const struct pst_look *look,
                       const struct strip *strip, size_t k)
{
  const bool *there = strip->there + k * strip->n_times;
  size_t first = 0, last = strip->n_times, n = 0;
  struct pst_buffer name = {.data = NULL};

  while (first < last && !there[first])
    first++;
  while (last > first && !there[last - 1])
    last--;
  for (size_t t = first; t < last; t++)
    n += there[t];
  pst_look_cells_of(look, look->time.by, look->time.n_by, look->time.series_row[strip->chosen[k]],
                    &name);
  pst_buffer_puts(out, "<tr><th scope=\"row\">");
  pst_escape_xml(out, pst_buffer_string(&name));
  pst_buffer_printf(out,
                    "</th><td class=\"count\">%zu</td><td class=\"wide\"><svg class=\"strip\" "
                    "role=\"img\" viewBox=\"0 0 1000 %d\" height=\"%d\" "
                    "preserveAspectRatio=\"none\" aria-label=\"%zu of %zu times, %zu lacking "
                    "inside\">",
                    n, HEIGHT, HEIGHT, n, strip->n_times, last - first - n);
  if (n > 0)
    put_parts(out, strip, there, first, last - 1);
  pst_buffer_puts(out, "</svg></td></tr>\n");
  out->failed = out->failed || name.failed;
  pst_buffer_free(&name);
}

static void put_head(struct pst_buffer *out, const struct pst_look *look, const struct strip *strip)
{
  const struct pst_look_time *time = &look->time;
  struct pst_buffer text = {.data = NULL};

  pst_buffer_printf(out,
                    "<h2>Times of the series</h2>\n<p class=\"quiet legend\"><svg width=\"16\" "
                    "height=\"12\" aria-hidden=\"true\"><rect class=\"fill\" width=\"16\" "
                    "height=\"12\"/></svg>there <svg width=\"16\" height=\"12\" "
                    "aria-hidden=\"true\"><rect class=\"gap\" x=\"1\" y=\"2\" width=\"14\" "
                    "height=\"8\"/></svg>lacking between the first and the last; ");
  if (strip->n_chosen < time->gaps.n_series)
    pst_buffer_printf(out, "%zu of %zu series, those with gaps first", strip->n_chosen,
                      time->gaps.n_series);
  else
    pst_buffer_puts(out, "all series, those with gaps first");
  pst_buffer_puts(out, time->n_absent > 0 ? "; times that no row has are not drawn" : "");
  pst_buffer_puts(out, "</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                       "aria-label=\"Times of the series\"><table><thead><tr>");
  pst_look_names(look, time->by, time->n_by, &text);
  pst_buffer_puts(out, "<th scope=\"col\">");
  pst_escape_xml(out, pst_buffer_string(&text));
  pst_buffer_puts(out, "</th><th scope=\"col\" class=\"count\">Times</th><th scope=\"col\" "
                       "class=\"ends\"><span>");
  pst_buffer_clear(&text);
  pst_look_time_text(look, time->n_times - 1, &text);
  pst_escape_xml(out, pst_buffer_string(&text));
  pst_buffer_puts(out, "</span>");
  pst_buffer_clear(&text);
  pst_look_time_text(look, 0, &text);
  pst_escape_xml(out, pst_buffer_string(&text));
  pst_buffer_puts(out, "</th></tr></thead><tbody>\n");
  out->failed = out->failed || text.failed;
  pst_buffer_free(&text);
}

enum pst_status pst_look_html_series(struct pst_buffer *out, const struct pst_look *look,
                                     struct pst_error *error)
{
  struct strip strip = {.n_chosen = 0};
  enum pst_status status;

  if (look->time.column == SIZE_MAX || look->time.n_by == 0 || look->time.n_times < 2)
    return PST_OK;
  status = make_strip(look, &strip, error);
  if (status != PST_OK)
    return status;
  put_head(out, look, &strip);
  for (size_t k = 0; k < strip.n_chosen; k++)
    put_series(out, look, &strip, k);
  pst_buffer_puts(out, "</tbody></table></div>\n");
  return PST_OK;
}
