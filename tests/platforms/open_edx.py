"""Open edX's LTI consumer in this process: its own views, models and serializers on an SQLite database in memory. A platform that others wrote.

What it would ask of Open edX itself (who may edit, who is in the course) is answered by `Cast`.
"""
import html
import os
import re
import types
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import serialization

from tests.support.cast import PARTICIPANT

ISSUER = "https://lms.example"
COURSE = "course-v1:o+kkv+2026"
BLOCK = "block-v1:o+kkv+2026+type@lti_consumer+block@b1"
SETTINGS = {
    "SECRET_KEY": "only-for-tests", "DEBUG": False, "ALLOWED_HOSTS": ["*"], "USE_TZ": True, "TIME_ZONE": "UTC", "ROOT_URLCONF": "tests.platforms.open_edx_urls",
    "INSTALLED_APPS": ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "config_models", "django_filters", "rest_framework",
                       "lti_consumer"],
    "MIDDLEWARE": ["django.contrib.sessions.middleware.SessionMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware",
                   "edx_django_utils.cache.middleware.RequestCacheMiddleware"],
    "DATABASES": {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    "CACHES": {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
    "TEMPLATES": [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "OPTIONS": {}}],
    "FEATURES": {}, "PLATFORM_NAME": "LMS", "SERVICE_VARIANT": "lms", "STATIC_URL": "/static/", "LMS_ROOT_URL": ISSUER, "LMS_BASE": "lms.example",
    "LTI_BASE": ISSUER, "LTI_API_BASE": ISSUER, "LEARNING_MICROFRONTEND_URL": ISSUER, "DEFAULT_AUTO_FIELD": "django.db.models.AutoField",
    "USAGE_ID_PATTERN": r"(?P<usage_id>(?:i4x://?[^/]+/[^/]+/[^/]+/[^@]+(?:@[^/]+)?)|(?:[^/]+))", "REST_FRAMEWORK": {"PAGE_SIZE": 10}, "LOGGING_CONFIG": None,
}


def start_django():
    """Once in a process."""
    import django
    from django.conf import settings

    if not settings.configured:
        os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop may be running in this worker
        settings.configure(**SETTINGS)
        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0, interactive=False)


class Cast:
    """The people of the course, as Open edX would list them; `external` is the id that tools see."""

    def __init__(self, people):
        self.people, self.refusal = {}, None  # what it says in the place of the list
        self.enrol(*people)
        self.roles = {}  # sub -> Open edX's role where it is another one than theirs in the tests

    def enrol(self, *people):
        self.people.update(enumerate(people, max(self.people, default=0) + 1))

    def expel(self, person):
        del self.people[self.number(person)]

    def role_of(self, person):
        return self.roles.get(person.sub) or ("student" if person.role == PARTICIPANT else "instructor")

    def members(self, _course):
        if self.refusal:
            raise self.refusal
        return {number: {"id": number, "username": person.sub, "email": person.email, "name": person.name, "profile": {}, "course_access_roles": [],
                         "roles": [self.role_of(person)]} for number, person in self.people.items()}

    def externals(self, users):
        return {number: types.SimpleNamespace(external_user_id=self.people[number].sub) for number in self.people}

    def number(self, person):
        return next(number for number, other in self.people.items() if other == person)


