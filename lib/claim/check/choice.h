/* choice.h -- the free choices of a check while they are moved: tried one value at a time, and kept. */
#ifndef PST_CLAIM_CHECK_CHOICE_H
#define PST_CLAIM_CHECK_CHOICE_H

#include "claim/check/trial.h"

enum { PST_CHOICES_MOST = 24 };

struct pst_choices {
  struct pst_evaluator *evaluator;
  const struct pst_syntax *node; /* the check */
  struct pst_claim_choice *list; /* room for PST_CHOICES_MOST */
  size_t count;
};

/* pst_choice_count: the outcome TRUTH of one more value of CHOICE, called NAME.
   pst_choice_try: the check once more, with what EVALUATOR swaps; one that is an error, or not decided for
   want of a cell, is not counted.
   pst_choice_keep: CHOICE, if any value of it could be tried.
   Tested    tests/cli/claims-robust, tests/cli/claims-firm  */
void pst_choice_count(struct pst_claim_choice *choice, enum pst_truth truth, const char *name);
void pst_choice_try(struct pst_choices *choices, struct pst_claim_choice *choice, const char *name);
void pst_choice_keep(struct pst_choices *choices, const struct pst_claim_choice *choice);

/* pst_choice_name: WHAT and the source of PART, if any, "in" that of WHOLE; in the source's arena. */
const char *pst_choice_name(struct pst_choices *choices, const char *what,
                            const struct pst_syntax *part, const struct pst_syntax *whole);

/* pst_firm: of what a check concludes (an order, a direction): does it rest on one observation, on the first
   or last of them, on the method?  One choice each for every call and direction in the check.
   Cost      a trial a member, 500 at most; PST_ROBUST_STEPS bounds all
   Tested    tests/cli/claims-firm  */
void pst_firm(struct pst_choices *choices, const struct pst_syntax *node, bool concludes);

/* pst_firm_text: what the check depends on, and what it does not, of CHOICES; "" where nothing of it was tried. */
const char *pst_firm_text(struct pst_choices *choices);

#endif
