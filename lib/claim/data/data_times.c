/* data_times.c -- keys that are times: read by what all their cells are, as every program reads them. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "claim/data/data_load.h"
#include "interval/period/period_step.h"
#include "table/retext.h"

/* --- what is said -------------------------------------------------------------------------------- */

/* The statement that says how the times of KEY are written, the first SIZE bytes of FORMAT. */
static void add_statement(struct pst_buffer *out, const struct pst_key_syntax *key,
                          const char *format, size_t size)
{
  bool word = key->year.data != NULL;
  size_t i = 0;

  while (!word && i < key->column.size
         && (isalnum((unsigned char)key->column.data[i]) || key->column.data[i] == '_'))
    i++;
  word = word || i == key->column.size;
  pst_buffer_printf(out, "time %s%.*s%s as \"%.*s\"", word ? "" : "\"", (int)key->column.size,
                    key->column.data, word ? "" : "\"", (int)size, format);
}

/* TEXT, which names options of the programs, in the words of a claims file; NULL: no memory. */
static const char *in_claims(struct pst_arena *arena, const struct pst_key_syntax *key,
                             const char *text)
{
  static const char option[] = "--time-format ", day_first[] = "--day-first";
  struct pst_buffer out = {.data = NULL};
  const char *copy;

  while (*text != '\0') {
    if (strncmp(text, day_first, sizeof day_first - 1) == 0) {
      add_statement(&out, key, "dmy", 3);
      text += sizeof day_first - 1;
    } else if (strncmp(text, option, sizeof option - 1) == 0) {
      text += sizeof option - 1;
      add_statement(&out, key, text, strcspn(text, " ,;"));
      text += strcspn(text, " ,;");
    } else {
      pst_buffer_add(&out, text++, 1);
    }
  }
  copy = out.failed ? NULL : pst_arena_string(arena, pst_buffer_string(&out));
  pst_buffer_free(&out);
  return copy;
}

static enum pst_status fail_row(const struct pst_data *data, size_t k, size_t r, const char *what,
                                struct pst_error *error)
{
  const struct pst_text name = data->syntax->keys[k].column;

  return pst_fail_at(error, PST_BAD_DATA, data->path, pst_table_line(&data->table, r), "%.*s: %s",
                     (int)name.size, name.data, what);
}

/* --- two columns --------------------------------------------------------------------------------- */

static char kind_of(const struct pst_key_syntax *key, const struct pst_column *part)
{
  const struct pst_dictionary *cells = pst_column_texts(part);

  if (key->format.data != NULL && pst_text_is(key->format, "yyyy/m"))
    return 'M';
  if (key->format.data != NULL && pst_text_is(key->format, "yyyy/q"))
    return 'Q';
  return pst_when_parts_are(part->name, cells->texts, cells->count);
}

static const char *why_no_pair(enum pst_when_pair pair)
{
  switch (pair) {
  case PST_WHEN_NO_YEAR:
    return "are no year and its part: the first is no year";
  case PST_WHEN_EITHER_PART:
    return "can be a month or a quarter; say --time-format yyyy/m or --time-format yyyy/q";
  default:
    return "are no year and its part, such as 2015 and 3, M03, March or Q1";
  }
}

static enum pst_status join_row(struct pst_data *data, size_t k, size_t r,
                                const struct pst_column *year, const struct pst_column *part,
                                char kind, struct pst_column *out, struct pst_error *error)
{
  char when[PST_WHEN_SIZE], what[256];
  enum pst_when_pair pair;

  if (pst_column_missing(year, r) || pst_column_missing(part, r))
    return PST_OK;
  pair = pst_when_read_pair(pst_text_of(pst_column_string(year, r)),
                            pst_text_of(pst_column_string(part, r)), kind, when);
  if (pair != PST_WHEN_PAIR) {
    const char *why = in_claims(&data->table.arena, &data->syntax->keys[k], why_no_pair(pair));

    snprintf(what, sizeof what, "'%.40s' and '%.40s' %s", pst_column_string(year, r),
             pst_column_string(part, r), why == NULL ? "" : why);
    return fail_row(data, k, r, what, error);
  }
  return when[0] == '\0' || pst_column_set_text(out, r, pst_text_of(when)) ? PST_OK
                                                                           : pst_fail_memory(error);
}

