/* beside.c -- columns that belong to another: flags, notes, units, twins. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "layout/shape/steps.h"
#include "printed/pair.h"
#include "printed/words.h"

static bool is_short(struct pst_text cell, unsigned rules)
{
  (void)rules;
  return cell.size <= 3;
}

/* WHAT stands in NAME, as words of their own. */
static bool is_named(const char *name, const char *what)
{
  const char *found = what[0] == '\0' ? NULL : strstr(name, what);

  return found != NULL && (found == name || !isalnum((unsigned char)found[-1]))
         && !isalnum((unsigned char)found[strlen(what)]) && found[strlen(what)] != '-';
}

/* `2014_flag`, `gdp_flag`: the value column whose period, or name, stands in the name of COLUMN; the
   longest. */
static size_t of_its_name(const struct pst_frame *frame, size_t column)
{
  size_t best = PST_NO_COLUMN, longest = 0;

  for (size_t c = 0; c < frame->n_columns; c++) {
    const struct pst_frame_column *at = &frame->columns[c];
    const char *what = at->when[0] != '\0' ? at->when : at->name;

    /* `flag_2010/11` says the period as the header does. */
    if (at->when[0] != '\0' && !is_named(frame->columns[column].name, what))
      what = at->name;
    if (at->role != PST_FRAME_VALUE || at->unnamed || !is_named(frame->columns[column].name, what)
        || strlen(what) <= longest)
      continue;
    best = c;
    longest = strlen(what);
  }
  return best;
}

static bool is_observed(const struct pst_frame_column *at)
{
  return at->role == PST_FRAME_VALUE
         && (strcasecmp(at->name, "OBS_VALUE") == 0 || strcasecmp(at->name, "ObsValue") == 0
             || strcasecmp(at->name, "Value") == 0);
}

/* The value that is called so, where there is one: OBS_STATUS and Flags are of it.  Two are so below two periods. */
static size_t observed(const struct pst_frame *frame)
{
  size_t found = PST_NO_COLUMN, n = 0;

  for (size_t c = frame->n_columns; c-- > 0;)
    if (is_observed(&frame->columns[c])) {
      found = c;
      n++;
    }
  return n == 1 ? found : PST_NO_COLUMN;
}

/* Values without a period at both sides, and no standard's name: `Trips,Flag,Value`. */
static bool is_between(const struct pst_frame *frame, size_t column)
{
  const struct pst_frame_column *at = &frame->columns[column];

  return column > 0 && column + 1 < frame->n_columns && at[-1].role == PST_FRAME_VALUE
         && at[1].role == PST_FRAME_VALUE && at[-1].when[0] == '\0' && at[1].when[0] == '\0'
         && at[1].flag == PST_NO_COLUMN && at[-1].flag == PST_NO_COLUMN
         && (column + 2 >= frame->n_columns || frame->columns[column + 2].role == PST_FRAME_VALUE
             || !pst_words_flag(frame->columns[column + 2].name))
         && strcasecmp(at->name, "OBS_STATUS") != 0;
}

/* A note where each period has a column: of all of them. */
static bool is_of_record(const struct pst_frame *frame, enum pst_frame_role role)
{
  size_t periods = 0;

  for (size_t c = 0; c < frame->n_columns; c++)
    periods += frame->columns[c].role == PST_FRAME_VALUE && frame->columns[c].when[0] != '\0';
  return role == PST_FRAME_NOTE && periods > 1;
}

/* `status,births,status,deaths`: each column of that name stands right before a value, and none behind all of them. */
static bool stands_before_each(const struct pst_frame *frame, size_t column)
{
  size_t twins = 0;

  for (size_t c = 0; c < frame->n_columns; c++) {
    if (frame->columns[c].unnamed
        || strcasecmp(frame->columns[c].name, frame->columns[column].name) != 0)
      continue;
    if (c + 1 >= frame->n_columns || frame->columns[c + 1].role != PST_FRAME_VALUE)
      return false;
    twins++;
  }
  return twins > 1;
}

