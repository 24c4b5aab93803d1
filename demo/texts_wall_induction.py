"""Good practices of induction: how somebody new learns to write."""
from .texts_wall_shape import Post, Practice

INDUCTION_POSTS = (
    Post("paivikki", (1,), 340, {
        "fi": Practice(
            "Kirjaamiskummi kolmeksi ensimmäiseksi viikoksi",
            "Uusi työntekijä sai tunnukset ja ohjeen. Ensimmäisen kirjauksen hän teki yksin, kello puoli viisi perjantaina.",
            "Kaikkiin tiimeihin, joihin tulee uusia",
            "Kummi ei ole esihenkilö. Hän lukee joka päivä yhden kirjauksen uuden kanssa, kertoo mikä siinä toimi ja ehdottaa yhtä muutosta.\n\n"
            "- Viikko 1: kummi kirjoittaa, uusi katsoo.\n- Viikko 2: uusi kirjoittaa, kummi katsoo.\n- Viikko 3: uusi pyytää, kun tarvitsee.",
            "Uudet kysyvät aikaisemmin. Kummitkin oppivat: kun selittää, miksi kirjaa niin kuin kirjaa, joutuu miettimään.",
            "Kummille varataan aika kalenterista, muuten sitä ei ole."),
        "sv": Practice(
            "En dokumentationsfadder de tre första veckorna",
            "Den nyanställda fick inloggning och en anvisning. Den första anteckningen gjorde hen ensam, halv fem en fredag.",
            "För alla team som får nya kolleger",
            "Faddern är inte chef. Varje dag läser faddern en anteckning med den nya, säger vad som fungerade och föreslår en ändring.\n\n"
            "- Vecka 1: faddern skriver, den nya tittar på.\n- Vecka 2: den nya skriver, faddern tittar på.\n- Vecka 3: den nya ber om hjälp när det behövs.",
            "De nya frågar tidigare. Faddrarna lär sig också: den som förklarar varför hen skriver som hen gör måste tänka efter.",
            "Boka tid för faddern i kalendern, annars finns den inte.")},
        need="samira amina jouni", will="leila heikki camilla", tried="noora elina", works="mirja aino jarkko orjan tiina henna kaisa", featured=True),
    Post("samira", (1, 4), 262, {
        "fi": Practice(
            "Uuden työntekijän kysymysvihko",
            "En kehdannut kysyä samaa kahdesti. Kirjoitin kysymykset vihkoon, ja huomasin, etteivät muutkaan tienneet vastauksia.",
            "Uusille, ja niille jotka ovat unohtaneet olleensa uusia",
            "Vihko on kahvihuoneessa. Kuka tahansa kirjoittaa kysymyksen, kuka tahansa vastaa. Perjantaisin luetaan yksi ääneen.",
            "Vihosta syntyi tiimin oma ohje, kahdeksan sivua.",
            "Paperi on hyvä: kukaan ei näe, kuka kysyi."),},
        need="amina tiina", will="anneli johanna", tried="marko", works="velimatti pirkko sirpa"),
    Post("velimatti", (1,), 224, {
        "fi": Practice(
            "Hoitotyöstä sosiaalihuoltoon: sanasto yhdelle sivulle",
            "Tulin hoitotyöstä. Käsitteet näyttivät samoilta, mutta tarkoittivat muuta, ja kirjasin väärään paikkaan.",
            "Ammattia tai alaa vaihtaneille",
            "Kaksi palstaa: vasemmalla sana, jonka tunnen, oikealla mitä se täällä tarkoittaa. Alussa rivejä oli kaksikymmentä, nyt neljäkymmentä.\n\nJokainen uusi lisää yhden rivin ennen kuin saa kahvia.",
            "Kolme meille tullutta on sanonut, että sivu oli ensimmäisen viikon paras apu.",
            "Pysy yhdessä sivussa. Toista sivua ei lue kukaan."),},
        need="ritva pirkko", will="satu heikki", tried="juhopekka", works="leila anneli antero"),
    Post("camilla", (1, 2), 171, {
        "sv": Practice(
            "Introduktionen har en svensk och en finsk halvtimme",
            "Våra nya fick introduktionen på finska och skrev på svenska. Termerna blev hemgjorda.",
            "För tvåspråkiga enheter",
            "Samma halvtimme hålls två gånger, med samma fem exempel. Den nya väljer språk, och får den andra halvtimmen som repetition en månad senare.",
            "Termerna är desamma i alla anteckningar. Jag har räknat, för jag är sådan.",
            "Låt den som nyss var ny hålla repetitionen."),
        "fi": Practice(
            "Perehdytyksessä on suomenkielinen ja ruotsinkielinen puolituntinen",
            "Uudet saivat perehdytyksen suomeksi ja kirjasivat ruotsiksi. Termit olivat kotitekoisia.",
            "Kaksikielisiin yksiköihin",
            "Sama puolituntinen pidetään kahdesti, samoilla viidellä esimerkillä. Uusi valitsee kielen ja saa toisen puolituntisen kertauksena kuukauden päästä.",
            "Termit ovat samat kaikissa kirjauksissa. Olen laskenut, koska olen sellainen.",
            "Anna kertauksen pito sille, joka itse oli äsken uusi.")},
        need="mikael", will="orjan ritva torbjorn", tried="majlen benita", works="kjell johanna gunilla"),
    Post("tiina", (1,), 96, {
        "fi": Practice(
            "Sijaisen ensimmäinen tunti",
            "Kesäsijainen aloittaa maanantaina, ja kaikki muut ovat lomalla.",
            "Yksiköihin, joissa on paljon sijaisia",
            "Tunti on valmiiksi pilkottu:\n\n1. Kymmenen minuuttia: mihin kirjataan.\n2. Kaksikymmentä minuuttia: kolme hyvää kirjausta luetaan.\n3. Kaksikymmentä minuuttia: yksi keksitty tapaus kirjataan itse.\n4. Kymmenen minuuttia: keneltä kysytään, jos kukaan ei ole paikalla.",
            "Kesän jälkeen ei tarvinnut selvittää yhtäkään kadonnutta sopimusta.",
            "Keksityn tapauksen pitää olla hieman hassu, silloin siitä uskaltaa puhua.")},
        need="noora sirpa outi", will="hilkka mirja riikka velimatti", tried="jouni kaisa"),
    Post("mikael", (1, 0), 33, {
        "sv": Practice(
            "Den nya intervjuar den som snart går i pension",
            "Det fanns en person som visste varför vi skriver som vi gör. Hon går i pension i juni.",
            "För team där någon slutar",
            "Den nya ställer fem frågor, den erfarna svarar, en tredje antecknar. Vi skrev ner svaren som ett litet häfte.",
            "Häftet används varje vecka. Intervjun blev dessutom en fin avtackning.",
            "Gör det i tid. Sista veckan är det tårta och inga frågor.")},
        need="amina", will="outi camilla", works="benita"),
)
