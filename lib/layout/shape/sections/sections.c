/* sections.c -- rows with a name and nothing else: headings of the rows below them, or records without
   values.  Headings they are when the keys of records tell them apart only with them. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "layout/shape/sections/sections.h"
#include "layout/shape/steps.h"
#include "printed/words.h"
#include "table/dictionary.h"

static bool is_digits(struct pst_text cell)
{
  for (size_t i = 0; i < cell.size; i++)
    if (!isdigit((unsigned char)cell.data[i]))
      return false;
  return true;
}

/* A name in the first column, or a text where that has periods: `WHITE` above 1990, 2000. */
static bool is_name(const struct pst_frame *frame, struct pst_text cell)
{
  char when[PST_WHEN_SIZE];

  if (frame->columns[0].role == PST_FRAME_KEY)
    return true;
  return frame->columns[0].role == PST_FRAME_PERIOD && !(frame->when & PST_WHEN_CARRIED)
         && frame->format == NULL && !pst_when_read(cell, frame->when, when, NULL)
         && !is_digits(cell);
}

static bool is_lone(const struct pst_frame *frame, size_t row)
{
  struct pst_text cell = pst_sheet_cell(frame->sheet, row, 0);

  return pst_sheet_filled(frame->sheet, row) == 1 && cell.size > 0 && is_name(frame, cell)
         && (!pst_frame_is_value(frame, row, 0) || pst_sections_is_year(cell));
}

static enum pst_status list(struct pst_sections *s, struct pst_error *error)
{
  struct pst_frame *frame = s->frame;
  size_t n = frame->end - frame->body, heading = PST_NO_COLUMN;

  s->rows = pst_arena_array(frame->arena, n + 1, sizeof *s->rows);
  s->of = pst_arena_array(frame->arena, n + 1, sizeof *s->of);
  if (s->rows == NULL || s->of == NULL)
    return pst_fail_memory(error);
  s->first = s->last = PST_NO_COLUMN;
  for (size_t r = frame->body; r < frame->end; r++) {
    if (is_lone(frame, r)) {
      heading = r;
      s->rows[s->n++] = r;
    } else if (pst_sheet_filled(frame->sheet, r) > 0) {
      s->first = s->first == PST_NO_COLUMN ? r : s->first;
      s->last = r;
    }
    s->of[r - frame->body] = heading;
  }
  return PST_OK;
}

/* Records whose keys and period another one has too; SECTIONED: below the same heading, where names alone
   that are none are records. */
static size_t count_again(const struct pst_sections *s, bool sectioned)
{
  const struct pst_frame *frame = s->frame;
  struct pst_dictionary seen = {.count = 0};
  struct pst_buffer key = {.size = 0};
  size_t n = 0;

  for (size_t r = frame->body; r < frame->end; r++) {
    if (pst_sheet_filled(frame->sheet, r) == 0
        || (is_lone(frame, r) && (!sectioned || s->of[r - frame->body] == r)))
      continue;
    n++;
    pst_buffer_clear(&key);
    if (sectioned && s->of[r - frame->body] != PST_NO_COLUMN) {
      struct pst_text name = pst_frame_heading(frame, s->of[r - frame->body]);

      pst_buffer_add(&key, name.data, name.size);
    }
    pst_buffer_putc(&key, '\x1f');
    for (size_t c = 0; c < frame->n_columns; c++) {
      struct pst_text cell = pst_sheet_cell(frame->sheet, r, c);

      if (frame->columns[c].role == PST_FRAME_KEY || frame->columns[c].role == PST_FRAME_PERIOD
          || frame->columns[c].role == PST_FRAME_PERIOD_PART)
        pst_buffer_add(&key, cell.data, cell.size);
      pst_buffer_putc(&key, '\x1f');
    }
    pst_dictionary_add(&seen, (struct pst_text){.data = key.data, .size = key.size});
  }
  n -= seen.count;
  pst_dictionary_free(&seen);
  pst_buffer_free(&key);
  return n;
}

/* Where records come again below each heading, a name that comes again is a record without values. */
static bool occurs_once(const struct pst_sections *s, size_t row)
{
  const struct pst_frame *frame = s->frame;
  struct pst_text name = pst_sheet_cell(frame->sheet, row, 0);

  for (size_t r = frame->body; r < frame->end; r++)
    if (r != row && pst_text_equal(pst_sheet_cell(frame->sheet, r, 0), name))
      return false;
  return true;
}

/* The rows of which IS_HEADING is true are headings; the others are records without values. */
static void keep(struct pst_sections *s,
                 bool (*is_heading)(const struct pst_sections *, size_t row))
{
  size_t n = 0, heading = PST_NO_COLUMN;

  for (size_t i = 0; i < s->n; i++)
    if (is_heading(s, s->rows[i]))
      s->rows[n++] = s->rows[i];
  s->n = n;
  n = 0;
  for (size_t r = s->frame->body; r < s->frame->end; r++) {
    if (n < s->n && s->rows[n] == r)
      heading = s->rows[n++];
    s->of[r - s->frame->body] = heading;
  }
}

