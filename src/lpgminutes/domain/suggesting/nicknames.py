"""Short forms of forenames that people in the United Kingdom use."""

from functools import lru_cache

_GROUPS = """
    abigail abi abby, adam, alan al, alastair alistair ali, albert bert, alexander alex sandy alec, alexandra
    alex sandra, alfred alf alfie, alison ali, amanda mandy, andrew andy drew, angela angie, anthony antony tony
    ant, arthur art, barbara barb babs, benjamin ben, bernadette bernie, beverley bev, bradley brad, caroline
    caz carrie, catherine katherine kathryn cath kath cathy kathy kate katie kat, charles charlie chas,
    charlotte charlie lottie, christina christine chris chrissie tina, christopher chris kit, clifford cliff,
    daniel dan danny, david dave davy, deborah debra deb debs debbie, dennis den, derek del, dominic dom, donald
    don, dorothy dot dotty, douglas doug, edward ed eddie ted teddy ned, eleanor ellie nell, elizabeth elisabeth
    liz lizzie beth betty eliza libby, emily em, emma em, ernest ernie, eugene gene, frances fran, francis
    frank, frederick fred freddie, gabriel gabe, gareth gaz, gavin gav, geoffrey jeffrey geoff jeff, george,
    gerald gerry, gerard gerry, gillian gill gilly jill, gordon, graham, gregory greg, gwendoline gwen, harold
    harry hal, harriet hattie, helen nell, henry harry, hilary hils, imogen immy, isabel isobel isabella izzy
    bella, jacqueline jackie jacqui, jacob jake, james jim jimmy jamie, janet jan, jason jay, jeannette jean,
    jennifer jen jenny, jeremy jem jez, jessica jess jessie, joanna joanne jo, john jack johnny, jonathan jon
    jonny, joseph joe joey, josephine jo josie, joshua josh, judith judy, julian jules, julia julie jules,
    katharine kate katie, kenneth ken kenny, kevin kev, kimberley kim, kirsten kirsty, laurence lawrence larry
    laurie, leonard len lenny, leslie les, lewis lew, lillian lil, louise lou, lucinda lucy, lydia, madeleine
    maddie, malcolm mal, margaret maggie meg peggy marge madge, marilyn, martin marty, mary molly polly, matthew
    matt, maureen mo, maurice mo, maximilian max, melanie mel, melissa mel, michael mike mick mickey mikey,
    michelle shell, mohammed muhammad mohamed mohammad mo, natalie nat, natasha tasha, nathaniel nathan nat
    nate, neil, nicholas nick nicky, nicola nicky nikki, nigel nige, oliver olly ollie, olivia liv, pamela pam,
    patricia pat trish tricia patsy, patrick pat paddy, paul, penelope penny, peter pete, philip phillip phil
    pip, philippa pippa, rachel rach, raymond ray, rebecca becky becca bex, reginald reg reggie, richard rich
    rick ricky dick richie, robert rob robbie bob bobby bert, roderick rod, rodney rod, roger rog, ronald ron
    ronnie, rosemary rosie rose, russell russ, samantha sam, samuel sam sammy, sandra sandy, sarah sara sally,
    sebastian seb, sharon shaz, sidney sid, simon si, stanley stan, stephanie steph, stephen steven steve ste,
    stuart stewart stu, susan suzanne susie sue, sylvia sylv, terence terry, teresa theresa terry tess, theodore
    theo ted, thomas tom tommy, timothy tim timmy, tobias toby, tracey trace, valerie val, vanessa ness,
    veronica ronnie, victor vic, victoria vicky vicki vikki tori, vincent vince, vivienne viv, walter walt,
    wilfred wilf, william will bill billy liam, yvonne, zachary zac zack
"""


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[str]]:
    forms: dict[str, frozenset[str]] = {}
    for group in (frozenset(line.split()) for line in _GROUPS.split(",")):
        for name in group:
            forms[name] = forms.get(name, frozenset()) | group
    return forms


def short_forms(forename: str) -> tuple[str, ...]:
    """Return what else somebody of this forename may be called, in small letters."""
    own = forename.lower()
    return tuple(sorted(_groups().get(own, frozenset()) - {own}))
