"""What learners do not expect: modules that close, change or go under their hands, two devices, and clocks that go back. Nothing that was typed is lost."""
import pytest

from tests.support.cast import AINO
from tests.support.rows import rows

from .test_going_through import asked

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
TYPED = "Tämän ehdin kirjoittaa."


def thought_of(module, **more):
    step = module.step(module.unit(), "reflection", "Mietittäväksi", **more)
    module.publish()
    return step


def write(module, visitor, step, text=TYPED, **more):
    return visitor.post(f"{module.path}/steps/{step}/work", text=text, **{"shared": "myself", "language": "fi", **more})


def question_field(module, visitor, step):
    return next(name for name in module.page(visitor, step).form(f"{module.path}/steps/{step}/work").names if name.startswith("q"))


def test_what_comes_too_early_too_late_or_to_a_module_that_is_gone_is_refused_and_shown_back(module, aino):
    step = thought_of(module)
    module.begin(aino)
    module.marja.post(f"{module.path}/cohorts", **{"title-fi": "Kevään ryhmä", "starts_on": "2099-01-11"})
    learners = module.marja.open(f"{module.path}/learners")
    module.marja.press(learners, f"{module.path}/learners/1/cohort", cohort="1")
    early = write(module, aino, step)
    assert early.status == 409 and TYPED in early.text, "the group has not begun"
    module.marja.post("/cohorts/1/deletion")
    for state in ("closed", "archived"):
        module.marja.post(f"/activities/{module.id}/state", state=state)
        late = write(module, aino, step)
        assert late.status == 409 and TYPED in late.text
        assert module.page(aino, step).status == 200, "it can still be read"
    module.marja.post(f"/activities/{module.id}/state", state="open")
    module.marja.post(f"/activities/{module.id}/deletion")
    gone = write(module, aino, step)
    assert gone.status == 404 and TYPED in gone.text


def test_two_devices_at_one_case_are_shown_how_far_it_has_come(module, aino, enter):
    case = module.step(module.unit(), "scenario", "Hiljainen käynti", **{"part-0-fi": "Asiakas on hiljaa.", "choice-0-0-fi": "Kysyn"})
    version = module.marja.press(module.marja.open(f"/steps/{case}"), f"/steps/{case}", button=("add", "part")).form(f"/steps/{case}").values["version"]
    said = {"part-0-fi": "Asiakas on hiljaa.", "choice-0-0-fi": "Kysyn", "to-0-0": "2", "part-1-fi": "Hän vastaa.", "choice-1-0-fi": "Luen ääneen", "choice-1-1-fi": "Lähden", "to-1-0": "", "to-1-1": ""}
    assert module.marja.post(f"/steps/{case}", version=version, **{"title-fi": "Hiljainen käynti", **said}).status == 303
    module.publish()
    module.begin(aino)
    phone, path = enter(AINO), f"{module.path}/steps/{case}/work"
    forms = [module.page(visitor, case).form(path).values for visitor in (aino, phone)]
    assert aino.post(path, **forms[0], choice="0").status == 303
    assert phone.post(path, **forms[1], choice="0").status == 303
    assert "Hän vastaa." in module.page(phone, case).text and "Luen ääneen" in str(module.page(phone, case).form(path).element.text_content()), "the second part waits for its own choice"
    tried = module.marja.press(module.marja.press(module.page(module.marja, case), path, choice="0"), path, choice="1")
    assert "Lähden" in tried.text and "Hän vastaa." in tried.text, "who only looks comes to the end, too"


def test_two_devices_at_one_question_both_count_and_the_later_answer_is_shown(module, aino, enter):
    number, right, wrong = asked(module, module.unit())
    module.publish()
    module.begin(aino)
    phone, name = enter(AINO), question_field(module, aino, number)
    module.do(aino, number, **{name: right})
    module.do(phone, number, **{name: wrong})
    seen = module.page(aino, number)
    assert "Se on arvio." in seen.text and "Ei tällä kertaa oikein" in seen.text, "the latest is signed for itself"
    assert "best-try" in seen.html and "100 %" in aino.open(module.path).text, "and it is said that the best one counts"
    module.do(aino, number, **{name: right})
    assert "best-try" not in module.page(aino, number).html


def test_a_question_that_was_changed_after_it_was_answered_says_so(module, aino, app):
    number, right, wrong = asked(module, module.unit())
    module.publish()
    module.begin(aino)
    name = question_field(module, aino, number)
    module.do(aino, number, **{name: right})
    page = module.marja.open(f"/steps/{number}/question").form(f"/steps/{number}/question")
    changed = module.marja.ask("POST", f"/steps/{number}/question", data={**page.values, "part": [right, wrong], f"share-{right}": "0", f"share-{wrong}": "100"})
    assert changed.status == 303, changed.text
    module.publish()
    assert "Ei tällä kertaa oikein" not in module.page(aino, number).text, "their edition asks what it asked"
    aino.post(f"{module.path}/learner/edition")
    seen = module.page(aino, number)
    assert "Ei tällä kertaa oikein" in seen.text and 'class="banner"' in seen.html, "marked as it is now, and told"
    assert rows(app, "SELECT best FROM step_work") == [(1.0,)]


def test_a_step_that_is_gone_from_the_newer_edition_says_so_and_gives_back_what_was_written(module, aino):
    step = thought_of(module)
    other = module.step(module.unit("Toinen"), title="Pysyvä")
    module.publish()
    module.begin(aino)
    write(module, aino, step, "Aiempi ajatukseni.")
    module.marja.post(f"/steps/{step}/deletion")
    module.publish()
    assert write(module, aino, step, "Vielä vanhassa.", version="1").status == 303, "as long as they are at the edition that has it"
    aino.post(f"{module.path}/learner/edition")
    assert "0 %" in aino.open(module.path).text, "what is gone is not counted"
    seen = module.page(aino, step)
    assert seen.status == 409 and "Vielä vanhassa." in seen.text
    late = write(module, aino, step, TYPED, version="2")
    assert late.status == 409 and TYPED in late.text
    assert module.do(aino, other).headers["Location"].endswith("finished=yes")


def test_a_clock_that_goes_back_breaks_nothing(module, aino, clock):
    step = thought_of(module)
    module.begin(aino)
    clock.forward(days=-400)
    aino.launch()
    module.marja.launch()
    assert write(module, aino, step).status == 303
    certificate = aino.post(f"{module.path}/certificate", name="Aino Sarapuisto")
    assert certificate.status == 303 and aino.open(certificate.headers["Location"]).status == 200
    assert module.marja.open(f"{module.path}/learners").status == 200 and aino.open(module.path).status == 200
