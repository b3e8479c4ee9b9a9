"""What a standing body keeps for its minutes: house phrases and the quorum."""

from dataclasses import replace

from lpgminutes.domain.house_phrases import HousePhrase, checked_key, phrases_of, with_phrase
from lpgminutes.domain.meetings import Series
from lpgminutes.domain.quorum import read_quorum
from lpgminutes.domain.text import clean, clean_line
from lpgminutes.errors import NotFoundError
from lpgminutes.services.ports import Records, Store


def body(records: Records, short_name: str) -> Series:
    """Return a body by its short name, or say which there are."""
    found = records.series.find(short_name)
    if found is None:
        known = ", ".join(series.short_name for series in records.series.all()) or "none yet"
        raise NotFoundError(f"There is no body {short_name}. Known: {known}.")
    return found


def phrases(store: Store, short_name: str) -> tuple[HousePhrase, ...]:
    """Return the house phrases of a body, those that are shipped among them."""
    with store.read() as records:
        return phrases_of(body(records, short_name).phrases)


def set_phrase(store: Store, short_name: str, key: str, text: str, *, who: str) -> tuple[HousePhrase, ...]:
    """Keep a house phrase of a body; an empty text takes the key out."""
    phrase = HousePhrase(key=checked_key(key), text=clean(text, what="the phrase").text.strip())
    with store.change("set a house phrase", who=who) as work:
        series = body(work, short_name)
        saved = work.series.save(replace(series, phrases=with_phrase(series.phrases, phrase)))
        work.commit()
    return phrases_of(saved.phrases)


def set_quorum(store: Store, short_name: str, rule: str, *, who: str) -> Series:
    """Keep the quorum of a body; an empty rule is none."""
    written = clean_line(rule, what="the quorum").text
    read_quorum(written)
    with store.change("set the quorum", who=who) as work:
        saved = work.series.save(replace(body(work, short_name), quorum=written))
        work.commit()
    return saved


def set_letters(store: Store, short_name: str, *, review_to: str | None, regulator: str | None, who: str) -> Series:
    """Keep what a body prints on the letters of its releases; ``None`` leaves it, an empty text takes it out."""
    with store.change("set what the letters of a body say", who=who) as work:
        series = body(work, short_name)
        saved = work.series.save(
            replace(
                series,
                review_to=series.review_to if review_to is None else clean_line(review_to, what="the address").text,
                regulator=series.regulator if regulator is None else clean_line(regulator, what="the regulator").text,
            )
        )
        work.commit()
    return saved
