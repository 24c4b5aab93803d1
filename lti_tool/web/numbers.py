"""Numbers of things, in addresses and in forms. One that no thing can have is not asked of the database, which would refuse it."""
from werkzeug.routing import IntegerConverter

LARGEST = 2**31 - 1


class Number(IntegerConverter):
    """<int:...> in addresses; anything larger is an address that does not exist."""

    regex = r"\d{1,10}"

    def __init__(self, map):
        super().__init__(map, max=LARGEST)


def thing_number(text: str) -> int:
    """For `request.form.get("after", type=thing_number)`, which then takes the default instead."""
    number = int(text)
    if not 0 < number <= LARGEST:
        raise ValueError(text)
    return number
