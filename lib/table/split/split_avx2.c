/* split_avx2.c -- masks by 32 bytes at a time: AVX2. */
#ifdef __x86_64__

#include <immintrin.h>

#define KERNEL_TARGET __attribute__((target("avx2,bmi,popcnt")))

#include "table/split/kernel.h"

KERNEL uint64_t equal_bytes(__m256i low, __m256i high, char byte)
{
  __m256i all = _mm256_set1_epi8(byte);

  return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, all))
         | (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, all)) << 32;
}

KERNEL struct pst_split_masks kernel_masks(const char *data, char delimiter)
{
  __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)data),
          high = _mm256_loadu_si256((const __m256i *)(const void *)(data + 32));

  return (struct pst_split_masks){
      .quote = equal_bytes(low, high, '"'),
      .delimiter = equal_bytes(low, high, delimiter),
      .lf = equal_bytes(low, high, '\n'),
      .cr = equal_bytes(low, high, '\r'),
      .high = (uint32_t)_mm256_movemask_epi8(low)
              | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32,
      .nul = equal_bytes(low, high, '\0'),
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
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")
         && __builtin_cpu_supports("popcnt");
}

const struct pst_split_way pst_split_avx2 = {
    .name = "avx2", .has = has, .masks = masks, .split = split};

#else
typedef int pst_split_no_avx2; /* ISO C wants something here */
#endif
