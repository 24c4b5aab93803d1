"""The module's check questions, each with feedback to every answer. Every example is invented."""
from .texts_module_shape import Answer, Question, both

DEMANDS = Question("edellyttaa", "multiple_choice", both("Laki ja kirjaus", "Lagen och anteckningen"), both(
    "<p>Mitkä näistä laki edellyttää kirjaamiselta?</p>", "<p>Vad av det här kräver lagen av dokumentationen?</p>"), (
    Answer(both("Kirjaus tehdään viipymättä.", "Anteckningen görs utan dröjsmål."), both("Kyllä. Muisti on huono arkisto.", "Ja. Minnet är ett dåligt arkiv."), True),
    Answer(both("Kirjataan tarpeelliset ja riittävät tiedot.", "Nödvändiga och tillräckliga uppgifter antecknas."), both("Kyllä, eikä muuta.", "Ja, och inget annat."), True),
    Answer(both("Kieli on selkeää ja ymmärrettävää.", "Språket är klart och begripligt."), both("Kyllä. Asiakaskin lukee.", "Ja. Klienten läser också."), True),
    Answer(both("Kaikki, mitä tapaamisessa puhuttiin, kirjataan.", "Allt som sades under mötet antecknas."),
           both("Ei. Kaikki on enemmän kuin tarpeellinen.", "Nej. Allt är mer än det nödvändiga.")),
    Answer(both("Esihenkilö hyväksyy jokaisen kirjauksen.", "Chefen godkänner varje anteckning."),
           both("Ei. Kirjaamisesta vastaa jokainen työntekijä itse.", "Nej. Var och en ansvarar för det hen skriver."))))

MAY_READ = Question("saalukea", "true_false", both("Oikeus lukea", "Rätten att läsa"), both(
    "<p>Asiakas saa lukea itseään koskevat kirjaukset vasta, kun asiakkuus on päättynyt.</p>", "<p>Klienten får läsa sina uppgifter först när klientrelationen har "
    "avslutats.</p>"), (
    Answer(feedback=both("Oikeus koskee myös keskeneräistä asiakkuutta. Poikkeuksista säädetään laissa.", "Rätten gäller också medan ärendet pågår. Undantagen står "
        "i lag."), right=False),
    Answer(feedback=both("Juuri niin. Siksi kannattaa kirjoittaa niin, että lukeminen ei yllätä.", "Just så. Skriv därför så att läsningen inte kommer som en "
        "överraskning."), right=True)))

WORD = Question("sana", "short_text", both("Puuttuva sana", "Ordet som saknas"), both(
    "<p>Täydennä: kirjataan tarpeelliset ja ___ tiedot.</p>", "<p>Fyll i: vi antecknar nödvändiga och ___ uppgifter.</p>"), (
    Answer(both("riittävät", "tillräckliga"), both("Niin. Sana rajaa molempiin suuntiin: ei liikaa eikä liian vähän.", "Ja. Ordet drar en gräns åt två håll: inte "
        "för mycket, inte för lite."), True),
    Answer(both("riittäv*", "tillräcklig*"), both("Oikea sana. Muoto ei ole tässä tärkeä.", "Rätt ord. Böjningen spelar ingen roll här."), True)),
    otherwise=both("Katso edellistä sivua: sana kertoo, milloin kirjaus ei jätä lukijaa arvaamaan.", "Se föregående sida: ordet säger när läsaren inte behöver gissa."))

LEAVE_OUT = Question("pois", "multiple_choice", both("Mikä jää pois", "Det som lämnas bort"), both(
    "<p>Asiakkaalle haetaan apua kaupassa käymiseen. Mitkä lauseet jätät pois?</p>", "<p>Klienten söker hjälp med att handla. Vilka meningar lämnar du bort?</p>"), (
    Answer(both("Naapuri on kuulemma muistisairas.", "Grannen lär ha en minnessjukdom."), both("Pois. Tieto koskee toista ihmistä.", "Bort. Uppgiften gäller någon "
        "annan."), True),
    Answer(both("Olohuoneessa oli vanhanaikaiset verhot.", "Gardinerna i vardagsrummet var gammalmodiga."), both("Pois. Verhot eivät käy kaupassa.", "Bort. "
        "Gardinerna går inte till butiken."), True),
    Answer(both("Asiakas kertoi kaatuneensa kahdesti kauppamatkalla.", "Klienten berättade att hen har fallit två gånger på väg till butiken."),
           both("Tämä jää: se kertoo, millaista tukea tarvitaan.", "Det här stannar: det visar vilket stöd som behövs.")),
    Answer(both("”Haluan valita hedelmäni itse.”", "”Frukten vill jag välja själv.”"),
           both("Tämä jää. Ilman sitä järjestyisi väärä palvelu.", "Det här stannar. Utan det hade stödet blivit fel."))))

