"""The demo's coaching module: what it is called, what it is for, and its units."""
from .texts_module_seeing import SEEING
from .texts_module_shape import both
from .texts_module_together import EVERYDAY, TOGETHER
from .texts_module_why import WHAT, WHY

TITLE = both("Kirjaamisen perusteet", "Grunderna i dokumentation")
PURPOSE = both(
    "Valmennus kaikille, jotka kirjaavat sosiaalihuollossa. Opit erottamaan havainnon arviosta, kirjaamaan asiakkaan näkemyksen hänen sanoillaan ja jättämään pois "
    "sen, mitä ei tarvita.\n\n"
    "Etene omaan tahtiin: kohdat ovat lyhyitä, ja jatkat aina siitä, mihin jäit. Kolme kohtaa tehdään omassa työssä, joten varaa koko matkaan noin kuukausi.",
    "För alla som dokumenterar inom socialvården. Här övar du på att skilja iakttagelser från bedömningar, på att låta klientens egna ord höras och på att lämna "
    "bort det som inte behövs.\n\n"
    "Du går i din egen takt. Momenten är korta och du fortsätter alltid där du slutade. Tre av dem prövas i arbetet, så räkna med ungefär en månad för hela vägen.")
WHAT_IS_NEW = both("Ensimmäinen julkaistu versio. Kiitos kaikille, jotka kommentoivat luonnosta!", "Den första publicerade versionen. Tack till alla som "
    "kommenterade utkastet!")
BACKGROUNDS = {"social": both("Sosiaalihuolto", "Socialvård"), "health": both("Terveydenhuolto tai hoitotyö", "Hälso- och sjukvård"), "other": both("Muu tausta",
    "Annan bakgrund")}
STATEMENTS = {
    "seen": both("Erotan kirjatessani havainnon ja arvion.", "Jag skiljer på iakttagelse och bedömning när jag skriver."),
    "said": both("Kirjaan asiakkaan näkemyksen hänen omin sanoin.", "Jag antecknar klientens syn med klientens egna ord."),
    "left": both("Tiedän, mitä voin jättää kirjaamatta.", "Jag vet vad jag kan låta bli att anteckna."),
    "with": both("Kirjaan yhdessä asiakkaan kanssa aina kun se sopii.", "Jag skriver tillsammans med klienten när det passar."),
}
KEEPER = "Kirjaamisen kehittäjäverkosto"
UNITS = (WHY, WHAT, SEEING, TOGETHER, EVERYDAY)
LINK, LINK_TITLE = "13", TITLE["fi"]  # the platform's link that opens it, as a teacher typed it
AUTUMN, WINTER = "autumn", "winter"
TO_A_WALL, WALL_LINK, FEEDBACK = "mukaan", "11", "palaute"  # the reflection that can be sent to the wall of good practices; the step that asks for feedback
