#include "check.h"

#include <string.h>

#include "cli/complete.h"

static const char *const formats[] = {"text", "csv", "tsv", NULL};

static const struct pst_option options[] = {
    {.name = "format",
     .kind = PST_OPTION_CHOICE,
     .choices = formats,
     .help = "how it is written (default: text)"},
    {.name = "y",
     .letter = 'y',
     .kind = PST_OPTION_LIST,
     .argument = "COL[,COL...]",
     .help = "columns"},
    {.name = "output",
     .letter = 'o',
     .kind = PST_OPTION_TEXT,
     .argument = "FILE",
     .file = PST_FILE_WRITE,
     .help = "where to"},
    {.name = "quiet", .letter = 'q', .help = "no closing line; nor anything else"},
};

static const struct pst_option_table tables[] = {PST_OPTION_TABLE(options)};

static const struct pst_program plain = {
    .name = "polstat-x", .usage = "[OPTION...] FILE...", .tables = tables, .n_tables = 1};
static const struct pst_program commands = {
    .name = "polstat-x", .usage = "check|accept FILE...", .tables = tables, .n_tables = 1};

static void columns(void *context, const char *argument, const char *file, struct pst_buffer *out)
{
  (void)context;
  if (strncmp(argument, "COL", 3) == 0)
    pst_buffer_puts(out, file == NULL ? "no file\n" : "year\nyen\n\"a,b\"\n");
}

static void next_is(const struct pst_program *program, const char *const *words, size_t n,
                    const char *want)
{
  struct pst_buffer out = {.data = NULL};

  pst_complete_print(&out, program, columns, NULL, words, n);
  assert_string_equal(pst_buffer_string(&out), want);
  pst_buffer_free(&out);
}

#define NEXT_IS(program, want, ...)                                                                \
  next_is(&(program), (const char *const[]){__VA_ARGS__},                                          \
          sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *), want)

static void of_options(void **state)
{
  (void)state;
  NEXT_IS(plain, "--format\thow it is written \n", "--f");
  NEXT_IS(plain, "--quiet\tno closing line\n", "--q");
  NEXT_IS(plain,
          "--format\thow it is written \n--output\twhere to\n--quiet\tno closing line\n"
          "--help\tprint the help\n--version\tprint the version\n",
          "-");
  NEXT_IS(plain, "", "--zz");
}

static void of_values(void **state)
{
  (void)state;
  NEXT_IS(plain, "text\ntsv\n", "--format", "t");
  NEXT_IS(plain, "--format=csv\n", "--format=c");
  NEXT_IS(plain, ":files\n", "-o", "x");
  NEXT_IS(plain, ":files\n", "-q", "x");
  NEXT_IS(plain, ":files\n", "");
}

static void of_columns(void **state)
{
  (void)state;
  NEXT_IS(plain, "no file\n", "-y", "");
  NEXT_IS(plain, "year\nyen\n", "Makefile", "-y", "ye");
  NEXT_IS(plain, "year,year\nyear,yen\n", "Makefile", "-y", "year,ye");
  /* what an option takes is no file to look into */
  NEXT_IS(plain, "no file\n", "-o", "Makefile", "-y", "");
}

static void of_commands(void **state)
{
  (void)state;
  NEXT_IS(commands, "check\naccept\n", "");
  NEXT_IS(commands, "check\n", "ch");
  NEXT_IS(commands, ":files\n", "check", "");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(of_options),
      cmocka_unit_test(of_values),
      cmocka_unit_test(of_columns),
      cmocka_unit_test(of_commands),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
