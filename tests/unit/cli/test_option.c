#include "check.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli/option.h"

/* One of each kind, in two tables. */
static const char *const ties[] = {"min", "max", "mean", NULL};
static const char *const styles[] = {"line", "dots", NULL};

enum ties { TIES_MIN, TIES_MAX, TIES_MEAN };

struct settings {
  bool quiet, quiet_given;
  const char *output;
  enum ties ties;
  size_t digits;
  long seed;
  double level, width;
  char delimiter;
  struct pst_list by, y, let, style;
  long permutations;
  bool level_given;
};

struct fixture {
  struct settings set;
  struct pst_arena arena;
  struct pst_command_line line;
  struct pst_error error;
};

static enum pst_status read_permutation(void *to, const char *text, struct pst_error *error)
{
  if (strncmp(text, "permutation(", 12) != 0)
    return pst_fail(error, PST_USAGE, "'%s' is not permutation(N)", text);
  *(long *)to = strtol(text + 12, NULL, 10);
  return PST_OK;
}

/* Parse WORDS (closed by NULL) with a program name before them. */
static enum pst_status parse(struct fixture *f, const char *const *words)
{
  struct settings *s = &f->set;
  const struct pst_option shared[] = {
      {.name = "quiet", .letter = 'q', .to.flag = &s->quiet, .given = &s->quiet_given},
      {.name = "output",
       .letter = 'o',
       .kind = PST_OPTION_TEXT,
       .argument = "FILE",
       .file = PST_FILE_WRITE,
       .to.text = &s->output},
      {.name = "by",
       .letter = 'g',
       .kind = PST_OPTION_LIST,
       .argument = "COL,...",
       .to.list = &s->by},
      {.name = "y",
       .letter = 'y',
       .kind = PST_OPTION_LIST,
       .argument = "COL,...",
       .initial = "a,b",
       .to.list = &s->y},
      {.name = "let", .kind = PST_OPTION_TEXTS, .argument = "NAME=EXPR", .to.list = &s->let},
      {.name = "style", .kind = PST_OPTION_LIST, .choices = styles, .to.list = &s->style},
  };
  const struct pst_option own[] = {
      {.name = "ties",
       .kind = PST_OPTION_CHOICE,
       .choices = ties,
       .initial = "mean",
       .to.choice = &s->ties},
      {.name = "digits",
       .former = "places",
       .kind = PST_OPTION_COUNT,
       .argument = "N",
       .low = 1,
       .high = 17,
       .to.count = &s->digits},
      {.name = "seed", .kind = PST_OPTION_INTEGER, .argument = "N", .to.integer = &s->seed},
      {.name = "conf-level",
       .kind = PST_OPTION_NUMBER,
       .argument = "P",
       .low = 0,
       .high = 1,
       .open = true,
       .initial = "0.95",
       .to.number = &s->level,
       .given = &s->level_given},
      {.name = "width",
       .kind = PST_OPTION_NUMBER,
       .argument = "W",
       .high = INFINITY,
       .open = true,
       .to.number = &s->width},
      {.name = "delimiter",
       .letter = 'd',
       .kind = PST_OPTION_CHARACTER,
       .argument = "C",
       .to.character = &s->delimiter},
      {.name = "p-value",
       .kind = PST_OPTION_READ,
       .argument = "METHOD",
       .read = read_permutation,
       .to.any = &s->permutations},
  };
  const struct pst_option_table tables[] = {PST_OPTION_TABLE(shared), PST_OPTION_TABLE(own)};
  static char program[] = "polstat-test";
  char *argv[16] = {program};
  int argc = 1;

  for (; words[argc - 1] != NULL; argc++)
    argv[argc] = (char *)(uintptr_t)words[argc - 1];
  *f = (struct fixture){.line = {.tables = tables, .n_tables = 2}};
  return pst_options_parse(&f->line, argc, argv, &f->arena, &f->error);
}

#define PARSE(f, ...) parse((f), (const char *const[]){__VA_ARGS__, NULL})

/* The words must be refused with exactly MESSAGE. */
static void refuse(const char *message, const char *const *words)
{
  struct fixture f;

  assert_int_equal(parse(&f, words), PST_USAGE);
  assert_int_equal(f.error.status, PST_USAGE);
  assert_string_equal(f.error.message, message);
  pst_arena_free(&f.arena);
}

#define REFUSE(message, ...) refuse((message), (const char *const[]){__VA_ARGS__, NULL})

