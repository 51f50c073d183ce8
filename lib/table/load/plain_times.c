/* plain_times.c -- times that are plain numbers, without a text for each of them. */
#include "table/load/plain_times.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* In the place of the code of a text stands PLAIN less the decimals: fewer than 16 of them. */
#define PLAIN (PST_CODE_MISSING - 1)
enum { DIGITS = 15, SPELLED = 32 }; /* digits that a double keeps */

static bool is_plain_code(unsigned code)
{
  return code <= PLAIN && code >= PLAIN - DIGITS;
}

/* Digits as printf writes them: none left out at the mark, and no zero before the others. */
static bool is_canonical(struct pst_text cell, unsigned char decimals)
{
  const size_t negative = cell.data[0] == '-', mark = decimals > 0;
  const size_t before = cell.size - negative - mark - decimals;

  if (before == 0 || before + decimals > DIGITS)
    return false;
  return (before == 1 || cell.data[negative] != '0')
         && (decimals > 0 || isdigit((unsigned char)cell.data[cell.size - 1]));
}

static bool has_plain_kind(const struct pst_column *column, size_t row)
{
  return column->n_missing + column->n_otherwise == row || column->period == PST_PERIOD_NONE
         || column->period == PST_PERIOD_YEAR;
}

bool pst_plain_time_read(struct pst_column *column, size_t row, struct pst_text cell, char decimal)
{
  unsigned char decimals = 0;
  double value;

  if (!pst_number_plain(cell, decimal, &value, &decimals) || !is_canonical(cell, decimals)
      || (cell.size == 4 && decimals == 0) || !has_plain_kind(column, row))
    return false;
  column->arrays.value[row] = value;
  column->arrays.code[row] = PLAIN - decimals;
  column->period = PST_PERIOD_NONE;
  return true;
}

static struct pst_text spell(const struct pst_loader *loader, const struct pst_column *column,
                             size_t row, char text[SPELLED])
{
  const char decimal = loader->rules.style.decimal;
  const int decimals = (int)(PLAIN - column->arrays.code[row]);
  const int size = snprintf(text, SPELLED, "%.*f", decimals, column->arrays.value[row]);

  if (decimals > 0 && decimal != '\0')
    text[size - decimals - 1] = decimal;
  return (struct pst_text){.data = text, .size = (size_t)size};
}

static bool settles(const struct pst_loader *loader, const struct pst_column *column, size_t row)
{
  char text[SPELLED];

  return is_plain_code(column->arrays.code[row])
         && pst_times_is_number(spell(loader, column, row, text));
}

bool pst_plain_times_settle(struct pst_loader *loader, size_t i)
{
  const struct pst_table *table = loader->table;
  struct pst_column *column = &loader->table->columns[i];
  size_t r = 0;

  if (table->partial || loader->rules.times != NULL || column->n_otherwise > 0)
    return false;
  while (r < table->n_rows && !settles(loader, column, r))
    r++;
  if (r == table->n_rows)
    return false;
  for (r = 0; r < table->n_rows; r++)
    column->arrays.code[r] = PST_CODE_MISSING;
  column->period = PST_PERIOD_NONE;
  pst_dictionary_free(&column->arrays.texts);
  return true;
}

static bool add_text(const struct pst_loader *loader, struct pst_column *column, size_t row,
                     struct pst_dictionary *texts)
{
  unsigned *code = &column->arrays.code[row];
  char text[SPELLED];

  if (*code == PST_CODE_MISSING)
    return true;
  *code = pst_dictionary_add(texts, is_plain_code(*code) ? spell(loader, column, row, text)
                                                         : column->arrays.texts.texts[*code]);
  return *code != PST_CODE_MISSING;
}

enum pst_status pst_plain_times_spell(struct pst_loader *loader, size_t i, struct pst_error *error)
{
  struct pst_column *column = &loader->table->columns[i];
  struct pst_dictionary texts = {.count = 0};
  const size_t n = loader->table->n_rows;
  size_t r = 0;

  while (r < n && !is_plain_code(column->arrays.code[r]))
    r++;
  if (r == n)
    return PST_OK;
  for (r = 0; r < n; r++)
    if (!add_text(loader, column, r, &texts)) {
      pst_dictionary_free(&texts);
      return pst_fail_memory(error);
    }
  pst_dictionary_free(&column->arrays.texts);
  column->arrays.texts = texts;
  return PST_OK;
}
