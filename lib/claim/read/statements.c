/* statements.c -- a claims file: paper, rounding, let, claim and its checks. */
#include <string.h>

#include "claim/read/lines.h"
#include "claim/read/other_file.h"

/* --- paper, rounding, let ---------------------------------------------------------------------- */

static bool read_paper(struct pst_language_parser *parser, struct pst_file_syntax *file)
{
  if (file->paper.data != NULL)
    return pst_source_fail(parser->source, parser->now.at,
                           "the file names its paper pst_lines_twice");
  if (!pst_parser_string(parser, "the paper, in quotes", &file->paper))
    return false;
  if (pst_parser_take(parser, "text")) {
    file->paper_text_at = parser->now.at;
    if (!pst_parser_string(parser, "the file of the paper's text, in quotes", &file->paper_text))
      return false;
  }
  return pst_lines_end(parser);
}

static bool read_rounding(struct pst_language_parser *parser, struct pst_file_syntax *file)
{
  static const char *const names[] = {"half", "half-up", "half-even", "truncate"};
  size_t at = parser->now.at;
  struct pst_text name;

  if (!pst_lines_id(parser, "half, half-up, half-even or truncate", &name))
    return false;
  for (int i = 0; i < 4; i++) {
    if (pst_text_is(name, names[i])) {
      file->rounding = (enum pst_rounding)i;
      return pst_lines_end(parser);
    }
  }
  return pst_source_fail(parser->source, at,
                         "rounding is half, half-up, half-even or truncate, not '%.*s'",
                         (int)name.size, name.data);
}

/* NAME is that of the last of COUNT; false when memory is out. */
static bool keep_name(struct pst_language_parser *parser, struct pst_names *names,
                      struct pst_text name, size_t count)
{
  if (pst_names_add(names, name, count - 1, parser->exact->arena))
    return true;
  parser->source->failed = true;
  return false;
}

static bool read_let_body(struct pst_language_parser *parser, struct pst_file_syntax *file,
                          struct pst_let_syntax *let)
{
  size_t same;

  if (!pst_lines_name(parser, "a name", &let->name))
    return false;
  same = pst_names_find(&file->let_names, let->name);
  if (same != SIZE_MAX)
    return pst_lines_twice(parser, let->at, "let", let->name, file->lets[same].at);
  if (!keep_name(parser, &file->let_names, let->name, file->let_count))
    return false;
  if (!pst_parser_take(parser, "="))
    return pst_parser_want(parser, "=");
  let->body = pst_parser_expression(parser);
  return let->body != NULL && pst_parser_rest(parser, "the end of the line")
         && pst_lines_end(parser);
}

static bool read_let(struct pst_language_parser *parser, struct pst_file_syntax *file)
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

static bool read_reason(struct pst_language_parser *parser, struct pst_check_syntax *check)
{
  pst_parser_advance(parser);
  pst_parser_advance(parser);
  check->not_checkable = true;
  if (!pst_parser_take(parser, "because"))
    return pst_parser_want(parser, "because");
  return pst_parser_string(parser, "the reason, in quotes", &check->because);
}

/* `reading ID:`, whatever word the ID begins with; a let may be called reading too. */
static bool reading_follows(const struct pst_language_parser *parser)
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

static bool read_check_body(struct pst_language_parser *parser, struct pst_check_syntax *check)
{
  check->at = parser->now.at;
  if (pst_parser_is(parser, "not") && pst_parser_next_is(parser, "checkable"))
    return read_reason(parser, check);
  if (reading_follows(parser)) {
    pst_parser_advance(parser);
    if (!pst_lines_id(parser, "a name for the reading", &check->reading))
      return false;
    if (!pst_parser_take(parser, ":"))
      return pst_parser_want(parser, "a colon (:)");
    check->at = parser->now.at;
  }
  check->body = pst_parser_expression(parser);
  return check->body != NULL && pst_parser_rest(parser, "the end of the line");
}

