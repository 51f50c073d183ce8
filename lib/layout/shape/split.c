/* split.c -- names of columns that end in a period: `hdi_2010`, `pop_1971`; or in a word for time. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "layout/shape/shape.h"
#include "layout/shape/steps.h"
#include "printed/words.h"

/* A pattern: what stands before, between and behind {variable} and {period}. */
struct pattern {
  struct pst_text before, between, behind;
  bool variable, period_first;
};

static struct pst_text piece(const char *from, const char *to)
{
  return (struct pst_text){.data = from, .size = (size_t)(to - from)};
}

static struct pattern parse(const char *text)
{
  const char *period = strstr(text, "{period}"), *variable = strstr(text, "{variable}"),
             *end = text + strlen(text);
  struct pattern pattern = {.variable = variable != NULL,
                            .period_first = variable != NULL && variable > period};
  const char *first = variable != NULL && variable < period ? variable : period;
  const char *after =
      first == period ? period + strlen("{period}") : variable + strlen("{variable}");
  const char *second = variable == NULL ? end : first == period ? variable : period;

  pattern.before = piece(text, first);
  pattern.between = piece(after, second);
  if (variable != NULL)
    pattern.behind =
        piece(second + (second == period ? strlen("{period}") : strlen("{variable}")), end);
  return pattern;
}

static bool starts(struct pst_text text, struct pst_text with)
{
  return text.size >= with.size && memcmp(text.data, with.data, with.size) == 0;
}

static bool ends(struct pst_text text, struct pst_text with)
{
  return text.size >= with.size
         && memcmp(text.data + text.size - with.size, with.data, with.size) == 0;
}

/* What of NAME is left between BEFORE and BEHIND. */
static bool strip(struct pst_text *name, struct pst_text before, struct pst_text behind)
{
  if (name->size < before.size + behind.size || !starts(*name, before) || !ends(*name, behind))
    return false;
  name->data += before.size;
  name->size -= before.size + behind.size;
  return true;
}

/* `hdi` of `hdi_{period}`: what the pattern says itself, without the marks beside the period. */
static struct pst_text own_name(const struct pattern *pattern)
{
  struct pst_text name = pattern->before.size > 0 ? pattern->before : pattern->between;

  while (name.size > 0 && strchr("_-. ", name.data[name.size - 1]) != NULL)
    name.size--;
  while (name.size > 0 && strchr("_-. ", name.data[0]) != NULL)
    name = (struct pst_text){.data = name.data + 1, .size = name.size - 1};
  return name;
}

/* The period in NAME, and the variable. */
static bool match(const struct pattern *pattern, struct pst_text name, unsigned rules,
                  char when[PST_WHEN_SIZE], struct pst_text *variable)
{
  *variable = own_name(pattern);
  if (!pattern->variable)
    return strip(&name, pattern->before, pattern->between)
           && pst_when_read(name, rules, when, NULL);
  if (!strip(&name, pattern->before, pattern->behind))
    return false;
  for (size_t at = name.size; at-- > 1;) {
    struct pst_text left = {.data = name.data, .size = at},
                    right = {.data = name.data + at, .size = name.size - at};

    if (!ends(left, pattern->between))
      continue;
    left.size -= pattern->between.size;
    *variable = pattern->period_first ? right : left;
    if (variable->size > 0 && pst_when_read(pattern->period_first ? left : right, rules, when, NULL)
        && (at == 1 || !isdigit((unsigned char)name.data[at - 1]) || pattern->between.size > 0))
      return true;
  }
  return false;
}

static bool set_part(struct pst_frame *frame, struct pst_frame_column *at, struct pst_text text)
{
  const char **parts = pst_arena_array(frame->arena, 2, sizeof *parts);

  if (parts != NULL)
    parts[0] = pst_arena_copy(frame->arena, text.data, text.size);
  at->parts = parts;
  return parts != NULL && parts[0] != NULL;
}

/* TEXT would do for every value column, three and more, or two of one name. */
static bool would_do(const struct pst_frame *frame, const char *text, size_t *n)
{
  const struct pattern pattern = parse(text);
  struct pst_text first = {.data = "", .size = 0};
  bool one_name = true;

  *n = 0;
  for (size_t c = 0; c < frame->n_columns; c++) {
    char when[PST_WHEN_SIZE];
    struct pst_text variable;

    if (frame->columns[c].role != PST_FRAME_VALUE)
      continue;
    if (!match(&pattern, pst_text_of(frame->columns[c].name), frame->when, when, &variable)
        || strlen(when) != 4 || strcmp(when, "1800") < 0 || strcmp(when, "2100") > 0)
      return false;
    first = *n == 0 ? variable : first;
    one_name = one_name && pst_text_equal(first, variable);
    ++*n;
  }
  return *n > 2 || (*n == 2 && one_name);
}

