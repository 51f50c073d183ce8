/* split.c -- names of columns that hold a period: `hdi_2010`, `Pop (1971)`, `2019 Budget`. */
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
  for (size_t i = 1; i < name.size; i++) {
    /* The longest period: `Q1 2019` of `births Q1 2019`, not 2019. */
    size_t at = pattern->between.size > 0 && !pattern->period_first ? i : name.size - i;
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

/* --- periods in names that were not read ---------------------------------------------------------- */

static bool is_mark(char c)
{
  return strchr(" _-.,:;/()[]", c) != NULL;
}

/* Where a period may begin or end in NAME: not within digits, nor within a word. */
static bool is_edge(const char *name, const char *at)
{
  return at == name || *at == '\0' || is_mark(at[-1]) || is_mark(*at)
         || (isdigit((unsigned char)at[-1]) == 0) != (isdigit((unsigned char)*at) == 0);
}

/* The longest piece of NAME that is a period with its year in the calendar, and no mark at it. */
static bool find_period(const char *name, unsigned rules, struct pst_text *found)
{
  enum { LONGEST = 20 };
  char when[PST_WHEN_SIZE], marker[PST_WHEN_MARK_SIZE];
  size_t size = strlen(name);

  *found = (struct pst_text){.size = 0};
  for (const char *from = name; from + 4 <= name + size; from++) {
    size_t most = (size_t)(name + size - from) < LONGEST ? (size_t)(name + size - from) : LONGEST;

    if (!is_edge(name, from) || is_mark(*from))
      continue;
    for (size_t n = most; n >= 4 && n > found->size; n--)
      if (is_edge(name, from + n) && !is_mark(from[n - 1])
          && pst_when_read(piece(from, from + n), rules | PST_WHEN_NO_WORDS, when, marker)
          && marker[0] == '\0' && strcmp(when, "1800") >= 0 && strcmp(when, "2100") <= 0) {
        *found = piece(from, from + n);
        break;
      }
  }
  return found->size > 0;
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
    struct pst_text variable, period;

    if (frame->columns[c].role != PST_FRAME_VALUE)
      continue;
    if (!match(&pattern, pst_text_of(frame->columns[c].name), frame->when, when, &variable)
        || !find_period(frame->columns[c].name, frame->when, &period) || period.size > 4
        || strlen(when) != 4 || strcmp(when, "1800") < 0 || strcmp(when, "2100") > 0)
      return false;
    first = *n == 0 ? variable : first;
    one_name = one_name && pst_text_equal(first, variable);
    ++*n;
  }
  return *n > 2 || (*n == 2 && one_name);
}

/* A value column without a period, though one stands in its name. */
static bool holds_unread(const struct pst_frame *frame, size_t column, struct pst_text *period)
{
  const struct pst_frame_column *at = &frame->columns[column];

  return at->role == PST_FRAME_VALUE && at->when[0] == '\0' && !at->unnamed
         && find_period(at->name, frame->when, period);
}

static size_t count_matches(const struct pst_frame *frame, const char *text)
{
  const struct pattern pattern = parse(text);
  size_t n = 0;

  for (size_t c = 0; c < frame->n_columns; c++) {
    char when[PST_WHEN_SIZE];
    struct pst_text variable, period;

    n += holds_unread(frame, c, &period)
         && match(&pattern, pst_text_of(frame->columns[c].name), frame->when, when, &variable);
  }
  return n;
}

/* `2017 (%)`: the bracket among the marks behind the period is closed at the end. */
static bool closes(const char *behind, size_t marks)
{
  return memchr(behind, '(', marks) != NULL && behind[strlen(behind) - 1] == ')';
}

/* The pattern number I that NAME with its PERIOD suggests: what stands before it is the variable, or behind it, or both
   are of the name alone; NULL: it suggests none. */
static const char *suggest(const struct pst_frame *frame, const char *name, struct pst_text period,
                           size_t i)
{
  const char *behind = period.data + period.size;
  size_t before = (size_t)(period.data - name), left = before, right = 0;

  while (left > 0 && is_mark(name[left - 1]))
    left--;
  while (behind[right] != '\0' && is_mark(behind[right]))
    right++;
  if (i == 0 && left > 0)
    return pst_arena_format(frame->arena, "{variable}%.*s{period}%s", (int)(before - left),
                            name + left, behind);
  if (i == 1 && behind[right] != '\0')
    return pst_arena_format(frame->arena, "%.*s{period}%.*s{variable}%s", (int)before, name,
                            (int)right, behind, closes(behind, right) ? ")" : "");
  return i == 2 ? pst_arena_format(frame->arena, "%.*s{period}%s", (int)before, name, behind)
                : NULL;
}

