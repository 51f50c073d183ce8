/* lines.h -- statements of a claims file: where they begin and end, and their small parts. */
#ifndef PST_CLAIM_READ_LINES_H
#define PST_CLAIM_READ_LINES_H

#include "claim/read/syntax.h"
#include "language/parser.h"

/* All that return bool return false once an error is reported, the first one apart. */

/* pst_lines_statement: does a statement begin here, or the file end? */
bool pst_lines_statement(const struct pst_language_parser *parser);
/* pst_lines_recover: after an error in the statement that begins at AT: on with the first line behind
   the error that is not indented deeper than that statement's. */
void pst_lines_recover(struct pst_language_parser *parser, size_t at);
/* pst_lines_end: past the end of the line. */
bool pst_lines_end(struct pst_language_parser *parser);
/* pst_lines_id, pst_lines_name, pst_lines_column: an ID, a NAME, a COLUMN; WANTED, WHAT: "a name". */
bool pst_lines_id(struct pst_language_parser *parser, const char *wanted, struct pst_text *id);
bool pst_lines_name(struct pst_language_parser *parser, const char *what, struct pst_text *name);
bool pst_lines_column(struct pst_language_parser *parser, struct pst_text *column);
/* pst_lines_twice: WHAT NAME at AT stands BEFORE already; always false. */
bool pst_lines_twice(struct pst_language_parser *parser, size_t at, const char *what,
                     struct pst_text name, size_t before);

/* pst_lines_rate: `rate` and a name: the statement, not a table or let of that name.
   pst_rate_statement: the rate behind the word `rate`, into FILE. */
bool pst_lines_rate(const struct pst_language_parser *parser);
bool pst_rate_statement(struct pst_language_parser *parser, struct pst_file_syntax *file);

/* pst_table_statement: the table behind the word `table`, into FILE. */
bool pst_table_statement(struct pst_language_parser *parser, struct pst_file_syntax *file);

#endif
