/* kind.c -- --kind read: the kind of each item, and what its brackets ask for. */
#include "indicator/kinds.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* What other tools, and people, call the kinds; the place among the N NAMES, or N. */
static size_t find_synonym(struct pst_text word, const char *const *names, size_t n)
{
  static const struct {
    const char *said, *name;
  } synonyms[] = {
      {"herfindahl", "hhi"},    {"concentration", "hhi"},  {"theil", "theil-t"},
      {"mld", "theil-l"},       {"shannon", "entropy"},    {"balassa", "rca"},
      {"percent", "share"},     {"pct", "share"},          {"moving-average", "average"},
      {"rolling", "average"},   {"cagr", "annual-growth"}, {"yoy", "growth"},
      {"cumsum", "cumulative"}, {"z-score", "zscore"},     {"per-capita", "per"},
      {"deflator", "deflate"}};

  for (size_t k = 0; k < sizeof synonyms / sizeof *synonyms; k++)
    for (size_t i = 0; i < n && pst_text_is(word, synonyms[k].said); i++)
      if (strcmp(names[i], synonyms[k].name) == 0)
        return i;
  return n;
}

static enum pst_status fail_kind(struct pst_text name, struct pst_error *error)
{
  const char *names[64] = {NULL};
  char word[64];
  size_t n = 0, near;

  for (size_t i = 0; i < pst_indicator_n_kinds; i++)
    names[n++] = pst_indicator_kinds[i].name;
  for (size_t i = 0; i < pst_concentrations_count; i++)
    names[n++] = pst_concentrations[i].name;
  near = find_synonym(name, names, n);
  if (near == n)
    near = pst_text_near(name, names, n);
  snprintf(word, sizeof word, "%.*s", (int)name.size, name.data);
  if (near < n)
    return pst_fail(error, PST_USAGE, "--kind: there is no kind '%s'; did you mean '%s'?", word,
                    names[near]);
  return pst_fail(error, PST_USAGE, "--kind: there is no kind '%s'; --kind list prints all", word);
}

/* All indices of concentration are one kind, told apart by their own table. */
static const struct pst_indicator_kind concentration = {.sort = PST_INDICATOR_GROUPS,
                                                        .of_total = true};

/* ", of known" or "(of known)" at the end of TEXT is taken away. */
static struct pst_text take_known(struct pst_text text, struct pst_arena *arena, bool *known)
{
  static const char *const ends[] = {",of known)", ", of known)", "(of known)"};

  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t size = strlen(ends[i]);

    if (text.size < size || memcmp(text.data + text.size - size, ends[i], size) != 0)
      continue;
    *known = true;
    text.size -= size;
    text.data =
        pst_arena_format(arena, "%.*s%s", (int)text.size, text.data, ends[i][0] == '(' ? "" : ")");
    return text.data == NULL ? (struct pst_text){.data = "", .size = 0} : pst_text_of(text.data);
  }
  return text;
}

static enum pst_status read_concentration(struct pst_job *job, struct pst_indicator_ask *ask,
                                          struct pst_error *error)
{
  struct pst_text text = take_known(pst_text_of(ask->text), &job->arena, &ask->known);
  enum pst_status status = pst_concentration_read(text, &ask->index, &ask->parameter, error);

  ask->kind = &concentration;
  if (status != PST_OK)
    pst_error_prefix(error, "--kind: ");
  return status;
}

/* The arguments between the brackets, without blanks around them. */
static enum pst_status split_arguments(struct pst_job *job, struct pst_text inside,
                                       struct pst_list *arguments, struct pst_error *error)
{
  struct pst_list parts = {.count = 0};
  const char *copy = pst_arena_copy(&job->arena, inside.data, inside.size);
  enum pst_status status =
      copy == NULL ? pst_fail_memory(error) : pst_list_split(&parts, &job->arena, copy, error);

  for (size_t i = 0; i < parts.count && status == PST_OK; i++) {
    struct pst_text part = pst_text_trim(pst_text_of(parts.items[i]));
    const char *trimmed = pst_arena_copy(&job->arena, part.data, part.size);

    status = trimmed == NULL ? pst_fail_memory(error)
                             : pst_list_add(arguments, &job->arena, trimmed, error);
  }
  return status;
}

static enum pst_status read_arguments(struct pst_job *job, struct pst_indicator_ask *ask,
                                      size_t name, struct pst_error *error)
{
  struct pst_list arguments = {.count = 0};
  struct pst_text rest = pst_text_of(ask->text + name);
  enum pst_status status = PST_OK;

  if (rest.size > 0 && (ask->kind->read == NULL || rest.data[rest.size - 1] != ')'))
    return pst_fail(error, PST_USAGE, "--kind: '%s' is not understood; write %s%s", ask->text,
                    ask->kind->name, ask->kind->arguments == NULL ? "" : ask->kind->arguments);
  if (rest.size > 2)
    status = split_arguments(job, (struct pst_text){.data = rest.data + 1, .size = rest.size - 2},
                             &arguments, error);
  if (status != PST_OK)
    pst_error_prefix(error, "--kind: '%s': ", ask->text);
  return status == PST_OK && ask->kind->read != NULL ? ask->kind->read(ask, &arguments, error)
                                                     : status;
}

static enum pst_status read_item(struct pst_job *job, const char *item,
                                 struct pst_indicator_ask *ask, struct pst_error *error)
{
  struct pst_text name = {.data = item, .size = strcspn(item, "(")};

  *ask = (struct pst_indicator_ask){.role = SIZE_MAX, .text = item};
  for (size_t i = 0; i < pst_indicator_n_kinds; i++)
    if (pst_text_is(name, pst_indicator_kinds[i].name)) {
      ask->kind = &pst_indicator_kinds[i];
      return read_arguments(job, ask, name.size, error);
    }
  if (pst_concentration_find(name) != NULL)
    return read_concentration(job, ask, error);
  return fail_kind(name, error);
}

static enum pst_status check_twice(const struct pst_indicator_ask *asks, size_t n,
                                   struct pst_error *error)
{
  for (size_t i = 0; i + 1 < n; i++)
    if (strcmp(asks[i].text, asks[n - 1].text) == 0)
      return pst_fail(error, PST_USAGE, "--kind: '%s' is given twice", asks[i].text);
  return PST_OK;
}

enum pst_status pst_indicator_read_kinds(struct pst_job *job, const struct pst_list *list,
                                         struct pst_indicator_ask **asks, size_t *count,
                                         struct pst_error *error)
{
  struct pst_list items = {.count = 0};
  enum pst_status status = PST_OK;

  *count = 0;
  for (size_t i = 0; i < list->count && status == PST_OK; i++)
    status = pst_list_split_calls(&items, &job->arena, list->items[i], error);
  if (status != PST_OK)
    pst_error_prefix(error, "--kind: ");
  if (status != PST_OK)
    return status;
  *asks = pst_arena_array(&job->arena, items.count + 1, sizeof **asks);
  if (*asks == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < items.count && status == PST_OK; i++) {
    status = read_item(job, items.items[i], &(*asks)[i], error);
    if (status == PST_OK)
      status = check_twice(*asks, ++*count, error);
  }
  return status;
}
