"""The first workshop, archived: "Verkosto kokoon", where everybody told who they are."""

from .texts_shape import Board, Column, Note

TOGETHER = Board(
    key="kokoon",
    link="2",
    kind="workshop",
    number=1,
    title={"fi": "Verkosto kokoon", "sv": "Nätverket samlas", "en": "Getting together"},
    prompt={
        "fi": "Esittäydy, kerro toiveesi ja paljasta, missä asiassa sinulta kannattaa kysyä apua.",
        "sv": "Presentera dig, berätta vad du hoppas på och avslöja vad man kan fråga just dig om.",
        "en": "Introduce yourself, say what you hope for, and tell what others can ask you about.",
    },
    state="archived",
    columns=(
        Column(
            {"fi": "Kuka olen", "sv": "Vem jag är", "en": "Who I am"},
            {"fi": "Nimi, alue ja yksi asia, jota muut eivät tiedä työstäsi.",
             "sv": "Namn, område och en sak som andra inte vet om ditt jobb.",
             "en": "Name, county, and one thing others do not know about your work."},
            "sun",
        ),
        Column(
            {"fi": "Mitä toivon verkostolta", "sv": "Vad jag hoppas på av nätverket", "en": "What I hope for"},
            {"fi": "Mikä tekisi tästä sinulle ajan arvoista?",
             "sv": "Vad skulle göra det här värt din tid?",
             "en": "What would make this worth your time?"},
            "star",
        ),
        Column(
            {"fi": "Mitä tuon mukanani", "sv": "Vad jag har med mig", "en": "What I bring along"},
            {"fi": "Kokemus, materiaali, luonne: kaikki käy.",
             "sv": "Erfarenhet, material, humör: allt duger.",
             "en": "Experience, materials, temperament: anything goes."},
            "leaf",
        ),
    ),
    notes=(
    Note(0, "marja", "fi", "stone", 247,
         "Marja, tämän verkoston fasilitaattori. Vedän tapaamiset yhdessä Sagan kanssa. Tekniikasta saa "
         "valittaa, siihen on totuttu."),
    Note(0, "saga", "sv", "stone", 247,
         "Saga heter jag, och jag faciliterar på svenska och lite till. Skriv på det språk som känns som "
         "ditt."),
    Note(0, "sirpa", "fi", "sun", 246,
         "Sirpa Kainuusta, puolet työajasta kirjaamiskoordinaattori ja puolet palveluohjaaja. Välillä "
         "puolikkaat menevät sekaisin."),
    Note(0, "gunilla", "sv", "sun", 246,
         "Gunilla från Österbotten. Tjugo år inom barnskyddet och tre olika klientsystem. Jag överlever "
         "ett fjärde också."),
    Note(0, "samira", "fi", "sun", 245,
         "Samira, aikuissosiaalityö, Vantaa ja Kerava. Olen tehtävässä uusi ja kysyn paljon. Teitä on "
         "varoitettu!"),
    Note(0, "velimatti", "fi", "sun", 245,
         "Veli-Matti Etelä-Pohjanmaalta. Taustani on hoitotyössä, joten sosiaalihuollon käsitteet ovat "
         "vielä vähän hakusessa."),
    Note(0, "torbjorn", "sv", "sun", 244,
         "Tor-Björn från Åboland, funktionshinderservice. Jag tar färjan till jobbet och läser era lappar "
         "på vägen."),
    Note(0, "orjan", "sv", "sun", 244,
         "Örjan, systemstöd och utbildning i Österbotten. Finska går bra över en kopp kaffe, men skriver "
         "gör jag helst på svenska."),
    Note(0, "jelena", "fi", "sun", 243,
         "Jelena, vammaispalvelut, Etelä-Karjala. Innostun lomakkeista. Joku kai niistäkin saa pitää."),
    Note(1, "aino", "fi", "star", 246,
         "Että joku sanoisi ääneen, ettei kukaan muukaan ole vielä valmis."),
    Note(1, "noora", "fi", "star", 246,
         "Pohjia, joita saa lainata ja muokata ilman, että tarvitsee pyydellä anteeksi."),
    Note(1, "camilla", "sv", "star", 245,
         "Att svenskan är med från början och inte kommer som en bilaga efteråt."),
    Note(1, "tuomas", "fi", "drop", 245,
         "Selvä alku ja selvä loppu, kiitos. Ehditäänkö kahdessa tunnissa muutakin kuin esittelykierros?"),
    Note(1, "mirja", "fi", "heart", 244,
         "Ettei tästä tulisi taas yksi paikka, johon pitää muistaa kirjautua."),
    Note(1, "kaisa", "fi", "star", 243,
         "Työkavereita! Omalla alueella olen ainoa, joka tekee tätä."),
    Note(2, "jarkko", "fi", "leaf", 245,
         "Vedän kirjaamispajoja etänä. Ensimmäinen meni aivan pieleen, joten tiedän myös, miten ei kannata "
         "tehdä."),
    Note(2, "henna", "fi", "leaf", 245,
         "Alueemme vastuuhenkilöt ovat kokoontuneet nyt vuoden. Saa soittaa ja kysyä, mikä yllätti."),
    Note(2, "majlen", "sv", "leaf", 244,
         "En mapp med påhittade exempel från äldreomsorgen, ett trettiotal. Ta för er."),
    Note(2, "pirkko", "fi", "leaf", 244,
         "Pitkä pinna ja huono huumori. Osaamistakin, kunhan pysytään iäkkäiden palveluissa."),
    Note(2, "antero", "fi", "leaf", 243,
         "Tilastonörtti ilmoittautuu. Autan mielelläni, jos joku haluaa laskea jotain järkevää."),
    Note(2, "benita", "sv", "leaf", 243,
         "Min minneslista för förmän. Den ryms på en sida och är testad på riktigt trötta förmän."),
    ),
)
