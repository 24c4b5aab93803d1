"""The workshop that is going on, the largest board of the demo: "Rakenteinen kirjaaminen arjessa"."""

from .texts_everyday_ahead import NEXT_MONTH, QUESTIONS
from .texts_everyday_working import STICKING, WORKING
from .texts_shape import Board, Column

EVERYDAY = Board(
    key="arjessa",
    link="6",
    kind="workshop",
    number=5,
    title={
        "fi": "Rakenteinen kirjaaminen arjessa",
        "sv": "Strukturerad dokumentation i vardagen",
        "en": "Structured recording in everyday work",
    },
    prompt={
        "fi": "Kerro omasta arjestasi: missä rakenteesta on ollut hyötyä ja missä se hangoittelee vastaan? "
              "Yksi asia lapulle, ja asiakkaiden tiedot jätetään pois.",
        "sv": "Berätta ur din egen vardag: var har strukturen varit till nytta och var spjärnar den emot? "
              "En sak per lapp, och klientuppgifterna lämnar vi utanför.",
        "en": "Tell us about your own working day: where has structure helped, and where does it get in the way? "
              "One thing per note, and leave out anything about clients.",
    },
    state="open",
    columns=(
        Column(
            {"fi": "Mikä toimii jo", "sv": "Vad fungerar redan", "en": "What works already"},
            {"fi": "Pienikin onnistuminen kelpaa. Mitä teette ja miksi se auttaa?",
             "sv": "Små framgångar duger bra. Vad gör ni och varför hjälper det?",
             "en": "Small successes count. What do you do, and why does it help?"},
            "leaf",
        ),
        Column(
            {"fi": "Missä takkuaa", "sv": "Var hakar det upp sig", "en": "Where it sticks"},
            {"fi": "Sano suoraan. Puhutaan asioista, ei ihmisistä.",
             "sv": "Säg det rakt ut. Vi talar om saker, inte om personer.",
             "en": "Say it straight. We talk about things, not about people."},
            "heart",
        ),
        Column(
            {"fi": "Kysymyksiä muille", "sv": "Frågor till andra", "en": "Questions to others"},
            {"fi": "Mitä haluaisit kysyä toiselta alueelta?",
             "sv": "Vad skulle du vilja fråga ett annat område?",
             "en": "What would you like to ask another county?"},
            "drop",
        ),
        Column(
            # No English yet: a missing version is part of the picture.
            {"fi": "Kokeilemme ensi kuussa", "sv": "Vi prövar nästa månad"},
            {"fi": "Jotain, minkä oikeasti ehdit tehdä. Kuka aloittaa?",
             "sv": "Något som ni faktiskt hinner med. Vem börjar?"},
            "star",
        ),
    ),
    notes=WORKING + STICKING + QUESTIONS + NEXT_MONTH,
    anonymity="region",
)
