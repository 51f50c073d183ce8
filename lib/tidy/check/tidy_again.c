/* tidy_again.c -- records that have the keys and the period of an earlier one. */
#include <string.h>

#include "base/hash.h"
#include "tidy/check/tidy_check.h"

/* A column that tells records apart; its cell in the record before, and the hash of that. */
struct told {
  size_t column;
  enum pst_frame_role role;
  struct pst_text before;
  uint64_t hash;
};

struct again {
  const struct pst_tidy *tidy;
  struct told *told;
  size_t n_told;
};

static bool list_columns(struct again *again, struct pst_arena *arena)
{
  const struct pst_frame *frame = &again->tidy->frame;

  again->told = pst_arena_array(arena, frame->n_columns + 1, sizeof *again->told);
  for (size_t c = 0; c < frame->n_columns && again->told != NULL; c++)
    if (frame->columns[c].role == PST_FRAME_KEY || frame->columns[c].role == PST_FRAME_PERIOD
        || frame->columns[c].role == PST_FRAME_PERIOD_PART)
      again->told[again->n_told++] =
          (struct told){.column = c, .role = frame->columns[c].role, .before = {"", 0}};
  return again->told != NULL;
}

/* The text that tells ROW by TOLD; a period in WHEN, whatever its notation. */
static struct pst_text text_of(const struct pst_tidy *tidy, const struct told *told, size_t row,
                               char when[PST_WHEN_SIZE])
{
  struct pst_text cell = pst_tidy_text(tidy, row, told->column);

  if (told->role == PST_FRAME_KEY)
    return cell;
  if (told->role == PST_FRAME_PERIOD_PART) {
    when[0] = '\0'; /* M13, A01 and `Annual` are the year */
    return pst_when_part(cell, tidy->frame.part_kind, when) || pst_when_is_whole(cell)
               ? pst_text_of(when)
               : cell;
  }
  pst_tidy_period(tidy, row, told->column, when);
  return pst_text_of(when);
}

static uint64_t hash_of(struct again *again, size_t row)
{
  uint64_t hash = pst_hash_text(pst_frame_section(&again->tidy->frame, row));

  for (size_t i = 0; i < again->n_told; i++) {
    struct told *told = &again->told[i];
    char when[PST_WHEN_SIZE];
    struct pst_text text = text_of(again->tidy, told, row, when);

    if (told->role != PST_FRAME_KEY || told->before.data != text.data
        || told->before.size != text.size)
      told->hash = pst_hash_text(text);
    told->before = text;
    hash = pst_hash_join(hash, told->hash);
  }
  return pst_hash_mix(hash);
}

/* ITEM: of the records; KEY: a row. */
static bool is_same(const void *owner, size_t item, const void *key)
{
  const struct again *again = owner;
  size_t row = again->tidy->records[item], other = *(const size_t *)key;

  if (!pst_text_equal(pst_frame_section(&again->tidy->frame, row),
                      pst_frame_section(&again->tidy->frame, other)))
    return false;
  for (size_t i = 0; i < again->n_told; i++) {
    char when[PST_WHEN_SIZE], other_when[PST_WHEN_SIZE];

    if (!pst_text_equal(text_of(again->tidy, &again->told[i], row, when),
                        text_of(again->tidy, &again->told[i], other, other_when)))
      return false;
  }
  return true;
}

/* Records that are there already: how many, the first to tell of, and the row that it is like. */
struct found {
  size_t n, row, of;
};

/* The N records from FIRST on. Their slots are fetched before any is looked at: in a large table each waits for memory. */
enum { TOGETHER = 32 };

static void find_again(struct again *again, const struct pst_hash *records, size_t first, size_t n,
                       struct found *found)
{
  const size_t *rows = again->tidy->records;
  uint64_t hash[TOGETHER];

  for (size_t i = 0; i < n; i++) {
    hash[i] = hash_of(again, rows[first + i]);
    __builtin_prefetch(pst_hash_first(records, hash[i]), 1);
  }
  for (size_t i = 0; i < n; i++) {
    struct pst_hash_slot *slot = pst_hash_at(records, hash[i], is_same, again, &rows[first + i]);

    if (pst_hash_item(slot) == PST_HASH_NONE)
      pst_hash_take(slot, hash[i], first + i);
    else if (found->n++ == 0)
      *found = (struct found){.n = 1, .row = rows[first + i], .of = rows[pst_hash_item(slot)]};
  }
}

enum pst_status pst_tidy_warn_again(struct pst_tidy *tidy, struct pst_error *error)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;
  struct again again = {.tidy = tidy};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_hash records = {.n_slots = 0};
  struct found found = {.n = 0};
  bool good =
      list_columns(&again, &scratch) && pst_hash_room_in(&records, &scratch, tidy->n_records);

  for (size_t i = 0; i < tidy->n_records && good; i += TOGETHER)
    find_again(&again, &records, i, tidy->n_records - i < TOGETHER ? tidy->n_records - i : TOGETHER,
               &found);
  if (found.n > 0)
    pst_buffer_printf(
        &tidy->warnings,
        "line %lu has the keys and the period of line %lu; what tells them apart, such as a "
        "group above each, is in no column (%zu such record%s)\n",
        sheet->rows[found.row].line, sheet->rows[found.of].line, found.n, found.n == 1 ? "" : "s");
  pst_arena_free(&scratch);
  return good ? PST_OK : pst_fail_memory(error);
}
