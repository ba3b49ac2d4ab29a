"""Everyday sentences about nobody, in both languages; notes are put together from them."""

from __future__ import annotations

from random import Random
from typing import Final

Pair = tuple[str, str]
"""A text in Danish and in English."""

HOUSE: Final[Pair] = ("Demohuset", "The Demo House")
OWNER: Final[Pair] = ("Musvit", "Musvit")
PLACE: Final[Pair] = ("Stuen på første sal", "The sitting room on the first floor")
WEEKDAY_GROUP: Final[Pair] = ("Onsdagsgruppen", "Wednesday group")
SPRING: Final[Pair] = ("Forår {year}", "Spring {year}")
AUTUMN: Final[Pair] = ("Efterår {year}", "Autumn {year}")
NUMBERED: Final[Pair] = ("Gruppe {number:03d} ({year})", "Group {number:03d} ({year})")

REASONS: Final[tuple[Pair, ...]] = (
    ("Syg", "Ill"),
    ("Barn syg", "Child ill"),
    ("Forældremøde", "Parents' evening"),
    ("Tandlæge", "Dentist"),
    ("Vagt på arbejdet", "A shift at work"),
    ("Bussen kørte ikke", "No bus"),
    ("Prøve på skolen", "An exam at school"),
)

OF_THE_GROUP: Final[tuple[Pair, ...]] = (
    ("En rolig aften, hvor alle nåede at sige noget.", "A calm evening; everyone got to speak."),
    ("Vi begyndte fem minutter for sent.", "We started five minutes late."),
    ("Runden tog længere tid end planlagt.", "The round took longer than planned."),
    ("Øvelsen to og to virkede godt.", "The exercise in pairs worked well."),
    ("Vi sprang den sidste øvelse over.", "We skipped the last exercise."),
    ("Der blev grinet meget i pausen.", "There was a lot of laughter in the break."),
    ("Husk flere kuglepenne til næste gang.", "Bring more pens next time."),
    ("Gruppen ønsker mere tid til arket.", "The group wants more time for the sheet."),
    ("Kortene på gulvet satte gang i snakken.", "The cards on the floor got the talk going."),
    ("Vi gentog aftalen om fortrolighed.", "We repeated the agreement on confidentiality."),
    ("Lokalet var koldt, tænd for varmen før.", "The room was cold; turn the heating on earlier."),
    ("Kaffen slap op før pausen.", "The coffee ran out before the break."),
    ("Tavlen blev fyldt med gode råd.", "The board filled up with good advice."),
    ("Næste gang tager vi pausen lidt før.", "Next time we take the break a little earlier."),
    ("Stolene stod bedre i en rundkreds.", "The chairs worked better in a circle."),
    ("Arkene blev lagt i mapperne her.", "The sheets were put in the folders here."),
)

OF_A_WOMAN: Final[tuple[Pair, ...]] = (
    ("Hun var stille i begyndelsen og talte mere efter pausen.",
     "She was quiet at first and spoke more after the break."),
    ("Hun har fået sin egen nøgle til vaskekælderen.",
     "She has got her own key to the laundry room."),
    ("Hun vil øve sig i at sige nej én gang i denne uge.",
     "She wants to practise saying no once this week."),
    ("Hun tog arket med hjem i den neutrale form.",
     "She took the sheet home in its neutral form."),
    ("Hun lod arket blive her i mappen.", "She left the sheet here in the folder."),
    ("Hun er begyndt at gå en tur hver morgen.",
     "She has started to go for a walk every morning."),
    ("Hun glæder sig over det nye køkkenbord.", "She is happy with the new kitchen table."),
    ("Hun vil gerne høre mere om kommunens rådgivning.",
     "She would like to hear more about the municipality's counselling."),
    ("Hun sover bedre end i forrige måned.", "She sleeps better than last month."),
    ("Hun sagde pas i runden, og det var fint.", "She passed in the round, and that was fine."),
    ("Hun har meldt sig til et madlavningshold.", "She has joined a cooking class."),
    ("Hun fandt øvelsen svær, men nyttig.", "She found the exercise hard, but useful."),
    ("Hun skal til samtale om et job på mandag.", "She has a job interview on Monday."),
    ("Hun vil skrive korte svar og vente en dag med at sende dem.",
     "She wants to write short answers and wait a day before sending them."),
    ("Hun hjalp med at sætte stolene på plads.", "She helped to put the chairs back."),
    ("Hun har sat sit yndlingsbillede op i stuen.",
     "She has put up her favourite picture in the sitting room."),
    ("Hun vil tale med skolen om faste dage.", "She will talk to the school about fixed days."),
    ("Hun ønsker en kort snak før næste møde.", "She wants a short talk before the next session."),
    ("Hun fik et godt råd om budgettet.", "She got good advice on her budget."),
    ("Hun tog et tørklæde med, som hun selv har strikket.",
     "She brought a scarf that she has knitted herself."),
    ("Hun synes, at rundens spørgsmål var godt.", "She liked the question of the round."),
    ("Hun gik lidt før, som aftalt.", "She left a little early, as agreed."),
    ("Hun vil prøve at ringe til sin søster.", "She will try to call her sister."),
    ("Hun fortalte om en god weekend.", "She told of a good weekend."),
)  # fmt: skip


def in_language(pair: Pair, language: str) -> str:
    """Return the Danish text for 'da', otherwise the English one."""
    return pair[0] if language == "da" else pair[1]


def note(
    pieces: tuple[Pair, ...], language: str, chance: Random, *, at_least: int, at_most: int
) -> str:
    """Return a note of ``pieces`` in chance order, ``at_least`` to ``at_most`` characters long.

    A piece comes back only when all others have stood in the note.
    """
    wanted = chance.randint(at_least, at_most)
    said: list[str] = []
    length = -1  # no blank before the first
    while length < wanted:
        for pair in chance.sample(pieces, len(pieces)):
            said.append(in_language(pair, language))
            length += len(said[-1]) + 1
            if length >= wanted:
                break
    return " ".join(said)
