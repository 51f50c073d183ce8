/* check.c -- each check of a claims file to its verdict, and the evidence for it. */
#include "claim/check/check.h"

#include <stdio.h>
#include <string.h>

#include "claim/evaluate/keep.h"
#include "claim/check/trial.h"

/* --- results ------------------------------------------------------------------------------------ */

static const char *cell_text(struct pst_evaluator *evaluator, const struct pst_read *read)
{
  const struct pst_data *data = &evaluator->data[read->table];
  struct pst_buffer text = {.data = NULL};
  const char *copy;

  pst_buffer_add(&text, data->syntax->name.data, data->syntax->name.size);
  for (size_t k = 0; k < data->syntax->key_count; k++) {
    struct pst_key_value key =
        pst_data_value(data, k, pst_column_code(data->keys[k].column, read->row));

    pst_buffer_puts(&text, k == 0 ? "[" : ", ");
    pst_buffer_puts(&text, pst_tell_index(evaluator, &key));
  }
  pst_buffer_puts(&text, "]");
  copy = pst_source_copy(evaluator->source, pst_text_of(pst_buffer_string(&text)));
  pst_buffer_free(&text);
  return copy;
}

static bool copy_rows(struct pst_evaluator *evaluator, struct pst_claim_check *out)
{
  struct pst_claim_row *rows =
      pst_arena_array(evaluator->source->arena, evaluator->read_count, sizeof *rows);

  if (rows == NULL)
    return false;
  for (size_t i = 0; i < evaluator->read_count; i++) {
    const struct pst_read *read = &evaluator->reads[i];
    const struct pst_data *data = &evaluator->data[read->table];
    unsigned code = pst_column_code(data->value, read->row);

    rows[i] = (struct pst_claim_row){.file = data->path,
                                     .line = pst_table_line(&data->table, read->row),
                                     .cell = cell_text(evaluator, read),
                                     .text = "",
                                     .decides = read->decides};
    if (code != PST_CODE_MISSING)
      rows[i].text = pst_source_copy(evaluator->source, pst_column_printed(data->value, read->row));
  }
  out->rows = rows;
  out->row_count = evaluator->read_count;
  out->row_total = evaluator->read_total;
  return true;
}

/* ITEMS for the report; without memory none, and COPIED is 0. */
static const void *copy_array(struct pst_evaluator *evaluator, const void *items, size_t count,
                              size_t size, size_t *copied)
{
  void *copy = pst_arena_array(evaluator->source->arena, count, size);

  *copied = copy == NULL ? 0 : count;
  if (copy == NULL)
    evaluator->source->failed = true;
  else if (count > 0)
    memcpy(copy, items, count * size);
  return copy;
}

static bool copy_results(struct pst_evaluator *evaluator, struct pst_claim_check *out)
{
  out->explanation = copy_array(evaluator, evaluator->lines, evaluator->line_count,
                                sizeof *evaluator->lines, &out->explanation_count);
  out->near_matches = copy_array(evaluator, evaluator->near, evaluator->near_count,
                                 sizeof *evaluator->near, &out->near_match_count);
  out->tallies = copy_array(evaluator, evaluator->tallies, evaluator->tally_count,
                            sizeof *evaluator->tallies, &out->tally_count);
  out->series = copy_array(evaluator, evaluator->series, evaluator->series_count,
                           sizeof *evaluator->series, &out->series_count);
  out->reported = evaluator->reported;
  out->computed = evaluator->computed;
  out->computed.basis = evaluator->basis == NULL ? "" : evaluator->basis;
  out->relation = evaluator->relation;
  return copy_rows(evaluator, out) && !evaluator->source->failed;
}

/* --- one check ---------------------------------------------------------------------------------- */

