/* bind_rate.c -- the table of each rate, and whether its figures can be a rate. */
#include "claim/read/bind_rate.h"

#include <string.h>

/* The two currencies of a unit such as JPY/USD. */
static bool parts_of(struct pst_text unit, struct pst_text *upper, struct pst_text *lower)
{
  const char *slash = unit.size == 0 ? NULL : memchr(unit.data, '/', unit.size);

  if (slash == NULL)
    return false;
  *upper = (struct pst_text){unit.data, (size_t)(slash - unit.data)};
  *lower = (struct pst_text){slash + 1, unit.size - upper->size - 1};
  return upper->size > 0 && lower->size > 0;
}

/* NAME, where it has two parts, names the two currencies, in either order. */
static bool names(struct pst_text name, struct pst_text a, struct pst_text b)
{
  const char *dash = memchr(name.data, '_', name.size);
  struct pst_text first, second;

  if (dash == NULL)
    return true;
  first = (struct pst_text){name.data, (size_t)(dash - name.data)};
  second = (struct pst_text){dash + 1, name.size - first.size - 1};
  return (pst_text_equal(first, a) && pst_text_equal(second, b))
         || (pst_text_equal(first, b) && pst_text_equal(second, a));
}

static void fail_table(struct pst_source *source, const struct pst_file_syntax *file,
                       const struct pst_rate_syntax *rate)
{
  const char **all = pst_arena_array(source->arena, file->table_count + 1, sizeof *all);
  size_t near;

  source->failed = source->failed || all == NULL;
  for (size_t i = 0; all != NULL && i < file->table_count; i++)
    all[i] = pst_source_copy(source, file->tables[i].name);
  if (all == NULL)
    return;
  near = pst_text_near(rate->table_name, all, file->table_count);
  if (near < file->table_count)
    pst_source_fail(source, rate->table_at, "there is no table '%.*s'; did you mean %s?",
                    (int)rate->table_name.size, rate->table_name.data, all[near]);
  else
    pst_source_fail(source, rate->table_at, "there is no table '%.*s'", (int)rate->table_name.size,
                    rate->table_name.data);
}

static void check_table(struct pst_source *source, const struct pst_table_syntax *table,
                        struct pst_rate_syntax *rate)
{
  struct pst_text a, b;

  if (table->error != 0)
    rate->error = table->error;
  else if (!table->has_unit || table->unit.kind != PST_UNIT_WORD
           || !parts_of(table->unit.word, &a, &b))
    pst_source_fail(
        source, rate->table_at,
        "%.*s does not say what is a rate of what: give its value a unit, as in value %.*s "
        "JPY per USD, so many JPY for one USD",
        (int)table->name.size, table->name.data, (int)table->value.size, table->value.data);
  else if (!names(rate->name, a, b))
    pst_source_fail(source, rate->at, "%.*s is named as another rate than that of %.*s: %.*s",
                    (int)rate->name.size, rate->name.data, (int)table->name.size, table->name.data,
                    (int)table->unit.word.size, table->unit.word.data);
  else if (table->key_count != 1)
    pst_source_fail(source, rate->table_at,
                    "%.*s has %zu keys; the table of a rate has one, the time",
                    (int)table->name.size, table->name.data, table->key_count);
}

void pst_bind_rates(struct pst_source *source, struct pst_file_syntax *file)
{
  for (size_t i = 0; i < file->rate_count; i++) {
    struct pst_rate_syntax *rate = &file->rates[i];
    size_t before = source->error_count;

    if (rate->error != 0)
      continue;
    for (size_t t = 0; t < file->table_count; t++)
      if (pst_text_equal(file->tables[t].name, rate->table_name))
        rate->table = t;
    if (rate->table == SIZE_MAX)
      fail_table(source, file, rate);
    else
      check_table(source, &file->tables[rate->table], rate);
    if (source->error_count > before)
      rate->error = before + 1;
  }
}

void pst_bind_rate_name(struct pst_source *source, const struct pst_file_syntax *file,
                        struct pst_syntax *node)
{
  const char **all = pst_arena_array(source->arena, file->rate_count + 1, sizeof *all);
  size_t near;

  source->failed = source->failed || all == NULL;
  for (size_t i = 0; i < file->rate_count; i++)
    if (node->kind == PST_SYNTAX_NAME && pst_text_equal(file->rates[i].name, node->text)) {
      node->kind = PST_SYNTAX_TEXT; /* no name of an expression: nothing else looks at it */
      return;
    }
  for (size_t i = 0; all != NULL && i < file->rate_count; i++)
    all[i] = pst_source_copy(source, file->rates[i].name);
  if (all == NULL)
    return;
  near = node->kind == PST_SYNTAX_NAME ? pst_text_near(node->text, all, file->rate_count)
                                       : file->rate_count;
  if (near < file->rate_count)
    pst_source_fail(source, node->at, "there is no rate '%.*s'; did you mean %s?",
                    (int)node->text.size, node->text.data, all[near]);
  else
    pst_source_fail(
        source, node->at,
        "convert takes the name of a rate, declared above as in rate JPY_USD from TABLE");
  node->kind = PST_SYNTAX_TEXT;
}
