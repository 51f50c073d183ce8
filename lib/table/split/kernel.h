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

/* What one block leaves to the next, and the record in progress. */
struct kernel {
  uint64_t inside; /* all ones within quotes */
  uint64_t
      may_open;    /* 1: a quote may stand next: the byte before parts fields, or closes a quote */
  uint64_t closed; /* 1: the byte before closes a quote */
  uint64_t cr;     /* 1: the byte before is a CR */
  size_t text_until; /* UTF-8 is good up to here */

  size_t field;                   /* where the field begins */
  size_t n;                       /* fields of the record before it */
  unsigned long lines;            /* line ends in the record, within quotes */
  size_t kept_fields, kept_bytes; /* of whole records */
};

/* The bits below the lowest of BITS, all when there is none. */
KERNEL uint64_t below(uint64_t bits)
{
  return (bits & -bits) - 1;
}

/* Bit I is the exclusive or of the bits up to I. */
KERNEL uint64_t running(uint64_t bits)
{
  for (int shift = 1; shift < 64; shift *= 2)
    bits ^= bits << shift;
  return bits;
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
  return c == ' ' || c == '\t';
}

/* The field text[from..to), as libcsv gives it. */
KERNEL struct pst_text span(struct pst_split *s, size_t from, size_t to)
{
  const char *data = s->text.data;

  if (from < to && data[from] == '"') {
    struct pst_text inner = {.data = data + from + 1, .size = to - from - 2};

    return memchr(inner.data, '"', inner.size) == NULL ? inner : pst_split_single(s, inner);
  }
  while (from < to && is_blank(data[from]))
    from++;
  while (from < to && is_blank(data[to - 1]))
    to--;
  return (struct pst_text){.data = data + from, .size = to - from};
}

/* The field ends before TO; false when there is no room for it. */
KERNEL bool end_field(struct pst_split *s, struct kernel *k, size_t to)
{
  if (k->n < s->width && (s->field == NULL || s->field[k->n])) {
    if (s->n_fields == s->most_fields)
      return false;
    s->fields[s->n_fields++] = span(s, k->field, to);
  }
  k->n++;
  k->field = to + 1;
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

/* The record ends at TO, before NEXT; LINES line ends are in it. */
KERNEL void end_record(struct pst_split *s, struct kernel *k, size_t to, size_t next,
                       unsigned long lines)
{
  if (k->n > 0)
    s->records[s->n_records++] = (struct pst_split_record){
        .first = k->kept_fields, .n = k->n, .line = s->line, .at = s->at, .size = to - s->at};
  k->kept_fields = s->n_fields;
  k->kept_bytes = s->n_bytes;
  s->line += 1 + lines;
  s->at = k->field = next;
  k->n = 0;
  k->lines = 0;
}

/* A line end at TO that is not within quotes. */
KERNEL enum pst_split_end end_line(struct pst_split *s, struct kernel *k, size_t to,
                                   unsigned long lines)
{
  size_t next = next_line(s, to);

  if (s->n_records == s->most_records)
    return PST_SPLIT_ROOM;
  if (next == 0 || next - s->at > s->record_most)
    return PST_SPLIT_OTHER;
  if (k->n == 0 && all_blank(s, s->at, to)) {
    if (!s->skip_blank)
      return PST_SPLIT_OTHER;
  } else if (!end_field(s, k, to)) {
    return PST_SPLIT_ROOM;
  }
  end_record(s, k, to, next, lines);
  return PST_SPLIT_STOP;
}

/* The fields and records that end within PARTS, of the block at BASE; ENDS are line ends, QUOTED those
   within quotes.  STOP: go on. */
KERNEL enum pst_split_end take_parts(struct pst_split *s, struct kernel *k, size_t base,
                                     uint64_t parts, uint64_t ends, uint64_t quoted)
{
  for (; parts != 0; parts &= parts - 1) {
    uint64_t bit = parts & -parts;
    size_t at = base + (size_t)__builtin_ctzll(parts);

    if ((ends & bit) == 0) {
      if (!end_field(s, k, at))
        return PST_SPLIT_ROOM;
    } else {
      unsigned long lines = k->lines;
      enum pst_split_end end;

      if (quoted != 0)
        lines += (unsigned long)__builtin_popcountll(quoted & (bit - 1));
      end = end_line(s, k, at, lines);
      if (end != PST_SPLIT_STOP || s->at >= s->stop)
        return end == PST_SPLIT_STOP ? PST_SPLIT_OTHER : end;
      quoted &= ~(bit - 1);
    }
  }
  if (quoted != 0)
    k->lines += (unsigned long)__builtin_popcountll(quoted);
  return PST_SPLIT_STOP;
}

/* The block at BASE, which is in DATA. */
KERNEL enum pst_split_end take_block(struct pst_split *s, struct kernel *k, size_t base,
                                     const char *data)
{
  struct pst_split_masks m = kernel_masks(data, s->delimiter);
  uint64_t ends = (m.lf & ~(m.cr << 1 | k->cr)) | m.cr, odd, inside = within_quotes(k, &m, &odd);
  enum pst_split_end end;

  if (s->text.size - base < 64)
    m.nul &= ((uint64_t)1 << (s->text.size - base)) - 1;
  odd |= m.nul;
  if (m.high != 0)
    odd |= not_text(s, k, base, m.high);
  k->cr = m.cr >> 63;
  end = take_parts(s, k, base, (m.delimiter | ends) & ~inside & below(odd), ends & ~inside,
                   ends & inside);
  return odd != 0 && end == PST_SPLIT_STOP ? PST_SPLIT_OTHER : end;
}

KERNEL enum pst_split_end kernel_run(struct pst_split *s)
{
  struct kernel k = {
      .may_open = 1, .field = s->at, .kept_fields = s->n_fields, .kept_bytes = s->n_bytes};
  enum pst_split_end end = s->at >= s->stop ? PST_SPLIT_OTHER : PST_SPLIT_STOP;
  char last[64] = {0};

  for (size_t base = s->at; end == PST_SPLIT_STOP && base < s->text.size; base += 64) {
    const char *data = s->text.data + base;

    if (s->text.size - base < sizeof last)
      data = memcpy(last, data, s->text.size - base);
    end = take_block(s, &k, base, data);
  }
  s->n_fields = k.kept_fields;
  s->n_bytes = k.kept_bytes;
  return s->at >= s->stop ? PST_SPLIT_STOP : end;
}

#endif
