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
  /* `UNIT_MULT: Unit of multiplier` */
  for (size_t c = 0; c < frame->n_columns; c++)
    if (strncasecmp(frame->columns[c].name, "UNIT_MULT:", 10) == 0)
      return c;
  return PST_NO_COLUMN;
}

/* What the records say of powers of ten. */
struct powers {
  size_t n, first;    /* filled cells; the row of the first that is not 0 */
  size_t empty, bare; /* cells without one; the row of the first */
  size_t bad;         /* the row of a cell that is none, or PST_NO_COLUMN */
  bool any;           /* one is not 0 */
};

static struct powers find_powers(const struct pst_tidy *tidy, size_t column)
{
  struct powers powers = {.bad = PST_NO_COLUMN};

  for (size_t i = 0; i < tidy->n_records; i++) {
    struct pst_text cell = pst_sheet_cell(tidy->frame.sheet, tidy->records[i], column);
    int power;

    if (cell.size == 0) {
      powers.bare = powers.empty++ == 0 ? tidy->records[i] : powers.bare;
      continue;
    }
    powers.n++;
    if (!pst_scale_power(cell, &power)) {
      powers.bad = tidy->records[i];
      break;
    }
    if (power != 0 && !powers.any)
      powers.first = tidy->records[i];
    powers.any = powers.any || power != 0;
  }
  return powers;
}

/* --scale that cannot be done: without the column, or with a cell that is no power. */
static enum pst_status refuse(const struct pst_frame *frame, size_t bad, struct pst_error *error)
{
  struct pst_text cell;

  if (bad == PST_NO_COLUMN)
    return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name, 0,
                       "--scale: no column UNIT_MULT or Scale gives powers of ten");
  cell = pst_utf8_head(pst_sheet_cell(frame->sheet, bad, frame->scale), 20);
  return pst_fail_at(
      error, PST_BAD_DATA, frame->sheet->name, frame->sheet->rows[bad].line,
      "field %zu (%s): --scale: '%.*s' is no power of ten (6, Millions); mend it, or "
      "read without --scale",
      frame->scale + 1, frame->columns[frame->scale].name, (int)cell.size, cell.data);
}

static void tell(struct pst_frame *frame, const struct powers *powers, bool scaled)
{
  const char *name = frame->columns[frame->scale].name;
  struct pst_text cell = pst_sheet_cell(frame->sheet, powers->first, frame->scale);

  pst_frame_tell(frame,
                 scaled ? "values are multiplied by the powers of ten of '%s' (%.*s on line %lu)"
                        : "'%s' gives powers of ten (%.*s on line %lu): values are as printed; "
                          "--scale multiplies them",
                 name, (int)pst_utf8_head(cell, 20).size, cell.data,
                 frame->sheet->rows[powers->first].line);
  if (scaled && powers->empty > 0)
    pst_frame_tell(frame,
                   "warning: %zu record%s without a power of ten in '%s' (the first on line %lu): "
                   "values are as printed",
                   powers->empty, powers->empty == 1 ? "" : "s", name,
                   frame->sheet->rows[powers->bare].line);
}

enum pst_status pst_tidy_check_scale(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                     struct pst_error *error)
{
  struct pst_frame *frame = &tidy->frame;
  struct powers powers = {.bad = PST_NO_COLUMN};

  frame->scale = find(frame);
  if (frame->scale != PST_NO_COLUMN && frame->columns[frame->scale].role != PST_FRAME_VALUE)
    powers = find_powers(tidy, frame->scale);
  if (options->asked.scale && (powers.n == 0 || powers.bad != PST_NO_COLUMN))
    return refuse(frame, powers.bad, error);
  if (powers.bad != PST_NO_COLUMN || !powers.any)
    return PST_OK;
  tidy->scale = options->asked.scale;
  tell(frame, &powers, tidy->scale);
  return PST_OK;
}
