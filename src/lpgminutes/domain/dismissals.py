"""What a body does not want suggested again when its minutes are released, and how a suggestion is known again."""

import hashlib
from dataclasses import dataclass
from enum import Enum

from lpgminutes.domain.folding import folded

_ID_LENGTH = 6


class SuggestionKind(Enum):
    """What sort of thing is suggested."""

    PERSON = "person"
    """Somebody of the register, in every form of the name."""
    MISSPELT_NAME = "misspelt-name"
    NICKNAME = "nickname"
    INITIALS = "initials"
    SPEAKER = "speaker"
    """A name in no register that does what people do in minutes."""
    NAME = "name"
    """Two or three words with capitals in no register, of which the first is a common forename."""
    WITHHELD_BEFORE = "withheld-before"
    """What an earlier release of the same body withheld."""
    EMAIL = "email"
    PHONE = "phone"
    NI_NUMBER = "ni-number"
    NHS_NUMBER = "nhs-number"
    TAX_REFERENCE = "tax-reference"
    POSTCODE = "postcode"
    BANK_DETAILS = "bank-details"
    VEHICLE = "vehicle"
    CAPITALISED_NAME = "capitalised-name"
    """Two words with capitals that no register knows: a person, a firm, or neither."""
    ROLE = "role"
    """A role that one person alone holds."""
    MONEY = "money"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """A suggestion that a body does not want again."""

    kind: SuggestionKind
    text: str

    @property
    def id(self) -> str:
        """The id of the suggestion that was dismissed."""
        return suggestion_id(self.kind, self.text)


def suggestion_id(kind: SuggestionKind, text: str) -> str:
    """Return six letters that are the same as long as a suggestion is about the same thing."""
    said = f"{kind.value}|{folded(text)}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_LENGTH]