static void defaults_hold_until_given(void **state)
{
  struct fixture f;

  (void)state;
  assert_int_equal(parse(&f, (const char *const[]){NULL}), PST_OK);
  assert_false(f.set.quiet);
  assert_null(f.set.output);
  assert_int_equal(f.set.ties, TIES_MEAN);
  assert_close(f.set.level, 0.95, 0, 0);
  assert_false(f.set.level_given);
  assert_int_equal(f.set.y.count, 2);
  assert_string_equal(f.set.y.items[1], "b");
  assert_int_equal(f.line.operands.count, 0);
  pst_arena_free(&f.arena);
}

static void every_kind_is_read(void **state)
{
  struct fixture f;

  (void)state;
  assert_int_equal(PARSE(&f, "-qo", "out.csv", "--ties=max", "--digits", "17", "--seed=-5",
                         "--conf-level", "0.9", "--width=1e-3", "-d", "tab", "--p-value",
                         "permutation(99)"),
                   PST_OK);
  assert_true(f.set.quiet && f.set.quiet_given && f.set.level_given);
  assert_string_equal(f.set.output, "out.csv");
  assert_int_equal(f.set.ties, TIES_MAX);
  assert_int_equal(f.set.digits, 17);
  assert_int_equal(f.set.seed, -5);
  assert_close(f.set.level, 0.9, 0, 0);
  assert_close(f.set.width, 0.001, 0, 0);
  assert_int_equal(f.set.delimiter, '\t');
  assert_int_equal(f.set.permutations, 99);
  pst_arena_free(&f.arena);
}

static void lists_add_up(void **state)
{
  struct fixture f;

  (void)state;
  assert_int_equal(PARSE(&f, "--by", "a,\"b,c\"", "-g", "d", "-y", "v", "--let", "z=f(a,b)",
                         "--let", "w=1", "--style=dots,line", "-q", "-q"),
                   PST_OK);
  assert_int_equal(f.set.by.count, 3);
  assert_string_equal(f.set.by.items[1], "b,c");
  assert_string_equal(f.set.by.items[2], "d");
  assert_int_equal(f.set.y.count, 1);
  assert_string_equal(f.set.y.items[0], "v");
  assert_int_equal(f.set.let.count, 2);
  assert_string_equal(f.set.let.items[0], "z=f(a,b)");
  assert_int_equal(f.set.style.count, 2);
  pst_arena_free(&f.arena);
}

static void operands_stand_anywhere(void **state)
{
  struct fixture f;

  (void)state;
  setenv("POSIXLY_CORRECT", "1", 1);
  assert_int_equal(PARSE(&f, "a.csv", "-q", "-", "--seed", "-3", "b.csv", "--", "-o", "--help"),
                   PST_OK);
  unsetenv("POSIXLY_CORRECT");
  assert_true(f.set.quiet);
  assert_int_equal(f.set.seed, -3);
  assert_int_equal(f.line.request, PST_RUN);
  assert_int_equal(f.line.operands.count, 5);
  assert_string_equal(f.line.operands.items[0], "a.csv");
  assert_string_equal(f.line.operands.items[1], "-");
  assert_string_equal(f.line.operands.items[2], "b.csv");
  assert_string_equal(f.line.operands.items[3], "-o");
  assert_string_equal(f.line.operands.items[4], "--help");
  pst_arena_free(&f.arena);
}

static void help_ends_the_reading(void **state)
{
  struct fixture f;

  (void)state;
  assert_int_equal(PARSE(&f, "-q", "--help", "--bogus"), PST_OK);
  assert_int_equal(f.line.request, PST_SHOW_HELP);
  pst_arena_free(&f.arena);
  assert_int_equal(PARSE(&f, "--version", "--help"), PST_OK);
  assert_int_equal(f.line.request, PST_SHOW_VERSION);
  pst_arena_free(&f.arena);
}

static void unknown_options(void **state)
{
  (void)state;
  REFUSE("unknown option '--tise'; did you mean '--ties'?", "--tise", "max");
  REFUSE("unknown option '--ouput'; did you mean '--output'?", "--ouput=x.csv");
  REFUSE("unknown option '--frobnicate'; --help lists the options", "--frobnicate");
  REFUSE("unknown option '-Z'; --help lists the options", "-qZ");
  REFUSE("unknown option '-\\xC3'; --help lists the options", "-\xC3\xA9");
}

static void abbreviations_are_unknown(void **state)
{
  (void)state;
  REFUSE("unknown option '--deli'; did you mean '--delimiter'?", "--deli", ";");
  REFUSE("unknown option '--deli'; did you mean '--delimiter'?", "--deli=;");
  REFUSE("unknown option '--deli'; did you mean '--delimiter'?", "--deli");
  REFUSE("unknown option '--quie'; did you mean '--quiet'?", "--quie", "a.csv");
  REFUSE("unknown option '--quie'; did you mean '--quiet'?", "--quie=3");
  REFUSE("unknown option '--hel'; did you mean '--help'?", "--hel");
  REFUSE("unknown option '--d'; --help lists the options", "--d=1"); /* delimiter, digits */
}

