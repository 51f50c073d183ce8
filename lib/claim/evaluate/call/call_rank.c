/* call_rank.c -- the rank of a member within a series. */
#include "claim/evaluate/call/calls.h"
#include "claim/evaluate/keep.h"
#include "claim/evaluate/own.h"

struct standing {
  size_t best, worst, printed_best, printed_worst;
  bool missing;  /* another number that could be on either side is */
  bool printed;  /* all have printed values so far */
  unsigned open; /* by what others may be on either side */
};

/* Adds ITEM, which is not ABOUT, to what stands before ABOUT. */
static void stand_beside(struct pst_exact *exact, const struct pst_item *about,
                         const struct pst_item *item, bool ascending, struct standing *standing)
{
  struct pst_range difference =
      ascending ? pst_range_subtract(exact, &about->number->range, &item->number->range)
                : pst_range_subtract(exact, &item->number->range, &about->number->range);
  enum pst_truth above = pst_range_sign(&difference, PST_IS_MORE);
  enum pst_truth below = pst_range_sign(&difference, PST_IS_LESS);
  int order;

  standing->best += above == PST_TRUTH_YES && item->member == PST_TRUTH_YES;
  standing->worst += below != PST_TRUTH_YES;
  if (above != PST_TRUTH_YES && below != PST_TRUTH_YES)
    standing->open |=
        pst_range_is_point(&difference) ? PST_OPEN_TIE : about->number->open | item->number->open;
  standing->open |= item->open;
  standing->missing =
      standing->missing || item->member == PST_TRUTH_MISSING
      || (item->number->missing && above != PST_TRUTH_YES && below != PST_TRUTH_YES);
  standing->printed =
      standing->printed && item->number->has_printed && item->member == PST_TRUTH_YES;
  if (!standing->printed)
    return;
  order =
      pst_rational_compare(item->number->printed, about->number->printed) * (ascending ? -1 : 1);
  standing->printed_best += order > 0;
  standing->printed_worst += order >= 0;
}

/* All members one after the other. */
static void stand_among(struct pst_exact *exact, const struct pst_claim_value *series,
                        const struct pst_item *about, bool ascending, struct standing *standing)
{
  for (size_t i = 0; i < series->count; i++)
    if (&series->items[i] != about)
      stand_beside(exact, about, &series->items[i], ascending, standing);
}

/* The same where INDEX is plain: those that cannot meet ABOUT are counted at once. */
static void stand_by_index(struct pst_exact *exact, const struct pst_range_index *index,
                           const struct pst_item *about, bool ascending, struct standing *standing)
{
  const struct pst_range *range = &about->number->range;
  size_t above = pst_range_index_above(index, range), met = 0, before;

  for (size_t at = pst_range_index_below(index, above, range); at != SIZE_MAX;
       at = pst_range_index_below(index, at, range)) {
    met++;
    if (index->entries[at].item != about)
      stand_beside(exact, about, index->entries[at].item, ascending, standing);
  }
  before = ascending ? above - met : index->count - above;
  standing->best += before;
  standing->worst += before;
  standing->printed_best += before;
  standing->printed_worst += before;
  standing->printed = standing->printed && index->printed;
}

static bool rank_within(struct pst_evaluator *evaluator, struct pst_kept *series,
                        const struct pst_item *about, bool ascending, struct pst_claim_value *out)
{
  struct standing standing = {.best = 1, .worst = 1, .printed_best = 1, .printed_worst = 1};
  struct pst_range range;

  standing.missing = about->number->missing;
  standing.printed = about->number->has_printed;
  if (!pst_keep_ranges(evaluator, series))
    return false;
  if (series->ranges.plain)
    stand_by_index(&evaluator->exact, &series->ranges, about, ascending, &standing);
  else
    stand_among(&evaluator->exact, &series->value, about, ascending, &standing);
  range = pst_own_span(standing.best, standing.worst);
  if (!pst_own_number(evaluator, &range,
                      standing.printed && standing.printed_best == standing.printed_worst,
                      pst_rational_whole((int64_t)standing.printed_best),
                      standing.missing && standing.best != standing.worst, out))
    return false;
  pst_own_open(out, standing.open);
  return true;
}

bool pst_call_rank(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                   const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_kept *series = pst_keep_many(evaluator, node->arguments[0], variables, true);
  const struct pst_item *about;
  struct pst_claim_value key;
  struct pst_key_value wanted;

  if (series == NULL || !pst_evaluate(evaluator, node->arguments[1], variables, &key))
    return false;
  wanted = pst_text_key(&key);
  if (key.kind == PST_CLAIM_VALUE_NUMBER && pst_range_is_point(&key.number->range)
      && key.number->range.low.value.big == NULL && key.number->range.low.value.d == 1)
    wanted = (struct pst_key_value){.is_number = true, .number = key.number->range.low.value.n};
  else if (key.kind != PST_CLAIM_VALUE_TEXT || key.no_text)
    return pst_evaluator_fail(evaluator, node->arguments[1]->at,
                              "a key is a text or a whole number");
  *out = (struct pst_claim_value){.kind = PST_CLAIM_VALUE_NUMBER, .table = SIZE_MAX};
  about = pst_key_index_find(&series->keys, &wanted);
  if (about == NULL)
    return pst_evaluator_fail(evaluator, node->arguments[1]->at, "the series has no member %s",
                              pst_tell_key(evaluator, &wanted));
  if (about->number == NULL)
    return pst_evaluator_fail_texts(evaluator, node->arguments[0]->at, &series->value);
  return rank_within(evaluator, series, about, node->function == PST_FN_RANK_ASC, out);
}
