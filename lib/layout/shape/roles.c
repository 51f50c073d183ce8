/* roles.c -- what each column is.  What the user says holds; numbers are weighed; what could be either
   is asked for. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "layout/shape/ask.h"
#include "layout/shape/steps.h"
#include "printed/words.h"

#define NEAR 0.45 /* a score between these is a question */

struct roles {
  struct pst_headed *headed;
  struct pst_frame *frame;
  struct pst_facts *facts;
  struct pst_shape_records records;
  bool *fixed; /* the user has said it */
};

/* --- what the user says ----------------------------------------------------------------------- */

static size_t find(const struct pst_frame *frame, const char *name)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (strcmp(frame->columns[c].name, name) == 0)
      return c;
  return pst_frame_find(frame, name);
}

/* A name that is no column is refused later, with near ones (tidy_check.c). */
static void fix(struct roles *roles, const char *const *names, enum pst_frame_role role)
{
  for (; names != NULL && *names != NULL; names++) {
    size_t c = find(roles->frame, *names);

    if (c == PST_NO_COLUMN)
      continue;
    roles->frame->columns[c].role = role;
    roles->frame->columns[c].reason = role == PST_FRAME_KEY ? "--keys" : "--values";
    roles->fixed[c] = true;
    if (role == PST_FRAME_KEY)
      roles->frame->columns[c].when[0] = '\0';
  }
}

static void apply_asked(struct roles *roles)
{
  const struct pst_asked *asked = roles->frame->asked;
  struct pst_frame *frame = roles->frame;

  if (asked->values != NULL)
    for (size_t c = 0; c < frame->n_columns; c++)
      if (frame->columns[c].role == PST_FRAME_VALUE && frame->columns[c].when[0] == '\0') {
        frame->columns[c].role = PST_FRAME_KEY;
        roles->fixed[c] = true;
      }
  pst_frame_apply(frame);
  for (size_t c = 0; c < frame->n_columns; c++)
    roles->fixed[c] = roles->fixed[c] || frame->columns[c].role == PST_FRAME_FLAG
                      || frame->columns[c].role == PST_FRAME_UNIT;
  fix(roles, asked->keys, PST_FRAME_KEY);
  fix(roles, asked->values, PST_FRAME_VALUE);
  if (asked->time != NULL && find(frame, asked->time) != PST_NO_COLUMN) {
    size_t c = find(frame, asked->time);

    frame->columns[c].role = PST_FRAME_PERIOD;
    frame->columns[c].reason = "--time";
    frame->when |= PST_WHEN_COMPACT;
    roles->fixed[c] = true;
  }
}

/* --- numbers ---------------------------------------------------------------------------------- */

static bool is_open(const struct roles *roles, size_t column)
{
  const struct pst_frame_column *at = &roles->frame->columns[column];

  return at->role == PST_FRAME_VALUE && at->when[0] == '\0' && !roles->fixed[column];
}

static size_t count_values(const struct roles *roles)
{
  size_t n = 0;

  for (size_t c = 0; c < roles->frame->n_columns; c++)
    n += roles->frame->columns[c].role == PST_FRAME_VALUE;
  return n;
}

static void take_for_key(struct roles *roles, size_t column, const struct pst_judgement *judgement)
{
  struct pst_frame *frame = roles->frame;
  struct pst_frame_column *at = &frame->columns[column];

  at->role = PST_FRAME_KEY;
  at->reason = judgement->twin == PST_NO_COLUMN
                   ? judgement->key_reason
                   : pst_arena_format(frame->arena, "one to one with '%s'",
                                      frame->columns[judgement->twin].name);
  if (roles->facts[column].zeros == 0)
    pst_frame_tell(frame,
                   "column '%s' holds numbers and is taken for a key (%s); if it is measured, say "
                   "--values '%s'",
                   at->name, at->reason, at->name);
}

/* Without a header: what could be years may be anything. */
static bool is_nameless_year(const struct roles *roles, size_t column)
{
  const struct pst_facts *at = &roles->facts[column];

  return roles->headed->n_rows == 0 && at->years > 0 && at->years * 2 >= at->numbers;
}

/* `Notes` over `1`, `a, b`, `2`: which note, not how much. */
static bool numbers_notes(const struct roles *roles, size_t column)
{
  const struct pst_facts *at = &roles->facts[column];
  const struct pst_frame_column *named = &roles->frame->columns[column];

  return !named->unnamed && pst_shape_is_note_name(named->name) && at->decimals == 0
         && at->signs == 0 && at->grouped == 0 && count_values(roles) > 1;
}

