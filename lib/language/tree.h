/* tree.h -- an expression of the language as a tree.  The grammar is in docs/CLAIMS.md. */
#ifndef PST_LANGUAGE_TREE_H
#define PST_LANGUAGE_TREE_H

#include "interval/rational.h"
#include "interval/truth.h"
#include "interval/unit.h"
#include "language/source.h"

enum pst_syntax_kind {
  PST_SYNTAX_NUMBER,
  PST_SYNTAX_TEXT,
  PST_SYNTAX_NAME,
  PST_SYNTAX_SPAN,  /* INTEGER..INTEGER: first, last */
  PST_SYNTAX_CELL,  /* text: the table; arguments: the indices */
  PST_SYNTAX_EVERY, /* the index * */
  PST_SYNTAX_CALL,  /* text: the function */
  PST_SYNTAX_QUANTIFIER,
  PST_SYNTAX_SUCH,   /* { x in set : test } */
  PST_SYNTAX_LIST,   /* { a, b } */
  PST_SYNTAX_SERIES, /* [ x in set : number ] */
  PST_SYNTAX_ADD,
  PST_SYNTAX_SUBTRACT,
  PST_SYNTAX_EXCEPT,
  PST_SYNTAX_MULTIPLY,
  PST_SYNTAX_DIVIDE,
  PST_SYNTAX_OF, /* 46 % of 340 */
  PST_SYNTAX_NEGATE,
  PST_SYNTAX_PLUS,    /* of rows, where it wants a number; in claims it leaves no trace */
  PST_SYNTAX_COMPARE, /* relation; exactly */
  PST_SYNTAX_ABOUT,   /* value, target [, tolerance] */
  PST_SYNTAX_IN,
  PST_SYNTAX_DIRECTION, /* rises, falls, always and never */
  PST_SYNTAX_NOT,
  PST_SYNTAX_AND,
  PST_SYNTAX_OR
};

/* What a number in arithmetic stands for: by the rule of claims, itself, or what is about it. */
enum pst_sense { PST_SENSE_RULE, PST_SENSE_EXACTLY, PST_SENSE_ABOUT };
enum pst_quantifier { PST_ALL, PST_MOST, PST_SOME, PST_NONE };
enum pst_steps { PST_ENDS, PST_ALWAYS, PST_NEVER }; /* ends: last against first */

struct pst_let_syntax;

/* A node.  Of `x in set : body`, text is x and the arguments are the set and the body. */
struct pst_syntax {
  enum pst_syntax_kind kind;
  size_t at, end; /* bytes of the source, with brackets around it */
  size_t place;   /* of the operator, where there is one; of a leaf, its first byte */
  struct pst_text text;
  struct pst_syntax **arguments;
  size_t count;
  size_t depth; /* of the tree below */
  union {
    struct {
      struct pst_rational value; /* with its sign, the scale multiplied out */
      struct pst_rational digit; /* what one unit of the last digit stands for */
      struct pst_unit unit;
      int decimals;
      bool is_integer, has_unit; /* digits only; a unit or a scale was written */
      bool negative;             /* a - stands before it */
      enum pst_sense sense;
      struct pst_text raw; /* its digits as written, without sign and unit */
    } number;
    struct {
      int64_t first, last;
    } span;
    struct {
      enum pst_relation relation;
      bool exactly;
    } compare;
    struct {
      enum pst_steps steps;
      bool falls;
    } direction;
    enum pst_quantifier quantifier;
    const struct pst_let_syntax *let; /* of a name; NULL: a variable */
    size_t function, table;           /* of a call, of a cell: which one */
  };
};

/* An abbreviation: `let NAME = expr` of a claims file. */
struct pst_let_syntax {
  struct pst_text name;
  size_t at;
  struct pst_syntax *body; /* NULL when broken */
  size_t error;            /* index of its error plus 1; 0: none */
};

#endif
