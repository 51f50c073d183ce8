/* Numbers of a text with their units: which are numbers, and what each of them is. */
#include "paper/parts.h"

#include "check.h"

#include "base/text.h"

static void put_mention(struct pst_buffer *out, struct pst_paper *paper,
                        const struct pst_mention *m)
{
  static const char *const units[] = {"", "%", "p", ""};

  pst_buffer_printf(out, "%s%s%s%s", out->size > 0 ? ", " : "",
                    pst_rational_print(&paper->exact, m->value), units[m->unit],
                    m->loose_points ? "?" : "");
  if (m->unit == PST_PAPER_MONEY)
    pst_buffer_printf(out, " %s", m->currency);
  pst_buffer_printf(out, "%s%s%s", m->year ? " year" : "", m->ordinal ? " th" : "",
                    m->has_sign ? " signed" : "");
}

/* The numbers of TEXT as "12.5%, 3 EUR, 1994 year, 2 th". */
static void check_numbers(const char *text, const char *wanted)
{
  struct pst_buffer got = {.data = NULL};
  struct pst_paper *paper;

  assert_int_equal(pst_paper_of_text("a.txt", text, strlen(text), false, &paper, NULL), PST_OK);
  for (size_t i = 0; i < paper->mention_count; i++)
    put_mention(&got, paper, &paper->mentions[i]);
  if (strcmp(pst_buffer_string(&got), wanted) != 0)
    fail_msg("'%s' has '%s', not '%s'", text, pst_buffer_string(&got), wanted);
  pst_buffer_free(&got);
  pst_paper_close(paper);
}

struct row {
  const char *text, *wanted;
};

static void check_rows(const struct row *rows, size_t n)
{
  for (size_t i = 0; i < n; i++)
    check_numbers(rows[i].text, rows[i].wanted);
}

static void units(void **state)
{
  static const struct row rows[] = {
      {"It rose by 12 percent.", "12%"},
      {"It rose by 12 pct here.", "12%"},
      {"It rose by 12 per cent here.", "12%"},
      {"It rose by 12 per capita.", "12"},
      {"It rose by 12% here.", "12%"},
      {"It rose by 12 % here.", "12%"},
      {"It rose by 12%p here.", "12p"},
      {"It rose by 12%p", "12p"},
      {"It rose by 12%p, and 13 % more.", "12p, 13%"},
      {"It rose by 12%people here.", "12%"},
      {"It rose by 12% points here.", "12p"},
      {"It rose by 12%-points here.", "12p"},
      {"It rose by 12 percentage points.", "12p"},
      {"It rose by 12 percentage-points.", "12p"},
      {"It rose by 12 percentage marks.", "12"},
      {"It rose by 12 per cent points.", "12p"},
      {"It rose by 12 percent point.", "12p"},
      {"It rose by 12 pp here.", "12p"},
      {"It rose by 12 ppt here.", "12p"},
      {"It rose by 12 ppts here.", "12p"},
      {"It rose by 12 ppx here.", "12"},
      {"It rose by 25 basis points.", "0.25p"},
      {"It rose by 25 bps here.", "0.25p"},
      {"It rose by 25 basis here.", "25"},
      {"It rose by 12 points here.", "12p?"},
      {"It rose by 1 point here.", "1p?"},
      {"It was a 12-percent rise.", "12%"},
      {"It was a 12-point rise.", "12p?"},
      {"It rose by 12\u00A0%.", "12%"},
      {"It rose by 12\u202F%.", "12%"},
      {"It rose by 12\u2009%.", "12%"},
      {"It rose by 12\npercent.", "12%"},
      {"It rose by 12\n\npercent.", "12"},
  };

  (void)state;
  check_rows(rows, sizeof rows / sizeof *rows);
}

