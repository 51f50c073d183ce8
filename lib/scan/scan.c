/* scan.c -- a paper to its findings: every finder over every sentence and table. */
#include "scan/scan.h"

#include <stdlib.h>
#include <string.h>

#include "scan/find/find.h"

const char *const pst_finding_verdict_names[] = {"agrees", "agrees only within rounding",
                                                 "cannot be decided", "contradicts"};

static void look(struct pst_scan *scan, const struct pst_paper *paper)
{
  for (const struct pst_finder *f = pst_finders; f->name != NULL; f++) {
    for (size_t i = 0; f->sentence != NULL && i < paper->sentence_count; i++) {
      const struct pst_sentence *s = &paper->sentences[i];

      if (s->kind != PST_SENTENCE_CELL && !s->reference)
        f->sentence(scan, paper, s);
    }
    for (size_t i = 0; f->grid != NULL && i < paper->grid_count; i++)
      f->grid(scan, paper, &paper->grids[i]);
  }
}

static int by_place(const void *a, const void *b)
{
  const struct pst_finding *left = a, *right = b;

  if (left->paper != right->paper) /* the prose of a PDF before its tables */
    return left->paper->prose ? -1 : 1;
  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;
  return strcmp(left->kind, right->kind);
}

enum pst_status pst_scan_settle(struct pst_scan *scan, struct pst_error *error)
{
  if (scan->failed || scan->exact.failed)
    return pst_fail_memory(error);
  if (scan->finding_count > 0)
    qsort(scan->findings, scan->finding_count, sizeof *scan->findings, by_place);
  memset(scan->verdicts, 0, sizeof scan->verdicts);
  for (size_t i = 0; i < scan->finding_count; i++)
    scan->verdicts[scan->findings[i].verdict]++;
  return PST_OK;
}

static enum pst_status run(struct pst_scan *scan, struct pst_error *error)
{
  for (size_t i = 0; i < scan->paper_count; i++)
    look(scan, scan->papers[i]);
  return pst_scan_settle(scan, error);
}

static struct pst_scan *make(struct pst_error *error)
{
  struct pst_scan *scan = calloc(1, sizeof *scan);

  if (scan == NULL) {
    pst_error_no_memory();
    pst_fail_memory(error);
    return NULL;
  }
  scan->exact.arena = &scan->arena;
  return scan;
}

static enum pst_status end(struct pst_scan *made, enum pst_status status, struct pst_scan **scan,
                           struct pst_error *error)
{
  if (status == PST_OK)
    status = run(made, error);
  if (status == PST_OK) {
    made->path = made->papers[0]->path;
    *scan = made;
  } else {
    pst_scan_close(made);
  }
  return status;
}

enum pst_status pst_scan_open(const char *path, struct pst_scan **scan, struct pst_error *error)
{
  struct pst_scan *made = make(error);

  *scan = NULL;
  if (made == NULL)
    return PST_NO_MEMORY;
  return end(made, pst_paper_open(path, made->papers, &made->paper_count, error), scan, error);
}

enum pst_status pst_scan_text(const char *path, const char *text, size_t size, bool is_table,
                              struct pst_scan **scan, struct pst_error *error)
{
  struct pst_scan *made = make(error);
  enum pst_status status;

  *scan = NULL;
  if (made == NULL)
    return PST_NO_MEMORY;
  status = pst_paper_of_text(path, text, size, is_table, &made->papers[0], error);
  made->paper_count = made->papers[0] != NULL;
  return end(made, status, scan, error);
}

void pst_scan_close(struct pst_scan *scan)
{
  if (scan == NULL)
    return;
  for (size_t i = 0; i < scan->paper_count; i++)
    pst_paper_close(scan->papers[i]);
  pst_arena_free(&scan->arena);
  free(scan);
}
