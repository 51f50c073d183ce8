/* firm.c -- does a conclusion rest on one observation, on the ends of its series, on the method? */
#include "claim/check/choice.h"

/* So many members are left out one by one, so many at an end. */
enum { MEMBERS_MOST = 500, ENDS_MOST = 3, MEMBERS_LEAST = 3 };

/* --- one observation ----------------------------------------------------------------------------- */

static bool is_of_many(const struct pst_syntax *node)
{
  static const size_t functions[] = {
      PST_FN_SLOPE, PST_FN_KENDALL,  PST_FN_SPEARMAN, PST_FN_PEARSON,  PST_FN_MEAN, PST_FN_MEDIAN,
      PST_FN_SD,    PST_FN_QUANTILE, PST_FN_RANK,     PST_FN_RANK_ASC, PST_FN_CAGR};

  if (node->kind == PST_SYNTAX_QUANTIFIER)
    return node->quantifier == PST_MOST || node->quantifier == PST_SOME;
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
    if (node->kind == PST_SYNTAX_CALL && node->function == functions[i])
      return true;
  return false;
}

/* The keys of the first argument of NODE, copied to where they last; 0 where it is no series or set of its own. */
static size_t members_of(struct pst_choices *choices, const struct pst_syntax *node,
                         struct pst_key_value **keys)
{
  struct pst_evaluator *evaluator = choices->evaluator;
  struct pst_arena_mark mark = pst_arena_mark(evaluator->exact.arena);
  struct pst_claim_value value;
  size_t count = 0;

  *keys = pst_arena_array(evaluator->source->arena, MEMBERS_MOST, sizeof **keys);
  pst_trial_begin(evaluator);
  if (*keys != NULL && pst_evaluate(evaluator, node->arguments[0], NULL, &value)
      && (value.kind == PST_CLAIM_VALUE_SERIES || value.kind == PST_CLAIM_VALUE_SET))
    for (; count < value.count && count < MEMBERS_MOST; count++)
      (*keys)[count] = value.items[count].key;
  pst_trial_end(evaluator);
  pst_arena_release(evaluator->exact.arena, mark);
  return count;
}

static void leave_one_out(struct pst_choices *choices, const struct pst_syntax *node)
{
  struct pst_evaluator *evaluator = choices->evaluator;
  struct pst_claim_choice choice = {.how = PST_CHOICE_LEFT_OUT, .breaks = ""};
  struct pst_key_value *keys;
  size_t count = members_of(choices, node, &keys);

  if (count < MEMBERS_LEAST)
    return;
  choice.choice = pst_choice_name(choices, "one member", NULL, node->arguments[0]);
  evaluator->leave_of = node;
  for (size_t i = 0; i < count; i++) {
    evaluator->leave_key = &keys[i];
    pst_choice_try(choices, &choice, pst_tell_key(evaluator, &keys[i]));
  }
  evaluator->leave_of = NULL;
  evaluator->leave_key = NULL;
  pst_choice_keep(choices, &choice);
}

/* --- the ends ------------------------------------------------------------------------------------ */

/* A range of years is moved at its ends already. */
static bool has_span(const struct pst_syntax *node)
{
  const struct pst_syntax *of = pst_trial_behind(node);

  if (of->kind == PST_SYNTAX_SPAN)
    return true;
  for (size_t i = 0; i < of->count; i++)
    if (has_span(of->arguments[i]))
      return true;
  return false;
}

static bool is_along_time(const struct pst_syntax *node)
{
  return node->kind == PST_SYNTAX_DIRECTION
         || (node->kind == PST_SYNTAX_CALL
             && (node->function == PST_FN_SLOPE || node->function == PST_FN_CAGR));
}