enum pst_status pst_data_join_pair(struct pst_data *data, size_t k, size_t year, size_t part,
                                   size_t *column, struct pst_error *error)
{
  struct pst_table *table = &data->table;
  const struct pst_key_syntax *key = &data->syntax->keys[k];
  const char *name = pst_arena_copy(&table->arena, key->column.data, key->column.size);
  enum pst_status status = PST_OK;
  char kind;

  if (key->format.data != NULL && !pst_text_is(key->format, "yyyy/m")
      && !pst_text_is(key->format, "yyyy/q"))
    return pst_fail(error, PST_USAGE,
                    "the part of a year is a month or a quarter: yyyy/m or yyyy/q");
  if (name == NULL || pst_table_add_column(table, name, PST_WANT_TEXT) == NULL)
    return pst_fail_memory(error);
  *column = table->n_columns - 1;
  kind = kind_of(key, &table->columns[part]);
  for (size_t r = 0; r < table->n_rows && status == PST_OK; r++)
    status = join_row(data, k, r, &table->columns[year], &table->columns[part], kind,
                      &table->columns[*column], error);
  return status;
}

/* --- how the cells are read ---------------------------------------------------------------------- */

struct cells {
  struct pst_text *texts; /* those that rows have, by code */
  unsigned *codes;
  size_t count;
  bool *used; /* of each code */
  const char *name;
};

static bool collect(struct pst_data *data, size_t column, struct pst_arena *scratch,
                    struct cells *cells)
{
  const struct pst_column *of = &data->table.columns[column];
  const struct pst_dictionary *dictionary = pst_column_texts(of);

  *cells = (struct cells){.name = of->name};
  cells->texts = pst_arena_array(scratch, dictionary->count + 1, sizeof *cells->texts);
  cells->codes = pst_arena_array(scratch, dictionary->count + 1, sizeof *cells->codes);
  cells->used = pst_arena_array(scratch, dictionary->count + 1, sizeof *cells->used);
  if (cells->texts == NULL || cells->codes == NULL || cells->used == NULL)
    return false;
  for (size_t r = 0; r < data->table.n_rows; r++)
    if (pst_column_code(of, r) != PST_CODE_MISSING)
      cells->used[pst_column_code(of, r)] = true;
  for (unsigned c = 0; c < dictionary->count; c++) {
    if (!cells->used[c])
      continue;
    cells->codes[cells->count] = c;
    cells->texts[cells->count++] = dictionary->texts[c];
  }
  return true;
}

/* Years, or other whole numbers that are never a packed time. */
static bool are_short_numbers(const struct cells *cells)
{
  int64_t number;

  for (size_t i = 0; i < cells->count; i++)
    if (!pst_data_whole_number(cells->texts[i], &number) || number < -9999 || number > 9999)
      return false;
  return true;
}

/* Every cell is a period as it stands, and all are of one kind, which KIND is. */
static bool are_periods(const struct cells *cells, enum pst_period_kind *kind)
{
  enum pst_period_kind one;

  for (size_t i = 0; i < cells->count; i++) {
    if (!pst_period_parse(cells->texts[i], &one, NULL) || (i > 0 && one != *kind))
      return false;
    *kind = one;
  }
  return cells->count > 0;
}

/* What cells that nobody calls a time might be: asked where they are used as times. */
static bool note_doubt(struct pst_data *data, size_t k, const struct cells *cells)
{
  struct pst_data_key *key = &data->keys[k];
  struct pst_error question;
  struct pst_times times;
  char when[PST_WHEN_SIZE];
  enum pst_period_kind kind;
  double value;

  for (size_t i = 0; i < cells->count; i++)
    if (!pst_number_parse(cells->texts[i], NULL, &value, NULL)
        && !pst_times_may_be(cells->texts[i]))
      return true;
  pst_error_clear(&question);
  if (pst_times_decide(cells->texts, cells->count, cells->name, NULL, NULL, &times, &question)
      != PST_OK) {
    key->doubt = in_claims(&data->table.arena, &data->syntax->keys[k], question.message);
    return key->doubt != NULL;
  }
  if ((times.format == NULL && !times.otherwise)
      || !pst_times_read(&times, cells->texts[0], NULL, &kind, &value, when)
      || kind == PST_PERIOD_NONE)
    return true;
  key->doubt = pst_arena_format(
      &data->table.arena,
      "%s: '%.*s' can be the %s %s or a number; say below the table's value what it is: time %.*s, "
      "or "
      "time %.*s as \"number\"",
      cells->name, (int)cells->texts[0].size, cells->texts[0].data, pst_period_name(kind), when,
      (int)data->syntax->keys[k].column.size, data->syntax->keys[k].column.data,
      (int)data->syntax->keys[k].column.size, data->syntax->keys[k].column.data);
  return key->doubt != NULL;
}

