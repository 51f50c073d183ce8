/* tidy_names.c -- the names of the keys, each once. */
#include <string.h>

#include "table/dictionary.h"
#include "tidy/check/tidy_check.h"

static const char *key_name(struct pst_tidy *tidy, const char *name)
{
  static const char *const taken[] = {"period", "value", "flag", "note"};
  bool again = tidy->frame.variables && strcmp(name, "variable") == 0;

  for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
    again = again || strcmp(name, taken[i]) == 0;
  for (size_t i = 0; i < tidy->n_keys; i++)
    again = again || strcmp(name, tidy->keys[i]) == 0;
  if (!again)
    return name;
  name = pst_arena_format(&tidy->arena, "key_%s", name);
  for (size_t i = 0; name != NULL && i < tidy->n_keys; i++)
    if (strcmp(name, tidy->keys[i]) == 0)
      name = pst_arena_format(&tidy->arena, "%s_%zu", name, tidy->n_keys + 1);
  return name;
}

/* Two measured columns of one name would be one variable. */
static enum pst_status part_variables(struct pst_tidy *tidy, struct pst_error *error)
{
  struct pst_frame *frame = &tidy->frame;
  struct pst_dictionary seen = {.count = 0};
  enum pst_status status = PST_OK;
  size_t again = 0;

  for (size_t i = 0; i < tidy->n_values && frame->variables && status == PST_OK; i++) {
    struct pst_frame_column *at = &frame->columns[tidy->values[i]];
    unsigned before = seen.count, code = pst_dictionary_add(&seen, pst_text_of(at->name));

    if (code < before && again++ == 0)
      pst_buffer_printf(
          &tidy->warnings,
          "field %zu (%s) has the name of an earlier column; the number of the column "
          "tells them apart\n",
          tidy->values[i] + 1, at->name);
    if (code < before)
      at->name = pst_arena_format(&tidy->arena, "%s (column %zu)", at->name, tidy->values[i] + 1);
    if (code == PST_CODE_MISSING || at->name == NULL)
      status = pst_fail_memory(error);
  }
  pst_dictionary_free(&seen);
  return status;
}

/* All that the header says of a value: its period and its names. */
static void write_labels(const struct pst_frame *frame, const struct pst_frame_column *at,
                         struct pst_buffer *labels)
{
  pst_buffer_clear(labels);
  pst_buffer_printf(labels, "%s%s", at->when, at->part);
  for (size_t p = 0; p < frame->n_parts; p++)
    pst_buffer_printf(labels, "%c%s", '\0', at->parts == NULL ? "" : at->parts[p]);
}

/* COLUMN has the labels of another: the last of its names says which column it is. */
static bool number_part(struct pst_tidy *tidy, size_t column)
{
  struct pst_frame *frame = &tidy->frame;
  const char **parts = pst_arena_array(&tidy->arena, frame->n_parts, sizeof *parts);
  size_t last = frame->n_parts - 1;

  if (parts == NULL)
    return false;
  memcpy(parts, frame->columns[column].parts, frame->n_parts * sizeof *parts);
  while (last > 0 && parts[last][0] == '\0')
    last--;
  parts[last] = pst_arena_format(&tidy->arena, "%s%s(column %zu)", parts[last],
                                 parts[last][0] == '\0' ? "" : " ", column + 1);
  frame->columns[column].parts = parts;
  return parts[last] != NULL;
}

/* Two measured columns of one period and of the same names in all rows of the header would be one cell. */
static enum pst_status part_labels(struct pst_tidy *tidy, struct pst_error *error)
{
  struct pst_frame *frame = &tidy->frame;
  struct pst_dictionary seen = {.count = 0};
  struct pst_buffer labels = {.size = 0};
  bool good = true;
  size_t n = 0;

  for (size_t i = 0; i < tidy->n_values && frame->n_parts > 0 && good; i++) {
    size_t column = tidy->values[i];
    unsigned before = seen.count, code;

    if (frame->columns[column].parts == NULL)
      continue;
    write_labels(frame, &frame->columns[column], &labels);
    code = pst_dictionary_add(&seen, (struct pst_text){.data = labels.data, .size = labels.size});
    good = code != PST_CODE_MISSING && (code == before || number_part(tidy, column));
    if (good && code < before && n++ == 0)
      pst_buffer_printf(
          &tidy->warnings,
          "field %zu (%s) has the names and the period of an earlier column; the number "
          "of the column tells them apart\n",
          column + 1, frame->columns[column].name);
  }
  pst_dictionary_free(&seen);
  pst_buffer_free(&labels);
  return good ? PST_OK : pst_fail_memory(error);
}

