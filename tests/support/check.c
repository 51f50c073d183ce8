/* check.c -- what every unit test includes: cmocka, and comparisons that NaN cannot pass. */
#include "check.h"

#include <math.h>

void check_close(double got, double want, double rtol, double atol, const char *what,
                 const char *file, int line)
{
  if (fabs(got - want) <= atol + rtol * fabs(want))
    return;
  print_error("%s is %.17g, not %.17g (rtol %g, atol %g)\n", what, got, want, rtol, atol);
  _fail(file, line);
}

void check_nan(double got, const char *what, const char *file, int line)
{
  if (isnan(got))
    return;
  print_error("%s is %.17g, not NaN\n", what, got);
  _fail(file, line);
}