static void take_for_notes(struct roles *roles, size_t column)
{
  struct pst_frame_column *at = &roles->frame->columns[column];

  at->role = PST_FRAME_KEY; /* beside.c gives it its values */
  at->reason = NULL;
  pst_frame_tell(roles->frame,
                 "column '%s' holds numbers and is taken for notes (its name); if it is measured, "
                 "say --values '%s'",
                 at->name, at->name);
}

static enum pst_status settle_number(struct roles *roles, size_t column, size_t n_values,
                                     struct pst_error *error)
{
  struct pst_frame_column *at = &roles->frame->columns[column];
  struct pst_judgement judgement;

  if (numbers_notes(roles, column)) {
    take_for_notes(roles, column);
    return PST_OK;
  }
  pst_headed_weigh(roles->headed, roles->facts, &roles->records, column, n_values, &judgement);
  if (judgement.doubt != NULL) {
    judgement.key_reason = judgement.doubt;
    return pst_ask_column(roles->frame, column, &judgement, error);
  }
  if ((at->unnamed && judgement.score > -1) || is_nameless_year(roles, column))
    return pst_ask_unnamed(roles->frame, column, error);
  if (judgement.score > -NEAR && judgement.score < NEAR)
    return pst_ask_column(roles->frame, column, &judgement, error);
  at->reason = judgement.value_reason;
  if (judgement.score < 0)
    take_for_key(roles, column, &judgement);
  return PST_OK;
}

static enum pst_status settle_numbers(struct roles *roles, struct pst_error *error)
{
  enum pst_status status = PST_OK;
  size_t n = count_values(roles);

  for (size_t c = 0; c < roles->frame->n_columns && status == PST_OK; c++)
    if (is_open(roles, c))
      status = settle_number(roles, c, n, error);
  return status;
}

/* `***`, `(X)`, a dash: signs alone, or capitals in brackets. */
static bool is_sign(struct pst_text cell)
{
  bool bracketed = cell.size > 2 && cell.data[0] == '(' && cell.data[cell.size - 1] == ')';

  for (size_t i = 0; i < cell.size; i++)
    if (isdigit((unsigned char)cell.data[i])
        || (isalpha((unsigned char)cell.data[i])
            && !(bracketed && isupper((unsigned char)cell.data[i]))))
      return false;
  return cell.size > 0 && cell.size <= 6;
}

/* `s`, `ND`: letters that may stand for a number where signs do. */
static bool is_letters(struct pst_text cell)
{
  for (size_t i = 0; i < cell.size; i++)
    if (!isalpha((unsigned char)cell.data[i]))
      return false;
  return cell.size > 0 && cell.size <= 3;
}

/* Two or three tokens by turns, signs or tokens that are known among them: nothing that a table is read
   by.  With empty cells between them signs and small letters alone. */
static bool holds_signs(const struct roles *roles, size_t column)
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
    else if (!is_letters(cell))
      return false;
  }
  return signs > 0 && (at->filled == roles->records.n || signs == at->filled);
}

/* In every record a token, and one that the user has named. */
static bool is_missing_by_name(const struct roles *roles, size_t column)
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

/* Two tokens for missing numbers and no other text, in every record: `NA` alone may be a code. */
static bool holds_tokens(const struct roles *roles, size_t column)
{
  const struct pst_facts *at = &roles->facts[column];

  return at->filled > 1 && at->tokens == at->filled && at->filled == roles->records.n
         && (at->distinct > 1 || holds_signs(roles, column));
}

/* Behind a value of a period, and the same wherever a cell is filled: a sign in every record, `Change` over (X);
   or a letter for what is suppressed. */
static bool holds_one_sign(const struct roles *roles, size_t column)
{
  const struct pst_facts *at = &roles->facts[column];

  if (column == 0 || at->distinct != 1 || roles->frame->columns[column - 1].when[0] == '\0')
    return false;
  for (size_t i = 0; i < roles->records.n; i++) {
    struct pst_text cell = pst_sheet_cell(roles->frame->sheet, roles->records.rows[i], column);

    if (cell.size > 0)
      return (cell.size == 1 && strchr("cdsuwz", cell.data[0]) != NULL)
             || (at->tokens == at->filled && at->filled < roles->records.n)
             || (at->filled == roles->records.n && at->filled > 1 && is_sign(cell));
  }
  return false;
}

