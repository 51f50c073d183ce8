/* roles.c -- what each column is.  What the user says holds; numbers are weighed; what could be either
   is asked for. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "layout/shape/steps.h"
#include "printed/words.h"

#define NEAR 0.45 /* a score between these is a question */

/* --- what the user says ----------------------------------------------------------------------- */

static size_t find(const struct pst_frame *frame, const char *name)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (strcmp(frame->columns[c].name, name) == 0)
      return c;
  return pst_frame_find(frame, name);
}

/* A name that is no column is refused later, with near ones (tidy_check.c). */
static void fix(struct pst_shape_roles *roles, const char *const *names, enum pst_frame_role role)
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

/* `year`, or `year,month`: a column of times, and one of their parts. */
static void take_time(struct pst_shape_roles *roles, const char *time)
{
  struct pst_frame *frame = roles->frame;
  size_t c = find(frame, time), part = PST_NO_COLUMN;

  if (c == PST_NO_COLUMN && !pst_frame_find_pair(frame, time, &c, &part))
    return;
  frame->columns[c].role = PST_FRAME_PERIOD;
  frame->columns[c].reason = "--time";
  frame->when |= PST_WHEN_COMPACT;
  roles->fixed[c] = true;
  if (part == PST_NO_COLUMN)
    return;
  pst_shape_set_period_part(frame, part, &roles->facts[part], &roles->records);
  frame->columns[part].reason = "--time";
  roles->fixed[part] = true;
}

static void apply_asked(struct pst_shape_roles *roles)
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
  if (asked->time != NULL)
    take_time(roles, asked->time);
}

/* --- numbers ---------------------------------------------------------------------------------- */

static bool is_open(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_frame_column *at = &roles->frame->columns[column];

  return at->role == PST_FRAME_VALUE && at->when[0] == '\0' && !roles->fixed[column];
}

static size_t count_values(const struct pst_shape_roles *roles)
{
  size_t n = 0;

  for (size_t c = 0; c < roles->frame->n_columns; c++)
    n += roles->frame->columns[c].role == PST_FRAME_VALUE;
  return n;
}

static void take_for_key(struct pst_shape_roles *roles, size_t column,
                         const struct pst_judgement *judgement)
{
  struct pst_frame *frame = roles->frame;
  struct pst_frame_column *at = &frame->columns[column];

  at->role = PST_FRAME_KEY;
  at->reason = judgement->twin == PST_NO_COLUMN
                   ? judgement->key_reason
                   : pst_arena_format(frame->arena, "one to one with '%s'",
                                      frame->columns[judgement->twin].name);
  /* 01003 below FIPS is a code; below a word that says nothing it may be a year, or a number. */
  if (roles->facts[column].zeros == 0 || pst_words_key(at->name) == PST_WORDS_NO)
    pst_frame_tell(frame,
                   "column '%s' holds %s and is taken for a key (%s); if it is measured, say "
                   "--values '%s'",
                   at->name, roles->facts[column].numbers > 0 ? "numbers" : "marks alone",
                   at->reason, at->name);
}

/* Without a header: what could be years may be anything. */
static bool is_nameless_year(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_facts *at = &roles->facts[column];

  return roles->headed->n_rows == 0 && at->years > 0 && at->years * 2 >= at->numbers;
}

/* `2019 [note 1]`, `2019 note 1`: a mark behind a name, where the UK's agencies have it. */
static bool is_noted_name(const char *name)
{
  const char *found = strcasestr(name, "note"), *digit = strpbrk(name, "0123456789");

  return found != NULL && digit != NULL && digit < found
         && (strpbrk(found, "0123456789") != NULL || found[-1] == '[' || found[-1] == '(');
}

/* `Notes` over `1`, `a, b`, `2`: which note, not how much. */
static bool numbers_notes(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_facts *at = &roles->facts[column];
  const struct pst_frame_column *named = &roles->frame->columns[column];

  return !named->unnamed && pst_shape_is_note_name(named->name) && !is_noted_name(named->name)
         && at->decimals == 0 && at->signs == 0 && at->grouped == 0 && count_values(roles) > 1;
}

static void take_for_notes(struct pst_shape_roles *roles, size_t column)
{
  struct pst_frame_column *at = &roles->frame->columns[column];

  at->role = PST_FRAME_KEY; /* beside.c gives it its values */
  at->reason = NULL;
  pst_frame_tell(roles->frame,
                 "column '%s' holds numbers and is taken for notes (its name); if it is measured, "
                 "say --values '%s'",
                 at->name, at->name);
}

