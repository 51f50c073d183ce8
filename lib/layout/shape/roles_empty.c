/* roles_empty.c -- columns without any number: values of which none is given, names of header rows, or keys. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/unicode/letters.h"
#include "layout/shape/score.h"
#include "layout/shape/steps.h"
#include "printed/words.h"

/* `***`, `(X)`, a dash: signs alone, or capitals in brackets. */
static bool is_sign(struct pst_text cell)
{
  bool bracketed = cell.size > 2 && cell.data[0] == '(' && cell.data[cell.size - 1] == ')';

  for (size_t i = 0; i < cell.size; i++)
    if (isdigit((unsigned char)cell.data[i])
        || (isalpha((unsigned char)cell.data[i])
            && !(bracketed && isupper((unsigned char)cell.data[i]))))
      return false;
  return cell.size > 0 && cell.size <= 6 && (bracketed || !pst_text_has_letter(cell));
}

/* `s`, `ND`, `n/a`, `n.a.`: letters that may stand for a number where signs do. */
static bool is_letters(struct pst_text cell)
{
  size_t letters = 0;

  for (size_t i = 0; i < cell.size; i++)
    if (isalpha((unsigned char)cell.data[i]))
      letters++;
    else if (cell.data[i] != '/' && cell.data[i] != '.')
      return false;
  return letters > 0 && letters <= 3 && cell.size <= 4;
}

/* `na`, `n.d.` in small letters: no code of anything. */
static bool is_small_token(struct pst_text cell)
{
  static const char *const words[] = {"na", "n.a.", "n/a", "nd", "n.d.", "n/d", "nr", "nil"};

  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (pst_text_is(cell, words[i]))
      return true;
  return false;
}

/* One sign in every record: `Flag carriers` over (NA). */
static bool holds_one_sign_alone(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_facts *at = &roles->facts[column];

  return at->distinct == 1 && at->filled > 1 && at->filled == roles->records.n
         && is_sign(pst_sheet_cell(roles->frame->sheet, roles->records.rows[0], column));
}

/* (NA) and (S) by turns: signs in every record. */
static bool holds_signs_alone(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_facts *at = &roles->facts[column];

  for (size_t i = 0; i < roles->records.n; i++)
    if (!is_sign(pst_sheet_cell(roles->frame->sheet, roles->records.rows[i], column)))
      return false;
  return at->distinct > 0 && at->distinct <= 3;
}

/* A token, a sign, or a letter for what is suppressed. */
static bool is_mark(const struct pst_frame *frame, struct pst_text cell)
{
  struct pst_value value;

  if (is_sign(cell) || pst_score_is_letter(cell) || is_small_token(cell))
    return true;
  pst_value_part(cell, &frame->rules, &value);
  return value.kind == PST_VALUE_MISSING;
}

/* Two or three tokens by turns, signs or tokens that are known among them: nothing that a table is read
   by.  With empty cells between them signs and small letters alone. */
static bool holds_signs(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_facts *at = &roles->facts[column];
  size_t signs = at->distinct > 1 ? at->tokens : 0;

  if (at->distinct > 3 || at->filled == 0)
    return false;
  for (size_t i = 0; i < roles->records.n; i++) {
    struct pst_text cell = pst_sheet_cell(roles->frame->sheet, roles->records.rows[i], column);

    if (cell.size == 0)
      continue;
    if (is_sign(cell)
        || (at->filled < roles->records.n && cell.size == 1
            && islower((unsigned char)cell.data[0])))
      signs++;
    else if (!is_letters(cell) && !is_mark(roles->frame, cell))
      return false;
  }
  return signs > 0 && (at->filled == roles->records.n || signs == at->filled);
}

/* In every record a token, and one that the user has named. */
static bool is_missing_by_name(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_facts *at = &roles->facts[column];
  const char *const *token = roles->frame->asked->missing;
  struct pst_text cell;

  if (token == NULL || at->filled == 0 || at->tokens < at->filled || at->filled < roles->records.n)
    return false;
  cell = pst_sheet_cell(roles->frame->sheet, roles->records.rows[0], column);
  while (*token != NULL && !pst_text_is(cell, *token))
    token++;
  return *token != NULL;
}

