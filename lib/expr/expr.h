/* expr.h -- an expression of --where or --let: read, bound to columns, and evaluated row by row.

       year >= 2000 and donor in {"Japan", "France"}
       log(column("net oda") / population)

   The language is that of claims files (docs/CLAIMS.md), read by lib/language, without what asks about
   more than one row.  A name is a column; any other than letters (ASCII or not), digits and _ is
   column("net oda").  Sets and ranges stand behind `in` only.  The functions are those of
   language/functions.def.

   Values.  A number is an interval, most often a point.  Points are computed in doubles and stay
   points, literals included: x = 8.1 holds for 8.1 alone.  Where a cell and a literal, or two cells,
   are one double and are written with more than 15 digits, their digits are compared.  Where an
   operand has bounds the result has them, rounded outwards.  A bounded cell decides a test only when
   its bounds prove it; else the test is undecided.  A missing cell makes any arithmetic and any test
   on it missing, != and not too.  What has no value (x / 0, log(-1), overflow) is missing with the
   reason "undefined".
   A period is its start in years, so year >= 2000 works; beside = != < <= > >= and in a string is
   read as a period: quarter >= "2020-Q3".  A period is in 1990..2020 when its year is.
   A literal with a unit turns into the scale of the column beside it; units that do not fit are
   refused (units.c). */
#ifndef PST_EXPR_EXPR_H
#define PST_EXPR_EXPR_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "interval/bounded.h"
#include "interval/period/period.h"
#include "interval/truth.h"
#include "interval/unit.h"

struct pst_expr;

/* What a column, or an expression, yields. */
enum pst_expr_type {
  PST_EXPR_NUMBER,
  PST_EXPR_BOUNDED, /* numbers, some of them known by bounds */
  PST_EXPR_PERIOD,
  PST_EXPR_TEXT,
  PST_EXPR_TRUTH /* never a column */
};

struct pst_expr_column {
  size_t index; /* handed to the cell callback */
  enum pst_expr_type type;
  enum pst_period_kind period; /* of a period column; PST_PERIOD_NONE switches off its checks */
  bool whole;                  /* all numbers are whole: cell [12,14] is then in 11..20 */
  bool has_unit;               /* of numbers, in the scale of UNIT */
  struct pst_unit unit;
};

/* How names are resolved.  FIND returns false for a name that is no column. */
struct pst_expr_names {
  void *context;
  bool (*find)(void *context, struct pst_text name, struct pst_expr_column *column);
  const char *const *candidates; /* all column names, for "did you mean" */
  size_t candidate_count;
};

enum pst_expr_kind { PST_EXPR_IS_NUMBER, PST_EXPR_IS_TEXT, PST_EXPR_IS_TRUTH, PST_EXPR_IS_MISSING };

/* Why a value is missing. */
enum pst_expr_reason {
  PST_EXPR_KNOWN = 0,
  PST_EXPR_NO_CELL,  /* a cell is missing */
  PST_EXPR_UNDEFINED /* no value for these numbers: x / 0, log(-1), overflow, not a date */
};

struct pst_expr_value {
  enum pst_expr_kind kind;
  enum pst_expr_reason reason; /* of a missing value, or of a truth that is missing */
  union {
    struct pst_bounds number; /* an interval; a point for an exact number */
    struct pst_text text;     /* of a cell (as the callback gave it) or of the expression */
    enum pst_truth truth;
  };
  struct pst_text digits; /* of a number that a cell or a literal writes: beyond 15 digits they say
                             more than the double; no bytes elsewhere */
};

struct pst_expr_value pst_expr_number(double value); /* undefined when not finite */
struct pst_expr_value pst_expr_bounds(struct pst_bounds bounds);
struct pst_expr_value pst_expr_text(struct pst_text text);
struct pst_expr_value pst_expr_missing(enum pst_expr_reason reason);

/* pst_expr_parse: read SOURCE; no column need be known yet.
   Given     source  UTF-8, closed by NUL; copied
   Returned  out     in ARENA, with the list of columns that it names
   Status    PST_USAGE with error->column, the character (from 1) where SOURCE is wrong, and a
             message without the option's name; PST_NO_MEMORY
   Cost      O(length * columns named); 200 levels of nesting at most
   Tested    test_expr_errors.c for each message, tests/fuzz/fuzz_expr.c  */
enum pst_status pst_expr_parse(const char *source, struct pst_arena *arena, struct pst_expr **out,
                               struct pst_error *error);

/* The columns that EXPR names, each once, in order of first use; and the largest k of a lag(), 0
   when there is none. */
size_t pst_expr_name_count(const struct pst_expr *expr);
struct pst_text pst_expr_name(const struct pst_expr *expr, size_t i);
size_t pst_expr_lag_most(const struct pst_expr *expr);

/* pst_expr_long_number: is some number in EXPR written with more digits than a double tells apart?
   Then cells are compared by their digits, which they must come with. */
bool pst_expr_long_number(const struct pst_expr *expr);

/* pst_expr_each_text: VISIT each text that EXPR compares with a column by = or in. */
typedef void pst_expr_text_visit(void *context, struct pst_text column, struct pst_text text);
void pst_expr_each_text(const struct pst_expr *expr, pst_expr_text_visit *visit, void *context);

/* pst_expr_check_names: each column that EXPR names is one that NAMES->find knows; nothing is bound.
   Status    PST_USAGE with error->column for the first that is not
   Cost      one call of names->find a column
   Tested    test_expr_errors.c  */
enum pst_status pst_expr_check_names(struct pst_expr *expr, const struct pst_expr_names *names,
                                     struct pst_error *error);

/* pst_expr_bind: resolve the columns and check that the types fit.  May be called again, with
   other names, for another table.
   Status    PST_USAGE as above: an unknown column, text beside a number, a string that is no period
   Cost      O(length), and one call of names->find a column
   Tested    test_expr_errors.c  */
enum pst_status pst_expr_bind(struct pst_expr *expr, const struct pst_expr_names *names,
                              struct pst_error *error);

/* pst_expr_result: the type of a bound expression's values; for PST_EXPR_PERIOD, *PERIOD (may be
   NULL) is its kind. */
enum pst_expr_type pst_expr_result(const struct pst_expr *expr, enum pst_period_kind *period);

/* pst_expr_require_test, for --where, and pst_expr_require_value, for --let: PST_OK when a bound
   expression is a test, or is none; else PST_USAGE with a message. */
enum pst_status pst_expr_require_test(const struct pst_expr *expr, struct pst_error *error);
enum pst_status pst_expr_require_value(const struct pst_expr *expr, struct pst_error *error);

/* The cell of column INDEX, LAG rows (0: this row) earlier in the row's series, into OUT: a number
   for number, bounded and period columns, else text; missing where there is no cell or no row. */
typedef void pst_expr_cell(void *context, size_t index, size_t lag, struct pst_expr_value *out);

/* pst_expr_evaluate: the value for one row of a bound expression.
   Returned  out  a truth for a test: yes, no, undecided or missing (then with its reason); else a
             number (never NaN, never an infinite point), text, or missing with its reason
   Cost      O(length); allocates nothing; several threads may evaluate one expression
   Tested    test_expr.c  */
void pst_expr_evaluate(const struct pst_expr *expr, pst_expr_cell *cell, void *context,
                       struct pst_expr_value *out);

#endif
