"""The board that is always open: "Kysy mitä vain kirjaamisesta"."""

from .texts_shape import Board, Column, Note

ASK = Board(
    key="kysy",
    link="8",
    kind="board",
    number=None,
    title={
        "fi": "Kysy mitä vain kirjaamisesta",
        "sv": "Fråga vad som helst om dokumentation",
        "en": "Ask anything about recording",
    },
    prompt={
        "fi": "Kysy, kun kysymys tulee mieleen, ja vastaa, kun tiedät tai kun on kokemusta. "
              "Asiakkaiden tiedot eivät kuulu tänne.",
        "sv": "Fråga när frågan dyker upp, och svara när du vet eller har erfarenhet. "
              "Klientuppgifter hör inte hemma här.",
        "en": "Ask when something comes to mind, and answer when you know or have experience. "
              "Nothing about clients belongs here.",
    },
    state="open",
    columns=(
        Column(
            {"fi": "Kysymyksiä", "sv": "Frågor", "en": "Questions"},
            {"fi": "Yksi kysymys lapulle, niin siihen on helppo tarttua.",
             "sv": "En fråga per lapp, så är den lätt att nappa på.",
             "en": "One question per note is easy to pick up."},
            "drop",
        ),
        Column(
            {"fi": "Vastauksia ja vinkkejä", "sv": "Svar och tips", "en": "Answers and tips"},
            {"fi": "Kerro, mihin vastaat. Omakin kokemus on vastaus.",
             "sv": "Berätta vilken fråga du svarar på. Egen erfarenhet är också ett svar.",
             "en": "Say which question you answer. Your own experience is an answer too."},
            "leaf",
        ),
    ),
    notes=(
    Note(0, "marja", "fi", "stone", 180,
         "Täällä ei ole tyhmiä kysymyksiä. Jos mietit jotain, joku muu miettii ihan samaa."),
    Note(0, "saga", "sv", "stone", 180,
         "Fråga på! Undrar du något, undrar säkert någon annan precis samma sak."),
    Note(0, "juhopekka", "fi", "drop", 90,
         "Miten perustelen kiireiselle työparille, ettei ”tilanne ennallaan” riitä?"),
    Note(0, "kaisa", "fi", "drop", 70,
         "Saako tekstissä käyttää lempinimeä, jos asiakas itse pyytää?"),
    Note(0, "aino", "fi", "drop", 55,
         "Miten muotoilette huolen niin, ettei se kuulosta syytökseltä?"),
    Note(0, "tuomas", "fi", "drop", 41,
         "Kirjaanko tekstiviestin sanasta sanaan vai riittääkö sisältö?"),
    Note(0, "noora", "fi", "drop", 34,
         "Kuinka vanhat luonnokset saa poistaa, ja kuka sen tekee?"),
    Note(0, "majlen", "sv", "drop", 27,
         "Hur snabbt efter ett hembesök måste jag ha skrivit? Samma dag är målet, men sen då?"),
    Note(0, "benita", "sv", "drop", 20,
         "En anhörig som också är intressebevakare, får hen läsa allt eller bara det som hör till "
         "uppdraget?"),
    Note(0, "satu", "fi", "drop", 15,
         "Verkostopalaverissa oli paikalla kolme palvelua. Tuleeko kolme kirjausta vai yksi?"),
    Note(0, "velimatti", "fi", "drop", 12,
         "Mitä eroa on palvelutehtävällä ja palveluprosessilla, jos se pitäisi sanoa yhdellä lauseella?"),
    Note(0, "kjell", "sv", "drop", 8,
         "Vad kallar ni ”toteuttamissuunnitelma” på svenska? Jag har hört fyra varianter."),
    Note(0, "samira", "fi", "drop", 3,
         "Kirjaanko puhelun, johon ei vastattu? Entä kun se on jo viides?"),
    Note(0, "hilkka", "fi", "drop", 1,
         "Onko jollakulla kokemusta kirjaamisesta saameksi? Sitä toivottiin meillä, enkä osannut vastata."),
    Note(1, "antero", "fi", "star", 88,
         "”Ennallaan” kannattaa purkaa osiin: mikä on ennallaan ja mistä sen tietää? Yleensä kirjaus "
         "syntyy siitä itsestään."),
    Note(1, "paivikki", "fi", "leaf", 69,
         "Lempinimi jää meillä asiakkaan suoriin lainauksiin. Muualla käytetään virallista nimeä, ettei "
         "synny sekaannuksia."),
    Note(1, "riikka", "fi", "star", 54,
         "Huolesta: ensin se, mitä näit ja kuulit, ja vasta sitten se, mitä siitä ajattelet. Loppuun "
         "kirjaan aina, olenko sanonut saman ääneen sille, jota huoli koskee. Jos en ole, se on seuraava "
         "tehtäväni."),
    Note(1, "jarkko", "fi", "leaf", 40,
         "Tekstiviestistä riittää sisältö. Jos sanamuodolla on väliä, lainaa se kohta suoraan."),
    Note(1, "henna", "fi", "sun", 33,
         "Meillä pääkäyttäjä siivoaa luonnokset kerran kuussa ja kysyy aina ensin kirjoittajalta."),
    Note(1, "saga", "sv", "leaf", 26,
         "Hos oss är nästa vardag gränsen. Drar det ut på tiden skriver vi både när det hände och när det "
         "antecknades."),
    Note(1, "gunilla", "sv", "leaf", 19,
         "Intressebevakaren ser det som behövs för uppdraget. I oklara fall ringer vi alltid vår "
         "dataskyddsansvariga innan vi lämnar ut något."),
    Note(1, "pirkko", "fi", "leaf", 14,
         "Meillä jokainen palvelu kirjaa verkostopalaverista oman osansa. Yhdessä sovitut asiat ovat "
         "yhdessä paikassa, johon muut viittaavat."),
    Note(1, "elina", "fi", "leaf", 11,
         "Palvelutehtävä kertoo, minkä asian parissa työskennellään, ja palveluprosessi, missä vaiheessa "
         "ollaan."),
    Note(1, "orjan", "sv", "leaf", 7,
         "Vi säger genomförandeplan. Kanske inte vackert, men alla förstår, och det är huvudsaken."),
    Note(1, "marja", "fi", "leaf", 2,
         "Vastaamattomasta puhelusta: kirjaa, jos sillä on merkitystä asian kannalta. Viides yritys kertoo "
         "jo jotain. Lisää myös, mitä aiot tehdä seuraavaksi."),
    ),
)
