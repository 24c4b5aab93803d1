"""What the doctor looks at, one after the other. Each check gives findings; what needs the database is not asked when that is away."""
from .address import look_at_public_address
from .backups import look_at_backups
from .database import look_at_database, look_at_database_settings
from .files import look_at_files, look_at_room
from .keys import look_at_keys
from .mail import look_at_mail
from .platforms import look_at_platforms
from .program import look_at_program, look_at_settings
from .waiting import look_at_jobs, look_at_waiting

WITHOUT_DATABASE = (look_at_settings, look_at_program, look_at_room)
DATABASE = look_at_database
WITH_DATABASE = (look_at_database_settings, look_at_files, look_at_keys, look_at_waiting, look_at_jobs, look_at_public_address, look_at_platforms,
                 look_at_mail, look_at_backups)

__all__ = ["DATABASE", "WITHOUT_DATABASE", "WITH_DATABASE", "look_at_backups"]
