/* facts.c -- what the cells of one column are, over all records. */
#include "layout/shape/facts.h"

#include <ctype.h>
#include <string.h>

#include "layout/shape/steps.h"
#include "table/dictionary.h"

enum pst_status pst_shape_records_list(const struct pst_frame *frame,
                                       struct pst_shape_records *records, struct pst_error *error)
{
  size_t least = frame->n_columns > 1 ? 2 : 1;

  *records = (struct pst_shape_records){
      .rows = pst_arena_array(frame->arena, frame->end - frame->body + 1, sizeof(size_t))};
  if (records->rows == NULL)
    return pst_fail_memory(error);
  for (size_t r = frame->body; r < frame->end; r++)
    if (pst_sheet_filled(frame->sheet, r) >= least
        && frame->sheet->rows[r].n >= pst_sheet_width(frame->sheet, frame->body)
        && !pst_frame_header_again(frame, r))
      records->rows[records->n++] = r;
  return PST_OK;
}

static bool is_digits(struct pst_text text)
{
  for (size_t i = 0; i < text.size; i++)
    if (!isdigit((unsigned char)text.data[i]))
      return false;
  return text.size > 0;
}

/* What one text is: cells of the same text are looked at once. */
enum {
  YEAR = 1,
  TOKEN = 2,
  UNREADABLE = 4,
  NUMBER = 8,
  SIGN = 16,
  ZERO = 32, /* digits alone, two and more, that begin with 0 */
  DECIMALS = 64,
  GROUPED = 128
};

static unsigned look_at_marks(const struct pst_value *value)
{
  enum pst_mark_reading dot, comma;
  bool decimals, grouped;

  if (value->interval || !pst_value_marks(value->digits, &dot, &comma))
    return 0;
  decimals = dot == PST_MARK_DECIMAL || comma == PST_MARK_DECIMAL || dot == PST_MARK_EITHER
             || comma == PST_MARK_EITHER;
  grouped = dot == PST_MARK_THOUSANDS || comma == PST_MARK_THOUSANDS
            || memchr(value->digits.data, ' ', value->digits.size) != NULL
            || memchr(value->digits.data, '\'', value->digits.size) != NULL;
  return (decimals ? DECIMALS : 0U) | (grouped ? GROUPED : 0U);
}

static bool is_year(struct pst_text cell)
{
  char when[PST_WHEN_SIZE];

  return cell.size >= 4 && pst_when_read(cell, PST_WHEN_DEFAULT, when, NULL) && strlen(when) == 4
         && strcmp(when, "1800") >= 0 && strcmp(when, "2100") <= 0;
}

static unsigned look_at(const struct pst_frame *frame, struct pst_text cell)
{
  struct pst_value value;
  unsigned bits = is_year(cell) ? YEAR : 0;

  pst_value_part(cell, &frame->rules, &value);
  if (value.kind == PST_VALUE_MISSING)
    return bits | TOKEN;
  if (value.kind == PST_VALUE_UNREADABLE)
    return bits | UNREADABLE;
  if (value.negative || value.unit[0] != '\0' || value.relation[0] != '\0')
    bits |= SIGN;
  if (cell.size > 1 && cell.data[0] == '0' && is_digits(cell))
    bits |= ZERO;
  return bits | NUMBER | look_at_marks(&value);
}

static void see_cell(struct pst_text cell, unsigned bits, struct pst_facts *facts)
{
  facts->filled++;
  facts->years += (bits & YEAR) != 0;
  facts->tokens += (bits & TOKEN) != 0;
  facts->texts += (bits & UNREADABLE) != 0;
  if (!(bits & NUMBER))
    return;
  facts->numbers++;
  facts->signs += (bits & SIGN) != 0;
  facts->zeros += (bits & ZERO) != 0;
  facts->decimals += (bits & DECIMALS) != 0;
  facts->grouped += (bits & GROUPED) != 0;
  if (facts->numbers == 1)
    facts->digits = is_digits(cell) ? cell.size : 0;
  else if (facts->digits != cell.size || !is_digits(cell))
    facts->digits = 0;
}

