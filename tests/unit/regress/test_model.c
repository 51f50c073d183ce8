/* The terms of a model, by the rules of model.h; their cells by hand. */
#include "check.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "job_table.h"
#include "regress/model.h"

struct fixture {
  struct job_table made;
  struct pst_regress_settings settings;
  struct pst_regress_model model;
  struct pst_error error;
  size_t x[2], factors[2];
};

enum { ROWS = 6 };
static const char csv[] = "x,z,area,kind\n"
                          "2,10,Asia,b\n"
                          "3,-1,Africa,b\n"
                          "0.5,4,Asia,a\n"
                          "-2,5,Europe,a\n"
                          ",6,Europe,\n"
                          "7,8,Oceania,c\n";

static void add(struct fixture *f, struct pst_list *list, const char *name)
{
  assert_int_equal(pst_list_add(list, &f->made.job.arena, name, NULL), PST_OK);
}

/* -x of the first N_X columns, --factor of the first N_FACTORS of the two. */
static void begin(struct fixture *f, size_t n_x, size_t n_factors)
{
  static const char *const names[] = {"x", "z", "area", "kind"};

  memset(f, 0, sizeof *f);
  job_table_load(&f->made, csv, "nnxx");
  f->made.job.settings = &f->settings;
  f->settings.within_role = SIZE_MAX;
  for (size_t i = 0; i < 2; i++) {
    f->x[i] = i;
    f->factors[i] = 2 + i;
  }
  f->settings.x = (struct pst_roles){.roles = f->x, .count = n_x};
  f->settings.factors = (struct pst_roles){.roles = f->factors, .count = n_factors};
  for (size_t i = 0; i < n_x; i++)
    add(f, &f->made.job.options.x, names[i]);
  for (size_t i = 0; i < n_factors; i++)
    add(f, &f->settings.factor, names[2 + i]);
}

static enum pst_status make(struct fixture *f)
{
  static const size_t rows[] = {0, 1, 2, 3}; /* the rows that are used: Oceania and c are not */

  return pst_regress_model_make(&f->made.job, rows, 4, &f->model, &f->error);
}

/* "intercept x x^2": the names in order. */
static void terms_are(struct fixture *f, const char *want)
{
  struct pst_buffer got = {.data = NULL};

  assert_int_equal(make(f), PST_OK);
  for (size_t t = 0; t < f->model.count; t++)
    pst_buffer_printf(&got, "%s%s", t == 0 ? "" : " ", f->model.terms[t].name);
  assert_string_equal(pst_buffer_string(&got), want);
  pst_buffer_free(&got);
}

static void cells_are(const struct fixture *f, size_t term, const double *want)
{
  for (size_t r = 0; r < ROWS; r++) {
    double got = pst_regress_model_cell(&f->made.job, &f->model.terms[term], r).high;

    if (isnan(want[r]))
      assert_nan(got);
    else
      assert_close(got, want[r], 0, 0);
  }
}

static void fails(struct fixture *f, const char *message)
{
  assert_int_equal(make(f), PST_USAGE);
  assert_string_equal(f->error.message, message);
  job_table_free(&f->made);
}

static void powers(void **state)
{
  static const double ones[] = {1, 1, 1, 1, 1, 1}, cubes[] = {8, 27, 0.125, -8, (double)NAN, 343};
  struct fixture f;

  (void)state;
  begin(&f, 2, 0);
  terms_are(&f, "intercept x z");
  cells_are(&f, 0, ones);
  f.settings.degree = 1;
  terms_are(&f, "intercept x z");
  f.settings.degree = 3;
  terms_are(&f, "intercept x x^2 x^3 z z^2 z^3");
  cells_are(&f, 3, cubes);
  f.settings.no_intercept = true;
  terms_are(&f, "x x^2 x^3 z z^2 z^3");
  f.settings.no_intercept = false;
  f.settings.within_role = 2; /* groups have constants of their own */
  terms_are(&f, "x x^2 x^3 z z^2 z^3");
  job_table_free(&f.made);
}

/* The level of the first row is what others are set against, or that of --reference. */
static void levels(void **state)
{
  static const double africa[] = {0, 1, 0, 0, 0, 0}, a[] = {0, 0, 1, 1, (double)NAN, 0};
  struct fixture f;

  (void)state;
  begin(&f, 1, 2);
  terms_are(&f, "intercept x area[Africa] area[Europe] kind[a]");
  cells_are(&f, 2, africa);
  cells_are(&f, 4, a);
  assert_string_equal(f.model.terms[2].note, "against Asia");
  assert_string_equal(f.model.terms[4].note, "against b");
  assert_null(f.model.terms[1].note);
  add(&f, &f.settings.reference, "area=Europe");
  terms_are(&f, "intercept x area[Asia] area[Africa] kind[a]");
  assert_string_equal(f.model.terms[2].note, "against Europe");
  f.settings.reference.items[0] = "kind=a";
  terms_are(&f, "intercept x area[Africa] area[Europe] kind[b]");
  f.settings.reference.items[0] = "area=Oceania"; /* in no row that is used */
  fails(&f, "--reference: no row that is used has area = 'Oceania'");
  /* Without a constant the first factor keeps all its levels, the second not. */
  begin(&f, 0, 2);
  f.settings.no_intercept = true;
  terms_are(&f, "area[Asia] area[Africa] area[Europe] kind[a]");
  assert_null(f.model.terms[0].note);
  assert_string_equal(f.model.terms[3].note, "against b");
  job_table_free(&f.made);
}

