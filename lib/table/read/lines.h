/* lines.h -- physical lines: where they end, and whether they are text.

   All     Given     a line as it stands, its line end included; any bytes
           Returned  what each says
           Cost      O(size of the line)
           Tested    test_lines.c  */
#ifndef PST_TABLE_READ_LINES_H
#define PST_TABLE_READ_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"

enum pst_line_state { PST_LINE_GOOD, PST_LINE_NUL, PST_LINE_NOT_UTF8 };

/* How a line leaves the quotes, which may span lines: OPENED on this line, or OPEN since before. */
enum pst_quote_state { PST_QUOTE_NONE, PST_QUOTE_OPENED, PST_QUOTE_OPEN };

/* pst_line_end: the offset after the line end (LF, CRLF or CR) of the line that starts at FROM in
   data[0..size), or 0 when it is not there yet; AT_END: nothing follows, the rest is a line.
   Cost      that of the line, not of the data behind it  */
size_t pst_line_end(const char *data, size_t from, size_t size, bool at_end);

/* pst_line_text: LINE without its line end. */
struct pst_text pst_line_text(struct pst_text line);

/* pst_line_blank: nothing but blanks that are no delimiter. */
bool pst_line_blank(struct pst_text line, char delimiter);

/* pst_line_check: whether LINE is UTF-8 without NUL; else *BAD is the offset of the byte. */
enum pst_line_state pst_line_check(struct pst_text line, size_t *bad);

/* pst_line_quotes: follow the quotes of LINE; *STATE goes from line to line and begins as NONE.
   Returned  true; false, and *BAD the offset, where something other than a blank, a delimiter or
             the end follows the closing quote of a field: `"a"b`  */
bool pst_line_quotes(struct pst_text line, char delimiter, enum pst_quote_state *state,
                     size_t *bad);

/* The messages for what is not a line of delimited text.
   pst_line_refuse: byte BAD of TEXT is a NUL or not UTF-8; TEXT is all that is at hand, by which
   encodings are suggested.  pst_line_refuse_quote: text after a closing quote at byte BAD.
   pst_line_refuse_open: the quote opened on line NUMBER is never closed.  pst_line_refuse_size: a record
   too long.
   Given     FILE and NUMBER, where it is
   Status    PST_BAD_DATA, always
   Tested    test_delimited.c, test_records.c, test_sheet.c, by way of the readers  */
enum pst_status pst_line_refuse(enum pst_line_state state, struct pst_text text, size_t bad,
                                const char *file, unsigned long number, struct pst_error *error);
enum pst_status pst_line_refuse_quote(size_t bad, const char *file, unsigned long number,
                                      struct pst_error *error);
enum pst_status pst_line_refuse_open(const char *file, unsigned long number,
                                     struct pst_error *error);
enum pst_status pst_line_refuse_size(const char *file, unsigned long number,
                                     struct pst_error *error);

#endif
