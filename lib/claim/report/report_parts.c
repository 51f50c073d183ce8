/* report_parts.c -- the sentences that several formats of the report share. */
#include "claim/report/report_parts.h"

#include <string.h>

#include "report/escape.h"

/* A source line longer than SOURCE_MOST bytes is shown from SOURCE_BEFORE bytes before its place. */
enum { SOURCE_MOST = 200, SOURCE_BEFORE = 100 };

struct pst_claims_summary pst_claims_total(const struct pst_claims_report *report)
{
  struct pst_claims_summary total = {.claims = 0};

  for (size_t f = 0; f < report->file_count; f++) {
    const struct pst_claims_summary *one = &report->files[f]->summary;

    total.claims += one->claims;
    total.checks += one->checks;
    total.as_printed += one->as_printed;
    for (int v = 0; v < PST_VERDICTS; v++)
      total.verdicts[v] += one->verdicts[v];
    for (int s = 0; s <= PST_SEVERITY_CONCLUSION; s++)
      total.severities[s] += one->severities[s];
    if (one->worst > total.worst) /* the order of enum pst_status */
      total.worst = one->worst;
  }
  return total;
}

void pst_claims_summary_print(struct pst_buffer *out, const struct pst_claims_summary *summary)
{
  const size_t *n = summary->verdicts;

  pst_buffer_printf(out, "%zu claim%s: %zu verified", summary->claims,
                    summary->claims == 1 ? "" : "s", n[PST_VERDICT_VERIFIED]);
  if (summary->as_printed > 0)
    pst_buffer_printf(out, " (%zu as printed)", summary->as_printed);
  if (n[PST_VERDICT_RESTATED] > 0)
    pst_buffer_printf(out, ", %zu restated", n[PST_VERDICT_RESTATED]);
  pst_buffer_printf(out,
                    ", %zu consistent, %zu contradicted, %zu ambiguous, %zu not checkable, "
                    "%zu error%s",
                    n[PST_VERDICT_CONSISTENT], n[PST_VERDICT_CONTRADICTED],
                    n[PST_VERDICT_AMBIGUOUS], n[PST_VERDICT_NOT_CHECKABLE], n[PST_VERDICT_ERROR],
                    n[PST_VERDICT_ERROR] == 1 ? "" : "s");
}

/* The bytes before character COLUMN (from 1) of TEXT. */
static size_t bytes_before(struct pst_text text, unsigned long column)
{
  size_t at = 0;

  for (unsigned long c = 1; c < column && at < text.size; c++)
    pst_utf8_next(text, &at);
  return at;
}

/* Blanks as wide as TEXT: a tab stays one, so that the caret stands under its place. */
static void put_blanks(struct pst_buffer *out, struct pst_text text)
{
  for (size_t at = 0; at < text.size;) {
    size_t start = at;

    pst_utf8_next(text, &at);
    if (text.data[start] == '\t')
      pst_buffer_putc(out, '\t');
    else
      pst_buffer_repeat(out, ' ', pst_utf8_width((struct pst_text){text.data + start, at - start}));
  }
}

/* SOURCE as it is, tabs too; other control characters as the terminal may have them. */
static void put_source(struct pst_buffer *out, struct pst_text source)
{
  for (size_t i = 0; i < source.size; i++) {
    unsigned char c = (unsigned char)source.data[i];
    bool control = (c < 0x20 && c != '\t') || c == 0x7F;

    pst_buffer_putc(out, control ? '?' : source.data[i]);
  }
}

static bool is_continuation(char c)
{
  return ((unsigned char)c & 0xC0) == 0x80;
}

/* Of a line too long to read, what stands around byte PLACE; whole characters. */
static struct pst_text shorten(struct pst_text line, size_t place)
{
  size_t start = place > SOURCE_BEFORE ? place - SOURCE_BEFORE : 0, end;

  if (line.size <= SOURCE_MOST)
    return line;
  end = line.size - start > SOURCE_MOST ? start + SOURCE_MOST : line.size;
  while (start > 0 && is_continuation(line.data[start]))
    start--;
  while (end < line.size && is_continuation(line.data[end]))
    end++;
  return (struct pst_text){line.data + start, end - start};
}

void pst_claims_error_print(struct pst_buffer *out, const struct pst_problem *error)
{
  struct pst_text line = pst_text_of(error->source), part;
  size_t place = bytes_before(line, error->column);
  bool cut;

  if (line.size == 0)
    return;
  part = shorten(line, place);
  cut = part.data > line.data;
  pst_buffer_puts(out, cut ? "  ..." : "  ");
  put_source(out, part);
  pst_buffer_puts(out, part.data + part.size < line.data + line.size ? "...\n" : "\n");
  if (error->column == 0)
    return;
  pst_buffer_puts(out, cut ? "     " : "  ");
  put_blanks(out, (struct pst_text){part.data, (size_t)(line.data + place - part.data)});
  pst_buffer_puts(out, "^\n");
}

