/* SPDX-License-Identifier: Apache-2.0 */
/* Carries structs that begin with their size across versions of the library. */

#include "base/options.h"

#include <string.h>

/* The size at the start of @given, or 0 when its owner forgot it. */
static size_t own_size(const void *given)
{
    size_t size = 0;

    if (given != NULL)
        memcpy(&size, given, sizeof size);
    return size < sizeof size ? 0 : size;
}

fzzf_status fzzf__options_read(void *current, size_t current_size,
                               const void *given)
{
    const unsigned char *bytes = given;
    const size_t size = own_size(given);
    size_t i;

    if (given != NULL && size == 0)
        return FZZF_E_ARGUMENT;
    for (i = current_size; i < size; i++)
        if (bytes[i] != 0)
            return FZZF_E_ARGUMENT;

    memset(current, 0, current_size);
    if (given != NULL)
        memcpy(current, given, size < current_size ? size : current_size);
    memcpy(current, &current_size, sizeof current_size);
    return FZZF_OK;
}

int fzzf__view_write(void *view, const void *current, size_t current_size)
{
    const size_t size = own_size(view);

    if (size == 0)
        return 0;
    memset(view, 0, size);
    memcpy(view, current, size < current_size ? size : current_size);
    memcpy(view, &size, sizeof size);
    return 1;
}
