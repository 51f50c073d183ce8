/* trial.c -- a check evaluated once more with one thing changed, in silence. */
#include "claim/check/trial.h"

#include "claim/evaluate/keep.h"

void pst_trial_begin(struct pst_evaluator *evaluator)
{
  evaluator->quiet = true;
  evaluator->explain = false;
  evaluator->failed = false;
  evaluator->steps = evaluator->held = evaluator->depth = 0;
  evaluator->steps_most = evaluator->trial_steps;
  pst_keep_nothing(evaluator);
}

void pst_trial_end(struct pst_evaluator *evaluator)
{
  evaluator->quiet = false;
  evaluator->failed = false;
  evaluator->exact.failed = false;
  evaluator->trial_steps -=
      evaluator->steps < evaluator->trial_steps ? evaluator->steps : evaluator->trial_steps;
  evaluator->steps = 0;
  evaluator->steps_most = PST_STEPS_MOST;
  pst_keep_nothing(evaluator);
}

bool pst_trial_check(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                     enum pst_truth *truth)
{
  struct pst_arena_mark mark = pst_arena_mark(evaluator->exact.arena);
  struct pst_outcome outcome = {.truth = PST_TRUTH_NO};
  bool good;

  evaluator->trials++;
  pst_trial_begin(evaluator);
  good = pst_evaluate_test(evaluator, node, NULL, &outcome) && !evaluator->exact.failed;
  pst_trial_end(evaluator);
  pst_arena_release(evaluator->exact.arena, mark);
  *truth = outcome.truth;
  return good;
}

const struct pst_syntax *pst_trial_behind(const struct pst_syntax *node)
{
  while (node->kind == PST_SYNTAX_NAME && node->let != NULL && node->let->body != NULL)
    node = node->let->body;
  return node;
}

unsigned pst_trial_code(const struct pst_evaluator *evaluator, const struct pst_syntax *cell,
                        size_t k)
{
  const struct pst_syntax *index = pst_trial_behind(cell->arguments[k]);
  struct pst_key_value key = {.text = index->text};

  if (index->kind == PST_SYNTAX_NUMBER && index->number.value.big == NULL) {
    key.is_number = true;
    key.number = index->number.value.n;
  } else if (index->kind != PST_SYNTAX_TEXT) {
    return PST_CODE_MISSING;
  }
  return pst_data_code(&evaluator->data[cell->table], k, &key);
}
