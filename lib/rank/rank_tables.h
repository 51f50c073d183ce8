/* rank_tables.h -- the tables of polstat-rank: places, and changes of place. */
#ifndef PST_RANK_RANK_TABLES_H
#define PST_RANK_RANK_TABLES_H

#include "rank/ranking.h"

/* pst_rank_table: write the places of each period, or with --change the changes between two.  csv, tsv
   and json give both ends of each rank; text and markdown one cell, "3" or "3 to 4".
   Status    as pst_job_emit  */
enum pst_status pst_rank_table(struct pst_job *job, const struct pst_rank_settings *settings,
                               const struct pst_rankings *rankings, struct pst_error *error);

#endif
