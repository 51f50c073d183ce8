/* fit.c -- make a view fit the width of a terminal, in steps that say what they did. */
#include "report/view/fit.h"

#include <string.h>

enum { TEXT_WIDTH = 20, TEXT_WIDTH_LESS = 12, TEXT_WIDTH_LEAST = 8 };

size_t pst_view_shown_width(const struct pst_view *view)
{
  size_t width = view->blocks ? PST_INDENT : 0, shown = 0;

  for (size_t j = 0; j < view->n_columns; j++) {
    if (view->columns[j].state != PST_SHOWN)
      continue;
    width += view->columns[j].width + (shown > 0 ? PST_GAP : 0);
    shown++;
  }
  return width;
}

/* The first bytes of CELL that take at most WIDTH - 1 columns, and an ellipsis. */
static const char *shorten_cell(struct pst_view *view, const char *cell, size_t width)
{
  struct pst_text text = pst_text_of(cell);
  struct pst_buffer out = {.data = NULL};
  size_t at = 0, used = 0;
  const char *kept;

  while (at < text.size) {
    size_t next = at;

    pst_utf8_next(text, &next);
    used += pst_utf8_width((struct pst_text){text.data + at, next - at});
    if (used > width - 1)
      break;
    at = next;
  }
  while (at > 0 && cell[at - 1] == ' ')
    at--;
  pst_buffer_add(&out, cell, at);
  pst_buffer_puts(&out, "\xE2\x80\xA6");
  kept = pst_view_keep(view, &out);
  pst_buffer_free(&out);
  return kept;
}

static void shorten_column(struct pst_view *view, struct pst_view_column *column, size_t width)
{
  for (size_t i = 0; i < view->n_rows; i++)
    if (pst_utf8_width(pst_text_of(column->cells[i])) > width)
      column->cells[i] = shorten_cell(view, column->cells[i], width);
  column->cut = true;
  pst_view_measure(view, column);
}

/* The widest shown text that may lose columns, NULL when none can: no shorter than LEAST and its
   head. */
static struct pst_view_column *find_widest(const struct pst_view *view, size_t least)
{
  struct pst_view_column *widest = NULL;

  for (size_t j = 0; j < view->n_columns; j++) {
    struct pst_view_column *column = &view->columns[j];
    size_t head = pst_utf8_width(pst_text_of(column->head));

    if (column->state == PST_SHOWN && column->text && column->width > least && column->width > head
        && (widest == NULL || column->width > widest->width))
      widest = column;
  }
  return widest;
}

static void shorten(struct pst_view *view, size_t width, size_t least)
{
  struct pst_view_column *column;

  while (pst_view_shown_width(view) > width && (column = find_widest(view, least)) != NULL) {
    size_t excess = pst_view_shown_width(view) - width,
           head = pst_utf8_width(pst_text_of(column->head));
    size_t floor = head > least ? head : least;

    shorten_column(view, column, column->width > floor + excess ? column->width - excess : floor);
  }
}

/* Leave out columns of ROLE from the right. */
static void leave_out(struct pst_view *view, size_t width, enum pst_role role)
{
  for (size_t j = view->n_columns; j-- > 0 && pst_view_shown_width(view) > width;)
    if (view->columns[j].role == role && view->columns[j].state == PST_SHOWN)
      view->columns[j].state = PST_LEFT_OUT;
}

static bool has_role(const struct pst_view *view, enum pst_role role)
{
  for (size_t j = 0; j < view->n_columns; j++)
    if (view->columns[j].role == role)
      return true;
  return false;
}

static void leave_out_any(struct pst_view *view, size_t width)
{
  size_t first = 0;

  while (first < view->n_columns && view->columns[first].state != PST_SHOWN)
    first++;
  for (size_t j = view->n_columns; j-- > first + 1 && pst_view_shown_width(view) > width;)
    if (view->columns[j].role != PST_ROLE_NOTE && view->columns[j].state == PST_SHOWN)
      view->columns[j].state = PST_LEFT_OUT;
}

