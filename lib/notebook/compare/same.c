/* same.c -- whether what is printed is what is recorded, and where not. */
#include "notebook/compare/same.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "notebook/compare/numeral.h"
#include "notebook/read/lines.h"

bool pst_same_line(struct pst_text recorded, struct pst_text printed)
{
  struct pst_numeral a, b;
  size_t i = 0, k = 0;

  while (i < recorded.size && k < printed.size) {
    if (pst_numeral_at(recorded, i, &a) && pst_numeral_at(printed, k, &b)) {
      bool same = a.size == b.size && memcmp(recorded.data + i, printed.data + k, a.size) == 0;

      if (!same && !pst_numeral_is(&a, b.value))
        return false;
      i += a.size;
      k += b.size;
    } else if (recorded.data[i++] != printed.data[k++]) {
      return false;
    }
  }
  return i == recorded.size && k == printed.size;
}

bool pst_same_lines(const char *recorded, const char *printed)
{
  struct pst_text a = pst_text_of(recorded), b = pst_text_of(printed), line, other;

  while (pst_lines_next(&a, &line))
    if (!pst_lines_next(&b, &other) || !pst_same_line(line, other))
      return false;
  return b.size == 0;
}

/* --- the difference ------------------------------------------------------------------------------ */

enum { CELLS_MOST = 4000000 };

struct side {
  struct pst_text *lines;
  size_t n, room;
};

struct difference {
  struct side recorded, printed;
  uint32_t *common; /* of the lines from i and from k on: how many are common, in their order */
  struct pst_buffer *out;
};

static bool split(const char *text, struct side *side)
{
  struct pst_text rest = pst_text_of(text), line;

  while (pst_lines_next(&rest, &line)) {
    if (!PST_ARRAY_ROOM(side->lines, side->room, side->n + 1))
      return false;
    side->lines[side->n++] = line;
  }
  return true;
}

static uint32_t *cell(const struct difference *d, size_t i, size_t k)
{
  return &d->common[i * (d->printed.n + 1) + k];
}

static void count_common(const struct difference *d)
{
  for (size_t i = d->recorded.n; i-- > 0;)
    for (size_t k = d->printed.n; k-- > 0;) {
      uint32_t down = *cell(d, i + 1, k), right = *cell(d, i, k + 1);

      if (pst_same_line(d->recorded.lines[i], d->printed.lines[k]))
        *cell(d, i, k) = *cell(d, i + 1, k + 1) + 1;
      else
        *cell(d, i, k) = down > right ? down : right;
    }
}

static void put(struct pst_buffer *out, char mark, struct pst_text line)
{
  pst_buffer_putc(out, mark);
  pst_buffer_add(out, line.data, line.size);
  pst_buffer_putc(out, '\n');
}

/* A common line stands beside a change: the one before or behind it is changed. */
static void walk(const struct difference *d)
{
  size_t i = 0, k = 0;
  bool changed = false, skipped = false;

  while (i < d->recorded.n || k < d->printed.n) {
    bool same = i < d->recorded.n && k < d->printed.n
                && pst_same_line(d->recorded.lines[i], d->printed.lines[k]);

    if (same) {
      bool next = (i + 1 < d->recorded.n || k + 1 < d->printed.n)
                  && !(i + 1 < d->recorded.n && k + 1 < d->printed.n
                       && pst_same_line(d->recorded.lines[i + 1], d->printed.lines[k + 1]));

      if ((changed || next) && skipped)
        pst_buffer_puts(d->out, " ...\n");
      if (changed || next)
        put(d->out, ' ', d->printed.lines[k]);
      skipped = !(changed || next);
      i++;
      k++;
    } else if (k == d->printed.n
               || (i < d->recorded.n && *cell(d, i + 1, k) >= *cell(d, i, k + 1))) {
      put(d->out, '-', d->recorded.lines[i++]);
    } else {
      put(d->out, '+', d->printed.lines[k++]);
    }
    changed = !same;
  }
}

static void put_all(const struct difference *d)
{
  for (size_t i = 0; i < d->recorded.n; i++)
    put(d->out, '-', d->recorded.lines[i]);
  for (size_t k = 0; k < d->printed.n; k++)
    put(d->out, '+', d->printed.lines[k]);
}

void pst_same_diff(struct pst_buffer *out, const char *recorded, const char *printed)
{
  struct difference d = {.out = out};
  size_t cells;

  if (!split(recorded, &d.recorded) || !split(printed, &d.printed)) {
    out->failed = true;
  } else {
    cells = (d.recorded.n + 1) * (d.printed.n + 1);
    d.common = cells <= CELLS_MOST ? calloc(cells, sizeof *d.common) : NULL;
    if (d.common == NULL) {
      put_all(&d);
    } else {
      count_common(&d);
      walk(&d);
    }
  }
  free(d.common);
  free(d.recorded.lines);
  free(d.printed.lines);
}