WHICH = Question("kumpi", "single_choice", both("Mikä näistä on havainto", "Vilken är en iakttagelse"), both(
    "<p>Mikä lauseista on havainto?</p>", "<p>Vilken av meningarna är en iakttagelse?</p>"), (
    Answer(both("Keittiön pöydällä oli kolme avaamatonta kirjettä Kelasta.", "På köksbordet låg tre oöppnade brev från FPA."),
           both("Lause kertoo, mitä näit. Kuka tahansa paikalla ollut olisi nähnyt saman.", "Meningen säger vad du såg. Vem som helst i rummet hade sett detsamma."), True),
    Answer(both("Asiakas ei selviydy raha-asioistaan.", "Klienten klarar inte sin ekonomi."),
           both("Tämä on arvio. Kirjaa se omana kohtanaan ja kerro, mihin se perustuu.", "Det här är en bedömning. Ge den en egen plats och säg vad den vilar på.")),
    Answer(both("Asiakas lienee masentunut, koska kirjeitä ei ole avattu.", "Klienten är nog deprimerad, eftersom breven inte är öppnade."),
           both("Tämä on arvaus. Syitä voi olla monta: kysy.", "Det här är en gissning. Orsakerna kan vara många: fråga."))))

HOW_MANY = Question("montako", "number", both("Montako havaintoa", "Hur många iakttagelser"), both(
    "<p>Lue kirjaus. Moniko sen neljästä virkkeestä on havainto?</p><blockquote>Nuori tuli tapaamiseen kello 9.10. Hän oli huonolla tuulella. "
    "Hän istui takki päällä koko ajan ja katsoi ovea. Arvioin, että uusi paikka jännittää häntä.</blockquote>",
    "<p>Läs anteckningen. Hur många av de fyra meningarna är iakttagelser?</p><blockquote>Den unga kom till mötet klockan 9.10. Hen var på dåligt humör. "
    "Hen satt med jackan på hela tiden och såg mot dörren. Jag bedömer att den nya platsen gör hen spänd.</blockquote>"), (
    Answer({"value": "2"}, both("Kaksi: kellonaika, ja takki ja katse. ”Huonolla tuulella” on tulkinta, ja viimeinen on arvio, joka myös sanoo olevansa se.",
                                "Två: klockslaget, och jackan med blicken. ”På dåligt humör” är en tolkning, och den sista är en bedömning som också kallar sig "
                                "det."), True),),
    otherwise=both("Katso, minkä virkkeistä toinenkin paikalla ollut olisi voinut vahvistaa.", "Se efter vilka meningar en annan person i rummet hade kunnat "
        "bekräfta."), minutes=2)

VOICES = Question("aanet", "matching", both("Kenen ääni", "Vems röst"), both(
    "<p>Kuka lauseessa puhuu?</p>", "<p>Vem talar i meningen?</p>"), (
    Answer(both("Hän söi puolet lounaasta.", "Hen åt hälften av lunchen."), both("Tämän olisi nähnyt kuka tahansa.", "Det hade vem som helst kunnat se."), "seen"),
    Answer(both("”Täällä ruoka maistuu erilaiselta kuin kotona.”", "”Maten smakar inte som hemma.”"), both("Omat sanat, lainausmerkeissä.", "Egna ord, inom "
        "citattecken."), "said"),
    Answer(both("Tuttu ruoka voisi auttaa sopeutumisessa.", "Bekant mat kunde göra det lättare att finna sig till rätta."), both("Ammattilaisen päätelmä.",
        "Yrkespersonens slutsats."), "judged"),
    Answer(both("Hän kertoi, että ikävöi koiraansa.", "Hen berättade att hen saknar sin hund."), both("Epäsuorasti kerrottu, mutta silti asiakkaan oma.", "Indirekt "
        "återgivet, men ändå klientens eget."), "said")),
    targets=(("seen", both("Havainto", "Iakttagelse")), ("said", both("Asiakkaan näkemys", "Klientens egen syn")), ("judged", both("Arvio", "Bedömning"))), minutes=2)

COURSE = Question("kulku", "ordering", both("Yhdessä kirjaamisen kulku", "Gången i att skriva tillsammans"), both(
    "<p>Missä järjestyksessä etenet, kun kirjaat tapaamisen yhdessä asiakkaan kanssa?</p>", "<p>I vilken ordning går du fram när du skriver tillsammans med "
    "klienten?</p>"), (
    Answer(both("Kerron, mihin kirjaan ja kuka sen näkee.", "Jag berättar var jag skriver och vem som ser det.")),
    Answer(both("Keskustelemme siitä, mitä varten tapasimme.", "Vi talar om det som vi träffas för.")),
    Answer(both("Kokoan ääneen, mitä sovimme.", "Jag sammanfattar högt vad vi kom överens om.")),
    Answer(both("Kirjaan sovitut asiat asiakkaan nähden.", "Jag skriver ner det så att klienten ser.")),
    Answer(both("Kysyn, sanoisiko hän jonkin toisin.", "Jag frågar om hen skulle säga något på ett annat sätt."))),
    both("<p>Järjestys saa elää. Kaksi asiaa pysyy: luottamus ensin, asiakkaan sana viimeiseksi.</p>", "<p>Ordningen får leva. Två saker står fast: förtroendet "
        "först, klientens ord sist.</p>"), minutes=2)

