/* weigh.c -- is a column of numbers measured, or does it name something?  Each sign has its weight;
   what stays near the middle is asked for. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "layout/shape/steps.h"
#include "printed/words.h"
#include "table/dictionary.h"

/* For a value: */
#define NUMBERS 1.0       /* numbers in a statistical table are counts */
#define DECIMALS 4.0      /* a fifth of them and more have decimals */
#define GROUPED 3.0       /* thousands are parted */
#define SIGNED 3.0        /* a minus, %, a currency, a bound */
#define ONLY 3.0          /* nothing else could be the value */
#define CALLED_VALUE 2.5  /* value, amount, OBS_VALUE */
#define VARIED 0.5        /* hardly any number twice */
#define BEHIND 0.5        /* behind columns of periods */
#define OF_CALENDAR 6.0   /* a month of a calendar that stands across */
#define UNKNOWN_TEXTS 0.3 /* texts between the numbers */
/* For a key: */
#define ZEROS 5.0           /* 01, 007 */
#define OUTLINE 9.0         /* 1, 1.1, 1.1.1, 1.2, 2: chapters, though they look like decimals */
#define NAMIBIA 9.0         /* NA, as FR elsewhere */
#define CALLED_CODE 2.6     /* code, id */
#define CALLED_PLACE 12.0   /* latitude, UNIT_MULT: decimals and signs too */
#define CODE_WITH_POINT 5.0 /* and each once, or with one text: 1.1, 2.4 */
#define CALLED_LIKE 0.4     /* a word that may mean one: no, kw */
#define CONSTANT 2.6        /* the same in each record */
#define CONSTANT_LAST 0.4   /* in few, and only values stand behind it */
#define LABELLED 3.0        /* `Item` beside `Item name` */
#define PAIRED 3.5          /* one to one with texts */
#define PAIRED_LAST 0.5     /* which stand elsewhere, and few do so twice */
#define TELLS_APART 3.0     /* records have the same keys without it, and not with it */
#define COUNTS 2.6          /* 1, 2, 3 ... in the first column */
#define COUNTS_TWO 0.5      /* 1, 2 */
#define CODE_WIDTH 1.2 /* as many digits everywhere, first of all columns or before the periods */
#define NEIGHBOURS 3.0 /* different, and nearly the same: 1946439610, 1946439611 */
#define NAMED_BEHIND_YEARS                                                                         \
  2.5 /* left of years: first, each once, and a text behind it that occurs once too */
#define NAMED_BEHIND 0.9 /* first, each once, and a text right of it that occurs once too */
#define FIRST 0.5        /* left of the keys and periods */
#define YEARS 2.2        /* years, though the periods stand elsewhere */
#define YEARS_VARIED 0.4 /* hardly any twice */
#define YEARS_CALLED 2.6 /* and its name says so */
#define AGES 4.0         /* ages of whom another column tells */

enum { ENOUGH = 3, MANY = 5, LIFETIME = 60 };

struct weighing {
  const struct pst_headed *headed;
  const struct pst_facts *facts; /* of every column */
  const struct pst_shape_records *records;
  size_t column, n_values;
  struct pst_judgement *judgement;
};

static void weigh(struct weighing *w, double weight, const char *reason)
{
  struct pst_judgement *at = w->judgement;

  at->score += weight;
  if ((weight < 0 && weight < at->strongest_key) || (weight > 0 && weight > at->strongest_value)) {
    if (weight < 0) {
      at->strongest_key = weight;
      at->key_reason = reason;
    } else {
      at->strongest_value = weight;
      at->value_reason = reason;
    }
  }
}

static bool is_text_key(const struct weighing *w, size_t column)
{
  const struct pst_frame *frame = w->headed->frame;

  return column != w->column && frame->columns[column].role == PST_FRAME_KEY
         && w->facts[column].numbers * 2 <= w->facts[column].filled && w->facts[column].filled > 0;
}

