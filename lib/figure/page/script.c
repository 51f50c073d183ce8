/* script.c -- the pieces of a gnuplot script: text that stays literal, numbers, places. */
#include "figure/page/script.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

/* Those that turn the direction of the text too: they would turn the numbers beside a name. */
static bool is_control(unsigned long code)
{
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x2028 && code <= 0x202E)
         || (code >= 0x2066 && code <= 0x2069);
}

/* gnuplot looks for @macros and `commands` before it knows what is quoted, and an apostrophe leads it
   astray: none of the three stands in a script but as a number. */
static bool is_read_by_gnuplot(unsigned long code)
{
  return code == '\'' || code == '@' || code == '`';
}

static void add_character(struct pst_buffer *script, const char *data, size_t size,
                          unsigned long code, bool is_format)
{
  if (is_control(code))
    pst_buffer_putc(script, ' ');
  else if (code == 0xFFFD || (code & 0xFFFE) == 0xFFFE)
    pst_buffer_puts(script, "\xEF\xBF\xBD");
  else if (is_read_by_gnuplot(code))
    pst_buffer_printf(script, "'.\"\\%03lo\".'", code);
  else if (code == '%' && is_format)
    pst_buffer_puts(script, "%%");
  else
    pst_buffer_add(script, data, size);
}

static void add_quoted(struct pst_buffer *script, const char *string, bool is_format)
{
  struct pst_text text = pst_text_of(string == NULL ? "" : string);
  size_t at = 0;

  pst_buffer_putc(script, '\'');
  while (at < text.size) {
    size_t start = at;
    unsigned long code = pst_utf8_next(text, &at);

    if (code == '>' && start >= 2 && memcmp(text.data + start - 2, "]]", 2) == 0)
      pst_buffer_puts(script, "\xE2\x80\x8B"); /* gnuplot's svg leaves ]]> as it is: not XML */
    add_character(script, text.data + start, at - start, code, is_format);
  }
  pst_buffer_putc(script, '\'');
}

void pst_script_text(struct pst_buffer *script, const char *text)
{
  add_quoted(script, text, false);
}

void pst_script_tick_text(struct pst_buffer *script, const char *text)
{
  add_quoted(script, text, true);
}

void pst_script_number(struct pst_buffer *script, double value)
{
  char text[PST_NUMBER_SIZE];

  if (!isfinite(value)) {
    pst_buffer_puts(script, "NaN");
    return;
  }
  pst_buffer_add(script, text, pst_number_print(text, value));
}

void pst_script_row(struct pst_buffer *script, const double *values, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    if (i > 0)
      pst_buffer_putc(script, ' ');
    pst_script_number(script, values[i]);
  }
  pst_buffer_putc(script, '\n');
}
