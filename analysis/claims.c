/* polstat-claims -- checks what a paper says against its data, and against itself.

   check reads claims files and the CSV tables that they name, and writes a verdict a claim with the numbers that
   decided it, as text, JSON, JUnit, TAP or a page.  scan needs no claims file: it finds what must agree in any
   paper.  The language is in docs/CLAIMS.md. */
#include <stdio.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "claim/claim.h"
#include "claim/report/report.h"
#include "claim/report/told.h"
#include "cli/main.h"
#include "cli/program.h"
#include "cli/shared.h"
#include "input/input.h"
#include "language/function.h"
#include "report/lines.h"
#include "report/report.h"
#include "trace/answer.h"

static const char name[] = "polstat-claims";

struct settings {
  unsigned format, color;
  const char *output;
  size_t width; /* 0: not given */
  bool format_given, strict, robust, quiet, verbose;
};

/* What the first operand says to do. */
struct verb {
  const char *name;
  const char *formats;        /* those that it writes */
  bool reads, data;           /* its operands are files; it takes --data */
  pst_answer_command *answer; /* NULL: check */
};

struct run {
  const struct verb *verb;
  bool is_no; /* the answer of scan */
  struct settings settings;
  struct pst_arena arena;
  struct pst_list paths, data;
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

static bool is_bold(const struct run *run)
{
  return pst_program_color((enum pst_when)run->settings.color, STDERR_FILENO);
}

static void say(struct pst_buffer *out)
{
  fputs(pst_buffer_string(out), stderr);
  pst_buffer_free(out);
}

static void note_status(struct run *run, enum pst_status status)
{
  if (status > run->worst) /* the order of enum pst_status */
    run->worst = status;
}

/* A file that cannot be read does not keep the others from being checked. */
static enum pst_status check_files(struct run *run, struct pst_error *error)
{
  run->files = pst_arena_array(&run->arena, run->paths.count + 1, sizeof *run->files);
  if (run->files == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < run->paths.count; i++) {
    struct pst_error own = {.status = PST_OK};
    struct pst_buffer out = {.data = NULL};
    struct pst_claims *claims;

    if (check_file(run, run->paths.items[i], &claims, &own) == PST_OK) {
      run->files[run->file_count++] = claims;
      note_status(run, pst_claims_told_all(&out, name, is_bold(run), claims));
      if (run->settings.strict)
        note_status(run, pst_claims_told_drafts(&out, name, is_bold(run), claims));
    } else {
      pst_claims_told(&out, name, is_bold(run), &own, "");
      note_status(run, own.status);
    }
    say(&out);
  }
  return PST_OK;
}

/* --- the report ---------------------------------------------------------------------------------- */

static bool to_stdout(const struct settings *s)
{
  return s->output == NULL || strcmp(s->output, "-") == 0;
}

/* Of the lines of text; 0: they are not wrapped. */
static size_t wrap_width(const struct settings *s)
{
  if (s->format != PST_ANSWER_TEXT)
    return 0;
  return s->width > 0 || !to_stdout(s) ? s->width : pst_report_told_width(stdout);
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
      .width = wrap_width(s),
  };

  return report;
}

/* LINE on standard error; the text on standard output ends with it already. */
static void say_line(const struct run *run, const struct pst_buffer *line)
{
  struct pst_buffer whole = {.data = NULL};

  if (run->settings.quiet || (run->settings.format == PST_ANSWER_TEXT && to_stdout(&run->settings)))
    return;
  pst_buffer_printf(&whole, "claims: %s\n", pst_buffer_string(line));
  pst_program_say(&whole);
  pst_buffer_free(&whole);
}

