"""The HTTP floor: transactions around views, refusals as pages, headers, language, built assets.

Knows no noun of the product: what it needs from the rooms above (who is here, in which language, framed by whom) they register.
"""
from .client_data import ClientData
from .errors import NoRoomLeft, Refusal, logger, refusal_response, register_errors
from .floor import Floor, checked, from_elsewhere, own_transactions, public, reads, takes_up_to, writes
from .headers import allow_form_to, framed_by_anybody, from_own_page
from .language import LANGUAGE_NAMES, current_language, language_name
from .numbers import thing_number
from .rich_text import RichText
from .rich_text_field import take_rich_text
from .text import Unsuitable, take_language, take_text, take_wording
from .answers import answered_in_page, json_wanted, leads_to, safe_name, saved_as

__all__ = ["ClientData", "Floor", "LANGUAGE_NAMES", "NoRoomLeft", "Refusal", "RichText", "Unsuitable", "allow_form_to", "answered_in_page", "checked", "current_language",
           "framed_by_anybody", "from_elsewhere", "from_own_page", "json_wanted", "language_name", "leads_to", "logger", "own_transactions", "public",
           "reads", "refusal_response", "register_errors", "safe_name", "saved_as", "take_language", "take_rich_text", "take_text", "take_wording", "takes_up_to", "thing_number", "writes"]
