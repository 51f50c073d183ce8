/* answer.c -- the commands trace, table and draft. */
#include "trace/answer.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "paper/text.h"
#include "report/escape.h"
#include "trace/draft.h"

enum { SHOWN_MOST = 10 };

/* --- table ----------------------------------------------------------------------------------------- */

static enum pst_status put_tables(struct pst_buffer *out, const struct pst_trace_data *data,
                                  const char *output, struct pst_error *error)
{
  for (size_t t = 0; t < data->table_count; t++) {
    const struct pst_trace_table *table = &data->tables[t];

    if (table->key_count == 0)
      return pst_fail_at(error, PST_BAD_DATA, table->path, 0,
                         "no four columns tell its rows apart, so that claims could not name a "
                         "cell: keep the rows of "
                         "one kind, or make the file longer by a column that tells them apart");
    if (table->value_count == 0)
      return pst_fail_at(error, PST_BAD_DATA, table->path, 0, "it has no column of numbers");
    for (size_t v = 0; v < table->value_count; v++) {
      pst_buffer_puts(out, out->size > 0 ? "\n" : "");
      pst_trace_statement(out, table, table->values[v], output);
    }
  }
  return out->failed ? pst_fail_memory(error) : PST_OK;
}

enum pst_status pst_trace_table_answer(struct pst_command_answer *answer, struct pst_error *error)
{
  struct pst_trace_data data;
  enum pst_status status;

  if (answer->operands->count == 0)
    return pst_fail(error, PST_USAGE, "table: name a file of data, or several");
  status = pst_trace_data_open(answer->operands->items, answer->operands->count, &data, error);
  if (status != PST_OK)
    return status;
  status = put_tables(&answer->text, &data, answer->output, error);
  pst_trace_data_close(&data);
  return status;
}

/* --- trace ----------------------------------------------------------------------------------------- */

/* A count, or a number below one with its digits. */
static void put_chance(struct pst_buffer *out, double chance)
{
  char text[PST_NUMBER_SIZE];

  pst_buffer_add(out, text, pst_number_print_digits(text, chance, chance >= 100 ? 3 : 2));
}

static void put_number(struct pst_buffer *out, double value, int digits)
{
  char text[PST_NUMBER_SIZE];

  pst_buffer_add(out, text, pst_number_print_digits(text, value, digits));
}

static void put_candidate(struct pst_buffer *out, const struct pst_trace *trace,
                          const struct pst_trace_candidate *c)
{
  const struct pst_trace_table *table = &trace->data->tables[c->table];

  pst_buffer_puts(out, "  ");
  pst_escape_terminal(out, c->check);
  pst_buffer_printf(out, "\n    %s%s: ", pst_trace_kind_names[c->kind],
                    c->in_context ? ", in context" : "");
  put_number(out, c->computed, 7);
  pst_buffer_puts(out, c->rounding ? " only within rounding; " : "; ");
  put_chance(out, c->chance);
  pst_buffer_puts(out, " so specific would fit by chance    ");
  pst_escape_terminal(out, table->path);
  pst_buffer_printf(out, ":%lu", c->lines[0]);
  if (c->lines[1] != 0)
    pst_buffer_printf(out, ", %lu", c->lines[1]);
  pst_buffer_putc(out, '\n');
}

/* A table of which no cell can be named, or none is a number. */
static void put_left_out(struct pst_buffer *out, const struct pst_trace_table *table)
{
  if (table->key_count > 0 && table->value_count > 0)
    return;
  pst_escape_terminal(out, table->path);
  pst_buffer_puts(out, table->value_count == 0
                           ? ": not searched: it has no column of numbers\n"
                           : ": not searched: no four columns tell its rows apart\n");
}

