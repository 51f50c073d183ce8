/* polstat-claims -- checks what a paper says against its data.

   Reads claims files and the CSV tables that they name; writes a verdict a claim with the numbers that
   decided it, as text, JSON, JUnit, TAP or a page.  The language is in docs/CLAIMS.md. */
#include <stdio.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "base/output.h"
#include "base/unicode/shown.h"
#include "claim/claim.h"
#include "claim/report/report.h"
#include "cli/main.h"
#include "cli/program.h"
#include "cli/shared.h"
#include "input/input.h"
#include "language/function.h"
#include "report/report.h"

static const char name[] = "polstat-claims";

enum { WIDTH_OF_FILES = 100 };

struct settings {
  unsigned format, color;
  const char *output;
  bool format_given, strict, robust, quiet, verbose;
};

struct run {
  struct settings settings;
  struct pst_arena arena;
  struct pst_list paths;
  struct pst_files used;           /* read or written */
  const struct pst_claims **files; /* those that could be read */
  size_t file_count;
  enum pst_status worst; /* of all that was reported */
};

/* --- reading ------------------------------------------------------------------------------------- */

static enum pst_status read_all(struct pst_input *input, struct pst_buffer *text,
                                struct pst_error *error)
{
  char block[65536];
  size_t got = 1;
  enum pst_status status = PST_OK;

  while (status == PST_OK && got > 0) {
    status = pst_input_read(input, block, sizeof block, &got, error);
    if (status == PST_OK)
      pst_buffer_add(text, block, got);
    if (status == PST_OK && !pst_claims_may_go_on(block, got, text->size))
      break;
  }
  return status == PST_OK && text->failed ? pst_fail_memory(error) : status;
}

/* Paths in a claims file on standard input are those of the current folder. */
static enum pst_status check_stdin(const struct pst_claims_options *options,
                                   struct pst_claims **claims, struct pst_error *error)
{
  struct pst_buffer text = {.data = NULL};
  struct pst_input *input;
  enum pst_status status;

  pst_program_say_terminal(name);
  status = pst_input_open("-", NULL, &input, error);

  if (status != PST_OK)
    return status;
  status = read_all(input, &text, error);
  if (status == PST_OK)
    status = pst_claims_check_text("standard input", pst_buffer_string(&text), text.size, options,
                                   claims, error);
  pst_input_close(input);
  pst_buffer_free(&text);
  return status;
}

static enum pst_status check_file(const struct run *run, const char *path,
                                  struct pst_claims **claims, struct pst_error *error)
{
  const struct pst_claims_options options = {.robust = run->settings.robust};

  if (strcmp(path, "-") == 0)
    return check_stdin(&options, claims, error);
  return pst_claims_check(path, &options, claims, error);
}

/* --- what is wrong ------------------------------------------------------------------------------- */

static void say(const struct run *run, const struct pst_error *error, const char *source)
{
  struct pst_buffer out = {.data = NULL}, line = {.data = NULL};
  const struct pst_problem place = {.column = error->column, .source = source};

  pst_program_message(&out, name, error,
                      pst_program_color((enum pst_when)run->settings.color, STDERR_FILENO));
  pst_claims_error_print(&line, &place);
  pst_buffer_shown_lines(&out, pst_text_of(pst_buffer_string(&line)));
  pst_buffer_free(&line);
  fputs(pst_buffer_string(&out), stderr);
  pst_buffer_free(&out);
}

static void note_status(struct run *run, enum pst_status status)
{
  if (status > run->worst) /* the order of enum pst_status */
    run->worst = status;
}

/* Not one line is a statement: a table, perhaps, whose every line would be an error. */
static bool is_no_claims_file(const struct pst_claims *claims)
{
  return claims->claim_count == 0 && claims->error_count > 1 && claims->file_count == 1
         && claims->paper[0] == '\0';
}

static void say_no_claims_file(struct run *run, const struct pst_claims *claims)
{
  struct pst_error error = {.status = PST_USAGE, .line = claims->errors[0].line};

  snprintf(error.file, sizeof error.file, "%s", claims->path);
  snprintf(error.message, sizeof error.message,
           "this is no claims file: no line begins a statement (paper, rounding, table, let, "
           "claim); a table of data is named in a claims file, by table NAME \"FILE\"");
  say(run, &error, claims->errors[0].source);
  note_status(run, claims->errors[0].status);
}

