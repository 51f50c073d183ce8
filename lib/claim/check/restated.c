/* restated.c -- does a check rest on nothing but what the paper says itself? */
#include "claim/check/trial.h"

/* The tables that NODE and the lets in it read: of the paper itself, and of others. */
static void count_tables(const struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         size_t *paper, size_t *others)
{
  node = pst_trial_behind(node);
  if (node->kind == PST_SYNTAX_CELL)
    ++*(evaluator->file->tables[node->table].is_paper ? paper : others);
  for (size_t i = 0; i < node->count; i++)
    count_tables(evaluator, node->arguments[i], paper, others);
}

/* Every part of an `and` must hold, so that one without another source is enough. */
bool pst_is_restated(const struct pst_evaluator *evaluator, const struct pst_syntax *node)
{
  size_t paper = 0, others = 0;

  node = pst_trial_behind(node);
  if (node->kind == PST_SYNTAX_AND)
    return pst_is_restated(evaluator, node->arguments[0])
           || pst_is_restated(evaluator, node->arguments[1]);
  count_tables(evaluator, node, &paper, &others);
  return paper > 0 && others == 0;
}
