"""Names that are also words of ordinary minutes: alone a name only where the sentence says so.

A name that is a word nobody minutes, such as Carter or Penny, is no such name: rather one word too many goes.
"""

_COMMON = """
        al an art as ash at bank banks be bell best bill black bold bond born brand bridge bridges bright
    brown burden burns     by cash chance chase child church clear clerk close coal cook cost cotton craft
    crisp cross curry cutter dance day     dear do down draper drew early earnest east fair faith farmer
    few field fields fine flood flower flowers foot forest     frank freeman friend frost gardener gates
    gay glass go gold golden good grace grant grave gray great grey guy hall     hand hands hardy haste
    head heath hill hills home honour hook hope house hunt in inch is it just keen key kind lake     land
    lane large last law lay leader leaf less light link little lock long love low man manual mark marsh
    mason     master matters max mean mercy mild miles mill moon more moss mount my new nice no noble
    nurse on only or over page     pain paper parish park parks part pass patience pay peace place plain
    plant pool poor post pound power present price     prior quick rain read reader reason rest rich ride
    right ring rise rock root rose rough round royal rule rush rust     salt sand sands savage self senior
    sharp shed shore short silver skill sky small smart snow so spark speed spring     square star steel
    steward stock stone storm street strong such sue sum sun sweet swift temple to top town trip true
    trust up usher vale wait wake wall walls ward wards waters way ways we weeks welcome well wells white
    wild will wing     wise wish wood woods work worth yard young
"""
_SEASONS = """
    january february march april may june july august september october november december spring summer autumn winter
    monday friday
"""
_TOWNS = """
    london york leeds lincoln kent derby durham chester lancaster preston bolton bristol bath oxford stoke sutton
    warwick stafford essex sussex norfolk suffolk surrey devon reading cornwall rutland cumbria stirling
"""
_PROPER = """
    red amber green blue north south east west england france wales ireland scotland holland english french welsh irish
    german victoria florence georgia jordan israel chad chair case lot king prince duke earl lord bishop pope dean judge
    major marshal constable sheriff sergeant warden justice christian
"""
MONTHS = frozenset(_SEASONS.split())
"""Months, and what else stands behind the words that stand before a month: ``in May``, ``by Friday``."""
TOWNS = frozenset(_TOWNS.split())
"""Towns and counties that are surnames, too."""
PROPER = MONTHS | TOWNS | frozenset(_PROPER.split())
"""Months, ratings, places and offices: these have a capital in the middle of a sentence too."""
COMMON = frozenset(_COMMON.split()) - PROPER
"""Written small they are ordinary words; in the middle of a sentence a capital makes a name of them."""
