/* plain_numbers.c -- columns of any kind that turn out to be plain numbers, without a text for each of them. */
#include "table/load/plain_numbers.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct pst_text pst_plain_spell(const struct pst_loader *loader, double value, int decimals,
                                char text[PST_PLAIN_SPELLED])
{
  const char decimal = loader->rules.style.decimal;
  const int size = snprintf(text, PST_PLAIN_SPELLED, "%.*f", decimals, value);

  if (decimals > 0 && decimal != '\0')
    text[size - decimals - 1] = decimal;
  return (struct pst_text){.data = text, .size = (size_t)size};
}

static bool is_text(const struct pst_loader *loader, const struct pst_loader_asked *asked)
{
  const struct pst_schema_field *field = pst_schema_field(&loader->schema, asked->name);

  return field != NULL && field->type != NULL && strcmp(field->type, "string") == 0;
}

void pst_plain_numbers_begin(struct pst_loader *loader)
{
  for (size_t i = 0; i < loader->n_asked; i++)
    loader->asked[i].plain = loader->options.numbers_alone && loader->asked[i].want == PST_WANT_ANY
                             && !is_text(loader, &loader->asked[i]);
}

/* The same number as in the row before has the same text. */
static bool spell_row(const struct pst_loader *loader, struct pst_column *column, size_t row)
{
  const struct pst_column_cells *arrays = &column->arrays;
  char text[PST_PLAIN_SPELLED];

  if (isnan(arrays->value[row]))
    return true;
  if (row > 0 && arrays->decimals[row] == arrays->decimals[row - 1]
      && memcmp(&arrays->value[row], &arrays->value[row - 1], sizeof arrays->value[row]) == 0) {
    arrays->code[row] = arrays->code[row - 1];
    return true;
  }
  arrays->code[row] =
      pst_dictionary_add(&column->arrays.texts,
                         pst_plain_spell(loader, arrays->value[row], arrays->decimals[row], text));
  return arrays->code[row] != PST_CODE_MISSING;
}

enum pst_status pst_plain_numbers_spell(struct pst_loader *loader, size_t i, size_t n,
                                        struct pst_error *error)
{
  struct pst_column *column = &loader->table->columns[i];

  for (size_t r = 0; r < n && loader->asked[i].plain; r++)
    if (!spell_row(loader, column, r))
      return pst_fail_memory(error);
  loader->asked[i].plain = false;
  return PST_OK;
}

/* By the first cell, as load/times.c looks at it. */
static bool is_settled(const struct pst_loader *loader, const struct pst_column *column)
{
  char text[PST_PLAIN_SPELLED];
  size_t r = 0;

  while (r < loader->table->n_rows && isnan(column->arrays.value[r]))
    r++;
  return r < loader->table->n_rows
         && !pst_times_might_be(
             pst_plain_spell(loader, column->arrays.value[r], column->arrays.decimals[r], text),
             column->name);
}

enum pst_status pst_plain_numbers_settle(struct pst_loader *loader, size_t i, bool *settled,
                                         struct pst_error *error)
{
  struct pst_column *column = &loader->table->columns[i];

  *settled = loader->asked[i].plain && is_settled(loader, column);
  if (!*settled)
    return pst_plain_numbers_spell(loader, i, loader->table->n_rows, error);
  column->type = PST_COLUMN_NUMBER;
  column->period = PST_PERIOD_NONE;
  free(column->arrays.code);
  column->arrays.code = NULL;
  return PST_OK;
}
