/* words_parts.c -- numbers, names, shares and places as the sentences of a look write them. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "interval/period/period_step.h"
#include "look/words.h"

void pst_look_plural(size_t n, const char *noun, struct pst_buffer *out)
{
  pst_buffer_printf(out, "%zu %s%s", n, noun, n == 1 ? "" : "s");
}

void pst_look_share(size_t part, size_t whole, struct pst_buffer *out)
{
  char text[PST_NUMBER_SIZE];
  double share = 100.0 * (double)part / (double)whole;

  /* Neither a whole nor a nothing that is none. */
  if (part < whole && share > 99.9)
    pst_buffer_puts(out, "over 99.9");
  else if (part > 0 && share < 0.1)
    pst_buffer_puts(out, "under 0.1");
  else
    pst_buffer_add(out, text, pst_number_print_digits(text, share, share < 10 ? 2 : 3));
  pst_buffer_putc(out, '%');
}

void pst_look_cut(const char *text, size_t width, struct pst_buffer *out)
{
  struct pst_text all = pst_text_of(text);
  size_t at = 0, used = 0;

  if (pst_utf8_width(all) <= width) {
    pst_buffer_puts(out, text);
    return;
  }
  while (at < all.size) {
    size_t next = at;

    pst_utf8_next(all, &next);
    used += pst_utf8_width((struct pst_text){.data = text + at, .size = next - at});
    if (used + 1 > width)
      break;
    at = next;
  }
  pst_buffer_add(out, text, at);
  pst_buffer_puts(out, "\xE2\x80\xA6");
}

void pst_look_bound(const struct pst_look_column *column, struct pst_buffer *out)
{
  const struct pst_column *cells = column->column;
  size_t row = column->first_bounded;
  char text[PST_CELL_SIZE];

  if (pst_column_has_codes(cells) && pst_column_code(cells, row) != PST_CODE_MISSING)
    pst_look_cut(pst_column_string(cells, row), PST_LOOK_CELL, out);
  else
    pst_buffer_puts(out, pst_column_text(cells, row, text));
}

void pst_look_place(const struct pst_look *look, size_t row, struct pst_buffer *out)
{
  if (look->table->n_files > 1)
    pst_buffer_printf(out, "%s, ", pst_table_file(look->table, row));
  pst_buffer_printf(out, "line %lu", pst_table_line(look->table, row));
}

void pst_look_names(const struct pst_look *look, const size_t *columns, size_t n,
                    struct pst_buffer *out)
{
  for (size_t i = 0; i < n; i++)
    pst_buffer_printf(out, "%s%s", i == 0 ? "" : " + ", look->columns[columns[i]].name);
}

void pst_look_cells_of(const struct pst_look *look, const size_t *columns, size_t n, size_t row,
                       struct pst_buffer *out)
{
  char text[PST_CELL_SIZE];

  for (size_t i = 0; i < n; i++) {
    const char *cell = pst_column_text(look->columns[columns[i]].column, row, text);

    pst_buffer_puts(out, i == 0 ? "" : ", ");
    pst_look_cut(cell == NULL ? "(empty)" : cell, PST_LOOK_CELL, out);
  }
}

void pst_look_time_text(const struct pst_look *look, size_t index, struct pst_buffer *out)
{
  pst_look_cells_of(look, &look->time.column, 1, look->time.row[index], out);
}

void pst_look_absent_text(const struct pst_look *look, const struct pst_look_absent *absent,
                          struct pst_buffer *out)
{
  enum pst_period_kind kind = look->time.kind; /* PST_PERIOD_NONE: a whole number */
  char text[PST_PERIOD_SIZE];

  pst_period_print(kind, absent->first, text);
  pst_buffer_puts(out, text);
  if (absent->last == absent->first)
    return;
  pst_period_print(kind, absent->last, text);
  pst_buffer_printf(out, " to %s", text);
}

void pst_look_gap_text(const struct pst_look *look, const struct pst_gap *gap,
                       struct pst_buffer *out)
{
  pst_look_time_text(look, gap->first, out);
  if (gap->last == gap->first)
    return;
  pst_buffer_puts(out, " to ");
  pst_look_time_text(look, gap->last, out);
}

void pst_look_type(const struct pst_look_column *column, struct pst_buffer *out)
{
  pst_buffer_puts(out, pst_look_type_name(column));
  if (column->bounded > 0)
    pst_buffer_puts(out, ", bounded");
  if (column->distinct == 1 && column->bounded == 0 && column->n > 1)
    pst_buffer_puts(out, ", constant");
}

/* --- what the values are ---------------------------------------------------------------------------- */

static size_t width_from(const struct pst_buffer *out, size_t start)
{
  return out->data == NULL ? 0
                           : pst_utf8_width((struct pst_text){.data = out->data + start,
                                                              .size = out->size - start});
}

/* PIECE behind what OUT has from START on, if WIDTH has room for both. */
static bool put_piece(struct pst_buffer *out, size_t start, const char *piece, size_t width)
{
  bool good = width_from(out, start) + pst_utf8_width(pst_text_of(piece)) <= width;

  if (good)
    pst_buffer_puts(out, piece);
  return good;
}

static void put_figure(const char *word, double value, size_t start, size_t width,
                       struct pst_buffer *out)
{
  char text[PST_NUMBER_SIZE], piece[PST_NUMBER_SIZE + 16];

  text[pst_number_print_digits(text, value, 6)] = '\0';
  snprintf(piece, sizeof piece, "; %s %s", word, text);
  put_piece(out, start, piece, width);
}