static void propose(struct pst_frame *frame)
{
  static const char *const patterns[] = {"{variable}_{period}", "{variable} {period}",
                                         "{variable}-{period}", "{variable}.{period}",
                                         "{variable}{period}"};
  size_t n;

  for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
    if (would_do(frame, patterns[i], &n)) {
      pst_frame_tell(frame,
                     "the names of all %zu value columns end in a year: --split-names '%s' makes "
                     "periods of them",
                     n, patterns[i]);
      return;
    }
}

static enum pst_status fail_unsplit(const struct pst_frame *frame, struct pst_error *error)
{
  return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                     frame->sheet->n_rows == 0 ? 1 : frame->sheet->rows[frame->header].line,
                     "--split-names '%s': no value column is called so", frame->asked->split_names);
}

enum pst_status pst_shape_check_split(const struct pst_frame *frame, struct pst_error *error)
{
  struct pattern pattern;
  size_t n = 0;

  if (frame->asked->split_names == NULL)
    return PST_OK;
  pattern = parse(frame->asked->split_names);
  for (size_t c = 0; c < frame->n_columns; c++) {
    const struct pst_frame_column *at = &frame->columns[c];
    char when[PST_WHEN_SIZE];
    struct pst_text variable;

    n += at->role == PST_FRAME_VALUE
         && match(&pattern, pst_text_of(at->name), frame->when, when, &variable)
         && strcmp(when, at->when) == 0;
  }
  return n > 0 ? PST_OK : fail_unsplit(frame, error);
}

enum pst_status pst_shape_split_names(struct pst_frame *frame, struct pst_error *error)
{
  struct pattern pattern;
  size_t n = 0, others = 0;

  if (frame->n_parts > 0)
    return PST_OK;
  if (frame->asked->split_names == NULL) {
    propose(frame);
    return PST_OK;
  }
  pattern = parse(frame->asked->split_names);
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_frame_column *at = &frame->columns[c];
    struct pst_text variable;

    if (at->role != PST_FRAME_VALUE)
      continue;
    if (match(&pattern, pst_text_of(at->name), frame->when, at->when, &variable)) {
      at->reason = "--split-names";
      n++;
    } else {
      variable = pst_text_of(at->name);
      others++;
    }
    if (!set_part(frame, at, variable))
      return pst_fail_memory(error);
  }
  if (n == 0)
    return fail_unsplit(frame, error);
  frame->parts = pst_arena_array(frame->arena, 2, sizeof *frame->parts);
  if (frame->parts == NULL)
    return pst_fail_memory(error);
  frame->parts[0] = "variable";
  frame->n_parts = pattern.variable || others > 0;
  frame->variables = false;
  frame->in_order = frame->n_parts == 0;
  return PST_OK;
}

/* --- names that say a time, or are numbered ------------------------------------------------------ */

/* `Survey year`, `Year of birth`, `date de naissance`; not `Year 1 pupils`, `Years of schooling`. */
bool pst_shape_ends_in_time(const char *name)
{
  static const char *const of[] = {" of ", " de ", " der ", " des ", " du ", " del "};
  char text[96];
  char *end;

  if (strlen(name) >= sizeof text || strncasecmp(name, "years of ", 9) == 0)
    return strlen(name) >= sizeof text;
  for (size_t i = 0; i < sizeof of / sizeof *of; i++)
    if (strstr(name, of[i]) != NULL)
      return true;
  strcpy(text, name);
  for (end = text; *end != '\0'; end++) /* `Period<line break>poverty` */
    *end = isspace((unsigned char)*end) ? ' ' : *end;
  end = strpbrk(text, "([");
  if (end != NULL && end > text)
    *end = '\0';
  for (end = text + strlen(text); end > text && end[-1] == ' ';)
    *--end = '\0';
  while (end > text && end[-1] != ' ' && end[-1] != '_')
    end--;
  return pst_words_time(end);
}

bool pst_shape_is_numbered_as(const char *a, const char *b)
{
  size_t digits = 0;

  for (; *a != '\0' && *b != '\0'; a++, b++) {
    bool both = isdigit((unsigned char)*a) && isdigit((unsigned char)*b);

    digits += both;
    if (!both && *a != *b)
      return false;
  }
  return *a == *b && digits > 0;
}
