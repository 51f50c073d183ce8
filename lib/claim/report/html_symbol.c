#include "claim/report/html.h"

const char *pst_html_class(enum pst_verdict verdict)
{
  return verdict == PST_VERDICT_NOT_CHECKABLE ? "not-checkable" : pst_verdict_name(verdict);
}

void pst_html_symbol(struct pst_buffer *out, enum pst_verdict verdict)
{
  pst_buffer_printf(out, "<svg class=\"symbol\" aria-hidden=\"true\"><use href=\"#s-%s\"/></svg>",
                    pst_html_class(verdict));
}
