/* sections_outline.c -- rows that stand indented below others: what they stand below is their heading. */
#include "base/unicode/letters.h"
#include "layout/shape/sections/sections.h"

static size_t indent(const struct pst_frame *frame, size_t row)
{
  return frame->sheet->rows[row].indent;
}

static bool is_row(const struct pst_frame *frame, size_t row)
{
  return pst_sheet_cell(frame->sheet, row, 0).size > 0;
}

static bool is_indented(const struct pst_frame *frame)
{
  for (size_t r = frame->body; r < frame->end; r++)
    if (indent(frame, r) > 0)
      return true;
  return false;
}

/* Of each row of the body the nearest above it that is less indented: that of the row above, or one of those below which that
   stands. */
static void find_parents(const struct pst_frame *frame, size_t *parents)
{
  size_t above = PST_NO_COLUMN;

  for (size_t r = frame->body; r < frame->end; r++) {
    size_t parent = above;

    while (parent != PST_NO_COLUMN && indent(frame, parent) >= indent(frame, r))
      parent = parents[parent - frame->body];
    parents[r - frame->body] = parent;
    if (is_row(frame, r))
      above = r;
  }
}

/* S->parents, where a row is indented; NULL: none is, or memory is out. */
static bool has_parents(struct pst_sections *s)
{
  const struct pst_frame *frame = s->frame;

  if (s->parents != NULL || !is_indented(frame))
    return s->parents != NULL;
  s->parents = pst_arena_array(frame->arena, frame->end - frame->body + 1, sizeof *s->parents);
  if (s->parents != NULL)
    find_parents(frame, s->parents);
  return s->parents != NULL;
}

/* The next row below ROW that has a first cell stands below it. */
static bool has_child(const struct pst_sections *s, size_t row)
{
  const struct pst_frame *frame = s->frame;
  size_t next = row + 1;

  while (next < frame->end && !is_row(frame, next))
    next++;
  return next < frame->end && s->parents[next - frame->body] == row;
}

/* `United States .....`: dots lead to values, though none is given. */
static bool has_leaders(const struct pst_frame *frame, size_t row)
{
  struct pst_text cell = pst_sheet_cell(frame->sheet, row, 0);
  char buffer[PST_PLAIN_SIZE];

  return pst_when_without_leaders(cell, buffer).data == buffer;
}

/* `Assets / Loans`: of each heading below another one; memory is out: false. */
static bool name_headings(const struct pst_sections *s)
{
  struct pst_frame *frame = s->frame;
  struct pst_text *names = NULL;

  for (size_t i = 0; i < s->n; i++) {
    size_t row = s->rows[i], parent = s->parents[row - frame->body],
           above = parent == PST_NO_COLUMN ? PST_NO_COLUMN : s->of[parent - frame->body];
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, 0), outer;
    const char *path;

    if (above == PST_NO_COLUMN && names == NULL)
      continue;
    if (names == NULL) {
      names = pst_arena_array(frame->arena, frame->end - frame->body + 1, sizeof *names);
      if (names == NULL)
        return false;
      for (size_t k = 0; k < i; k++)
        names[s->rows[k] - frame->body] = pst_sheet_cell(frame->sheet, s->rows[k], 0);
    }
    names[row - frame->body] = cell;
    if (above == PST_NO_COLUMN)
      continue;
    outer = names[above - frame->body];
    path = pst_arena_format(frame->arena, "%.*s / %.*s", (int)outer.size, outer.data,
                            (int)cell.size, cell.data);
    if (path == NULL)
      return false;
    names[row - frame->body] = pst_text_of(path);
  }
  frame->section_names = names;
  return true;
}

bool pst_sections_indent_below(struct pst_sections *s)
{
  const size_t body = s->frame->body;
  size_t n = 0;

  if (s->n == 0 || !has_parents(s))
    return false;
  for (size_t i = 0; i < s->n; i++)
    if (!has_child(s, s->rows[i]) || has_leaders(s->frame, s->rows[i]))
      return false;
  /* A heading is its own; the others have that of the row below which they stand. */
  for (size_t r = body; r < s->frame->end; r++) {
    size_t parent = s->parents[r - body];

    if (n < s->n && s->rows[n] == r) {
      s->of[r - body] = r;
      n++;
      continue;
    }
    s->of[r - body] = parent == PST_NO_COLUMN ? PST_NO_COLUMN : s->of[parent - body];
  }
  return name_headings(s);
}

size_t pst_sections_outline(struct pst_sections *s)
{
  const struct pst_frame *frame = s->frame;
  size_t first = PST_NO_COLUMN;

  for (size_t r = frame->body; r < frame->end && has_parents(s); r++) {
    size_t parent = is_row(frame, r) ? s->parents[r - frame->body] : PST_NO_COLUMN;

    s->of[r - frame->body] = parent;
    if (parent == PST_NO_COLUMN)
      continue;
    /* `1994/ 1- 3.` above `  4- 6.` is a time, and no name. */
    if (!pst_text_has_letter(pst_sheet_cell(frame->sheet, parent, 0)))
      return PST_NO_COLUMN;
    first = first == PST_NO_COLUMN ? parent : first;
  }
  return first;
}
