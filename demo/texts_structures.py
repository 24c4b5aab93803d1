"""The second workshop, archived: "Kirjaamisen rakenteet", on who develops recording in a county and where they meet.

Its facilitators wrote in Finnish only, so that the demo shows what a missing version looks like.
"""

from .texts_shape import Board, Column, Note

STRUCTURES = Board(
    key="rakenteet",
    link="3",
    kind="workshop",
    number=2,
    title={"fi": "Kirjaamisen rakenteet"},
    prompt={
        "fi": "Kuka teillä kehittää kirjaamista, missä siitä puhutaan ja mitä jää ilman tekijää? "
              "Ajattele nykytilaa, älä organisaatiokaaviota.",
    },
    state="archived",
    columns=(
        Column({"fi": "Roolit ja vastuut"}, {"fi": "Kuka tekee ja kenen luvalla?"}, "sun"),
        Column({"fi": "Kokoukset ja kanavat"}, {"fi": "Missä asiat oikeasti sovitaan?"}, "leaf"),
        Column({"fi": "Mitä vielä puuttuu"}, {"fi": "Ihmisiä, aikaa, rahaa, lupia, taitoja?"}, "heart"),
    ),
    notes=(
    Note(0, "elina", "fi", "sun", 176,
         "Koordinaattoreita on yksi ja alue on iso. Ilman yksiköiden vastuuhenkilöitä tämä olisi pelkkä "
         "titteli."),
    Note(0, "sirpa", "fi", "leaf", 176,
         "Vastuuhenkilön tehtävä lukee toimenkuvassa. Pieni asia paperilla, mutta vasta sen jälkeen siihen "
         "on saanut käyttää aikaa."),
    Note(0, "satu", "fi", "heart", 175,
         "Meillä kirjaamisesta vastaavat kaikki, eli ei kukaan."),
    Note(0, "riikka", "fi", "sun", 175,
         "Pääkäyttäjät ja sisällön osaajat istuivat pitkään eri pöydissä. Nyt olemme kerran kuussa samassa "
         "huoneessa, ja puolet ongelmista ratkeaa siinä."),
    Note(0, "kjell", "sv", "leaf", 174,
         "Vi delade på ansvaret: en har hand om innehållet, en om systemet, en om utbildningen. Ingen "
         "måste kunna allt."),
    Note(0, "tuomas", "fi", "drop", 174,
         "Kenelle kirjaamisen kehittäminen kuuluu, kun palvelu ostetaan? Sopimuksessa siitä on yksi lause."),
    Note(0, "hilkka", "fi", "star", 173,
         "Varahenkilö myös kirjaamisesta vastaavalle. Viime kesänä kaikki seisoi viisi viikkoa."),
    Note(1, "aino", "fi", "leaf", 176,
         "Tapaamme joka kuun toinen tiistai kello yhdeksän. Ei siirretä eikä peruta, vaikka paikalla olisi "
         "kolme ihmistä."),
    Note(1, "juhopekka", "fi", "leaf", 176,
         "Keskustelukanava nimeltä Tyhmät kysymykset. Se on alueen vilkkain kanava, ja kysymykset ovat "
         "kaikkea muuta kuin tyhmiä."),
    Note(1, "gunilla", "sv", "sun", 175,
         "Tvåspråkiga möten fungerar när var och en talar sitt eget språk och bilderna är på båda. Det tog "
         "oss ett år att våga."),
    Note(1, "noora", "fi", "heart", 175,
         "Tieto kulkee koordinaattorilta vastuuhenkilölle ja pysähtyy siihen."),
    Note(1, "antero", "fi", "star", 174,
         "Kuukausikirje, jossa on tasan kolme asiaa. Neljäs odottaa seuraavaan."),
    Note(1, "pirkko", "fi", "sun", 174,
         "Muistio luetaan, kun se on viestissä tekstinä. Liitettä ei avaa kukaan."),
    Note(1, "johanna", "sv", "leaf", 173,
         "Öppen linje på fredagar klockan nio. Ibland kommer ingen, ibland kommer femton."),
    Note(2, "velimatti", "fi", "heart", 176,
         "Johdon tuki näkyy puheissa muttei kalenterissa."),
    Note(2, "henna", "fi", "heart", 175,
         "Ruotsinkielinen koulutus. Pyydetty kahdesti, luvattu kolmesti."),
    Note(2, "mirja", "fi", "drop", 175,
         "Kuka maksaa, kun hanke loppuu?"),
    Note(2, "orjan", "sv", "heart", 174,
         "Vi saknar någon som ser över sektorgränserna. Äldreomsorgen och barnskyddet bygger samma sak var "
         "för sig."),
    Note(2, "samira", "fi", "star", 174,
         "Yksi paikka ohjeille. Nyt niitä on intrassa, verkkolevyllä ja jonkun entisen esihenkilön "
         "sähköpostissa."),
    Note(2, "kaisa", "fi", "sun", 173,
         "Lupa lopettaa jotain. Uutta tulee koko ajan, eikä mistään vanhasta luovuta."),
    ),
)
