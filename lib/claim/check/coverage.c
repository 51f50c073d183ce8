/* coverage.c -- the numbers of the paper's text, and which of them a claim uses. */
#include "claim/check/coverage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/array.h"
#include "input/input.h"

/* LOOK_MOST: how far from a number its surroundings are looked at, so that time stays linear. */
enum { KEY_SIZE = 56, DIGITS_MOST = 40, LOOK_MOST = 200 };

/* A number as it stands in a text.  Keys are a value's digits and power of ten, "3214e8": equal for
   equal values. */
struct found {
  size_t at, size;
  char plain[KEY_SIZE], scaled[KEY_SIZE]; /* without and with the scale behind it */
};

struct finder {
  struct pst_text text;
  bool prose; /* a paper: marks of lists and footnotes are no numbers */
  struct found *found;
  size_t count, capacity;
  bool failed;
};

static char byte_at(struct pst_text text, size_t at)
{
  return at < text.size ? text.data[at] : '\0';
}

static char before(struct pst_text text, size_t at)
{
  return at > 0 ? text.data[at - 1] : '\0';
}

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* --- values -------------------------------------------------------------------------------------- */

/* The key of the digits of TEXT, which may hold commas and a point, times 10 to the SCALE. */
static bool write_key(struct pst_text text, int scale, char *key)
{
  char digits[DIGITS_MOST + 1];
  size_t size = 0;
  bool point = false;

  for (size_t i = 0; i < text.size; i++) {
    if (text.data[i] == '.')
      point = true;
    if (!is_digit(text.data[i]))
      continue;
    scale -= point;
    if (size == 0 && text.data[i] == '0')
      continue;
    if (size == DIGITS_MOST)
      return false;
    digits[size++] = text.data[i];
  }
  while (size > 0 && digits[size - 1] == '0') {
    size--;
    scale++;
  }
  digits[size] = '\0';
  snprintf(key, KEY_SIZE, "%se%d", digits, size == 0 ? 0 : scale);
  return true;
}

/* The power of ten of the word behind AT, 0 when it is none. */
static int scale_behind(struct pst_text text, size_t at)
{
  static const struct {
    const char *word;
    int power;
  } scales[] = {{"thousand", 3}, {"million", 6}, {"billion", 9}, {"trillion", 12}};

  while (is_blank(byte_at(text, at)))
    at++;
  for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
    size_t size = strlen(scales[i].word);

    if (text.size - at >= size && memcmp(text.data + at, scales[i].word, size) == 0
        && !is_letter(byte_at(text, at + size)))
      return scales[i].power;
  }
  return 0;
}

/* --- what is a number ---------------------------------------------------------------------------- */

static size_t skip_digits(struct pst_text text, size_t at)
{
  while (is_digit(byte_at(text, at)))
    at++;
  return at;
}

/* Digits, groups of three behind commas, decimals. */
static size_t skip_number(struct pst_text text, size_t at)
{
  size_t end = skip_digits(text, at);

  if (end - at <= 3 && text.data[at] != '0')
    while (byte_at(text, end) == ',' && skip_digits(text, end + 1) == end + 4)
      end += 4;
  if (byte_at(text, end) == '.' && is_digit(byte_at(text, end + 1)))
    end = skip_digits(text, end + 1);
  return end;
}

/* The end of the digits, points, slashes and what else is one word with them. */
static size_t skip_chain(struct pst_text text, size_t at)
{
  while (is_digit(byte_at(text, at)) || is_letter(byte_at(text, at))
         || (strchr(".,/:", byte_at(text, at)) != NULL && is_digit(byte_at(text, at + 1))
             && at < text.size))
    at++;
  return at;
}

static bool is_ordinal(struct pst_text text, size_t end)
{
  static const char *const endings[] = {"st", "nd", "rd", "th"};

  for (size_t i = 0; i < 4; i++)
    if (text.size - end >= 2 && memcmp(text.data + end, endings[i], 2) == 0
        && !is_letter(byte_at(text, end + 2)) && !is_digit(byte_at(text, end + 2)))
      return true;
  return false;
}