/* The value column that a flag or a note at COLUMN belongs to: that of its name, else the nearest
   to its left.  Left of all values it says something of each.  What belongs to none, since each has
   one, stays a key. */
static void attach(struct pst_frame *frame, size_t column, enum pst_frame_role role)
{
  size_t owner = of_its_name(frame, column);

  if (owner == PST_NO_COLUMN && !frame->columns[column].unnamed
      && stands_before_each(frame, column))
    owner = column + 1;
  if (owner == PST_NO_COLUMN && role == PST_FRAME_FLAG && is_between(frame, column)) {
    owner = column - 1;
    pst_frame_tell(
        frame,
        "'%s' is taken for the flags of '%s', to its left; if they are those of '%s', say "
        "--flag '%s=%s'",
        frame->columns[column].name, frame->columns[column - 1].name,
        frame->columns[column + 1].name, frame->columns[column].name,
        frame->columns[column + 1].name);
  }
  if (owner == PST_NO_COLUMN)
    owner = observed(frame);
  for (size_t c = column; c > 0 && owner == PST_NO_COLUMN && !is_of_record(frame, role); c--)
    if (frame->columns[c - 1].role == PST_FRAME_VALUE)
      owner = c - 1;
  for (size_t i = 0; i < frame->n_columns; i++) {
    struct pst_frame_column *at = &frame->columns[i];

    if (at->role != PST_FRAME_VALUE || (owner != PST_NO_COLUMN && i != owner))
      continue;
    if (role == PST_FRAME_FLAG && at->flag == PST_NO_COLUMN)
      at->flag = column;
    else if (role == PST_FRAME_NOTE && at->note == PST_NO_COLUMN)
      at->note = column;
    else
      continue;
    frame->columns[column].role = role;
  }
}

/* `Notes`, `Note 2019`, `2019_note`: no other word. */
bool pst_shape_is_note_name(const char *name)
{
  size_t words = 0;

  for (const char *at = name; *at != '\0'; at++) {
    bool letter = isalpha((unsigned char)*at) || (unsigned char)*at >= 0x80;

    words += letter && (at == name || strchr(" _-.()[]/0123456789", at[-1]) != NULL);
  }
  return words == 1 && pst_words_note(name);
}

static bool is_no_number(struct pst_text cell, unsigned rules)
{
  (void)rules;
  return cell.size <= 3 && (cell.data[0] < '0' || cell.data[0] > '9');
}

/* The header says the same of COLUMN as of the value column to its left, and it holds letters: how
   good each value is (GENESIS with quality marks). */
static bool says_quality(const struct pst_frame *frame, size_t column)
{
  const struct pst_sheet *sheet = frame->sheet;

  if (column == 0 || frame->columns[column].unnamed
      || frame->columns[column - 1].role != PST_FRAME_VALUE)
    return false;
  for (size_t r = frame->header; r < frame->header + frame->n_header; r++)
    if (!pst_text_equal(pst_sheet_cell(sheet, r, column), pst_sheet_cell(sheet, r, column - 1)))
      return false;
  return pst_shape_mostly(frame, column, is_no_number);
}

static void find_quality(struct pst_frame *frame)
{
  for (size_t c = 1; c < frame->n_columns; c++) {
    struct pst_frame_column *at = &frame->columns[c];

    if ((at->role != PST_FRAME_KEY && at->role != PST_FRAME_VALUE) || !says_quality(frame, c))
      continue;
    at->role = PST_FRAME_FLAG;
    at->when[0] = '\0';
    frame->columns[c - 1].flag = c;
  }
}

