/* wrap.c -- a sentence in lines that fit a terminal. */
#include "report/wrap.h"

#include <string.h>

void pst_report_wrap(struct pst_buffer *out, const char *text, size_t indent, size_t width)
{
  size_t at = indent;

  while (*text != '\0') {
    struct pst_text word = {.data = text, .size = strcspn(text, " ")};
    size_t used = pst_utf8_width(word);

    if (at > indent && at + 1 + used > width) {
      pst_buffer_putc(out, '\n');
      pst_buffer_repeat(out, ' ', indent);
      at = indent;
    } else if (at > indent) {
      pst_buffer_putc(out, ' ');
      at++;
    }
    pst_buffer_add(out, word.data, word.size);
    at += used;
    text += word.size;
    text += strspn(text, " ");
  }
  pst_buffer_putc(out, '\n');
}