/* The pattern that reads most of the names that hold a period; NULL when memory is out. */
static const char *best_pattern(const struct pst_frame *frame, size_t *most)
{
  enum { SUGGESTIONS = 3, NAMES = 2 };
  const char *best = NULL;
  size_t names = 0;

  *most = 0;
  for (size_t c = 0; c < frame->n_columns && names < NAMES; c++) {
    struct pst_text period;

    if (!holds_unread(frame, c, &period))
      continue;
    names++;
    for (size_t i = 0; i < SUGGESTIONS; i++) {
      const char *text = suggest(frame, frame->columns[c].name, period, i);
      size_t n = text == NULL ? 0 : count_matches(frame, text);

      if (n > *most) {
        *most = n;
        best = text;
      }
    }
  }
  return best;
}

static bool has_period_column(const struct pst_frame *frame)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (frame->columns[c].role == PST_FRAME_PERIOD)
      return true;
  return false;
}

/* What of the value columns is not read as periods: N of VALUES hold one, from FIRST to LAST. */
struct unread {
  size_t n, values;
  const char *first, *last; /* their names */
  bool differ;              /* in their periods */
};

static struct unread see_unread(const struct pst_frame *frame)
{
  struct unread unread = {.n = 0};
  struct pst_text one = {.size = 0}, period;

  for (size_t c = 0; c < frame->n_columns; c++) {
    unread.values += frame->columns[c].role == PST_FRAME_VALUE;
    if (!holds_unread(frame, c, &period))
      continue;
    if (unread.n++ == 0) {
      one = period;
      unread.first = frame->columns[c].name;
    }
    unread.last = frame->columns[c].name;
    unread.differ = unread.differ || !pst_text_equal(one, period);
  }
  return unread;
}

/* No period in a name goes by in silence, but one that all of them share beside a column of periods: `GDP (2015 prices)`. */
static void tell_unread(struct pst_frame *frame)
{
  struct unread unread = see_unread(frame);
  const char *pattern;
  size_t most;

  if (unread.n == 0 || (!unread.differ && (has_period_column(frame) || unread.n < 2)))
    return;
  pattern = frame->n_parts > 0 ? NULL : best_pattern(frame, &most);
  pst_frame_tell(frame,
                 "the names of %zu of %zu value columns hold a period that is not read as one, "
                 "from '%s' to '%s'%s%s%s",
                 unread.n, unread.values, unread.first, unread.last,
                 pattern == NULL ? "" : ": --split-names '", pattern == NULL ? "" : pattern,
                 pattern == NULL    ? ""
                 : most == unread.n ? "' makes periods of them"
                                    : "' makes periods of most of them");
}

/* Every value has its period: `FY2018 actual`. */
static bool has_all_periods(const struct pst_frame *frame)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (frame->columns[c].role == PST_FRAME_VALUE && frame->columns[c].when[0] == '\0')
      return false;
  return true;
}

static void propose(struct pst_frame *frame)
{
  static const char *const patterns[] = {"{variable}_{period}", "{variable} {period}",
                                         "{variable}-{period}", "{variable}.{period}",
                                         "{variable}{period}"};
  size_t n;

  if (has_all_periods(frame))
    return;
  for (size_t i = 0; i < sizeof patterns / sizeof *patterns && frame->n_parts == 0; i++)
    if (would_do(frame, patterns[i], &n)) {
      pst_frame_tell(frame,
                     "the names of all %zu value columns end in a year: --split-names '%s' makes "
                     "periods of them",
                     n, patterns[i]);
      return;
    }
  tell_unread(frame);
}

