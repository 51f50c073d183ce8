/* package.h -- the Frictionless Data Package beside a CSV: what its columns are.  A package that is there
   keeps what else it says. */
#ifndef PST_PACKAGE_PACKAGE_H
#define PST_PACKAGE_PACKAGE_H

#include <jansson.h>
#include <stdbool.h>

#include "base/error.h"
#include "base/output.h"

/* pst_package_resource: the file CSV with the array FIELDS, which it takes; NULL when memory is out. */
json_t *pst_package_resource(const char *csv, json_t *fields);

/* pst_package_set: VALUE (taken) as the member NAME of OBJECT, or at the end of an array when NAME is
   NULL; *GOOD becomes false when memory is out, and nothing is set when it is. */
void pst_package_set(json_t *object, const char *name, json_t *value, bool *good);

/* A datapackage.json that is about to be replaced.  Its folder is locked meanwhile, so that programs that
   write into one folder at the same time wait for each other and lose nothing of what another added. */
struct pst_package {
  struct pst_output output;
  int folder; /* -1: none */
};

/* pst_package_begin: the datapackage.json beside CSV, with RESOURCE (taken; NULL: memory is out) added, or
   replaced where it is; others stay.  It is written beside its place, and takes it by
   pst_package_commit, after the table has been given its own; or pst_package_discard.
   Status    PST_BAD_DATA when the file that is there is no data package; PST_IO; PST_NO_MEMORY
   Tested    tests/cli/tidy-*, indicator-package, package-together */
enum pst_status pst_package_begin(struct pst_package *package, const char *csv, json_t *resource,
                                  struct pst_error *error);
enum pst_status pst_package_commit(struct pst_package *package, struct pst_error *error);
void pst_package_discard(struct pst_package *package);

#endif
