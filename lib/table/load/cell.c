#include "table/load/cell.h"

#include <ctype.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN = 60 }; /* bytes of an offending cell that a message repeats */

bool pst_cell_is_missing(struct pst_text cell, const struct pst_cell_rules *rules, size_t *token)
{
  *token = 0;
  if (cell.size == 0)
    return true;
  while (*token < rules->n_missing)
    if (pst_text_is(cell, rules->missing[(*token)++]))
      return true;
  return false;
}

/* As much of CELL as a message repeats, with no character cut in two. */
static struct pst_text shown(struct pst_text cell)
{
  size_t size = cell.size < SHOWN ? cell.size : SHOWN;

  while (size < cell.size && size > 0 && ((unsigned char)cell.data[size] & 0xC0) == 0x80)
    size--;
  return (struct pst_text){.data = cell.data, .size = size};
}

/* Whether a shell takes CELL as it is: letters, digits and a few marks, or bytes above ASCII. */
static bool is_word(struct pst_text cell)
{
  for (size_t i = 0; i < cell.size; i++) {
    unsigned char c = (unsigned char)cell.data[i];

    if (c < 0x80 && !isalnum(c) && strchr("._-/:+%@=", c) == NULL)
      return false;
  }
  return true;
}

/* Whether CELL can be given to --missing on one line of a shell. */
static bool can_be_token(struct pst_text cell)
{
  for (size_t i = 0; i < cell.size; i++)
    if ((unsigned char)cell.data[i] < 0x20 || strchr("',\"", cell.data[i]) != NULL)
      return false;
  return true;
}

/* " --decimal ," and " --thousands ,": what would make a number of CELL, which is none as it is. */
static const char *style_that_reads(struct pst_text cell, const struct pst_number_style *style)
{
  const struct pst_number_style decimal = {.decimal = ','}, thousands = {.thousands = ','};
  double value;
  bool as_decimal = pst_number_parse(cell, &decimal, &value, NULL),
       as_thousands = pst_number_parse(cell, &thousands, &value, NULL);

  if (style->decimal == ',' || style->thousands == ',')
    return NULL;
  if (as_decimal && as_thousands)
    return "--decimal , or --thousands , (whichever the comma is)";
  return as_decimal ? "--decimal ," : as_thousands ? "--thousands ," : NULL;
}

static enum pst_status fail_cell(struct pst_text cell, const char *what,
                                 const struct pst_cell_rules *rules, struct pst_error *error)
{
  struct pst_text part = shown(cell);
  bool cut = part.size < cell.size;
  int size = (int)part.size;
  const char *quote = is_word(part) ? "" : "'";
  const char *mark = style_that_reads(cell, &rules->style);

  if (rules->no_advice)
    return pst_fail(error, PST_BAD_DATA, "'%.*s%s' is not %s", size, part.data, cut ? "..." : "",
                    what);
  if (mark != NULL)
    return pst_fail(error, PST_BAD_DATA, "'%.*s' is not %s; use %s", size, part.data, what, mark);
  if (cut || !can_be_token(part))
    return pst_fail(error, PST_BAD_DATA,
                    "'%.*s%s' is not %s; use --on-bad skip to leave the row out", size, part.data,
                    cut ? "..." : "", what);
  return pst_fail(error, PST_BAD_DATA, "'%.*s' is not %s; use --missing %s%.*s%s or --on-bad skip",
                  size, part.data, what, quote, size, part.data, quote);
}

static unsigned char small(int decimals)
{
  return (unsigned char)(decimals > UCHAR_MAX ? UCHAR_MAX : decimals);
}

/* Bounded cells are rare: the array comes with the first of them. */
static bool set_bounds(struct pst_column *column, size_t row, size_t capacity,
                       const struct pst_bounds *bounds)
{
  if (column->arrays.bounds == NULL) {
    column->arrays.bounds = malloc((capacity > 0 ? capacity : 1) * sizeof *column->arrays.bounds);
    if (column->arrays.bounds == NULL)
      return false;
    for (size_t r = 0; r < row; r++)
      column->arrays.bounds[r].low = NAN;
  }
  column->arrays.bounds[row] = *bounds;
  column->arrays.value[row] = NAN;
  column->n_bounded++;
  return true;
}

