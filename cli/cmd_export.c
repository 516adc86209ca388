/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf export: the report and the materials of one declaration, as a folder. */
#include <string.h>

#include "input.h"
#include "load.h"
#include "message.h"

extern const struct command command_export;

/* The declaration that is asked for, and how many fit. */
struct choice {
    struct cli *cli;
    fzzf_declaration *found;
    size_t count;
};

static bool fits(const char *asked, const char *is)
{
    return asked == NULL || strcmp(asked, is) == 0;
}

static int choose(void *user, fzzf_declaration *declaration)
{
    struct choice *const choice = user;
    const struct settings *const settings = &choice->cli->settings;

    if (!fits(settings->declaration, fzzf_declaration_id(declaration)) ||
        !fits(settings->unit, fzzf_declaration_unit(declaration)))
        return 0;
    if (choice->count++ == 0)
        choice->found = fzzf_declaration_ref(declaration);
    return 0;
}

static bool find(struct choice *choice, const char *name)
{
    struct cli *const cli = choice->cli;
    fzzf_source source;

    input_single(name, &source);
    if (!succeeded(
            cli, fzzf_xml_each_declaration(&source, choose, choice, cli->diags),
            name))
        return false;
    if (choice->count == 0)
        return refuse(cli, "“{0}”中没有所指的申报",
                      "'{0}' holds no such declaration", name, NULL);
    if (choice->count > 1)
        return refuse(cli,
                      "“{0}”中不止一份申报；请用 --declaration 或 --unit 指明",
                      "'{0}' holds more than one declaration; say which by "
                      "--declaration or --unit",
                      name, NULL);
    return true;
}

/* The result, when a contract is given. */
static bool evaluate(struct cli *cli, fzzf_system *system,
                     fzzf_declaration *declaration, fzzf_result **out)
{
    fzzf_contract *contract = NULL;
    fzzf_plan *plan = NULL;
    bool sound;

    if (cli->settings.contract == NULL)
        return true;
    sound =
        load_contract(cli, &contract) &&
        succeeded(cli, fzzf_plan_new(&plan, system, contract, cli->diags),
                  cli->settings.system) &&
        succeeded(cli, fzzf_plan_evaluate(plan, out, declaration, cli->diags),
                  fzzf_declaration_id(declaration));
    fzzf_plan_unref(plan);
    fzzf_contract_unref(contract);
    return sound;
}

static void export(struct cli *cli, fzzf_declaration *declaration)
{
    fzzf_system *system = NULL;
    fzzf_result *result = NULL;

    if (load_system(cli, &system) &&
        evaluate(cli, system, declaration, &result))
        (void)succeeded(cli,
                        fzzf_report_export_in(cli->language, declaration,
                                              system, result,
                                              cli->settings.evidence,
                                              cli->settings.folder, cli->diags),
                        cli->settings.folder);
    fzzf_result_unref(result);
    fzzf_system_unref(system);
}

static void run(struct cli *cli)
{
    struct choice choice = {.cli = cli};

    if (cli->settings.system == NULL || cli->settings.folder == NULL) {
        (void)refuse(cli, "export 需要 --system 文件 和 --out 文件夹",
                     "export needs --system FILE and --out FOLDER", NULL, NULL);
        return;
    }
    if (find(&choice, cli->settings.arguments.items[0]))
        export(cli, choice.found);
    fzzf_declaration_unref(choice.found);
}

static const struct option own[] = {
    {"evidence",
     OPTION_TEXT,
     OPTION_FIELD(evidence),
     {{"文件夹", "FOLDER"}},
     {{"佐证材料的文件，以 href 或编号为名；核对摘要后随附",
       "the files of evidence, named by href or id; copied when their digest "
       "holds"}}},
    {"out",
     OPTION_TEXT,
     OPTION_FIELD(folder),
     {{"文件夹", "FOLDER"}},
     {{"导出到此文件夹，它尚不存在", "the folder to make; it must not exist"}}},
    {.name = NULL},
};

static const struct option *const options[] = {options_of_documents,
                                               options_of_selection, own, NULL};

const struct command command_export = {
    .arguments = {{"文件|- --system 文件 --out 文件夹",
                   "FILE|- --system FILE --out FOLDER"}},
    .details =
        {{"全国法治政府建设示范创建系统的导入格式没有公布；这里导出它所要求的"
          "内容：自评报告\n"
          "（网页和纯文本，三个部分另成文件），以及每个三级指标的材料文件夹和"
          "目录（HTML、XML、\n"
          "CSV）。给出 --contract 时写入得分和结论。涉密材料、"
          "含身份号码的申报一律不导出。\n"
          "--lang 决定页面用语；填报的内容照录。",
          "The import format of the national system is not published. This "
          "exports what it\n"
          "asks for: the self-evaluation report (HTML and plain text, its "
          "three parts as\n"
          "files of their own) and, for every level-3 indicator, a folder of "
          "materials with\n"
          "an index (HTML, XML, CSV). With --contract scores and verdict are "
          "shown.\n"
          "Classified material and declarations with identity numbers are "
          "refused. The pages\n"
          "are in the language of --lang, but for what was entered."}},
    .examples = "fzzf export county.xml --system system.xml --evidence files "
                "--out handin",
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
