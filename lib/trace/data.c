/* data.c -- the files to trace in: opened, and their rows put beside those that differ in one key. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/array.h"
#include "base/hash.h"
#include "trace/trace.h"

/* --- slices ---------------------------------------------------------------------------------------- */

struct place {
  uint64_t others; /* hash of the other keys */
  double position;
  size_t row;
};

static int by_place(const void *a, const void *b)
{
  const struct place *x = a, *y = b;

  if (x->others != y->others)
    return x->others < y->others ? -1 : 1;
  if (x->position != y->position)
    return x->position < y->position ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static struct place place_of(const struct pst_trace_table *table, size_t row, size_t key)
{
  struct place place = {.row = row};

  for (size_t k = 0; k < table->key_count; k++) {
    const struct pst_trace_column *c = &table->columns[table->keys[k]];
    unsigned code = pst_column_code(c->column, row);

    if (k != key)
      place.others = pst_hash_join(place.others, code + (uint64_t)1);
    else
      place.position = c->role == PST_TRACE_TIME ? c->value[code] : (double)code;
  }
  return place;
}

static bool make_slices(struct pst_arena *arena, const struct pst_trace_table *table, size_t key,
                        struct pst_trace_slices *slices)
{
  size_t n = table->table.n_rows;
  struct place *places = calloc(n + 1, sizeof *places);

  slices->rows = pst_arena_array(arena, n + 1, sizeof *slices->rows);
  slices->begin = pst_arena_array(arena, n + 2, sizeof *slices->begin);
  if (places == NULL)
    pst_error_no_memory();
  if (places == NULL || slices->rows == NULL || slices->begin == NULL) {
    free(places);
    return false;
  }
  for (size_t r = 0; r < n; r++)
    places[r] = place_of(table, r, key);
  qsort(places, n, sizeof *places, by_place);
  for (size_t i = 0; i < n; i++) {
    slices->rows[i] = places[i].row;
    if (i == 0 || places[i].others != places[i - 1].others)
      slices->begin[slices->count++] = i;
  }
  slices->begin[slices->count] = n;
  free(places);
  return true;
}

/* --- files ----------------------------------------------------------------------------------------- */

struct files {
  struct pst_arena *arena;
  const char **paths;
  size_t count, capacity;
};

static enum pst_status add(struct files *files, const char *path, struct pst_error *error)
{
  if (path == NULL
      || !PST_ARRAY_ROOM_IN(files->arena, files->paths, files->capacity, files->count + 1))
    return pst_fail_memory(error);
  files->paths[files->count++] = path;
  return PST_OK;
}

static bool is_csv(const char *name)
{
  const char *dot = strchr(name, '.');

  return dot != NULL && (strcmp(dot, ".csv") == 0 || strcmp(dot, ".csv.gz") == 0);
}

static int by_name(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum pst_status add_folder(struct files *files, const char *path, struct pst_error *error)
{
  size_t before = files->count, size = strlen(path);
  DIR *folder = opendir(path);
  enum pst_status status = PST_OK;
  struct dirent *entry;

  if (folder == NULL)
    return pst_fail(error, PST_IO, "%s: the folder cannot be read", path);
  while (status == PST_OK && (entry = readdir(folder)) != NULL)
    if (is_csv(entry->d_name))
      status = add(files,
                   pst_arena_format(files->arena, "%s%s%s", path,
                                    size > 0 && path[size - 1] == '/' ? "" : "/", entry->d_name),
                   error);
  closedir(folder);
  if (status == PST_OK && files->count == before)
    return pst_fail(error, PST_USAGE, "--data: there is no CSV file in the folder %s", path);
  if (status == PST_OK)
    qsort(files->paths + before, files->count - before, sizeof *files->paths, by_name);
  return status;
}

static enum pst_status find_files(struct files *files, const char *const *paths, size_t count,
                                  struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < count && status == PST_OK; i++) {
    struct stat info;

    status = stat(paths[i], &info) == 0 && S_ISDIR(info.st_mode)
                 ? add_folder(files, paths[i], error)
                 : add(files, paths[i], error);
  }
  return status;
}

/* Names that two files share get a number. */
static bool make_names_differ(struct pst_trace_data *data, size_t t)
{
  size_t same = 1;

  for (size_t i = 0; i < t; i++)
    same += strcmp(data->tables[i].name, data->tables[t].name) == 0;
  if (same > 1)
    data->tables[t].name = pst_arena_format(&data->arena, "%s_%zu", data->tables[t].name, same);
  return data->tables[t].name != NULL;
}

enum pst_status pst_trace_data_open(const char *const *paths, size_t count,
                                    struct pst_trace_data *data, struct pst_error *error)
{
  struct files files = {.arena = &data->arena};
  enum pst_status status;

  *data = (struct pst_trace_data){.table_count = 0};
  status = find_files(&files, paths, count, error);
  if (status == PST_OK) {
    data->tables = pst_arena_array(&data->arena, files.count + 1, sizeof *data->tables);
    data->slices = pst_arena_array(&data->arena, files.count + 1, sizeof *data->slices);
    if (data->tables == NULL || data->slices == NULL)
      status = pst_fail_memory(error);
  }
  for (size_t t = 0; t < files.count && status == PST_OK; t++) {
    status = pst_trace_table_open(files.paths[t], &data->arena, &data->tables[t], error);
    data->table_count = t + 1;
    if (status == PST_OK && !make_names_differ(data, t))
      status = pst_fail_memory(error);
    for (size_t k = 0; status == PST_OK && k < data->tables[t].key_count; k++)
      if (!make_slices(&data->arena, &data->tables[t], k, &data->slices[t][k]))
        status = pst_fail_memory(error);
  }
  if (status != PST_OK)
    pst_trace_data_close(data);
  return status;
}

void pst_trace_data_close(struct pst_trace_data *data)
{
  for (size_t t = 0; t < data->table_count; t++)
    pst_trace_table_close(&data->tables[t]);
  pst_arena_free(&data->arena);
  data->table_count = 0;
}
