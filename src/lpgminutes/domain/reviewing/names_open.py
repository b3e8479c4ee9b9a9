"""Where somebody whose name is withheld stands open under another form of it: ``Mrs Ellwood``, ``mellwood@``."""

from collections.abc import Iterator, Sequence

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.folding import fold, folded
from lpgminutes.domain.naming.names import looks_like_a_name, parse_name
from lpgminutes.domain.naming.persons import PersonForms, forms_of_person
from lpgminutes.domain.reviewing.copy import RedactedCopy
from lpgminutes.domain.reviewing.laid import Stretch, WithheldStretch


def names_open(withheld: Sequence[WithheldStretch], record: MinutesDocument, copy: RedactedCopy) -> Iterator[Stretch]:
    """Yield the forms that stand open of names which are withheld, but not the names in full."""
    listed = dict.fromkeys(row.name.plain() for row in record.attendance if looks_like_a_name(row.name.plain()))
    covered = [folded(stretch.words) for stretch in withheld]
    gone = [name for name in listed if any(_is_of(folded(name), words) for words in covered)]
    others = [parse_name(name) for name in listed if name not in gone]
    people = {folded(name): forms_of_person(parse_name(name), others) for name in gone}
    for passage in copy.passages if people else ():
        text = fold(passage.open_text()).text
        for whole, person in people.items():
            for form in dict.fromkeys(_forms(person, text)):
                if folded(form) != whole:
                    yield Stretch(where=passage.place.words(), words=form)


def _is_of(name: str, words: str) -> bool:
    """Whether a mark stands for a name, and not for a sentence that holds it."""
    return name in words and len(words.split()) <= 2 * len(name.split())


def _forms(person: PersonForms, text: str) -> Iterator[str]:
    """Yield the forms of a name in a text, without those within a longer one."""
    found = set(person.in_text(text, text.lower(), is_cell=False))
    for start, end in sorted(found):
        if not any(other != (start, end) and other[0] <= start and end <= other[1] for other in found):
            yield text[start:end].strip()
