/* scan_data.c -- the command scan, and the numbers of a paper that the files of --data give. */
#include "scan/find/find.h"
#include "scan/report/report.h"
#include "trace/answer.h"
#include "trace/draft.h"

static const enum pst_scan_format formats[] = {[PST_ANSWER_TEXT] = PST_SCAN_TEXT,
                                               [PST_ANSWER_JSON] = PST_SCAN_JSON,
                                               [PST_ANSWER_HTML] = PST_SCAN_HTML,
                                               [PST_ANSWER_CSV] = PST_SCAN_CSV};

/* A number that one expression gives: it agrees with the data; one that only rounding saves says so. */
static void add(struct pst_scan *scan, const struct pst_paper *paper,
                const struct pst_draft_number *n)
{
  const struct pst_mention *m = n->mention;
  const struct pst_sentence *s = &paper->sentences[m->sentence];
  struct pst_find find = {.kind = "data",
                          .paper = paper,
                          .at = m->at,
                          .size = m->size,
                          .relation = "is",
                          .without_range = true,
                          .scale = m->scale,
                          .says_at = s->at,
                          .says_end = s->end};

  find.text = pst_find_format(scan, "%s", n->check);
  find.note = n->lines[1] == 0
                  ? pst_find_format(scan, "%s:%lu; %.2g so specific would fit by chance", n->file,
                                    n->lines[0], n->chance)
                  : pst_find_format(scan, "%s:%lu, %lu; %.2g so specific would fit by chance",
                                    n->file, n->lines[0], n->lines[1], n->chance);
  pst_find_add(scan, &find, n->rounding ? PST_FINDING_ROUNDING : PST_FINDING_AGREES, &m->range);
}

static enum pst_status add_paper(struct pst_scan *scan, const struct pst_paper *paper,
                                 const struct pst_trace_data *data, struct pst_error *error)
{
  struct pst_draft draft = {.path = scan->path, .data = data};
  enum pst_status status = pst_draft_paper(paper, &draft, error);

  for (size_t i = 0; i < draft.count && status == PST_OK; i++)
    for (size_t k = 0; k < draft.claims[i].count; k++)
      if (draft.claims[i].numbers[k].check != NULL)
        add(scan, paper, &draft.claims[i].numbers[k]);
  if (status == PST_OK && draft.failed)
    status = pst_fail_memory(error);
  pst_draft_free(&draft);
  return status;
}

static enum pst_status add_data(struct pst_scan *scan, const struct pst_list *paths,
                                struct pst_error *error)
{
  struct pst_trace_data data;
  enum pst_status status;

  if (paths->count == 0)
    return PST_OK;
  status = pst_trace_data_open(paths->items, paths->count, &data, error);
  if (status != PST_OK)
    return status;
  for (size_t i = 0; i < scan->paper_count && status == PST_OK; i++)
    status = add_paper(scan, scan->papers[i], &data, error);
  pst_trace_data_close(&data);
  return status == PST_OK ? pst_scan_settle(scan, error) : status;
}

enum pst_status pst_trace_scan_answer(struct pst_command_answer *answer, struct pst_error *error)
{
  struct pst_scan *scan;
  enum pst_status status;

  if (answer->operands->count != 1)
    return pst_fail(error, PST_USAGE,
                    "scan: name one paper: text, Markdown, CSV or PDF, or - for standard input");
  status = pst_scan_open(answer->operands->items[0], &scan, error);
  if (status != PST_OK)
    return status;
  status = add_data(scan, answer->data, error);
  if (status == PST_OK)
    status = pst_scan_report_print(&(struct pst_scan_report){.scan = scan,
                                                             .problems = answer->quiet,
                                                             .all = answer->verbose,
                                                             .color = answer->color,
                                                             .width = answer->width},
                                   formats[answer->format], &answer->text, error);
  pst_scan_summary_print(&answer->line, scan);
  answer->is_no = scan->verdicts[PST_FINDING_CONTRADICTS] > 0
                  || (answer->strict && scan->verdicts[PST_FINDING_UNDECIDED] > 0);
  pst_scan_close(scan);
  return status;
}