/* `suppressed`, `k. A.`, `sin datos`: a token that is no code, as `NA` may be one. */
static bool is_wordy(struct pst_text cell)
{
  size_t small = 0;

  for (size_t i = 0; i < cell.size; i++)
    small += islower((unsigned char)cell.data[i]) != 0 || (unsigned char)cell.data[i] >= 0x80;
  return cell.size > 4 && small > 0;
}

/* `suppressed`, `not available` wherever a cell is filled. */
static bool holds_missing_words(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_facts *at = &roles->facts[column];

  for (size_t i = 0; i < roles->records.n; i++) {
    struct pst_text cell = pst_sheet_cell(roles->frame->sheet, roles->records.rows[i], column);

    if (cell.size > 0 && !pst_words_missing(cell))
      return false;
  }
  return at->filled > 1;
}

/* Two tokens for missing numbers and no other text, in every record, or one of words: `NA` alone may be a code. */
static bool holds_tokens(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_facts *at = &roles->facts[column];

  return at->filled > 1 && at->tokens == at->filled && at->filled == roles->records.n
         && (at->distinct > 1 || holds_signs(roles, column)
             || is_wordy(pst_sheet_cell(roles->frame->sheet, roles->records.rows[0], column)));
}

/* `X`, `X.1`: what R calls a column without a name. */
static bool is_called_by_r(const char *name)
{
  return name[0] == 'X' && (name[1] == '\0' || name[1] == '.')
         && strspn(name + 1, ".0123456789") == strlen(name + 1);
}

/* NA below a name that codes have, or none. */
static bool may_be_namibia(const struct pst_shape_roles *roles, size_t column, struct pst_text cell)
{
  const char *name = roles->frame->columns[column].name;

  return pst_text_is(cell, "NA")
         && (pst_words_stub(name) || pst_words_key(name) == PST_WORDS_CODE
             || roles->frame->columns[column].unnamed || is_called_by_r(name));
}

/* Behind a value of a period, and the same wherever a cell is filled: a sign in every record, `Change` over (X);
   or a letter for what is suppressed. */
static bool holds_one_sign(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_facts *at = &roles->facts[column];

  if (column == 0 || at->distinct != 1 || roles->frame->columns[column - 1].when[0] == '\0')
    return false;
  for (size_t i = 0; i < roles->records.n; i++) {
    struct pst_text cell = pst_sheet_cell(roles->frame->sheet, roles->records.rows[i], column);

    if (cell.size > 0)
      return pst_score_is_letter(cell) || is_small_token(cell)
             || (at->tokens == at->filled
                 && (at->filled < roles->records.n || !may_be_namibia(roles, column, cell)))
             || (at->filled == roles->records.n && at->filled > 1 && is_sign(cell));
  }
  return false;
}

/* Behind a value of a period, two or three of them by turns in all records: `Average` over c, N/A. */
static bool holds_marks_only(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_facts *at = &roles->facts[column];

  if (column == 0 || at->distinct < 2 || at->distinct > 3 || at->filled < roles->records.n
      || roles->frame->columns[column - 1].when[0] == '\0')
    return false;
  for (size_t i = 0; i < roles->records.n; i++)
    if (!is_mark(roles->frame, pst_sheet_cell(roles->frame->sheet, roles->records.rows[i], column)))
      return false;
  return true;
}

/* Empty, or in every record a short text that tells nothing: tokens that are not known. */
static bool says_nothing(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_facts *at = &roles->facts[column];

  if (at->filled == 0 || is_missing_by_name(roles, column) || holds_tokens(roles, column))
    return true;
  if (roles->headed->period_row != PST_NO_COLUMN)
    return holds_one_sign(roles, column) || holds_marks_only(roles, column);
  return holds_signs(roles, column) || holds_missing_words(roles, column)
         || (at->distinct == 1 && at->filled > 1 && at->filled == roles->records.n
             && pst_sheet_cell(roles->frame->sheet, roles->records.rows[0], column).size <= 4);
}

