/* syntax.h -- a claims file: its statements, and their expressions as trees.  The grammar is in docs/CLAIMS.md. */
#ifndef PST_CLAIM_READ_SYNTAX_H
#define PST_CLAIM_READ_SYNTAX_H

#include "claim/read/names.h"
#include "language/tree.h"

struct pst_key_syntax {
  struct pst_text column;     /* of two columns "year, month" */
  struct pst_text year, part; /* the columns, where they are two; else .data NULL */
  size_t at, part_at;
  bool is_time;           /* a `time` says so ... */
  struct pst_text format; /* ... and perhaps how they are written; .data NULL: it does not */
  size_t format_at;
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
  struct pst_rational digit;          /* of `printed to` */
  struct pst_text decimal, thousands; /* the marks of its figures; .data NULL: not named */
  struct pst_where_syntax *wheres;
  size_t where_count;
  bool may_be_empty;      /* `may be empty`: that no row is left is no slip */
  struct pst_text origin; /* of `source`; .data NULL: none */
  bool is_paper;          /* it is the paper itself, which cannot speak for itself */
  size_t error;           /* index of its error plus 1; 0: none */
};

/* `rate NAME from TABLE`: the table is bound by its name. */
struct pst_rate_syntax {
  struct pst_text name, table_name;
  size_t at, table_at;
  size_t table; /* SIZE_MAX where there is none */
  size_t error; /* index of its error plus 1; 0: none */
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
  struct pst_rate_syntax *rates;
  size_t rate_count;
  struct pst_let_syntax *lets;
  size_t let_count;
  struct pst_names let_names;
  struct pst_claim_syntax *claims;
  size_t claim_count;
  struct pst_names claim_names;
};

/* pst_syntax_read: all of SOURCE; what is wrong is added to its errors and left out or marked.
   Returned  false when memory is out.  Everything is in EXACT's arena.
   Cost      O(size); 200 levels of nesting at most  */
bool pst_syntax_read(struct pst_source *source, struct pst_exact *exact,
                     struct pst_file_syntax *file);

/* pst_syntax_bind: resolve the names, tables and functions of all checks and lets; what does not
   exist is added to the errors, with near matches. */
void pst_syntax_bind(struct pst_source *source, struct pst_file_syntax *file);

#endif
