"""What the demo's learners wrote at the module's tasks and reflections, each in their own language, and what a facilitator answered."""
from typing import NamedTuple


class Said(NamedTuple):
    text: str
    reply: str = ""
    read: bool = False  # a facilitator has looked at it, also without an answer
    private: bool = False  # a reflection that its author keeps

    @property
    def checked(self) -> bool:
        return self.read or bool(self.reply)


READING = {
    "hilkka": Said("Ääni takertui sanaan ”asianmukaisesti”. En osannut sanoa ääneen, mitä se tarkoittaa. Kirjoittaisin, mitä tehtiin.",
                   "Hieno huomio. ”Asianmukaisesti” kertoo, että olimme tyytyväisiä, mutta ei mihin."),
    "gunilla": Said("En förkortning som jag har använt i tjugo år. När jag läste den högt lät det som ett hemligt språk. Nästa gång skriver jag ut den.",
                    "Tack! Tjugo år är lång tid för en förkortning. Hälsningar, Saga"),
    "kaisa": Said("Neljän rivin virke, jossa oli kolme ”joka”-sanaa. Hengitys loppui kesken. Siitä tulee kolme lausetta.", read=True),
    "camilla": Said("Jag hade skrivit ”som vanligt”. Men en vikarie vet inte vad som är vanligt hos oss.", "Precis. ”Som vanligt” är den kortaste vägen till en gissning."),
    "mirja": Said("Leima. Yksi adjektiivi, jota en sanoisi asiakkaan kuullen. Kuvaisin sen sijaan, mitä hän teki.",
                  "Tuo on hyvä testi koko työyhteisölle: sanoisinko tämän ääneen? Saanko lainata sitä seuraavassa työpajassa?"),
    "tiina": Said("Arvaus syystä. Olin kirjoittanut ”koska”, vaikka en ollut kysynyt.", "”Koska” on pieni sana, jolla on suuri vastuu. Kiitos!"),
    "aino": Said("Passiivi. ”Sovittiin, että asia hoidetaan.” En tiennyt itsekään, kuka sen hoitaa. Kirjoittaisin nimikkeen ja päivän.",
                 "Tämän kun kaikki kirjaisivat. Kokeile samaa tiimin viikkopalaverissa: kuka ja milloin?"),
    "samira": Said("Luin kaksi kertaa, ensin omalla äänelläni ja sitten tulkin tahdissa. Pitkät yhdyssanat katkesivat. Lyhensin mielessäni kolme.", read=True),
    "johanna": Said("Jag skrev på svenska men tänkte på finska, det hördes. Ordföljden gör att klienten måste läsa meningen två gånger."),
    "ritva": Said("Kirjaus oli hyvä mutta väärässä järjestyksessä: sovittu asia oli viimeisenä. Siirtäisin sen alkuun.", "Lukija kiittää. Moni ehtii lukea vain alun."),
    "torbjorn": Said("Ett ord från båtlivet som ingen utanför skärgården förstår. Roligt att säga, dåligt att skriva."),
    "velimatti": Said("Hoitotyön lyhenne. Meillä kaikki tunsivat sen, täällä kukaan ei kysynyt, koska ei kehdannut. Kirjoitan auki tästä lähtien."),
    "benita": Said("Jag hade skrivit för min kollega. För klienten stod det inget alls.", "Starkt att se det. Vad skulle den första meningen till klienten vara?"),
    "jarkko": Said("Lainaus, jota olin siistinyt. Ääneen luettuna huomasin, ettei kukaan puhu niin.", read=True),
    "noora": Said("Kirjaus loppui kesken, kun minut keskeytettiin. En ollut palannut siihen."),
    "antero": Said("”Normaali päivä.” En osannut selittää, mitä se on."),
    "elina": Said("Sana ”kieltäytyi”. Oikeasti hän sanoi: ei tänään.", "Kuinka eri asia! Tässä on koko osio 3 kahdessa sanassa."),
    "satu": Said("Kertaajana luulin olevani valmis. Sitten tuli vastaan ”ym.”"),
    "kjell": Said("Rubriken hade jag fyllt i för att den fanns. Läst högt var det tydligt att jag inte hade något att säga där."),
}
THREE_VOICES = {
    "hilkka": Said("Asiakkaan näkemys jäi tyhjäksi joka toinen kerta, aina kun oli kiire. Aloin kysyä sen ensimmäisenä, jo eteisessä.", "Eteinen on hyvä paikka. "
    "Siinä ei ole vielä lomakkeita välissä."),
    "gunilla": Said("Bedömningen blev tom. Jag vågade inte skriva vad jag tänkte. Med ”eftersom” blev det lättare: då är det inte bara en åsikt.", "Fint! Får vi ta "
    "med det i vår exempelsamling?"),
    "kaisa": Said("Havainto. Minulla on tapana mennä suoraan päätelmään. Viikon lopulla kirjoitin havainnon ensin, ja kaksi arviota muuttui.", "Kaksi muuttunutta "
    "arviota viikossa on iso tulos."),
    "camilla": Said("Klientens syn, när samtalet gick via en anhörig. Nu skriver jag vem som talade.", read=True),
    "mirja": Said("Arvio. Yövuorossa ajattelin, ettei arvioiminen kuulu minulle. Kuuluuhan se."),
    "tiina": Said("Mikään ei jäänyt tyhjäksi, ja siitä huomasin, että täytän liikaa. Jätin seuraavalla viikolla tyhjää.", "Rohkeaa. Tyhjä kohta on joskus rehellisin."),
    "elina": Said("Näkemys jäi tyhjäksi, kun asiakas ei puhu. Kysyin työparilta, ja katsoimme yhdessä kuvia. Kirjasin, miten hän valitsi."),
    "samira": Said("Tulkin kanssa kolme ääntä erottuivat paremmin kuin ilman, koska kaikki sanotaan kahdesti."),
    "johanna": Said("Iakttagelsen. Jag skriver gärna hur det kändes i rummet. Nu försöker jag skriva vad som fick mig att känna så."),
    "ritva": Said("Asiakkaan näkemys. Aloin lainata yhden lauseen joka käynniltä, en enempää.", read=True),
    "satu": Said("Arvio ja havainto menivät edelleen sekaisin kerran päivässä. Ennen en olisi huomannut."),
}
TWO_WEEKS = {
    "hilkka": Said("Luin kirjauksen ääneen yhdellätoista käynnillä. Kahdella asiakas korjasi jotakin, ja kummallakin kerralla hän oli oikeassa. Jatkan.",
                   "Kaksi yhdestätoista! Ajattele, mitä niistä olisi seurannut. Kiitos, kun laskit."),
    "gunilla": Said("Tio minuter efter varje besök. Det gick bra i fyra dagar. Sedan kom en vikarievecka. Jag börjar om på måndag.", "Fyra dagar är en början. "
    "Måndag är en bra dag."),
    "kaisa": Said("”Arvioin, koska.” Yllätyin siitä, että perustelu puuttui juuri niistä arvioista, joista olin varmin.", "Tästä pitäisi tehdä juliste."),
    "camilla": Said("Jag vände skärmen. En klient sade: ”Så där ser det alltså ut.” Hon hade trott att det var mycket längre.", read=True),
    "mirja": Said("Varasin kymmenen minuuttia. Esihenkilö kysyi, mitä se on. Kerroin, ja nyt koko tiimillä on se.", "Näin käytännöt leviävät. Kirjoittaisitko tästä "
    "Hyvät käytännöt -seinälle?"),
    "tiina": Said("Luin ääneen. Ensin nolotti, viidennellä kerralla ei enää. Asiakkaat eivät hämmästyneet lainkaan, minä kyllä."),
    "satu": Said("Kertaajana valitsin vaikeimman: jätän pois. Kirjaukset lyhenivät kolmanneksen, eikä kukaan kysynyt perään mitään."),
}
REMEMBERED = {
    "aino": Said("Luin joskus kirjauksen, jossa ihmisestä oli käytetty vain yhtä sanaa: vaikea. Odotin häntä jännittyneenä. Hän toi minulle marjoja.", private=True),
    "mirja": Said("Yksi lause vuosien takaa: ”Hän nauroi tänään ensimmäisen kerran.” En muista siitä kansiosta muuta.", "Kiitos, että jaoit tämän.", read=True),
    "gunilla": Said("Ordet var ”fortfarande”. ”Bor fortfarande hemma.” Ett enda ord som bestämde vad vi alla tyckte.", read=True),
    "samira": Said("Kirjaus, jossa luki vain ”tulkki paikalla”. Ihminen oli puhunut tunnin, ja tulkki oli ainoa, joka mainittiin."),
    "velimatti": Said("Hoitokertomus, jossa oli kaikki luvut eikä yhtään lausetta. Opin siitä kaiken paitsi kenestä se oli."),
    "camilla": Said("Min egen. Jag läste den fem år senare och kände inte igen mig.", private=True),
    "elina": Said("Mietin vieläkin, pitäisikö siitä olla puhunut jollekin.", private=True),
}
TAKEN_ALONG = {
    "hilkka": Said("Teen jo toisin: kysyn näkemyksen ensin. Tiimissä haluan puhua siitä, miksi pelkäämme tyhjää kohtaa.", "Ota tuo puheeksi. Tyhjästä kohdasta "
    "tulee varmasti vilkas keskustelu."),
    "camilla": Said("Jag skriver kortare och sover bättre. I teamet vill jag tala om vem vi egentligen skriver för.", read=True),
    "kaisa": Said("Opin, että varmuus ei ole peruste. Tämä koskee muutakin kuin kirjaamista.", private=True),
    "tiina": Said("Vien mukanani ääneen lukemisen. Tiimiin vien lapun, jossa lukee: kuka näki, kuka sanoi, kuka päätteli?"),
    "satu": Said("Kertaus kannatti: sama teksti, mutta eri kohta pysäytti kuin viimeksi."),
}
SAID = {"silmin": READING, "kokeile": THREE_VOICES, "viikot": TWO_WEEKS, "muistan": REMEMBERED, "mukaan": TAKEN_ALONG}
