/* apart.c -- one figure a group. */
#include "job/figure/apart.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/output.h"
#include "base/hash.h"
#include "job/emit.h"
#include "job/figure/template.h"

/* Different texts by number, in their order. */
struct texts {
  struct pst_hash table;
  const char **items;
  size_t count;
};

/* All figures of one name. */
struct apart {
  struct pst_job *job;
  const struct pst_groups *groups;
  const char *const *names;
  pst_draw_groups *draw;
  void *context;
  const char *template;
  bool *used;         /* the columns in the name */
  size_t *part;       /* of each group */
  bool *marked;       /* the groups of the part that is drawn */
  struct texts parts; /* by their values */
  struct texts paths; /* taken, small letters */
  bool *found;        /* which names of --highlight a figure had */
  size_t drawn, kept, empty;
  const char *first_empty;
};

static bool same_text(const void *owner, size_t item, const void *key)
{
  return strcmp(((const struct texts *)owner)->items[item], key) == 0;
}

/* The number of TEXT, new or not; false when memory is out. */
static bool number_of(struct texts *texts, const char *text, size_t *number, bool *is_new)
{
  const uint64_t hash = pst_hash_text(pst_text_of(text));
  struct pst_hash_slot *slot;

  if (!pst_hash_room(&texts->table, texts->count + 1))
    return false;
  slot = pst_hash_at(&texts->table, hash, same_text, texts, text);
  *number = pst_hash_item(slot);
  *is_new = *number == PST_HASH_NONE;
  if (*is_new) {
    *number = texts->count;
    texts->items[texts->count] = text;
    pst_hash_take(slot, hash, texts->count++);
  }
  return true;
}

/* --- parts --------------------------------------------------------------------------------------- */

static const char *const *values_of(const struct apart *a, size_t group)
{
  return (const char *const *)(a->groups->keys + group * a->groups->n_keys);
}

/* What the groups of a part have in common: "Japan", "Japan, total". */
static const char *label_of(const struct apart *a, size_t group, const char *between)
{
  struct pst_buffer label = {.data = NULL};
  const char *copy;

  for (size_t k = 0; k < a->groups->n_keys; k++)
    if (a->used[k])
      pst_buffer_printf(&label, "%s%s", label.size == 0 ? "" : between, values_of(a, group)[k]);
  copy =
      label.failed ? NULL : pst_arena_copy(&a->job->arena, pst_buffer_string(&label), label.size);
  pst_buffer_free(&label);
  return copy;
}

static enum pst_status make_parts(struct apart *a, struct pst_error *error)
{
  const size_t n = a->groups->n_groups;
  struct pst_arena *arena = &a->job->arena;

  a->part = pst_arena_array(arena, n + 1, sizeof *a->part);
  a->marked = pst_arena_array(arena, n + 1, sizeof *a->marked);
  a->found = pst_arena_array(arena, a->job->options.highlight.count + 1, sizeof *a->found);
  a->parts.items = pst_arena_array(arena, n + 1, sizeof *a->parts.items);
  a->paths.items = pst_arena_array(arena, n + 1, sizeof *a->paths.items);
  if (a->part == NULL || a->marked == NULL || a->found == NULL || a->parts.items == NULL
      || a->paths.items == NULL)
    return pst_fail_memory(error);
  for (size_t g = 0; g < n; g++) {
    const char *label = label_of(a, g, "\x1F");
    bool is_new;

    if (label == NULL || !number_of(&a->parts, label, &a->part[g], &is_new))
      return pst_fail_memory(error);
  }
  return PST_OK;
}

/* --- paths --------------------------------------------------------------------------------------- */

/* Some file systems take "A.svg" and "a.svg" for one. */
static const char *in_small(struct pst_arena *arena, const char *text)
{
  char *copy = pst_arena_string(arena, text);

  for (char *c = copy; c != NULL && *c != '\0'; c++)
    if (*c >= 'A' && *c <= 'Z')
      *c = (char)(*c - 'A' + 'a');
  return copy;
}

/* The file of the part of GROUP: of names that are alike the second has "-2" before its ending. */
static const char *path_of(struct apart *a, size_t group, struct pst_error *error)
{
  struct pst_arena *arena = &a->job->arena;
  struct pst_buffer name = {.data = NULL};
  const char *path, *plain;
  bool is_new = false;
  size_t number;

  pst_template_path(a->template, a->names, a->groups->n_keys, values_of(a, group), &name);
  plain = path = name.failed ? NULL : pst_arena_string(arena, pst_buffer_string(&name));
  pst_buffer_free(&name);
  for (size_t k = 2; path != NULL && !is_new; k++) {
    const char *key = in_small(arena, path);

    if (key == NULL || !number_of(&a->paths, key, &number, &is_new))
      path = NULL;
    else if (!is_new)
      path = pst_arena_format(arena, "%.*s-%zu%s", (int)strlen(plain) - 4, plain, k,
                              plain + strlen(plain) - 4);
  }
  if (path == NULL)
    pst_fail_memory(error);
  return path;
}

/* The folders of PATH that are not there yet. */
static enum pst_status make_folders(struct pst_job *job, const char *path, struct pst_error *error)
{
  char *folder = pst_arena_string(&job->arena, path);

  if (folder == NULL)
    return pst_fail_memory(error);
  for (char *c = strchr(folder + 1, '/'); c != NULL; c = strchr(c + 1, '/')) {
    *c = '\0';
    if (mkdir(folder, 0777) != 0 && errno != EEXIST)
      return pst_fail(error, PST_IO, "cannot make the folder %s: %s", folder, strerror(errno));
    *c = '/';
  }
  return PST_OK;
}

