/* time_key.c -- do the keys of a series lie in time? */
#include "claim/evaluate/time_key.h"

#include <ctype.h>
#include <string.h>

#include "claim/evaluate/tell.h"

static const struct pst_key_syntax *column_of(const struct pst_evaluator *evaluator,
                                              const struct pst_claim_value *series)
{
  if (series->table == SIZE_MAX
      || series->open_key >= evaluator->file->tables[series->table].key_count)
    return NULL;
  return &evaluator->file->tables[series->table].keys[series->open_key];
}

/* Is the last word of NAME one of those for codes?  Words end at what is no letter or digit. */
static bool says_code(struct pst_text name)
{
  static const char *const words[] = {"code", "codes", "id", "ids", "iso", "m49", "country", "geo"};
  size_t from = name.size;

  while (from > 0 && isalnum((unsigned char)name.data[from - 1]))
    from--;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t size = strlen(words[i]), k = 0;

    while (size == name.size - from && k < size
           && tolower((unsigned char)name.data[from + k]) == words[i][k])
      k++;
    if (k == size)
      return true;
  }
  return false;
}

static bool fail(struct pst_evaluator *evaluator, size_t at, const char *what,
                 const struct pst_claim_value *series, const struct pst_key_value *key,
                 const char *is)
{
  const struct pst_key_syntax *column = column_of(evaluator, series);
  const char *name = column == NULL ? "" : pst_source_copy(evaluator->source, column->column);

  return pst_evaluator_fail(evaluator, at, "%s needs keys of time, in order; %s%s'%s' is %s", what,
                            name, column == NULL ? "" : " ", pst_tell_key(evaluator, key), is);
}

bool pst_time_key(struct pst_evaluator *evaluator, size_t at, const char *what,
                  const struct pst_claim_value *series)
{
  const struct pst_key_syntax *column = column_of(evaluator, series);
  enum pst_period_kind kind, first = PST_PERIOD_NONE;
  double start;

  for (size_t i = 0; i < series->count; i++) {
    const struct pst_key_value *key = &series->items[i].key;

    if (key->is_number && column != NULL && !column->declared && says_code(column->column))
      return fail(
          evaluator, at, what, series, key,
          "a code, as the name of the column says; if it is a time, declare its range in the "
          "table: key year 1990..2020");
    if (key->is_number)
      continue;
    if (!pst_period_parse(key->text, &kind, &start))
      return fail(evaluator, at, what, series, key, "a name");
    if (first != PST_PERIOD_NONE && kind != first)
      return fail(evaluator, at, what, series, key, "a period of another kind than the first");
    first = kind;
  }
  return true;
}
