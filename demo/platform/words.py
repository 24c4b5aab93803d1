"""What the platform itself says, in Finnish, Swedish and English. A demo needs no translation catalogue."""

from . import words_courses, words_tools

LANGUAGES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}

WORDS = {
    "platform": ("Demo-oppimisalusta", "Demolärplattform", "Demo learning platform"),
    "skip": ("Siirry pääsisältöön", "Gå till huvudinnehållet", "Skip to main content"),
    "language": ("Kieli", "Språk", "Language"),
    "who": ("Kenenä jatkat?", "Vem vill du vara?", "Who do you want to be?"),
    "demo": (
        "Tämä on demo: kukaan ei oikeasti kirjaudu sisään, vaan valitset itse, kenenä kurssille tulet.",
        "Det här är en demo: ingen loggar in på riktigt, utan du väljer själv vem du går in som.",
        "This is a demo: nobody is really signed in, you just choose whom to be.",
    ),
    "tabs": (
        "Voit olla eri välilehdillä eri henkilö yhtä aikaa.",
        "Du kan vara olika personer på olika flikar samtidigt.",
        "You can be different people in different tabs at the same time.",
    ),
    "continue_as": ("Jatka nimellä {name}", "Fortsätt som {name}", "Continue as {name}"),
    "new_tab": ("Uuteen välilehteen", "I en ny flik", "In a new tab"),
    "new_tab_as": ("{name}, uuteen välilehteen", "{name}, i en ny flik", "{name}, in a new tab"),
    "participant": ("Osallistuja", "Deltagare", "Participant"),
    "facilitator": ("Opettaja", "Lärare", "Teacher"),
    "admin": ("Ylläpitäjä", "Administratör", "Administrator"),
    "about_aino": (
        "Kehittää kirjaamista omassa tiimissään.",
        "Utvecklar dokumentationen i sitt eget team.",
        "Develops recording in her own team.",
    ),
    "about_orjan": (
        "Osallistuu ja kirjoittaa ruotsiksi.",
        "Deltar och skriver på svenska.",
        "Takes part and writes in Swedish.",
    ),
    "about_marja": (
        "Suunnittelee työpajat ja vetää ne.",
        "Planerar workshopparna och leder dem.",
        "Plans the workshops and runs them.",
    ),
    "about_otto": (
        "Ylläpitää oppimisalustaa ja sen työkaluja.",
        "Sköter lärplattformen och dess verktyg.",
        "Looks after the platform and its tools.",
    ),
    "about_eeva": (
        "Vetää toista verkostoa omalla kurssillaan.",
        "Leder ett annat nätverk på sin egen kurs.",
        "Runs another network in a course of her own.",
    ),
    "path": ("Polku", "Sökväg", "Path"),
    "change_person": ("Vaihda henkilöä", "Byt person", "Switch person"),
    "me": ("{name}, valikko", "{name}, meny", "{name}, menu"),
    "switch_role": ("Vaihda rooliksi opiskelija", "Byt roll till studerande", "Switch role to student"),
    "switched": (
        "Katselet kurssia opiskelijana.",
        "Du ser kursen som studerande.",
        "You are viewing the course as a student.",
    ),
    "own_role": ("Palaa omaan rooliin", "Återgå till din egen roll", "Return to my own role"),
    "new_window": ("Avaa uudessa ikkunassa", "Öppna i nytt fönster", "Open in a new window"),
    "new_window_of": ("Avaa uudessa ikkunassa: {title}", "Öppna i nytt fönster: {title}", "Open in a new window: {title}"),
    "opening": ("Avataan…", "Öppnar…", "Opening…"),
    "go_on": ("Jatka", "Fortsätt", "Continue"),
    "back_to_course": ("Takaisin kurssille", "Tillbaka till kursen", "Back to the course"),
    "came_back": ("Palasit työkalusta", "Du är tillbaka från verktyget", "You are back from the tool"),
    "problem": ("Tämä ei onnistunut", "Det här gick inte", "That did not work"),
    "go_back": ("Palaa takaisin", "Gå tillbaka", "Go back"),
    "not_found": (
        "Sivua ei ole. Linkki voi olla vanha tai osoitteessa on kirjoitusvirhe.",
        "Sidan finns inte. Länken kan vara gammal eller adressen felskriven.",
        "There is no such page. The link may be old, or the address mistyped.",
    ),
}

WORDS |= words_courses.WORDS | words_tools.WORDS


def say(language, key, **values):
    return WORDS[key][list(LANGUAGES).index(language)].format(**values)
