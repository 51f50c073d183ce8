/* call_convert.c -- convert: an amount in the other currency of a rate, at the rate of its own period. */
#include "claim/evaluate/arithmetic.h"
#include "claim/evaluate/call/calls.h"

static const struct pst_rate_syntax *rate_of(const struct pst_evaluator *evaluator,
                                             struct pst_text name)
{
  const struct pst_file_syntax *file = evaluator->file;

  for (size_t i = 0; i < file->rate_count; i++)
    if (pst_text_equal(file->rates[i].name, name))
      return &file->rates[i];
  return NULL;
}

/* --- the period ---------------------------------------------------------------------------------- */

/* The key of a table that is its time: that of the rate's name, else the only one that lies in time. */
static size_t time_of(const struct pst_evaluator *evaluator, size_t table,
                      const struct pst_rate_syntax *rate)
{
  const struct pst_table_syntax *syntax = &evaluator->file->tables[table];
  const struct pst_data *data = &evaluator->data[table];
  struct pst_text name = evaluator->file->tables[rate->table].keys[0].column;
  size_t found = SIZE_MAX;

  for (size_t k = 0; k < syntax->key_count; k++)
    if (pst_text_equal(syntax->keys[k].column, name))
      return k;
  for (size_t k = 0; k < syntax->key_count && data->keys != NULL; k++) {
    if (!data->keys[k].is_time && !data->keys[k].is_number && !data->keys[k].is_fiscal)
      continue;
    if (found != SIZE_MAX)
      return SIZE_MAX;
    found = k;
  }
  return found;
}

/* NODE, or what the let that it names stands for. */
static const struct pst_syntax *behind(const struct pst_syntax *node)
{
  while (node->kind == PST_SYNTAX_NAME && node->let != NULL && node->let->body != NULL)
    node = node->let->body;
  return node;
}

static bool key_of(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                   const struct pst_variable *variables, struct pst_key_value *key)
{
  struct pst_claim_value value;

  if (!pst_evaluate(evaluator, node, variables, &value))
    return false;
  *key = pst_text_key(&value);
  if (value.kind == PST_CLAIM_VALUE_TEXT && !value.no_text)
    return true;
  key->is_number = true;
  if (value.kind == PST_CLAIM_VALUE_NUMBER && !value.number->missing
      && pst_range_is_point(&value.number->range)
      && pst_rational_is_whole(value.number->range.low.value)
      && value.number->range.low.value.big == NULL) {
    key->number = value.number->range.low.value.n;
    return true;
  }
  return pst_evaluator_fail(evaluator, node->at, "the period of a rate is a year or a text");
}

/* The index WHICH of CELL, as the evaluation at hand takes it. */
static bool index_of(struct pst_evaluator *evaluator, const struct pst_syntax *cell, size_t which,
                     const struct pst_variable *variables, struct pst_key_value *key)
{
  if (cell == evaluator->swap_cell && which == evaluator->swap_which) {
    *key = evaluator->swap_value;
    return true;
  }
  return key_of(evaluator, cell->arguments[which], variables, key);
}

/* The period of the amount NODE, a cell of one. */
static bool period_of(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                      const struct pst_rate_syntax *rate, const struct pst_variable *variables,
                      struct pst_key_value *key)
{
  const struct pst_syntax *cell = behind(node->arguments[0]);
  size_t which;

  if (node->count > 2)
    return key_of(evaluator, node->arguments[2], variables, key);
  which = cell->kind == PST_SYNTAX_CELL ? time_of(evaluator, cell->table, rate) : SIZE_MAX;
  if (which == SIZE_MAX)
    return pst_evaluator_fail(evaluator, node->arguments[0]->at,
                              "of which period is this amount? write convert(amount, %.*s, period)",
                              (int)rate->name.size, rate->name.data);
  return index_of(evaluator, cell, which, variables, key);
}

/* --- the rate of a period ------------------------------------------------------------------------ */

static bool rate_at(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                    const struct pst_rate_syntax *rate, const struct pst_key_value *key,
                    struct pst_claim_value *out)
{
  size_t at = node->arguments[1]->at;
  struct pst_syntax index = {.kind = PST_SYNTAX_TEXT, .at = at, .place = at, .text = key->text};
  struct pst_syntax *indices[] = {&index};
  struct pst_syntax cell = {.kind = PST_SYNTAX_CELL,
                            .at = at,
                            .end = node->arguments[1]->end,
                            .place = at,
                            .text = rate->table_name,
                            .arguments = indices,
                            .count = 1};