/* By `time`, which may name the format. */
static enum pst_status decide_asked(struct pst_data *data, size_t k, const struct cells *cells,
                                    struct pst_error *error)
{
  const struct pst_key_syntax *syntax = &data->syntax->keys[k];
  const struct pst_times_format *format = NULL;
  enum pst_status status = PST_OK;
  const char *name, *message;

  if (syntax->format.data != NULL && syntax->year.data == NULL) {
    name = pst_arena_copy(&data->table.arena, syntax->format.data, syntax->format.size);
    status = name == NULL ? pst_fail_memory(error) : pst_times_named(name, &format, error);
  }
  data->keys[k].is_time = true;
  if (status != PST_OK
      || pst_times_decide(cells->texts, cells->count, cells->name, format, NULL,
                          &data->keys[k].times, error)
             == PST_OK)
    return status;
  message = in_claims(&data->table.arena, syntax, error->message);
  return message == NULL ? pst_fail_memory(error) : pst_fail(error, PST_BAD_DATA, "%s", message);
}

static enum pst_status decide(struct pst_data *data, size_t k, const struct cells *cells,
                              struct pst_error *error)
{
  struct pst_data_key *key = &data->keys[k];
  enum pst_period_kind kind = PST_PERIOD_NONE;

  if (data->syntax->keys[k].is_time)
    return decide_asked(data, k, cells, error);
  if (are_short_numbers(cells))
    return PST_OK;
  if (are_periods(cells, &kind)) {
    struct pst_error none;

    pst_error_clear(&none);
    key->is_time =
        kind != PST_PERIOD_MONTH
        || pst_times_decide(cells->texts, cells->count, cells->name, NULL, NULL, &key->times, &none)
               == PST_OK;
    return PST_OK;
  }
  key->is_time = pst_times_prove(cells->texts, cells->count, cells->name, NULL, NULL, &key->times);
  return key->is_time || note_doubt(data, k, cells) ? PST_OK : pst_fail_memory(error);
}

/* --- each cell ------------------------------------------------------------------------------------ */

static bool is_plain(enum pst_period_kind kind)
{
  return kind == PST_PERIOD_NONE || kind == PST_PERIOD_YEAR;
}

bool pst_data_period(const struct pst_data_key *key, struct pst_text text, char when[PST_WHEN_SIZE],
                     double *value)
{
  enum pst_period_kind kind;
  char period[PST_PERIOD_SIZE];
  long step;

  if (!pst_times_read(&key->times, text, NULL, &kind, value, when)
      || (kind != key->kind && !(is_plain(kind) && is_plain(key->kind))))
    return false;
  if (pst_period_step(kind, *value, &step)) {
    pst_period_print(kind, step, period);
    snprintf(when, PST_WHEN_SIZE, "%s", period);
  }
  return true;
}

/* The row of CODE. */
static size_t row_of(const struct pst_data *data, size_t column, unsigned code)
{
  size_t r = 0;

  while (r + 1 < data->table.n_rows && pst_column_code(&data->table.columns[column], r) != code)
    r++;
  return r;
}

static enum pst_status fail_cell(struct pst_data *data, size_t k, size_t column, unsigned code,
                                 bool other, enum pst_period_kind kind, struct pst_error *error)
{
  char what[256];
  const char *cell = pst_dictionary_string(pst_column_texts(&data->table.columns[column]), code);

  if (other)
    snprintf(what, sizeof what, "'%.60s' is a %s, and the cells before are %s", cell,
             kind == PST_PERIOD_NONE ? "number" : pst_period_name(kind),
             data->keys[k].kind == PST_PERIOD_NONE ? "numbers"
                                                   : pst_period_plural(data->keys[k].kind));
  else
    snprintf(what, sizeof what, "'%.60s' is no time as the others are read", cell);
  return fail_row(data, k, row_of(data, column, code), what, error);
}

/* The kind of all cells; where one is another, the key is no time, which is an error if it is to be one. */
static enum pst_status settle_kind(struct pst_data *data, size_t k, size_t column,
                                   const struct cells *cells, struct pst_error *error)
{
  struct pst_data_key *key = &data->keys[k];
  const bool asked = data->syntax->keys[k].is_time;
  char when[PST_WHEN_SIZE];
  enum pst_period_kind kind;
  double value;

  for (size_t i = 0; i < cells->count && key->is_time; i++) {
    bool reads = pst_times_read(&key->times, cells->texts[i], NULL, &kind, &value, when);

    if (reads && (i == 0 || (is_plain(kind) && is_plain(key->kind)))) {
      key->kind = i > 0 && kind != key->kind ? PST_PERIOD_NONE : kind;
      continue;
    }
    if (reads && kind == key->kind)
      continue;
    if (asked)
      return fail_cell(data, k, column, cells->codes[i], reads, reads ? kind : PST_PERIOD_NONE,
                       error);
    key->is_time = false;
  }
  return PST_OK;
}

