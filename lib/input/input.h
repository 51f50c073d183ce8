/* input.h -- the bytes of a file or of standard input, in blocks, as UTF-8.

   Files compressed by gzip, bzip2, xz, zstd or zip (with one file inside) are decompressed, whatever their names end in.  A
   byte-order mark is taken off.  Input of another encoding is converted at this door by iconv;
   without a name given, only the byte-order marks of UTF-16 and UTF-32 are believed, and the NUL
   bytes of UTF-16.

   All     Given     an input that pst_input_open or pst_input_open_at gave
           Returned  what each says; texts are good until pst_input_close
           Cost      O(1) but for opening and reading
           Tested    test_input.c  */
#ifndef PST_INPUT_INPUT_H
#define PST_INPUT_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"

struct pst_input;

/* pst_input_open: PATH ("-" is standard input) for reading; ENCODING is iconv's name of its
   encoding, NULL for UTF-8.
   Status    PST_IO when it cannot be read; PST_USAGE for an unknown encoding; PST_BAD_DATA for
             bytes that are no text: PDF, workbooks, archives, compressed data that end early;
             PST_NO_MEMORY
   Cost      the first 4 KiB are read, of a compressed file 4 KiB of what comes out  */
enum pst_status pst_input_open(const char *path, const char *encoding, struct pst_input **input,
                               struct pst_error *error);

/* pst_input_open_at: the bytes of the file PATH from byte FROM on, as they are: nothing is decompressed,
   converted or taken off.  For files of which pst_input_can_seek is true.
   Given     FROM, perhaps behind the end: there is then nothing to read
   Status    PST_IO; PST_USAGE when PATH is no regular file; PST_NO_MEMORY
   Tested    test_tile.c, by way of tile.h  */
enum pst_status pst_input_open_at(const char *path, unsigned long long from,
                                  struct pst_input **input, struct pst_error *error);

/* pst_input_can_seek: INPUT is a regular file whose bytes are its text: UTF-8 and not compressed. */
bool pst_input_can_seek(const struct pst_input *input);

/* pst_input_read: up to SIZE bytes to DATA; *GOT is 0 at the end only.
   Status    PST_IO; PST_BAD_DATA for bytes that the encoding does not have, and for compressed data
             that end early, are damaged, or have something else behind them; PST_NO_MEMORY
   Cost      one pass  */
enum pst_status pst_input_read(struct pst_input *input, char *data, size_t size, size_t *got,
                               struct pst_error *error);

/* pst_input_peek: the next SIZE bytes, as pst_input_read would give them, which the next reads give
   again.  Works on pipes; may be called again, with any size.
   Returned  text     fewer than SIZE bytes only when the input ends there; it may end within a
                      character, and is good until the next read or peek
   Status    as pst_input_read: PST_IO, PST_BAD_DATA, PST_NO_MEMORY
   Cost      what is peeked at is kept, SIZE bytes, until it is read  */
enum pst_status pst_input_peek(struct pst_input *input, size_t size, struct pst_text *text,
                               struct pst_error *error);

/* pst_input_name: the path, or "standard input". */
const char *pst_input_name(const struct pst_input *input);

/* pst_input_encoding: what the bytes are read as: as given, or as found; pst_input_compression:
   "gzip", "bzip2", "xz", "zstd" or "zip"; NULL when there is none. */
const char *pst_input_encoding(const struct pst_input *input);
const char *pst_input_compression(const struct pst_input *input);

/* pst_input_mark: bytes of the byte-order mark that was taken off a text in UTF-8, 0 or 3. */
size_t pst_input_mark(const struct pst_input *input);

/* pst_input_size: bytes in the file, 0 when unknown (a pipe); pst_input_position: bytes of it that
   were read.  Of a compressed file both are compressed bytes. */
unsigned long long pst_input_size(const struct pst_input *input);
unsigned long long pst_input_position(const struct pst_input *input);

/* pst_input_watch: from now on a read that waits for a pipe or a terminal ends, as at the end of the input, when
   DESCRIPTOR can be read or is closed at its other end.  For who reads in one thread and stops it from another.
   Given     DESCRIPTOR, which outlives the reads; -1: none
   Tested    test_aside.c, by way of table/read/aside.h  */
void pst_input_watch(struct pst_input *input, int descriptor);

/* pst_input_close: INPUT, which may be NULL; standard input stays open. */
void pst_input_close(struct pst_input *input);

#endif