static void trim(struct pst_choices *choices, const struct pst_syntax *node, bool last)
{
  static const char *const names[][ENDS_MOST] = {{"the first", "the first 2", "the first 3"},
                                                 {"the last", "the last 2", "the last 3"}};
  struct pst_evaluator *evaluator = choices->evaluator;
  struct pst_claim_choice choice = {.how = PST_CHOICE_LEFT_OUT, .of_ends = true, .breaks = ""};
  struct pst_key_value *keys;
  size_t count = members_of(choices, node, &keys);

  choice.choice = pst_choice_name(choices, last ? "the last members" : "the first members", NULL,
                                  node->arguments[0]);
  evaluator->leave_of = node;
  for (size_t n = 1; n <= ENDS_MOST && n + 2 <= count; n++) {
    *(last ? &evaluator->leave_last : &evaluator->leave_first) = n;
    pst_choice_try(choices, &choice, names[last][n - 1]);
  }
  evaluator->leave_of = NULL;
  evaluator->leave_last = evaluator->leave_first = 0;
  pst_choice_keep(choices, &choice);
}

/* --- the method ---------------------------------------------------------------------------------- */

static const struct {
  size_t function, other;
  const char *name;
} methods[] = {{PST_FN_KENDALL, PST_FN_SPEARMAN, "spearman"},
               {PST_FN_KENDALL, PST_FN_PEARSON, "pearson"},
               {PST_FN_SPEARMAN, PST_FN_KENDALL, "kendall"},
               {PST_FN_SPEARMAN, PST_FN_PEARSON, "pearson"},
               {PST_FN_PEARSON, PST_FN_SPEARMAN, "spearman"},
               {PST_FN_PEARSON, PST_FN_KENDALL, "kendall"},
               {PST_FN_MEAN, PST_FN_MEDIAN, "median"},
               {PST_FN_MEDIAN, PST_FN_MEAN, "mean"},
               {PST_FN_SLOPE, PST_SWAP_LEAST_SQUARES, "least squares"},
               {PST_FN_SLOPE, PST_SWAP_ENDS, "the ends alone"}};

static void other_methods(struct pst_choices *choices, const struct pst_syntax *node)
{
  struct pst_evaluator *evaluator = choices->evaluator;
  struct pst_claim_choice choice = {.how = PST_CHOICE_METHOD, .breaks = ""};

  choice.choice = pst_choice_name(choices, "", NULL, node);
  for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
    if (methods[i].function != node->function)
      continue;
    evaluator->swap_call = node;
    evaluator->swap_function = methods[i].other;
    pst_choice_try(choices, &choice, methods[i].name);
  }
  evaluator->swap_call = NULL;
  pst_choice_keep(choices, &choice);
}

/* `rises` compares the ends; that the slope of Theil and Sen goes the same way is another reading. */
static void trend_of(struct pst_choices *choices, const struct pst_syntax *node)
{
  struct pst_claim_choice choice = {.how = PST_CHOICE_METHOD, .breaks = ""};
  struct pst_syntax zero = {.kind = PST_SYNTAX_NUMBER, .at = node->at, .place = node->at};
  struct pst_syntax *series[] = {node->arguments[0]};
  struct pst_syntax slope = {.kind = PST_SYNTAX_CALL,
                             .at = node->at,
                             .end = node->end,
                             .place = node->place,
                             .arguments = series,
                             .count = 1};
  struct pst_syntax *sides[] = {&slope, &zero};
  struct pst_syntax order = {.kind = PST_SYNTAX_COMPARE,
                             .at = node->at,
                             .end = node->end,
                             .place = node->place,
                             .arguments = sides,
                             .count = 2};
  enum pst_truth truth;

  slope.function = PST_FN_SLOPE;
  zero.number.value = pst_rational_whole(0);
  zero.number.digit = pst_rational_whole(1);
  zero.number.is_integer = true;
  order.compare.relation = node->direction.falls ? PST_IS_LESS : PST_IS_MORE;
  choice.choice = pst_choice_name(choices, "", NULL, node);
  if (pst_trial_check(choices->evaluator, &order, &truth) && truth != PST_TRUTH_MISSING)
    pst_choice_count(&choice, truth, "the slope of Theil and Sen");
  pst_choice_keep(choices, &choice);
}

