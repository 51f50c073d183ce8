/* load_other.c -- the files of --join, and whose column a name means. */
#include <string.h>

#include "job/load/load_steps.h"

/* --- the files ---------------------------------------------------------------------------------- */

static enum pst_status check_uses(const struct pst_job_options *o, struct pst_error *error)
{
  size_t n = o->join.count;

  if (n > 1 && o->on.count > 1 && o->on.count != n)
    return pst_fail(error, PST_USAGE,
                    "--join is given %zu times and --on %zu times; give one --on for each, or one "
                    "for all",
                    n, o->on.count);
  if (o->join_prefix.count > 0 && o->join_prefix.count != n)
    return pst_fail(
        error, PST_USAGE,
        "--join is given %zu time%s and --join-prefix %zu time%s; give one for each, '' "
        "for none",
        n, n == 1 ? "" : "s", o->join_prefix.count, o->join_prefix.count == 1 ? "" : "s");
  return PST_OK;
}

/* The keys of file I: those of its own --on, or of the only one; of a single file, those of all. */
static enum pst_status split_keys(struct pst_load *load, size_t i, struct pst_error *error)
{
  const struct pst_list *on = &load->job->options.on;
  struct pst_error inner = {.status = PST_OK};
  enum pst_status status = PST_OK;

  for (size_t u = 0; u < on->count && status == PST_OK; u++)
    if (load->n_others == 1 || on->count == 1 || u == i)
      status = pst_list_split(&load->others[i].on, &load->job->arena, on->items[u], &inner);
  return status == PST_OK ? PST_OK : pst_fail(error, status, "--on: %s", inner.message);
}

enum pst_status pst_load_list_others(struct pst_load *load, struct pst_error *error)
{
  const struct pst_job_options *o = &load->job->options;
  enum pst_status status = check_uses(o, error);

  load->others = pst_arena_array(&load->job->arena, o->join.count + 1, sizeof *load->others);
  if (load->others == NULL)
    return pst_fail_memory(error);
  load->n_others = status == PST_OK ? o->join.count : 0;
  for (size_t i = 0; i < load->n_others && status == PST_OK; i++) {
    load->others[i] =
        (struct pst_load_other){.path = o->join.items[i],
                                .prefix = o->join_prefix.count > 0 ? o->join_prefix.items[i] : ""};
    status = split_keys(load, i, error);
  }
  return status;
}

void pst_load_free_others(struct pst_load *load)
{
  for (size_t i = 0; i < load->n_others; i++) {
    struct pst_load_other *other = &load->others[i];

    for (size_t k = 0; other->key_texts != NULL && k < other->on.count; k++)
      pst_load_texts_free(&other->key_texts[k].texts);
    pst_loader_close(other->loader);
    pst_table_free(&other->table);
    pst_join_memory_free(&other->memory);
  }
}

/* --- whose column a name means ------------------------------------------------------------------ */

struct pst_loader *pst_load_loader(const struct pst_load *load, const struct pst_load_place *place)
{
  return place->other == NULL ? load->main : place->other->loader;
}

/* "right" of "data/right.csv.gz". */
static struct pst_text stem(const char *path)
{
  const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1;

  return (struct pst_text){.data = name, .size = name[0] == '\0' ? 0 : 1 + strcspn(name + 1, ".")};
}

struct pst_text pst_load_stem(const struct pst_load_other *other)
{
  return stem(other->path);
}

const char *pst_load_behind(struct pst_text qualifier, const char *name)
{
  bool begins = qualifier.size > 0 && strncmp(name, qualifier.data, qualifier.size) == 0
                && name[qualifier.size] == '.' && name[qualifier.size + 1] != '\0';

  return begins ? name + qualifier.size + 1 : NULL;
}

static bool is_key(const struct pst_load *load, const char *name)
{
  for (size_t i = 0; i < load->n_others; i++)
    for (size_t k = 0; k < load->others[i].on.count; k++) {
      const char *key = load->others[i].on.items[k];
      size_t size = strlen(name);

      if (strcmp(key, name) == 0 || (strncmp(key, name, size) == 0 && key[size] == '='))
        return true;
    }
  return false;
}

