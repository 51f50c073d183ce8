/* words_notes.c -- the notes of a look: what to mind before computing. */
#include <stdint.h>
#include <string.h>

#include "look/words.h"

/* "'n/a' 2 times (first on line 5), '..' once (line 9)" */
static void list_odd(const struct pst_look *look, const struct pst_look_mixed *mixed,
                     struct pst_buffer *out)
{
  for (size_t k = 0; k < mixed->n_listed; k++) {
    const struct pst_look_odd *odd = &mixed->odd[k];

    pst_buffer_puts(out, k == 0 ? "'" : ", '");
    pst_look_cut(odd->text, PST_LOOK_CELL, out);
    pst_buffer_puts(out, "' ");
    if (odd->n == 1)
      pst_buffer_puts(out, "once (");
    else
      pst_buffer_printf(out, "%zu times (first on ", odd->n);
    pst_look_place(look, odd->row, out);
    pst_buffer_putc(out, ')');
  }
  if (mixed->n_texts > mixed->n_listed)
    pst_buffer_printf(out, " and %zu other texts", mixed->n_texts - mixed->n_listed);
}

/* A word as a shell takes it. */
static void put_word(const char *text, struct pst_buffer *out)
{
  bool plain = strpbrk(text, " *?!#$&()<>|;\\\"'`~[]{}") == NULL;

  pst_buffer_printf(out, plain ? "%s" : "'%s'", text);
}

static void advise_missing(const struct pst_look_mixed *mixed, struct pst_buffer *out)
{
  const char *gap = "-m ";

  pst_buffer_puts(out, mixed->n_tokens == 1 ? "; if it stands for a missing value, add "
                                            : "; if they stand for missing values, add ");
  for (size_t k = 0; k < mixed->n_listed; k++) {
    if (!mixed->odd[k].token)
      continue;
    pst_buffer_puts(out, gap);
    put_word(mixed->odd[k].text, out);
    gap = ",";
  }
}

/* What reads with a comma as decimal mark needs no mark of thousands besides. */
static void advise_style(unsigned styles, struct pst_buffer *out)
{
  enum { THOUSANDS_COMMA = 1, DECIMAL_COMMA = 2, BOTH = 8 };
  const char *gap = "";

  if ((styles & DECIMAL_COMMA) != 0)
    styles &= ~(unsigned)BOTH;
  pst_buffer_puts(out, "; all would be numbers with ");
  for (unsigned k = 0; k < PST_LOOK_STYLES; k++) {
    if ((styles & 1u << k) == 0)
      continue;
    pst_buffer_printf(out, "%s%s", gap, pst_look_styles[k]);
    gap = " or with ";
  }
  if ((styles & THOUSANDS_COMMA) != 0 && (styles & DECIMAL_COMMA) != 0)
    pst_buffer_puts(out, " (whichever the comma is)");
}

static void say_kinds(const struct pst_look_mixed *mixed, struct pst_buffer *out)
{
  const char *gap = "";

  pst_buffer_puts(out, "periods of several kinds are read as text: ");
  for (size_t k = 0; k < PST_PERIOD_KINDS; k++) {
    if (mixed->kinds[k] == 0)
      continue;
    pst_buffer_printf(out, "%s%zu of kind %s", gap, mixed->kinds[k],
                      pst_period_name((enum pst_period_kind)k));
    gap = ", ";
  }
}

static void say_mixed(const struct pst_look *look, const struct pst_look_column *column,
                      struct pst_buffer *out)
{
  const struct pst_look_mixed *mixed = &column->mixed;
  const char *what = mixed->periods ? "period" : "number";

  if (mixed->n_odd == 0) {
    say_kinds(mixed, out);
    return;
  }
  pst_buffer_puts(out, "text, though ");
  if (mixed->n_fitting == 0)
    pst_buffer_puts(out, "its cells look like numbers: ");
  else
    pst_buffer_printf(out,
                      mixed->n_fitting == 1 ? "%zu of %zu cells is a %s; not so "
                                            : "%zu of %zu cells are %ss; not so ",
                      mixed->n_fitting, column->n, what);
  list_odd(look, mixed, out);
  if (mixed->styles != 0)
    advise_style(mixed->styles, out);
  if (mixed->n_tokens > 0)
    advise_missing(mixed, out);
}

static void say_alike(const struct pst_look *look, const struct pst_look_column *column,
                      struct pst_buffer *out)
{
  pst_buffer_puts(out, "differing only in capitals or blanks: ");
  for (size_t k = 0; k < column->n_alike_listed; k++) {
    pst_buffer_puts(out, k == 0 ? "'" : "; '");
    pst_look_cut(column->alike[k].text, PST_LOOK_CELL, out);
    pst_buffer_printf(out, "' (%zu, first on ", column->alike[k].n);
    pst_look_place(look, column->alike[k].row, out);
    pst_buffer_puts(out, ") and '");
    pst_look_cut(column->alike[k].other, PST_LOOK_CELL, out);
    pst_buffer_putc(out, '\'');
  }
  if (column->n_alike > column->n_alike_listed)
    pst_buffer_printf(out, " and %zu more", column->n_alike - column->n_alike_listed);
}

