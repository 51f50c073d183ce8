/* diagnose.c -- of a contradiction: the slips that would explain it, and what would be true. */
#include <stdlib.h>

#include "claim/check/check.h"
#include "claim/check/trial.h"

/* What is tried costs an evaluation each: so many a check, so many other rows a key; after so many
   in all, only neighbours. */
enum { TRIALS_MOST = 600, TRIALS_ALL = 50000, ROWS_MOST = 200, LINES_MOST = 8 };

struct diagnosis {
  struct pst_evaluator *evaluator;
  const struct pst_syntax *node;
  const char *lines[LINES_MOST];
  size_t count;
  size_t trials;
  size_t left; /* other cells that were not tried, as that would have taken too much work */
};

static void say(struct diagnosis *diagnosis, const char *line)
{
  if (line == NULL)
    diagnosis->evaluator->source->failed = true;
  else if (diagnosis->count < LINES_MOST)
    diagnosis->lines[diagnosis->count++] = line;
}

/* --- trials ------------------------------------------------------------------------------------- */

/* Does the check hold with the swap that is set? */
static bool holds(struct diagnosis *diagnosis)
{
  enum pst_truth truth;

  diagnosis->trials++;
  return pst_trial_check(diagnosis->evaluator, diagnosis->node, &truth) && truth == PST_TRUTH_YES;
}

/* --- another row -------------------------------------------------------------------------------- */

static bool try_key(struct diagnosis *diagnosis, const struct pst_syntax *cell, size_t k,
                    const struct pst_key_value *key)
{
  struct pst_evaluator *evaluator = diagnosis->evaluator;
  bool found;

  evaluator->swap_cell = cell;
  evaluator->swap_which = k;
  evaluator->swap_value = *key;
  found = holds(diagnosis);
  evaluator->swap_cell = NULL;
  if (found)
    say(diagnosis,
        pst_arena_format(evaluator->source->arena, "it holds with %s in place of %s in %s",
                         pst_tell_index(evaluator, key),
                         pst_tell_source(evaluator, cell->arguments[k]),
                         pst_tell_source(evaluator, cell)));
  return found;
}

/* What may still be tried: work is counted, and not timed. */
static bool may_try(const struct diagnosis *diagnosis)
{
  return diagnosis->trials < TRIALS_MOST && diagnosis->evaluator->trial_steps > 0;
}

/* The neighbours of the key first, then all others. */
static void try_keys(struct diagnosis *diagnosis, const struct pst_syntax *cell, size_t k)
{
  const struct pst_data *data = &diagnosis->evaluator->data[cell->table];
  unsigned all = pst_column_texts(data->keys[k].column)->count, tried = 0;
  unsigned now = pst_trial_code(diagnosis->evaluator, cell, k);
  unsigned most = diagnosis->evaluator->trials > TRIALS_ALL ? 2 : ROWS_MOST, place;

  if (now == PST_CODE_MISSING || diagnosis->count >= LINES_MOST / 2)
    return;
  place = data->keys[k].place[now];
  for (unsigned away = 1; away < all && tried < most && may_try(diagnosis); away++) {
    for (int side = -1; side <= 1; side += 2) {
      struct pst_key_value key;

      if ((side < 0 && away > place) || (side > 0 && place + away >= all) || !may_try(diagnosis))
        continue;
      key = pst_data_value(data, k, data->keys[k].order[side < 0 ? place - away : place + away]);
      tried++;
      if (try_key(diagnosis, cell, k, &key))
        return;
    }
  }
  diagnosis->left += all - 1 - tried;
}

static void try_cells(struct diagnosis *diagnosis, const struct pst_syntax *node)
{
  if (node->kind == PST_SYNTAX_NAME && node->let != NULL && node->let->body != NULL)
    try_cells(diagnosis, node->let->body);
  if (node->kind == PST_SYNTAX_CELL)
    for (size_t k = 0; k < node->count; k++)
      try_keys(diagnosis, node, k);
  for (size_t i = 0; i < node->count; i++)
    try_cells(diagnosis, node->arguments[i]);
}

/* --- slips of a number -------------------------------------------------------------------------- */

struct slip {
  const struct pst_syntax *computed_node, *literal;
  struct pst_claim_value computed;
  struct pst_range reported; /* as printed, in the literal's unit; a point behind exactly */
  bool exactly;              /* no digit was cut off or rounded away */
};

/* Is NUMBER, computed for another reading, what is reported? */
static bool is_reported(struct diagnosis *diagnosis, const struct slip *slip,
                        const struct pst_number *number)
{
  struct pst_exact *exact = &diagnosis->evaluator->exact;
  struct pst_range range;

  if (number == NULL || number->missing)
    return false;
  range = pst_number_range(exact, number, NULL);
  return pst_range_inside(&range, &slip->reported)
         || (number->has_printed && pst_range_hold(&slip->reported, number->printed));
}

