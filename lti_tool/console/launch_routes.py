"""The last launches of a platform: who was let in is not told, why somebody was refused is."""
from flask import Blueprint, request

from ..lti.outcome import refusal_of
from ..lti.record import KEPT, LAUNCHED, LaunchRecord
from .guard import find_administered
from .page import page, stretch_of
from .standing import records_of

launches = Blueprint("launches", __name__)


@launches.get("/console/platforms/<int:platform_id>/launches")
def show(platform_id):
    platform = find_administered(platform_id)
    only_refusals = request.args.get("only") == "refusals"
    wanted = records_of(platform)
    if only_refusals:
        wanted = wanted.where(LaunchRecord.outcome != LAUNCHED)
    stretch = stretch_of(wanted, LaunchRecord)
    told = [(record, None if record.outcome == LAUNCHED else refusal_of(record)) for record in stretch.rows]
    return page("launches", platform, told=told, stretch=stretch, only_refusals=only_refusals, days=KEPT.days, launched=LAUNCHED)
