/* time_format.c -- periods in a notation that only all cells of a column, or its name, tell; and their parts. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "layout/shape/steps.h"
#include "printed/times.h"
#include "printed/words.h"
#include "table/dictionary.h"

/* The different cells of COLUMN, in the order of their first records; NULL when memory is out. */
struct pst_text *pst_shape_list_cells(const struct pst_frame *frame, size_t column,
                                      const struct pst_facts *facts,
                                      const struct pst_shape_records *records, size_t *n)
{
  struct pst_text *cells = pst_arena_array(frame->arena, facts->distinct + 1, sizeof *cells);

  *n = 0;
  for (size_t i = 0; i < records->n && cells != NULL && *n < facts->distinct; i++)
    if (facts->codes[i] == *n + 1)
      cells[(*n)++] = pst_sheet_cell(frame->sheet, records->rows[i], column);
  return cells;
}

/* The notation that the cells of COLUMN prove, all of them; NULL: none, or none that has a name. */
static const struct pst_times_format *proven(const struct pst_frame *frame, size_t column,
                                             const struct pst_facts *facts,
                                             const struct pst_shape_records *records)
{
  const struct pst_number_style style = {.decimal = '.'};
  struct pst_times times;
  char when[PST_WHEN_SIZE];
  size_t n;
  struct pst_text *cells = pst_shape_list_cells(frame, column, facts, records, &n);

  if (cells == NULL || n < 2 || facts->filled < records->n
      || pst_times_decide(cells, n, frame->columns[column].name, NULL, &style, &times, NULL)
             != PST_OK
      || times.format == NULL || times.format->read == NULL)
    return NULL;
  for (size_t i = 0; i < n; i++)
    if (!times.format->read(cells[i], frame->when, when))
      return NULL;
  return times.format;
}

bool pst_shape_is_dotted(const struct pst_frame *frame, size_t column)
{
  char when[PST_WHEN_SIZE];
  size_t n = 0;

  for (size_t r = frame->body; r < frame->end; r++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, r, column);

    if (cell.size == 0)
      continue;
    if (memchr(cell.data, '.', cell.size) == NULL
        || !pst_when_read(cell, PST_WHEN_DOTS | PST_WHEN_DOT_MONTHS, when, NULL))
      return false;
    n++;
  }
  return n > 0;
}

unsigned pst_shape_dotted_rules(const struct pst_frame *frame, size_t column)
{
  struct pst_when_seasons seen = {.seasons = 0};

  if (!pst_shape_is_dotted(frame, column))
    return 0;
  if (pst_words_quarter(frame->columns[column].name))
    return PST_WHEN_DOTS;
  for (size_t r = frame->body; r < frame->end; r++)
    pst_when_see(&seen, pst_sheet_cell(frame->sheet, r, column));
  return pst_when_unpadded(&seen) ? PST_WHEN_DOTS | PST_WHEN_DOT_MONTHS : 0;
}

/* `t` over 2011.1, 2011.2, 2011.3: quarters, or tonnes. */
static void tell_dotted(struct pst_frame *frame, size_t column)
{
  const char *name = frame->columns[column].name;

  if (!pst_words_time(name) && pst_shape_is_dotted(frame, column))
    pst_frame_tell(
        frame,
        "column '%s' is taken for values, though its cells could be parts of years; if they "
        "are, say --time '%s' with --time-format yyyy.q or yyyy.m",
        name, name);
}

size_t pst_shape_find_format(struct pst_frame *frame, const struct pst_facts *facts,
                             const struct pst_shape_records *records)
{
  for (size_t c = 0; c < frame->n_columns && frame->format == NULL; c++) {
    struct pst_frame_column *at = &frame->columns[c];
    const struct pst_times_format *format;

    if (at->unnamed || at->reason != NULL
        || (!pst_words_time_alone(at->name) && !pst_words_quarter(at->name)
            && !pst_words_month(at->name) && strcasecmp(at->name, "t") != 0))
      continue;
    format = proven(frame, c, &facts[c], records);
    if (format == NULL) {
      tell_dotted(frame, c);
      continue;
    }
    frame->format = format;
    frame->when |= format->rules;
    pst_frame_tell(frame, "column '%s' is read as periods: %s; --time-format reads it otherwise",
                   at->name, format->summary);
    return c;
  }
  return PST_NO_COLUMN;
}

