"""The third unit: what one sees, what one concludes, and what the client says. Every example is invented."""
from .texts_module_shape import END, Ask, Step, Unit, both, case, choice, page, part
from .texts_module_why import ACT

HOME_VISIT = case("kotikaynti", 8, both("Kotikäynti maaliskuussa", "Ett hembesök i mars"), both(
    "<p>Tapaus on keksitty. Oikeaa reittiä ei ole: valitse niin kuin oikeasti tekisit ja katso, mitä siitä seuraa.</p>",
    "<p>Fallet är påhittat. Här finns ingen rätt väg: välj som du verkligen skulle göra och se vad som följer.</p>"),
    part("1", both(
        "Käyt iäkkään asiakkaan luona ensimmäistä kertaa joulun jälkeen. Keittiön pöydällä on kolme avaamatonta kirjettä. Jääkaapissa on maitoa ja voipaketti. "
        "Asiakas vilkaisee kelloa tämän tästä. Seuraava käyntisi alkaa kahdenkymmenen minuutin päästä.",
        "Du är hemma hos en äldre klient, första gången sedan jul. På köksbordet ligger tre oöppnade brev. I kylskåpet finns mjölk och ett paket smör. "
        "Klienten sneglar på klockan gång på gång. Om tjugo minuter ska du vara hos nästa."),
        choice(both("Kysyn kirjeistä.", "Jag frågar om breven."), "2", both(
            "Asiakas huokaisee ja siirtää kirjeet sivummalle. Sitten hän alkaa puhua.", "Klienten suckar och skjuter breven åt sidan. Så börjar hen berätta.")),
        choice(both("En kysy mitään. Kirjaan sen, minkä näin.", "Jag frågar inget. Jag skriver vad jag såg."), "3", both(
            "Autossa huomaat, että tiedät mitä näit, mutta et mitä se merkitsee.", "I bilen märker du att du vet vad du såg, men inte vad det betyder.")),
        choice(both("Soitan pihalta tyttärelle.", "Jag ringer dottern från gården."), "4", both(
            "Tytär vastaa heti ja säikähtää. Onko jotakin sattunut?", "Dottern svarar genast och blir rädd. Har det hänt något?"))),
    part("2", both(
        "”En näe enää lukea niitä”, asiakas sanoo. ”Mutta älä kirjoita, että en pärjää. Tyttärellä on huolta omastakin takaa.” Miten kirjaat?",
        "”Jag ser inte att läsa dem längre”, säger klienten. ”Men skriv inte att jag inte klarar mig. Dottern har nog med sitt.” Hur skriver du?"),
        choice(both("”Ei selviydy postistaan.”", "”Klarar inte av sin post.”"), "5", both(
            "Lause on lyhyt ja nopea. Se on myös juuri se lause, jota asiakas pelkäsi.", "Meningen är kort och går fort. Den är också precis den mening som "
            "klienten var rädd för.")),
        choice(both("Havainnon, hänen omat sanansa ja arvioni, kunkin erikseen.", "Det jag såg, klientens egna ord och min bedömning, var för sig."), END, both(
            "Luet tekstin ääneen ennen kuin lähdet. ”Noin se on”, asiakas sanoo. Arvioksi jäi: näön tarkastus ja apua kirjeiden lukemiseen. Se ei kerro ihmisestä, "
            "joka ei pärjää, "
            "vaan asiasta, joka järjestyy.",
            "Du läser upp texten innan du går. ”Just så är det”, säger klienten. Bedömningen blev: synundersökning och hjälp med breven. "
            "Det handlar inte om någon som inte klarar sig, utan om en sak som går att ordna.")),
        choice(both("Jätän kirjeet pois, kun hän kerran pyysi.", "Jag lämnar bort breven, eftersom klienten bad om det."), "5", both(
            "Asiakas kiittää. Kukaan muu ei saa tietää, ettei hän näe lukea.", "Klienten tackar. Ingen annan får veta att hen inte ser att läsa."))),
    part("3", both(
        "Muistiinpanoissasi lukee: kolme kirjettä, maito ja voi, katsoi kelloa. Mitä teet niistä?",
        "I ditt block står: tre brev, mjölk och smör, såg på klockan. Vad gör du av det?"),
        choice(both("Kirjaan: ”Vaikuttaa muistamattomalta.”", "Jag skriver: ”Verkar glömsk.”"), "5", both(
            "Yhdestä arvauksesta tuli asiakirjan ainoa tieto.", "En gissning blev det enda som handlingen innehåller.")),
        choice(both("Kirjaan havainnot ja sen, etten ehtinyt kysyä. Soitan huomenna.", "Jag skriver vad jag såg och att jag inte hann fråga. I morgon ringer "
            "jag."), END, both(
            "Aamulla asiakas kertoo, että näkö on huonontunut ja että tytär tuo ruoat lauantaisin. Kelloa hän katsoi, koska odotti taksia. "
            "Kirjaus odotti oikeaa selitystä, eikä kukaan ehtinyt uskoa väärää.",
            "På morgonen berättar klienten att synen har blivit sämre och att dottern kommer med maten på lördagar. Klockan? En taxi var på väg. "
            "Din anteckning väntade på förklaringen, och ingen hann tro på fel."))),
    part("4", both(
        "Tytär sanoo, että äiti unohtelee ja ettei kirjeitä ole avattu kuukausiin. Illalla asiakas saa kuulla soitosta. Mitä kirjaat?",
        "Dottern säger att mamma glömmer saker och att breven har legat i månader. På kvällen får klienten höra om samtalet. Vad skriver du?"),
        choice(both("Sen, mitä tytär kertoi, tyttären kertomana. Ja soitan asiakkaalle, jolta olisi pitänyt kysyä ensin.",
                    "Det som dottern berättade, som dotterns ord. Och jag ringer klienten, som jag borde ha frågat först."), END, both(
            "Asiakas on hetken vihainen ja sitten helpottunut. Sovitte, kenelle hänen asioistaan saa jatkossa puhua, ja sekin kirjataan.",
            "Klienten är arg en stund, sedan lättad. Ni kommer överens om vem du får tala med om klientens ärenden, och det skriver du också.")),
        choice(both("”Unohtelee. Kirjeitä ei ole avattu kuukausiin.”", "”Är glömsk. Breven har legat oöppnade i månader.”"), "5", both(
            "Tekstistä ei näe, kuka tämän tietää.", "Av texten syns det inte vem som vet detta."))),
    part("5", both(
        "Kaksi viikkoa myöhemmin sijaisesi on lukenut kirjauksen ja toiminut sen mukaan. Asiakaskin on lukenut sen ja soittaa: ”Tämäkö minä nyt olen?” Mitä vastaat?",
        "Två veckor senare har din vikarie läst anteckningen och handlat efter den. Klienten har också läst den och ringer: ”Är det här jag?” Vad svarar du?"),
        choice(both("Pyydän, että katsomme tekstiä yhdessä, ja täydennän sen.", "Jag ber att vi ser på texten tillsammans, och kompletterar den."), END, both(
            "Aikaisempi kirjaus säilyy, ja sen rinnalla on nyt se, mitä näit, mitä hän sanoi ja mihin arviosi perustuu. Aikaa meni puoli tuntia. Ensimmäisellä "
            "kerralla siihen olisi riittänyt viisi minuuttia.",
            "Den tidigare anteckningen finns kvar, och bredvid den står nu vad du såg, vad klienten sade och vad din bedömning bygger på. Det tog en halvtimme. "
            "Första gången hade fem minuter räckt.")),
        choice(both("Selitän, että näin meillä kirjataan.", "Jag förklarar att vi brukar skriva så."), END, both(
            "Asiakas kiittää kohteliaasti. Seuraavalla käynnillä kirjeitä ei ole pöydällä. Et tiedä, missä ne ovat.",
            "Klienten tackar artigt. Vid nästa besök ligger inga brev på bordet. Du vet inte var de är."))))