/* Behind COLUMN stand values alone, and there are two and more: codes stand among the keys. */
static bool is_among_values(const struct weighing *w)
{
  const struct pst_frame *frame = w->headed->frame;
  size_t before = 0;

  for (size_t c = w->column + 1; c < frame->n_columns; c++)
    if (frame->columns[c].role == PST_FRAME_KEY || frame->columns[c].role == PST_FRAME_PERIOD
        || frame->columns[c].role == PST_FRAME_PERIOD_PART)
      return false;
  for (size_t c = 0; c < w->column; c++)
    before += is_text_key(w, c) || frame->columns[c].role == PST_FRAME_PERIOD;
  return before > 0 && w->n_values > 1 && w->headed->period_row == PST_NO_COLUMN;
}

/* Whole numbers of eight digits and more, all different and within a ten-thousandth of each other. */
static bool are_neighbours(const struct weighing *w)
{
  const struct pst_facts *at = &w->facts[w->column];
  struct pst_text first = {.size = 0}, cell;

  if (at->digits < 8 || at->distinct < 3 || at->distinct < at->filled || at->digits > 18)
    return false;
  for (size_t i = 0; i < w->records->n; i++) {
    cell = pst_sheet_cell(w->headed->frame->sheet, w->records->rows[i], w->column);
    first = first.size == 0 ? cell : first;
    if (cell.size > 0 && memcmp(first.data, cell.data, 5) != 0)
      return false;
  }
  return true;
}

/* `17000,Freedonia`, `103,Utopia`: each number once, then a name that occurs once. */
static bool is_named_behind(const struct weighing *w)
{
  const struct pst_facts *at = &w->facts[w->column], *name = at + 1;

  return w->column + 1 < w->headed->frame->n_columns && is_text_key(w, w->column + 1)
         && at->numbers == at->filled && at->decimals == 0 && at->signs == 0 && at->grouped == 0
         && at->distinct == at->filled && at->filled == w->records->n && name->numbers == 0
         && name->distinct == w->records->n && at->filled > 2;
}

/* From record to record more digits, or as many and a greater number: a list by its codes. */
static bool is_rising(const struct weighing *w)
{
  struct pst_text last = {.data = "", .size = 0}, cell;

  for (size_t i = 0; i < w->records->n; i++) {
    cell = pst_sheet_cell(w->headed->frame->sheet, w->records->rows[i], w->column);
    if (cell.size < last.size
        || (cell.size == last.size && memcmp(cell.data, last.data, cell.size) <= 0))
      return false;
    last = cell;
  }
  return true;
}

enum { DEEPEST = 8 };

/* The parts of `1.2.10` or `1.2.`; 0: CELL is no number of a chapter. */
static size_t chapter_of(struct pst_text cell, unsigned parts[DEEPEST])
{
  size_t n = 0, digits = 0;

  for (size_t i = 0; i < cell.size; i++) {
    bool dot = cell.data[i] == '.';

    if ((!dot && !isdigit((unsigned char)cell.data[i])) || (dot && digits == 0) || digits > 3
        || n == DEEPEST)
      return 0;
    if (!dot)
      parts[n] = (digits == 0 ? 0 : parts[n] * 10) + (unsigned)(cell.data[i] - '0');
    digits = dot ? 0 : digits + 1;
    n += dot;
  }
  return digits == 0 ? n : n < DEEPEST ? n + 1 : 0;
}

/* From A to B as chapters go on: one deeper, which is the first; or the next one at any depth. */
static bool goes_on_from(const unsigned *a, size_t n_a, const unsigned *b, size_t n_b)
{
  size_t same = 0;

  while (same < n_a && same < n_b && a[same] == b[same])
    same++;
  if (same == n_a)
    return n_b == n_a + 1 && b[same] <= 1;
  return n_b == same + 1 && b[same] == a[same] + 1;
}

/* Chapters down the records, each in its place: no measure is sorted so by chance. */
static bool is_outline(const struct weighing *w)
{
  unsigned last[DEEPEST] = {0}, parts[DEEPEST] = {0};
  size_t n_last = 0, deeper = 0;

  for (size_t i = 0; i < w->records->n; i++) {
    struct pst_text cell = pst_sheet_cell(w->headed->frame->sheet, w->records->rows[i], w->column);
    size_t n;

    if (cell.size == 0)
      continue;
    n = chapter_of(cell, parts);
    if (n == 0 || (n_last > 0 && !goes_on_from(last, n_last, parts, n)))
      return false;
    deeper += n > n_last && n_last > 0;
    memcpy(last, parts, sizeof last);
    n_last = n;
  }
  return deeper > 0 && w->records->n >= ENOUGH;
}

