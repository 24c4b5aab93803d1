"""The third workshop, closed: "Asiakkaan osallisuus", on the client's own voice in what is written."""

from .texts_shape import Board, Column, Note

TAKING_PART = Board(
    key="osallisuus",
    link="4",
    kind="workshop",
    number=3,
    title={"fi": "Asiakkaan osallisuus", "sv": "Klientens delaktighet"},
    prompt={
        "fi": "Milloin asiakas on viimeksi ollut mukana, kun hänestä kirjoitettiin? "
              "Kerro tavasta, älä yksittäisestä ihmisestä.",
        "sv": "När var klienten senast med när det skrevs om hen? "
              "Berätta om arbetssättet, inte om en enskild människa.",
    },
    state="closed",
    columns=(
        Column(
            {"fi": "Näin asiakas on mukana", "sv": "Så här är klienten med"},
            {"fi": "Keinoja, joita olet itse käyttänyt.", "sv": "Sätt som du själv har använt."},
            "leaf",
        ),
        Column(
            {"fi": "Mikä estää", "sv": "Vad hindrar"},
            {"fi": "Esteet saavat olla isoja tai pieniä, myös omia.",
             "sv": "Hindren får vara stora eller små, också ens egna."},
            "heart",
        ),
        Column(
            {"fi": "Lupaan kokeilla", "sv": "Jag lovar pröva"},
            {"fi": "Yksi lupaus, jonka voit pitää.", "sv": "Ett löfte som går att hålla."},
            "star",
        ),
    ),
    notes=(
    Note(0, "jelena", "fi", "leaf", 96,
         "Suunnitelma kirjoitetaan minä-muotoon ja asiakkaan puheesta. ”Haluan käydä itse kaupassa” on "
         "parempi tavoite kuin ”toimintakyvyn tukeminen”."),
    Note(0, "paivikki", "fi", "leaf", 96,
         "Levitän kuvakortit pöydälle ja asiakas laittaa ne tärkeysjärjestykseen. Siitä suunnitelma alkaa."),
    Note(0, "camilla", "sv", "leaf", 95,
         "Vi avslutar varje träff med samma fråga: vad vill du att jag skriver upp? Svaren är ofta bättre "
         "än mina egna formuleringar."),
    Note(0, "aino", "fi", "sun", 95,
         "Yllättävän moni ei halua lukea tekstiä. Silloin kysyn, saanko kertoa pääkohdat. Siihen suostuvat "
         "melkein kaikki."),
    Note(0, "tuomas", "fi", "leaf", 95,
         "Nuorten kanssa kirjataan puhelimella sohvalla istuen. Ruutu on pieni mutta yhteinen."),
    Note(0, "gunilla", "sv", "sun", 94,
         "Barnen ritar och jag skriver under vad de berättar. Teckningen får de behålla själva."),
    Note(0, "samira", "fi", "leaf", 94,
         "Kerron heti aluksi, mitä kirjaan, miksi ja kuka sen näkee. Harva kysyy enempää, mutta monen "
         "hartiat laskeutuvat."),
    Note(0, "henna", "fi", "sun", 94,
         "Ei osallisuus joka kerta paljon vaadi. Yksi asiakkaan oma lause kantaa pitkälle."),
    Note(1, "noora", "fi", "heart", 96,
         "Kiire. Yhdessä kirjaaminen on ensimmäinen asia, josta tingitään."),
    Note(1, "kjell", "sv", "heart", 96,
         "Klienten pratar svenska, mallen är på finska och jag översätter i huvudet. Någonstans på vägen "
         "försvinner rösten."),
    Note(1, "velimatti", "fi", "heart", 95,
         "Muistisairaan mielipide kirjataan liian usein omaisen suulla."),
    Note(1, "elina", "fi", "drop", 95,
         "Entä kun olemme eri mieltä? Kumman näkemys kirjataan ensin, ja onko sillä väliä?"),
    Note(1, "riikka", "fi", "heart", 95,
         "Ammattikieli on turvapaikka. Ilman sitä olo on aika paljas."),
    Note(1, "hilkka", "fi", "sun", 94,
         "Huonejärjestys. Näyttö on asiakkaan selän takana."),
    Note(1, "antero", "fi", "heart", 94,
         "Oletamme, ettei asiakasta kiinnosta. Moniko meistä on kysynyt?"),
    Note(1, "majlen", "sv", "sun", 94,
         "Nedsatt hörsel och en skramlig matsal. Det blir mycket nickande och lite delaktighet."),
    Note(2, "aino", "fi", "star", 94,
         "Kysyn viikon ajan jokaisen tapaamisen lopuksi: jäikö jotain, mitä haluaisit tähän kirjattavan?"),
    Note(2, "satu", "fi", "star", 94,
         "Käännän pöydän. Ihan kirjaimellisesti."),
    Note(2, "orjan", "sv", "star", 93,
         "Två klienter får läsa vår nya mall innan den tas i bruk, och som tack åtminstone kaffe och "
         "bulla."),
    Note(2, "kaisa", "fi", "star", 93,
         "Kirjoitan yhden suunnitelman niin, että asiakas voi lukea sen ääneen läheiselleen ilman "
         "sanakirjaa."),
    Note(2, "pirkko", "fi", "star", 93,
         "Omaisten puheelle oma otsikko, jotta se ei sekoitu asiakkaan sanoihin."),
    Note(2, "torbjorn", "sv", "star", 93,
         "Ingen anteckning utan ett ord från klienten själv. Jag håller på i två veckor och räknar hur "
         "ofta det lyckas."),
    Note(2, "mirja", "fi", "star", 92,
         "Keräämme tiimille sanaparit: näin meillä sanotaan, näin sen voi sanoa ymmärrettävästi."),
    ),
)
