"""Who is here, and what they may do: the session says who, the address says what, the membership says which role."""
from .guard import Place, find, here, permission_parent
from .policy import CHANGE, CONTRIBUTE, FACILITATE, SEE, Action
from .visit import NotSignedIn, OtherPerson, Visit, begin_visit, person_mark, the_person, the_visitor

__all__ = ["Action", "CHANGE", "CONTRIBUTE", "FACILITATE", "NotSignedIn", "OtherPerson", "Place", "SEE", "Visit", "begin_visit", "find",
           "here", "permission_parent", "person_mark", "the_person", "the_visitor"]
