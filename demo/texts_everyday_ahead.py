"""Notes of the workshop "Rakenteinen kirjaaminen arjessa": questions to others, and what is tried next month."""

from .texts_shape import Note

QUESTIONS = (
    Note(2, "jarkko", "fi", "drop", 9,
         "Millä perusteella teillä ratkaistaan, mikä on tarpeellinen tieto? Meillä jokainen vetää rajan "
         "eri kohtaan."),
    Note(2, "gunilla", "sv", "drop", 7,
         "Har någon fått ordning på hur man dokumenterar videosamtal? Vi har lika många sätt som vi har "
         "handledare."),
    Note(2, "noora", "fi", "drop", 6,
         "Kirjaako joku jo tekoälyn avulla? Mitä tietosuojavastaava siihen sanoi?"),
    Note(2, "antero", "fi", "drop", 10,
         "Montako kirjaamisen vastuuhenkilöä teillä on sataa työntekijää kohti?"),
    Note(2, "samira", "fi", "drop", 5,
         "Miten merkitsette sen, että keskustelussa oli mukana tulkki?"),
    Note(2, "aino", "fi", "drop", 4,
         "Onko kukaan saanut perhepalveluja ja aikuissosiaalityötä käyttämään samoja väliotsikoita? "
         "Kertokaa, miten!"),
    Note(2, "orjan", "sv", "drop", 3,
         "Hur gör ni när en klient vill att en anteckning tas bort? Jag skulle behöva ett färdigt svar på "
         "svenska att utgå från."),
    Note(2, "pirkko", "fi", "drop", 8,
         "Näkeekö asiakas OmaKannassa teillä jo kaiken vai vasta päätökset ja suunnitelmat?"),
    Note(2, "juhopekka", "fi", "drop", 2,
         "Kuka teillä korjaa väärään palvelutehtävään menneen kirjauksen, ja kuinka nopeasti?"),
    Note(2, "sirpa", "fi", "drop", 6,
         "Kirjaavatko opiskelijat omilla tunnuksillaan? Entä kuka hyväksyy tekstit?"),
    Note(2, "camilla", "sv", "drop", 9,
         "Vad skriver ni när ingenting har hänt? Hos oss står det ”Allt väl” dag efter dag."),
    Note(2, "henna", "fi", "stone", 1,
         "Löytyisikö joku, jonka kanssa vaihtaa keksittyjä esimerkkitekstejä? Meiltä lähtee kymmenen saman "
         "tien."),
    Note(2, "johanna", "sv", "star", 2,
         "Kunde vi som skriver på svenska träffas en halvtimme före workshoppen?"),
)

NEXT_MONTH = (
    Note(3, "elina", "fi", "star", 4,
         "Kahden viikon ajan jokaisesta kirjauksesta pitää löytyä vastaus kysymykseen: mitä seuraavaksi?"),
    Note(3, "riikka", "fi", "star", 3,
         "Poistamme viestivihkon yhdestä yksiköstä ja katsomme, mitä jää puuttumaan. Vastuussa olen minä, "
         "joten saa kysyä."),
    Note(3, "kjell", "sv", "star", 5,
         "Vi går igenom rubrikerna med tre klienter och frågar vad de heter på vanlig svenska."),
    Note(3, "tuomas", "fi", "star", 6,
         "Vartti torstaisin: jokainen avaa oman tekstinsä kuukauden takaa ja miettii, ymmärtääkö sitä "
         "vielä."),
    Note(3, "mirja", "fi", "leaf", 2,
         "Oveen lappu ”Kirjaan, hetki vain”. Puhelin saa soida sen ajan toisella."),
    Note(3, "velimatti", "fi", "star", 8,
         "Pyydän kokemusasiantuntijaa lukemaan päätöspohjat, ennen kuin ne otetaan käyttöön."),
    Note(3, "benita", "sv", "leaf", 1,
         "Vi slopar förkortningarna. Listan sitter redan på kylskåpet i kafferummet."),
    Note(3, "satu", "fi", "star", 5,
         "Lyhennetään yksi kertomuspohja puoleen. Jos kukaan ei kaipaa poistettuja kohtia, jatketaan "
         "seuraavasta."),
    Note(3, "hilkka", "fi", "star", 7,
         "Kolme työntekijää sanelee kotikäyntinsä kuukauden ajan. Kerron ensi työpajassa, miten kävi, myös "
         "ne nolot kohdat."),
    Note(3, "gunilla", "sv", "star", 4,
         "En timme med IT och tre socialhandledare vid samma skärm. Ingen får säga ”det går inte” under "
         "den första halvtimmen."),
    Note(3, "aino", "fi", "star", 2,
         "Kysyn omalta tiimiltä, mikä kirjaamisessa on turhinta. Lupaan viedä yhden asian eteenpäin."),
    Note(3, "jelena", "fi", "heart", 6,
         "Haluaisimme kirjata enemmän yhdessä asiakkaiden kanssa, mutta pelkään, että se jää kahden "
         "innokkaan varaan. Vinkkejä?"),
    Note(3, "torbjorn", "sv", "star", 3,
         "Jag tar upp dokumentationen i utvecklingssamtalen. Inte som kontroll utan som en fråga: vad "
         "behöver du?"),
)
