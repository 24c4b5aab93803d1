"""What stands on a module's writing table in an order: units and steps. Whoever moves or deletes one can take that back."""
from flask_babel import gettext as _

from ..activities import Activity
from ..activities.act import Act, Undoable
from ..activities.arranged import Arranged
from ..db import db
from ..web import Refusal


class IsOffTheTable(Refusal):
    """Somebody has deleted it, or the part where it was to stand."""

    status = 409

    def words(self):
        return (_("It is no longer on the writing table"), _("Another facilitator has deleted it, or the part of the module to which it was to go."),
                _("Load the page again: what was deleted can be restored at its end."))


class OnTheTable(Arranged, Undoable):
    """For things with `version` and `module_id`."""

    def in_sight_of(self, viewpoint) -> bool:
        return viewpoint.facilitates

    def is_by(self, viewpoint) -> bool:
        """Nobody's alone: all facilitators write at it."""
        return False

    @property
    def part(self) -> str:
        return f"{self.__tablename__}:{self.id}"

    @property
    def activity_id(self) -> int:
        return self.module_id

    @property
    def module(self) -> Activity:
        return db.session.get(Activity, self.module_id)

    def put(self, place: int, by: int, within: int | None = None) -> Act | None:
        """Behind the first `place` of the others there. None where it stands so already. Raises IsOffTheTable and TooMany."""
        if self.deleted_at is not None:
            raise IsOffTheTable
        standing = self.of(self.stands_in)
        if within in (None, self.stands_in):
            if standing.index(self) == min(place, len(standing) - 1):
                return None
            before = self.fields(("position",))
        else:
            self.must_fit_into(within)
            before = self.fields((self.WITHIN, "position"))
            setattr(self, self.WITHIN, within)
            db.session.flush()
        self.put_at(place)
        return self.did("moved", by, before)

    def must_fit_into(self, within: int) -> None:
        """Raises TooMany."""
        self.must_have_room(within)

    def take_back(self, act: Act, by: int) -> Act:
        """Raises IsOffTheTable and TooMany when it cannot go back to where it was."""
        if (within := act.before.get(self.WITHIN, self.stands_in)) != self.stands_in:
            self.must_fit_into(within)
        return super().take_back(act, by)

    def delete(self, by: int) -> Act | None:
        if self.deleted_at is not None:
            return None
        super().delete()
        return self.did("deleted", by, {})

    def restore(self, by: int) -> Act | None:
        """Raises TooMany."""
        if self.deleted_at is None:
            return None
        super().restore()
        return self.did("restored", by, {})

    def did(self, verb: str, by: int | None, before: dict) -> Act:
        self.module.was_written()
        return super().did(verb, by, before)
