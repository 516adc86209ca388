/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 with the instructions that processors have for it. */

#include "base/sha256.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <cpuid.h>
#include <immintrin.h>

/* The next four words take the place of the oldest of the sixteen. */
__attribute__((target("sha,sse4.1"))) static inline __m128i
next_words(__m128i oldest, __m128i second, __m128i third, __m128i newest)
{
    const __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(oldest, second),
                                      _mm_alignr_epi8(newest, third, 4));

    return _mm_sha256msg2_epu32(sum, newest);
}

/* Four steps; the registers hold a, b, e, f and c, d, g, h. */
#define STEPS(i)                                                               \
    do {                                                                       \
        const __m128i sum = _mm_add_epi32(                                     \
            words[(i) % 4],                                                    \
            _mm_loadu_si128(                                                   \
                (const __m128i *)(fzzf__sha256_constants + 4 * (i))));         \
                                                                               \
        cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);                         \
        abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 14));  \
        if ((i) < 12)                                                          \
            words[(i) % 4] =                                                   \
                next_words(words[(i) % 4], words[((i) + 1) % 4],               \
                           words[((i) + 2) % 4], words[((i) + 3) % 4]);        \
    } while (0)
#define STEPS_4(i)                                                             \
    do {                                                                       \
        STEPS(i);                                                              \
        STEPS((i) + 1);                                                        \
        STEPS((i) + 2);                                                        \
        STEPS((i) + 3);                                                        \
    } while (0)

__attribute__((target("sha,sse4.1"))) static void
with_instructions(uint32_t *state, const unsigned char *bytes, size_t count)
{
    const __m128i big_endian =
        _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
    __m128i *const sums = (__m128i *)(void *)state;
    __m128i low = _mm_shuffle_epi32(_mm_loadu_si128(sums), 0xB1);
    __m128i high = _mm_shuffle_epi32(_mm_loadu_si128(sums + 1), 0x1B);
    __m128i abef = _mm_alignr_epi8(low, high, 8);
    __m128i cdgh = _mm_blend_epi16(high, low, 0xF0);

    for (; count > 0; count--, bytes += 64) {
        const __m128i *const block = (const __m128i *)(const void *)bytes;
        const __m128i abef_before = abef, cdgh_before = cdgh;
        __m128i words[4];

        for (int i = 0; i < 4; i++)
            words[i] = _mm_shuffle_epi8(_mm_loadu_si128(block + i), big_endian);
        STEPS_4(0);
        STEPS_4(4);
        STEPS_4(8);
        STEPS_4(12);
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    low = _mm_shuffle_epi32(abef, 0x1B);
    high = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128(sums, _mm_blend_epi16(low, high, 0xF0));
    _mm_storeu_si128(sums + 1, _mm_alignr_epi8(high, low, 8));
}

/* Asked anew for each document, so that the library keeps no state. */
fzzf__sha256_blocks *fzzf__sha256_native(void)
{
    unsigned a, b, c, d;

    if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & bit_SSE4_1) == 0 ||
        (c & bit_SSSE3) == 0 || __get_cpuid_count(7, 0, &a, &b, &c, &d) == 0)
        return NULL;
    return (b & bit_SHA) != 0 ? with_instructions : NULL;
}

#else

fzzf__sha256_blocks *fzzf__sha256_native(void)
{
    return NULL;
}

#endif