/* Headings whose names come once, unless only all of them tell the records apart: a heading may be called
   as one of its records is. */
static enum pst_status keep_unique(struct pst_sections *s, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  keep(s, occurs_once);
  if (count_again(s, true) == 0)
    return PST_OK;
  s->n = 0;
  status = list(s, error);
  if (status == PST_OK && count_again(s, true) > 0)
    keep(s, occurs_once);
  return status;
}

/* No two stand together, each has records below it, and none stands without one above it. */
static bool stand_like_headings(const struct pst_sections *s)
{
  for (size_t i = 1; i < s->n; i++)
    if (s->rows[i] == s->rows[i - 1] + 1)
      return false;
  return s->n > 0 && s->last != PST_NO_COLUMN && s->rows[s->n - 1] < s->last;
}

/* `LOANS`, `Loans:`, and rows without the delimiters that records have. */
static bool look_like_headings(const struct pst_sections *s)
{
  const struct pst_sheet *sheet = s->frame->sheet;
  size_t marked = 0;

  for (size_t i = 0; i < s->n; i++) {
    struct pst_text cell = pst_sheet_cell(sheet, s->rows[i], 0);
    bool capitals = cell.size > 3;

    for (size_t k = 0; k < cell.size; k++)
      capitals = capitals && !(cell.data[k] >= 'a' && cell.data[k] <= 'z');
    marked += capitals || cell.data[cell.size - 1] == ':'
              || sheet->rows[s->rows[i]].n < s->frame->n_columns;
  }
  return marked == s->n;
}

static bool other_names_are_small(const struct pst_sections *s)
{
  const struct pst_frame *frame = s->frame;

  for (size_t r = frame->body; r < frame->end; r++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, r, 0);
    bool small = cell.size < 4;

    for (size_t k = 0; k < cell.size; k++)
      small = small || (cell.data[k] >= 'a' && cell.data[k] <= 'z');
    if (!small && !is_lone(frame, r) && cell.data[cell.size - 1] != ':')
      return false;
  }
  return true;
}

/* `Table 43: Aid`, `Aid by region`: a title, and no name of the rows below it. */
static bool is_title(struct pst_text cell)
{
  size_t words = 1;

  for (size_t i = 0; i < cell.size; i++) {
    words += cell.data[i] == ' ';
    if (isdigit((unsigned char)cell.data[i]) || cell.data[i] == ':')
      return true;
  }
  return words > 2;
}

/* Right below the first header, above a record, and no record anywhere is called so. */
static bool may_head_first(const struct pst_sections *s, size_t row)
{
  const struct pst_frame *frame = s->frame;

  return row == frame->body && row + 1 < frame->end && pst_sheet_filled(frame->sheet, row + 1) > 1
         && occurs_once(s, row);
}

/* Nor is there a name above the header. */
static bool heads_first(const struct pst_sections *s, size_t row)
{
  size_t above = pst_sections_name_above(s->frame);

  return may_head_first(s, row)
         && (above == PST_NO_COLUMN || is_title(pst_sheet_cell(s->frame->sheet, above, 0)));
}

/* Above a header that stands again, or below the first. */
static bool heads_header(const struct pst_sections *s, size_t row)
{
  return pst_sections_stands_above_header(s->frame, row) || heads_first(s, row);
}

static size_t count_above_headers(const struct pst_sections *s)
{
  size_t n = 0;

  for (size_t i = 0; i < s->n; i++)
    n += pst_sections_stands_above_header(s->frame, s->rows[i]);
  return n;
}

/* Two headings have one name, and none stands between them. */
static bool has_twins(const struct pst_sections *s)
{
  const struct pst_sheet *sheet = s->frame->sheet;

  for (size_t i = 1; i < s->n; i++)
    if (pst_text_equal(pst_sheet_cell(sheet, s->rows[i], 0),
                       pst_sheet_cell(sheet, s->rows[i - 1], 0)))
      return true;
  return false;
}

/* Of AGAIN records that come again all headings leave only few (ALL), two of one name above them; and some too are
   left where names that come again are records instead. */
static bool leaves_some(const struct pst_sections *s, size_t all, size_t again)
{
  return all > 0 && all * 2 < again && count_again(s, true) > 0;
}

/* `Goats` below `Quarterly growth` and below `First-year students`, there without a value: names that stand once, two
   and more, tell the others apart. */
static bool tells_names_apart(struct pst_sections *s)
{
  const struct pst_frame *frame = s->frame;
  size_t again;

  for (size_t r = frame->body; r < frame->end; r++)
    s->of[r - frame->body] = PST_NO_COLUMN;
  again = count_again(s, true);
  keep(s, occurs_once);
  return again > 0 && s->n > 1 && count_again(s, true) == 0;
}

static enum pst_status judge(struct pst_sections *s, bool *headings, struct pst_error *error)
{
  size_t again, n = s->n, first, all;
  bool twins = has_twins(s);

