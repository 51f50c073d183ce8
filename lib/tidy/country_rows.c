/* country_rows.c -- rows of a tidy table whose keys are countries: aggregates left out, none there twice. */
#include <stdlib.h>

#include "base/array.h"
#include "tidy/tidy_countries.h"

bool pst_tidy_left_out(void *context, const struct pst_tidy_row *row)
{
  struct pst_tidy_countries *countries = context;

  for (size_t i = 0; i < countries->n && countries->only; i++) {
    const struct pst_tidy_country *at = &countries->columns[i];
    struct pst_text text = row->keys[at->key];

    if (text.size > 0 && at->report.is_aggregate[pst_dictionary_find(&at->texts, text)]) {
      countries->left_out++;
      return true;
    }
  }
  return false;
}

/* --- two spellings of one country --------------------------------------------------------------- */

struct seen {
  const struct pst_tidy *tidy;
  struct pst_tidy_countries *countries;
  struct pst_dictionary rows; /* keys as they are written, and the period */
  struct pst_buffer key;
  struct first {
    unsigned long line;
    const char *text; /* of the first column of countries, as it stands */
  } * first;          /* of each of rows */
  size_t capacity;
};

static void put_key(struct seen *seen, const struct pst_tidy_row *row)
{
  pst_buffer_clear(&seen->key);
  for (size_t k = 0; k < seen->tidy->n_keys; k++) {
    struct pst_text text = pst_tidy_translated(seen->countries, k, row->keys[k]);

    pst_buffer_add(&seen->key, text.data, text.size);
    pst_buffer_putc(&seen->key, '\x1F');
  }
  pst_buffer_puts(&seen->key, row->period);
}

/* A row that stands twice as it is is for the check of keys: here only what the names hide is refused. */
static enum pst_status fail_two(const struct seen *seen, const struct pst_tidy_row *row,
                                const struct first *first, const char *text,
                                struct pst_error *error)
{
  return pst_fail_at(
      error, PST_BAD_DATA, seen->tidy->frame.sheet->name, row->line,
      "'%s' is the country that '%s' on line %lu is, and both have a value%s%s; mend the "
      "one that is wrong, or leave out --country",
      text, first->text, first->line, row->period[0] == '\0' ? "" : " for ", row->period);
}

static enum pst_status take(void *context, const struct pst_tidy_row *row, struct pst_error *error)
{
  struct seen *seen = context;
  unsigned known = seen->rows.count, code;
  struct pst_text text = row->keys[seen->countries->columns[0].key];

  if (pst_tidy_left_out(seen->countries, row))
    return PST_OK;
  for (size_t i = 0; i < seen->countries->n; i++)
    if (seen->countries->columns[i].report.merged > 0)
      text = row->keys[seen->countries->columns[i].key];
  put_key(seen, row);
  code = pst_dictionary_add(&seen->rows, pst_text_of(pst_buffer_string(&seen->key)));
  if (code == PST_CODE_MISSING || !PST_ARRAY_ROOM(seen->first, seen->capacity, seen->rows.count))
    return pst_fail_memory(error);
  if (code == known) {
    seen->first[code] = (struct first){
        .line = row->line, .text = pst_arena_copy(&seen->countries->arena, text.data, text.size)};
    return seen->first[code].text == NULL ? pst_fail_memory(error) : PST_OK;
  }
  if (pst_text_is(text, seen->first[code].text))
    return PST_OK;
  return fail_two(seen, row, &seen->first[code],
                  pst_arena_copy(&seen->countries->arena, text.data, text.size), error);
}

enum pst_status pst_tidy_check_countries(const struct pst_tidy *tidy,
                                         struct pst_tidy_countries *countries,
                                         struct pst_error *error)
{
  struct seen seen = {.tidy = tidy, .countries = countries};
  enum pst_status status = PST_OK;
  size_t merged = 0;

  for (size_t i = 0; i < countries->n; i++)
    merged += countries->columns[i].report.merged;
  if (merged > 0)
    status = pst_tidy_each(tidy, take, &seen, error);
  countries->left_out = 0;
  pst_dictionary_free(&seen.rows);
  pst_buffer_free(&seen.key);
  free(seen.first);
  return status;
}
