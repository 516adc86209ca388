/* SPDX-License-Identifier: Apache-2.0 */
/* Handing out the declarations of a stream. */

#include "base/diag.h"
#include "unit/xml/reading.h"

#include "fzzf/codes.h"
#include "model/declaration.h"

#define UNIT "<unit code=\"1\" name=\"n\" level=\"city\"/>"
#define GOOD(id)                                                               \
    "<declaration id=\"" id "\" system=\"s\" type=\"comprehensive\">" UNIT     \
    "<assessment assessor=\"self\"/></declaration>"
#define BAD(id)                                                                \
    "<declaration id=\"" id "\" system=\"s\" type=\"comprehensive\">" UNIT     \
    "<assessment assessor=\"nobody\"/></declaration>"
#define BATCH(inside) "<declarations " NS ">" inside "</declarations>"

struct heard {
    fzzf__text ids;
    size_t count, stop_at;
    fzzf_declaration *kept;
};

static int hear(void *user, fzzf_declaration *declaration)
{
    struct heard *heard = user;

    fzzf__text_add(&heard->ids, fzzf_declaration_id(declaration));
    fzzf__text_add(&heard->ids, " ");
    if (heard->kept == NULL)
        heard->kept = fzzf_declaration_ref(declaration);
    return ++heard->count == heard->stop_at;
}

/* Reads @text and checks what was heard, the status and the findings. */
static void check(const char *text, const fzzf_limits *limits, const char *ids,
                  fzzf_status status, size_t findings)
{
    struct heard heard = {.count = 0};
    fzzf_source source = text_of(text);
    fzzf_diags *diags = new_diags();

    source.limits = limits;
    CU_ASSERT_EQUAL(fzzf_xml_each_declaration(&source, hear, &heard, diags),
                    status);
    CHECK_TEXT(heard.ids.length == 0 ? "" : heard.ids.bytes, ids);
    CU_ASSERT_EQUAL(fzzf__diags_errors(diags), findings);
    fzzf__text_free(&heard.ids);
    fzzf_declaration_unref(heard.kept);
    fzzf_diags_free(diags);
}

static void gives_all_in_order(void)
{
    check(BATCH(GOOD("a") GOOD("b") GOOD("c")), NULL, "a b c ", FZZF_OK, 0);
    check(BATCH(""), NULL, "", FZZF_OK, 0);
    check("<declaration " NS
          " id=\"a\" system=\"s\" type=\"comprehensive\">" UNIT
          "<assessment assessor=\"self\"/></declaration>",
          NULL, "a ", FZZF_OK, 0);
}

static void leaves_out_those_with_a_fault(void)
{
    check(BATCH(BAD("a") GOOD("b") BAD("c") GOOD("d")), NULL, "b d ",
          FZZF_E_SCHEMA, 2);
    check(BATCH("<zebra/>" GOOD("b") "text" GOOD("d")), NULL, "b d ",
          FZZF_E_SCHEMA, 2);
    check(BATCH(GOOD("a") "<declaration/>" GOOD("b")), NULL, "a b ",
          FZZF_E_SCHEMA, 5);
}

static void leaves_out_those_beyond_a_limit(void)
{
    fzzf_limits limits = {.size = sizeof limits, .text = 20};
    const char *batch =
        BATCH(GOOD("a") "<declaration id=\"b\" system=\"s\""
                        " type=\"comprehensive\">" UNIT
                        "<report><measures>a text of more than twenty bytes"
                        "</measures><results>and another one just as long"
                        "</results></report><assessment assessor=\"self\"/>"
                        "</declaration>" GOOD("c"));

    check(batch, &limits, "a c ", FZZF_E_LIMIT, 1);
    limits = (fzzf_limits){.size = sizeof limits, .document = 150};
    check(batch, &limits, "a c ", FZZF_E_LIMIT, 1);
    limits = (fzzf_limits){.size = sizeof limits, .elements = 3};
    check(batch, &limits, "a c ", FZZF_E_LIMIT, 1);
    limits = (fzzf_limits){.size = sizeof limits, .depth = 3};
    check(batch, &limits, "a c ", FZZF_E_LIMIT, 1);
}

