/* decompress.h -- gzip, bzip2, xz, zstd and zip (of one file) to the bytes that were compressed, in blocks.

   Files of several members, one behind the other, are read to their end.  A stream that ends too
   early, that was changed, or that something else follows is an error, after the rows before it
   were handed out: never a table that is silently short.

   All     Given     bytes as they stand in the file; a codec that pst_decompress_codec gave
           Returned  what each says
           Cost      O(1) but for reading
           Tested    test_decompress.c  */
#ifndef PST_INPUT_DECOMPRESS_H
#define PST_INPUT_DECOMPRESS_H

#include "base/text.h"
#include "input/source.h"

struct pst_codec;
struct pst_decompress;

/* Bytes that pst_decompress_codec should see. */
enum { PST_DECOMPRESS_FIRST = 10 };

/* pst_decompress_codec: the compression of a file that begins with FIRST; NULL when it has none. */
const struct pst_codec *pst_decompress_codec(struct pst_text first);
/* pst_decompress_cut_off: the compression whose file can begin with ALL bytes that a file has, too few
   to know it by; NULL when there is none. */
const struct pst_codec *pst_decompress_cut_off(struct pst_text all);
/* pst_decompress_name: "gzip", "bzip2", "xz", "zstd" or "zip"; pst_decompress_ending: of a file's name, such
   as ".gz". */
const char *pst_decompress_name(const struct pst_codec *codec);
const char *pst_decompress_ending(const struct pst_codec *codec);

/* pst_decompress_open: CODEC's library is loaded; SOURCE with CONTEXT gives the compressed bytes.
   Returned  *DECOMPRESS, for pst_decompress_close
   Status    PST_IO, and its package, when the library is not installed; PST_NO_MEMORY
   Cost      the library is loaded  */
enum pst_status pst_decompress_open(const struct pst_codec *codec, pst_input_source *source,
                                    void *context, struct pst_decompress **decompress,
                                    struct pst_error *error);

/* pst_decompress_read: a pst_input_source; CONTEXT is the struct pst_decompress.
   Status    PST_BAD_DATA for data that end too early, are damaged, or are followed by something
             else; PST_NO_MEMORY; the source's
   Cost      memory of one window, however much comes out: gzip 32 KiB, bzip2 4 MB, xz and zstd what
             the file says, up to 256 and 128 MiB  */
enum pst_status pst_decompress_read(void *context, char *data, size_t size, size_t *got,
                                    struct pst_error *error);

/* pst_decompress_close: DECOMPRESS, which may be NULL; the source stays. */
void pst_decompress_close(struct pst_decompress *decompress);

#endif
