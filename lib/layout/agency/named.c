/* named.c -- layouts whose columns have names of a standard: a name is a role. */
#include "layout/agency/named.h"

#include <strings.h>

static const struct pst_named_column *find(const struct pst_named_column *names, const char *name)
{
  for (; names->name != NULL; names++)
    if (strcasecmp(names->name, name) == 0)
      return names;
  return NULL;
}

static bool is_empty(const struct pst_frame *frame, size_t column)
{
  for (size_t r = frame->body; r < frame->sheet->n_rows; r++)
    if (pst_sheet_cell(frame->sheet, r, column).size > 0)
      return false;
  return true;
}

/* Of the columns of a role the first that is there: the others say it again. */
static size_t first_of(const struct pst_frame *frame, enum pst_frame_role role)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (frame->columns[c].role == role)
      return c;
  return PST_NO_COLUMN;
}

static void set_role(struct pst_frame *frame, size_t column, enum pst_frame_role role,
                     size_t n_values)
{
  struct pst_frame_column *at = &frame->columns[column];

  at->role = role;
  at->reason = "its name";
  if (role == PST_FRAME_VALUE && n_values > 0 && is_empty(frame, column))
    at->role = PST_FRAME_NOTHING;
  else if (role == PST_FRAME_PERIOD && first_of(frame, role) != column)
    at->role = PST_FRAME_TWIN;
  else if ((role == PST_FRAME_FLAG || role == PST_FRAME_NOTE) && first_of(frame, role) != column)
    at->role = is_empty(frame, column) ? PST_FRAME_NOTHING : PST_FRAME_KEY;
  if (role == PST_FRAME_NOTHING && !is_empty(frame, column))
    pst_frame_tell(frame, "column '%s' says again what other columns say, and is left out",
                   at->name);
}

static size_t count(const struct pst_frame *frame)
{
  size_t n = 0;

  for (size_t c = 0; c < frame->n_columns; c++)
    n += frame->columns[c].role == PST_FRAME_VALUE;
  return n;
}

enum pst_status pst_named_read(struct pst_frame *frame, const struct pst_named_column *names,
                               struct pst_error *error)
{
  (void)error;
  for (size_t c = 0; c < frame->n_columns; c++) {
    const struct pst_named_column *at = find(names, frame->columns[c].name);

    if (at != NULL)
      set_role(frame, c, at->role, count(frame));
  }
  for (size_t c = 0; c < frame->n_columns; c++)
    if (frame->columns[c].role == PST_FRAME_VALUE)
      pst_frame_value(frame, c, first_of(frame, PST_FRAME_FLAG), first_of(frame, PST_FRAME_NOTE));
  frame->unit = first_of(frame, PST_FRAME_UNIT);
  frame->variables = count(frame) > 1;
  return PST_OK;
}
