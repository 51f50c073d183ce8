/* drawing.c -- figures as part of a page. */
#include "notebook/page/parts.h"

#include <stdint.h>
#include <string.h>

#include "notebook/run/copy.h"
#include "report/escape.h"

static const char *ending_of(const char *path)
{
  const char *dot = strrchr(path, '.');

  return dot == NULL ? "" : dot;
}

/* RFC 4648, with its padding. */
static void put_base64(struct pst_buffer *out, const char *data, size_t size)
{
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  for (size_t i = 0; i < size; i += 3) {
    uint32_t bits = 0;

    for (size_t k = 0; k < 3; k++)
      bits = bits << 8 | (i + k < size ? (unsigned char)data[i + k] : 0U);
    for (size_t k = 0; k < 4; k++)
      pst_buffer_putc(out, i + k > size ? '=' : digits[bits >> (18 - 6 * k) & 63]);
  }
}

static const char *type_of(const char *path)
{
  static const struct {
    const char *ending, *type;
  } types[] = {{".svg", "image/svg+xml"}, {".png", "image/png"}, {".jpg", "image/jpeg"},
               {".jpeg", "image/jpeg"},   {".gif", "image/gif"}, {".webp", "image/webp"}};

  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (strcmp(ending_of(path), types[i].ending) == 0)
      return types[i].type;
  return NULL;
}

void pst_parts_image(struct pst_buffer *out, const char *path, const char *alt)
{
  const char *type = type_of(path);
  struct pst_buffer data = {.data = NULL};

  if (type == NULL || pst_copy_read(path, &data, NULL) != PST_OK) {
    pst_buffer_puts(out, "<em>");
    pst_escape_xml(out, alt);
    pst_buffer_puts(out, "</em>");
  } else {
    pst_buffer_printf(out, "<img src=\"data:%s;base64,", type);
    put_base64(out, pst_buffer_string(&data), data.size);
    pst_buffer_puts(out, "\" alt=\"");
    pst_escape_xml(out, alt);
    pst_buffer_puts(out, "\">");
  }
  pst_buffer_free(&data);
}

/* The size of what stands before a name in an SVG that another part of the page could have too; 0: AT is
   none of these. */
static size_t name_at(const char *at)
{
  static const char *const before[] = {" id=\"", " id='", "href=\"#", "href='#", "url(#", "url('#"};

  for (size_t i = 0; i < sizeof before / sizeof *before; i++)
    if (strncmp(at, before[i], strlen(before[i])) == 0)
      return strlen(before[i]);
  return 0;
}

static void put_svg(struct pst_buffer *out, const char *svg, const char *prefix, const char *alt)
{
  const char *at = strstr(svg, "<svg");

  if (at == NULL)
    return;
  pst_buffer_puts(out, "<svg role=\"img\" aria-label=\"");
  pst_escape_xml(out, alt);
  pst_buffer_putc(out, '"');
  for (at += 4; *at != '\0';) {
    size_t size = name_at(at);

    if (size > 0) {
      pst_buffer_add(out, at, size);
      pst_buffer_puts(out, prefix);
      at += size;
    } else {
      pst_buffer_putc(out, *at++);
    }
  }
}

void pst_parts_drawing(struct pst_buffer *out, const char *path, const char *prefix,
                       const char *alt)
{
  struct pst_buffer data = {.data = NULL};

  if (strcmp(ending_of(path), ".svg") != 0) {
    pst_parts_image(out, path, alt);
    return;
  }
  if (pst_copy_read(path, &data, NULL) == PST_OK)
    put_svg(out, pst_buffer_string(&data), prefix, alt);
  pst_buffer_free(&data);
}
