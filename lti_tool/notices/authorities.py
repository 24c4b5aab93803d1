"""The authorities to whom people can turn, as they say it themselves. Their names are translated in the templates; this is the same in every language but their sites."""
from typing import NamedTuple


class Authority(NamedTuple):
    email: str
    telephone: str
    sites: dict[str, str]  # language -> address

    def site(self, language: str) -> str:
        return self.sites.get(language, self.sites["en"])


# Accessibility, since 2025: Act 306/2019. The telephone is the switchboard's.
TRAFICOM = Authority("saavutettavuus@traficom.fi", "029 534 5000",
                     {"fi": "https://www.saavutettavuusvaatimukset.fi", "sv": "https://www.tillganglighetskrav.fi", "en": "https://www.webaccessibility.fi"})
# Data protection. The telephone is the switchboard's.
OMBUDSMAN = Authority("tietosuoja@om.fi", "029 566 6700", {"fi": "https://tietosuoja.fi", "sv": "https://tietosuoja.fi/sv", "en": "https://tietosuoja.fi/en"})