/* A header row above the lowest says of COLUMN what it says of the value to its right, or spans both. */
static bool shares_group(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_frame *frame = roles->frame;

  if (column + 1 >= frame->n_columns || frame->columns[column + 1].role != PST_FRAME_VALUE)
    return false;
  for (size_t i = 0; i + 1 < roles->headed->n_rows; i++) {
    struct pst_text label = pst_sheet_cell(frame->sheet, frame->header + i, column),
                    right = pst_sheet_cell(frame->sheet, frame->header + i, column + 1);

    if (label.size > 0 && (right.size == 0 || pst_text_equal(label, right)))
      return true;
  }
  return false;
}

/* Another column of the same name holds numbers: `Flag carriers` of another year. */
static bool has_numbered_twin(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_frame *frame = roles->frame;

  for (size_t c = 0; c < frame->n_columns; c++)
    if (c != column && frame->columns[c].role == PST_FRAME_VALUE && roles->facts[c].numbers > 0
        && strcmp(frame->columns[c].name, frame->columns[column].name) == 0)
      return true;
  return false;
}

/* `Status offences` is none where it is empty, or holds nothing but tokens; `flag_2010/11` is. */
static bool is_called_flag(const struct pst_shape_roles *roles, size_t column)
{
  const char *name = roles->frame->columns[column].name;
  const struct pst_facts *at = &roles->facts[column];

  if (strncasecmp(name, "flag", 4) == 0 && strcspn(name + 4, "0123456789") <= 2
      && strpbrk(name + 4, "0123456789") != NULL)
    return true;
  if (has_numbered_twin(roles, column))
    return false;
  return at->filled == at->tokens || holds_one_sign_alone(roles, column)
                 || holds_signs_alone(roles, column)
             ? pst_words_flag_last(name) || strncasecmp(name, "flag_", 5) == 0
             : pst_words_flag(name);
}

/* Left of a value whose name does not say that it is the only one, and right of keys or periods: empty,
   or small letters and signs, as agencies write for what they suppress. */
static bool stands_before(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_frame *frame = roles->frame;
  struct pst_text cell;

  size_t right = column + 1;

  /* `Imports,flag,Trips` without any import. */
  if (right + 1 < frame->n_columns && !frame->columns[right].unnamed
      && is_called_flag(roles, right))
    right++;
  if (right >= frame->n_columns || frame->columns[right].role != PST_FRAME_VALUE
      || pst_words_value(frame->columns[right].name)
      || pst_words_key(frame->columns[column].name) > PST_WORDS_LIKE)
    return false;
  for (size_t i = 0; i < roles->records.n; i++) {
    cell = pst_sheet_cell(frame->sheet, roles->records.rows[i], column);
    if (cell.size > 0)
      return is_sign(cell) || (cell.data[0] >= 'a' && cell.data[0] <= 'z')
             || pst_words_missing(cell)
             || (roles->facts[column].tokens == roles->facts[column].filled
                 && !pst_text_is(cell, "NA"));
  }
  return true;
}

/* No number is in COLUMN, and columns of values at both sides are numbered as it is. */
static bool is_one_of_many(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_frame_column *at = &roles->frame->columns[column];

  return roles->facts[column].numbers == 0 && column + 1 < roles->frame->n_columns
         && at[-1].role == PST_FRAME_VALUE && at[1].role == PST_FRAME_VALUE
         && pst_shape_is_numbered_as(at->name, at[-1].name)
         && pst_shape_is_numbered_as(at->name, at[1].name);
}

/* `Notes and coins` are none where they hold nothing but tokens, or a letter for what is suppressed. */
static bool is_called_note(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_facts *at = &roles->facts[column];
  const char *name = roles->frame->columns[column].name;

  return at->filled > 0
                 && (at->filled == at->tokens || holds_one_sign(roles, column)
                     || holds_marks_only(roles, column))
             ? pst_shape_is_note_name(name)
             : pst_words_note(name);
}