/* Called a flag; or a status, and its cells are as short as flags are. */
static bool is_flag(const struct pst_frame *frame, size_t column)
{
  const struct pst_frame_column *at = &frame->columns[column];
  size_t filled;

  if (at->unnamed || !pst_words_flag(at->name))
    return false;
  if (strcasestr(at->name, "flag") != NULL || strcasecmp(at->name, "OBS_STATUS") == 0
      || strcasecmp(at->name, "status") == 0)
    return true;
  (void)pst_shape_count(frame, column, is_short, &filled);
  /* `Status offences` without a cell is no status of anything. */
  return filled == 0 ? pst_words_flag_last(at->name) : pst_shape_mostly(frame, column, is_short);
}

bool pst_shape_is_lettered_name(const struct pst_frame_column *left, const char *name)
{
  size_t size = strlen(left->name), letters = strlen(name) - size;

  if (size == 0 || strncmp(name, left->name, size) != 0 || !isalpha((unsigned char)name[size]))
    return false;
  return isdigit((unsigned char)name[size - 1])
             ? letters <= 2
             /* III behind II is a quarter. */
             : letters == 1 && left->when[0] != '\0' && strpbrk(left->name, "0123456789") != NULL
                   && isupper((unsigned char)name[size]);
}

/* `2010-S1F` behind `2010-S1`, and no numbers: its flags. */
static bool is_lettered(const struct pst_frame *frame, size_t column)
{
  size_t filled;

  if (column == 0 || frame->columns[column].unnamed
      || frame->columns[column - 1].role != PST_FRAME_VALUE
      || !pst_shape_is_lettered_name(&frame->columns[column - 1], frame->columns[column].name))
    return false;
  (void)pst_shape_count(frame, column, is_no_number, &filled);
  return filled == 0 || pst_shape_mostly(frame, column, is_no_number);
}

/* `2018_f`: the period WHEN, a mark, and few letters. */
static bool is_marked_period(const char *name, const char *when)
{
  size_t size = strlen(when), letters = 0;

  if (strncmp(name, when, size) != 0 || name[size] == '\0' || strchr("_ .", name[size]) == NULL)
    return false;
  while (isalpha((unsigned char)name[size + 1 + letters]))
    letters++;
  return name[size + 1 + letters] == '\0' && letters > 0 && letters < 4;
}

/* `S_1950` behind `1950`, and no numbers: flags of that year. */
static bool is_of_period(const struct pst_frame *frame, size_t column)
{
  const struct pst_frame_column *at = &frame->columns[column];
  const char *when = column == 0 ? "" : frame->columns[column - 1].when, *found;
  size_t filled;

  found = at->unnamed || when[0] == '\0' ? NULL : strstr(at->name, when);
  if (found == NULL)
    return false;
  if (!is_marked_period(at->name, when)
      && (found == at->name || isdigit((unsigned char)found[-1]) || found[strlen(when)] != '\0'
          || found - at->name > 8))
    return false;
  (void)pst_shape_count(frame, column, is_no_number, &filled);
  return filled == 0 || pst_shape_mostly(frame, column, is_no_number);
}

/* `Status offences` over `s`: flags by a word, which might be what is measured. */
static void tell_flag(struct pst_frame *frame, size_t column)
{
  const struct pst_frame_column *at = &frame->columns[column];

  if (at->role == PST_FRAME_FLAG && strcasestr(at->name, "flag") == NULL
      && strchr(at->name, ' ') != NULL && !pst_words_flag_last(at->name))
    pst_frame_tell(
        frame, "column '%s' is taken for flags (its name); if it is measured, say --values '%s'",
        at->name, at->name);
}

/* --- intervals around a value: `(480-490)` beside 487 ---------------------------------------- */

enum { FEW = 2 }; /* intervals that hold the number beside them by chance */

/* What the cells of a column are beside the value to its left. */
struct intervals {
  size_t filled, pairs, beside, around; /* with a number beside them; that lies within */
};

static void look_for_pairs(const struct pst_frame *frame, size_t column, size_t value,
                           struct intervals *seen)
{
  for (size_t r = frame->body; r < frame->end; r++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, r, column);
    double low, high, number;
    bool brackets;

