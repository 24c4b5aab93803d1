"""What the demo's learners answered to the module's feedback: numbers and words without names, as everywhere."""
from typing import NamedTuple

from lti_tool.coaching.feedback_forms import form_of_step
from lti_tool.feedback.answer import give
from lti_tool.feedback.question import CHANGE, USEFUL

FITS, DIFFERENTLY = "own1", "own2"  # the form's own questions, by their places


class Answered(NamedTuple):
    useful: int
    fits: int
    differently: str = ""
    change: str = ""
    language: str = "fi"


ANSWERS = (
    Answered(5, 5, "Luen jokaisen kirjauksen ääneen ennen kuin suljen sen.", "En paljon. Lisää tapauksia lastensuojelusta."),
    Answered(5, 4, "Jag frågar klienten vad som ska stå först.", "Gärna ett fall från äldreomsorgen.", "sv"),
    Answered(4, 5, "Kirjoitan ”arvioin, koska”. Pieni lause, iso ero.", "Kahden viikon tehtävään saisi tulla muistutus."),
    Answered(4, 3, "", "Hoitotyöstä tulevalle lakiosuus oli pitkä."),
    Answered(5, 5, "Jag skriver ut förkortningarna. Alla.", "", "sv"),
    Answered(4, 4, "Jätän pois sen, mitä en osaa perustella.", "Videoita voisi olla yksi tai kaksi."),
    Answered(3, 4, "", "Tekisin mieluummin työparin kanssa kuin yksin."),
    Answered(5, 4, "Näytän ruudun asiakkaalle. En ollut ennen tullut ajatelleeksi.", ""),
    Answered(4, 4, "Jag bokar tio minuter efter varje besök.", "Det tog längre tid än det stod, men det var värt det.", "sv"),
    Answered(5, 5, "Puhun näistä tiimissä maanantaina.", "Kertaus puolen vuoden päästä olisi hyvä."),
)


def add_feedback(step: int, persons: list[int]) -> None:
    """One answer from each of the first of these persons."""
    form = form_of_step(step)
    for person, told in zip(persons, ANSWERS):
        said = [{"question": USEFUL, "value": told.useful}, {"question": FITS, "value": told.fits}]
        give(form.id, person, said + [{"question": key, "text": text, "language": told.language} for key, text in ((DIFFERENTLY, told.differently), (CHANGE, told.change)) if text])
