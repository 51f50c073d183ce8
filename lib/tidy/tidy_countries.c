/* tidy_countries.c -- key columns of a tidy table that name countries, in one form. */
#include "tidy/tidy_countries.h"

#include "report/escape.h"

enum { SHOWN = 10 };

static enum pst_status take(void *context, const struct pst_tidy_row *row, struct pst_error *error)
{
  struct pst_tidy_countries *countries = context;

  for (size_t i = 0; i < countries->n; i++) {
    struct pst_tidy_country *at = &countries->columns[i];
    struct pst_text text = row->keys[at->key];

    if (text.size > 0 && pst_dictionary_add(&at->texts, text) == PST_CODE_MISSING)
      return pst_fail_memory(error);
  }
  return PST_OK;
}

static enum pst_status translate(struct pst_tidy_countries *countries, struct pst_tidy_country *at,
                                 enum pst_country_form form, struct pst_error *error)
{
  const char **texts = pst_arena_array(&countries->arena, at->texts.count + 1, sizeof *texts);

  at->out = pst_arena_array(&countries->arena, at->texts.count + 1, sizeof *at->out);
  if (texts == NULL || at->out == NULL)
    return pst_fail_memory(error);
  for (unsigned c = 0; c < at->texts.count; c++)
    texts[c] = pst_dictionary_string(&at->texts, c);
  return pst_country_translate(texts, at->texts.count, form, &countries->arena, at->out,
                               &at->report, error);
}

enum pst_status pst_tidy_translate(const struct pst_tidy *tidy, const struct pst_list *names,
                                   enum pst_country_form form, struct pst_tidy_countries *countries,
                                   struct pst_error *error)
{
  enum pst_status status = PST_OK;

  *countries = (struct pst_tidy_countries){.n = names->count, .only = countries->only};
  countries->columns =
      pst_arena_array(&countries->arena, names->count + 1, sizeof *countries->columns);
  if (countries->columns == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < names->count && status == PST_OK; i++) {
    countries->columns[i].column = names->items[i];
    status = pst_tidy_key(tidy, names->items[i], "country", &countries->columns[i].key, error);
  }
  if (status == PST_OK)
    status = pst_tidy_each(tidy, take, countries, error);
  for (size_t i = 0; i < names->count && status == PST_OK; i++)
    status = translate(countries, &countries->columns[i], form, error);
  return status;
}

struct pst_text pst_tidy_translated(void *context, size_t key, struct pst_text text)
{
  const struct pst_tidy_countries *countries = context;

  for (size_t i = 0; i < countries->n; i++)
    if (countries->columns[i].key == key && text.size > 0)
      return pst_text_of(
          countries->columns[i].out[pst_dictionary_find(&countries->columns[i].texts, text)]);
  return text;
}

static void say_unknown(const struct pst_tidy_country *at, struct pst_buffer *out)
{
  size_t n = at->report.unresolved;

  if (n == 0)
    return;
  pst_buffer_printf(out, "tidy: %zu text%s of column ", n, n == 1 ? "" : "s");
  pst_escape_terminal(out, at->column);
  pst_buffer_printf(out, " %s no country:", n == 1 ? "is" : "are");
  for (size_t i = 0; i < n && i < SHOWN; i++) {
    pst_buffer_puts(out, i == 0 ? " '" : ", '");
    pst_escape_terminal(out, at->report.unknown[i]);
    pst_buffer_putc(out, '\'');
    if (at->report.near[i] != NULL)
      pst_buffer_printf(out, " (did you mean '%s'?)", at->report.near[i]);
  }
  pst_buffer_puts(out, n > SHOWN ? " ...\n" : "\n");
}

void pst_tidy_say_countries(const struct pst_tidy_countries *countries, struct pst_buffer *out)
{
  for (size_t i = 0; i < countries->n; i++) {
    const struct pst_tidy_country *at = &countries->columns[i];

    pst_buffer_puts(out, "tidy: column ");
    pst_escape_terminal(out, at->column);
    pst_buffer_printf(out,
                      ": %zu names: %zu countries, %zu territories, %zu former states, %zu "
                      "aggregates, %zu no country\n",
                      at->report.count, at->report.present, at->report.territories,
                      at->report.former, at->report.aggregates, at->report.unresolved);
    say_unknown(at, out);
  }
  if (countries->only)
    pst_buffer_printf(out, "tidy: %zu row%s of aggregates left out\n", countries->left_out,
                      countries->left_out == 1 ? "" : "s");
}

static void json_texts(struct pst_buffer *out, const char *name, const char *const *texts, size_t n)
{
  pst_buffer_printf(out, ", \"%s\": [", name);
  for (size_t i = 0; i < n; i++) {
    pst_buffer_puts(out, i == 0 ? "" : ", ");
    pst_escape_json(out, texts[i]);
  }
  pst_buffer_putc(out, ']');
}

void pst_tidy_countries_json(const struct pst_tidy_countries *countries, struct pst_buffer *out)
{
  pst_buffer_putc(out, '[');
  for (size_t i = 0; i < countries->n; i++) {
    const struct pst_tidy_country *at = &countries->columns[i];

    pst_buffer_puts(out, i == 0 ? "{\"column\": " : ", {\"column\": ");
    pst_escape_json(out, at->column);
    pst_buffer_printf(
        out, ", \"names\": %zu, \"countries\": %zu, \"territories\": %zu, \"former\": %zu",
        at->report.count, at->report.present, at->report.territories, at->report.former);
    json_texts(out, "aggregates", at->report.aggregate, at->report.aggregates);
    json_texts(out, "no_country", at->report.unknown, at->report.unresolved);
    pst_buffer_putc(out, '}');
  }
  pst_buffer_putc(out, ']');
}

void pst_tidy_forget_countries(struct pst_tidy_countries *countries)
{
  for (size_t i = 0; i < countries->n && countries->columns != NULL; i++)
    pst_dictionary_free(&countries->columns[i].texts);
  pst_arena_free(&countries->arena);
}
