/* report_text.c -- verdicts for a terminal. */
#include <string.h>

#include "claim/report/report_parts.h"
#include "report/escape.h"

enum { DEFAULT_WIDTH = 100, RIGHT_COLUMN = 50, PLACES_MOST = 4 };

struct text {
  const struct pst_claims_report *report;
  struct pst_buffer *out;
  size_t width;
  size_t place_width, verdict_width; /* of the widest that is shown */
};

static size_t width_of(const struct pst_buffer *buffer)
{
  return pst_utf8_width(pst_text_of(pst_buffer_string(buffer)));
}

static bool is_shown(const struct text *text, const struct pst_claim *claim)
{
  return text->report->detail != PST_CLAIMS_PROBLEMS || !pst_claim_holds(claim->verdict);
}

static bool is_explained(const struct text *text, enum pst_verdict verdict)
{
  return text->report->detail == PST_CLAIMS_ALL || !pst_claim_holds(verdict);
}

/* --- the line of a claim ------------------------------------------------------------------------- */

/* Where an editor should go: the check that decides. */
static void put_place(struct pst_buffer *out, const struct pst_claims *claims,
                      const struct pst_claim *claim)
{
  const struct pst_claim_check *check = pst_claim_deciding(claim);

  pst_escape_terminal(out, claims->path);
  pst_buffer_printf(out, ":%lu:%lu", check == NULL ? claim->line : check->line,
                    check == NULL ? claim->column : check->column);
}

static void put_verdict(struct pst_buffer *out, enum pst_verdict verdict, const char *qualifier)
{
  for (const char *c = pst_verdict_name(verdict); *c != '\0'; c++)
    pst_buffer_putc(out, *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c);
  if (qualifier[0] != '\0')
    pst_buffer_printf(out, " (%s)", qualifier);
}

static const char *claim_qualifier(const struct pst_claim *claim)
{
  return pst_claim_qualifier(claim->severity, claim->verdict, claim->as_printed);
}

static size_t larger(size_t a, size_t b)
{
  return a > b ? a : b;
}

static void measure_claim(struct text *text, const struct pst_claims *claims,
                          const struct pst_claim *claim, struct pst_buffer *scratch)
{
  pst_buffer_clear(scratch);
  put_place(scratch, claims, claim);
  text->place_width = larger(text->place_width, width_of(scratch));
  pst_buffer_clear(scratch);
  put_verdict(scratch, claim->verdict, claim_qualifier(claim));
  text->verdict_width = larger(text->verdict_width, width_of(scratch));
}

static void measure(struct text *text)
{
  struct pst_buffer scratch = {.data = NULL};

  for (size_t f = 0; f < text->report->file_count; f++) {
    const struct pst_claims *claims = text->report->files[f];

    for (size_t i = 0; i < claims->claim_count; i++)
      if (is_shown(text, &claims->claims[i]))
        measure_claim(text, claims, &claims->claims[i], &scratch);
  }
  text->out->failed = text->out->failed || scratch.failed;
  pst_buffer_free(&scratch);
}

static const char *verdict_color(enum pst_verdict verdict)
{
  static const char *const colors[PST_VERDICTS] = {
      [PST_VERDICT_VERIFIED] = "\033[32m",   [PST_VERDICT_RESTATED] = "\033[34m",
      [PST_VERDICT_CONSISTENT] = "\033[36m", [PST_VERDICT_NOT_CHECKABLE] = "\033[2m",
      [PST_VERDICT_AMBIGUOUS] = "\033[33m",  [PST_VERDICT_CONTRADICTED] = "\033[1;31m",
      [PST_VERDICT_ERROR] = "\033[1;35m",
  };

  return colors[verdict];
}

/* SCRATCH to the report, blanks behind it up to WIDTH; in COLOR unless that is NULL. */
static void put_padded(struct text *text, struct pst_buffer *scratch, size_t width,
                       const char *color)
{
  size_t own = width_of(scratch);

  if (color != NULL)
    pst_buffer_puts(text->out, color);
  pst_buffer_puts(text->out, pst_buffer_string(scratch));
  if (color != NULL)
    pst_buffer_puts(text->out, "\033[0m");
  pst_buffer_repeat(text->out, ' ', width > own ? width - own : 0);
  pst_buffer_clear(scratch);
}

