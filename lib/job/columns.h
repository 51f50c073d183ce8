/* columns.h -- the options that name columns, as lists of roles. */
#ifndef PST_JOB_COLUMNS_H
#define PST_JOB_COLUMNS_H

#include "job/job.h"
#include "table/group/group.h"

struct pst_roles {
  size_t *roles;
  size_t count;
};

/* pst_job_roles: a role for each name of LIST, the argument of OPTION, read as WANT.
   Status    PST_USAGE for a name given twice  */
enum pst_status pst_job_roles(struct pst_job *job, const char *option, const struct pst_list *list,
                              enum pst_want want, struct pst_roles *out, struct pst_error *error);

/* pst_job_group: the rows by the group columns BY; *NAMES are the names of the columns. */
enum pst_status pst_job_group(struct pst_job *job, const struct pst_roles *by,
                              struct pst_groups *groups, const char ***names,
                              struct pst_error *error);

/* pst_job_group_label: the keys of a group as one text, "Japan, outbound"; "" without keys. */
const char *pst_job_group_label(struct pst_job *job, const struct pst_groups *groups, size_t group);

/* pst_job_time_unit: the singular noun of a time column's unit, "year"; "unit of NAME" for plain
   numbers. */
const char *pst_job_time_unit(struct pst_job *job, const struct pst_column *time);

/* pst_job_check_per: PST_USAGE when only one of --aggregate and --per was given. */
enum pst_status pst_job_check_per(const struct pst_job *job, struct pst_error *error);

/* pst_job_require: PST_USAGE "OPTION is needed: WHAT" when VALUE is missing. */
enum pst_status pst_job_require(bool given, const char *option, const char *what,
                                struct pst_error *error);

/* pst_job_numbers: the *N numbers of LIST, the argument of OPTION, each from 0 to HIGH, in the job's arena.
   Status    PST_USAGE for one that is none; PST_NO_MEMORY  */
enum pst_status pst_job_numbers(struct pst_job *job, const struct pst_list *list,
                                const char *option, double high, const double **numbers, size_t *n,
                                struct pst_error *error);

#endif
