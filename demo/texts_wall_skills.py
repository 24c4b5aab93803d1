"""Good practices of skills, and those that do not stand among the others: an archived post, one that waits, and Aino's draft."""
from .texts_wall_shape import Post, Practice

SKILLS_POSTS = (
    Post("noora", (4,), 301, {
        "fi": Practice(
            "Pohjapankki, josta saa lainata ilman lupaa",
            "Jokainen teki oman pohjan, ja kaikki pyysivät anteeksi, jos lainasivat.",
            "Kaikille, jotka tekevät ohjeita tai pohjia",
            "Yksi kansio, kolme sääntöä:\n\n1. Saa lainata ja muokata.\n2. Alkuun kirjoitetaan, kuka teki ja milloin.\n3. Jos parannat, tuo parannus takaisin.",
            "Kansiossa on kolmekymmentäneljä pohjaa, ja uusin tuli alueelta, jossa en ole koskaan käynyt.",
            "Vanhentunut pohja on vaarallisempi kuin puuttuva. Siivoamme kahdesti vuodessa."),
        "sv": Practice(
            "En mallbank där man får låna utan att be om lov",
            "Alla gjorde sin egen mall, och alla bad om ursäkt om de lånade.",
            "För alla som gör anvisningar eller mallar",
            "En mapp, tre regler:\n\n1. Man får låna och ändra.\n2. I början står vem som har gjort den och när.\n3. Om du förbättrar, ta tillbaka förbättringen.",
            "I mappen finns trettiofyra mallar, och den nyaste kom från ett område där jag aldrig har varit.",
            "En föråldrad mall är farligare än en som saknas. Vi städar två gånger om året.")},
        need="samira heikki outi", will="mikael anneli satu", tried="kjell paivikki", works="tiina jouni aino camilla jarkko tuomas", edited=88),
    Post("majlen", (4, 1), 238, {
        "sv": Practice(
            "Trettio påhittade exempel från äldreomsorgen",
            "Vi övade med riktiga anteckningar där namnen var överstrukna. Det kändes fel, och var det också.",
            "För äldreomsorgen, och för den som håller kurser",
            "Exemplen är påhittade från början till slut. Varje exempel är en halv sida och har en fråga i slutet. Välj tre, läs, diskutera.",
            "Ingen behöver vara rädd för att känna igen någon. Diskussionen blir modigare.",
            "Skriv egna. Ge personerna namn som ingen har."),},
        need="pirkko", will="ritva benita johanna", tried="gunilla", works="juhopekka orjan torbjorn"),
    Post("aino", (4, 3), 176, {
        "fi": Practice(
            "Saavutettava kirjaus: selkeä lause riittää",
            "Asiakas pyysi kirjauksensa, ja hänen oli vaikea ymmärtää sitä. Ei kielen vaan lyhenteiden takia.",
            "Kaikille kirjaaville",
            "Kolme tapaa, joita opettelemme yksi kerrallaan:\n\n- lyhenne auki ensimmäisellä kerralla\n- yksi asia yhteen lauseeseen\n- kuka teki, ei ”tehtiin”",
            "Sihteerimme, joka ei ole sosiaalityöntekijä, lukee koekirjauksen. Jos hän ymmärtää, se on valmis.",
            "Passiivi on sitkein. Annamme siitä hyväntahtoisen huomautuksen ja suklaata.")},
        need="leila amina", will="hilkka marko", tried="mirja paivikki antero", works="elina jarkko sirpa henna tiina", edited=170),
    Post("johanna", (4,), 129, {
        "sv": Practice(
            "Kvarten efter semestern",
            "Efter en lång ledighet har systemet fått nya knappar och man själv nya luckor.",
            "För alla som har semester",
            "Den första dagen finns en kvart i kalendern: tre nyheter i systemet, en anteckning att läsa, en fråga till teamet. Den som kom tillbaka förra veckan håller den.",
            "Supporten får färre samtal i augusti.",
            "Funkar också efter sjukledighet, men då långsammare."),
        "fi": Practice(
            "Vartti loman jälkeen",
            "Pitkän vapaan jälkeen järjestelmässä on uusia painikkeita ja itsessä uusia aukkoja.",
            "Kaikille, joilla on lomia",
            "Ensimmäisenä päivänä kalenterissa on vartti: kolme uutta asiaa järjestelmässä, yksi kirjaus luettavaksi, yksi kysymys tiimille. Vartin pitää se, joka palasi viime viikolla.",
            "Tuki saa elokuussa vähemmän puheluita.",
            "Toimii myös sairausloman jälkeen, mutta silloin hitaammin.")},
        need="noora", will="kaisa mirja", tried="camilla", works="kjell tiina"),
    Post("anneli", (4, 0), 74, {
        "fi": Practice(
            "Kertaava valmennus kävellen",
            "Verkkokurssi käytiin kerran ja unohdettiin.",
            "Tiimeille, jotka pääsevät ulos",
            "Kerran kuussa kävellään puoli tuntia kaksittain. Kummallakin on taskussa yksi kortti, jossa on kysymys kirjaamisesta. Puolivälissä vaihdetaan korttia ja paria.",
            "Kortteja on nyt kaksikymmentä. Parhaat kysymykset keksittiin matkalla.",
            "Talvella nastat.")},
        need="sirpa", will="jarkko leila aino velimatti", tried="marko", works="elina"),
    Post("outi", (4, 2), 3, {
        "fi": Practice(
            "Kirjaamisen kysymystunti avoimin ovin",
            "Sama kysymys tuli minulle viidestä tiimistä, ja vastasin viisi kertaa.",
            "Kirjaamisen vastuuhenkilöille",
            "Tiistaisin yhdeltätoista linja on auki. Kuka tahansa tulee, kysyy ja lähtee. Vastaukset kirjaan samana päivänä yhdelle sivulle.",
            "Ensimmäisellä kerralla tuli kaksi, neljännellä kolmetoista.",
            "Ole paikalla, vaikka ketään ei tulisi. Se huomataan.")},
        need="henna sirpa", will="tiina amina mikael", works="jouni"),
)

ASIDE_POSTS = (
    Post("heikki", (2,), 355, {
        "fi": Practice(
            "Siirtymäajan ohje vanhasta järjestelmästä",
            "Kahteen järjestelmään kirjattiin yhtä aikaa.",
            "Niille, joilla vanha järjestelmä oli vielä käytössä",
            "Uudet asiat uuteen, keskeneräiset loppuun vanhassa. Lista keskeneräisistä käytiin läpi joka perjantai.",
            "Lista tyhjeni keväällä. Ohjetta ei enää tarvita, mutta tapa voi auttaa seuraavaa.")},
        works="velimatti leila", state="archived"),
    Post("leila", (1, 4), 2, {
        "fi": Practice(
            "Vertaisarviointi kahden tiimin kesken",
            "Oman tiimin kirjaukset alkavat näyttää hyviltä, kun muita ei näe.",
            "Kahdelle tiimille, jotka luottavat toisiinsa",
            "Vaihdamme kuukausittain kolme keksittyä koekirjausta ja annamme palautteen: kaksi hyvää, yksi ehdotus.",
            "Kokeiltu kahdesti. Molemmilla kerroilla naurettiin.")},
        state="waiting"),
    Post("aino", (0,), 1, {
        "fi": Practice(
            "Asiakkaan oma otsikko",
            "Otsikosta näkee, kenen asiasta puhutaan. Meillä otsikon on aina keksinyt työntekijä.",
            "Tapaamisiin, joissa kirjataan yhdessä",
            "Kysyn lopuksi: minkä otsikon antaisit tälle päivälle?")},
        state="draft"),
)
