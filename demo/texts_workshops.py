"""What the demo's series of workshops says."""

SERIES = {
    "title": {"fi": "Työpajasarja 2026–2027", "sv": "Workshopserien 2026–2027"},
    "theme": {"fi": "Kirjaaminen, josta on hyötyä asiakkaalle", "sv": "Dokumentation som är till nytta för klienten"},
    "goal": {"fi": "Keväällä jokaisella alueella on yksi kirjaamisen tapa, jota on kokeiltu ja josta on kerrottu muille.",
             "sv": "På våren har varje område ett sätt att dokumentera som har prövats och delats med de andra."},
}

TITLES = {
    "running": {"fi": "Asiakkaan oma näkemys kirjauksessa", "sv": "Klientens egen syn i dokumentationen"},
    "planned": {"fi": "Hyvät käytännöt kiertoon", "sv": "God praxis i omlopp"},
}

GOALS = {
    "finished": {"fi": "Jokainen lupaa kokeilla yhtä keinoa, jolla asiakas on mukana.", "sv": "Var och en lovar pröva ett sätt att ha klienten med."},
    "running": {"fi": "Sovimme, mitä viemme työhön ensi kuussa.", "sv": "Vi kommer överens om vad vi tar med oss till arbetet nästa månad."},
    "planned": {"fi": "Jokainen saa vähintään kaksi ajatusta toiselta alueelta.", "sv": "Var och en får minst två idéer från ett annat område."},
}

ANNOUNCEMENT = {
    "fi": "Kiitos kaikille ennakkotehtävän tehneille! Työpajan linkki on sama kuin viimeksi.\n\nJos et pääse mukaan, kirjoita ajatuksesi taululle: se on auki koko viikon.",
    "sv": "Tack till alla som har gjort förhandsuppgiften! Länken till workshoppen är densamma som förra gången.\n\nOm du inte kan delta, skriv dina tankar på tavlan: den är öppen hela veckan.",
}

OPENING = {
    "fi": "<p>Kolmannessa työpajassa puhuimme siitä, milloin asiakas on mukana, kun hänestä kirjoitetaan. Tähän on koottu, mistä oltiin yhtä mieltä ja mitä lupasimme kokeilla.</p>",
    "sv": "<p>I den tredje workshoppen talade vi om när klienten är med då det skrivs om hen. Här finns det vi var eniga om och det vi lovade pröva.</p>",
}