/* The method of a p-value shrinks to a letter, an interval to three digits. */
static void slim(struct pst_view *view, size_t width, enum pst_role role)
{
  for (size_t j = 0; j < view->n_columns && pst_view_shown_width(view) > width; j++) {
    struct pst_view_column *column = &view->columns[j];

    if (column->slim == NULL || column->state != PST_SHOWN || column->role != role)
      continue;
    column->cells = column->slim;
    column->slimmed = true;
    pst_view_measure(view, column);
  }
}

/* Of records, how many rows there were, and full names, matter less than estimate, interval and p. */
static void make_room_for_numbers(struct pst_view *view, size_t width)
{
  if (!has_role(view, PST_ROLE_TERM))
    return;
  slim(view, width, PST_ROLE_CONF_LOW);
  for (size_t j = view->n_columns; j-- > 0 && pst_view_shown_width(view) > width;)
    if (view->columns[j].role == PST_ROLE_PLAIN && view->columns[j].whole
        && view->columns[j].state == PST_SHOWN)
      view->columns[j].state = PST_LEFT_OUT;
  shorten(view, width, TEXT_WIDTH_LEAST);
}

/* A wide column may have gone after a narrow one that would fit now. */
static void bring_back(struct pst_view *view, size_t width)
{
  static const enum pst_role order[] = {PST_ROLE_P_VALUE, PST_ROLE_CONF_LOW,  PST_ROLE_PREDICT_LOW,
                                        PST_ROLE_TERM,    PST_ROLE_METHOD,    PST_ROLE_PLAIN,
                                        PST_ROLE_LABEL,   PST_ROLE_P_ADJUSTED};

  for (size_t k = 0; k < sizeof order / sizeof *order; k++) {
    for (size_t j = 0; j < view->n_columns; j++) {
      struct pst_view_column *column = &view->columns[j];

      if (column->role != order[k] || column->state != PST_LEFT_OUT)
        continue;
      column->state = PST_SHOWN;
      if (pst_view_shown_width(view) > width)
        column->state = PST_LEFT_OUT;
    }
  }
}

/* "rank_low" and "rank_high". */
static bool are_ends(const struct pst_view_column *low, const struct pst_view_column *high)
{
  static const char LOW[] = "low", HIGH[] = "high";
  const size_t stem = strlen(low->head) - (strlen(low->head) < strlen(LOW) ? 0 : strlen(LOW));

  return strcmp(low->head + stem, LOW) == 0 && strncmp(low->head, high->head, stem) == 0
         && strcmp(high->head + stem, HIGH) == 0;
}

/* One end of a range without the other misleads: both go. */
static void keep_pairs_together(struct pst_view *view)
{
  for (size_t j = 0; j + 1 < view->n_columns; j++) {
    struct pst_view_column *low = &view->columns[j], *high = low + 1;

    if (are_ends(low, high) && (low->state == PST_LEFT_OUT || high->state == PST_LEFT_OUT))
      low->state = high->state = PST_LEFT_OUT;
  }
}

bool pst_fit_view(struct pst_view *view, size_t width)
{
  bool shortened = false;

  if (pst_view_shown_width(view) > width)
    pst_hoist(view);
  if (pst_view_shown_width(view) > width)
    pst_view_block_labels(view);
  leave_out(view, width, PST_ROLE_MINOR);
  slim(view, width, PST_ROLE_P_VALUE);
  shorten(view, width, TEXT_WIDTH);
  leave_out(view, width, PST_ROLE_UNIT);
  if (pst_view_shown_width(view) > width)
    pst_view_block_methods(view);
  shorten(view, width, TEXT_WIDTH_LESS);
  make_room_for_numbers(view, width);
  leave_out(view, width, PST_ROLE_P_ADJUSTED);
  leave_out_any(view, width);
  bring_back(view, width);
  keep_pairs_together(view);
  for (size_t j = 0; j < view->n_columns; j++)
    shortened = shortened || (view->columns[j].cut && view->columns[j].state != PST_LEFT_OUT);
  return shortened;
}
