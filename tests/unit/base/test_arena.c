/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/arena.c. */

#include "unit/suites.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"

static void gives_zeroed_memory_aligned_for_anything(void)
{
    fzzf__arena arena;
    size_t size, i;

    fzzf__arena_init(&arena);
    for (size = 0; size < 300; size++) {
        unsigned char *bytes = fzzf__arena_alloc(&arena, size);

        CU_ASSERT_PTR_NOT_NULL_FATAL(bytes);
        CU_ASSERT_EQUAL((uintptr_t)bytes % _Alignof(max_align_t), 0);
        for (i = 0; i < size; i++)
            CU_ASSERT_EQUAL(bytes[i], 0);
        memset(bytes, 0xFF, size);
    }
    CU_ASSERT(arena.total >= 299 * 300 / 2);
    fzzf__arena_free(&arena);
}

static void zeroes_again_what_a_reset_left_dirty(void)
{
    fzzf__arena arena;
    unsigned char *bytes, *again;

    fzzf__arena_init(&arena);
    bytes = fzzf__arena_alloc(&arena, 100);
    memset(bytes, 0xFF, 100);
    fzzf__arena_reset(&arena);
    CU_ASSERT_EQUAL(arena.total, 0);
    again = fzzf__arena_alloc(&arena, 100);
    CU_ASSERT_PTR_EQUAL(again, bytes);
    CU_ASSERT_EQUAL(again[0], 0);
    CU_ASSERT_EQUAL(again[99], 0);
    fzzf__arena_free(&arena);
}

static void keeps_pieces_of_every_size_apart(void)
{
    static const size_t sizes[] = {1,      5000,  16,      100000, 300,
                                   900000, 64000, 2000000, 8,      4096};
    unsigned char *pieces[sizeof sizes / sizeof sizes[0]];
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        pieces[i] = fzzf__arena_alloc(&arena, sizes[i]);
        CU_ASSERT_PTR_NOT_NULL_FATAL(pieces[i]);
        memset(pieces[i], (int)i + 1, sizes[i]);
    }
    for (i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        CU_ASSERT_EQUAL(pieces[i][0], i + 1);
        CU_ASSERT_EQUAL(pieces[i][sizes[i] - 1], i + 1);
    }
    fzzf__arena_reset(&arena);
    CU_ASSERT_PTR_NOT_NULL(fzzf__arena_alloc(&arena, 50000));
    fzzf__arena_free(&arena);
}

static void copies_texts(void)
{
    fzzf__arena arena;

    fzzf__arena_init(&arena);
    CHECK_TEXT(fzzf__arena_text(&arena, "非遗"), "非遗");
    CHECK_TEXT(fzzf__arena_text(&arena, ""), "");
    CHECK_TEXT(fzzf__arena_textn(&arena, "12345", 3), "123");
    CHECK_TEXT(fzzf__arena_textn(&arena, NULL, 0), "");
    CU_ASSERT_PTR_NULL(fzzf__arena_text(&arena, NULL));
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_OK);
    fzzf__arena_free(&arena);
}

static void remembers_that_memory_ran_out(void)
{
    fzzf__arena arena;

    fzzf__arena_init(&arena);
    fzzf__fault_after(0);
    CU_ASSERT_PTR_NULL(fzzf__arena_alloc(&arena, 1));
    fzzf__fault_after(-1);
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_E_MEMORY);
    CU_ASSERT_PTR_NOT_NULL(fzzf__arena_alloc(&arena, 1));
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_E_MEMORY);
    fzzf__arena_reset(&arena);
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_OK);
    fzzf__arena_free(&arena);
}

static void remembers_the_first_reason_only(void)
{
    fzzf__arena arena;

    fzzf__arena_init(&arena);
    arena.spoiled = FZZF_E_LIMIT;
    CU_ASSERT_PTR_NULL(fzzf__arena_alloc(&arena, SIZE_MAX));
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_E_LIMIT);
    fzzf__arena_free(&arena);
}

static void refuses_sizes_that_cannot_be(void)
{
    fzzf__arena arena;

    fzzf__arena_init(&arena);
    CU_ASSERT_PTR_NULL(fzzf__arena_alloc(&arena, SIZE_MAX));
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_E_MEMORY);
    CU_ASSERT_PTR_NULL(fzzf__arena_alloc(&arena, SIZE_MAX - 64));
    CU_ASSERT_PTR_NOT_NULL(fzzf__arena_alloc(&arena, 1));
    CU_ASSERT_PTR_NULL(fzzf__arena_alloc(&arena, PTRDIFF_MAX));
    fzzf__arena_free(&arena);
}

static void survives_a_failure_at_every_block(void)
{
    fzzf__arena arena;
    long n;
    int i;

    for (n = 0; n < 30; n++) {
        fzzf__arena_init(&arena);
        fzzf__fault_after(n);
        for (i = 1; i < 200; i++)
            fzzf__arena_alloc(&arena, (size_t)i * 50);
        fzzf__fault_after(-1);
        CU_ASSERT_EQUAL(arena.spoiled,
                        fzzf__fault_seen() ? FZZF_E_MEMORY : FZZF_OK);
        fzzf__arena_free(&arena);
    }
}

CU_TestInfo arena_tests[] = {
    {"gives zeroed memory aligned for anything",
     gives_zeroed_memory_aligned_for_anything},
    {"zeroes again what a reset left dirty",
     zeroes_again_what_a_reset_left_dirty},
    {"keeps pieces of every size apart", keeps_pieces_of_every_size_apart},
    {"copies texts", copies_texts},
    {"remembers that memory ran out", remembers_that_memory_ran_out},
    {"remembers the first reason only", remembers_the_first_reason_only},
    {"refuses sizes that cannot be", refuses_sizes_that_cannot_be},
    {"survives a failure at every block", survives_a_failure_at_every_block},
    CU_TEST_INFO_NULL,
};