static void arguments_missing_or_too_many(void **state)
{
  (void)state;
  REFUSE("--output needs an argument: FILE", "--output");
  REFUSE("--output needs an argument: FILE", "a.csv", "-o");
  REFUSE("--ties needs an argument: min|max|mean", "--ties");
  REFUSE("--output needs an argument: FILE; '--quiet' is an option (if it is meant, write"
         " --output=--quiet)",
         "--output", "--quiet");
  REFUSE("--quiet takes no argument", "--quiet=yes");
  REFUSE("--help takes no argument", "--help=ties");
  REFUSE("--output is given twice; give it once", "-o", "a", "b.csv", "--output=c");
}

static void numbers_out_of_range(void **state)
{
  (void)state;
  REFUSE("--conf-level: '95' is not between 0 and 1", "--conf-level", "95");
  REFUSE("--conf-level: '1' is not between 0 and 1", "--conf-level=1");
  REFUSE("--conf-level: '95%' is not a number between 0 and 1", "--conf-level=95%");
  REFUSE("--conf-level: 'nan' is not a number between 0 and 1", "--conf-level=nan");
  REFUSE("--width: '0' is not above 0", "--width=0");
  REFUSE("--width: 'wide' is not a number above 0", "--width=wide");
  REFUSE("--digits: '0' is not from 1 to 17", "--digits=0");
  REFUSE("--digits: '-3' is not a whole number from 1 to 17", "--digits=-3");
  REFUSE("--digits: '2.5' is not a whole number from 1 to 17", "--digits=2.5");
  REFUSE("--digits: '' is not a whole number from 1 to 17", "--digits=");
  REFUSE("--seed: 'x' is not a whole number", "--seed=x");
  REFUSE("--seed: '99999999999999999999' is too large", "--seed", "99999999999999999999");
}

static void words_that_do_not_fit(void **state)
{
  (void)state;
  REFUSE("--ties: 'avg' is not one of min, max, mean", "--ties=avg");
  REFUSE("--style: 'bars' is not one of line, dots", "--style=line,bars");
  REFUSE("--delimiter: 'ab' is not one character, nor tab, comma, semicolon, pipe or space", "-d",
         "ab");
  REFUSE("--delimiter: '\xC3\xA9' is not one character, nor tab, comma, semicolon, pipe or space",
         "-d", "\xC3\xA9");
  REFUSE("--by: an empty item in 'a,,b'; items are separated by commas", "-g", "a,,b");
  REFUSE("--by: a quote does not close in '\"a,b'", "-g", "\"a,b");
  REFUSE("--p-value: 'guess' is not permutation(N)", "--p-value=guess");
}

static void a_former_name_works_and_is_noted(void **state)
{
  struct fixture f;

  (void)state;
  assert_int_equal(PARSE(&f, "--places", "3"), PST_OK);
  assert_int_equal(f.set.digits, 3);
  assert_int_equal(f.line.former.count, 2);
  assert_string_equal(f.line.former.items[0], "places");
  assert_string_equal(f.line.former.items[1], "digits");
  pst_arena_free(&f.arena);
  assert_int_equal(PARSE(&f, "--digits=3"), PST_OK);
  assert_int_equal(f.line.former.count, 0);
  pst_arena_free(&f.arena);
  REFUSE("--digits is given twice; give it once", "--places=3", "--digits=4");
  REFUSE("--digits: '0' is not from 1 to 17", "--places=0");
  REFUSE("--digits needs an argument: N", "--places");
  REFUSE("--digits needs an argument: N; '--quiet' is an option (if it is meant, write"
         " --digits=--quiet)",
         "--places", "--quiet");
  REFUSE("unknown option '--place'; --help lists the options", "--place=3");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(defaults_hold_until_given),
      cmocka_unit_test(every_kind_is_read),
      cmocka_unit_test(lists_add_up),
      cmocka_unit_test(operands_stand_anywhere),
      cmocka_unit_test(help_ends_the_reading),
      cmocka_unit_test(unknown_options),
      cmocka_unit_test(abbreviations_are_unknown),
      cmocka_unit_test(arguments_missing_or_too_many),
      cmocka_unit_test(numbers_out_of_range),
      cmocka_unit_test(words_that_do_not_fit),
      cmocka_unit_test(a_former_name_works_and_is_noted),
  };

  return cmocka_run_group_tests_name("option", tests, NULL, NULL);
}
