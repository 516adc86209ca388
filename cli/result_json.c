/* SPDX-License-Identifier: Apache-2.0 */
/* Results as JSON, every number an exact text. */
#include "result_json.h"

#include <string.h>

#include "sentence.h"
#include "show.h"

void json_begin(struct json *json, struct out *out, const char *command)
{
    memset(json, 0, sizeof *json);
    json->out = out;
    json_object(json, NULL);
    json_text(json, "format", "fzzf-result-1");
    json_text(json, "command", command);
}

static void write_number(struct json *json, const char *key,
                         const fzzf_number *number)
{
    json_text(json, key, exact_text(number));
}

static void write_verdict(struct json *json, const fzzf_verdict *verdict)
{
    json_text(json, "declaration", verdict->declaration);
    json_text(json, "unit", verdict->unit);
    json_text(json, "unit_name", verdict->unit_name);
    json_text(json, "system", verdict->system);
    json_text(json, "contract", verdict->contract);
    json_text(json, "eligible", fzzf_answer_name(verdict->eligible));
    json_text(json, "deciding", fzzf_reading_name(verdict->deciding));
    json_text(json, "grade", verdict->grade);
}

static void write_readings(struct json *json, const fzzf_result *result)
{
    fzzf_reading_view view = {.size = sizeof view};
    int i;

    json_array(json, "readings");
    for (i = 0; i < FZZF_READING_COUNT; i++) {
        if (!fzzf_result_reading(result, (fzzf_reading)i, &view))
            continue;
        json_object(json, NULL);
        json_text(json, "name", view.name);
        write_number(json, "low", view.low);
        write_number(json, "high", view.high);
        write_number(json, "of", view.of);
        json_count(json, "left_out", view.left_out);
        json_text(json, "passes", fzzf_answer_name(view.passes));
        json_end_object(json);
    }
    json_end_array(json);
}

static bool write_reasons(struct json *json, const fzzf_result *result,
                          struct sentence *sentence)
{
    fzzf_reason reason = {.size = sizeof reason};
    bool sound = true;
    size_t i;

    json_array(json, "reasons");
    for (i = 0; sound && fzzf_result_reason(result, i, &reason); i++) {
        const char *text;

        json_object(json, NULL);
        json_text(json, "code", reason.code);
        json_text(json, "id", reason.id);
        json_text(json, "node", reason.node);
        json_text(json, "answer", fzzf_answer_name(reason.answer));
        text = sentence_reason(sentence, result, i, FZZF_CHINESE);
        json_text(json, "zh", text);
        sound = text != NULL;
        text = sentence_reason(sentence, result, i, FZZF_ENGLISH);
        json_text(json, "en", text);
        sound = sound && text != NULL;
        json_end_object(json);
    }
    json_end_array(json);
    return sound;
}

