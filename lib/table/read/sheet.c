/* sheet.c -- a delimited file as it stands: rows of cells, however many each row has. */
#include "table/read/sheet.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/hash.h"
#include "base/unicode/normal.h"
#include "table/read/delimited.h"
#include "table/read/sheet_style.h"
#include "table/read/sniff.h"

/* --- rows and cells -------------------------------------------------------------------------- */

/* Cells of a sheet that is being made.  KNOWN: texts that were met, one for each hash. */
enum { KNOWN_BITS = 12, KNOWN_SIZE_MOST = 64 };

struct making {
  struct pst_sheet *sheet;
  struct pst_buffer normal;
  uint64_t *known; /* NULL: each cell is to have a text of its own */
};

static bool reserve(struct pst_sheet *sheet, size_t rows, size_t cells)
{
  return PST_ARRAY_ROOM(sheet->rows, sheet->rows_capacity, sheet->n_rows + rows)
         && PST_ARRAY_ROOM(sheet->cells, sheet->cells_capacity, sheet->n_cells + cells);
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

static bool is_ascii(struct pst_text text)
{
  uint64_t word;
  size_t i = 0;

  for (; i + sizeof word <= text.size; i += sizeof word) {
    memcpy(&word, text.data + i, sizeof word);
    if (word & UINT64_C(0x8080808080808080))
      return false;
  }
  for (; i < text.size; i++)
    if ((unsigned char)text.data[i] >= 0x80)
      return false;
  return true;
}

/* Texts that look alike are one: in one form of accents, and without what does not show. */
static struct pst_text settle(struct making *making, struct pst_text cell)
{
  struct pst_sheet *sheet = making->sheet;

  if (is_ascii(cell))
    return pst_text_trim(cell);
  if (is_number(cell))
    return pst_text_shown(cell);
  if (!pst_text_normal(cell, &making->normal))
    return pst_text_trim(cell);
  if (pst_text_trim(cell).size > making->normal.size && sheet->changed++ == 0)
    sheet->example = sheet->n_cells;
  return pst_text_of(pst_buffer_string(&making->normal));
}

static uint64_t add_text(struct making *making, struct pst_text cell)
{
  struct pst_sheet *sheet = making->sheet;
  struct pst_text text = settle(making, cell);
  uint64_t at = sheet->bytes.size;

  if (text.size >> PST_SHEET_SIZE_BITS > 0 || at >> (64 - PST_SHEET_SIZE_BITS) > 0)
    sheet->bytes.failed = true;
  pst_buffer_add(&sheet->bytes, text.data, text.size);
  return at << PST_SHEET_SIZE_BITS | text.size;
}

/* A text that has settled settles as it is: bytes that stand in the sheet need not be looked at again. */
static inline __attribute__((always_inline)) bool stands_there(const struct pst_sheet *sheet,
                                                               uint64_t cell, struct pst_text text)
{
  return pst_text_equal(pst_sheet_text_of(sheet, cell), text);
}

/* ABOVE: the cell above, mostly of the same text; 0: there is none. */
static uint64_t cell_of(struct making *making, struct pst_text text, uint64_t above)
{
  struct pst_sheet *sheet = making->sheet;
  uint64_t *known, cell;

  if (text.size == 0)
    return 0;
  if (making->known == NULL || text.size > KNOWN_SIZE_MOST)
    return add_text(making, text);
  if (stands_there(sheet, above, text))
    return above;
  known = &making->known[pst_hash_text(text) >> (64 - KNOWN_BITS)];
  if (stands_there(sheet, *known, text))
    return *known;
  cell = add_text(making, text);
  if (stands_there(sheet, cell, text))
    *known = cell;
  return cell;
}

/* Spaces, those that do not break, and ideographic ones; RAW may begin with a quote. */
static uint16_t indent_of(struct pst_text raw)
{
  static const struct pst_text blanks[] = {
      {.data = " ", .size = 1}, {.data = "\u00A0", .size = 2}, {.data = "\u3000", .size = 3}};
  size_t at = raw.size > 0 && raw.data[0] == '"', n = 0, i = 0;

  /* Most rows begin with a letter or a digit. */
  if (at >= raw.size || (raw.data[at] > ' ' && (unsigned char)raw.data[at] < 0x80))
    return 0;
  while (i < sizeof blanks / sizeof *blanks && n < UINT16_MAX) {
    for (i = 0; i < sizeof blanks / sizeof *blanks; i++)
      if (raw.size - at >= blanks[i].size
          && memcmp(raw.data + at, blanks[i].data, blanks[i].size) == 0) {
        at += blanks[i].size;
        n++;
        break;
      }
  }
  return (uint16_t)n;
}

static void add_row(struct making *making, const struct pst_split_record *record,
                    struct pst_text raw, const struct pst_text *cells)
{
  struct pst_sheet *sheet = making->sheet;
  struct pst_sheet_row *row = &sheet->rows[sheet->n_rows];
  const struct pst_sheet_row *above = sheet->n_rows == 0 ? NULL : row - 1;
  const size_t n_above = above == NULL ? 0 : above->n;

  *row = (struct pst_sheet_row){.first = sheet->n_cells,
                                .n = (uint32_t)record->n,
                                .indent = indent_of(raw),
                                .line = record->line};
  for (size_t i = 0; i < record->n; i++) {
    uint64_t cell = cell_of(making, cells[i], i < n_above ? sheet->cells[above->first + i] : 0);

    sheet->cells[sheet->n_cells++] = cell;
    if (pst_sheet_text_of(sheet, cell).size > 0) {
      row->filled++;
      row->width = (uint32_t)i + 1;
    }
  }
  sheet->n_rows++;
}

static enum pst_status add_rows(struct making *making, const struct pst_delimited_block *block,
                                struct pst_error *error)
{
  struct pst_sheet *sheet = making->sheet;
  size_t cells = 0;

  for (size_t r = 0; r < block->n_records; r++)
    cells += block->records[r].n;
  if (!reserve(sheet, block->n_records, cells))
    return pst_fail_memory(error);
  for (size_t r = 0; r < block->n_records; r++)
    add_row(making, &block->records[r],
            (struct pst_text){.data = block->text + block->records[r].at,
                              .size = block->records[r].size},
            block->fields + block->records[r].first);
  return sheet->bytes.failed || making->normal.failed ? pst_fail_memory(error) : PST_OK;
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

/* SHARED: cells of the same text may be one. */
static enum pst_status read_rows(struct pst_delimited *scan, size_t most, bool shared,
                                 struct pst_sheet *sheet, struct pst_error *error)
{
  uint64_t known[1 << KNOWN_BITS];
  struct making making = {.sheet = sheet, .known = shared ? known : NULL};
  const struct pst_delimited_want all = {.width = SIZE_MAX, .blank = PST_DELIMITED_BLANK_RECORD};
  struct pst_delimited_block block = {.n_records = 1};
  enum pst_status status = PST_OK;

  if (shared)
    memset(known, 0, sizeof known);
  choose_delimiter(scan, sheet);
  pst_delimited_want(scan, &all);
  while (status == PST_OK && block.n_records > 0 && sheet->n_rows < most) {
    status = pst_delimited_next(scan, most - sheet->n_rows, &block, error);
    if (status == PST_OK)
      status = add_rows(&making, &block, error);
  }
  pst_buffer_free(&making.normal);
  sheet->cut = block.n_records == 0 && pst_delimited_is_cut(scan);
  return status;
}

static enum pst_status begin(const char *name, char delimiter, struct pst_sheet *sheet,
                             struct pst_error *error)
{
  *sheet = (struct pst_sheet){.delimiter = delimiter, .name = strdup(name)};
  pst_buffer_add(&sheet->bytes, "", 0); /* the place of empty cells */
  return sheet->name == NULL || sheet->bytes.failed || !reserve(sheet, 0, 0)
             ? pst_fail_memory(error)
             : PST_OK;
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
    status = read_rows(scan, most, true, sheet, error);
  if (status == PST_OK && most > 0)
    status = not_empty(sheet, error);
  return end(scan, status, sheet);
}

static enum pst_status read_text(struct pst_text text, const char *name, char delimiter, bool whole,
                                 bool shared, size_t most, struct pst_sheet *sheet,
                                 struct pst_error *error)
{
  struct pst_delimited *scan = NULL;
  enum pst_status status = begin(name, delimiter, sheet, error);

  if (status == PST_OK)
    status = pst_delimited_open_text(text, sheet->name, whole, &scan, error);
  if (status == PST_OK)
    status = read_rows(scan, most, shared, sheet, error);
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
                       pst_input_name(input), style->delimiter, true, false, most, sheet, error);
  if (status == PST_OK)
    pst_sheet_style_end(style, &text, sheet);
  pst_buffer_free(&text);
  pst_buffer_free(&csv);
  return status;
}

enum pst_status pst_sheet_text(struct pst_text text, const char *name, char delimiter,
                               struct pst_sheet *sheet, struct pst_error *error)
{
  return read_text(text, name, delimiter, true, true, SIZE_MAX, sheet, error);
}

enum pst_status pst_sheet_head(struct pst_text text, const char *name, char delimiter, size_t most,
                               struct pst_sheet *sheet, struct pst_error *error)
{
  return read_text(text, name, delimiter, false, true, most, sheet, error);
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
  free(sheet->cells);
  pst_buffer_free(&sheet->bytes);
  *sheet = (struct pst_sheet){.name = NULL};
}
