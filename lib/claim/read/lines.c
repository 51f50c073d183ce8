/* lines.c -- statements of a claims file: where they begin and end, and their small parts. */
#include <string.h>

#include "claim/read/lines.h"

/* --- recovery ---------------------------------------------------------------------------------- */

static size_t indent_of(const struct pst_language_parser *parser, size_t line)
{
  size_t at = line;

  while (at < parser->source->text.size && strchr(" \t", parser->source->text.data[at]) != NULL
         && parser->source->text.data[at] != '\0')
    at++;
  return at - line;
}

static size_t line_start(const struct pst_language_parser *parser, size_t at)
{
  while (at > 0 && parser->source->text.data[at - 1] != '\n')
    at--;
  return at;
}

static bool part_of_table(const struct pst_language_parser *parser, size_t at)
{
  static const char *const words[] = {"key", "value", "where"};
  size_t end;
  struct pst_text word = pst_scan_id(&parser->scanner, at, &end);

  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (pst_text_is(word, words[i]))
      return true;
  return false;
}

bool pst_lines_rate(const struct pst_language_parser *parser)
{
  return parser->now.kind == PST_WORD_NAME && pst_parser_is(parser, "rate")
         && parser->next.kind == PST_WORD_NAME;
}

bool pst_lines_statement(const struct pst_language_parser *parser)
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
  return pst_lines_rate(parser);
}

/* After an error in the statement that begins at AT: on with the first line behind the error that
   is not indented deeper than that statement's. */
void pst_lines_recover(struct pst_language_parser *parser, size_t at)
{
  struct pst_text text = parser->source->text;
  size_t indent = indent_of(parser, line_start(parser, at)), line = parser->now.at;

  if (parser->now.kind == PST_WORD_LINE || line < at
      || (line_start(parser, line) > at && pst_lines_statement(parser)))
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

bool pst_lines_end(struct pst_language_parser *parser)
{
  if (parser->now.kind == PST_WORD_END)
    return true;
  if (parser->now.kind != PST_WORD_LINE)
    return pst_parser_want(parser, "the end of the line");
  pst_parser_advance(parser);
  return true;
}

bool pst_lines_id(struct pst_language_parser *parser, const char *wanted, struct pst_text *id)
{
  size_t end;

  *id = pst_scan_id(&parser->scanner, parser->now.at, &end);
  if (id->size == 0 || parser->now.kind == PST_WORD_LINE || parser->now.kind == PST_WORD_END)
    return pst_parser_want(parser, wanted);
  pst_parser_resume(parser, end);
  return true;
}

bool pst_lines_column(struct pst_language_parser *parser, struct pst_text *column)
{
  if (parser->now.kind == PST_WORD_STRING) {
    if (!pst_parser_string(parser, "the name of a column", column))
      return false;
    *column = pst_scan_normal(parser->source, *column);
    return true;
  }
  if (parser->now.kind != PST_WORD_NAME && parser->now.kind != PST_WORD_RESERVED)
    return pst_parser_want(parser, "the name of a column");
  *column = parser->now.text;
  pst_parser_advance(parser);
  return true;
}

bool pst_lines_twice(struct pst_language_parser *parser, size_t at, const char *what,
                     struct pst_text name, size_t before)
{
  unsigned long line, column;

  pst_source_place(parser->source, before, &line, &column);
  return pst_source_fail(parser->source, at, "there is a %s '%.*s' in line %lu already", what,
                         (int)name.size, name.data, line);
}

bool pst_lines_name(struct pst_language_parser *parser, const char *what, struct pst_text *name)
{
  if (parser->now.kind != PST_WORD_NAME)
    return pst_parser_want(parser, what);
  *name = parser->now.text;
  pst_parser_advance(parser);
  return true;
}
