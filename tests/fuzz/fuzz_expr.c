/* fuzz_expr.c -- any bytes as an expression: refused with a place and a message, or evaluated.

       clang -fsanitize=fuzzer,address,undefined -DPST_ARENA_PIECES ... && fuzz_expr -runs=1000000  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "expr_table.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void try_expression(const char *source, size_t size)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_expr *expr;
  struct pst_expr_value value;
  struct pst_error error;

  pst_error_clear(&error);
  if (pst_expr_parse(source, &arena, &expr, &error) == PST_OK
      && pst_expr_bind(expr, &expr_table_names, &error) == PST_OK) {
    pst_expr_evaluate(expr, expr_table_cell, NULL, &value);
    if ((value.kind == PST_EXPR_IS_TRUTH) != (pst_expr_result(expr, NULL) == PST_EXPR_TRUTH)
        && value.kind != PST_EXPR_IS_MISSING)
      abort();
  } else if (error.status != PST_USAGE || error.column < 1 || error.column > size + 1) {
    abort();
  }
  pst_arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  char *source = malloc(size + 1);

  if (source == NULL)
    return 0;
  memcpy(source, data, size);
  source[size] = '\0';
  try_expression(source, strlen(source));
  free(source);
  return 0;
}