static void put_head(struct text *text, const struct pst_claims *claims,
                     const struct pst_claim *claim)
{
  struct pst_buffer scratch = {.data = NULL};

  put_place(&scratch, claims, claim);
  put_padded(text, &scratch, text->place_width, NULL);
  pst_buffer_puts(text->out, "  ");
  put_verdict(&scratch, claim->verdict, claim_qualifier(claim));
  put_padded(text, &scratch, text->verdict_width,
             text->report->color ? verdict_color(claim->verdict) : NULL);
  pst_buffer_puts(text->out, "  ");
  pst_escape_terminal(text->out, claim->id);
  if (claim->at[0] != '\0') {
    pst_buffer_puts(text->out, "   ");
    pst_escape_terminal(text->out, claim->at);
  }
  pst_buffer_putc(text->out, '\n');
  text->out->failed = text->out->failed || scratch.failed;
  pst_buffer_free(&scratch);
}

/* --- its checks ---------------------------------------------------------------------------------- */

/* LEFT at INDENT and RIGHT in a column of its own, or below where it would not fit. */
static void put_pair(struct text *text, size_t indent, const struct pst_buffer *left,
                     const struct pst_buffer *right)
{
  size_t used = indent + width_of(left), column = larger(used + 2, RIGHT_COLUMN);

  pst_buffer_repeat(text->out, ' ', indent);
  pst_buffer_puts(text->out, pst_buffer_string(left));
  if (right->size > 0 && column + width_of(right) <= text->width) {
    pst_buffer_repeat(text->out, ' ', column - used);
    pst_buffer_puts(text->out, pst_buffer_string(right));
  } else if (right->size > 0) {
    pst_buffer_putc(text->out, '\n');
    pst_buffer_repeat(text->out, ' ', indent + 2);
    pst_buffer_puts(text->out, pst_buffer_string(right));
  }
  pst_buffer_putc(text->out, '\n');
}

/* The numbers of a check on one line; its verdict too where the claim has several. */
static void put_numbers(struct pst_buffer *out, const struct pst_claim *claim,
                        const struct pst_claim_check *check)
{
  bool several = claim->check_count > 1 && check->verdict != claim->verdict;

  if (several) {
    const char *qualifier = pst_claim_qualifier(check->severity, check->verdict, check->as_printed);

    pst_buffer_puts(out, pst_verdict_name(check->verdict));
    if (qualifier[0] != '\0')
      pst_buffer_printf(out, " (%s)", qualifier);
  }
  if (check->computed.known) {
    pst_buffer_puts(out, out->size > 0 ? ": computed " : "computed ");
    pst_escape_terminal(out, check->computed.text);
    pst_claim_basis_print(out, &check->computed);
  }
  if (check->reported.known) {
    pst_buffer_puts(out, out->size > 0 ? ", reported " : "reported ");
    pst_claim_relation_print(out, check->relation);
    pst_claim_reported_print(out, &check->reported);
  }
  for (size_t i = 0; i < check->tally_count; i++) {
    pst_buffer_puts(out, out->size > 0 ? "; " : "");
    pst_claim_tally_print(out, &check->tallies[i]);
  }
  if (check->wide)
    pst_buffer_puts(out,
                    out->size > 0 ? "; wide: a cell is used twice" : "wide: a cell is used twice");
}

static void put_check_line(struct text *text, const struct pst_claim *claim,
                           const struct pst_claim_check *check)
{
  struct pst_buffer left = {.data = NULL}, right = {.data = NULL};

  if (check->reading != NULL) {
    pst_buffer_puts(&left, "reading ");
    pst_escape_terminal(&left, check->reading);
    pst_buffer_puts(&left, ": ");
  }
  if (check->reason != NULL && strcmp(check->reason, check->expression) == 0)
    pst_buffer_puts(&left, "not checkable because: ");
  pst_escape_terminal(&left, check->expression);
  put_numbers(&right, claim, check);
  put_pair(text, 2, &left, &right);
  text->out->failed = text->out->failed || left.failed || right.failed;
  pst_buffer_free(&left);
  pst_buffer_free(&right);
}

