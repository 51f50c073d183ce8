/* answer.h -- the commands scan, trace, table and draft of polstat-claims. */
#ifndef PST_TRACE_ANSWER_H
#define PST_TRACE_ANSWER_H

#include "scan/answer.h"

/* pst_trace_scan_answer: the findings of the one paper that OPERANDS name, and, with --data, its numbers that stand in
   the data.
   pst_trace_answer: what gives the number of the one operand in the files of --data.  The answer is no when nothing does.
   pst_trace_table_answer: the statements `table` of each operand.
   pst_trace_draft_answer: a claims file to start from, of the paper that the operand names and the files of --data.
   Status    PST_USAGE for operands and data that are not there; as pst_trace_data_open and pst_paper_open  */
pst_answer_command pst_trace_scan_answer, pst_trace_answer, pst_trace_table_answer,
    pst_trace_draft_answer;

#endif
