"""A year of the demo's two walls: the good practices, and the questions to peers."""
from .texts_wall_induction import INDUCTION_POSTS
from .texts_wall_quality import QUALITY_POSTS
from .texts_wall_questions import QUESTIONS
from .texts_wall_shape import Practice, Question
from .texts_wall_skills import ASIDE_POSTS, SKILLS_POSTS
from .texts_wall_structures import STRUCTURES_POSTS
from .texts_wall_taking_part import TAKING_PART_POSTS

__all__ = ["PRACTICES", "QUESTIONS", "WALLS", "Practice", "Question"]

PRACTICES = tuple(sorted((*TAKING_PART_POSTS, *INDUCTION_POSTS, *STRUCTURES_POSTS, *QUALITY_POSTS, *SKILLS_POSTS, *ASIDE_POSTS), key=lambda post: -post.days_ago))

# which ready wall it began from, the platform's link that opens it, its title there, and who sees the names
WALLS = (
    ("practices", "11", "Hyvät käytännöt", "named", PRACTICES),
    ("questions", "12", "Kysymyksiä vertaisille", "region", QUESTIONS),
)
