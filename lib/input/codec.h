/* codec.h -- one compression each: what decompress.c asks of a library that is loaded when needed.

   The libraries are opened by dlopen, so that who reads plain text does not wait for them.  They
   check what they read themselves: gzip its length and CRC-32, bzip2 its CRC-32, zip its CRC-32 (we
   do), xz and zstd the checksum that the file carries.

   All     Tested    test_decompress.c, by way of decompress.h  */
#ifndef PST_INPUT_CODEC_H
#define PST_INPUT_CODEC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"

enum pst_codec_step {
  PST_CODEC_MORE,    /* goes on, once there is input or room again */
  PST_CODEC_END,     /* a member is complete */
  PST_CODEC_DAMAGED, /* not what the compressor wrote */
  PST_CODEC_LARGE,   /* wants more working memory than PST_CODEC_MEMORY */
  PST_CODEC_SEVERAL, /* an archive with more than one file */
  PST_CODEC_EMPTY,   /* an archive without one */
  PST_CODEC_NO_MEMORY
};

/* What a decompressor may take for itself: four times what `xz -9` and twice what zstd's usual limit
   ask for. */
#define PST_CODEC_MEMORY (256UL << 20)

/* The step moves both ends on. */
struct pst_codec_stream {
  const char *in;
  size_t in_left;
  char *out;
  size_t out_left;
};

struct pst_codec {
  const char *name;    /* of the compression */
  const char *ending;  /* of its files' names */
  const char *library; /* to be loaded, and the Debian package that has it */
  const char *package;
  const char *by_hand; /* the command that decompresses a file to its output */
  bool padded;         /* NUL bytes may follow the last member, as its own program allows */
  bool tail;           /* what follows the last member is the archive's own */
  size_t n_first;      /* bytes by which such a file is known */

  /* Whether such a file can begin with FIRST, of which fewer than n_first bytes may be there. */
  bool (*begins)(struct pst_text first);
  /* Status    PST_IO when the library lacks a function, PST_NO_MEMORY; no message  */
  enum pst_status (*open)(void *library, void **state);
  enum pst_codec_step (*step)(void *state, struct pst_codec_stream *stream);
  /* Ready for the next member; false when out of memory. */
  bool (*again)(void *state);
  void (*close)(void *state);
};

extern const struct pst_codec pst_codec_gzip, pst_codec_bzip2, pst_codec_xz, pst_codec_zstd,
    pst_codec_zip;

/* A function of a library, and where its address goes: the offset in a struct of pointers. */
struct pst_codec_symbol {
  const char *name;
  size_t offset;
};

/* pst_codec_agrees: whether FIRST has the SIZE bytes of WANT from byte AT on, as far as it goes.
   Given     FIRST, perhaps fewer bytes than are asked for
   Returned  the answer, true where nothing of them is there
   Cost      O(SIZE)  */
bool pst_codec_agrees(struct pst_text first, size_t at, const char *want, size_t size);

/* pst_codec_find: fill FUNCTIONS; false when LIBRARY lacks one of the COUNT symbols.
   Given     an open LIBRARY; offsets within FUNCTIONS, of pointers to functions
   Returned  the pointers; false with some of them set
   Cost      a look-up a symbol  */
bool pst_codec_find(void *library, const struct pst_codec_symbol *symbols, size_t count,
                    void *functions);

#endif
