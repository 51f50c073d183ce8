/* report_json.c -- verdicts as JSON, with all that is known of each check. */
#include <math.h>

#include "base/number.h"
#include "claim/report/report_parts.h"
#include "report/escape.h"

static void put_key(struct pst_buffer *out, const char *key)
{
  pst_buffer_putc(out, '"');
  pst_buffer_puts(out, key);
  pst_buffer_puts(out, "\": ");
}

static void put_text(struct pst_buffer *out, const char *key, const char *text)
{
  put_key(out, key);
  if (text == NULL)
    pst_buffer_puts(out, "null");
  else
    pst_escape_json(out, text);
}

static void put_count(struct pst_buffer *out, const char *key, size_t count)
{
  char digits[24];
  size_t at = sizeof digits;

  do
    digits[--at] = (char)('0' + count % 10);
  while ((count /= 10) > 0);
  put_key(out, key);
  pst_buffer_add(out, digits + at, sizeof digits - at);
}

/* JSON has no infinity. */
static void put_number(struct pst_buffer *out, const char *key, double value)
{
  char text[PST_NUMBER_SIZE];

  put_key(out, key);
  if (isfinite(value))
    pst_buffer_add(out, text, pst_number_print(text, value));
  else
    pst_buffer_puts(out, "null");
}

static void put_place(struct pst_buffer *out, const char *file, unsigned long line)
{
  put_text(out, "file", file);
  pst_buffer_puts(out, ", ");
  put_count(out, "line", line);
}

static void put_summary(struct pst_buffer *out, const struct pst_claims_summary *summary)
{
  static const struct {
    const char *key;
    enum pst_verdict verdict;
  } verdicts[] = {
      {"restated", PST_VERDICT_RESTATED},           {"consistent", PST_VERDICT_CONSISTENT},
      {"contradicted", PST_VERDICT_CONTRADICTED},   {"ambiguous", PST_VERDICT_AMBIGUOUS},
      {"not_checkable", PST_VERDICT_NOT_CHECKABLE}, {"errors", PST_VERDICT_ERROR},
  };

  pst_buffer_puts(out, "{");
  put_count(out, "claims", summary->claims);
  pst_buffer_puts(out, ", ");
  put_count(out, "checks", summary->checks);
  pst_buffer_puts(out, ", ");
  put_count(out, "verified", summary->verdicts[PST_VERDICT_VERIFIED]);
  pst_buffer_puts(out, ", ");
  put_count(out, "as_printed", summary->as_printed);
  for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++) {
    pst_buffer_puts(out, ", ");
    put_count(out, verdicts[i].key, summary->verdicts[verdicts[i].verdict]);
  }
  pst_buffer_puts(out, "}");
}

/* The lines of LIST as one text; null when there is none. */
static void put_lines(struct pst_buffer *out, const char *key, const char *const *list, size_t n)
{
  struct pst_buffer joined = {.data = NULL};

  for (size_t i = 0; i < n; i++) {
    pst_buffer_puts(&joined, i == 0 ? "" : "\n");
    pst_buffer_puts(&joined, list[i]);
  }
  put_text(out, key, n == 0 ? NULL : pst_buffer_string(&joined));
  out->failed = out->failed || joined.failed;
  pst_buffer_free(&joined);
}

static void put_reported(struct pst_buffer *out, const struct pst_claim_quantity *reported)
{
  put_key(out, "reported");
  if (!reported->known) {
    pst_buffer_puts(out, "null");
    return;
  }
  pst_buffer_putc(out, '{');
  put_text(out, "text", reported->text);
  pst_buffer_puts(out, ", ");
  put_number(out, "lo", reported->low.value);
  pst_buffer_puts(out, ", ");
  put_number(out, "hi", reported->high.value);
  pst_buffer_putc(out, '}');
}

static void put_computed(struct pst_buffer *out, const struct pst_claim_quantity *computed)
{
  put_key(out, "computed");
  if (!computed->known) {
    pst_buffer_puts(out, "null");
    return;
  }
  pst_buffer_putc(out, '{');
  put_number(out, "lo", computed->low.value);
  pst_buffer_puts(out, ", ");
  put_number(out, "hi", computed->high.value);
  pst_buffer_puts(out, ", ");
  put_number(out, "printed", computed->has_printed ? computed->printed.value : (double)NAN);
  pst_buffer_putc(out, '}');
}

static void put_rows(struct pst_buffer *out, const struct pst_claim_check *check)
{
  put_key(out, "rows");
  pst_buffer_putc(out, '[');
  for (size_t i = 0; i < check->row_count; i++) {
    pst_buffer_puts(out, i == 0 ? "{" : ", {");
    put_place(out, check->rows[i].file, check->rows[i].line);
    pst_buffer_putc(out, '}');
  }
  pst_buffer_putc(out, ']');
}