static void put_summary(struct pst_buffer *out, const struct pst_trace *trace,
                        struct pst_text number)
{
  pst_buffer_printf(out, "%.*s: %zu expressions over %zu table%s were tried, %zu fit%s, ",
                    (int)number.size, number.data, trace->tried, trace->data->table_count,
                    trace->data->table_count == 1 ? "" : "s", trace->fits,
                    trace->fits == 1 ? "s" : "");
  put_chance(out, trace->chance);
  pst_buffer_puts(out, " would by chance\n");
  for (size_t t = 0; t < trace->data->table_count; t++)
    put_left_out(out, &trace->data->tables[t]);
}

/* What the list is worth. */
static void put_worth(struct pst_buffer *out, const struct pst_trace *trace)
{
  const struct pst_trace_candidate *best = pst_trace_stands_out(trace);

  if (trace->count == 0)
    pst_buffer_puts(out, "nothing in these tables gives it: no cell, difference, share, growth, "
                         "ratio, sum, mean, rank or "
                         "count\n");
  else if (best != NULL)
    pst_buffer_puts(out, "the first stands out: chance alone gives none so specific\n");
  else if (trace->candidates[0].chance >= 1)
    pst_buffer_puts(out, "a number that so many expressions give proves nothing: write the "
                         "country, the year, the measure "
                         "beside it, as the paper does\n");
  else
    pst_buffer_puts(out, "none stands out: several are as specific, or chance may give one\n");
  if (trace->stopped)
    pst_buffer_puts(out, "the search stopped at 20 million expressions: name fewer tables\n");
  if (trace->not_tried > 0)
    pst_buffer_printf(out, "the pairs of %zu series of more than 3000 rows were not tried\n",
                      trace->not_tried);
}

static void write_text(struct pst_buffer *out, const struct pst_trace *trace,
                       struct pst_text number, bool all)
{
  size_t shown = all || trace->count < SHOWN_MOST ? trace->count : SHOWN_MOST;

  put_summary(out, trace, number);
  put_worth(out, trace);
  for (size_t i = 0; i < shown; i++)
    put_candidate(out, trace, &trace->candidates[i]);
  if (trace->count + trace->more > shown)
    pst_buffer_printf(out, "  and %zu more\n", trace->count + trace->more - shown);
}

static void put_json_candidate(struct pst_buffer *out, const struct pst_trace *trace,
                               const struct pst_trace_candidate *c)
{
  pst_buffer_puts(out, "    {\"check\": ");
  pst_escape_json(out, c->check);
  pst_buffer_printf(
      out, ", \"kind\": \"%s\", \"in_context\": %s, \"within_rounding\": %s, \"computed\": ",
      pst_trace_kind_names[c->kind], c->in_context ? "true" : "false",
      c->rounding ? "true" : "false");
  put_number(out, c->computed, 17);
  pst_buffer_puts(out, ", \"by_chance\": ");
  put_number(out, c->chance, 6);
  pst_buffer_puts(out, ", \"file\": ");
  pst_escape_json(out, trace->data->tables[c->table].path);
  pst_buffer_printf(out, ", \"lines\": [%lu", c->lines[0]);
  if (c->lines[1] != 0)
    pst_buffer_printf(out, ", %lu", c->lines[1]);
  pst_buffer_puts(out, "]}");
}

static void write_json(struct pst_buffer *out, const struct pst_trace *trace,
                       struct pst_text number)
{
  pst_buffer_puts(out, "{\n  \"number\": ");
  {
    struct pst_buffer text = {.data = NULL};

    pst_buffer_add(&text, number.data, number.size);
    pst_escape_json(out, pst_buffer_string(&text));
    out->failed = out->failed || text.failed;
    pst_buffer_free(&text);
  }
  pst_buffer_printf(out, ",\n  \"tried\": %zu, \"fit\": %zu, \"by_chance\": ", trace->tried,
                    trace->fits);
  put_number(out, trace->chance, 6);
  pst_buffer_printf(out, ", \"stands_out\": %s,\n  \"candidates\": [\n",
                    pst_trace_stands_out(trace) != NULL ? "true" : "false");
  for (size_t i = 0; i < trace->count; i++) {
    put_json_candidate(out, trace, &trace->candidates[i]);
    pst_buffer_puts(out, i + 1 < trace->count ? ",\n" : "\n");
  }
  pst_buffer_puts(out, "  ]\n}\n");
}

