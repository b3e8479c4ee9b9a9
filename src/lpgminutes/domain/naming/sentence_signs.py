"""What in a sentence makes somebody of a word that is also ordinary: what stands before it, what it does."""

MINUTE_VERBS = (
    "asked|said|noted|thanked|agreed|reported|confirmed|took|mentioned|provided|went|updated|advised|explained|"
    "stated|raised|presented|introduced|welcomed|opened|closed|dialled|apologised|suggested|proposed|queried|"
    "highlighted|requested|added|replied|questioned|summarised|commented"
)
_BEFORE_A_THING = "the a an this that each every any no our their its of all"
DETERMINERS = "".join(rf"(?<!\b{word}\s)" for word in _BEFORE_A_THING.split())
MID_SENTENCE = "(?:" + "|".join(rf"(?<=\b[a-z]{{{n}}}\s)" for n in range(1, 16)) + r"|(?<=[,;:&]\s)|(?<=[/&]))"
"""After a word written small: there a capital is no accident."""
HUMAN_VERBS = (
    "left|came|rang|wrote|told|gave|sent|spoke|joined|arrived|resigned|attended|offered|declared|moved|seconded|signed|"
    "thinks|thought|felt|feels|wants|wanted|knows|knew|believes|believed|hoped|hopes|chaired|volunteered|abstained|voted|"
    "complained|objected|phoned|emailed|called"
)
"""What people do in minutes, and things hardly do."""
AUXILIARIES = "will|would|has|had|is|was|can|could|should|may|might|must|did|does"
_FIRST_WORDS = (
    "With Later When If As And But Then While After Before Since That For From To By Did Could Can Has Dear Thanks Now "
    "Today Yesterday Tomorrow Only Even Both Also Like Until Because Although Though Once Where"
)
AFTER_THE_FIRST_WORD = "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in _FIRST_WORDS.split()) + ")"
"""After a word that begins a sentence and no name: there a capital is no accident either."""
_BEFORE_A_MONTH = "in during since of end early late mid last next every for from until by and"
NOT_A_DATE = (
    "".join(rf"(?<!\b(?i:{word})\s)" for word in _BEFORE_A_MONTH.split())
    + r"(?<!\d\s)(?<!st\s)(?<!nd\s)(?<!rd\s)(?<!th\s)(?<!-)"
)
