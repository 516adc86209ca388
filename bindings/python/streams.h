/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Documents to and from Python's objects. The callbacks are called while other
 * threads of Python run, and take the interpreter for themselves. What Python
 * raises in them stays raised and stops the reading.
 */
#ifndef BINDINGS_PYTHON_STREAMS_H
#define BINDINGS_PYTHON_STREAMS_H

#include "glue.h"

/* What a writer wrote so far. */
struct stream_bytes {
    char *bytes;
    size_t length;
    size_t capacity;
};

/* Copies what @call gave; -1 with an exception when it is not right. */
static int64_t copy_bytes(PyObject *given, const char *call, char *buffer,
                          size_t size)
{
    Py_buffer bytes;
    int64_t length;

    if (!PyObject_CheckBuffer(given)) {
        PyErr_Format(PyExc_TypeError,
                     "%s gave %s instead of bytes; a file must be opened in "
                     "binary mode",
                     call, Py_TYPE(given)->tp_name);
        return -1;
    }
    if (PyObject_GetBuffer(given, &bytes, PyBUF_SIMPLE) != 0)
        return -1;
    length = (int64_t)bytes.len;
    if ((size_t)bytes.len > size) {
        PyErr_Format(PyExc_ValueError, "%s gave more than was asked", call);
        length = -1;
    } else {
        memcpy(buffer, bytes.buf, (size_t)bytes.len);
    }
    PyBuffer_Release(&bytes);
    return length;
}

/* For fzzf_source: @user is the read method of a file object. */
static int64_t stream_read(void *user, char *buffer, size_t size)
{
    const PyGILState_STATE state = PyGILState_Ensure();
    PyObject *given = NULL;
    int64_t length = -1;

    if (!PyErr_Occurred())
        given = PyObject_CallFunction(user, "n", (Py_ssize_t)size);
    if (given != NULL)
        length = copy_bytes(given, "read()", buffer, size);
    Py_XDECREF(given);
    PyGILState_Release(state);
    return length;
}

/* The bytes object @object without NUL as a text; NULL for None. */
static int path_text(PyObject *object, const char **out)
{
    char *text = NULL;

    if (object != Py_None && PyBytes_AsStringAndSize(object, &text, NULL) != 0)
        return 0;
    *out = text;
    return 1;
}

static int limits_of(PyObject *object, const fzzf_limits **out)
{
    void *limits = NULL;

    if (object != Py_None && !SWIG_IsOK(SWIG_ConvertPtr(
                                 object, &limits, SWIGTYPE_p_fzzf_limits, 0))) {
        PyErr_SetString(PyExc_TypeError, "limits are of the wrong type");
        return 0;
    }
    *out = limits;
    return 1;
}

/* For fzzf_source: @user is called with the bytes read so far; True as its
 * answer cancels, as what it raises does. Signals, such as Ctrl-C, are looked
 * at too. */
static int stream_progress(void *user, uint64_t bytes)
{
    const PyGILState_STATE state = PyGILState_Ensure();
    PyObject *answer = NULL;
    int stop = PyErr_Occurred() != NULL || PyErr_CheckSignals() != 0;

    if (stop == 0 && user != Py_None) {
        answer = PyObject_CallFunction(user, "K", (unsigned long long)bytes);
        stop = answer == NULL || answer == Py_True;
    }
    Py_XDECREF(answer);
    PyGILState_Release(state);
    return stop;
}

/* Reads (read, path, bytes, name, limits, progress), None being absent. The
 * tuple must outlive @source. */
static int stream_source(PyObject *given, fzzf_source *source)
{
    PyObject *read, *path, *bytes, *name, *limits, *progress;

    memset(source, 0, sizeof *source);
    source->size = sizeof *source;
    if (!PyTuple_Check(given)) {
        PyErr_SetString(PyExc_TypeError, "a source must be a tuple");
        return 0;
    }
    if (!PyArg_ParseTuple(given, "OOOOOO", &read, &path, &bytes, &name, &limits,
                          &progress) ||
        !path_text(path, &source->path) || !path_text(name, &source->name) ||
        !limits_of(limits, &source->limits))
        return 0;
    source->progress = stream_progress;
    source->progress_user = progress;
    if (read != Py_None) {
        source->read = stream_read;
        source->user = read;
    }
    if (bytes != Py_None) {
        if (!PyBytes_Check(bytes)) {
            PyErr_SetString(PyExc_TypeError, "bytes must be bytes");
            return 0;
        }
        source->bytes = PyBytes_AS_STRING(bytes);
        source->length = (size_t)PyBytes_GET_SIZE(bytes);
    }
    return 1;
}

/* For writers: @user is a struct stream_bytes. Needs no interpreter. */
static int stream_write(void *user, const char *bytes, size_t size)
{
    struct stream_bytes *all = user;
    size_t capacity = all->capacity;
    char *larger;

    while (capacity - all->length < size)
        capacity = capacity == 0 ? 4096 : 2 * capacity;
    if (capacity != all->capacity) {
        larger = PyMem_RawRealloc(all->bytes, capacity);
        if (larger == NULL)
            return 1;
        all->bytes = larger;
        all->capacity = capacity;
    }
    if (size > 0)
        memcpy(all->bytes + all->length, bytes, size);
    all->length += size;
    return 0;
}

static PyObject *stream_written(const struct stream_bytes *all)
{
    return PyBytes_FromStringAndSize(all->length == 0 ? "" : all->bytes,
                                     (Py_ssize_t)all->length);
}

static void stream_discard(struct stream_bytes *all)
{
    if (all != NULL)
        PyMem_RawFree(all->bytes);
}

/* For fzzf_xml_each_declaration(): @user is called with a pointer that it
 * owns; a true answer stops. */
static int stream_each(void *user, fzzf_declaration *declaration)
{
    const PyGILState_STATE state = PyGILState_Ensure();
    PyObject *answer = NULL;
    PyObject *object = NULL;
    int stop = 1;

    if (!PyErr_Occurred())
        object =
            SWIG_NewPointerObj(declaration, SWIGTYPE_p_fzzf_declaration, 0);
    if (object != NULL) {
        fzzf_declaration_ref(declaration);
        answer = PyObject_CallFunctionObjArgs(user, object, NULL);
    }
    if (answer != NULL)
        stop = PyObject_IsTrue(answer) != 0;
    Py_XDECREF(answer);
    Py_XDECREF(object);
    PyGILState_Release(state);
    return stop;
}

/* The texts of a tuple of bytes; free with PyMem_Free(). */
static const char *const *stream_paths(PyObject *given, size_t *count)
{
    const char **paths;
    Py_ssize_t i;

    if (!PyTuple_Check(given)) {
        PyErr_SetString(PyExc_TypeError, "paths must be a tuple of bytes");
        return NULL;
    }
    *count = (size_t)PyTuple_GET_SIZE(given);
    paths = PyMem_Calloc(*count + 1, sizeof *paths);
    if (paths == NULL)
        PyErr_NoMemory();
    for (i = 0; paths != NULL && i < PyTuple_GET_SIZE(given); i++) {
        if (path_text(PyTuple_GET_ITEM(given, i), &paths[i]) &&
            paths[i] != NULL)
            continue;
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_TypeError, "a path is None");
        PyMem_Free(paths);
        paths = NULL;
    }
    return paths;
}

#endif