static void put_decimals(const struct pst_look_column *column, size_t start, size_t width,
                         struct pst_buffer *out)
{
  const char *end = column->decimals_max == 1 ? "" : "s";
  char piece[64];

  if (column->decimals_min < column->decimals_max)
    snprintf(piece, sizeof piece, "; %u to %u decimals", column->decimals_min,
             column->decimals_max);
  else
    snprintf(piece, sizeof piece, "; %u decimal%s", column->decimals_max, end);
  if (column->decimals_max > 0)
    put_piece(out, start, piece, width);
}

/* "2001 to 2005", numbers of at most DIGITS digits where that is not 0. */
static void put_ends(const struct pst_look_column *column, int digits, struct pst_buffer *out)
{
  const double ends[] = {column->min, column->max};
  const size_t rows[] = {column->min_row, column->max_row};

  for (size_t i = 0; i < (column->distinct > 1 ? 2 : 1); i++) {
    char text[PST_CELL_SIZE];

    pst_buffer_puts(out, i == 0 ? "" : " to ");
    if (column->type == PST_LOOK_PERIOD)
      pst_buffer_puts(out, pst_column_text(column->column, rows[i], text));
    else if (digits > 0)
      pst_buffer_add(out, text, pst_number_print_digits(text, ends[i], digits));
    else
      pst_buffer_add(out, text, pst_number_print(text, ends[i]));
  }
}

static void put_range(const struct pst_look_column *column, size_t width, struct pst_buffer *out)
{
  size_t start = out->size;
  enum { SHORT = 6 };
  bool measures = column->type == PST_LOOK_NUMBER || column->type == PST_LOOK_WHOLE;

  put_ends(column, 0, out);
  if (width_from(out, start) > width && out->size > start) { /* thirds, and their like */
    out->size = start;
    put_ends(column, SHORT, out);
  }
  if (column->distinct > 1 && measures)
    put_figure("median", column->median, start, width, out);
  put_decimals(column, start, width, out);
  if (column->distinct > 1 && measures && isfinite(column->mean))
    put_figure("mean", column->mean, start, width, out);
}

static const char *top_text(const struct pst_look_column *column, size_t k)
{
  return pst_dictionary_string(pst_column_texts(column->column), column->top[k].code);
}

/* ", Japan (6)"; the first is cut to ROOM, so that something always stands there. */
static void make_piece(const struct pst_look_column *column, size_t k, size_t room,
                       struct pst_buffer *piece)
{
  char count[PST_NUMBER_SIZE] = "";
  size_t most = PST_LOOK_CELL;

  if (column->distinct > 1)
    snprintf(count, sizeof count, " (%zu)", column->top[k].n);
  if (k == 0 && room < most + strlen(count))
    most = room > strlen(count) + 1 ? room - strlen(count) : 1;
  pst_buffer_clear(piece);
  pst_buffer_puts(piece, k == 0 ? "" : ", ");
  pst_look_cut(top_text(column, k), most, piece);
  pst_buffer_puts(piece, count);
}

/* As many as there is room for; the last piece says that there are more. */
static bool put_texts(const struct pst_look_column *column, size_t width, struct pst_buffer *out)
{
  struct pst_buffer piece = {.data = NULL};
  size_t start = out->size;
  bool room = true;

  for (size_t k = 0; k < column->n_top && room; k++) {
    size_t kept = k + 1 < column->distinct ? strlen(", .") : 0, left = width - kept;

    if (width < kept)
      left = 0;
    make_piece(column, k, left, &piece);
    room = put_piece(out, start, pst_buffer_string(&piece), left);
  }
  out->failed = out->failed || piece.failed;
  pst_buffer_free(&piece);
  if (!room || column->n_top < column->distinct)
    pst_buffer_puts(out, ", \xE2\x80\xA6");
  return room;
}

static bool all_different(const struct pst_look_column *column)
{
  return column->distinct == column->n && column->n > 1;
}

static void put_all_different(const struct pst_look_column *column, size_t width,
                              struct pst_buffer *out)
{
  struct pst_buffer piece = {.data = NULL};
  size_t start = out->size;

  pst_buffer_puts(out, "all different");
  pst_buffer_puts(&piece, ": ");
  pst_look_cut(column->first, PST_LOOK_CELL, &piece);
  pst_buffer_puts(&piece, " to ");
  pst_look_cut(column->last, PST_LOOK_CELL, &piece);
  put_piece(out, start, pst_buffer_string(&piece), width);
  out->failed = out->failed || piece.failed;
  pst_buffer_free(&piece);
}

bool pst_look_values(const struct pst_look_column *column, size_t width, struct pst_buffer *out)
{
  if (column->type == PST_LOOK_EMPTY)
    return true;
  if (column->type != PST_LOOK_TEXT) {
    pst_buffer_puts(out, column->n > 0 ? "" : "such as ");
    if (column->n > 0)
      put_range(column, width, out);
    else
      pst_look_bound(column, out);
    return true;
  }
  if (!all_different(column))
    return put_texts(column, width, out);
  put_all_different(column, width, out);
  return true;
}

void pst_look_top(const struct pst_look_column *column, struct pst_buffer *out)
{
  for (size_t k = 0; k < column->n_top; k++) {
    pst_buffer_puts(out, k == 0 ? "" : ", ");
    pst_look_cut(top_text(column, k), PST_LOOK_CELL, out);
    pst_buffer_printf(out, " (%zu, ", column->top[k].n);
    pst_look_share(column->top[k].n, column->n, out);
    pst_buffer_putc(out, ')');
  }
  if (column->n_top < column->distinct)
    pst_buffer_printf(out, " and %zu more", column->distinct - column->n_top);
}
