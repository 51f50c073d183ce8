/* method_options.h -- the options of tests and of single methods held against the methods that were chosen. */
#ifndef PST_JOB_METHOD_OPTIONS_H
#define PST_JOB_METHOD_OPTIONS_H

#include "job/options.h"
#include "method/method.h"

/* pst_methods_asked: the options of single methods that were given, as PST_HONOURS_*. */
unsigned pst_methods_asked(const struct pst_job_options *options);

/* pst_methods_check: PST_USAGE when an option of tests was given that a method cannot honour: any of
   the N methods if they were named, all of them if they are the defaults; when an option of single
   methods was given that none of them honours; when a method needs one that was not given. */
enum pst_status pst_methods_check(const struct pst_method *const *methods, size_t n,
                                  const struct pst_job_options *options, struct pst_error *error);

#endif
