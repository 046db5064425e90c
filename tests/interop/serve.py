"""Answers commands, one line of JSON each, until there are no more."""

import json
import os
import sys
from importlib import metadata

# What a library prints is no answer; so it prints elsewhere, from before the first one is imported.
_ANSWERS = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)


def serve(commands):
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps(_answer(commands, request)), file=_ANSWERS, flush=True)


def version(package):
    return metadata.version(package)


def _answer(commands, request):
    try:
        return {"ok": commands[request.pop("do")](**request)}
    # All of them: a library in Rust that panics does not raise an Exception.
    except BaseException as error:
        return {"error": f"{type(error).__name__}: {error}"}
