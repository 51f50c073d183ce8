/* text.c -- a look as text for a terminal, and as Markdown. */
#include <stdint.h>
#include <string.h>

#include "look/words.h"
#include "report/escape.h"
#include "report/report.h"
#include "report/wrap.h"

enum { NAME_LEAST = 16, VALUES_LEAST = 24, LABEL = 7, RARE = 100 };

/* What the names and the values may take. */
struct room {
  size_t name, values;
};

static size_t widest(size_t width, const char *text)
{
  size_t used = pst_utf8_width(pst_text_of(text));

  return used > width ? used : width;
}

static size_t digits_of(size_t n)
{
  size_t digits = 1;

  for (; n > 9; n /= 10)
    digits++;
  return digits;
}

/* What is left of WIDTH for the names and for the values, the last column. */
static struct room make_room(const struct pst_look *look, size_t width)
{
  enum { GAPS = 4 * 2 };
  size_t name = strlen("column"), type = strlen("type"), missing = strlen("missing"),
         distinct = strlen("distinct"), left;
  struct pst_buffer text = {.data = NULL};

  for (size_t c = 0; c < look->n_columns; c++) {
    const struct pst_look_column *column = &look->columns[c];

    pst_buffer_clear(&text);
    pst_look_type(column, &text);
    type = widest(type, pst_buffer_string(&text));
    name = widest(name, column->name);
    missing = digits_of(column->missing) > missing ? digits_of(column->missing) : missing;
    distinct = digits_of(column->distinct) > distinct ? digits_of(column->distinct) : distinct;
  }
  pst_buffer_free(&text);
  left = type + missing + distinct + GAPS;
  left = width > left ? width - left : 0;
  if (name + VALUES_LEAST > left)
    name = left > VALUES_LEAST + NAME_LEAST ? left - VALUES_LEAST : NAME_LEAST;
  return (struct room){.name = name,
                       .values = left > name + VALUES_LEAST ? left - name : VALUES_LEAST};
}

/* column, type, missing, distinct, values */
static enum pst_status make_grid(const struct pst_look *look, struct room room,
                                 struct pst_grid *grid, struct pst_error *error)
{
  static const struct pst_grid_column columns[] = {{.name = "column"},
                                                   {.name = "type"},
                                                   {.name = "missing", .kind = PST_CELL_INTEGER},
                                                   {.name = "distinct", .kind = PST_CELL_INTEGER},
                                                   {.name = "values"}};
  size_t n = sizeof columns / sizeof *columns;
  struct pst_buffer text = {.data = NULL};
  enum pst_status status = PST_OK;

  for (size_t k = 0; k < n && status == PST_OK; k++)
    status = pst_grid_add_column(grid, &columns[k], error);
  if (status == PST_OK)
    status = pst_grid_add_rows(grid, look->n_columns, error);
  for (size_t c = 0; c < look->n_columns && status == PST_OK; c++) {
    const struct pst_look_column *column = &look->columns[c];

    pst_buffer_clear(&text);
    pst_look_cut(column->name, room.name, &text);
    status = pst_grid_copy_text(grid, c, 0, pst_buffer_string(&text), error);
    pst_buffer_clear(&text);
    pst_look_type(column, &text);
    if (status == PST_OK)
      status = pst_grid_copy_text(grid, c, 1, pst_buffer_string(&text), error);
    pst_grid_set_number(grid, c, 2, (double)column->missing);
    pst_grid_set_number(grid, c, 3, (double)column->distinct);
    pst_buffer_clear(&text);
    pst_look_values(column, room.values, &text);
    if (status == PST_OK)
      status = pst_grid_copy_text(grid, c, 4, pst_buffer_string(&text), error);
  }
  pst_buffer_free(&text);
  return status;
}

/* --- text ------------------------------------------------------------------------------------------- */

static void put_line(struct pst_buffer *out, const char *label, size_t indent, const char *text,
                     size_t width)
{
  struct pst_buffer line = {.data = NULL};
  size_t used = pst_utf8_width(pst_text_of(label));

  pst_buffer_puts(out, label);
  pst_buffer_repeat(out, ' ', used < indent ? indent - used : 0);
  pst_escape_terminal(&line, text);
  pst_report_wrap(out, pst_buffer_string(&line), indent, width);
  out->failed = out->failed || line.failed;
  pst_buffer_free(&line);
}

