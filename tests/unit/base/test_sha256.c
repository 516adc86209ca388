/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/sha256.c with the examples of FIPS 180. */

#include "unit/suites.h"

#include <string.h>

#include "base/sha256.h"

static const struct {
    const char *message;
    const char *digest;
} cases[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
};

static void digests_the_examples(void)
{
    char text[FZZF__SHA256_TEXT];
    fzzf__sha256 sha;
    size_t i;

    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        fzzf__sha256_init(&sha);
        fzzf__sha256_add(&sha, cases[i].message, strlen(cases[i].message));
        fzzf__sha256_text(&sha, text);
        CHECK_TEXT(text, cases[i].digest);
    }
}

/* In pieces of every size, so that every way of filling a block is met. */
static void digests_a_million_letters(void)
{
    static char letters[200];
    char text[FZZF__SHA256_TEXT];
    fzzf__sha256 sha;
    size_t left = 1000000, size = 0;

    memset(letters, 'a', sizeof letters);
    fzzf__sha256_init(&sha);
    for (; left > 0; left -= size) {
        size = size % sizeof letters + 1;
        if (size > left)
            size = left;
        fzzf__sha256_add(&sha, letters, size);
    }
    fzzf__sha256_text(&sha, text);
    CHECK_TEXT(text, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39cc"
                     "c7112cd0");
}

/* Lengths around a block's end; the digests are those of Python's hashlib. */
static void pads_at_the_end_of_a_block(void)
{
    static const struct {
        size_t length;
        const char *digest;
    } lengths[] = {
        {55,
         "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
        {56,
         "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
        {63,
         "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"},
        {64,
         "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
        {65,
         "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"},
        {119,
         "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"},
        {120,
         "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"},
        {128,
         "6836cf13bac400e9105071cd6af47084dfacad4e5e302c94bfed24e013afb73e"},
    };
    static char letters[128];
    char text[FZZF__SHA256_TEXT];
    fzzf__sha256 sha;
    size_t i;

    memset(letters, 'a', sizeof letters);
    for (i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        fzzf__sha256_init(&sha);
        fzzf__sha256_add(&sha, letters, lengths[i].length);
        fzzf__sha256_text(&sha, text);
        CHECK_TEXT(text, lengths[i].digest);
    }
}

static void digest_by(fzzf__sha256_blocks *blocks, const unsigned char *bytes,
                      size_t length, char *text)
{
    fzzf__sha256 sha;

    fzzf__sha256_init(&sha);
    sha.blocks = blocks;
    fzzf__sha256_add(&sha, bytes, length / 3);
    fzzf__sha256_add(&sha, bytes + length / 3, length - length / 3);
    fzzf__sha256_text(&sha, text);
}

/* Where the processor has instructions for it, they give the same. */
static void digests_alike_by_instructions(void)
{
    unsigned char bytes[301];
    char portable[FZZF__SHA256_TEXT], native[FZZF__SHA256_TEXT];
    unsigned word = 1;
    size_t length;

    for (length = 0; length < sizeof bytes; length++) {
        word = word * 1103515245 + 12345;
        bytes[length] = (unsigned char)(word >> 16);
    }
    for (length = 0; fzzf__sha256_native() != NULL && length < sizeof bytes;
         length++) {
        digest_by(fzzf__sha256_portable, bytes, length, portable);
        digest_by(fzzf__sha256_native(), bytes, length, native);
        CHECK_TEXT(native, portable);
    }
}

CU_TestInfo sha256_tests[] = {
    {"digests the examples", digests_the_examples},
    {"digests a million letters", digests_a_million_letters},
    {"pads at the end of a block", pads_at_the_end_of_a_block},
    {"digests alike by instructions", digests_alike_by_instructions},
    CU_TEST_INFO_NULL,
};
