/* genesis.c -- GENESIS of Destatis: title lines, semicolons, decimal commas, notes below. */
/* Destatis GENESIS: title lines, one header row or several (the first column empty), semicolons and
   decimal commas, and below a line of underscores notes, copyright and date.  By its legend `-` is
   exactly zero, `.` unknown, `/` too uncertain, `x` not meaningful, `...` to come later, and a number
   in parentheses is of limited reliability. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "layout/layout.h"
#include "layout/shape/shape.h"

static const char *const missing[] = {"-", ".", "/", "x", "X", "...", "\u2026", NULL};

static bool starts(struct pst_text text, const char *with)
{
  return text.size >= strlen(with) && strncasecmp(text.data, with, strlen(with)) == 0;
}

/* `12411-0010`, `61111BJ001`: the number of a table behind `Table:`, which others write above theirs too. */
static bool is_numbered(struct pst_text title)
{
  const char *colon = memchr(title.data, ':', title.size);
  size_t at = colon == NULL ? title.size : (size_t)(colon - title.data) + 1, digits = 0;

  if (starts(title, "GENESIS"))
    return true;
  while (at < title.size && title.data[at] == ' ')
    at++;
  while (at + digits < title.size && isdigit((unsigned char)title.data[at + digits]))
    digits++;
  return digits == 5 && title.size - at >= 10
         && (title.data[at + 5] == '-' || isupper((unsigned char)title.data[at + 5]));
}

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  static const char *const titles[] = {"GENESIS-Tabelle", "GENESIS-Table", "Tabelle:", "Table:"};
  struct pst_text first = {.data = "", .size = 0};

  for (size_t r = 0; r < sheet->n_rows && first.size == 0; r++)
    first = pst_sheet_cell(sheet, r, 0);
  for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
    if (starts(first, titles[i]) && is_numbered(first)) {
      *header = 0;
      snprintf(why, 256, "the first line '%.*s'", (int)pst_utf8_head(first, 200).size, first.data);
      return true;
    }
  for (size_t r = sheet->n_rows, n = 0; r-- > 0 && n < 5; n++) {
    struct pst_text cell = pst_sheet_cell(sheet, r, 0);

    /* A note that names the office as a source stands below other people's tables too. */
    if ((starts(cell, "\u00A9") || starts(cell, "(C)"))
        && memmem(cell.data, cell.size, "Statistisches Bundesamt", 23) != NULL) {
      *header = 0;
      snprintf(why, 256, "the note '%.*s'", (int)pst_utf8_head(cell, 200).size, cell.data);
      return true;
    }
  }
  return false;
}

/* German exports have decimal commas; English ones decimal points. */
static char decimal_of(const struct pst_sheet *sheet)
{
  return starts(pst_sheet_cell(sheet, 0, 0), "GENESIS-Table:")
                 || starts(pst_sheet_cell(sheet, 0, 0), "Table:")
             ? '.'
             : ',';
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  frame->native = decimal_of(frame->sheet);
  return pst_shape_frame(frame, error);
}

const struct pst_layout pst_layout_genesis = {
    .name = "genesis",
    .summary = "Destatis GENESIS: title lines, semicolons, decimal commas, notes below",
    .missing = missing,
    .parentheses = PST_PARENTHESES_FLAG,
    .parted = ";",
    .recognise = recognise,
    .read = read};