static const struct pst_number *times(struct pst_exact *exact, const struct pst_number *number,
                                      int power)
{
  bool zero = false;

  return pst_number_binary(exact, PST_NUMBER_MULTIPLY,
                           pst_number_point(exact, pst_rational_power(exact, power)), number,
                           &zero);
}

static void try_factors(struct diagnosis *diagnosis, const struct slip *slip)
{
  static const struct {
    int power;
    const char *line;
  } factors[] = {{3, "the figure is 1000 times too large, or its unit a thousand times too small"},
                 {-3, "the figure is 1000 times too small, or its unit a thousand times too large"},
                 {6, "the figure is 1000000 times too large"},
                 {-6, "the figure is 1000000 times too small"},
                 {2, "the figure is 100 times too large: a ratio for %?"},
                 {-2, "the figure is 100 times too small: % for a ratio?"},
                 {1, "the figure is 10 times too large"},
                 {-1, "the figure is 10 times too small"}};

  if (pst_rational_sign(slip->literal->number.value) == 0)
    return;
  for (size_t i = 0; i < sizeof factors / sizeof *factors; i++)
    if (is_reported(diagnosis, slip,
                    times(&diagnosis->evaluator->exact, slip->computed.number, factors[i].power)))
      say(diagnosis, factors[i].line);
}

static void try_swapped(struct diagnosis *diagnosis, const struct slip *slip)
{
  struct pst_exact *exact = &diagnosis->evaluator->exact;
  bool zero = false;

  if (is_reported(diagnosis, slip,
                  pst_number_binary(exact, PST_NUMBER_SUBTRACT,
                                    pst_number_point(exact, pst_rational_whole(0)),
                                    slip->computed.number, &zero)))
    say(diagnosis, "the ends are swapped: the figure has the opposite sign");
}

static void try_truncation(struct diagnosis *diagnosis, const struct slip *slip)
{
  struct pst_exact *exact = &diagnosis->evaluator->exact;
  struct pst_rational cut;

  if (!slip->computed.number->has_printed || slip->exactly)
    return;
  cut = pst_rational_round(exact, slip->computed.number->printed, slip->literal->number.digit,
                           PST_ROUND_TRUNCATE);
  if (pst_rational_compare(cut, slip->literal->number.value) == 0)
    say(diagnosis, "the figure is truncated, not rounded");
}

static bool evaluate_quietly(struct diagnosis *diagnosis, const struct pst_syntax *node,
                             struct pst_claim_value *out)
{
  bool good;

  pst_trial_begin(diagnosis->evaluator);
  good = pst_evaluate_number(diagnosis->evaluator, node, NULL, out);
  pst_trial_end(diagnosis->evaluator);
  return good;
}

/* growth(a, b) for b - a, and the other way round, and growth from the wrong end. */
static void try_growth(struct diagnosis *diagnosis, const struct slip *slip)
{
  struct pst_exact *exact = &diagnosis->evaluator->exact;
  const struct pst_syntax *node = pst_trial_behind(slip->computed_node);
  bool call = node->kind == PST_SYNTAX_CALL && node->function == PST_FN_GROWTH, zero = false;
  const struct pst_number *ratio, *change;
  struct pst_claim_value from, to;

  if (!call && node->kind != PST_SYNTAX_SUBTRACT)
    return;
  if (!evaluate_quietly(diagnosis, node->arguments[call ? 0 : 1], &from)
      || !evaluate_quietly(diagnosis, node->arguments[call ? 1 : 0], &to))
    return;
  change = pst_number_binary(exact, PST_NUMBER_SUBTRACT, to.number, from.number, &zero);
  if (call && is_reported(diagnosis, slip, change)) {
    say(diagnosis, to.unit.kind == PST_UNIT_PERCENT
                       ? "% for %p: the figure is the difference, not the growth"
                       : "the figure is the difference, not the growth");
    return;
  }
  if (call) {
    const struct pst_number *swap = from.number;

    from.number = to.number;
    to.number = swap;
  }
  ratio = pst_number_binary(exact, PST_NUMBER_DIVIDE, to.number, from.number, &zero);
  ratio = pst_number_binary(exact, PST_NUMBER_SUBTRACT, ratio,
                            pst_number_point(exact, pst_rational_whole(1)), &zero);
  ratio = ratio == NULL ? NULL : times(exact, ratio, 2);
  if (is_reported(diagnosis, slip, ratio))
    say(diagnosis, call ? "the ends are swapped: the figure is the growth from the second to the "
                          "first"
                        : "%p for %: the figure is the growth, not the difference");
}