/* `NA` in every record, under `geo` or beside `Namibia`: its code, and no token. */
static bool is_namibia(const struct weighing *w)
{
  const struct pst_frame *frame = w->headed->frame;
  const struct pst_facts *at = &w->facts[w->column];
  const char *name = frame->columns[w->column].name;
  size_t first = w->records->n > 0 ? w->records->rows[0] : 0;

  if (at->distinct != 1 || at->filled < w->records->n
      || !pst_text_is(pst_sheet_cell(frame->sheet, first, w->column), "NA"))
    return false;
  for (size_t c = 0; c < frame->n_columns; c++)
    if (is_text_key(w, c) && w->facts[c].distinct == 1
        && pst_text_is(pst_sheet_cell(frame->sheet, first, c), "Namibia"))
      return true;
  return pst_words_stub(name) || pst_words_key(name) == PST_WORDS_CODE;
}

static void weigh_cells(struct weighing *w)
{
  const struct pst_facts *at = &w->facts[w->column];

  if (is_namibia(w))
    weigh(w, -NAMIBIA, "the code of Namibia");
  weigh(w, at->numbers > 0 ? NUMBERS : ONLY, "numbers");
  if (at->numbers == 0)
    return;
  if (at->decimals * 5 >= at->numbers && at->decimals > 0)
    weigh(w, DECIMALS, "decimals");
  if (at->decimals > 0 && is_outline(w))
    weigh(w, -OUTLINE, "numbered as chapters are");
  if (at->grouped > 0)
    weigh(w, GROUPED, "thousands are parted");
  if (at->signs > 0)
    weigh(w, SIGNED, "signs");
  if (at->zeros > 0 && at->decimals == 0 && at->grouped == 0)
    weigh(w, -ZEROS, "zeros lead");
  if (at->distinct == 1 && w->records->n >= 2 && w->n_values > 1 && at->decimals == 0
      && at->filled == w->records->n)
    weigh(w, w->records->n < MANY && is_among_values(w) ? -CONSTANT_LAST : -CONSTANT,
          "never varies");
  if (at->numbers >= 5 && at->distinct * 5 > at->filled * 4)
    weigh(w, VARIED, "varies");
  if (at->years * 10 >= at->filled * 9 && at->decimals == 0)
    weigh(w, at->distinct * 2 <= at->filled && at->distinct < LIFETIME ? -YEARS : -YEARS_VARIED,
          "years");
}

/* `Item name`, `item_label`: the column that says in words what COLUMN is a code of. */
static bool is_label_of(const char *name, const char *code)
{
  static const char *const words[] = {"name", "label", "labels", "description", "title", "text"};
  size_t size = strlen(code);

  if (strncasecmp(name, code, size) != 0 || (name[size] != ' ' && name[size] != '_'))
    return false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strcasecmp(name + size + 1, words[i]) == 0)
      return true;
  return false;
}

static bool is_labelled(const struct weighing *w)
{
  const struct pst_frame *frame = w->headed->frame;

  for (size_t c = 0; c < frame->n_columns; c++)
    if (is_text_key(w, c) && is_label_of(frame->columns[c].name, frame->columns[w->column].name))
      return true;
  return false;
}

/* `Code` over 1.1, 2.4: each once, or always with the same text. */
static bool is_code_with_point(const struct weighing *w)
{
  const struct pst_frame *frame = w->headed->frame;
  const struct pst_facts *at = &w->facts[w->column];

  if (at->signs + at->grouped + at->zeros > 0 || at->texts > 0 || w->n_values < 2)
    return false;
  for (size_t c = 0; c < frame->n_columns; c++)
    if (is_text_key(w, c) && pst_facts_one_to_one(at, &w->facts[c], w->records, frame->arena))
      return true;
  return at->distinct == at->filled && at->distinct > 1;
}

