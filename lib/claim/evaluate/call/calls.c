/* calls.c -- which function a call is. */
#include "claim/evaluate/call/calls.h"

#define CLAIM(function, usage, least, most) pst_call_##function
#define NO_CLAIM NULL
#define FUNCTION(id, name, rows, claims, takes, gives, elsewhere) [PST_FN_##id] = claims,

static pst_claim_call *const calls[PST_FNS] = {
#include "language/functions.def"
};

bool pst_evaluate_call(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_syntax other = *node;

  evaluator->top = false;
  if (node == evaluator->swap_call) {
    other.function = evaluator->swap_function;
    return other.function < PST_FNS ? calls[other.function](evaluator, &other, variables, out)
                                    : pst_call_slope(evaluator, &other, variables, out);
  }
  return calls[node->function](evaluator, node, variables, out);
}