static bool has_role(const struct pst_frame *frame, enum pst_frame_role role)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (frame->columns[c].role == role)
      return true;
  return false;
}

static bool has_period(const struct pst_frame *frame)
{
  return has_role(frame, PST_FRAME_PERIOD);
}

/* `Oslo;301`, `Eigersund;1101`, `Stavanger;1103`: right behind the labels, of which each stands once, and rising with the
   records. */
static bool rises_behind_labels(const struct pst_shape_roles *roles, size_t column)
{
  enum { FEW = 3 };
  const struct pst_facts *labels = column == 0 ? NULL : &roles->facts[column - 1];
  long last = -1;

  if (labels == NULL || roles->frame->columns[column - 1].role != PST_FRAME_KEY
      || has_period(roles->frame) || count_values(roles) < 2 || roles->records.n < FEW
      || labels->texts < roles->records.n || labels->distinct < roles->records.n)
    return false;
  for (size_t i = 0; i < roles->records.n; i++) {
    long n = pst_shape_whole(pst_sheet_cell(roles->frame->sheet, roles->records.rows[i], column));

    if (n <= last)
      return false;
    last = n;
  }
  return true;
}

/* Whole numbers of which each stands twice and more on average: 1 and 2 for the sexes are codes, though nothing but
   the reader knows. */
static void tell_codes(struct pst_shape_roles *roles, size_t column)
{
  const struct pst_facts *has = &roles->facts[column];
  const struct pst_frame_column *at = &roles->frame->columns[column];

  if (!at->unnamed && pst_words_key(at->name) >= PST_WORDS_CODE && has->decimals == 0) {
    pst_frame_tell(roles->frame,
                   "column '%s' is called a code and is taken for values (%s); if it is one, say "
                   "--keys '%s'",
                   at->name, at->reason == NULL ? "numbers" : at->reason, at->name);
    return;
  }
  if (at->unnamed || has->numbers < has->filled || has->distinct < 2
      || has->decimals + has->signs + has->grouped > 0 || pst_words_value(at->name))
    return;
  if (has->filled == roles->records.n && has->tokens == 0 && rises_behind_labels(roles, column)) {
    pst_frame_tell(
        roles->frame,
        "column '%s' holds whole numbers that rise with the records and is taken for values; "
        "if they are codes, say --keys '%s'",
        at->name, at->name);
    return;
  }
  if (has->numbers < 4 || has->distinct * 2 > has->filled)
    return;
  pst_frame_tell(roles->frame,
                 "column '%s' holds whole numbers that come again and is taken for values (%s); if "
                 "they are codes, say --keys '%s'",
                 at->name, at->reason == NULL ? "numbers" : at->reason, at->name);
}

/* `2018,Rank,2019,Rank`: columns of one name, two and more, each right behind another value: of that, and no key of all. */
static bool comes_again(const struct pst_shape_roles *roles, size_t column)
{
  const struct pst_frame *frame = roles->frame;
  size_t n = 0;

  for (size_t c = 0; c < frame->n_columns; c++) {
    const struct pst_frame_column *at = &frame->columns[c];

    if (strcmp(at->name, frame->columns[column].name) != 0)
      continue;
    if (c == 0 || at->unnamed || strcmp(at[-1].name, at->name) == 0
        || at[-1].role != PST_FRAME_VALUE)
      return false;
    n++;
  }
  return n > 1;
}

/* `Year` behind January to December: the sum of the year that the first column names. */
static bool is_whole_year(const struct pst_shape_roles *roles, size_t column)
{
  const char *name = roles->frame->columns[column].name;

  return column > 0 && roles->headed->calendar_row != PST_NO_COLUMN
         && pst_when_is_whole(pst_text_of(name)) && pst_headed_is_month(roles->headed, column - 1);
}

static enum pst_status settle_number(struct pst_shape_roles *roles, size_t column, size_t n_values,
                                     struct pst_error *error)
{
  struct pst_frame_column *at = &roles->frame->columns[column];
  struct pst_judgement judgement;

