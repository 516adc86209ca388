/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes as a number; what it prints is the same number. */

#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

static void check(const fzzf_number *number)
{
    char room[64];
    fzzf_number *again = NULL;

    for (int mode = FZZF_ROUND_HALF_UP; mode <= FZZF_ROUND_DOWN; mode++)
        for (int places = 0; places <= 12; places += 4)
            fzzf_number_format(number, places, (fzzf_rounding)mode, room,
                               sizeof room);
    if (fzzf_number_exact(number) == NULL)
        return;
    if (fzzf_number_parse(&again, fzzf_number_exact(number)) == FZZF_OK &&
        fzzf_number_compare(number, again) != 0)
        abort();
    fzzf_number_free(again);
}

void fuzz_number(const char *bytes, size_t size)
{
    fzzf__text text = {0};
    fzzf_number *number = NULL;

    fzzf__text_addn(&text, bytes, size);
    if (!text.failed && text.bytes != NULL &&
        fzzf_number_parse(&number, text.bytes) == FZZF_OK)
        check(number);
    fzzf_number_free(number);
    fzzf__text_free(&text);
}
