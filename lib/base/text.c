/* text.c -- UTF-8 text: slices, a growable buffer, widths on a terminal, near matches. */
#include "base/text.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

struct pst_text pst_text_of(const char *string)
{
  return (struct pst_text){.data = string, .size = strlen(string)};
}

bool pst_text_is(struct pst_text text, const char *string)
{
  return pst_text_equal(text, pst_text_of(string));
}

bool pst_text_begins(struct pst_text text, const char *string)
{
  size_t size = strlen(string);

  return text.size >= size && memcmp(text.data, string, size) == 0;
}

static bool is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct pst_text pst_text_trim(struct pst_text text)
{
  while (text.size > 0 && is_blank(text.data[0])) {
    text.data++;
    text.size--;
  }
  while (text.size > 0 && is_blank(text.data[text.size - 1]))
    text.size--;
  return text;
}

/* Edit distance with transpositions of neighbours (optimal string alignment), at most WORD_MOST
   characters a side. */
enum { WORD_MOST = 63 };

static char fold(char c)
{
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static size_t least(size_t a, size_t b)
{
  return a < b ? a : b;
}

size_t pst_text_distance(struct pst_text a, struct pst_text b)
{
  size_t row[3][WORD_MOST + 1];

  if (a.size > WORD_MOST || b.size > WORD_MOST)
    return SIZE_MAX;
  for (size_t j = 0; j <= b.size; j++)
    row[0][j] = j;
  for (size_t i = 1; i <= a.size; i++) {
    size_t *now = row[i % 3], *before = row[(i + 2) % 3], *earlier = row[(i + 1) % 3];

    now[0] = i;
    for (size_t j = 1; j <= b.size; j++) {
      bool same = fold(a.data[i - 1]) == fold(b.data[j - 1]);

      now[j] = least(least(before[j] + 1, now[j - 1] + 1), before[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && fold(a.data[i - 1]) == fold(b.data[j - 2])
          && fold(a.data[i - 2]) == fold(b.data[j - 1]))
        now[j] = least(now[j], earlier[j - 2] + 1);
    }
  }
  return row[a.size % 3][b.size];
}

size_t pst_text_near(struct pst_text word, const char *const *candidates, size_t count)
{
  size_t best = count, best_distance = SIZE_MAX;

  if (word.size == 0 || word.size > WORD_MOST)
    return count;
  for (size_t i = 0; i < count; i++) {
    struct pst_text candidate = pst_text_of(candidates[i]);
    size_t d, most = (word.size + 2) / 3;

    if (candidate.size == 0 || candidate.size > WORD_MOST || candidate.size > word.size + most
        || word.size > candidate.size + most)
      continue;
    d = pst_text_distance(word, candidate);
    if (d <= most && d < candidate.size && d < best_distance) {
      best = i;
      best_distance = d;
    }
  }
  return best;
}

static bool reserve(struct pst_buffer *buffer, size_t more)
{
  if (buffer->failed || more > SIZE_MAX / 2 - buffer->size - 1) {
    buffer->failed = true;
    return false;
  }
  buffer->failed = !PST_ARRAY_ROOM(buffer->data, buffer->capacity, buffer->size + more + 1);
  return !buffer->failed;
}

void pst_buffer_add(struct pst_buffer *buffer, const char *data, size_t size)
{
  if (!reserve(buffer, size))
    return;
  if (size > 0)
    memcpy(buffer->data + buffer->size, data, size);
  buffer->size += size;
  buffer->data[buffer->size] = '\0';
}

void pst_buffer_puts(struct pst_buffer *buffer, const char *string)
{
  pst_buffer_add(buffer, string, strlen(string));
}

void pst_buffer_putc(struct pst_buffer *buffer, char c)
{
  if (!reserve(buffer, 1))
    return;
  buffer->data[buffer->size++] = c;
  buffer->data[buffer->size] = '\0';
}

void pst_buffer_repeat(struct pst_buffer *buffer, char c, size_t count)
{
  if (!reserve(buffer, count))
    return;
  memset(buffer->data + buffer->size, c, count);
  buffer->size += count;
  buffer->data[buffer->size] = '\0';
}

void pst_buffer_printf(struct pst_buffer *buffer, const char *format, ...)
{
  va_list arguments;
  int size;

  va_start(arguments, format);
  size = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  if (size < 0 || !reserve(buffer, (size_t)size)) {
    buffer->failed = true;
    return;
  }
  va_start(arguments, format);
  vsnprintf(buffer->data + buffer->size, (size_t)size + 1, format, arguments);
  va_end(arguments);
  buffer->size += (size_t)size;
}

const char *pst_buffer_string(const struct pst_buffer *buffer)
{
  return buffer->data == NULL ? "" : buffer->data;
}

void pst_buffer_clear(struct pst_buffer *buffer)
{
  buffer->size = 0;
  if (buffer->data != NULL)
    buffer->data[0] = '\0';
}

void pst_buffer_cut(struct pst_buffer *buffer, size_t size)
{
  if (size >= buffer->size)
    return;
  buffer->size = size;
  buffer->data[size] = '\0';
}

void pst_buffer_free(struct pst_buffer *buffer)
{
  free(buffer->data);
  *buffer = (struct pst_buffer){.data = NULL};
}

void pst_buffer_wrap(struct pst_buffer *buffer, const char *text, size_t used, size_t indent,
                     size_t width)
{
  size_t at = used;

  while (*text != '\0') {
    size_t word = strcspn(text, " ");

    if (at > used && at > indent && at + 1 + word > width) {
      pst_buffer_putc(buffer, '\n');
      pst_buffer_repeat(buffer, ' ', indent);
      at = indent;
      used = 0;
    } else if (at > used && at > indent) {
      pst_buffer_putc(buffer, ' ');
      at++;
    }
    pst_buffer_add(buffer, text, word);
    at += word;
    text += word + (text[word] == ' ');
  }
  pst_buffer_putc(buffer, '\n');
}
