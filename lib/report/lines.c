/* lines.c -- a text of ready lines within the columns of a terminal, and its way out. */
#include "report/lines.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/output.h"

/* --- wrapping -------------------------------------------------------------------------------------- */

enum { FURTHER_IN = 4 };

struct line {
  struct pst_buffer *out;
  size_t at, indent, width; /* columns: taken, of the lines that follow, in all */
  bool begun;               /* a word stands in it */
};

/* Columns of TEXT, colours none. */
static size_t shown_width(struct pst_text text)
{
  const char *end = text.data + text.size;
  size_t width = 0;

  while (text.data < end) {
    const char *color = memchr(text.data, '\033', (size_t)(end - text.data));
    const char *stop = color == NULL ? end : color;

    width += pst_utf8_width((struct pst_text){text.data, (size_t)(stop - text.data)});
    while (stop < end && *stop != 'm')
      stop++;
    text.data = stop < end ? stop + 1 : end;
  }
  return width;
}

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static bool ends_with(const char *start, const char *end, const char *word)
{
  size_t size = strlen(word);

  return (size_t)(end - start) >= size && memcmp(end - size, word, size) == 0;
}

/* The blank at BLANK is that of an interval, "[28.45, 28.55]". */
static bool is_of_interval(const char *start, const char *blank)
{
  const char *at = blank;

  if (blank == start || blank[-1] != ',')
    return false;
  while (at > start && at[-1] != ' ' && at[-1] != '[')
    at--;
  return at > start && at[-1] == '[' && (is_digit(*at) || *at == '-');
}

/* The words that follow each other in a verdict. */
static const char *const verdicts[][2] = {
    {"NOT", "CHECKABLE"}, {"not", "checkable"}, {"CANNOT", "BE"},      {"BE", "DECIDED"},
    {"AGREES", "ONLY"},   {"ONLY", "WITHIN"},   {"WITHIN", "ROUNDING"}};

/* The word before BLANK is a number: what it counts, or its unit, stands behind it. */
static bool is_behind_number(const char *start, const char *blank)
{
  const char *at = blank;

  if (blank == start || !is_digit(blank[-1]) || strchr("[(<>=-+", blank[1]) != NULL)
    return false;
  while (at > start && at[-1] != ' ')
    at--;
  at += *at == '(';
  return is_digit(*at) || ((*at == '-' || *at == '+') && is_digit(at[1]));
}

/* The blank at BLANK is that of `= 1.7` or `reported: 1.2`. */
static bool is_before_number(const char *start, const char *blank)
{
  return blank - start > 1 && is_digit(blank[1])
         && (blank[-1] == ':' || (blank[-1] == '=' && blank[-2] == ' '));
}

/* The one blank at BLANK, in a line that begins at START, is inside a number, a verdict or a place. */
static bool is_inside(const char *start, const char *blank)
{
  const char *next = blank + 1;

  if (is_behind_number(start, blank) || is_before_number(start, blank))
    return true;
  if (ends_with(start, blank, ":page"))
    return true;
  if (is_of_interval(start, blank))
    return true;
  for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++)
    if (ends_with(start, blank, verdicts[i][0])
        && strncmp(next, verdicts[i][1], strlen(verdicts[i][1])) == 0)
      return true;
  return false;
}

/* From AT up to the next blank that may part words, or, in WHOLE parts, the next two blanks. */
static struct pst_text next_part(const char *start, const char *at, const char *end, bool whole)
{
  const char *stop = at;

  while (stop < end) {
    bool single = *stop == ' ' && stop + 1 < end && stop[1] != ' ';

    if (*stop == ' ' && !(single && (whole || is_inside(start, stop))))
      break;
    stop++;
  }
  return (struct pst_text){at, (size_t)(stop - at)};
}

/* PART behind BLANKS, or in a new line. */
static void put_part(struct line *line, struct pst_text part, size_t blanks)
{
  size_t used = shown_width(part);

  if (line->begun && line->at + blanks + used > line->width) {
    pst_buffer_putc(line->out, '\n');
    line->at = 0;
    blanks = line->indent;
  }
  pst_buffer_repeat(line->out, ' ', blanks);
  pst_buffer_add(line->out, part.data, part.size);
  line->at += blanks + used;
  line->begun = true;
}

/* The parts of TEXT behind BLANKS; those that no line can hold by their words. */
static void put_parts(struct line *line, struct pst_text text, size_t blanks, bool whole)
{
  const char *at = text.data, *end = text.data + text.size;

  while (at < end) {
    struct pst_text part = next_part(text.data, at, end, whole);

    if (whole && line->indent + shown_width(part) > line->width)
      put_parts(line, part, blanks, false);
    else if (part.size > 0)
      put_part(line, part, blanks);
    at += part.size;
    for (blanks = 0; at < end && *at == ' '; at++)
      blanks++;
  }
}

void pst_lines_wrap(struct pst_buffer *out, const char *text, size_t width)
{
  while (*text != '\0') {
    struct pst_text whole = {.data = text, .size = strcspn(text, "\n")};
    size_t blanks = strspn(text, " ");
    struct line line = {.out = out, .indent = blanks + FURTHER_IN, .width = width};

    if (shown_width(whole) <= width)
      pst_buffer_add(out, whole.data, whole.size);
    else
      put_parts(&line, (struct pst_text){text + blanks, whole.size - blanks}, blanks, true);
    text += whole.size;
    pst_buffer_puts(out, *text == '\n' ? "\n" : "");
    text += *text == '\n';
  }
}

/* --- writing --------------------------------------------------------------------------------------- */

enum pst_status pst_lines_write(const struct pst_buffer *text, size_t width, const char *output,
                                struct pst_error *error)
{
  struct pst_buffer lines = {.data = NULL};
  const struct pst_buffer *written = width > 0 ? &lines : text;
  struct pst_output file = {.file = NULL};
  enum pst_status status;

  if (width > 0)
    pst_lines_wrap(&lines, pst_buffer_string(text), width);
  status = lines.failed ? pst_fail_memory(error) : pst_output_open(&file, output, error);
  if (status == PST_OK) {
    fwrite(pst_buffer_string(written), 1, written->size, file.file);
    status = pst_output_commit(&file, error);
  }
  pst_buffer_free(&lines);
  return status;
}