static void a_factor_of_one_level(void **state)
{
  static const size_t asia[] = {0, 2}, one[] = {2};
  struct fixture f;

  (void)state;
  begin(&f, 1, 2);
  assert_int_equal(pst_regress_model_make(&f.made.job, asia, 2, &f.model, NULL), PST_OK);
  assert_int_equal(f.model.count, 3);
  assert_int_equal(f.model.n_one_level, 1);
  assert_string_equal(f.model.one_level[0],
                      "'area' has one level only in the rows that are used: Asia");
  assert_int_equal(pst_regress_model_make(&f.made.job, one, 0, &f.model, NULL), PST_OK);
  assert_int_equal(f.model.n_one_level, 2);
  assert_string_equal(f.model.one_level[1], "'kind' has one level only in the rows that are used");
  f.settings.no_intercept = true; /* the one level is a term then */
  assert_int_equal(pst_regress_model_make(&f.made.job, one, 1, &f.model, NULL), PST_OK);
  assert_int_equal(f.model.n_one_level, 1);
  assert_string_equal(f.model.terms[1].name, "area[Asia]");
  job_table_free(&f.made);
}

static void products(void **state)
{
  static const double xz[] = {20, -3, 2, -10, (double)NAN, 56},
                      x_africa[] = {0, 3, 0, 0, (double)NAN, 0},
                      three[] = {0, 0, 2, -10, (double)NAN, 0};
  struct fixture f;

  (void)state;
  begin(&f, 2, 2);
  add(&f, &f.settings.interact, "x:z");
  terms_are(&f, "intercept x z area[Africa] area[Europe] kind[a] x:z");
  cells_are(&f, 6, xz);
  f.settings.interact.items[0] = "x:area";
  terms_are(&f, "intercept x z area[Africa] area[Europe] kind[a] x:area[Africa] x:area[Europe]");
  cells_are(&f, 6, x_africa);
  assert_int_equal(f.model.terms[6].n_atoms, 2);
  add(&f, &f.settings.interact, "z:x");
  terms_are(&f,
            "intercept x z area[Africa] area[Europe] kind[a] x:area[Africa] x:area[Europe] z:x");
  f.settings.interact.count = 1;
  f.settings.interact.items[0] = "x:z:kind";
  terms_are(&f, "intercept x z area[Africa] area[Europe] kind[a] x:z:kind[a]");
  assert_int_equal(f.model.terms[6].n_atoms, 3);
  f.settings.interact.items[0] = "area:kind:x";
  f.settings.reference = (struct pst_list){.count = 0};
  add(&f, &f.settings.reference, "area=Europe");
  terms_are(&f, "intercept x z area[Asia] area[Africa] kind[a] area[Asia]:kind[a]:x "
                "area[Africa]:kind[a]:x");
  cells_are(&f, 6, (const double[]){0, 0, 0.5, 0, (double)NAN, 0});
  f.settings.reference.count = 0;
  f.settings.degree = 2;
  f.settings.interact.items[0] = "x:z";
  terms_are(&f, "intercept x x^2 z z^2 area[Africa] area[Europe] kind[a] x:z x:z^2 x^2:z x^2:z^2");
  f.settings.degree = 0;
  f.settings.interact.items[0] = "z:x:kind";
  terms_are(&f, "intercept x z area[Africa] area[Europe] kind[a] z:x:kind[a]");
  cells_are(&f, 6, three);
  f.settings.interact.items[0] = "x";
  fails(&f, "--interact: 'x' is not of the form A:B");
  begin(&f, 1, 1);
  add(&f, &f.settings.interact, "x:z");
  fails(&f, "--interact: 'z' is neither in -x nor in --factor");
  begin(&f, 1, 1);
  add(&f, &f.settings.interact, "kind:x");
  fails(&f, "--interact: 'kind' is neither in -x nor in --factor");
  begin(&f, 1, 1);
  add(&f, &f.settings.interact, "x:");
  fails(&f, "--interact: '' is neither in -x nor in --factor");
}

/* More terms than the first array has room for: all stay. */
static void many_terms(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, 2, 2);
  f.settings.degree = 9;
  add(&f, &f.settings.interact, "x:z");
  assert_int_equal(make(&f), PST_OK);
  assert_int_equal(f.model.count, 1 + 18 + 2 + 1 + 81);
  assert_string_equal(f.model.terms[1].name, "x");
  assert_string_equal(f.model.terms[9].name, "x^9");
  assert_string_equal(f.model.terms[21].name, "kind[a]");
  assert_string_equal(f.model.terms[22].name, "x:z");
  assert_string_equal(f.model.terms[102].name, "x^9:z^9");
  job_table_free(&f.made);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(powers),
      cmocka_unit_test(levels),
      cmocka_unit_test(a_factor_of_one_level),
      cmocka_unit_test(products),
      cmocka_unit_test(many_terms),
  };

  return cmocka_run_group_tests_name("regress_model", tests, NULL, NULL);
}
