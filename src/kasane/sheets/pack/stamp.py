"""Draws a line of its own over each page of a finished PDF, so that many numbered copies cost one typesetting (R-CONF-06).

Nothing of the finished file is changed: what is new is written behind it, as an incremental update (ISO 32000-1, 7.5.6).
The pages of all copies are the same objects; only the drawing they all point to differs from copy to copy. It is marked
as an artifact, since it belongs to the paper and not to what stands on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

LEFT, TOP = 17.5 / 25.4 * 72, 4.5 / 25.4 * 72
"""Where the drawing begins, from the left and the upper edge of the paper."""
_NAME = NameObject("/KasaneCopy")
_ARTIFACT = b"/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC"


class Stampable:
    """A finished PDF, prepared once for any number of copies."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf if pdf.endswith(b"\n") else pdf + b"\n"
        reader = PdfReader(BytesIO(pdf))
        self._trailer = reader.trailer
        self._first_free = int(reader.trailer["/Size"])  # type: ignore[arg-type]
        self._before, self._drawn, self._after = range(self._first_free, self._first_free + 3)
        self._is_streamed = b"/Type/XRef" in pdf[-4096:].replace(b"/Type /XRef", b"/Type/XRef")
        self._starts_at = _last_start(pdf)
        self._pages = dict(self._changed_pages(reader))
        height = float(reader.pages[0].mediabox.height)
        self._pages[self._before] = _stream(b"q\n")
        self._height = height

    def copy(self, drawing: bytes) -> bytes:
        """The PDF with the only page of `drawing` (a PDF as well) at the head of every page."""
        page = PdfReader(BytesIO(drawing)).pages[0]
        down = self._height - TOP - float(page.mediabox.height)
        show = b"Q\n%s\nq 1 0 0 1 %.3f %.3f cm %s Do Q\nEMC\n" % (_ARTIFACT, LEFT, down, _NAME.encode())
        return self._with(self._pages | {self._after: _stream(show)} | self._objects_of(page))

    def _changed_pages(self, reader: PdfReader) -> Iterator[tuple[int, bytes]]:
        for page in reader.pages:
            place = page.indirect_reference
            assert place is not None
            changed = DictionaryObject(page)
            own = page.raw_get("/Contents")
            kept = own.get_object()
            contents = list(kept) if isinstance(kept, ArrayObject) else [own]
            changed[NameObject("/Contents")] = ArrayObject(
                [_ref(self._before, reader), *contents, _ref(self._after, reader)]
            )
            resources = DictionaryObject(page["/Resources"].get_object())  # type: ignore[arg-type]
            drawings = DictionaryObject(resources.get("/XObject", DictionaryObject()).get_object())  # type: ignore[arg-type]
            drawings[_NAME] = _ref(self._drawn, reader)
            resources[NameObject("/XObject")] = drawings
            changed[NameObject("/Resources")] = resources
            yield place.idnum, _written(changed)

    def _objects_of(self, page: DictionaryObject) -> dict[int, bytes]:
        """The drawing as one form with all it needs (its fonts), numbered on from ours."""
        contents = page.get_contents()  # type: ignore[attr-defined]
        form = StreamObject()
        form._data = contents.get_data() if contents is not None else b""
        box = page.mediabox  # type: ignore[attr-defined]
        form.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): ArrayObject(box),
                NameObject("/Resources"): page["/Resources"],
            }
        )
        return dict(_renumbered(form.flate_encode(), first=self._drawn, more=self._after + 1))

    def _with(self, objects: dict[int, bytes]) -> bytes:
        out = BytesIO()
        out.write(self._pdf)
        places = {}
        for number in sorted(objects):
            places[number] = out.tell()
            out.write(b"%d 0 obj\n%s\nendobj\n" % (number, objects[number]))
        self._close(out, places)
        return out.getvalue()

    def _close(self, out: BytesIO, places: dict[int, int]) -> None:
        """Where the new objects stand, and where the older list goes on."""
        start, size = out.tell(), max(places) + 1
        trailer = DictionaryObject(
            {
                NameObject(key): self._trailer.raw_get(key)
                for key in ("/Root", "/Info", "/ID")
                if key in self._trailer
            }
        )
        trailer[NameObject("/Prev")] = NumberObject(self._starts_at)
        if self._is_streamed:
            places[size] = start
            trailer[NameObject("/Size")] = NumberObject(size + 1)
            out.write(b"%d 0 obj\n%s\nendobj\n" % (size, _list_stream(places, trailer)))
        else:
            trailer[NameObject("/Size")] = NumberObject(size)
            out.write(b"xref\n")
            for first, run in _runs(places):
                out.write(b"%d %d\n" % (first, len(run)))
                out.writelines(b"%010d 00000 n \n" % places[number] for number in run)
            out.write(b"trailer\n%s\n" % _written(trailer))
        out.write(b"startxref\n%d\n%%%%EOF\n" % start)


def _renumbered(root: PdfObject, *, first: int, more: int) -> Iterator[tuple[int, bytes]]:
    """The object and everything it points to, under new numbers: `first` for itself, from `more` on for the rest."""
    numbers: dict[int, int] = {}
    waiting: list[tuple[int, PdfObject]] = [(first, root)]

    def moved(value: PdfObject) -> PdfObject:
        if isinstance(value, IndirectObject):
            if value.idnum not in numbers:
                numbers[value.idnum] = more + len(numbers)
                target = value.get_object()
                assert target is not None
                waiting.append((numbers[value.idnum], target))
            return IndirectObject(numbers[value.idnum], 0, value.pdf)
        if isinstance(value, StreamObject):
            whole = StreamObject()
            whole._data = value._data
            whole.update({key: moved(value.raw_get(key)) for key in value})
            return whole
        if isinstance(value, DictionaryObject):
            return DictionaryObject({key: moved(value.raw_get(key)) for key in value})
        if isinstance(value, ArrayObject):
            return ArrayObject([moved(list.__getitem__(value, place)) for place in range(len(value))])
        return value

    while waiting:
        number, value = waiting.pop()
        yield number, _written(moved(value))


def _ref(number: int, reader: PdfReader) -> IndirectObject:
    return IndirectObject(number, 0, reader)


def _written(value: PdfObject) -> bytes:
    out = BytesIO()
    value.write_to_stream(out)  # type: ignore[arg-type]
    return out.getvalue()


def _stream(data: bytes) -> bytes:
    stream = StreamObject()
    stream._data = data
    return _written(stream)


def _last_start(pdf: bytes) -> int:
    tail = pdf[pdf.rindex(b"startxref") + len(b"startxref") :]
    return int(tail.split()[0])


def _runs(places: dict[int, int]) -> Iterator[tuple[int, list[int]]]:
    """The numbers in stretches without a gap."""
    run: list[int] = []
    for number in sorted(places):
        if run and number != run[-1] + 1:
            yield run[0], run
            run = []
        run.append(number)
    if run:
        yield run[0], run


def _list_stream(places: dict[int, int], trailer: DictionaryObject) -> bytes:
    stream = StreamObject()
    stream._data = b"".join(
        b"\x01" + places[number].to_bytes(4, "big") + b"\x00\x00" for number in sorted(places)
    )
    stream.update(trailer)
    stream[NameObject("/Type")] = NameObject("/XRef")
    stream[NameObject("/W")] = ArrayObject(NumberObject(width) for width in (1, 4, 2))
    index = [number for first, run in _runs(places) for number in (first, len(run))]
    stream[NameObject("/Index")] = ArrayObject(NumberObject(number) for number in index)
    return _written(stream)
