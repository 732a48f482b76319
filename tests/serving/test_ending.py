"""The server ends when it is told to, leaves no process behind, and says what to do when it cannot begin."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.serving.running import PATIENCE, copied, living, serving


def test_ctrl_c_ends_everything(tmp_path: Path) -> None:
    with serving(copied(tmp_path, ROOT / "tests" / "content")) as served:
        served.wait_for("", lambda page: "</html>" in page)
        pid = served.process.pid
        served.until(lambda: len(living(pid)) > 2)  # the ones that draw
        os.killpg(pid, signal.SIGINT)
        assert served.process.wait(PATIENCE) == 0
        served.until(lambda: not living(pid))
        assert "Traceback" not in served.said


def test_nothing_is_left_when_the_server_is_killed(tmp_path: Path) -> None:
    with serving(copied(tmp_path, ROOT / "tests" / "content")) as served:
        served.wait_for("", lambda page: "</html>" in page)
        served.process.kill()
        served.process.wait(PATIENCE)
        served.until(lambda: not living(served.process.pid))


def test_a_taken_port_is_told_with_its_remedy() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "generator", "serve", "--port", str(port)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"port {port} is taken" in done.stderr and f"make serve PORT={port + 1}" in done.stderr


def test_content_that_was_never_good_is_told_until_it_is_mended(tmp_path: Path) -> None:
    root = copied(tmp_path, ROOT / "tests" / "content")
    file = root / "content" / "areas.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text("neck: [", encoding="utf-8")
    with serving(root) as served:
        served.wait_for("", lambda page: "not made yet" in page and "content/areas.yml:" in page)
        file.write_text(text, encoding="utf-8")
        served.until(lambda: "Tiny handbook" in _first_page(served.port))
        served.process.terminate()
        assert served.process.wait(PATIENCE) == 0
        served.until(lambda: not living(served.process.pid))


def _first_page(port: int) -> str:
    command = f"import urllib.request as u; print(u.urlopen('http://127.0.0.1:{port}/').read().decode())"
    return subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=False).stdout