static void say_errors(struct run *run, const struct pst_claims *claims)
{
  if (is_no_claims_file(claims)) {
    say_no_claims_file(run, claims);
    return;
  }
  for (size_t i = 0; i < claims->error_count; i++) {
    const struct pst_problem *from = &claims->errors[i];
    struct pst_error error = {.status = from->status, .line = from->line, .column = from->column};

    snprintf(error.file, sizeof error.file, "%s", from->file);
    snprintf(error.message, sizeof error.message, "%s", from->message);
    say(run, &error, from->source);
    note_status(run, from->status);
  }
}

/* A file without claims checks nothing: that is a slip, and no success. */
static void say_if_empty(struct run *run, const struct pst_claims *claims)
{
  struct pst_error error = {.status = PST_USAGE};

  if (claims->claim_count > 0 || claims->error_count > 0)
    return;
  snprintf(error.file, sizeof error.file, "%s", claims->path);
  snprintf(error.message, sizeof error.message, "the file has no claims");
  say(run, &error, "");
  note_status(run, PST_USAGE);
}

/* A file that cannot be read does not keep the others from being checked. */
static enum pst_status check_files(struct run *run, struct pst_error *error)
{
  run->files = pst_arena_array(&run->arena, run->paths.count + 1, sizeof *run->files);
  if (run->files == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < run->paths.count; i++) {
    struct pst_error own = {.status = PST_OK};
    struct pst_claims *claims;

    if (check_file(run, run->paths.items[i], &claims, &own) == PST_OK) {
      run->files[run->file_count++] = claims;
      say_errors(run, claims);
      say_if_empty(run, claims);
    } else {
      say(run, &own, "");
      note_status(run, own.status);
    }
  }
  return PST_OK;
}

/* --- the report ---------------------------------------------------------------------------------- */

static bool to_stdout(const struct settings *s)
{
  return s->output == NULL || strcmp(s->output, "-") == 0;
}

static enum pst_status fail_ending(const char *path, struct pst_error *error)
{
  struct pst_buffer endings = {.data = NULL};

  pst_claims_format_endings(&endings);
  pst_fail(error, PST_USAGE, "--output: the ending of '%s' is none of %s; choose with --format",
           path, pst_buffer_string(&endings));
  pst_buffer_free(&endings);
  return PST_USAGE;
}

/* A file named report.pdf that holds text would surprise; one without an ending holds text. */
static enum pst_status choose_format(struct settings *s, struct pst_error *error)
{
  enum pst_claims_format format = PST_CLAIMS_TEXT;
  const char *slash, *base;

  if (s->format_given)
    return PST_OK;
  if (!to_stdout(s) && !pst_claims_format_from_path(s->output, &format)) {
    slash = strrchr(s->output, '/');
    base = slash == NULL ? s->output : slash + 1;
    if (strchr(base, '.') != NULL)
      return fail_ending(s->output, error);
  }
  s->format = format;
  return PST_OK;
}

static struct pst_claims_report make_report(const struct run *run)
{
  const struct settings *s = &run->settings;
  struct pst_claims_report report = {
      .files = run->files,
      .file_count = run->file_count,
      .strict = s->strict,
      .detail = s->verbose ? PST_CLAIMS_ALL
                : s->quiet ? PST_CLAIMS_PROBLEMS
                           : PST_CLAIMS_USUAL,
      .color = to_stdout(s) && pst_program_color((enum pst_when)s->color, STDOUT_FILENO),
      .width = WIDTH_OF_FILES,
  };

  if (to_stdout(s) && isatty(STDOUT_FILENO))
    report.width = pst_report_terminal_width(stdout);
  return report;
}

static enum pst_status write_text(const struct pst_buffer *text, const char *path,
                                  struct pst_error *error)
{
  struct pst_output output = {.file = NULL};
  enum pst_status status = pst_output_open(&output, path, error);