static enum pst_status read_number(struct pst_column *column, size_t row, size_t capacity,
                                   struct pst_text cell, const struct pst_cell_rules *rules,
                                   struct pst_error *error)
{
  struct pst_bounds bounds;
  int decimals;

  if (column->arrays.bounds != NULL)
    column->arrays.bounds[row].low = NAN;
  column->arrays.decimals[row] = 0;
  if (pst_number_parse(cell, &rules->style, &column->arrays.value[row], &decimals)) {
    column->arrays.decimals[row] = small(decimals);
    return PST_OK;
  }
  if (!pst_bounds_parse(cell, &rules->style, &bounds))
    return fail_cell(cell, "a number", rules, error);
  if (pst_bounds_is_point(&bounds)) {
    column->arrays.value[row] = bounds.low;
    return PST_OK;
  }
  return set_bounds(column, row, capacity, &bounds) ? PST_OK : pst_fail_memory(error);
}

/* Years and plain numbers go together (1, 2, ... 999, 1000); every other kind stands alone. */
static bool fits(enum pst_period_kind before, enum pst_period_kind now)
{
  bool plain_before = before == PST_PERIOD_YEAR || before == PST_PERIOD_NONE;
  bool plain_now = now == PST_PERIOD_YEAR || now == PST_PERIOD_NONE;

  return plain_before ? plain_now : before == now;
}

static const char *kind_name(enum pst_period_kind kind)
{
  return kind == PST_PERIOD_NONE ? "number" : pst_period_name(kind);
}

static enum pst_status read_time(struct pst_column *column, size_t row, struct pst_text cell,
                                 bool first, const struct pst_cell_rules *rules,
                                 struct pst_error *error)
{
  enum pst_period_kind kind = PST_PERIOD_NONE;

  column->arrays.code[row] = PST_CODE_MISSING;
  if (!pst_period_parse(cell, &kind, &column->arrays.value[row])
      && !pst_number_parse(cell, &rules->style, &column->arrays.value[row], NULL))
    return fail_cell(cell,
                     "a period (2015, FY2015, 2015-04, 2015-04-30, 2015-Q2, 2015-S1, "
                     "2013-2015) or a number",
                     rules, error);
  if (!first && !fits(column->period, kind)) {
    column->arrays.value[row] = NAN;
    return pst_fail(error, PST_BAD_DATA,
                    "'%.*s' is a %s, but the cells before it are of the kind %s; a column has one "
                    "kind of period",
                    (int)shown(cell).size, cell.data, kind_name(kind), kind_name(column->period));
  }
  if (first || kind == PST_PERIOD_NONE)
    column->period = kind;
  if (kind == PST_PERIOD_NONE || kind == PST_PERIOD_YEAR)
    return PST_OK;
  column->arrays.code[row] = pst_dictionary_add(&column->arrays.texts, cell);
  return column->arrays.code[row] == PST_CODE_MISSING ? pst_fail_memory(error) : PST_OK;
}

static enum pst_status read_text(struct pst_column *column, size_t row, struct pst_text cell,
                                 struct pst_error *error)
{
  column->arrays.code[row] = pst_dictionary_add(&column->arrays.texts, cell);
  return column->arrays.code[row] == PST_CODE_MISSING ? pst_fail_memory(error) : PST_OK;
}

/* Tokens are rare: the array comes with the first of them. */
static bool set_token(struct pst_column *column, size_t row, size_t capacity, size_t token)
{
  if (column->arrays.token == NULL && token > 0)
    column->arrays.token = calloc(capacity > 0 ? capacity : 1, sizeof *column->arrays.token);
  if (column->arrays.token == NULL)
    return token == 0;
  column->arrays.token[row] = (unsigned char)(token > UCHAR_MAX ? UCHAR_MAX : token);
  return true;
}

static bool set_missing(struct pst_column *column, size_t row, size_t capacity, size_t token)
{
  column->n_missing++;
  if (column->arrays.value != NULL)
    column->arrays.value[row] = NAN;
  if (column->arrays.decimals != NULL)
    column->arrays.decimals[row] = 0;
  if (column->arrays.bounds != NULL)
    column->arrays.bounds[row].low = NAN;
  if (column->arrays.code != NULL)
    column->arrays.code[row] = PST_CODE_MISSING;
  return set_token(column, row, capacity, token);
}

