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
  evaluator->top = false;
  return calls[node->function](evaluator, node, variables, out);
}