  if (status != PST_OK)
    return status;
  fwrite(pst_buffer_string(text), 1, text->size, output.file);
  return pst_output_commit(&output, error);
}

/* The text on standard output ends with this line already. */
static void say_summary(const struct run *run, const struct pst_claims_report *report,
                        enum pst_claims_format format)
{
  struct pst_claims_summary total = pst_claims_total(report);
  struct pst_buffer line = {.data = NULL};

  if (run->settings.quiet || (format == PST_CLAIMS_TEXT && to_stdout(&run->settings)))
    return;
  pst_buffer_puts(&line, "claims: ");
  pst_claims_summary_print(&line, &total);
  pst_buffer_putc(&line, '\n');
  pst_program_say(&line);
  pst_buffer_free(&line);
}

/* The claims files, and what each of them names: tables, their packages, the paper's text. */
static enum pst_status check_used(struct run *run, struct pst_error *error)
{
  struct pst_files *used = &run->used;
  enum pst_status status = PST_OK;

  if (run->settings.output == NULL)
    status = pst_files_add(used, &run->arena, PST_FILE_WRITE, "standard output", "-", error);
  for (size_t i = 0; i < run->paths.count && status == PST_OK; i++)
    status = pst_files_add(used, &run->arena, PST_FILE_READ, NULL, run->paths.items[i], error);
  for (size_t i = 0; i < run->file_count && status == PST_OK; i++) {
    const struct pst_claims *claims = run->files[i];

    status = pst_files_add(used, &run->arena, PST_FILE_READ, "the paper's text", claims->paper_text,
                           error);
    for (size_t k = 1; k < claims->file_count && status == PST_OK; k++) {
      status = pst_files_add(used, &run->arena, PST_FILE_READ, "a table of the claims",
                             claims->files[k].path, error);
      if (status == PST_OK)
        status =
            pst_files_add_package(used, &run->arena, PST_FILE_READ, claims->files[k].path, error);
    }
  }
  return status == PST_OK ? pst_files_check(used, error) : status;
}

static enum pst_status write_report(const struct run *run, struct pst_error *error)
{
  struct pst_claims_report report = make_report(run);
  enum pst_claims_format format = (enum pst_claims_format)run->settings.format;
  struct pst_buffer text = {.data = NULL};
  enum pst_status status;

  if (run->file_count == 0)
    return PST_OK; /* said already why */
  status = pst_claims_report_print(&report, format, &text, error);
  if (status == PST_OK)
    status = write_text(&text, run->settings.output, error);
  if (status == PST_OK)
    say_summary(run, &report, format);
  pst_buffer_free(&text);
  return status;
}

/* --- the command --------------------------------------------------------------------------------- */

/* functions: what claims may call. */
static enum pst_status list_functions(struct pst_error *error)
{
  struct pst_buffer out = {.data = NULL};
  enum pst_status status;

  pst_function_list(&out, PST_CLAIMS);
  status = pst_program_print(&out, error);
  pst_buffer_free(&out);
  return status;
}

/* The operands: check FILE... */
static enum pst_status read_operands(struct run *run, const struct pst_list *operands,
                                     struct pst_error *error)
{
  size_t from_stdin = 0;

  if (operands->count == 0)
    return pst_fail(error, PST_USAGE, "say what to do: polstat-claims check FILE...");
  if (strcmp(operands->items[0], "check") != 0)
    return pst_fail(error, PST_USAGE,
                    "there is no command '%s'; write polstat-claims check FILE...",
                    operands->items[0]);
  if (operands->count == 1)
    return pst_fail(error, PST_USAGE, "check: name a claims file, or - for standard input");
  run->paths = *operands;
  run->paths.items++;
  run->paths.count--;
  for (size_t i = 0; i < run->paths.count; i++)
    from_stdin += strcmp(run->paths.items[i], "-") == 0;
  if (from_stdin > 1)
    return pst_fail(error, PST_USAGE, "standard input can be read only once");
  return PST_OK;
}

enum { OPTIONS_MOST = 12 };

