/* SPDX-License-Identifier: Apache-2.0 */
/* Reads records that are written down in tests. */

#include "unit/course/reading.h"

#include <string.h>

#include "unit/suites.h"

fzzf_record *read_text(const char *text)
{
    fzzf_source source = {
        .size = sizeof source, .bytes = text, .length = strlen(text)};
    fzzf_diags *diags = NULL;
    fzzf_record *record = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    if (fzzf_xml_read_record(&record, &source, diags) != FZZF_OK)
        CHECK_TEXT(fzzf_diags_message(diags, 0, FZZF_ENGLISH), "no finding");
    fzzf_diags_free(diags);
    return record;
}
