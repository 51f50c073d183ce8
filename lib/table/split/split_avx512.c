/* split_avx512.c -- masks by 64 bytes at a time: AVX-512 with the instructions on bytes. */
#ifdef __x86_64__

#include <immintrin.h>

#define KERNEL_TARGET __attribute__((target("avx512f,avx512bw,bmi,popcnt")))

#include "table/split/kernel.h"

KERNEL uint64_t equal_bytes(__m512i bytes, char byte)
{
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(byte));
}

KERNEL struct pst_split_masks kernel_masks(const char *data, char delimiter)
{
  __m512i bytes = _mm512_loadu_si512((const void *)data);

  return (struct pst_split_masks){
      .quote = equal_bytes(bytes, '"'),
      .delimiter = equal_bytes(bytes, delimiter),
      .lf = equal_bytes(bytes, '\n'),
      .cr = equal_bytes(bytes, '\r'),
      .high = _mm512_movepi8_mask(bytes),
      .nul = equal_bytes(bytes, '\0'),
  };
}

static KERNEL_TARGET struct pst_split_masks masks(const char *data, char delimiter)
{
  return kernel_masks(data, delimiter);
}

static KERNEL_TARGET enum pst_split_end split(struct pst_split *s)
{
  return kernel_run(s);
}

static bool has(void)
{
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
         && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}

const struct pst_split_way pst_split_avx512 = {
    .name = "avx512", .has = has, .masks = masks, .split = split};

#else
typedef int pst_split_no_avx512; /* ISO C wants something here */
#endif
