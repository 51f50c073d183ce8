#include "table/read/sheet.h"

#include <csv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "table/read/lines.h"
#include "table/read/sniff.h"

enum { BLOCK = 256 * 1024, RECORD_MOST = 64 * 1024 * 1024 };

/* The text that is being read: [0, size) is there, [0, parsed) is given to libcsv. */
struct scan {
  struct pst_sheet *sheet;
  struct csv_parser csv;
  char *text;
  size_t size, capacity, parsed;
  bool at_end, in_record, record_done, no_memory;
  unsigned long line, record_line, quote_line;
  size_t record_size; /* bytes of the record in progress */
  enum pst_quote_state quotes;
};

static bool grow(void **array, size_t *capacity, size_t need, size_t size)
{
  size_t more = *capacity == 0 ? 1024 : *capacity * 2;
  void *bigger;

  if (need <= *capacity)
    return true;
  bigger = more > SIZE_MAX / size ? NULL : realloc(*array, more * size);
  if (bigger == NULL)
    return false;
  *array = bigger;
  *capacity = more;
  return true;
}

/* --- rows and cells -------------------------------------------------------------------------- */

static void on_cell(void *data, size_t size, void *context)
{
  struct scan *scan = context;
  struct pst_sheet *sheet = scan->sheet;
  void *start = sheet->start;

  if (!grow(&start, &sheet->cells_capacity, sheet->n_cells + 2, sizeof *sheet->start))
    scan->no_memory = true;
  sheet->start = start;
  if (scan->no_memory)
    return;
  sheet->start[sheet->n_cells++] = sheet->bytes.size;
  pst_buffer_add(&sheet->bytes, data, size);
}

static void on_record(int terminator, void *context)
{
  (void)terminator;
  ((struct scan *)context)->record_done = true;
}

static bool is_filled(const struct pst_sheet *sheet, size_t cell)
{
  size_t end = cell + 1 < sheet->n_cells ? sheet->start[cell + 1] : sheet->bytes.size;
  struct pst_text text = {.data = sheet->bytes.data + sheet->start[cell],
                          .size = end - sheet->start[cell]};

  return text.size > 0 && pst_text_trim(text).size > 0;
}

static void count_filled(const struct pst_sheet *sheet, struct pst_sheet_row *row)
{
  for (size_t i = 0; i < row->n; i++)
    if (is_filled(sheet, row->first + i)) {
      row->filled++;
      row->width = i + 1;
    }
}

/* The cells since the last row are a row. */
static enum pst_status end_row(struct scan *scan, struct pst_error *error)
{
  struct pst_sheet *sheet = scan->sheet;
  size_t first = sheet->n_rows == 0
                     ? 0
                     : sheet->rows[sheet->n_rows - 1].first + sheet->rows[sheet->n_rows - 1].n;
  void *rows = sheet->rows;

  if (scan->no_memory || sheet->bytes.failed
      || !grow(&rows, &sheet->rows_capacity, sheet->n_rows + 1, sizeof *sheet->rows))
    return pst_fail_memory(error);
  sheet->rows = rows;
  sheet->rows[sheet->n_rows++] = (struct pst_sheet_row){
      .first = first, .n = sheet->n_cells - first, .line = scan->record_line};
  count_filled(sheet, &sheet->rows[sheet->n_rows - 1]);
  scan->record_size = 0;
  return PST_OK;
}

/* --- lines ----------------------------------------------------------------------------------- */

static enum pst_status check_line(struct scan *scan, struct pst_text line, struct pst_error *error)
{
  const char *name = scan->sheet->name;
  size_t bad = 0;
  enum pst_line_state state = pst_line_check(line, &bad);

  if (state != PST_LINE_GOOD)
    return pst_line_refuse(state, (struct pst_text){.data = scan->text, .size = scan->size},
                           bad + (size_t)(line.data - scan->text), name, scan->line, error);
  if (!pst_line_quotes(line, scan->sheet->delimiter, &scan->quotes, &bad))
    return pst_line_refuse_quote(bad, name, scan->line, error);
  if (scan->quotes == PST_QUOTE_OPENED)
    scan->quote_line = scan->line;
  scan->record_size += line.size;
  if (scan->record_size > RECORD_MOST)
    return pst_line_refuse_size(name, scan->in_record ? scan->record_line : scan->line, error);
  return PST_OK;
}

static enum pst_status take_line(struct scan *scan, size_t end, struct pst_error *error)
{
  struct pst_text line = {.data = scan->text + scan->parsed, .size = end - scan->parsed};
  enum pst_status status = check_line(scan, line, error);

  if (status != PST_OK)
    return status;
  if (!scan->in_record)
    scan->record_line = scan->line;
  scan->record_done = false;
  if (!scan->in_record && pst_line_blank(line, scan->sheet->delimiter)) {
    scan->record_done = true;
  } else if (csv_parse(&scan->csv, line.data, line.size, on_cell, on_record, scan) != line.size) {
    return pst_fail_memory(error);
  }
  scan->in_record = !scan->record_done;
  scan->parsed = end;
  scan->line++;
  return scan->record_done ? end_row(scan, error) : PST_OK;
}

/* --- the text -------------------------------------------------------------------------------- */

static enum pst_status make_room(struct scan *scan, struct pst_error *error)
{
  char *text;

  memmove(scan->text, scan->text + scan->parsed, scan->size - scan->parsed);
  scan->size -= scan->parsed;
  scan->parsed = 0;
  if (scan->capacity - scan->size >= BLOCK / 2)
    return PST_OK;
  if (scan->size >= RECORD_MOST)
    return pst_line_refuse_size(scan->sheet->name, scan->line, error);
  text = realloc(scan->text, scan->capacity * 2);
  if (text == NULL)
    return pst_fail_memory(error);
  scan->text = text;
  scan->capacity *= 2;
  return PST_OK;
}

