/* layout.c -- the table of layouts: found by name, or by what a sheet looks like. */
#include "layout/layout.h"

#include "printed/times.h"
#include "printed/words.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { LOOKED_AT = 2000 }; /* cells of a column */

const struct pst_layout *const pst_layouts[] = {
    &pst_layout_eurostat, &pst_layout_sdmx,    &pst_layout_worldbank, &pst_layout_databank,
    &pst_layout_weo,      &pst_layout_uis,     &pst_layout_oecd,      &pst_layout_undata,
    &pst_layout_comtrade, &pst_layout_faostat, &pst_layout_owid,      &pst_layout_genesis,
    &pst_layout_gho,      &pst_layout_sdg,     &pst_layout_bls,       &pst_layout_fishstat,
    &pst_layout_statline, &pst_layout_ons_v4,  &pst_layout_insee,     &pst_layout_ons,
    &pst_layout_bdf,      &pst_layout_statcan, &pst_layout_ilostat,   &pst_layout_pxweb,
    &pst_layout_series,   &pst_layout_estat,   &pst_layout_plain};

const size_t pst_n_layouts = sizeof pst_layouts / sizeof *pst_layouts;

enum pst_status pst_layout_find(const char *name, const struct pst_layout **layout,
                                struct pst_error *error)
{
  const char *names[sizeof pst_layouts / sizeof *pst_layouts];
  size_t near;

  for (size_t i = 0; i < pst_n_layouts; i++) {
    names[i] = pst_layouts[i]->name;
    if (strcmp(name, names[i]) == 0) {
      *layout = pst_layouts[i];
      return PST_OK;
    }
  }
  near = pst_text_near(pst_text_of(name), names, pst_n_layouts);
  if (near < pst_n_layouts)
    return pst_fail(error, PST_USAGE, "--layout: '%s' is unknown; did you mean %s?", name,
                    names[near]);
  return pst_fail(error, PST_USAGE, "--layout: '%s' is unknown; --layout list prints them", name);
}

/* What polstat tidy wrote: its keys may be those of the agency whose file it was. */
static bool is_tidy(const struct pst_sheet *sheet)
{
  static const char *const own[] = {"period", "value", "flag", "note"};

  return pst_layout_row_with(sheet, own, sizeof own / sizeof *own) == 0;
}

const struct pst_layout *pst_layout_recognise(const struct pst_sheet *sheet, size_t *header,
                                              char why[256])
{
  if (is_tidy(sheet)) {
    (void)pst_layout_plain.recognise(sheet, header, why);
    return &pst_layout_plain;
  }
  for (size_t i = 0; i < pst_n_layouts; i++)
    if (pst_layouts[i]->recognise(sheet, header, why))
      return pst_layouts[i];
  return &pst_layout_plain;
}

/* A row below the header that has units over the values and nothing else. */
static void take_unit_row(struct pst_frame *frame)
{
  const struct pst_sheet *sheet = frame->sheet;
  size_t row = frame->body, n = 0;

  if (frame->by_shape || row >= frame->end)
    return;
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(sheet, row, c);
    const char *text;

    if (cell.size == 0)
      continue;
    text = pst_arena_copy(frame->arena, cell.data, cell.size);
    if (frame->columns[c].role != PST_FRAME_VALUE || text == NULL || !pst_words_unit(text))
      return;
    frame->columns[c].unit = text;
    n++;
  }
  if (n == 0)
    return;
  frame->body++;
  frame->n_header++;
}

/* Numbers, all of them but a tenth at most, with a point or a sign unless the NAME of the column says that it is
   measured: it is, or looks so. */
static bool looks_measured(const struct pst_frame *frame, size_t column, bool named)
{
  size_t filled = 0, numbers = 0, points = 0;

  for (size_t r = frame->body; r < frame->end && filled < LOOKED_AT; r++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, r, column);
    struct pst_value value;

    if (cell.size == 0)
      continue;
    filled++;
    pst_value_part(cell, &frame->rules, &value);
    numbers += value.kind == PST_VALUE_NUMBER;
    points += value.kind == PST_VALUE_NUMBER
              && (value.negative || memchr(value.digits.data, '.', value.digits.size) != NULL);
  }
  return filled > 0 && numbers * 10 >= filled * 9 && (named || points * 2 > numbers);
}

/* `Total`, `Rank`, `UPPER`, `std_error`: what is measured or computed, by its name. */
static bool is_called_measured(const char *name)
{
  static const char *const parts[] = {"upper", "lower", "bound",   "error",  "margin", "mean",
                                      "rank",  "sum",   "average", "median", "change", "growth"};

  if (pst_words_total(name))
    return true;
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (strcasestr(name, parts[i]) != NULL)
      return true;
  return false;
}