/* The number that is meant: the first that is no year, else the first. */
static const struct pst_mention *number_of(const struct pst_paper *paper)
{
  for (size_t i = 0; i < paper->mention_count; i++)
    if (!paper->mentions[i].year)
      return &paper->mentions[i];
  return paper->mention_count > 0 ? &paper->mentions[0] : NULL;
}

static enum pst_status search(struct pst_command_answer *answer, const struct pst_trace_data *data,
                              const struct pst_paper *paper, struct pst_error *error)
{
  const struct pst_mention *m = number_of(paper);
  struct pst_trace_words words = {
      .paper = paper, .last = paper->token_count, .after = paper->token_count};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_text number;
  struct pst_trace trace;
  enum pst_status status;

  if (m == NULL)
    return pst_fail(
        error, PST_USAGE,
        "trace: there is no number in '%.60s'; write it as the paper does, as in '46 %%'",
        answer->operands->items[0]);
  number = pst_paper_slice(paper, m->at, m->at + m->size);
  status = pst_trace_search(data, m, &words, &arena, &trace, error);
  if (status == PST_OK && answer->format == PST_ANSWER_JSON)
    write_json(&answer->text, &trace, number);
  else if (status == PST_OK)
    write_text(&answer->text, &trace, number, answer->verbose);
  answer->is_no = status == PST_OK && trace.fits == 0;
  pst_arena_free(&arena);
  return status == PST_OK && answer->text.failed ? pst_fail_memory(error) : status;
}

enum pst_status pst_trace_answer(struct pst_command_answer *answer, struct pst_error *error)
{
  const char *text = answer->operands->count > 0 ? answer->operands->items[0] : "";
  struct pst_trace_data data;
  struct pst_paper *paper;
  enum pst_status status;

  if (answer->operands->count != 1)
    return pst_fail(
        error, PST_USAGE,
        "trace: write one number in quotes, with its words: polstat-claims trace '46 %% in 2015' "
        "--data FILE...");
  if (answer->data->count == 0)
    return pst_fail(error, PST_USAGE,
                    "trace: name the data: --data FILE..., or a folder of CSV files");
  status = pst_paper_of_text("the number", text, strlen(text), false, &paper, error);
  if (status != PST_OK)
    return pst_fail(error, PST_USAGE, "trace: there is no number in it");
  status = pst_trace_data_open(answer->data->items, answer->data->count, &data, error);
  if (status == PST_OK) {
    status = search(answer, &data, paper, error);
    pst_trace_data_close(&data);
  }
  pst_paper_close(paper);
  return status;
}

/* --- draft ----------------------------------------------------------------------------------------- */

enum pst_status pst_trace_draft_answer(struct pst_command_answer *answer, struct pst_error *error)
{
  struct pst_trace_data data;
  struct pst_draft draft;
  enum pst_status status;

  if (answer->operands->count != 1)
    return pst_fail(error, PST_USAGE,
                    "draft: name one paper: polstat-claims draft PAPER --data FILE...");
  if (answer->data->count == 0)
    return pst_fail(error, PST_USAGE,
                    "draft: name the data: --data FILE..., or a folder of CSV files");
  status = pst_trace_data_open(answer->data->items, answer->data->count, &data, error);
  if (status != PST_OK)
    return status;
  status = pst_draft_make(answer->operands->items[0], &data, &draft, error);
  if (status == PST_OK) {
    if (answer->format == PST_ANSWER_HTML)
      pst_draft_write_html(&answer->text, &draft);
    else
      pst_draft_write(&answer->text, &draft, answer->output);
    pst_buffer_printf(&answer->line, "%zu claim%s drafted; %zu of %zu numbers traced", draft.count,
                      draft.count == 1 ? "" : "s", draft.traced, draft.numbers);
    pst_draft_free(&draft);
  }
  pst_trace_data_close(&data);
  return status == PST_OK && answer->text.failed ? pst_fail_memory(error) : status;
}
