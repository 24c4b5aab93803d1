"""What the platform and the tool know of each other: addresses, client id and deployment, as an operator would exchange them."""

ISSUER = "http://127.0.0.1:5001"
TOOL = "http://localhost:5000"
CLIENT_ID = "demo-workspace"
DEPLOYMENT_ID = "1"
NAME = "Demo-oppimisalusta"


def registration(issuer=ISSUER):
    """The platform's side, in the words of `lti-tool platforms add`."""
    return {
        "issuer": issuer,
        "client_id": CLIENT_ID,
        "deployment_ids": [DEPLOYMENT_ID],
        "auth_login_url": f"{issuer}/auth",
        "auth_token_url": f"{issuer}/token",
        "key_set_url": f"{issuer}/jwks",
        "name": NAME,
    }


class Tool:
    """The tool's side: where a launch begins, and the only addresses that a token is sent to."""

    client_id = CLIENT_ID
    deployment_id = DEPLOYMENT_ID

    def __init__(self, origin):
        self.login_url = f"{origin}/lti/login"
        self.target_link_uri = f"{origin}/lti/launch"
        self.redirect_uris = (f"{origin}/lti/launch",)
