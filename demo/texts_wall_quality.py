"""Good practices of quality: what makes a record good, and how a team sees it."""
from .texts_wall_shape import Post, Practice

QUALITY_POSTS = (
    Post("jarkko", (3, 4), 330, {
        "fi": Practice(
            "Kirjaamispaja: tunti, kolme keksittyä tapausta",
            "Koulutuksessa kuunneltiin, mutta työpöydän ääressä mikään ei muuttunut.",
            "Tiimeille, 4–10 henkeä kerrallaan",
            "Pidän pajan etänä. Kaikki kirjaavat saman keksityn tapauksen, kukin omalla tavallaan. Sitten luetaan vierekkäin ja etsitään, mikä auttaa seuraavaa lukijaa.\n\nVirheitä ei etsitä.",
            "Samasta tapauksesta syntyi kahdeksan erilaista kirjausta. Se hiljensi ja sitten nauratti.",
            "Ensimmäinen paja meni pieleen, koska tapaus oli liian pitkä. Puoli sivua riittää."),
        "sv": Practice(
            "Skrivarverkstad: en timme, tre påhittade fall",
            "På utbildningen lyssnade man, men vid skrivbordet förändrades ingenting.",
            "För team, 4–10 personer åt gången",
            "Jag håller verkstaden på distans. Alla dokumenterar samma påhittade fall, var och en på sitt sätt. Sedan läser vi sida vid sida och letar efter det som hjälper nästa läsare.\n\nVi letar inte efter fel.",
            "Samma fall gav åtta olika anteckningar. Det blev tyst, och sedan skrattade vi.",
            "Den första verkstaden gick på tok, för fallet var för långt. En halv sida räcker.")},
        need="ritva leila mikael", will="amina jouni heikki", tried="camilla kaisa noora", works="riikka antero tuomas orjan aino tiina henna", featured=True),
    Post("riikka", (3,), 249, {
        "fi": Practice(
            "Kirjaamiskahvit",
            "Kirjauksia ei lukenut kukaan muu kuin se, joka etsi virhettä.",
            "Pienille tiimeille",
            "Torstaisin puoli tuntia ja pullaa. Joku tuo yhden oman kirjauksensa, josta kaikki tunnistettava on poistettu. Muut kertovat: mitä ymmärsin, mitä jäin miettimään, minkä ottaisin itselleni.",
            "Kukaan ei ole vielä jättänyt väliin, mutta siihen voi vaikuttaa pulla.",
            "Ensimmäisen kirjauksen tuo vetäjä itse. Mieluiten huonon.")},
        need="outi jelena", will="mirja benita jouni", tried="antero kjell", works="jarkko hilkka sirpa elina marko kaisa"),
    Post("mirja", (3,), 210, {
        "fi": Practice(
            "Lyhyempi kirjaus on vaikeampi, mutta parempi",
            "Kirjasimme varmuuden vuoksi kaiken. Tärkeä hukkui.",
            "Kotiin vietäviin palveluihin",
            "Ennen tallentamista kysyn: mitä seuraava tekee tällä lauseella? Jos vastausta ei ole, lause lähtee.\n\n- Mitä sovittiin?\n- Mikä muuttui?\n- Mikä huolettaa, ja ketä?",
            "Kirjaukset lyhenivät puoleen. Lukijoilta kysyttiin: mitään ei jäänyt puuttumaan.",
            "Älä lyhennä asiakkaan sanoja.")},
        need="amina", will="pirkko johanna", tried="aino paivikki", works="tuomas satu velimatti"),
    Post("pirkko", (3, 0), 143, {
        "fi": Practice(
            "Omainen lukijana",
            "Kirjoitimme toisillemme. Sitten omainen luki, ja jokin hänen äänessään sai meidät pysähtymään.",
            "Iäkkäiden palveluihin",
            "Pyysimme kolmea kokemusasiantuntijaa lukemaan keksittyjä kirjauksia ja merkitsemään värillä, mikä loukkaa, mikä ilahduttaa ja mikä jää hämäräksi. Kävimme merkinnät läpi yhdessä.",
            "Lista vältettävistä sanoista on nyt seinällä. Pisin niistä on ”yhteistyökyvytön”.",
            "Maksa palkkio. Se on asiantuntijan työtä.")},
        need="satu tiina", will="hilkka paivikki leila", tried="mirja", works="kaisa henna"),
    Post("elina", (3,), 104, {
        "fi": Practice(
            "Kahden viikon sääntö suunnitelmille",
            "Suunnitelma tehtiin, ja se unohtui.",
            "Kaikille, jotka tekevät asiakassuunnitelmia",
            "Kalenteriin merkitään heti kahden viikon päähän viisi minuuttia: katson suunnitelman ja kirjaan, onko mitään tapahtunut. Useimmiten riittää yksi lause.",
            "Suunnitelmat elävät. Asiakkaat huomaavat, että joku muistaa.",
            "Viisi minuuttia, ei enempää. Muuten sen siirtää.")},
        need="heikki", will="camilla sirpa", tried="anneli riikka", works="marko jarkko"),
    Post("torbjorn", (3,), 45, {
        "sv": Practice(
            "Högläsning på färjan",
            "Jag skrev bra på morgonen och slarvigt på eftermiddagen, men såg det aldrig själv.",
            "För den som vill öva ensam",
            "Jag läser en av mina egna anteckningar, utan namn, halvhögt för mig själv. Där jag snubblar ändrar jag nästa gång. En om dagen.",
            "Efter två månader snubblar jag mindre. Medpassagerarna har vant sig.",
            "Det går också i ett tyst rum.")},
        need="mikael", will="johanna", works="gunilla majlen"),
)