  *headings = s->frame->asked->sections == PST_ANSWER_YES;
  if (s->n == 0 || s->frame->asked->sections != PST_ANSWER_OPEN)
    return PST_OK;
  /* One name above all rows is as well that of their sum. */
  if (s->n > 1 && count_above_headers(s) == 0 && pst_sections_indent_below(s)
      && count_again(s, true) == 0) {
    *headings = true;
    pst_frame_tell(s->frame,
                   "%zu row%s a name and nothing else, line %lu first, and the rows below are "
                   "indented: headings; --sections no takes them for records without values",
                   n, n == 1 ? " holds" : "s hold", s->frame->sheet->rows[s->rows[0]].line);
    return PST_OK;
  }
  s->frame->section_names = NULL;
  if (count_above_headers(s) == s->n
      || (count_above_headers(s) > 0 && pst_sections_name_above(s->frame) != PST_NO_COLUMN)) {
    first = s->rows[0];
    /* `Aid` above the header and `Loans` below it: one of them is the heading of the first records. */
    if (may_head_first(s, first) && !heads_first(s, first))
      return pst_ask_sections(s->frame, &first, n, error);
    keep(s, heads_header);
    *headings = true;
    /* The header stands again by chance below one of several headings. */
    return s->n < n && count_again(s, true) > 0 ? pst_ask_sections(s->frame, &first, n, error)
                                                : PST_OK;
  }
  again = count_again(s, false);
  first = s->rows[0];
  /* `of which` twice, above records that come again: no heading of that name tells them apart. */
  all = again > 0 ? count_again(s, true) : 0;
  if (twins && all > 0)
    return pst_ask_sections(s->frame, &first, n, error);
  if (again > 0 && keep_unique(s, error) != PST_OK)
    return PST_NO_MEMORY;
  if (leaves_some(s, all, again))
    return pst_ask_sections(s->frame, &first, n, error);
  if (!stand_like_headings(s))
    return tells_names_apart(s) ? pst_ask_sections(s->frame, &first, n, error) : PST_OK;
  if (again > 0) {
    *headings = count_again(s, true) * 2 < again;
    return PST_OK;
  }
  if (look_like_headings(s) && other_names_are_small(s))
    *headings = true;
  else if (s->n > 1 && s->rows[0] < s->first)
    return pst_ask_sections(s->frame, s->rows, s->n, error);
  return PST_OK;
}

/* A name, and nothing else: of a record of which nothing is known, or of what follows. */
static bool is_name_alone(const struct pst_frame *frame, size_t row)
{
  if (pst_sheet_filled(frame->sheet, row) != 1)
    return false;
  for (size_t c = 0; c < frame->n_columns && c < 3; c++)
    if (pst_sheet_cell(frame->sheet, row, c).size > 0)
      return frame->columns[c].role == PST_FRAME_KEY && !pst_frame_is_value(frame, row, c);
  return false;
}

/* `Africa`, `North Africa` above their countries, which no other rule takes for headings: two and more, and not few
   among many records. */
static void tell_names_alone(struct pst_frame *frame)
{
  size_t n = 0, first = 0;

  for (size_t r = frame->body; r < frame->end; r++)
    if (is_name_alone(frame, r) && n++ == 0)
      first = r;
  if (n > 1 && n * 10 >= frame->end - frame->body && frame->n_columns > 1
      && frame->asked->sections == PST_ANSWER_OPEN)
    pst_frame_tell(
        frame,
        "%zu rows hold a name and nothing else, line %lu first: taken for records without "
        "values; if they are headings of the rows below them, say --sections yes",
        n, frame->sheet->rows[first].line);
}

/* `Men,100` above `  Employed,40`, and so below Women: the row above is the section of those that stand indented below it,
   and a record of its own, where nothing else tells records apart. */
static bool take_outline(struct pst_sections *s)
{
  struct pst_frame *frame = s->frame;
  size_t first;

  if (frame->asked->sections == PST_ANSWER_NO || (frame->when & PST_WHEN_CARRIED)
      || frame->columns[0].role != PST_FRAME_KEY)
    return false;
  first = pst_sections_outline(s);
  if (first == PST_NO_COLUMN || count_again(s, false) == 0 || count_again(s, true) > 0)
    return false;
  frame->sections = s->of;
  pst_frame_tell(frame,
                 "rows stand indented below others: line %lu, '%.*s', and the like are records and "
                 "the sections of those below them; --sections no takes all rows alike",
                 frame->sheet->rows[first].line, (int)pst_sheet_cell(frame->sheet, first, 0).size,
                 pst_sheet_cell(frame->sheet, first, 0).data);
  return true;
}

enum pst_status pst_shape_find_sections(struct pst_frame *frame, struct pst_error *error)
{
  struct pst_sections s = {.frame = frame};
  bool headings = false;
  enum pst_status status = list(&s, error);

  if (status == PST_OK && frame->n_columns > 1)
    status = judge(&s, &headings, error);
  if (status == PST_OK && headings && s.n > 0)
    status = pst_sections_settle(&s, error);
  else if (status == PST_OK && s.n == 0 && frame->n_columns > 1 && take_outline(&s))
    return PST_OK;
  else if (status == PST_OK && !(frame->when & PST_WHEN_CARRIED))
    tell_names_alone(frame);
  return status;
}
