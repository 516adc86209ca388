/* SPDX-License-Identifier: Apache-2.0 */
/* Reading the documents that options name. */
#include "load.h"

#include <string.h>

#include "input.h"
#include "message.h"

/* Whether @tailoring is of another of several systems than @system. */
static bool is_of_other(const struct cli *cli, const fzzf_tailoring *tailoring,
                        const fzzf_system *system)
{
    return cli->settings.systems.count > 0 &&
           strcmp(fzzf_tailoring_system(tailoring), fzzf_system_id(system)) !=
               0;
}

/* Replaces *@system by what the tailoring @name makes of it. */
static bool tailor(struct cli *cli, fzzf_system **system, const char *name)
{
    fzzf_tailoring *tailoring = NULL;
    fzzf_system *tailored = NULL;
    fzzf_source source;
    fzzf_status status;

    input_single(name, &source);
    status = fzzf_xml_read_tailoring(&tailoring, &source, cli->diags);
    if (status == FZZF_OK && is_of_other(cli, tailoring, *system)) {
        fzzf_tailoring_unref(tailoring);
        return true;
    }
    if (status == FZZF_OK)
        status = fzzf_system_tailor(&tailored, *system, tailoring, cli->diags);
    fzzf_tailoring_unref(tailoring);
    if (!succeeded(cli, status, name))
        return false;
    fzzf_system_unref(*system);
    *system = tailored;
    cli->settings.tailored++;
    return true;
}

bool load_system(struct cli *cli, fzzf_system **out)
{
    const struct list *const tailorings = &cli->settings.tailorings;
    const char *const name = cli->settings.system;
    fzzf_system *system = NULL;
    fzzf_source source;
    size_t i;

    input_single(name, &source);
    if (!succeeded(cli, fzzf_xml_read_system(&system, &source, cli->diags),
                   name))
        return false;
    for (i = 0; i < tailorings->count; i++)
        if (!tailor(cli, &system, tailorings->items[i])) {
            fzzf_system_unref(system);
            return false;
        }
    *out = system;
    return true;
}

bool load_contract(struct cli *cli, fzzf_contract **out)
{
    const char *const name = cli->settings.contract;
    fzzf_source source;

    input_single(name, &source);
    return succeeded(cli, fzzf_xml_read_contract(out, &source, cli->diags),
                     name);
}

bool is_record(struct cli *cli, const fzzf_record *record, const char *kind,
               const char *name)
{
    if (fzzf_record_kind(record) == fzzf_kind_find(kind))
        return true;
    return refuse(cli, "“{0}”不是 <{1}> 文档", "'{0}' is no document <{1}>",
                  name, kind);
}

bool load_record(struct cli *cli, const char *name, const char *kind,
                 fzzf_record **out)
{
    fzzf_record *record = NULL;
    fzzf_source source;

    input_single(name, &source);
    if (!succeeded(cli, fzzf_xml_read_record(&record, &source, cli->diags),
                   name))
        return false;
    if (!is_record(cli, record, kind, name)) {
        fzzf_record_unref(record);
        return false;
    }
    *out = record;
    return true;
}

static bool is_given(struct cli *cli, const char *value, const char *option)
{
    return value != NULL ||
           refuse(cli, "{0} 需要 --{1} 文件", "{0} needs --{1} FILE",
                  cli->row->name, option);
}

bool load_plan(struct cli *cli, fzzf_plan **out)
{
    fzzf_system *system = NULL;
    fzzf_contract *contract = NULL;
    bool sound = is_given(cli, cli->settings.system, "system");

    sound = is_given(cli, cli->settings.contract, "contract") && sound;
    if (sound) {
        sound = load_system(cli, &system);
        sound = load_contract(cli, &contract) && sound;
    }
    if (sound)
        sound = succeeded(cli, fzzf_plan_new(out, system, contract, cli->diags),
                          cli->settings.system);
    fzzf_system_unref(system);
    fzzf_contract_unref(contract);
    return sound;
}

bool load_side(struct cli *cli, bool second, fzzf_plan **out)
{
    struct settings *const settings = &cli->settings;

    if (second && settings->to_system != NULL)
        settings->system = settings->to_system;
    if (second && settings->to_contract != NULL)
        settings->contract = settings->to_contract;
    return load_plan(cli, out);
}

bool load_declaration(struct cli *cli, const char *name, fzzf_declaration **out)
{
    fzzf_source source;

    input_single(name, &source);
    return succeeded(cli, fzzf_xml_read_declaration(out, &source, cli->diags),
                     name);
}
