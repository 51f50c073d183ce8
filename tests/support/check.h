/* check.h -- what every unit test includes: cmocka, and comparisons that NaN cannot pass. */
#ifndef PST_TESTS_CHECK_H
#define PST_TESTS_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* assert_close: |got - want| <= atol + rtol |want|; NaN on either side fails. */
#define assert_close(got, want, rtol, atol)                                                        \
  check_close((got), (want), (rtol), (atol), #got, __FILE__, __LINE__)
/* assert_nan: exactly NaN is wanted. */
#define assert_nan(got) check_nan((got), #got, __FILE__, __LINE__)

void check_close(double got, double want, double rtol, double atol, const char *what,
                 const char *file, int line);
void check_nan(double got, const char *what, const char *file, int line);

#endif
