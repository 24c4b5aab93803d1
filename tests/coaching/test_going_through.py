"""Going through a module: beginning, doing steps, finishing, editions that change underway."""
from lti_tool.coaching.kinds.step_kind import page_html
from tests.support.cast import EEVA


def written(module):
    """Two parts, three steps, published."""
    first, second = module.unit(), module.unit("Kokeile")
    steps = module.step(first), module.step(first, "reflection", "Mietittäväksi"), module.step(second, "practice", "Kokeile työssäsi")
    module.publish()
    return steps


def test_a_learner_begins_goes_on_and_finishes(module, aino):
    page, thought, task = written(module)
    assert "Aloita valmennus" in aino.open(module.path).text
    assert module.begin(aino).headers["Location"].endswith(f"/steps/{page}")
    assert module.do(aino, page).headers["Location"].endswith(f"/steps/{thought}")
    assert "33 %" in aino.open(module.path).text
    module.do(aino, thought, text="Kirjaan nyt toisin.", shared="myself", language="fi")
    finished = module.do(aino, task, text="Kokeilin tänään.", language="fi")
    assert finished.headers["Location"].endswith(f"{module.path}?finished=yes")
    seen = aino.open(module.path).text
    assert "100 %" in seen and "Olet suorittanut tämän valmennuksen" in seen


def test_what_is_written_is_there_again_on_another_device_and_goes_on_where_one_was(module, aino, enter):
    from tests.support.cast import AINO
    page, thought, task = written(module)
    module.begin(aino)
    module.do(aino, page)
    phone = enter(AINO)
    assert f"{module.path}/steps/{thought}" in phone.open(module.path).html
    module.do(phone, thought, text="Puhelimella", shared="myself", language="fi", version=0)
    stale = aino.post(f"{module.path}/steps/{thought}/work", text="Koneella", shared="myself", language="fi", version=0)
    assert stale.status == 409 and "toisella laitteella" in stale.text
    assert "Puhelimella" in module.page(aino, thought).text


def test_learners_see_what_was_published_until_it_is_published_again(module, aino):
    page, thought, task = written(module)
    module.begin(aino)
    module.do(aino, page)
    module.write(page, **{"title-fi": "Uusi nimi"})
    added = module.step(module.unit("Lisää"), title="Uusi kohta")
    assert "Uusi nimi" not in module.page(aino, page).text
    assert module.page(aino, added).status == 404
    module.publish(**{"what_is_new-fi": "Yksi uusi kohta"})
    assert "Uusi nimi" not in module.page(aino, page).text, "people finish what they began"
    assert "Yksi uusi kohta" in aino.open(module.path).text
    aino.post(f"{module.path}/learner/edition")
    assert "Uusi nimi" in module.page(aino, page).text and module.page(aino, added).status == 200
    assert "25 %" in aino.open(module.path).text, "what was done stays done"


def test_a_facilitator_looks_at_it_as_a_participant_without_a_trace(module, aino):
    page, thought, task = written(module)
    module.write(page, **{"title-fi": "Vasta pöydällä"})
    assert "Vasta pöydällä" not in module.page(module.marja, page).text
    assert "Vasta pöydällä" in module.marja.open(f"{module.path}/steps/{page}?draft=yes").text
    tried = module.marja.post(f"{module.path}/steps/{task}/work", text="Vain kokeilen", language="fi")
    assert tried.status == 200 and "Vain kokeilen" in tried.text
    assert "Vain kokeilen" not in module.page(module.marja, task).text
    assert "Kukaan ei ole vielä aloittanut" in module.marja.open(f"{module.path}/learners").text


def test_the_draft_is_for_facilitators_only(module, aino, enter):
    page, thought, task = written(module)
    module.write(page, **{"title-fi": "Vasta pöydällä"})
    module.begin(aino)
    assert "Vasta pöydällä" not in aino.open(f"{module.path}/steps/{page}?draft=yes").text
    for path in (f"{module.path}/writing", f"/steps/{page}", f"{module.path}/learners", f"{module.path}/settings"):
        assert aino.open(path).status == 403
    eeva = enter(EEVA)
    for path in (module.path, f"{module.path}/steps/{page}", f"/steps/{page}"):
        assert eeva.open(path).status == 404


def test_nothing_is_taken_after_the_module_has_closed_and_the_text_is_still_there(module, aino):
    page, thought, task = written(module)
    module.begin(aino)
    module.marja.post(f"/activities/{module.id}/state", state="closed")
    late = aino.post(f"{module.path}/steps/{thought}/work", text="Liian myöhään kirjoitettu", shared="myself", language="fi")
    assert late.status == 409 and "Liian myöhään kirjoitettu" in late.text
    assert module.page(aino, page).status == 200, "it can still be read"


def test_the_home_says_how_far_one_is(module, aino, board):
    page, thought, task = written(module)
    module.begin(aino)
    module.do(aino, page)
    assert "33 % tehty" in aino.open(board.home).text
    assert "3 kohtaa" in module.marja.open(board.home).text


