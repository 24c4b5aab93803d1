"""The people of every test: Aino and Örjan take part, Marja facilitates, Otto administers, Eeva is in another course."""
from typing import NamedTuple

PARTICIPANT, FACILITATOR, ADMIN = "participant", "facilitator", "admin"
VOCABULARY = "http://purl.imsglobal.org/vocab/lis/v2"
ROLES = {  # as Moodle sends them
    PARTICIPANT: [f"{VOCABULARY}/membership#Learner"],
    FACILITATOR: [f"{VOCABULARY}/membership#Instructor"],
    ADMIN: [f"{VOCABULARY}/institution/person#Administrator", f"{VOCABULARY}/membership#Instructor",
            f"{VOCABULARY}/system/person#Administrator"],
}
COURSES = {"kkv": "Kirjaamisen kehittäjäverkosto", "perehdytys": "Perehdytys"}


class Person(NamedTuple):
    """`sub` is the platform's id of the person."""

    sub: str
    given_name: str
    family_name: str
    role: str = PARTICIPANT
    course: str = "kkv"
    locale: str = "fi"

    @property
    def name(self):
        return f"{self.given_name} {self.family_name}"

    @property
    def email(self):
        return f"{self.sub}@people.example"


AINO = Person("user-11", "Aino", "Sarapuisto")
ORJAN = Person("user-12", "Örjan", "Strandvik", locale="sv")
MARJA = Person("user-2", "Marja", "Kallioinen", FACILITATOR)
OTTO = Person("user-1", "Otto", "Niemi", ADMIN)
EEVA = Person("user-21", "Eeva", "Kuusiluoma", course="perehdytys")
EVERYBODY = (AINO, ORJAN, MARJA, OTTO, EEVA)
