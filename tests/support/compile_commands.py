"""compile_commands.py CC FLAGS SOURCE...: the compilation database of the sources, as JSON on standard output."""
import json
import os
import sys

compiler, flags, *sources = sys.argv[1:]
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def command(source):
    support = "-Itests/support " if source.startswith("tests/") else ""
    return f"{compiler} {flags} {support}-c {source}"


json.dump([{"directory": ROOT, "file": s, "command": command(s)} for s in sources], sys.stdout, indent=1)
print()
