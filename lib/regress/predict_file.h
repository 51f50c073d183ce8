/* predict_file.h -- the file of --predict, read as the data are.

   pst_regress_predict_load
   Given     a job that is planned; its options hold but for --where, --join and --aggregate; of --let and
             --country what the columns of the model need
   Returned  other  a job with the file's table, whose roles number as those of JOB: -g, -x, --factor
   Status    as pst_job_load
   Tested    tests/cli/regress-predict
   pst_regress_predict_free: what OTHER keeps. */
#ifndef PST_REGRESS_PREDICT_FILE_H
#define PST_REGRESS_PREDICT_FILE_H

#include "regress/settings.h"

enum pst_status pst_regress_predict_load(struct pst_job *job, struct pst_job *other,
                                         struct pst_error *error);

void pst_regress_predict_free(struct pst_job *other);

#endif