/* What the layout does not know is a key; numbers are told. */
static void tell_numbers(const struct pst_layout *layout, struct pst_frame *frame)
{
  for (size_t c = 0; c < frame->n_columns && !frame->by_shape; c++) {
    const struct pst_frame_column *at = &frame->columns[c];

    bool named = is_called_measured(at->name);

    if (pst_frame_is_named(frame->asked->values, at->name))
      continue;

    if (at->role == PST_FRAME_KEY && at->split == NULL && at->reason == NULL
        && (named || (!layout->codes_with_points && pst_words_key(at->name) == PST_WORDS_NO))
        && looks_measured(frame, c, named))
      pst_frame_tell(frame,
                     "column '%s' holds numbers and is taken for a key (layout %s does not know "
                     "it); if it is measured, say --values '%s'",
                     at->name, layout->name, at->name);
  }
}

/* Two cells and more are parted in lakhs, and none in millions: one alone may have lost a digit. */
static bool has_lakhs(const struct pst_sheet *sheet)
{
  size_t lakhs = 0;

  for (size_t r = 0; r < sheet->n_rows; r++)
    for (size_t c = 0; c < sheet->rows[r].n; c++) {
      struct pst_text cell = pst_sheet_cell(sheet, r, c);

      if (cell.size < 8 || memchr(cell.data, ',', cell.size) == NULL)
        continue;
      if (pst_value_in_millions(cell))
        return false;
      lakhs += pst_value_in_lakhs(cell);
    }
  return lakhs > 1;
}

enum { BARE = 4 }; /* columns that no record counts by chance */

/* The row of numbers of the columns, or PST_NO_COLUMN: below the header stand (1), (2), (3) ..., [1], [2], [3] ..., or 1,
   2, 3, 4 ... */
static size_t find_column_numbers(const struct pst_frame *frame)
{
  const struct pst_sheet *sheet = frame->sheet;
  size_t row = frame->header + 1;

  while (row < sheet->n_rows && pst_sheet_filled(sheet, row) == 0)
    row++;
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_text cell =
        row < sheet->n_rows ? pst_sheet_cell(sheet, row, c) : (struct pst_text){.size = 0};
    char bare[32], round[32], square[32];

    snprintf(bare, sizeof bare, "%zu", c + 1);
    snprintf(round, sizeof round, "(%zu)", c + 1);
    snprintf(square, sizeof square, "[%zu]", c + 1);
    if (!pst_text_is(cell, round) && !pst_text_is(cell, square)
        && !(frame->n_columns >= BARE && pst_text_is(cell, bare)))
      return PST_NO_COLUMN;
  }
  return frame->n_columns > 1 ? row : PST_NO_COLUMN;
}

static void pass_column_numbers(struct pst_frame *frame)
{
  size_t row = find_column_numbers(frame);

  if (row == PST_NO_COLUMN)
    return;
  frame->body = row + 1;
  frame->n_header = frame->body - frame->header;
}

enum pst_status pst_layout_frame(const struct pst_layout *layout, const struct pst_sheet *sheet,
                                 const struct pst_asked *asked, struct pst_arena *arena,
                                 struct pst_frame *frame, struct pst_error *error)
{
  size_t header = frame->header;
  enum pst_status status;

  frame->sheet = sheet;
  frame->asked = asked;
  frame->arena = arena;
  frame->native = layout->native;
  frame->when |= asked->day_first     ? PST_WHEN_DAY_FIRST
                 : asked->month_first ? PST_WHEN_MONTH_FIRST
                                      : 0;
  frame->format = asked->time_format;
  if (asked->time_format != NULL)
    frame->when |= asked->time_format->rules;
  frame->in_order = true;
  frame->unit = frame->scale = PST_NO_COLUMN;
  frame->rules = (struct pst_value_rules){.missing = layout->missing,
                                          .more_missing = asked->missing,
                                          .flags = layout->flags,
                                          .flags_alone = layout->flags_alone,
                                          .parentheses = layout->parentheses,
                                          .lakhs = has_lakhs(sheet),
                                          .triangles = layout->triangles};
  pst_value_note_firsts(&frame->rules);
  status = pst_frame_begin(frame, header, error);
  if (status == PST_OK)
    pass_column_numbers(frame);
  if (status == PST_OK)
    status = layout->read(frame, error);
  if (status != PST_OK)
    return status;
  pst_frame_find_flag(frame);
  pst_frame_apply(frame);
  take_unit_row(frame);
  pst_frame_footer(frame);
  pst_frame_drop_empty(frame);
  tell_numbers(layout, frame);
  return PST_OK;
}
