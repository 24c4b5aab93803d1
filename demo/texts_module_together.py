"""The fourth and the fifth unit: writing with the client, and every day. Every example is invented."""
from .texts_module_shape import END, Ask, Step, Unit, assessment, both, case, choice, page, part
from .texts_module_why import ACT, LAWS

DO_NOT_WRITE = case("alakirjoita", 8, both("”Älä kirjoita sitä”", "”Skriv inte det”"), both(
    "<p>Keksitty tapaus aikuissosiaalityöstä. Asiakas asioi omissa asioissaan, yksin.</p>",
    "<p>Ett påhittat fall ur vuxensocialarbetet. Klienten är här i egna ärenden, ensam.</p>"),
    part("1", both(
        "Olette laatineet suunnitelmaa talouden tasapainottamiseksi. Ovella asiakas kääntyy: ”Otin syksyllä kaksi pikavippiä. Vaimo ei tiedä. Älä kirjoita sitä.” "
        "Mitä sanot?",
        "Ni har gjort upp en plan för ekonomin. I dörren vänder sig klienten om: ”Jag tog två snabblån i höstas. Min fru vet inget. Skriv inte det.” Vad säger du?"),
        choice(both("”Selvä, jää meidän väliseksi.”", "”Okej, det stannar mellan oss.”"), "2", both(
            "Hän hymyilee helpottuneena. Lupasit jotakin, mistä et päätä yksin.", "Han ler, lättad. Du har lovat något som du inte ensam bestämmer över.")),
        choice(both("”Minun on pakko kirjata kaikki.”", "”Jag måste skriva allt.”"), "3", both(
            "Hän ottaa takkinsa. Se ei ollut edes totta: kirjata pitää tarpeellinen, ei kaikkea.", "Han tar sin jacka. Det var inte ens sant: det nödvändiga ska "
            "skrivas, inte allt.")),
        choice(both("”Istutaan vielä hetki. Kerron, mihin kirjaan ja kuka sen näkee.”", "”Sätt dig en stund till. Jag ska visa var jag skriver och vem som ser "
            "det.”"), "4", both(
            "Hän jää. Seuraava asiakas odottaa viisi minuuttia.", "Han stannar. Nästa klient får vänta fem minuter."))),
    part("2", both(
        "Kuukauden päästä työparisi tekee laskelman ilman lainoja, eikä se pidä. Hän kysyy sinulta, tiedätkö miksi.",
        "En månad senare räknar din kollega på planen utan lånen, och den håller inte. Hon frågar om du vet varför."),
        choice(both("Sanon, että minun pitää puhua ensin asiakkaan kanssa. Soitan hänelle heti.", "Jag säger att jag först måste tala med klienten. Jag ringer "
            "honom genast."), "4", both(
            "Puhelu on vaikea ja lyhyt. Hän tulee seuraavana päivänä.", "Samtalet är svårt och kort. Nästa dag kommer han.")),
        choice(both("Lisään lainat kirjaukseen hiljaa.", "Jag lägger till lånen i tysthet."), "5", both(
            "Laskelma pitää. Lupauksesi ei.", "Nu håller kalkylen. Det gör inte ditt löfte."))),
    part("3", both("Viikkoon hän ei vastaa puhelimeen. Mitä kirjaat ja mitä teet?", "På en vecka svarar han inte. Vad skriver du, och vad gör du?"),
        choice(both("Lähetän viestin: selitin huonosti, saanko yrittää uudestaan?", "Jag skickar ett meddelande: jag förklarade dåligt, får jag försöka igen?"), "4", both(
            "Vastaus tulee illalla: ”No tullaan sitten.”", "Svaret kommer på kvällen: ”Nå, jag kommer väl då.”")),
        choice(both("Kirjaan: ”Asiakas ei sitoudu.”", "Jag skriver: ”Klienten är inte motiverad.”"), "5", both(
            "Kolme sanaa, ja kaikki mitä tapahtui ovella on poissa.", "Fyra ord, och allt som hände i dörren är borta."))),
    part("4", both(
        "Käännät näytön häneen päin. Kerrot, että hänen tietojaan käsittelevät ne, jotka hoitavat hänen asiaansa, ja että katselusta jää merkintä. Puolisolla ei "
        "ole oikeutta niihin. "
        "Lainat vaikuttavat suunnitelmaan, siksi ne ovat tarpeen. ”No miten se sitten kirjoitetaan?” hän kysyy.",
        "Du vänder skärmen mot honom. Du berättar att hans uppgifter används av dem som sköter hans ärende och att varje titt lämnar spår. Hans fru har ingen rätt "
        "till dem. "
        "Lånen påverkar planen, därför behövs de. ”Men hur skriver man det då?” frågar han."),
        choice(both("Muotoilemme lauseen yhdessä.", "Vi formulerar meningen tillsammans."), END, both(
            "Siitä tulee: ”Asiakas kertoi kahdesta pikalainasta ja haluaa ne mukaan suunnitelmaan. Hän kertoo asiasta itse kotona.” Viimeinen virke oli hänen "
            "ehdotuksensa.",
            "Det blir: ”Klienten berättade om två snabblån och vill ha dem med i planen. Hemma berättar han själv.” Den sista meningen föreslog han.")),
        choice(both("Kirjaan sen itse, kun hän on lähtenyt.", "Jag skriver själv när han har gått."), "5", both(
            "Illalla väsyneenä kirjoitat: ”Velkaantunut, salaa asian puolisoltaan.”", "På kvällen, trött, skriver du: ”Skuldsatt, hemlighåller det för sin fru.”"))),
    part("5", both(
        "Asiakas on lukenut kirjauksen OmaKannasta. ”Me sovittiin toisin”, hän sanoo puhelimessa. Ääni on hiljainen.",
        "Klienten har läst texten i MittKanta. ”Det var inte det vi sade”, säger han i telefonen. Rösten är låg."),
        choice(both("Kiitän, että hän soitti, ja ehdotan uutta aikaa. Katsomme tekstin yhdessä.", "Jag tackar för att han ringde och föreslår en tid. Vi går igenom "
            "texten tillsammans."), END, both(
            "Täydennätte kirjausta hänen sanoillaan. Luottamus palaa hitaammin kuin se lähti, mutta se palaa.",
            "Ni kompletterar med hans egna ord. Förtroendet kommer tillbaka långsammare än det gick, men det kommer.")),
        choice(both("Neuvon, miten tehdään oikaisupyyntö.", "Jag berättar hur man begär rättelse."), END, both(
            "Neuvo on oikea, ja hänellä on oikeus siihen. Lomake ei kuitenkaan vastaa siihen, mitä hän soitti kysymään.",
            "Rådet är riktigt, och rätten har han. Men en blankett svarar inte på det som han ringde för att fråga."))))

