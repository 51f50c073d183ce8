/* evaluator.c -- how an evaluation fails, what it has read, and literals. */
#include "claim/evaluate/evaluator.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* --- failing ------------------------------------------------------------------------------------ */

bool pst_evaluator_fail(struct pst_evaluator *evaluator, size_t at, const char *format, ...)
{
  char message[1024];
  va_list arguments;

  if (evaluator->failed || evaluator->quiet) {
    evaluator->failed = true;
    return false;
  }
  evaluator->failed = true;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  pst_source_fail(evaluator->source, at, "%s", message);
  evaluator->first_error = evaluator->source->error_count;
  return false;
}

bool pst_evaluator_blame(struct pst_evaluator *evaluator, size_t error)
{
  if (!evaluator->failed)
    evaluator->first_error = error;
  evaluator->failed = true;
  return false;
}

static const char *kind_name(const struct pst_claim_value *value)
{
  switch (value->kind) {
  case PST_CLAIM_VALUE_NUMBER:
    return "a number";
  case PST_CLAIM_VALUE_TEXT:
    return "a text";
  case PST_CLAIM_VALUE_SET:
    return "a set";
  case PST_CLAIM_VALUE_SERIES:
    return "a series";
  case PST_CLAIM_VALUE_TRUTH:
    break;
  }
  return "a test";
}

bool pst_evaluator_want(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                        const struct pst_claim_value *value, const char *wanted)
{
  return pst_evaluator_fail(evaluator, node->at, "this is %s where %s is needed", kind_name(value),
                            wanted);
}

bool pst_evaluator_mixed(struct pst_evaluator *evaluator, const struct pst_claim_value *value)
{
  struct pst_data *data;

  if ((value->kind != PST_CLAIM_VALUE_TEXT && value->kind != PST_CLAIM_VALUE_SERIES)
      || value->table == SIZE_MAX)
    return false;
  data = &evaluator->data[value->table];
  if (!data->is_mixed)
    return false;
  if (!evaluator->quiet)
    pst_data_mixed(data, evaluator->source);
  pst_evaluator_blame(evaluator, data->mixed_error);
  return true;
}

bool pst_evaluator_fail_texts(struct pst_evaluator *evaluator, size_t at,
                              const struct pst_claim_value *series)
{
  return pst_evaluator_mixed(evaluator, series)
             ? false
             : pst_evaluator_fail(evaluator, at, "the series holds texts");
}

bool pst_evaluator_fail_unit(struct pst_evaluator *evaluator, size_t at,
                             const struct pst_error *error)
{
  return pst_evaluator_fail(evaluator, at, "%s", error->message);
}

bool pst_evaluator_memory(struct pst_evaluator *evaluator)
{
  struct pst_source *source = evaluator->source;
  const bool told = evaluator->failed || evaluator->quiet;

  pst_evaluator_fail(
      evaluator, evaluator->check_at, "%s",
      evaluator->exact.failed
          ? "this check needs more memory than there is, or its numbers grow too large"
          : "there is not enough memory to evaluate this check");
  if (!told && source->error_count > 0)
    source->errors[source->error_count - 1].status = PST_NO_MEMORY;
  if (!evaluator->quiet)
    pst_error_forgive_memory(); /* it is that of this check alone, and told */
  return false;
}

bool pst_want_keys(struct pst_evaluator *evaluator, size_t at, const struct pst_claim_value *set)
{
  for (size_t i = 0; i < set->count; i++)
    if (set->items[i].key.is_number && set->items[i].key.number == INT64_MIN)
      return pst_evaluator_fail(evaluator, at,
                                "only texts and whole numbers are told apart as members");
  return true;
}

/* --- what was read ------------------------------------------------------------------------------ */

