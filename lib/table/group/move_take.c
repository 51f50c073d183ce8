/* move_take.c -- rows that came as bytes to the table of who owns their groups. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/pack.h"
#include "table/group/move.h"

enum { HAS_VALUE = 1, HAS_DECIMALS = 2, HAS_CODE = 4, HAS_REST = 8, HAS_BOUNDS = 16 };

/* N cells of SIZE bytes behind the rows of TABLE. */
static void take_cells(struct pst_unpack *in, const struct pst_table *table, void *cells,
                       size_t size, size_t n)
{
  struct pst_text bytes = pst_unpack_bytes(in, n * size);

  if (!in->failed && cells == NULL)
    in->failed = true;
  if (!in->failed)
    pst_unpack_array((char *)cells + table->n_rows * size, bytes.data, size, n);
}

/* False when memory is out. */
static bool take_rest(struct pst_unpack *in, const struct pst_table *table,
                      struct pst_column *column, bool there, size_t n)
{
  double *rest = column->arrays.rest;

  if (there && rest == NULL)
    rest = column->arrays.rest = calloc(table->rows_capacity, sizeof *rest);
  if (rest == NULL)
    return !there;
  if (there)
    take_cells(in, table, rest, sizeof *rest, n);
  else
    memset(rest + table->n_rows, 0, n * sizeof *rest);
  return true;
}

/* False when memory is out. */
static bool take_bounds(struct pst_unpack *in, const struct pst_table *table,
                        struct pst_column *column, bool there, size_t n)
{
  size_t count = there ? pst_unpack_count(in, 8) : 0;

  if (there && pst_table_bounds(table, column, NULL) != PST_OK)
    return false;
  for (size_t r = table->n_rows; r < table->n_rows + n && pst_column_has_bounds(column); r++)
    column->arrays.bounds[r].low = NAN;
  for (size_t i = 0; i < count && !in->failed; i++) {
    const uint64_t at = pst_unpack_number(in);
    struct pst_bounds bounds = {.low = pst_unpack_double(in)};
    uint64_t open;

    bounds.high = pst_unpack_double(in);
    open = pst_unpack_number(in);
    bounds.low_open = (open & 1) != 0;
    bounds.high_open = (open & 2) != 0;
    in->failed = in->failed || at >= n || !(bounds.low <= bounds.high);
    if (!in->failed)
      column->arrays.bounds[table->n_rows + at] = bounds;
  }
  column->n_bounded += in->failed ? 0 : count;
  return true;
}

static bool take_codes(struct pst_unpack *in, const struct pst_table *table,
                       struct pst_column *column, size_t n)
{
  unsigned *to = column->arrays.code + table->n_rows;
  size_t count = pst_unpack_count(in, 8);
  unsigned *now = malloc((count + 1) * sizeof *now);
  bool good = now != NULL;

  for (size_t c = 0; c < count && good; c++) {
    now[c] = pst_dictionary_add(&column->arrays.texts, pst_unpack_text(in));
    good = now[c] != PST_CODE_MISSING;
  }
  take_cells(in, table, column->arrays.code, sizeof *to, good ? n : 0);
  for (size_t r = 0; r < n && good && !in->failed; r++) {
    in->failed = to[r] >= count && to[r] != PST_CODE_MISSING;
    if (!in->failed && to[r] != PST_CODE_MISSING)
      to[r] = now[to[r]];
  }
  free(now);
  return good;
}

static void no_codes(const struct pst_table *table, struct pst_column *column, size_t n)
{
  for (size_t r = table->n_rows; r < table->n_rows + n && column->arrays.code != NULL; r++)
    column->arrays.code[r] = PST_CODE_MISSING;
}

static bool take_column(struct pst_unpack *in, const struct pst_table *table,
                        struct pst_column *column, size_t n)
{
  const uint64_t arrays = pst_unpack_number(in);
  bool good = true;

