/* view.c -- a grid made into strings, with intervals and p-values merged. */
#include "report/view/view.h"

#include <float.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "report/write/writer.h"

enum { P_DIGITS = 3, SLIM_DIGITS = 3 };

/* Writes cell ROW of COLUMN, which is not missing. */
typedef void put_cell(struct pst_buffer *out, const struct pst_grid_column *column, size_t row,
                      const struct pst_view *view);

static void put_text(struct pst_buffer *out, const struct pst_grid_column *column, size_t row,
                     const struct pst_view *view)
{
  view->markup->escape(out, pst_grid_text(column, row));
}

/* A number as printed, as the format has it. */
static void put_printed(struct pst_buffer *out, const char *text, const struct pst_view *view)
{
  if (view->markup->number == NULL)
    pst_buffer_puts(out, text);
  else
    view->markup->number(out, text);
}

static void put_number(struct pst_buffer *out, const struct pst_grid_column *column, size_t row,
                       const struct pst_view *view)
{
  struct pst_buffer text = {.data = NULL};

  pst_cell_digits(&text, column, row, view->digits);
  if (column->kind == PST_CELL_BOOLEAN)
    pst_buffer_puts(out, pst_buffer_string(&text));
  else
    put_printed(out, pst_buffer_string(&text), view);
  out->failed = out->failed || text.failed;
  pst_buffer_free(&text);
}

/* A p below the smallest double is known as a bound only. */
static void put_p(struct pst_buffer *out, const struct pst_grid_column *column, size_t row,
                  const struct pst_view *view)
{
  double p = pst_grid_number(column, row);
  char text[PST_NUMBER_SIZE] = "2.2e-308";

  if (p > DBL_MIN)
    text[pst_number_print_digits(text, p, P_DIGITS)] = '\0';
  else
    pst_buffer_puts(out, view->markup->below);
  put_printed(out, text, view);
}

static const char **make_array(struct pst_view *view)
{
  const char **cells = pst_arena_array(&view->arena, view->n_rows, sizeof *cells);

  view->failed = view->failed || cells == NULL;
  return cells;
}

static const char **make_cells(struct pst_view *view, const struct pst_grid_column *column,
                               put_cell *put)
{
  const char **cells = make_array(view);
  struct pst_buffer out = {.data = NULL};

  for (size_t i = 0; !view->failed && i < view->n_rows; i++) {
    pst_buffer_clear(&out);
    if (!pst_cell_missing(column, i))
      put(&out, column, i, view);
    cells[i] = pst_view_keep(view, &out);
  }
  pst_buffer_free(&out);
  return cells;
}

/* The same of numbers, their points below each other on a terminal. */
static const char **make_aligned(struct pst_view *view, const struct pst_grid_column *column,
                                 put_cell *put)
{
  const char **cells = make_cells(view, column, put);

  if (!view->failed && view->markup->plain)
    pst_align_decimals(view, cells);
  return cells;
}

/* "[0.12, 0.45]" from both ends; an end that is missing alone is "-". */
static const char **join_interval(struct pst_view *view, const char **low, const char **high)
{
  const char **cells = make_array(view);
  struct pst_buffer out = {.data = NULL};

  for (size_t i = 0; !view->failed && i < view->n_rows; i++) {
    pst_buffer_clear(&out);
    if (low[i][0] != '\0' || high[i][0] != '\0')
      pst_buffer_printf(&out, "%s%s, %s%s", view->markup->open, low[i][0] == '\0' ? "-" : low[i],
                        high[i][0] == '\0' ? "-" : high[i], view->markup->close);
    cells[i] = pst_view_keep(view, &out);
  }
  pst_buffer_free(&out);
  return cells;
}

