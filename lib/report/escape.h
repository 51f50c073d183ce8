/* escape.h -- text that somebody else wrote, made harmless for where it will stand.

   All put U+FFFD for a byte that is not UTF-8 and never fail; OUT is the caller's to check.

   All     Given     STRING, any bytes up to its NUL
           Returned  OUT, appended
           Cost      O(size of STRING)
           Tested    test_report_escape.c, test_report_markdown.c  */
#ifndef PST_REPORT_ESCAPE_H
#define PST_REPORT_ESCAPE_H

#include "base/text.h"

/* pst_escape_terminal: on one line; control characters and marks of direction as in base/unicode/shown.h. */
void pst_escape_terminal(struct pst_buffer *out, const char *string);

/* pst_escape_markdown: what GitHub would take for markup behind backslashes, line ends as <br>. */
void pst_escape_markdown(struct pst_buffer *out, const char *string);

/* pst_escape_json: a JSON string with its quotes; control characters and marks of direction as \u escapes. */
void pst_escape_json(struct pst_buffer *out, const char *string);

/* pst_escape_xml: for the text and for the quoted attributes of XML and HTML.  What no XML may hold
   (control characters, U+FFFE, U+FFFF) is U+FFFD; line ends and tabs stay.
   Tested    test_report_escape.c  */
void pst_escape_xml(struct pst_buffer *out, const char *string);

#endif
