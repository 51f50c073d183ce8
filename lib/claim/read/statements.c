#include <string.h>

#include "claim/read/parser.h"

/* --- recovery ---------------------------------------------------------------------------------- */

static size_t indent_of(const struct pst_claim_parser *parser, size_t line)
{
  size_t at = line;

  while (at < parser->source->text.size && strchr(" \t", parser->source->text.data[at]) != NULL
         && parser->source->text.data[at] != '\0')
    at++;
  return at - line;
}

static size_t line_start(const struct pst_claim_parser *parser, size_t at)
{
  while (at > 0 && parser->source->text.data[at - 1] != '\n')
    at--;
  return at;
}

static bool part_of_table(const struct pst_claim_parser *parser, size_t at)
{
  static const char *const words[] = {"key", "value", "where"};
  size_t end;
  struct pst_text word = pst_scan_id(&parser->scanner, at, &end);

  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (pst_text_is(word, words[i]))
      return true;
  return false;
}

static bool statement_follows(const struct pst_claim_parser *parser)
{
  static const char *const words[] = {"claim", "table", "let", "paper", "rounding"};

  if (parser->now.kind == PST_WORD_END)
    return true;
  if (parser->now.kind != PST_WORD_NAME || pst_parser_next_is(parser, "[")
      || pst_parser_next_is(parser, "("))
    return false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (pst_parser_is(parser, words[i]))
      return true;
  return false;
}

/* After an error in the statement that begins at AT: on with the first line behind the error that
   is not indented deeper than that statement's. */
static void recover(struct pst_claim_parser *parser, size_t at)
{
  struct pst_text text = parser->source->text;
  size_t indent = indent_of(parser, line_start(parser, at)), line = parser->now.at;

  if (parser->now.kind == PST_WORD_LINE || line < at
      || (line_start(parser, line) > at && statement_follows(parser)))
    line = line_start(parser, line);
  else
    line = pst_scan_line(&parser->scanner, line);
  for (; line < text.size; line = pst_scan_line(&parser->scanner, line)) {
    size_t deep = indent_of(parser, line), first = line + deep;

    if (first >= text.size || text.data[first] == '\n' || text.data[first] == '\r'
        || text.data[first] == '#')
      continue;
    if (deep <= indent && !part_of_table(parser, first))
      break;
  }
  pst_parser_resume(parser, line);
}

/* --- small parts ------------------------------------------------------------------------------- */

static bool end_line(struct pst_claim_parser *parser)
{
  if (parser->now.kind == PST_WORD_END)
    return true;
  if (parser->now.kind != PST_WORD_LINE)
    return pst_parser_want(parser, "the end of the line");
  pst_parser_advance(parser);
  return true;
}

static bool read_id(struct pst_claim_parser *parser, const char *wanted, struct pst_text *id)
{
  size_t end;

  *id = pst_scan_id(&parser->scanner, parser->now.at, &end);
  if (id->size == 0 || parser->now.kind == PST_WORD_LINE || parser->now.kind == PST_WORD_END)
    return pst_parser_want(parser, wanted);
  pst_parser_resume(parser, end);
  return true;
}

static bool read_column(struct pst_claim_parser *parser, struct pst_text *column)
{
  if (parser->now.kind == PST_WORD_STRING)
    return pst_parser_string(parser, "the name of a column", column);
  if (parser->now.kind != PST_WORD_NAME && parser->now.kind != PST_WORD_RESERVED)
    return pst_parser_want(parser, "the name of a column");
  *column = parser->now.raw;
  pst_parser_advance(parser);
  return true;
}

/* --- table ------------------------------------------------------------------------------------- */

static bool read_key(struct pst_claim_parser *parser, struct pst_table_syntax *table)
{
  struct pst_key_syntax *key;

  table->keys = pst_parser_grow(parser, table->keys, table->key_count, sizeof *table->keys);
  if (table->keys == NULL)
    return false;
  key = &table->keys[table->key_count++];
  *key = (struct pst_key_syntax){.at = parser->now.at};
  if (!read_column(parser, &key->column))
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
    return pst_source_fail(parser->source, key->at, "the range of years begins behind its end");
  return true;
}