def test_a_group_begins_on_its_day(module, aino, clock):
    page, thought, task = written(module)
    seen = module.marja.post(f"{module.path}/cohorts", **{"title-fi": "Kevään ryhmä", "starts_on": "2099-01-11"})
    assert seen.status == 303
    assert aino.post(f"{module.path}/learner").status == 422, "the group has to be chosen"
    form = aino.open(module.path).form(f"{module.path}/learner")
    module.begin(aino, cohort=form.values["cohort"])
    assert "11.1.2099" in aino.open(module.path).text
    assert module.page(aino, page).status == 409
    assert aino.post(f"{module.path}/steps/{page}/work").status == 409


def test_a_step_for_others_need_not_be_done(module, aino):
    unit = module.unit()
    module.marja.press(module.marja.open(f"{module.path}/settings"), f"{module.path}/settings", **{"background-0-fi": "Terveydenhuolto", "background-1-fi": "Sosiaalihuolto"})
    for_all, for_some = module.step(unit), module.step(unit, title="Sanastoa")
    module.marja.post(f"/steps/{for_some}", version=2, needed="yes", background="1", **{"title-fi": "Sanastoa", "text-fi": "Sanoja"})
    module.publish()
    module.begin(aino, background="2")
    module.do(aino, for_all)
    assert "100 %" in aino.open(module.path).text
    assert module.page(aino, for_some).status == 200


def asked(module, unit, right="Näin kolme kirjettä", wrong="Ei selviydy", title="Kumpi on havainto?", **more):
    """A check question with two answers; the numbers of the step, and of the right and the wrong answer."""
    number = module.step(unit, "question", title, **{"text-fi": "", **more})
    form = module.marja.open(f"/steps/{number}/question?kind=single_choice").form(f"/steps/{number}/question")
    parts = [name.removeprefix("text-") for name in form.names if name.startswith("text-") and name != "text-format"]
    parts = sorted(parts, key=lambda part: form.element.text_content().find(part))
    first, second = parts[:2]
    said = {"text": "Kumpi on havainto?", f"text-{first}": right, f"text-{second}": wrong, f"feedback-{first}": "Sen näit.", f"feedback-{second}": "Se on arvio.",
            f"share-{first}": "100", f"share-{second}": "0"}
    empty = module.marja.ask("POST", f"/steps/{number}/question", data=form.values)
    assert empty.status == 422, "an empty question is not kept"
    sent = module.marja.ask("POST", f"/steps/{number}/question", data={**form.values, "part": [first, second], **said})
    assert sent.status == 303, sent.text
    return number, first, second


def test_an_answer_is_told_about_and_the_best_one_counts(module, aino):
    number, right, wrong = asked(module, module.unit())
    module.publish()
    module.begin(aino)
    name = next(iter(n for n in module.page(aino, number).form(f"{module.path}/steps/{number}/work").names if n.startswith("q")))
    module.do(aino, number, **{name: wrong})
    assert "Se on arvio." in module.page(aino, number).text
    module.do(aino, number, **{name: right})
    assert "Sen näit." in module.page(aino, number).text
    module.do(aino, number, **{name: wrong})
    assert "100 % oikein" in module.marja.open(f"{module.path}/learners").text


def test_who_takes_the_refresher_need_not_read_what_the_check_shows_they_know(module, aino):
    known, other = module.unit("Tuttua"), module.unit("Uutta")
    page = module.step(known)
    module.step(known, "practice", "Kokeile")
    module.step(other, title="Uusi asia")
    _easy, right, _wrong = asked(module, known, in_check="yes")
    asked(module, other, title="Vaikea", in_check="yes")
    module.publish()
    begun = aino.ask("POST", f"{module.path}/learner", data={"path": "refresher"})
    assert begun.headers["Location"].endswith(f"{module.path}/check")
    names = [name for name in aino.open(f"{module.path}/check").form(f"{module.path}/check").names if name.startswith("q")]
    seen = aino.post(f"{module.path}/check", **{name: right for name in names})  # an answer to the first of them, and none to the second
    assert "Tuttua" in seen.text and "Uutta" not in seen.text
    assert "40 %" in aino.open(module.path).text, "the page and the question are known; what is to be tried is not"
    assert module.page(aino, page).status == 200


def test_two_quotations_under_headings_stand_beside_each_other_and_no_level_of_headings_is_left_out():
    sample = "<h3>{}</h3><blockquote><p>Teksti</p></blockquote>"
    html, language = page_html({"fi": "<p>Alku</p>" + sample.format("Ennen") + sample.format("Jälkeen")}, ["fi"])
    assert language == "fi" and html.count('class="sample"') == 2 and "<h2>Ennen</h2>" in html and "&lt;" not in html
    html, _language = page_html({"fi": "<h2>Otsikko</h2>" + sample.format("Yksi") * 3}, ["fi"])
    assert "sample" not in html and html.count("<h3>Yksi</h3>") == 3


def test_who_finishes_with_a_case_reads_first_what_came_of_it(module, aino):
    case = module.step(module.unit(), kind="scenario", title="Hiljainen käynti", **{"part-0-fi": "Asiakas on hiljaa.", "choice-0-0-fi": "Kysyn", "told-0-0-fi": "Asiakas kertoo omin sanoin."})
    module.publish()
    module.begin(aino)
    finished = module.do(aino, case, choice="0").headers["Location"]
    assert "Asiakas kertoo omin sanoin." in (seen := aino.open(finished.partition("#")[0])).html
    assert f'{module.path}/certificate"' in seen.html
