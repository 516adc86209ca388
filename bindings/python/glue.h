/* SPDX-License-Identifier: Apache-2.0 */
/* What the wrapper that SWIG writes needs: findings, views and texts. */
#ifndef BINDINGS_PYTHON_GLUE_H
#define BINDINGS_PYTHON_GLUE_H

#include <Python.h>
#include <string.h>

#include "fzzf/fzzf.h"

/* Seen by wrappers of functions that report no findings. */
static fzzf_diags *const call_findings = NULL;

/* Of each struct that begins with its size: {"fzzf_node": {"id": getter}}. */
static PyObject *glue_structs;

/* Returns (@first, @second) and takes both; NULL when one is NULL. */
static PyObject *glue_pair(PyObject *first, PyObject *second)
{
    PyObject *pair = NULL;

    if (first != NULL && second != NULL)
        pair = PyTuple_Pack(2, first, second);
    Py_XDECREF(first);
    Py_XDECREF(second);
    return pair;
}

/* The pointers of @type that a tuple holds; free with PyMem_Free(). */
static void **glue_pointers(PyObject *given, swig_type_info *type,
                            size_t *count)
{
    void **pointers;
    Py_ssize_t i;

    if (!PyTuple_Check(given)) {
        PyErr_SetString(PyExc_TypeError, "a tuple is needed");
        return NULL;
    }
    *count = (size_t)PyTuple_GET_SIZE(given);
    pointers = PyMem_Calloc(*count + 1, sizeof *pointers);
    if (pointers == NULL)
        PyErr_NoMemory();
    for (i = 0; pointers != NULL && i < PyTuple_GET_SIZE(given); i++) {
        if (SWIG_IsOK(SWIG_ConvertPtr(PyTuple_GET_ITEM(given, i), &pointers[i],
                                      type, 0)) &&
            pointers[i] != NULL)
            continue;
        PyErr_SetString(PyExc_TypeError, "the tuple holds something else");
        PyMem_Free(pointers);
        pointers = NULL;
    }
    return pointers;
}

/* If @name is PREFIX_field_get, returns the field; else NULL. */
static PyObject *field_of(const char *name, const char *prefix)
{
    const size_t skip = strlen(prefix);
    const size_t length = strlen(name);

    if (length < skip + 6 || strncmp(name, prefix, skip) != 0 ||
        name[skip] != '_' || strcmp(name + length - 4, "_get") != 0)
        return NULL;
    return PyUnicode_FromStringAndSize(name + skip + 1,
                                       (Py_ssize_t)(length - skip - 5));
}

/* The getters of the struct @prefix, by field, without its size. */
static PyObject *fields_of(PyObject *names, const char *prefix)
{
    PyObject *fields = PyDict_New();
    PyObject *key, *getter;
    Py_ssize_t at = 0;

    while (fields != NULL && PyDict_Next(names, &at, &key, &getter)) {
        const char *name = PyUnicode_AsUTF8(key);
        PyObject *field = name == NULL ? NULL : field_of(name, prefix);

        if (PyErr_Occurred() ||
            (field != NULL &&
             PyUnicode_CompareWithASCIIString(field, "size") != 0 &&
             PyDict_SetItem(fields, field, getter) != 0))
            Py_CLEAR(fields);
        Py_XDECREF(field);
    }
    return fields;
}

static int add_struct(PyObject *names, const char *name)
{
    static const char mark[] = "_size_get";
    const size_t length = strlen(name);
    char prefix[64] = "";
    PyObject *fields;
    int added;

    if (length < sizeof mark || length - (sizeof mark - 1) >= sizeof prefix ||
        strcmp(name + length - (sizeof mark - 1), mark) != 0)
        return 1;
    memcpy(prefix, name, length - (sizeof mark - 1));
    fields = fields_of(names, prefix);
    added = fields != NULL &&
            PyDict_SetItemString(glue_structs, prefix, fields) == 0;
    Py_XDECREF(fields);
    return added;
}

/* Called once, with the names of the module. */
static int glue_init(PyObject *names)
{
    PyObject *key, *value;
    Py_ssize_t at = 0;

    glue_structs = PyDict_New();
    if (glue_structs == NULL)
        return 0;
    while (PyDict_Next(names, &at, &key, &value)) {
        const char *name = PyUnicode_AsUTF8(key);

        if (name == NULL || !add_struct(names, name))
            return 0;
    }
    return PyDict_SetItemString(names, "structs", glue_structs) == 0;
}

