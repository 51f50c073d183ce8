#include <ctype.h>
#include <string.h>

#include "report/view.h"

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
  struct pst_text text = pst_text_of(string);

  for (size_t at = 0; at < text.size;) {
    unsigned char c = (unsigned char)text.data[at];

    if (c >= 0x20 && c != 0x7F) {
      put_character(out, text, &at);
      continue;
    }
    at++;
    if (c == '\n' || c == '\t')
      pst_buffer_puts(out, c == '\n' ? "\\n" : "\\t");
    else
      pst_buffer_printf(out, "\\x%02X", c);
  }
}

/* An underscore or a tilde inside a word is no markup. */
static bool is_markup(struct pst_text text, size_t at)
{
  char c = text.data[at];

  if (strchr("\\|*`<[&", c) != NULL)
    return true;
  if (c != '_' && c != '~')
    return false;
  return at == 0 || at + 1 == text.size || !isalnum((unsigned char)text.data[at - 1])
         || !isalnum((unsigned char)text.data[at + 1]);
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
      if (is_markup(text, at))
        pst_buffer_putc(out, '\\');
      put_character(out, text, &at);
    }
  }
}
