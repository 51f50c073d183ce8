/* rows_pack.c -- the rows of a loader as bytes. */
#include "table/load/packed/rows_pack.h"

#include <string.h>

/* Lines that come one behind the other are told by the first. */
static bool pack_lines(const struct pst_table *table, unsigned long line, struct pst_buffer *out)
{
  bool apart = false;
  unsigned long first = table->n_rows == 0 ? 0 : pst_table_line(table, 0) - line;

  for (size_t r = 1; r < table->n_rows && table->placed && !apart; r++)
    apart = pst_table_line(table, r) - line != first + r;
  pst_pack_number(out, apart);
  pst_pack_number(out, first);
  for (size_t r = 0; r < table->n_rows && apart; r++) {
    uint32_t behind = (uint32_t)(pst_table_line(table, r) - line);

    if (pst_table_line(table, r) - line > UINT32_MAX)
      return false;
    pst_pack_array(out, &behind, sizeof behind, 1);
  }
  return true;
}

static void pack_texts(const struct pst_dictionary *texts, struct pst_buffer *out)
{
  pst_pack_number(out, texts->count);
  for (unsigned c = 0; c < texts->count; c++)
    pst_pack_text(out, texts->texts[c]);
}

static void pack_bounds(const struct pst_bounds *bounds, size_t n, struct pst_buffer *out)
{
  for (size_t r = 0; r < n; r++) {
    const struct pst_bounds *b = &bounds[r];
    bool none = isnan(b->low);

    /* What is beside a NaN is not set. */
    pst_pack_double(out, none ? (double)NAN : b->low);
    pst_pack_double(out, none ? 0 : b->high);
    pst_pack_number(out, none ? 0 : (uint64_t)b->low_open | (uint64_t)b->high_open << 1);
  }
}

/* An array that is there or not. */
static void pack_cells(const void *array, size_t size, size_t n, struct pst_buffer *out)
{
  pst_pack_number(out, array != NULL);
  if (array != NULL)
    pst_pack_array(out, array, size, n);
}

static bool is_missing(const struct pst_loader *loader, size_t i, size_t r)
{
  const struct pst_column *column = &loader->table->columns[i];

  if (column->want == PST_WANT_NUMBER || (column->want == PST_WANT_ANY && loader->asked[i].plain))
    return isnan(column->arrays.value[r]) && !pst_column_bounded(column, r);
  return column->arrays.code[r] == PST_CODE_MISSING;
}

/* Those of cells that are not missing are not set. */
static void pack_tokens(const struct pst_loader *loader, size_t i, struct pst_buffer *out)
{
  const unsigned char *token = loader->table->columns[i].arrays.token;

  pst_pack_number(out, token != NULL);
  for (size_t r = 0; token != NULL && r < loader->table->n_rows; r++)
    pst_buffer_putc(out, is_missing(loader, i, r) ? (char)token[r] : '\0');
}

static void pack_column(const struct pst_loader *loader, size_t i, struct pst_buffer *out)
{
  const struct pst_column *column = &loader->table->columns[i];
  const struct pst_column_cells *arrays = &column->arrays;
  const bool any = column->want == PST_WANT_ANY, plain = any && loader->asked[i].plain;
  const bool numbers = column->want == PST_WANT_NUMBER || plain;
  const bool codes = column->want != PST_WANT_NUMBER && !plain;
  const size_t n = loader->table->n_rows;

  pst_pack_number(out, column->want);
  pst_pack_number(out, plain);
  pst_pack_number(out, column->want == PST_WANT_TIME ? (uint64_t)column->period : 0);
  pst_pack_number(out, column->n_missing);
  pst_pack_number(out, any ? 0 : column->n_bounded);
  pst_pack_number(out, any ? 0 : column->n_around);
  pst_pack_number(out, column->n_otherwise);
  pst_pack_text(out, pst_text_of(any ? "" : column->sign));
  pst_pack_number(out, any ? 0 : column->n_said);
  pst_pack_text(out, pst_text_of(any || column->n_said == 0 ? "" : column->said));
  pst_pack_number(out, loader->asked[i].left_out);
  pst_pack_number(out, loader->asked[i].kind_refused);
  pack_cells(numbers || column->want == PST_WANT_TIME ? arrays->value : NULL, sizeof(double), n,
             out);
  pack_cells(numbers ? arrays->decimals : NULL, 1, n, out);
  pack_cells(codes ? arrays->code : NULL, sizeof(unsigned), n, out);
  if (codes)
    pack_texts(&arrays->texts, out);
  pack_cells(any ? NULL : arrays->rest, sizeof(double), n, out);
  pack_tokens(loader, i, out);
  pst_pack_number(out, !any && arrays->bounds != NULL);
  if (!any && arrays->bounds != NULL)
    pack_bounds(arrays->bounds, n, out);
}

bool pst_rows_pack(const struct pst_loader *loader, unsigned long line, struct pst_buffer *out)
{
  const struct pst_table *table = loader->table;
  bool good;

  pst_pack_number(out, table->n_rows);
  pst_pack_number(out, loader->n_asked);
  good = pack_lines(table, line, out);
  for (size_t i = 0; i < loader->n_asked; i++)
    pack_column(loader, i, out);
  return good && !out->failed;
}
