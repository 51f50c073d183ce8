/* mark.c -- what gnuplot's SVG shows of data: points, boxes, areas. */
#include "figure/hover/mark.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

bool pst_hover_starts(const char *text, const char *start)
{
  return strncmp(text, start, strlen(start)) == 0;
}

size_t pst_hover_line(const char *text)
{
  return strcspn(text, "\n");
}

/* A number of the SVG, which may be long: nothing behind the number is looked at. */
static bool read_number(const char **text, double *value)
{
  const size_t size = strspn(*text, "-+.0123456789eE");
  const struct pst_number_style style = {.decimal = '.'};
  const struct pst_text number = {.data = *text, .size = size};

  if (size == 0 || !pst_number_parse(number, &style, value, NULL))
    return false;
  *text += size;
  return true;
}

bool pst_hover_corner(const char **text, double *x, double *y)
{
  *text += strspn(*text, " \t\n");
  if (!read_number(text, x) || **text != ',')
    return false;
  ++*text;
  return read_number(text, y);
}

const char *pst_hover_corners(const char *text)
{
  static const char points[] = "points = '";
  const char *at = pst_hover_starts(text, "\t\t<polygon ")
                       ? memmem(text, pst_hover_line(text), points, sizeof points - 1)
                       : NULL;

  return at == NULL ? NULL : at + sizeof points - 1;
}

bool pst_hover_point(const char *text, struct pst_hover_mark *mark, size_t *start)
{
  static const char place[] = "transform='translate(";
  const size_t size = pst_hover_line(text);
  const char *use = pst_hover_starts(text, "\t<use ") ? text : memmem(text, size, "/>\t<use ", 8);
  const char *at;

  if (use == NULL || size < 2 || !pst_hover_starts(text + size - 2, "/>"))
    return false;
  *start = (size_t)(use - text) + (use == text ? 0 : 2);
  at = memmem(use, size - (size_t)(use - text), place, sizeof place - 1);
  if (at == NULL)
    return false;
  at += sizeof place - 1;
  *mark = (struct pst_hover_mark){.width = 0};
  return pst_hover_corner(&at, &mark->x, &mark->y);
}

bool pst_hover_box(const char *text, struct pst_hover_mark *mark)
{
  const char *at = pst_hover_corners(text);
  double x[4], y[4];
  size_t n = 0;

  while (at != NULL && n < 4 && pst_hover_corner(&at, &x[n], &y[n]))
    n++;
  if (n != 4 || !pst_hover_starts(at, " '/>"))
    return false;
  *mark = (struct pst_hover_mark){.x = (x[0] + x[1]) / 2,
                                  .y = (y[1] + y[2]) / 2,
                                  .width = fabs(x[1] - x[0]),
                                  .height = fabs(y[2] - y[1])};
  return true;
}
