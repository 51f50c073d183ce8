/* function.c -- the functions of the language: one table serves reading, advice, help and docs. */
#include "language/function.h"

#include <stdio.h>
#include <string.h>

enum { ANY_NUMBER = 1000 };

#define ROW(make, usage, least, most)                                                              \
  {                                                                                                \
    usage, least, most                                                                             \
  }
#define CLAIM(function, usage, least, most)                                                        \
  {                                                                                                \
    usage, least, most                                                                             \
  }
#define NO_ROW                                                                                     \
  {                                                                                                \
    NULL, 0, 0                                                                                     \
  }
#define NO_CLAIM                                                                                   \
  {                                                                                                \
    NULL, 0, 0                                                                                     \
  }
#define FUNCTION(id, name, rows, claims, takes, gives, elsewhere)                                  \
  {name, rows, claims, takes, gives, elsewhere},

const struct pst_function_entry pst_function_entries[PST_FNS] = {
#include "language/functions.def"
};

#undef FUNCTION

const struct pst_function_form *pst_function_form(size_t function, enum pst_dialect dialect)
{
  const struct pst_function_entry *entry = &pst_function_entries[function];

  return dialect == PST_ROWS ? &entry->rows : &entry->claims;
}

/* --- messages ---------------------------------------------------------------------------------- */

static bool fail_unknown(struct pst_source *source, const struct pst_syntax *node,
                         enum pst_dialect dialect)
{
  const char *names[PST_FNS];
  size_t count = 0, near;

  for (size_t i = 0; i < PST_FNS; i++)
    if (pst_function_form(i, dialect)->usage != NULL)
      names[count++] = pst_function_entries[i].name;
  near = pst_text_near(node->text, names, count);
  if (near < count)
    return pst_source_fail(source, node->at, "there is no function '%.*s'; did you mean %s?",
                           (int)node->text.size, node->text.data, names[near]);
  return pst_source_fail(source, node->at, "there is no function '%.*s'", (int)node->text.size,
                         node->text.data);
}

static bool fail_elsewhere(struct pst_source *source, const struct pst_syntax *node,
                           enum pst_dialect dialect)
{
  const struct pst_function_entry *entry = &pst_function_entries[node->function];

  return pst_source_fail(source, node->at,
                         dialect == PST_ROWS
                             ? "%s is for claims files, as it asks about many rows and this sees "
                               "one at a time: %s"
                             : "%s is for --where and --let: %s",
                         entry->name, entry->elsewhere);
}

static bool fail_arguments(struct pst_source *source, const struct pst_syntax *node,
                           const struct pst_function_form *form)
{
  const char *name = pst_function_entries[node->function].name;
  char how_many[64];

  if (form->most == form->least)
    snprintf(how_many, sizeof how_many, "%zu argument%s", form->least, form->least == 1 ? "" : "s");
  else if (form->most == ANY_NUMBER)
    snprintf(how_many, sizeof how_many, "%zu argument%s or more", form->least,
             form->least == 1 ? "" : "s");
  else
    snprintf(how_many, sizeof how_many, "%zu or %zu arguments", form->least, form->most);
  return pst_source_fail(source, node->at, "%s takes %s: %s", name, how_many, form->usage);
}

bool pst_function_bind(struct pst_source *source, struct pst_syntax *node, enum pst_dialect dialect)
{
  const struct pst_function_form *form;
  size_t i = 0;

  while (i < PST_FNS && !pst_text_is(node->text, pst_function_entries[i].name))
    i++;
  if (i == PST_FNS)
    return fail_unknown(source, node, dialect);
  node->function = i;
  form = pst_function_form(i, dialect);
  if (form->usage == NULL)
    return fail_elsewhere(source, node, dialect);
  return (node->count >= form->least && node->count <= form->most)
         || fail_arguments(source, node, form);
}

/* --- lists ------------------------------------------------------------------------------------- */

void pst_function_list(struct pst_buffer *out, enum pst_dialect dialect)
{
  enum { INDENT = 36, WIDTH = 80 };

  for (size_t i = 0; i < PST_FNS; i++) {
    const struct pst_function_form *form = pst_function_form(i, dialect);
    bool fits = form->usage != NULL && strlen(form->usage) <= INDENT - 4;

    if (form->usage == NULL)
      continue;
    pst_buffer_printf(out, "  %-*s%s", fits ? INDENT - 2 : 0, form->usage, fits ? "" : "\n");
    if (!fits)
      pst_buffer_repeat(out, ' ', INDENT);
    pst_buffer_wrap(out, pst_function_entries[i].gives, INDENT, INDENT, WIDTH);
  }
}

void pst_function_markdown(struct pst_buffer *out, enum pst_dialect dialect)
{
  for (size_t i = 0; i < PST_FNS; i++) {
    const struct pst_function_entry *entry = &pst_function_entries[i];
    const struct pst_function_form *form = pst_function_form(i, dialect);

    if (form->usage != NULL)
      pst_buffer_printf(out, "| `%s` | %s | %s |\n", form->usage, entry->takes, entry->gives);
  }
}