/* Is it glued to a word?  FY2015 is a year. */
static bool in_word(struct pst_text text, size_t at, size_t end)
{
  char c = before(text, at);

  if (is_letter(byte_at(text, end)) && !is_ordinal(text, end))
    return true;
  if (is_letter(c))
    return !(at >= 2 && text.data[at - 2] == 'F' && c == 'Y' && end == at + 4
             && !is_letter(before(text, at - 2)));
  return c == '-' && at >= 2 && is_letter(text.data[at - 2]);
}

/* 2.1.3, 12.4.2007, 3:45: no one number. */
static bool in_chain(struct pst_text text, size_t at, size_t end)
{
  char c = byte_at(text, end);

  (void)at;
  return (c == '.' || c == ':' || c == '/') && is_digit(byte_at(text, end + 1));
}

static bool in_address(struct pst_text text, size_t at)
{
  size_t from = at, to = at;

  while (from > 0 && at - from < LOOK_MOST && !is_blank(text.data[from - 1]))
    from--;
  while (to < text.size && to - at < LOOK_MOST && !is_blank(text.data[to]))
    to++;
  for (; from < to; from++)
    if (text.data[from] == '@' || (to - from >= 3 && memcmp(text.data + from, "://", 3) == 0)
        || (to - from >= 4 && memcmp(text.data + from, "www.", 4) == 0)
        || (to - from >= 4 && memcmp(text.data + from, "doi:", 4) == 0))
      return true;
  return false;
}

/* [12], [3, 5-7]; word.12 */
static bool is_footnote(struct pst_text text, size_t at)
{
  size_t from = at;

  if (before(text, at) == '.' && at >= 2 && is_letter(text.data[at - 2]))
    return true;
  while (from > 0 && at - from < LOOK_MOST
         && (is_digit(text.data[from - 1]) || strchr(" ,-", text.data[from - 1]) != NULL)
         && text.data[from - 1] != '\0')
    from--;
  if (before(text, from) != '[')
    return false;
  while (
      at - from < 2 * LOOK_MOST
      && (is_digit(byte_at(text, at)) || (at < text.size && strchr(" ,-", text.data[at]) != NULL)))
    at++;
  return byte_at(text, at) == ']';
}

/* Does the line from AT end like a sentence? */
static bool ends_as_sentence(struct pst_text text, size_t at)
{
  size_t end = at;

  while (end < text.size && text.data[end] != '\n')
    end++;
  while (end > at && is_blank(text.data[end - 1]))
    end--;
  return end > at && strchr(".,;:", text.data[end - 1]) != NULL;
}

/* (1), and at the beginning of a line 1. or 1) or, of a heading, 2.1 and a capital letter. */
static bool is_mark(struct pst_text text, size_t at, size_t end)
{
  size_t from = at;
  char c = byte_at(text, end);

  if (before(text, at) == '(' && c == ')' && end - at <= 2)
    return true;
  while (from > 0 && strchr(" \t#*", text.data[from - 1]) != NULL && text.data[from - 1] != '\0')
    from--;
  if (from > 0 && text.data[from - 1] != '\n')
    return false;
  if ((c == '.' || c == ')') && is_blank(byte_at(text, end + 1)) && end - at <= 3)
    return true;
  return c == ' ' && byte_at(text, end + 1) >= 'A' && byte_at(text, end + 1) <= 'Z' && end - at <= 5
         && memchr(text.data + at, '.', end - at) != NULL && !ends_as_sentence(text, end);
}

/* --- finding ------------------------------------------------------------------------------------- */

static void add(struct finder *finder, size_t at, size_t end)
{
  struct pst_text number = {.data = finder->text.data + at, .size = end - at};
  struct found *found;

  if (!PST_ARRAY_ROOM(finder->found, finder->capacity, finder->count + 1)) {
    finder->failed = true;
    return;
  }
  found = &finder->found[finder->count];
  found->at = at;
  found->size = number.size;
  if (write_key(number, 0, found->plain)
      && write_key(number, scale_behind(finder->text, end), found->scaled))
    finder->count++;
}

/* .036, as p-values are printed. */
static bool begins_with_point(struct pst_text text, size_t at)
{
  return before(text, at) == '.' && (at < 2 || strchr(" \t\n([=<>-", text.data[at - 2]) != NULL);
}

