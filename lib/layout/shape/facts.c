/* facts.c -- what the cells of one column are, over all records. */
#include "layout/shape/facts.h"

#include <ctype.h>
#include <string.h>

#include "table/dictionary.h"

/* The header stands there again. */
static bool is_header_again(const struct pst_frame *frame, size_t row)
{
  size_t header = frame->header + frame->n_header - 1;

  for (size_t c = 0; c < frame->n_columns && frame->n_header > 0; c++)
    if (!pst_text_equal(pst_sheet_cell(frame->sheet, row, c),
                        pst_sheet_cell(frame->sheet, header, c)))
      return false;
  return frame->n_header > 0;
}

enum pst_status pst_records_list(const struct pst_frame *frame, struct pst_records *records,
                                 struct pst_error *error)
{
  size_t least = frame->n_columns > 1 ? 2 : 1;

  *records = (struct pst_records){
      .rows = pst_arena_array(frame->arena, frame->end - frame->body + 1, sizeof(size_t))};
  if (records->rows == NULL)
    return pst_fail_memory(error);
  for (size_t r = frame->body; r < frame->end; r++)
    if (pst_sheet_filled(frame->sheet, r) >= least
        && frame->sheet->rows[r].n >= pst_sheet_width(frame->sheet, frame->body)
        && !is_header_again(frame, r))
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

static void see_marks(struct pst_facts *facts, const struct pst_value *value)
{
  enum pst_mark_reading dot, comma;

  if (value->interval || !pst_value_marks(value->digits, &dot, &comma))
    return;
  facts->decimals += dot == PST_MARK_DECIMAL || comma == PST_MARK_DECIMAL || dot == PST_MARK_EITHER
                     || comma == PST_MARK_EITHER;
  facts->grouped += dot == PST_MARK_THOUSANDS || comma == PST_MARK_THOUSANDS
                    || memchr(value->digits.data, ' ', value->digits.size) != NULL
                    || memchr(value->digits.data, '\'', value->digits.size) != NULL;
}

static bool is_year(struct pst_text cell)
{
  char when[PST_WHEN_SIZE];

  return cell.size >= 4 && pst_when_read(cell, PST_WHEN_DEFAULT, when, NULL) && strlen(when) == 4
         && strcmp(when, "1800") >= 0 && strcmp(when, "2100") <= 0;
}

static void see_cell(const struct pst_frame *frame, struct pst_text cell, struct pst_facts *facts)
{
  struct pst_value value;

  facts->filled++;
  facts->years += is_year(cell);
  pst_value_part(cell, &frame->rules, &value);
  facts->tokens += value.kind == PST_VALUE_MISSING;
  facts->texts += value.kind == PST_VALUE_UNREADABLE;
  if (value.kind != PST_VALUE_NUMBER)
    return;
  facts->numbers++;
  facts->signs += value.negative || value.unit[0] != '\0' || value.relation[0] != '\0';
  facts->zeros += cell.size > 1 && cell.data[0] == '0' && is_digits(cell);
  see_marks(facts, &value);
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

enum pst_status pst_facts_find(const struct pst_frame *frame, const struct pst_records *records,
                               size_t column, struct pst_facts *facts, struct pst_error *error)
{
  struct pst_dictionary seen = {.count = 0};
  long last = -1;
  enum pst_status status = PST_OK;

  *facts = (struct pst_facts){.counts = true};
  facts->codes = pst_arena_array(frame->arena, records->n + 1, sizeof *facts->codes);
  if (facts->codes == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < records->n && status == PST_OK; i++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, records->rows[i], column);
    long n = whole(cell);

    facts->counts = facts->counts && n >= 0 && (i == 0 ? n <= 1 : n == last + 1);
    last = n;
    if (cell.size == 0)
      continue;
    see_cell(frame, cell, facts);
    facts->codes[i] = pst_dictionary_add(&seen, cell) + 1;
    if (facts->codes[i] == 0)
      status = pst_fail_memory(error);
  }
  facts->distinct = seen.count;
  pst_dictionary_free(&seen);
  return status;
}

bool pst_facts_one_to_one(const struct pst_facts *a, const struct pst_facts *b,
                          const struct pst_records *records, struct pst_arena *arena)
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
