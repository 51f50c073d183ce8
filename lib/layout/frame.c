/* frame.c -- what a layout says of a sheet: where its table is, and what its columns are. */
#include "layout/frame.h"
#include "printed/value_parts.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

static size_t widest(const struct pst_sheet *sheet, size_t first)
{
  size_t n = 0;

  for (size_t r = first; r < sheet->n_rows; r++) {
    /* The header's own width; further only where a row as long as it has something, or one with a
       delimiter more at its end. */
    size_t width = pst_sheet_width(sheet, r);

    if (r == first
        || ((sheet->rows[r].n == sheet->rows[first].n
             || (sheet->rows[r].n == sheet->rows[first].n + 1 && width < sheet->rows[r].n))
            && width > n))
      n = width;
  }
  return n;
}

bool pst_frame_is_no_name(struct pst_text name)
{
  static const char begins[] = "Unnamed: ";

  return name.size == 0
         || (name.size > sizeof begins - 1 && memcmp(name.data, begins, sizeof begins - 1) == 0
             && name.data[sizeof begins - 1] >= '0' && name.data[sizeof begins - 1] <= '9');
}

enum pst_status pst_frame_begin(struct pst_frame *frame, size_t header, struct pst_error *error)
{
  const struct pst_sheet *sheet = frame->sheet;

  frame->header = header;
  frame->n_header = 1;
  frame->body = header + 1;
  frame->end = sheet->n_rows;
  frame->attribute = PST_NO_COLUMN;
  frame->footnotes = PST_NO_COLUMN;
  frame->n_columns = widest(sheet, header);
  frame->columns = pst_arena_array(frame->arena, frame->n_columns, sizeof *frame->columns);
  if (frame->columns == NULL)
    return pst_fail_memory(error);
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_text name = pst_sheet_cell(sheet, header, c);

    frame->columns[c] = (struct pst_frame_column){
        .name = name.size > 0 ? pst_arena_copy(frame->arena, name.data, name.size)
                              : pst_arena_format(frame->arena, "column_%zu", c + 1),
        .unnamed = pst_frame_is_no_name(name),
        .flag = PST_NO_COLUMN,
        .note = PST_NO_COLUMN};
    if (frame->columns[c].name == NULL)
      return pst_fail_memory(error);
  }
  return PST_OK;
}

static bool is_told(const char *told, const char *line)
{
  size_t size = strlen(line);

  for (; told != NULL && *told != '\0'; told = strchr(told, '\n') + 1)
    if (strncmp(told, line, size) == 0 && told[size] == '\n')
      return true;
  return false;
}

void pst_frame_tell(struct pst_frame *frame, const char *format, ...)
{
  char line[600];
  va_list arguments;
  const char *told;

  va_start(arguments, format);
  vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  if (is_told(frame->told, line)) /* the footer is looked for twice */
    return;
  told = pst_arena_format(frame->arena, "%s%s\n", frame->told == NULL ? "" : frame->told, line);
  if (told != NULL)
    frame->told = told;
}

bool pst_frame_called(struct pst_text cell, const char *name)
{
  for (size_t i = 0; i < cell.size; i++) {
    unsigned char a = (unsigned char)cell.data[i], b = (unsigned char)name[i];

    if (b == '\0' || (tolower(a) != tolower(b) && !(b == ' ' && isspace(a))))
      return false;
  }
  return name[cell.size] == '\0';
}

bool pst_frame_is_named(const char *const *names, const char *name)
{
  for (; names != NULL && *names != NULL; names++)
    if (strcmp(*names, name) == 0)
      return true;
  return false;
}

size_t pst_frame_find(const struct pst_frame *frame, const char *name)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (pst_frame_called(pst_text_of(frame->columns[c].name), name))
      return c;
  return PST_NO_COLUMN;
}

size_t pst_frame_set(struct pst_frame *frame, const char *name, enum pst_frame_role role)
{
  size_t column = pst_frame_find(frame, name);

  if (column != PST_NO_COLUMN)
    frame->columns[column].role = role;
  return column;
}

void pst_frame_value(struct pst_frame *frame, size_t column, size_t flag, size_t note)
{
  frame->columns[column].role = PST_FRAME_VALUE;
  frame->columns[column].flag = flag;
  frame->columns[column].note = note;
  if (flag != PST_NO_COLUMN)
    frame->columns[flag].role = PST_FRAME_FLAG;
  if (note != PST_NO_COLUMN)
    frame->columns[note].role = PST_FRAME_NOTE;
}

const char *const pst_frame_flag_names[] = {"OBS_STATUS", "ObsStatus", "OBS_FLAG", "Flag Codes",
                                            "Flags",      "Flag",      NULL};

/* The one column of values; none where there are several. */
static size_t find_value(const struct pst_frame *frame)
{
  size_t found = PST_NO_COLUMN;

  for (size_t c = 0; c < frame->n_columns; c++)
    if (frame->columns[c].role == PST_FRAME_VALUE) {
      if (found != PST_NO_COLUMN)
        return PST_NO_COLUMN;
      found = c;
    }
  return found;
}

void pst_frame_find_flag(struct pst_frame *frame)
{
  size_t value = find_value(frame);

  if (value == PST_NO_COLUMN || frame->columns[value].flag != PST_NO_COLUMN)
    return;
  for (const char *const *name = pst_frame_flag_names; *name != NULL; name++) {
    size_t flag = pst_frame_find(frame, *name);

    if (flag == PST_NO_COLUMN || frame->columns[flag].role != PST_FRAME_KEY)
      continue;
    pst_frame_value(frame, value, flag, frame->columns[value].note);
    frame->columns[flag].reason = "its name";
    return;
  }
}

