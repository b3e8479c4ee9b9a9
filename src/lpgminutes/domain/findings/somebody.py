"""The words that minutes have for somebody, or for what somebody runs or lives in, without a name."""

SOMEBODY = (
    "man|woman|girl|boy|lady|female|male|person|individual|one|member|councillor|governor|trustee|officer|nurse|midwife|"
    "doctor|surgeon|consultant|teacher|pupil|student|parent|child|employee|worker|colleague|manager|director|driver|"
    "firefighter|constable|sergeant|resident|tenant|owner|applicant|appellant|candidate|objector|complainant|claimant|"
    "witness|patient|lecturer|researcher|academic|judge|"
    "bidder|tenderer|supplier|contractor|provider|firm|company|body|"
    "school|ward|home|surgery|farm|shop|depot|station|pub|inn|hotel|club|church|chapel|library|hospital|premises|house|village"
)
"""As the alternatives of a pattern."""
