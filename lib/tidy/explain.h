/* explain.h -- what each line and column of a file was taken for, and why. */
#ifndef PST_TIDY_EXPLAIN_H
#define PST_TIDY_EXPLAIN_H

#include "tidy/tidy.h"

/* pst_explain_line: what ROW of the sheet is: "title", "header", "record" ...; never NULL. */
const char *pst_explain_line(const struct pst_tidy *tidy, size_t row);

/* pst_explain_role: what COLUMN is: "key", "value" ... */
const char *pst_explain_role(const struct pst_tidy *tidy, size_t column);

/* pst_explain: the first and last lines with their roles, and all columns with theirs, as lines that
   begin with "tidy: "; _json: members `lines` (runs of lines of one role, all of them) and `columns`. */
void pst_explain(const struct pst_tidy *tidy, struct pst_buffer *out);
void pst_explain_json(const struct pst_tidy *tidy, struct pst_buffer *out);

#endif
