"""Runs the platform on this machine only: `python -m demo.platform --data FOLDER`."""

import argparse
import json
import signal
import threading

from werkzeug.serving import WSGIRequestHandler, make_server

from .app import create_platform
from .registration import TOOL, registration

HOST = "127.0.0.1"


class Quiet(WSGIRequestHandler):
    def log_request(self, *_):
        pass  # addresses hold states and nonces


def main():
    command = argparse.ArgumentParser(prog="python -m demo.platform", description="A small learning platform to launch the tool from.")
    command.add_argument("--port", type=int, default=5001)
    command.add_argument("--data", metavar="FOLDER", help="where its key and its SQLite file live")
    command.add_argument("--tool", metavar="ORIGIN", default=TOOL, help=f"where the tool is ({TOOL})")
    command.add_argument("--print-registration", action="store_true", help="print what the tool has to know, as JSON")
    chosen = command.parse_args()

    issuer = f"http://{HOST}:{chosen.port}"
    if chosen.print_registration:
        print(json.dumps(registration(issuer), indent=2))
        return
    if not chosen.data:
        command.error("--data FOLDER is needed to run the platform")
    serve(create_platform(chosen.data, chosen.tool.rstrip("/"), issuer), chosen.port)


def serve(platform, port):
    server = make_server(HOST, port, platform, threaded=True, request_handler=Quiet)

    def stop(*_):
        # From a thread of its own: shutdown() waits for the loop that this signal has interrupted.
        threading.Thread(target=server.shutdown).start()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    print(f"Demo platform: {platform.issuer}", flush=True)
    server.serve_forever(poll_interval=0.1)
    server.server_close()


if __name__ == "__main__":
    main()
