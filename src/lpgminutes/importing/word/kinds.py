"""What a file is that came in place of a Word document, in a sentence with the way out."""

from lpgminutes.errors import InputError

ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS_WORD = "Open it in Word, save it as a Word document (.docx) and import that."
_BEGINNINGS = (
    (b"%PDF", "is a PDF, not a Word document. Import the Word file that it was made from, or its text as .txt."),
    (b"{\\rtf", f"is rich text (RTF), not a Word document. {_SAVE_AS_WORD}"),
    (b"<html", f"is a web page, not a Word document. {_SAVE_AS_WORD}"),
    (b"<!doctype html", f"is a web page, not a Word document. {_SAVE_AS_WORD}"),
    (b"<?xml", f"is bare XML, not a Word document. {_SAVE_AS_WORD}"),
)
_STREAMS = (
    (
        "EncryptedPackage",
        "is protected by a password. Open it in Word, take the password off under File, Info, and import it again.",
    ),
    ("WordDocument", f"is a Word document of the old kind (.doc). {_SAVE_AS_WORD}"),
    (
        "__nameid_version1.0",
        "is an Outlook message, not a Word document. Save the paper that it brings and import that.",
    ),
    ("Workbook", "is an old Excel workbook, not a Word document. Save its table as a Word document and import that."),
)
_OTHER_PACKAGES = (
    ("xl/workbook.xml", "is an Excel workbook, not a Word document. Paste its table into Word and import that."),
    ("ppt/presentation.xml", "is a PowerPoint presentation, not a Word document."),
    ("content.xml", f"is an OpenDocument file, not a Word document. {_SAVE_AS_WORD}"),
)
_LOOKED_AT = 1024


def refuse_unless_package(data: bytes, *, name: str) -> None:
    """Refuse what does not begin as every Word document does, and say what it is where its first bytes tell."""
    if data.startswith(ZIP):
        return
    if not data.strip(b"\0 \t\r\n"):
        raise InputError(f"{name} is empty.")
    if data.startswith(_OLE):
        raise InputError(f"{name} {_of_old_kind(data)}")
    beginning = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, words in _BEGINNINGS:
        if beginning.startswith(mark.lower()):
            raise InputError(f"{name} {words}")
    raise InputError(f"{name} is not a Word document, whatever its name says: check that it is the right file.")


def _of_old_kind(data: bytes) -> str:
    """Tell what an OLE file holds by the names of its streams, which stand in it as UTF-16."""
    for stream, words in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return words
    return f"is an Office file of the old kind, not a Word document. {_SAVE_AS_WORD}"


def not_word(names: frozenset[str], *, name: str) -> InputError:
    """Return the refusal of a package without a Word document in it, by the parts that it has."""
    for part, words in _OTHER_PACKAGES:
        if part in names:
            return InputError(f"{name} {words}")
    return InputError(
        f"{name} holds no Word document: the part with its text is missing. Open it in Word and save it again."
    )
