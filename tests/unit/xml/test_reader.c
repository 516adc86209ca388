/* SPDX-License-Identifier: Apache-2.0 */
/* The loop that reads documents, on the case files and on small documents. */

#include <dirent.h>

#include "base/memory.h"
#include "base/diag.h"
#include "unit/xml/reading.h"

#define CASES "tests/cases/xml/"

typedef void (*on_file)(const char *name, const fzzf__text *bytes);

/* Calls @act with every file of a folder of cases; there must be some. */
static void each_file(const char *folder, size_t least, on_file act)
{
    char path[1024];
    struct dirent *entry;
    size_t count = 0;
    DIR *directory;

    snprintf(path, sizeof path, "%s/" CASES "%s", FZZF_SOURCES, folder);
    directory = opendir(path);
    CU_ASSERT_PTR_NOT_NULL_FATAL(directory);
    while ((entry = readdir(directory)) != NULL) {
        fzzf__text bytes = {0};

        if (strstr(entry->d_name, ".xml") == NULL)
            continue;
        snprintf(path, sizeof path, CASES "%s/%s", folder, entry->d_name);
        load(&bytes, path);
        act(entry->d_name, &bytes);
        fzzf__text_free(&bytes);
        count++;
    }
    closedir(directory);
    CU_ASSERT_TRUE(count >= least);
}

static void accept(const char *name, const fzzf__text *bytes)
{
    fzzf_diags *diags = new_diags();
    fzzf_source source = bytes_of(bytes->bytes, bytes->length);

    if (read_any(&source, diags) != FZZF_OK)
        CHECK_TEXT(name, fzzf_diags_message(diags, 0, FZZF_ENGLISH));
    CU_ASSERT_EQUAL(fzzf__diags_errors(diags), 0);
    fzzf_diags_free(diags);
}

static void accepts_every_valid_case(void)
{
    each_file("valid", 9, accept);
}

/* Every argument of a sentence must have been there. */
static void check_sentences(const char *name, const fzzf_diags *diags)
{
    size_t i;

    for (i = 0; i < fzzf_diags_count(diags); i++)
        if (strchr(fzzf_diags_message(diags, i, FZZF_ENGLISH), '{') != NULL ||
            strchr(fzzf_diags_message(diags, i, FZZF_CHINESE), '{') != NULL)
            CHECK_TEXT(name, fzzf_diags_message(diags, i, FZZF_ENGLISH));
}

static void refuse(const char *name, const fzzf__text *bytes)
{
    fzzf_diags *diags = new_diags();
    fzzf_source source = bytes_of(bytes->bytes, bytes->length);
    char found[16];

    CU_ASSERT_NOT_EQUAL(read_any(&source, diags), FZZF_OK);
    snprintf(found, sizeof found, "%d-%.2s.xml", first_code(diags), name + 5);
    CHECK_TEXT(found, name);
    if (first_code(diags) != 1013) {
        CU_ASSERT_TRUE(fzzf_diags_line(diags, 0) > 0);
        CU_ASSERT_TRUE(fzzf_diags_column(diags, 0) > 0);
    }
    check_sentences(name, diags);
    fzzf_diags_free(diags);
}

static void refuses_every_invalid_case_by_its_number(void)
{
    each_file("invalid", 150, refuse);
}

/* Fewer and fewer allocations fail, until none does. */
static void survive(const char *name, const fzzf__text *bytes)
{
    fzzf_source source = bytes_of(bytes->bytes, bytes->length);
    int refused = 1;
    long allow;

    for (allow = 0; refused; allow++) {
        fzzf_status status;

        CU_ASSERT_TRUE_FATAL(allow < 10000);
        fzzf__fault_after(allow);
        status = read_any(&source, NULL);
        fzzf__fault_after(-1);
        refused = fzzf__fault_seen();
        if (status != (refused ? FZZF_E_MEMORY : FZZF_OK))
            CHECK_TEXT(name, fzzf_status_name(status));
    }
    CU_ASSERT_TRUE(allow > 1);
}

static void gives_up_when_memory_runs_out(void)
{
    each_file("valid", 9, survive);
}

static int collect(void *user, const char *bytes, size_t size)
{
    fzzf__text_addn(user, bytes, size);
    return 0;
}

/* Reads a document with one writer's kind and writes it again. */
#define REWRITE(type, from, to)                                                \
    do {                                                                       \
        fzzf_source source = bytes_of((from)->bytes, (from)->length);          \
        fzzf_##type *document = NULL;                                          \
                                                                               \
        CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_##type(&document, &source, NULL),  \
                              FZZF_OK);                                        \
        CU_ASSERT_EQUAL(fzzf_xml_write_##type(document, collect, to, NULL),    \
                        FZZF_OK);                                              \
        fzzf_##type##_unref(document);                                         \
    } while (0)

#define CHECK_ROUND(type, file)                                                \
    do {                                                                       \
        fzzf__text text = {0}, once = {0}, twice = {0};                        \
                                                                               \
        load(&text, CASES "valid/" file);                                      \
        REWRITE(type, &text, &once);                                           \
        REWRITE(type, &once, &twice);                                          \
        CU_ASSERT_TRUE(once.length > 100);                                     \
        CHECK_TEXT(twice.bytes, once.bytes);                                   \
        fzzf__text_free(&text);                                                \
        fzzf__text_free(&once);                                                \
        fzzf__text_free(&twice);                                               \
    } while (0)

static void reads_what_the_writers_make(void)
{
    CHECK_ROUND(system, "system-full.xml");
    CHECK_ROUND(system, "system-prefixed.xml");
    CHECK_ROUND(contract, "contract.xml");
    CHECK_ROUND(tailoring, "tailoring.xml");
    CHECK_ROUND(declaration, "declaration-full.xml");
}

