/* files.h -- the files that a command line names: none that is read is written over, and no two
   results go to one file.

   An option says in its table whether it names a file to read or to write (option.h), so that the
   parser collects them; a program adds what no option names: its operands, standard output, the
   datapackage.json beside a table, the tables of a claims file. */
#ifndef PST_CLI_FILES_H
#define PST_CLI_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

enum pst_file_use { PST_FILE_NONE, PST_FILE_READ, PST_FILE_WRITE };

struct pst_file {
  const char *path; /* "-": standard input or output */
  const char *name; /* "--join", "the package beside 'a.csv'"; NULL: an operand */
  enum pst_file_use use;
};

/* All zero is empty.  In an arena. */
struct pst_files {
  struct pst_file *items;
  size_t count, capacity;
};

/* pst_files_add: PATH (kept as a pointer; NULL adds nothing) is used so by NAME. */
enum pst_status pst_files_add(struct pst_files *files, struct pst_arena *arena,
                              enum pst_file_use use, const char *name, const char *path,
                              struct pst_error *error);

/* pst_files_add_package: the datapackage.json beside the file PATH, used so; nothing for "-". */
enum pst_status pst_files_add_package(struct pst_files *files, struct pst_arena *arena,
                                      enum pst_file_use use, const char *path,
                                      struct pst_error *error);

/* pst_files_add_tables: OPERANDS are read (standard input when there are none), with their packages. */
struct pst_list;
enum pst_status pst_files_add_tables(struct pst_files *files, struct pst_arena *arena,
                                     const struct pst_list *operands, struct pst_error *error);

/* pst_files_check: PST_USAGE when a file to write is one to read, or is written twice.
   Given     what is there is compared by device and inode, so that links and other spellings are
             seen; what is not yet there, by its folder and its name.  Only regular files and names
             of nothing are held against each other: a device or a pipe keeps nothing
   Cost      a stat a file; pairs of them
   Tested    test_files.c, tests/cli/overwrite-*  */
enum pst_status pst_files_check(const struct pst_files *files, struct pst_error *error);

/* pst_file_keeps: PATH is a regular file, or names nothing yet: what is written there has a name.
   False for a pipe, a device, "-", and names of descriptors (/dev/stdout, /dev/fd/N, /proc), whatever the shell
   has opened there; true for a file in memory (/dev/shm). */
bool pst_file_keeps(const char *path);

#endif