/* NAME as the column of OTHER is called. */
static const char *in_other(const struct pst_load_other *other, const char *name)
{
  size_t size = strlen(other->prefix);

  if (strncmp(name, other->prefix, size) != 0 || !pst_loader_has(other->loader, name + size))
    return NULL;
  return name + size;
}

/* Add what NAME means in file OTHER (NULL: the first) to the two places of which one may be. */
static void add(struct pst_load_place places[2], size_t *n, struct pst_load_other *other,
                const char *name)
{
  if (name != NULL && *n < 2)
    places[*n] = (struct pst_load_place){.other = other, .name = name};
  *n += name != NULL;
}

static size_t find_plain(const struct pst_load *load, const char *name,
                         struct pst_load_place places[2])
{
  size_t n = 0;

  if (pst_loader_has(load->main, name))
    add(places, &n, NULL, name);
  if (n > 0 && is_key(load, name))
    return n;
  for (size_t i = 0; i < load->n_others; i++)
    add(places, &n, &load->others[i], in_other(&load->others[i], name));
  return n;
}

static const char *in_loader(const struct pst_loader *loader, const char *name)
{
  return name != NULL && pst_loader_has(loader, name) ? name : NULL;
}

/* FILE.NAME, and joined.NAME where one file is joined. */
static size_t find_qualified(const struct pst_load *load, const char *name,
                             struct pst_load_place places[2])
{
  const struct pst_list *files = &load->job->operands;
  size_t n = 0;

  if (load->n_others == 1 && pst_load_behind(pst_text_of("joined"), name) != NULL)
    add(places, &n, &load->others[0],
        in_loader(load->others[0].loader, pst_load_behind(pst_text_of("joined"), name)));
  if (n > 0 || load->n_others == 0)
    return n;
  if (files->count == 1)
    add(places, &n, NULL, in_loader(load->main, pst_load_behind(stem(files->items[0]), name)));
  for (size_t i = 0; i < load->n_others; i++)
    add(places, &n, &load->others[i],
        in_loader(load->others[i].loader, pst_load_behind(stem(load->others[i].path), name)));
  return n;
}

static enum pst_status fail_both(const struct pst_load *load, const char *name,
                                 const struct pst_load_place places[2], struct pst_error *error)
{
  struct pst_text first = stem(load->job->operands.count == 1 ? load->job->operands.items[0] : "");
  struct pst_text second = stem(places[1].other->path);

  if (places[0].other != NULL)
    first = stem(places[0].other->path);
  if (first.size > 0 && strcmp(places[0].name, name) == 0 && strcmp(places[1].name, name) == 0
      && !(first.size == second.size && strncmp(first.data, second.data, first.size) == 0))
    return pst_fail(
        error, PST_USAGE,
        "both %s and %s have a column '%s'; write %.*s.%s or %.*s.%s, or --join-prefix b_",
        pst_loader_name(pst_load_loader(load, &places[0])),
        pst_loader_name(places[1].other->loader), name, (int)first.size, first.data, name,
        (int)second.size, second.data, name);
  return pst_fail(
      error, PST_USAGE, "both %s and %s have a column '%s'; --join-prefix b_ calls that of %s b_%s",
      pst_loader_name(pst_load_loader(load, &places[0])), pst_loader_name(places[1].other->loader),
      name, pst_loader_name(places[1].other->loader), places[1].name);
}

enum pst_status pst_load_find(struct pst_load *load, const char *name, struct pst_load_place *place,
                              struct pst_error *error)
{
  struct pst_load_place places[2] = {{.name = NULL}, {.name = NULL}};
  size_t n = find_plain(load, name, places);

  if (n == 0)
    n = find_qualified(load, name, places);
  *place = places[0];
  return n > 1 ? fail_both(load, name, places, error) : PST_OK;
}

bool pst_load_in_other(struct pst_load *load, const char *name)
{
  struct pst_load_place places[2] = {{.name = NULL}, {.name = NULL}};
  size_t n = find_plain(load, name, places);

  if (n == 0)
    n = find_qualified(load, name, places);
  return n > 0 && places[0].other != NULL;
}
