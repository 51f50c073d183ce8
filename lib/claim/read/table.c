/* table.c -- the statement `table`: its file, key, value, conditions and times. */
#include <string.h>

#include "claim/read/lines.h"

static bool read_key(struct pst_language_parser *parser, struct pst_table_syntax *table)
{
  struct pst_key_syntax *key;

  table->keys = pst_parser_grow(parser, table->keys, table->key_count, sizeof *table->keys);
  if (table->keys == NULL)
    return false;
  key = &table->keys[table->key_count++];
  *key = (struct pst_key_syntax){.at = parser->now.at};
  if (!pst_lines_column(parser, &key->column))
    return false;
  if (parser->now.kind != PST_WORD_NUMBER)
    return true;
  key->declared = true;
  if (!pst_parser_integer(parser, "a whole number", &key->first))
    return false;
  if (!pst_parser_take(parser, ".."))
    return pst_parser_want(parser, "..");
  if (!pst_parser_integer(parser, "a whole number", &key->last))
    return false;
  if (key->first > key->last)
    return pst_source_fail(parser->source, key->at, "the range of years ends before it starts");
  return true;
}

static bool read_keys(struct pst_language_parser *parser, struct pst_table_syntax *table)
{
  if (!pst_parser_take(parser, "key"))
    return pst_parser_want(parser, "the table's key");
  do {
    if (!read_key(parser, table))
      return false;
  } while (pst_parser_take(parser, ","));
  return pst_lines_end(parser);
}

static bool read_digit(struct pst_language_parser *parser, struct pst_table_syntax *table)
{
  size_t at = parser->now.at;
  int decimals;

  if (parser->now.kind != PST_WORD_NUMBER)
    return pst_parser_want(parser, "what the last digit stands for, as in printed to 0.1");
  if (!pst_rational_parse(parser->exact, parser->now.raw, &table->digit, &decimals)
      || pst_rational_sign(table->digit) <= 0)
    return pst_source_fail(parser->source, at, "figures are printed to 0.1, 1, 10, ... not to %.*s",
                           (int)parser->now.raw.size, parser->now.raw.data);
  table->has_digit = true;
  table->digit = pst_rational_multiply(parser->exact, table->digit,
                                       pst_rational_power(parser->exact, table->unit.scale));
  pst_parser_advance(parser);
  return true;
}

static bool read_value(struct pst_language_parser *parser, struct pst_table_syntax *table)
{
  if (!pst_parser_take(parser, "value"))
    return pst_parser_want(parser, "the table's value");
  table->value_at = parser->now.at;
  if (!pst_lines_column(parser, &table->value)
      || !pst_parser_unit(parser, &table->unit, &table->has_unit))
    return false;
  if (pst_parser_take(parser, "printed")) {
    table->printed = true;
    if (pst_parser_take(parser, "to") && !read_digit(parser, table))
      return false;
  }
  return pst_lines_end(parser);
}

static bool read_relation(struct pst_language_parser *parser, enum pst_relation *relation)
{
  static const char *const signs[] = {"=", "!=", "<", "<=", ">", ">="};

  for (int i = 0; i < 6; i++) {
    if (pst_parser_take(parser, signs[i])) {
      *relation = (enum pst_relation)i;
      return true;
    }
  }
  return pst_parser_want(parser, "one of = != < <= > >=");
}

static bool read_where(struct pst_language_parser *parser, struct pst_table_syntax *table)
{
  struct pst_where_syntax *where;
  bool negative;

  table->wheres = pst_parser_grow(parser, table->wheres, table->where_count, sizeof *where);
  if (table->wheres == NULL)
    return false;
  where = &table->wheres[table->where_count++];
  *where = (struct pst_where_syntax){.at = parser->now.at};
  if (!pst_lines_column(parser, &where->column) || !read_relation(parser, &where->relation))
    return false;
  if (parser->now.kind == PST_WORD_STRING) {
    where->is_text = true;
    where->text = pst_scan_normal(parser->source, parser->now.text);
    pst_parser_advance(parser);
    return pst_lines_end(parser);
  }
  negative = pst_parser_take(parser, "-");
  if (parser->now.kind != PST_WORD_NUMBER)
    return pst_parser_want(parser, "a text or a number");
  if (!pst_rational_parse(parser->exact, parser->now.raw, &where->number, NULL))
    return pst_parser_want(parser, "a shorter number");
  if (negative)
    where->number = pst_rational_negate(parser->exact, where->number);
  pst_parser_advance(parser);
  return pst_lines_end(parser);
}

