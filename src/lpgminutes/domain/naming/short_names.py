"""What people of a forename are called: in English, Welsh and Gaelic, of South Asian and Polish forenames."""

_FAMILIES = """
    abigail abi abby; adam ade; adrian ade adie; agnieszka aga; aidan aodhan; alan al allan allen alun; alastair
    alistair ali alasdair alister aly al; albert bert bertie al; aleksandra ola; alexander alex alec alasdair alistair
    alastair sandy xander lex al; alexandra alex sandra lexi sasha; alfred alf alfie; alice ali; alison ali; alun al;
    amanda mandy; ambrose brose; amelia millie amy; anastasia stacey; andrew andy drew; andrzej jedrek; aneurin nye;
    angela angie; angharad anghie haz; anna anne ann annie nan nancy annette; annabel bella bel; anthony antony tony
    ant; antonia toni; archibald archie; arthur art; ashley ash; augustus gus; barbara barb babs; bartholomew bart
    barty bartie; bartosz bartek; beatrice bea trixie bee; benedict ben; benjamin ben benny benji; bernadette bernie;
    beverley bev; blodwen blod; bradley brad; brendan bren; bridget brigid bridie biddy breda; bronwen bron; calum
    callum cal; cameron cam; caroline caz carrie; carys caz; catherine katherine kathryn catharine katharine cath cathy
    kath kathy kate katie kat catrin caitlin kitty catriona katrina ceit cait; cecilia sheila cissie; ceridwen ceri;
    charles charlie chas chuck tearlach; charlotte charlie lottie; christine christina chris chrissie tina kirsty;
    christopher chris kit christy topher; clementine clem; clifford cliff; constance connie; cornelius con neil;
    cuthbert bertie; cynthia cindy; dafydd dai dave; daniel dan danny dai; darren daz; david dave davey dai dafydd dewi
    davy; deborah debra deb debbie debs; declan dec; dennis den; derek del; desmond des; dewi dai; dilwyn dil; dilys
    dil; dominic dom; donald don domhnall donnie; dorothy dot dottie dotty; douglas doug; duncan dunc; edmund ed eddie
    ted; edward ed eddie ted teddy ned edwin eddy; eileen eibhlin; eirlys eira; eleanor ellie nell nora elinor eleanora
    ellen; eleri el; elizabeth elisabeth liz lizzie eliza beth betty bess libby lisa elsie lizzy betsy elspeth lisbeth
    elspet bessie bet betsan beti leisa ealasaid; eluned lyn luned; emanuel manny; emily em emmy; emma em; emrys em;
    emyr em; ernest ernie; euan ewan ewen eoghan; eugene gene; eugenia genie; ezekiel zeke; fatima fatimah fati; fergus
    fearghas gus fergie; ffion fi; fiona fi; fionnuala nuala finola; flora florrie; florence flo florrie flossie;
    frances fran fanny frankie; francis frank fran proinsias frankie; frederick fred freddie; gabriel gabe; gareth gary
    gaz; gavin gav; geoffrey jeffrey geoff jeff; george geordie georgie; georgina georgie gina; geraint ger; gerald
    gerard gerry jerry ged gerrard gearoid; gethin geth; gilbert gil bert; gillian jill gill gilly; glyndwr glyn;
    graham graeme gray; gregory greg; griffith griff; gruffydd griff gruff guto gruffudd; grzegorz greg grzesiek;
    guinevere gwen; gurpreet gurp preet; gwendoline gwen gwendolen gwendolyn gwenda; gwenllian gwen gwenno llian;
    gwilym gwil will bill; harjinder harj; harold harry hal harri; harpreet preet harp; harriet hattie; heather hev;
    helen nell; henry harry hal hank harri; herbert herb bert bertie; hilary hils; howard howie; hubert bert; hugh
    hughie shug huw hew; humphrey humph wmffre; hywel howell huw hwyl; iain ian ewan; ieuan iwan evan ifan; ifor ivor;
    imogen immy; imran immy; iorwerth iori; irene rene; isaac ike zak; isabel isabelle isobel izzy bella isabella isla
    ishbel iseabail izzie ibby belle; ismail ish; jacob jake; jacqueline jackie jacqui; james jim jimmy jamie seamus
    hamish jimi seumas sheumais shay; janet jan jenny jess jessie netta; janina janka; jasmine jas jaz; jason jay;
    jasvinder jas jaz; jaswinder jas jaz; jeannette jean; jennifer jen jenny jenni; jeremy jem jez; jessica jess jessie
    jessy; joanna joanne jo; john jack johnny jon ian sean evan ewan iain ieuan sion shaun shane jock johnnie eoin;
    jolanta jola; jonathan jon jonny; joseph joe joey jo seosamh joss; josephine jo josie josephina josey; joshua josh;
    judith judy jude; julia julie jules; julian jules; juliet jules; kamaljit kam; katarzyna kasia kaska; kathleen kath
    kathy cathleen caitlin kay; kenneth ken kenny; kevin kev; kimberley kim; kirsten kirsty; krishnan krish; krzysztof
    krzys kris; kulwinder kul; laura laurie lauri; lawrence laurence larry laurie; leon leo; leonard len lenny; leonora
    nora; leslie lesley les; letitia letty; lewis lew; lilian lily; lillian lil; llewelyn llewellyn llew lyn; llinos
    llin; lloyd lloydy; lorraine lorri; louise lou; lucinda lucy; lucy lu; luke luc; lynda linda lyn lynn; lynette lyn;
    madeleine maddie; magdalena magda lena; malcolm mal calum; maldwyn mal; malgorzata gosia malgosia; mandeep mandy;
    manjit manj; manpreet preet; margaret maggie meg peggy madge marge margie mags greta mairead marged megan mair
    peggie maisie mared magi daisy rita pegi; maria marie ria; marian marion; marjorie marge margie; martha matty
    patty; martin marty; mary molly polly mair mairi maire mae mimi mamie maureen moira minnie; mateusz mati; matilda
    tilly tilda mattie; matthew matt matty; maureen mo; maurice mo; maximilian max; maxine max; meirion mei; melanie
    mel; melissa mel; meredith merry; mervyn merv; michael mike mick mickey micky mikey mihangel micheal meic; michelle
    shell; mohammed mohamed muhammad mohammad mo mohamad mohd moe md; mohinder mo; morag mor; morwenna wenna; muhammad
    mo; murdoch murdo; myfanwy myf myfi fanw; natalie nat; natasha tasha; nathan nat; nathaniel nathan nat nate; neil
    niall neal; niamh neve neeve; nicholas nick nicky; nicola nicky nikki; nigel nige; nigella nige; norman norm;
    oliver ollie olly; olivia liv; oonagh una; oswald oz ozzie; owain owen; padraig paddy podge pauric; pamela pam;
    patricia pat patsy trish tricia patti; patrick pat paddy padraig; paula pauline; pawel paul; penelope penny; peter
    pete; philip phillip phil pip; philippa pippa pip; piotr peter piotrek; pradeep pradip; prakash kash; prudence
    prue; quentin quin; rachel rach rae; rafal raf; rajendra raj; rajesh raj; rajinder raj raji; rajiv raj; ranjit
    ranj; raymond ray; rebecca becky becca bex; reginald reg reggie; rhiannon rhi; rhodri rhod; rhydian rhyd; richard
    rich rick dick ricky richie; robert rob robbie bob bobby bert robat rupert rabbie rab roby bobbie robyn; roderick
    rod; rodney rod; roger rog; roisin rosh; ronald ron ronnie ronan; rosalind ros roz; rosamund ros; roseanne rose;
    rosemary rose rosie ros romy; ruairidh rory ruaridh ruairi; rupert rup; russell russ; salman sal; samantha sam
    sammy; samuel sam sammy; sandeep sandy; sandra sandy; sanjay sanj; sarah sara sally sal; sean shaun shawn;
    sebastian seb; seren ser; shabana shab; shahid sha; sharon shaz shazza; shirley shirl; sidney sid; simon si; sinead
    jane; siobhan shiv; sioned sion; sophia sophie soph; stanislaw stan staszek; stanley stan; stephanie steph steffi
    stevie; stephen steven steve stevie ste stefan steffan steff steffie; stuart stewart stu; sukhdev sukh; sukhjit
    sukh; sukhwinder sukh; surinder suri; susan suzanne sue susie suzie siwsan; susannah suzanna susanna; sylvia sylv;
    tadeusz tadek tad; tadhg tim; tegwen teg; teleri tel; terence terry; thaddeus thad; theodora dora theo; theodore
    theo ted; theresa teresa terry tess; thomas tom tommy tomos twm tomi thom tam tammy tomasz tomek; timothy tim timmy
    tadhg; tobias toby; tracey trace tracy; trefor trevor; trevor trev tref; tristan tris; tudur tudor; una oonagh;
    usman uzzy; valerie val; vanessa ness; venkataraman venkat; venkatesh venkat; veronica ronnie; victor vic; victoria
    vicky vicki tori vikki; vijay vij; vikram vik; vincent vince; virginia ginny; vivian viv; vivienne viv; walter
    walt; wendy wen; wilfred wilf; wilhelmina mina minnie; william will bill billy liam gwilym wil wills uilleam
    willie; winifred win winnie; wojciech wojtek; wynford wyn; yasmin yas; yusuf yousef yousuf joe; zachary zac zach
    zack; zainab zee; zbigniew zbyszek; zofia zosia sophie
"""
_OTHERS = """
    aaron aarti adam adebayo adele agnes ahmed ailsa aisha aled ali alma alun amarjit amina amir amit amy anand angela
    angus anil anita anjali anna annette anwen aoife archie arjun arun arwel ashok asif audrey avril ayesha balbir
    baljit barbara barry beata bernard beryl bethan beti bilal brenda brian bridget brigid bruce bryn carl carol carole
    cathal catrin catriona cecil cerys cheryl chidi chioma chloe ciara claire clare clive colin colm connor conor coral
    cormac craig cyril damian daphne dariusz darren dawn dean declan deepa deepak deirdre della delyth denise dermot
    diana diane dinesh donna doreen doris dorota duncan dylan eamon edith edna efa eilidh elaine elen elfed elin ella
    elliot elspeth elwyn emeka emlyn enid eric ernest esther ethel eunice eva evelyn evie ewa ewan faisal farah farhan
    fatima faye fergus ffion finlay fintan fiona folake fraser fred freda freya funmi gail gary gaynor geeta gemma
    gerallt gilbert glen glenn glenys gloria gopal gordon graeme graham grainne gregor gurdeep guy gwawr gwyn gwyneth
    hamish hamza hannah harish harjit hassan hayley hazel hector heidi heledd hilda holly hong hubert hugo hui hussain
    huw ibrahim ida idris iestyn ifan ifeoma imran ingrid ioan irene iris isla islwyn ivan ivor ivy iwan iwona jade
    jake jakub jaspreet javed jean jerzy jing joan joanna joel jordan joy joyce jules julian jun june justin justyna
    kamil kamran karen karl karol kavita kay kayleigh keeley keith kelly kemi kent kerry kevin khadija khalid kieran
    kiran kirk kirsty kulwant kwame kyle lachlan lakshmi lance laura leah leanne lee leela lena leo leon lester liam
    lilian linda lindsay ling llio lloyd lois lorna lowri lucy lukasz luke lyndsey mabel maciej maeve mahesh mair mairi
    malachy mali manoj manon marc marcin mared maredudd marek maria marian marilyn marion mariusz mark marlene martha
    marvin maud mavis maxine meena mei menna merfyn meurig michal mildred miles ming miriam mohan moira mona monica
    monika morfydd morgan morven mukesh muriel myra nadeem nadia nadine nancy naomi nasir naveen neha neil nerys
    neville ngozi nia niall nina nisha nitin nneka noel noor norma norman obi oisin olga olive olu omar orla osian owen
    padraig pankaj paula pauline pearl percy peredur perry petra phyllis pooja poppy prakash priya quentin rabia radha
    rahul rakesh ralph rashid raymond rekha renata rex rhian rhoda rhona rhys rita robert rohit roisin ronan rory rosa
    rosalind ross roy ruairi ruaridh ruby rufus rukhsana rupert ruth ryan sadia saeed saima salim samina sanjay satish
    scott seema segun senan seth shane shazia sheila shilpa shirley shona sian sidney silas sinead siobhan siwan
    slawomir sonia sonja sophie spencer stacey stanley stella sumaira sunita suresh sylwia szymon tariq tecwyn thelma
    toby todd tomasz tracy travis troy trudy trystan tunde ursula urszula usha usman vandana vera verity vernon vida
    vikas vinod viola violet wallace warren wayne wei wendy wesley winifred wyn xin yan yasir yasmin yaw yolanda yvonne
    zahid zainab zara zoe
"""
"""Forenames that are said as they are."""
_SAID_WHOLE = frozenset(_OTHERS.split())
_FORMS: dict[str, frozenset[str]] = {}
for _forms_of_one in _FAMILIES.split(";"):
    _family = frozenset(_forms_of_one.split())
    for _form in _family:
        _FORMS[_form] = _FORMS.get(_form, frozenset()) | _family


def other_forms(forename: str) -> frozenset[str]:
    """Return the other forms that somebody of a forename may go by, in small letters: ``bob`` for ``Robert``."""
    name = forename.lower()
    return _FORMS.get(name, frozenset()) - {name}


def is_forename(word: str) -> bool:
    """Whether a word is a forename that is known here, or a form of one."""
    return word.lower() in _FORMS or word.lower() in _SAID_WHOLE
