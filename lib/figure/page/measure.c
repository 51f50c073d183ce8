/* measure.c -- how wide text will be when it is drawn, and text made to fit. */
#include "figure/page/measure.h"

#include <math.h>
#include <string.h>

/* Advance widths of DejaVu Sans for ASCII 32 to 126, in hundredths of the font size. */
static const unsigned char ascii_width[] = {
    32, 40, 46, 84, 64, 95, 78, 27, 39,  39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79,
    60, 79, 69, 63, 61, 73, 68, 99, 69,  61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
    63, 28, 28, 58, 28, 97, 63, 61, 63,  63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84};

/* Latin letters with marks are as wide as their letter; Cyrillic and Greek somewhat wider. */
static double next_width(struct pst_text text, size_t *at)
{
  size_t start = *at, columns;
  unsigned long code = pst_utf8_next(text, at);

  if (code >= 32 && code < 127)
    return ascii_width[code - 32];
  if (code < 32)
    return ascii_width[0];
  columns = pst_utf8_width((struct pst_text){.data = text.data + start, .size = *at - start});
  return columns == 1 ? (code < 0x250 ? 66 : code == 0x2026 ? 100 : 80) : (double)columns * 52;
}

static double measure(struct pst_text text, double size)
{
  double width = 0;
  size_t at = 0;

  while (at < text.size)
    width += next_width(text, &at);
  return width * size / 100;
}

double pst_measure(const char *text, double size)
{
  return text == NULL ? 0 : measure(pst_text_of(text), size);
}

/* The longest beginning of TEXT within WIDTH, in whole characters. */
static size_t fitting(struct pst_text text, double size, double width)
{
  size_t at = 0, end = 0;
  double sum = 0;

  while (at < text.size) {
    sum += next_width(text, &at) * size / 100;
    if (sum > width)
      return end;
    end = at;
  }
  return end;
}

const char *pst_measure_shorten(struct pst_arena *arena, const char *text, double size,
                                double width)
{
  struct pst_text whole = pst_text_of(text == NULL ? "" : text), cut = whole;

  if (measure(whole, size) <= width)
    return text == NULL ? "" : text;
  cut.size = fitting(whole, size, width - size);
  cut = pst_text_trim(cut);
  return pst_arena_format(arena, "%.*s\xE2\x80\xA6", (int)cut.size, cut.data);
}

/* Up to where TEXT is the same as another of the TEXTS that begins with its first KEPT bytes; 0: none does. */
static size_t common_with(const char *text, const char *const *texts, size_t n, size_t kept)
{
  size_t most = 0;

  for (size_t j = 0; j < n; j++) {
    size_t same = 0;

    while (texts[j] != NULL && text[same] != '\0' && text[same] == texts[j][same])
      same++;
    if (same >= kept && texts[j] != NULL && (text[same] != '\0' || texts[j][same] != '\0'))
      most = same > most ? same : most;
  }
  return most;
}

const char *pst_measure_apart(struct pst_arena *arena, const char *const *texts, size_t n, size_t i,
                              double size, double width)
{
  const char *text = texts[i] == NULL ? "" : texts[i], *tail, *head;
  const double half = width / 2;
  size_t at;

  if (measure(pst_text_of(text), size) <= width)
    return text;
  at = common_with(text, texts, n, fitting(pst_text_of(text), size, width - size));
  if (at == 0)
    return pst_measure_shorten(arena, text, size, width);
  while (at > 0 && text[at - 1] != ' ')
    at--;
  tail = pst_measure_shorten(arena, text + at, size, half);
  head = tail == NULL
             ? NULL
             : pst_measure_shorten(arena, text, size, width - fmin(half, pst_measure(tail, size)));
  return head == NULL ? NULL : pst_arena_format(arena, "%s%s", head, tail);
}

/* The blank at BLANK stands within "n = 65", "p < 0.001" or "95 %", which stay on one line. */
static bool is_glued(struct pst_text text, size_t blank)
{
  const char *data = text.data;
  const bool before =
      blank >= 2 && strchr("=<>", data[blank - 1]) != NULL && data[blank - 2] == ' ';
  const bool behind =
      blank + 2 < text.size && strchr("=<>", data[blank + 1]) != NULL && data[blank + 2] == ' ';

  return before || behind || (blank + 1 < text.size && data[blank + 1] == '%');
}

/* A break may come after a blank, or between two characters when the line has none. */
static size_t break_at(struct pst_text text, size_t most)
{
  for (int any = 0; any < 2; any++)
    for (size_t i = most; i > 0; i--)
      if ((text.data[i] == ' ' && (any || !is_glued(text, i)))
          || (text.data[i - 1] == ' ' && (any || !is_glued(text, i - 1))))
        return i;
  return most;
}

struct pst_text pst_measure_line(struct pst_text *rest, double size, double width)
{
  struct pst_text text = pst_text_trim(*rest), line = text;
  size_t most = fitting(text, size, width);

  if (most < text.size) {
    if (most == 0)
      pst_utf8_next(text, &most);
    line.size = most < text.size ? break_at(text, most) : most;
  }
  *rest = pst_text_trim(
      (struct pst_text){.data = text.data + line.size, .size = text.size - line.size});
  return pst_text_trim(line);
}

size_t pst_measure_lines(const char *text, double size, double width)
{
  struct pst_text rest = pst_text_trim(pst_text_of(text == NULL ? "" : text));
  size_t lines = 0;

  while (rest.size > 0) {
    pst_measure_line(&rest, size, width);
    lines++;
  }
  return lines;
}
