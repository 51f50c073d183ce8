/* kernel.h -- the splitter, once for each way of finding masks.

   A source defines KERNEL_TARGET, the attribute of its instructions, and kernel_masks, and includes this.
   All is inlined into one function, so that the instructions serve all of it. */
#ifndef PST_TABLE_SPLIT_KERNEL_H
#define PST_TABLE_SPLIT_KERNEL_H

#include <string.h>

#include "table/split/split.h"
#include "table/split/ways.h"

#define KERNEL static inline __attribute__((always_inline)) KERNEL_TARGET

KERNEL struct pst_split_masks kernel_masks(const char *data, char delimiter);

enum { PARTS = 8192, WANTED = 64, EACH = 4 };

/* What one block leaves to the next, and the record in progress. */
struct kernel {
  uint64_t inside; /* all ones within quotes */
  uint64_t
      may_open;    /* 1: a quote may stand next: the byte before parts fields, or closes a quote */
  uint64_t closed; /* 1: the byte before closes a quote */
  uint64_t cr;     /* 1: the byte before is a CR */
  size_t text_until; /* UTF-8 is good up to here */

  size_t part[PARTS]; /* where fields end: those of the record in progress begin at first */
  size_t first, n_parts;
  unsigned long lines;   /* line ends in the record, within quotes */
  size_t wanted[WANTED]; /* the fields that are kept, if they are few */
  size_t n_wanted;
  bool few;
};

/* The bits below the lowest of BITS, all when there is none. */
KERNEL uint64_t below(uint64_t bits)
{
  return (bits & -bits) - 1;
}

/* Bit I is the exclusive or of the bits up to I. */
KERNEL uint64_t running(uint64_t bits)
{
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ bits << 32;
}

/* What lies within quotes, and ODD, the quotes that are not as they should be: one that opens stands behind what parts
   fields, one that closes before it; a quote behind one that closes is a doubled one. */
KERNEL uint64_t within_quotes(struct kernel *k, const struct pst_split_masks *m, uint64_t *odd)
{
  uint64_t inside, parts = m->delimiter | m->lf | m->cr, open, close, before;

  if ((m->quote | k->inside | k->closed) == 0) {
    k->may_open = parts >> 63;
    *odd = 0;
    return 0;
  }
  inside = running(m->quote) ^ k->inside;
  open = m->quote & inside;
  close = m->quote & ~inside;
  before = (parts & ~inside) | close;
  *odd = (open & ~(before << 1 | k->may_open)) | ((close << 1 | k->closed) & ~(parts | m->quote));
  k->inside = (uint64_t)0 - (inside >> 63);
  k->may_open = before >> 63;
  k->closed = close >> 63;
  return inside;
}

/* The first byte of HIGH, those beyond ASCII, that is not UTF-8. */
KERNEL uint64_t not_text(const struct pst_split *s, struct kernel *k, size_t base, uint64_t high)
{
  if (k->text_until > base)
    high &= ~(((uint64_t)1 << (k->text_until - base)) - 1);
  while (high != 0) {
    unsigned i = (unsigned)__builtin_ctzll(high);
    size_t size = pst_utf8_size(s->text, base + i);

    if (size == 0)
      return (uint64_t)1 << i;
    k->text_until = base + i + size;
    high = i + size < 64 ? high & ~(((uint64_t)1 << (i + size)) - 1) : 0;
  }
  return 0;
}

KERNEL bool is_blank(char c)
{
  return (c == ' ') | (c == '\t');
}

/* The field text[from..to), as libcsv gives it. */
KERNEL struct pst_text span(struct pst_split *s, size_t from, size_t to)
{
  const char *data = s->text.data;

  if (from < to && data[from] == '"') {
    struct pst_text inner = {.data = data + from + 1, .size = to - from - 2};

    if (memchr(inner.data, '"', inner.size) == NULL)
      return inner;
    inner = pst_split_single(s->bytes + s->n_bytes, inner);
    s->n_bytes += inner.size;
    return inner;
  }
  if (from < to && !is_blank(data[from]) && !is_blank(data[to - 1]))
    return (struct pst_text){.data = data + from, .size = to - from};
  while (from < to && is_blank(data[from]))
    from++;
  while (from < to && is_blank(data[to - 1]))
    to--;
  return (struct pst_text){.data = data + from, .size = to - from};
}

KERNEL bool is_wanted(const struct pst_split *s, size_t field)
{
  return field < s->width && (s->field == NULL || s->field[field]);
}

KERNEL void list_wanted(const struct pst_split *s, struct kernel *k)
{
  k->few = s->field != NULL;
  for (size_t f = 0; k->few && f < s->width; f++) {
    if (!s->field[f])
      continue;
    k->few = k->n_wanted < WANTED;
    if (k->few)
      k->wanted[k->n_wanted++] = f;
  }
}

KERNEL void keep_field(struct pst_split *s, const struct kernel *k, size_t field)
{
  const size_t *end = &k->part[k->first + field];

  s->fields[s->n_fields++] = span(s, field == 0 ? s->at : end[-1] + 1, end[0]);
}

/* The fields of a record of N; false when there is no room for them. */
KERNEL bool keep_fields(struct pst_split *s, const struct kernel *k, size_t n)
{
  if (s->most_fields - s->n_fields < (k->few ? k->n_wanted : n))
    return false;
  if (k->few && n == s->width)
    for (size_t i = 0; i < k->n_wanted; i++)
      keep_field(s, k, k->wanted[i]);
  else if (k->few)
    for (size_t i = 0; i < k->n_wanted && k->wanted[i] < n; i++)
      keep_field(s, k, k->wanted[i]);
  else
    for (size_t f = 0; f < n; f++)
      if (is_wanted(s, f))
        keep_field(s, k, f);
  return true;
}

