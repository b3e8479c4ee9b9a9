"""Words with capitals that are no people: offices and bodies, what minutes speak of, and pairs of letters."""

_NO_PERSON = """
    action actions agenda all authority board bodies body cabinet chair chairman chairperson clerk colleagues
    committee company contractor contractors convener council councillors customers department deputy director
    directorate each everybody everyone executive finance forum governance government group groups he head it
    legal management manager managers meeting member members minister ministers minutes network nobody officer
    officers operations organisation panel parliament partner partners partnership president programme project
    providers report representatives residents scrutiny secretariat secretary she staff stakeholders steering
    subcommittee supplier suppliers team teams they this trade treasurer trustees unions vice we who working
"""
_THINGS = """
    act annex annual appendix april august bank centre centres data december digital east february figure friday
    general health her his house information item january july june local lot march may monday national new next
    no north november october our paper performance plan planning point points policy protection quality review
    road saturday schedule section september service services south strategy street sunday table the their
    thursday tuesday united wednesday west
"""
_ACRONYMS = """
    ad aob ap bb bi cd ce dc dr ea ed er ev fe fm ga gb hq ia ic im ip iv la lp nd ni os pd pe pi pl po pp pt qa qc
    rd sc sd sg sr st tb td vat vi vp wp
"""
NO_PERSON = frozenset(_NO_PERSON.split())
"""Who speaks in minutes without being a person: the board, members, officers."""
NO_NAME = NO_PERSON | frozenset(_THINGS.split())
"""What is written with a capital beside a name and is no part of one."""
ACRONYMS = frozenset(_ACRONYMS.split())
"""More pairs of letters that minutes use for other things than people, beside those that ``names`` knows.

Initials of these are offered without a tick; a rule for a person finds them all the same, and not only where somebody
acts, so they stand in no list of ``names``.
"""
