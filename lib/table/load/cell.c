/* cell.c -- one cell read as its column wants it. */
#include "table/load/cell.h"

#include <ctype.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode/normal.h"
#include "interval/whole.h"
#include "printed/plain.h"
#include "table/load/around.h"

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

/* Digits with something at them: perhaps a number after all. */
static bool is_near_number(struct pst_text cell)
{
  return cell.size > 0 && (unsigned char)cell.data[0] >= 0x20 && pst_plain_has_number(cell);
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
  if (strcmp(what, "a number") == 0 && is_near_number(part)) /* never call a number missing */
    return pst_fail(error, PST_BAD_DATA,
                    "'%.*s%s' is not %s; polstat tidy reads what agencies print at numbers, and "
                    "--on-bad skip leaves the row out",
                    size, part.data, cut ? "..." : "", what);
  if (cut || !can_be_token(part) || pst_plain_has_number(part))
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

/* Beyond 2^53 a double is only the nearest of many numbers.  Such cells are rare: the array comes with the
   first of them. */
static bool set_rest(struct pst_column *column, size_t row, size_t capacity, double rest)
{
  if (column->arrays.rest == NULL && rest != 0)
    column->arrays.rest = calloc(capacity > 0 ? capacity : 1, sizeof *column->arrays.rest);
  if (column->arrays.rest == NULL)
    return rest == 0;
  column->arrays.rest[row] = rest;
  return true;
}

static enum pst_status keep_number(struct pst_column *column, size_t row, size_t capacity,
                                   struct pst_text cell, const struct pst_cell_rules *rules,
                                   struct pst_error *error)
{
  struct pst_text part = shown(cell);
  double rest;

  if (!pst_whole_rest(cell, &rules->style, column->arrays.value[row], &rest))
    return pst_fail(
        error, PST_BAD_DATA,
        "'%.*s%s' has more than %d digits, more than are told apart in numbers; a column "
        "that names things is text: it can be given to -g, --entity or --label",
        (int)part.size, part.data, part.size < cell.size ? "..." : "", PST_WHOLE_DIGITS);
  return set_rest(column, row, capacity, rest) ? PST_OK : pst_fail_memory(error);
}

static char mark_of(const struct pst_cell_rules *rules)
{
  return rules->style.decimal == '\0' ? '.' : rules->style.decimal;
}

static enum pst_status read_number(struct pst_column *column, size_t row, size_t capacity,
                                   struct pst_text cell, const struct pst_cell_rules *rules,
                                   struct pst_error *error);

/* With a sign at it, or thousands parted by blanks; or bounds as people say them. */
static enum pst_status read_around(struct pst_column *column, size_t row, size_t capacity,
                                   struct pst_text cell, const struct pst_cell_rules *rules,
                                   struct pst_error *error)
{
  const struct pst_cell_rules plainly = {.no_advice = rules->no_advice};
  char plain[PST_PLAIN_SIZE], unit[8];
  bool said = false;
  enum pst_status status;

  if (!pst_number_around(cell, &rules->style, plain, unit)
      && !(said = pst_said_bounds(cell, &rules->style, plain, unit)))
    return fail_cell(cell, "a number", rules, error);
  status = pst_around_count(column, cell, unit, said, error);
  return status == PST_OK ? read_number(column, row, capacity, pst_text_of(plain), &plainly, error)
                          : status;
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
  if (column->arrays.rest == NULL
      && pst_number_plain(cell, mark_of(rules), &column->arrays.value[row],
                          &column->arrays.decimals[row]))
    return PST_OK;
  if (pst_number_parse(cell, &rules->style, &column->arrays.value[row], &decimals)) {
    column->arrays.decimals[row] = small(decimals);
    if (fabs(column->arrays.value[row]) >= 0x1p53)
      return keep_number(column, row, capacity, cell, rules, error);
    return set_rest(column, row, capacity, 0) ? PST_OK : pst_fail_memory(error);
  }
  if (!set_rest(column, row, capacity, 0))
    return pst_fail_memory(error);
  if (!pst_bounds_parse(cell, &rules->style, &bounds))
    return read_around(column, row, capacity, cell, rules, error);
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

/* Two times that are rounded to one would be taken for the same. */
static enum pst_status fail_time(struct pst_text cell, struct pst_column *column, size_t row,
                                 struct pst_error *error)
{
  column->arrays.value[row] = NAN;
  column->arrays.code[row] = PST_CODE_MISSING;
  return pst_fail(error, PST_BAD_DATA,
                  "'%.*s' has more digits than are kept of a time (whole numbers are exact up to "
                  "9007199254740992); make a time in a larger unit with --let, such as this one / "
                  "1000",
                  (int)shown(cell).size, cell.data);
}

enum pst_status pst_cell_fail_kind(struct pst_text cell, enum pst_period_kind now,
                                   enum pst_period_kind before, struct pst_error *error)
{
  return pst_fail(error, PST_BAD_DATA,
                  "'%.*s' is a %s, but the cells before it are of the kind %s; a column has one "
                  "kind of period",
                  (int)shown(cell).size, cell.data, kind_name(now), kind_name(before));
}

enum pst_status pst_cell_fail_period(struct pst_text cell, const struct pst_cell_rules *rules,
                                     struct pst_error *error)
{
  struct pst_buffer what = {.data = NULL};
  enum pst_status status;

  pst_buffer_puts(&what, "a period (");
  pst_period_examples(&what);
  pst_buffer_puts(&what, ") or a number");
  status = fail_cell(cell, pst_buffer_string(&what), rules, error);
  pst_buffer_free(&what);
  return status;
}

/* In a notation of its own, or by --time-format: what it is shows when all cells are there. */
static enum pst_status read_otherwise(struct pst_column *column, size_t row, struct pst_text cell,
                                      const struct pst_cell_rules *rules, struct pst_error *error)
{
  const struct pst_times asked = {.format = rules->times};
  enum pst_period_kind kind;
  char when[PST_WHEN_SIZE];
  double value;

  column->arrays.value[row] = NAN;
  if (rules->times == NULL ? !pst_times_may_be(cell)
                           : !pst_times_read(&asked, cell, &rules->style, &kind, &value, when)) {
    column->arrays.code[row] = PST_CODE_MISSING;
    return pst_cell_fail_period(cell, rules, error);
  }
  column->n_otherwise++;
  return PST_OK;
}

/* The text is kept until all cells are there: see load/times.h. */
static enum pst_status read_time(struct pst_column *column, size_t row, struct pst_text cell,
                                 const struct pst_cell_rules *rules, struct pst_error *error)
{
  bool first = column->n_missing + column->n_otherwise == row;
  enum pst_period_kind kind = PST_PERIOD_NONE;
  double rest;

  column->arrays.code[row] = pst_dictionary_add(&column->arrays.texts, cell);
  if (column->arrays.code[row] == PST_CODE_MISSING)
    return pst_fail_memory(error);
  if (rules->times != NULL
      || (!pst_period_parse(cell, &kind, &column->arrays.value[row])
          && !pst_number_parse(cell, &rules->style, &column->arrays.value[row], NULL)))
    return read_otherwise(column, row, cell, rules, error);
  if (kind == PST_PERIOD_NONE && fabs(column->arrays.value[row]) >= 0x1p53
      && !(pst_whole_rest(cell, &rules->style, column->arrays.value[row], &rest) && rest == 0))
    return fail_time(cell, column, row, error);
  if (!first && !fits(column->period, kind)) {
    column->arrays.value[row] = NAN;
    column->arrays.code[row] = PST_CODE_MISSING;
    return pst_cell_fail_kind(cell, kind, column->period, error);
  }
  if (first || kind == PST_PERIOD_NONE)
    column->period = kind;
  return PST_OK;
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
  if (column->arrays.rest != NULL)
    column->arrays.rest[row] = 0;
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

/* Blanks of all widths and marks that do not show are no part of a number or a time; of texts see
   load/texts.h. */
static struct pst_text trim(struct pst_text cell, enum pst_want want)
{
  struct pst_text trimmed = pst_text_trim(cell);

  if (trimmed.size > 0 && (want == PST_WANT_NUMBER || want == PST_WANT_TIME)
      && ((trimmed.data[0] | trimmed.data[trimmed.size - 1]) & 0x80) != 0)
    return pst_text_shown(trimmed);
  return trimmed;
}

enum pst_status pst_cell_read(struct pst_column *column, size_t row, size_t capacity,
                              struct pst_text cell, const struct pst_cell_rules *rules,
                              struct pst_error *error)
{
  struct pst_text trimmed = trim(cell, column->want);
  size_t token;

  if (column->arrays.texts.beyond != NULL)
    trimmed = pst_beyond_form(column->arrays.texts.beyond, trimmed);
  if (pst_cell_is_missing(trimmed, rules, &token))
    return set_missing(column, row, capacity, token) ? PST_OK : pst_fail_memory(error);
  switch (column->want) {
  case PST_WANT_NUMBER:
    return read_number(column, row, capacity, trimmed, rules, error);
  case PST_WANT_TIME:
    return read_time(column, row, trimmed, rules, error);
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

bool pst_cell_is_number(struct pst_text text, const struct pst_cell_rules *rules)
{
  struct pst_bounds bounds;
  double value, rest;
  char plain[PST_PLAIN_SIZE], unit[8];
  unsigned char decimals;

  if (pst_number_plain(text, mark_of(rules), &value, &decimals))
    return true;
  if (pst_number_parse(text, &rules->style, &value, NULL))
    return pst_whole_rest(text, &rules->style, value, &rest);
  return pst_bounds_parse(text, &rules->style, &bounds)
         || pst_number_around(text, &rules->style, plain, unit)
         || (rules->said && pst_said_bounds(text, &rules->style, plain, unit));
}

static void narrow(struct allowed *allowed, struct pst_text text,
                   const struct pst_cell_rules *rules)
{
  enum pst_period_kind kind = PST_PERIOD_NONE;
  double value;

  allowed->number = allowed->number && pst_cell_is_number(text, rules);
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
    if (column->arrays.rest != NULL)
      column->arrays.rest[row] = 0;
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

enum pst_status pst_cell_is_text(const struct pst_column *column, size_t n_rows,
                                 const struct pst_cell_rules *rules, bool *text,
                                 struct pst_error *error)
{
  enum pst_column_type type = PST_COLUMN_NUMBER;
  enum pst_status status = find_type(column, n_rows, rules, &type, error);

  *text = type == PST_COLUMN_TEXT;
  return status;
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
