/* owid.c -- Our World in Data: Entity, Code, Year and a column an indicator. */
/* Our World in Data: Entity, Code, Year (or Day), then a column an indicator. */
#include "layout/layout.h"

#include <string.h>
#include <strings.h>

static const char *const missing[] = {"NA", NULL};

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  static const char *const signatures[][3] = {{"Entity", "Code", "Year"},
                                              {"Entity", "Code", "Day"}};

  return pst_layout_sees(sheet, signatures[0], 3, header, why)
         || pst_layout_sees(sheet, signatures[1], 3, header, why);
}

static bool ends(const char *name, const char *with)
{
  size_t size = strlen(name), tail = strlen(with);

  return size >= tail && strcasecmp(name + size - tail, with) == 0;
}

/* A column that is neither Entity, Code, Year nor a remark on another; text columns stay keys. */
static bool is_indicator(const struct pst_frame *frame, size_t column)
{
  static const char *const keys[] = {"Entity", "Code", "Year", "Day", "Continent"};
  const char *name = frame->columns[column].name;
  size_t texts = 0;

  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    if (strcasecmp(name, keys[i]) == 0)
      return false;
  for (size_t r = frame->body; r < frame->sheet->n_rows && r < frame->body + 1000; r++)
    texts +=
        pst_sheet_cell(frame->sheet, r, column).size > 0 && !pst_frame_is_value(frame, r, column);
  return texts == 0 && !ends(name, "annotations") && !frame->columns[column].unnamed;
}

/* The annotations of indicator COLUMN: the column that begins with its name, the only one, or none. */
static size_t annotations(const struct pst_frame *frame, size_t column)
{
  const char *name = frame->columns[column].name;
  size_t all = 0, only = PST_NO_COLUMN;

  for (size_t c = 0; c < frame->n_columns; c++) {
    const char *other = frame->columns[c].name;

    if (!ends(other, "annotations"))
      continue;
    if (strncasecmp(other, name, strlen(name)) == 0
        && strlen(other) <= strlen(name) + sizeof " annotations" - 1)
      return c;
    all++;
    only = c;
  }
  return all == 1 ? only : PST_NO_COLUMN;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  size_t n = 0;

  for (size_t c = 0; c < frame->n_columns; c++)
    if (is_indicator(frame, c)) {
      pst_frame_value(frame, c, PST_NO_COLUMN, annotations(frame, c));
      n++;
    }
  if (pst_frame_set(frame, "Year", PST_FRAME_PERIOD) == PST_NO_COLUMN)
    pst_frame_set(frame, "Day", PST_FRAME_PERIOD);
  frame->variables = n > 1;
  if (n > 0)
    return PST_OK;
  return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                     frame->sheet->rows[frame->header].line,
                     "no column behind Entity, Code and Year holds numbers; name them with "
                     "--values");
}

const struct pst_layout pst_layout_owid = {
    .name = "owid",
    .summary = "Our World in Data: Entity, Code, Year and a column an indicator",
    .missing = missing,
    .native = '.',
    .table = pst_layout_first_line,
    .recognise = recognise,
    .read = read};