  cell.table = rate->table;
  if (key->is_number) {
    index.kind = PST_SYNTAX_NUMBER;
    index.number.value = pst_rational_whole(key->number);
    index.number.digit = pst_rational_whole(1);
    index.number.is_integer = true;
  } else if (key->period.data != NULL) {
    index.text = key->period;
  }
  if (!pst_evaluate_cell(evaluator, &cell, NULL, out))
    return false;
  return out->kind == PST_CLAIM_VALUE_NUMBER
         || pst_evaluator_fail(evaluator, at, "the rate %.*s is a text", (int)rate->name.size,
                               rate->name.data);
}

/* Is the currency of AMOUNT the one above the line of the rate, or that below? */
static bool has_factor(const struct pst_unit *amount, struct pst_text currency)
{
  const char *data = amount->word.data;
  size_t from = 0;

  for (size_t i = 0; i <= amount->word.size; i++) {
    if (i < amount->word.size && data[i] != '/' && data[i] != '*' && data[i] != ' ')
      continue;
    if (pst_text_equal((struct pst_text){data + from, i - from}, currency))
      return true;
    from = i + 1;
    if (i < amount->word.size && data[i] == '/')
      return false;
  }
  return false;
}

static bool convert_one(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                        const struct pst_claim_value *amount, const struct pst_claim_value *rate,
                        struct pst_claim_value *out)
{
  struct pst_syntax operator= {
      .kind = PST_SYNTAX_DIVIDE, .at = node->at, .place = node->arguments[0]->at};
  struct pst_text word = rate->unit.word, above = word, below;

  for (above.size = 0; above.size < word.size && word.data[above.size] != '/';)
    above.size++;
  below = (struct pst_text){word.data + above.size + 1, word.size - above.size - 1};
  if (amount->unit.kind == PST_UNIT_WORD && has_factor(&amount->unit, below))
    operator.kind = PST_SYNTAX_MULTIPLY;
  else if (amount->unit.kind != PST_UNIT_WORD || !has_factor(&amount->unit, above))
    return pst_evaluator_fail(
        evaluator, node->arguments[0]->at,
        "an amount in %.*s or in %.*s stands here, with its unit in the table", (int)above.size,
        above.data, (int)below.size, below.data);
  if (!pst_arithmetic(evaluator, &operator, amount, rate, out))
    return false;
  out->unit.scale = amount->unit.scale;
  out->unit.decimals = amount->unit.decimals;
  return true;
}

/* Each member at the rate of its own period, or of the one that all are of. */
static bool convert_many(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         const struct pst_rate_syntax *rate, const struct pst_variable *variables,
                         struct pst_claim_value *out)
{
  bool own = node->count == 2 && out->table != SIZE_MAX
             && time_of(evaluator, out->table, rate) == out->open_key;
  struct pst_item *items = pst_arena_array(evaluator->exact.arena, out->count + 1, sizeof *items);
  struct pst_key_value key;
  struct pst_unit unit = out->unit;

  if (items == NULL)
    return pst_evaluator_memory(evaluator);
  if (!own && !period_of(evaluator, node, rate, variables, &key))
    return false;
  for (size_t i = 0; i < out->count; i++) {
    struct pst_claim_value amount = {.kind = PST_CLAIM_VALUE_NUMBER, .unit = unit}, price, one;

    items[i] = out->items[i];
    if (items[i].number == NULL)
      return pst_evaluator_fail_texts(evaluator, node->arguments[0]->at, out);
    amount.number = items[i].number;
    if (own)
      key = items[i].key;
    if (!rate_at(evaluator, node, rate, &key, &price)
        || !convert_one(evaluator, node, &amount, &price, &one))
      return false;
    items[i].number = one.number;
    out->unit = one.unit;
  }
  out->items = items;
  return true;
}

bool pst_call_convert(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                      const struct pst_variable *variables, struct pst_claim_value *out)
{
  const struct pst_rate_syntax *rate = rate_of(evaluator, node->arguments[1]->text);
  struct pst_claim_value amount, price;
  struct pst_key_value key;

  if (rate == NULL)
    return pst_evaluator_fail(evaluator, node->arguments[1]->at, "there is no such rate");
  if (rate->error != 0)
    return pst_evaluator_blame(evaluator, rate->error);
  if (!pst_evaluate(evaluator, node->arguments[0], variables, &amount))
    return false;
  if (amount.kind == PST_CLAIM_VALUE_SERIES) {
    *out = amount;
    return convert_many(evaluator, node, rate, variables, out);
  }
  if (amount.kind != PST_CLAIM_VALUE_NUMBER)
    return pst_evaluator_want(evaluator, node->arguments[0], &amount, "an amount");
  return period_of(evaluator, node, rate, variables, &key)
         && rate_at(evaluator, node, rate, &key, &price)
         && convert_one(evaluator, node, &amount, &price, out);
}
