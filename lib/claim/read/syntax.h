/* syntax.h -- a claims file as a tree.  The grammar is in docs/CLAIMS.md. */
#ifndef PST_CLAIM_READ_SYNTAX_H
#define PST_CLAIM_READ_SYNTAX_H

#include "claim/read/source.h"
#include "interval/range.h"
#include "interval/unit.h"

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
  PST_SYNTAX_NEGATE,
  PST_SYNTAX_COMPARE, /* relation; exactly */
  PST_SYNTAX_ABOUT,   /* value, target [, tolerance] */
  PST_SYNTAX_IN,
  PST_SYNTAX_DIRECTION, /* rises, falls, always and never */
  PST_SYNTAX_NOT,
  PST_SYNTAX_AND,
  PST_SYNTAX_OR
};

enum pst_quantifier { PST_ALL, PST_MOST, PST_SOME, PST_NONE };
enum pst_steps { PST_ENDS, PST_ALWAYS, PST_NEVER }; /* ends: last against first */

/* A node.  Of `x in set : body`, text is x and the arguments are the set and the body. */
struct pst_syntax {
  enum pst_syntax_kind kind;
  size_t at, end; /* bytes of the file */
  size_t place;   /* of the operator, where there is one */
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

struct pst_key_syntax {
  struct pst_text column;
  size_t at;
  bool declared;
  int64_t first, last;
};

struct pst_where_syntax {
  struct pst_text column;
  size_t at;
  enum pst_relation relation;
  bool is_text;
  struct pst_text text;
  struct pst_rational number;
};

struct pst_table_syntax {
  struct pst_text name, file;
  size_t at, file_at;
  struct pst_key_syntax *keys;
  size_t key_count;
  struct pst_text value;
  size_t value_at;
  struct pst_unit unit;
  bool has_unit, printed, has_digit;
  struct pst_rational digit; /* of `printed to` */
  struct pst_where_syntax *wheres;
  size_t where_count;
  size_t error; /* index of its error plus 1; 0: none */
};

struct pst_let_syntax {
  struct pst_text name;
  size_t at;
  struct pst_syntax *body; /* NULL when broken */
  size_t error;            /* as above */
};

struct pst_check_syntax {
  size_t at;
  struct pst_text reading; /* empty: none */
  struct pst_syntax *body; /* NULL: not checkable, or broken */
  struct pst_text because; /* of not checkable */
  bool not_checkable;
  size_t end;
  size_t error; /* index in the source's errors plus 1; 0: none */
};

struct pst_claim_syntax {
  struct pst_text id, at_text;
  size_t at;
  struct pst_text *says;
  size_t says_count;
  struct pst_check_syntax *checks;
  size_t check_count;
};

struct pst_file_syntax {
  struct pst_text paper, paper_text; /* .data NULL when not given */
  size_t paper_text_at;
  enum pst_rounding rounding;
  struct pst_table_syntax *tables;
  size_t table_count;
  struct pst_let_syntax *lets;
  size_t let_count;
  struct pst_claim_syntax *claims;
  size_t claim_count;
};

/* The functions of the language. */
enum pst_function_name {
  PST_FN_COUNT,
  PST_FN_SUM,
  PST_FN_MEAN,
  PST_FN_MEDIAN,
  PST_FN_MIN,
  PST_FN_MAX,
  PST_FN_ABS,
  PST_FN_GROWTH,
  PST_FN_CAGR,
  PST_FN_RANK,
  PST_FN_RANK_ASC,
  PST_FN_KEYS,
  PST_FN_KNOWN,
  PST_FN_DATE,
  PST_FN_SLOPE,
  PST_FN_KENDALL,
  PST_FN_SPEARMAN,
  PST_FN_PEARSON,
  PST_FN_PVALUE,
  PST_FNS
};

struct pst_function_entry {
  const char *name, *usage; /* "growth(from, to)" */
  size_t least, most;       /* arguments */
};

extern const struct pst_function_entry pst_function_entries[PST_FNS];

/* pst_syntax_read: all of SOURCE; what is wrong is added to its errors and left out or marked.
   Returned  false when memory is out.  Everything is in EXACT's arena.
   Cost      O(size); 200 levels of nesting at most  */
bool pst_syntax_read(struct pst_source *source, struct pst_exact *exact,
                     struct pst_file_syntax *file);

/* pst_syntax_bind: resolve the names, tables and functions of all checks and lets; what does not
   exist is added to the errors, with near matches. */
void pst_syntax_bind(struct pst_source *source, struct pst_file_syntax *file);

#endif