/* Equal periods that are written otherwise have the text of the first. */
static enum pst_status unite(struct pst_data *data, size_t k, size_t column,
                             const struct cells *cells, struct pst_error *error)
{
  struct pst_data_key *key = &data->keys[k];
  struct pst_dictionary seen = {.count = 0};
  const struct pst_dictionary *dictionary = pst_column_texts(&data->table.columns[column]);
  const char **texts = calloc((size_t)dictionary->count + 1, sizeof *texts);
  const char **first = calloc(cells->count + 1, sizeof *first);
  enum pst_status status = texts == NULL || first == NULL ? pst_fail_memory(error) : PST_OK;
  struct pst_column changed;
  bool same = true;

  for (size_t i = 0; i < cells->count && status == PST_OK; i++) {
    const char *text = cells->texts[i].data;
    char when[PST_WHEN_SIZE];
    double value;
    unsigned code;

    pst_data_period(key, cells->texts[i], when, &value);
    code = pst_dictionary_add(&seen, when[0] == '\0' ? cells->texts[i] : pst_text_of(when));
    if (code == PST_CODE_MISSING) {
      status = pst_fail_memory(error);
      break;
    }
    if (first[code] == NULL)
      first[code] = text;
    same = same && first[code] == text;
    texts[cells->codes[i]] = first[code];
  }
  if (status == PST_OK && !same)
    status = pst_column_retext(&data->table, column, texts, &changed, error);
  if (status == PST_OK && !same) {
    pst_column_retext_free(&data->table.columns[column]);
    data->table.columns[column] = changed;
  }
  pst_dictionary_free(&seen);
  free(texts);
  free(first);
  return status;
}

/* The period of code C, and C as the code of it unless another is. */
static bool note_period(struct pst_data_key *key, unsigned c, struct pst_text text)
{
  unsigned before = key->periods.count, code;
  char when[PST_WHEN_SIZE];
  double value;

  if (!pst_data_period(key, text, when, &value))
    return true; /* of a row that a where leaves out */
  key->position[c] = value;
  if (when[0] == '\0')
    return true;
  code = pst_dictionary_add(&key->periods, pst_text_of(when));
  if (code == PST_CODE_MISSING)
    return false;
  if (code == before)
    key->code_of[code] = c;
  key->period[c] = key->periods.texts[code];
  return true;
}

/* Those that rows have go first, so that a period is theirs. */
static bool note_periods(struct pst_data *data, size_t k, size_t column)
{
  struct pst_data_key *key = &data->keys[k];
  const struct pst_column *of = &data->table.columns[column];
  const struct pst_dictionary *dictionary = pst_column_texts(of);
  struct pst_arena *arena = &data->table.arena;
  bool *noted = pst_arena_array(arena, dictionary->count + 1, sizeof *noted), good;

  key->period = pst_arena_array(arena, dictionary->count + 1, sizeof *key->period);
  key->code_of = pst_arena_array(arena, dictionary->count + 1, sizeof *key->code_of);
  key->position = pst_arena_array(arena, dictionary->count + 1, sizeof *key->position);
  good = noted != NULL && key->period != NULL && key->code_of != NULL && key->position != NULL;
  for (size_t r = 0; good && r < data->table.n_rows; r++) {
    unsigned c = pst_column_code(of, r);

    if (c == PST_CODE_MISSING || noted[c])
      continue;
    noted[c] = true;
    good = note_period(key, c, dictionary->texts[c]);
  }
  for (unsigned c = 0; good && c < dictionary->count; c++)
    if (!noted[c])
      good = note_period(key, c, dictionary->texts[c]);
  return good;
}

enum pst_status pst_data_read_times(struct pst_data *data, size_t k, size_t column,
                                    struct pst_error *error)
{
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct cells cells;
  enum pst_status status =
      collect(data, column, &scratch, &cells) ? PST_OK : pst_fail_memory(error);

  if (status == PST_OK && cells.count > 0)
    status = decide(data, k, &cells, error);
  if (status == PST_OK)
    status = settle_kind(data, k, column, &cells, error);
  if (status == PST_OK && data->keys[k].is_time)
    status = unite(data, k, column, &cells, error);
  if (status == PST_OK && data->keys[k].is_time && !note_periods(data, k, column))
    status = pst_fail_memory(error);
  pst_arena_free(&scratch);
  return status;
}
