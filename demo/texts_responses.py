"""What people have said of each other's notes, and how they have reacted: in the workshop that is going on."""

from typing import NamedTuple


class Comment(NamedTuple):
    note: str  # how the note's text begins
    author: str  # key of a person in demo.people
    language: str
    days_ago: int
    text: str


COMMENTS = (
    Comment("Lapissa välimatkat", "paivikki", "fi", 8, "Meillä sama, mutta tabletin akku loppuu pakkasella. Miten teillä?"),
    Comment("Lapissa välimatkat", "hilkka", "fi", 8, "Laturi autoon ja tabletti takin sisään. Ei tyylikästä, mutta toimii."),
    Comment("Lapissa välimatkat", "torbjorn", "sv", 7, "Samma idé fungerar på färjan. Jag har skrivit klart innan vi lägger till."),
    Comment("Asiakassuunnitelman tavoite", "riikka", "fi", 9, "Kehen olitte yhteydessä? Meillä sanottiin, ettei se ole mahdollista."),
    Comment("Asiakassuunnitelman tavoite", "tuomas", "fi", 9, "Pääkäyttäjään suoraan. Kuva siitä, mitä haluttiin, auttoi enemmän kuin tukipyyntö."),
    Comment("Vi började med en enda rubrik", "camilla", "sv", 6, "Hur länge höll ni er till en rubrik innan ni tog nästa?"),
    Comment("Vi började med en enda rubrik", "gunilla", "sv", 6, "Sex veckor. Då frågade folk själva vad som kommer sedan."),
    Comment("Viikkopalaverissa luetaan", "kaisa", "fi", 5, "Kysyttekö kirjoittajalta etukäteen, saako tekstin lukea?"),
    Comment("Viikkopalaverissa luetaan", "aino", "fi", 5, "Kyllä, aina. Ja asiakkaan tiedot jätetään pois, vaikka ollaan oman väen kesken."),
    Comment("Sovimme, mitä EI tarvitse", "marja", "fi", 4, "Tästä haluaisin kuulla seuraavassa työpajassa lisää. Kertoisitko viidessä minuutissa?"),
    Comment("Sovimme, mitä EI tarvitse", "henna", "fi", 4, "Kerron! Otan listan mukaan, niin sen voi lainata."),
    Comment("Tulkatun keskustelun lopuksi", "jelena", "fi", 3, "Hieno. Samalla näkee heti, ymmärsikö itse oikein."),
    Comment("Sama asia menee kolmeen", "velimatti", "fi", 10, "Viestivihko eli meilläkin, kunnes kerroimme, kuka sitä saa pyytää nähtäväksi."),
    Comment("Rubrikerna i systemet", "johanna", "sv", 6, "Vi samlar på bättre ord. Skicka era, så gör vi en gemensam lista."),
    Comment("Luokituksessa on liikaa", "satu", "fi", 2, "Jos edes useimmin käytetyt saisi listan alkuun."),
    Comment("Kirjaako joku jo tekoälyn", "orjan", "sv", 4, "Vi prövade på påhittade texter. Dataskyddsombudet vill se avtalet först."),
    Comment("Kirjaako joku jo tekoälyn", "antero", "fi", 3, "Meillä odotetaan kansallista linjausta. Sanelu on eri asia, ja se on käytössä."),
    Comment("Hur gör ni när en klient", "benita", "sv", 2, "Vi har ett svar på en halv sida. Jag översätter inget, det är skrivet på svenska från början. Du får det."),
)

# How the note's text begins -> kind of reaction -> who gave it
REACTIONS = {
    "Lapissa välimatkat": {"same": "paivikki torbjorn sirpa", "idea": "tuomas noora"},
    "Asiakassuunnitelman tavoite": {"idea": "aino riikka satu elina", "thanks": "henna"},
    "Viikkopalaverissa luetaan": {"thanks": "kaisa mirja marja", "idea": "orjan gunilla"},
    "Sovimme, mitä EI tarvitse": {"idea": "marja aino jarkko pirkko samira kaisa", "more": "tuomas noora"},
    "Kaksi näyttöä": {"same": "kaisa antero"},
    "Sama asia menee kolmeen": {"same": "aino elina tuomas pirkko satu mirja kaisa"},
    "Käyttöoikeudet": {"same": "hilkka sirpa jelena"},
    "Keskeytykset": {"same": "aino mirja noora"},
    "Kirjaako joku jo tekoälyn": {"more": "aino jarkko marja satu"},
    "Poistamme viestivihkon": {"idea": "sirpa velimatti", "more": "aino"},
    "Vi slopar förkortningarna": {"thanks": "aino", "idea": "camilla johanna"},
}
