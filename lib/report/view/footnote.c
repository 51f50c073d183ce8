/* footnote.c -- notes and methods of p moved out of the table, to marks and letters. */
#include <string.h>

#include "report/view/view.h"

enum { NOTES_MOST = 99, LETTERS = 26 };

/* The number of the note of SIZE bytes at TEXT, added if it is new; NOTES_MOST when full. */
static size_t find_note(struct pst_view *view, const char *text, size_t size)
{
  for (size_t k = 0; k < view->n_notes; k++)
    if (strncmp(view->notes[k], text, size) == 0 && view->notes[k][size] == '\0')
      return k;
  if (view->n_notes == NOTES_MOST)
    return NOTES_MOST;
  view->notes[view->n_notes] = pst_arena_copy(&view->arena, text, size);
  if (view->notes[view->n_notes] == NULL) {
    view->failed = true;
    return NOTES_MOST;
  }
  return view->n_notes++;
}

/* The marks of the notes in TEXT, which stand between "; ". */
static bool put_marks(struct pst_view *view, struct pst_buffer *out, const char *text)
{
  while (*text != '\0') {
    const char *end = strstr(text, "; ");
    size_t size = end == NULL ? strlen(text) : (size_t)(end - text);
    size_t k = find_note(view, text, size);

    if (k == NOTES_MOST)
      return false;
    pst_buffer_printf(out, "[%zu]", k + 1);
    text += end == NULL ? size : size + 2;
  }
  return true;
}

/* The place of METHOD among the COUNT names, *COUNT when it is new; LETTERS when there is no room. */
static size_t find_method(const char **names, size_t *count, const char *method)
{
  size_t k = 0;

  while (k < *count && strcmp(names[k], method) != 0)
    k++;
  if (k == *count && k < LETTERS)
    names[(*count)++] = method;
  return k;
}

static void make_legend(struct pst_view *view, const char *const *names, size_t count)
{
  struct pst_buffer legend = {.data = NULL};

  pst_buffer_puts(&legend, "p-values:");
  for (size_t k = 0; k < count; k++) {
    if (count > 1)
      pst_buffer_printf(&legend, " %c", 'a' + (int)k);
    pst_buffer_printf(&legend, " %s%s", names[k], k + 1 < count ? "," : "");
  }
  view->legend = count == 0 ? "" : pst_view_keep(view, &legend);
  pst_buffer_free(&legend);
}

/* P and a letter, or blanks to keep the numbers below each other. */
static const char *letter_cell(struct pst_view *view, const char *p, bool marked, size_t k)
{
  struct pst_buffer cell = {.data = NULL};
  const char *kept;

  pst_buffer_printf(&cell, "%s %c", p, marked ? 'a' + (int)k : ' ');
  kept = pst_view_keep(view, &cell);
  pst_buffer_free(&cell);
  return kept;
}

const char **pst_view_letter_methods(struct pst_view *view, const char **p, const char **method)
{
  const char *names[LETTERS];
  const char **cells = pst_arena_array(&view->arena, view->n_rows, sizeof *cells);
  size_t count = 0;

  view->failed = view->failed || cells == NULL;
  for (size_t i = 0; !view->failed && i < view->n_rows; i++)
    if (method[i][0] != '\0' && find_method(names, &count, method[i]) == LETTERS)
      return NULL;
  if (!view->failed)
    make_legend(view, names, count);
  if (view->failed || count < 2)
    return p;
  for (size_t i = 0; i < view->n_rows; i++) {
    bool marked = method[i][0] != '\0';

    cells[i] =
        p[i][0] == '\0' && !marked
            ? ""
            : letter_cell(view, p[i], marked, marked ? find_method(names, &count, method[i]) : 0);
  }
  return cells;
}

bool pst_view_number_footnotes(struct pst_view *view, const struct pst_grid_column *column,
                               const char **cells)
{
  bool room = true;

  view->notes = pst_arena_array(&view->arena, NOTES_MOST, sizeof *view->notes);
  view->failed = view->failed || view->notes == NULL;
  for (size_t i = 0; room && !view->failed && i < view->n_rows; i++) {
    struct pst_buffer marks = {.data = NULL};

    if (pst_grid_text(column, i) != NULL)
      room = put_marks(view, &marks, pst_grid_text(column, i));
    cells[i] = pst_view_keep(view, &marks);
    pst_buffer_free(&marks);
  }
  if (!room)
    view->n_notes = 0;
  return room;
}
