/* notebook.h -- a notebook as data: the blocks that run, what they recorded, and the numbers of its prose.

   A notebook is a Markdown file.  Three kinds of fenced blocks run:

     ```console        lines "$ command" ("> " goes on with it) and below each what it printed: standard
                       output, then lines "2> ..." of standard error, then [CODE] when it was not 0
     ```figure TEXT    a command that writes a figure (.svg or .png); TEXT is what the figure shows
     ```claims         a claims file

   A number in prose is a link to "result" whose title says where it stands:
   [-0.00471](result "aid.csv#country=Japan&term=slope"). */
#ifndef PST_NOTEBOOK_READ_NOTEBOOK_H
#define PST_NOTEBOOK_READ_NOTEBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

enum pst_notebook_kind { PST_NOTEBOOK_CONSOLE, PST_NOTEBOOK_FIGURE, PST_NOTEBOOK_CLAIMS };

struct pst_notebook_heading {
  const char *text;
  unsigned long line;
  int level;
};

/* A command, and what the notebook records of it. */
struct pst_notebook_command {
  const char *text;     /* for sh; of a block of claims: the claims */
  const char *shown;    /* as it stands, with "$ " and "> "; "" for a block without them */
  const char *recorded; /* lines, each closed */
  unsigned long line;
  int expected; /* the exit code that is recorded */
  /* filled by a run */
  bool ran;
  const char *printed; /* what should be recorded */
  const char *output;  /* standard output, without paths of the run */
  const char *failure; /* why there is nothing to compare; NULL: there is */
  bool differs;        /* from what is recorded, or the code is another */
  int code;
};

struct pst_notebook_block {
  enum pst_notebook_kind kind;
  unsigned long line, last; /* of the opening and the closing fence */
  const char *opening;      /* the opening fence, with what stands before it */
  const char *indent;       /* what stands before each of its other lines */
  const char *caption;      /* what follows the kind on the opening fence, without [CODE] */
  struct pst_notebook_command *commands;
  size_t n_commands;
  bool chosen; /* by --only */
  /* filled by a run */
  const char *folder; /* where it ran, which holds notebook->inside; NULL: it did not run */
  const char **made;  /* files that it wrote, from its folder on */
  size_t n_made;
  const char *figure; /* the figure among them, as a path; NULL: none */
};

struct pst_notebook_number {
  const char *text;     /* of the link */
  const char *evidence; /* FILE#COLUMN=VALUE&...&COLUMN */
  unsigned long line;
  size_t at, size; /* where TEXT stands in the source */
  size_t block;    /* the first block behind it, or n_blocks */
  bool chosen;
  /* filled when it is weighed */
  const char *value;     /* the cell that it is held to; NULL: there is none */
  const char *corrected; /* TEXT with the number that the evidence gives */
  const char *failure;   /* why it cannot be held to its evidence; NULL: it can */
  size_t source;         /* the block that wrote the evidence; n_blocks: an input */
  bool differs;
};

struct pst_notebook {
  const char *path;   /* as given */
  const char *folder; /* where the files of its commands are: absolute */
  double timeout;     /* seconds a command may take */
  const char *text;   /* the source, in UTF-8 */
  size_t size;
  size_t *line_start; /* of line i, from 1; one more than there are lines */
  size_t n_lines;
  struct pst_notebook_heading *headings;
  size_t n_headings;
  struct pst_notebook_block *blocks;
  size_t n_blocks;
  struct pst_notebook_number *numbers;
  size_t n_numbers;
  /* of a run */
  const char *root; /* the temporary folder; NULL: there is none */
  const char
      *inside; /* from the folder of a block to where its commands run: "", or the last parts of
                         FOLDER where commands name files above it (../data/aid.csv) */
  struct pst_arena arena;
};

/* What the command line says of all notebooks. */
struct pst_notebook_options {
  const char *folder; /* NULL: that of the notebook */
  const char *only;   /* a heading; NULL: all */
  double timeout;     /* 0: what the notebook says, or a minute */
};

#endif
