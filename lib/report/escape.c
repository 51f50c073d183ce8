/* escape.c -- text that somebody else wrote, made harmless for where it will stand. */
#include "report/escape.h"

#include <ctype.h>
#include <string.h>

#include "base/unicode/shown.h"

/* Where the run of printable ASCII at AT ends, before any of MARKS too. */
static size_t run_end(struct pst_text text, size_t at, const char *marks)
{
  for (; at < text.size; at++) {
    char c = text.data[at];

    if (c < 0x20 || c >= 0x7F)
      return at;
    for (const char *m = marks; *m != '\0'; m++)
      if (c == *m)
        return at;
  }
  return at;
}

/* One character of TEXT at *AT, as it is or as U+FFFD; steps over it. */
static void put_character(struct pst_buffer *out, struct pst_text text, size_t *at)
{
  size_t start = *at;

  if (pst_utf8_next(text, at) == 0xFFFD && *at == start + 1)
    pst_buffer_puts(out, "\xEF\xBF\xBD");
  else
    pst_buffer_add(out, text.data + start, *at - start);
}

void pst_escape_terminal(struct pst_buffer *out, const char *string)
{
  struct pst_buffer good = {.data = NULL};
  struct pst_text text = pst_text_of(string);
  size_t plain = 0;

  while (plain < text.size && text.data[plain] >= ' ' && text.data[plain] < 0x7F)
    plain++;
  if (plain == text.size) {
    pst_buffer_add(out, text.data, text.size);
    return;
  }
  for (size_t at = 0; at < text.size;)
    put_character(&good, text, &at);
  if (good.failed)
    out->failed = true;
  pst_buffer_shown(out, pst_text_of(pst_buffer_string(&good)));
  pst_buffer_free(&good);
}

/* An underscore or a tilde inside a word is no markup.  TEXT ends with a NUL, which is of no word. */
static bool is_markup(const char *text, size_t at)
{
  char c = text[at];

  if (strchr("\\|*`<[&", c) != NULL)
    return true;
  if (c != '_' && c != '~')
    return false;
  return at == 0 || !isalnum((unsigned char)text[at - 1]) || !isalnum((unsigned char)text[at + 1]);
}

void pst_escape_markdown(struct pst_buffer *out, const char *string)
{
  struct pst_text text = pst_text_of(string);

  for (size_t at = 0; at < text.size;) {
    unsigned char c = (unsigned char)text.data[at];

    if (c == '\n' || c == '\r') {
      at += c == '\r' && at + 1 < text.size && text.data[at + 1] == '\n' ? 2 : 1;
      pst_buffer_puts(out, "<br>");
    } else if (c < 0x20) {
      at++;
      pst_buffer_putc(out, ' ');
    } else {
      if (is_markup(string, at))
        pst_buffer_putc(out, '\\');
      put_character(out, text, &at);
    }
  }
}

/* What must not stand in a JSON string as it is; the bytes from 0x80 are checked for UTF-8. */
static void put_json_escape(struct pst_buffer *out, unsigned char c)
{
  static const char letters[] = "\"\"\\\\\bb\ff\nn\rr\tt";

  for (size_t i = 0; letters[i] != '\0'; i += 2) {
    if ((unsigned char)letters[i] == c) {
      pst_buffer_putc(out, '\\');
      pst_buffer_putc(out, letters[i + 1]);
      return;
    }
  }
  pst_buffer_printf(out, "\\u%04x", c);
}

/* What would turn a line, or move a cursor, is the same text as an escape. */
static void put_json_character(struct pst_buffer *out, struct pst_text text, size_t *at)
{
  size_t next = *at;
  unsigned long code = pst_utf8_next(text, &next);

  if (!pst_shown_is_hidden(code)) {
    put_character(out, text, at);
    return;
  }
  pst_buffer_printf(out, "\\u%04lx", code);
  *at = next;
}

void pst_escape_json(struct pst_buffer *out, const char *string)
{
  struct pst_text text = pst_text_of(string);

  pst_buffer_putc(out, '"');
  for (size_t at = 0; at < text.size;) {
    size_t end = run_end(text, at, "\"\\");
    unsigned char c = (unsigned char)text.data[at];

    if (end > at) {
      pst_buffer_add(out, text.data + at, end - at);
      at = end;
    } else if (c < 0x20 || c == 0x7F || c == '"' || c == '\\') {
      put_json_escape(out, c);
      at++;
    } else {
      put_json_character(out, text, &at);
    }
  }
  pst_buffer_putc(out, '"');
}

/* A character that XML 1.0 cannot hold, not even as a reference. */
static bool is_outside_xml(unsigned long code)
{
  return (code < 0x20 && code != '\n' && code != '\t') || code == 0x7F || code == 0xFFFE
         || code == 0xFFFF;
}

static const char *xml_entity(unsigned long code)
{
  switch (code) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  case '\'':
    return "&#39;";
  default:
    return is_outside_xml(code) ? "\xEF\xBF\xBD" : NULL;
  }
}

void pst_escape_xml(struct pst_buffer *out, const char *string)
{
  struct pst_text text = pst_text_of(string);

  for (size_t at = 0; at < text.size;) {
    size_t next = run_end(text, at, "&<>\"'");
    const char *entity;

    if (next > at) {
      pst_buffer_add(out, text.data + at, next - at);
      at = next;
      continue;
    }
    entity = xml_entity(pst_utf8_next(text, &next));
    if (entity == NULL) {
      put_character(out, text, &at);
    } else {
      pst_buffer_puts(out, entity);
      at = next;
    }
  }
}
