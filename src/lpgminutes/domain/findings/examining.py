"""Looks for everything that may give a release away."""

from collections.abc import Iterator, Sequence
from datetime import date

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.findings.accepting import with_acceptance, with_standing
from lpgminutes.domain.findings.addresses import half_addresses
from lpgminutes.domain.findings.ages import expired
from lpgminutes.domain.findings.codes_of_people import coded_names
from lpgminutes.domain.findings.corrections_tell import corrections_tell
from lpgminutes.domain.findings.dates_told import month_told
from lpgminutes.domain.findings.duties import marks_without_exemption, missing_limbs, missing_records
from lpgminutes.domain.findings.earlier import told_together
from lpgminutes.domain.findings.finding import Finding, Severity
from lpgminutes.domain.findings.implied import implied_nil
from lpgminutes.domain.findings.layout import alphabetical, countable, inconsistent, whole_paragraphs
from lpgminutes.domain.findings.letter_told import recorded_texts, told_by_letter
from lpgminutes.domain.findings.marking import marking_against_release
from lpgminutes.domain.findings.minutes_moved import minutes_moved
from lpgminutes.domain.findings.near_names import nearly_named
from lpgminutes.domain.findings.one_sort import sorts_that_differ
from lpgminutes.domain.findings.open_elsewhere import open_elsewhere
from lpgminutes.domain.findings.outside import outside_texts, people_outside
from lpgminutes.domain.findings.papers_named import papers_named
from lpgminutes.domain.findings.persons_open import perhaps_open
from lpgminutes.domain.findings.pointed_back import pointed_back
from lpgminutes.domain.findings.posts import posts_told
from lpgminutes.domain.findings.pre_marks_open import pre_marks_open, signs_open
from lpgminutes.domain.findings.public_records import public_records
from lpgminutes.domain.findings.relations import relatives_told
from lpgminutes.domain.findings.sex_told import sex_told
from lpgminutes.domain.findings.shares import much_withheld
from lpgminutes.domain.findings.singled_out import singled_out
from lpgminutes.domain.findings.surroundings import NOTHING_KNOWN, Surroundings
from lpgminutes.domain.findings.tied_by_words import tied_by_words
from lpgminutes.domain.findings.words_taken import words_taken
from lpgminutes.domain.findings.worked_out import computable
from lpgminutes.domain.findings.worked_out_elsewhere import computable_elsewhere
from lpgminutes.domain.locating import Located, searchable
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.withholding import Acceptance, Rule


def examine(
    original: MinutesDocument,
    copy: MinutesDocument,
    located: Located,
    accepted: Sequence[Acceptance],
    *,
    meeting: Meeting | None = None,
    handled: Sequence[Rule] = (),
    around: Surroundings = NOTHING_KNOWN,
    has_letter: bool = False,
) -> tuple[Finding, ...]:
    """Return everything found in a release copy, the gravest first, with the reason if accepted.

    ``handled`` are all rules of the case, also those that were lifted or rejected; ``around`` is what is known beside
    the minutes; ``has_letter`` says that a letter goes with the release.
    """
    rules = [rule for rule, _ in located.rules]
    outside = list(outside_texts(copy))
    texts = [*(text for text in searchable(copy) if text.words), *outside]
    held_on = meeting.date if meeting else None
    standing = [
        *open_elsewhere(original, texts, located, held_on, around.renamings),
        *people_outside(outside, located.people),
    ]
    found = [
        *standing,
        *told_by_letter(_in_letter(original, located, around, held_on), has_letter=has_letter),
        *told_together(original, texts, located, around, standing),
        *perhaps_open(texts, located.people, around.register, around.renamings),
        *coded_names(texts, located.people),
        *nearly_named(original, texts, located),
        *minutes_moved(original, rules),
        *corrections_tell(texts),
        *signs_open(texts),
        *(pre_marks_open(original, located, meeting, handled) if meeting else ()),
        *month_told(original, texts, located, meeting),
        *posts_told(copy, located.people.open),
        *marks_without_exemption(copy),
        *missing_records(rules),
        *missing_limbs(rules),
        *expired(rules, meeting.date if meeting else None, around.today),
        *marking_against_release(copy),
        *computable(original, copy, located),
        *computable_elsewhere(original, texts, located),
        *implied_nil(copy),
        *sex_told(copy, located.people.open),
        *relatives_told(copy, texts),
        *tied_by_words(original, copy, texts, located),
        *singled_out(copy),
        *pointed_back(copy),
        *alphabetical(copy),
        *inconsistent(original, located),
        *sorts_that_differ(original, located),
        *countable(copy),
        *whole_paragraphs(original, copy),
        *much_withheld(original, copy),
        *words_taken(original, located),
        *half_addresses(copy),
        *papers_named(copy),
        *public_records(original, copy, texts, located),
    ]
    order = list(Severity)
    ordered = sorted(found, key=lambda f: order.index(f.severity))
    return tuple(with_acceptance(f, accepted) for f in with_standing(ordered, original))


def _in_letter(
    original: MinutesDocument, located: Located, around: Surroundings, held_on: date | None
) -> Iterator[Finding]:
    """Yield what is found in what a letter prints, held against nothing but what is withheld.

    What an officer wrote there makes no word of the minutes an ordinary one.
    """
    recorded = list(recorded_texts(rule for rule, _ in located.rules))
    if recorded:
        yield from open_elsewhere(original, recorded, located, held_on, around.renamings)
        yield from people_outside(recorded, located.people)
        yield from perhaps_open(recorded, located.people, around.register, around.renamings)
        yield from nearly_named(original, recorded, located)
