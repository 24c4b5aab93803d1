"""The first two units: why we write, and what belongs into a record."""
from .texts_module_shape import Ask, Step, Unit, assessment, both, page

LAWS = both(
    "Laki sosiaali- ja terveydenhuollon asiakastietojen käsittelystä (703/2023). Se korvasi vuoden 2024 alussa lain sosiaalihuollon asiakasasiakirjoista (254/2015).\n"
    "Laki sosiaalihuollon asiakkaan asemasta ja oikeuksista (812/2000)\nSosiaalihuoltolaki (1301/2014)\nTHL: sosiaalihuollon kirjaamisohjeet",
    "Lag om behandling av kunduppgifter inom social- och hälsovården (703/2023). Den ersatte vid ingången av 2024 lagen om klienthandlingar inom socialvården (254/2015).\n"
    "Lag om klientens ställning och rättigheter inom socialvården (812/2000)\nSocialvårdslag (1301/2014)\nInstitutet för hälsa och välfärd: anvisningar om "
    "dokumentation inom socialvården")

ACT = both("Laki sosiaali- ja terveydenhuollon asiakastietojen käsittelystä (703/2023)\nTHL: sosiaalihuollon kirjaamisohjeet",
           "Lag om behandling av kunduppgifter inom social- och hälsovården (703/2023)\nInstitutet för hälsa och välfärd: anvisningar om dokumentation inom socialvården")

