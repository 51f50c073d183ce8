/* format.c -- the table of formats, and what is looked up in it. */
#include "report/format.h"

#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/file.h"
#include "report/write/writer.h"

const struct pst_format pst_formats[] = {
    {"text", {".txt"}, pst_write_text, .for_people = true},
    {"csv", {".csv"}, pst_write_csv, .for_people = false},
    {"tsv", {".tsv", ".tab"}, pst_write_tsv, .for_people = false},
    {"json", {".json"}, pst_write_json, .for_people = false},
    {"jsonl", {".jsonl", ".ndjson"}, pst_write_jsonl, .for_people = false},
    {"markdown", {".md", ".markdown"}, pst_write_markdown, .for_people = true},
    {"latex", {".tex"}, pst_write_latex, .for_people = true},
    {"html", {".html", ".htm"}, NULL, .for_people = false},
};

const size_t pst_n_formats = sizeof pst_formats / sizeof *pst_formats;

const struct pst_format *pst_format_named(const char *name)
{
  for (size_t i = 0; i < pst_n_formats; i++)
    if (strcmp(pst_formats[i].name, name) == 0)
      return &pst_formats[i];
  return NULL;
}

static bool has_ending(const struct pst_format *format, const char *dot)
{
  for (size_t i = 0; format->endings[i] != NULL; i++)
    if (strcasecmp(dot, format->endings[i]) == 0)
      return true;
  return false;
}

const struct pst_format *pst_format_from_path(const char *path)
{
  const char *name = strrchr(path, '/') == NULL ? path : strrchr(path, '/') + 1;
  const char *dot = strrchr(name, '.');

  for (size_t i = 0; dot != NULL && i < pst_n_formats; i++)
    if (has_ending(&pst_formats[i], dot))
      return &pst_formats[i];
  return NULL;
}

const struct pst_format *pst_format_default(FILE *file)
{
  return pst_format_named(pst_file_is_terminal(fileno(file)) ? "text" : "csv");
}

/* How many formats a program has: pages stand last. */
static size_t count_offered(bool pages)
{
  size_t n = 0;

  while (n < pst_n_formats && (pages || pst_formats[n].write != NULL))
    n++;
  return n;
}

const char *const *pst_format_choices(bool pages, struct pst_arena *arena)
{
  size_t n = count_offered(pages);
  const char **names = pst_arena_array(arena, n + 1, sizeof *names);

  for (size_t i = 0; names != NULL && i < n; i++)
    names[i] = pst_formats[i].name;
  return names;
}

/* Puts the words of a list, one a call: "a, b and c". */
static void put_word(struct pst_buffer *out, const char *word, size_t at, size_t n,
                     const char *last)
{
  if (at > 0)
    pst_buffer_puts(out, at + 1 == n ? last : ", ");
  pst_buffer_puts(out, word);
}

void pst_format_endings(bool pages, struct pst_buffer *out)
{
  size_t n = count_offered(pages);

  for (size_t i = 0; i < n; i++)
    put_word(out, pst_formats[i].endings[0], i, n, " or ");
}

void pst_format_people(struct pst_buffer *out)
{
  size_t n = 0, at = 0;

  for (size_t i = 0; i < pst_n_formats; i++)
    n += pst_formats[i].for_people;
  for (size_t i = 0; i < pst_n_formats; i++)
    if (pst_formats[i].for_people)
      put_word(out, pst_formats[i].name, at++, n, " and ");
}
