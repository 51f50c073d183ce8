/* context.c -- which rows of a table the words around a number speak of. */
#include "trace/context.h"

#include <math.h>
#include <strings.h>

#include "paper/text.h"

static bool is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
         || (unsigned char)c >= 0x80;
}

/* Is NAME in TEXT, as whole words, whatever the capitals? */
static bool is_in(struct pst_text text, struct pst_text name)
{
  if (name.size < 2 || name.size > text.size)
    return false;
  for (size_t at = 0; at + name.size <= text.size; at++)
    if (strncasecmp(text.data + at, name.data, name.size) == 0
        && (at == 0 || !is_letter(text.data[at - 1]))
        && (at + name.size == text.size || !is_letter(text.data[at + name.size])))
      return true;
  return false;
}

static struct pst_text bytes_of(const struct pst_paper *paper, size_t first, size_t last)
{
  if (first >= last)
    return (struct pst_text){paper->text.data, 0};
  return pst_paper_slice(paper, paper->tokens[first].at,
                         paper->tokens[last - 1].at + paper->tokens[last - 1].size);
}

/* A year among the tokens. */
static bool has_year(const struct pst_paper *paper, size_t first, size_t last, double year)
{
  for (size_t i = first; i < last; i++) {
    const struct pst_mention *m = pst_paper_mention(paper, i);

    if (m != NULL && m->year && (double)m->value.n == year)
      return true;
  }
  return false;
}

static bool mentions(const struct pst_trace_column *c, unsigned code,
                     const struct pst_trace_words *words, bool of_paragraph)
{
  size_t first = of_paragraph ? words->before : words->first,
         last = of_paragraph ? words->after : words->last;
  struct pst_text name = pst_column_texts(c->column)->texts[code];

  if (is_in(bytes_of(words->paper, first, last), name))
    return true;
  for (size_t i = 0; i < words->more_count && !of_paragraph; i++)
    if (is_in(words->more[i], name))
      return true;
  return c->role == PST_TRACE_TIME && (c->whole || c->fiscal)
         && has_year(words->paper, first, last, c->value[code]);
}

/* The codes of C that are mentioned; how many. */
static size_t find_codes(const struct pst_trace_column *c, const struct pst_trace_words *words,
                         bool *seen)
{
  size_t count = 0;

  for (int paragraph = 0; paragraph < 2 && count == 0; paragraph++)
    for (unsigned code = 0; code < c->distinct; code++) {
      seen[code] = mentions(c, code, words, paragraph == 1);
      count += seen[code];
    }
  return count;
}

size_t pst_trace_context(const struct pst_trace_table *table, const struct pst_trace_words *words,
                         bool *in, struct pst_arena *scratch, bool *failed)
{
  size_t pinned = 0;

  for (size_t r = 0; r < table->table.n_rows; r++)
    in[r] = true;
  for (size_t k = 0; k < table->key_count; k++) {
    const struct pst_trace_column *c = &table->columns[table->keys[k]];
    bool *seen = pst_arena_array(scratch, c->distinct + 1, sizeof *seen);

    if (seen == NULL) {
      *failed = true;
      return pinned;
    }
    if (find_codes(c, words, seen) == 0)
      continue;
    pinned++;
    for (size_t r = 0; r < table->table.n_rows; r++)
      in[r] = in[r] && seen[pst_column_code(c->column, r)];
  }
  return pinned;
}
