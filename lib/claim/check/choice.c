/* choice.c -- one value of a free choice after the other, and how often the check still holds. */
#include "claim/check/choice.h"

void pst_choice_count(struct pst_claim_choice *choice, enum pst_truth truth, const char *name)
{
  choice->tried++;
  choice->holds += truth == PST_TRUTH_YES;
  if (truth != PST_TRUTH_YES && choice->breaks[0] == '\0')
    choice->breaks = name;
}

void pst_choice_try(struct pst_choices *choices, struct pst_claim_choice *choice, const char *name)
{
  enum pst_truth truth;

  if (pst_trial_check(choices->evaluator, choices->node, &truth) && truth != PST_TRUTH_MISSING)
    pst_choice_count(choice, truth, name);
}

void pst_choice_keep(struct pst_choices *choices, const struct pst_claim_choice *choice)
{
  if (choice->tried > 0 && choices->count < PST_CHOICES_MOST)
    choices->list[choices->count++] = *choice;
}

const char *pst_choice_name(struct pst_choices *choices, const char *what,
                            const struct pst_syntax *part, const struct pst_syntax *whole)
{
  struct pst_evaluator *evaluator = choices->evaluator;
  const char *text = pst_arena_format(evaluator->source->arena, "%s%s%s%s", what,
                                      part == NULL ? "" : pst_tell_source(evaluator, part),
                                      part == NULL && what[0] == '\0' ? "" : " in ",
                                      pst_tell_source(evaluator, whole));

  evaluator->source->failed = evaluator->source->failed || text == NULL;
  return text == NULL ? "" : text;
}