static enum pst_status fill(struct scan *scan, struct pst_input *input, struct pst_error *error)
{
  enum pst_status status = make_room(scan, error);

  while (status == PST_OK && !scan->at_end && scan->size < scan->capacity) {
    size_t got = 0;

    status =
        pst_input_read(input, scan->text + scan->size, scan->capacity - scan->size, &got, error);
    if (status != PST_OK && error != NULL && error->line > 0)
      snprintf(error->file, sizeof error->file, "%s", scan->sheet->name);
    scan->size += got;
    scan->at_end = got == 0;
  }
  return status;
}

static enum pst_status parse(struct scan *scan, size_t most, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  while (status == PST_OK && scan->sheet->n_rows < most) {
    size_t end = pst_line_end(scan->text, scan->parsed, scan->size, scan->at_end);

    if (end == 0)
      break;
    status = take_line(scan, end, error);
  }
  return status;
}

/* The last record may have no line end. */
static enum pst_status finish(struct scan *scan, struct pst_error *error)
{
  struct pst_sheet *sheet = scan->sheet;
  char last = scan->size == 0 ? '\n' : scan->text[scan->size - 1];
  enum pst_status status = PST_OK;

  if (scan->quotes != PST_QUOTE_NONE)
    return pst_line_refuse_open(sheet->name, scan->quote_line, error);
  scan->record_done = false;
  if (csv_fini(&scan->csv, on_cell, on_record, scan) != 0)
    return pst_fail_memory(error);
  sheet->cut = scan->size > 0 && last != '\n' && last != '\r';
  if (scan->record_done)
    status = end_row(scan, error);
  if (status == PST_OK && sheet->n_rows == 0)
    return pst_fail_at(error, PST_BAD_DATA, sheet->name, 0, "the file is empty");
  return status;
}

static void close_cells(struct pst_sheet *sheet)
{
  if (sheet->start != NULL)
    sheet->start[sheet->n_cells] = sheet->bytes.size;
}

static enum pst_status begin(struct scan *scan, const char *name, char delimiter,
                             struct pst_error *error)
{
  struct pst_sheet *sheet = scan->sheet;

  *sheet = (struct pst_sheet){.delimiter = delimiter, .name = strdup(name)};
  scan->line = 1;
  if (sheet->name == NULL || csv_init(&scan->csv, 0) != 0)
    return pst_fail_memory(error);
  return PST_OK;
}

static void choose_delimiter(struct scan *scan)
{
  struct pst_sheet *sheet = scan->sheet;

  if (sheet->delimiter == '\0')
    sheet->delimiter =
        pst_sniff_sheet((struct pst_text){.data = scan->text, .size = scan->size}, scan->at_end);
  csv_set_delim(&scan->csv, (unsigned char)sheet->delimiter);
}

enum pst_status pst_sheet_read(struct pst_input *input, char delimiter, size_t most,
                               struct pst_sheet *sheet, struct pst_error *error)
{
  struct scan scan = {.sheet = sheet, .capacity = BLOCK, .text = malloc(BLOCK)};
  enum pst_status status = scan.text == NULL
                               ? pst_fail_memory(error)
                               : begin(&scan, pst_input_name(input), delimiter, error);

  if (status == PST_OK)
    status = fill(&scan, input, error);
  if (status == PST_OK)
    choose_delimiter(&scan);
  while (status == PST_OK) {
    status = parse(&scan, most, error);
    if (status != PST_OK || scan.at_end || sheet->n_rows >= most)
      break;
    status = fill(&scan, input, error);
  }
  if (status == PST_OK && sheet->n_rows < most)
    status = finish(&scan, error);
  close_cells(sheet);
  csv_free(&scan.csv);
  free(scan.text);
  if (status != PST_OK)
    pst_sheet_free(sheet);
  return status;
}

enum pst_status pst_sheet_text(struct pst_text text, const char *name, char delimiter,
                               struct pst_sheet *sheet, struct pst_error *error)
{
  struct scan scan = {.sheet = sheet,
                      .text = (char *)(uintptr_t)text.data, /* only read: nothing is moved */
                      .size = text.size,
                      .at_end = true};
  enum pst_status status = begin(&scan, name, delimiter, error);

  if (status == PST_OK) {
    choose_delimiter(&scan);
    status = parse(&scan, SIZE_MAX, error);
  }
  if (status == PST_OK)
    status = finish(&scan, error);
  close_cells(sheet);
  csv_free(&scan.csv);
  if (status != PST_OK)
    pst_sheet_free(sheet);
  return status;
}

enum pst_status pst_sheet_head(struct pst_text text, const char *name, char delimiter, size_t most,
                               struct pst_sheet *sheet, struct pst_error *error)
{
  struct scan scan = {.sheet = sheet, .text = (char *)(uintptr_t)text.data, .size = text.size};
  enum pst_status status = begin(&scan, name, delimiter, error);

  if (status == PST_OK) {
    choose_delimiter(&scan);
    status = parse(&scan, most, error);
  }
  close_cells(sheet);
  csv_free(&scan.csv);
  if (status != PST_OK)
    pst_sheet_free(sheet);
  return status;
}

/* --- looking --------------------------------------------------------------------------------- */

struct pst_text pst_sheet_cell(const struct pst_sheet *sheet, size_t row, size_t column)
{
  const struct pst_sheet_row *r = &sheet->rows[row];
  size_t i = r->first + column;

  if (column >= r->n)
    return (struct pst_text){.data = "", .size = 0};
  return pst_text_trim((struct pst_text){.data = sheet->bytes.data + sheet->start[i],
                                         .size = sheet->start[i + 1] - sheet->start[i]});
}

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