/* A column without any number that could be one of values. */
static bool could_be_value(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_frame_column *at = &roles->frame->columns[column];

  /* `Time` before 2018, 2019: it names the row of periods. */
  if (roles->headed->period_row != PST_NO_COLUMN && pst_words_time_alone(at->name))
    return false;
  /* `1994-Q4F` behind `1994-Q4`: flags, of which none is set. */
  if (at[-1].role == PST_FRAME_VALUE && pst_shape_is_lettered_name(&at[-1], at->name))
    return false;
  /* `Unit` over kg, `Sex` over f; but no `Area` is called (S). */
  if (roles->facts[column].texts > 0 && pst_words_dimension(at->name)
      && !holds_one_sign_alone(roles, column))
    return false;
  return at->role == PST_FRAME_KEY && !at->unnamed && !roles->fixed[column]
         && roles->facts[column].numbers == 0
         && (says_nothing(roles, column) || is_one_of_many(roles, column))
         && !is_called_flag(roles, column) && !is_called_note(roles, column);
}

/* Right of COLUMN stand others that could be values, then a value, or the end of the table: columns without
   a name and without a cell. */
static bool goes_on(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_frame *frame = roles->frame;
  size_t c = column + 1, end = frame->n_columns;

  while (end > c && frame->columns[end - 1].unnamed && roles->facts[end - 1].filled == 0)
    end--;
  /* Numbers that never vary are one only right beside a value. */
  while (c < end && roles->facts[column].numbers == 0 && roles->facts[c].numbers == 0
         && (could_be_value(roles, c) || is_called_flag(roles, c)))
    c++;
  return c >= end || frame->columns[c].role == PST_FRAME_VALUE;
}

/* What stands left of COLUMN, flags apart. */
static const struct pst_frame_column *left_of(const struct pst_shape_roles *roles, size_t column)
{
  /* `Status offences` over numbers is none. */
  bool flag = column > 1 && !roles->frame->columns[column - 1].unnamed
              && roles->frame->columns[column - 1].role != PST_FRAME_VALUE
              && is_called_flag(roles, column - 1);

  return &roles->frame->columns[column - 1 - flag];
}

/* A column without any number between columns of values, or behind them, is one of values too. */
static void settle_empty_at(struct pst_shape_roles *roles, size_t column)
{
  struct pst_frame_column *at = &roles->frame->columns[column];

  if (!could_be_value(roles, column)
      || (left_of(roles, column)->role != PST_FRAME_VALUE && !shares_group(roles, column)
          && !stands_before(roles, column))
      || !goes_on(roles, column))
    return;
  at->role = PST_FRAME_VALUE;
  at->reason = "empty, beside values";
  if (holds_missing_words(roles, column))
    pst_frame_tell(roles->frame,
                   "column '%s' holds words for what is not given and is taken for values; if they "
                   "are a key, say --keys '%s'",
                   at->name, at->name);
}

/* `Area` over c and s alone, or s and (NA), `Austria` over c and #N/A: codes of areas, or numbers that are not given. */
static void tell_letters(struct pst_shape_roles *roles, size_t column)
{
  const struct pst_frame_column *at = &roles->frame->columns[column];
  const struct pst_facts *has = &roles->facts[column];
  bool letters = true, words = holds_missing_words(roles, column);

  if (at->role != PST_FRAME_KEY || at->unnamed || at->reason != NULL || roles->fixed[column]
      || has->distinct > 4 || has->filled < 2 || pst_words_called_unit(at->name)
      || is_called_flag(roles, column) || is_called_note(roles, column)
      || (!pst_words_dimension(at->name) && (has->tokens == 0 || has->distinct < 2) && !words))
    return;
  for (size_t i = 0; i < roles->records.n && !words; i++) {
    struct pst_text cell = pst_sheet_cell(roles->frame->sheet, roles->records.rows[i], column);

    if (cell.size > 0 && !is_mark(roles->frame, cell))
      return;
    letters = letters && (cell.size == 0 || pst_score_is_letter(cell));
  }
  pst_frame_tell(roles->frame,
                 "column '%s' holds %s alone and is taken for a key; if they stand for numbers "
                 "that are not given, say --values '%s'",
                 at->name,
                 words     ? "words"
                 : letters ? "letters"
                           : "marks",
                 at->name);
}