static void money_and_scales(void **state)
{
  static const struct row rows[] = {
      {"It cost 3 million euros.", "3000000 EUR"},
      {"It cost 3 million here.", "3000000"},
      {"It cost 3 thousand here.", "3000"},
      {"It cost 3 billion here.", "3000000000"},
      {"It cost 3 trillion here.", "3000000000000"},
      {"It cost 3m here.", ""},
      {"It cost $3m here.", "3000000 USD"},
      {"It cost $3 m here.", "3 USD"},
      {"It cost $ 3 here.", "3 USD"},
      {"It cost EUR 3 here.", "3 EUR"},
      {"It cost XEUR3 here.", ""},
      {"It cost \u20AC3.50 here.", "3.5 EUR"},
      {"It cost 3.50 \u20AC here.", "3.5 EUR"},
      {"It cost -$3 here.", "-3 USD"},
      {"It cost US$3 here.", "3 USD"},
      {"It cost 3 US dollars here.", "3 USD"},
      {"It cost 3 U.S. dollars here.", "3 USD"},
      {"It cost 3 yen here.", "3 JPY"},
      {"It cost 3 yenx here.", "3"},
  };

  (void)state;
  check_rows(rows, sizeof rows / sizeof *rows);
}

static void which_are_numbers(void **state)
{
  static const struct row rows[] = {
      {"See section 2.1.3 here.", ""},
      {"At 3:45 it was.", ""},
      {"On 12/4/2007 it was.", ""},
      {"On 2007-04-12 it was.", ""},
      {"Call 555-1234-99 now.", ""},
      {"Of 12/4 it was.", "12, 4"},
      {"The 1990s were good.", ""},
      {"A 3D film.", ""},
      {"It was 1,234 of them.", "1234"},
      {"It was 1,234,567 of them.", "1234567"},
      {"It was 1,23 of them.", "1, 23"},
      {"It was 1234,567 of them.", "1234, 567"},
      {"It was 1\u00A0234 of them.", "1234"},
      {"It was 1\u202F234 of them.", "1234"},
      {"It was 1\u2009234 of them.", "1234"},
      {"It was 1,2345 of them.", "1, 2345"},
      {"It was .5 of them.", "0.5"},
      {"It was 12.50 of them.", "12.5"},
      {"It was 12. Then 13 came.", "12, 13"},
      {"Write to a12@b.org or http://c.org/12 or www.d.org/12 now.", ""},
      {"As doi:10.1000/12 says, or 10.1234/56 too.", ""},
      {"It was 123456789012345678901234567890 here.", "123456789012345678901234567890"},
      {"It was 1234567890123456789012345678901 here.", ""},
  };

  (void)state;
  check_rows(rows, sizeof rows / sizeof *rows);
}

static void years_signs_and_places(void **state)
{
  static const struct row rows[] = {
      {"It was so in 1500.", "1500 year"},
      {"It was so in 1499.", "1499"},
      {"It was so in 2199.", "2199 year"},
      {"It was so in 2200.", "2200"},
      {"It was 1,994 of them.", "1994"},
      {"It was 1994.5 of them.", "1994.5"},
      {"It was 1994 percent.", "1994%"},
      {"It was 1994 million.", "1994000000"},
      {"It was +1994 here.", "1994 signed"},
      {"It was -12 here.", "-12 signed"},
      {"It was \u221212 here.", "-12 signed"},
      {"It was (-12) here.", "-12 signed"},
      {"It was x=-12 here.", "-12 signed"},
      {"In 2001-2003 it was.", "2001 year, 2003 year"},
      {"It was the 1st, the 2nd, the 3rd and the 4th.", "1 th, 2 th, 3 th, 4 th"},
      {"It was the 4thx here.", ""},
      {"It was the 4th2 here.", ""},
  };

  (void)state;
  check_rows(rows, sizeof rows / sizeof *rows);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(units),
      cmocka_unit_test(money_and_scales),
      cmocka_unit_test(which_are_numbers),
      cmocka_unit_test(years_signs_and_places),
  };

  return cmocka_run_group_tests_name("paper_number", tests, NULL, NULL);
}