  in->failed = in->failed || ((arrays & HAS_VALUE) != 0) != (column->arrays.value != NULL)
               || ((arrays & HAS_DECIMALS) != 0) != (column->arrays.decimals != NULL)
               || ((arrays & HAS_CODE) != 0 && column->arrays.code == NULL);
  if ((arrays & HAS_VALUE) != 0)
    take_cells(in, table, column->arrays.value, sizeof(double), n);
  if ((arrays & HAS_DECIMALS) != 0)
    take_cells(in, table, column->arrays.decimals, 1, n);
  if (!in->failed)
    good = take_rest(in, table, column, (arrays & HAS_REST) != 0, n);
  if (good && !in->failed)
    good = take_bounds(in, table, column, (arrays & HAS_BOUNDS) != 0, n);
  if ((arrays & HAS_CODE) == 0)
    no_codes(table, column, n);
  else if (good && !in->failed)
    good = take_codes(in, table, column, n);
  for (size_t r = table->n_rows; r < table->n_rows + n && good && !in->failed; r++)
    column->n_missing += pst_column_missing(column, r);
  return good;
}

static unsigned long behind(const struct pst_move_lines *lines, size_t n, unsigned file)
{
  for (size_t i = 0; i < n; i++)
    if (lines[i].file == file)
      return lines[i].behind;
  return 0;
}

struct placing {
  unsigned file;
  unsigned long line;
  uint64_t place;
};

/* As pst_table_place, once lines are kept row by row, as they are soon. */
static void place_row(struct pst_table *table, size_t row, unsigned long line, unsigned file)
{
  if (!table->placed) {
    pst_table_place(table, row, line, file);
    return;
  }
  table->lines[row] = line;
  table->file_numbers[row] = file;
}

static void take_places(struct pst_unpack *in, const struct placing *from, struct pst_table *table,
                        uint64_t *places, size_t n)
{
  struct pst_text bytes = pst_unpack_bytes(in, n * 8);

  for (size_t i = 0; i < n && !in->failed; i++) {
    int32_t line;
    uint32_t place;

    pst_unpack_array(&line, bytes.data + 8 * i, sizeof line, 1);
    pst_unpack_array(&place, bytes.data + 8 * i + 4, sizeof place, 1);
    place_row(table, table->n_rows + i, from->line + (unsigned long)(long)line, from->file);
    places[table->n_rows + i] = from->place + place;
  }
}

enum pst_status pst_move_take(struct pst_text bytes, const struct pst_move_lines *lines, size_t n,
                              uint64_t place, struct pst_table *table, uint64_t *places,
                              struct pst_error *error)
{
  struct pst_unpack in = {.left = bytes};
  bool good = true;

  while (in.left.size > 0 && good && !in.failed) {
    size_t rows = pst_unpack_count(&in, 8);
    struct placing from = {.file = (unsigned)pst_unpack_number(&in)};

    from.line = pst_unpack_number(&in) + behind(lines, n, from.file);
    from.place = pst_unpack_number(&in) + place;
    in.failed = in.failed || from.file >= table->n_files || rows == 0
                || rows > table->rows_capacity - table->n_rows;
    take_places(&in, &from, table, places, in.failed ? 0 : rows);
    for (size_t i = 0; i < table->n_columns && good && !in.failed; i++)
      good = take_column(&in, table, &table->columns[i], rows);
    table->n_rows += in.failed || !good ? 0 : rows;
  }
  if (!good)
    return pst_fail_memory(error);
  return in.failed ? pst_fail(error, PST_BAD_DATA, "these are no rows of these columns") : PST_OK;
}

/* --- texts ----------------------------------------------------------------------------------------- */

void pst_move_texts(const struct pst_dictionary *texts, struct pst_buffer *out)
{
  pst_pack_number(out, texts->count);
  for (unsigned c = 0; c < texts->count; c++)
    pst_pack_text(out, texts->texts[c]);
}

bool pst_move_take_texts(struct pst_unpack *in, struct pst_dictionary *texts)
{
  size_t n = pst_unpack_count(in, 8);
  bool good = true;

  for (size_t i = 0; i < n && good && !in->failed; i++)
    good = pst_dictionary_add(texts, pst_unpack_text(in)) != PST_CODE_MISSING;
  return good && !in->failed;
}

bool pst_move_number_texts(struct pst_unpack *in, struct pst_column *column)
{
  return pst_move_take_texts(in, &column->arrays.texts);
}
