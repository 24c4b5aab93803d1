"""Good practices of structures: who decides, who meets, what is agreed."""
from .texts_wall_shape import Post, Practice

STRUCTURES_POSTS = (
    Post("henna", (2,), 352, {
        "fi": Practice(
            "Kirjaamisen vastuuhenkilö joka tiimiin",
            "Kirjaamisesta vastasivat kaikki, siis ei kukaan. Kysymykset kiersivät sähköpostissa.",
            "Koko hyvinvointialueelle",
            "Jokaisesta tiimistä yksi. Tehtävä on nimetty työnkuvaan ja siihen on kaksi tuntia viikossa. Vastuuhenkilöt tapaavat kuukausittain etänä, tunnin kerrallaan.\n\n"
            "Asialista on aina sama: mikä on mennyt hyvin, mikä hiertää, mitä viedään eteenpäin.",
            "Nyt tiedetään, keneltä kysyä. Järjestelmän toimittajakin saa yhden listan kahdenkymmenen viestin sijaan.",
            "Kaksi tuntia viikossa on se, mistä ei tingitä."),
        "sv": Practice(
            "En dokumentationsansvarig i varje team",
            "Alla ansvarade för dokumentationen, alltså ingen. Frågorna cirkulerade i e-posten.",
            "För hela välfärdsområdet",
            "En från varje team. Uppgiften står i arbetsbeskrivningen och har två timmar i veckan. De ansvariga träffas varje månad på distans, en timme åt gången.\n\n"
            "Agendan är alltid densamma: vad har gått bra, vad skaver, vad för vi vidare.",
            "Nu vet man vem man frågar. Också systemleverantören får en lista i stället för tjugo meddelanden.",
            "Två timmar i veckan är det som man inte prutar på.")},
        need="jelena pirkko leila", will="tiina jouni outi", tried="antero riikka gunilla", works="kaisa torbjorn hilkka tuomas sirpa aino mirja elina", pinned=True),
    Post("tuomas", (2,), 270, {
        "fi": Practice(
            "Kokous, jolla on alku ja loppu",
            "Kirjaamisen kehittämisryhmä jutteli. Mukavaa oli, mutta mitään ei tapahtunut.",
            "Kehittämisryhmiin",
            "Neljäkymmentäviisi minuuttia, kolme kysymystä:\n\n1. Mitä lupasimme viimeksi?\n2. Mitä siitä seurasi?\n3. Mitä kukin tekee ennen seuraavaa kertaa?\n\nMuistio on kolme riviä.",
            "Lupauksia on pidetty kaksikymmentäkuusi, peruttu kaksi.",
            "Pidä kellosta kiinni, vaikka juttu jäisi kesken. Se jatkuu käytävällä.")},
        need="satu", will="anneli heikki", tried="jarkko kaisa", works="sirpa hilkka noora majlen"),
    Post("benita", (2, 3), 232, {
        "sv": Practice(
            "Förmännens minneslista på en sida",
            "Förmännen ville stöda dokumentationen men visste inte vad de skulle fråga efter.",
            "För närchefer",
            "Fem frågor till teamets veckomöte, en i veckan:\n\n- Vad har vi slutat skriva, och saknar någon det?\n- Vem läser det här efter oss?\n- Vilken anteckning är du stolt över?\n- Vad skriver vi två gånger?\n- Vad vill du lära dig?",
            "Tre förmän använder den ännu efter ett halvår.",
            "En fråga i veckan räcker. Två är ett möte."),
        "fi": Practice(
            "Esihenkilön muistilista yhdellä sivulla",
            "Esihenkilöt halusivat tukea kirjaamista, mutta eivät tienneet, mitä kysyä.",
            "Lähiesihenkilöille",
            "Viisi kysymystä tiimin viikkopalaveriin, yksi viikossa:\n\n- Mitä olemme lakanneet kirjaamasta, ja kaipaako kukaan sitä?\n- Kuka tämän lukee meidän jälkeemme?\n- Mistä kirjauksesta olet ylpeä?\n- Minkä kirjoitamme kahteen kertaan?\n- Mitä haluat oppia?",
            "Kolme esihenkilöä käyttää sitä yhä puolen vuoden jälkeen.",
            "Yksi kysymys viikossa riittää. Kaksi on jo kokous.")},
        need="pirkko marko", will="aino outi ritva", tried="paivikki velimatti", works="orjan gunilla riikka camilla"),
    Post("antero", (2, 3), 188, {
        "fi": Practice(
            "Yksi luku kuukaudessa, ei kojelautaa",
            "Mittareita oli neljäkymmentä, eikä kukaan katsonut niitä.",
            "Tiimeille, jotka haluavat seurata omaa muutostaan",
            "Tiimi valitsee yhden asian, esimerkiksi: monessako kirjauksessa asiakkaan oma näkemys on mukana. Lasketaan kymmenestä kirjauksesta kerran kuussa. Luku kirjoitetaan seinälle.",
            "Luku nousi neljästä kahdeksaan puolessa vuodessa. Tärkeämpää on, että siitä puhutaan.",
            "Kymmenen riittää. Tilastonörttinä minuun sattuu sanoa näin.")},
        need="henna", will="camilla leila marko", tried="elina", works="jarkko riikka tuomas"),
    Post("kjell", (2,), 121, {
        "sv": Practice(
            "Ett beslut, en plats",
            "Anvisningar fanns på intranätet, i chatten, i en pärm och i någons huvud.",
            "För alla som har fler än en pärm",
            "Vi valde en sida. Varje beslut om dokumentation skrivs där, med datum och vem som beslutade. Allt annat fick en länk dit och töms på sikt.",
            "Frågan ”gäller det här ännu?” hörs mer sällan.",
            "Det svåraste är att tömma pärmen. Gör det på en fredag."),},
        need="johanna tiina", will="mikael benita", tried="orjan", works="camilla torbjorn"),
    Post("marko", (2, 4), 26, {
        "fi": Practice(
            "Verkostotapaamisen jälkeen viisi minuuttia omassa tiimissä",
            "Palasin verkostosta innoissani. Tiimissä oli kiire, ja into hiipui sähköpostiin.",
            "Meille, jotka istumme tässä verkostossa",
            "Viikkopalaverissa on pysyvä kohta: mitä muilta kuultiin. Viisi minuuttia, yksi ajatus, yksi kysymys tiimille: kokeillaanko?",
            "Kolmesta ajatuksesta kaksi on kokeilussa.",
            "Tuo vain yksi. Muut säästetään.")},
        need="aino jouni", will="tiina hilkka kaisa noora", tried="elina anneli"),
)
