/* SPDX-License-Identifier: Apache-2.0 */
/* Adds findings of packages. */

#include "pack/report.h"

#include <stdarg.h>
#include <stddef.h>

#define ARGUMENTS 10

fzzf_status fzzf__pack_report(fzzf_diags *diags, fzzf_status status, int number,
                              const char *file, const char *path, ...)
{
    const char *arguments[ARGUMENTS];
    size_t count = 0;
    va_list list;

    va_start(list, path);
    while (count < ARGUMENTS &&
           (arguments[count] = va_arg(list, const char *)) != NULL)
        count++;
    va_end(list);
    if (fzzf_diags_add(diags, number, file, path, arguments, count) != FZZF_OK)
        return FZZF_E_ARGUMENT;
    return status;
}

const char *fzzf__pack_number(char *text, unsigned long long value)
{
    char *end = text + 23;
    size_t i = 0;

    *end = '\0';
    do {
        *--end = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    do
        text[i] = end[i];
    while (end[i++] != '\0');
    return text;
}