/* --- why ----------------------------------------------------------------------------------------- */

static bool is_listed(const struct text *text, const struct pst_claim_row *row)
{
  return row->decides || text->report->detail == PST_CLAIMS_ALL;
}

static size_t count_listed(const struct text *text, const struct pst_claim_check *check)
{
  size_t n = 0;

  for (size_t i = 0; i < check->row_count; i++)
    n += is_listed(text, &check->rows[i]);
  return n;
}

static void put_row_place(struct pst_buffer *out, const struct pst_claim_row *row)
{
  pst_escape_terminal(out, row->file);
  pst_buffer_printf(out, ":%lu", row->line);
}

/* The places of all listed rows, "a.csv:3, a.csv:4". */
static void put_places(struct pst_buffer *out, const struct text *text,
                       const struct pst_claim_check *check)
{
  for (size_t i = 0; i < check->row_count; i++) {
    if (!is_listed(text, &check->rows[i]))
      continue;
    if (out->size > 0)
      pst_buffer_puts(out, ", ");
    put_row_place(out, &check->rows[i]);
  }
}

static void put_row(struct text *text, const struct pst_claim_row *row, struct pst_buffer *left,
                    struct pst_buffer *right)
{
  pst_buffer_clear(left);
  pst_buffer_clear(right);
  pst_escape_terminal(left, row->cell);
  pst_buffer_puts(left, row->text[0] == '\0' ? " is missing" : " = ");
  pst_escape_terminal(left, row->text);
  put_row_place(right, row);
  put_pair(text, 4, left, right);
}

static void put_rows(struct text *text, const struct pst_claim_check *check)
{
  struct pst_buffer left = {.data = NULL}, right = {.data = NULL};

  for (size_t i = 0; i < check->row_count; i++)
    if (is_listed(text, &check->rows[i]))
      put_row(text, &check->rows[i], &left, &right);
  if (check->row_total > check->row_count)
    pst_buffer_printf(text->out, "    and %zu lines more\n", check->row_total - check->row_count);
  text->out->failed = text->out->failed || left.failed || right.failed;
  pst_buffer_free(&left);
  pst_buffer_free(&right);
}

struct reasons {
  struct text *text;
  const struct pst_claim_check *check;
  bool with_places; /* behind the explanation's one line */
};

static void put_reason(void *context, const char *line)
{
  struct reasons *reasons = context;
  const struct pst_claim_check *check = reasons->check;
  struct pst_buffer left = {.data = NULL}, right = {.data = NULL};

  if ((line == check->reason && strcmp(line, check->expression) == 0)
      || pst_claim_repeats(check, line))
    return; /* it stands above already */
  pst_escape_terminal(&left, line);
  if (reasons->with_places && line == check->explanation[0])
    put_places(&right, reasons->text, check);
  put_pair(reasons->text, 4, &left, &right);
  reasons->text->out->failed = reasons->text->out->failed || left.failed || right.failed;
  pst_buffer_free(&left);
  pst_buffer_free(&right);
}

static void put_near(struct text *text, const struct pst_claim_check *check)
{
  for (size_t i = 0; i < check->near_match_count; i++) {
    pst_buffer_puts(text->out, "    near: ");
    pst_escape_terminal(text->out, check->near_matches[i]);
    pst_buffer_putc(text->out, '\n');
  }
}

static void put_why(struct text *text, const struct pst_claim_check *check)
{
  size_t listed = count_listed(text, check);
  struct reasons reasons = {.text = text, .check = check};

  reasons.with_places = check->explanation_count == 1 && listed > 0
                        && !pst_claim_repeats(check, check->explanation[0]) && listed <= PLACES_MOST
                        && text->report->detail != PST_CLAIMS_ALL;
  pst_claim_reasons(check, put_reason, &reasons);
  put_near(text, check);
  if (!reasons.with_places)
    put_rows(text, check);
}

