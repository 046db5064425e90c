"""Real axons of the SDK 10.5.0 for the local network: miners of its seed, with four synapses.

miner.py --rpc WS --netuid N --miner NUMBER:PORT[:cors] ...

Says `{"ready": true}` on its output once all of them listen, and ends with its input.
"""

import argparse
import asyncio
import base64
import json
import struct
import sys
import threading
import time
import zlib
from typing import ClassVar, List, Optional, Tuple

import bittensor
from bittensor_wallet import Keypair
from starlette.middleware.cors import CORSMiddleware
from starlette.types import Send

# What the presets say of these miners.
LEAST_STAKE_WEIGHT = 10
# The development phrase of every Substrate chain.
PHRASE = "bottom drive obey lake curtain smoke basket hold race lonely fit walk"
# How long what the chain said of who is registered is good.
FRESH_SECONDS = 12


class EchoText(bittensor.Synapse):
    text: str
    repeat: int = 1
    temperature: float = 1.0
    tags: List[str] = []
    reply: Optional[str] = None
    required_hash_fields: ClassVar[tuple] = ("text", "repeat", "temperature", "tags")


class StreamText(bittensor.StreamingSynapse):
    text: str
    pause_ms: int = 100

    async def process_streaming_response(self, response):
        async for chunk in response.content.iter_any():
            yield chunk.decode()

    def extract_response_json(self, response):
        return {}

    def deserialize(self):
        return self.text


class StrictVerify(bittensor.Synapse):
    text: str
    caller: Optional[str] = None
    required_hash_fields: ClassVar[tuple] = ("text",)


class DrawPicture(bittensor.Synapse):
    text: str
    reply: Optional[dict] = None


class Gate:
    """Who is registered with how much stake weight, as the network says."""

    def __init__(self, rpc: str, netuid: int):
        self.subtensor = bittensor.Subtensor(network=rpc)
        self.netuid = netuid
        self.lock = threading.Lock()
        self.read_at = 0.0
        self.stakes = {}

    def read(self):
        with self.lock:
            if time.monotonic() - self.read_at > FRESH_SECONDS:
                metagraph = self.subtensor.get_metagraph_info(self.netuid)
                stakes = (float(stake) for stake in metagraph.total_stake)
                self.stakes = dict(zip(metagraph.hotkeys, stakes))
                self.read_at = time.monotonic()
            return self.stakes

    def refuses(self, hotkey: str):
        stakes = self.read()
        if hotkey not in stakes:
            return True, "Unrecognized hotkey"
        if stakes[hotkey] < LEAST_STAKE_WEIGHT:
            return True, f"Stake weight below {LEAST_STAKE_WEIGHT}"
        return False, "Welcome"


class Wallet:
    """As much of a wallet as an axon uses."""

    def __init__(self, number: int):
        coldkey = f"{PHRASE}//seed//miner//{number}"
        self.hotkey = Keypair.create_from_uri(f"{coldkey}//hotkey")
        self.coldkeypub = Keypair.create_from_uri(coldkey)


def echo(synapse: EchoText) -> EchoText:
    synapse.reply = " ".join([synapse.text] * synapse.repeat)
    return synapse


async def stream(synapse: StreamText) -> StreamText:
    async def words(send: Send):
        for word in synapse.text.split(" "):
            await send({"type": "http.response.body", "body": f"{word} ".encode(), "more_body": True})
            await asyncio.sleep(synapse.pause_ms / 1000)
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    return synapse.create_streaming_response(words)


def strict(synapse: StrictVerify) -> StrictVerify:
    synapse.caller = synapse.dendrite.hotkey
    return synapse


def png(width: int, height: int) -> bytes:
    """A picture of two colours that turn into each other."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    def row(y: int) -> bytes:
        return b"\0" + b"".join(bytes((11, 110 + x % 100, 110 + y % 100)) for x in range(width))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(map(row, range(height))))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def draw(synapse: DrawPicture) -> DrawPicture:
    """A picture in both ways in which miners send one, beside all that a page must take for text."""
    picture = base64.b64encode(png(160, 90)).decode()
    svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="document.title=1"/>'
    synapse.reply = {
        "caption": synapse.text,
        "pictures": [{"bytes": picture, "seed": 12345678901234567890}, {"url": f"data:image/png;base64,{picture}"}],
        "broken": picture[:28],
        "drawing": "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode(),
        "elsewhere": "https://example.com/picture.png",
        "story": "All work and no play makes a long text. " * 30,
        "deep": {"er": {"and": {"deeper": [[[[1.0, None, True]]]]}}},
    }
    return synapse


class Strictness:
    """Verifies what the SDK verifies, that the request is of this moment, and that it never came before."""

    def __init__(self, axon: bittensor.Axon):
        self.axon = axon
        self.seen = set()

    async def verify(self, synapse: StrictVerify):
        await self.axon.default_verify(synapse)
        age = time.time_ns() - synapse.dendrite.nonce
        if abs(age) > 2_000_000_000:
            raise Exception(f"Nonce is not of this moment: {age} ns old")
        if synapse.dendrite.signature in self.seen:
            raise Exception("Request came before")
        self.seen.add(synapse.dendrite.signature)


def start(number: int, port: int, cors: bool, gate: Gate):
    axon = bittensor.Axon(wallet=Wallet(number), port=port, ip="127.0.0.1", external_ip="127.0.0.2")

    def blacklist_echo(synapse: EchoText) -> Tuple[bool, str]:
        return gate.refuses(synapse.dendrite.hotkey)

    def blacklist_stream(synapse: StreamText) -> Tuple[bool, str]:
        return gate.refuses(synapse.dendrite.hotkey)

    def blacklist_draw(synapse: DrawPicture) -> Tuple[bool, str]:
        return gate.refuses(synapse.dendrite.hotkey)

    def blacklist_strict(synapse: StrictVerify) -> Tuple[bool, str]:
        return gate.refuses(synapse.dendrite.hotkey)

    strictness = Strictness(axon)

    async def verify_strict(synapse: StrictVerify) -> None:
        await strictness.verify(synapse)

    axon.attach(forward_fn=echo, blacklist_fn=blacklist_echo)
    axon.attach(forward_fn=stream, blacklist_fn=blacklist_stream)
    axon.attach(forward_fn=strict, blacklist_fn=blacklist_strict, verify_fn=verify_strict)
    axon.attach(forward_fn=draw, blacklist_fn=blacklist_draw)
    if cors:
        # What a miner does to let web pages ask it.
        axon.app.add_middleware(
            CORSMiddleware,
            allow_origins=["*"],
            allow_methods=["GET", "POST"],
            allow_headers=["*"],
            expose_headers=["*"],
        )
    axon.start()
    return axon


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rpc", required=True)
    parser.add_argument("--netuid", type=int, default=1)
    parser.add_argument("--miner", action="append", required=True)
    arguments = parser.parse_args()
    gate = Gate(arguments.rpc, arguments.netuid)
    gate.read()
    axons = []
    for miner in arguments.miner:
        number, port, *options = miner.split(":")
        axons.append(start(int(number), int(port), "cors" in options, gate))
    print(json.dumps({"ready": True, "miners": len(axons)}), flush=True)
    sys.stdin.read()
    for axon in axons:
        axon.stop()


if __name__ == "__main__":
    main()
