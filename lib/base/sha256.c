/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 as FIPS 180-4 defines it. */

#include "base/sha256.h"

#include <string.h>

#define BLOCK 64

const uint32_t fzzf__sha256_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
    0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
    0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
    0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
    0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
    0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

void fzzf__sha256_restart(fzzf__sha256 *sha)
{
    /* Section 5.3.3: fractions of the square roots of the first 8 primes. */
    static const uint32_t start[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372,
                                      0xa54ff53a, 0x510e527f, 0x9b05688c,
                                      0x1f83d9ab, 0x5be0cd19};

    memcpy(sha->state, start, sizeof start);
    sha->length = 0;
}

void fzzf__sha256_init(fzzf__sha256 *sha)
{
    sha->blocks = fzzf__sha256_native();
    if (sha->blocks == NULL)
        sha->blocks = fzzf__sha256_portable;
    fzzf__sha256_restart(sha);
}

static uint32_t rotate(uint32_t word, int by)
{
    return word >> by | word << (32 - by);
}

static uint32_t read_word(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 |
           (uint32_t)bytes[2] << 8 | bytes[3];
}

static void expand(uint32_t *words, const unsigned char *block)
{
    int t;

    for (t = 0; t < 16; t++)
        words[t] = read_word(block + 4 * t);
    for (; t < 64; t++) {
        const uint32_t a = words[t - 15], b = words[t - 2];

        words[t] = words[t - 16] + words[t - 7] +
                   (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) +
                   (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
    }
}

/* Step @t of eight. Nothing moves: what the standard calls a is s[0] at first,
 * then s[7], s[6] and so on; and so with b to h behind it. */
static inline void step(uint32_t *s, unsigned t, uint32_t word)
{
    const uint32_t a = s[(8 - t) % 8], b = s[(9 - t) % 8], c = s[(10 - t) % 8];
    const uint32_t e = s[(12 - t) % 8], f = s[(13 - t) % 8];
    const uint32_t g = s[(14 - t) % 8];
    const uint32_t first = s[(15 - t) % 8] +
                           (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
                           ((e & f) ^ (~e & g)) + word;
    const uint32_t second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +
                            ((a & b) ^ (a & c) ^ (b & c));

    s[(11 - t) % 8] += first;
    s[(15 - t) % 8] = first + second;
}

static void digest(uint32_t *sum, const unsigned char *block)
{
    const uint32_t *const k = fzzf__sha256_constants;
    uint32_t words[64], s[8];
    int i;

    expand(words, block);
    memcpy(s, sum, sizeof s);
    for (i = 0; i < 64; i += 8) {
        step(s, 0, k[i] + words[i]);
        step(s, 1, k[i + 1] + words[i + 1]);
        step(s, 2, k[i + 2] + words[i + 2]);
        step(s, 3, k[i + 3] + words[i + 3]);
        step(s, 4, k[i + 4] + words[i + 4]);
        step(s, 5, k[i + 5] + words[i + 5]);
        step(s, 6, k[i + 6] + words[i + 6]);
        step(s, 7, k[i + 7] + words[i + 7]);
    }
    for (i = 0; i < 8; i++)
        sum[i] += s[i];
}

void fzzf__sha256_portable(uint32_t *state, const unsigned char *bytes,
                           size_t count)
{
    for (; count > 0; count--, bytes += BLOCK)
        digest(state, bytes);
}

/* Fills up the block that was begun; returns how many bytes that took. */
static size_t fill(fzzf__sha256 *sha, const unsigned char *bytes, size_t length)
{
    const size_t filled = (size_t)(sha->length % BLOCK);
    const size_t room = BLOCK - filled;
    const size_t size = length < room ? length : room;

    memcpy(sha->block + filled, bytes, size);
    if (size == room)
        sha->blocks(sha->state, sha->block, 1);
    sha->length += size;
    return size;
}

void fzzf__sha256_add(fzzf__sha256 *sha, const void *bytes, size_t length)
{
    const unsigned char *p = bytes;
    size_t whole = 0;

    if (length > 0 && sha->length % BLOCK != 0) {
        const size_t size = fill(sha, p, length);

        p += size;
        length -= size;
    }
    whole = length / BLOCK * BLOCK;
    if (whole > 0)
        sha->blocks(sha->state, p, whole / BLOCK);
    sha->length += whole;
    if (length > whole)
        (void)fill(sha, p + whole, length - whole);
}

/* Section 5.1.1: a one bit, zeros, and the length in bits. */
static void pad(fzzf__sha256 *sha)
{
    static const unsigned char padding[BLOCK] = {0x80};
    const uint64_t bits = sha->length * 8;
    const size_t filled = (size_t)(sha->length % BLOCK);
    unsigned char tail[8];
    int i;

    for (i = 0; i < 8; i++)
        tail[i] = (unsigned char)(bits >> (56 - 8 * i));
    fzzf__sha256_add(sha, padding, (filled < 56 ? 56 : 120) - filled);
    fzzf__sha256_add(sha, tail, sizeof tail);
}

void fzzf__sha256_text(fzzf__sha256 *sha, char *text)
{
    static const char digits[] = "0123456789abcdef";
    int i;

    pad(sha);
    for (i = 0; i < FZZF__SHA256_TEXT - 1; i++)
        text[i] = digits[sha->state[i / 8] >> (28 - i % 8 * 4) & 15];
    text[FZZF__SHA256_TEXT - 1] = '\0';
}