static long whole(struct pst_text cell)
{
  long n = 0;

  if (!is_digits(cell) || cell.size > 9)
    return -1;
  for (size_t i = 0; i < cell.size; i++)
    n = n * 10 + (cell.data[i] - '0');
  return n;
}

enum pst_status pst_facts_find(const struct pst_frame *frame,
                               const struct pst_shape_records *records, size_t column,
                               struct pst_facts *facts, struct pst_error *error)
{
  struct pst_dictionary seen = {.count = 0};
  unsigned char *kinds; /* of each text */
  long last = -1;
  enum pst_status status = PST_OK;

  *facts = (struct pst_facts){.counts = true};
  facts->codes = pst_arena_array(frame->arena, records->n + 1, sizeof *facts->codes);
  kinds = pst_arena_array(frame->arena, records->n + 1, 1);
  if (facts->codes == NULL || kinds == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < records->n; i++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, records->rows[i], column);
    long n = whole(cell);
    unsigned code, before;

    facts->counts = facts->counts && n >= 0 && (i == 0 ? n <= 1 : n == last + 1);
    last = n;
    if (cell.size == 0)
      continue;
    before = seen.count;
    code = pst_dictionary_add(&seen, cell);
    facts->codes[i] = code + 1;
    if (code == PST_CODE_MISSING) {
      status = pst_fail_memory(error);
      break;
    }
    if (code == before)
      kinds[code] = (unsigned char)look_at(frame, cell);
    see_cell(cell, kinds[code], facts);
  }
  facts->distinct = seen.count;
  pst_dictionary_free(&seen);
  return status;
}

bool pst_facts_one_to_one(const struct pst_facts *a, const struct pst_facts *b,
                          const struct pst_shape_records *records, struct pst_arena *arena)
{
  struct pst_arena_mark mark = pst_arena_mark(arena);
  unsigned *there = pst_arena_array(arena, a->distinct + 1, sizeof *there),
           *back = pst_arena_array(arena, b->distinct + 1, sizeof *back);
  bool same = there != NULL && back != NULL && a->distinct <= b->distinct && a->distinct > 1
              && a->distinct < a->filled;

  for (size_t i = 0; i < records->n && same; i++) {
    unsigned x = a->codes[i], y = b->codes[i];

    /* A row of totals has no code. */
    if (x == 0)
      continue;
    same = y != 0;
    same = same && (there[x] == 0 || there[x] == y) && (back[y] == 0 || back[y] == x);
    there[x] = y;
    back[y] = x;
  }
  pst_arena_release(arena, mark);
  return same;
}

/* How many filled cells of COLUMN satisfy TEST, and how many are filled. */
size_t pst_shape_count(const struct pst_frame *frame, size_t column,
                       bool (*test)(struct pst_text, unsigned), size_t *filled)
{
  size_t n = 0;

  *filled = 0;
  for (size_t r = frame->body; r < frame->end && *filled < 2000; r++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, r, column);

    /* Notes at the end have one cell at most. */
    if (cell.size == 0 || (frame->n_columns > 1 && pst_sheet_filled(frame->sheet, r) < 2)
        || pst_frame_header_again(frame, r))
      continue;
    ++*filled;
    n += test(cell, frame->when);
  }
  return n;
}

bool pst_shape_mostly(const struct pst_frame *frame, size_t column,
                      bool (*test)(struct pst_text, unsigned))
{
  size_t filled, n = pst_shape_count(frame, column, test, &filled);

  return filled > 0 && n * 10 >= filled * 9;
}

bool pst_shape_is_calendar_year(struct pst_text cell, unsigned rules)
{
  char when[PST_WHEN_SIZE];

  return cell.size >= 4 && pst_when_read(cell, rules, when, NULL) && strlen(when) == 4
         && strcmp(when, "1800") >= 0 && strcmp(when, "2100") <= 0;
}