    seen->filled += cell.size > 0;
    if (!pst_pair_read(cell, &brackets, &low, &high))
      continue;
    seen->pairs++;
    if (!pst_pair_number(pst_sheet_cell(frame->sheet, r, value), &number))
      continue;
    seen->beside++;
    seen->around += low <= number && number <= high;
  }
}

static bool is_asked_for(const struct pst_frame *frame, const char *name)
{
  const char *const *keys = frame->asked == NULL ? NULL : frame->asked->keys;

  while (keys != NULL && *keys != NULL && strcmp(*keys, name) != 0)
    keys++;
  return keys != NULL && *keys != NULL;
}

/* The nearest value to the left of COLUMN; else PST_NO_COLUMN. */
static size_t value_before(const struct pst_frame *frame, size_t column)
{
  while (column-- > 0)
    if (frame->columns[column].role == PST_FRAME_VALUE)
      return column;
  return PST_NO_COLUMN;
}

static void find_intervals(struct pst_frame *frame)
{
  for (size_t c = 1; c < frame->n_columns; c++) {
    struct pst_frame_column *at = &frame->columns[c];
    size_t value = value_before(frame, c);
    struct intervals seen = {.filled = 0};

    if (at->role != PST_FRAME_KEY || value == PST_NO_COLUMN || is_asked_for(frame, at->name))
      continue;
    look_for_pairs(frame, c, value, &seen);
    if (seen.pairs == 0 || seen.pairs * 10 < seen.filled * 9)
      continue;
    if (seen.beside >= FEW && seen.around * 10 >= seen.beside * 9
        && frame->columns[value].note == PST_NO_COLUMN) {
      at->role = PST_FRAME_NOTE;
      at->reason = "intervals around the value to its left";
      frame->columns[value].note = c;
      pst_frame_tell(frame,
                     "column '%s' holds intervals around '%s' and is taken for its notes; if it "
                     "tells records apart, say --keys '%s'",
                     at->name, frame->columns[value].name, at->name);
    } else {
      pst_frame_tell(frame,
                     "column '%s' holds ranges of numbers and is taken for a key; if they belong "
                     "to '%s', say --flag '%s=%s'",
                     at->name, frame->columns[value].name, at->name, frame->columns[value].name);
    }
  }
}

/* Right behind a value, with a name, and no key because of it. */
static bool stands_behind(const struct pst_frame *frame, size_t column)
{
  return column > 0 && !frame->columns[column].unnamed
         && (frame->columns[column].role == PST_FRAME_KEY
             || frame->columns[column].role == PST_FRAME_FLAG
             || frame->columns[column].role == PST_FRAME_NOTE)
         && frame->columns[column - 1].role == PST_FRAME_VALUE;
}

/* `[2018],S,[2019],S`: columns of one name, two and more, each of them right behind another value. */
static bool comes_again(const struct pst_frame *frame, size_t column)
{
  size_t n = 0;

  if (!stands_behind(frame, column))
    return false;
  for (size_t c = 0; c < frame->n_columns; c++)
    if (strcmp(frame->columns[c].name, frame->columns[column].name) == 0) {
      if (!stands_behind(frame, c))
        return false;
      n++;
    }
  return n > 1;
}

/* What comes again behind each value says something of it: letters are flags, words are notes. */
static void take_again(struct pst_frame *frame, size_t column)
{
  struct pst_frame_column *at = &frame->columns[column], *value = at - 1;
  size_t filled;
  bool flag = pst_shape_count(frame, column, is_short, &filled) == filled;

  if ((flag ? value->flag : value->note) != PST_NO_COLUMN)
    return;
  *(flag ? &value->flag : &value->note) = column;
  at->role = flag ? PST_FRAME_FLAG : PST_FRAME_NOTE;
  at->reason = "a column of this name stands behind each value";
}