static void reset(struct pst_evaluator *evaluator, size_t at)
{
  evaluator->failed = evaluator->quiet = false;
  evaluator->explain = evaluator->top = true;
  evaluator->steps = evaluator->held = evaluator->depth = 0;
  evaluator->steps_most = PST_STEPS_MOST;
  evaluator->first_error = 0;
  evaluator->check_at = at;
  evaluator->read_count = evaluator->read_total = 0;
  evaluator->line_count = evaluator->line_total = 0;
  evaluator->near_count = evaluator->tally_count = evaluator->series_count = 0;
  evaluator->reported = (struct pst_claim_quantity){.text = "", .unit = "", .basis = ""};
  evaluator->computed = evaluator->reported;
  evaluator->relation = "";
  evaluator->basis = NULL;
  evaluator->missing = (struct pst_missing){.count = 0};
  evaluator->swap_cell = evaluator->swap_span = NULL;
  evaluator->leave_of = evaluator->swap_call = NULL;
  pst_keep_nothing(evaluator);
}

static enum pst_verdict verdict_of(enum pst_truth truth)
{
  switch (truth) {
  case PST_TRUTH_NO:
    return PST_VERDICT_CONTRADICTED;
  case PST_TRUTH_MISSING:
    return PST_VERDICT_NOT_CHECKABLE;
  case PST_TRUTH_UNDECIDED:
    return PST_VERDICT_CONSISTENT;
  case PST_TRUTH_YES:
    break;
  }
  return PST_VERDICT_VERIFIED;
}

/* One check's trouble is its own: what went wrong is its error, and the others go on. */
static bool give_up(struct pst_evaluator *evaluator, const struct pst_check_syntax *check,
                    const char *why, struct pst_claim_check *out, size_t *error)
{
  evaluator->source->failed = evaluator->exact.failed = false;
  evaluator->failed = evaluator->quiet = false;
  if (evaluator->first_error == 0)
    pst_evaluator_fail(evaluator, check->at, "%s", why);
  out->verdict = PST_VERDICT_ERROR;
  out->severity = PST_SEVERITY_NONE;
  *error = evaluator->first_error;
  return *error != 0 && !evaluator->source->failed;
}

static bool give_up_memory(struct pst_evaluator *evaluator, const struct pst_check_syntax *check,
                           struct pst_claim_check *out, size_t *error)
{
  if (evaluator->first_error == 0)
    pst_evaluator_memory(evaluator);
  return give_up(evaluator, check, "there is not enough memory to evaluate this check", out, error);
}

static bool evaluate_check(struct pst_evaluator *evaluator, const struct pst_check_syntax *check,
                           struct pst_claim_check *out, size_t *error)
{
  struct pst_outcome outcome = {.truth = PST_TRUTH_NO};

  if (!pst_evaluate_test(evaluator, check->body, NULL, &outcome) || evaluator->exact.failed)
    return give_up(evaluator, check, "the numbers of this check grow too large", out, error)
           && copy_results(evaluator, out);
  out->verdict = verdict_of(outcome.truth);
  out->as_printed = outcome.as_printed;
  out->wide = outcome.wide;
  if (out->verdict == PST_VERDICT_VERIFIED && pst_is_restated(evaluator, check->body)) {
    out->verdict = PST_VERDICT_RESTATED;
    out->reason = "the table is the paper itself, which cannot vouch for itself";
  }
  if (out->verdict == PST_VERDICT_NOT_CHECKABLE)
    out->reason = "a missing cell could change the answer";
  if (!copy_results(evaluator, out))
    return false;
  if (evaluator->robust && out->verdict == PST_VERDICT_VERIFIED)
    out->choices = pst_robust(evaluator, check->body, &out->choice_count, &out->depends);
  if (out->verdict != PST_VERDICT_CONTRADICTED)
    return !evaluator->source->failed;
  out->severity = outcome.severity == PST_SEVERITY_NONE ? PST_SEVERITY_VALUE : outcome.severity;
  out->diagnosis = pst_diagnose(evaluator, check->body, &out->diagnosis_count);
  return !evaluator->source->failed;
}