static bool read_keys(struct pst_claim_parser *parser, struct pst_table_syntax *table)
{
  if (!pst_parser_take(parser, "key"))
    return pst_parser_want(parser, "the table's key");
  do {
    if (!read_key(parser, table))
      return false;
  } while (pst_parser_take(parser, ","));
  return end_line(parser);
}

static bool read_digit(struct pst_claim_parser *parser, struct pst_table_syntax *table)
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

static bool read_value(struct pst_claim_parser *parser, struct pst_table_syntax *table)
{
  if (!pst_parser_take(parser, "value"))
    return pst_parser_want(parser, "the table's value");
  table->value_at = parser->now.at;
  if (!read_column(parser, &table->value)
      || !pst_parser_unit(parser, &table->unit, &table->has_unit))
    return false;
  if (pst_parser_take(parser, "printed")) {
    table->printed = true;
    if (pst_parser_take(parser, "to") && !read_digit(parser, table))
      return false;
  }
  return end_line(parser);
}

static bool read_relation(struct pst_claim_parser *parser, enum pst_relation *relation)
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

static bool read_where(struct pst_claim_parser *parser, struct pst_table_syntax *table)
{
  struct pst_where_syntax *where;
  bool negative;

  table->wheres = pst_parser_grow(parser, table->wheres, table->where_count, sizeof *where);
  if (table->wheres == NULL)
    return false;
  where = &table->wheres[table->where_count++];
  *where = (struct pst_where_syntax){.at = parser->now.at};
  if (!read_column(parser, &where->column) || !read_relation(parser, &where->relation))
    return false;
  if (parser->now.kind == PST_WORD_STRING) {
    where->is_text = true;
    where->text = parser->now.text;
    pst_parser_advance(parser);
    return end_line(parser);
  }
  negative = pst_parser_take(parser, "-");
  if (parser->now.kind != PST_WORD_NUMBER)
    return pst_parser_want(parser, "a text or a number");
  if (!pst_rational_parse(parser->exact, parser->now.raw, &where->number, NULL))
    return pst_parser_want(parser, "a shorter number");
  if (negative)
    where->number = pst_rational_negate(parser->exact, where->number);
  pst_parser_advance(parser);
  return end_line(parser);
}

static bool twice(struct pst_claim_parser *parser, size_t at, const char *what,
                  struct pst_text name, size_t before)
{
  unsigned long line, column;

  pst_source_place(parser->source, before, &line, &column);
  return pst_source_fail(parser->source, at, "there is a %s '%.*s' in line %lu already", what,
                         (int)name.size, name.data, line);
}

static bool read_name(struct pst_claim_parser *parser, const char *what, struct pst_text *name)
{
  if (parser->now.kind != PST_WORD_NAME)
    return pst_parser_want(parser, what);
  *name = parser->now.text;
  pst_parser_advance(parser);
  return true;
}

static bool read_table_body(struct pst_claim_parser *parser, struct pst_file_syntax *file,
                            struct pst_table_syntax *table)
{
  table->at = parser->now.at;
  if (!read_name(parser, "a name for the table", &table->name))
    return false;
  for (size_t i = 0; i + 1 < file->table_count; i++)
    if (pst_text_equal(file->tables[i].name, table->name))
      return twice(parser, table->at, "table", table->name, file->tables[i].at);
  table->file_at = parser->now.at;
  if (!pst_parser_string(parser, "the table's file, in quotes", &table->file) || !end_line(parser)
      || !read_keys(parser, table) || !read_value(parser, table))
    return false;
  while (pst_parser_take(parser, "where"))
    if (!read_where(parser, table))
      return false;
  return true;
}

static bool read_table(struct pst_claim_parser *parser, struct pst_file_syntax *file)
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

/* --- paper, rounding, let ---------------------------------------------------------------------- */

static bool read_paper(struct pst_claim_parser *parser, struct pst_file_syntax *file)
{
  if (file->paper.data != NULL)
    return pst_source_fail(parser->source, parser->now.at, "the file names its paper twice");
  if (!pst_parser_string(parser, "the paper, in quotes", &file->paper))
    return false;
  if (pst_parser_take(parser, "text")) {
    file->paper_text_at = parser->now.at;
    if (!pst_parser_string(parser, "the file of the paper's text, in quotes", &file->paper_text))
      return false;
  }
  return end_line(parser);
}

