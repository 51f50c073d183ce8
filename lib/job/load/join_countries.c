/* join_countries.c -- keys of --on that are countries, joined by what they mean. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "country/country.h"
#include "job/load/load_steps.h"
#include "table/retext.h"

/* A key column is one of countries when this part of its distinct texts is; one of very many texts
   is not looked at. */
enum { PART = 2, OF = 3, MOST = 10000, NAMED = 5 };

/* The distinct texts of a key column that rows have, and the country of each by its own code. */
struct side {
  const struct pst_dictionary *dictionary;
  unsigned n;
  const char **text; /* NULL: no row has it */
  const char **code; /* the same pointer as text where it is no country */
  struct pst_country_report report;
};

/* The left one: of all parts so far. */
static enum pst_status read_left(const struct pst_load_texts *texts, struct pst_arena *arena,
                                 struct side *side, struct pst_error *error)
{
  *side = (struct side){.dictionary = &texts->texts, .n = texts->texts.count};
  side->text = pst_load_texts_list(texts, arena);
  side->code = pst_arena_array(arena, (size_t)side->n + 1, sizeof *side->code);
  return side->text == NULL || side->code == NULL ? pst_fail_memory(error) : PST_OK;
}

static enum pst_status read_right(const struct pst_table *table, size_t c, struct pst_arena *arena,
                                  struct side *side, struct pst_error *error)
{
  const struct pst_column *column = &table->columns[c];

  *side =
      (struct side){.dictionary = pst_column_texts(column), .n = pst_column_texts(column)->count};
  side->text = pst_arena_array(arena, (size_t)side->n + 1, sizeof *side->text);
  side->code = pst_arena_array(arena, (size_t)side->n + 1, sizeof *side->code);
  if (side->text == NULL || side->code == NULL)
    return pst_fail_memory(error);
  for (size_t r = 0; r < table->n_rows; r++)
    if (pst_column_code(column, r) != PST_CODE_MISSING)
      side->text[pst_column_code(column, r)] = pst_column_string(column, r);
  return PST_OK;
}

static bool is_small(const struct side *left, const struct side *right)
{
  return left->n <= MOST && right->n <= MOST;
}

static bool all_equal(const struct side *left, const struct side *right)
{
  for (unsigned i = 0; i < left->n; i++)
    if (left->text[i] != NULL
        && pst_dictionary_find(right->dictionary, pst_text_of(left->text[i])) == PST_CODE_MISSING)
      return false;
  return true;
}

static bool is_countries(const struct side *side)
{
  return side->report.count > 0
         && (side->report.count - side->report.unresolved) * OF >= side->report.count * PART;
}

static enum pst_status find_countries(struct side *side, struct pst_arena *arena,
                                      struct pst_error *error)
{
  return pst_country_translate(side->text, side->n, PST_COUNTRY_ISO3, arena, side->code,
                               &side->report, error);
}

/* The text of RIGHT for the country CODE: its place; N when there is none, or there are two (then
   *TWO is set). */
static unsigned partner(const struct side *right, const char *code, bool *two)
{
  unsigned found = right->n;

  for (unsigned i = 0; i < right->n; i++) {
    if (right->text[i] == NULL || right->code[i] == right->text[i]
        || strcmp(right->code[i], code) != 0)
      continue;
    *two |= found < right->n;
    if (found < right->n)
      return right->n;
    found = i;
  }
  return found;
}

/* WRITTEN[i]: the text of RIGHT that stands for the text I of LEFT; returns how many differ, and
   says it of MOST.  *TWO is set when a text has two such. */
static size_t match(const struct side *left, const struct side *right, const char **written,
                    size_t most, struct pst_buffer *said, bool *two)
{
  size_t n = 0;

  for (unsigned i = 0; i < left->n; i++) {
    unsigned j;

    written[i] = left->text[i];
    if (left->text[i] == NULL || left->code[i] == left->text[i]
        || pst_dictionary_find(right->dictionary, pst_text_of(left->text[i])) != PST_CODE_MISSING)
      continue;
    j = partner(right, left->code[i], two);
    if (j == right->n)
      continue;
    written[i] = right->text[j];
    if (n < most)
      pst_buffer_printf(said, "%s'%s' = '%s'", n == 0 ? "" : ", ", left->text[i], right->text[j]);
    n++;
  }
  if (n > most)
    pst_buffer_printf(said, " and %zu more", n - most);
  return n;
}

/* What is found out about one pair of key columns. */
struct key {
  struct side left, right;
  const char **written; /* of each text on the left, what is written for it */
  size_t n;             /* that differ from the text */
  bool two;             /* a text on the left has two partners */
  struct pst_buffer said;
};

static bool may_match(const struct key *key)
{
  return is_countries(&key->left) && is_countries(&key->right)
         && !(key->left.report.numbers && key->right.report.numbers);
}

/* Where the other key is none of countries, that is found out once. */
static enum pst_status find_partners(struct pst_load *load, struct pst_load_key *memory,
                                     struct pst_arena *arena, struct key *key,
                                     struct pst_error *error)
{
  enum pst_status status = find_countries(&key->right, arena, error);

  memory->never = status == PST_OK && !is_countries(&key->right);
  if (status != PST_OK || memory->never)
    return status;
  status = find_countries(&key->left, arena, error);
  if (status == PST_OK && may_match(key))
    key->n = match(&key->left, &key->right, key->written,
                   load->job->options.verbose ? SIZE_MAX : NAMED, &key->said, &key->two);
  return status;
}

static enum pst_status look(struct pst_load *load, const struct pst_load_other *other, size_t k,
                            struct pst_arena *arena, struct key *key, struct pst_error *error)
{
  struct pst_load_key *memory = &other->key_texts[k];
  enum pst_status status = read_left(&memory->texts, arena, &key->left, error);

