"""What came of a launch, in words again: from the name that its record keeps."""
from .record import LaunchRecord
from .refusals import LaunchRefused


def refusal_of(record: LaunchRecord) -> LaunchRefused | None:
    """Why it was refused; None where it was not, or by a name that is known no more."""
    kind = next((kind for kind in all_kinds() if kind.__name__ == record.outcome), None)
    return kind.as_recorded(record) if kind else None


def all_kinds(below=LaunchRefused):
    for kind in below.__subclasses__():
        yield kind
        yield from all_kinds(kind)
