"""The words of the file formats themselves, which stand in every file and so tell nothing."""

import re


def word_set(words: str) -> frozenset[str]:
    """Give the words of a blank-separated list."""
    return frozenset(words.split())


_WORDS = word_set(
    """
    abbr absolute abstractnum abstractnumid accent acronym address after afterautospacing aink algn
    allowoverlap allowpng alpha alt anchor and ang annotation app application appversion aptos arab aria
    arial article ascii asciitheme aside authorities auto autohyphenation autospacede background baiti
    balloon balloontext balloontextchar band bar basedon basetype bcs before beforeautospacing begin
    behinddoc beng bestfit between bevelt bgfillstylelst bibliography bidi block blurrad body bodydiv bodypr
    bodytext bodytextchar bold boli book bookmarkend bookmarkstart booktitle border both bottom brkbin
    brkbinsub bullet button calibri cambria camera cans cap caption carlito category cdtf center centergroup
    char character characters characterspacingcontrol characterswithspaces charset charspace chartex cher
    cherokee cid circle cite class classic clean clear closing clrscheme clrschememapping cmpd code col
    colgroup color colorful colorfulgrid colorfullist colorfulshading cols columns com comment
    commentreference commentsubject commenttext company compat compatibility compatibilitymode compatsetting
    consolas contemporary content contents contenttype contextualspacing continuationseparator continue
    cordia core coreproperties count courier created creator csb cstheme ctr custom customstyle customxml
    customxmlproperties customxmlprops dark darklist data date daunpenh dcmi dcmitype dcterms decimal
    decimalsymbol default defaultimagedpi defaultparagraphfont defaulttabstop definition defjc
    deflockedstate defqformat defsemihidden defuipriority defunhidewhenused dejavu description details deva
    device dir dispdef dist distb distl distr distt div divbdr divs dlg docdefaults docgrid docid docpr
    docprops docpropsvtypes docsecurity document docx dokchampa donotcompress donotflipmirrorindents
    donotsaveassinglefile double drawing drawingml dxa eastasia eastasiatheme edessa edit effectextent
    effectlst effectref effects effectstyle effectstylelst elegant elements emphasis enableopentypefeatures
    encoding end endnote endnotes envelope estrangelo ethi euphemia even exact ext extended extension extent
    external extlst extraclrschemelst false family fieldset figures fill fillref fillstylelst filltorect
    first firstcol firstrow fixed flat fldchar fldchartype flex float fmt fmtscheme folhlink
    followedhyperlink font fontref fonts fontscheme fonttable footer footerchar footerreference footnote
    footnotes form formprot ftr gautami geor georgia gill goback gov gradfill grammar graphic graphicdata
    grid gridcol gslst gujr guru gutter hang hanging hans hansi hansitheme hant hdr head header
    headerandfooter headerchar headerreference heading headingpairs hebr height helvetica hidden himalaya
    hint hlink horz href html http hybridmultilevel hyperlink hyperlinkbase hyperlinkschanged ics idmap idx
    ignorable ilvl image ind indent index inherit initial ink inline input insideh insidev instrtext intense
    intenseemphasis intensequote intensequotechar intensereference internetlink intlim iskoola italic item
    itemprops items jpan jpeg jpg kalinga kartika keeplines keepnext kern keyboard keywords khmr knda label
    lang language laoo lastclr lastcol lastmodifiedby lastprinted lastrenderedpagebreak lastrow lat
    latentstyles latha latin layoutincell leader left legend liberation light lightgrid lightlist lightrig
    lightshading lin line linepitch linerule lines link linksuptodate list listbullet listcontinue
    listnumber listparagraph listseparator lmargin lndef lnref lnstylelst locked lon lowerletter lowerroman
    lpstr lrtb lsdexception lststyle lvl lvljc lvloverride lvltext mac macro macrotext macrotextchar mail
    main majorbidi majoreastasia majorfont majorhansi manager mangal map marbottom margin mark markup
    marleft marright martop math mathfont mathpr max media medium mediumgrid mediumlist mediumshading
    message meta metadata microsoft min minor minorbidi minoreastasia minorfont minorhansi minutes mlym
    model modern modified mong mongolian moolboran multileveltype name narrow narylim nav necell new next
    nextpage nil nolist none normal normalweb nospacing note noto nottruetype nsid num number numbering
    numfmt numid numpr nwcell nyala objectdefaults odd off office officedocument openxml openxmlformats
    optimizeforbrowser option org orthographicfront orya outershdw outline outlinelvl overflow override
    package padding page pages panose paragraph paragraphs paraid partname path pbdr pdf percent pgmar
    pgnumtype pgsz phclr pitch placeholder plain plantagenet png pos position positionh positionv posoffset
    pota ppr pprdefault preformatted presentationml preserve print proofstate properties prst prstdash
    prstgeom pstyle purl qformat quote quotechar raavi rect reference relationship relationships relative
    relativefrom relativeheight rels rem return rev revision rfonts rid rig right rmargin role roman rot
    rotwithshape row rowgroup rpr rprdefault rsid rsidp rsidr rsidrdefault rsidroot rsidrpr rsids rsidsect
    rstyle salutation sample sans satmod savepreviewpicture scale scalecrop scaled scene schemalibrary
    schemas schemeclr scope screen script section sectpr segoe select semihidden separate separator serif
    settings shade shading shapedefaults shapelayout shareddoc shd shell shruti sig signature simple
    simplepos single singlelevel sinh size smallcaps smallfrac snaptogrid sng solid solidfill space spacing
    span spdef spelling spidmax sppr spreadsheetml src srgbclr standalone start static strong style styleid
    styles styleswitheffects subject subsup subtitle subtitlechar subtle subtleemphasis subtlereference suff
    summary superscript suppressautohyphens suppresslinenumbers svg swcell swiss sylfaen symbol symex syrc
    sysclr system szcs tab table tablecontents tablegrid tablenormal tabs tahoma taml target targetmode tbl
    tblborders tblcellmar tblgrid tblind tbllayout tblpr tblstylecolbandsize tblstylepr tblstylerowbandsize
    tblw tbody tcborders tcpr tcw telu template tentative terms text textbody textdirection textid tfoot
    thaa thai thead theme themecolor themeelements themefill themefillshade themefilltint themefontlang
    themeshade themetint threept thumbnail tibt time times tint title titlechar titlesofparts tmpl toa toc
    tocheading top totaltime tplc trebuchet trpr true tunga type typeface types typewriter uigh uighur
    uipriority underline undovr unhidewhenused unnumberedheading uri urn usb usefelayout utf val variable
    variant vector verdana version vert vertalign viet viewport visible vml vnd vrinda web websettings
    weight widowcontrol width window windowtext wingdings wne word wordml wordprocessing
    wordprocessingcanvas wordprocessingdrawing wordprocessinggroup wordprocessingink wordprocessingml
    wordprocessingshape words wpc wpg wpi wps wrapindent www xfrm xml xmlns xmlschema xsi yes yiii zoom
    """
)


def is_furniture(lowered: str) -> bool:
    """Whether a text consists of nothing but words (and numbers) of the file formats."""
    words = re.findall(r"[^\W\d_]+", lowered)
    return bool(words) and all(word in _WORDS or len(word) == 1 for word in words)
