/* answer.h -- a command of polstat-claims that is asked for a text: what it is told, and what it answers. */
#ifndef PST_SCAN_ANSWER_H
#define PST_SCAN_ANSWER_H

#include "base/text.h"
#include "cli/list.h"

/* The first as in enum pst_claims_format. */
enum pst_answer_format {
  PST_ANSWER_TEXT,
  PST_ANSWER_JSON,
  PST_ANSWER_JUNIT,
  PST_ANSWER_TAP,
  PST_ANSWER_HTML,
  PST_ANSWER_CSV,
  PST_ANSWER_CLAIMS /* a claims file */
};

/* Their names, closed by NULL: the choices of --format. */
extern const char *const pst_answer_formats[];

/* pst_answer_choose: the format of a command that writes the formats WRITES ("text json"): as GIVEN, else by the ending
   of OUTPUT (NULL or "-": standard output), else the first of WRITES.
   Returned  FORMAT
   Status    PST_USAGE for one that the command does not write, and for an ending of none of them: a file named
             report.pdf that holds text would surprise
   Tested    tests/cli/claims-ending-unknown, claims-format-*, claims-scan-format  */
enum pst_status pst_answer_choose(const char *command, const char *writes, const char *output,
                                  bool given, unsigned *format, struct pst_error *error);

struct pst_command_answer {
  const char *output;                     /* where it goes; NULL: standard output */
  const struct pst_list *operands, *data; /* behind the name of the command; of --data */
  enum pst_answer_format format;          /* one that the command writes */
  bool strict, quiet, verbose, color;
  size_t width;
  struct pst_buffer text,
      line;   /* returned: what is written; what is said about it, "" for nothing */
  bool is_no; /* returned: the answer is no */
};

typedef enum pst_status pst_answer_command(struct pst_command_answer *answer,
                                           struct pst_error *error);

#endif
