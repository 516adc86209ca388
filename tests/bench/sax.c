/* SPDX-License-Identifier: Apache-2.0 */
/* The least any reader can cost: libxml2's SAX2 push parser on the same bytes,
 * in chunks of 64 KiB, with handlers that do nothing. */

#include <stdio.h>
#include <string.h>

#include <libxml/parser.h>

static void start(void *ctx, const xmlChar *name, const xmlChar *prefix,
                  const xmlChar *uri, int namespaces, const xmlChar **ns,
                  int attributes, int defaulted, const xmlChar **values)
{
    (void)ctx, (void)name, (void)prefix, (void)uri, (void)namespaces, (void)ns;
    (void)attributes, (void)defaulted, (void)values;
}

static void end(void *ctx, const xmlChar *name, const xmlChar *prefix,
                const xmlChar *uri)
{
    (void)ctx, (void)name, (void)prefix, (void)uri;
}

static void text(void *ctx, const xmlChar *bytes, int length)
{
    (void)ctx, (void)bytes, (void)length;
}

/* Returns 0 when the file is well-formed. */
static int parse(const char *path)
{
    static char chunk[65536];
    xmlSAXHandler sax;
    xmlParserCtxtPtr context;
    FILE *file = fopen(path, "rb");
    size_t length;
    int code;

    if (file == NULL)
        return 1;
    memset(&sax, 0, sizeof sax);
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = start;
    sax.endElementNs = end;
    sax.characters = text;
    context = xmlCreatePushParserCtxt(&sax, NULL, NULL, 0, NULL);
    if (context == NULL) {
        fclose(file);
        return 1;
    }
    xmlCtxtUseOptions(context, XML_PARSE_NONET);
    while ((length = fread(chunk, 1, sizeof chunk, file)) > 0)
        xmlParseChunk(context, chunk, (int)length, 0);
    code = xmlParseChunk(context, chunk, 0, 1);
    xmlFreeParserCtxt(context);
    fclose(file);
    return code;
}

int main(int argc, char **argv)
{
    int i;

    for (i = 1; i < argc; i++)
        if (parse(argv[i]) != 0)
            return 1;
    return 0;
}