/* --- all ----------------------------------------------------------------------------------------- */

/* Of a figure that is quoted another one is no choice: only orders and directions conclude. */
static bool goes_on(const struct pst_syntax *node, bool concludes)
{
  switch (node->kind) {
  case PST_SYNTAX_COMPARE:
    return node->compare.relation != PST_IS_EQUAL;
  case PST_SYNTAX_ABOUT:
  case PST_SYNTAX_IN:
    return false;
  case PST_SYNTAX_DIRECTION:
  case PST_SYNTAX_QUANTIFIER:
    return true;
  default:
    return concludes;
  }
}

void pst_firm(struct pst_choices *choices, const struct pst_syntax *node, bool concludes)
{
  const struct pst_syntax *of = pst_trial_behind(node);

  concludes = goes_on(of, concludes);
  if (concludes && is_of_many(of))
    leave_one_out(choices, of);
  if (concludes && is_along_time(of) && !has_span(of->arguments[0])) {
    trim(choices, of, false);
    trim(choices, of, true);
  }
  if (concludes && of->kind == PST_SYNTAX_CALL)
    other_methods(choices, of);
  if (of->kind == PST_SYNTAX_DIRECTION && of->direction.steps == PST_ENDS)
    trend_of(choices, of);
  for (size_t i = 0; i < of->count && choices->count < PST_CHOICES_MOST; i++)
    pst_firm(choices, of->arguments[i], concludes);
}

/* --- in words ------------------------------------------------------------------------------------ */

enum part { OBSERVATION, ENDS, METHOD, PARTS };

static enum part part_of(const struct pst_claim_choice *choice)
{
  return choice->how == PST_CHOICE_METHOD                         ? METHOD
         : choice->how == PST_CHOICE_LEFT_OUT && !choice->of_ends ? OBSERVATION
         : choice->of_ends                                        ? ENDS
                                                                  : PARTS;
}

/* What breaks it of PART; NULL: nothing does.  *TRIED: it was tried at all. */
static const char *breaks_of(const struct pst_choices *choices, enum part part, bool *tried)
{
  *tried = false;
  for (size_t i = 0; i < choices->count; i++) {
    if (part_of(&choices->list[i]) != part)
      continue;
    *tried = true;
    if (choices->list[i].breaks[0] != '\0')
      return choices->list[i].breaks;
  }
  return NULL;
}

const char *pst_firm_text(struct pst_choices *choices)
{
  static const char *const names[] = {"one observation", "the first or last observations",
                                      "the method"};
  struct pst_buffer on = {.data = NULL}, off = {.data = NULL};
  struct pst_source *source = choices->evaluator->source;
  const char *text = "";
  bool tried;

  for (int part = 0; part < PARTS; part++) {
    const char *breaks = breaks_of(choices, (enum part)part, &tried);

    if (breaks != NULL)
      pst_buffer_printf(&on, "%s%s (%s)", on.size > 0 ? " and on " : "", names[part], breaks);
    else if (tried)
      pst_buffer_printf(&off, "%s%s", off.size > 0 ? ", nor on " : "", names[part]);
  }
  if (on.size > 0 && off.size > 0)
    text = pst_arena_format(source->arena, "depends on %s; not on %s", pst_buffer_string(&on),
                            pst_buffer_string(&off));
  else if (on.size > 0 || off.size > 0)
    text =
        pst_arena_format(source->arena, "%s %s", on.size > 0 ? "depends on" : "does not depend on",
                         pst_buffer_string(on.size > 0 ? &on : &off));
  source->failed = source->failed || text == NULL || on.failed || off.failed;
  pst_buffer_free(&on);
  pst_buffer_free(&off);
  return text == NULL ? "" : text;
}
