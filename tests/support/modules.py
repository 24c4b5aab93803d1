"""A module with a step of each kind, made through the pages, and somebody who goes through it: for tests that walk all addresses."""
import re

PARTS = ("aaaa1111", "bbbb2222")


def number_in(seen, kind) -> int:
    return int(re.search(rf"{kind}[-/](\d+)", seen.headers["Location"])[1])


def make_module(home, marja, learner, words="Kirjaamisen perusteet", number=None) -> dict:
    """The numbers of its things, as addresses name them. The last step is a question."""
    module = number_in(marja.post(f"{home}/activities", start="module:", open="yes", **{"title-fi": words}), "modules")
    path = f"/modules/{module}"
    marja.post(f"{path}/settings", share="90", score="50", checked="yes", **{"title-fi": words, "purpose-fi": words, "background-0-fi": words, "statement-0-fi": words})
    unit = number_in(marja.post(f"{path}/units", **{"title-fi": words}), "unit")
    marja.post(f"{path}/units", **{"title-fi": words})
    steps = {kind: number_in(marja.post(f"/units/{unit}/steps", kind=kind, **{"title-fi": words}), "steps")
             for kind in ("page", "reflection", "practice", "scenario", "self_assessment", "feedback", "question")}
    more = {"page": {"video": "https://example.fi/video", "transcript-fi": words, "sources-fi": words, "checked_on": "2026-10-01", "keeper": words, "background": "1"},
            "scenario": {"part-0-fi": words, "choice-0-0-fi": words, "told-0-0-fi": words}, "question": {"in_check": "yes"}, "self_assessment": {"occasion": "after"}, "feedback": {"question-1-fi": words, "kind-1": "open"}}
    for kind, step in steps.items():
        marja.post(f"/steps/{step}", version="1", needed="yes", minutes="4", **{"title-fi": words, "text-fi": words, **more.get(kind, {})})
    question = steps["question"]
    said = {"id": "cccc3333", "kind": "single_choice", "language": "fi", "title": words, "text": words, "points": "1", "feedback": words}
    said |= {f"feedback-{part}": words for part in PARTS} | {f"text-{part}": words * place for place, part in enumerate(PARTS, 1)} | {f"share-{PARTS[0]}": "100", f"share-{PARTS[1]}": "0"}
    kept = marja.ask("POST", f"/steps/{question}/question", data={**said, "part": list(PARTS)})
    assert kept.status == 303, kept.text
    gone = number_in(marja.post(f"/units/{unit}/steps", kind="page", **{"title-fi": words}), "steps")
    marja.post(f"/steps/{gone}/deletion")
    published = marja.post(f"{path}/editions")
    assert published.status == 303, published.text
    cohort = marja.post(f"{path}/cohorts", **{"title-fi": words, "starts_on": "2026-01-01"})
    assert cohort.status == 303
    cohort = int(next(form for form in marja.open(f"{path}/learners").all("form") if re.fullmatch(r"/cohorts/\d+", form.get("action"))).get("action").rpartition("/")[2])
    assert learner.post(f"{path}/learner", cohort=str(cohort), background="1").status == 303
    learner.post(f"{path}/steps/{steps['page']}/work")
    learner.post(f"{path}/steps/{steps['practice']}/work", text=words, language="fi")
    learner.post(f"{path}/steps/{steps['scenario']}/work", choice="0")
    learner.post(f"{path}/steps/{steps['self_assessment']}/work", statement="1", **{"now-1": "4", "back-1": "2"})
    marja.post(f"{path}/learners/1/checks/{steps['practice']}", reply=words)
    for kind, form in (("reflection", {"text": words, "shared": "facilitators", "language": "fi"}), ("question", {"question-cccc3333": PARTS[0]})):
        learner.post(f"{path}/steps/{steps[kind]}/work", **form)
    answer_feedback(learner, f"{path}/steps/{steps['feedback']}", words)
    given = learner.post(f"{path}/certificate", name=words, shows_name="yes")
    assert given.status == 303, given.text
    return {"certificate_id": number_in(given, "certificates"), "module_id": module, "unit_id": unit, "step_id": question, "cohort_id": cohort, "learner_number": 1, "step_number": steps["practice"], "form": "gift", "written": "steps", "written_id": question}


def answer_feedback(learner, step, words) -> None:
    form = learner.open(step).form(f"{step}/work").values
    answered = learner.post(f"{step}/work", **{**form, "rating-useful": "4", "text-own1": words})
    assert answered.status == 303, answered.text
