/* tidy_scale.c -- the column that says in what powers of ten the values are. */
#include <string.h>
#include <strings.h>

#include "tidy/check/scale.h"
#include "tidy/check/tidy_check.h"

static size_t find(const struct pst_frame *frame)
{
  static const char *const names[] = {"UNIT_MULT",      "UnitMult",  "Scale",
                                      "PowerCode Code", "POWERCODE", "SCALAR_FACTOR"};

  if (frame->scale != PST_NO_COLUMN)
    return frame->scale;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (pst_frame_find(frame, names[i]) != PST_NO_COLUMN)
      return pst_frame_find(frame, names[i]);
  return PST_NO_COLUMN;
}

/* Every filled cell is a power; FIRST is the row of one that is not 0. */
static bool has_powers(const struct pst_tidy *tidy, size_t column, size_t *first)
{
  bool any = false;

  for (size_t i = 0; i < tidy->n_records; i++) {
    struct pst_text cell = pst_sheet_cell(tidy->frame.sheet, tidy->records[i], column);
    int power;

    if (cell.size == 0)
      continue;
    if (!pst_scale_power(cell, &power))
      return false;
    if (power != 0 && !any)
      *first = tidy->records[i];
    any = any || power != 0;
  }
  return any;
}

enum pst_status pst_tidy_check_scale(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                     struct pst_error *error)
{
  struct pst_frame *frame = &tidy->frame;
  size_t first = 0;
  struct pst_text cell;

  frame->scale = find(frame);
  if (frame->scale == PST_NO_COLUMN || frame->columns[frame->scale].role == PST_FRAME_VALUE
      || !has_powers(tidy, frame->scale, &first)) {
    if (options->asked.scale)
      return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name, 0,
                         "--scale: no column UNIT_MULT or Scale gives powers of ten");
    return PST_OK;
  }
  tidy->scale = options->asked.scale;
  cell = pst_sheet_cell(frame->sheet, first, frame->scale);
  pst_frame_tell(frame,
                 tidy->scale ? "values are multiplied by the powers of ten of '%s' (%.*s on line "
                               "%lu)"
                             : "'%s' gives powers of ten (%.*s on line %lu): values are as "
                               "printed; --scale multiplies them",
                 frame->columns[frame->scale].name, (int)pst_utf8_head(cell, 20).size, cell.data,
                 frame->sheet->rows[first].line);
  return PST_OK;
}
