/* sheet.c -- a delimited file as it stands: rows of cells, however many each row has. */
#include "table/read/sheet.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/unicode/normal.h"
#include "table/read/delimited.h"
#include "table/read/sheet_style.h"
#include "table/read/sniff.h"

/* --- rows and cells -------------------------------------------------------------------------- */

static bool reserve(struct pst_sheet *sheet, size_t rows, size_t cells)
{
  return PST_ARRAY_ROOM(sheet->rows, sheet->rows_capacity, sheet->n_rows + rows)
         && PST_ARRAY_ROOM(sheet->start, sheet->cells_capacity, sheet->n_cells + cells + 1);
}

/* The byte C begins, or is, a letter: of UTF-8 blanks, signs, accents and marks begin otherwise. */
static bool is_letter(unsigned char c)
{
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
         || (c > 0xC2 && c != 0xCC && c != 0xCD && c != 0xE2 && c != 0xEF);
}

/* Digits and signs, and no letter: a mark between digits stays, for who reads numbers. */
static bool is_number(struct pst_text cell)
{
  bool digits = false, other = false;

  for (size_t i = 0; i < cell.size; i++) {
    unsigned char c = (unsigned char)cell.data[i];

    if (is_letter(c))
      return false;
    digits = digits || (c >= '0' && c <= '9');
    other = other || c >= 0x80;
  }
  return digits && other;
}

/* Texts that look alike are one: in one form of accents, and without what does not show.  True where
   something is left. */
static bool add_cell(struct pst_sheet *sheet, struct pst_text cell, struct pst_buffer *normal)
{
  sheet->start[sheet->n_cells] = sheet->bytes.size;
  if (is_number(cell)) {
    cell = pst_text_shown(cell);
  } else if (pst_text_normal(cell, normal)) {
    if (pst_text_trim(cell).size > normal->size && sheet->changed++ == 0)
      sheet->example = sheet->n_cells;
    cell = pst_text_of(pst_buffer_string(normal));
  }
  sheet->bytes.failed = sheet->bytes.failed || normal->failed;
  sheet->n_cells++;
  pst_buffer_add(&sheet->bytes, cell.data, cell.size);
  return cell.size > 0 && pst_text_trim(cell).size > 0;
}

static void add_row(struct pst_sheet *sheet, const struct pst_split_record *record,
                    const struct pst_text *cells, struct pst_buffer *normal)
{
  struct pst_sheet_row *row = &sheet->rows[sheet->n_rows++];

  *row = (struct pst_sheet_row){.first = sheet->n_cells, .n = record->n, .line = record->line};
  for (size_t i = 0; i < record->n; i++) {
    if (add_cell(sheet, cells[i], normal)) {
      row->filled++;
      row->width = i + 1;
    }
  }
}

static enum pst_status add_rows(struct pst_sheet *sheet, const struct pst_delimited_block *block,
                                struct pst_error *error)
{
  struct pst_buffer normal = {.data = NULL};
  size_t cells = 0;

  for (size_t r = 0; r < block->n_records; r++)
    cells += block->records[r].n;
  if (!reserve(sheet, block->n_records, cells))
    return pst_fail_memory(error);
  for (size_t r = 0; r < block->n_records; r++)
    add_row(sheet, &block->records[r], block->fields + block->records[r].first, &normal);
  pst_buffer_free(&normal);
  sheet->start[sheet->n_cells] = sheet->bytes.size;
  return sheet->bytes.failed ? pst_fail_memory(error) : PST_OK;
}

/* --- reading --------------------------------------------------------------------------------- */

static void choose_delimiter(struct pst_delimited *scan, struct pst_sheet *sheet)
{
  bool at_end;
  struct pst_text sample = pst_delimited_sample(scan, &at_end);

  if (sheet->delimiter == '\0')
    sheet->delimiter = pst_sniff_sheet(sample, at_end);
  pst_delimited_delimiter(scan, sheet->delimiter);
}

static enum pst_status read_rows(struct pst_delimited *scan, size_t most, struct pst_sheet *sheet,
                                 struct pst_error *error)
{
  const struct pst_delimited_want all = {.width = SIZE_MAX, .blank = PST_DELIMITED_BLANK_RECORD};
  struct pst_delimited_block block = {.n_records = 1};
  enum pst_status status = PST_OK;

  choose_delimiter(scan, sheet);
  pst_delimited_want(scan, &all);
  while (status == PST_OK && block.n_records > 0 && sheet->n_rows < most) {
    status = pst_delimited_next(scan, most - sheet->n_rows, &block, error);
    if (status == PST_OK)
      status = add_rows(sheet, &block, error);
  }
  sheet->cut = block.n_records == 0 && pst_delimited_is_cut(scan);
  return status;
}

