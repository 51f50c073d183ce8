/* header_parts.c -- months and quarters in the rows of a header: of each year, or across where the rows have years. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "layout/shape/score.h"
#include "layout/shape/steps.h"
#include "printed/words.h"

static bool row_has(const struct pst_headed *headed, size_t i, const char *label)
{
  for (size_t c = 0; c < headed->frame->n_columns && c < headed->shape->width; c++)
    if (pst_text_is(pst_sheet_cell(headed->frame->sheet, headed->shape->header + i, c), label))
      return true;
  return false;
}

/* `Year,1,2,...,12` in row I: the months. */
static bool numbers_months(const struct pst_headed *headed, size_t i)
{
  char number[8], name[64];

  if (!pst_heading_copy(pst_sheet_cell(headed->frame->sheet, headed->shape->header + i, 0), name)
      || !pst_words_time_alone(name) || row_has(headed, i, "13"))
    return false;
  for (int month = 1; month <= 12; month++) {
    snprintf(number, sizeof number, "%d", month);
    if (!row_has(headed, i, number))
      return false;
  }
  return true;
}

/* `I`, `II`, `III`, `IV` in row I: quarters, since the last of them is there; `T1` to `T4`, trimestres, likewise; `S1` and
   `S2`: semestres, where no third is there. */
static char part_kind(const struct pst_headed *headed, size_t i)
{
  if (row_has(headed, i, "IV"))
    return 'R';
  if (numbers_months(headed, i))
    return 'M';
  if (row_has(headed, i, "T1") && row_has(headed, i, "T4"))
    return 'T';
  return row_has(headed, i, "S1") && row_has(headed, i, "S2") && !row_has(headed, i, "S3") ? 'S'
                                                                                           : '\0';
}

bool pst_headed_part(const struct pst_headed *headed, size_t i, size_t column, char part[16])
{
  struct pst_text label = pst_headed_label(headed, i, column);

  return pst_when_part(label, '\0', part)
         || (label.size > 0 && label.size < 4 && pst_when_part(label, part_kind(headed, i), part));
}

bool pst_headed_is_month(const struct pst_headed *headed, size_t column)
{
  char part[16];

  return headed->calendar_row != PST_NO_COLUMN
         && pst_headed_part(headed, headed->calendar_row, column, part);
}

/* 3 of "-03" and of "-Q3". */
static int part_number(const char *part)
{
  return atoi(part + (part[1] == 'Q' ? 2 : 1));
}

/* PARTS one behind the other, of NUMBERS columns of them and others: three and more, or two and no other from the first
   on; or two HALVES alone. */
static bool are_calendar(size_t parts, size_t numbers, size_t halves, int last)
{
  if (parts == 0)
    return halves == 2 && numbers <= 1;
  return (parts > 2 && parts * 3 >= numbers * 2) || (parts == 2 && numbers == 2 && last == 2);
}

/* `Year,Jan,Feb,...`: months or quarters, each once, over columns of numbers; what else is there has its own name. */
void pst_headed_find_calendar(struct pst_headed *headed)
{
  const struct pst_frame *frame = headed->frame;

  headed->calendar_row = PST_NO_COLUMN;
  for (size_t i = 0; i < headed->n_rows && headed->period_row == PST_NO_COLUMN; i++) {
    size_t parts = 0, numbers = 0, halves = 0;
    int last = 0;

    for (size_t c = 0; c < frame->n_columns && c < headed->shape->width; c++) {
      char part[16];
      bool is_part = pst_headed_part(headed, i, c, part) && part[0] != '\0';

      /* The mean of the year and its halves stand beside the months. */
      if (is_part && part[1] == 'S') {
        halves++;
        continue;
      }
      /* A month without any number is one of them, where the month before it stands at its left. */
      if ((!headed->shape->numeric[c]
           && !(is_part
                && (headed->shape->empty[c] || (last != 0 && part_number(part) == last % 12 + 1))))
          || (headed->shape->periodic[c] && !is_part))
        continue;
      numbers++;
      if (!is_part)
        continue;
      /* January, February ...: codes such as MAR and DEC stand in no such order. */
      parts = last == 0 || part_number(part) == last % 12 + 1 ? parts + 1 : 0;
      last = part_number(part);
    }
    if (are_calendar(parts, numbers, halves, last))
      headed->calendar_row = i;
    if (headed->calendar_row == i && numbers_months(headed, i))
      pst_frame_tell(headed->frame, "columns '1' to '12' are read as the months of the year");
  }
}

/* Quarters or months in a header row below or above the years: `2019` over `1. Quartal`. */
static bool row_is_period_parts(const struct pst_headed *headed, size_t i)
{
  char part[16];
  size_t n = 0, wholes = 0;

  if (headed->period_row == PST_NO_COLUMN
      || (i != headed->period_row + 1 && i + 1 != headed->period_row))
    return false;
  for (size_t c = 0; c < headed->frame->n_columns; c++) {
    if (!pst_headed_is_measured(headed, c))
      continue;
    if (strlen(headed->frame->columns[c].when) != 4)
      return false;
    if (pst_headed_part(headed, i, c, part))
      n++;
    else if (pst_when_is_whole(pst_headed_label(headed, i, c)))
      wholes++;
    else
      return false;
  }
  return n > 2 * wholes || (n > 1 && n == 2 * wholes);
}

void pst_headed_join_parts(struct pst_headed *headed)
{
  for (size_t i = 0; i < headed->n_rows; i++) {
    if (!row_is_period_parts(headed, i))
      continue;
    for (size_t c = 0; c < headed->frame->n_columns; c++)
      if (pst_headed_is_measured(headed, c))
        pst_headed_part(headed, i, c, headed->frame->columns[c].when + 4);
    headed->kinds[i] = PST_ROW_NAMES;
    return;
  }
}
