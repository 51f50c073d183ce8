/* html_symbol.c -- the class and the symbol of a verdict. */
#include "claim/report/html.h"

const char *pst_html_class(enum pst_verdict verdict)
{
  return verdict == PST_VERDICT_NOT_CHECKABLE ? "not-checkable" : pst_verdict_name(verdict);
}

void pst_html_verdict(struct pst_buffer *out, enum pst_verdict verdict)
{
  pst_html_use(out, pst_html_class(verdict));
}
