"""Who is who in the demo: the cast, the same in tests, demo and docs, and the people beside them whose notes fill the boards.

Every name is invented.
"""

from typing import NamedTuple

PARTICIPANT, FACILITATOR, ADMIN = "participant", "facilitator", "admin"


class Person(NamedTuple):
    key: str  # how the demo's texts and the platform's addresses name them
    sub: str  # the platform's number of them, which is all that a launch without names tells
    given: str
    family: str
    region: str  # wellbeing services county, in Finnish
    locale: str = "fi"
    role: str = PARTICIPANT

    @property
    def name(self):
        return f"{self.given} {self.family}"

    @property
    def initials(self):
        return self.given[0] + self.family[0]


CAST = (
    Person("aino", "6", "Aino", "Sarapuisto", "Pohjois-Savo"),
    Person("orjan", "7", "Örjan", "Strandvik", "Pohjanmaa", locale="sv"),
    Person("marja", "3", "Marja", "Kallioinen", "Kainuu", role=FACILITATOR),
    Person("otto", "2", "Otto", "Niemi", "Satakunta", role=ADMIN),
    Person("eeva", "4", "Eeva", "Kuusiluoma", "Etelä-Savo", role=FACILITATOR),
)

# Nobody can be them on the platform; they have taken part before today.
PEOPLE = (
    Person("saga", "101", "Saga", "Sandholma", "Helsinki", locale="sv", role=FACILITATOR),
    Person("hilkka", "102", "Hilkka", "Rantasuo", "Kainuu"),
    Person("tuomas", "103", "Tuomas", "Kivijoensuu", "Kainuu"),
    Person("paivikki", "104", "Päivikki", "Lammasaho", "Pohjois-Savo"),
    Person("sirpa", "105", "Sirpa", "Hallakorpi", "Kainuu"),
    Person("jarkko", "106", "Jarkko", "Vesiniitty", "Keski-Suomi"),
    Person("elina", "107", "Elina", "Mustakallas", "Pohjois-Karjala"),
    Person("riikka", "108", "Riikka", "Tervaharju", "Keski-Suomi"),
    Person("antero", "109", "Antero", "Suvikumpu", "Keski-Suomi"),
    Person("noora", "110", "Noora", "Haapaluhta", "Kymenlaakso"),
    Person("mirja", "111", "Mirja", "Koivuharja", "Pohjois-Savo"),
    Person("kaisa", "112", "Kaisa", "Pajuoja", "Varsinais-Suomi"),
    Person("velimatti", "113", "Veli-Matti", "Hietaharju", "Etelä-Pohjanmaa"),
    Person("satu", "114", "Satu", "Raitaniitty", "Kanta-Häme"),
    Person("henna", "115", "Henna", "Syväranta", "Varsinais-Suomi"),
    Person("pirkko", "116", "Pirkko", "Aittomaa", "Keski-Uusimaa"),
    Person("samira", "117", "Samira", "Noorvaara", "Vantaa ja Kerava"),
    Person("jelena", "118", "Jelena", "Tuulivaara", "Etelä-Karjala"),
    Person("juhopekka", "119", "Juho-Pekka", "Silokallio", "Keski-Pohjanmaa"),
    Person("gunilla", "120", "Gunilla", "Strömvik", "Pohjanmaa", locale="sv"),
    Person("benita", "121", "Benita", "Norrskata", "Pohjanmaa", locale="sv"),
    Person("kjell", "122", "Kjell", "Svartsund", "Länsi-Uusimaa", locale="sv"),
    Person("camilla", "123", "Camilla", "Ekhamn", "Länsi-Uusimaa", locale="sv"),
    Person("johanna", "124", "Johanna", "Lindvass", "Länsi-Uusimaa", locale="sv"),
    Person("torbjorn", "125", "Tor-Björn", "Åviken", "Varsinais-Suomi", locale="sv"),
    Person("majlen", "126", "Maj-Len", "Östergrund", "Keski-Pohjanmaa", locale="sv"),
    Person("anneli", "127", "Anneli", "Kotavuori", "Pohjois-Karjala"),
    Person("marko", "128", "Marko", "Pielisranta", "Pohjois-Karjala"),
    Person("tiina", "129", "Tiina", "Ruukinkoski", "Kymenlaakso"),
    Person("jouni", "130", "Jouni", "Myllyharju", "Kymenlaakso"),
    Person("leila", "131", "Leila", "Lakeusmaa", "Etelä-Pohjanmaa"),
    Person("heikki", "132", "Heikki", "Latokangas", "Etelä-Pohjanmaa"),
    Person("ritva", "133", "Ritva", "Merisalo", "Keski-Pohjanmaa"),
    Person("amina", "134", "Amina", "Kalliolaakso", "Helsinki"),
    Person("outi", "135", "Outi", "Lumirinne", "Helsinki"),
    Person("mikael", "136", "Mikael", "Holmskär", "Helsinki", locale="sv"),
)
