"""The dendrite of the SDK 10.5.0, asked to be as fast as it can: dendrite.py PORT HOTKEY.

Each line of its input says how many requests, and how many of them at once; each line of its output, in how many seconds
how many of them were answered.
"""

import asyncio
import json
import os
import sys
import time
from typing import ClassVar

# What the SDK prints is no answer.
ANSWERS = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)

import bittensor
from bittensor.utils import networking
from bittensor_wallet import Keypair

# It asks services on the internet for its own address, which is of no use here.
networking.get_external_ip = lambda: "127.0.0.9"


class Echo(bittensor.Synapse):
    text: str
    count: int = 1
    required_hash_fields: ClassVar[tuple] = ("text", "count")


async def ask(dendrite, axon, count, at_once):
    left = iter(range(count))
    answered = 0

    async def worker():
        nonlocal answered
        for _ in left:
            answer = await dendrite.call(target_axon=axon, synapse=Echo(text="hello", count=3), deserialize=False)
            answered += answer.dendrite.status_code == 200 and answer.text == "hello"

    started = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(at_once)))
    return {"answered": answered, "seconds": time.perf_counter() - started}


async def main():
    port, hotkey = sys.argv[1:]
    axon = bittensor.AxonInfo(
        version=10005000, ip="127.0.0.1", port=int(port), ip_type=4, hotkey=hotkey, coldkey=hotkey
    )
    async with bittensor.Dendrite(wallet=Keypair.create_from_uri("//Caller")) as dendrite:
        for line in sys.stdin:
            request = json.loads(line)
            answer = await ask(dendrite, axon, request["count"], request["at_once"])
            print(json.dumps(answer), file=ANSWERS, flush=True)


asyncio.run(main())
