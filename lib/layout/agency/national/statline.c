/* statline.c -- CBS StatLine, typed data sets: dimensions, Perioden, a column a topic. */
/* CBS StatLine, the typed data sets: ID, dimensions, Perioden (2021JJ00, 2019KW01, 2019MM01), and
   topics whose names end in a number (Population_1); padded numbers, a dot for what is missing.
   https://www.cbs.nl/en-gb/our-services/open-data */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "layout/agency/named.h"

static const char *const missing[] = {".", "", NULL};

/* 2021JJ00 */
static bool is_code(struct pst_text cell)
{
  char when[PST_WHEN_SIZE];

  return cell.size == 8 && isupper((unsigned char)cell.data[4])
         && pst_when_read(cell, PST_WHEN_DEFAULT, when, NULL);
}

static size_t periods(const struct pst_sheet *sheet)
{
  size_t c = pst_layout_has(sheet, 0, "Perioden");

  return c == PST_NO_COLUMN ? pst_layout_has(sheet, 0, "Periods") : c;
}

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  size_t c = sheet->n_rows < 2 ? PST_NO_COLUMN : periods(sheet);
  struct pst_text cell;

  if (c == PST_NO_COLUMN)
    return false;
  cell = pst_sheet_cell(sheet, 1, c);
  if (!is_code(cell))
    return false;
  *header = 0;
  snprintf(why, 256, "the period '%.*s'", (int)cell.size, cell.data);
  return true;
}

/* Population_1 */
static bool is_topic(const char *name)
{
  const char *line = strrchr(name, '_');

  return line != NULL && line[1] != '\0' && strspn(line + 1, "0123456789") == strlen(line + 1);
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  size_t n = 0;

  (void)error;
  for (size_t c = 0; c < frame->n_columns; c++)
    if (is_topic(frame->columns[c].name)) {
      pst_frame_value(frame, c, PST_NO_COLUMN, PST_NO_COLUMN);
      n++;
    }
  frame->columns[periods(frame->sheet)].role = PST_FRAME_PERIOD;
  if (pst_frame_set(frame, "ID", PST_FRAME_NOTHING) != PST_NO_COLUMN)
    pst_frame_tell(frame, "column 'ID' counts the records, and is left out");
  frame->variables = n > 1;
  return PST_OK;
}

const struct pst_layout pst_layout_statline = {
    .name = "statline",
    .summary = "CBS StatLine: ID, dimensions, Perioden (2021JJ00), a column a topic",
    .missing = missing,
    .native = '.',
    .parted = ";,",
    .recognise = recognise,
    .read = read};
