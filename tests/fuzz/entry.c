/* SPDX-License-Identifier: Apache-2.0 */
/* What libFuzzer calls: the target that FUZZ_TARGET names. */

#include <stdio.h>
#include <stdlib.h>

#include "fuzz/fuzz.h"

static fuzz_target target;

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    target = fuzz_find(getenv("FUZZ_TARGET"));
    if (target != NULL)
        return 0;
    fputs("set FUZZ_TARGET to one of:", stderr);
    for (size_t i = 0; fuzz_name(i) != NULL; i++)
        fprintf(stderr, " %s", fuzz_name(i));
    fputs("\n", stderr);
    exit(2);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz_run(target, bytes, size);
    return 0;
}