SEEING = Unit(both("Arviointi ja havainnot", "Iakttagelser och bedömningar"), (
    page("havainto", 4, both("Mitä havainto on", "Vad en iakttagelse är"), both(
        "<p>Havainto on se, minkä näit, kuulit, haistoit tai mittasit. Joku toinen samassa huoneessa olisi voinut huomata saman. Hyvän havainnon voi siis "
        "tarkistaa, ja siinä on kolme osaa:</p>"
        "<ol><li><strong>mitä</strong> tapahtui tai mitä sanottiin</li><li><strong>milloin</strong> tai kuinka usein</li><li><strong>missä tilanteessa</strong></li></ol>"
        "<p>Asiakkaan omat sanat kirjataan lainauksena. Silloin lukija kuulee, kenen ääni puhuu.</p>"
        "<h3>Kun et itse ollut paikalla</h3><p>Kirjaa, keneltä tieto tuli ja milloin. ”Tytär kertoi puhelimessa, että…” on eri asia kuin ”Asiakas on…”.</p>",
        "<p>En iakttagelse är det du såg, hörde, kände lukten av eller mätte. En annan i samma rum hade kunnat märka detsamma. Den går alltså att kontrollera, om "
        "den har tre delar:</p>"
        "<ol><li><strong>vad</strong> som hände eller sades</li><li><strong>när</strong>, eller hur ofta</li><li><strong>i vilken situation</strong></li></ol>"
        "<p>Klientens egna ord står som citat. Då hör läsaren vems röst det är.</p>"
        "<h3>När du inte var där</h3><p>Skriv från vem uppgiften kom, och när. ”Dottern berättade per telefon att …” är något helt annat än ”Klienten är …”.</p>"), 25, ACT),
    page("esimerkit", 4, both("Esimerkkejä arjesta", "Exempel ur vardagen"), both(
        "<p>Sama hetki kahdesti kirjattuna. Esimerkit on keksitty, tilanteet lienevät tuttuja.</p>"
        "<h3>Asumisyksikössä</h3><blockquote>Levoton yö.</blockquote>"
        "<blockquote>Soitti kelloa kello 1.15, 2.40 ja 4.05 ja kysyi joka kerta, onko ovi lukossa. Palasi nukkumaan, kun kokeilimme ovea yhdessä.</blockquote>"
        "<h3>Perhetyössä</h3><blockquote>Äiti ei jaksa lasten kanssa.</blockquote>"
        "<blockquote>Äiti kertoi nukkuneensa kolmena yönä alle neljä tuntia. Käynnin aikana hän vastasi kuopukselle joka kerta ja pyysi esikoista odottamaan. "
        "”Iltaisin olen aivan loppu”, hän sanoi.</blockquote>"
        "<h3>Aikuissosiaalityössä</h3><blockquote>Sovitut asiat hoitamatta.</blockquote>"
        "<blockquote>Hakemus oli täytetty liitettä lukuun ottamatta. Asiakas kertoi, ettei kirjaston tulostin toiminut.</blockquote>"
        "<p>Jälkimmäisessä on joka kerta jotakin, mihin seuraava voi tarttua.</p>",
        "<p>Samma stund, skriven två gånger. Exemplen är påhittade, men du har säkert varit där.</p>"
        "<h3>På boendet</h3><blockquote>Orolig natt.</blockquote>"
        "<blockquote>Ringde klockan 1.15, 2.40 och 4.05 och frågade varje gång om dörren var låst. Somnade om när vi hade gått och känt på handtaget "
        "tillsammans.</blockquote>"
        "<h3>I familjearbetet</h3><blockquote>Mamman orkar inte med barnen.</blockquote>"
        "<blockquote>Mamman sade att hon har sovit under fyra timmar tre nätter i rad. Under besöket svarade hon den yngre varje gång och bad den äldre vänta. "
        "”På kvällarna är jag helt slut”, sade hon.</blockquote>"
        "<h3>I vuxensocialarbetet</h3><blockquote>Har inte gjort det vi kom överens om.</blockquote>"
        "<blockquote>Ansökan var ifylld, men bilagan saknades. Klienten berättade att bibliotekets skrivare var ur funktion.</blockquote>"
        "<p>Se vad den andra versionen ger: ett handtag för nästa som läser.</p>"), 25),
    Ask("kumpi"),
    page("erikseen", 4, both("Havainto ja arvio erikseen", "Iakttagelse och bedömning var för sig"), both(
        "<p>Asiakas lukee kirjauksen kenties vuosien päästä. Kun havainto ja ammattilaisen arvio on kirjoitettu erikseen, hän näkee, mihin päätelmä perustuu.</p>"
        "<h3>Yhteen kirjoitettuna</h3><blockquote>Asiakas oli haluton yhteistyöhön.</blockquote>"
        "<h3>Erikseen kirjoitettuna</h3><blockquote>Asiakas vastasi kysymyksiin yhdellä sanalla ja kertoi valvoneensa. Arvioin, että tapaaminen kannattaa siirtää "
        "aamupäivään.</blockquote>"
        "<p>Arvio kuuluu kirjaukseen: sitä varten olet ammattilainen. Kerro vain, että se on sinun, ja mihin sen perustat. Kaksi sanaa auttaa alkuun: <em>arvioin, "
        "koska</em>.</p>",
        "<p>Kanske läser klienten texten först om många år. Om det du såg och det du drog för slutsats står var för sig går det att följa hur du tänkte.</p>"
        "<h3>I ett</h3><blockquote>Klienten var ovillig att samarbeta.</blockquote>"
        "<h3>Var för sig</h3><blockquote>Klienten svarade med enstaka ord och berättade att hen hade vakat. Min bedömning är att vi bör träffas på förmiddagar i "
        "stället.</blockquote>"
        "<p>Bedömningen ska vara med, det är för den du är yrkesmänniska. Visa bara att den är din och vad den vilar på. Två små ord räcker långt: <em>jag "
        "bedömer</em> och sedan <em>eftersom</em>.</p>"), 25),
    Ask("montako"),
    page("nakemys", 3, both("Asiakkaan näkemys", "Klientens egen syn"), both(
        "<p>Kolmas ääni on asiakkaan oma. Se ei ole koriste eikä vastalause vaan tietoa, jota muilla ei ole.</p>"
        "<ul><li>Kysy suoraan: ”Mitä haluat, että tästä kirjataan?”</li><li>Kirjaa vastaus hänen sanoillaan. Älä siisti äläkä selitä.</li>"
        "<li>Kirjaa sekin, ettei hän halunnut vastata.</li><li>Jos apuna oli tulkki, kuvia tai kommunikaatiokansio, kerro miten keskustelitte.</li></ul>"
        "<blockquote>”Minä pärjään kyllä päivät. Illat ovat pitkiä.”</blockquote>"
        "<p>Kaksi lausetta, ja tuen tarve on kuvattu. Samat sanat sopivat sellaisinaan suunnitelmaan.</p>",
        "<p>Den tredje rösten är klientens egen. Den är varken utsmyckning eller invändning, utan kunskap som ingen annan har.</p>"
        "<ul><li>Fråga rakt: ”Vad vill du att jag skriver om det här?”</li><li>Skriv svaret som det sades. Putsa inte, förklara inte.</li>"
        "<li>Ville klienten inte svara är också det värt att anteckna.</li><li>Hade ni tolk, bilder eller en kommunikationspärm, så skriv hur ni samtalade.</li></ul>"
        "<blockquote>”Dagarna går nog. Det är kvällarna som är långa.”</blockquote>"
        "<p>Två meningar, och behovet av stöd är beskrivet. De kan stå i planen precis som de är.</p>"), 25),
    Ask("aanet"),
    HOME_VISIT,
    Step("kokeile", "practice", 30, both("Kokeile työssäsi: kolme ääntä", "Pröva i arbetet: tre röster"), both(
        "<p>Jaa viikon ajan jokainen kirjauksesi kolmeen osaan: <strong>havainto</strong>, <strong>asiakkaan näkemys</strong> ja <strong>arvio</strong>. Tyhjä osa "
        "saa jäädä tyhjäksi.</p>"
        "<p>Kerro sitten meille:</p><ul><li>Mikä osa jäi useimmin tyhjäksi?</li><li>Mitä teit sille?</li></ul><p>Vastaus saa olla lyhyt. Fasilitaattori lukee sen "
        "ja vastaa muutamassa päivässä.</p>",
        "<p>Dela under en vecka varje anteckning i tre: <strong>iakttagelse</strong>, <strong>klientens syn</strong> och <strong>bedömning</strong>. En del som är "
        "tom får vara tom.</p>"
        "<p>Berätta sedan:</p><ul><li>Vilken del blev oftast tom?</li><li>Vad gjorde du åt det?</li></ul><p>Några rader räcker. En facilitator läser och svarar "
        "inom några dagar.</p>"), checked=25),
))
