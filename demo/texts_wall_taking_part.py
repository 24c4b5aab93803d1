"""Good practices of taking part: when the client is there while something is written."""
from .texts_wall_shape import Post, Practice

TAKING_PART_POSTS = (
    Post("hilkka", (0, 3), 318, {
        "fi": Practice(
            "Kirjataan yhdessä, kun asiakas on vielä paikalla",
            "Kirjaukset kertoivat siitä, mitä me näimme. Asiakkaan omat sanat jäivät matkalle, koska kirjoitimme vasta illalla muistista.",
            "Aikuissosiaalityöhön ja perhepalveluihin, joissa tavataan kasvokkain tai etänä",
            "Tapaamisen viimeiset kymmenen minuuttia varataan kirjaamiselle.\n\n"
            "1. Käännän näytön niin, että molemmat näkevät.\n2. Kysyn: mitä tästä pitää muistaa?\n3. Kirjoitan ensin asiakkaan sanoin, sitten oman arvioni.\n4. Luen ääneen ja kysyn, menikö oikein.",
            "Oikaisupyyntöjä tulee vähemmän. Ja minä pääsen kotiin ajoissa, kun illan kirjaukset on tehty jo päivällä.",
            "Aloita asiakkaasta, jonka tunnet. Ensimmäisellä kerralla jännittää kumpaakin."),
        "sv": Practice(
            "Vi skriver tillsammans medan klienten ännu är på plats",
            "Anteckningarna berättade vad vi hade sett. Klientens egna ord försvann på vägen, för vi skrev ur minnet först på kvällen.",
            "För vuxensocialarbete och familjetjänster där man möts på plats eller på distans",
            "De sista tio minuterna av mötet är till för att skriva.\n\n"
            "1. Jag vänder skärmen så att båda ser.\n2. Jag frågar: vad behöver vi minnas av det här?\n3. Jag skriver först med klientens ord, sedan min egen bedömning.\n4. Jag läser högt och frågar om det blev rätt.",
            "Vi får färre begäranden om rättelse. Och jag kommer hem i tid när kvällens anteckningar redan är gjorda.",
            "Börja med en klient som du känner. Första gången är nervös för båda.")},
        need="kaisa jouni outi", will="leila mirja anneli amina", tried="jarkko gunilla camilla tiina", works="tuomas sirpa paivikki riikka orjan henna marko", pinned=True, edited=40),
    Post("gunilla", (0,), 291, {
        "sv": Practice(
            "Tre frågor på en lapp",
            "Klienten satt tyst medan jag skrev. Det kändes som om jag antecknade om någon annan.",
            "För alla som gör hembesök",
            "På bordet ligger ett kort med tre frågor:\n\n- Vad är viktigast för dig just nu?\n- Vad ska vi inte glömma?\n- Vem mer behöver veta?\n\nSvaren skriver jag ordagrant, med citationstecken.",
            "Nya kolleger har börjat använda kortet utan att någon bett dem. Det är väl ett betyg.",
            "Laminera kortet. Kaffe händer."),
        "fi": Practice(
            "Kolme kysymystä kortilla",
            "Asiakas istui hiljaa, kun minä kirjoitin. Tuntui kuin kirjoittaisin jostakusta muusta.",
            "Kaikille, jotka tekevät kotikäyntejä",
            "Pöydällä on kortti, jossa on kolme kysymystä:\n\n- Mikä on sinulle nyt tärkeintä?\n- Mitä emme saa unohtaa?\n- Kenen muun pitää tietää?\n\nVastaukset kirjoitan sanasta sanaan, lainausmerkeissä.",
            "Uudet työkaverit ovat ottaneet kortin käyttöön pyytämättä. Se lienee todistus.",
            "Laminoi kortti. Kahvia kaatuu.")},
        need="noora", will="velimatti ritva outi heikki", tried="benita hilkka", works="orjan kjell johanna torbjorn antero"),
    Post("jelena", (0, 4), 205, {
        "fi": Practice(
            "Kuvat tueksi, kun puhe ei riitä",
            "Vammaispalveluissa moni kertoo toiveensa muulla tavoin kuin puhumalla. Kirjauksessa luki silti vain ”ei osannut kertoa”.",
            "Vammaispalveluihin ja kaikkialle, missä käytetään kuvia tai viittomia",
            "Kirjaan, miten toive tuli esiin: katse, valinta kahdesta kuvasta, ele, hymy. Kirjaan myös, mitä en ymmärtänyt.\n\nTiimissä sovittiin, että sana ”ilmaisee” saa seurakseen aina sanan ”miten”.",
            "Sijainen osasi jatkaa siitä, mihin jäin. Omainen sanoi tunnistavansa läheisensä tekstistä.",
            "Pyydä puheterapeuttia katsomaan yksi kirjaus kanssasi.")},
        need="paivikki amina", will="riikka tiina", tried="camilla", works="satu majlen"),
    Post("kaisa", (0,), 152, {
        "fi": Practice(
            "Kirjaus luetaan ääneen puhelun lopuksi",
            "Puhelussa sovittu muistettiin kahdella tavalla. Kumpikaan ei ollut väärässä, mutta toinen odotti viikon turhaan.",
            "Puhelinpalveluun ja palveluohjaukseen",
            "Sanon: luen vielä, mitä kirjasin, pysäytä kun meni väärin. Aikaa kuluu minuutti. Jos asiakas korjaa, korjaan heti ja kiitän.",
            "Toista puhelua samasta asiasta tarvitaan harvemmin. Laskimme: kuukaudessa kolmannes vähemmän.",
            "Lue hitaasti. Oma kapulakieli kuulostaa ääneen luettuna yllättävältä."),
        "sv": Practice(
            "Anteckningen läses upp i slutet av samtalet",
            "Det vi kom överens om i telefon mindes vi på två sätt. Ingen hade fel, men den ena väntade en vecka i onödan.",
            "För telefontjänster och servicehandledning",
            "Jag säger: jag läser upp vad jag har skrivit, stoppa mig om det är fel. Det tar en minut. Om klienten rättar, rättar jag genast och tackar.",
            "Det behövs mer sällan ett andra samtal om samma sak. Vi räknade: en tredjedel färre på en månad.",
            "Läs långsamt. Det egna kanslispråket låter överraskande när man hör det.")},
        need="benita", will="mikael johanna jouni", tried="noora leila", works="henna torbjorn hilkka elina ritva"),
    Post("amina", (0, 1), 61, {
        "fi": Practice(
            "Tulkille kerrotaan etukäteen, että kirjataan yhdessä",
            "Yhdessä kirjaaminen tulkin kanssa tuntui raskaalta, ja jätimme sen väliin. Juuri ne asiakkaat jäivät siis ilman.",
            "Työhön, jota tehdään tulkin kanssa",
            "Varaan tulkkauksen lopusta viisitoista minuuttia lisää ja kerron siitä tilauksessa. Kirjaan lyhyin lausein, tulkki kääntää lause kerrallaan.",
            "Seitsemästä kokeilusta kuusi onnistui. Yhden kanssa jatkoimme seuraavalla kerralla.",
            "Lyhyt lause on hyvä lause muutenkin.")},
        need="samira outi noora", will="mikael paivikki", works="hilkka"),
    Post("orjan", (0,), 17, {
        "sv": Practice(
            "Klienten får sin anteckning på sitt eget språk",
            "Hos oss skrivs det på två språk. Den som talar svenska fick läsa om sig själv på finska.",
            "För tvåspråkiga områden",
            "Vi skriver på det språk mötet hölls på. Sammanfattningen, tre rader, skrivs på det andra språket om kollegan behöver den. Mallen har plats för båda.",
            "Ingen har ännu klagat på tre rader. Flera har tackat.",
            "Kom överens om vem som läser korrektur. Hos oss är det den som hinner först.")},
        need="camilla majlen", will="kjell ritva mikael", tried="torbjorn", works="benita gunilla"),
)