/* "0.0123 exact": P and its METHOD, which is padded for a terminal so that the numbers align. */
static const char **join_p(struct pst_view *view, const char **p, const char **method)
{
  const char **cells = make_array(view);
  struct pst_buffer out = {.data = NULL};
  size_t widest = 0;

  for (size_t i = 0; !view->failed && i < view->n_rows; i++) {
    size_t width = pst_utf8_width(pst_text_of(method[i]));

    widest = width > widest ? width : widest;
  }
  for (size_t i = 0; !view->failed && i < view->n_rows; i++) {
    pst_buffer_clear(&out);
    if (p[i][0] != '\0' || method[i][0] != '\0')
      pst_buffer_printf(&out, "%s %s", p[i], method[i]);
    if (out.size > 0 && view->markup->plain)
      pst_buffer_repeat(&out, ' ', widest - pst_utf8_width(pst_text_of(method[i])));
    cells[i] = pst_view_keep(view, &out);
  }
  pst_buffer_free(&out);
  return cells;
}

/* "oda (USD)" */
static const char *make_head(struct pst_view *view, const struct pst_grid_column *column)
{
  struct pst_buffer name = {.data = NULL}, head = {.data = NULL};
  const char *kept;

  pst_buffer_puts(&name, column->name);
  if (column->unit != NULL)
    pst_buffer_printf(&name, " (%s)", column->unit);
  view->markup->escape(&head, pst_buffer_string(&name));
  head.failed = head.failed || name.failed;
  kept = pst_view_keep(view, &head);
  pst_buffer_free(&name);
  pst_buffer_free(&head);
  return kept;
}

static bool is_empty(const struct pst_grid *grid, const struct pst_grid_column *column)
{
  for (size_t i = 0; i < grid->n_rows; i++)
    if (!pst_cell_missing(column, i))
      return false;
  return true;
}

/* Is the next column of GRID the other half of COLUMN? */
static bool has_partner(const struct pst_grid *grid, const struct pst_grid_column *column,
                        enum pst_role role, enum pst_role partner)
{
  bool last = column + 1 == grid->columns + grid->n_columns;

  return column->role == role && !last && column[1].role == partner;
}

/* "95% interval", "95% of a new value" */
static const char *interval_head(struct pst_view *view, double level, const char *what)
{
  struct pst_buffer head = {.data = NULL};
  char text[64];
  const char *kept;

  snprintf(text, sizeof text, "%.6g%% %s", 100 * level, what);
  view->markup->escape(&head, text);
  kept = pst_view_keep(view, &head);
  pst_buffer_free(&head);
  return kept;
}

static const char **make_interval(struct pst_view *view, const struct pst_grid_column *low)
{
  const char **ends[2] = {make_cells(view, low, put_number), make_cells(view, low + 1, put_number)};

  return view->failed ? NULL : join_interval(view, ends[0], ends[1]);
}

/* The same with few digits, for a narrow terminal. */
static const char **make_slim_interval(struct pst_view *view, const struct pst_grid_column *low)
{
  const int digits = view->digits;
  const char **cells;

  if (!view->markup->plain || digits <= SLIM_DIGITS)
    return NULL;
  view->digits = SLIM_DIGITS;
  cells = make_interval(view, low);
  view->digits = digits;
  return cells;
}

static void view_interval(struct pst_view *view, struct pst_view_column *to,
                          const struct pst_grid *grid, const struct pst_grid_column *low)
{
  to->head = interval_head(view, grid->conf_level > 0 ? grid->conf_level : 0.95,
                           low->role == PST_ROLE_CONF_LOW ? "interval" : "of a new value");
  to->cells = make_interval(view, low);
  to->slim = make_slim_interval(view, low);
  to->right = true;
}

static void view_p(struct pst_view *view, struct pst_view_column *to,
                   const struct pst_grid_column *column, bool with_method)
{
  to->cells = make_aligned(view, column, put_p);
  to->head = column->role == PST_ROLE_P_ADJUSTED ? "adjusted p" : "p";
  to->right = true;
  if (with_method) {
    const char **method = make_cells(view, column + 1, put_text);

    if (view->failed)
      return;
    to->slim = pst_view_letter_methods(view, to->cells, method);
    to->cells = join_p(view, to->cells, method);
  }
}