WHY = Unit(both("Miksi kirjaamme", "Varför vi dokumenterar"), (
    assessment("ennen", "before", both("Mistä lähden", "Var jag börjar"), both(
        "<p>Kuinka varma olet näistä juuri nyt? Arviosi on sinua varten: palaat siihen lopussa. Muut näkevät siitä vain koko ryhmän keskiarvon.</p>",
        "<p>Hur säker är du på det här just nu? Svaren är till för dig själv, du kommer tillbaka till dem på slutet. Andra ser bara hela gruppens medeltal.</p>")),
    page("lukijat", 4, both("Kenelle kirjaat", "Vem skriver du för?"), both(
        "<p>Kirjaus syntyy kahden ihmisen kohtaamisessa, mutta lukijoita sillä on monta. Kun tiedät, kuka lukee, tiedät myös, mitä tekstiltä vaaditaan.</p>"
        "<ul><li><strong>Asiakas</strong> katsoo, tuliko hän kuulluksi. Hän voi lukea tekstin OmaKannasta jo samana iltana, tai vasta aikuisena, kun etsii "
        "lapsuuttaan.</li>"
        "<li><strong>Työpari ja sijainen</strong> etsivät kahta asiaa: mitä on sovittu ja kuka tekee mitä.</li>"
        "<li><strong>Päätöksentekijä</strong> etsii perusteita. Kirjaamaton peruste ei auta ketään.</li>"
        "<li><strong>Sinä itse</strong> palaat tekstiin puolen vuoden päästä, etkä muista käynnistä enää muuta.</li></ul>"
        "<p>Valitse yksi lukija mielessäsi, ennen kuin aloitat. Useimmiten kannattaa valita asiakas: teksti, jonka hän ymmärtää, kelpaa muillekin.</p>",
        "<p>En anteckning blir till i ett möte. Sedan börjar den leva sitt eget liv, hos läsare som du kanske aldrig träffar.</p>"
        "<ul><li><strong>Klienten</strong> undrar: förstod du vad jag menade? Svaret kan hen läsa i MittKanta redan i kväll – eller om tjugo år, på jakt efter sin "
        "barndom.</li>"
        "<li><strong>Kollegan och vikarien</strong> har bråttom. De vill veta vad ni kom överens om och vem som gör vad.</li>"
        "<li><strong>Den som fattar beslut</strong> behöver grunder. De måste stå i texten för att gå att luta sig mot.</li>"
        "<li><strong>Du själv</strong> om ett halvår, när texten är allt som finns kvar av besöket.</li></ul>"
        "<p>Ett knep: bestäm dig för en enda läsare innan du börjar. Väljer du klienten väljer du sällan fel.</p>"), 34),
    page("laki", 5, both("Mitä laki edellyttää", "Vad lagen kräver"), both(
        "<p>Kirjaaminen ei ole työn päälle tuleva lisä vaan osa työtä. Velvollisuus koskee kaikkia, jotka osallistuvat asiakastyöhön, myös yksityisissä palveluissa. "
        "Se alkaa, kun saadaan tieto henkilön mahdollisesta tuen tarpeesta tai palvelua aletaan toteuttaa.</p><h3>Neljä asiaa, jotka kannattaa muistaa</h3>"
        "<ol><li><strong>Tarpeelliset ja riittävät tiedot.</strong> Sen verran, että palvelu voidaan järjestää, suunnitella, toteuttaa ja seurata ja että sitä "
        "voidaan valvoa.</li>"
        "<li><strong>Viipymättä.</strong> Kirjaus tehdään, kun asiaa on käsitelty, ei silloin kun sattuu olemaan hiljaista.</li>"
        "<li><strong>Selkeällä kielellä.</strong> Yleisesti tunnettuja käsitteitä ja lyhenteitä, ei talon omia.</li>"
        "<li><strong>Asiakas saa tietää.</strong> Pääsääntö on, että hän saa lukea omat tietonsa. Poikkeuksista säädetään laissa.</li></ol>"
        "<p>Pykäliä ei tarvitse osata ulkoa. Tärkeämpää on tunnistaa hetki, jolloin kannattaa kysyä.</p>",
        "<p>Dokumentationen kommer inte ovanpå arbetet, den hör till det. Skyldigheten gäller alla som deltar i klientarbetet, också i privat service. "
        "Den börjar när man får veta att någon kanske behöver stöd, eller när servicen inleds.</p><h3>Fyra saker att bära med sig</h3>"
        "<ol><li><strong>Nödvändiga och tillräckliga uppgifter.</strong> Det som behövs för att ordna, planera, genomföra, följa upp och övervaka servicen. Där går "
        "gränsen åt båda hållen.</li>"
        "<li><strong>Utan dröjsmål.</strong> Anteckningen görs när ärendet har behandlats. ”När jag hinner” är ingen tidpunkt.</li>"
        "<li><strong>Klart språk.</strong> Begrepp och förkortningar som är allmänt kända, inte husets egna.</li>"
        "<li><strong>Klienten har rätt att få veta.</strong> Huvudregeln är att var och en får läsa sina egna uppgifter. Undantagen står i lag.</li></ol>"
        "<p>Ingen väntar sig att du kan paragraferna utantill. Det räcker långt att känna igen stunden då det är klokt att fråga.</p>"), 18, LAWS),
    Ask("edellyttaa"),
    page("hoito", 3, both("Terveydenhuollosta tulevalle: tutut sanat, toinen työ", "För dig som kommer från vården: bekanta ord, ett annat arbete"), both(
        "<p>Sinulle kirjaaminen on tuttua: olet tehnyt sitä joka vuorossa. Siksi juuri tutut sanat voivat johtaa harhaan.</p>"
        "<ul><li><strong>Tarve</strong> on täällä tuen tarvetta arjessa. Sitä katsotaan koko elämäntilanteesta, ei oireesta.</li>"
        "<li><strong>Arvio</strong> on ammattilaisen perusteltu päätelmä. Mittari voi olla peruste, mutta se ei tee päätelmää puolestasi.</li>"
        "<li><strong>Suunnitelma</strong> lähtee asiakkaan omista tavoitteista.</li>"
        "<li><strong>Kirjaus</strong> kuuluu aina johonkin palvelutehtävään. Tieto, joka on tarpeen yhdessä, voi olla liikaa toisessa.</li></ul>"
        "<p>Tuot mukanasi paljon hyvää: kellonajat, säntillisyyden ja taidon katsoa. Pidä ne. Opettele lisäksi kysymään: ”Miten sinä itse sanoisit tämän?”</p>",
        "<p>Att skriva är inget nytt för dig, det har du gjort varje pass. Just därför kan ord som låter bekanta leda fel.</p>"
        "<ul><li><strong>Behov</strong> betyder här behov av stöd i vardagen. Vi utgår från hela livssituationen, inte från ett symtom.</li>"
        "<li><strong>Bedömning</strong> är en slutsats som du som yrkesperson kan motivera. Ett mätinstrument kan stödja den men aldrig dra den åt dig.</li>"
        "<li><strong>Planen</strong> börjar i det som klienten själv vill uppnå.</li>"
        "<li><strong>Anteckningen</strong> hör alltid till en serviceuppgift. Det som är nödvändigt i den ena kan vara för mycket i den andra.</li></ul>"
        "<p>Du har mycket med dig: klockslagen, noggrannheten, blicken. Behåll allt det. Lägg till en fråga: ”Hur skulle du själv säga det här?”</p>"), 34, backgrounds=("health",)),
    Ask("saalukea"),
    Step("muistan", "reflection", 5, both("Kirjaus, jonka muistan", "En anteckning som jag minns"), both(
        "<p>Palauta mieleesi kirjaus, jonka olet joskus lukenut ja joka ei ole jättänyt sinua rauhaan. Se saa olla hyvä tai huono.</p>"
        "<ul><li>Mitä se sai sinut ajattelemaan ihmisestä, josta se kertoi?</li><li>Mikä sana sen teki?</li></ul>"
        "<p>Kirjoita yleisellä tasolla, ilman mitään, mistä asiakkaan voisi tunnistaa. Teksti on sinun: muut lukevat sen vain, jos itse annat.</p>",
        "<p>Tänk på en anteckning som du har läst någon gång och som har stannat kvar hos dig – för att den var bra, eller för att den inte var det.</p>"
        "<ul><li>Hur fick den dig att se på människan den handlade om?</li><li>Vilket ord var det som gjorde det?</li></ul>"
        "<p>Skriv allmänt, utan något som någon kunde känna igen en klient på. Texten är din. Ingen annan läser den om du inte själv vill det.</p>")),
))

