/* functions.c -- what a call of each function becomes in a row's program. */
#include "expr/internal.h"

#define APPLY(what) .call = PST_CALL_APPLY, .function = what
#define OPERATE(what) .call = PST_CALL_OPERATE, .operation = what
#define OP(what) .call = PST_CALL_OP, .op = what
#define ROUND() .call = PST_CALL_ROUND
#define LAG() .call = PST_CALL_LAG
#define COLUMN() .call = PST_CALL_COLUMN
#define ROW(make, usage, least, most) make
#define NO_ROW .call = PST_CALL_NONE
#define FUNCTION(id, name, rows, claims, takes, gives, elsewhere) [PST_FN_##id] = {rows},

const struct pst_expr_function pst_expr_functions[PST_FNS] = {
#include "language/functions.def"
};
