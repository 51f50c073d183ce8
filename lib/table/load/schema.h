/* schema.h -- what a datapackage.json (Frictionless Data Package 1) says of a file's columns. */
#ifndef PST_TABLE_LOAD_SCHEMA_H
#define PST_TABLE_LOAD_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

struct pst_schema_field {
  const char *name, *type, *title, *unit; /* NULL when not given */
  const char *decimal, *group;            /* decimalChar, groupChar; NULL when not given */
  bool key;                               /* of the primaryKey */
};

struct pst_schema {
  const struct pst_schema_field *fields;
  size_t n_fields;
  const struct pst_schema_field **by_name; /* the fields that have a name, in the order of names */
  size_t n_by_name;
  const char *const *missing; /* missingValues besides "" */
  size_t n_missing;
};

/* Packages that were read already, for files that are read again; all zero is none. */
struct pst_packages {
  struct pst_packages_item *items;
  size_t n, capacity;
};

/* pst_schema_load: the resource of the package at PATH whose path ends in the name of DATA_FILE.
   Given     REQUIRED: --schema named the package, so that a resource must be found; else a package
             that is not there or does not list the file leaves SCHEMA empty.  Standard input ("-")
             is the one resource of a package that has one only.  PACKAGES keeps what is read of the package for
             the next file; NULL: nothing is kept
   Returned  SCHEMA, in ARENA
   Status    PST_IO; PST_BAD_DATA for JSON that is broken or no data package; PST_USAGE when a
             required resource is not listed; PST_NO_MEMORY
   Cost      O(size of the package), and O(fields log fields)
   Tested    test_schema.c  */
enum pst_status pst_schema_load(const char *path, const char *data_file, bool required,
                                struct pst_packages *packages, struct pst_arena *arena,
                                struct pst_schema *schema, struct pst_error *error);

/* pst_schema_load_beside: the same for the datapackage.json in the folder of DATA_FILE.
   Given     DATA_FILE: standard input ("-") has none; PACKAGES as pst_schema_load
   Returned  SCHEMA, in ARENA; empty where there is no package
   Status    PST_IO, PST_BAD_DATA, PST_USAGE and PST_NO_MEMORY, as pst_schema_load
   Cost      as pst_schema_load
   Tested    tests/cli input-missing-tokens-package, tidy-package-tokens  */
enum pst_status pst_schema_load_beside(const char *data_file, struct pst_packages *packages,
                                       struct pst_arena *arena, struct pst_schema *schema,
                                       struct pst_error *error);

/* pst_packages_free: what PACKAGES keeps; it is then empty.
   Given     PACKAGES, perhaps empty
   Cost      O(size of the packages)
   Tested    test_schema.c  */
void pst_packages_free(struct pst_packages *packages);

/* pst_schema_field: the first field of that name, or NULL.
   Given     SCHEMA, perhaps empty; NAME, UTF-8
   Returned  the field, in the schema's arena
   Cost      O(log fields)
   Tested    test_schema.c  */
const struct pst_schema_field *pst_schema_field(const struct pst_schema *schema, const char *name);

#endif
