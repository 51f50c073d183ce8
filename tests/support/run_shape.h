/* run_shape.h -- running a kernel of any shape in a test; its rows are found as in kernel.h. */
#ifndef PST_TESTS_RUN_SHAPE_H
#define PST_TESTS_RUN_SHAPE_H

#include "check.h"
#include "kernel.h"

#include <string.h>

/* RUN_SHAPE: KERNEL on DATA (a pointer), asked for TEST (a struct pst_test *, NULL for the defaults),
   into RUN (a struct run).  Close with run_end. */
#define RUN_SHAPE(run, kernel, data, test)                                                         \
  do {                                                                                             \
    static const struct pst_test defaults_;                                                        \
    const struct pst_test *test_ = (test);                                                         \
    memset((run), 0, sizeof *(run));                                                               \
    (run)->rows.arena = &(run)->arena;                                                             \
    (run)->status = kernel((data), test_ == NULL ? &defaults_ : test_, &(run)->rows,               \
                           &(run)->scratch, &(run)->error);                                        \
  } while (0)

/* REFUSES: KERNEL ends with STATUS and MESSAGE on DATA and adds no row. */
#define REFUSES(kernel, data, test, code, sentence)                                                \
  do {                                                                                             \
    struct run run_;                                                                               \
    RUN_SHAPE(&run_, kernel, data, test);                                                          \
    assert_int_equal(run_.status, (code));                                                         \
    assert_string_equal(run_.error.message, (sentence));                                           \
    assert_int_equal(run_.rows.count, 0);                                                          \
    run_end(&run_);                                                                                \
  } while (0)

#endif