MISTAKE = Question("virhe", "single_choice", both("Väärä päivä", "Fel dag"), both(
    "<p>Asiakas huomaa, että kirjauksessa on väärä päivämäärä. Mitä teet?</p>", "<p>Klienten ser att datumet i en anteckning är fel. Vad gör du?</p>"), (
    Answer(both("Korjaan tiedon niin, että alkuperäinen on yhä luettavissa.", "Jag rättar uppgiften så att den ursprungliga går att läsa också efteråt."),
           both("Näin. Korjaaja ja aika tallentuvat, ja kumpikin voi luottaa tekstiin.", "Så här. Vem som rättade och när sparas, och båda kan lita på texten."), True),
    Answer(both("Poistan kirjauksen ja teen uuden.", "Jag raderar anteckningen och skriver en ny."), both("Ei. Silloin katoaa myös se, mitä muuta oli kirjattu ja "
        "milloin.", "Nej. Då försvinner också vad som annars stod där, och när.")),
    Answer(both("Lisään, että asiakas on asiasta eri mieltä.", "Jag tillägger att klienten har en annan åsikt."), both("Ei tässä: päivämäärä ei ole mielipide.",
        "Inte här: ett datum är ingen åsikt."))))

ON_THE_ROAD = Question("tienpaalla", "single_choice", both("Tien päällä", "På väg"), both(
    "<p>Olet autossa kahden käynnin välissä, eikä edellistä ole kirjattu. Aikaa on seitsemän minuuttia. Mitä teet?</p>",
    "<p>Du sitter i bilen mellan två besök och det förra är inte antecknat. Du har sju minuter. Vad gör du?</p>"), (
    Answer(both("Kirjaan sovitut asiat nyt ja täydennän iltapäivällä.", "Jag skriver det vi avtalade nu och kompletterar på eftermiddagen."),
           both("Hyvä. Tärkein on tallessa, ja loppu saa lisämerkinnän ajastaan.", "Bra. Det viktigaste är i tryggt förvar, och resten får sin tidpunkt."), True),
    Answer(both("Sanelen tapaamisen oman puhelimeni muistioon.", "Jag talar in besöket i min egen telefon."), both("Ei. Asiakastieto ei kuulu omaan puhelimeen.",
        "Nej. Klientuppgifter hör inte hemma i en egen telefon.")),
    Answer(both("Kirjaan kaikki päivän käynnit illalla kerralla.", "Jag skriver alla dagens besök på en gång i kväll."), both("Silloin käynnit ovat jo sekoittuneet "
        "toisiinsa.", "Då har besöken redan flutit ihop."))))

HEADING = Question("otsikko", "matching", both("Mihin otsikkoon", "Under vilken rubrik"), both(
    "<p>Minkä otsikon alta lukija etsii tätä?</p>", "<p>Under vilken rubrik letar läsaren efter det här?</p>"), (
    Answer(both("Kävelen itse kauppaan ennen kesää.", "Före sommaren går jag själv till butiken."), both("Asiakkaan sanoin, ja toteutumisen huomaa.", "Med "
        "klientens ord, och det märks när det är nått."), "goal"),
    Answer(both("Ohjaaja käy kerran viikossa, tiistaisin.", "En handledare kommer en gång i veckan, på tisdagar."), both("Kuka, mitä ja milloin.", "Vem, vad och "
        "när."), "means"),
    Answer(both("Katsotaan yhdessä toukokuussa, miten on mennyt.", "I maj ser vi tillsammans hur det har gått."), both("Sovittu hetki, jolloin palataan asiaan.",
        "En avtalad tid att komma tillbaka."), "follow")),
    targets=(("goal", both("Tavoite", "Mål")), ("means", both("Tuki ja keinot", "Stöd och metoder")), ("follow", both("Seuranta", "Uppföljning")),
             ("reason", both("Vireilletulo", "Hur ärendet inleddes"))), minutes=2)

QUESTIONS = (DEMANDS, MAY_READ, WORD, LEAVE_OUT, WHICH, HOW_MANY, VOICES, COURSE, MISTAKE, ON_THE_ROAD, HEADING)
IN_CHECK = ("edellyttaa", "sana", "kumpi", "aanet", "kulku", "otsikko")  # whoever knows these already may take the refresher
