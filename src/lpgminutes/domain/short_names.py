"""What people of a forename are called in English, Welsh and Gaelic, a line for each family of forms."""

_FAMILIES = """
    alexander alex alec alasdair alistair alastair sandy xander lex
    alexandra alex sandra lexi sasha
    andrew andy drew
    anthony antony tony
    barbara barb babs
    benjamin ben benny benji
    catherine katherine kathryn catharine cath cathy kath kathy kate katie kat catrin caitlin kitty
    charles charlie chas chuck
    charlotte charlie lottie
    christine christina chris chrissie tina
    christopher chris kit
    daniel dan danny
    david dave davey dai dafydd dewi
    deborah debra deb debbie
    dorothy dot dottie
    edward ed eddie ted teddy ned
    eleanor ellie nell nora
    elizabeth elisabeth liz lizzie eliza beth betty bess libby lisa elsie
    emily em emmy
    francis frank fran
    frances fran fanny frankie
    frederick fred freddie
    gareth gary gaz
    geoffrey jeffrey geoff jeff
    gerald gerard gerry jerry ged
    gillian jill gill
    gregory greg
    henry harry hal hank
    isabel isabelle isobel izzy bella
    jacqueline jackie jacqui
    james jim jimmy jamie seamus hamish
    janet jan jenny
    jennifer jen jenny jenni
    jessica jess jessie
    john jack johnny jon ian sean evan ewan iain
    jonathan jon jonny
    joseph joe joey jo
    joanna joanne jo
    joshua josh
    josephine jo josie
    judith judy jude
    katarzyna kasia
    kenneth ken kenny
    lawrence laurence larry laurie
    leonard len lenny
    malgorzata gosia
    margaret maggie meg peggy madge marge margie mags greta mairead
    martin marty
    mary molly polly mair mairi maire
    matthew matt matty
    maureen mo
    michael mike mick mickey micky
    mohammed mohamed muhammad mohammad mo
    nicholas nick nicky
    nicola nicky nikki
    oliver ollie olly
    pamela pam
    patricia pat patsy trish tricia patti
    patrick pat paddy padraig
    peter pete
    philip phillip phil pip
    philippa pippa pip
    rachel rach rae
    raymond ray
    rebecca becky becca bex
    richard rich rick dick ricky richie
    robert rob robbie bob bobby bert
    ronald ron ronnie
    rosemary rose rosie
    samantha sam sammy
    samuel sam sammy
    sarah sara sally sal
    stephanie steph
    stephen steven steve stevie
    stuart stewart stu
    susan suzanne sue susie suzie
    theresa teresa terry tess
    terence terry
    thomas tom tommy tomos
    timothy tim
    valerie val
    victoria vicky vicki tori
    vincent vince
    william will bill billy liam gwilym wil
    winifred win winnie
    zachary zac zach
"""
_FORMS: dict[str, frozenset[str]] = {}
for _line in _FAMILIES.strip().splitlines():
    _family = frozenset(_line.split())
    for _form in _family:
        _FORMS[_form] = _FORMS.get(_form, frozenset()) | _family


def other_forms(forename: str) -> frozenset[str]:
    """Return the other forms that somebody of a forename may go by, in small letters: ``bob`` for ``Robert``."""
    name = forename.lower()
    return _FORMS.get(name, frozenset()) - {name}
