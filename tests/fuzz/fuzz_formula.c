/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes as a formula of a small system, then evaluated. */

#include "fuzz/fuzz.h"

#include <string.h>

#include "base/text.h"

#define HEAD                                                                   \
    "<system xmlns=\"urn:fzzf:1\" id=\"s\" edition=\"1\" title=\"s\">"         \
    "<parameter id=\"p\" value=\"90%\"/>"                                      \
    "<indicator id=\"1\" title=\"1\" points=\"10\" tags=\"key\">"              \
    "<observe id=\"y\" kind=\"yes-no\"/><observe id=\"n\" kind=\"number\"/>"   \
    "<observe id=\"r\" kind=\"ratio\"/><observe id=\"d\" kind=\"date\"/>"      \
    "<observe id=\"c\" kind=\"causes\"><option id=\"a\"/></observe>"           \
    "<observe id=\"t\" kind=\"count\" periods=\"2020 2021\"/>"                 \
    "<rule value=\""
#define TAIL "\"/></indicator></system>"

/* As the value of an attribute; what XML does not take is left out. */
static void add_escaped(fzzf__text *text, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        const char c = bytes[i];

        if (c == '<')
            fzzf__text_add(text, "&lt;");
        else if (c == '&')
            fzzf__text_add(text, "&amp;");
        else if (c == '"')
            fzzf__text_add(text, "&quot;");
        else if ((unsigned char)c >= ' ')
            fzzf__text_addn(text, &c, 1);
    }
}

void fuzz_formula(const char *bytes, size_t size)
{
    fzzf_diags *diags = fuzz_diags();
    fzzf_system *system = NULL;
    fzzf__text text = {0};
    fzzf_source source;

    fzzf__text_add(&text, HEAD);
    add_escaped(&text, bytes, size);
    fzzf__text_add(&text, TAIL);
    source = fuzz_source(text.bytes, text.length);
    if (!text.failed &&
        fzzf_xml_read_system(&system, &source, diags) == FZZF_OK)
        fuzz_use_system(system, size, diags);
    fzzf_system_unref(system);
    fzzf__text_free(&text);
    fuzz_tell(diags);
}
