/* function.h -- the functions of the language: one table serves reading, advice, help and docs. */
#ifndef PST_LANGUAGE_FUNCTION_H
#define PST_LANGUAGE_FUNCTION_H

#include "language/scan.h"
#include "language/tree.h"

/* PST_FN_ABS, ...: the entries of functions.def, by name. */
enum pst_function_name {
#define FUNCTION(id, name, rows, claims, takes, gives, elsewhere) PST_FN_##id,
#include "language/functions.def"
#undef FUNCTION
  PST_FNS
};

/* A function as one reader has it. */
struct pst_function_form {
  const char *usage;  /* "growth(from, to)"; NULL: this reader has it not */
  size_t least, most; /* arguments; 1000: any number */
};

struct pst_function_entry {
  const char *name;
  struct pst_function_form rows, claims;
  const char *takes, *gives; /* for people */
  const char *elsewhere;     /* what to do where a reader has it not */
};

extern const struct pst_function_entry pst_function_entries[PST_FNS];

/* pst_function_form: FUNCTION as DIALECT has it.
   Given     a constant of pst_function_name
   Returned  the form; its usage is NULL where the dialect has it not
   Cost      O(1)
   Tested    test_language_functions.c  */
const struct pst_function_form *pst_function_form(size_t function, enum pst_dialect dialect);

/* pst_function_bind: CALL, of the name and arguments that it has, as one of DIALECT's.
   Given     node  a PST_SYNTAX_CALL; NODE->function is set
   Returned  false once an error is added to SOURCE: no such function, with near names; one of the
             other reader only, with what to do; too few or too many arguments
   Cost      O(functions)
   Tested    test_language.c, each message word for word  */
bool pst_function_bind(struct pst_source *source, struct pst_syntax *node,
                       enum pst_dialect dialect);

/* pst_function_list: append the functions of DIALECT to OUT: lines of "usage  gives" for a terminal.
   pst_function_markdown: the same as rows of a Markdown table, with what each takes.
   Given     DIALECT, one of the two
   Returned  OUT, appended
   Cost      O(functions)
   Tested    test_language_functions.c: docs/CLAIMS.md and docs/METHODS.md have them  */
void pst_function_list(struct pst_buffer *out, enum pst_dialect dialect);
void pst_function_markdown(struct pst_buffer *out, enum pst_dialect dialect);

#endif
