/* list.c -- a growable list of C strings in an arena, and the words of `--by a,"b,c"`. */
#include "cli/list.h"

#include <stdbool.h>
#include <string.h>

#include "base/array.h"
#include "base/text.h"

enum pst_status pst_list_add(struct pst_list *list, struct pst_arena *arena, const char *item,
                             struct pst_error *error)
{
  if (!PST_ARRAY_ROOM_IN(arena, list->items, list->capacity, list->count + 1))
    return pst_fail_memory(error);
  list->items[list->count++] = item;
  return PST_OK;
}

/* Copy the quoted item at TEXT into ITEM; returns what follows the closing quote, NULL when there
   is none. */
static const char *read_quoted(const char *text, char *item)
{
  for (text++; *text != '\0'; text++) {
    if (*text == '"' && *++text != '"') {
      *item = '\0';
      return text;
    }
    *item++ = *text;
  }
  return NULL;
}

static const char *read_plain(const char *text, char *item)
{
  size_t size = strcspn(text, ",");

  memcpy(item, text, size);
  item[size] = '\0';
  return text + size;
}

/* Read the item at *AT and step behind it. */
static enum pst_status read_item(const char **at, char *item, const char *whole,
                                 struct pst_error *error)
{
  bool quoted = **at == '"';
  const char *end = quoted ? read_quoted(*at, item) : read_plain(*at, item);

  if (end == NULL)
    return pst_fail(error, PST_USAGE, "a quote does not close in '%s'", whole);
  if (*end != ',' && *end != '\0')
    return pst_fail(error, PST_USAGE,
                    "text after a closing quote in '%s'; items are separated by commas", whole);
  if (!quoted && end == *at)
    return pst_fail(error, PST_USAGE, "an empty item in '%s'; items are separated by commas",
                    whole);
  *at = end;
  return PST_OK;
}

enum pst_status pst_list_split(struct pst_list *list, struct pst_arena *arena, const char *text,
                               struct pst_error *error)
{
  const char *at = text;

  for (;; at++) {
    char *item = pst_arena_alloc(arena, strlen(at) + 1);
    enum pst_status status;

    if (item == NULL)
      return pst_fail_memory(error);
    status = read_item(&at, item, text, error);
    if (status == PST_OK)
      status = pst_list_add(list, arena, item, error);
    if (status != PST_OK || *at == '\0')
      return status;
  }
}

/* The end of the item that begins at AT: a comma outside brackets and quotes, or the end. */
static const char *call_end(const char *at)
{
  size_t depth = 0;
  bool quoted = false;

  for (; *at != '\0'; at++) {
    if (*at == '"')
      quoted = !quoted;
    if (quoted)
      continue;
    if (*at == ',' && depth == 0)
      break;
    depth += *at == '(';
    depth -= *at == ')' && depth > 0;
  }
  return at;
}

enum pst_status pst_list_split_calls(struct pst_list *list, struct pst_arena *arena,
                                     const char *text, struct pst_error *error)
{
  for (const char *at = text;; at++) {
    const char *end = call_end(at);
    struct pst_text item = pst_text_trim((struct pst_text){.data = at, .size = (size_t)(end - at)});
    const char *copy = pst_arena_copy(arena, item.data, item.size);
    enum pst_status status;

    if (item.size == 0)
      return pst_fail(error, PST_USAGE, "an empty item in '%s'; items are separated by commas",
                      text);
    status = copy == NULL ? pst_fail_memory(error) : pst_list_add(list, arena, copy, error);
    at = end;
    if (status != PST_OK || *at == '\0')
      return status;
  }
}
