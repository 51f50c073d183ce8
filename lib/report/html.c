/* html.c -- what the pages share: the style of headings, tables and symbols, elements, numbers. */
#include "report/html.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "report/escape.h"

static const char *const page_style[] = {
    ":root{color-scheme:light;--ink:#1b1f24;--quiet:#545b64;--line:#c9ced6;--paper:#fff;"
    "--wash:#f5f6f8;--link:#0b4f8a}\n",
    "*{box-sizing:border-box}\n",
    "body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"
    "\"Segoe UI\",\"Noto Sans\",\"Liberation Sans\",Arial,\"Hiragino Sans\",\"Yu Gothic\",\"Noto "
    "Sans "
    "CJK JP\",\"Source Han Sans\",\"PingFang SC\",\"Microsoft YaHei\",\"Malgun "
    "Gothic\",sans-serif}\n",
    "header,main,footer{max-width:56rem;margin:0 auto;padding:0 1.25rem}\n",
    "header{padding-top:2rem}h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}\n",
    "h2{font-size:1.05rem;margin:1.75rem 0 .5rem}p{margin:.25rem 0}\n",
    ".quiet{color:var(--quiet)}a{color:var(--link)}\n",
    "code,pre,.place{font-family:ui-monospace,\"DejaVu Sans Mono\",\"Liberation Mono\",Consolas,"
    "\"Noto Sans Mono CJK JP\",\"Noto Sans CJK JP\",monospace;font-size:.88em}\n",
    "code,.text{unicode-bidi:isolate;overflow-wrap:anywhere}\n",
    ".symbol{width:1em;height:1em;vertical-align:-.12em;fill:none;stroke:currentColor;"
    "stroke-width:2.2;stroke-linecap:round;stroke-linejoin:round}\n",
    ":focus-visible{outline:3px solid #e69f00;outline-offset:2px}\n",
    ".findings{list-style:none;padding:0;margin:0}.findings li{padding:.2rem 0 .2rem 1.6rem;"
    "text-indent:-1.6rem}.findings li>*{text-indent:0}\n",
    ".findings .symbol{color:var(--own);margin-right:.6rem}\n",
    ".numbers{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.25rem 0}\n",
    "dt{color:var(--quiet)}dd{margin:0}\n",
    "table{border-collapse:collapse;margin:.5rem 0;font-size:.95rem}\n",
    "th{text-align:left;font-weight:600;color:var(--quiet);font-size:.88rem}\n",
    "th,td{padding:.2rem 1.25rem .2rem 0;border-bottom:1px solid var(--line);vertical-align:top}\n",
    "svg text{font-size:13px;fill:var(--ink);font-family:inherit}\n",
    "footer{padding-top:1rem;padding-bottom:2.5rem;font-size:.92rem}\n",
    "footer code{font-size:.82em}\n",
    ".scroll{overflow-x:auto}\n",
    NULL};

void pst_html_page_style(struct pst_buffer *out)
{
  for (size_t i = 0; page_style[i] != NULL; i++)
    pst_buffer_puts(out, page_style[i]);
}

void pst_html_element(struct pst_buffer *out, const char *name, const char *class, const char *text)
{
  pst_buffer_printf(out, "<%s", name);
  if (class != NULL)
    pst_buffer_printf(out, " class=\"%s\"", class);
  pst_buffer_putc(out, '>');
  pst_escape_xml(out, text);
  pst_buffer_printf(out, "</%s>", name);
}

void pst_html_coordinate(struct pst_buffer *out, double value)
{
  long tenths = isfinite(value) && fabs(value) < 1e9 ? lround(value * 10) : 0;

  if (tenths < 0)
    pst_buffer_putc(out, '-');
  tenths = labs(tenths);
  pst_buffer_printf(out, "%ld", tenths / 10);
  if (tenths % 10 != 0)
    pst_buffer_printf(out, ".%ld", tenths % 10);
}

void pst_html_number(struct pst_buffer *out, double value)
{
  char text[PST_NUMBER_SIZE];
  size_t size = pst_number_print_digits(text, value, 6);

  if (text[0] == '-') /* a minus sign as long as a plus */
    pst_buffer_puts(out, "\xE2\x88\x92");
  pst_buffer_add(out, text + (text[0] == '-'), size - (text[0] == '-'));
}

void pst_html_rectangle(struct pst_buffer *out, const char *class, double x, double y, double width,
                        double height)
{
  const double sides[] = {x, y, width, height};
  static const char *const names[] = {"x", "y", "width", "height"};

  pst_buffer_printf(out, "<rect class=\"%s\"", class);
  for (size_t i = 0; i < 4; i++) {
    pst_buffer_printf(out, " %s=\"", names[i]);
    pst_html_coordinate(out, sides[i]);
    pst_buffer_putc(out, '"');
  }
  pst_buffer_puts(out, "/>");
}
