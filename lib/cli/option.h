/* option.h -- the options of a program as tables: parsing, help and the man page come from them.

   A table is an array of struct pst_option with designated initialisers.  A program passes several:
   those that it shares (lib/job) and its own.  Destinations are typed pointers, so that a wrong one
   does not compile:

     const struct pst_option options[] = {
         {.name = "conf-level", .kind = PST_OPTION_NUMBER, .argument = "P", .initial = "0.95",
          .low = 0, .high = 1, .open = true, .group = PST_GROUP_METHOD,
          .help = "confidence level of intervals", .to.number = &job->conf_level},
     };  */
#ifndef PST_CLI_OPTION_H
#define PST_CLI_OPTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"
#include "cli/files.h"
#include "cli/list.h"

enum pst_option_kind {
  PST_OPTION_FLAG,      /* to.flag; takes no argument */
  PST_OPTION_TEXT,      /* to.text */
  PST_OPTION_CHOICE,    /* to.choice: index in `choices`; the address of an enum fits */
  PST_OPTION_COUNT,     /* to.count: digits only; range low..high */
  PST_OPTION_INTEGER,   /* to.integer; range low..high */
  PST_OPTION_NUMBER,    /* to.number, finite; range low..high */
  PST_OPTION_CHARACTER, /* to.character: one ASCII character, or tab comma semicolon pipe space \t */
  PST_OPTION_LIST,      /* to.list: items between commas (list.h); may repeat, items add up */
  PST_OPTION_TEXTS,     /* to.list: one item a use, commas and all; may repeat */
  PST_OPTION_READ       /* to.any, through `read` */
};

/* The headings of --help, in this order. */
enum pst_option_group {
  PST_GROUP_INPUT,
  PST_GROUP_ROWS,
  PST_GROUP_COLUMNS,
  PST_GROUP_JOIN,
  PST_GROUP_METHOD,
  PST_GROUP_OUTPUT,
  PST_GROUP_FIGURE,
  PST_GROUP_RUNNING,
  PST_GROUPS
};

/* Reads TEXT into TO; its message is put behind "--name: ". */
typedef enum pst_status pst_option_read(void *to, const char *text, struct pst_error *error);

struct pst_option {
  const char *name;   /* without dashes */
  const char *former; /* a long name that it had, which still works and says so; NULL: none */
  char letter;        /* 0 when there is none */
  enum pst_option_kind kind;
  enum pst_option_group group;
  const char *argument; /* how the help calls it: "COL"; NULL: the choices, or nothing for a flag */
  const char *help;     /* a phrase without capital and full stop */
  const char *initial;  /* the default, read as if given and shown by the help; NULL: none */
  double low, high;     /* numbers: the range; both 0 when there is none */
  bool open;            /* low and high themselves are not allowed */
  bool
      optional; /* of a list: the argument may be left out.  What follows apart is it where no file is
                           called so */
  enum pst_file_use file;     /* its argument is the path of a file to read or to write */
  const char *const *choices; /* closed by NULL; for a list: what each item must be; NULL: any */
  pst_option_read *read;
  union {
    bool *flag;
    const char **text;
    unsigned *choice;
    size_t *count;
    long *integer;
    double *number;
    char *character;
    struct pst_list *list;
    void *any;
  } to;
  bool *given; /* set to true when the command line has it; may be NULL */
};

struct pst_option_table {
  const struct pst_option *options;
  size_t count;
};

/* The usual ends of an initialiser: {PST_OPTION_TABLE(own), PST_OPTION_TABLE(shared)}. */
#define PST_OPTION_TABLE(array)                                                                    \
  {                                                                                                \
    .options = (array), .count = sizeof(array) / sizeof *(array)                                   \
  }

/* What the command line asks for; --help and --version are known without a table. */
enum pst_request { PST_RUN, PST_SHOW_HELP, PST_SHOW_VERSION };

struct pst_command_line {
  const struct pst_option_table *tables;
  size_t n_tables;
  struct pst_list operands; /* returned: FILE..., `-` included, in the order given */
  struct pst_files files;   /* returned: those that options name; see pst_files_check */
  enum pst_request request; /* returned: the first of --help and --version; what follows it is
                               not read */
  struct pst_list former;   /* returned: pairs of a former name that was used and today's */
  struct pst_list said; /* returned: each option as --name or --name=value, in the order given */
};

/* pst_options_parse: defaults, then ARGV[1..argc), into the destinations of LINE's tables.
   Given     options before, between and after operands, also with POSIXLY_CORRECT; `--` ends them.
             Long names are written in full: an abbreviation would change its meaning when an
             option is added, and is an unknown option.  A former name is taken as today's.  A second use is an error, save for flags,
             lists and texts
   Returned  LINE->operands and LINE->request; destinations and `given` flags.  Texts point into
             ARGV, list items into ARENA
   Status    PST_USAGE with one message that names the option and says what to do; PST_NO_MEMORY
   Not for   threads: getopt_long keeps its state in globals
   Tested    test_option.c, every message word for word  */
enum pst_status pst_options_parse(struct pst_command_line *line, int argc, char **argv,
                                  struct pst_arena *arena, struct pst_error *error);

/* auto, always, never: the choices of --color and --progress. */
enum pst_when { PST_WHEN_AUTO, PST_WHEN_ALWAYS, PST_WHEN_NEVER };
extern const char *const pst_when_choices[];

#endif
