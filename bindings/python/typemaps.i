/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The whole mapping between the conventions of the C interface and Python,
 * stated once. Functions follow the conventions, so none needs a typemap of
 * its own; what cannot be seen in a signature is a list of names in fzzf.i.
 */

/* A status becomes None or an exception that carries the findings. What a
 * callback raised goes first. */
%typemap(out) fzzf_status {
    if (PyErr_Occurred())
        SWIG_fail;
    if ($1 != FZZF_OK) {
        glue_raise($1, "$symname", call_findings);
        SWIG_fail;
    }
    $result = SWIG_Py_Void();
}

/* A trailing "fzzf_diags *diags" is made and released by the wrapper. The
 * local hides the file-wide NULL that functions without findings see. What was
 * found by a call that succeeded is returned beside its value. */
%typemap(in, numinputs=0, noblock=1) fzzf_diags *diags {
    fzzf_diags *call_findings = NULL;
    if (fzzf_diags_new(&call_findings) != FZZF_OK) {
        PyErr_NoMemory();
        SWIG_fail;
    }
    $1 = call_findings;
}
%typemap(check) fzzf_diags *diags "";
%typemap(argout) fzzf_diags *diags {
    $result = glue_pair($result, glue_findings($1));
    if ($result == NULL)
        SWIG_fail;
}
%typemap(freearg) fzzf_diags *diags {
    fzzf_diags_free($1);
}

/* A list of findings that an object holds becomes findings too. */
%typemap(out) const fzzf_diags * {
    $result = glue_findings($1);
    if ($result == NULL)
        SWIG_fail;
}

/* A leading "T **out" becomes what is returned; Python owns it. */
%typemap(in, numinputs=0) SWIGTYPE **out ($*1_ltype made) {
    made = NULL;
    $1 = &made;
}
%typemap(argout) SWIGTYPE **out {
    Py_XDECREF($result);
    $result = SWIG_NewPointerObj((void *)*$1, $*1_descriptor, 0);
}
%typemap(in, numinputs=0) fzzf_document *out (fzzf_document found) {
    found = FZZF_DOCUMENT_NONE;
    $1 = &found;
}
%typemap(argout) fzzf_document *out {
    Py_XDECREF($result);
    $result = PyLong_FromLong((long)*$1);
}

/* A trailing "view" is made with its size set; filled, it becomes a dict of
 * Python's own values, and None past the end. */
%typemap(in, numinputs=0) SWIGTYPE *view ($*1_ltype space) {
    memset(&space, 0, sizeof space);
    space.size = sizeof space;
    $1 = &space;
}
%typemap(argout) SWIGTYPE *view {
    Py_XDECREF($result);
    $result = result == 0
        ? SWIG_Py_Void()
        : glue_view(SWIG_NewPointerObj((void *)$1, $1_descriptor, 0),
                    "$*1_ltype");
    if ($result == NULL)
        SWIG_fail;
}

/* Exact numbers come out as their exact text. */
%typemap(out) const fzzf_number * {
    $result = $1 == NULL ? SWIG_Py_Void()
                         : SWIG_FromCharPtr(fzzf_number_exact($1));
}

/* "(char *buffer, size_t capacity)" becomes a str, or None when there is
 * nothing to say. */
%typemap(in, numinputs=0, noblock=1) (char *buffer, size_t capacity) {
    char **const call_buffer = &$1;
    size_t *const call_capacity = &$2;
    if (!glue_room(call_buffer, call_capacity, 255))
        SWIG_fail;
}
%typemap(check) (char *buffer, size_t capacity) "";
%typemap(argout) (char *buffer, size_t capacity) {
    Py_XDECREF($result);
    $result = result == 0
        ? SWIG_Py_Void()
        : PyUnicode_DecodeUTF8($1, (Py_ssize_t)result, "replace");
    if ($result == NULL)
        SWIG_fail;
}
%typemap(freearg) (char *buffer, size_t capacity) {
    PyMem_Free($1);
}
%apply (char *buffer, size_t capacity) { (char *buffer, size_t size) };
%define %texts(NAME)
%exception NAME {
    $action
    if (result >= *call_capacity) {
        if (!glue_room(call_buffer, call_capacity, result))
            SWIG_fail;
        $action
    }
}
%enddef

