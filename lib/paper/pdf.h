/* pdf.h -- the text of a PDF, by pdftotext. */
#ifndef PST_PAPER_PDF_H
#define PST_PAPER_PDF_H

#include <stdbool.h>

#include "base/error.h"
#include "base/text.h"

/* pst_pdf_is: the file PATH is there and begins as a PDF does. */
bool pst_pdf_is(const char *path);

/* pst_pdf_text: the text of the PDF at PATH, appended to TEXT: in the order of reading, or AS_LAID_OUT on the
   page, where the cells of a table stand beside each other.
   Status    PST_IO: pdftotext is not installed (the message says what to do), or cannot read it; PST_NO_MEMORY
   Tested    tests/cli/claims-scan-pdf*  */
enum pst_status pst_pdf_text(const char *path, bool as_laid_out, struct pst_buffer *text,
                             struct pst_error *error);

#endif