static bool read_rounding(struct pst_claim_parser *parser, struct pst_file_syntax *file)
{
  static const char *const names[] = {"half", "half-up", "half-even", "truncate"};
  size_t at = parser->now.at;
  struct pst_text name;

  if (!read_id(parser, "half, half-up, half-even or truncate", &name))
    return false;
  for (int i = 0; i < 4; i++) {
    if (pst_text_is(name, names[i])) {
      file->rounding = (enum pst_rounding)i;
      return end_line(parser);
    }
  }
  return pst_source_fail(parser->source, at,
                         "rounding is half, half-up, half-even or truncate, not '%.*s'",
                         (int)name.size, name.data);
}

static bool read_let_body(struct pst_claim_parser *parser, const struct pst_file_syntax *file,
                          struct pst_let_syntax *let)
{
  if (!read_name(parser, "a name", &let->name))
    return false;
  for (size_t i = 0; i + 1 < file->let_count; i++)
    if (pst_text_equal(file->lets[i].name, let->name))
      return twice(parser, let->at, "let", let->name, file->lets[i].at);
  if (!pst_parser_take(parser, "="))
    return pst_parser_want(parser, "=");
  let->body = pst_parse_expression(parser);
  return let->body != NULL && end_line(parser);
}

static bool read_let(struct pst_claim_parser *parser, struct pst_file_syntax *file)
{
  struct pst_let_syntax *let;

  file->lets = pst_parser_grow(parser, file->lets, file->let_count, sizeof *let);
  if (file->lets == NULL)
    return false;
  let = &file->lets[file->let_count++];
  *let = (struct pst_let_syntax){.at = parser->now.at};
  if (read_let_body(parser, file, let))
    return true;
  let->body = NULL;
  let->error = parser->source->error_count;
  return false;
}

/* --- claim ------------------------------------------------------------------------------------- */

static bool read_reason(struct pst_claim_parser *parser, struct pst_check_syntax *check)
{
  pst_parser_advance(parser);
  pst_parser_advance(parser);
  check->not_checkable = true;
  if (!pst_parser_take(parser, "because"))
    return pst_parser_want(parser, "because");
  return pst_parser_string(parser, "the reason, in quotes", &check->because);
}

/* `reading ID:`, whatever word the ID begins with; a let may be called reading too. */
static bool reading_follows(const struct pst_claim_parser *parser)
{
  struct pst_text text = parser->source->text, id;
  size_t end;

  if (parser->now.kind != PST_WORD_NAME || !pst_parser_is(parser, "reading"))
    return false;
  if (parser->next.kind == PST_WORD_NAME)
    return true;
  if (parser->next.kind == PST_WORD_LINE || parser->next.kind == PST_WORD_END)
    return false;
  id = pst_scan_id(&parser->scanner, parser->next.at, &end);
  while (end < text.size && (text.data[end] == ' ' || text.data[end] == '\t'))
    end++;
  return id.size > 0 && end < text.size && text.data[end] == ':';
}

static bool read_check_body(struct pst_claim_parser *parser, struct pst_check_syntax *check)
{
  check->at = parser->now.at;
  if (pst_parser_is(parser, "not") && pst_parser_next_is(parser, "checkable"))
    return read_reason(parser, check);
  if (reading_follows(parser)) {
    pst_parser_advance(parser);
    if (!read_id(parser, "a name for the reading", &check->reading))
      return false;
    if (!pst_parser_take(parser, ":"))
      return pst_parser_want(parser, "a colon (:)");
    check->at = parser->now.at;
  }
  check->body = pst_parse_expression(parser);
  return check->body != NULL;
}

static bool read_check(struct pst_claim_parser *parser, struct pst_claim_syntax *claim)
{
  struct pst_check_syntax *check;
  size_t at = parser->now.at;

  claim->checks = pst_parser_grow(parser, claim->checks, claim->check_count, sizeof *check);
  if (claim->checks == NULL)
    return false;
  check = &claim->checks[claim->check_count++];
  memset(check, 0, sizeof *check);
  parser->levels = 0;
  if (read_check_body(parser, check)) {
    check->end = parser->now.at;
    if (end_line(parser))
      return true;
  }
  check->body = NULL;
  check->not_checkable = false;
  check->error = parser->source->error_count;
  check->at = at;
  check->end = pst_scan_line(&parser->scanner, at);
  recover(parser, at);
  return true;
}

