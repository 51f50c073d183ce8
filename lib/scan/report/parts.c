/* parts.c -- what the writers of findings share: places, sides, the summary. */
#include "report/escape.h"
#include "scan/report/report.h"

void pst_scan_place_print(struct pst_buffer *out, const struct pst_scan *scan,
                          const struct pst_paper_place *place)
{
  pst_escape_terminal(out, scan->path);
  if (place->page > 0)
    pst_buffer_printf(out, ":page %lu", place->page);
  pst_buffer_printf(out, ":%lu:%lu", place->line, place->column);
}

void pst_scan_side_print(struct pst_buffer *out, const struct pst_finding_side *side)
{
  pst_escape_terminal(out, side->text);
  if (side->has_range && side->interval[0] != '\0')
    pst_buffer_printf(out, " %s", side->interval);
}

/* "1 agrees", "3 agree". */
static void put_count(struct pst_buffer *out, size_t count, const char *one, const char *many)
{
  pst_buffer_printf(out, "%zu %s", count, count == 1 ? one : many);
}

void pst_scan_summary_print(struct pst_buffer *out, const struct pst_scan *scan)
{
  put_count(out, scan->finding_count, "finding", "findings");
  pst_buffer_puts(out, ": ");
  put_count(out, scan->verdicts[PST_FINDING_AGREES], "agrees", "agree");
  pst_buffer_puts(out, ", ");
  put_count(out, scan->verdicts[PST_FINDING_ROUNDING], "agrees", "agree");
  pst_buffer_puts(out, " only within rounding, ");
  pst_buffer_printf(out, "%zu cannot be decided, ", scan->verdicts[PST_FINDING_UNDECIDED]);
  put_count(out, scan->verdicts[PST_FINDING_CONTRADICTS], "contradicts", "contradict");
}
