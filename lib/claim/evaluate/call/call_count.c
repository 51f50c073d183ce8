/* call_count.c -- functions of sets: count, keys. */
#include <string.h>

#include "claim/evaluate/call/calls.h"
#include "claim/evaluate/own.h"

bool pst_call_count(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                    const struct pst_variable *variables, struct pst_claim_value *out)
{
  size_t certain = 0;
  bool missing = false;
  unsigned open = 0;
  struct pst_claim_value many;
  struct pst_range range;

  if (!pst_evaluate(evaluator, node->arguments[0], variables, &many))
    return false;
  if (many.kind != PST_CLAIM_VALUE_SET && many.kind != PST_CLAIM_VALUE_SERIES)
    return pst_evaluator_fail(evaluator, node->arguments[0]->at, "count takes a set or a series");
  for (size_t i = 0; i < many.count; i++) {
    certain += many.items[i].member == PST_TRUTH_YES;
    missing = missing || many.items[i].member == PST_TRUTH_MISSING;
    open |= many.items[i].open;
  }
  if (evaluator->explain && many.count > 0 && many.count <= 12) {
    char names[512] = "";

    for (size_t i = 0; i < many.count; i++) {
      const char *name = pst_tell_key(evaluator, &many.items[i].key);

      if (strlen(names) + strlen(name) + 4 < sizeof names) {
        strcat(names, i == 0 ? "" : ", ");
        strcat(names, name);
        strcat(names, many.items[i].member == PST_TRUTH_YES ? "" : "?");
      }
    }
    pst_tell_line(evaluator, "members: %s", names);
  }
  range = pst_own_span(certain, many.count);
  if (!pst_own_number(evaluator, &range, certain == many.count,
                      pst_rational_whole((int64_t)certain), missing, out))
    return false;
  pst_own_open(out, open);
  return true;
}

bool pst_call_keys(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                   const struct pst_variable *variables, struct pst_claim_value *out)
{
  if (!pst_evaluate_many(evaluator, node->arguments[0], variables, true, out))
    return false;
  out->kind = PST_CLAIM_VALUE_SET;
  out->unit = (struct pst_unit){.kind = PST_UNIT_PLAIN};
  for (size_t i = 0; i < out->count; i++) {
    out->items[i].number = NULL;
    out->items[i].row = PST_NO_ROW;
  }
  return true;
}
