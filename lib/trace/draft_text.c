/* draft_text.c -- a draft as a claims file. */
#include <string.h>

#include "base/number.h"
#include "claim/report/told.h"
#include "trace/draft.h"

enum { WIDTH = 110 };

/* What is text of the paper stands in comments and strings: one line, no quote that would end a string. */
static void put_comment(struct pst_buffer *out, const char *text)
{
  struct pst_buffer lines = {.data = NULL};

  pst_buffer_wrap(&lines, text, 4, 0, WIDTH);
  for (const char *line = pst_buffer_string(&lines); *line != '\0';) {
    size_t size = strcspn(line, "\n");

    pst_buffer_printf(out, "  # %.*s\n", (int)size, line);
    line += size + (line[size] == '\n');
  }
  out->failed = out->failed || lines.failed;
  pst_buffer_free(&lines);
}

static void put_string(struct pst_buffer *out, const char *text)
{
  pst_buffer_putc(out, '"');
  for (; *text != '\0'; text++) {
    if (*text == '"' || *text == '\\')
      pst_buffer_putc(out, '\\');
    pst_buffer_putc(out, *text);
  }
  pst_buffer_putc(out, '"');
}

static void put_chance(struct pst_buffer *out, double chance)
{
  char text[PST_NUMBER_SIZE];

  pst_buffer_add(out, text, pst_number_print_digits(text, chance, 2));
}

static void put_number(struct pst_buffer *out, const struct pst_draft_number *n)
{
  if (n->check == NULL) {
    pst_buffer_printf(out, "  # %s: %zu of %zu expressions fit, none stands out\n", n->text,
                      n->fits, n->tried);
    return;
  }
  pst_buffer_printf(out, "  # %s: a %s%s; ", n->text, n->kind,
                    n->rounding ? ", only within rounding" : "");
  put_chance(out, n->chance);
  pst_buffer_printf(out, " so specific would fit by chance\n  %s\n", n->check);
}

static void put_claim(struct pst_buffer *out, const struct pst_draft *draft,
                      const struct pst_draft_claim *claim)
{
  struct pst_buffer at = {.data = NULL};

  if (claim->place.page > 0)
    pst_buffer_printf(&at, "page %lu", claim->place.page);
  else
    pst_buffer_printf(&at, "%s:%lu", draft->path, claim->place.line);
  pst_buffer_printf(out, "\nclaim %s  at ", claim->id);
  put_string(out, pst_buffer_string(&at));
  pst_buffer_puts(out, "\n  says \"" PST_CLAIMS_TO_REPLACE "\"\n");
  put_comment(out, claim->says);
  for (size_t i = 0; i < claim->count; i++)
    put_number(out, &claim->numbers[i]);
  if (claim->traced == 0)
    pst_buffer_puts(out, "  not checkable because \"to be written\"\n");
  out->failed = out->failed || at.failed;
  pst_buffer_free(&at);
}

static bool is_used(const struct pst_draft *draft, size_t table, size_t value)
{
  for (size_t i = 0; i < draft->count; i++)
    for (size_t k = 0; k < draft->claims[i].count; k++) {
      const struct pst_draft_number *n = &draft->claims[i].numbers[k];

      if (n->check != NULL && n->table == table && n->value == value)
        return true;
    }
  return false;
}

void pst_draft_write(struct pst_buffer *out, const struct pst_draft *draft, const char *output)
{
  pst_buffer_printf(out,
                    "# A draft: %zu of %zu numbers of the paper are traced to the tables.  That an "
                    "expression gives a "
                    "number\n# does not make it what the paper means: read each, and put the "
                    "paper's words into says.\n\n"
                    "paper ",
                    draft->traced, draft->numbers);
  put_string(out, draft->path);
  if (!draft->is_pdf) {
    pst_buffer_puts(out, " text ");
    pst_trace_path(out, draft->path, output);
  }
  pst_buffer_puts(out, "\nrounding half\n");
  for (size_t t = 0; t < draft->data->table_count; t++)
    for (size_t v = 0; v < draft->data->tables[t].value_count; v++)
      if (is_used(draft, t, draft->data->tables[t].values[v])) {
        pst_buffer_putc(out, '\n');
        pst_trace_statement(out, &draft->data->tables[t], draft->data->tables[t].values[v], output);
      }
  for (size_t i = 0; i < draft->count; i++)
    put_claim(out, draft, &draft->claims[i]);
}