/* What @view, of the struct called @type, holds; takes @view. */
static PyObject *glue_view(PyObject *view, const char *type)
{
    PyObject *fields = PyDict_GetItemString(glue_structs, type);
    PyObject *record = fields == NULL ? NULL : PyDict_New();
    PyObject *field, *getter;
    Py_ssize_t at = 0;

    if (fields == NULL)
        PyErr_Format(PyExc_SystemError, "no view is called %s", type);
    if (view == NULL)
        Py_CLEAR(record);
    while (record != NULL && PyDict_Next(fields, &at, &field, &getter)) {
        PyObject *value = PyObject_CallFunctionObjArgs(getter, view, NULL);

        if (value == NULL || PyDict_SetItem(record, field, value) != 0)
            Py_CLEAR(record);
        Py_XDECREF(value);
    }
    Py_XDECREF(view);
    return record;
}

/* A str of @text, or None. */
static PyObject *text_or_none(const char *text)
{
    if (text == NULL)
        Py_RETURN_NONE;
    return PyUnicode_DecodeUTF8(text, (Py_ssize_t)strlen(text),
                                "surrogateescape");
}

static PyObject *arguments_of(const fzzf_diags *list, size_t index)
{
    PyObject *arguments = PyList_New(0);
    const char *text;
    size_t i;

    for (i = 0; arguments != NULL &&
                (text = fzzf_diags_argument(list, index, i)) != NULL;
         i++) {
        PyObject *item = text_or_none(text);

        if (item == NULL || PyList_Append(arguments, item) != 0)
            Py_CLEAR(arguments);
        Py_XDECREF(item);
    }
    return arguments;
}

/* (code, severity, file, line, column, path, arguments, zh, en) */
static PyObject *finding_at(const fzzf_diags *list, size_t index)
{
    return Py_BuildValue(
        "iiNllNNNN", fzzf_diags_code(list, index),
        (int)fzzf_diags_severity(list, index),
        text_or_none(fzzf_diags_file(list, index)),
        fzzf_diags_line(list, index), fzzf_diags_column(list, index),
        text_or_none(fzzf_diags_path(list, index)), arguments_of(list, index),
        text_or_none(fzzf_diags_message(list, index, FZZF_CHINESE)),
        text_or_none(fzzf_diags_message(list, index, FZZF_ENGLISH)));
}

static PyObject *glue_findings(const fzzf_diags *list)
{
    PyObject *findings = PyList_New(0);
    size_t i;

    for (i = 0; findings != NULL && i < fzzf_diags_count(list); i++) {
        PyObject *item = finding_at(list, i);

        if (item == NULL || PyList_Append(findings, item) != 0)
            Py_CLEAR(findings);
        Py_XDECREF(item);
    }
    return findings;
}

/* Calls fzzf.errors.raise_status(status, function, findings, dropped). */
static void glue_raise(fzzf_status status, const char *function,
                       const fzzf_diags *list)
{
    PyObject *module = PyImport_ImportModule("fzzf.errors");
    PyObject *findings = module == NULL ? NULL : glue_findings(list);

    if (findings != NULL)
        Py_XDECREF(PyObject_CallMethod(module, "raise_status", "isNn",
                                       (int)status, function, findings,
                                       (Py_ssize_t)fzzf_diags_dropped(list)));
    Py_XDECREF(module);
}

/* The UTF-8 of a str without NUL; NULL with an exception for all else. */
static const char *glue_text(PyObject *object, const char *function,
                             const char *name)
{
    const char *text = NULL;
    Py_ssize_t length;

    if (!PyUnicode_Check(object))
        PyErr_Format(PyExc_TypeError, "%s: '%s' must be str, not %s", function,
                     name, Py_TYPE(object)->tp_name);
    else
        text = PyUnicode_AsUTF8AndSize(object, &length);
    if (text != NULL && strlen(text) != (size_t)length) {
        PyErr_Format(PyExc_ValueError, "%s: '%s' holds a NUL character",
                     function, name);
        text = NULL;
    }
    return text;
}

/* Makes room for @length bytes and the zero that ends them. */
static int glue_room(char **buffer, size_t *capacity, size_t length)
{
    char *larger = PyMem_Realloc(*buffer, length + 1);

    if (larger == NULL) {
        PyErr_NoMemory();
        return 0;
    }
    *buffer = larger;
    *capacity = length + 1;
    return 1;
}

#endif
