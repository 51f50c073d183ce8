/* tidy_fill.c -- keys that stand once above several records: `Nord` over empty cells. */
#include <string.h>
#include <strings.h>

#include "table/dictionary.h"
#include "tidy/check/tidy_check.h"

struct filling {
  struct pst_tidy *tidy;
  size_t *
      *from; /* of a column that is filled: of each row the one whose cell holds; NULL: it is not */
};

static bool tells_apart(enum pst_frame_role role)
{
  return role == PST_FRAME_KEY || role == PST_FRAME_PERIOD || role == PST_FRAME_PERIOD_PART;
}

/* `Subtotal`, `Total North`: what stands empty beside it is of all. */
static bool says_total(struct pst_text cell)
{
  static const char *const words[] = {"subtotal",    "sub-total",     "sub total",  "total ",
                                      "grand total", "zwischensumme", "sous-total", "subtotaal"};

  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (cell.size >= strlen(words[i]) && strncasecmp(cell.data, words[i], strlen(words[i])) == 0)
      return true;
  return pst_frame_says_total(cell);
}

/* A key of ROW left of COLUMN does. */
static bool is_total(const struct pst_tidy *tidy, size_t row, size_t column)
{
  for (size_t c = 0; c < column; c++)
    if (tidy->frame.columns[c].role == PST_FRAME_KEY
        && says_total(pst_sheet_cell(tidy->frame.sheet, row, c)))
      return true;
  return false;
}

/* A key, or a period, that the first record has and another one not. */
static bool could_be_filled(const struct pst_tidy *tidy, size_t column)
{
  const struct pst_frame_column *at = &tidy->frame.columns[column];
  const struct pst_sheet *sheet = tidy->frame.sheet;

  if (!tells_apart(at->role) || at->split != NULL)
    return false;
  if (pst_sheet_cell(sheet, tidy->records[0], column).size == 0)
    return false;
  for (size_t i = 1; i < tidy->n_records; i++)
    if (pst_sheet_cell(sheet, tidy->records[i], column).size == 0
        && !is_total(tidy, tidy->records[i], column))
      return true;
  return false;
}

/* `,,10` below records of which each has a cell in another key: of all of them, and none of the last. */
static bool has_no_key(const struct pst_tidy *tidy, size_t row, size_t column)
{
  const struct pst_frame *frame = &tidy->frame;
  size_t others = 0;

  for (size_t c = 0; c < frame->n_columns; c++) {
    if (!tells_apart(frame->columns[c].role))
      continue;
    if (pst_sheet_cell(frame->sheet, row, c).size > 0)
      return false;
    others += c != column && pst_sheet_cell(frame->sheet, tidy->records[0], c).size > 0;
  }
  return others > 0;
}

/* An empty cell is that of the record above, unless a heading stands between them. */
static bool fill(struct filling *f, size_t column)
{
  const struct pst_frame *frame = &f->tidy->frame;
  size_t *from = pst_arena_array(frame->arena, frame->end - frame->body + 1, sizeof *from),
         last = f->tidy->records[0];

  for (size_t i = 0; i < f->tidy->n_records && from != NULL; i++) {
    size_t row = f->tidy->records[i];

    if (pst_sheet_cell(frame->sheet, row, column).size > 0 || has_no_key(f->tidy, row, column)
        || is_total(f->tidy, row, column)
        || (frame->sections != NULL
            && frame->sections[row - frame->body] != frame->sections[last - frame->body]))
      last = row;
    from[row - frame->body] = last;
  }
  f->from[column] = from;
  return from != NULL;
}

/* How many records have the keys and the period of an earlier one; false when memory is out. */
static bool count_again(const struct pst_tidy *tidy, size_t *again)
{
  const struct pst_frame *frame = &tidy->frame;
  struct pst_dictionary seen = {.count = 0};
  struct pst_buffer key = {.size = 0};
  bool good = true;

  for (size_t i = 0; i < tidy->n_records && good; i++) {
    size_t row = tidy->records[i];
    struct pst_text heading = pst_frame_section(frame, row);

    pst_buffer_clear(&key);
    pst_buffer_add(&key, heading.data, heading.size);
    pst_buffer_putc(&key, '\x1f');
    for (size_t c = 0; c < frame->n_columns; c++) {
      struct pst_text cell = pst_tidy_text(tidy, row, c);

      if (tells_apart(frame->columns[c].role))
        pst_buffer_add(&key, cell.data, cell.size);
      pst_buffer_putc(&key, '\x1f');
    }
    good = pst_dictionary_add(&seen, (struct pst_text){.data = key.data, .size = key.size})
               != PST_CODE_MISSING
           && !key.failed;
  }
  *again = tidy->n_records - seen.count;
  pst_dictionary_free(&seen);
  pst_buffer_free(&key);
  return good;
}

static size_t count_empty(const struct pst_tidy *tidy, size_t column)
{
  size_t n = 0;

  for (size_t i = 0; i < tidy->n_records; i++)
    n += pst_sheet_cell(tidy->frame.sheet, tidy->records[i], column).size == 0;
  return n;
}

static void tell(struct pst_tidy *tidy, size_t column)
{
  const char *name = tidy->frame.columns[column].name;
  size_t bare = 0, last = 0;

  for (size_t i = 0; i < tidy->n_records; i++)
    if (has_no_key(tidy, tidy->records[i], column)) {
      last = tidy->records[i];
      bare++;
    }
  if (bare > 0)
    pst_frame_tell(&tidy->frame,
                   "line %lu has values and no key at all: a total, perhaps, and column '%s' stays "
                   "empty there (%zu such)",
                   tidy->frame.sheet->rows[last].line, name, bare);
  pst_frame_tell(&tidy->frame,
                 "column '%s' is empty in %zu records, which have the one above them there, since "
                 "records would have the same keys otherwise; if they are empty, say --fill no",
                 name, count_empty(tidy, column) - bare);
}

