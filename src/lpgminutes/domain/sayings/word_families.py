"""Words of one thing that do not begin alike for long: ``sold`` and ``sale``, ``theft`` and ``thief``.

They are those of which a public body's minutes say something of a person or a deal: health, conduct, belief, origin.
A word with a star tells its family when it is withheld, and stands open too often to tell anything itself.
"""

from functools import cache

_FAMILIES = """
    abort* abortion abortions
    addict addicts addicted addiction
    adopt* adopted* adoption
    alcohol* alcoholic alcoholism drunk drunken drunkenness
    anorexia anorexic
    arrest arrested
    arson arsonist
    assault assaulted assaults
    asthma asthmatic inhaler inhalers
    autism autistic
    bankrupt bankruptcy insolvent insolvency
    bereaved bereavement died dies dying dead death deceased
    blind blindness
    bought buy buying purchase purchased
    bribe bribed bribes bribery
    bullied bullies bully bullying
    cancer chemotherapy oncologist oncology radiotherapy tumour
    close* closed* closing* closure shut shutting
    convicted conviction convictions
    corrupt corruption
    deaf deafness
    demolish demolished demolition
    dementia Alzheimer Alzheimers
    depressed depression antidepressants
    diabetes diabetic insulin
    disabled disability
    dismiss dismissed dismissal sacked terminated
    dialysis renal
    divorce divorced
    epilepsy epileptic seizure seizures
    exclude* excluded exclusion exclusions
    foster fostered fostering
    evict evicted eviction
    firearm firearms gun guns
    fraud fraudster fraudulent defrauded
    guilt guilty
    harass harassed harassing harassment
    homeless homelessness
    hospital* hospitals* hospitalised hospitalisation
    HIV AIDS antiretroviral antiretrovirals
    homosexual homosexuality gay
    ill illness sick sickness
    injured injury injuries
    jail jailed prison prisoner imprisoned imprisonment
    knife knives blade bladed stab stabbed stabbing
    marriage married marry wedding
    merge merged merger merging
    ligature ligatures
    miscarriage miscarriages miscarried
    overdose overdoses overdosed overdosing
    morphine opiate opiates opioid opioids
    murder murdered murderer
    pregnancy pregnant maternity
    psychiatric psychiatrist psychosis psychotic
    racism racist
    rape raped rapist
    refugee refugees asylum
    schizophrenia schizophrenic
    sepsis septic septicaemia
    redundant redundancy redundancies
    resign resigned resigning resigns resignation
    retire retired retiring retirement
    sale sell selling sells sold
    steal stealing stole stolen theft thefts thief thieves
    sue sued suing lawsuit litigation
    suicide suicidal
    surgery* surgeries* surgical surgeon operated
    terrorism terrorist
    warning warnings warned
    whistle whistleblower whistleblowers whistleblowing
    Buddhism Buddhist
    Catholic Catholicism
    Christian Christianity
    Hindu Hinduism
    Islam Islamic Muslim Muslims mosque
    Jew Jews Jewish Judaism synagogue
    Sikh Sikhs Sikhism gurdwara
    Birmingham Brummie
    China Chinese
    Denmark Danish
    Afghanistan Afghan
    Bangladesh Bangladeshi
    Bulgaria Bulgarian
    Ghana Ghanaian
    Hungary Hungarian
    India Indian
    Iran Iranian Persian Farsi
    Iraq Iraqi
    Italy Italian
    Jamaica Jamaican
    Kenya Kenyan
    Latvia Latvian
    Lithuania Lithuanian
    Nigeria Nigerian
    Pakistan Pakistani
    Philippines Filipino Filipina
    Romania Romanian
    Russia Russian
    Somalia Somali
    Sudan Sudanese
    Syria Syrian
    Ukraine Ukrainian
    Zimbabwe Zimbabwean
    England English
    France French
    Germany German
    Glasgow Glaswegian
    Greece Greek
    Ireland Irish
    Liverpool Liverpudlian
    Manchester Mancunian
    Netherlands Dutch Holland
    Newcastle Geordie
    Norway Norwegian
    Poland Polish
    Portugal Portuguese
    Scotland Scottish
    Spain Spanish
    Sweden Swedish
    Switzerland Swiss
    Turkey Turkish
    Wales Welsh
    Monday Mon
    Tuesday Tues Tue
    Wednesday Weds Wed
    Thursday Thurs Thur Thu
    Friday Fri
    Saturday Sat*
    Sunday Sun*
"""
_OFTEN = "*"


def kin_of(word: str) -> frozenset[str]:
    """Return the words that say what a word says; those with a capital say it with their capital alone."""
    return _table().get(_as_listed(word), frozenset())


def is_kin(written: str, kin: frozenset[str]) -> bool:
    """Whether a word as it is written is one of these."""
    if not kin:
        return False
    return written.lower() in kin or written in kin or (written[:1].isupper() and written.capitalize() in kin)


def _as_listed(word: str) -> str:
    capital = word if word in _table() else word.capitalize()
    return capital if word[:1].isupper() and capital in _table() else word.lower()


@cache
def _table() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in filter(str.strip, _FAMILIES.splitlines()):
        telling = frozenset(word for word in line.split() if not word.endswith(_OFTEN))
        for word in line.split():
            table[word.rstrip(_OFTEN)] = telling - {word}
    return table
