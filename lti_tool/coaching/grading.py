"""What the learning platform is told of a module: nothing before somebody is done, and then their points. The newest count."""
from ..activities import Activity
from ..db import db
from ..grades import Gradable, reached, register_gradable

WHOLE = 100  # points for a module in which nothing is right or wrong, once it is done


def tell_result(progress) -> None:
    """Of whoever has finished. Said again with other points when questions are answered again."""
    learner = progress.learner
    score = progress.score
    reached(db.session.get(Activity, learner.module_id), learner.person_id, WHOLE if score is None else score, WHOLE)


def register_to_grades(app) -> None:
    register_gradable(app, "module", Gradable(takes_part=False))