/* From the left, and then from the right: left of one that stands before a value there may be another. */
void pst_roles_settle_empty(struct pst_shape_roles *roles)
{
  size_t n = roles->frame->n_columns;

  for (size_t c = 1; c < n; c++)
    settle_empty_at(roles, c);
  for (size_t c = n; c-- > 1;)
    settle_empty_at(roles, c);
  for (size_t c = 1; c < n; c++)
    tell_letters(roles, c);
}

/* A column that is empty below several header rows, and left of the values, names these rows. */
void pst_roles_settle_row_names(struct pst_shape_roles *roles)
{
  struct pst_frame *frame = roles->frame;
  const struct pst_sheet *sheet = frame->sheet;

  for (size_t c = 0; c + 1 < frame->n_columns && roles->headed->n_rows > 1; c++) {
    size_t named = 0;

    if (frame->columns[c].role == PST_FRAME_VALUE)
      return;
    if (frame->columns[c].role != PST_FRAME_KEY || roles->facts[c].filled > 0 || roles->fixed[c]
        || frame->columns[c + 1].role != PST_FRAME_VALUE)
      continue;
    /* A unit in a row of units is that of a value which is missing everywhere. */
    for (size_t i = 0; i < roles->headed->n_rows; i++)
      named +=
          pst_sheet_cell(sheet, frame->header + i, c).size > 0
          && (roles->headed->kinds[i] != PST_ROW_UNITS || !pst_headed_is_unit(roles->headed, i, c));
    if (named < 2 || shares_group(roles, c))
      continue;
    frame->columns[c].role = PST_FRAME_NOTHING;
    frame->columns[c].reason = "empty: it names the rows of the header";
  }
}

/* The one header row that says something of COLUMN, which is a unit; PST_NO_COLUMN: there is none, or another row. */
static size_t find_unit_row(const struct pst_shape_roles *roles, size_t column)
{
  size_t found = PST_NO_COLUMN;

  for (size_t i = 0; i < roles->headed->n_rows; i++) {
    if (pst_sheet_cell(roles->frame->sheet, roles->frame->header + i, column).size == 0)
      continue;
    if (found != PST_NO_COLUMN || i == 0 || !pst_headed_is_unit(roles->headed, i, column))
      return PST_NO_COLUMN;
    found = i;
  }
  return found;
}

/* `,$,` below `Year,,Rate`, and nothing below it: the unit of what stands behind it. */
static enum pst_status settle_unit_at(struct pst_shape_roles *roles, size_t column,
                                      struct pst_error *error)
{
  struct pst_frame *frame = roles->frame;
  struct pst_frame_column *at = &frame->columns[column], *next = at + 1;
  size_t row = find_unit_row(roles, column);
  struct pst_text unit;

  if (row == PST_NO_COLUMN || next->role != PST_FRAME_VALUE || next->when[0] != '\0'
      || pst_sheet_cell(frame->sheet, frame->header + row, column + 1).size > 0)
    return PST_OK;
  unit = pst_sheet_cell(frame->sheet, frame->header + row, column);
  if (unit.size > 2 && unit.data[0] == '(' && unit.data[unit.size - 1] == ')')
    unit = (struct pst_text){.data = unit.data + 1, .size = unit.size - 2};
  next->unit = pst_arena_copy(frame->arena, unit.data, unit.size);
  if (next->unit == NULL)
    return pst_fail_memory(error);
  at->role = PST_FRAME_NOTHING;
  at->reason = "empty: a unit stands over it";
  pst_frame_tell(frame,
                 "'%s' stands over an empty column; it is taken for the unit of '%s' behind it",
                 next->unit, next->name);
  return PST_OK;
}

enum pst_status pst_roles_settle_units(struct pst_shape_roles *roles, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t c = 0; c + 1 < roles->frame->n_columns && status == PST_OK; c++)
    if (roles->frame->columns[c].role == PST_FRAME_KEY && roles->facts[c].filled == 0
        && !roles->fixed[c])
      status = settle_unit_at(roles, c, error);
  return status;
}
