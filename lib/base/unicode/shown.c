/* shown.c -- text of a file as a terminal may show it. */
#include "base/unicode/shown.h"

/* What sets the direction of the text behind it (Unicode Standard Annex 9). */
static bool is_direction(unsigned long code)
{
  return code == 0x61C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E)
         || (code >= 0x2066 && code <= 0x2069);
}

bool pst_shown_is_hidden(unsigned long code)
{
  return code < 0x20 || (code >= 0x7F && code <= 0x9F) || is_direction(code);
}

static void add(struct pst_buffer *out, struct pst_text character, unsigned long code)
{
  if (code == '\n')
    pst_buffer_puts(out, "\\n");
  else if (code == '\t')
    pst_buffer_puts(out, "\\t");
  else if (code < 0x20 || code == 0x7F)
    pst_buffer_printf(out, "\\x%02lX", code);
  else if ((code >= 0x80 && code <= 0x9F) || is_direction(code))
    pst_buffer_printf(out, "\\u%04lX", code);
  else
    pst_buffer_add(out, character.data, character.size);
}

static void add_all(struct pst_buffer *out, struct pst_text text, bool lines)
{
  for (size_t at = 0; at < text.size;) {
    size_t start = at;
    unsigned long code = pst_utf8_next(text, &at);

    if (lines && code == '\n')
      pst_buffer_putc(out, '\n');
    else
      add(out, (struct pst_text){.data = text.data + start, .size = at - start}, code);
  }
}

void pst_buffer_shown(struct pst_buffer *out, struct pst_text text)
{
  add_all(out, text, false);
}

void pst_buffer_shown_lines(struct pst_buffer *out, struct pst_text text)
{
  add_all(out, text, true);
}
