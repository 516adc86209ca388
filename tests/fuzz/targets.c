/* SPDX-License-Identifier: Apache-2.0 */
/* The fuzz targets by their names. */

#include "fuzz/fuzz.h"

#include <string.h>

static const struct {
    const char *name;
    fuzz_target run;
} targets[] = {
#define TARGET(name) {#name, fuzz_##name},
#include "fuzz/targets.def"
#undef TARGET
};

#define COUNT (sizeof targets / sizeof targets[0])

const char *fuzz_name(size_t index)
{
    return index < COUNT ? targets[index].name : NULL;
}

fuzz_target fuzz_find(const char *name)
{
    for (size_t i = 0; name != NULL && i < COUNT; i++)
        if (strcmp(targets[i].name, name) == 0)
            return targets[i].run;
    return NULL;
}
