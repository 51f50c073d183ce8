/* package.h -- the Frictionless Data Package beside a CSV: what its columns are.  A package that is there
   keeps what else it says. */
#ifndef PST_PACKAGE_PACKAGE_H
#define PST_PACKAGE_PACKAGE_H

#include <jansson.h>

#include "base/error.h"

/* pst_package_resource: the file CSV with the array FIELDS, which it takes; NULL when memory is out. */
json_t *pst_package_resource(const char *csv, json_t *fields);

/* pst_package_put: see that the datapackage.json beside CSV describes it: RESOURCE (taken; NULL: memory is
   out) is added, or replaced where it is; others stay.
   Status    PST_BAD_DATA when the file that is there is no data package; PST_IO; PST_NO_MEMORY
   Tested    tests/cli/tidy-*, indicator-package */
enum pst_status pst_package_put(const char *csv, json_t *resource, struct pst_error *error);

#endif