  key->written = pst_arena_array(arena, (size_t)key->left.n + 1, sizeof *key->written);
  if (status != PST_OK || key->written == NULL)
    return pst_fail_memory(error);
  for (unsigned i = 0; i < key->left.n; i++)
    key->written[i] = key->left.text[i];
  status = read_right(&other->table, other->other_keys[k], arena, &key->right, error);
  if (status != PST_OK || memory->never || !is_small(&key->left, &key->right)
      || all_equal(&key->left, &key->right))
    return status;
  return find_partners(load, memory, arena, key, error);
}

/* Texts of the other table that are one country have no partner by country: it would be a guess. */
static void say_two(struct pst_load *load, const char *column, const struct side *right)
{
  struct pst_buffer said = {.data = NULL};

  for (size_t i = 0; i < right->report.merged && i < NAMED; i++)
    pst_buffer_printf(&said, "%s'%s' and '%s'", i == 0 ? "" : ", ", right->report.pairs[i][0],
                      right->report.pairs[i][1]);
  if (right->report.merged > NAMED)
    pst_buffer_printf(&said, " and %zu more", right->report.merged - NAMED);
  pst_job_say(load->job,
              "--join: %s of column %s: one country each, and so no partner of another name; "
              "--country %s makes them one",
              pst_buffer_string(&said), column, column);
  pst_buffer_free(&said);
}

static void say_key(struct pst_load *load, const struct pst_load_other *other, size_t k,
                    const struct key *key)
{
  if (key->two)
    say_two(load, other->table.columns[other->other_keys[k]].name, &key->right);
  if (key->n > 0)
    pst_job_say(load->job, "--join: %zu key%s of %s match%s by country: %s", key->n,
                key->n == 1 ? "" : "s", load->job->table.columns[other->keys[k]].name,
                key->n == 1 ? "es" : "", pst_buffer_string(&key->said));
}

enum pst_status pst_load_say_keys(struct pst_load *load, struct pst_load_other *other,
                                  struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t k = 0; k < other->n_keys && status == PST_OK; k++) {
    struct pst_arena arena = PST_ARENA_EMPTY;
    struct key key = {.n = 0};

    status = look(load, other, k, &arena, &key, error);
    if (status == PST_OK)
      say_key(load, other, k, &key);
    pst_buffer_free(&key.said);
    pst_arena_free(&arena);
  }
  return status;
}

/* New texts can make the old ones countries, or none. */
static enum pst_status look_at_new(struct pst_load *load, struct pst_load_other *other, size_t k,
                                   struct pst_arena *arena, struct pst_error *error)
{
  struct pst_load_key *memory = &other->key_texts[k];
  struct key key = {.n = 0};
  bool again = false;
  enum pst_status status;

  if (memory->texts.n_written == memory->texts.texts.count)
    return PST_OK;
  status = look(load, other, k, arena, &key, error);
  if (status == PST_OK)
    status = pst_load_texts_write(&memory->texts, key.written, &again, error);
  memory->n = key.n;
  pst_buffer_free(&key.said);
  return status == PST_OK && again ? pst_load_fail_again(load, error) : status;
}

/* *COLUMN: key K in the texts of the other table, if both are countries and some are to be written
   otherwise; *IS_WRITTEN says so. */
static enum pst_status write_key(struct pst_load *load, struct pst_load_other *other, size_t k,
                                 struct pst_column *column, bool *is_written,
                                 struct pst_error *error)
{
  const struct pst_table *table = &load->job->table;
  struct pst_load_key *memory = &other->key_texts[k];
  struct pst_arena arena = PST_ARENA_EMPTY;
  unsigned *code;
  enum pst_status status =
      pst_load_texts_add(&memory->texts, table, other->keys[k], &arena, &code, error);

  if (status == PST_OK)
    status = look_at_new(load, other, k, &arena, error);
  if (status == PST_OK && memory->n > 0)
    status =
        pst_load_texts_column(&memory->texts, table, other->keys[k], code, &arena, column, error);
  *is_written = status == PST_OK && memory->n > 0;
  pst_arena_free(&arena);
  return status;
}

/* Exchange the key columns for those that are written in the other table's texts. */
static void exchange(struct pst_load *load, const struct pst_load_other *other,
                     struct pst_column *columns, const bool *is_written)
{
  for (size_t k = 0; k < other->n_keys; k++) {
    struct pst_column *there = &load->job->table.columns[other->keys[k]], kept = *there;

    if (!is_written[k])
      continue;
    *there = columns[k];
    columns[k] = kept;
  }
}

enum pst_status pst_load_join_countries(struct pst_load *load, struct pst_load_other *other,
                                        struct pst_error *error)
{
  struct pst_column *columns = pst_arena_array(&load->job->arena, other->n_keys, sizeof *columns);
  bool *is_written = pst_arena_array(&load->job->arena, other->n_keys, sizeof *is_written);
  enum pst_status status = PST_OK;

  if (columns == NULL || is_written == NULL)
    return pst_fail_memory(error);
  for (size_t k = 0; k < other->n_keys && status == PST_OK; k++)
    status = write_key(load, other, k, &columns[k], &is_written[k], error);
  exchange(load, other, columns, is_written);
  if (status == PST_OK)
    status = pst_join_part(&load->job->table, other->keys, &other->table, other->other_keys,
                           other->n_keys, &other->memory, &other->report, error);
  exchange(load, other, columns, is_written);
  for (size_t k = 0; k < other->n_keys; k++)
    if (is_written[k])
      pst_column_retext_free(&columns[k]);
  return status;
}
