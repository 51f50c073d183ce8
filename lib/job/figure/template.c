/* template.c -- names of files and titles with the values of columns in them. */
#include "job/figure/template.h"

#include <string.h>

enum { NAME_MOST = 120 };

/* The text in braces at AT; false where none begins there. */
static bool read_braces(const char *at, struct pst_text *inside)
{
  const char *end = *at == '{' ? strchr(at, '}') : NULL;

  if (end == NULL)
    return false;
  *inside = (struct pst_text){.data = at + 1, .size = (size_t)(end - at - 1)};
  return true;
}

static size_t find(struct pst_text name, const char *const *names, size_t n)
{
  for (size_t k = 0; k < n; k++)
    if (strlen(names[k]) == name.size && memcmp(names[k], name.data, name.size) == 0)
      return k;
  return n;
}

static enum pst_status fail_unknown(struct pst_text name, const char *const *names, size_t n,
                                    struct pst_error *error)
{
  struct pst_buffer list = {.data = NULL};

  for (size_t k = 0; k < n; k++)
    pst_buffer_printf(&list, "%s{%s}", k == 0 ? "" : ", ", names[k]);
  if (n == 0)
    pst_fail(error, PST_USAGE,
             "--render: {%.*s} asks for a figure a group, and there are no groups; add -g %.*s",
             (int)name.size, name.data, (int)name.size, name.data);
  else
    pst_fail(error, PST_USAGE, "--render: {%.*s} is no column of -g; write %s", (int)name.size,
             name.data, pst_buffer_string(&list));
  pst_buffer_free(&list);
  return PST_USAGE;
}

enum pst_status pst_template_uses(const char *pattern, const char *const *names, size_t n,
                                  bool *used, struct pst_error *error)
{
  struct pst_text inside;

  for (const char *at = pattern; *at != '\0'; at++) {
    size_t k;

    if (!read_braces(at, &inside))
      continue;
    k = find(inside, names, n);
    if (k == n)
      return fail_unknown(inside, names, n, error);
    used[k] = true;
    at += inside.size + 1;
  }
  return PST_OK;
}

/* Of no width, or turning the direction of what follows: two names would look alike. */
static bool is_hidden(unsigned long code)
{
  return code < 0xA1 || (code >= 0x2000 && code <= 0x200F) || (code >= 0x2028 && code <= 0x202F)
         || (code >= 0x2060 && code <= 0x206F) || code == 0x3000 || code == 0xAD || code == 0xFEFF
         || code == 0xFFFD;
}

static bool is_safe(unsigned long code)
{
  if (code >= 0x80)
    return !is_hidden(code);
  return (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z')
         || (code >= 'a' && code <= 'z') || strchr(".-,", (int)code) != NULL;
}

static void put_safe(const char *value, struct pst_buffer *out)
{
  const struct pst_text text = pst_text_of(value);
  const size_t start = out->size;
  bool broken = false;

  for (size_t at = 0; at < text.size;) {
    const size_t from = at;
    const unsigned long code = pst_utf8_next(text, &at);

    if (!is_safe(code) || (out->size == start && (code == '.' || code == '-'))) {
      broken = true;
      continue;
    }
    if (out->size - start + (at - from) + 1 > NAME_MOST)
      break;
    if (broken)
      pst_buffer_putc(out, '_');
    broken = false;
    pst_buffer_add(out, text.data + from, at - from);
  }
  if (out->size == start)
    pst_buffer_putc(out, '_');
}

static void expand(const char *pattern, const char *const *names, size_t n,
                   const char *const *values, bool safe, struct pst_buffer *out)
{
  for (const char *at = pattern; *at != '\0'; at++) {
    struct pst_text inside;
    const size_t k = read_braces(at, &inside) ? find(inside, names, n) : n;

    if (k == n) {
      pst_buffer_putc(out, *at);
      continue;
    }
    if (safe)
      put_safe(values[k], out);
    else
      pst_buffer_puts(out, values[k]);
    at += inside.size + 1;
  }
}

void pst_template_path(const char *pattern, const char *const *names, size_t n,
                       const char *const *values, struct pst_buffer *out)
{
  expand(pattern, names, n, values, true, out);
}

void pst_template_text(const char *pattern, const char *const *names, size_t n,
                       const char *const *values, struct pst_buffer *out)
{
  expand(pattern, names, n, values, false, out);
}
