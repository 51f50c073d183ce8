/* packed.c -- the records of many units in few bytes. */
#include "report/packed.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

enum { TEXTS = 5, NUMBERS = 8, OTHER_N = 1 << NUMBERS };

struct record_shape {
  const char *texts[TEXTS]; /* method, term, p_method, unit, note; NULL where there is none */
  unsigned numbers; /* bit i: the i-th number is there; OTHER_N: and how many observations */
};

struct pst_packed_shape {
  size_t count, n_values;
  struct record_shape records[];
};

/* Where records keep what a shape has. */
static const char **text_of(struct pst_estimate *record, size_t i)
{
  const char **const texts[TEXTS] = {&record->method, &record->term, &record->p_method,
                                     &record->unit, &record->note};

  return texts[i];
}

static double *number_of(struct pst_estimate *record, size_t i)
{
  double *const numbers[NUMBERS] = {&record->estimate,  &record->std_error, &record->conf_low,
                                    &record->conf_high, &record->statistic, &record->df,
                                    &record->p_value,   &record->p_adjusted};

  return numbers[i];
}

/* --- shapes ------------------------------------------------------------------------------------- */

static struct record_shape shape_of(const struct pst_estimates *records, size_t r)
{
  struct pst_estimate record = records->items[r];
  struct record_shape shape = {.numbers = 0};

  for (size_t i = 0; i < TEXTS; i++)
    shape.texts[i] = *text_of(&record, i);
  for (size_t i = 0; i < NUMBERS; i++)
    shape.numbers |= isnan(*number_of(&record, i)) ? 0 : 1u << i;
  if (r == 0 || record.n != records->items[r - 1].n)
    shape.numbers |= OTHER_N;
  return shape;
}

static bool same_text(const char *a, const char *b)
{
  return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool same_record(const struct record_shape *a, const struct record_shape *b)
{
  for (size_t i = 0; i < TEXTS; i++)
    if (!same_text(a->texts[i], b->texts[i]))
      return false;
  return a->numbers == b->numbers;
}

static bool is_shape(const void *owner, size_t item, const void *key)
{
  const struct pst_packing *packing = owner;
  const struct pst_estimates *records = key;
  const struct pst_packed_shape *shape = packing->shapes[item];

  if (shape->count != records->count)
    return false;
  for (size_t r = 0; r < records->count; r++) {
    const struct record_shape record = shape_of(records, r);

    if (!same_record(&shape->records[r], &record))
      return false;
  }
  return true;
}

static uint64_t hash_of(const struct pst_estimates *records)
{
  uint64_t hash = records->count;

  for (size_t r = 0; r < records->count; r++) {
    const struct record_shape record = shape_of(records, r);

    hash = pst_hash_join(hash, record.numbers);
    for (size_t i = 0; i < TEXTS; i++)
      hash = pst_hash_join(
          hash, record.texts[i] == NULL ? 0 : pst_hash_text(pst_text_of(record.texts[i])));
  }
  return hash;
}

static bool copy_texts(struct pst_arena *arena, struct record_shape *record)
{
  for (size_t i = 0; i < TEXTS; i++) {
    if (record->texts[i] == NULL)
      continue;
    record->texts[i] = pst_arena_string(arena, record->texts[i]);
    if (record->texts[i] == NULL)
      return false;
  }
  return true;
}

static size_t count_bits(unsigned bits)
{
  size_t n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

static struct pst_packed_shape *new_shape(struct pst_packing *packing,
                                          const struct pst_estimates *records)
{
  struct pst_packed_shape *shape =
      pst_arena_alloc(packing->arena, sizeof *shape + records->count * sizeof shape->records[0]);

  if (shape == NULL)
    return NULL;
  *shape = (struct pst_packed_shape){.count = records->count};
  for (size_t r = 0; r < records->count; r++) {
    shape->records[r] = shape_of(records, r);
    shape->n_values += count_bits(shape->records[r].numbers);
    if (!copy_texts(packing->arena, &shape->records[r]))
      return NULL;
  }
  return shape;
}

/* The shape of RECORDS, new if there was none; NULL when memory is out. */
static const struct pst_packed_shape *find_shape(struct pst_packing *packing,
                                                 const struct pst_estimates *records)
{
  const uint64_t hash = hash_of(records);
  struct pst_packed_shape *shape;
  struct pst_hash_slot *slot;

  if (!pst_hash_room(&packing->by_content, packing->n_shapes + 1)
      || !PST_ARRAY_ROOM(packing->shapes, packing->capacity, packing->n_shapes + 1))
    return NULL;
  slot = pst_hash_at(&packing->by_content, hash, is_shape, packing, records);
  if (pst_hash_item(slot) != PST_HASH_NONE)
    return packing->shapes[pst_hash_item(slot)];
  shape = new_shape(packing, records);
  if (shape == NULL)
    return NULL;
  pst_hash_take(slot, hash, packing->n_shapes);
  packing->shapes[packing->n_shapes++] = shape;
  return shape;
}

/* --- records ------------------------------------------------------------------------------------- */

const struct pst_packed *pst_packed_add(struct pst_packing *packing,
                                        const struct pst_estimates *records)
{
  const struct pst_packed_shape *shape = find_shape(packing, records);
  struct pst_packed *packed =
      shape == NULL ? NULL
                    : pst_arena_alloc(packing->arena,
                                      sizeof *packed + shape->n_values * sizeof packed->values[0]);
  uint64_t *to;

  if (packed == NULL)
    return NULL;
  packed->shape = shape;
  to = packed->values;
  for (size_t r = 0; r < shape->count; r++) {
    struct pst_estimate record = records->items[r];

    if (shape->records[r].numbers & OTHER_N)
      *to++ = record.n;
    for (size_t i = 0; i < NUMBERS; i++)
      if (shape->records[r].numbers >> i & 1)
        memcpy(to++, number_of(&record, i), sizeof *to);
  }
  return packed;
}

size_t pst_packed_count(const struct pst_packed *packed)
{
  return packed->shape->count;
}

void pst_packed_records(const struct pst_packed *packed, struct pst_estimate *out)
{
  const uint64_t *from = packed->values;
  size_t n = 0;

  for (size_t r = 0; r < packed->shape->count; r++) {
    const struct record_shape *shape = &packed->shape->records[r];

    if (shape->numbers & OTHER_N)
      n = *from++;
    out[r] = (struct pst_estimate){.n = n};
    for (size_t i = 0; i < TEXTS; i++)
      *text_of(&out[r], i) = shape->texts[i];
    for (size_t i = 0; i < NUMBERS; i++)
      if (shape->numbers >> i & 1)
        memcpy(number_of(&out[r], i), from++, sizeof *from);
      else
        *number_of(&out[r], i) = (double)NAN;
  }
}

void pst_packing_free(struct pst_packing *packing)
{
  free(packing->shapes);
  pst_hash_free(&packing->by_content);
  *packing = (struct pst_packing){.arena = packing->arena};
}
