/* said.h -- bounds as agencies say them: `5-9`, `5 to 9`, `10+`, `5 or fewer`, `under 5`. */
#ifndef PST_PRINTED_SAID_H
#define PST_PRINTED_SAID_H

#include "base/number.h"
#include "printed/value.h"

enum { PST_SAID_MOST = 80 }; /* bytes: a longer cell says no bound */

/* pst_said_bounds: all of CELL as bounds that are said in words or with a dash, in the notation of
   interval/bounded.h: `5-9`, `5 to 9` and `between 5 and 9` are `[5,9]`, `5 to under 10` is `[5,10)`, `10+` and
   `10 or more` are `>=10`, `5 or fewer` is `<=5`, `more than 10` is `>10`, `under 5` is `<5`; in English, German,
   French and Spanish, numbers with a sign of a unit at them (`$10,000 to $14,999`) or behind the last (`5-9 %`).
   Given     a cell of a column of numbers: elsewhere 0-4 is the name of an age.  STYLE tells the marks of its
             numbers
   Returned  true; PLAIN with decimal points, and UNIT, "" when there is none
   False     for what may be something else: years (2001-2003), a month (3-2020), ends that fall (9-5) or are one,
             leading noughts (05-09), a minus before a dash, two units; and for anything that is no bound
   Cost      O(size of CELL), a table of some fifty phrases
   Tested    test_said.c  */
bool pst_said_bounds(struct pst_text cell, const struct pst_number_style *style,
                     char plain[PST_PLAIN_SIZE], char unit[8]);

/* pst_said_value: VALUE, which pst_value_part could not read, as bounds that are said, in a column of values.
   pst_said_write: what pst_value_write writes, of such a value too.
   Returned  true, and VALUE as an interval; false: VALUE as it was, nothing written
   Cost      that of pst_said_bounds, twice
   Tested    test_said.c  */
bool pst_said_value(struct pst_value *value);
bool pst_said_write(const struct pst_value *value, char decimal, struct pst_buffer *out);

#endif
