"""The operator's commands: `lti-tool platforms ...` and `lti-tool keys ...`."""
import json
from datetime import timedelta

import click
from flask.cli import AppGroup

from ..db import db, now, transaction
from . import key as tool_keys
from .addresses import host_of
from .platform import Platform, UnsuitablePlatform, add_platform, all_platforms, find_platform, platforms_of

platforms = AppGroup("platforms", help="Learning platforms that may launch the tool.")
keys = AppGroup("keys", help="The tool's own keys.")
ADDRESSES = ("auth_login_url", "auth_token_url", "key_set_url")
VALUES = ("issuer", "client_id", *ADDRESSES, "name")
HELP = {
    "issuer": "What the platform calls itself (in Moodle: Platform ID).", "client_id": "The client ID that the platform gave the tool.",
    "auth_login_url": "Authentication request URL.", "auth_token_url": "Access token URL.", "key_set_url": "Public keyset URL.",
    "name": "What people call it; shown on pages.",
}


def value_options(command):
    for field in reversed(VALUES):
        command = click.option(f"--{field.replace('_', '-')}", field, help=HELP[field])(command)
    command = click.option("--deployment-id", "deployment_ids", multiple=True, help="A deployment's ID; may be given several times.")(command)
    return click.option("--frame-origin", "frame_origins", multiple=True,
                        help="An origin that frames the tool, besides the issuer's; may be given several times.")(command)


def given(values: dict) -> dict:
    """Only what was said."""
    return {field: list(value) if isinstance(value, tuple) else value for field, value in values.items() if value}


def told(platform: Platform) -> str:
    state = ("" if platform.enabled else "  (disabled)") + ("  (waits for approval)" if platform.is_pending else "")
    lines = [f"{platform.id}  {platform.name}{state}", f"   issuer      {platform.issuer}", f"   client id   {platform.client_id}",
             f"   deployments {', '.join(deployment.deployment_id for deployment in platform.deployments)}"]
    lines += [f"   {field:<15} {getattr(platform, field)}" for field in ADDRESSES] + [f"   framed by   {', '.join(platform.origins)}"]
    if platform.registered_at:
        lines.append(f"   registered  {platform.registered_at:%Y-%m-%d %H:%M} UTC  {platform.product}".rstrip())
    return "\n".join(lines)


@platforms.command("add")
@value_options
@click.option("--json", "file", type=click.File(encoding="utf-8"), help="Read the values from a JSON file ('-' for standard input).")
@click.option("--replace", is_flag=True, help="When it is there already, give it these values.")
def add(file, replace, **values):
    """Add a platform, or with --replace bring one up to date."""
    values = (read_json(file) if file else {}) | given(values)
    if missing := [field for field in ("issuer", "client_id", "deployment_ids", *ADDRESSES) if not values.get(field)]:
        raise click.UsageError(f"missing: {', '.join(missing)}")
    try:
        with transaction():
            platform = find_platform(values["issuer"], values["client_id"])
            if platform and not replace:
                raise click.ClickException(f"This platform is there already (number {platform.id}). Use --replace to give it these values.")
            if platform:
                platform.change(**values)
                platform.enable()
            else:
                platform = add_platform(**values)
            db.session.flush()
            click.echo(told(platform))
    except UnsuitablePlatform as error:
        raise click.ClickException(str(error)) from error


def read_json(file) -> dict:
    try:
        values = json.load(file)
    except ValueError as error:
        raise click.ClickException(f"{file.name} is not JSON: {error}") from error
    known = {*VALUES, "deployment_ids", "frame_origins"}
    if not isinstance(values, dict) or (unknown := values.keys() - known):
        raise click.ClickException(f"{file.name}: expected an object with {', '.join(sorted(known))}"
                                   + (f"; not {', '.join(sorted(unknown))}" if isinstance(values, dict) else ""))
    return values


@platforms.command("list")
def show():
    """List the platforms with everything that is stored of them."""
    with transaction(writes=False):
        listed = [told(platform) for platform in all_platforms()]
    click.echo("\n".join(listed) or "No platform has been added yet.")


def the_platform(number: int) -> Platform:
    platform = db.session.get(Platform, number)
    if platform is None:
        raise click.ClickException(f"There is no platform number {number}. See `lti-tool platforms list`.")
    return platform


@platforms.command("change")
@click.argument("number", type=int)
@value_options
@click.option("--enable", is_flag=True, help="Let people in from it again.")
def change(number, enable, **values):
    """Change what is given; the rest stays. Deployments and frame origins are given anew as a whole."""
    try:
        with transaction():
            platform = the_platform(number)
            platform.change(**given(values))
            if enable:
                platform.enable()
            db.session.flush()
            click.echo(told(platform))
    except UnsuitablePlatform as error:
        raise click.ClickException(str(error)) from error


@platforms.command("disable")
@click.argument("number", type=int)
def disable(number):
    """Let nobody in from it any more. Courses and what was written in them stay."""
    with transaction():
        the_platform(number).disable()
    click.echo(f"Platform {number} is disabled.")


@platforms.command("approve")
@click.argument("number", type=int)
@click.option("--yes", is_flag=True, help="Do not ask.")
def approve(number, yes):
    """Let people in from a platform that registered itself without an invitation."""
    with transaction(writes=False):
        platform = the_platform(number)
        if not platform.is_pending:
            raise click.ClickException(f"Platform {number} does not wait for approval.")
        click.echo(told(platform))
        for warning in doubts(platform):
            click.echo(f"   Look twice: {warning}")
    if not yes:
        click.confirm("Whoever has the keys at key_set_url can sign in as anybody of this issuer. Is all of it the platform's own?", abort=True)
    with transaction():
        the_platform(number).approve()
    click.echo(f"Platform {number} is approved.")


def doubts(platform: Platform) -> list[str]:
    """What an operator should have looked at before approving it."""
    own = host_of(platform.issuer)
    elsewhere = [f"{field} is at another host than the issuer." for field in ADDRESSES if host_of(getattr(platform, field)) != own]
    others = [known for known in platforms_of(platform.issuer) if not known.is_pending and known.key_set_url != platform.key_set_url]
    return elsewhere + [f"Platform {known.id} is of the same issuer and has its keys at {known.key_set_url}." for known in others]


@keys.command("rotate")
@click.option("--overlap-days", type=click.IntRange(0), default=tool_keys.OVERLAP.days, show_default=True,
              help="How long the earlier key stays published; 0 when it was stolen.")
def rotate(overlap_days):
    """Make a new key. The earlier one stays published for a while."""
    click.echo(f"The new key is {tool_keys.rotate(timedelta(days=overlap_days))}.")


@keys.command("list")
def show_keys():
    """List the keys that are published."""
    with transaction(writes=False):
        listed = [f"{key.kid}  made {key.made_at:%Y-%m-%d %H:%M} UTC"
                  + (f", published until {key.published_until:%Y-%m-%d %H:%M} UTC" if key.published_until else "")
                  for key in tool_keys.published_keys()]
    click.echo("\n".join(listed) or f"No key has been made yet ({now():%Y-%m-%d %H:%M} UTC); the first is made when it is needed.")
