/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_BASE_SHA256_H
#define LIB_BASE_SHA256_H

/* SHA-256 (FIPS 180-4), so that programs that only score load no OpenSSL. */

#include <stddef.h>
#include <stdint.h>

#define FZZF__SHA256_TEXT 65

/* Takes @count blocks of 64 bytes into @state. */
typedef void fzzf__sha256_blocks(uint32_t *state, const unsigned char *bytes,
                                 size_t count);

typedef struct fzzf__sha256 {
    fzzf__sha256_blocks *blocks; /* the quickest that this processor has */
    uint32_t state[8];
    uint64_t length;
    unsigned char block[64];
} fzzf__sha256;

void fzzf__sha256_init(fzzf__sha256 *sha);
/* The same for one that was initialised: the processor is not asked again,
 * which costs a virtual machine some microseconds. */
void fzzf__sha256_restart(fzzf__sha256 *sha);
void fzzf__sha256_add(fzzf__sha256 *sha, const void *bytes, size_t length);
/* Lower-case hexadecimal with its zero; @text holds FZZF__SHA256_TEXT bytes. */
void fzzf__sha256_text(fzzf__sha256 *sha, char *text);

/* Section 4.2.2: fractions of the cube roots of the first 64 primes. */
extern const uint32_t fzzf__sha256_constants[64];
/* On every processor. */
fzzf__sha256_blocks fzzf__sha256_portable;
/* With instructions made for it; NULL: this processor has none. */
fzzf__sha256_blocks *fzzf__sha256_native(void);

#endif
