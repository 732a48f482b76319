"""Stands between Playwright and Debian's Firefox, which is older than the one that Playwright expects.

Playwright asks for emulations that this Firefox does not know yet; then it is told that all is well.
It gives the size of paper in inches where WebDriver BiDi has centimetres; they are turned into these.
Everything else passes as it is. Started in place of Firefox, with Firefox's arguments.
"""

import asyncio
import json
import os
import re
import sys
from functools import partial
from typing import Final

from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve

FIREFOX: Final = "UNKNOT_FIREFOX"
"""The environment's name for the real Firefox."""
SAID: Final = re.compile(rb"(WebDriver BiDi listening on )(ws://\S+)")
UNKNOWN: Final = "unknown command"
PRINT: Final = "browsingContext.print"
INCH: Final = 2.54
"""cm"""


def forgiving(answer: str) -> str:
    """An answer of Firefox, in which an emulation that it does not know has worked."""
    said = json.loads(answer)
    if said.get("error") == UNKNOWN and "emulation." in said.get("message", ""):
        return json.dumps({"type": "success", "id": said["id"], "result": {}})
    return answer


def in_centimetres(question: str) -> str:
    """A question to Firefox, in which the lengths of a print are centimetres."""
    if PRINT not in question:
        return question
    asked = json.loads(question)
    if asked.get("method") != PRINT:
        return question
    for lengths in (asked["params"].get("page"), asked["params"].get("margin")):
        for name in lengths or ():
            lengths[name] *= INCH
    return json.dumps(asked)


async def _pass_on(reader: ServerConnection, firefox: str) -> None:
    async with connect(f"{firefox}/session", max_size=None) as real:

        async def answers() -> None:
            async for message in real:
                await reader.send(forgiving(str(message)))

        async def asked() -> None:
            async for message in reader:
                await real.send(in_centimetres(str(message)))

        _, waiting = await asyncio.wait(
            [asyncio.create_task(answers()), asyncio.create_task(asked())],
            return_when=asyncio.FIRST_COMPLETED,
        )
        for task in waiting:
            task.cancel()


async def main() -> int:
    """Run Firefox until it ends; say where to reach it by way of here."""
    process = await asyncio.create_subprocess_exec(
        os.environ[FIREFOX], *sys.argv[1:], stderr=asyncio.subprocess.PIPE, stdin=asyncio.subprocess.DEVNULL
    )
    assert process.stderr
    async for line in process.stderr:
        if found := SAID.search(line):
            server = await serve(partial(_pass_on, firefox=found[2].decode()), "127.0.0.1", 0, max_size=None)
            port = next(iter(server.sockets)).getsockname()[1]
            print(f"WebDriver BiDi listening on ws://127.0.0.1:{port}", file=sys.stderr, flush=True)
        else:
            sys.stderr.buffer.write(line)
    return await process.wait()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
