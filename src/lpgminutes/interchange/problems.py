"""What is wrong with a file, gathered so that a person is told of several things at once."""

from dataclasses import dataclass, field

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from lpgminutes.errors import InputError
from lpgminutes.interchange.places import place_of

MOST_TOLD = 5
"""Problems that are told one by one; of the others only the number."""

_WORDS = {
    "missing": "this field is missing; add it.",
    "list_type": "this has to be a list.",
    "model_type": "this has to be a group of fields.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong, with its place already in the sentence."""

    sentence: str
    kind: type[InputError] = InputError


@dataclass(slots=True)
class Problems:
    """The problems of one file."""

    name: str
    """The name of the file."""
    found: list[Problem] = field(default_factory=list)

    def add(self, place: str, words: str, kind: type[InputError] = InputError) -> None:
        """Note that something is wrong at a place."""
        self.found.append(Problem(sentence=f"{place}: {words}" if place else words, kind=kind))

    def raise_if_any(self) -> None:
        """Raise the error that tells all of them; its class is that of the gravest."""
        if not self.found:
            return
        name = "".join(character if character.isprintable() else "?" for character in self.name)
        told = [f"{name}: {problem.sentence}" for problem in self.found[:MOST_TOLD]]
        if left := len(self.found) - MOST_TOLD:
            told += [f"… and {left} more of this sort."] if left > 0 else []
        kinds = [problem.kind for problem in self.found if problem.kind is not InputError]
        raise (kinds or [InputError])[0]("\n".join(told))


def words_for(error: ErrorDetails) -> str:
    """Say what a failed check found, without repeating what it found it in."""
    context = error.get("ctx", {})
    return str(context["error"]) if "error" in context else _WORDS.get(error["type"], "this cannot be read.")


def add_failed_checks(problems: Problems, failed: ValidationError) -> None:
    """Note every failed check with its place; where the format is wrong, the rest is beside the point."""
    errors = failed.errors(include_url=False, include_input=False)
    about_format = [error for error in errors if error["loc"] in {("format",), ("version",)}]
    for error in about_format[:1] or errors:
        problems.add(place_of(error["loc"]), words_for(error))
