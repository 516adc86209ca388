# SPDX-License-Identifier: Apache-2.0
"""Record documents: batches, registers and other plain structured data."""

from __future__ import annotations

import functools
from typing import Any, Iterator, NamedTuple

from fzzf import sources
from fzzf.errors import Finding
from fzzf.interface import _fzzf
from fzzf.owning import Document, need
from fzzf.system import unknown


class Place(NamedTuple):
    """Where a record was read; line 0: it was built."""

    file: str | None
    line: int
    column: int


class RecordField(NamedTuple):
    """An attribute: its form ("date"), and the words that it takes."""

    name: str
    title: str
    form: str
    required: bool
    choices: tuple[str, ...]


class RecordPart(NamedTuple):
    """Elements inside; most None is any number. keys differ among them."""

    name: str
    kind: RecordKind
    least: int
    most: int | None
    keys: tuple[str, ...]


class RecordKind(NamedTuple):
    """What a kind of record is made of: fields, and parts or a text."""

    name: str
    title: str
    text: bool
    fields: tuple[RecordField, ...]
    parts: tuple[RecordPart, ...]


def record_kinds() -> tuple[RecordKind, ...]:
    """Every kind of record document."""
    return tuple(
        _kind(int(_fzzf.fzzf_kind_at(i)))
        for i in range(_fzzf.fzzf_kind_count())
    )


#: The pointers of kinds are few and live as long as the program.
_pointers: dict[int, Any] = {}


def _kind_of(pointer: Any) -> RecordKind:
    _pointers.setdefault(int(pointer), pointer)
    return _kind(int(pointer))


@functools.lru_cache(maxsize=None)
def _kind(address: int) -> RecordKind:
    if address not in _pointers:
        for i in range(_fzzf.fzzf_kind_count()):
            root = _fzzf.fzzf_kind_at(i)
            _pointers.setdefault(int(root), root)
    pointer = _pointers[address]
    view = _fzzf.fzzf_kind_describe(pointer)
    return RecordKind(
        view["name"],
        view["title"],
        bool(view["text"]),
        tuple(_field(pointer, i) for i in range(view["field_count"])),
        tuple(
            _part(_fzzf.fzzf_kind_part(pointer, i))
            for i in range(view["part_count"])
        ),
    )


def _field(pointer: Any, index: int) -> RecordField:
    view = _fzzf.fzzf_kind_field(pointer, index)
    return RecordField(
        view["name"],
        view["title"],
        view["form"],
        bool(view["required"]),
        tuple(
            _fzzf.fzzf_kind_choice(pointer, index, i)
            for i in range(view["choice_count"])
        ),
    )


def _part(view: dict[str, Any]) -> RecordPart:
    keys = (view["key"], view["second_key"])
    return RecordPart(
        view["name"],
        _kind_of(view["kind"]),
        view["least"],
        view["most"] or None,
        tuple(key for key in keys if key is not None),
    )


class Whole(Document):
    """Keeps the document that records belong to."""

    __slots__ = ()