/* Like any file that an option names, it is none that is read or written otherwise. */
static enum pst_status check_path(struct pst_job *job, const char *path, struct pst_error *error)
{
  struct pst_files files = {.count = 0};
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < job->files.count && status == PST_OK; i++)
    status = pst_files_add(&files, &job->arena, job->files.items[i].use, job->files.items[i].name,
                           job->files.items[i].path, error);
  if (status == PST_OK)
    status = pst_files_add(&files, &job->arena, PST_FILE_WRITE, "--render", path, error);
  return status == PST_OK ? pst_files_check(&files, error) : status;
}

/* --- drawing ------------------------------------------------------------------------------------- */

static const char *title_of(struct apart *a, const char *title, size_t group)
{
  struct pst_buffer text = {.data = NULL};
  const char *copy;

  if (title == NULL)
    return NULL;
  pst_template_text(title, a->names, a->groups->n_keys, values_of(a, group), &text);
  copy = text.failed ? NULL : pst_arena_string(&a->job->arena, pst_buffer_string(&text));
  pst_buffer_free(&text);
  return copy;
}

static enum pst_status draw_part(struct apart *a, size_t part, size_t group,
                                 struct pst_error *error)
{
  struct pst_job_drawing drawing = {.path = path_of(a, group, error),
                                    .highlighted = a->found,
                                    .label = label_of(a, group, ", "),
                                    .title = title_of(a, a->job->options.title, group),
                                    .subtitle = title_of(a, a->job->options.subtitle, group)};
  struct pst_error reason = {.status = PST_OK};
  enum pst_status status;

  if (drawing.path == NULL)
    return error->status;
  if (drawing.label == NULL || (a->job->options.title != NULL && drawing.title == NULL)
      || (a->job->options.subtitle != NULL && drawing.subtitle == NULL))
    return pst_fail_memory(error);
  for (size_t g = 0; g < a->groups->n_groups; g++)
    a->marked[g] = a->part[g] == part;
  status = make_folders(a->job, drawing.path, error);
  if (status == PST_OK)
    status = check_path(a->job, drawing.path, error);
  if (status != PST_OK)
    return status;
  a->job->drawing = &drawing;
  status = a->draw(a->job, a->marked, a->context, &reason);
  a->job->drawing = NULL;
  if (status != PST_OK && status != PST_UNDEFINED) {
    if (error != NULL)
      *error = reason;
    return status;
  }
  a->drawn += status == PST_OK && !drawing.kept;
  a->kept += status == PST_OK && drawing.kept;
  if (status == PST_OK && drawing.kept)
    pst_output_sweep(drawing.path);
  if (status == PST_UNDEFINED && a->empty++ == 0)
    a->first_empty = drawing.label;
  return PST_OK;
}

static enum pst_status check_highlight(const struct apart *a, struct pst_error *error)
{
  for (size_t i = 0; i < a->job->options.highlight.count; i++)
    if (!a->found[i])
      return pst_fail(error, PST_USAGE, "--highlight: no figure has a series '%s'",
                      a->job->options.highlight.items[i]);
  return PST_OK;
}

static void tell(const struct apart *a)
{
  struct pst_buffer text = {.data = NULL};

  pst_buffer_printf(&text, "--render: %zu figure%s drawn", a->drawn, a->drawn == 1 ? "" : "s");
  if (a->kept > 0)
    pst_buffer_printf(&text, ", %zu there already and unchanged", a->kept);
  if (a->empty == 1)
    pst_buffer_printf(&text, "; nothing to draw for %s", a->first_empty);
  if (a->empty > 1)
    pst_buffer_printf(&text, "; nothing to draw for %s and %zu more", a->first_empty, a->empty - 1);
  pst_job_say(a->job, "%s", pst_buffer_string(&text));
  pst_buffer_free(&text);
}

static enum pst_status draw_apart(struct apart *a, struct pst_error *error)
{
  size_t next = 0;
  enum pst_status status;

  a->used = pst_arena_array(&a->job->arena, a->groups->n_keys + 1, sizeof *a->used);
  if (a->used == NULL)
    return pst_fail_memory(error);
  status = pst_template_uses(a->template, a->names, a->groups->n_keys, a->used, error);
  if (status == PST_OK)
    status = make_parts(a, error);
  for (size_t g = 0; g < a->groups->n_groups && status == PST_OK; g++)
    if (a->part[g] == next)
      status = draw_part(a, next++, g, error);
  if (status == PST_OK && a->drawn + a->kept == 0)
    status = pst_fail(error, PST_UNDEFINED, "nothing to draw: no group has a value that is known");
  if (status == PST_OK)
    status = check_highlight(a, error);
  if (status == PST_OK)
    tell(a);
  pst_hash_free(&a->parts.table);
  pst_hash_free(&a->paths.table);
  return status;
}

enum pst_status pst_figures_apart(struct pst_job *job, const struct pst_groups *groups,
                                  const char *const *names, pst_draw_groups *draw, void *context,
                                  struct pst_error *error)
{
  const struct pst_list *render = &job->options.render;
  bool together = job->options.plot != NULL;
  enum pst_status status = PST_OK;

  job->draws_apart = true;
  for (size_t i = 0; i < render->count; i++)
    together = together || !pst_job_is_template(render->items[i]);
  if (together)
    status = draw(job, NULL, context, error);
  for (size_t i = 0; i < render->count && status == PST_OK; i++) {
    struct apart apart = {.job = job,
                          .groups = groups,
                          .names = names,
                          .draw = draw,
                          .context = context,
                          .template = render->items[i]};

    if (pst_job_is_template(render->items[i]))
      status = draw_apart(&apart, error);
  }
  return status;
}