KERNEL bool all_blank(const struct pst_split *s, size_t from, size_t to)
{
  while (from < to && is_blank(s->text.data[from]))
    from++;
  return from == to;
}

/* Where the next line begins, of which the one before ends at TO; 0 when that is not known yet. */
KERNEL size_t next_line(const struct pst_split *s, size_t to)
{
  if (s->text.data[to] == '\n')
    return to + 1;
  if (to + 1 == s->text.size)
    return 0;
  return to + 1 + (s->text.data[to + 1] == '\n');
}

/* The record of N fields that ends at TO, with LINES line ends in it; its parts are all there. */
KERNEL enum pst_split_end take_record(struct pst_split *s, struct kernel *k, size_t n, size_t to,
                                      unsigned long lines)
{
  size_t next = next_line(s, to), first = s->n_fields;

  if (s->n_records == s->most_records)
    return PST_SPLIT_ROOM;
  if (next == 0 || next - s->at > s->record_most)
    return PST_SPLIT_OTHER;
  if (n == 1 && all_blank(s, s->at, to)) {
    if (!s->skip_blank)
      return PST_SPLIT_OTHER;
  } else {
    if (!keep_fields(s, k, n))
      return PST_SPLIT_ROOM;
    s->records[s->n_records++] = (struct pst_split_record){
        .first = first, .n = n, .line = s->line, .at = s->at, .size = to - s->at};
  }
  s->line += 1 + lines;
  s->at = next;
  return s->at < s->stop ? PST_SPLIT_STOP : PST_SPLIT_OTHER;
}

/* The places of the bits of PARTS, behind those that there are.  Eight at a
   time, so that a block has one branch that is hard to foretell; what is
   written beyond them is written over by the next block. */
KERNEL void note_parts(struct kernel *k, size_t base, uint64_t parts)
{
  size_t *to = k->part + k->n_parts, n = (size_t)__builtin_popcountll(parts);
  const uint64_t last = UINT64_C(1) << 63; /* no bit more, no bit less: zero has no first bit */

  k->n_parts += n;
  for (size_t at = 0; at < n; at += EACH)
    for (size_t i = 0; i < EACH; i++, parts &= parts - 1)
      to[at + i] = base + (size_t)__builtin_ctzll(parts | last);
}

/* The parts of whole records are forgotten; false when the record in progress has too many. */
KERNEL bool make_room(struct kernel *k)
{
  if (k->n_parts + 64 <= PARTS)
    return true;
  memmove(k->part, k->part + k->first, (k->n_parts - k->first) * sizeof *k->part);
  k->n_parts -= k->first;
  k->first = 0;
  return k->n_parts + 64 <= PARTS;
}

/* The records that end within the block at BASE, at ENDS, some of PARTS; QUOTED are line ends within quotes.
   STOP: go on. */
KERNEL enum pst_split_end take_parts(struct pst_split *s, struct kernel *k, size_t base,
                                     uint64_t parts, uint64_t ends, uint64_t quoted)
{
  size_t before = k->n_parts;

  if (!make_room(k))
    return PST_SPLIT_OTHER;
  before = k->n_parts;
  note_parts(k, base, parts);
  for (; ends != 0; ends &= ends - 1) {
    uint64_t lower = (ends & -ends) - 1;
    size_t behind = before + (size_t)__builtin_popcountll(parts & lower) + 1;
    unsigned long lines = k->lines + (unsigned long)__builtin_popcountll(quoted & lower);
    enum pst_split_end end = take_record(s, k, behind - k->first, k->part[behind - 1], lines);

    if (end != PST_SPLIT_STOP)
      return end;
    k->first = behind;
    k->lines = 0;
    quoted &= ~lower;
  }
  k->lines += (unsigned long)__builtin_popcountll(quoted);
  return PST_SPLIT_STOP;
}

/* The block at BASE, which is in DATA. */
KERNEL enum pst_split_end take_block(struct pst_split *s, struct kernel *k, size_t base,
                                     const char *data)
{
  struct pst_split_masks m = kernel_masks(data, s->delimiter);
  uint64_t ends = (m.lf & ~(m.cr << 1 | k->cr)) | m.cr, parts, odd,
           inside = within_quotes(k, &m, &odd);
  enum pst_split_end end;

  if (s->text.size - base < 64)
    m.nul &= ((uint64_t)1 << (s->text.size - base)) - 1;
  odd |= m.nul;
  if (m.high != 0)
    odd |= not_text(s, k, base, m.high);
  k->cr = m.cr >> 63;
  parts = (m.delimiter | ends) & ~inside & below(odd);
  end = take_parts(s, k, base, parts, ends & parts, ends & inside);
  return odd != 0 && end == PST_SPLIT_STOP ? PST_SPLIT_OTHER : end;
}

/* On a copy, whose parts then stand in registers. */
KERNEL enum pst_split_end kernel_run(struct pst_split *split)
{
  struct pst_split copy = *split, *s = &copy;
  struct kernel k;
  enum pst_split_end end = s->at >= s->stop ? PST_SPLIT_OTHER : PST_SPLIT_STOP;
  char last[64] = {0};

  k.inside = k.closed = k.cr = 0;
  k.may_open = 1;
  k.text_until = k.first = k.n_parts = k.lines = k.n_wanted = 0;
  list_wanted(s, &k);
  for (size_t base = s->at; end == PST_SPLIT_STOP && base < s->text.size; base += 64) {
    const char *data = s->text.data + base;

    if (s->text.size - base < sizeof last)
      data = memcpy(last, data, s->text.size - base);
    end = take_block(s, &k, base, data);
  }
  *split = copy;
  return s->at >= s->stop ? PST_SPLIT_STOP : end;
}

#endif
