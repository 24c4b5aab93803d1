"""Two facilitators at one step: both texts are shown, field by field and in each language, and nothing that was typed is lost."""
import pytest

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def opened(module, step, way=""):
    path = f"/steps/{step}{way}"
    return module.marja.open(path).form(path).values


def test_each_field_and_language_that_differs_is_decided_or_written_anew(module):
    step = module.step(module.unit(), **{"text-sv": "En iakttagelse"})
    form = opened(module, step)
    module.write(step, **{"title-fi": "Ensimmäisen nimi", "text-fi": "Ensimmäisen teksti", "minutes": "9"})
    late = module.marja.post(f"/steps/{step}", **{**form, "text-fi": "Toisen teksti", "text-sv": "Min text", "sources-fi": "Laki 1/2026"})
    assert late.status == 409 and all(words in late.text for words in ("Ensimmäisen nimi", "Ensimmäisen teksti", "Toisen teksti", "Min text", "En iakttagelse", "Laki 1/2026"))
    asked = {name: value for name, value in late.form(f"/steps/{step}").values.items() if name.startswith("take-")}
    assert asked == {"take-title.fi": "theirs", "take-minutes": "theirs", "take-contents.text.fi": "mine", "take-contents.text.sv": "mine", "take-contents.sources.fi": "mine"}
    done = module.marja.press(late, f"/steps/{step}", **{"mine-contents.text.fi": "Molempien teksti", "take-contents.text.sv": "theirs"})
    assert done.status in (200, 303), done.text
    now = opened(module, step)
    assert (now["title-fi"], now["minutes"], now["text-fi"], now["text-sv"], now["sources-fi"]) == ("Ensimmäisen nimi", "9", "Molempien teksti", "En iakttagelse", "Laki 1/2026")


def test_who_is_overtaken_once_more_is_asked_once_more(module):
    step = module.step(module.unit())
    form = opened(module, step)
    module.write(step, **{"text-fi": "Ensimmäisen teksti"})
    late = module.marja.post(f"/steps/{step}", **{**form, "text-fi": "Toisen teksti"})
    module.write(step, **{"text-fi": "Kolmannen teksti"})
    again = module.marja.post(f"/steps/{step}", **late.form(f"/steps/{step}").values)
    assert again.status == 409 and "Kolmannen teksti" in again.text and "Toisen teksti" in again.text and "Ensimmäisen teksti" not in again.text
    assert module.marja.post(f"/steps/{step}", **{**again.form(f"/steps/{step}").values, "mine-contents.text.fi": "x" * 20_001}).status == 422
    module.marja.press(again, f"/steps/{step}")
    assert opened(module, step)["text-fi"] == "Toisen teksti"


def test_what_was_typed_in_a_part_of_a_case_that_somebody_took_away_is_there(module):
    step = module.step(module.unit(), "scenario", "Ovella", **{"part-0-fi": "Kukaan ei avaa."})
    module.marja.press(module.marja.open(f"/steps/{step}"), f"/steps/{step}", button=("add", "part"))
    module.write(step, **{"part-1-fi": "Hän vastaa."})
    form = opened(module, step)
    module.marja.press(module.marja.open(f"/steps/{step}"), f"/steps/{step}", button=("remove", "1"))
    late = module.marja.post(f"/steps/{step}", **{**form, "part-1-fi": "Hän vastaa puhelimeen."})
    assert late.status == 409 and "Hän vastaa puhelimeen." in late.text
    module.marja.press(late, f"/steps/{step}")
    assert opened(module, step)["part-1-fi"] == "Hän vastaa puhelimeen."


def test_questions_are_decided_language_by_language(module):
    step = module.step(module.unit(), "question")
    path = f"/steps/{step}/question"
    said = {"id": "cccc3333", "kind": "true_false", "language": "fi", "title": "Havainto", "text": "Näin asiakkaan.", "points": "1", "right": "true"}
    kept = module.marja.post(path, **said)
    assert kept.status == 303, kept.text
    form = opened(module, step, "/question")
    module.marja.press(module.marja.open(path), path, text="Kuulin asiakasta.")
    late = module.marja.post(path, **{**form, "text": "Tapasin asiakkaan.", "points": "3"})
    assert late.status == 409 and "Kuulin asiakasta." in late.text and "Tapasin asiakkaan." in late.text
    module.marja.press(late, path, **{"take-contents.question.words.fi": "theirs"})
    now = opened(module, step, "/question")
    assert ("Kuulin asiakasta." in now["text"], now["points"]) == (True, "3")


def test_what_feedback_asks_is_decided_question_by_question(module):
    step = module.step(module.unit(), "feedback", **{"question-1-fi": "Auttoiko tämä?", "kind-1": "rating"})
    form = opened(module, step)
    module.write(step, **{"question-1-fi": "Oliko tästä apua?"})
    late = module.marja.post(f"/steps/{step}", **{**form, "question-1-fi": "Helpottiko tämä?", "kind-1": "open"})
    assert late.status == 409 and all(words in late.html for words in ("Oliko tästä apua?", "Helpottiko tämä?", "Kysymys 1", "Omin sanoin"))
    module.marja.press(late, f"/steps/{step}")
    assert opened(module, step)["question-1-fi"] == "Helpottiko tämä?"


def test_what_one_does_at_the_table_is_at_the_others_table_at_once_and_on_no_learners_page(module, aino):
    first, second = module.unit("Yksi"), module.unit("Kaksi")
    step = module.step(first, title="Havainto")
    module.publish()
    module.begin(aino)
    since = module.marja.open(f"{module.path}/writing").one("live").get("data-seq")
    changes = f"/activities/{module.id}/changes?since={since}"
    module.marja.post(f"/steps/{step}/position", unit=second, after="")
    told = module.marja.open(changes)
    assert ("#unit-%s-steps" % second, "place") in told.parts and "Havainto" in told.text and 'name="person"' not in told.html
    assert "Havainto" not in aino.open(changes).html
    module.publish()
    assert "#module-news" in {target for target, _swap in aino.open(changes).parts}