static void find_numbers(struct finder *finder, struct pst_text text)
{
  size_t at = 0;

  finder->text = text;
  while (at < text.size && !finder->failed) {
    size_t end;

    if (!is_digit(text.data[at])) {
      at++;
      continue;
    }
    end = skip_number(text, at);
    if (in_word(text, at, end) || in_chain(text, at, end)) {
      at = skip_chain(text, at);
      continue;
    }
    if (!finder->prose
        || (!is_mark(text, at, end) && !is_footnote(text, at) && !in_address(text, at)))
      add(finder, at - begins_with_point(text, at), end);
    at = end;
  }
}

/* --- what claims use ----------------------------------------------------------------------------- */

struct uses {
  struct pst_source *source;
  const struct pst_file_syntax *file;
  struct finder finder;
  bool *let_seen;
};

static void use_source(struct uses *uses, size_t from, size_t to)
{
  find_numbers(&uses->finder, pst_text_of(pst_source_slice(uses->source, from, to)));
}

/* The lets below NODE. */
static void use_lets(struct uses *uses, const struct pst_syntax *node)
{
  const struct pst_let_syntax *let = node->kind == PST_SYNTAX_NAME ? node->let : NULL;

  if (let != NULL && let->body != NULL && !uses->let_seen[let - uses->file->lets]) {
    uses->let_seen[let - uses->file->lets] = true;
    use_source(uses, let->body->at, let->body->end);
    use_lets(uses, let->body);
  }
  for (size_t i = 0; i < node->count; i++)
    use_lets(uses, node->arguments[i]);
}

static void use_claim(struct uses *uses, const struct pst_claim_syntax *claim)
{
  for (size_t i = 0; i < claim->says_count; i++)
    find_numbers(&uses->finder, claim->says[i]);
  for (size_t i = 0; i < claim->check_count; i++) {
    const struct pst_syntax *body = claim->checks[i].body;

    if (body == NULL)
      continue;
    use_source(uses, body->at, body->end);
    use_lets(uses, body);
  }
}

/* --- what tables give ---------------------------------------------------------------------------- */

bool pst_coverage_watch(const struct pst_file_syntax *file, struct pst_data *data)
{
  for (size_t i = 0; i < file->table_count; i++) {
    if (data[i].error != 0 || data[i].table.n_rows == 0)
      continue;
    data[i].read =
        pst_arena_array(&data[i].table.arena, data[i].table.n_rows, sizeof *data[i].read);
    if (data[i].read == NULL)
      return false;
  }
  return true;
}

/* The figure of ROW as a paper writes it, with the scale of its column. */
static void use_cell(struct uses *uses, const struct pst_data *data, size_t row)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_exact exact = {.arena = &arena};
  struct pst_text cell = pst_column_printed(data->value, row);
  struct pst_unit scale = {.kind = PST_UNIT_PLAIN, .scale = data->syntax->unit.scale};
  struct pst_rational value;
  const char *text;
  int decimals;

  if (pst_digits_rational(&data->digits, &exact, cell, &value, &decimals)) {
    text = pst_arena_format(&arena, "%s %s", pst_rational_print(&exact, value),
                            pst_unit_print(&arena, &scale));
    uses->finder.failed = uses->finder.failed || text == NULL || exact.failed;
    if (text != NULL)
      find_numbers(&uses->finder, pst_text_of(text));
  }
  pst_arena_free(&arena);
}

static void use_tables(struct uses *uses, const struct pst_data *data)
{
  for (size_t i = 0; i < uses->file->table_count; i++)
    for (size_t r = 0; data[i].read != NULL && r < data[i].table.n_rows; r++)
      if (data[i].read[r] && pst_column_code(data[i].value, r) != PST_CODE_MISSING)
        use_cell(uses, &data[i], r);
}

