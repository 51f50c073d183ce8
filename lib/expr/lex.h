/* lex.h -- the words of the expression language. */
#ifndef PST_EXPR_LEX_H
#define PST_EXPR_LEX_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

enum pst_token_kind {
  PST_TOKEN_END,
  PST_TOKEN_NUMBER,
  PST_TOKEN_STRING,
  PST_TOKEN_NAME,
  PST_TOKEN_WORD, /* and or not in except */
  PST_TOKEN_SIGN  /* ( ) { } , + - * / = != < <= > >= .. */
};

struct pst_token {
  enum pst_token_kind kind;
  size_t at;            /* first byte in the source */
  struct pst_text raw;  /* its bytes in the source */
  struct pst_text text; /* STRING: without quotes and escapes */
  double number;        /* NUMBER */
  bool is_integer;      /* NUMBER: digits only */
};

struct pst_lexer {
  struct pst_text source;
  size_t at;
  struct pst_arena *arena; /* for strings with escapes */
};

/* pst_lex_next: the next token.  PST_USAGE with a message and its place when there is none,
   PST_NO_MEMORY. */
enum pst_status pst_lex_next(struct pst_lexer *lexer, struct pst_token *token,
                             struct pst_error *error);

/* pst_lex_is_name: could NAME be written as it is, without column("...")? */
bool pst_lex_is_name(struct pst_text name);

#endif