/* Only one source has a meaning of its own, so that a slip in it must not pass for another. */
static bool read_source(struct pst_language_parser *parser, struct pst_table_syntax *table)
{
  static const char *const paper[] = {"the paper itself"};
  size_t at = parser->now.at;

  if (table->origin.data != NULL)
    return pst_source_fail(parser->source, at, "the table has a source already");
  if (!pst_parser_string(parser, "where the table comes from, in quotes", &table->origin))
    return false;
  table->is_paper = pst_text_is(table->origin, paper[0]);
  if (!table->is_paper && pst_text_near(table->origin, paper, 1) == 0)
    return pst_source_fail(parser->source, at, "the source is \"%.*s\"; did you mean \"%s\"?",
                           (int)table->origin.size, table->origin.data, paper[0]);
  return pst_lines_end(parser);
}

static bool read_may_be_empty(struct pst_language_parser *parser, struct pst_table_syntax *table)
{
  if (!pst_parser_take(parser, "be") || !pst_parser_take(parser, "empty"))
    return pst_parser_want(parser, "be empty (may be empty)");
  table->may_be_empty = true;
  return pst_lines_end(parser);
}

/* --- marks of figures --------------------------------------------------------------------------- */

/* `decimal ","` and `thousands " "`: one of a few marks, each once, and two of them differ. */
static bool read_mark(struct pst_language_parser *parser, const struct pst_table_syntax *table,
                      bool is_decimal, struct pst_text *mark)
{
  static const char *const marks[] = {",",        ".",           " ", "'", "\xE2\x80\x99",
                                      "\xC2\xA0", "\xE2\x80\xAF"};
  size_t at = parser->now.at, i = 0, count = is_decimal ? 2 : sizeof marks / sizeof *marks;

  if (mark->data != NULL)
    return pst_source_fail(parser->source, at, "the table names this mark already");
  if (!pst_parser_string(parser, "the mark in quotes", mark))
    return false;
  while (i < count && !pst_text_is(*mark, marks[i]))
    i++;
  if (i == count)
    return pst_source_fail(parser->source, at,
                           is_decimal ? "the decimal mark is \".\" or \",\""
                                      : "thousands are parted by one of , . ' or a blank");
  if (table->decimal.data != NULL && pst_text_equal(table->decimal, table->thousands))
    return pst_source_fail(parser->source, at, "decimals and thousands cannot have one mark");
  return pst_lines_end(parser);
}

/* --- time ---------------------------------------------------------------------------------------- */

/* The key whose column stands here; SIZE_MAX with an error when none is. */
static size_t read_time_key(struct pst_language_parser *parser,
                            const struct pst_table_syntax *table)
{
  size_t at = parser->now.at, k = 0;
  struct pst_text column;

  if (!pst_lines_column(parser, &column))
    return SIZE_MAX;
  while (k < table->key_count && !pst_text_equal(table->keys[k].column, column))
    k++;
  if (k < table->key_count)
    return k;
  pst_source_fail(parser->source, at,
                  "'%.*s' is no key of the table; time names a key, or two: "
                  "time year, month",
                  (int)column.size, column.data);
  return SIZE_MAX;
}

/* The keys YEAR and PART are one, in the place of the year. */
static bool join_keys(struct pst_language_parser *parser, struct pst_table_syntax *table,
                      size_t year, size_t part)
{
  struct pst_key_syntax *key = &table->keys[year], *other = &table->keys[part];
  const char *name;

  if (year == part)
    return pst_source_fail(
        parser->source, other->at,
        "time names one key twice; a year and its part are two: time year, month");
  if (other->declared)
    return pst_source_fail(parser->source, other->at,
                           "the years can have a range, their parts have none");
  name = pst_arena_format(parser->source->arena, "%.*s, %.*s", (int)key->column.size,
                          key->column.data, (int)other->column.size, other->column.data);
  if (name == NULL) {
    parser->source->failed = true;
    return false;
  }
  key->year = key->column;
  key->part = other->column;
  key->part_at = other->at;
  key->column = pst_text_of(name);
  memmove(other, other + 1, (table->key_count - part - 1) * sizeof *other);
  table->key_count--;
  return true;
}

