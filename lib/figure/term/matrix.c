/* matrix.c -- a matrix as its numbers, the columns named by the numbers of the rows. */
#include <math.h>

#include "figure/term/drawing.h"

struct matrix {
  struct pst_drawing *d;
  int decimals;
  size_t names, cell;
};

static const char *cell_of(const struct matrix *m, size_t r, size_t c)
{
  const struct pst_figure *figure = m->d->figure;
  const size_t i = r * figure->columns + c;
  char text[PST_AXIS_TEXT];

  if (!isfinite(figure->cells[i]))
    return "-";
  pst_axis_number(text, figure->cells[i], m->decimals);
  return pst_arena_format(&m->d->arena, "%s%s", text,
                          figure->marked == NULL ? ""
                          : figure->marked[i]    ? "*"
                                                 : " ");
}

static const char *head_of(const struct matrix *m, size_t c)
{
  return pst_arena_format(&m->d->arena, "[%zu]%s", c + 1, m->d->figure->marked == NULL ? "" : " ");
}

static const char *name_of(const struct matrix *m, size_t r)
{
  return pst_arena_format(&m->d->arena, "[%zu] %s", r + 1, m->d->figure->row_names[r]);
}

static bool measure(struct matrix *m)
{
  const struct pst_figure *figure = m->d->figure;
  bool any = false;

  for (size_t r = 0; r < figure->rows; r++) {
    const size_t name = pst_term_columns(name_of(m, r));

    m->names = name > m->names ? name : m->names;
    for (size_t c = 0; c < figure->columns; c++) {
      const size_t cell = pst_term_columns(cell_of(m, r, c));

      m->cell = cell > m->cell ? cell : m->cell;
      any |= isfinite(figure->cells[r * figure->columns + c]);
    }
  }
  for (size_t c = 0; c < figure->columns; c++)
    if (pst_term_columns(head_of(m, c)) > m->cell)
      m->cell = pst_term_columns(head_of(m, c));
  m->cell += 1;
  m->names = m->names > m->d->width / 2 ? m->d->width / 2 : m->names;
  return any;
}

/* The columns of a screen, from FIRST on. */
static void write_block(const struct matrix *m, size_t first, size_t end)
{
  struct pst_buffer *out = m->d->out;

  pst_term_repeat(out, " ", m->names);
  for (size_t c = first; c < end; c++)
    pst_term_pad(out, head_of(m, c), m->cell, true);
  pst_term_end(out);
  for (size_t r = 0; r < m->d->figure->rows; r++) {
    pst_term_pad(out, name_of(m, r), m->names, false);
    for (size_t c = first; c < end; c++)
      pst_term_pad(out, cell_of(m, r, c), m->cell, true);
    pst_term_end(out);
  }
}

/* What a column is called where it is not called as its row. */
static void name_columns(const struct matrix *m)
{
  const struct pst_figure *figure = m->d->figure;
  bool same = figure->rows == figure->columns;

  for (size_t c = 0; c < figure->columns && same; c++)
    same = strcmp(figure->row_names[c], figure->column_names[c]) == 0;
  for (size_t c = 0; c < figure->columns && !same; c++)
    pst_buffer_printf(&m->d->notes, "[%zu] across: %s. ", c + 1, figure->column_names[c]);
}

enum pst_status pst_term_matrix(struct pst_drawing *d, struct pst_error *error)
{
  struct matrix m = {.d = d, .decimals = d->figure->decimals > 0 ? d->figure->decimals : 2};
  size_t each;

  if (!measure(&m))
    return pst_term_fail(error);
  each = (d->width - m.names) / m.cell;
  each = each == 0 ? 1 : each;
  for (size_t first = 0; first < d->figure->columns; first += each) {
    if (first > 0)
      pst_term_end(d->out);
    write_block(&m, first, first + each < d->figure->columns ? first + each : d->figure->columns);
  }
  name_columns(&m);
  return PST_OK;
}