static void say_zeros(const struct pst_look *look, const struct pst_look_column *column,
                      struct pst_buffer *out)
{
  const struct pst_column *cells = column->column;

  pst_look_plural(column->n_zeros, "cell", out);
  pst_buffer_puts(out, " with leading zeros, such as ");
  pst_look_cut(pst_column_string(cells, column->first_zero), PST_LOOK_CELL, out);
  pst_buffer_puts(out, " (");
  pst_look_place(look, column->first_zero, out);
  pst_buffer_puts(out, "): codes, perhaps, but read as numbers; a datapackage.json with the type "
                       "string keeps them as texts");
}

static void say_bounded(const struct pst_look *look, const struct pst_look_column *column,
                        struct pst_buffer *out)
{
  pst_look_plural(column->bounded, "bounded cell", out);
  pst_buffer_puts(out, ", such as ");
  pst_look_bound(column, out);
  pst_buffer_puts(out, " (");
  pst_look_place(look, column->first_bounded, out);
  pst_buffer_puts(out, "), which no mean or range here uses");
}

/* "96 missing (21%): empty 90, 'n/a' 6" */
static void say_missing(const struct pst_look *look, const struct pst_look_column *column,
                        struct pst_buffer *out)
{
  const struct pst_table *table = look->table;
  const char *gap = "";

  pst_buffer_puts(out, column->missing == table->n_rows ? "no value: " : "missing: ");
  for (size_t k = 0; k <= table->n_missing_tokens; k++) {
    if (column->by_token[k] == 0)
      continue;
    if (k == 0)
      pst_buffer_printf(out, "%zu empty", column->by_token[k]);
    else
      pst_buffer_printf(out, "%s%zu '%s'", gap, column->by_token[k], table->missing_tokens[k - 1]);
    gap = ", ";
  }
  if (column->by_token[0] > 0 && column->missing > column->by_token[0])
    return;
  if (column->missing == column->by_token[0])
    pst_buffer_printf(out, " cell%s", column->missing == 1 ? "" : "s");
}

static void say_name(const struct pst_look *look, const struct pst_look_column *column,
                     struct pst_buffer *out)
{
  size_t field = column->column->field + 1;

  if (column->column->name[0] == '\0')
    pst_buffer_printf(out, "the column has no name; write #%zu to name it", field);
  else
    pst_buffer_printf(out, "field %zu has the name of field %zu; write #%zu or #%zu to name one",
                      field, look->columns[column->namesake].column->field + 1,
                      look->columns[column->namesake].column->field + 1, field);
}

static bool has_tokens(const struct pst_look_column *column)
{
  return column->missing > column->by_token[0];
}

struct notes {
  const struct pst_look *look;
  struct pst_look_words *words;
  struct pst_buffer text;
  bool failed;
};

static void add_note(struct notes *notes, const struct pst_look_column *column,
                     void (*say)(const struct pst_look *, const struct pst_look_column *,
                                 struct pst_buffer *))
{
  const char *text;

  pst_buffer_clear(&notes->text);
  say(notes->look, column, &notes->text);
  text = pst_arena_string(notes->look->arena, pst_buffer_string(&notes->text));
  notes->failed = notes->failed || text == NULL;
  notes->words->notes[notes->words->n_notes++] =
      (struct pst_look_line){.label = column->name, .text = text};
}

enum pst_status pst_look_notes(const struct pst_look *look, struct pst_look_words *words,
                               struct pst_error *error)
{
  struct notes notes = {.look = look, .words = words};

  words->notes = pst_arena_array(look->arena, 6 * look->n_columns + 1, sizeof *words->notes);
  if (words->notes == NULL)
    return pst_fail_memory(error);
  for (size_t c = 0; c < look->n_columns; c++) {
    const struct pst_look_column *column = &look->columns[c];

    if (column->namesake != SIZE_MAX || column->column->name[0] == '\0')
      add_note(&notes, column, say_name);
    if (column->mixed.said)
      add_note(&notes, column, say_mixed);
    if (column->n_zeros > 0)
      add_note(&notes, column, say_zeros);
    if (column->n_alike > 0)
      add_note(&notes, column, say_alike);
    if (column->bounded > 0)
      add_note(&notes, column, say_bounded);
    if (column->missing > 0 && (has_tokens(column) || column->missing == look->table->n_rows))
      add_note(&notes, column, say_missing);
  }
  notes.failed = notes.failed || notes.text.failed;
  pst_buffer_free(&notes.text);
  return notes.failed ? pst_fail_memory(error) : PST_OK;
}