static void say_summary(const struct run *run, const struct pst_claims_report *report)
{
  struct pst_claims_summary total = pst_claims_total(report);
  struct pst_buffer line = {.data = NULL};

  pst_claims_summary_print(&line, &total);
  say_line(run, &line);
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
    status = pst_lines_write(&text, report.width, run->settings.output, error);
  if (status == PST_OK)
    say_summary(run, &report);
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

static enum pst_status work_check(struct run *run, struct pst_error *error)
{
  size_t from_stdin = 0;
  enum pst_status status;

  if (run->paths.count == 0)
    return pst_fail(error, PST_USAGE, "check: name a claims file, or - for standard input");
  for (size_t i = 0; i < run->paths.count; i++)
    from_stdin += strcmp(run->paths.items[i], "-") == 0;
  if (from_stdin > 1)
    return pst_fail(error, PST_USAGE, "standard input can be read only once");
  status = check_files(run, error);
  if (status == PST_OK)
    status = check_used(run, error);
  return status == PST_OK ? write_report(run, error) : status;
}

/* The paper is read, and nothing that is read is written over. */
static enum pst_status check_paths(struct run *run, struct pst_error *error)
{
  struct pst_files *used = &run->used;
  enum pst_status status = PST_OK;

  if (run->settings.output == NULL)
    status = pst_files_add(used, &run->arena, PST_FILE_WRITE, "standard output", "-", error);
  for (size_t i = 0; i < run->paths.count && status == PST_OK && run->verb->reads; i++)
    status = pst_files_add(used, &run->arena, PST_FILE_READ, NULL, run->paths.items[i], error);
  for (size_t i = 0; i < run->data.count && status == PST_OK; i++)
    status = pst_files_add(used, &run->arena, PST_FILE_READ, "--data", run->data.items[i], error);
  return status == PST_OK ? pst_files_check(used, error) : status;
}

/* A command that answers with a text. */
static enum pst_status work_answer(struct run *run, struct pst_error *error)
{
  const struct settings *s = &run->settings;
  struct pst_command_answer answer = {
      .output = s->output,
      .operands = &run->paths,
      .data = &run->data,
      .format = s->format,
      .strict = s->strict,
      .quiet = s->quiet,
      .verbose = s->verbose,
      .color = to_stdout(s) && pst_program_color((enum pst_when)s->color, STDOUT_FILENO),
      .width = wrap_width(s)};
  enum pst_status status = check_paths(run, error);

  if (status == PST_OK)
    status = run->verb->answer(&answer, error);
  if (status == PST_OK)
    status = pst_lines_write(&answer.text, answer.width, s->output, error);
  if (status == PST_OK && answer.line.size > 0)
    say_line(run, &answer.line);
  run->is_no = answer.is_no;
  pst_buffer_free(&answer.line);
  pst_buffer_free(&answer.text);
  return status;
}

static const struct verb verbs[] = {
    {"check", "text json junit tap html", true, false, NULL},
    {"scan", "text json html csv", true, true, pst_trace_scan_answer},
    {"trace", "text json", false, true, pst_trace_answer},
    {"draft", "claims html", true, true, pst_trace_draft_answer},
    {"table", "claims", true, false, pst_trace_table_answer},
    {.name = NULL}};

/* --data *.csv: what follows the first operand is data too. */
static enum pst_status take_data(struct run *run, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  if (!run->verb->data || run->data.count == 0)
    return PST_OK;
  for (size_t i = 1; i < run->paths.count && status == PST_OK; i++)
    status = pst_list_add(&run->data, &run->arena, run->paths.items[i], error);
  run->paths.count = run->paths.count > 0;
  return status;
}

static enum pst_status find_verb(struct run *run, const struct pst_list *operands,
                                 struct pst_error *error)
{
  const struct verb *verb = verbs;

  if (operands->count == 0)
    return pst_fail(error, PST_USAGE, "say what to do: polstat-claims check FILE...");
  while (verb->name != NULL && strcmp(operands->items[0], verb->name) != 0)
    verb++;
  if (verb->name == NULL)
    return pst_fail(error, PST_USAGE,
                    "there is no command '%s'; write polstat-claims check FILE...",
                    operands->items[0]);
  if (run->data.count > 0 && !verb->data)
    return pst_fail(error, PST_USAGE, "--data is for scan, trace and draft, not for %s",
                    verb->name);
  if (run->settings.robust && verb->answer != NULL)
    return pst_fail(error, PST_USAGE, "--robust is for check, not for %s", verb->name);
  if (run->settings.width > 0 && strncmp(verb->formats, "text", 4) != 0)
    return pst_fail(error, PST_USAGE, "--width is for check, scan and trace, not for %s",
                    verb->name);
  run->verb = verb;
  run->paths = *operands;
  run->paths.items++;
  run->paths.count--;
  return take_data(run, error);
}

enum { OPTIONS_MOST = 12 };

static size_t own_options(struct pst_option *own, struct settings *s, struct pst_list *data)
{
  const struct pst_option options[] = {
      {.name = "data",
       .kind = PST_OPTION_TEXTS,
       .group = PST_GROUP_INPUT,
       .argument = "FILE",
       .file = PST_FILE_READ,
       .help =
           "scan, trace, draft: tables to look in: files, which may follow each other, or a folder "
           "of CSV files",
       .to.list = data},
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
      pst_option_output(&s->output, "FILE",
                        "write the report to FILE; its ending (.txt .json .xml .tap .html .csv "
                        ".claims) sets the format"),
      pst_option_format(pst_answer_formats, &s->format, &s->format_given,
                        "format of the report (default: text)"),
      pst_option_width(&s->width),
      pst_option_quiet(&s->quiet, "text: only what is not verified, restated or consistent, or "
                                  "does not agree; no closing line"),
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
  status = find_verb(run, operands, error);
  if (status == PST_OK)
    status = pst_answer_choose(run->verb->name, run->verb->formats, run->settings.output,
                               run->settings.format_given, &run->settings.format, error);
  run->used = line->files;
  if (status != PST_OK)
    return status;
  return run->verb->answer == NULL ? work_check(run, error) : work_answer(run, error);
}

static int answer(void *context)
{
  const struct run *run = context;
  struct pst_claims_report report = make_report(run);
  int code = pst_exit_code(run->worst);

  return code == PST_EXIT_DONE && (run->is_no || pst_claims_is_no(&report)) ? PST_EXIT_NO : code;
}

int main(int argc, char **argv)
{
  struct run run = {.worst = PST_OK};
  struct settings *s = &run.settings;
  struct pst_option options[OPTIONS_MOST];
  const struct pst_option_table tables[] = {
      {.options = options, .count = own_options(options, s, &run.data)}};
  const struct pst_program_run how = {
      .work = work, .answer = answer, .color = &s->color, .context = &run};
  const struct pst_program program = {
      .name = name,
      .summary = "check what a paper says against its data, and against itself",
      .usage = "check|scan|trace|draft|table [OPTION...] FILE...",
      .description =
          "Reads claims files, which say in a small language what a paper says, and the tables "
          "that they name, and prints a verdict a claim with the numbers that decided it. Printed "
          "figures are intervals: what rounding leaves open is reported as open.\n\n"
          "verified: it holds. restated: it holds, but only of what was copied from the paper "
          "itself. consistent: rounding cannot decide more. contradicted: it cannot be "
          "true of these data. ambiguous: one reading holds and another does not. not checkable: "
          "a missing cell could change the answer. error: the claim or a table is broken.\n\n"
          "scan PAPER needs no claims file: it reads text, Markdown, CSV or PDF (by "
          "pdftotext), and says of what must agree in any paper whether it agrees, agrees only "
          "within rounding, cannot be decided, or contradicts: a change beside its two "
          "figures, parts beside their total, shares that should add to 100, percentages and "
          "means that no count can give, ranks beside their values, intervals around their "
          "estimate, p-values beside their statistic, doubled or a third beside their numbers, "
          "dates in order.\n\n"
          "trace 'NUMBER' --data FILE... looks for what gives a printed number: a cell, a "
          "difference, a share, growth, ratio, sum, mean, rank or count of the tables, the "
          "most specific first, with how many would fit by chance; write the words beside the "
          "number too. table FILE... prints the table statements of files of data; draft PAPER "
          "--data FILE... writes a claims file to start from, whose quotations are to be "
          "replaced.\n\n"
          "polstat claims functions lists the functions of the language.",
      .says_no = "a claim is contradicted; with --strict, or ambiguous, or not\n     checkable, or "
                 "a number of the paper's text is used by no claim;\n     scan: a finding "
                 "contradicts; with "
                 "--strict, or cannot be decided\n",
      .examples = "polstat claims check doe.claims\n"
                  "polstat claims check doe.claims -o doe.html\n"
                  "polstat claims check --strict --format junit *.claims > claims.xml\n"
                  "polstat claims scan paper.pdf -o findings.html\n"
                  "polstat claims trace '46 % of the budget of 1997' --data oda.csv\n"
                  "polstat claims draft paper.txt --data oda/*.csv -o paper.claims",
      .tables = tables,
      .n_tables = 1,
  };
  int code = pst_program_main(&program, &how, &run.arena, argc, argv);

  for (size_t i = 0; i < run.file_count; i++)
    pst_claims_free((struct pst_claims *)(uintptr_t)run.files[i]);
  pst_arena_free(&run.arena);
  return code;
}
