/* html.h -- the parts of the page of verdicts.  Used by lib/claim/report/report_html.c and html_*.c only. */
#ifndef PST_CLAIM_REPORT_HTML_H
#define PST_CLAIM_REPORT_HTML_H

#include "claim/report/report.h"
#include "page/element.h"
#include "page/page.h"

/* The page's own rules, its script, which asks the network for nothing, and the symbols of the
   verdicts. */
extern const char *const pst_claims_style[];
extern const char *const pst_claims_script[];
extern const struct pst_html_symbol pst_claims_symbols[];

/* pst_html_class: "verified", "not-checkable", ...: CSS class and name of the symbol. */
const char *pst_html_class(enum pst_verdict verdict);

/* pst_html_verdict: the symbol of VERDICT, hidden from a screen reader, which reads the word. */
void pst_html_verdict(struct pst_buffer *out, enum pst_verdict verdict);

/* pst_html_anchor: the name of a claim in links; FILE counts the claims files from 0: ids may repeat
   from one to the next. */
void pst_html_anchor(struct pst_buffer *out, size_t file, const struct pst_claim *claim);

/* pst_html_why: why a claim does not hold, on one line; nothing when it holds. */
void pst_html_why(struct pst_buffer *out, const struct pst_claim *claim);

/* pst_html_claim: a claim, and its evidence behind it. */
void pst_html_claim(struct pst_buffer *out, const struct pst_claims *claims, size_t file,
                    const struct pst_claim *claim);

/* pst_html_errors: what is broken, each with its source line and the place marked in it. */
void pst_html_errors(struct pst_buffer *out, const struct pst_claims_report *report);

/* A linear scale from [low, high] to [start, end] of the drawing, with marks at round numbers. */
struct pst_html_axis {
  double low, high, start, end;
  double step; /* between marks */
};

/* pst_html_axis: an axis that holds [LOW, HIGH] and has about MARKS marks. */
struct pst_html_axis pst_html_axis(double low, double high, double start, double end, int marks);
double pst_html_place(const struct pst_html_axis *axis, double value);
/* pst_html_mark_count: marks on the axis, at most PST_HTML_MARKS_MOST; pst_html_mark: that numbered I
   from 0, upwards. */
enum { PST_HTML_MARKS_MOST = 100 };
size_t pst_html_mark_count(const struct pst_html_axis *axis);
double pst_html_mark(const struct pst_html_axis *axis, size_t i);

/* pst_html_date_marks: the same for days since 1970-01-01: years, months or days, about MARKS of
   them, each handed to PUT with its label. */
void pst_html_date_marks(const struct pst_html_axis *axis, int marks,
                         void (*put)(void *context, double value, const char *label),
                         void *context);

/* pst_html_interval: what is reported and what is computed, on one axis; nothing when either is not
   known, when their units differ, and when there is but one finite number to show. */
void pst_html_interval(struct pst_buffer *out, const struct pst_claim_check *check);

/* pst_html_series: a line where the keys are numbers or periods, else a row of dots a key; what
   contradicts is marked. */
void pst_html_series(struct pst_buffer *out, const struct pst_claim_series *series);

#endif
