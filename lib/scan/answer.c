/* answer.c -- which format an answer has: as asked for, or as the ending of its file says. */
#include <string.h>

#include "scan/answer.h"

const char *const pst_answer_formats[] = {"text", "json", "junit",  "tap",
                                          "html", "csv",  "claims", NULL};

static const struct {
  const char *ending;
  enum pst_answer_format format;
} endings[] = {{".txt", PST_ANSWER_TEXT}, {".json", PST_ANSWER_JSON},    {".xml", PST_ANSWER_JUNIT},
               {".tap", PST_ANSWER_TAP},  {".html", PST_ANSWER_HTML},    {".htm", PST_ANSWER_HTML},
               {".csv", PST_ANSWER_CSV},  {".claims", PST_ANSWER_CLAIMS}};

enum { ENDINGS = sizeof endings / sizeof *endings };

static bool is_written(const char *writes, unsigned format)
{
  return strstr(writes, pst_answer_formats[format]) != NULL;
}

static unsigned first_of(const char *writes)
{
  size_t size = strcspn(writes, " ");
  unsigned format = 0;

  while (strlen(pst_answer_formats[format]) != size
         || strncmp(pst_answer_formats[format], writes, size) != 0)
    format++;
  return format;
}

static enum pst_status fail_ending(const char *writes, const char *output, struct pst_error *error)
{
  struct pst_buffer list = {.data = NULL};

  for (size_t i = 0; i < ENDINGS; i++)
    if (is_written(writes, endings[i].format) && strcmp(endings[i].ending, ".htm") != 0)
      pst_buffer_printf(&list, "%s%s", list.size > 0 ? " " : "", endings[i].ending);
  pst_fail(error, PST_USAGE, "--output: the ending of '%s' is none of %s; choose with --format",
           output, pst_buffer_string(&list));
  pst_buffer_free(&list);
  return PST_USAGE;
}

enum pst_status pst_answer_choose(const char *command, const char *writes, const char *output,
                                  bool given, unsigned *format, struct pst_error *error)
{
  const char *slash = output == NULL ? NULL : strrchr(output, '/');
  const char *base = slash == NULL ? output : slash + 1;
  const char *dot = base == NULL ? NULL : strrchr(base, '.');

  if (given && !is_written(writes, *format))
    return pst_fail(error, PST_USAGE, "--format: %s does not write %s; choose among: %s", command,
                    pst_answer_formats[*format], writes);
  if (given)
    return PST_OK;
  *format = first_of(writes);
  if (dot == NULL || strcmp(output, "-") == 0)
    return PST_OK;
  for (size_t i = 0; i < ENDINGS; i++)
    if (strcmp(dot, endings[i].ending) == 0 && is_written(writes, endings[i].format)) {
      *format = endings[i].format;
      return PST_OK;
    }
  return fail_ending(writes, output, error);
}