static bool read_says(struct pst_claim_parser *parser, struct pst_claim_syntax *claim)
{
  while (pst_parser_is(parser, "says") && parser->next.kind != PST_WORD_SIGN) {
    pst_parser_advance(parser);
    claim->says = pst_parser_grow(parser, claim->says, claim->says_count, sizeof *claim->says);
    if (claim->says == NULL
        || !pst_parser_string(parser, "what the paper says, in quotes",
                              &claim->says[claim->says_count])
        || !end_line(parser))
      return false;
    claim->says_count++;
  }
  return true;
}

static bool read_claim(struct pst_claim_parser *parser, struct pst_file_syntax *file)
{
  struct pst_claim_syntax *claim;

  file->claims = pst_parser_grow(parser, file->claims, file->claim_count, sizeof *claim);
  if (file->claims == NULL)
    return false;
  claim = &file->claims[file->claim_count++];
  memset(claim, 0, sizeof *claim);
  claim->at = parser->now.at;
  if (!read_id(parser, "a name for the claim", &claim->id))
    return false;
  for (size_t i = 0; i + 1 < file->claim_count; i++)
    if (pst_text_equal(file->claims[i].id, claim->id))
      return twice(parser, claim->at, "claim", claim->id, file->claims[i].at);
  if (pst_parser_take(parser, "at")
      && !pst_parser_string(parser, "the place in the paper, in quotes", &claim->at_text))
    return false;
  if (!end_line(parser) || !read_says(parser, claim))
    return false;
  if (statement_follows(parser))
    return pst_source_fail(parser->source, claim->at,
                           "the claim '%.*s' has no check; write one, or not checkable because "
                           "\"...\"",
                           (int)claim->id.size, claim->id.data);
  while (!statement_follows(parser))
    if (!read_check(parser, claim))
      return false;
  return true;
}

/* --- file -------------------------------------------------------------------------------------- */

static bool read_statement(struct pst_claim_parser *parser, struct pst_file_syntax *file)
{
  static const struct {
    const char *word;
    bool (*read)(struct pst_claim_parser *, struct pst_file_syntax *);
  } statements[] = {{"claim", read_claim},
                    {"table", read_table},
                    {"let", read_let},
                    {"paper", read_paper},
                    {"rounding", read_rounding}};
  static const char *const words[] = {"claim", "table", "let", "paper", "rounding"};
  size_t near;

  parser->levels = 0;
  for (size_t i = 0; i < sizeof statements / sizeof *statements; i++)
    if (pst_parser_take(parser, statements[i].word))
      return statements[i].read(parser, file);
  if (parser->now.kind == PST_WORD_NAME) {
    near = pst_text_near(parser->now.raw, words, 5);
    if (near < 5)
      return pst_source_fail(parser->source, parser->now.at,
                             "'%.*s' begins no statement; did you mean %s?",
                             (int)parser->now.raw.size, parser->now.raw.data, words[near]);
  }
  return pst_parser_want(parser, "paper, rounding, table, let or claim");
}

bool pst_syntax_read(struct pst_source *source, struct pst_exact *exact,
                     struct pst_file_syntax *file)
{
  struct pst_claim_parser parser = {.source = source, .exact = exact};
  size_t at = 0;

  memset(file, 0, sizeof *file);
  parser.scanner.source = source;
  if (source->text.size >= 3 && memcmp(source->text.data, "\xEF\xBB\xBF", 3) == 0)
    at = 3;
  pst_parser_resume(&parser, at);
  if (parser.now.kind == PST_WORD_LINE)
    pst_parser_advance(&parser);
  while (parser.now.kind != PST_WORD_END && !source->failed && !exact->failed) {
    at = parser.now.at;
    if (!read_statement(&parser, file))
      recover(&parser, at);
  }
  return !source->failed && !exact->failed;
}