struct ranked {
  const struct pst_item *item;
  int sign; /* -1: the largest first */
};

static int by_printed(const void *a, const void *b)
{
  const struct ranked *x = a, *y = b;
  int order = pst_rational_compare(x->item->number->printed, y->item->number->printed) * x->sign;

  return order != 0 ? order : (x->item > y->item) - (x->item < y->item);
}

/* Who has the rank that is reported, by the printed values. */
static void name_ranked(struct diagnosis *diagnosis, const struct slip *slip,
                        const struct pst_claim_value *series, bool ascending)
{
  struct pst_evaluator *evaluator = diagnosis->evaluator;
  struct ranked *ranked = pst_arena_array(evaluator->exact.arena, series->count, sizeof *ranked);
  const struct pst_rational value = slip->literal->number.value;
  size_t count = 0, at;

  for (size_t i = 0; ranked != NULL && i < series->count; i++)
    if (series->items[i].number != NULL && series->items[i].number->has_printed)
      ranked[count++] = (struct ranked){&series->items[i], ascending ? 1 : -1};
  if (count > 1)
    qsort(ranked, count, sizeof *ranked, by_printed);
  if (!pst_rational_is_whole(value) || value.big != NULL || value.n < 1 || (size_t)value.n > count)
    return;
  at = (size_t)value.n - 1;
  if (at > 0
      && pst_rational_compare(ranked[at - 1].item->number->printed,
                              ranked[at].item->number->printed)
             == 0)
    return; /* shared with a better one */
  for (size_t i = at; i < count; i++) {
    if (pst_rational_compare(ranked[i].item->number->printed, ranked[at].item->number->printed)
        != 0)
      break;
    say(diagnosis, pst_arena_format(evaluator->source->arena, "rank %lld is %s", (long long)value.n,
                                    pst_tell_key(evaluator, &ranked[i].item->key)));
  }
}

/* Who has the rank that is reported: by the values as printed. */
static void try_rank(struct diagnosis *diagnosis, const struct slip *slip)
{
  struct pst_evaluator *evaluator = diagnosis->evaluator;
  const struct pst_syntax *node = pst_trial_behind(slip->computed_node);
  struct pst_claim_value series;
  bool ascending, good;

  if (node->kind != PST_SYNTAX_CALL
      || (node->function != PST_FN_RANK && node->function != PST_FN_RANK_ASC))
    return;
  ascending = node->function == PST_FN_RANK_ASC;
  pst_trial_begin(evaluator);
  good = pst_evaluate_many(evaluator, node->arguments[0], NULL, true, &series);
  pst_trial_end(evaluator);
  if (good)
    name_ranked(diagnosis, slip, &series, ascending);
}

static void would_be_true(struct diagnosis *diagnosis, const struct slip *slip)
{
  struct pst_evaluator *evaluator = diagnosis->evaluator;
  struct pst_exact *exact = &evaluator->exact;
  const struct pst_number *number = slip->computed.number;
  const struct pst_unit *unit = &slip->literal->number.unit;
  struct pst_rational rounded, digit = pst_rational_power(exact, unit->scale);
  const char *name = pst_unit_print(evaluator->source->arena, unit);
  struct pst_range range = pst_number_range(exact, number, NULL);
  enum pst_rounding rounding = evaluator->file->rounding;
  int decimals;

  if (!pst_range_is_point(&range)
      && (!number->has_printed
          || (slip->exactly && pst_rational_decimals(number->printed, 30) < 0))) {
    say(diagnosis, pst_arena_format(evaluator->source->arena, "true would be a figure in %s",
                                    pst_tell_quantity(evaluator, &range, false, digit, unit)));
    return;
  }
  rounded = number->has_printed ? number->printed : range.low.value;
  if (slip->exactly) {
    bool decimal = pst_rational_decimals(rounded, 30) >= 0;

    say(diagnosis,
        pst_arena_format(evaluator->source->arena,
                         decimal ? "true would be: exactly %s%s%s" : "no decimal is exactly %s%s%s",
                         pst_rational_print(exact, pst_rational_divide(exact, rounded, digit)),
                         *name == '\0' ? "" : " ", name));
    return;
  }
  rounded = pst_rational_round(exact, rounded, slip->literal->number.digit, rounding);
  decimals =
      pst_rational_decimals(pst_rational_divide(exact, slip->literal->number.digit, digit), 30);
  say(diagnosis,
      pst_arena_format(evaluator->source->arena, "true would be: %s%s%s",
                       pst_rational_print_fixed(exact, pst_rational_divide(exact, rounded, digit),
                                                decimals < 0 ? 0 : decimals),
                       *name == '\0' ? "" : " ", name));
}