/* Empty, or in every record a short text that tells nothing: tokens that are not known. */
static bool says_nothing(const struct roles *roles, size_t column)
{
  const struct pst_facts *at = &roles->facts[column];

  if (at->filled == 0 || is_missing_by_name(roles, column) || holds_tokens(roles, column))
    return true;
  if (roles->headed->period_row != PST_NO_COLUMN)
    return holds_one_sign(roles, column);
  return holds_signs(roles, column)
         || (at->distinct == 1 && at->filled > 1 && at->filled == roles->records.n
             && pst_sheet_cell(roles->frame->sheet, roles->records.rows[0], column).size <= 4);
}

/* A header row above the lowest says of COLUMN what it says of the value to its right. */
static bool shares_group(const struct roles *roles, size_t column)
{
  const struct pst_frame *frame = roles->frame;

  if (column + 1 >= frame->n_columns || frame->columns[column + 1].role != PST_FRAME_VALUE)
    return false;
  for (size_t i = 0; i + 1 < roles->headed->n_rows; i++) {
    struct pst_text label = pst_sheet_cell(frame->sheet, frame->header + i, column);

    if (label.size > 0
        && pst_text_equal(label, pst_sheet_cell(frame->sheet, frame->header + i, column + 1)))
      return true;
  }
  return false;
}

/* `Status offences` is none where it is empty, or holds nothing but tokens. */
static bool is_called_flag(const struct roles *roles, size_t column)
{
  const char *name = roles->frame->columns[column].name;

  return roles->facts[column].filled == roles->facts[column].tokens ? pst_words_flag_last(name)
                                                                    : pst_words_flag(name);
}

/* Left of a value whose name does not say that it is the only one, and right of keys or periods: empty,
   or small letters and signs, as agencies write for what they suppress. */
static bool stands_before(const struct roles *roles, size_t column)
{
  const struct pst_frame *frame = roles->frame;
  struct pst_text cell;

  size_t right = column + 1;

  /* `Imports,flag,Trips` without any import. */
  if (right + 1 < frame->n_columns && roles->facts[column].filled == 0
      && !frame->columns[right].unnamed && is_called_flag(roles, right))
    right++;
  if (right >= frame->n_columns || frame->columns[right].role != PST_FRAME_VALUE
      || pst_words_value(frame->columns[right].name)
      || pst_words_key(frame->columns[column].name) > PST_WORDS_LIKE)
    return false;
  for (size_t i = 0; i < roles->records.n; i++) {
    cell = pst_sheet_cell(frame->sheet, roles->records.rows[i], column);
    if (cell.size > 0)
      return is_sign(cell) || (cell.data[0] >= 'a' && cell.data[0] <= 'z');
  }
  return true;
}

/* `pop_1981` beside `pop_1980`: the same but for digits. */
static bool is_numbered_as(const char *a, const char *b)
{
  size_t digits = 0;

  for (; *a != '\0' && *b != '\0'; a++, b++) {
    bool both = isdigit((unsigned char)*a) && isdigit((unsigned char)*b);

    digits += both;
    if (!both && *a != *b)
      return false;
  }
  return *a == *b && digits > 0;
}

/* No number is in COLUMN, and columns of values at both sides are numbered as it is. */
static bool is_one_of_many(const struct roles *roles, size_t column)
{
  const struct pst_frame_column *at = &roles->frame->columns[column];

  return roles->facts[column].numbers == 0 && column + 1 < roles->frame->n_columns
         && at[-1].role == PST_FRAME_VALUE && at[1].role == PST_FRAME_VALUE
         && is_numbered_as(at->name, at[-1].name) && is_numbered_as(at->name, at[1].name);
}

/* A column without any number that could be one of values. */
static bool could_be_value(const struct roles *roles, size_t column)
{
  const struct pst_frame_column *at = &roles->frame->columns[column];

  /* `Time` before 2018, 2019: it names the row of periods. */
  if (roles->headed->period_row != PST_NO_COLUMN && pst_words_time_alone(at->name))
    return false;
  /* `1994-Q4F` behind `1994-Q4`: flags, of which none is set. */
  if (at[-1].role == PST_FRAME_VALUE && pst_shape_is_lettered_name(at[-1].name, at->name))
    return false;
  /* `Unit` over kg, `Sex` over f. */
  if (roles->facts[column].texts > 0 && pst_words_dimension(at->name))
    return false;
  return at->role == PST_FRAME_KEY && !at->unnamed && !roles->fixed[column]
         && (says_nothing(roles, column) || is_one_of_many(roles, column))
         && !is_called_flag(roles, column) && !pst_words_note(at->name);
}

