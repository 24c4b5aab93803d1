"""What the platform itself says, in Finnish, Swedish and English. A demo needs no translation catalogue."""

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
    "options": ("Demon asetukset", "Demons inställningar", "Demo settings"),
    "privacy_never": (
        "Älä lähetä työkalulle nimiä eikä sähköpostiosoitteita",
        "Skicka varken namn eller e-postadresser till verktyget",
        "Send neither names nor e-mail addresses to the tool",
    ),
    "privacy_hint": (
        "Koskee kaikkia seuraavasta avauksesta alkaen.",
        "Gäller alla från och med nästa gång verktyget öppnas.",
        "Applies to everybody from the next time the tool is opened.",
    ),
    "save": ("Tallenna asetus", "Spara inställningen", "Save the setting"),
    "saved": ("Asetus tallennettu.", "Inställningen sparades.", "The setting was saved."),
    "course": ("Kurssi", "Kurs", "Course"),
    "path": ("Polku", "Sökväg", "Path"),
    "contents": ("Kurssin sisältö", "Kursens innehåll", "Course index"),
    "members": ("Kurssilla", "På kursen", "In this course"),
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
    "not_in_course": (
        "{person} ei ole kurssilla ”{course}”.",
        "{person} är inte med på kursen ”{course}”.",
        "{person} is not in the course “{course}”.",
    ),
    "unknown_client": (
        "Työkalu ”{client_id}” ei ole tällä alustalla, joten sille ei kerrota, kuka olet. Tarkista työkalun client_id.",
        "Verktyget ”{client_id}” finns inte på plattformen, så det får inte veta vem du är. Kontrollera verktygets client_id.",
        "This platform knows no tool “{client_id}”, so it is not told who you are. Check the tool's client_id.",
    ),
    "unknown_redirect": (
        "Työkalu pyytää vastausta osoitteeseen, jota ei ole rekisteröity: ”{redirect_uri}”. Osoitteen on oltava täsmälleen sama.",
        "Verktyget ber om svar till en adress som inte är registrerad: ”{redirect_uri}”. Adressen måste vara exakt densamma.",
        "The tool asks for the answer at an address that is not registered: “{redirect_uri}”. It has to be exactly the same.",
    ),
}


def say(language, key, **values):
    return WORDS[key][list(LANGUAGES).index(language)].format(**values)