WHAT = Unit(both("Mitä kirjataan, mitä ei", "Vad ska med – och vad inte"), (
    page("riittava", 4, both("Tarpeellinen ja riittävä", "Lagom mycket"), both(
        "<p>Liian lyhyt kirjaus pakottaa arvaamaan. Liian pitkä piilottaa tärkeän. Kysy jokaisesta lauseesta:</p>"
        "<ol><li>Tarvitaanko tätä palvelun suunnitteluun, toteuttamiseen tai seurantaan?</li><li>Ymmärtääkö sen joku, joka ei ollut paikalla?</li>"
        "<li>Osaanko kertoa asiakkaalle, miksi se on tässä?</li></ol><p>Kolme kyllä-vastausta: lause jää. Yksikin ei: kirjoita se toisin tai jätä pois.</p>"
        "<h3>Usein ylimääräistä</h3><ul><li>muiden ihmisten asiat: naapurin sairaus, sisaren ero</li><li>kodin kuvailu, kun se ei liity tuen tarpeeseen</li>"
        "<li>omat tunteet ja talon kuulumiset</li></ul><p>Pois jättäminen on taito, jota saa harjoitella. Palkkana on aikaa sille, millä on väliä.</p>",
        "<p>Av en för kort anteckning får läsaren gissa. I en för lång går det viktiga under. Pröva varje mening med tre frågor:</p>"
        "<ol><li>Behövs den för att planera, genomföra eller följa upp servicen?</li><li>Förstår den som inte var med?</li><li>Kan jag förklara för klienten varför "
        "den står här?</li></ol>"
        "<p>Tre ja, och meningen får stå kvar. Ett enda nej, och den skrivs om eller stryks innan du sparar.</p>"
        "<h3>Det här blir ofta för mycket</h3><ul><li>andras angelägenheter: grannens sjukdom, systerns skilsmässa</li><li>hur hemmet ser ut, när det inte har med "
        "stödet att göra</li>"
        "<li>den egna känslan, det egna husets bekymmer</li></ul><p>Att utelämna är ett hantverk. Lönen är tid för det som spelar roll.</p>"), 34, ACT),
    Ask("sana"),
    Ask("pois"),
    page("kieli", 4, both("Sanat, jotka kestävät lukemisen", "Ord som tål att läsas"), both(
        "<p>Selkeä kieli ei ole yksinkertaistettua kieltä. Se on kieltä, jossa jokainen sana tarkoittaa jotakin.</p>"
        "<ul><li>Kerro, kuka teki: <em>soitin</em>, ei <em>oltiin yhteydessä</em>.</li><li>Kerro määrä ja aika: <em>kolme kertaa viikossa</em>, ei <em>usein</em>.</li>"
        "<li>Avaa lyhenne tai luovu siitä.</li><li>Vaihda leima kuvaukseen.</li></ul>"
        "<h3>Ennen</h3><blockquote>As. ei sit. palveluun, motiv. 0.</blockquote>"
        "<h3>Jälkeen</h3><blockquote>Asiakas oli paikalla kahdella käynnillä viidestä. Hän kertoi, ettei jaksa lähteä aamuisin. Sovimme, että seuraava tapaaminen "
        "on kello 14.</blockquote>"
        "<p>Jälkimmäinen on pidempi. Sen perusteella voi kuitenkin tehdä jotakin.</p>",
        "<p>Klarspråk är inte barnspråk. Det är ett språk där varje ord gör skäl för sin plats.</p>"
        "<ul><li>Skriv vem som handlar: <em>jag ringde</em>, inte <em>kontakt har tagits</em>.</li><li>Säg hur mycket och när: <em>tre gånger i veckan</em>, inte "
        "<em>ofta</em>.</li>"
        "<li>Skriv ut förkortningen, eller låt bli den.</li><li>Byt etiketten mot det du såg.</li></ul>"
        "<h3>Före</h3><blockquote>Kl. omotiv., följer ej planen.</blockquote>"
        "<h3>Efter</h3><blockquote>Klienten kom till två av fem träffar. Hen berättade att mornarna är tyngst. Nästa gång ses vi klockan 14.</blockquote>"
        "<p>Fler ord, ja. Men nu vet nästa läsare vad som kan göras.</p>"), 61, both(
            "Hallintolaki (434/2003), hyvän kielenkäytön vaatimus\nKotimaisten kielten keskus: ohjeita virkakielestä",
            "Förvaltningslag (434/2003), kravet på gott språkbruk\nInstitutet för de inhemska språken: råd om myndighetsspråk")),
    Step("silmin", "practice", 20, both("Lue omasi asiakkaan silmin", "Läs din egen text med klientens ögon"), both(
        "<p>Valitse kirjaus, jonka teit tällä viikolla. Lue se ääneen ja hitaasti, niin kuin asiakas istuisi vieressäsi.</p>"
        "<ol><li>Paina mieleesi kohdat, joissa äänesi epäröi.</li><li>Valitse niistä yksi, ja mieti miten sanoisit sen seuraavalla kerralla.</li>"
        "<li>Kerro meille, <strong>millainen kohta se oli ja mitä muuttaisit</strong>.</li></ol>"
        "<p>Älä kopioi kirjausta tänne. Riittää, että kerrot, oliko kyse lyhenteestä, leimasta, arvauksesta vai jostakin muusta.</p>",
        "<p>Ta fram en anteckning från den här veckan. Läs den högt, långsamt, som om klienten satt bredvid dig.</p>"
        "<ol><li>Lägg märke till var rösten tvekar.</li><li>Välj ett av de ställena. Hur skulle du säga det nästa gång?</li>"
        "<li>Berätta för oss <strong>vad det var för slags ställe och vad du skulle ändra</strong>.</li></ol>"
        "<p>Kopiera ingenting ur anteckningen hit. Det räcker att vi får veta om det var en förkortning, en etikett, en gissning eller något annat.</p>"), checked=34),
))