class Record:
    """A record document, or an element inside one.

        batch = fzzf.Record("batch", id="b1", title="第一批", system="s")
        phase = batch.add("phase", id="p", kind="survey", order="1", ...)
        phase.title = "群众满意度测评"
        for each in batch["phase"]:
            print(each.title, each.from_)

    Fields are attributes: '-' is written '_', and a word of Python ends with
    '_'. An absent one is None; None or del takes it away. What stands inside is
    asked for by the element's name. All records of a document are closed with
    it.
    """

    __slots__ = ("_whole", "_pointer", "_findings")
    _whole: Whole
    _pointer: Any
    _findings: tuple[Finding, ...]

    def __init__(self, document: str, /, **fields: str | None) -> None:
        need(document, str, "document")
        pointer = _fzzf.fzzf_kind_find(document)
        if pointer is None:
            names = [kind.name for kind in record_kinds()]
            raise ValueError(
                f"no kind of record document is {unknown(document, names)}"
            )
        made = _fzzf.fzzf_record_new(pointer)
        whole = Whole._take(made, _fzzf.fzzf_record_unref)
        self._fill(whole, made, ())
        for name, value in fields.items():
            setattr(self, name, value)

    def _fill(
        self, whole: Whole, pointer: Any, findings: tuple[Finding, ...]
    ) -> None:
        for name, value in (
            ("_whole", whole), ("_pointer", pointer), ("_findings", findings)
        ):
            object.__setattr__(self, name, value)

    @classmethod
    def _inside(cls, whole: Whole, pointer: Any) -> Record:
        record = object.__new__(cls)
        record._fill(whole, pointer, ())
        return record

    def _held(self) -> Any:
        self._whole._held()
        return self._pointer

    @property
    def element(self) -> RecordKind:
        """What kind of record this is."""
        return _kind_of(_fzzf.fzzf_record_kind(self._held()))

    @property
    def content(self) -> str | None:
        """The text inside; None when its kind holds none."""
        text: str | None = _fzzf.fzzf_record_describe(self._held())["text"]
        return text

    @property
    def place(self) -> Place:
        """Where it was read."""
        view = _fzzf.fzzf_record_describe(self._held())
        return Place(view["file"], view["line"], view["column"])

    @property
    def digest(self) -> str | None:
        """SHA-256 of the document; None when it was built or changed."""
        text: str | None = _fzzf.fzzf_record_describe(self._held())["sha256"]
        return text

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Warnings and notes that reading it left."""
        return self._findings

    def _field_name(self, name: str) -> str:
        """The field that an attribute is called after."""
        names = [field.name for field in self.element.fields]
        field = name.rstrip("_").replace("_", "-")
        if field in names:
            return field
        raise AttributeError(
            f"<{self.element.name}> has no field {unknown(field, names)}"
        )

    def __getattr__(self, name: str) -> str | None:
        if name.startswith("_"):
            raise AttributeError(name)
        value: str | None = _fzzf.fzzf_record_get(
            self._held(), self._field_name(name)
        )
        return value

    def __setattr__(self, name: str, value: str | None) -> None:
        if name == "content":
            need(value, str, "content")
            _fzzf.fzzf_record_set_text(self._held(), value)
            return
        if name.startswith("_") or hasattr(type(self), name):
            raise AttributeError(f"'{name}' cannot be set")
        _fzzf.fzzf_record_set(self._held(), self._field_name(name), value)

    def __delattr__(self, name: str) -> None:
        setattr(self, name, None)

    def _part(self, name: str) -> str:
        need(name, str, "a part's name")
        names = [part.name for part in self.element.parts]
        if name not in names:
            raise KeyError(
                f"<{self.element.name}> has no part {unknown(name, names)}"
            )
        return name

    def __getitem__(self, part: str) -> tuple[Record, ...]:
        held = self._held()
        name = self._part(part)
        return tuple(
            self._inside(self._whole, _fzzf.fzzf_record_at(held, name, i))
            for i in range(_fzzf.fzzf_record_count(held, name))
        )

    def __iter__(self) -> Iterator[Record]:
        for part in self.element.parts:
            yield from self[part.name]

    def __len__(self) -> int:
        """How many records stand inside."""
        held = self._held()
        return sum(
            _fzzf.fzzf_record_count(held, part.name)
            for part in self.element.parts
        )

    def __bool__(self) -> bool:
        return True

    def add(self, part: str, /, **fields: str | None) -> Record:
        """Appends a record, with these fields, and returns it."""
        held = self._held()
        name = self._part(part)
        pointer, _ = _fzzf.fzzf_record_add(held, name)
        record = self._inside(self._whole, pointer)
        try:
            for field, value in fields.items():
                setattr(record, field, value)
        except BaseException:
            last = _fzzf.fzzf_record_count(held, name) - 1
            _fzzf.fzzf_record_remove(held, name, last)
            raise
        return record

    def remove(self, part: str, index: int) -> None:
        """Takes a record out of this one."""
        count = len(self[part])
        if not -count <= index < count:
            raise IndexError(f"<{part}> number {index} is not there")
        _fzzf.fzzf_record_remove(self._held(), part, index % count)

    def check(self) -> None:
        """Raises InvalidDocument with all faults that only the whole shows."""
        _fzzf.fzzf_record_check(self._held())

    def to_xml(self, *, compact: bool = False) -> bytes:
        """The canonical document. InvalidDocument: see check()."""
        self.check()
        return sources.written(
            _fzzf.fzzf_xml_write_record, self._held(), compact
        )

    @property
    def closed(self) -> bool:
        """Whether close() was called."""
        return self._whole.closed

    def close(self) -> None:
        """Gives the memory of the document back."""
        self._whole.close()

    def __enter__(self) -> Record:
        self._held()
        return self

    def __exit__(self, *error: Any) -> None:
        self.close()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return int(self._pointer) == int(other._pointer)

    def __hash__(self) -> int:
        return hash(int(self._pointer))

    def __repr__(self) -> str:
        if self.closed:
            return "<fzzf.Record closed>"
        told = "".join(
            f" {field.name}={value!r}"
            for field in self.element.fields
            for value in [_fzzf.fzzf_record_get(self._held(), field.name)]
            if value is not None
        )
        return f"<fzzf.Record {self.element.name}{told}>"


def record_of(pointer: Any, findings: tuple[Finding, ...]) -> Record:
    """The document that a function made."""
    record = Record._inside(
        Whole._take(pointer, _fzzf.fzzf_record_unref), pointer
    )
    object.__setattr__(record, "_findings", findings)
    return record