static enum pst_status begin(const char *name, char delimiter, struct pst_sheet *sheet,
                             struct pst_error *error)
{
  *sheet = (struct pst_sheet){.delimiter = delimiter, .name = strdup(name)};
  return sheet->name == NULL || !reserve(sheet, 0, 0) ? pst_fail_memory(error) : PST_OK;
}

static enum pst_status end(struct pst_delimited *scan, enum pst_status status,
                           struct pst_sheet *sheet)
{
  pst_delimited_close(scan);
  if (status != PST_OK)
    pst_sheet_free(sheet);
  return status;
}

static enum pst_status not_empty(const struct pst_sheet *sheet, struct pst_error *error)
{
  return sheet->n_rows > 0 ? PST_OK
                           : pst_fail_at(error, PST_BAD_DATA, sheet->name, 0, "the file is empty");
}

enum pst_status pst_sheet_read(struct pst_input *input, char delimiter, size_t most,
                               struct pst_sheet *sheet, struct pst_error *error)
{
  struct pst_delimited *scan = NULL;
  enum pst_status status = begin(pst_input_name(input), delimiter, sheet, error);

  if (status == PST_OK)
    status = pst_delimited_open(input, 0, 1, &scan, error);
  if (status == PST_OK)
    status = read_rows(scan, most, sheet, error);
  if (status == PST_OK && most > 0)
    status = not_empty(sheet, error);
  return end(scan, status, sheet);
}

static enum pst_status read_text(struct pst_text text, const char *name, char delimiter, bool whole,
                                 size_t most, struct pst_sheet *sheet, struct pst_error *error)
{
  struct pst_delimited *scan = NULL;
  enum pst_status status = begin(name, delimiter, sheet, error);

  if (status == PST_OK)
    status = pst_delimited_open_text(text, sheet->name, whole, &scan, error);
  if (status == PST_OK)
    status = read_rows(scan, most, sheet, error);
  if (status == PST_OK && whole)
    status = not_empty(sheet, error);
  return end(scan, status, sheet);
}

/* All of INPUT. */
static enum pst_status read_all(struct pst_input *input, struct pst_buffer *text,
                                struct pst_error *error)
{
  char block[16384];
  size_t got = 1;
  enum pst_status status = PST_OK;

  while (status == PST_OK && got > 0) {
    status = pst_input_read(input, block, sizeof block, &got, error);
    if (status == PST_OK)
      pst_buffer_add(text, block, got);
  }
  return status == PST_OK && text->failed ? pst_fail_memory(error) : status;
}

enum pst_status pst_sheet_read_style(struct pst_input *input, const struct pst_sheet_style *style,
                                     size_t most, struct pst_sheet *sheet, struct pst_error *error)
{
  struct pst_buffer text = {.size = 0}, csv = {.size = 0};
  enum pst_status status;

  if (!pst_sheet_style_differs(style))
    return pst_sheet_read(input, style->delimiter, most, sheet, error);
  *sheet = (struct pst_sheet){.n_rows = 0};
  status = read_all(input, &text, error);
  pst_sheet_style_begin(style, &text, &csv);
  if (status == PST_OK && csv.failed)
    status = pst_fail_memory(error);
  if (status == PST_OK)
    status = read_text((struct pst_text){.data = pst_buffer_string(&csv), .size = csv.size},
                       pst_input_name(input), style->delimiter, true, most, sheet, error);
  if (status == PST_OK)
    pst_sheet_style_end(style, &text, sheet);
  pst_buffer_free(&text);
  pst_buffer_free(&csv);
  return status;
}

enum pst_status pst_sheet_text(struct pst_text text, const char *name, char delimiter,
                               struct pst_sheet *sheet, struct pst_error *error)
{
  return read_text(text, name, delimiter, true, SIZE_MAX, sheet, error);
}

enum pst_status pst_sheet_head(struct pst_text text, const char *name, char delimiter, size_t most,
                               struct pst_sheet *sheet, struct pst_error *error)
{
  return read_text(text, name, delimiter, false, most, sheet, error);
}

/* --- looking --------------------------------------------------------------------------------- */

size_t pst_sheet_filled(const struct pst_sheet *sheet, size_t row)
{
  return sheet->rows[row].filled;
}

size_t pst_sheet_width(const struct pst_sheet *sheet, size_t row)
{
  return sheet->rows[row].width;
}

void pst_sheet_free(struct pst_sheet *sheet)
{
  free(sheet->name);
  free(sheet->rows);
  free(sheet->start);
  pst_buffer_free(&sheet->bytes);
  *sheet = (struct pst_sheet){.name = NULL};
}