static bool read_check(struct pst_language_parser *parser, struct pst_claim_syntax *claim)
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
    if (pst_lines_end(parser))
      return true;
  }
  check->body = NULL;
  check->not_checkable = false;
  check->error = parser->source->error_count;
  check->at = at;
  check->end = pst_scan_line(&parser->scanner, at);
  pst_lines_recover(parser, at);
  return true;
}

static bool read_says(struct pst_language_parser *parser, struct pst_claim_syntax *claim)
{
  while (pst_parser_is(parser, "says") && parser->next.kind != PST_WORD_SIGN) {
    pst_parser_advance(parser);
    claim->says = pst_parser_grow(parser, claim->says, claim->says_count, sizeof *claim->says);
    if (claim->says == NULL
        || !pst_parser_string(parser, "what the paper says, in quotes",
                              &claim->says[claim->says_count])
        || !pst_lines_end(parser))
      return false;
    claim->says_count++;
  }
  return true;
}

static bool read_claim(struct pst_language_parser *parser, struct pst_file_syntax *file)
{
  struct pst_claim_syntax *claim;
  size_t same;

  file->claims = pst_parser_grow(parser, file->claims, file->claim_count, sizeof *claim);
  if (file->claims == NULL)
    return false;
  claim = &file->claims[file->claim_count++];
  memset(claim, 0, sizeof *claim);
  claim->at = parser->now.at;
  if (!pst_lines_id(parser, "a name for the claim", &claim->id))
    return false;
  same = pst_names_find(&file->claim_names, claim->id);
  if (same != SIZE_MAX)
    return pst_lines_twice(parser, claim->at, "claim", claim->id, file->claims[same].at);
  if (!keep_name(parser, &file->claim_names, claim->id, file->claim_count))
    return false;
  if (pst_parser_take(parser, "at")
      && !pst_parser_string(parser, "the place in the paper, in quotes", &claim->at_text))
    return false;
  if (!pst_lines_end(parser) || !read_says(parser, claim))
    return false;
  if (pst_lines_statement(parser))
    return pst_source_fail(parser->source, claim->at,
                           "the claim '%.*s' has no check; write one, or not checkable because "
                           "\"...\"",
                           (int)claim->id.size, claim->id.data);
  while (!pst_lines_statement(parser))
    if (!read_check(parser, claim))
      return false;
  return true;
}

/* --- file -------------------------------------------------------------------------------------- */

static bool read_statement(struct pst_language_parser *parser, struct pst_file_syntax *file)
{
  static const struct {
    const char *word;
    bool (*read)(struct pst_language_parser *, struct pst_file_syntax *);
  } statements[] = {{"claim", read_claim},
                    {"table", pst_table_statement},
                    {"let", read_let},
                    {"paper", read_paper},
                    {"rounding", read_rounding}};
  static const char *const words[] = {"claim", "table", "let", "paper", "rounding"};
  size_t near;

  parser->levels = 0;
  if (pst_lines_rate(parser)) {
    pst_parser_advance(parser);
    return pst_rate_statement(parser, file);
  }
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
  return pst_parser_want(parser, "paper, rounding, table, rate, let or claim");
}

bool pst_syntax_read(struct pst_source *source, struct pst_exact *exact,
                     struct pst_file_syntax *file)
{
  struct pst_language_parser parser = {.source = source, .exact = exact};
  size_t at = 0;

  memset(file, 0, sizeof *file);
  if (pst_other_file(source))
    return !source->failed;
  parser.scanner = (struct pst_scanner){.source = source, .dialect = PST_CLAIMS};
  if (source->text.size >= 3 && memcmp(source->text.data, "\xEF\xBB\xBF", 3) == 0)
    at = 3;
  pst_parser_resume(&parser, at);
  if (parser.now.kind == PST_WORD_LINE)
    pst_parser_advance(&parser);
  while (parser.now.kind != PST_WORD_END && !source->failed && !exact->failed) {
    at = parser.now.at;
    if (!read_statement(&parser, file))
      pst_lines_recover(&parser, at);
  }
  return !source->failed && !exact->failed;
}