/* Where words beside the periods tell columns apart, the pattern that splits all names; NULL: none. */
static const char *pattern_of_words(struct pst_frame *frame)
{
  const struct unread unread = see_unread(frame);
  const char *pattern;
  size_t n;

  if (!(frame->when & PST_WHEN_NO_WORDS) || unread.n < unread.values || unread.n == 0)
    return NULL;
  pattern = best_pattern(frame, &n);
  if (pattern == NULL || n < unread.n)
    return NULL;
  pst_frame_tell(frame,
                 "the words beside the periods of the header tell columns apart: they are split by "
                 "--split-names '%s'",
                 pattern);
  return pattern;
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

/* The header has periods, and TEXT says no more than they do. */
static bool says_nothing_new(const struct pst_frame *frame, const char *text)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (frame->columns[c].role == PST_FRAME_VALUE && frame->columns[c].when[0] != '\0')
      return count_matches(frame, text) == 0;
  return false;
}

/* A header of one row: its names are all that the value columns have. */
static bool can_split(const struct pst_frame *frame)
{
  return frame->n_parts == 0
         || (frame->n_header == 1 && frame->n_parts == 1
             && strcmp(frame->parts[0], "variable") == 0);
}

enum pst_status pst_shape_split_names(struct pst_frame *frame, struct pst_error *error)
{
  const char *text = frame->asked->split_names;
  struct pattern pattern;
  size_t n = 0, others = 0;

  pst_shape_tell_week_names(frame);
  if (text == NULL && frame->n_parts == 0)
    text = pattern_of_words(frame);
  if (text == NULL)
    propose(frame);
  if (text == NULL || !can_split(frame) || says_nothing_new(frame, text))
    return PST_OK;
  pattern = parse(text);
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_frame_column *at = &frame->columns[c];
    struct pst_text variable;

    if (at->role != PST_FRAME_VALUE)
      continue;
    if (at->when[0] != '\0') {
      variable = pst_text_of("value");
      others++;
    } else if (match(&pattern, pst_text_of(at->name), frame->when, at->when, &variable)) {
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

/* --- words beside periods ------------------------------------------------------------------------- */

/* The year of WHEN stands in LABEL, beside words and no other number: `Margin of error 2018`. */
static bool has_year(struct pst_text label, const char *when)
{
  const char *at = label.size > 4 ? memmem(label.data, label.size, when, 4) : NULL;
  size_t digits = 0;

  for (size_t i = 0; i < label.size; i++)
    digits += isdigit((unsigned char)label.data[i]) != 0;
  return at != NULL && digits == 4;
}

/* `2019 Actual` beside `2019 Budget` in row I, or `Estimate 2018` beside `Margin of error 2018`. */
static bool words_tell_apart(const struct pst_headed *headed, size_t i)
{
  size_t n = headed->frame->n_columns < headed->shape->width ? headed->frame->n_columns
                                                             : headed->shape->width;
  struct label {
    char when[PST_WHEN_SIZE], marker[PST_WHEN_MARK_SIZE];
    bool words;
  } *labels = pst_arena_array(headed->frame->arena, n + 1, sizeof *labels);
  bool any = false;

  for (size_t c = 0; c < n && labels != NULL; c++) {
    struct pst_text label = pst_headed_label(headed, i, c);

    labels[c].when[0] = '\0';
    labels[c].words = label.size > 4
                      && pst_when_read(label, headed->frame->when, labels[c].when, labels[c].marker)
                      && strlen(labels[c].marker) >= 3
                      && pst_when_are_words(pst_text_of(labels[c].marker));
    any = any || labels[c].words;
  }
  for (size_t a = 0; a < n && any; a++)
    for (size_t b = 0; b < n && labels[a].words; b++)
      if (labels[b].when[0] == '\0' && has_year(pst_headed_label(headed, i, b), labels[a].when))
        return true;
  for (size_t a = 0; a < n && any; a++)
    for (size_t b = 0; b < a; b++)
      if (labels[a].words && labels[b].words && strcmp(labels[a].when, labels[b].when) == 0
          && strcmp(labels[a].marker, labels[b].marker) != 0
          && pst_headed_same_labels(headed, i, a, b))
        return true;
  return false;
}

unsigned pst_headed_words(const struct pst_headed *headed)
{
  if (headed->frame->asked->split_names != NULL)
    return PST_WHEN_NO_WORDS;
  for (size_t i = 0; i < headed->n_rows; i++)
    if (words_tell_apart(headed, i))
      return PST_WHEN_NO_WORDS;
  return 0;
}