static void write_open(struct json *json, const fzzf_result *result)
{
    fzzf_open open = {.size = sizeof open};
    size_t i;

    json_array(json, "open");
    for (i = 0; fzzf_result_open(result, i, &open); i++) {
        json_object(json, NULL);
        json_text(json, "node", open.node);
        json_text(json, "observation", open.observation);
        json_text(json, "period", open.period);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_inputs(struct json *json, const fzzf_result *result)
{
    fzzf_input input = {.size = sizeof input};
    size_t i;

    json_array(json, "inputs");
    for (i = 0; fzzf_result_input(result, i, &input); i++) {
        json_object(json, NULL);
        json_text(json, "role", input.role);
        json_text(json, "id", input.id);
        json_text(json, "sha256", input.sha256);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_figures(struct json *json, const fzzf_result *result)
{
    fzzf_figure figure = {.size = sizeof figure};
    size_t i;

    json_array(json, "figures");
    for (i = 0; fzzf_result_figure(result, i, &figure); i++) {
        json_object(json, NULL);
        json_text(json, "name", figure.name);
        json_text(json, "node", figure.node);
        write_number(json, "low", figure.low);
        write_number(json, "high", figure.high);
        json_truth(json, "enclosed", figure.enclosed != 0);
        write_number(json, "square", figure.square);
        json_end_object(json);
    }
    json_end_array(json);
}

static bool write_causes(struct json *json, const fzzf_result *result,
                         size_t index, struct sentence *sentence)
{
    fzzf_cause cause = {.size = sizeof cause};
    bool sound = true;
    size_t i;

    json_array(json, "causes");
    for (i = 0; sound && fzzf_result_cause(result, index, i, &cause); i++) {
        const char *text;

        json_object(json, NULL);
        json_text(json, "code", cause.code);
        json_text(json, "label", cause.label);
        write_number(json, "amount", cause.amount);
        write_number(json, "high", cause.high);
        json_text(json, "node", cause.node);
        json_text(json, "veto", cause.veto);
        text = sentence_cause(sentence, result, index, i, FZZF_CHINESE);
        json_text(json, "zh", text);
        sound = text != NULL;
        text = sentence_cause(sentence, result, index, i, FZZF_ENGLISH);
        json_text(json, "en", text);
        sound = sound && text != NULL;
        json_end_object(json);
    }
    json_end_array(json);
    return sound;
}

/* Both sentences, or null when the score is exact. */
static bool write_why(struct json *json, const fzzf_result *result,
                      size_t index, struct sentence *sentence)
{
    const char *text = sentence_why(sentence, result, index, FZZF_CHINESE);

    if (text == NULL)
        return false;
    if (*text == '\0') {
        json_text(json, "why", NULL);
        return true;
    }
    json_object(json, "why");
    json_text(json, "zh", text);
    text = sentence_why(sentence, result, index, FZZF_ENGLISH);
    json_text(json, "en", text);
    json_end_object(json);
    return text != NULL;
}

static bool write_node(struct json *json, const fzzf_result *result,
                       size_t index, bool causes, struct sentence *sentence)
{
    fzzf_node node = {.size = sizeof node};
    bool sound;

    if (!fzzf_result_node(result, index, &node))
        return true;
    json_object(json, NULL);
    json_text(json, "id", node.id);
    json_text(json, "title", node.title);
    json_count(json, "level", (size_t)node.level);
    json_truth(json, "bonus", node.bonus != 0);
    json_text(json, "state", fzzf_score_state_name(node.state));
    write_number(json, "score", node.score);
    write_number(json, "high", node.high);
    write_number(json, "full", node.full);
    json_text(json, "met", fzzf_answer_name(node.met));
    json_text(json, "grade", node.grade);
    sound = write_why(json, result, index, sentence);
    if (sound && causes)
        sound = write_causes(json, result, index, sentence);
    json_end_object(json);
    return sound;
}

static bool write_nodes(struct json *json, const fzzf_result *result,
                        const struct json_nodes *nodes,
                        struct sentence *sentence)
{
    const size_t count =
        nodes->indices == NULL ? fzzf_result_count(result) : nodes->count;
    bool sound = true;
    size_t i;

    json_array(json, "nodes");
    for (i = 0; sound && i < count; i++)
        sound = write_node(json, result,
                           nodes->indices == NULL ? i : nodes->indices[i],
                           nodes->causes, sentence);
    json_end_array(json);
    return sound;
}

bool json_result(struct json *json, const fzzf_result *result,
                 const struct json_nodes *nodes)
{
    fzzf_verdict verdict = {.size = sizeof verdict};
    struct sentence sentence = {0};
    bool sound;

    (void)fzzf_result_verdict(result, &verdict);
    json_object(json, NULL);
    write_verdict(json, &verdict);
    write_readings(json, result);
    sound = write_reasons(json, result, &sentence);
    write_open(json, result);
    write_inputs(json, result);
    write_figures(json, result);
    sound = sound && write_nodes(json, result, nodes, &sentence);
    json_end_object(json);
    sentence_free(&sentence);
    return sound;
}