static bool is_same(const struct pst_view *view, const char *const *cells)
{
  for (size_t i = 1; !view->failed && i < view->n_rows; i++)
    if (strcmp(cells[i], cells[0]) != 0)
      return false;
  return view->n_rows > 0;
}

static void view_plain(struct pst_view *view, struct pst_view_column *to,
                       const struct pst_grid_column *column)
{
  bool text = column->kind == PST_CELL_TEXT;
  bool numeric = !text && column->kind != PST_CELL_BOOLEAN;

  to->head = make_head(view, column);
  to->right = column->align == PST_ALIGN_RIGHT || (column->align == PST_ALIGN_AUTO && numeric);
  to->text = text;
  to->whole = column->kind == PST_CELL_INTEGER;
  if (column->role == PST_ROLE_NOTE && view->markup->plain) {
    to->cells = make_array(view);
    if (!view->failed && pst_view_number_footnotes(view, column, to->cells)) {
      to->text = false;
      view->notes_of_all = is_same(view, to->cells);
      to->state = view->notes_of_all ? PST_HOISTED : PST_SHOWN;
      return;
    }
  }
  to->cells = text ? make_cells(view, column, put_text) : make_aligned(view, column, put_number);
}

/* The view of COLUMN, and of its partner; returns how many columns of GRID that were. */
static size_t view_column(struct pst_view *view, struct pst_view_column *to,
                          const struct pst_grid *grid, const struct pst_grid_column *column)
{
  to->role = column->role;
  if (has_partner(grid, column, PST_ROLE_CONF_LOW, PST_ROLE_CONF_HIGH)
      || has_partner(grid, column, PST_ROLE_PREDICT_LOW, PST_ROLE_PREDICT_HIGH)) {
    view_interval(view, to, grid, column);
    return 2;
  }
  if (column->role == PST_ROLE_P_VALUE || column->role == PST_ROLE_P_ADJUSTED) {
    bool with_method = has_partner(grid, column, PST_ROLE_P_VALUE, PST_ROLE_P_METHOD);

    view_p(view, to, column, with_method);
    return with_method ? 2 : 1;
  }
  view_plain(view, to, column);
  return 1;
}

/* A column of the record that has nothing to say; both halves of a pair. */
static size_t count_empty(const struct pst_grid *grid, const struct pst_grid_column *column)
{
  bool pair = has_partner(grid, column, PST_ROLE_CONF_LOW, PST_ROLE_CONF_HIGH)
              || has_partner(grid, column, PST_ROLE_PREDICT_LOW, PST_ROLE_PREDICT_HIGH)
              || has_partner(grid, column, PST_ROLE_P_VALUE, PST_ROLE_P_METHOD);

  if (column->role == PST_ROLE_PLAIN || grid->n_rows == 0 || !is_empty(grid, column))
    return 0;
  if (pair)
    return is_empty(grid, column + 1) ? 2 : 0;
  return 1;
}

void pst_view_make(struct pst_view *view, const struct pst_grid *grid, int digits,
                   const struct pst_view_markup *markup)
{
  *view = (struct pst_view){.n_rows = grid->n_rows, .digits = digits, .markup = markup};
  view->columns = pst_arena_array(&view->arena, grid->n_columns, sizeof *view->columns);
  view->failed = view->columns == NULL;
  for (size_t j = 0, step; !view->failed && j < grid->n_columns; j += step) {
    struct pst_view_column *to = &view->columns[view->n_columns];

    step = count_empty(grid, &grid->columns[j]);
    if (step > 0)
      continue;
    step = view_column(view, to, grid, &grid->columns[j]);
    if (!view->failed)
      pst_view_measure(view, to);
    view->n_columns++;
  }
}

void pst_view_free(struct pst_view *view)
{
  pst_arena_free(&view->arena);
}
