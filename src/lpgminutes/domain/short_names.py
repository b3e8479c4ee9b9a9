"""What people of a forename are called in English, Welsh and Gaelic, a line for each family of forms."""

_FAMILIES = """
    abigail abi abby
    alan al
    alastair alistair ali
    albert bert
    alexander alex alec alasdair alistair alastair sandy xander lex
    alexandra alex sandra lexi sasha
    alfred alf alfie
    alison ali
    amanda mandy
    andrew andy drew
    angela angie
    anthony antony tony ant
    arthur art
    barbara barb babs
    benjamin ben benny benji
    bernadette bernie
    beverley bev
    bradley brad
    caroline caz carrie
    catherine katherine kathryn catharine katharine cath cathy kath kathy kate katie kat catrin caitlin kitty
    charles charlie chas chuck
    charlotte charlie lottie
    christine christina chris chrissie tina
    christopher chris kit
    clifford cliff
    daniel dan danny
    david dave davey dai dafydd dewi davy
    deborah debra deb debbie debs
    dennis den
    derek del
    dominic dom
    donald don
    dorothy dot dottie dotty
    douglas doug
    edward ed eddie ted teddy ned
    eleanor ellie nell nora
    elizabeth elisabeth liz lizzie eliza beth betty bess libby lisa elsie
    emily em emmy
    emma em
    ernest ernie
    eugene gene
    frances fran fanny frankie
    francis frank fran
    frederick fred freddie
    gabriel gabe
    gareth gary gaz
    gavin gav
    geoffrey jeffrey geoff jeff
    gerald gerard gerry jerry ged
    gillian jill gill gilly
    gregory greg
    gwendoline gwen
    harold harry hal
    harriet hattie
    helen nell
    henry harry hal hank
    hilary hils
    imogen immy
    isabel isabelle isobel izzy bella isabella
    jacob jake
    jacqueline jackie jacqui
    james jim jimmy jamie seamus hamish
    janet jan jenny
    jason jay
    jeannette jean
    jennifer jen jenny jenni
    jeremy jem jez
    jessica jess jessie
    joanna joanne jo
    john jack johnny jon ian sean evan ewan iain
    jonathan jon jonny
    joseph joe joey jo
    josephine jo josie
    joshua josh
    judith judy jude
    julia julie jules
    julian jules
    katarzyna kasia
    kenneth ken kenny
    kevin kev
    kimberley kim
    kirsten kirsty
    lawrence laurence larry laurie
    leonard len lenny
    leslie lesley les
    lewis lew
    lillian lil
    louise lou
    lucinda lucy
    madeleine maddie
    malcolm mal
    malgorzata gosia
    margaret maggie meg peggy madge marge margie mags greta mairead
    martin marty
    mary molly polly mair mairi maire
    matthew matt matty
    maureen mo
    maurice mo
    maximilian max
    melanie mel
    melissa mel
    michael mike mick mickey micky mikey
    michelle shell
    mohammed mohamed muhammad mohammad mo
    natalie nat
    natasha tasha
    nathaniel nathan nat nate
    nicholas nick nicky
    nicola nicky nikki
    nigel nige
    oliver ollie olly
    olivia liv
    pamela pam
    patricia pat patsy trish tricia patti
    patrick pat paddy padraig
    penelope penny
    peter pete
    philip phillip phil pip
    philippa pippa pip
    rachel rach rae
    raymond ray
    rebecca becky becca bex
    reginald reg reggie
    richard rich rick dick ricky richie
    robert rob robbie bob bobby bert
    roderick rod
    rodney rod
    roger rog
    ronald ron ronnie
    rosemary rose rosie
    russell russ
    samantha sam sammy
    samuel sam sammy
    sandra sandy
    sarah sara sally sal
    sebastian seb
    sharon shaz
    sidney sid
    simon si
    stanley stan
    stephanie steph
    stephen steven steve stevie ste
    stuart stewart stu
    susan suzanne sue susie suzie
    sylvia sylv
    terence terry
    theodore theo ted
    theresa teresa terry tess
    thomas tom tommy tomos
    timothy tim timmy
    tobias toby
    tracey trace
    valerie val
    vanessa ness
    veronica ronnie
    victor vic
    victoria vicky vicki tori vikki
    vincent vince
    vivienne viv
    walter walt
    wilfred wilf
    william will bill billy liam gwilym wil
    winifred win winnie
    zachary zac zach zack
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
