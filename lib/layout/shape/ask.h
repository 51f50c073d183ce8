/* ask.h -- questions: two readings are within reach of each other, and only the user knows. */
#ifndef PST_LAYOUT_SHAPE_ASK_H
#define PST_LAYOUT_SHAPE_ASK_H

#include "layout/shape/steps.h"

/* All return PST_BAD_DATA; the message names the options that choose, and shows both readings on the
   file's own lines. */

/* pst_ask_lines: where the header ends and the records begin. */
enum pst_status pst_ask_lines(struct pst_frame *frame, const struct pst_shape *shape,
                              struct pst_error *error);

/* pst_ask_column: COLUMN of numbers could be a value or a key; _unnamed: and has no name. */
enum pst_status pst_ask_column(struct pst_frame *frame, size_t column,
                               const struct pst_judgement *judgement, struct pst_error *error);
enum pst_status pst_ask_unnamed(struct pst_frame *frame, size_t column, struct pst_error *error);

/* pst_ask_sections: ROWS with a name alone could be headings or records without values. */
enum pst_status pst_ask_sections(struct pst_frame *frame, const size_t *rows, size_t n,
                                 struct pst_error *error);

#endif
