/* eurostat.c -- Eurostat's TSV: keys in the first column, flags after the numbers. */
/* Eurostat's TSV: the first cell of the header names the keys between commas, the last of them with
   a backslash and the name of the columns (`unit,geo\time`); `:` is missing; letters after a blank
   are flags (b break, c confidential, e estimated, p provisional, u unreliable ...). */
#include "layout/layout.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static const char *const missing[] = {":", "NA", NULL};

/* The cell with a backslash in ROW, or PST_NO_COLUMN. */
static size_t corner(const struct pst_sheet *sheet, size_t row)
{
  for (size_t c = 0; c < sheet->rows[row].n && c < 20; c++) {
    struct pst_text cell = pst_sheet_cell(sheet, row, c);
    const char *slash = memchr(cell.data, '\\', cell.size);

    if (slash != NULL && cell.size - (size_t)(slash - cell.data) >= 5
        && (strncasecmp(slash + 1, "time", 4) == 0))
      return c;
  }
  return PST_NO_COLUMN;
}

static bool is_word(struct pst_text cell)
{
  for (size_t i = 0; i < cell.size; i++)
    if (!isalpha((unsigned char)cell.data[i]) && cell.data[i] != ' ' && cell.data[i] != '_')
      return false;
  return cell.size > 2;
}

/* `,value,flag,value,flag` below ROW: words over all columns and no key at COLUMN: a second row of the header, which
   Eurostat has not. */
static bool has_names_below(const struct pst_sheet *sheet, size_t row, size_t column)
{
  size_t n = 0;

  if (row + 1 >= sheet->n_rows || pst_sheet_cell(sheet, row + 1, column).size > 0)
    return false;
  for (size_t c = column + 1; c < sheet->rows[row + 1].n; c++) {
    struct pst_text cell = pst_sheet_cell(sheet, row + 1, c);

    if (cell.size > 0 && !is_word(cell))
      return false;
    n += cell.size > 0;
  }
  return n > 1;
}

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  for (size_t r = 0; r < sheet->n_rows && r < 5; r++) {
    size_t c = corner(sheet, r);

    if (c == PST_NO_COLUMN)
      continue;
    if (has_names_below(sheet, r, c))
      return false;
    *header = r;
    snprintf(why, 256, "the header's cell '%.*s'",
             (int)pst_utf8_head(pst_sheet_cell(sheet, r, c), 200).size,
             pst_sheet_cell(sheet, r, c).data);
    return true;
  }
  return false;
}

/* `unit,na_item,geo\time` names three keys. */
static enum pst_status split_corner(struct pst_frame *frame, size_t column, struct pst_error *error)
{
  struct pst_frame_column *at = &frame->columns[column];
  struct pst_text cell = pst_sheet_cell(frame->sheet, frame->header, column);
  size_t n = 1, i = 0;
  const char **names;

  cell.size = (size_t)((const char *)memchr(cell.data, '\\', cell.size) - cell.data);
  for (size_t k = 0; k < cell.size; k++)
    n += cell.data[k] == ',';
  names = pst_arena_array(frame->arena, n, sizeof *names);
  if (names == NULL)
    return pst_fail_memory(error);
  for (; i < n; i++) {
    const char *comma = memchr(cell.data, ',', cell.size);
    size_t size = comma == NULL ? cell.size : (size_t)(comma - cell.data);
    struct pst_text name = pst_text_trim((struct pst_text){cell.data, size});

    names[i] = pst_arena_copy(frame->arena, name.data, name.size);
    if (names[i] == NULL)
      return pst_fail_memory(error);
    cell =
        (struct pst_text){cell.data + size + (comma != NULL), cell.size - size - (comma != NULL)};
  }
  at->name = names[n - 1];
  if (n > 1) {
    at->split = names;
    at->n_split = n;
  }
  return PST_OK;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  enum pst_status status = split_corner(frame, corner(frame->sheet, frame->header), error);

  if (status == PST_OK && pst_frame_wide(frame, frame->header) == 0)
    return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                       frame->sheet->rows[frame->header].line,
                       "the header has no column of a period that is understood");
  return status;
}

const struct pst_layout pst_layout_eurostat = {
    .name = "eurostat",
    .summary = "Eurostat TSV: keys in the first column, a column a period, flags after numbers",
    .missing = missing,
    .flags = "abcdefgijlmnprsuvz",
    .flags_alone = true,
    .native = '.',
    .parted = ",\t",
    .recognise = recognise,
    .read = read};
