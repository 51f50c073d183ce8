/* other_file.c -- a file that is no claims file at all. */
#include "claim/read/other_file.h"

#include <string.h>

static bool is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A word that is one of a statement's, or near to one, and a blank behind it. */
static bool begins_statement(struct pst_text line)
{
  static const char *const words[] = {"claim", "table", "let", "paper", "rounding"};
  enum { WORDS = sizeof words / sizeof *words };
  size_t size = 0;

  while (size < line.size && is_letter(line.data[size]))
    size++;
  if (size == 0 || (size < line.size && line.data[size] != ' ' && line.data[size] != '\t'))
    return false;
  return pst_text_near((struct pst_text){.data = line.data, .size = size}, words, WORDS) < WORDS;
}

static struct pst_text line_of(const struct pst_source *source, size_t i)
{
  size_t from = source->lines[i];
  size_t end = i + 1 < source->line_count ? source->lines[i + 1] : source->text.size;

  if (i == 0 && source->text.size >= 3 && memcmp(source->text.data, "\xEF\xBB\xBF", 3) == 0)
    from = 3;
  return pst_text_trim((struct pst_text){.data = source->text.data + from, .size = end - from});
}

bool pst_other_file(struct pst_source *source)
{
  const char *slash = strrchr(source->path, '/');
  size_t first = source->line_count;

  for (size_t i = 0; i < source->line_count; i++) {
    struct pst_text line = line_of(source, i);

    if (line.size == 0 || line.data[0] == '#')
      continue;
    if (begins_statement(line))
      return false;
    if (first == source->line_count)
      first = i;
  }
  if (first == source->line_count)
    return false;
  pst_source_fail(
      source, (size_t)(line_of(source, first).data - source->text.data),
      "this is no claims file: no line begins with paper, rounding, table, let or claim; "
      "a claims file names its data, as in table t \"%s\"",
      slash == NULL ? source->path : slash + 1);
  return true;
}