enum pst_status pst_cell_read(struct pst_column *column, size_t row, size_t capacity,
                              struct pst_text cell, const struct pst_cell_rules *rules,
                              struct pst_error *error)
{
  struct pst_text trimmed = pst_text_trim(cell);
  size_t token;

  if (pst_cell_is_missing(trimmed, rules, &token))
    return set_missing(column, row, capacity, token) ? PST_OK : pst_fail_memory(error);
  switch (column->want) {
  case PST_WANT_NUMBER:
    return read_number(column, row, capacity, trimmed, rules, error);
  case PST_WANT_TIME:
    return read_time(column, row, trimmed, column->n_missing == row, rules, error);
  case PST_WANT_TEXT:
  case PST_WANT_ANY:
    break;
  }
  return read_text(column, row, trimmed, error);
}

/* --- columns of any kind ---------------------------------------------------------------------- */

/* What the texts seen so far allow. */
struct allowed {
  bool any, number, time;
  enum pst_period_kind kind;
};

static void narrow(struct allowed *allowed, struct pst_text text,
                   const struct pst_cell_rules *rules)
{
  enum pst_period_kind kind = PST_PERIOD_NONE;
  struct pst_bounds bounds;
  double value;

  allowed->number = allowed->number
                    && (pst_number_parse(text, &rules->style, &value, NULL)
                        || pst_bounds_parse(text, &rules->style, &bounds));
  allowed->time = allowed->time && pst_period_parse(text, &kind, &value)
                  && (!allowed->any || kind == allowed->kind);
  allowed->kind = kind;
  allowed->any = true;
}

/* The narrowest type that reads all cells of COLUMN.  The dictionary may hold texts of rows that were
   left out, so the rows count; each distinct text is looked at once. */
static enum pst_status find_type(const struct pst_column *column, size_t n_rows,
                                 const struct pst_cell_rules *rules, enum pst_column_type *type,
                                 struct pst_error *error)
{
  struct allowed allowed = {.number = true, .time = true};
  bool *seen = calloc((size_t)column->arrays.texts.count + 1, sizeof *seen);

  if (seen == NULL)
    return pst_fail_memory(error);
  for (size_t r = 0; r < n_rows && (allowed.number || allowed.time); r++) {
    unsigned code = column->arrays.code[r];

    if (code == PST_CODE_MISSING || seen[code])
      continue;
    seen[code] = true;
    narrow(&allowed, column->arrays.texts.texts[code], rules);
  }
  free(seen);
  if (!allowed.any)
    *type = PST_COLUMN_TEXT;
  else
    *type = allowed.number ? PST_COLUMN_NUMBER : allowed.time ? PST_COLUMN_TIME : PST_COLUMN_TEXT;
  return PST_OK;
}

static enum pst_status settle_row(struct pst_column *column, size_t row, size_t n_rows,
                                  const struct pst_cell_rules *rules, struct pst_error *error)
{
  struct pst_text text;

  if (column->arrays.bounds != NULL)
    column->arrays.bounds[row].low = NAN;
  if (column->arrays.code[row] == PST_CODE_MISSING) {
    column->arrays.value[row] = NAN;
    column->arrays.decimals[row] = 0;
    return PST_OK;
  }
  text = column->arrays.texts.texts[column->arrays.code[row]];
  if (column->type == PST_COLUMN_NUMBER)
    return read_number(column, row, n_rows, text, rules, error);
  pst_period_parse(text, &column->period, &column->arrays.value[row]);
  return PST_OK;
}

enum pst_status pst_cell_settle(struct pst_column *column, size_t n_rows, bool text,
                                const struct pst_cell_rules *rules, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  column->type = PST_COLUMN_TEXT;
  if (!text)
    status = find_type(column, n_rows, rules, &column->type, error);
  column->period = PST_PERIOD_NONE;
  for (size_t r = 0; r < n_rows && column->type == PST_COLUMN_TEXT; r++)
    column->arrays.value[r] = NAN;
  if (column->type == PST_COLUMN_TEXT)
    return status;
  for (size_t r = 0; r < n_rows && status == PST_OK; r++)
    status = settle_row(column, r, n_rows, rules, error);
  return status;
}
