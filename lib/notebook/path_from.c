/* path_from.c -- a path as another folder sees it. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "notebook/start.h"

/* How much of A and B, whole paths of folders or files, is the same: up to the last common "/". */
static size_t common_part(const char *a, const char *b)
{
  size_t common = 0;

  for (size_t i = 0;; i++) {
    bool ends = (a[i] == '\0' || a[i] == '/') && (b[i] == '\0' || b[i] == '/');

    if (ends)
      common = i;
    if (a[i] != b[i] || a[i] == '\0')
      return common;
  }
}

const char *pst_notebook_path_from(struct pst_arena *arena, const char *place, const char *data)
{
  const char *slash = place == NULL ? NULL : strrchr(place, '/');
  char whole[PATH_MAX], folder[PATH_MAX];
  struct pst_buffer out = {.data = NULL};
  const char *own, *made;
  size_t common;

  if (slash == NULL || data[0] == '/')
    return data;
  own = pst_arena_copy(arena, place, (size_t)(slash - place) + 1);
  if (own == NULL)
    return NULL;
  if (realpath(data, whole) == NULL || realpath(own, folder) == NULL)
    return data;
  common = common_part(whole, folder);
  for (const char *c = folder + common; *c != '\0'; c++)
    if (*c == '/' && c[1] != '\0')
      pst_buffer_puts(&out, "../");
  pst_buffer_puts(&out, whole + common + 1);
  made = out.failed ? NULL : pst_arena_string(arena, pst_buffer_string(&out));
  pst_buffer_free(&out);
  return made;
}
