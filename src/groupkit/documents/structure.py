"""What a page is made of, for a screen reader: the tags of a PDF.

A :class:`Tag` says what a piece of a page is and in what it stands; it is shared by the parts of
one thing that goes over two pages. What has no tag (rules, tints, page numbers) is an artifact.
Elements stand in the order in which they were drawn, which is the order of reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFPage,
    PDFString,
)

_ARTIFACT = "/Artifact BMC"
_SILENT = frozenset({"q", "Q"})


@dataclass(frozen=True, eq=False)
class Tag:
    """A role in the structure (one of PDF's: H1, P, L, LI, Lbl, LBody, Table, Figure ...)."""

    role: str
    parent: Tag | None = None
    spoken: str = ""
    """What is said for something drawn, such as a box to tick."""


class Begun(str):
    """The operator that begins tagged content; which number it has is known with the page."""

    tag: Tag

    def __new__(cls, tag: Tag) -> Begun:
        self = super().__new__(cls, "BMC")
        self.tag = tag
        return self


class Ended(str):
    """The operator that ends it."""


@dataclass
class _Element:
    """A structure element as it grows."""

    written: dict[str, Any]
    kids: list[Any]
    reference: PDFObjectReference


@dataclass
class Structure:
    """The tree of one document."""

    document: Any
    _elements: dict[Tag, _Element] = field(default_factory=dict)
    _pages: list[list[PDFObjectReference]] = field(default_factory=list)
    _root: _Element | None = None
    _parts: list[_Element] = field(default_factory=list)
    _tree: PDFDictionary | None = None

    def begin_page(self) -> None:
        """Count what is tagged anew."""
        self._pages.append([])

    def begin_part(self, language: str) -> None:
        """Let what is tagged from now on, and stands in nothing else, be a part of its own."""
        whole = self._document_element()
        part = self._new("Part", whole.reference)
        part.written["Lang"] = PDFString(language)
        whole.kids.append(part.reference)
        self._parts.append(part)

    def numbered(self, code: Sequence[str], *, copy: bool = False) -> Iterator[str]:
        """Yield the operators of what becomes part of the page begun last.

        ``copy`` is for what the reader has heard already: all of it is an artifact.
        """
        page = self.document.thisPageRef()
        between: list[str] = []
        for operator in code:
            if not isinstance(operator, Begun | Ended):
                between.append(operator)
                continue
            if isinstance(operator, Begun):
                yield from _as_artifact(between)
                yield _ARTIFACT if copy else self._begun(operator.tag, page)
            else:
                yield from between
                yield "EMC"
            between = []
        yield from _as_artifact(between)

    def end_page(self, page: PDFPage) -> None:
        """Tell ``page``, which is the one begun last, where its elements are found."""
        told: Any = page
        told.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        told.StructParents = len(self._pages) - 1
        told.Tabs = PDFName("S")

    def finish(self) -> None:
        """Write the tree into the document."""
        if self._root is None or self._tree is None:
            return
        for element in (*self._parts, *self._elements.values()):
            element.written["K"] = PDFArray(element.kids)
        self._root.written["K"] = PDFArray(self._root.kids)
        numbers: list[Any] = []
        for number, parents in enumerate(self._pages):
            numbers += [number, self.document.Reference(PDFArray(parents))]
        self._tree.dict |= {
            "K": PDFArray([self._root.reference]),
            "ParentTree": self.document.Reference(PDFDictionary({"Nums": PDFArray(numbers)})),
            "ParentTreeNextKey": len(self._pages),
        }
        catalog = self.document.Catalog
        catalog.StructTreeRoot = self._tree
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _begun(self, tag: Tag, page: PDFObjectReference) -> str:
        element = self._element(tag)
        parents = self._pages[-1]
        content = {"Type": PDFName("MCR"), "Pg": page, "MCID": len(parents)}
        element.kids.append(PDFDictionary(content))
        parents.append(element.reference)
        return f"/{tag.role} <</MCID {len(parents) - 1}>> BDC"

    def _element(self, tag: Tag) -> _Element:
        if tag not in self._elements:
            parent = self._element(tag.parent) if tag.parent else self._outermost()
            element = self._new(tag.role, parent.reference)
            if tag.spoken:
                said = "Alt" if tag.role == "Figure" else "ActualText"
                element.written[said] = PDFString(tag.spoken)
            self._elements[tag] = element
            parent.kids.append(element.reference)
        return self._elements[tag]

    def _outermost(self) -> _Element:
        return self._parts[-1] if self._parts else self._document_element()

    def _document_element(self) -> _Element:
        if self._root is None:
            self._tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
            self._root = self._new("Document", self.document.Reference(self._tree))
        return self._root

    def _new(self, role: str, parent: PDFObjectReference) -> _Element:
        written = {"Type": PDFName("StructElem"), "S": PDFName(role), "P": parent}
        dictionary = PDFDictionary(written)
        return _Element(dictionary.dict, [], self.document.Reference(dictionary))


def _as_artifact(between: list[str]) -> Iterator[str]:
    paints = any(not (one in _SILENT or one.endswith(" cm")) for one in between)
    if not paints:
        yield from between
        return
    yield _ARTIFACT
    yield from between
    yield "EMC"
