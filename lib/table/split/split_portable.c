/* split_portable.c -- masks by eight bytes in a word of any processor; what all ways share. */
#define KERNEL_TARGET

#include "table/split/kernel.h"

/* Bit I of eight: byte I of WORD is 0.  No carry goes from byte to byte. */
KERNEL uint64_t zero_bytes(uint64_t word)
{
  const uint64_t lows = UINT64_C(0x7F7F7F7F7F7F7F7F);
  uint64_t zero = ~(((word & lows) + lows) | word | lows);

  return (zero >> 7) * UINT64_C(0x0102040810204080) >> 56;
}

KERNEL uint64_t equal_bytes(uint64_t word, char byte)
{
  return zero_bytes(word ^ UINT64_C(0x0101010101010101) * (unsigned char)byte);
}

KERNEL uint64_t high_bytes(uint64_t word)
{
  return (word >> 7 & UINT64_C(0x0101010101010101)) * UINT64_C(0x0102040810204080) >> 56;
}

KERNEL struct pst_split_masks kernel_masks(const char *data, char delimiter)
{
  struct pst_split_masks m = {.quote = 0};

  for (int i = 0; i < 64; i += 8) {
    uint64_t word;

    memcpy(&word, data + i, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    m.quote |= equal_bytes(word, '"') << i;
    m.delimiter |= equal_bytes(word, delimiter) << i;
    m.lf |= equal_bytes(word, '\n') << i;
    m.cr |= equal_bytes(word, '\r') << i;
    m.high |= high_bytes(word) << i;
    m.nul |= zero_bytes(word) << i;
  }
  return m;
}

static struct pst_split_masks masks(const char *data, char delimiter)
{
  return kernel_masks(data, delimiter);
}

static enum pst_split_end split(struct pst_split *s)
{
  return kernel_run(s);
}

const struct pst_split_way pst_split_portable = {
    .name = "portable", .masks = masks, .split = split};

struct pst_text pst_split_single(char *to, struct pst_text quoted)
{
  size_t size = 0;

  for (size_t i = 0; i < quoted.size; i++) {
    to[size++] = quoted.data[i];
    i += quoted.data[i] == '"';
  }
  return (struct pst_text){.data = to, .size = size};
}