static void gives_what_came_before_the_end_of_the_xml(void)
{
    check("<declarations " NS ">" GOOD("a") GOOD("b") "</declaration>", NULL,
          "a b ", FZZF_E_SYNTAX, 1);
    check("<declarations " NS ">" GOOD("a"), NULL, "a ", FZZF_E_SYNTAX, 1);
    /* A prefix that is not declared ends it too, though libxml2 goes on. */
    check("<declarations " NS
          ">" GOOD("a") "<x:y/>" GOOD("b") "</declarations>",
          NULL, "a ", FZZF_E_SYNTAX, 1);
}

static void stops_when_it_is_told(void)
{
    struct heard heard = {.stop_at = 2};
    fzzf_source source = text_of(BATCH(GOOD("a") GOOD("b") GOOD("c")));
    fzzf_source single =
        text_of("<declaration " NS " id=\"d\" system=\"s\""
                " type=\"comprehensive\">" UNIT
                "<assessment assessor=\"self\"/></declaration>");

    CU_ASSERT_EQUAL(fzzf_xml_each_declaration(&source, hear, &heard, NULL),
                    FZZF_E_CANCELLED);
    CHECK_TEXT(heard.ids.bytes, "a b ");
    heard.stop_at = 3;
    CU_ASSERT_EQUAL(fzzf_xml_each_declaration(&single, hear, &heard, NULL),
                    FZZF_E_CANCELLED);
    /* Whoever takes a reference keeps it. */
    CHECK_TEXT(fzzf_declaration_id(heard.kept), "a");
    fzzf__text_free(&heard.ids);
    fzzf_declaration_unref(heard.kept);
}

static int without_digest(void *user, fzzf_declaration *declaration)
{
    ++*(size_t *)user;
    CHECK_TEXT(declaration->input.sha256, "");
    CU_ASSERT_TRUE(declaration->input.size > 100);
    return 0;
}

/* What a progress function was told, and when it is to cancel. */
struct told {
    uint64_t bytes;
    size_t count, stop_at;
};

static int tell(void *user, uint64_t bytes)
{
    struct told *told = user;

    CU_ASSERT_TRUE(bytes > told->bytes);
    told->bytes = bytes;
    return ++told->count == told->stop_at;
}

static void make_long_batch(fzzf__text *text, int count)
{
    fzzf__text_add(text, "<declarations " NS ">");
    for (int i = 0; i < count; i++) {
        fzzf__text_add(text, "<declaration id=\"d");
        fzzf__text_add_int(text, i);
        fzzf__text_add(text, "\" system=\"s\" type=\"comprehensive\">" UNIT
                             "<assessment assessor=\"self\"/></declaration>");
    }
    fzzf__text_add(text, "</declarations>");
}

static void tells_how_far_it_is_and_can_be_cancelled(void)
{
    fzzf__text text = {0};
    size_t pieces = 0;

    make_long_batch(&text, 1000);
    for (size_t stop_at = 0; stop_at <= pieces; stop_at++) {
        struct told told = {.stop_at = stop_at};
        struct heard heard = {.count = 0};
        fzzf_source source = bytes_of(text.bytes, text.length);
        fzzf_diags *diags = new_diags();

        source.progress = tell;
        source.progress_user = &told;
        CU_ASSERT_EQUAL(fzzf_xml_each_declaration(&source, hear, &heard, diags),
                        stop_at == 0 ? FZZF_OK : FZZF_E_CANCELLED);
        CU_ASSERT_EQUAL(fzzf_diags_count(diags), 0);
        if (stop_at == 0) {
            pieces = told.count;
            CU_ASSERT_EQUAL(told.bytes, text.length);
            CU_ASSERT_EQUAL(heard.count, 1000);
        } else {
            CU_ASSERT_EQUAL(told.count, stop_at);
            CU_ASSERT_TRUE(heard.count < 1000);
        }
        fzzf__text_free(&heard.ids);
        fzzf_declaration_unref(heard.kept);
        fzzf_diags_free(diags);
    }
    CU_ASSERT_TRUE(pieces > 2);
    fzzf__text_free(&text);
}