static bool run_check(struct pst_evaluator *evaluator, const struct pst_check_syntax *check,
                      bool parse_only, struct pst_claim_check *out, size_t *error)
{
  struct pst_arena_mark mark = pst_arena_mark(evaluator->exact.arena);
  bool good = true;

  reset(evaluator, check->at);
  *out = (struct pst_claim_check){.verdict = PST_VERDICT_NOT_CHECKABLE,
                                  .reported = evaluator->reported,
                                  .computed = evaluator->computed,
                                  .relation = "",
                                  .expression = ""};
  pst_source_place(evaluator->source, check->at, &out->line, &out->column);
  if (check->reading.size > 0)
    out->reading = pst_source_copy(evaluator->source, check->reading);
  out->expression = pst_source_slice(evaluator->source, check->at, check->end);
  if (check->not_checkable)
    out->expression = out->reason = pst_source_copy(evaluator->source, check->because);
  *error = check->error;
  if (check->error != 0)
    out->verdict = PST_VERDICT_ERROR;
  else if (!check->not_checkable && !parse_only)
    good = evaluate_check(evaluator, check, out, error)
           || give_up_memory(evaluator, check, out, error);
  pst_arena_release(evaluator->exact.arena, mark);
  return good;
}

/* --- a claim ------------------------------------------------------------------------------------ */

static void add_verdict(struct pst_claim *claim, const struct pst_claim_check *check)
{
  if (check->verdict > claim->verdict)
    claim->verdict = check->verdict;
  if (check->severity > claim->severity)
    claim->severity = check->severity;
  claim->as_printed = claim->as_printed || check->as_printed;
}

/* Readings count by the worst, unless one holds and another is contradicted. */
static void judge(struct pst_claim *claim)
{
  bool holds = false, contradicted = false, ambiguous;

  for (size_t i = 0; i < claim->check_count; i++) {
    if (claim->checks[i].reading == NULL)
      continue;
    holds = holds || claim->checks[i].verdict <= PST_VERDICT_RESTATED;
    contradicted = contradicted || claim->checks[i].verdict == PST_VERDICT_CONTRADICTED;
  }
  ambiguous = holds && contradicted;
  claim->verdict = claim->check_count == 0 ? PST_VERDICT_ERROR : PST_VERDICT_VERIFIED;
  for (size_t i = 0; i < claim->check_count; i++) {
    struct pst_claim_check check = claim->checks[i];

    if (ambiguous && check.reading != NULL && check.verdict == PST_VERDICT_CONTRADICTED) {
      check.verdict = PST_VERDICT_AMBIGUOUS;
      check.severity = PST_SEVERITY_NONE;
    }
    add_verdict(claim, &check);
  }
  claim->as_printed = claim->as_printed && claim->verdict == PST_VERDICT_VERIFIED;
  if (claim->verdict != PST_VERDICT_CONTRADICTED)
    claim->severity = PST_SEVERITY_NONE;
}

bool pst_check_claim(struct pst_evaluator *evaluator, const struct pst_claim_syntax *claim,
                     bool parse_only, struct pst_claim *out, size_t *errors)
{
  struct pst_source *source = evaluator->source;
  struct pst_claim_check *checks =
      pst_arena_array(source->arena, claim->check_count, sizeof *checks);
  const char **says = pst_arena_array(source->arena, claim->says_count, sizeof *says);

  if (checks == NULL || says == NULL)
    return false;
  *out = (struct pst_claim){.id = pst_source_copy(source, claim->id),
                            .at = pst_source_copy(source, claim->at_text),
                            .says = says,
                            .says_count = claim->says_count,
                            .checks = checks,
                            .check_count = claim->check_count};
  pst_source_place(source, claim->at, &out->line, &out->column);
  for (size_t i = 0; i < claim->says_count; i++)
    says[i] = pst_source_copy(source, claim->says[i]);
  evaluator->trial_steps = PST_TRIAL_STEPS;
  for (size_t i = 0; i < claim->check_count; i++)
    if (!run_check(evaluator, &claim->checks[i], parse_only, &checks[i], &errors[i]))
      return false;
  if (!parse_only || claim->check_count == 0)
    judge(out);
  return true;
}