/* Two names of which one may be the other misspelt. */
static void put_near(struct pst_buffer *out, const char *names)
{
  struct pst_buffer line = {.data = NULL};

  pst_buffer_printf(&line, "near: %s", names);
  pst_escape_json(out, pst_buffer_string(&line));
  out->failed = out->failed || line.failed;
  pst_buffer_free(&line);
}

/* The numbers that decided, of what holds too: a quantifier's members, a series' steps, a set. */
static void put_evidence(struct pst_buffer *out, const struct pst_claim_check *check)
{
  size_t count = 0;

  put_key(out, "evidence");
  pst_buffer_putc(out, '[');
  for (size_t i = 0; i < check->explanation_count; i++) {
    pst_buffer_puts(out, count++ == 0 ? "" : ", ");
    pst_escape_json(out, check->explanation[i]);
  }
  for (size_t i = 0; i < check->near_match_count; i++) {
    pst_buffer_puts(out, count++ == 0 ? "" : ", ");
    put_near(out, check->near_matches[i]);
  }
  pst_buffer_putc(out, ']');
}

static void add_reason(void *context, const char *line)
{
  struct pst_buffer *joined = context;

  pst_buffer_puts(joined, joined->size == 0 ? "" : "\n");
  pst_buffer_puts(joined, line);
}

/* Why it is not verified or consistent; null when it is. */
static void put_diagnosis(struct pst_buffer *out, const struct pst_claim_check *check)
{
  struct pst_buffer joined = {.data = NULL};

  if (!pst_claim_holds(check->verdict))
    pst_claim_reasons(check, add_reason, &joined);
  put_text(out, "diagnosis", joined.size == 0 ? NULL : joined.data);
  out->failed = out->failed || joined.failed;
  pst_buffer_free(&joined);
}

static void put_severity(struct pst_buffer *out, enum pst_severity severity)
{
  put_text(out, "severity", severity == PST_SEVERITY_NONE ? NULL : pst_severity_name(severity));
}

static void put_choices(struct pst_buffer *out, const struct pst_claim_check *check)
{
  put_key(out, "choices");
  pst_buffer_putc(out, '[');
  for (size_t i = 0; i < check->choice_count; i++) {
    const struct pst_claim_choice *choice = &check->choices[i];

    pst_buffer_puts(out, i == 0 ? "{" : ", {");
    put_text(out, "how", pst_choice_how_names[choice->how]);
    pst_buffer_puts(out, ", ");
    put_text(out, "choice", choice->choice);
    pst_buffer_puts(out, ", ");
    put_count(out, "tried", choice->tried);
    pst_buffer_puts(out, ", ");
    put_count(out, "holds", choice->holds);
    pst_buffer_puts(out, ", ");
    put_text(out, "breaks", choice->breaks[0] == '\0' ? NULL : choice->breaks);
    pst_buffer_putc(out, '}');
  }
  pst_buffer_putc(out, ']');
}

static void put_check(struct pst_buffer *out, const struct pst_claim_check *check)
{
  pst_buffer_puts(out, "      {");
  put_count(out, "line", check->line);
  pst_buffer_puts(out, ", ");
  put_count(out, "column", check->column);
  pst_buffer_puts(out, ", ");
  put_text(out, "expression", check->expression);
  pst_buffer_puts(out, ", ");
  put_text(out, "reading", check->reading);
  pst_buffer_puts(out, ",\n       ");
  put_text(out, "verdict", pst_verdict_name(check->verdict));
  pst_buffer_puts(out, ", ");
  put_severity(out, check->severity);
  pst_buffer_puts(out, ",\n       ");
  put_reported(out, &check->reported);
  pst_buffer_puts(out, ", ");
  put_computed(out, &check->computed);
  pst_buffer_puts(out, ",\n       ");
  put_rows(out, check);
  pst_buffer_puts(out, ",\n       ");
  put_evidence(out, check);
  pst_buffer_puts(out, ",\n       ");
  put_diagnosis(out, check);
  pst_buffer_puts(out, ", ");
  put_choices(out, check);
  if (check->depends != NULL) {
    pst_buffer_puts(out, ", ");
    put_text(out, "depends", check->depends[0] == '\0' ? NULL : check->depends);
  }
  pst_buffer_puts(out, "}");
}

static void put_claim(struct pst_buffer *out, const struct pst_claims *claims,
                      const struct pst_claim *claim)
{
  pst_buffer_puts(out, "    {");
  put_text(out, "id", claim->id);
  pst_buffer_puts(out, ", ");
  put_text(out, "at", claim->at[0] == '\0' ? NULL : claim->at);
  pst_buffer_puts(out, ",\n     ");
  put_lines(out, "says", claim->says, claim->says_count);
  pst_buffer_puts(out, ",\n     ");
  put_place(out, claims->path, claim->line);
  pst_buffer_puts(out, ", ");
  put_text(out, "verdict", pst_verdict_name(claim->verdict));
  pst_buffer_puts(out, ", ");
  put_severity(out, claim->severity);
  pst_buffer_puts(out, ",\n     \"checks\": [");
  for (size_t i = 0; i < claim->check_count; i++) {
    pst_buffer_puts(out, i == 0 ? "\n" : ",\n");
    put_check(out, &claim->checks[i]);
  }
  pst_buffer_puts(out, "]}");
}