static bool holds_numbers(const struct pst_frame *frame, size_t column)
{
  size_t filled = 0, numbers = 0;

  for (size_t r = frame->body; r < frame->end; r++) {
    filled += pst_sheet_cell(frame->sheet, r, column).size > 0;
    numbers += pst_frame_is_value(frame, r, column);
  }
  return numbers * 2 > filled;
}

/* `2018,Share,2019,Share`: numbers in columns of one name, two and more, each right behind another period. */
static bool is_of_each_period(const struct pst_frame *frame, size_t column)
{
  const char *last = "", *name = frame->columns[column].name;
  size_t n = 0;

  if (pst_words_note(name) || pst_words_flag(name))
    return false;
  for (size_t c = 0; c < frame->n_columns; c++) {
    const struct pst_frame_column *at = &frame->columns[c];

    if (strcmp(at->name, name) != 0)
      continue;
    if (c == 0 || at->unnamed || at->when[0] != '\0' || at[-1].when[0] == '\0'
        || strcmp(at[-1].when, last) == 0
        || (at->role != PST_FRAME_VALUE && at->role != PST_FRAME_KEY)
        || (at->reason != NULL && at->reason[0] == '-') || !holds_numbers(frame, c))
      return false;
    last = at[-1].when;
    n++;
  }
  return n > 1;
}

/* They are of that period. */
static void take_periods(struct pst_frame *frame, size_t column)
{
  const char *name = frame->columns[column].name;

  pst_frame_tell(
      frame,
      "columns '%s' behind the periods are values of these periods; if they are none, say "
      "--keys '%s'",
      name, name);
  for (size_t c = column; c < frame->n_columns; c++) {
    struct pst_frame_column *at = &frame->columns[c];

    if (strcmp(at->name, name) != 0)
      continue;
    at->role = PST_FRAME_VALUE;
    at->reason = "its name behind each period";
    memcpy(at->when, at[-1].when, sizeof at->when);
  }
}

/* `Country,,2010,,2011`: a column without a name and with flags stands before each value, and none behind the last. */
static void find_before(struct pst_frame *frame)
{
  size_t n = 0;

  for (size_t c = 0; c < frame->n_columns; c++) {
    if (frame->columns[c].role != PST_FRAME_VALUE)
      continue;
    if (c == 0 || !frame->columns[c - 1].unnamed || frame->columns[c - 1].role != PST_FRAME_KEY
        || !pst_shape_mostly(frame, c - 1, is_short))
      return;
    n++;
  }
  for (size_t c = 1; c < frame->n_columns && n > 1; c++) {
    struct pst_frame_column *at = &frame->columns[c];

    if (at->role != PST_FRAME_VALUE || at->flag != PST_NO_COLUMN)
      continue;
    at->flag = c - 1;
    at[-1].role = PST_FRAME_FLAG;
    at[-1].reason = "before each value";
  }
}

void pst_shape_find_beside(struct pst_frame *frame)
{
  find_quality(frame);
  find_before(frame);
  for (size_t c = 1; c < frame->n_columns; c++)
    if (is_of_each_period(frame, c))
      take_periods(frame, c);
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_frame_column *at = &frame->columns[c];

    if (at->role != PST_FRAME_KEY)
      continue;
    if (is_flag(frame, c) || is_lettered(frame, c) || is_of_period(frame, c)) {
      attach(frame, c, PST_FRAME_FLAG);
      tell_flag(frame, c);
    } else if (!at->unnamed && pst_words_note(at->name))
      attach(frame, c, PST_FRAME_NOTE);
    else if (at->unnamed && c > 0 && frame->columns[c - 1].role == PST_FRAME_VALUE
             && pst_shape_mostly(frame, c, is_short))
      attach(frame, c, PST_FRAME_FLAG);
    else if (comes_again(frame, c))
      take_again(frame, c);
  }
  find_intervals(frame);
}
