"""Miners that take signed calls: `btauth/1` by bittensor's own verifier, and Epistula 2 by the rules of its published texts.

miner.py --miner NUMBER:PORT ...

Each listens at 127.0.0.2 with the hotkey of that miner of the local network's seed, and lets pages ask it. It answers with
who asked, and what. Below `/changed` it verifies as if somebody on the way had changed the body; `/words` answers with a
stream of events. Says `{"ready": true}` on its output once all of them listen, and ends with its input.
"""

import argparse
import hashlib
import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from bittensor import http_auth, sp_core
from bittensor.keyfiles import Keypair

ADDRESS = "127.0.0.2"
# The development phrase of every Substrate chain.
PHRASE = "bottom drive obey lake curtain smoke basket hold race lonely fit walk"
# How old a request of Epistula 2 may be, in milliseconds.
EPISTULA_FRESH = 8_000


class EpistulaError(Exception):
    """A request that is not signed as Epistula 2 has it, in the words of the subnets that use it."""


def btauth(request, body, hotkey):
    caller = http_auth.verify(
        dict(request.headers),
        body,
        method=request.command,
        path=request.path,
        self_hotkey_ss58=hotkey,
        nonce_store=request.server.nonces,
    )
    return caller.hotkey_ss58


def epistula(request, body, hotkey):
    def value(name):
        return request.headers.get(f"Epistula-{name}", "")

    if value("Version") != "2":
        raise EpistulaError("Unknown Epistula version")
    if value("Signed-For") != hotkey:
        raise EpistulaError("Bad Request, message is not intended for self")
    if int(value("Timestamp")) + EPISTULA_FRESH < time.time_ns() // 1_000_000:
        raise EpistulaError("Request is too stale")
    parts = (hashlib.sha256(body).hexdigest(), value("Uuid"), value("Timestamp"), value("Signed-For"))
    signature = bytes.fromhex(value("Request-Signature").removeprefix("0x"))
    if not sp_core.verify(".".join(parts).encode(), signature, value("Signed-By"), sp_core.CRYPTO_SR25519):
        raise EpistulaError("Signature Mismatch")
    return value("Signed-By")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_OPTIONS(self):
        self.answers(204)

    def do_GET(self):
        self.takes()

    def do_POST(self):
        self.takes()

    def takes(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        seen = body + b" " if self.path.startswith("/changed") else body
        protocol, verify = ("epistula/2", epistula) if "Epistula-Version" in self.headers else ("btauth/1", btauth)
        try:
            caller = verify(self, seen, self.server.hotkey)
        except http_auth.AuthError as error:
            return self.answers(401, {"error": type(error).__name__, "message": str(error)})
        except EpistulaError as error:
            return self.answers(400, {"detail": str(error)})
        if self.path == "/words":
            return self.streams(json.loads(body)["text"].split(" "))
        called = {"protocol": protocol, "caller": caller, "method": self.command, "target": self.path}
        self.answers(200, called | {"body": body.decode()})

    def answers(self, status, content=None):
        body = b"" if content is None else json.dumps(content).encode()
        self.begins(status, "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def streams(self, words):
        # Its end is the end of the connection.
        self.close_connection = True
        self.begins(200, "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        for word in words:
            self.wfile.write(f"data: {json.dumps({'word': word})}\n\n".encode())
            time.sleep(0.3)
        self.wfile.write(b"data: [DONE]\n\n")

    def begins(self, status, content_type):
        self.send_response(status)
        # What a miner does to let web pages ask it.
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Methods", "GET, POST")
        self.send_header("Access-Control-Allow-Headers", "*")
        self.send_header("Content-Type", content_type)

    def log_message(self, *_):
        """Its output says when it is ready, and nothing else."""


def start(number, port):
    server = ThreadingHTTPServer((ADDRESS, port), Handler)
    server.hotkey = Keypair.create_from_uri(f"{PHRASE}//seed//miner//{number}//hotkey").ss58_address
    server.nonces = http_auth.InMemoryNonceStore()
    threading.Thread(target=server.serve_forever, daemon=True).start()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--miner", action="append", required=True)
    for miner in parser.parse_args().miner:
        number, port = miner.split(":")
        start(int(number), int(port))
    print(json.dumps({"ready": True}), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
