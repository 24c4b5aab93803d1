"""A recall card made from a note, and somebody to whom the course's cards come; made through the pages, for tests that walk all addresses."""
import re


def make_recall(home, marja, learner, note, words="Слова") -> dict:
    """The numbers of its things, as addresses name them. Who learns has finished a module before: the questions after it have their numbers, too."""
    learner.post(f"{home}/recall", takes="all")
    made, gone = (marja.post(f"/recall/notes/{note}/card", **{"front-fi": words, "back-fi": words}) for _card in range(2))
    assert made.status == gone.status == 303, made.text
    card, deleted = (int(re.search(r"recall-card-(\d+)", seen.headers["Location"])[1]) for seen in (made, gone))
    marja.post(f"/recall-cards/{deleted}/deletion")
    memory = int(re.search(r"/memories/(\d+)/reviews", learner.open(f"{home}/recall").html)[1])
    assert learner.post("/follow-ups/1", text=words, language="fi", shared="facilitators").status == 303
    return {"recall_card_id": card, "memory_id": memory, "follow_up_id": 1, "source_kind": "notes", "source_number": note}