TOGETHER = Unit(both("Yhdessä asiakkaan kanssa", "Tillsammans med klienten"), (
    page("yhdessa", 4, both("Kirjataan yhdessä", "Att skriva tillsammans"), both(
        "<p>Yhdessä kirjaaminen ei tarkoita, että asiakas kirjoittaa puolestasi. Se tarkoittaa, ettei mikään kirjauksessa tule hänelle yllätyksenä.</p>"
        "<h3>Kolme tapaa aloittaa</h3><ul><li><strong>Kerro ääneen.</strong> ”Kirjaan nyt, että sovimme…” Pienin askel, onnistuu myös puhelimessa.</li>"
        "<li><strong>Käännä näyttö.</strong> Kirjoita sovitut asiat niin, että asiakas näkee tekstin syntyvän.</li>"
        "<li><strong>Anna viimeinen sana.</strong> ”Puuttuuko jotakin? Sanoisitko jonkin toisin?”</li></ul>"
        "<p>Aina se ei sovi. Kriisissä ollaan ensin ihminen ihmiselle, ja kirjataan sitten. Kerro silloin, mitä aiot kirjata, ja palaa asiaan.</p>",
        "<p>Att skriva tillsammans betyder inte att klienten skriver åt dig. Det betyder att ingenting i texten kommer som en överraskning.</p>"
        "<h3>Tre sätt att börja</h3><ul><li><strong>Säg det högt.</strong> ”Nu skriver jag att vi kom överens om …” Det minsta steget, det fungerar också i telefon.</li>"
        "<li><strong>Vänd skärmen.</strong> Låt klienten se hur det som ni har avtalat blir text.</li>"
        "<li><strong>Ge bort sista ordet.</strong> ”Saknas något? Skulle du säga något på ett annat sätt?”</li></ul>"
        "<p>Ibland passar det inte. I en kris är du först en människa och skriver sedan. Berätta då vad du tänker skriva, och kom tillbaka till det.</p>"), 12, both(
            "THL: sosiaalihuollon kirjaamisohjeet\nVerkoston työpajojen yhteenvedot", "Institutet för hälsa och välfärd: anvisningar om dokumentation inom "
            "socialvården\nSammanfattningar från nätverkets workshoppar")),
    Ask("kulku"),
    page("erimielta", 3, both("Kun olette eri mieltä", "När ni inte är överens"), both(
        "<p>Asiakas näkee asian toisin kuin sinä. Silloin kirjauksessa ei ole vikaa: erimielisyys on osa tilannetta.</p>"
        "<ul><li>Kirjaa molemmat näkemykset ja kerro, kumpi on kenen.</li><li>Älä ratkaise asiaa kirjaamalla. Se ratkeaa keskustelussa tai päätöksessä.</li>"
        "<li>Kerro, miten tietojen korjaamista voi pyytää.</li></ul>"
        "<h3>Virhe vai erimielisyys?</h3><p>Väärä päivämäärä on virhe. Se korjataan niin, että alkuperäinen on yhä luettavissa ja korjauksen tekijä ja aika näkyvät. "
        "Perusteltu arvio ei muutu virheeksi siksi, että asiakas on eri mieltä. Hänen näkemyksensä lisätään sen rinnalle.</p>",
        "<p>Klienten ser saken på ett annat sätt än du. Det är inget fel i texten, det är en del av läget.</p>"
        "<ul><li>Skriv båda synsätten, och vems som är vems.</li><li>Avgör inte saken genom att skriva. Det gör man i samtal eller i ett beslut.</li>"
        "<li>Berätta hur man ber om att en uppgift rättas.</li></ul>"
        "<h3>Fel eller olika syn?</h3><p>Ett felaktigt datum är ett fel. Det rättas så att det ursprungliga går att läsa också efteråt och så att det framgår vem "
        "som rättade och när. "
        "En motiverad bedömning blir inte fel av att klienten tycker annorlunda. Då står klientens syn bredvid.</p>"), 12, LAWS),
    Ask("virhe"),
    DO_NOT_WRITE,
))

