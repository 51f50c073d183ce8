/* header.c -- header rows looked for by the names of their columns. */
#include "layout/layout.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { LOOK_MOST = 60 }; /* rows in which a header is looked for */

bool pst_layout_first_line(const struct pst_sheet *sheet, size_t header)
{
  (void)sheet;
  return header == 0;
}

size_t pst_layout_has(const struct pst_sheet *sheet, size_t row, const char *name)
{
  const struct pst_sheet_row *at = &sheet->rows[row];
  size_t size = strlen(name);

  /* Of a sheet of blank rows there are no cells to point at. */
  for (size_t c = 0; c < at->n; c++) {
    uint64_t cell = sheet->cells[at->first + c];

    if (pst_sheet_size_of(cell) == size && pst_frame_called(pst_sheet_text_of(sheet, cell), name))
      return c;
  }
  return PST_NO_COLUMN;
}

size_t pst_layout_row_with(const struct pst_sheet *sheet, const char *const *names, size_t n)
{
  for (size_t r = 0; r < sheet->n_rows && r < LOOK_MOST; r++) {
    size_t found = 0;

    while (found < n && pst_layout_has(sheet, r, names[found]) != PST_NO_COLUMN)
      found++;
    if (found == n)
      return r;
  }
  return PST_NO_COLUMN;
}

bool pst_layout_sees(const struct pst_sheet *sheet, const char *const *names, size_t n,
                     size_t *header, char why[256])
{
  size_t row = pst_layout_row_with(sheet, names, n), used;

  if (row == PST_NO_COLUMN)
    return false;
  *header = row;
  used = (size_t)snprintf(why, 256, "columns");
  for (size_t i = 0; i < n && used < 200; i++)
    used += (size_t)snprintf(why + used, 256 - used, "%s '%s'",
                             i == 0       ? ""
                             : i + 1 == n ? " and"
                                          : ",",
                             names[i]);
  return true;
}