static void weigh_name(struct weighing *w)
{
  const struct pst_frame_column *at = &w->headed->frame->columns[w->column];
  bool whole = w->facts[w->column].decimals == 0;

  if (at->unnamed)
    return;
  if (pst_words_value(at->name))
    weigh(w, CALLED_VALUE, "its name");
  if (whole && is_labelled(w))
    weigh(w, -LABELLED, "its label stands beside it");
  switch (pst_words_key(at->name)) {
  case PST_WORDS_PLACE:
    weigh(w, -CALLED_PLACE, "its name");
    break;
  case PST_WORDS_CODE:
    weigh(w,
          whole                   ? -CALLED_CODE
          : is_code_with_point(w) ? -CODE_WITH_POINT
                                  : -CALLED_LIKE,
          "its name");
    break;
  case PST_WORDS_LIKE:
    weigh(w, -CALLED_LIKE, "its name");
    break;
  case PST_WORDS_NO:
    break;
  }
  if (whole && pst_words_called_unit(at->name) && w->facts[w->column].texts > 0 && w->n_values > 1)
    weigh(w, -CALLED_PLACE, "its name, and texts");
  if (pst_words_age(at->name) && w->n_values > 1 && whole)
    weigh(w, -AGES, "its name");
  if (w->n_values > 1 && whole && pst_words_time(at->name) && pst_shape_ends_in_time(at->name)
      && w->facts[w->column].years * 10 >= w->facts[w->column].filled * 9)
    weigh(w, -YEARS_CALLED, "years, and its name");
}

static bool has_text_key(const struct weighing *w)
{
  for (size_t c = 0; c < w->headed->frame->n_columns; c++)
    if (is_text_key(w, c))
      return true;
  return false;
}

static void weigh_place(struct weighing *w)
{
  const struct pst_headed *headed = w->headed;
  const struct pst_facts *at = &w->facts[w->column];
  size_t before = 0;

  for (size_t c = 0; c < w->column; c++)
    before += headed->frame->columns[c].role != PST_FRAME_NOTHING;
  if (at->counts && before == 0 && w->n_values > 1
      && w->records->n >= (headed->frame->columns[w->column].unnamed ? 2U : ENOUGH))
    weigh(w, -COUNTS, "counts the records");
  else if (at->counts && before == 0 && w->n_values > 1 && w->records->n == 2 && has_text_key(w))
    weigh(w, -COUNTS_TWO, "counts the records");
  if (before == 0 && at->digits >= 3 && w->n_values > 1 && w->records->n >= 2 && at->distinct > 1)
    weigh(w, -CODE_WIDTH, "first, and as wide everywhere");
  if (before == 0 && w->n_values > 1)
    weigh(w, -FIRST, "first");
  if (before == 0 && w->n_values > 1 && is_named_behind(w)
      && (headed->period_row != PST_NO_COLUMN || is_rising(w)))
    weigh(w, headed->period_row == PST_NO_COLUMN ? -NAMED_BEHIND : -NAMED_BEHIND_YEARS,
          "first, and a name stands behind each");
  if (w->n_values > 1 && are_neighbours(w))
    weigh(w, -NEIGHBOURS, "different, and nearly the same");
  if (pst_headed_is_month(headed, w->column))
    weigh(w, OF_CALENDAR, "a month beside the others");
  if (headed->period_row == PST_NO_COLUMN || w->column == 0)
    return;
  for (size_t c = 0; c < w->column; c++)
    if (headed->frame->columns[c].when[0] != '\0') {
      weigh(w, BEHIND, "behind the periods");
      return;
    }
  weigh(w, -FIRST, "before the periods");
  if (before > 0 && at->digits >= 2 && w->records->n >= 2 && at->distinct > 1)
    weigh(w, -CODE_WIDTH, "before the periods, and as wide everywhere");
}

/* Numbers among the values, which few records prove to be codes of a label that stands elsewhere. */
static bool is_weak_pair(const struct weighing *w, size_t label)
{
  const struct pst_facts *at = &w->facts[w->column];

  return label + 1 != w->column && is_among_values(w)
         && (at->distinct < ENOUGH || w->records->n < 2 * at->distinct);
}

