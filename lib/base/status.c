/* SPDX-License-Identifier: Apache-2.0 */
/* The names of the ways a call can end. */

#include "fzzf/status.h"

const char *fzzf_status_name(fzzf_status status)
{
    switch (status) {
    case FZZF_OK:
        return "FZZF_OK";
    case FZZF_E_MEMORY:
        return "FZZF_E_MEMORY";
    case FZZF_E_ARGUMENT:
        return "FZZF_E_ARGUMENT";
    case FZZF_E_IO:
        return "FZZF_E_IO";
    case FZZF_E_SYNTAX:
        return "FZZF_E_SYNTAX";
    case FZZF_E_SCHEMA:
        return "FZZF_E_SCHEMA";
    case FZZF_E_REFERENCE:
        return "FZZF_E_REFERENCE";
    case FZZF_E_RULE:
        return "FZZF_E_RULE";
    case FZZF_E_SIGNATURE:
        return "FZZF_E_SIGNATURE";
    case FZZF_E_LIMIT:
        return "FZZF_E_LIMIT";
    case FZZF_E_CANCELLED:
        return "FZZF_E_CANCELLED";
    }
    return "FZZF_E_UNKNOWN";
}
