/* direction.c -- rises, falls and their kin: the steps of a series, one by one. */
#include "claim/evaluate/evaluate.h"
#include "claim/evaluate/time_key.h"

/* What each step has to be. */
static enum pst_relation step_relation(const struct pst_syntax *node)
{
  if (node->direction.steps == PST_NEVER) /* never rises: no step up */
    return node->direction.falls ? PST_IS_AT_LEAST : PST_IS_AT_MOST;
  return node->direction.falls ? PST_IS_LESS : PST_IS_MORE;
}

static void tell_step(struct pst_evaluator *evaluator, const struct pst_claim_value *series,
                      const struct pst_item *from, const struct pst_item *to)
{
  struct pst_exact *exact = &evaluator->exact;
  const char *change = "";
  struct pst_rational ratio;

  if (evaluator->quiet || !evaluator->explain)
    return;
  if (from->number->has_printed && to->number->has_printed
      && pst_rational_sign(from->number->printed) > 0 && series->unit.kind != PST_UNIT_PERCENT
      && series->unit.kind != PST_UNIT_POINTS) {
    ratio = pst_rational_divide(exact, to->number->printed, from->number->printed);
    ratio = pst_rational_subtract(exact, ratio, pst_rational_whole(1));
    ratio = pst_rational_multiply(exact, ratio, pst_rational_whole(100));
    change = pst_arena_format(evaluator->source->arena, " (%s%s %%)",
                              pst_rational_sign(ratio) > 0 ? "+" : "",
                              pst_rational_print_fixed(exact, ratio, 1));
  }
  pst_tell_line(
      evaluator, "%s -> %s: %s -> %s%s", pst_tell_key(evaluator, &from->key),
      pst_tell_key(evaluator, &to->key), pst_tell_number(evaluator, from->number, &series->unit),
      pst_tell_number(evaluator, to->number, &series->unit), change == NULL ? "" : change);
  for (int i = 0; i < 2 && series->table != SIZE_MAX; i++) {
    const struct pst_item *item = i == 0 ? from : to;

    if (item->row < PST_NO_ROW - 1)
      pst_evaluator_read(evaluator, series->table, item->row);
  }
}

static bool step(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                 const struct pst_item *from, const struct pst_item *to, struct pst_outcome *out)
{
  struct pst_comparison comparison;

  if (!pst_compare_numbers(evaluator, to->number, step_relation(node), from->number, &comparison))
    return false;
  *out = comparison.outcome;
  if (from->member != PST_TRUTH_YES && out->truth != PST_TRUTH_YES)
    out->truth = from->member;
  if (to->member != PST_TRUTH_YES && out->truth != PST_TRUTH_YES)
    out->truth = to->member;
  return true;
}

/* A step over a gap: if it goes the wrong way, so does one of the steps that the gap hides. */
static bool hidden_counter(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                           const struct pst_claim_value *series, struct pst_outcome *out)
{
  const struct pst_item *last = NULL;

  for (size_t i = 0; i < series->count; i++) {
    const struct pst_item *item = &series->items[i];
    struct pst_outcome one;

    if (item->number->missing || item->member != PST_TRUTH_YES)
      continue;
    if (last != NULL && last + 1 != item) {
      if (!step(evaluator, node, last, item, &one))
        return false;
      if (one.truth == PST_TRUTH_NO) {
        out->truth = PST_TRUTH_NO;
        tell_step(evaluator, series, last, item);
      }
    }
    last = item;
  }
  return true;
}

static enum pst_verdict verdict_of(enum pst_truth truth)
{
  static const enum pst_verdict verdicts[] = {PST_VERDICT_CONTRADICTED, PST_VERDICT_NOT_CHECKABLE,
                                              PST_VERDICT_CONSISTENT, PST_VERDICT_VERIFIED};

  return verdicts[truth];
}

static bool every_step(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_claim_value *series, enum pst_verdict *verdicts,
                       struct pst_outcome *out)
{
  struct pst_outcome *steps = pst_arena_array(evaluator->exact.arena, series->count, sizeof *steps);

  if (steps == NULL)
    return pst_evaluator_memory(evaluator);
  out->truth = PST_TRUTH_YES;
  for (size_t i = 1; i < series->count; i++) {
    if (!step(evaluator, node, &series->items[i - 1], &series->items[i], &steps[i]))
      return false;
    out->truth = pst_truth_and(out->truth, steps[i].truth);
    verdicts[i] = verdict_of(steps[i].truth);
  }
  for (size_t i = 1; i < series->count; i++)
    if (steps[i].truth == out->truth && out->truth != PST_TRUTH_YES)
      tell_step(evaluator, series, &series->items[i - 1], &series->items[i]);
  if (out->truth == PST_TRUTH_YES)
    tell_step(evaluator, series, &series->items[0], &series->items[series->count - 1]);
  return out->truth == PST_TRUTH_YES || out->truth == PST_TRUTH_NO
         || hidden_counter(evaluator, node, series, out);
}

static bool ends(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                 const struct pst_claim_value *series, enum pst_verdict *verdicts,
                 struct pst_outcome *out)
{
  size_t last = series->count - 1;

  if (!step(evaluator, node, &series->items[0], &series->items[last], out))
    return false;
  verdicts[last] = verdict_of(out->truth);
  tell_step(evaluator, series, &series->items[0], &series->items[last]);
  return true;
}

bool pst_evaluate_direction(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                            const struct pst_variable *variables, struct pst_outcome *out)
{
  enum pst_verdict *verdicts;
  struct pst_claim_value series;
  bool good, explain = evaluator->explain;

  evaluator->top = false;
  evaluator->explain = false;
  good = pst_evaluate_many(evaluator, node->arguments[0], variables, true, &series);
  evaluator->explain = explain;
  if (!good)
    return false;
  if (series.count < 2)
    return pst_evaluator_fail(evaluator, node->arguments[0]->at,
                              "the series has %zu member%s; a direction needs two", series.count,
                              series.count == 1 ? "" : "s");
  if (series.items[0].number == NULL)
    return pst_evaluator_fail_texts(evaluator, node->arguments[0]->at, &series);
  if (!pst_time_key(evaluator, node->arguments[0]->at, node->direction.falls ? "falls" : "rises",
                    &series))
    return false;
  verdicts = pst_arena_array(evaluator->exact.arena, series.count, sizeof *verdicts);
  if (verdicts == NULL)
    return pst_evaluator_memory(evaluator);
  pst_items_sort(series.items, series.count);
  pst_tell_gaps(evaluator, &series);
  *out = (struct pst_outcome){.severity = PST_SEVERITY_CONCLUSION};
  good = node->direction.steps == PST_ENDS ? ends(evaluator, node, &series, verdicts, out)
                                           : every_step(evaluator, node, &series, verdicts, out);
  out->severity = PST_SEVERITY_CONCLUSION;
  if (good)
    pst_tell_series(evaluator, node->arguments[0], &series, verdicts);
  return good;
}
