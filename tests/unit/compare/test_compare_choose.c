/* Which shape the options ask for, its methods, and what is said of options that make none. */
#include "check.h"

#include <string.h>

#include "compare/shape.h"
#include "planned.h"

struct fixture {
  struct planned made;
  struct pst_compare_settings settings;
};

/* Options as "y=v between=c", those that are shared behind a "--". */
static enum pst_status choose(struct fixture *f, const char *options)
{
  struct pst_compare_settings *s = &f->settings;
  const char *shared = strstr(options, "--");
  char all[256], *state = NULL;
  const struct {
    const char *name;
    const char **text;
    struct pst_list *list;
  } known[] = {{"y", NULL, &f->made.job.options.y}, {"x", NULL, &f->made.job.options.x},
               {"between", &s->between, NULL},      {"reference", &s->reference, NULL},
               {"levels", NULL, &s->levels},        {"paired", &s->paired, NULL},
               {"weight", &s->weight, NULL},        {"answer", &s->answer, NULL},
               {"successes", &s->successes, NULL},  {"trials", &s->trials, NULL},
               {"percent", &s->percent, NULL},      {"counts", &s->counts, NULL},
               {"category", &s->category, NULL},    {"deff", &s->deff, NULL},
               {"quantiles", NULL, &s->quantiles}};

  memset(f, 0, sizeof *f);
  planned_begin(&f->made, "a\n", shared == NULL ? "" : shared, s);
  strcpy(all, options);
  if (shared != NULL)
    all[shared - options] = '\0';
  for (char *word = strtok_r(all, " ", &state); word != NULL; word = strtok_r(NULL, " ", &state)) {
    const size_t size = strcspn(word, "=");

    s->same |= strcmp(word, "same") == 0;
    s->halves_given |= strcmp(word, "halves") == 0;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
      if (word[size] == '=' && strlen(known[i].name) == size
          && strncmp(word, known[i].name, size) == 0) {
        if (known[i].list != NULL)
          planned_items(&f->made, known[i].list, word + size + 1);
        else
          *known[i].text = pst_arena_string(&f->made.job.arena, word + size + 1);
      }
  }
  return pst_compare_choose(&f->made.job, s, &f->made.error);
}

static void shapes(void **state)
{
  static const char *const rows[][2] = {
      {"y=v between=c", "-y V --between COL"},
      {"y=v between=c levels=a reference=a quantiles=0.5", "-y V --between COL"},
      {"y=v between=c paired=u", "-y V --between COL --paired ID"},
      {"y=v weight=w", "-y V --weight W"},
      {"y=v weight=w between=c", "-y V --weight W"},
      {"y=v x=t between=c", "-y V -x T --between COL"},
      {"y=v answer=yes", "-y V --answer TEXT"},
      {"y=v answer=yes deff=2 between=c", "-y V --answer TEXT"},
      {"y=v answer=yes between=c paired=u", "-y V --answer TEXT --between COL --paired ID"},
      {"y=v answer=yes weight=w", "-y V --answer TEXT --weight W"},
      {"successes=k trials=n", "--successes X --trials N"},
      {"successes=k trials=n between=c same",
       "--successes X --trials N --between COL --same-sample"},
      {"percent=p trials=n", "--percent P --trials N"},
      {"percent=p trials=n halves between=c", "--percent P --trials N"},
      {"percent=p trials=n between=c same", "--percent P --trials N --between COL --same-sample"},
      {"counts=n category=c levels=a", "--counts N --category COL"},
      {"x=a y=b", "-x A -y B [--counts N]"},
      {"x=a y=b counts=n", "-x A -y B [--counts N]"}};
  struct fixture f;

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    if (choose(&f, rows[i][0]) != PST_OK)
      fail_msg("%s: %s", rows[i][0], f.made.error.message);
    assert_string_equal(f.settings.shape->name, rows[i][1]);
    planned_end(&f.made);
  }
}