const struct pst_claim_check *pst_claim_deciding(const struct pst_claim *claim)
{
  /* A claim may be ambiguous, a reading is not: there the one that fails is shown. */
  enum pst_verdict wanted =
      claim->verdict == PST_VERDICT_AMBIGUOUS ? PST_VERDICT_CONTRADICTED : claim->verdict;

  for (size_t i = 0; i < claim->check_count; i++)
    if (claim->checks[i].verdict == wanted && claim->checks[i].severity == claim->severity)
      return &claim->checks[i];
  for (size_t i = 0; i < claim->check_count; i++)
    if (claim->checks[i].verdict == wanted)
      return &claim->checks[i];
  return claim->check_count > 0 ? &claim->checks[0] : NULL;
}

const char *pst_claim_qualifier(enum pst_severity severity, enum pst_verdict verdict,
                                bool as_printed)
{
  if (severity != PST_SEVERITY_NONE)
    return pst_severity_name(severity);
  return verdict == PST_VERDICT_VERIFIED && as_printed ? "as printed" : "";
}

bool pst_claim_holds(enum pst_verdict verdict)
{
  return verdict == PST_VERDICT_VERIFIED || verdict == PST_VERDICT_RESTATED
         || verdict == PST_VERDICT_CONSISTENT;
}

bool pst_claim_skipped(const struct pst_claims_report *report, enum pst_verdict verdict)
{
  return verdict == PST_VERDICT_RESTATED
         || (!report->strict
             && (verdict == PST_VERDICT_AMBIGUOUS || verdict == PST_VERDICT_NOT_CHECKABLE));
}

void pst_claim_interval_print(struct pst_buffer *out, const struct pst_claim_quantity *quantity)
{
  const char *low = quantity->low.text, *high = quantity->high.text;

  if (strcmp(low, high) == 0)
    return;
  pst_buffer_printf(out, "%c%s, %s%c", quantity->low_open ? '(' : '[', low, high,
                    quantity->high_open ? ')' : ']');
}

/* A cell is told with its interval, a literal as it is written. */
static bool has_interval(const char *text)
{
  size_t size = strlen(text);

  return strncmp(text, "unknown", 7) == 0 || text[0] == '<' || text[0] == '>'
         || (size > 0 && (text[size - 1] == ']' || text[size - 1] == ')'));
}

void pst_claim_relation_print(struct pst_buffer *out, const char *relation)
{
  if (strcmp(relation, "= about") == 0)
    pst_buffer_puts(out, "about ");
  else if (relation[0] != '\0' && strcmp(relation, "=") != 0)
    pst_buffer_printf(out, "%s ", relation);
}

void pst_claim_basis_print(struct pst_buffer *out, const struct pst_claim_quantity *computed)
{
  if (computed->basis != NULL && computed->basis[0] != '\0')
    pst_buffer_printf(out, ", %s", computed->basis);
}

void pst_claim_reported_print(struct pst_buffer *out, const struct pst_claim_quantity *reported)
{
  pst_escape_terminal(out, reported->text);
  if (strcmp(reported->low.text, reported->high.text) == 0 || has_interval(reported->text))
    return;
  pst_buffer_putc(out, ' ');
  pst_claim_interval_print(out, reported);
}

/* Left out, or by another method: 7 of 8 hold. */
static void print_others(struct pst_buffer *out, const struct pst_claim_choice *choice)
{
  const bool method = choice->how == PST_CHOICE_METHOD;
  const char *with = method ? "by" : "without";

  if (choice->holds == choice->tried && method)
    pst_buffer_puts(out, choice->tried == 1 ? "holds by another one" : "holds by all others");
  else if (choice->holds == choice->tried)
    pst_buffer_printf(out, "holds without any of %zu", choice->tried);
  else if (choice->holds == 0)
    pst_buffer_printf(out, "does not hold %s ", with);
  else
    pst_buffer_printf(out, "holds in %zu of %zu, not %s ", choice->holds, choice->tried, with);
  pst_escape_terminal(out, choice->breaks);
}

