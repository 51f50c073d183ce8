/* polstat -- finds and runs polstat-NAME: `polstat trend ...` is `polstat-trend ...`.

   Looks beside itself first, then in PATH.  `polstat help` lists the programs, `polstat help NAME` shows
   the help of one, `polstat help choose` which method answers which question. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/output.h"
#include "base/text.h"
#include "cli/become.h"
#include "cli/help.h"
#include "cli/program.h"

extern const char pst_choosing[]; /* docs/CHOOSING.md */

enum { PROGRAMS_MOST = 64 };

static const char prefix[] = "polstat-";

static int by_name(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct names {
  char *items[PROGRAMS_MOST];
  size_t count;
};

static bool is_known(const struct names *names, const char *name)
{
  for (size_t i = 0; i < names->count; i++)
    if (strcmp(names->items[i], name) == 0)
      return true;
  return false;
}

/* The programs polstat-NAME of a folder. */
static void list_folder(const char *folder, struct names *names)
{
  DIR *open = opendir(folder);
  const struct dirent *entry;

  while (open != NULL && (entry = readdir(open)) != NULL) {
    const char *name = entry->d_name + sizeof prefix - 1;

    if (strncmp(entry->d_name, prefix, sizeof prefix - 1) != 0
        || strlen(name) >= PST_PROGRAM_NAME_MOST
        || faccessat(dirfd(open), entry->d_name, X_OK, 0) != 0 || names->count == PROGRAMS_MOST
        || is_known(names, name))
      continue;
    names->items[names->count] = strdup(name);
    names->count += names->items[names->count] != NULL;
  }
  if (open != NULL)
    closedir(open);
}

static void list_programs(struct names *names)
{
  char folder[4096];
  const char *path = getenv("PATH");

  if (pst_become_folder(folder, sizeof folder))
    list_folder(folder, names);
  for (const char *part = path; part != NULL && *part != '\0';) {
    size_t length = strcspn(part, ":");

    if (length > 0 && length < sizeof folder) {
      memcpy(folder, part, length);
      folder[length] = '\0';
      list_folder(folder, names);
    }
    part += length + (part[length] == ':');
  }
  qsort(names->items, names->count, sizeof *names->items, by_name);
}

static void free_names(struct names *names)
{
  for (size_t i = 0; i < names->count; i++)
    free(names->items[i]);
}

/* The first line after the usage of what `polstat-NAME --help` prints is its summary; "" when it cannot
   be had. */
static void read_summary(const char *name, char *summary, size_t size)
{
  char option[] = "--help", called[PST_PROGRAM_NAME_MOST + sizeof prefix],
       *arguments[] = {called, option, NULL};
  int ends[2];
  FILE *out;
  pid_t child;

  summary[0] = '\0';
  snprintf(called, sizeof called, "%s%s", prefix, name);
  if (pipe2(ends, O_CLOEXEC) != 0)
    return;
  child = fork();
  if (child == 0) {
    if (dup2(ends[1], STDOUT_FILENO) >= 0)
      pst_become(name, arguments);
    _exit(127);
  }
  close(ends[1]);
  out = fdopen(ends[0], "r");
  if (out == NULL)
    pst_error_no_memory();
  do
    if (out == NULL || fgets(summary, (int)size, out) == NULL)
      summary[0] = '\0';
  while (strncmp(summary, "Usage", 5) == 0 || summary[0] == ' ');
  summary[strcspn(summary, "\n")] = '\0';
  if (out != NULL)
    fclose(out);
  if (child > 0)
    waitpid(child, NULL, 0);
}

static enum pst_status fail_unknown(const char *name, struct pst_error *error)
{
  struct names names = {.count = 0};
  size_t near;

  list_programs(&names);
  near = pst_text_near(pst_text_of(name), (const char *const *)names.items, names.count);
  if (near < names.count)
    pst_fail(error, PST_USAGE, "there is no program '%s'; did you mean '%s'?", name,
             names.items[near]);
  else
    pst_fail(error, PST_USAGE, "there is no program '%s'; polstat help lists them", name);
  free_names(&names);
  return PST_USAGE;
}

/* The programs by what a person wants to do; those that stand in no group come last. */
static const struct {
  const char *heading;
  const char *names[6]; /* closed by NULL */
} groups[] = {
    {"See what a table holds, and make it one", {"describe", "tidy"}},
    {"Follow something over time", {"trend", "rank"}},
    {"Set things side by side", {"correlate", "regress", "compare"}},
    {"Make indicators and indices", {"indicator", "composite"}},
    {"Check what a paper says", {"claims", "notebook"}},
    {"Put together what was read in parts", {"merge"}},
};

enum { N_GROUPS = sizeof groups / sizeof *groups };

/* The group of a program; N_GROUPS for none. */
static size_t group_of(const char *name)
{
  for (size_t g = 0; g < N_GROUPS; g++)
    for (size_t i = 0; groups[g].names[i] != NULL; i++)
      if (strcmp(groups[g].names[i], name) == 0)
        return g;
  return N_GROUPS;
}

static void print_program(struct pst_buffer *out, const char *name)
{
  char summary[256];

  read_summary(name, summary, sizeof summary);
  pst_buffer_printf(out, "  %-10s  %s\n", name, summary);
}

/* In the order of the group, then those that no group names, by name. */
static void print_group(struct pst_buffer *out, const struct names *names, size_t g)
{
  bool any = false;

  for (size_t i = 0; i < names->count; i++)
    any = any || group_of(names->items[i]) == g;
  if (any)
    pst_buffer_printf(out, "\n%s:\n", g < N_GROUPS ? groups[g].heading : "Other programs");
  for (size_t i = 0; g < N_GROUPS && groups[g].names[i] != NULL; i++)
    if (is_known(names, groups[g].names[i]))
      print_program(out, groups[g].names[i]);
  for (size_t i = 0; g == N_GROUPS && i < names->count; i++)
    if (group_of(names->items[i]) == g)
      print_program(out, names->items[i]);
}

static enum pst_status print_help(struct pst_error *error)
{
  struct names names = {.count = 0};
  struct pst_buffer out = {.data = NULL};
  enum pst_status status;

  pst_buffer_puts(&out, "Usage: polstat PROGRAM [OPTION...] [FILE...]\n"
                        "Statistics on tables for policy research.\n");
  list_programs(&names);
  for (size_t g = 0; g <= N_GROUPS; g++)
    print_group(&out, &names, g);
  pst_buffer_puts(&out,
                  "\npolstat help PROGRAM, or polstat PROGRAM --help, explains one.\n"
                  "polstat help choose: from a question to a method.\n"
                  "New here? polstat demo writes a small table and shows what to do with it;\n"
                  "polstat describe FILE.csv says what is in yours.\n");
  status = pst_program_print(&out, error);
  pst_buffer_free(&out);
  free_names(&names);
  return status;
}

static enum pst_status print_version(struct pst_error *error)
{
  const struct pst_program about = {.name = "polstat"};
  struct pst_buffer out = {.data = NULL};
  enum pst_status status;

  pst_help_version(&out, &about);
  status = pst_program_print(&out, error);
  pst_buffer_free(&out);
  return status;
}

/* From a question to a method. */
static enum pst_status print_choosing(struct pst_error *error)
{
  struct pst_buffer out = {.data = NULL};
  enum pst_status status;

  pst_buffer_puts(&out, pst_choosing);
  status = pst_program_print(&out, error);
  pst_buffer_free(&out);
  return status;
}

/* --- demo ---------------------------------------------------------------------------------------- */

static const char demo_name[] = "polstat-demo.csv";

/* Invented: a donor that rises, one that falls, one that does neither, and a year without a figure. */
static const char demo_table[] =
    "donor,year,aid_musd\nUtopia,2010,120\nUtopia,2011,131\nUtopia,2012,128\nUtopia,2013,145\n"
    "Utopia,2014,152\nUtopia,2015,160\nUtopia,2016,171\nUtopia,2017,169\nArcadia,2010,410\n"
    "Arcadia,2011,395\nArcadia,2012,388\nArcadia,2013,\nArcadia,2014,340\nArcadia,2015,322\n"
    "Arcadia,2016,318\nArcadia,2017,290\nErewhon,2010,88\nErewhon,2011,95\nErewhon,2012,83\n"
    "Erewhon,2013,91\nErewhon,2014,86\nErewhon,2015,94\nErewhon,2016,85\nErewhon,2017,90\n";

static const char demo_text[] =
    "polstat-demo.csv is written: three invented donors, 2010 to 2017. Try\n\n"
    "  polstat describe polstat-demo.csv\n"
    "  polstat trend polstat-demo.csv -g donor --time year -y aid_musd --render polstat-demo.svg\n"
    "  polstat rank polstat-demo.csv --entity donor --time year -y aid_musd --change\n\n"
    "The first says what is in the table and what is missing; the second gives the slope of each\n"
    "donor with its interval and test, and draws them; the third says who passed whom.\n"
    "polstat help trend explains the options. polstat notebook new polstat-demo.csv -o demo.md\n"
    "begins a notebook on it.\n";

/* Nothing is written over: a file of that name stays as it is. */
static enum pst_status write_demo(struct pst_error *error)
{
  struct pst_output output = {.file = NULL};
  enum pst_status status;

  if (access(demo_name, F_OK) == 0)
    return pst_fail_at(
        error, PST_IO, demo_name, 0,
        "there is such a file already; demo writes one of that name into this folder");
  status = pst_output_open(&output, demo_name, error);
  if (status != PST_OK)
    return status;
  fputs(demo_table, output.file);
  return pst_output_commit(&output, error);
}

static enum pst_status print_demo(int argc, struct pst_error *error)
{
  struct pst_buffer out = {.data = NULL};
  enum pst_status status;

  if (argc > 2)
    return pst_fail(error, PST_USAGE, "demo takes no words: polstat demo");
  status = write_demo(error);
  pst_buffer_puts(&out, demo_text);
  if (status == PST_OK)
    status = pst_program_print(&out, error);
  pst_buffer_free(&out);
  return status;
}

/* The names of the programs, for the shells. */
static enum pst_status print_names(struct pst_error *error)
{
  struct names names = {.count = 0};
  struct pst_buffer out = {.data = NULL};
  enum pst_status status;

  list_programs(&names);
  for (size_t i = 0; i < names.count; i++)
    pst_buffer_printf(&out, "%s\n", names.items[i]);
  pst_buffer_puts(&out, "demo\nhelp\n");
  status = pst_program_print(&out, error);
  pst_buffer_free(&out);
  free_names(&names);
  return status;
}

static enum pst_status run(int argc, char **argv, struct pst_error *error)
{
  bool help = argc < 2 || strcmp(argv[1], "help") == 0 || strcmp(argv[1], "--help") == 0;

  if (help && argc <= 2)
    return print_help(error);
  if (strcmp(argv[1], "--version") == 0)
    return print_version(error);
  if (help && strcmp(argv[2], "choose") == 0)
    return print_choosing(error);
  if (strcmp(argv[1], "--help-complete") == 0)
    return print_names(error);
  if (strcmp(argv[1], "demo") == 0)
    return print_demo(argc, error);
  if (help) {
    char option[] = "--help", *arguments[] = {argv[2], option, NULL};

    pst_become(argv[2], arguments);
    return fail_unknown(argv[2], error);
  }
  pst_become(argv[1], argv + 1);
  return fail_unknown(argv[1], error);
}

int main(int argc, char **argv)
{
  struct pst_error error = {.status = PST_OK};

  pst_program_begin();
  run(argc, argv, &error);
  return pst_program_end("polstat", PST_WHEN_AUTO, &error);
}
