"""Words with capitals that are no people: offices and bodies, what minutes speak of, and pairs of letters."""

_NO_PERSON = """
    action actions agenda all auditor auditors authority board bodies body cabinet chair chairman chairperson clerk
    colleagues committee company contractor contractors convener council councillors customers department deputy
    director directorate each everybody everyone executive finance forum governance government group groups he head
    it legal management manager managers meeting member members minister ministers minutes network nobody office
    officer officers operations organisation panel parliament partner partners partnership president programme
    project providers report representatives residents scrutiny secretariat secretary she staff stakeholders
    steering subcommittee supplier suppliers team teams they this trade treasurer trustees unions vice we who
    working
"""
_THINGS = """
    act annex annual appendix april august bank centre centres data december digital east february figure friday
    general health her his house information item january july june local lot march may monday national new next
    no north november october our paper performance plan planning point points policy protection quality review
    road saturday schedule section september service services skills south strategy street sunday table the their
    thursday tuesday united wednesday west
"""
_ACRONYMS = """
    ad ai am aob ap bb bi cc cd ce cv dc dr ea ed er eu ev fe fm ga gb gp hq hr ia ic id im ip it iv la lp mp ms
    nb nd ni no ok on or os pa pc pd pe pi pl pm po pp pr ps pt qa qc rd re sc sd sg sr st tb td tv uk un us vat
    vi vp wp
"""
NO_PERSON = frozenset(_NO_PERSON.split())
"""Who speaks in minutes without being a person: the board, members, officers."""
NO_NAME = NO_PERSON | frozenset(_THINGS.split())
"""What is written with a capital beside a name and is no part of one."""
ACRONYMS = frozenset(_ACRONYMS.split())
"""Letters that minutes use for other things than people: offered as initials, but without a tick.

``names`` has a shorter list with words in it (``DO``, ``SO``), of letters that a rule takes for a person only where
somebody acts: there one letter pair more is one name less that is withheld.
"""
