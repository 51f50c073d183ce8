/* plain_times.h -- times that are plain numbers, without a text for each of them.

   While a column of times is read, its cells are kept as texts, for all of them together say what they are
   (times.h).  A number such as 1204 or 12.50 has its value and its decimals instead: they are its text.
   All of a million rows that count up would else be a text each, twice.

   Given     a column asked for as times, while it is loaded
   Tested    test_plain_times.c, by way of load/load.h */
#ifndef PST_TABLE_LOAD_PLAIN_TIMES_H
#define PST_TABLE_LOAD_PLAIN_TIMES_H

#include "table/load/loader.h"
#include "table/load/plain_numbers.h"

/* pst_plain_time_code: CODE stands for a plain number, not for a text.
   Returned  the answer
   Cost      O(1) */
static inline bool pst_plain_time_code(unsigned code)
{
  return code < PST_CODE_MISSING && code >= PST_CODE_MISSING - 1 - PST_PLAIN_DIGITS;
}

/* pst_plain_time_read: CELL into ROW, if it is a plain number that its value and its decimals spell again,
   no year of four digits, and the cells before it are such or years.
   Given     DECIMAL  the mark
   Returned  true; false for every other cell, and nothing is changed then
   Cost      a few nanoseconds */
bool pst_plain_time_read(struct pst_column *column, size_t row, struct pst_text cell, char decimal);

/* pst_plain_times_settle: the column I of LOADER after the last row, where the plain numbers prove that all
   its cells are read as they stand: a column of years and numbers, some of which could be no packed,
   dotted or short time.
   Returned  true, and the column as pst_loader_settle_times leaves it; false where the texts must decide
   Cost      O(rows) */
bool pst_plain_times_settle(struct pst_loader *loader, size_t i);

/* pst_plain_times_spell: texts in the place of plain numbers, numbered in the order of the rows.
   Returned  the column, each cell that is not missing with a text
   Status    PST_NO_MEMORY
   Cost      O(rows), if there are plain numbers */
enum pst_status pst_plain_times_spell(struct pst_loader *loader, size_t i, struct pst_error *error);

#endif