void pst_claim_choice_print(struct pst_buffer *out, const struct pst_claim_choice *choice)
{
  if (choice->how != PST_CHOICE_MOVED) {
    print_others(out, choice);
    return;
  }
  if (choice->tried == 1)
    pst_buffer_puts(out, choice->holds == 1 ? "holds for the one other value"
                                            : "does not hold for the one other value");
  else if (choice->holds == choice->tried)
    pst_buffer_printf(out, "holds for all %zu other values", choice->tried);
  else if (choice->holds == 0)
    pst_buffer_printf(out, "holds for none of %zu other values", choice->tried);
  else
    pst_buffer_printf(out, "holds for %zu of %zu other values", choice->holds, choice->tried);
  if (choice->breaks[0] == '\0')
    return;
  pst_buffer_puts(out, choice->tried == 1   ? ", "
                       : choice->holds == 0 ? ", the nearest "
                                            : ", not for ");
  pst_escape_terminal(out, choice->breaks);
}

void pst_claim_coverage_print(struct pst_buffer *out, const struct pst_claims *claims)
{
  size_t n = claims->number_count, used = n - claims->unused_count, share;

  if (n == 0) {
    pst_buffer_puts(out, "no numbers");
    return;
  }
  share = (2000 * used + n) / (2 * n);
  if (share == 1000 && used < n)
    share = 999; /* not all is not 100.0 % */
  pst_buffer_printf(out, "%zu of %zu numbers %s used by a claim (%zu.%zu %%)", used, n,
                    used == 1 ? "is" : "are", share / 10, share % 10);
}

void pst_claim_tally_print(struct pst_buffer *out, const struct pst_claim_tally *tally)
{
  size_t all = tally->yes + tally->no + tally->rounding + tally->missing;

  pst_buffer_printf(out, "%s: %zu of %zu yes", tally->quantifier, tally->yes, all);
  if (tally->no > 0)
    pst_buffer_printf(out, ", %zu no", tally->no);
  if (tally->rounding > 0)
    pst_buffer_printf(out, ", %zu open by %s", tally->rounding,
                      tally->open_by == NULL ? "rounding" : tally->open_by);
  if (tally->missing > 0)
    pst_buffer_printf(out, ", %zu missing", tally->missing);
}

/* The explanation of an equality or an order begins "SIDE: NUMBERS; SIDE: NUMBERS". */
static void put_told(struct pst_buffer *out, const struct pst_claim_check *check)
{
  pst_buffer_clear(out);
  if (check->computed.known && check->reported.known)
    pst_buffer_printf(out, ": %s; ", check->computed.text);
}

/* That of a quantifier "YES of ALL yes, NO no". */
static void put_counted(struct pst_buffer *out, const struct pst_claim_tally *tally)
{
  pst_buffer_clear(out);
  pst_buffer_printf(out, "%zu of %zu yes, %zu no", tally->yes,
                    tally->yes + tally->no + tally->rounding + tally->missing, tally->no);
}

bool pst_claim_repeats(const struct pst_claim_check *check, const char *line)
{
  struct pst_buffer told = {.data = NULL};
  bool repeats;

  put_told(&told, check);
  repeats = told.size > 0 && strstr(line, pst_buffer_string(&told)) != NULL;
  for (size_t i = 0; i < check->tally_count && !repeats; i++) {
    put_counted(&told, &check->tallies[i]);
    repeats = strncmp(line, pst_buffer_string(&told), told.size) == 0;
  }
  pst_buffer_free(&told);
  return repeats;
}

/* An error in data has a place of its own, and no source line. */
static void tell_error(const struct pst_problem *error,
                       void (*each)(void *context, const char *line), void *context)
{
  struct pst_buffer line = {.data = NULL};

  if (error->source[0] == '\0' && error->file[0] != '\0') {
    pst_buffer_puts(&line, error->file);
    if (error->line > 0)
      pst_buffer_printf(&line, ":%lu", error->line);
    pst_buffer_puts(&line, ": ");
  }
  pst_buffer_puts(&line, error->message);
  each(context, pst_buffer_string(&line));
  pst_buffer_free(&line);
}

void pst_claim_reasons(const struct pst_claim_check *check,
                       void (*each)(void *context, const char *line), void *context)
{
  if (check->error != NULL)
    tell_error(check->error, each, context);
  if (check->reason != NULL)
    each(context, check->reason);
  for (size_t i = 0; i < check->explanation_count; i++)
    each(context, check->explanation[i]);
  for (size_t i = 0; i < check->diagnosis_count; i++)
    each(context, check->diagnosis[i]);
}

static bool is_same_error(const struct pst_problem *a, const struct pst_problem *b)
{
  return a->line == b->line && a->column == b->column && strcmp(a->file, b->file) == 0
         && strcmp(a->message, b->message) == 0;
}

bool pst_claim_error_is_of_check(const struct pst_claims *claims, const struct pst_problem *error)
{
  for (size_t i = 0; i < claims->claim_count; i++)
    for (size_t j = 0; j < claims->claims[i].check_count; j++) {
      const struct pst_problem *own = claims->claims[i].checks[j].error;

      if (own != NULL && is_same_error(own, error))
        return true;
    }
  return false;
}