/* A code stands one to one beside a label. */
static void weigh_pairs(struct weighing *w)
{
  const struct pst_frame *frame = w->headed->frame;

  if (w->facts[w->column].decimals > 0 || w->facts[w->column].signs > 0)
    return;
  for (size_t c = 0; c < frame->n_columns; c++)
    if (is_text_key(w, c)
        && pst_facts_one_to_one(&w->facts[w->column], &w->facts[c], w->records, frame->arena)) {
      if (is_weak_pair(w, c)) {
        weigh(w, -PAIRED_LAST, "one to one with another column");
        continue;
      }
      w->judgement->twin = c;
      weigh(w, -PAIRED, "one to one with another column");
      return;
    }
}

/* How many records differ by their texts and periods, and by COLUMN too unless it is none. */
static size_t count_apart(const struct weighing *w, size_t column)
{
  const struct pst_frame *frame = w->headed->frame;
  struct pst_dictionary seen = {.count = 0};
  size_t n;

  for (size_t i = 0; i < w->records->n; i++) {
    unsigned codes[64];
    size_t k = 0;

    for (size_t c = 0; c < frame->n_columns && k < 64; c++)
      if (c == column || is_text_key(w, c) || frame->columns[c].role == PST_FRAME_PERIOD
          || frame->columns[c].role == PST_FRAME_PERIOD_PART)
        codes[k++] = w->facts[c].codes[i];
    pst_dictionary_add(&seen,
                       (struct pst_text){.data = (const char *)codes, .size = k * sizeof *codes});
  }
  n = seen.count;
  pst_dictionary_free(&seen);
  return n;
}

static void weigh_identity(struct weighing *w)
{
  const struct pst_facts *at = &w->facts[w->column];
  size_t without, with;

  if (at->decimals > 0 || at->signs > 0 || at->grouped > 0 || at->distinct < 2
      || at->distinct * 2 > w->records->n || w->n_values < 2)
    return;
  without = count_apart(w, PST_NO_COLUMN);
  if (without == w->records->n)
    return;
  with = count_apart(w, w->column);
  if (with == w->records->n)
    weigh(w, -TELLS_APART, "tells records apart");
}

/* Neither a column nor a row of the header has periods. */
static bool has_no_time(const struct weighing *w)
{
  const struct pst_frame *frame = w->headed->frame;

  for (size_t c = 0; c < frame->n_columns; c++)
    if (frame->columns[c].role == PST_FRAME_PERIOD)
      return false;
  return w->headed->period_row == PST_NO_COLUMN;
}

/* `time` over 1880.042: numbers that no notation reads; and 2000, 2010, 2020 beside a name each. */
static const char *doubt_of(const struct weighing *w)
{
  const struct pst_frame_column *at = &w->headed->frame->columns[w->column];
  const struct pst_facts *has = &w->facts[w->column];

  if (at->unnamed || !has_no_time(w))
    return NULL;
  if (pst_words_time_alone(at->name) && has->decimals * 2 >= has->numbers)
    return "its name, though its cells are no periods";
  return w->judgement->score > -1 && w->records->n >= ENOUGH
                 && pst_shape_is_doubtful_time(w->headed->frame, w->facts, w->records, w->column)
             ? "codes, or years: then --time"
             : NULL;
}

void pst_headed_weigh(const struct pst_headed *headed, const struct pst_facts *facts,
                      const struct pst_shape_records *records, size_t column, size_t n_values,
                      struct pst_judgement *judgement)
{
  struct weighing w = {.headed = headed,
                       .facts = facts,
                       .records = records,
                       .column = column,
                       .n_values = n_values,
                       .judgement = judgement};

  *judgement =
      (struct pst_judgement){.twin = PST_NO_COLUMN, .key_reason = "", .value_reason = "numbers"};
  weigh_cells(&w);
  weigh_name(&w);
  weigh_place(&w);
  weigh_pairs(&w);
  weigh_identity(&w);
  if (n_values == 1)
    weigh(&w, ONLY, "the only numbers");
  judgement->doubt = doubt_of(&w);
}