/* `2010 rebased`: what begins with a year of the calendar and goes on. */
static bool begins_with_year(const char *name)
{
  return strspn(name, "0123456789") == 4 && (name[0] == '1' || name[0] == '2')
         && strchr(" ,;(*/", name[4]) != NULL && name[4] != '\0';
}

/* A label of COLUMN in a header of several rows, which are parted by commas, begins so; NULL: none does. */
static const char *part_with_year(const struct pst_frame *frame, size_t column)
{
  const char *const *parts = frame->columns[column].parts;

  for (size_t i = 0; i < frame->n_parts && parts != NULL && frame->n_header > 1; i++)
    for (const char *at = parts[i]; at != NULL; at = strstr(at, ", ")) {
      at += strncmp(at, ", ", 2) == 0 ? 2 : 0;
      if (begins_with_year(at))
        return at;
    }
  return NULL;
}

/* `2001 Xyz` over `Births`, beside `2001 March`. */
static void tell_labels_unread(struct pst_tidy *tidy)
{
  const struct pst_frame *frame = &tidy->frame;
  const char *first = NULL;
  size_t n = 0, at = 0;

  for (size_t i = 0; i < tidy->n_values; i++) {
    const char *part = part_with_year(frame, tidy->values[i]);

    if (frame->columns[tidy->values[i]].when[0] != '\0' || part == NULL)
      continue;
    at = n++ == 0 ? tidy->values[i] : at;
    first = first == NULL ? part : first;
  }
  if (n > 0)
    pst_buffer_printf(
        &tidy->warnings,
        "field %zu: '%s' in the header is no period that is understood: values below it "
        "have this name and no period (%zu such column%s)\n",
        at + 1, first, n, n == 1 ? "" : "s");
}

/* Among columns of periods one that looks like one, and was read as a name. */
static void tell_periods_unread(struct pst_tidy *tidy)
{
  const struct pst_frame *frame = &tidy->frame;
  size_t periods = 0;

  for (size_t i = 0; i < tidy->n_values; i++)
    periods += frame->columns[tidy->values[i]].when[0] != '\0';
  tell_labels_unread(tidy);
  for (size_t i = 0; i < tidy->n_values && periods > 1; i++) {
    const struct pst_frame_column *at = &frame->columns[tidy->values[i]];

    if (at->when[0] == '\0' && begins_with_year(at->name))
      pst_buffer_printf(
          &tidy->warnings,
          "field %zu (%s) stands among columns of periods and is no period that is understood: "
          "its values have this name and no period; to have one, the header must say it alone\n",
          tidy->values[i] + 1, at->name);
  }
}

enum pst_status pst_tidy_name_keys(struct pst_tidy *tidy, struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;
  size_t most = frame->n_parts + 2;

  for (size_t c = 0; c < frame->n_columns; c++)
    most += frame->columns[c].split == NULL ? 1 : frame->columns[c].n_split;
  tidy->keys = pst_arena_array(&tidy->arena, most, sizeof *tidy->keys);
  tidy->values = pst_arena_array(&tidy->arena, frame->n_columns, sizeof *tidy->values);
  tidy->key_columns = pst_arena_array(&tidy->arena, frame->n_columns, sizeof *tidy->key_columns);
  if (tidy->keys == NULL || tidy->values == NULL || tidy->key_columns == NULL)
    return pst_fail_memory(error);
  if (frame->sections != NULL && !frame->dated)
    tidy->keys[tidy->n_keys++] = "section";
  for (size_t c = 0; c < frame->n_columns; c++) {
    const struct pst_frame_column *at = &frame->columns[c];

    if (at->role == PST_FRAME_VALUE)
      tidy->values[tidy->n_values++] = c;
    if (at->role != PST_FRAME_KEY)
      continue;
    tidy->key_columns[tidy->n_key_columns++] = c;
    for (size_t s = 0; s < (at->split == NULL ? 1 : at->n_split); s++) {
      tidy->keys[tidy->n_keys] = key_name(tidy, at->split == NULL ? at->name : at->split[s]);
      if (tidy->keys[tidy->n_keys++] == NULL)
        return pst_fail_memory(error);
    }
  }
  for (size_t p = 0; p < frame->n_parts; p++) {
    tidy->keys[tidy->n_keys] = key_name(tidy, frame->parts[p]);
    if (tidy->keys[tidy->n_keys++] == NULL)
      return pst_fail_memory(error);
  }
  if (frame->variables)
    tidy->keys[tidy->n_keys++] = "variable";
  tell_periods_unread(tidy);
  return frame->variables ? part_variables(tidy, error) : part_labels(tidy, error);
}