/* The columns whose texts had no room in the table, unless even the most frequent is rare. */
static void put_frequent(const struct pst_look *look, size_t room, size_t width,
                         struct pst_buffer *out)
{
  struct pst_buffer text = {.data = NULL};
  bool any = false;

  for (size_t c = 0; c < look->n_columns; c++) {
    const struct pst_look_column *column = &look->columns[c];

    pst_buffer_clear(&text);
    if (column->type != PST_LOOK_TEXT || pst_look_values(column, room, &text)
        || column->top[0].n * RARE < column->n)
      continue;
    pst_buffer_puts(out, any ? "" : "\nMost frequent\n");
    any = true;
    pst_buffer_clear(&text);
    pst_buffer_printf(&text, "%s: ", column->name);
    pst_look_top(column, &text);
    put_line(out, "  ", 4, pst_buffer_string(&text), width);
  }
  pst_buffer_free(&text);
}

static void put_notes(const struct pst_look_words *words, size_t width, struct pst_buffer *out)
{
  struct pst_buffer text = {.data = NULL};

  if (words->n_notes > 0)
    pst_buffer_puts(out, "\nLook again\n");
  for (size_t k = 0; k < words->n_notes; k++) {
    pst_buffer_clear(&text);
    pst_buffer_printf(&text, "%s: %s", words->notes[k].label, words->notes[k].text);
    put_line(out, "  ", 4, pst_buffer_string(&text), width);
  }
  pst_buffer_free(&text);
}

enum pst_status pst_look_text(const struct pst_look *look, size_t width, struct pst_buffer *out,
                              struct pst_error *error)
{
  struct pst_look_words words;
  struct pst_grid grid = {.n_rows = 0};
  const struct room room = make_room(look, width);
  const struct pst_report_options options = {.width = width};
  enum pst_status status = pst_look_words(look, &words, error);

  if (status == PST_OK)
    status = make_grid(look, room, &grid, error);
  if (status == PST_OK) {
    for (size_t i = 0; i < words.n_lines; i++)
      put_line(out, words.lines[i].label, LABEL, words.lines[i].text, width);
    pst_buffer_putc(out, '\n');
    status = pst_report_print(&grid, pst_format_named("text"), &options, out, error);
  }
  if (status == PST_OK) {
    put_frequent(look, room.values, width, out);
    put_notes(&words, width, out);
  }
  pst_grid_free(&grid);
  return status;
}

/* --- Markdown --------------------------------------------------------------------------------------- */

static void put_item(struct pst_buffer *out, const struct pst_look_line *line)
{
  pst_buffer_puts(out, "- **");
  pst_escape_markdown(out, line->label);
  pst_buffer_puts(out, "**: ");
  pst_escape_markdown(out, line->text);
  pst_buffer_putc(out, '\n');
}

enum pst_status pst_look_markdown(const struct pst_look *look, size_t width, struct pst_buffer *out,
                                  struct pst_error *error)
{
  const struct room wide = {.name = SIZE_MAX, .values = 200};
  struct pst_look_words words;
  struct pst_grid grid = {.n_rows = 0};
  enum pst_status status = pst_look_words(look, &words, error);

  (void)width;
  if (status == PST_OK)
    status = make_grid(look, wide, &grid, error);
  if (status == PST_OK) {
    for (size_t i = 0; i < words.n_lines; i++)
      put_item(out, &words.lines[i]);
    pst_buffer_putc(out, '\n');
    status = pst_report_print(&grid, pst_format_named("markdown"), NULL, out, error);
  }
  if (status == PST_OK && words.n_notes > 0) {
    pst_buffer_puts(out, "\nLook again:\n\n");
    for (size_t k = 0; k < words.n_notes; k++)
      put_item(out, &words.notes[k]);
  }
  pst_grid_free(&grid);
  return status;
}