/* Right of COLUMN stand others that could be values, then a value, or the end of the table: columns without
   a name and without a cell. */
static bool goes_on(const struct roles *roles, size_t column)
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
static const struct pst_frame_column *left_of(const struct roles *roles, size_t column)
{
  bool flag =
      column > 1 && !roles->frame->columns[column - 1].unnamed && is_called_flag(roles, column - 1);

  return &roles->frame->columns[column - 1 - flag];
}

/* A column without any number between columns of values, or behind them, is one of values too. */
static void settle_empty_at(struct roles *roles, size_t column)
{
  struct pst_frame_column *at = &roles->frame->columns[column];

  if (!could_be_value(roles, column)
      || (left_of(roles, column)->role != PST_FRAME_VALUE && !shares_group(roles, column)
          && !stands_before(roles, column))
      || !goes_on(roles, column))
    return;
  at->role = PST_FRAME_VALUE;
  at->reason = "empty, beside values";
}

/* From the left, and then from the right: left of one that stands before a value there may be another. */
static void settle_empty(struct roles *roles)
{
  size_t n = roles->frame->n_columns;

  for (size_t c = 1; c < n; c++)
    settle_empty_at(roles, c);
  for (size_t c = n; c-- > 1;)
    settle_empty_at(roles, c);
}

/* A column that is empty below several header rows, and left of the values, names these rows. */
static void settle_row_names(struct roles *roles)
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
    if (named < 2)
      continue;
    frame->columns[c].role = PST_FRAME_NOTHING;
    frame->columns[c].reason = "empty: it names the rows of the header";
  }
}

/* Numbers without a name: values, keys or flags; only the user knows, unless they are periods. */
static void open_unnamed(struct roles *roles)
{
  const struct pst_shape *shape = roles->headed->shape;

  for (size_t c = 0; c < roles->frame->n_columns && c < shape->width; c++) {
    struct pst_frame_column *at = &roles->frame->columns[c];

    if (at->role == PST_FRAME_KEY && at->unnamed && shape->numeric[c] && !shape->periodic[c]
        && roles->facts[c].numbers > 0 && !roles->fixed[c])
      at->role = PST_FRAME_VALUE;
  }
}

static enum pst_status find_facts(struct roles *roles, struct pst_error *error)
{
  struct pst_frame *frame = roles->frame;
  enum pst_status status = pst_shape_records_list(frame, &roles->records, error);

  roles->facts = pst_arena_array(frame->arena, frame->n_columns + 1, sizeof *roles->facts);
  roles->fixed = pst_arena_array(frame->arena, frame->n_columns + 1, sizeof *roles->fixed);
  if (status == PST_OK && (roles->facts == NULL || roles->fixed == NULL))
    status = pst_fail_memory(error);
  for (size_t c = 0; c < frame->n_columns && status == PST_OK; c++)
    status = pst_facts_find(frame, &roles->records, c, &roles->facts[c], error);
  return status;
}

enum pst_status pst_headed_set_roles(struct pst_headed *headed, struct pst_error *error)
{
  struct roles roles = {.headed = headed, .frame = headed->frame};
  enum pst_status status = find_facts(&roles, error);

  if (status != PST_OK)
    return status;
  apply_asked(&roles);
  if (headed->period_row == PST_NO_COLUMN && roles.frame->asked->time == NULL)
    pst_shape_find_time(roles.frame, roles.facts, &roles.records);
  if (headed->period_row == PST_NO_COLUMN)
    pst_shape_find_period_part(roles.frame, roles.facts);
  open_unnamed(&roles);
  status = settle_numbers(&roles, error);
  settle_row_names(&roles);
  settle_empty(&roles);
  for (size_t c = 0; c < headed->frame->n_columns && status == PST_OK; c++)
    if (!roles.fixed[c])
      status = pst_headed_settle_mixed(headed, roles.facts, c, error);
  return status;
}
