/* robust.c -- the free choices of a verified check, moved one at a time. */
#include "claim/check/choice.h"

/* How far a choice is moved: to so many other keys, the ends of a range so many steps. */
enum { KEYS_MOST = 50, STEPS_MOST = 3 };

/* The nearest keys on both sides. */
static void move_key(struct pst_choices *robust, const struct pst_syntax *cell, size_t k)
{
  struct pst_evaluator *evaluator = robust->evaluator;
  const struct pst_data *data = &evaluator->data[cell->table];
  unsigned count = pst_column_texts(data->keys[k].column)->count;
  unsigned code = pst_trial_code(evaluator, cell, k), place, tried = 0;
  struct pst_claim_choice choice = {.breaks = ""};

  if (code == PST_CODE_MISSING)
    return;
  choice.choice = pst_choice_name(robust, "", cell->arguments[k], cell);
  place = data->keys[k].place[code];
  evaluator->swap_cell = cell;
  evaluator->swap_which = k;
  for (unsigned away = 1; away < count && tried < KEYS_MOST; away++) {
    for (int side = -1; side <= 1; side += 2) {
      if ((side < 0 && away > place) || (side > 0 && place + away >= count))
        continue;
      tried++;
      evaluator->swap_value =
          pst_data_value(data, k, data->keys[k].order[side < 0 ? place - away : place + away]);
      pst_choice_try(robust, &choice, pst_tell_key(evaluator, &evaluator->swap_value));
    }
  }
  evaluator->swap_cell = NULL;
  pst_choice_keep(robust, &choice);
}

static void move_end(struct pst_choices *robust, const struct pst_syntax *span, bool last)
{
  struct pst_evaluator *evaluator = robust->evaluator;
  int64_t end = last ? span->span.last : span->span.first;
  struct pst_claim_choice choice = {.of_ends = true, .breaks = ""};

  choice.choice = pst_choice_name(robust, last ? "the end" : "the start", NULL, span);
  evaluator->swap_span = span;
  evaluator->swap_last = last;
  for (int64_t away = 1; away <= STEPS_MOST; away++) {
    for (int side = -1; side <= 1; side += 2) {
      struct pst_key_value name = {.is_number = true, .number = end + side * away};

      evaluator->swap_value = name;
      if (last ? name.number > span->span.first : name.number < span->span.last)
        pst_choice_try(robust, &choice, pst_tell_key(evaluator, &name));
    }
  }
  evaluator->swap_span = NULL;
  pst_choice_keep(robust, &choice);
}

static void move_all(struct pst_choices *robust, const struct pst_syntax *node)
{
  if (node->kind == PST_SYNTAX_NAME && node->let != NULL && node->let->body != NULL)
    move_all(robust, node->let->body);
  if (node->kind == PST_SYNTAX_SPAN) {
    move_end(robust, node, false);
    move_end(robust, node, true);
  }
  if (node->kind == PST_SYNTAX_CELL)
    for (size_t k = 0; k < node->count; k++)
      move_key(robust, node, k);
  for (size_t i = 0; i < node->count && robust->count < PST_CHOICES_MOST; i++)
    move_all(robust, node->arguments[i]);
}

/* `cell = figure` quotes a cell: another one is no choice that its author had. */
static bool is_quotation(const struct pst_syntax *node)
{
  return node->kind == PST_SYNTAX_COMPARE && node->compare.relation == PST_IS_EQUAL
         && ((pst_literal(node->arguments[1]) != NULL
              && pst_trial_behind(node->arguments[0])->kind == PST_SYNTAX_CELL)
             || (pst_literal(node->arguments[0]) != NULL
                 && pst_trial_behind(node->arguments[1])->kind == PST_SYNTAX_CELL));
}

const struct pst_claim_choice *pst_robust(struct pst_evaluator *evaluator,
                                          const struct pst_syntax *node, size_t *count,
                                          const char **depends)
{
  struct pst_choices robust = {.evaluator = evaluator, .node = node};

  robust.list = pst_arena_array(evaluator->source->arena, PST_CHOICES_MOST, sizeof *robust.list);
  if (robust.list == NULL) {
    evaluator->source->failed = true;
    return NULL;
  }
  evaluator->trial_steps = PST_ROBUST_STEPS;
  pst_firm(&robust, node, false);
  if (!is_quotation(node))
    move_all(&robust, node);
  evaluator->trial_steps = PST_TRIAL_STEPS;
  *count = robust.count;
  *depends = pst_firm_text(&robust);
  return robust.list;
}
