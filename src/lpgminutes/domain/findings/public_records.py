"""Numbers under which anybody can look somebody or something up: of a company, a title, a nurse, a case in court."""

import re
from collections.abc import Iterator, Sequence

from lpgminutes.domain.document import MarkKind, MinutesDocument
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity, one_for_each
from lpgminutes.domain.findings.items import item_finder
from lpgminutes.domain.findings.nearly_the_words import PROSE
from lpgminutes.domain.folding import fold
from lpgminutes.domain.identifying import POSTCODE
from lpgminutes.domain.locating import Located
from lpgminutes.domain.sayings.written_months import MONTH_NAMES
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withheld_words import withheld_words

_IS = r"\W{1,3}(?:(?:is|was|are|number|no)\W{1,3})?"
_REGISTERED = (
    rf"\b(?:NMC|GMC|GDC|GPhC|HCPC|SRA|TRN|ORCID|Social\sWork\sEngland)(?:\s(?:PIN|iD|ID|registration|number|no|ref(?:erence)?))*"
    rf"{_IS}[A-Z]{{0,3}}\d[\dA-Z-]{{4,}}"
)
_STAFF_OR_PATIENT = (
    rf"\b(?:NHS|National\sInsurance|payroll|employee|warrant|collar|shoulder|prison|hospital)\s(?:number|no)\b{_IS}"
    r"[A-Z]{0,3}\d[\dA-Z]{2,}(?:\s\d{2,4}){0,3}[A-D]?"
)
_COMPANY = (
    r"\b(?:Companies\sHouse|company|charity|registered|incorporated)\b[^.;]{0,40}?\b(?:numbers?|no|as|under)\W{1,2}"
    r"(?:(?:number|no)\W{1,2})?(?:[A-Z]{2})?\d{6,8}(?!\w)"
)
_PROVIDER = (
    r"\b(?:CQC|Ofsted|ODS|URN|UKPRN|DUNS|Companies\sHouse)\b(?:\s(?:location|provider|code|URN|ID|number|no|ref(?:erence)?))*"
    rf"{_IS}(?:[A-Z]{{1,2}})?(?:\d-)?\d{{5,9}}(?!\w)"
)
_NOTICE = r"(?<!\w)20\d\d/S\s\d{3}-\d{6}(?!\d)"
_STUDY = (
    rf"\b(?:IRAS|EudraCT|ISRCTN|NCT)(?:\s(?:ID|number|no))?(?:{_IS})?\d[\d-]{{5,}}"
    r"|\b(?:doi\W{1,3})10\.\d{4,5}/\S{3,}"
)
_ON_THE_MAP = (
    rf"\bUPRN{_IS}\d{{6,12}}(?!\d)|\b[Tt]itle\s(?:(?:number|no|plan)\W{{1,2}})?[A-Z]{{1,4}}\s?\d{{3,6}}(?!\w)"
    rf"|\b(?:grid\sref(?:erence)?|NGR|OSGR){_IS}[A-Z]{{2}}\s?\d{{2,5}}\s?\d{{2,5}}(?!\w)"
    r"|///[a-z]{2,}\.[a-z]{2,}\.[a-z]{2,}|\bwhat3words\W{1,5}[a-z]{2,}\.[a-z]{2,}\.[a-z]{2,}"
    r"|(?<![\w.])(?:49|5\d|60)\.\d{3,},?\s?-?[0-8]\.\d{3,}(?!\d)"
    rf"|\blist(?:ed|ing)?\sentry{_IS}\d{{7}}(?!\d)"
)
_IN_COURT = (
    r"\[(?:19|20)\d\d\]\s(?:UK|EW|CS|HCJ|NI)[A-Z]{1,5}\s(?:[A-Z][a-z]+\s)?\d{1,4}(?!\w)"
    r"|(?<![\w/])\d{7}/(?:19|20)\d\d(?!\w)|(?<!\w)APP/[A-Z]\d{4}/[A-Z]/\d\d/\d{7}(?!\w)"
    r"|\b(?:IOPC|OIA|HSE|ICO|LGSCO|PHSO|SPSO|PSOW|NIPSO|Ombudsman|Inspectorate)(?:'s)?\s(?:(?:case|decision|complaint)\s)?"
    rf"(?:ref(?:erence)?|case|decision|number|no)\b{_IS}[A-Z-]{{0,4}}\d[\w/-]{{4,}}"
)
_LABELLED = re.compile(
    f"{_REGISTERED}|{_STAFF_OR_PATIENT}|{_COMPANY}|{_PROVIDER}|{_NOTICE}|{_STUDY}|{_ON_THE_MAP}|{_IN_COURT}"
)
_PLANNING = r"(?<![\w/])\d\d/\d{4,5}/[A-Z]{2,5}(?![\w/])"
_PAPER = (
    r"Herald|Gazette|Courant|Courier|Chronicle|Echo|Argus|Advertiser|Observer|Telegraph|Examiner|Mercury|Guardian|Post|"
    r"Express|Times|Mail|Standard|Reporter|News|Star|Sentinel|Recorder|Messenger"
)
_PRESS = (
    rf"(?<![\w'-])(?:[A-Z][\w'-]++\s){{1,3}}(?:{_PAPER})\s(?:of|on|for|dated)\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?(?:the\s)?"
    r"\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]+"
)
_INQUEST = r"\b[Ii]nquest\b[^.;]{0,80}?\b(?:opened|heard|held|concluded|listed|resumed)\b"
_IN_THE_ITEM = re.compile(f"{_PLANNING}|{_PRESS}|{_INQUEST}|{POSTCODE.pattern}")
"""What is looked up as easily, and stands in so many papers that it has to stand beside what is withheld."""
_MAY_BE = re.compile(r"\d|///|what3words|[Ii]nquest")
"""What each of them has one of."""
_NAME = re.compile(r"(?<![\w'-])[A-Z][a-z]{2,}")
_DAYS = re.compile(rf"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{MONTH_NAMES})\b")


def public_records(
    original: MinutesDocument, copy: MinutesDocument, texts: Sequence[Searchable], located: Located
) -> Iterator[Finding]:
    """Yield the numbers and the reports by which a reader finds a withheld name in a public register or a newspaper."""
    named = {
        place
        for words, place in withheld_words(original, located.spans)
        if _NAME.search(_DAYS.sub("", fold(words).text))
    }
    named |= {place for place, mark in copy.marks() if MarkKind.PERSON in mark.kinds}
    item_of = item_finder(original)
    items = {item_of(place) for place in named} - {""}
    searched = [text for text in texts if text.place.field.startswith(PROSE) and _MAY_BE.search(text.folded.text)]
    yield from one_for_each(
        (
            (match.group().rstrip(".,;:) "), text.place)
            for text in (searched if named else ())
            for pattern in ((_LABELLED, _IN_THE_ITEM) if item_of(text.place) in items else (_LABELLED,))
            for match in pattern.finditer(text.folded.text)
        ),
        kind=FindingKind.PUBLIC_RECORD,
        severity=Severity.CHECK,
        explanation="Names are withheld, and this can be looked up: a register, a court or a newspaper may print the "
        "name beside it. If it belongs to what is withheld, withhold it too.",
    )
