"""What some firms sell to public bodies under other names, so that the product tells the firm."""

_MADE_BY = """
    microsoft: Teams, SharePoint, OneDrive, Outlook, Azure, Office 365, Power BI, Copilot
    google: Gmail, Chromebook, Chromebooks, Gemini
    apple: iPad, iPads, iPhone, iPhones, MacBook
    openai: ChatGPT
    fujitsu: Horizon
    capita: SIMS
    cerner: Millennium
    emis: EMIS Web
    tpp: SystmOne
    rldatix: Datix
    unit4: Agresso
    mhr: iTrent
    zellis: ResourceLink
    idox: Uniform
    esri: ArcGIS
    salesforce: Slack
    sap: SuccessFactors
    axon: Taser, Tasers
    tribal: SITS
    instructure: Canvas
"""


def _read(lines: str) -> dict[str, tuple[str, ...]]:
    rows = (line.partition(":") for line in lines.strip().splitlines())
    return {firm.strip(): tuple(one.strip() for one in products.split(",")) for firm, _, products in rows}


PRODUCTS = _read(_MADE_BY)
"""By the first word of a firm in small letters: the names of what it makes."""