static bool read_time(struct pst_language_parser *parser, struct pst_table_syntax *table)
{
  size_t at = parser->now.at, year = read_time_key(parser, table), part = SIZE_MAX;
  struct pst_key_syntax *key;

  if (year == SIZE_MAX)
    return false;
  if (pst_parser_take(parser, ",")) {
    part = read_time_key(parser, table);
    if (part == SIZE_MAX)
      return false;
  }
  key = &table->keys[year];
  if (key->is_time || (part != SIZE_MAX && table->keys[part].is_time))
    return pst_source_fail(parser->source, at, "this key is a time already");
  key->is_time = true;
  if (pst_parser_take(parser, "as")) {
    key->format_at = parser->now.at;
    if (!pst_parser_string(parser, "how the times are written, in quotes, such as \"yyyymm\"",
                           &key->format))
      return false;
  }
  return (part == SIZE_MAX || join_keys(parser, table, year, part)) && pst_lines_end(parser);
}

/* A word that is nearly one of those below a table. */
static bool refuse_near(const struct pst_language_parser *parser)
{
  static const char *const words[] = {"where", "time", "decimal", "thousands", "source", "may"};
  enum { WORDS = sizeof words / sizeof *words };
  size_t near;

  if (parser->now.kind != PST_WORD_NAME || pst_lines_statement(parser))
    return true;
  near = pst_text_near(parser->now.raw, words, WORDS);
  return near == WORDS
         || pst_source_fail(parser->source, parser->now.at,
                            "'%.*s' is no part of a table; did you mean %s?",
                            (int)parser->now.raw.size, parser->now.raw.data, words[near]);
}

/* What may stand below the value, in any order. */
static bool read_details(struct pst_language_parser *parser, struct pst_table_syntax *table)
{
  bool good = true, more = true;

  while (good && more) {
    if (pst_parser_take(parser, "where"))
      good = read_where(parser, table);
    else if (pst_parser_take(parser, "time"))
      good = read_time(parser, table);
    else if (pst_parser_take(parser, "decimal"))
      good = read_mark(parser, table, true, &table->decimal);
    else if (pst_parser_take(parser, "thousands"))
      good = read_mark(parser, table, false, &table->thousands);
    else if (pst_parser_take(parser, "source"))
      good = read_source(parser, table);
    else if (pst_parser_take(parser, "may"))
      good = read_may_be_empty(parser, table);
    else
      more = false;
  }
  return good && refuse_near(parser);
}

static bool read_table_body(struct pst_language_parser *parser, struct pst_file_syntax *file,
                            struct pst_table_syntax *table)
{
  table->at = parser->now.at;
  if (!pst_lines_name(parser, "a name for the table", &table->name))
    return false;
  for (size_t i = 0; i + 1 < file->table_count; i++)
    if (pst_text_equal(file->tables[i].name, table->name))
      return pst_lines_twice(parser, table->at, "table", table->name, file->tables[i].at);
  table->file_at = parser->now.at;
  if (!pst_parser_string(parser, "the table's file, in quotes", &table->file)
      || !pst_lines_end(parser) || !read_keys(parser, table) || !read_value(parser, table))
    return false;
  return read_details(parser, table);
}

bool pst_table_statement(struct pst_language_parser *parser, struct pst_file_syntax *file)
{
  struct pst_table_syntax *table;

  file->tables = pst_parser_grow(parser, file->tables, file->table_count, sizeof *table);
  if (file->tables == NULL)
    return false;
  table = &file->tables[file->table_count++];
  memset(table, 0, sizeof *table);
  if (read_table_body(parser, file, table))
    return true;
  table->error = parser->source->error_count;
  return false;
}
