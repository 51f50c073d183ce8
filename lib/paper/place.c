/* place.c -- parts of the text of a paper, and where they stand. */
#include <string.h>

#include "paper/parts.h"

struct pst_text pst_paper_line(const struct pst_paper *paper, size_t line)
{
  size_t from = paper->lines[line];
  size_t to = line + 1 < paper->line_count ? paper->lines[line + 1] : paper->text.size;

  while (to > from && (paper->text.data[to - 1] == '\n' || paper->text.data[to - 1] == '\r'))
    to--;
  return (struct pst_text){paper->text.data + from, to - from};
}

struct pst_text pst_paper_slice(const struct pst_paper *paper, size_t from, size_t to)
{
  return (struct pst_text){paper->text.data + from, to - from};
}

struct pst_paper_place pst_paper_place(const struct pst_paper *paper, size_t at)
{
  struct pst_paper_place place = {.column = 1};
  size_t low = 0, high = paper->line_count;

  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;

    if (paper->lines[middle] <= at)
      low = middle;
    else
      high = middle;
  }
  place.line = (paper->origins == NULL ? low : paper->origins[low].line) + 1;
  place.column += paper->origins == NULL ? 0 : paper->origins[low].column;
  for (size_t i = paper->lines[low]; i < at; i++)
    place.column += ((unsigned char)paper->text.data[i] & 0xC0) != 0x80;
  if (strcmp(paper->kind, "pdf") == 0) {
    place.page = 1;
    for (size_t i = 0; i < at; i++)
      place.page += paper->text.data[i] == '\f';
  }
  return place;
}