static size_t own_options(struct pst_option *own, struct settings *s)
{
  const struct pst_option options[] = {
      {.name = "strict",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help = "count what is ambiguous or not checkable, and numbers of the paper's text that no "
               "claim uses, as a failure too",
       .to.flag = &s->strict},
      {.name = "robust",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help =
           "move each free choice of what is verified (a year, an end of a range, a member), and "
           "say how often it still holds",
       .to.flag = &s->robust},
      pst_option_output(
          &s->output, "FILE",
          "write the report to FILE; its ending (.txt .json .xml .tap .html) sets the format"),
      pst_option_format(pst_claims_format_names, &s->format, &s->format_given,
                        "format of the report (default: text)"),
      pst_option_quiet(&s->quiet,
                       "text: only what is not verified, restated or consistent; no closing line"),
      pst_option_verbose(&s->verbose,
                         "text: the words of the paper and all evidence, of what holds too"),
      pst_option_color(&s->color, "colour in text and messages"),
  };

  memcpy(own, options, sizeof options);
  return sizeof options / sizeof *options;
}

static enum pst_status work(void *context, struct pst_command_line *line, struct pst_error *error)
{
  const struct pst_list *operands = &line->operands;
  struct run *run = context;
  enum pst_status status;

  if (operands->count == 1 && strcmp(operands->items[0], "functions") == 0)
    return list_functions(error);
  status = read_operands(run, operands, error);
  if (status == PST_OK)
    status = choose_format(&run->settings, error);
  run->used = line->files;
  if (status == PST_OK)
    status = check_files(run, error);
  if (status == PST_OK)
    status = check_used(run, error);
  return status == PST_OK ? write_report(run, error) : status;
}

static bool is_no(const struct run *run)
{
  struct pst_claims_report report = make_report(run);
  struct pst_claims_summary total = pst_claims_total(&report);
  size_t n = total.verdicts[PST_VERDICT_CONTRADICTED];

  if (run->settings.strict)
    n += total.verdicts[PST_VERDICT_AMBIGUOUS] + total.verdicts[PST_VERDICT_NOT_CHECKABLE];
  for (size_t i = 0; i < run->file_count && run->settings.strict; i++)
    n += run->files[i]->unused_count;
  return n > 0;
}

static int answer(void *context)
{
  const struct run *run = context;
  int code = pst_exit_code(run->worst);

  return code == PST_EXIT_DONE && is_no(run) ? PST_EXIT_NO : code;
}

int main(int argc, char **argv)
{
  struct run run = {.worst = PST_OK};
  struct settings *s = &run.settings;
  struct pst_option options[OPTIONS_MOST];
  const struct pst_option_table tables[] = {{.options = options, .count = own_options(options, s)}};
  const struct pst_program_run how = {
      .work = work, .answer = answer, .color = &s->color, .context = &run};
  const struct pst_program program = {
      .name = name,
      .summary = "check what a paper says against its data",
      .usage = "check [OPTION...] FILE...",
      .description =
          "Reads claims files, which say in a small language what a paper says, and the tables "
          "that they name, and prints a verdict a claim with the numbers that decided it. Printed "
          "figures are intervals: what rounding leaves open is reported as open.\n\n"
          "verified: it holds. restated: it holds, but only of what was copied from the paper "
          "itself. consistent: rounding cannot decide more. contradicted: it cannot be "
          "true of these data. ambiguous: one reading holds and another does not. not checkable: "
          "a missing cell could change the answer. error: the claim or a table is broken.\n\n"
          "polstat claims functions lists the functions of the language.",
      .says_no = "a claim is contradicted; with --strict, or ambiguous, or not\n     checkable, or "
                 "a number of the paper's text is used by no claim\n",
      .examples = "polstat claims check doe.claims\n"
                  "polstat claims check doe.claims -o doe.html\n"
                  "polstat claims check --strict --format junit *.claims > claims.xml",
      .tables = tables,
      .n_tables = 1,
  };
  int code = pst_program_main(&program, &how, &run.arena, argc, argv);

  for (size_t i = 0; i < run.file_count; i++)
    pst_claims_free((struct pst_claims *)(uintptr_t)run.files[i]);
  pst_arena_free(&run.arena);
  return code;
}