static void put_error(struct pst_buffer *out, const struct pst_problem *error)
{
  pst_buffer_puts(out, "    {");
  put_place(out, error->file, error->line);
  pst_buffer_puts(out, ", ");
  put_count(out, "column", error->column);
  pst_buffer_puts(out, ", ");
  put_text(out, "message", error->message);
  pst_buffer_puts(out, "}");
}

static void put_file(struct pst_buffer *out, const struct pst_claim_file *file)
{
  pst_buffer_puts(out, "    {");
  put_text(out, "path", file->path);
  pst_buffer_puts(out, ", ");
  put_text(out, "sha256", file->sha256[0] == '\0' ? NULL : file->sha256);
  pst_buffer_puts(out, "}");
}

/* Between the members of an array that goes over several claims files. */
static void put_between(struct pst_buffer *out, bool *first)
{
  pst_buffer_puts(out, *first ? "\n" : ",\n");
  *first = false;
}

static void put_files(struct pst_buffer *out, const struct pst_claims_report *report)
{
  bool first = true;

  pst_buffer_puts(out, ",\n  \"files\": [");
  for (size_t f = 0; f < report->file_count; f++) {
    for (size_t i = 0; i < report->files[f]->file_count; i++) {
      put_between(out, &first);
      put_file(out, &report->files[f]->files[i]);
    }
  }
  pst_buffer_puts(out, first ? "]" : "\n  ]");
}

static void put_claims(struct pst_buffer *out, const struct pst_claims_report *report)
{
  bool first = true;

  pst_buffer_puts(out, ",\n  \"claims\": [");
  for (size_t f = 0; f < report->file_count; f++) {
    for (size_t i = 0; i < report->files[f]->claim_count; i++) {
      put_between(out, &first);
      put_claim(out, report->files[f], &report->files[f]->claims[i]);
    }
  }
  pst_buffer_puts(out, first ? "]" : "\n  ]");
}

static void put_errors(struct pst_buffer *out, const struct pst_claims_report *report)
{
  bool first = true;

  pst_buffer_puts(out, ",\n  \"errors\": [");
  for (size_t f = 0; f < report->file_count; f++) {
    for (size_t i = 0; i < report->files[f]->error_count; i++) {
      put_between(out, &first);
      put_error(out, &report->files[f]->errors[i]);
    }
  }
  pst_buffer_puts(out, first ? "]" : "\n  ]");
}

static void put_paper(struct pst_buffer *out, const struct pst_claims *claims)
{
  size_t used = claims->number_count - claims->unused_count;

  pst_buffer_puts(out, "    {");
  put_text(out, "file", claims->paper_text);
  pst_buffer_puts(out, ", ");
  put_count(out, "numbers", claims->number_count);
  pst_buffer_puts(out, ", ");
  put_count(out, "used", used);
  pst_buffer_puts(out, ", ");
  put_number(out, "share",
             claims->number_count == 0 ? (double)NAN : (double)used / (double)claims->number_count);
  pst_buffer_puts(out, ",\n     \"unused\": [");
  for (size_t i = 0; i < claims->unused_count; i++) {
    pst_buffer_puts(out, i == 0 ? "\n      {" : ",\n      {");
    put_count(out, "line", claims->unused[i].line);
    pst_buffer_puts(out, ", ");
    put_count(out, "column", claims->unused[i].column);
    pst_buffer_puts(out, ", ");
    put_text(out, "text", claims->unused[i].text);
    pst_buffer_puts(out, "}");
  }
  pst_buffer_puts(out, "]}");
}

/* Of the claims files whose paper's text is named. */
static void put_coverage(struct pst_buffer *out, const struct pst_claims_report *report)
{
  bool first = true;

  pst_buffer_puts(out, ",\n  \"coverage\": [");
  for (size_t f = 0; f < report->file_count; f++) {
    if (!report->files[f]->has_coverage)
      continue;
    put_between(out, &first);
    put_paper(out, report->files[f]);
  }
  pst_buffer_puts(out, first ? "]" : "\n  ]");
}

void pst_claims_write_json(const struct pst_claims_report *report, struct pst_buffer *out)
{
  struct pst_claims_summary total = pst_claims_total(report);

  pst_buffer_puts(out, "{\n  \"summary\": ");
  put_summary(out, &total);
  put_files(out, report);
  put_claims(out, report);
  put_errors(out, report);
  put_coverage(out, report);
  pst_buffer_puts(out, "\n}\n");
}
