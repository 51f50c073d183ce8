/* row.c -- one expression of --where or --let, from its first word to its last. */
#include "language/row.h"

#include "language/parser.h"

struct pst_syntax *pst_row_read(struct pst_source *source, struct pst_exact *exact)
{
  struct pst_language_parser parser = {.source = source, .exact = exact};
  struct pst_syntax *made;
  size_t bad;

  parser.scanner = (struct pst_scanner){.source = source, .dialect = PST_ROWS};
  if (!pst_utf8_valid(source->text, &bad)) {
    pst_source_fail(source, bad, "the character here is not UTF-8");
    return NULL;
  }
  pst_parser_resume(&parser, 0);
  if (parser.now.kind == PST_WORD_END) {
    pst_source_fail(source, 0, "the expression is empty");
    return NULL;
  }
  made = pst_parser_expression(&parser);
  return made != NULL && pst_parser_rest(&parser, "the end of the expression") ? made : NULL;
}