void pst_shape_find_short(struct pst_frame *frame, size_t column, const struct pst_facts *facts,
                          const struct pst_shape_records *records)
{
  const char *name = frame->columns[column].name, *found;
  const struct pst_times_format *format;
  char when[PST_WHEN_SIZE] = "";
  size_t n;
  struct pst_text *cells = pst_shape_list_cells(frame, column, facts, records, &n);

  if (frame->format != NULL || cells == NULL
      || (found = pst_times_short(cells, n, frame->columns[column].unnamed ? "" : name)) == NULL)
    return;
  if (*found == '\0') {
    pst_frame_tell(
        frame,
        "column '%s' is read as months (%.*s); if these are days of years of two digits, "
        "say --time-format yymmdd",
        name, (int)cells[0].size, cells[0].data);
    return;
  }
  if (pst_times_named(found, &format, NULL) != PST_OK
      || !format->read(cells[0], format->rules, when))
    return;
  frame->format = format;
  frame->when |= format->rules;
  pst_frame_tell(frame,
                 "column '%s' is read as periods, '%.*s' as %s; --time-format reads it otherwise",
                 name, (int)cells[0].size, cells[0].data, when);
}

/* --- weeks --------------------------------------------------------------------------------------- */

/* 2020-01, 202001, 1/2020. */
static bool reads_week(struct pst_text cell, unsigned rules)
{
  char when[PST_WHEN_SIZE];

  return pst_when_read(cell, rules | PST_WHEN_WEEKS | PST_WHEN_COMPACT, when, NULL)
         && when[5] == 'W';
}

bool pst_shape_is_weeks(const struct pst_frame *frame, size_t column)
{
  size_t filled, n;

  if (frame->columns[column].unnamed || !pst_words_week(frame->columns[column].name))
    return false;
  n = pst_shape_count(frame, column, reads_week, &filled);
  return n * 2 > filled;
}

void pst_shape_tell_weeks(struct pst_frame *frame, size_t column)
{
  for (size_t r = frame->body;
       r < frame->end && (frame->when & PST_WHEN_WEEKS) && frame->format == NULL; r++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, r, column);
    char when[PST_WHEN_SIZE];

    if (!pst_when_read(cell, frame->when, when, NULL) || when[5] != 'W'
        || memchr(cell.data, 'W', cell.size) != NULL)
      continue;
    pst_frame_tell(frame,
                   "column '%s' is read as weeks of ISO 8601, '%.*s' as %s; --time-format yyyy-mm "
                   "or yyyymm reads months",
                   frame->columns[column].name, (int)cell.size, cell.data, when);
    return;
  }
}

void pst_shape_tell_week_names(struct pst_frame *frame)
{
  for (size_t c = 0; c < frame->n_columns; c++) {
    const struct pst_frame_column *at = &frame->columns[c];
    char packed[PST_WHEN_SIZE];

    if (at->role != PST_FRAME_VALUE)
      continue;
    if ((frame->when & PST_WHEN_WEEKS) && strlen(at->when) == 8 && at->when[5] == 'W'
        && strchr(at->name, 'W') == NULL) {
      pst_frame_tell(frame, "the header is read as weeks of ISO 8601, '%s' as %s", at->name,
                     at->when);
      return;
    }
    if ((frame->when & PST_WHEN_PACKED) && at->when[0] != '\0'
        && pst_when_read(pst_text_of(at->name), PST_WHEN_PACKED, packed, NULL)
        && strspn(at->name, "0123456789") == strlen(at->name)) {
      pst_frame_tell(frame,
                     "the header is read as years that end in the next one, '%s' as %s; --keys and "
                     "--values name columns as they stand",
                     at->name, at->when);
      return;
    }
  }
}