/* The two sides of `a = literal`, in the literal's unit. */
static bool read_slip(struct diagnosis *diagnosis, const struct pst_syntax *node, struct slip *slip)
{
  struct pst_evaluator *evaluator = diagnosis->evaluator;
  int times_computed, times_literal;
  struct pst_claim_value value;
  struct pst_error error;

  pst_error_clear(&error);
  if (node->kind != PST_SYNTAX_COMPARE || node->compare.relation != PST_IS_EQUAL)
    return false;
  slip->literal = pst_literal(node->arguments[1]);
  slip->computed_node = node->arguments[slip->literal == NULL ? 1 : 0];
  if (slip->literal == NULL)
    slip->literal = pst_literal(node->arguments[0]);
  if (slip->literal == NULL || !evaluate_quietly(diagnosis, slip->computed_node, &slip->computed)
      || !pst_literal_value(evaluator, slip->literal, !node->compare.exactly, &value)
      || !pst_unit_compare(&slip->computed.unit, &value.unit, &times_computed, &times_literal,
                           &error))
    return false;
  if (times_computed != 1)
    slip->computed.number = times(&evaluator->exact, slip->computed.number, 2);
  slip->reported = value.number->range;
  slip->exactly = node->compare.exactly;
  return slip->computed.number != NULL && !slip->computed.number->missing;
}

/* The conjuncts that fail; only outside quantifiers, whose members have slips of their own. */
static void try_slips(struct diagnosis *diagnosis, const struct pst_syntax *node)
{
  struct slip slip;

  if (node->kind == PST_SYNTAX_AND) {
    try_slips(diagnosis, node->arguments[0]);
    try_slips(diagnosis, node->arguments[1]);
    return;
  }
  if (!read_slip(diagnosis, node, &slip) || is_reported(diagnosis, &slip, slip.computed.number))
    return;
  try_swapped(diagnosis, &slip);
  try_growth(diagnosis, &slip);
  try_truncation(diagnosis, &slip);
  try_factors(diagnosis, &slip);
  try_rank(diagnosis, &slip);
  would_be_true(diagnosis, &slip);
}

/* --- orders and directions ----------------------------------------------------------------------- */

static void opposite(struct diagnosis *diagnosis, const struct pst_syntax *node)
{
  static const char *const signs[] = {"!=", "=", ">=", ">", "<=", "<"};

  if (node->kind == PST_SYNTAX_COMPARE && node->compare.relation != PST_IS_EQUAL
      && node->compare.relation != PST_IS_NOT_EQUAL)
    say(diagnosis, pst_arena_format(diagnosis->evaluator->source->arena, "true would be: %s %s %s",
                                    pst_tell_source(diagnosis->evaluator, node->arguments[0]),
                                    signs[node->compare.relation],
                                    pst_tell_source(diagnosis->evaluator, node->arguments[1])));
  if (node->kind == PST_SYNTAX_DIRECTION && node->direction.steps == PST_ENDS)
    say(diagnosis, node->direction.falls
                       ? "true would be: does not fall from the first to the last"
                       : "true would be: does not rise from the first to the last");
}

/* That no line tells of another cell is no proof that none would do. */
static void say_what_is_left(struct diagnosis *diagnosis)
{
  struct pst_arena *arena = diagnosis->evaluator->source->arena;

  if (diagnosis->left > 0)
    say(diagnosis, pst_arena_format(arena, "%zu other cell%s tried, the nearest first; %zu %s not",
                                    diagnosis->trials, diagnosis->trials == 1 ? "" : "s",
                                    diagnosis->left, diagnosis->left == 1 ? "was" : "were"));
}

/* Many rows would make an order or a quantifier true: only for an equality does one tell. */
static bool is_equality(const struct pst_syntax *node)
{
  return node->kind == PST_SYNTAX_ABOUT
         || (node->kind == PST_SYNTAX_COMPARE && node->compare.relation == PST_IS_EQUAL);
}

const char *const *pst_diagnose(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                                size_t *count)
{
  struct diagnosis diagnosis = {.evaluator = evaluator, .node = node};
  const char **lines;

  try_slips(&diagnosis, node);
  opposite(&diagnosis, node);
  if (is_equality(node))
    try_cells(&diagnosis, node);
  say_what_is_left(&diagnosis);
  lines = pst_arena_array(evaluator->source->arena, diagnosis.count, sizeof *lines);
  if (lines == NULL) {
    evaluator->source->failed = true;
    return NULL;
  }
  for (size_t i = 0; i < diagnosis.count; i++)
    lines[i] = diagnosis.lines[i];
  *count = diagnosis.count;
  return lines;
}
