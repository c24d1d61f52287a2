"""American spellings and what they are in British English: rules of endings, with their exceptions, and single words.

Words that British English has too, in whatever sense, are left out (program, license, practice, meter, check, dialog).
"""

from __future__ import annotations

import re

_IZE = re.compile(r"(?P<stem>[a-z]{3,})(?P<letter>i|y)z(?P<end>e|es|ed|er|ers|ing|able|ation|ations|ational)")
_NO_IZE = re.compile(
    r"(?:down|over|out|under|re|up|mid|king|queen|bite)?siz(?:e|es|ed|er|ers|ing|able)|(?:de)?priz(?:e|es|ed|ing)|"
    r"seiz(?:e|es|ed|er|ers|ing|able)|capsiz(?:e|es|ed|ing)|assiz(?:e|es)|maiz(?:e|es)|baiz(?:e|es)"
)
_OR = re.compile(
    r"(?P<stem>(?:dis|mis)?(?:arm|behavi|cand|clam|col|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|"
    r"rum|sav|savi|splend|tum|val|vap|vig))or"
    r"(?P<end>|s|ed|er|ers|ing|ingly|able|ably|al|ally|ful|fully|hood|hoods|ite|ites|less|ly|y)"
)
_DOUBLE = re.compile(
    r"(?P<stem>cancel|channel|counsel|dial|dishevel|duel|enamel|equal|fuel|funnel|grovel|initial|jewel|label|level|"
    r"libel|marshal|marvel|model|panel|pedal|quarrel|rival|shovel|shrivel|signal|snivel|spiral|swivel|total|travel|"
    r"trial|tunnel)(?P<end>ed|er|ers|ing|or|ors|ous|ously)"
)
_WORDS = {
    "aluminum": "aluminium",
    "caliber": "calibre",
    "catalog": "catalogue",
    "catalogs": "catalogues",
    "center": "centre",
    "centered": "centred",
    "centering": "centring",
    "centers": "centres",
    "centimeter": "centimetre",
    "centimeters": "centimetres",
    "cozy": "cosy",
    "defense": "defence",
    "defenses": "defences",
    "distill": "distil",
    "enroll": "enrol",
    "enrollment": "enrolment",
    "enrollments": "enrolments",
    "enrolls": "enrols",
    "fiber": "fibre",
    "fibers": "fibres",
    "fulfill": "fulfil",
    "fulfillment": "fulfilment",
    "fulfills": "fulfils",
    "gotten": "got",
    "gray": "grey",
    "grays": "greys",
    "installment": "instalment",
    "installments": "instalments",
    "instill": "instil",
    "jewelry": "jewellery",
    "kilometer": "kilometre",
    "kilometers": "kilometres",
    "liter": "litre",
    "liters": "litres",
    "maneuver": "manoeuvre",
    "maneuvers": "manoeuvres",
    "meager": "meagre",
    "millimeter": "millimetre",
    "millimeters": "millimetres",
    "mold": "mould",
    "mustache": "moustache",
    "offense": "offence",
    "offenses": "offences",
    "pajamas": "pyjamas",
    "pediatric": "paediatric",
    "plow": "plough",
    "pretense": "pretence",
    "saber": "sabre",
    "skeptic": "sceptic",
    "skeptical": "sceptical",
    "skepticism": "scepticism",
    "skillful": "skilful",
    "skillfully": "skilfully",
    "somber": "sombre",
    "specter": "spectre",
    "theater": "theatre",
    "theaters": "theatres",
    "willful": "wilful",
    "willfully": "wilfully",
    "woolen": "woollen",
}


def british(word: str) -> str | None:
    """The British spelling of an American one, in lower case; None for a word that is spelt so in Britain."""
    lower = word.lower()
    if lower in _WORDS:
        return _WORDS[lower]
    if (found := _IZE.fullmatch(lower)) is not None and not _NO_IZE.fullmatch(lower):
        return f"{found['stem']}{found['letter']}s{found['end']}"
    if (found := _OR.fullmatch(lower)) is not None:
        return f"{found['stem']}our{found['end']}"
    if (found := _DOUBLE.fullmatch(lower)) is not None:
        return f"{found['stem']}l{found['end']}"
    return None
