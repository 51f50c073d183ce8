/* parser.h -- the state of the parser, and what its files call across.

   All     Given     a parser whose source is open and of which two words were scanned; texts in UTF-8
           Returned  true, or the node, in the arena of EXACT; false once an error is reported; what returns
                     a node, NULL then, and when memory is out, which the source is told
           Cost      O(size of the words that are taken)
           Tested    test_language.c, test_expr_errors.c, test_claim_errors.c, word for word,
                     by way of row.h and claims files; tests/fuzz/fuzz_language.c  */
#ifndef PST_LANGUAGE_PARSER_H
#define PST_LANGUAGE_PARSER_H

#include "language/scan.h"
#include "language/tree.h"

struct pst_language_parser {
  struct pst_scanner scanner;
  struct pst_word now, next; /* two words decide everywhere */
  struct pst_source *source;
  struct pst_exact *exact;
  size_t end;    /* behind the last word taken */
  size_t levels; /* of nesting */
};

/* pst_parser_advance: step over the current word. */
void pst_parser_advance(struct pst_language_parser *parser);
/* pst_parser_resume: read on from the byte AT. */
void pst_parser_resume(struct pst_language_parser *parser, size_t at);

/* pst_parser_is, pst_parser_next_is: the word here, or the one behind it, is WORD; no text in quotes
   is. */
bool pst_parser_is(const struct pst_language_parser *parser, const char *word);
bool pst_parser_next_is(const struct pst_language_parser *parser, const char *word);
/* pst_parser_keyword: is WORD here, as a word of the language?  What is reserved in claims files may
   be a column's name in rows: there it is the word when what follows begins a value. */
bool pst_parser_keyword(const struct pst_language_parser *parser, const char *word);
/* pst_parser_take: step over WORD if it is there. */
bool pst_parser_take(struct pst_language_parser *parser, const char *word);
/* pst_parser_want: an error at the current word, whose own error goes first; WANTED is what should
   stand there: "a number". */
bool pst_parser_want(struct pst_language_parser *parser, const char *wanted);

/* pst_parser_string: a text in quotes, without them, into TEXT. */
bool pst_parser_string(struct pst_language_parser *parser, const char *wanted,
                       struct pst_text *text);
/* pst_parser_unit: [ unit ] into UNIT; HAS: there was one. */
bool pst_parser_unit(struct pst_language_parser *parser, struct pst_unit *unit, bool *has);
/* pst_parser_rest: the expression is complete; WANTED, "the end of the line", should follow. */
bool pst_parser_rest(struct pst_language_parser *parser, const char *wanted);
/* pst_parser_integer: digits, at most 15 of them. */
bool pst_parser_integer(struct pst_language_parser *parser, const char *wanted, int64_t *value);

/* --- nodes ------------------------------------------------------------------------------------- */

/* pst_parser_node: a new node of KIND, at the byte AT, without arguments. */
struct pst_syntax *pst_parser_node(struct pst_language_parser *parser, enum pst_syntax_kind kind,
                                   size_t at);
/* pst_parser_attach: adds ARGUMENT, which may be NULL after an error; returns PARENT, or NULL. */
struct pst_syntax *pst_parser_attach(struct pst_language_parser *parser, struct pst_syntax *parent,
                                     struct pst_syntax *argument);
/* pst_parser_binary: LEFT and RIGHT under one node; PLACE: of the operator. */
struct pst_syntax *pst_parser_binary(struct pst_language_parser *parser, enum pst_syntax_kind kind,
                                     size_t place, struct pst_syntax *left,
                                     struct pst_syntax *right);
/* pst_parser_open: one level of nesting more. */
bool pst_parser_open(struct pst_language_parser *parser);
/* pst_parser_close: past the CLOSING of what was opened at the byte OPEN; MADE, now complete, or
   NULL. */
struct pst_syntax *pst_parser_close(struct pst_language_parser *parser, size_t open,
                                    const char *closing, struct pst_syntax *made);

/* --- the grammar -------------------------------------------------------------------------------- */

/* pst_parser_expression, and pst_parser_sum for what binds closer than a comparison, in expression.c:
   the operators; pst_parser_atom, in atom.c: what stands between them; pst_parser_number, in literal.c. */
struct pst_syntax *pst_parser_expression(struct pst_language_parser *parser);
struct pst_syntax *pst_parser_sum(struct pst_language_parser *parser);
struct pst_syntax *pst_parser_atom(struct pst_language_parser *parser);
struct pst_syntax *pst_parser_number(struct pst_language_parser *parser);

/* pst_parser_grow: ITEMS with room for one more of SIZE bytes, or NULL. */
void *pst_parser_grow(struct pst_language_parser *parser, void *items, size_t count, size_t size);

#endif