/* Digits alone as a number: other cells stand right behind it. */
long pst_shape_whole(struct pst_text cell)
{
  long n = 0;

  for (size_t i = 0; i < cell.size && cell.data[i] >= '0' && cell.data[i] <= '9'; i++)
    n = n * 10 + (cell.data[i] - '0');
  return n;
}

/* 201401, 201402 ... in the first column or one without a name: months or days, each of them, that
   never go back but to begin again. */
bool pst_shape_is_compact(struct pst_frame *frame, size_t column, const struct pst_facts *facts,
                          const struct pst_shape_records *records)
{
  size_t months = 0;
  long last = 0, turns = 0;

  if ((facts->digits != 6 && facts->digits != 8) || facts->distinct < 3
      || facts->filled < records->n || (column > 0 && !frame->columns[column].unnamed))
    return false;
  for (size_t i = 0; i < records->n; i++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, records->rows[i], column);
    char when[PST_WHEN_SIZE];
    long n = pst_shape_whole(cell);

    if (!pst_when_read(cell, frame->when | PST_WHEN_COMPACT, when, NULL) || strcmp(when, "1800") < 0
        || strlen(when) == 4 || strcmp(when, "2100") > 0)
      return false;
    months += i > 0 && n - last <= 100 && n > last;
    turns += i > 0 && n < last;
    last = n;
  }
  return (months + (size_t)turns) * 10 >= (records->n - 1) * 9;
}

/* `01.2018` in each record: months, which come again or follow one another. */
bool pst_shape_has_dotted_months(const struct pst_frame *frame, size_t column,
                                 const struct pst_facts *facts,
                                 const struct pst_shape_records *records)
{
  char when[PST_WHEN_SIZE];

  if (facts->distinct < 2 || facts->filled < records->n)
    return false;
  for (size_t i = 0; i < records->n; i++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, records->rows[i], column);

    if (cell.size != 7 || !pst_when_read(cell, PST_WHEN_MONTH_DOTS, when, NULL)
        || strcmp(when, "1800") < 0 || strcmp(when, "2100") > 0)
      return false;
  }
  return true;
}

/* --- what is told of columns of times --------------------------------------------------------- */

/* `Year 1 pupils`: a word in a longer name, or no word at all, and cells that could be something else. */
void pst_shape_tell_time(struct pst_frame *frame, size_t column)
{
  const struct pst_frame_column *at = &frame->columns[column];

  if (!at->unnamed && pst_words_attribute(at->name)) {
    pst_frame_tell(frame,
                   "column '%s' is taken for the periods (its name); if it says something of each "
                   "record, and is not the time of its numbers, say --keys '%s' or --values '%s'",
                   at->name, at->name, at->name);
    return;
  }
  if (at->unnamed || at->role != PST_FRAME_VALUE || pst_words_time_alone(at->name)
      || (strlen(at->name) > 4 && strcasecmp(at->name + strlen(at->name) - 4, "year") == 0)
      || (pst_words_time(at->name) && pst_shape_ends_in_time(at->name)))
    return;
  pst_frame_tell(frame,
                 "column '%s' is taken for the periods (%s); if it is measured, say --values '%s', "
                 "and if these are codes, --keys '%s'",
                 at->name, at->reason == NULL ? "its name" : at->reason, at->name, at->name);
}

void pst_shape_tell_crossed(struct pst_frame *frame, const struct pst_facts *facts)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (frame->columns[c].role == PST_FRAME_KEY && facts[c].years > 1
        && facts[c].years * 2 >= facts[c].filled)
      pst_frame_tell(frame,
                     "column '%s' holds years, and is taken for a key, as periods stand in line "
                     "%lu; if that line is none of the header, say --header-rows",
                     frame->columns[c].name, frame->sheet->rows[frame->header].line);
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
