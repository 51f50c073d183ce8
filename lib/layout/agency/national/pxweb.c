/* pxweb.c -- PxWeb, as statistical offices of the north publish: a title that names the columns. */
/* Statistics Sweden, Norway, Finland, Iceland, Greenland and others: a title `Population by region, sex and
   year` in the first line, a blank one, the header, and `..` where there is no figure.  Periods stand in a
   column, across, or behind the name of what is measured (`Population 2015`).
   https://www.scb.se/en/services/open-data-api/pxwebapi/ */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "layout/layout.h"
#include "layout/shape/shape.h"

enum { LOOK_MOST = 6 };

/* What stands behind ` by ` in a title; its size is 0 where there is no such word. */
static struct pst_text behind_by(struct pst_text title)
{
  static const char *const words[] = {" by ", " efter ", " etter ", " fordelt p\u00E5 ", " eftir "};

  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    const char *at = memmem(title.data, title.size, words[i], strlen(words[i]));

    if (at != NULL)
      return (struct pst_text){.data = at, .size = title.size - (size_t)(at - title.data)};
  }
  return (struct pst_text){.data = "", .size = 0};
}

static bool holds(struct pst_text text, struct pst_text word)
{
  for (size_t i = 0; i + word.size <= text.size; i++)
    if (strncasecmp(text.data + i, word.data, word.size) == 0)
      return true;
  return false;
}

/* The first two cells of ROW, and more, are names that LIST has. */
static bool is_named(const struct pst_sheet *sheet, size_t row, struct pst_text list)
{
  size_t n = 0;

  if (pst_sheet_filled(sheet, row) < 2)
    return false;
  for (size_t c = 0; c < sheet->rows[row].n; c++) {
    struct pst_text cell = pst_sheet_cell(sheet, row, c);

    if (cell.size < 2 || !holds(list, cell))
      break;
    n++;
  }
  return n > 1 || (n == 1 && sheet->rows[row].n > 1 && pst_sheet_filled(sheet, row) > 2);
}

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  struct pst_text title, list;

  if (sheet->n_rows < 4 || pst_sheet_filled(sheet, 0) != 1 || pst_sheet_filled(sheet, 1) != 0)
    return false;
  title = pst_sheet_cell(sheet, 0, 0);
  list = behind_by(title);
  for (size_t r = 2; r < sheet->n_rows && r < LOOK_MOST && list.size > 0; r++)
    if (is_named(sheet, r, list)) {
      *header = r;
      snprintf(why, 256, "the title '%.*s', which names the columns",
               (int)pst_utf8_head(title, 150).size, title.data);
      return true;
    }
  return false;
}

/* `Population 2015`: two and more names end in a period. */
static bool has_periods(const struct pst_frame *frame)
{
  size_t n = 0;

  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, frame->header, c);
    const char *blank = cell.data + cell.size;
    char when[PST_WHEN_SIZE];

    while (blank > cell.data && blank[-1] != ' ')
      blank--;
    n += blank > cell.data && isalpha((unsigned char)cell.data[0])
         && pst_when_read(
             (struct pst_text){.data = blank, .size = (size_t)(cell.data + cell.size - blank)},
             PST_WHEN_DEFAULT, when, NULL);
  }
  return n > 1;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  const struct pst_asked *asked = frame->asked;
  struct pst_asked split = *asked;
  enum pst_status status;

  if (asked->split_names == NULL && has_periods(frame)) {
    split.split_names = "{variable} {period}";
    frame->asked = &split;
  }
  status = pst_shape_frame(frame, error);
  frame->asked = asked;
  return status;
}

const struct pst_layout pst_layout_pxweb = {
    .name = "pxweb",
    .summary = "PxWeb: a title that names the columns, a blank line, periods down or across",
    .missing = pst_layout_any_missing,
    .recognise = recognise,
    .read = read};
