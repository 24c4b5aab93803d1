"""How a service refuses: in Moodle's JSON, for programs."""

from flask import jsonify, request


def refusal(status, reason):
    asked = {
        "method": request.method,
        "url": request.full_path.rstrip("?"),
        "accept": request.headers.get("Accept", ""),
        "contentType": request.headers.get("Content-Type", ""),
    }
    return jsonify(status=status, reason=reason, request=asked), status
