/* report_tap.c -- verdicts in the Test Anything Protocol, a line a claim. */
#include "claim/report/report_parts.h"
#include "report/escape.h"

/* TEXT in a description: a # would begin a directive. */
static void put_description(struct pst_buffer *out, const char *text)
{
  struct pst_buffer line = {.data = NULL};

  pst_escape_terminal(&line, text);
  for (const char *c = pst_buffer_string(&line); *c != '\0'; c++) {
    if (*c == '#' || *c == '\\')
      pst_buffer_putc(out, '\\');
    pst_buffer_putc(out, *c);
  }
  out->failed = out->failed || line.failed;
  pst_buffer_free(&line);
}

/* A line of a literal block, which holds any text; Perl's reader of TAP takes a list of quoted texts
   that hold ": " for something else. */
static void put_reason(void *context, const char *line)
{
  struct pst_buffer *block = context;
  struct pst_text text = pst_text_trim(pst_text_of(line));

  if (text.size == 0)
    return;
  pst_buffer_puts(block, block->size == 0 ? "  why: |\n    " : "    ");
  pst_escape_terminal(block, text.data);
  pst_buffer_putc(block, '\n');
}

static void put_reasons(struct pst_buffer *out, const struct pst_claim_check *check)
{
  struct pst_buffer block = {.data = NULL};

  pst_claim_reasons(check, put_reason, &block);
  pst_buffer_puts(out, pst_buffer_string(&block));
  out->failed = out->failed || block.failed;
  pst_buffer_free(&block);
}

static void put_place(struct pst_buffer *out, const char *path, unsigned long line,
                      unsigned long column)
{
  struct pst_buffer place = {.data = NULL};

  pst_buffer_printf(&place, "%s:%lu:%lu", path, line, column);
  pst_buffer_puts(out, "  place: ");
  pst_escape_json(out, pst_buffer_string(&place));
  pst_buffer_putc(out, '\n');
  out->failed = out->failed || place.failed;
  pst_buffer_free(&place);
}

/* The block below a claim that does not hold. */
static void put_block(struct pst_buffer *out, const struct pst_claims *claims,
                      const struct pst_claim *claim)
{
  const struct pst_claim_check *check = pst_claim_deciding(claim);

  pst_buffer_printf(out, "  ---\n  verdict: %s\n", pst_verdict_name(claim->verdict));
  if (claim->severity != PST_SEVERITY_NONE)
    pst_buffer_printf(out, "  severity: %s\n", pst_severity_name(claim->severity));
  if (check == NULL) {
    put_place(out, claims->path, claim->line, claim->column);
  } else {
    put_place(out, claims->path, check->line, check->column);
    pst_buffer_puts(out, "  expression: ");
    pst_escape_json(out, check->expression);
    pst_buffer_putc(out, '\n');
    put_reasons(out, check);
  }
  pst_buffer_puts(out, "  ...\n");
}

static void put_claim(struct pst_buffer *out, const struct pst_claims_report *report,
                      const struct pst_claims *claims, const struct pst_claim *claim, size_t number)
{
  bool skipped = pst_claim_skipped(report, claim->verdict);

  pst_buffer_printf(out, "%sok %zu - ", pst_claim_holds(claim->verdict) || skipped ? "" : "not ",
                    number);
  put_description(out, claim->id);
  if (claim->at[0] != '\0') {
    pst_buffer_puts(out, " at ");
    put_description(out, claim->at);
  }
  if (skipped)
    pst_buffer_printf(out, " # SKIP %s", pst_verdict_name(claim->verdict));
  pst_buffer_putc(out, '\n');
  if (!pst_claim_holds(claim->verdict))
    put_block(out, claims, claim);
}

static void put_error(struct pst_buffer *out, const struct pst_problem *error, size_t number)
{
  pst_buffer_printf(out, "not ok %zu - ", number);
  put_description(out, error->file);
  pst_buffer_printf(out, " line %lu\n  ---\n  verdict: error\n", error->line);
  put_place(out, error->file, error->line, error->column);
  pst_buffer_puts(out, "  why: |\n    ");
  pst_escape_terminal(out, error->message);
  pst_buffer_puts(out, "\n  ...\n");
}

static size_t count_tests(const struct pst_claims *claims)
{
  size_t n = claims->claim_count;

  for (size_t i = 0; i < claims->error_count; i++)
    n += !pst_claim_error_is_of_check(claims, &claims->errors[i]);
  return n;
}

void pst_claims_write_tap(const struct pst_claims_report *report, struct pst_buffer *out)
{
  struct pst_claims_summary total = pst_claims_total(report);
  size_t number = 0;

  for (size_t f = 0; f < report->file_count; f++)
    number += count_tests(report->files[f]);
  pst_buffer_printf(out, "TAP version 13\n1..%zu\n", number);
  number = 0;
  for (size_t f = 0; f < report->file_count; f++) {
    const struct pst_claims *claims = report->files[f];

    for (size_t i = 0; i < claims->claim_count; i++)
      put_claim(out, report, claims, &claims->claims[i], ++number);
    for (size_t i = 0; i < claims->error_count; i++)
      if (!pst_claim_error_is_of_check(claims, &claims->errors[i]))
        put_error(out, &claims->errors[i], ++number);
  }
  pst_buffer_puts(out, "# ");
  pst_claims_summary_print(out, &total);
  pst_buffer_putc(out, '\n');
}
