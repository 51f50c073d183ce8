/* bind.c -- names, tables and functions of a claims file: what each stands for. */
#include "claim/read/bind_rate.h"

#include <string.h>

#include "language/function.h"

struct variable {
  struct pst_text name;
  const struct variable *outer;
};

struct binder {
  struct pst_source *source;
  const struct pst_file_syntax *file;
  const struct pst_let_syntax *let; /* whose body this is, or NULL */
  size_t at;                        /* what is declared behind it is not known yet */
};

static void fail_near(struct binder *binder, size_t at, const char *what, struct pst_text name,
                      const char *const *candidates, size_t count)
{
  size_t near = pst_text_near(name, candidates, count);

  if (near < count)
    pst_source_fail(binder->source, at, "there is no %s '%.*s'; did you mean %s?", what,
                    (int)name.size, name.data, candidates[near]);
  else
    pst_source_fail(binder->source, at, "there is no %s '%.*s'", what, (int)name.size, name.data);
}

static const char **names_of(struct binder *binder, size_t count)
{
  const char **names = pst_arena_array(binder->source->arena, count + 1, sizeof *names);

  binder->source->failed = binder->source->failed || names == NULL;
  return names;
}

static void bind_table(struct binder *binder, struct pst_syntax *node)
{
  const struct pst_file_syntax *file = binder->file;
  const char **names;

  for (size_t i = 0; i < file->table_count; i++) {
    const struct pst_table_syntax *table = &file->tables[i];

    if (!pst_text_equal(table->name, node->text))
      continue;
    node->table = i;
    if (table->error == 0 && table->key_count != node->count)
      pst_source_fail(binder->source, node->at, "%.*s has %zu key%s, but %zu %s here",
                      (int)node->text.size, node->text.data, table->key_count,
                      table->key_count == 1 ? "" : "s", node->count,
                      node->count == 1 ? "stands" : "stand");
    return;
  }
  names = names_of(binder, file->table_count);
  for (size_t i = 0; names != NULL && i < file->table_count; i++)
    names[i] = pst_source_copy(binder->source, file->tables[i].name);
  if (names != NULL)
    fail_near(binder, node->at, "table", node->text, names, file->table_count);
}

static void fail_name(struct binder *binder, const struct pst_syntax *node,
                      const struct variable *variables)
{
  const struct pst_file_syntax *file = binder->file;
  size_t count = 0, most = file->let_count + file->table_count;
  const char **names;

  for (const struct variable *v = variables; v != NULL; v = v->outer)
    most++;
  for (size_t i = 0; i < file->table_count; i++) {
    if (pst_text_equal(file->tables[i].name, node->text)) {
      pst_source_fail(binder->source, node->at, "%.*s is a table; write its cells as %.*s[...]",
                      (int)node->text.size, node->text.data, (int)node->text.size, node->text.data);
      return;
    }
  }
  names = names_of(binder, most);
  if (names == NULL)
    return;
  for (const struct variable *v = variables; v != NULL; v = v->outer)
    names[count++] = pst_source_copy(binder->source, v->name);
  for (size_t i = 0; i < file->let_count; i++)
    names[count++] = pst_source_copy(binder->source, file->lets[i].name);
  fail_near(binder, node->at, "name", node->text, names, count);
}

static void bind_name(struct binder *binder, struct pst_syntax *node,
                      const struct variable *variables)
{
  size_t place = pst_names_find(&binder->file->let_names, node->text);
  const struct pst_let_syntax *let = place == SIZE_MAX ? NULL : &binder->file->lets[place];

  node->let = NULL;
  for (const struct variable *v = variables; v != NULL; v = v->outer)
    if (pst_text_equal(v->name, node->text))
      return;
  node->let = let;
  if (let == NULL)
    fail_name(binder, node, variables);
  else if (let == binder->let)
    pst_source_fail(binder->source, node->at, "the let '%.*s' refers to itself",
                    (int)node->text.size, node->text.data);
  else if (let->at > binder->at)
    pst_source_fail(binder->source, node->at, "the let '%.*s' stands behind its first use",
                    (int)node->text.size, node->text.data);
}

static void bind(struct binder *binder, struct pst_syntax *node, const struct variable *variables)
{
  bool each = node->kind == PST_SYNTAX_QUANTIFIER || node->kind == PST_SYNTAX_SUCH
              || node->kind == PST_SYNTAX_SERIES;
  struct variable member = {.name = node->text, .outer = variables};

  if (node->kind == PST_SYNTAX_NAME)
    bind_name(binder, node, variables);
  if (node->kind == PST_SYNTAX_CELL)
    bind_table(binder, node);
  if (node->kind == PST_SYNTAX_CALL)
    if (pst_function_bind(binder->source, node, PST_CLAIMS) && node->function == PST_FN_CONVERT)
      pst_bind_rate_name(binder->source, binder->file, node->arguments[1]);
  for (size_t i = 0; i < node->count; i++)
    bind(binder, node->arguments[i], each && i == 1 ? &member : variables);
}

void pst_syntax_bind(struct pst_source *source, struct pst_file_syntax *file)
{
  struct binder binder = {.source = source, .file = file};

  pst_bind_rates(source, file);
  for (size_t i = 0; i < file->let_count; i++) {
    size_t before = source->error_count;

    binder.let = &file->lets[i];
    binder.at = file->lets[i].at;
    if (file->lets[i].body != NULL)
      bind(&binder, file->lets[i].body, NULL);
    if (source->error_count > before) {
      file->lets[i].body = NULL;
      file->lets[i].error = before + 1;
    }
  }
  binder.let = NULL;
  for (size_t i = 0; i < file->claim_count; i++) {
    for (size_t j = 0; j < file->claims[i].check_count; j++) {
      struct pst_check_syntax *check = &file->claims[i].checks[j];
      size_t before = source->error_count;

      binder.at = check->at;
      if (check->body != NULL)
        bind(&binder, check->body, NULL);
      if (source->error_count > before)
        check->error = before + 1;
    }
  }
}
