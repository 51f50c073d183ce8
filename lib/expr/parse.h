/* parse.h -- the state of the parser, and the rules that its files call across. */
#ifndef PST_EXPR_PARSE_H
#define PST_EXPR_PARSE_H

#include "expr/build.h"

struct pst_parser {
  struct pst_lexer lexer;
  struct pst_builder builder;
  struct pst_token token, next; /* two tokens decide everywhere */
  size_t levels;                /* of ( { and calls that are open */
};

/* All return false once the error is filled. */
bool pst_parse_fail(struct pst_parser *parser, size_t at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool pst_parse_advance(struct pst_parser *parser);
bool pst_parse_is(const struct pst_parser *parser, const char *sign_or_word);
/* pst_parse_emit: one instruction, at TOKEN. */
bool pst_parse_emit(struct pst_parser *parser, const struct pst_token *token,
                    struct pst_instruction instruction);
/* pst_parse_open, pst_parse_close: one level deeper, past the token; and past the CLOSING sign of
   what OPENING began. */
bool pst_parse_open(struct pst_parser *parser);
bool pst_parse_close(struct pst_parser *parser, const struct pst_token *opening,
                     const char *closing);

bool pst_parse_expr(struct pst_parser *parser);
bool pst_parse_sum(struct pst_parser *parser);
/* pst_parse_set: what follows `in`; leaves whether the value below is a member. */
bool pst_parse_set(struct pst_parser *parser);
/* pst_parse_call: NAME ( ... ), the name being the token. */
bool pst_parse_call(struct pst_parser *parser);
/* pst_parse_integer: [-] INTEGER into VALUE, past it; WHAT names it in the message. */
bool pst_parse_integer(struct pst_parser *parser, const char *what, double *value);

#endif