static void refusals(void **state)
{
#define LACKS                                                                                      \
  " does not say what is compared; give one of: -y V --between COL; --successes X --trials N "     \
  "--between COL; --percent P --trials N --between COL; --counts N --category COL; -x A -y B"
  static const char *const rows[][2] = {
      {"", "the command line" LACKS},
      {"between=c", "--between" LACKS},
      {"levels=a", "--levels" LACKS},
      {"y=v", "--between is needed beside -y: -y V --between COL"},
      {"successes=k", "--trials is needed beside --successes: --successes X --trials N"},
      {"percent=p", "--trials is needed beside --percent: --percent P --trials N"},
      {"counts=n", "--category is needed beside --counts: --counts N --category COL"},
      {"successes=k trials=n percent=p", "--percent has no meaning with --successes X --trials N"},
      {"y=v between=c deff=2", "--deff has no meaning with -y V --between COL"},
      {"percent=p trials=n deff=2", "--deff has no meaning with --percent P --trials N"},
      {"successes=k trials=n halves", "--halves has no meaning with --successes X --trials N"},
      {"counts=n category=c reference=a",
       "--reference has no meaning with --counts N --category COL"},
      {"y=v weight=w reference=a", "--reference needs --between: the column of the levels"},
      {"y=v weight=w levels=a", "--levels needs --between: the column of the levels"},
      {"y=v between=c --method=fisher", "--method: 'fisher' is a method of -y V --answer TEXT, "
                                        "not of -y V --between COL; --method list prints both"},
      {"x=a y=b --method=welch", "--method: 'welch' is a method of -y V --between COL, not of -x A "
                                 "-y B [--counts N]; --method list prints both"},
      {"y=v between=c quantiles=0.5 --method=welch",
       "--quantiles has no meaning for the method 'welch'"},
      {"y=v between=c quantiles=1.5", "--quantiles: '1.5' is not a number between 0 and 1"},
  };
#undef LACKS
  struct fixture f;

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    assert_int_equal(choose(&f, rows[i][0]), PST_USAGE);
    assert_string_equal(f.made.error.message, rows[i][1]);
    planned_end(&f.made);
  }
}

static void methods_are(const struct fixture *f, const char *want)
{
  struct pst_buffer got = {.data = NULL};

  for (size_t i = 0; i < f->made.job.n_methods; i++)
    pst_buffer_printf(&got, "%s%s", i == 0 ? "" : " ", f->made.job.methods[i]->name);
  assert_string_equal(pst_buffer_string(&got), want);
  pst_buffer_free(&got);
}

/* The defaults of a shape; without --between those of one level alone; those that --deff and --quantiles are for. */
static void methods(void **state)
{
  struct fixture f;

  (void)state;
  assert_int_equal(choose(&f, "y=v between=c"), PST_OK);
  methods_are(&f, "welch mann-whitney mann-whitney-bounds welch-anova kruskal");
  assert_int_equal(f.settings.probabilities.n, 3);
  assert_close(f.settings.probabilities.p[2], 0.75, 0, 0);
  planned_end(&f.made);
  assert_int_equal(choose(&f, "y=v between=c quantiles=0.1,0.9"), PST_OK);
  methods_are(&f, "quantiles");
  assert_int_equal(f.settings.probabilities.n, 2);
  assert_close(f.settings.probabilities.p[1], 0.9, 0, 0);
  planned_end(&f.made);
  assert_int_equal(choose(&f, "y=v between=c --method=mean,welch"), PST_OK);
  methods_are(&f, "mean welch");
  planned_end(&f.made);
}

/* Each registry once, with all shapes that it is for. */
static void the_list(void **state)
{
  struct pst_buffer out = {.data = NULL};
  struct fixture f;

  (void)state;
  choose(&f, "y=v between=c --method=list,welch");
  assert_false(pst_compare_list(&f.made.job, &out));
  planned_end(&f.made);
  choose(&f, "y=v between=c --method=list");
  assert_true(pst_compare_list(&f.made.job, &out));
  assert_memory_equal(pst_buffer_string(&out), "-y V --between COL\n\nmean ", 25);
  assert_non_null(
      strstr(pst_buffer_string(&out), "\n\n-y V --answer TEXT; --successes X --trials N\n\n"));
  assert_null(strstr(pst_buffer_string(&out), "\n\n--successes X --trials N\n\n"));
  pst_buffer_free(&out);
  planned_end(&f.made);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shapes),
      cmocka_unit_test(refusals),
      cmocka_unit_test(methods),
      cmocka_unit_test(the_list),
  };

  return cmocka_run_group_tests_name("compare_choose", tests, NULL, NULL);
}