void pst_evaluator_read(struct pst_evaluator *evaluator, size_t table, uint32_t row)
{
  size_t spare = evaluator->most;

  if (evaluator->quiet || evaluator->reads == NULL)
    return;
  if (evaluator->data[table].read != NULL)
    evaluator->data[table].read[row] = true;
  for (size_t i = 0; i < evaluator->read_count; i++) {
    struct pst_read *read = &evaluator->reads[i];

    if (read->table == table && read->row == row) {
      read->decides = read->decides || evaluator->explain;
      return;
    }
    if (!read->decides)
      spare = i;
  }
  evaluator->read_total++;
  if (evaluator->read_count < evaluator->most)
    spare = evaluator->read_count++;
  else if (!evaluator->explain || spare == evaluator->most)
    return;
  evaluator->reads[spare] =
      (struct pst_read){.table = table, .row = row, .decides = evaluator->explain};
}

void pst_evaluator_miss(struct pst_evaluator *evaluator, const char *cell)
{
  enum { NAMES_MOST = sizeof evaluator->missing.names / sizeof *evaluator->missing.names };
  struct pst_missing *missing = &evaluator->missing;

  for (size_t i = 0; i < missing->count && i < NAMES_MOST; i++)
    if (strcmp(missing->names[i], cell) == 0)
      return;
  if (missing->count < NAMES_MOST)
    missing->names[missing->count] = cell;
  missing->count++;
}

/* --- literals ----------------------------------------------------------------------------------- */

const struct pst_syntax *pst_literal(const struct pst_syntax *node)
{
  while (node->kind == PST_SYNTAX_NAME && node->let != NULL && node->let->body != NULL)
    node = node->let->body;
  return node->kind == PST_SYNTAX_NUMBER ? node : NULL;
}

/* 5 % to either side, as beside `= about`. */
static struct pst_range about(struct pst_exact *exact, struct pst_rational value)
{
  const struct pst_rational twentieth =
      pst_rational_divide(exact, pst_rational_whole(1), pst_rational_whole(20));
  struct pst_rational reach = pst_rational_multiply(exact, value, twentieth);
  struct pst_range range = pst_range_point(value);

  if (pst_rational_sign(reach) < 0)
    reach = pst_rational_negate(exact, reach);
  range.low.value = pst_rational_subtract(exact, value, reach);
  range.high.value = pst_rational_add(exact, value, reach);
  return range;
}

bool pst_literal_value(struct pst_evaluator *evaluator, const struct pst_syntax *literal,
                       bool printed, struct pst_claim_value *out)
{
  struct pst_range range = pst_range_point(literal->number.value);
  const bool ruled = literal->number.sense == PST_SENSE_RULE;

  if (literal->number.sense == PST_SENSE_ABOUT)
    range = about(&evaluator->exact, literal->number.value);
  else if (ruled && printed)
    range = pst_range_printed(&evaluator->exact, literal->number.value, literal->number.digit,
                              evaluator->file->rounding);
  *out = (struct pst_claim_value){.kind = PST_CLAIM_VALUE_NUMBER, .unit = literal->number.unit};
  out->number =
      pst_number_show(pst_number_leaf(&evaluator->exact, &range, true, literal->number.value, 0),
                      literal->number.decimals);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

/* --- what a trial leaves out ---------------------------------------------------------------------- */

static bool is_argument(const struct pst_syntax *call, const struct pst_syntax *node)
{
  for (size_t i = 0; i < call->count; i++)
    if (call->arguments[i] == node)
      return true;
  return false;
}

bool pst_evaluator_leave(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         struct pst_claim_value *value)
{
  struct pst_item *items;
  size_t count = 0, last;

  if (evaluator->leave_of == NULL || !is_argument(evaluator->leave_of, node)
      || (value->kind != PST_CLAIM_VALUE_SERIES && value->kind != PST_CLAIM_VALUE_SET))
    return true;
  items = pst_arena_array(evaluator->exact.arena, value->count + 1, sizeof *items);
  if (items == NULL)
    return pst_evaluator_memory(evaluator);
  last = value->count > evaluator->leave_last ? value->count - evaluator->leave_last : 0;
  for (size_t i = evaluator->leave_first; i < last; i++)
    if (evaluator->leave_key == NULL || !pst_key_equal(&value->items[i].key, evaluator->leave_key))
      items[count++] = value->items[i];
  value->items = items;
  value->count = count;
  return true;
}
