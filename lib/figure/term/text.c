/* text.c -- texts in columns of a terminal. */
#include <math.h>
#include <string.h>

#include "figure/term/drawing.h"

size_t pst_term_columns(const char *text)
{
  return text == NULL ? 0 : pst_utf8_width(pst_text_of(text));
}

void pst_term_repeat(struct pst_buffer *out, const char *piece, size_t n)
{
  for (size_t i = 0; i < n; i++)
    pst_buffer_puts(out, piece);
}

/* The beginning of TEXT that takes WIDTH columns at most; USED is what it takes. */
static struct pst_text head_of(const char *text, size_t width, size_t *used)
{
  const struct pst_text all = pst_text_of(text);
  struct pst_text head = {.data = text, .size = 0};

  *used = 0;
  for (size_t at = 0; at < all.size;) {
    struct pst_text one = {.data = text + at};
    size_t columns;

    pst_utf8_next(all, &at);
    one.size = at - (size_t)(one.data - text);
    columns = pst_utf8_width(one);
    if (*used + columns > width)
      break;
    *used += columns;
    head.size = at;
  }
  return head;
}

/* Line ends and the like would break the drawing. */
static void put_plain(struct pst_buffer *out, struct pst_text text)
{
  for (size_t i = 0; i < text.size; i++)
    pst_buffer_putc(out, (unsigned char)text.data[i] < 0x20 || text.data[i] == 0x7F ? ' '
                                                                                    : text.data[i]);
}

void pst_term_pad(struct pst_buffer *out, const char *text, size_t width, bool right)
{
  const bool cut = pst_term_columns(text) > width;
  size_t used;
  struct pst_text head;

  if (width == 0)
    return;
  head = head_of(text == NULL ? "" : text, cut ? width - 1 : width, &used);
  if (right)
    pst_term_repeat(out, " ", width - used - cut);
  put_plain(out, head);
  if (cut)
    pst_buffer_puts(out, "…");
  if (!right)
    pst_term_repeat(out, " ", width - used - cut);
}

void pst_term_end(struct pst_buffer *out)
{
  while (out->size > 0 && out->data[out->size - 1] == ' ')
    out->size--;
  pst_buffer_putc(out, '\n');
}

/* The size of a word, with what stays on one line with it: "n = 65", "95 %". */
static size_t glued(const char *word)
{
  static const char blanks[] = " \t\n";
  size_t size = strcspn(word, blanks);

  while (word[size] == ' ' && word[size + 1] != '\0' && strchr("=<>%", word[size + 1]) != NULL) {
    const size_t sign = size + 1 + strcspn(word + size + 1, blanks);

    if (word[size + 1] == '%' || word[sign] != ' ' || word[sign + 1] == ' ')
      return sign;
    size = sign + 1 + strcspn(word + sign + 1, blanks);
  }
  return size;
}

/* Words in lines of the width; a title is never cut. */
void pst_term_words(struct pst_drawing *d, const char *before, const char *text)
{
  struct pst_buffer *out = d->out;
  struct pst_buffer all = {.data = NULL};
  size_t at = 0;

  if (text == NULL || *text == '\0')
    return;
  pst_buffer_printf(&all, "%s%s", before, text);
  for (const char *word = pst_buffer_string(&all); *word != '\0';) {
    const size_t size = glued(word);
    const size_t columns = pst_utf8_width((struct pst_text){.data = word, .size = size});

    if (at > 0 && at + 1 + columns > d->width) {
      pst_buffer_putc(out, '\n');
      at = 0;
    }
    if (at > 0 && size > 0) {
      pst_buffer_putc(out, ' ');
      at++;
    }
    pst_buffer_add(out, word, size);
    at += columns;
    word += size + (word[size] != '\0');
  }
  pst_buffer_putc(out, '\n');
  out->failed |= all.failed;
  pst_buffer_free(&all);
}

void pst_term_name(struct pst_drawing *d, const char *text, size_t width)
{
  if (pst_term_columns(text) > width) {
    pst_term_words(d, "", text);
    text = NULL;
  }
  pst_term_pad(d->out, text, width, false);
}

size_t pst_term_column(const struct pst_axis *axis, double value, size_t columns)
{
  const double at = pst_axis_at(axis, value) * (double)(columns - 1);

  return at <= 0 ? 0 : at >= (double)(columns - 1) ? columns - 1 : (size_t)(at + 0.5);
}

void pst_term_ticks(struct pst_buffer *out, const struct pst_axis *axis, size_t left,
                    size_t columns)
{
  size_t at = 0;

  for (size_t i = 0; i < axis->n_ticks; i++) {
    const size_t size = pst_term_columns(axis->ticks[i].text);
    const size_t middle = left + pst_term_column(axis, axis->ticks[i].at, columns);
    size_t from = middle > size / 2 ? middle - size / 2 : 0;

    if (from + size > left + columns + 2)
      from = left + columns > size ? left + columns - size : 0;
    if (at > 0 && from < at + 2)
      continue;
    pst_term_repeat(out, " ", from - at);
    pst_buffer_puts(out, axis->ticks[i].text);
    at = from + size;
  }
  pst_term_end(out);
}

const char *pst_term_glyph(const struct pst_drawing *d, size_t i)
{
  static const char *const glyphs[] = {"●", "■", "▲", "◆", "○", "□", "△", "◇"};
  size_t order = 0;

  if (!d->any_highlight)
    return glyphs[i % 8];
  if (!d->figure->series[i].highlight)
    return "·";
  for (size_t k = 0; k < i; k++)
    order += d->figure->series[k].highlight;
  return glyphs[order % 8];
}

enum pst_status pst_term_fail(struct pst_error *error)
{
  return pst_fail(error, PST_UNDEFINED, "nothing to draw: the figure has no value that is known");
}