class OpenEdx:
    """One LTI block in one course. Whatever is chosen for the block is launched with the block's id."""

    def __init__(self, tool, key, people, monkeypatch):
        start_django()
        from django.core.wsgi import get_wsgi_application
        from django.test import Client
        from lti_consumer.models import Lti1p3Passport, LtiConfiguration
        from lti_consumer.plugin import compat
        from opaque_keys.edx.keys import UsageKey

        self.tool, self.cast = tool, Cast(people)
        for name, answer in {"user_has_studio_write_access": lambda *_a, **_k: True, "get_course_members": self.cast.members,
                             "merge_course_forum_roles": lambda *_a: None, "batch_get_or_create_externalids": self.cast.externals,
                             "nrps_pii_disallowed": lambda: False, "load_enough_xblock": no_block}.items():
            monkeypatch.setattr(compat, name, answer)
        passport = Lti1p3Passport.objects.create(lti_1p3_tool_public_key=public_pem(key), name="tool", context_key=COURSE)
        self.link = LtiConfiguration(
            location=UsageKey.from_string(BLOCK), version="lti_1p3", config_store="CONFIG_ON_DB", lti_1p3_oidc_url=f"{tool}/lti/login",
            lti_1p3_launch_url=f"{tool}/lti/launch", lti_1p3_redirect_uris=[f"{tool}/lti/launch"], lti_advantage_ags_mode="programmatic",
            lti_advantage_deep_linking_enabled=True, lti_advantage_deep_linking_launch_url=f"{tool}/lti/launch", lti_advantage_enable_nrps=True,
            lti_1p3_passport=passport)
        self.link.save()
        self.wsgi, self.browser = get_wsgi_application(), Client()
        self.issuer, self.client_id = ISSUER, str(self.link.lti_1p3_client_id)
        self.share_names()
        self.registration = {
            "issuer": ISSUER, "client_id": self.client_id, "deployment_ids": ["1"], "name": "Open edX",
            "auth_login_url": f"{ISSUER}/api/lti_consumer/v1/launch/", "auth_token_url": f"{ISSUER}/api/lti_consumer/v1/token/{passport.passport_id}",
            "key_set_url": f"{ISSUER}/api/lti_consumer/v1/public_keysets/{passport.passport_id}"}

    def forget(self):
        from lti_consumer.models import CourseAllowPIISharingInLTIFlag, Lti1p3Passport, LtiConfiguration

        for kept in (LtiConfiguration, Lti1p3Passport, CourseAllowPIISharingInLTIFlag):
            kept.objects.all().delete()

    def share_names(self, share=True):
        """Its administrator allows that course by course; without it the list of people has no names."""
        from lti_consumer.models import CourseAllowPIISharingInLTIFlag
        from opaque_keys.edx.keys import CourseKey

        CourseAllowPIISharingInLTIFlag.objects.create(course_id=CourseKey.from_string(COURSE), enabled=share)

    def configure(self, **fields):
        """As its administrator changes the configuration of the link."""
        for name, value in fields.items():
            setattr(self.link, name, value)
        self.link.save()

    def trust(self, key):
        """From now on it believes what is signed with this key, and nothing else."""
        self.link.lti_1p3_passport.lti_1p3_tool_public_key = public_pem(key)
        self.link.lti_1p3_passport.save()

    def launch(self, client, person, message_type="LtiResourceLinkRequest", item=None, block=BLOCK):
        """The tool's answer to a launch of that person. `item`: through that of the links that were chosen for the block."""
        from lti_consumer.data import Lti1p3LaunchData

        data = Lti1p3LaunchData(
            user_id=str(self.cast.number(person)), user_role=self.cast.role_of(person), config_id=self.link.config_id,
            resource_link_id=block, external_user_id=person.sub, name=person.name, email=person.email, message_type=message_type, context_id=COURSE,
            context_type=["course_offering"], context_title="Kirjaamisen kehittäjäverkosto", context_label="KKV", deep_linking_content_item_id=item)
        asked = urlsplit(self.link.get_lti_consumer().prepare_preflight_url(data))
        page = client.get(asked.path, query_string=asked.query, base_url=self.tool, headers={"Sec-Fetch-Site": "cross-site"})
        assert page.status_code == 200, page.text
        fields = inputs(page.text)
        answered = self.browser.get("/api/lti_consumer/v1/launch/", fields, HTTP_HOST="lms.example", secure=True)
        message = inputs(answered.content.decode())
        assert "id_token" in message, answered.content.decode()
        return client.post("/lti/launch", base_url=self.tool, data={"id_token": message["id_token"], "state": message["state"]},
                           headers={"Sec-Fetch-Site": "cross-site", "Origin": ISSUER})

    def take_links(self, address, message):
        """What it makes of the tool's answer to a deep linking request: the status and {item: (kind, attributes)}."""
        from lti_consumer.models import LtiDlContentItem

        answer = self.browser.post(urlsplit(address).path, {"JWT": message}, HTTP_HOST="lms.example", secure=True)
        return answer.status_code, {item.id: (item.content_type, item.attributes) for item in LtiDlContentItem.objects.order_by("id")}


def public_pem(key):
    return key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo).decode()


def no_block(_location):
    raise LookupError("there is no Open edX behind this")


def inputs(page) -> dict:
    found = (dict(re.findall(r'(\w+)="([^"]*)"', tag)) for tag in re.findall(r"<input[^>]*>", page))
    return {html.unescape(tag["name"]): html.unescape(tag.get("value", "")) for tag in found if "name" in tag}
