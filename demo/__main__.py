"""python3 dev.py run: the tool and the demo platform, each in a process of its own, until Ctrl-C."""
import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / ".data"
OPERATOR = "2"  # Otto, as the platform numbers him


def main():
    options = argparse.ArgumentParser(prog="dev.py run")
    options.add_argument("--fresh", action="store_true", help="forget everything and begin anew")
    options.add_argument("--port", type=int, default=5000, help="of the tool")
    options.add_argument("--platform-port", type=int, default=5001, help="of the demo platform")
    options.add_argument("--data", type=Path, default=DATA, help="where the databases are kept")
    options = options.parse_args()
    data = options.data.resolve()
    if options.fresh:
        shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True, exist_ok=True)

    tool = f"http://localhost:{options.port}"
    platform = f"http://127.0.0.1:{options.platform_port}"
    environment = {**os.environ, "LTI_TOOL_ENVIRONMENT": "development", "LTI_TOOL_PORT": str(options.port), "LTI_TOOL_PUBLIC_URL": tool,
                   "LTI_TOOL_OPERATORS": f"{platform} {OPERATOR}",
                   "LTI_TOOL_DATABASE_URL": f"sqlite:///{data / 'tool.db'}"}
    prepare(environment, platform, tool)
    processes = [subprocess.Popen([sys.executable, "-m", "lti_tool.cli", "serve"], env=environment, cwd=ROOT),
                 subprocess.Popen([sys.executable, "-m", "demo.platform", "--port", str(options.platform_port), "--data", str(data), "--tool", tool],
                                  cwd=ROOT)]
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, lambda *_: sys.exit(0))
    try:
        for address in (f"{tool}/healthz", f"{platform}/healthz"):
            wait_for(address, processes)
        print(f"\n  Open {platform} and choose who you are.\n  The tool itself is at {tool}. Ctrl-C stops both; data stays in {data.name}/.\n", flush=True)
        while all(process.poll() is None for process in processes):
            time.sleep(0.3)
        sys.exit("One of the two has stopped; its message is above.")
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(10)


def prepare(environment, platform, tool):
    """The tool's database at the present revision, with the demo course in it."""
    os.environ.update({name: value for name, value in environment.items() if name.startswith("LTI_TOOL_")})
    from demo.fill import fill
    from demo.platform import registration
    from lti_tool import create_app
    from lti_tool.db import db
    from lti_tool.db.migrating import upgrade

    app = create_app()
    with app.app_context():
        upgrade(db.engine)
        fill(registration(platform))
        db.session.remove()
        db.engine.dispose()


def wait_for(address, processes):
    for _attempt in range(600):
        try:
            urllib.request.urlopen(address, timeout=1).close()
            return
        except OSError:
            if any(process.poll() is not None for process in processes):
                break
            time.sleep(0.1)
    sys.exit(f"{address} does not answer; its message is above.")


if __name__ == "__main__":
    main()