static void says_where_a_fault_is(void)
{
    static const char text[] =
        "<?xml version=\"1.0\"?>\n"
        "<!-- 注\n"
        "  <x> --><system " NS " id=\"s\"\n"
        "  edition=\"1\" title=\"t\">\r\n"
        "\t<indicator id=\"1\" title=\"中\"/><indicator\n"
        "   title=\"t\"/>\n"
        "</system>\n";
    fzzf_diags *diags = new_diags();
    fzzf_source source = text_of(text);
    fzzf_system *system = NULL;

    source.name = "folder/s.xml";
    CU_ASSERT_EQUAL(fzzf_xml_read_system(&system, &source, diags),
                    FZZF_E_SCHEMA);
    CU_ASSERT_PTR_NULL(system);
    CU_ASSERT_EQUAL(fzzf_diags_count(diags), 1);
    CU_ASSERT_EQUAL(first_code(diags), 2013);
    CHECK_TEXT(fzzf_diags_file(diags, 0), "folder/s.xml");
    CU_ASSERT_EQUAL(fzzf_diags_line(diags, 0), 5);
    /* A tab and the 31 bytes of the first indicator; '中' has three. */
    CU_ASSERT_EQUAL(fzzf_diags_column(diags, 0), 33);
    fzzf_diags_free(diags);
}

static void says_what_was_found_and_what_may_be_meant(void)
{
    fzzf_diags *diags = new_diags();
    fzzf_source source =
        text_of("<system " NS " id=\"s\" edition=\"1\" title=\"t\">"
                "<indicator id=\"1\" title=\"t\" poinst=\"1\"/></system>");
    fzzf_system *system = NULL;

    CU_ASSERT_EQUAL(fzzf_xml_read_system(&system, &source, diags),
                    FZZF_E_SCHEMA);
    CHECK_TEXT(fzzf_diags_message(diags, 0, FZZF_ENGLISH),
               "<indicator> has no attribute 'poinst'; was 'points' meant?");
    CHECK_TEXT(fzzf_diags_message(diags, 0, FZZF_CHINESE),
               "<indicator> 没有属性“poinst”，是否应为“points”？");
    fzzf_diags_free(diags);
}

static void reports_all_faults_at_once(void)
{
    /* Two attributes; a slip; an order; a third <results>; no assessment. */
    static const int expected[] = {2011, 2031, 2005, 2007, 2008, 2009};
    fzzf_diags *diags = new_diags();
    fzzf_source source =
        text_of("<declaration " NS " id=\"d\" system=\"s\" zebra=\"1\""
                " type=\"zebra\">"
                "<unit code=\"1\" name=\"n\" level=\"city\"/>"
                "<reprot><x/><y/></reprot>"
                "<report><results/><measures/><results/></report>"
                "<extension/><extension><x xmlns=\"\"/></extension>"
                "<!-- no assessment --></declaration>");
    fzzf_declaration *declaration = NULL;
    size_t i;

    CU_ASSERT_EQUAL(fzzf_xml_read_declaration(&declaration, &source, diags),
                    FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(fzzf_diags_count(diags),
                    sizeof expected / sizeof expected[0]);
    for (i = 0; i < fzzf_diags_count(diags); i++)
        CU_ASSERT_EQUAL(fzzf_diags_code(diags, i), expected[i]);
    fzzf_diags_free(diags);
}

static void tells_another_document_from_none(void)
{
    fzzf_diags *diags = new_diags();
    fzzf_source source = text_of("<contract " NS " id=\"c\"/>");
    fzzf_system *system = NULL;

    CU_ASSERT_EQUAL(fzzf_xml_read_system(&system, &source, diags),
                    FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(first_code(diags), 2002);
    fzzf_diags_free(diags);
}

static void refuses_a_wrong_source(void)
{
    static const fzzf_limits old_limits = {.size = 0};
    fzzf_source none = {.size = sizeof none};
    fzzf_source two = {.size = sizeof two, .bytes = "", .path = "x"};
    fzzf_source unsized = {.size = 0, .path = "x"};
    fzzf_source limits = {
        .size = sizeof limits, .bytes = "", .limits = &old_limits};
    fzzf_source missing = {.size = sizeof missing, .path = "no/such/file"};
    fzzf_diags *diags = new_diags();
    fzzf_system *system = NULL;

    CU_ASSERT_EQUAL(fzzf_xml_read_system(&system, NULL, diags),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_xml_read_system(NULL, &missing, diags),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_xml_read_system(&system, &none, diags),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_xml_read_system(&system, &two, diags),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_xml_read_system(&system, &unsized, diags),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_xml_read_system(&system, &limits, diags),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_diags_count(diags), 0);
    CU_ASSERT_EQUAL(fzzf_xml_read_system(&system, &missing, diags), FZZF_E_IO);
    CU_ASSERT_EQUAL(first_code(diags), 1001);
    CHECK_TEXT(fzzf_diags_file(diags, 0), "no/such/file");
    CU_ASSERT_PTR_NULL(system);
    fzzf_diags_free(diags);
}

CU_TestInfo reader_tests[] = {
    {"accepts every valid case", accepts_every_valid_case},
    {"refuses every invalid case by its number",
     refuses_every_invalid_case_by_its_number},
    {"gives up when memory runs out", gives_up_when_memory_runs_out},
    {"reads what the writers make", reads_what_the_writers_make},
    {"says where a fault is", says_where_a_fault_is},
    {"says what was found and what may be meant",
     says_what_was_found_and_what_may_be_meant},
    {"reports all faults at once", reports_all_faults_at_once},
    {"tells another document from none", tells_another_document_from_none},
    {"refuses a wrong source", refuses_a_wrong_source},
    CU_TEST_INFO_NULL,
};