static int by_key(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The keys of all that is used, sorted; the finder must outlive them. */
static const char **sorted_keys(const struct finder *finder, struct pst_arena *arena)
{
  const char **keys = pst_arena_array(arena, 2 * finder->count + 1, sizeof *keys);

  if (keys == NULL)
    return NULL;
  for (size_t i = 0; i < finder->count; i++) {
    keys[2 * i] = finder->found[i].plain;
    keys[2 * i + 1] = finder->found[i].scaled;
  }
  qsort(keys, 2 * finder->count, sizeof *keys, by_key);
  return keys;
}

/* --- the text ------------------------------------------------------------------------------------ */

static enum pst_status read_text(const char *path, struct pst_buffer *text, struct pst_error *error)
{
  struct pst_input *input;
  char block[1 << 14];
  size_t got = 1;
  enum pst_status status = pst_file_require(path, error);

  if (status == PST_OK)
    status = pst_input_open(path, NULL, &input, error);
  if (status != PST_OK)
    return status;
  while (status == PST_OK && got > 0) {
    status = pst_input_read(input, block, sizeof block, &got, error);
    if (status == PST_OK)
      pst_buffer_add(text, block, got);
  }
  pst_input_close(input);
  return status;
}

/* Lines and columns come cheaper one after the other than each from the beginning. */
static bool note_unused(const struct finder *text, const char **keys, size_t key_count,
                        struct pst_source *source, struct pst_claims *claims)
{
  struct pst_claim_unused *unused = pst_arena_array(source->arena, text->count + 1, sizeof *unused);
  unsigned long line = 1, column = 1;
  size_t at = 0, n = 0;

  if (unused == NULL)
    return false;
  for (size_t i = 0; i < text->count; i++) {
    const char *key = text->found[i].scaled;

    for (; at < text->found[i].at; at++) {
      bool ends = text->text.data[at] == '\n';

      line += ends;
      column = ends ? 1 : column + (((unsigned char)text->text.data[at] & 0xC0) != 0x80);
    }
    if (key_count > 0 && bsearch(&key, keys, key_count, sizeof *keys, by_key) != NULL)
      continue;
    unused[n++] = (struct pst_claim_unused){
        .line = line,
        .column = column,
        .text = pst_source_copy(
            source, (struct pst_text){.data = text->text.data + at, .size = text->found[i].size})};
  }
  claims->has_coverage = true;
  claims->number_count = text->count;
  claims->unused = unused;
  claims->unused_count = n;
  return !source->failed;
}

static bool cover(struct pst_source *source, const struct pst_file_syntax *file,
                  const struct pst_data *data, struct pst_text paper, struct pst_claims *claims)
{
  struct uses uses = {.source = source, .file = file};
  struct finder text = {.prose = true};
  const char **keys;
  bool good;

  uses.let_seen = pst_arena_array(source->arena, file->let_count + 1, sizeof *uses.let_seen);
  if (uses.let_seen == NULL)
    return false;
  for (size_t i = 0; i < file->claim_count; i++)
    use_claim(&uses, &file->claims[i]);
  use_tables(&uses, data);
  find_numbers(&text, paper);
  keys = sorted_keys(&uses.finder, source->arena);
  good = keys != NULL && !uses.finder.failed && !text.failed
         && note_unused(&text, keys, 2 * uses.finder.count, source, claims);
  free(uses.finder.found);
  free(text.found);
  return good;
}

/* At the place in the text, or where it has none at its name in the claims file. */
static void fail(struct pst_source *source, const struct pst_file_syntax *file, const char *path,
                 const struct pst_error *error)
{
  if (error->line > 0) {
    pst_source_fail_as(source, error->status, error->file, error->line, error->message);
    return;
  }
  pst_source_fail(source, file->paper_text_at, "%s: %s", path, error->message);
  if (source->error_count > 0)
    source->errors[source->error_count - 1].status = error->status;
}

bool pst_coverage(struct pst_source *source, const struct pst_file_syntax *file,
                  const struct pst_data *data, struct pst_claims *claims)
{
  struct pst_buffer text = {.data = NULL};
  struct pst_error error;
  bool good = true;

  pst_error_clear(&error);
  if (read_text(claims->paper_text, &text, &error) != PST_OK)
    fail(source, file, claims->paper_text, &error);
  else
    good = !text.failed && cover(source, file, data, pst_text_of(pst_buffer_string(&text)), claims);
  pst_buffer_free(&text);
  return good;
}
