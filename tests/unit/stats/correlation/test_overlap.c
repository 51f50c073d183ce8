/* Agreement at the top: the definitions by hand, equal and opposite rankings, ties. */
#include "check.h"
#include "kernel.h"

#include <math.h>

#include "stats/correlation/overlap.h"

static const double first[] = {10, 9, 8, 7, 6, 5};   /* a b c d e f */
static const double swapped[] = {9, 10, 8, 6, 5, 7}; /* b a c f d e */

static void by_hand(void **state)
{
  /* agreement at each depth: 0, 1, 1, 3/4, 4/5, 1 */
  static const double agreement[] = {0, 1, 1, 0.75, 0.8, 1};
  double sum = 0, p = 0.9, weight = 1, mean = 0;
  struct run run;

  (void)state;
  for (int d = 0; d < 6; d++) {
    weight *= p;
    sum += agreement[d] * weight;
    mean += agreement[d] / 6;
  }
  run_kernel(&run, pst_rank_biased_overlap, first, swapped, 6, NULL);
  assert_close(run_row(&run, "rbo")->estimate, weight + (1 - p) / p * sum, 1e-14, 0);
  assert_close(run_row(&run, "average_overlap")->estimate, mean, 1e-14, 0);
  assert_string_equal(run_row(&run, "rbo")->note, "extrapolated, p = 0.9");
  run_end(&run);
}

static void equal_and_opposite(void **state)
{
  double backwards[6];
  struct run run;

  (void)state;
  for (int i = 0; i < 6; i++)
    backwards[i] = -first[i];
  run_kernel(&run, pst_rank_biased_overlap, first, first, 6, NULL);
  assert_close(run_row(&run, "rbo")->estimate, 1, 1e-14, 0);
  run_end(&run);
  run_kernel(&run, pst_rank_biased_overlap, first, backwards, 6, NULL);
  assert_true(run_row(&run, "rbo")->estimate < 0.7);
  assert_true(run_row(&run, "rbo_min")->estimate < run_row(&run, "rbo")->estimate);
  run_end(&run);
}

/* Top 3: a b c and b a c: one pair in opposite order.  Top 4: a b c d and b a c f. */
static void the_first_k(void **state)
{
  const struct pst_test three = {.top = 3}, four = {.top = 4};
  struct run run;

  (void)state;
  run_kernel(&run, pst_top_overlap, first, swapped, 6, &three);
  assert_close(run_row(&run, "overlap")->estimate, 1, 0, 0);
  assert_close(run_row(&run, "distance")->estimate, 1, 0, 0);
  run_end(&run);
  run_kernel(&run, pst_top_overlap, first, swapped, 6, &four);
  assert_close(run_row(&run, "common")->estimate, 3, 0, 0);
  assert_close(run_row(&run, "overlap")->estimate, 0.75, 0, 0);
  assert_close(run_row(&run, "jaccard")->estimate, 0.6, 1e-15, 0);
  /* a-b; d against f: each is in one list alone */
  assert_close(run_row(&run, "distance")->estimate, 2, 0, 0);
  assert_close(run_row(&run, "distance_normalized")->estimate, 2 / 22.0, 1e-15, 0);
  run_end(&run);
}

/* Ties at the cut are all in. */
static void ties_are_in(void **state)
{
  static const double tied[] = {5, 5, 5, 1, 0, 0};
  const struct pst_test two = {.top = 2};
  struct run run;

  (void)state;
  run_kernel(&run, pst_top_overlap, first, tied, 6, &two);
  assert_close(run_row(&run, "top_1")->estimate, 2, 0, 0);
  assert_close(run_row(&run, "top_2")->estimate, 3, 0, 0);
  assert_close(run_row(&run, "overlap")->estimate, 2 / 3.0, 1e-15, 0);
  run_end(&run);
  assert_no_p(pst_top_overlap, "top-overlap");
  assert_undefined(pst_rank_biased_overlap, first, tied, 1, "fewer than 2 complete rows");
}

/* a b c, and b a d c e f g: X_d = 0 2 2 3 3 3 3. */
static void lists_of_unequal_length(void **state)
{
  static const double three[] = {3, 2, 1, NAN, NAN, NAN, NAN}, seven[] = {6, 7, 4, 5, 3, 2, 1};
  static const double common[] = {0, 0, 2, 2, 3, 3, 3, 3};
  const struct pst_test p = {.persistence = .8}, two = {.top = 2}, four = {.top = 4};
  double sum = 0, least = 0, most;
  struct run run;

  (void)state;
  for (int d = 1; d <= 7; d++) {
    sum += common[d] / d * pow(.8, d);
    sum += d > 3 ? common[3] * (d - 3) / (3.0 * d) * pow(.8, d) : 0;
    least += d <= 3 ? (common[d] - common[3]) / d * pow(.8, d) : 0;
  }
  run_kernel(&run, pst_rank_biased_overlap, seven, three, 7, &p);
  assert_close(run_row(&run, "rbo")->estimate, .25 * sum + (1.0 / 7 + 2.0 / 3) * pow(.8, 7), 1e-14,
               0);
  assert_close(run_row(&run, "rbo_min")->estimate, .25 * (least - 2 * log(.2)), 1e-13, 0);
  assert_string_equal(run_row(&run, "rbo")->note, "extrapolated, p = 0.8; lists of 7 and 3");
  most = run_row(&run, "rbo_min")->estimate + run_row(&run, "rbo_residual")->estimate;
  assert_true(most > run_row(&run, "rbo")->estimate && most < 1);
  run_end(&run);
  run_kernel(&run, pst_top_overlap, three, seven, 7, &two);
  assert_close(run_row(&run, "overlap")->estimate, 1, 0, 0);
  assert_close(run_row(&run, "distance")->estimate, 1, 0, 0);
  run_end(&run);
  /* Four of one, three of the other: d is in one list alone, c after it there. */
  run_kernel(&run, pst_top_overlap, three, seven, 7, &four);
  assert_close(run_row(&run, "top_1")->estimate, 3, 0, 0);
  assert_close(run_row(&run, "overlap")->estimate, .75, 0, 0);
  assert_close(run_row(&run, "distance")->estimate, 2, 0, 0);
  run_end(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(by_hand),
                                     cmocka_unit_test(equal_and_opposite),
                                     cmocka_unit_test(the_first_k), cmocka_unit_test(ties_are_in),
                                     cmocka_unit_test(lists_of_unequal_length)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