/* `Food,,12` above `,Bread,5`: where the one key is empty the other is not, and a record has either. */
static bool is_stairs(const struct pst_tidy *tidy, size_t column)
{
  const struct pst_frame *frame = &tidy->frame;
  size_t stairs = 0;

  if (!could_be_filled(tidy, column) || column + 1 >= frame->n_columns
      || frame->columns[column].role != PST_FRAME_KEY
      || frame->columns[column + 1].role != PST_FRAME_KEY)
    return false;
  for (size_t i = 0; i < tidy->n_records; i++) {
    bool first = pst_sheet_cell(frame->sheet, tidy->records[i], column).size > 0,
         second = pst_sheet_cell(frame->sheet, tidy->records[i], column + 1).size > 0;

    if (first == second)
      return false;
    stairs += second;
  }
  return stairs > 1;
}

/* A key right of COLUMN stands in ROW. */
static bool has_key_behind(const struct pst_tidy *tidy, size_t row, size_t column)
{
  for (size_t c = column + 1; c < tidy->frame.n_columns; c++)
    if (tidy->frame.columns[c].role == PST_FRAME_KEY
        && pst_sheet_cell(tidy->frame.sheet, row, c).size > 0)
      return true;
  return false;
}

/* `North,A`, `,B`, `South,C`, `,D`: a key is empty in a fourth of the records and more, two at least, where one behind it
   is not; and no record comes again. */
static bool may_be_carried(const struct pst_tidy *tidy, size_t column)
{
  const struct pst_frame *frame = &tidy->frame;
  size_t n = 0;

  if (frame->n_columns < 3 || !could_be_filled(tidy, column)
      || frame->columns[column].role != PST_FRAME_KEY)
    return false;
  for (size_t i = 0; i < tidy->n_records; i++) {
    size_t row = tidy->records[i];

    if (pst_sheet_cell(frame->sheet, row, column).size > 0 || is_total(tidy, row, column))
      continue;
    if (!has_key_behind(tidy, row, column))
      return false;
    n++;
  }
  return n > 1 && n * 4 >= tidy->n_records;
}

static void tell_stairs(struct pst_tidy *tidy, size_t column)
{
  const char *name = tidy->frame.columns[column].name;

  pst_frame_tell(&tidy->frame,
                 "column '%s' is empty in %zu records, and stays so; if they are of the one above "
                 "them, say --fill yes",
                 name, count_empty(tidy, column));
}

/* Wherever OUTER has a cell INNER has one too, and INNER is filled: a group that stands around its own. */
static bool stands_around(const struct filling *f, size_t outer, size_t inner)
{
  const struct pst_sheet *sheet = f->tidy->frame.sheet;

  if (f->from[inner] == NULL)
    return false;
  for (size_t i = 0; i < f->tidy->n_records; i++)
    if (pst_sheet_cell(sheet, f->tidy->records[i], outer).size > 0
        && pst_sheet_cell(sheet, f->tidy->records[i], inner).size == 0)
      return false;
  return true;
}

/* `Canada` at the first of its records only, though nothing but what stands right of it tells these apart. */
static bool fill_around(struct filling *f)
{
  for (size_t c = f->tidy->frame.n_columns; c-- > 0;)
    for (size_t inner = c + 1; inner < f->tidy->frame.n_columns; inner++)
      if (f->from[c] == NULL && could_be_filled(f->tidy, c) && stands_around(f, c, inner)
          && !fill(f, c))
        return false;
  return true;
}

/* From the left, each column that leaves fewer records with the same keys. */
static enum pst_status try_columns(struct filling *f, struct pst_error *error)
{
  struct pst_tidy *tidy = f->tidy;
  bool all = tidy->frame.asked->fill == PST_ANSWER_YES;
  size_t before, again;

  tidy->from = f->from;
  if (!count_again(tidy, &before))
    return pst_fail_memory(error);
  for (size_t c = 0; c < tidy->frame.n_columns && (before > 0 || all); c++) {
    if (!could_be_filled(tidy, c))
      continue;
    if (!fill(f, c) || !count_again(tidy, &again))
      return pst_fail_memory(error);
    if (again >= before && !all)
      f->from[c] = NULL;
    else
      before = again;
  }
  if (before == 0 && !fill_around(f))
    return pst_fail_memory(error);
  /* What does not tell all records apart is no proof. */
  for (size_t c = 0; c < tidy->frame.n_columns; c++) {
    if (before > 0 && !all)
      f->from[c] = NULL;
    else if (f->from[c] != NULL)
      tell(tidy, c);
    if (f->from[c] == NULL && (is_stairs(tidy, c) || may_be_carried(tidy, c)))
      tell_stairs(tidy, c);
  }
  return PST_OK;
}

bool pst_tidy_is_filled(const struct pst_tidy *tidy)
{
  for (size_t c = 0; c < tidy->frame.n_columns && tidy->from != NULL; c++)
    if (tidy->from[c] != NULL)
      return true;
  return false;
}

enum pst_status pst_tidy_fill(struct pst_tidy *tidy, struct pst_error *error)
{
  struct filling f = {.tidy = tidy};
  bool any = false;

  for (size_t c = 0; c < tidy->frame.n_columns && tidy->n_records > 1 && !any; c++)
    any = could_be_filled(tidy, c);
  if (!any || tidy->frame.asked->fill == PST_ANSWER_NO)
    return PST_OK;
  f.from = pst_arena_array(tidy->frame.arena, tidy->frame.n_columns + 1, sizeof *f.from);
  return f.from == NULL ? pst_fail_memory(error) : try_columns(&f, error);
}
