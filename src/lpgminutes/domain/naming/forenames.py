"""Forenames that are common in the United Kingdom: two words with capitals of which the first is one name somebody."""

_FORENAMES = """
    aaron abdul abdullah adam adele adrian agnes agnieszka ahmed aidan aileen aisha alan alana alasdair albert
    alec aled alex alexander alexandra alexis alfie alice alison alistair alun amanda amber amelia amina amir
    amy andrea andrew angela angus anita anjali ann anna anne annette anthony antonia anwen archie arjun arthur
    asha ashley asif audrey ava barbara barry beatrice becky belinda ben benjamin bernadette bernard beth bethan
    beverley bhavna bianca brenda brendan brian bridget bronwen bruce bryan bryn callum cameron carl carla
    carmen carol caroline carolyn carys catherine catrin cecilia celia ceri charlene charles charlotte cheryl
    chloe christina christine christopher ciara ciaran claire clare clive colette colin conor corinne craig
    cyril daisy damian daniel daniela danielle daphne darren david dawn dean deborah debra declan deepa deepak
    deirdre delyth denise dennis derek desmond diana diane dilys dinesh dominic donald donna doreen doris
    dorothy douglas duncan dylan eamon edith edward edwin eileen elaine eleanor eleri elin elizabeth ella ellen
    ellie elsie emily emma emyr eric erin esther ethan euan eunice eva eve evelyn ewa ewan farah fatima felicity
    ffion finlay fiona flora florence frances francis frank fraser frederick freya gail gareth gary gavin gemma
    geoffrey george georgia georgina gerald geraldine gerard gethin gillian gladys glen glenn glyn gordon graeme
    graham greg gregory gurpreet guy gwen gwyneth hamish hamza hannah haroon harriet harrison harry hassan
    hayley hazel heather hector heidi helen helena henry hilary holly howard hugh humphrey hussain ian ibrahim
    ifan imogen imran ines ingrid iona ira irene iris isaac isabel isabella isla isobel ivan ivor iwan jack
    jacob jacqueline jade jagdeep jake james jamie jan jane janet janice jasmin jasmine jason jaswinder javed
    jean jeffrey jemima jennifer jenny jeremy jessica jill joan joanna joanne jodie joe joel john jonathan
    jordan joseph josephine joshua joy joyce juan judith julia julian julie june justin kamal karen karl kate
    katherine kathleen kathryn katie katrina kavita kay keiran keith kelly kelvin kenneth kerry kevin khalid
    kieran kim kimberley kirsty krishna krystyna kumar kyle laura lauren laurence leah leanne lee lena leo leon
    leonard leslie lewis liam lily linda lindsay lisa lloyd logan lorna lorraine louis louise lucas lucy luke
    lydia lynda lynn lynne mabel madeleine magdalena mahmood malcolm malik mandy marcus margaret maria marian
    marie marilyn marion marjorie mark markus marlene marta martha martin martyn mary matilda matthew maureen
    maurice max maxine meera megan melanie melissa meurig mia michael michelle miguel mohamed mohammad mohammed
    moira molly monica morag morgan moses muhammad muriel murray mustafa myra nadia nancy naomi narinder natalie
    natasha nathan neil nerys niall niamh nicholas nicola nicole nigel nina nisha noah noel nora norma norman
    odette oliver olivia olwen oonagh oscar owain owen pamela parminder pascal patricia patrick paul paula
    pauline pavel peggy penelope peter philip philippa phoebe phyllis piotr polly priya rachel rajesh rajiv
    ralph ramesh raymond rebecca reginald renee rhian rhiannon rhodri rhona rhys richard rita robert roberta
    robin roderick rodney roger roisin ronald rory rosalind rosemary rosie ross rowena roy rupert russell ruth
    ryan sabrina sadia saira sally salma samantha samina samira samuel sandra sanjay sarah saskia scott sean
    sebastian selina seren shaheen shane shannon sharon shaun sheila shirley shona sian silvia simon sinead
    siobhan sofia sonia sophia sophie stacey stanley stefan stella stephanie stephen steven stewart stuart sue
    sunil sunita susan suzanne sylvia tahir tamsin tania tanya tara tariq tegan terence teresa thelma theodore
    theresa therese thomas tiffany timothy tobias toby tom tomasz tracey tracy trevor tristan tudor ursula
    valerie vanessa vera verity veronica victor victoria vijay vikram vincent violet virginia vivian vivienne
    walter wayne wendy wilfred william winifred wojciech yasmin yusuf yvette yvonne zainab zara zoe zofia
"""
FORENAMES = frozenset(_FORENAMES.split())