/* What holds and is no equality or order has its numbers in what was told. */
static void put_evidence(struct text *text, const struct pst_claim_check *check)
{
  struct reasons reasons = {.text = text, .check = check};

  for (size_t i = 0; i < check->explanation_count && !check->computed.known; i++)
    put_reason(&reasons, check->explanation[i]);
  put_near(text, check); /* a name misspelt behind except makes a count right or wrong */
}

/* What else the claim could have been about, and how often it would hold. */
static void put_choices(struct text *text, const struct pst_claim_check *check)
{
  for (size_t i = 0; i < check->choice_count; i++) {
    pst_buffer_printf(text->out, "    %s: ", pst_choice_how_names[check->choices[i].how]);
    pst_escape_terminal(text->out, check->choices[i].choice);
    pst_buffer_puts(text->out, ": ");
    pst_claim_choice_print(text->out, &check->choices[i]);
    pst_buffer_putc(text->out, '\n');
  }
  if (check->depends != NULL && check->depends[0] != '\0') {
    pst_buffer_puts(text->out, "    ");
    pst_escape_terminal(text->out, check->depends);
    pst_buffer_putc(text->out, '\n');
  }
}

static void put_says(struct text *text, const struct pst_claim *claim)
{
  for (size_t i = 0; i < claim->says_count; i++) {
    pst_buffer_puts(text->out, "  \"");
    pst_escape_terminal(text->out, claim->says[i]);
    pst_buffer_puts(text->out, "\"\n");
  }
}

static void put_claim(struct text *text, const struct pst_claims *claims,
                      const struct pst_claim *claim)
{
  put_head(text, claims, claim);
  if (text->report->detail == PST_CLAIMS_ALL)
    put_says(text, claim);
  for (size_t i = 0; i < claim->check_count; i++) {
    put_check_line(text, claim, &claim->checks[i]);
    if (is_explained(text, claim->checks[i].verdict))
      put_why(text, &claim->checks[i]);
    else
      put_evidence(text, &claim->checks[i]);
    put_choices(text, &claim->checks[i]);
  }
}

/* --- the paper's text ---------------------------------------------------------------------------- */

/* Its numbers that no claim uses, a line of the text each. */
static void put_coverage(struct text *text, const struct pst_claims *claims)
{
  if (!claims->has_coverage)
    return;
  pst_escape_terminal(text->out, claims->paper_text);
  pst_buffer_puts(text->out, ": ");
  pst_claim_coverage_print(text->out, claims);
  pst_buffer_puts(text->out, claims->unused_count > 0 ? "; not used:\n" : "\n");
  for (size_t i = 0; i < claims->unused_count; i++) {
    const struct pst_claim_unused *unused = &claims->unused[i];

    if (i > 0 && unused->line == claims->unused[i - 1].line) {
      pst_buffer_puts(text->out, "  ");
    } else {
      pst_buffer_puts(text->out, i > 0 ? "\n  " : "  ");
      pst_escape_terminal(text->out, claims->paper_text);
      pst_buffer_printf(text->out, ":%lu: ", unused->line);
    }
    pst_escape_terminal(text->out, unused->text);
  }
  pst_buffer_puts(text->out, claims->unused_count > 0 ? "\n" : "");
}

void pst_claims_write_text(const struct pst_claims_report *report, struct pst_buffer *out)
{
  struct text text = {.report = report, .out = out, .width = report->width};
  struct pst_claims_summary total = pst_claims_total(report);

  if (text.width == 0)
    text.width = DEFAULT_WIDTH;
  measure(&text);
  for (size_t f = 0; f < report->file_count; f++)
    for (size_t i = 0; i < report->files[f]->claim_count; i++)
      if (is_shown(&text, &report->files[f]->claims[i]))
        put_claim(&text, report->files[f], &report->files[f]->claims[i]);
  for (size_t f = 0; f < report->file_count; f++)
    put_coverage(&text, report->files[f]);
  pst_claims_summary_print(out, &total);
  pst_buffer_putc(out, '\n');
}
