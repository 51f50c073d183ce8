/* fuzz_package.c -- any bytes as a datapackage.json: refused with its name, or a schema whose fields are found by their
   names; read a second time, from what was kept of the first, it says the same.

       clang -fsanitize=fuzzer,address,undefined -DPST_ARENA_PIECES ... && fuzz_package -runs=1000000  */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "table/load/schema.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool good)
{
  if (!good)
    abort();
}

static void require_fields(const struct pst_schema *schema)
{
  require(schema->n_by_name <= schema->n_fields);
  for (size_t i = 0; i < schema->n_fields; i++) {
    const char *name = schema->fields[i].name;
    const struct pst_schema_field *found = name == NULL ? NULL : pst_schema_field(schema, name);

    require(name == NULL || (found != NULL && strcmp(found->name, name) == 0));
  }
  for (size_t i = 0; i < schema->n_missing; i++)
    require(schema->missing[i] != NULL && schema->missing[i][0] != '\0');
}

/* What PATH says of FILE. */
static enum pst_status read_one(const char *path, const char *file, bool required,
                                struct pst_packages *packages, size_t *fields)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};
  struct pst_schema schema = {.n_fields = 0};
  enum pst_status status = pst_schema_load(path, file, required, packages, &arena, &schema, &error);

  *fields = 0;
  if (status == PST_OK) {
    require_fields(&schema);
    *fields = schema.n_fields;
  } else {
    require(error.status == status && error.message[0] != '\0');
  }
  pst_arena_free(&arena);
  return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const char *const files[] = {"a.csv", "data/a.csv", "-"};
  struct pst_packages packages = {.n = 0};
  char path[40];
  int file = memfd_create("package", MFD_CLOEXEC);

  require(file >= 0 && write(file, data, size) == (ssize_t)size);
  snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    size_t once, again;
    enum pst_status status = read_one(path, files[i], true, &packages, &once);

    require(read_one(path, files[i], true, &packages, &again) == status && once == again);
  }
  pst_packages_free(&packages);
  close(file);
  return 0;
}