/* Texts are str without NUL; these names of parameters may be None. */
%typemap(in) const char * {
    $1 = (char *)glue_text($input, "$symname", "$1_name");
    if ($1 == NULL)
        SWIG_fail;
}
%typemap(in) const char *reason, const char *observation,
    const char *new_value, const char *encoding,
    const char *evidence {
    $1 = NULL;
    if ($input != Py_None) {
        $1 = (char *)glue_text($input, "$symname", "$1_name");
        if ($1 == NULL)
            SWIG_fail;
    }
}
%typemap(check) const char * "";
%typemap(freearg) const char * "";
%typemap(check) const char *reason, const char *observation,
    const char *new_value, const char *encoding,
    const char *evidence "";
%typemap(freearg) const char *reason, const char *observation,
    const char *new_value, const char *encoding,
    const char *evidence "";

/* SWIG lets None through as NULL; the C functions need an object. */
%typemap(check) SWIGTYPE * {
    if ($1 == NULL)
        SWIG_exception_fail(SWIG_TypeError, "$symname: '$1_name' is None");
}
%typemap(check) const fzzf_write_options *options "";
%typemap(check) void * "";

/* A source is the tuple (read, path, bytes, name, limits, progress); see
 * streams.h. */
%typemap(in) const fzzf_source *source (fzzf_source space) {
    if (!stream_source($input, &space))
        SWIG_fail;
    $1 = &space;
}
%typemap(check) const fzzf_source *source "";
%apply const fzzf_source *source {
    const fzzf_source *from, const fzzf_source *to
};

/* What a writer writes is returned as bytes. */
%typemap(in, numinputs=0) (fzzf_write_fn write, void *user)
    (struct stream_bytes space) {
    memset(&space, 0, sizeof space);
    $1 = stream_write;
    $2 = &space;
}
%typemap(argout) (fzzf_write_fn write, void *user) {
    Py_XDECREF($result);
    $result = stream_written($2);
    if ($result == NULL)
        SWIG_fail;
}
%typemap(freearg) (fzzf_write_fn write, void *user) {
    stream_discard($2);
}

/* Each declaration of a stream is handed to a callable, which owns it. */
%typemap(in) (fzzf_declaration_fn each, void *user) {
    if (!PyCallable_Check($input))
        SWIG_exception_fail(SWIG_TypeError,
                            "$symname: 'each' cannot be called");
    $1 = stream_each;
    $2 = $input;
}

/* Paths are a tuple of bytes. */
%typemap(in) (const char *const *paths, size_t count) {
    $1 = ($1_ltype)stream_paths($input, &$2);
    if ($1 == NULL)
        SWIG_fail;
}
%typemap(check) (const char *const *paths, size_t count) "";
%typemap(freearg) (const char *const *paths, size_t count) {
    PyMem_Free((void *)$1);
}

/* Declarations are a tuple of those that Python holds. */
%typemap(in) (fzzf_declaration *const *declarations, size_t count) {
    $1 = ($1_ltype)glue_pointers($input, $descriptor(fzzf_declaration *), &$2);
    if ($1 == NULL)
        SWIG_fail;
}
%typemap(check) (fzzf_declaration *const *declarations, size_t count) "";
%typemap(freearg) (fzzf_declaration *const *declarations, size_t count) {
    PyMem_Free((void *)$1);
}

/* Structs of options are made by Python with their size set. */
%define %options(TYPE)
%immutable TYPE::size;
%extend TYPE {
    TYPE(void)
    {
        struct TYPE *made = PyMem_Calloc(1, sizeof *made);

        if (made != NULL)
            made->size = sizeof *made;
        return made;
    }
    ~TYPE(void)
    {
        PyMem_Free($self);
    }
}
%enddef

/* The other threads of Python run during the call. */
%define %slow(NAME)
%exception NAME {
    Py_BEGIN_ALLOW_THREADS
    $action
    Py_END_ALLOW_THREADS
}
%enddef
