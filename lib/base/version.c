/* SPDX-License-Identifier: Apache-2.0 */
/* The version of the library that runs. */

#include "fzzf/version.h"

#define TEXT(number)              #number
#define JOIN(major, minor, micro) TEXT(major) "." TEXT(minor) "." TEXT(micro)

const char *fzzf_version(void)
{
    return JOIN(FZZF_VERSION_MAJOR, FZZF_VERSION_MINOR, FZZF_VERSION_MICRO);
}
