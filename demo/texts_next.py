"""The sixth workshop, a draft that only its facilitators see: "Esihenkilö tukena", prepared in Finnish so far."""

from .texts_shape import Board, Column, Note

NEXT = Board(
    key="esihenkilo",
    link="7",
    kind="workshop",
    number=6,
    title={"fi": "Esihenkilö tukena"},
    prompt={
        "fi": "Mitä sinä tarvitset esihenkilöltä, jotta kirjaaminen onnistuu, ja mitä hän tarvitsee sinulta?",
    },
    state="draft",
    columns=(
        Column({"fi": "Mitä toivon esihenkilöltä"}, {"fi": "Tekoja, jotka huomaa arjessa."}, "sun"),
        Column({"fi": "Mitä esihenkilö toivoo meiltä"}, {"fi": "Esihenkilöt kirjoittavat tähän ensin."}, "drop"),
        Column({"fi": "Yhteinen lupaus"}, {"fi": "Yksi lupaus aluetta kohti."}, "star"),
    ),
    notes=(
    Note(0, "marja", "fi", "sun", 6,
         "Esimerkki: Kysy kirjaamisesta muulloinkin kuin silloin, kun jokin on vialla."),
    Note(0, "marja", "fi", "sun", 6,
         "Esimerkki: Varjele kirjaamisaikaa, kun teet työvuoroja."),
    Note(0, "saga", "sv", "sun", 5,
         "Exempel: Läs en anteckning i veckan och säg vad som var bra i den."),
    Note(0, "marja", "fi", "drop", 5,
         "Saga, otettaisiinko heti alkuun jonkun esihenkilön oma puheenvuoro?"),
    Note(0, "saga", "sv", "stone", 4,
         "Ja, gärna. Tio minuter räcker. Jag hör med Camilla om hon känner någon modig förman."),
    Note(1, "marja", "fi", "sun", 4,
         "Esimerkki: Kertokaa ajoissa, kun ette ehdi. Tilastoista en sitä näe."),
    Note(1, "saga", "sv", "star", 3,
         "Kunde förmännen få fylla i den här kolumnen ett par dagar före de andra?"),
    Note(1, "otto", "fi", "stone", 3,
         "Linkki on kurssilla valmiina. Julkaiskaa, kun ohjelma on lyöty lukkoon."),
    Note(2, "marja", "fi", "star", 2,
         "Ryhmissä: yksi lupaus aluetta kohti, enintään viisitoista sanaa."),
    Note(2, "marja", "fi", "heart", 2,
         "Muistetaan, että moni esihenkilö ei ole itse kirjannut vuosiin. Ei nolata ketään."),
    Note(2, "otto", "fi", "drop", 1,
         "Tarvitaanko tähän äänestys vai riittääkö keskustelu?"),
    ),
)