/* The column of the first SIZE bytes of NAME; #3 is the third. */
static size_t find_part(const struct pst_frame *frame, const char *name, size_t size)
{
  if (size > 1 && name[0] == '#' && strspn(name + 1, "0123456789") >= size - 1) {
    size_t column = strtoul(name + 1, NULL, 10);

    if (column > 0 && column <= frame->n_columns)
      return column - 1;
  }
  for (size_t c = 0; c < frame->n_columns; c++)
    if (strlen(frame->columns[c].name) == size && memcmp(frame->columns[c].name, name, size) == 0)
      return c;
  return PST_NO_COLUMN;
}

void pst_frame_apply(struct pst_frame *frame)
{
  const char *const *flags = frame->asked->flags;
  size_t unit =
      frame->asked->unit == NULL ? PST_NO_COLUMN : pst_frame_find(frame, frame->asked->unit);

  if (unit != PST_NO_COLUMN) {
    frame->unit = unit;
    frame->columns[unit].role = PST_FRAME_UNIT;
    frame->columns[unit].reason = "--unit";
  }
  for (; flags != NULL && *flags != NULL; flags++) {
    const char *equals = strchr(*flags, '=');
    size_t flag = find_part(frame, *flags, (size_t)(equals - *flags)),
           value = find_part(frame, equals + 1, strlen(equals + 1));

    if (flag == PST_NO_COLUMN || value == PST_NO_COLUMN)
      continue;
    frame->columns[flag].role = PST_FRAME_FLAG;
    frame->columns[flag].reason = "--flag";
    frame->columns[value].flag = flag;
  }
}

size_t pst_frame_wide(struct pst_frame *frame, size_t header)
{
  struct pst_when_seasons seen = {0};
  size_t n = 0;

  for (size_t c = 0; c < frame->n_columns; c++)
    pst_when_see(&seen, pst_sheet_cell(frame->sheet, header, c));
  frame->when |= pst_when_decide(&seen);
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_frame_column *column = &frame->columns[c];
    char marker[PST_WHEN_MARK_SIZE];

    if (!pst_when_read(pst_sheet_cell(frame->sheet, header, c), frame->when, column->when, marker))
      continue;
    column->role = PST_FRAME_VALUE;
    if (marker[0] != '\0')
      column->marker = pst_arena_string(frame->arena, marker);
    n++;
  }
  return n;
}

void pst_frame_drop_empty(struct pst_frame *frame)
{
  for (size_t c = 0; c < frame->n_columns; c++) {
    bool empty = frame->columns[c].role == PST_FRAME_KEY && frame->columns[c].unnamed;

    for (size_t r = frame->body; r < frame->end && empty; r++)
      empty = pst_sheet_cell(frame->sheet, r, c).size == 0;
    if (empty)
      frame->columns[c].role = PST_FRAME_NOTHING;
  }
}

/* `Country` and `Country\u00B9`, `Year` and `Year 1)`: the same but for a footnote mark. */
static bool is_same_name(struct pst_text a, struct pst_text b)
{
  struct pst_value marks = {.kind = PST_VALUE_UNREADABLE};
  size_t less = a.size < b.size ? a.size : b.size;

  if (pst_text_equal(a, b))
    return true;
  if (less == 0 || memcmp(a.data, b.data, less) != 0)
    return false;
  pst_value_take_markers(&a, &marks);
  pst_value_take_markers(&b, &marks);
  return a.size > 0 && pst_text_equal(a, b);
}

static bool is_same_row(const struct pst_frame *frame, size_t a, size_t b)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (!is_same_name(pst_sheet_cell(frame->sheet, a, c), pst_sheet_cell(frame->sheet, b, c)))
      return false;
  return true;
}

bool pst_frame_header_again(const struct pst_frame *frame, size_t row)
{
  for (size_t h = frame->header; h < frame->body; h++)
    if (is_same_row(frame, row, h))
      return true;
  return false;
}

bool pst_frame_find_pair(const struct pst_frame *frame, const char *pair, size_t *first,
                         size_t *second)
{
  const char *comma = strchr(pair, ',');
  const char *name =
      comma == NULL ? NULL : pst_arena_copy(frame->arena, pair, (size_t)(comma - pair));

  if (name == NULL || pst_frame_find(frame, pair) != PST_NO_COLUMN)
    return false;
  *first = pst_frame_find(frame, name);
  *second = pst_frame_find(frame, comma + 1 + strspn(comma + 1, " "));
  return *first != PST_NO_COLUMN && *second != PST_NO_COLUMN && *first != *second;
}

struct pst_text pst_frame_heading(const struct pst_frame *frame, size_t row)
{
  return frame->section_names == NULL ? pst_sheet_cell(frame->sheet, row, 0)
                                      : frame->section_names[row - frame->body];
}

struct pst_text pst_frame_section(const struct pst_frame *frame, size_t row)
{
  size_t heading = frame->sections == NULL ? PST_NO_COLUMN : frame->sections[row - frame->body];

  return heading == PST_NO_COLUMN ? (struct pst_text){.data = "", .size = 0}
                                  : pst_frame_heading(frame, heading);
}