  if (numbers_notes(roles, column)) {
    take_for_notes(roles, column);
    return PST_OK;
  }
  if (is_whole_year(roles, column)) {
    at->reason = "the whole of a year, behind its parts";
    return PST_OK;
  }
  if (comes_again(roles, column) && !pst_words_flag(at->name)) {
    at->reason = "its name behind each value";
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
  else
    tell_codes(roles, column);
  return PST_OK;
}

static enum pst_status settle_numbers(struct pst_shape_roles *roles, struct pst_error *error)
{
  enum pst_status status = PST_OK;
  size_t n = count_values(roles);

  for (size_t c = 0; c < roles->frame->n_columns && status == PST_OK; c++)
    if (is_open(roles, c))
      status = settle_number(roles, c, n, error);
  return status;
}

/* Numbers without a name: values, keys or flags; only the user knows, unless they are periods. */
static void open_unnamed(struct pst_shape_roles *roles)
{
  const struct pst_shape *shape = roles->headed->shape;

  for (size_t c = 0; c < roles->frame->n_columns && c < shape->width; c++) {
    struct pst_frame_column *at = &roles->frame->columns[c];

    if (at->role == PST_FRAME_KEY && at->unnamed && shape->numeric[c] && !shape->periodic[c]
        && roles->facts[c].numbers > 0 && !roles->fixed[c])
      at->role = PST_FRAME_VALUE;
  }
}

enum { MANY = 5 };

/* Values stand left of COLUMN: what is right of them is measured too, more often than not. */
static bool is_behind_values(const struct pst_frame *frame, size_t column)
{
  for (size_t c = 0; c < column; c++)
    if (frame->columns[c].role == PST_FRAME_VALUE)
      return true;
  return false;
}

/* `$1.5m`, `1.2 (0.4)`, `12/100`, `USD 1.5 million`: a number and more, and neither a period nor an age. */
static bool is_figure(struct pst_text cell, unsigned rules)
{
  static const char *const signs[] = {"$",    "€",    "£",    "¥",    "￥",   "USD ",
                                      "EUR ", "GBP ", "JPY ", "CHF ", "CNY ", "INR "};
  char when[PST_WHEN_SIZE];
  size_t at = 0, digits;
  bool money = false;

  while (at < cell.size && !isdigit((unsigned char)cell.data[at]))
    at++;
  digits = at;
  while (at < cell.size && isdigit((unsigned char)cell.data[at]))
    at++;
  if (at == digits)
    return false;
  for (size_t i = 0; i < sizeof signs / sizeof *signs && !money; i++)
    money = memmem(cell.data, cell.size, signs[i], strlen(signs[i])) != NULL;
  if ((digits != 0 && !money) || pst_when_read(cell, rules, when, NULL))
    return false;
  if (money || (digits == 0 && memchr(cell.data, '(', cell.size) != NULL))
    return true;
  /* A decimal mark and what follows it, but for 1.1.2 and `1.1 Wheat`. */
  if (at + 1 < cell.size && (cell.data[at] == '.' || cell.data[at] == ',')
      && isdigit((unsigned char)cell.data[at + 1])) {
    for (at++; at < cell.size && isdigit((unsigned char)cell.data[at]);)
      at++;
    while (at < cell.size && cell.data[at] == ' ')
      at++;
    return at < cell.size && cell.data[at] != '.' && !isupper((unsigned char)cell.data[at]);
  }
  return at + 1 < cell.size && cell.data[at] == '/' && isdigit((unsigned char)cell.data[at + 1]);
}

/* `1.2 \u00B1 0.4` below `Mean \u00B1 SD`: what stands behind the sign is no limit there. */
static void tell_around(struct pst_frame *frame, size_t column)
{
  enum { ROWS = 50 };
  const struct pst_frame_column *at = &frame->columns[column];

  if (at->role != PST_FRAME_VALUE || !pst_words_error(at->name))
    return;
  for (size_t r = frame->body; r < frame->end && r < frame->body + ROWS; r++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, r, column);

    if (memmem(cell.data, cell.size, "\u00B1", 2) == NULL
        && memmem(cell.data, cell.size, "+/-", 3) == NULL)
      continue;
    pst_frame_tell(
        frame,
        "column '%s': '%.*s' is read as a number between bounds; if a standard deviation or "
        "error stands behind the sign, part it into a column of its own",
        at->name, (int)cell.size, cell.data);
    return;
  }
}