EVERYDAY = Unit(both("Kirjaaminen arjessa", "Dokumentation i vardagen"), (
    page("heti", 3, both("Heti – ja jos ei ehdi heti", "Genast – och när det inte går"), both(
        "<p>Muisti siivoaa. Jo iltapäivällä aamun käynnistä on jäljellä se, mikä sopii kokonaisuuteen, ja yksityiskohdat ovat vaihtuneet arvauksiin.</p>"
        "<ul><li>Varaa kirjaamiselle aika samalla kun varaat tapaamisen.</li><li>Kirjaa sovitut asiat asiakkaan kanssa. Loppu on silloin lyhyt.</li>"
        "<li>Jos jokin keskeyttää, tallenna kesken ja jatka samana päivänä.</li><li>Paperilappu on muistin apu, ei kirjaus. Hävitä se tietoturvallisesti heti, kun "
        "olet kirjannut.</li></ul>"
        "<p>Myöhästyneeseen kirjaukseen merkitään, milloin tapaaminen oli ja milloin kirjaat. Se ei ole tunnustus vaan apu lukijalle.</p>",
        "<p>Minnet städar. Redan på eftermiddagen har du kvar det som passar in i helheten, och resten har blivit gissningar.</p>"
        "<ul><li>Boka skrivtiden på samma gång som du bokar mötet.</li><li>Skriv det ni avtalade medan klienten är med. Då är resten kort.</li>"
        "<li>Blir du avbruten: spara halvfärdigt och fortsätt samma dag.</li><li>Papperslappen är ett minnesstöd, ingen anteckning. Förstör den på ett säkert sätt "
        "så fort du har skrivit.</li></ul>"
        "<p>I en försenad anteckning står när mötet var och när du skriver. Det är ingen bekännelse, det är en hjälp för läsaren.</p>"), 12, ACT),
    Ask("tienpaalla"),
    page("rakenne", 3, both("Rakenne kantaa", "Strukturen bär"), both(
        "<p>Rakenteisessa kirjaamisessa tieto menee aina samaan paikkaan. Lukija löytää sen, vaikka ei tuntisi kirjoittajaa.</p>"
        "<ul><li>Otsikko on kysymys, johon kirjaus vastaa. Jos vastattavaa ei ole, kohta saa olla tyhjä.</li><li>Yksi asia, yksi paikka. Toista vain, jos muuttuu "
        "jotakin.</li>"
        "<li>Tavoite kirjataan niin, että sen toteutumisen huomaa: <em>käyn uimassa joka toinen viikko</em>, ei <em>toimintakyky paranee</em>.</li></ul>"
        "<p>Rakenne ei kirjoita puolestasi. Kahdeksan täytettyä otsikkoa voi jättää lukijan yhtä tietämättömäksi kuin tyhjä sivu, jos ihminen puuttuu niiden väliltä.</p>",
        "<p>I strukturerad dokumentation har varje uppgift sin plats. Läsaren hittar den utan att känna dig.</p>"
        "<ul><li>Rubriken är en fråga, texten svarar på den. Finns det inget att svara får fältet vara tomt.</li><li>En sak, ett ställe. Upprepa bara det som har "
        "ändrats.</li>"
        "<li>Skriv målet så att det märks när det är nått: <em>jag simmar varannan vecka</em>, inte <em>funktionsförmågan förbättras</em>.</li></ul>"
        "<p>Strukturen skriver inte åt dig. Åtta ifyllda rubriker kan säga lika lite som en tom sida, om människan har fallit bort emellan dem.</p>"), 12, both(
            "THL: sosiaalihuollon asiakasasiakirjojen rakenteet", "Institutet för hälsa och välfärd: strukturerna för socialvårdens klienthandlingar")),
    Ask("otsikko"),
    Step("viikot", "practice", 40, both("Kaksi viikkoa uutta tapaa", "Två veckor med en ny vana"), both(
        "<p>Valitse <strong>yksi</strong> tapa, jota kokeilet kaksi viikkoa. Jos ei tule muuta mieleen, ota jokin näistä:</p>"
        "<ul><li>Luen kirjauksen asiakkaalle ennen kuin tapaaminen päättyy.</li><li>Kirjoitan <em>arvioin, koska</em> aina, kun arvioin.</li><li>Varaan "
        "kalenterista kymmenen minuuttia jokaisen käynnin perään.</li></ul>"
        "<p>Kerro lopuksi, mitä tapahtui, mikä yllätti ja jatkatko. Epäonnistunutkin kokeilu kelpaa: niistä opimme kaikki.</p>",
        "<p>Välj <strong>en enda</strong> vana och håll i den i två veckor. Kommer du inte på någon, ta en av de här:</p>"
        "<ul><li>Jag läser upp anteckningen innan mötet är slut.</li><li>Jag skriver <em>jag bedömer, eftersom</em> varje gång jag bedömer.</li><li>Jag bokar tio "
        "minuter i kalendern efter varje besök.</li></ul>"
        "<p>Berätta sedan vad som hände, vad som förvånade dig och om du fortsätter. Ett försök som gick snett duger fint, av dem lär vi oss alla.</p>"), checked=12),
    assessment("jalkeen", "after", both("Missä olen nyt", "Var jag är nu"), both(
        "<p>Sama kysely kahdesti: miten on nyt, ja miten arvioisit lähtötilanteesi, kun katsot taaksepäin. "
        "Moni huomaa vasta jälkeenpäin, mitä ei alussa tiennyt. Se on hyvä merkki.</p>",
        "<p>Samma påståenden två gånger: hur är det nu, och hur var det när du började, så som du ser det i dag? "
        "Många märker först efteråt vad de inte visste. Det är ett gott tecken.</p>")),
    Step("mukaan", "reflection", 5, both("Mitä vien mukanani", "Det här tar jag med mig"), both(
        "<p>Palaa kirjaukseen, jota muistelit alussa. Miten kirjoittaisit sen nyt?</p><ul><li>Yksi asia, jonka teet jo toisin:</li><li>Yksi asia, josta haluat "
        "puhua tiimissäsi:</li></ul>"
        "<p>Kiitos, että kuljit tämän loppuun. Asiakas ei ehkä koskaan kiitä hyvästä kirjauksesta, mutta hän huomaa sen.</p>",
        "<p>Gå tillbaka till anteckningen som du tänkte på i början. Hur skulle du skriva den nu?</p><ul><li>En sak som du redan gör annorlunda:</li><li>En sak som "
        "du vill ta upp i ditt team:</li></ul>"
        "<p>Tack för sällskapet hela vägen. En klient tackar kanske aldrig för en god anteckning. Men den märks.</p>")),
    Step("palaute", "feedback", 2, both("Mitä pidit valmennuksesta?", "Vad tyckte du om utbildningen?"), both(
        "<p>Luemme jokaisen vastauksen, ja seuraava versio tehdään niiden pohjalta. Pari minuuttia riittää.</p>",
        "<p>Vi läser varje svar, och nästa version görs utifrån dem. Ett par minuter räcker.</p>"), {"questions": [
            {"kind": "rating", "words": both("Kuinka hyvin valmennus sopi omaan työhösi?", "Hur väl passade utbildningen ditt eget arbete?")},
            {"kind": "open", "words": both("Mitä teet nyt toisin?", "Vad gör du annorlunda nu?")}]}),
))
