"""Whether the protective marking stands in every header and footer that a page can have."""

from collections.abc import Iterator, Mapping

from lpgminutes.documents.ooxml import (
    DOCUMENT,
    DOCUMENT_RELATIONSHIPS,
    KINDS,
    NotXml,
    R,
    parse,
    part_named,
    w,
)


def unmarked(parts: Mapping[str, bytes], texts: Mapping[str, str], marking: str) -> list[str]:
    """Return a sentence for each header and footer, of each section, that is missing or lacks ``marking``.

    ``texts`` is what a reader sees of each part.
    """
    targets = _targets(parts.get(DOCUMENT_RELATIONSHIPS, b"<none/>"))
    inherited: dict[tuple[str, str], str] = {}
    sentences: list[str] = []
    for number, section in enumerate(parse(parts[DOCUMENT]).iter(w("sectPr")), start=1):
        for element in section.iter(w("headerReference"), w("footerReference")):
            place = "header" if element.tag == w("headerReference") else "footer"
            inherited[place, element.get(w("type"), "default")] = targets.get(element.get(f"{{{R}}}id", ""), "")
        sentences += _sentences(number, {key: texts.get(part, "") for key, part in inherited.items()}, marking)
    return sentences or ([] if inherited else ["The template has no section with a header and a footer."])


def _targets(relationships: bytes) -> dict[str, str]:
    """Return the parts that the main text refers to; what cannot be read is the seal's to refuse."""
    try:
        entries = parse(relationships)
    except NotXml:
        return {}
    return {entry.get("Id", ""): part_named(entry.get("Target", "")) for entry in entries}


def _sentences(section: int, texts: Mapping[tuple[str, str], str], marking: str) -> Iterator[str]:
    for place in ("header", "footer"):
        for kind in KINDS:
            if (place, kind) not in texts:
                yield f"Section {section} has no {kind} {place}, so a page could go without its marking."
            elif marking not in texts[place, kind]:
                yield f"The {kind} {place} of section {section} does not hold the marking."
