"""The server's process: how it begins, how it ends, and how it begins anew with changed code."""

import errno
import os
import signal
import sys
from multiprocessing.resource_tracker import ensure_running
from pathlib import Path
from threading import Event, Thread
from typing import Final, NoReturn

from generator.serving.board import Board
from generator.serving.server import Server
from generator.serving.session import Session
from generator.serving.watching import ring_for_folders, ring_for_settings, watched

CANNOT: Final = 2
ANEW: Final = signal.SIGUSR1
ENDS: Final = frozenset({signal.SIGINT, signal.SIGTERM, ANEW})
LAST_WORK: Final = 10.0
"""Seconds that the work under way may take to end."""


def serve(content: Path, out: Path, host: str, port: int) -> int:
    """Serve until Ctrl-C or SIGTERM and return 0; return 2 where the port is taken."""
    # Blocked for all threads and processes to come: only the line that waits for them hears of them.
    # Python's own helper process comes first, since its start would lift the block.
    ensure_running()
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDS)
    board = Board()
    try:
        server = Server(host, port, board)
    except OSError as error:
        return _refused(error, host, port)
    stop = Event()
    session = Session(content, out, board, lambda: os.kill(os.getpid(), ANEW))
    folders = list(watched(content, out))
    work = Thread(target=session.run, daemon=True)
    work.start()
    Thread(target=server.serve_forever, daemon=True).start()
    Thread(target=ring_for_folders, args=(folders, session.ring, stop), daemon=True).start()
    Thread(target=ring_for_settings, args=(out, session.ring, stop), daemon=True).start()
    print(f"Open {server.address} (Ctrl-C ends it)", flush=True)
    reason = signal.sigwait(ENDS)
    stop.set()
    session.end()
    work.join(LAST_WORK)
    server.shutdown()
    server.server_close()
    if reason == ANEW:
        _start_anew()
    return 0


def _refused(error: OSError, host: str, port: int) -> int:
    if error.errno == errno.EADDRINUSE:
        message = f"port {port} is taken, perhaps by another `make serve`: end that, or choose another port"
        print(f"{message}: make serve PORT={port + 1}", file=sys.stderr)
    else:
        print(f"cannot serve at {host}:{port}: {error.strerror or error}", file=sys.stderr)
    return CANNOT


def _start_anew() -> NoReturn:
    """Become a new process of the same program with the same words, and the same number."""
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
