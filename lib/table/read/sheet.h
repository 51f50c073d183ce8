/* sheet.h -- a delimited file as it stands: rows of cells, however many each row has.

   A table of records (records.h) wants one header and rows of its width; what agencies publish has
   titles above, blank lines between, and notes below.  A sheet keeps all of it, by place.

   All     Given     a sheet that was read; rows below n_rows and columns from 0; texts of any bytes
           Returned  the sheet, for pst_sheet_free, empty after a failure; or what each says of it
           Cost      O(1) but for reading
           Tested    test_sheet.c  */
#ifndef PST_TABLE_READ_SHEET_H
#define PST_TABLE_READ_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/text.h"
#include "input/input.h"

/* A row: a blank line is a row of no cells. */
struct pst_sheet_row {
  size_t first;    /* its first cell */
  uint32_t n;      /* cells */
  uint32_t filled; /* of them hold something */
  uint32_t width;  /* the number of the last of these, from 1; 0: all are empty */
  bool comment;    /* a note by the style: it has no cells */
  uint16_t indent; /* blanks before the text of its first cell, of any width; those in quotes too */
  unsigned long line; /* physical line where it starts, from 1 */
};

struct pst_sheet {
  char *name; /* of the file */
  char delimiter;
  struct pst_sheet_row *rows;
  size_t n_rows, rows_capacity;
  uint64_t *
      cells; /* where each cell's text stands in bytes, and its size: cells of the same text mostly share it */
  size_t n_cells, cells_capacity;
  struct pst_buffer bytes;
  bool cut;       /* the last line has no line end */
  size_t changed; /* cells that had marks that do not show, or another form of accents */
  size_t example; /* one of them */
};

/* pst_sheet_read: all of INPUT, which stays the caller's.
   Given     delimiter  0: the one among tab ; , and | that parts most lines alike
             most       rows to read at most; SIZE_MAX for all
   Status    PST_BAD_DATA with the line: NUL bytes, not UTF-8, a quote that is never closed or is
             followed by text, a record of more than 64 MiB, an empty file; PST_IO; PST_NO_MEMORY
   Cost      one pass; memory is the size of the texts that differ and eight bytes a cell
   Tested    test_sheet.c  */
enum pst_status pst_sheet_read(struct pst_input *input, char delimiter, size_t most,
                               struct pst_sheet *sheet, struct pst_error *error);

/* How cells are written; all zero: found out, and as CSV has it. */
struct pst_sheet_style {
  char delimiter; /* 0: found; ' ': any run of blanks */
  char quote;     /* 0: " */
  char escape;    /* what stands before a quote inside quotes, besides a second quote; 0: nothing */
  char comment;   /* a line that begins with it is a note: a row without cells; 0: none */
};

/* pst_sheet_read_style: the same, written in STYLE.
   Status    PST_BAD_DATA as pst_sheet_read; PST_NO_MEMORY
   Cost      as pst_sheet_read  */
enum pst_status pst_sheet_read_style(struct pst_input *input, const struct pst_sheet_style *style,
                                     size_t most, struct pst_sheet *sheet, struct pst_error *error);

/* pst_sheet_text: the same from TEXT in memory, called NAME in messages.
   Status    PST_BAD_DATA as pst_sheet_read; PST_NO_MEMORY
   Cost      as pst_sheet_read  */
enum pst_status pst_sheet_text(struct pst_text text, const char *name, char delimiter,
                               struct pst_sheet *sheet, struct pst_error *error);

/* pst_sheet_text_of: the text of one of a sheet's cells, which is a place in bytes and, in its lower bits, a size;
   pst_sheet_size_of: that size alone. */
enum { PST_SHEET_SIZE_BITS = 28 };

static inline size_t pst_sheet_size_of(uint64_t cell)
{
  return cell & ((UINT64_C(1) << PST_SHEET_SIZE_BITS) - 1);
}

static inline struct pst_text pst_sheet_text_of(const struct pst_sheet *sheet, uint64_t cell)
{
  return (struct pst_text){.data = sheet->bytes.data + (cell >> PST_SHEET_SIZE_BITS),
                           .size = pst_sheet_size_of(cell)};
}

/* pst_sheet_cell: without blanks at its ends, in NFC and without marks that do not show; empty beyond the last cell of the row. */
static inline struct pst_text pst_sheet_cell(const struct pst_sheet *sheet, size_t row,
                                             size_t column)
{
  const struct pst_sheet_row *r = &sheet->rows[row];

  return column < r->n ? pst_sheet_text_of(sheet, sheet->cells[r->first + column])
                       : (struct pst_text){.data = "", .size = 0};
}

/* pst_sheet_filled: how many cells of ROW hold something; pst_sheet_width: the number of the last
   of them, from 1; 0 when all are empty. */
size_t pst_sheet_filled(const struct pst_sheet *sheet, size_t row);
size_t pst_sheet_width(const struct pst_sheet *sheet, size_t row);

/* pst_sheet_head: the whole rows of TEXT, up to MOST of them; TEXT may stop anywhere, in a quote too.
   For recognising what a file is before it is read.
   Status    PST_BAD_DATA as pst_sheet_read, but for an empty text; PST_NO_MEMORY
   Cost      as pst_sheet_read  */
enum pst_status pst_sheet_head(struct pst_text text, const char *name, char delimiter, size_t most,
                               struct pst_sheet *sheet, struct pst_error *error);

/* pst_sheet_free: what SHEET keeps; it is then empty. */
void pst_sheet_free(struct pst_sheet *sheet);

#endif