/* A key by its texts that are figures, none of them read as a number. */
static void tell_figures(struct pst_frame *frame, size_t column)
{
  const struct pst_frame_column *at = &frame->columns[column];

  if (at->role != PST_FRAME_KEY || at->unnamed || at->reason != NULL || column == 0
      || pst_words_note(at->name) || !pst_shape_mostly(frame, column, is_figure))
    return;
  pst_frame_tell(frame,
                 "column '%s' holds figures that are not read as numbers, and is taken for a key; "
                 "if it is measured, say --values '%s'",
                 at->name, at->name);
}

/* COLUMN, a key by its texts, has decimals, signs or parted thousands among them: told; asked for where it stands
   behind values. */
static enum pst_status settle_mixed(const struct pst_headed *headed, const struct pst_facts *facts,
                                    size_t column, struct pst_error *error)
{
  static const struct pst_judgement both = {.value_reason = "numbers",
                                            .key_reason = "texts among them"};
  struct pst_frame *frame = headed->frame;
  const struct pst_frame_column *at = &frame->columns[column];
  const struct pst_facts *has = &facts[column];

  if (at->role != PST_FRAME_KEY || at->unnamed || at->reason != NULL || has->numbers == 0
      || has->texts == 0 || has->decimals + has->grouped + has->signs == 0
      || pst_words_key(at->name) != PST_WORDS_NO || pst_words_note(at->name))
    return PST_OK;
  if (has->numbers * MANY >= has->filled && is_behind_values(frame, column))
    return pst_ask_column(frame, column, &both, error);
  pst_frame_tell(frame,
                 "column '%s' holds numbers among texts and is taken for a key; if it is measured, "
                 "say --values '%s'",
                 at->name, at->name);
  return PST_OK;
}

/* `;1973;`, `;1974;` beside names, or `2018` and `Code` down the first column: left a key, which is said, as nothing
   proves that they are times. */
static void tell_doubtful(const struct pst_shape_roles *roles)
{
  struct pst_frame *frame = roles->frame;
  const struct pst_facts *facts = roles->facts;

  for (size_t c = 0; c < frame->n_columns; c++) {
    const struct pst_frame_column *at = &frame->columns[c];

    if (at->role != PST_FRAME_KEY)
      continue;
    if (pst_shape_mostly(frame, c, pst_shape_is_calendar_year)
        && pst_shape_is_doubtful_time(frame, facts, &roles->records, c))
      pst_frame_tell(
          frame,
          "column '%s' holds years, each beside another name, and is taken for a key; if "
          "they are periods, say --time '%s'",
          at->name, at->name);
    else if (facts[c].texts > 0 && facts[c].years > 0 && facts[c].years * 2 >= facts[c].filled)
      pst_frame_tell(frame,
                     "column '%s' holds years among texts and is taken for a key; if they are "
                     "periods, say --time '%s'",
                     at->name, at->name);
  }
}

static enum pst_status find_facts(struct pst_shape_roles *roles, struct pst_error *error)
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
  struct pst_shape_roles roles = {.headed = headed, .frame = headed->frame};
  enum pst_status status = find_facts(&roles, error);

  if (status != PST_OK)
    return status;
  apply_asked(&roles);
  if (headed->period_row == PST_NO_COLUMN && roles.frame->asked->time == NULL) {
    pst_shape_find_time(roles.frame, roles.facts, &roles.records);
    if (!has_period(roles.frame))
      tell_doubtful(&roles);
  }
  if (headed->period_row == PST_NO_COLUMN && !has_role(roles.frame, PST_FRAME_PERIOD_PART))
    pst_shape_find_period_part(roles.frame, roles.facts);
  open_unnamed(&roles);
  status = settle_numbers(&roles, error);
  if (status == PST_OK)
    status = pst_roles_settle_units(&roles, error);
  if (headed->period_row != PST_NO_COLUMN) {
    pst_shape_tell_crossed(roles.frame, roles.facts);
    pst_shape_find_row_parts(roles.frame, roles.facts);
  }
  pst_roles_settle_row_names(&roles);
  pst_roles_settle_empty(&roles);
  for (size_t c = 0; c < headed->frame->n_columns && status == PST_OK; c++)
    if (!roles.fixed[c]) {
      status = settle_mixed(headed, roles.facts, c, error);
      if (roles.facts[c].numbers == 0)
        tell_figures(headed->frame, c);
      tell_around(headed->frame, c);
    }
  return status;
}