static void takes_no_digest_when_none_is_wanted(void)
{
    fzzf_source source = text_of(BATCH(GOOD("a") GOOD("b")));
    size_t count = 0;

    source.undigested = 1;
    CU_ASSERT_EQUAL(
        fzzf_xml_each_declaration(&source, without_digest, &count, NULL),
        FZZF_OK);
    CU_ASSERT_EQUAL(count, 2);
}

#define EVIDENCE(id, kind) "<evidence id=\"" id "\" kind=\"" kind "\"/>"
#define PROVEN(inside)                                                         \
    BATCH("<declaration id=\"a\" system=\"s\" type=\"comprehensive\">" UNIT    \
          "<assessment assessor=\"self\"><indicator id=\"1\">" inside          \
          "</indicator></assessment></declaration>")

static int write_nothing(void *user, const char *bytes, size_t size)
{
    (void)user, (void)bytes, (void)size;
    return 0;
}

static int without_evidence(void *user, fzzf_declaration *declaration)
{
    const struct fzzf__statement *statement =
        declaration->assessments[0].statements;

    ++*(size_t *)user;
    CU_ASSERT_EQUAL(statement->evidence_count, 0);
    CU_ASSERT_EQUAL(statement->evidence_counts[0], 3);
    CU_ASSERT_EQUAL(statement->evidence_counts[FZZF_EVIDENCE_NEWS], 2);
    CU_ASSERT_EQUAL(statement->evidence_counts[FZZF_EVIDENCE_BRIEF], 1);
    CU_ASSERT_EQUAL(
        fzzf_xml_write_declaration(declaration, write_nothing, NULL, NULL),
        FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_declaration_inspect(declaration, NULL),
                    FZZF_E_ARGUMENT);
    return 0;
}

static void counts_evidence_that_is_not_kept(void)
{
    fzzf_source source = text_of(PROVEN(
        EVIDENCE("e1", "news") EVIDENCE("e2", "brief") EVIDENCE("e3", "news")));
    size_t count = 0;

    source.counted = 1;
    CU_ASSERT_EQUAL(
        fzzf_xml_each_declaration(&source, without_evidence, &count, NULL),
        FZZF_OK);
    CU_ASSERT_EQUAL(count, 1);
}

static void checks_evidence_that_is_not_kept(void)
{
    fzzf_source source = text_of(PROVEN(EVIDENCE("e1", "news") EVIDENCE(
        "e1", "brief") EVIDENCE("e3", "rumour")));
    fzzf_diags *diags = new_diags();
    size_t count = 0;

    source.counted = 1;
    CU_ASSERT_EQUAL(
        fzzf_xml_each_declaration(&source, without_evidence, &count, diags),
        FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(count, 0);
    CU_ASSERT_EQUAL(fzzf_diags_count(diags), 2);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), FZZF__F_BAD_WORD);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 1), FZZF__F_DUPLICATE);
    fzzf_diags_free(diags);
}

static void refuses_wrong_arguments(void)
{
    fzzf_source source = text_of(BATCH(""));

    CU_ASSERT_EQUAL(fzzf_xml_each_declaration(&source, NULL, NULL, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_xml_each_declaration(NULL, hear, NULL, NULL),
                    FZZF_E_ARGUMENT);
}

CU_TestInfo read_batch_tests[] = {
    {"gives all in order", gives_all_in_order},
    {"leaves out those with a fault", leaves_out_those_with_a_fault},
    {"leaves out those beyond a limit", leaves_out_those_beyond_a_limit},
    {"gives what came before the end of the XML",
     gives_what_came_before_the_end_of_the_xml},
    {"stops when it is told", stops_when_it_is_told},
    {"tells how far it is and can be cancelled",
     tells_how_far_it_is_and_can_be_cancelled},
    {"takes no digest when none is wanted",
     takes_no_digest_when_none_is_wanted},
    {"counts evidence that is not kept", counts_evidence_that_is_not_kept},
    {"checks evidence that is not kept", checks_evidence_that_is_not_kept},
    {"refuses wrong arguments", refuses_wrong_arguments},
    CU_TEST_INFO_NULL,
};
