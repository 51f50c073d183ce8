/* plain_numbers.h -- columns of any kind that turn out to be plain numbers, without a text for each of them.

   A column of any kind is kept as texts, for all of them together say what it is.  Where nobody will ask for the
   texts of numbers (pst_load_options.numbers_alone), a number such as 1204 or 12.50 has its value and its
   decimals instead: they are its text.  The first cell that is no such number gives all before it their texts
   back, and the column is read as ever.

   Given     a column asked for as PST_WANT_ANY, while it is loaded
   Tested    test_plain_numbers.c, by way of load/load.h */
#ifndef PST_TABLE_LOAD_PLAIN_NUMBERS_H
#define PST_TABLE_LOAD_PLAIN_NUMBERS_H

#include "table/load/loader.h"

enum { PST_PLAIN_DIGITS = 15, PST_PLAIN_SPELLED = 32 }; /* digits that a double keeps */

/* pst_plain_is_canonical: CELL, which pst_number_plain read with DECIMALS, is as printf writes it: no digit left
   out at the mark, no zero before the others, and no more digits than a double keeps.
   Returned  the answer
   Cost      O(1)  */
static inline bool pst_plain_is_canonical(struct pst_text cell, unsigned char decimals)
{
  const size_t negative = cell.data[0] == '-', mark = decimals > 0;
  const size_t before = cell.size - negative - mark - decimals;

  if (before == 0 || before + decimals > PST_PLAIN_DIGITS)
    return false;
  return (before == 1 || cell.data[negative] != '0')
         && (decimals > 0 || (unsigned)(unsigned char)cell.data[cell.size - 1] - '0' <= 9);
}

/* pst_plain_spell: the text of VALUE with DECIMALS digits behind the mark of LOADER, in TEXT.
   Returned  the text
   Cost      that of printf  */
struct pst_text pst_plain_spell(const struct pst_loader *loader, double value, int decimals,
                                char text[PST_PLAIN_SPELLED]);

/* pst_plain_numbers_begin: the columns of any kind of LOADER may be read so, but for those that a schema says are
   texts.
   Returned  nothing but that, in LOADER
   Cost      O(columns)  */
void pst_plain_numbers_begin(struct pst_loader *loader);

/* pst_plain_number_read: CELL, with nothing around it, as a plain number into ROW.
   Returned  true; false for any other cell, and nothing is changed then
   Cost      a few nanoseconds  */
static inline bool pst_plain_number_read(struct pst_column *column, size_t row,
                                         struct pst_text cell, char decimal)
{
  double value;
  unsigned char decimals;

  if (!pst_number_plain(cell, decimal, &value, &decimals)
      || !pst_plain_is_canonical(cell, decimals))
    return false;
  column->arrays.value[row] = value;
  column->arrays.decimals[row] = decimals;
  return true;
}

/* pst_plain_numbers_spell: the texts of the first N rows of column I, if it was read so far as plain numbers.
   Returned  the column as it would be if its cells had been read as texts
   Status    PST_NO_MEMORY
   Cost      O(N)  */
enum pst_status pst_plain_numbers_spell(struct pst_loader *loader, size_t i, size_t n,
                                        struct pst_error *error);

/* pst_plain_numbers_settle: column I after the last row.
   Returned  *SETTLED, and the column one of numbers, where all its cells are plain numbers and the first can be no
             time of an agency's notation; else the column one of texts, which must decide
   Status    PST_NO_MEMORY
   Cost      O(1), or that of the texts  */
enum pst_status pst_plain_numbers_settle(struct pst_loader *loader, size_t i, bool *settled,
                                         struct pst_error *error);

#endif
