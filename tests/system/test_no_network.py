"""Every way to the internet that Python has is refused, in a process of its own: the hook stays for good."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.pace import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
BEFORE = """
import socket
old4, old6 = socket.socket(socket.AF_INET, socket.SOCK_DGRAM), None
from bonddiary.system import no_network
from bonddiary.system.log import start_log
from pathlib import Path
"""
SAID = "A part of Bond Diary asked for the internet. It was refused, and nothing was sent."

ATTEMPTS = {
    "a socket": "socket.socket()",
    "a socket of version 6": "socket.socket(socket.AF_INET6)",
    "the C socket": "__import__('_socket').socket()",
    "another process's socket": "socket.socket(fileno=old4.detach())",
    "a family we know nothing of": "socket.socket(17, socket.SOCK_RAW)",
    "connect": "old4.connect(('127.0.0.1', 9))",
    "connect_ex": "old4.connect_ex(('127.0.0.1', 9))",
    "bind": "old4.bind(('127.0.0.1', 0))",
    "sendto": "old4.sendto(b'x', ('127.0.0.1', 9))",
    "sendmsg": "old4.sendmsg([b'x'], [], 0, ('127.0.0.1', 9))",
    "getaddrinfo": "socket.getaddrinfo('localhost', 80)",
    "gethostbyname": "socket.gethostbyname('localhost')",
    "gethostbyname_ex": "socket.gethostbyname_ex('localhost')",
    "gethostbyaddr": "socket.gethostbyaddr('127.0.0.1')",
    "getnameinfo": "socket.getnameinfo(('127.0.0.1', 80), 0)",
    "create_connection": "socket.create_connection(('127.0.0.1', 9), 1)",
    "a server": "socket.create_server(('127.0.0.1', 0))",
    "http": "__import__('http.client').client.HTTPConnection('127.0.0.1', 9).request('GET', '/')",
    "urllib": "__import__('urllib.request').request.urlopen('http://127.0.0.1:9/')",
    "asyncio": "__import__('asyncio').run(__import__('asyncio').open_connection('127.0.0.1', 9))",
}


def told_by(code: str) -> str:
    """What a fresh Python says that refuses the network."""
    done = subprocess.run(
        [sys.executable, "-c", BEFORE + "no_network.refuse_network()\n" + code],
        cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS.keys())
def test_every_way_is_refused_in_plain_words(attempt: str) -> None:
    said = told_by(f"""
try:
    {attempt}
except OSError as error:
    reason = getattr(error, "reason", error)  # urllib wraps it
    print(type(reason).__name__, no_network.refused() > 0, reason, sep="|")
""")
    assert said == f"NetworkRefused|True|{SAID}"


def test_without_the_hook_the_same_ways_are_open() -> None:
    """So that the refusals above are the hook's, not those of a computer without a network."""
    done = subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket().close(); print(socket.gethostbyname('127.0.0.1'))"],
        capture_output=True, text=True, timeout=PATIENCE, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "127.0.0.1"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows' Python has no such sockets")
def test_sockets_of_this_computer_stay(tmp_path: Path) -> None:
    said = told_by(f"""
one, other = socket.socketpair()
one.sendall(b"here")
server = socket.socket(socket.AF_UNIX)
server.bind({str(tmp_path / "s")!r})
server.listen()
socket.socket(socket.AF_UNIX).connect({str(tmp_path / "s")!r})
print(other.recv(4), no_network.refused())
""")
    assert said == "b'here' 0"


def test_the_log_says_where_and_nothing_else(tmp_path: Path) -> None:
    log = tmp_path / "log"
    told_by(f"""
start_log(Path({str(log)!r}))
try:
    socket.getaddrinfo("family-secret.example", 80)
except OSError:
    pass
""")
    (line,) = log.read_text().splitlines()
    assert "WARNING" in line
    assert "network: refused socket.getaddrinfo at socket.py:" in line
    assert "family-secret" not in line


def test_asked_twice_it_refuses_once() -> None:
    said = told_by("""
no_network.refuse_network()
try:
    socket.socket()
except no_network.NetworkRefused:
    print(no_network.refused(), no_network.is_refused(), len(no_network.untold()), len(no_network.untold()))
""")
    assert said == "1 True 1 0"


def test_a_command_refuses_says_so_and_logs_it(tmp_path: Path) -> None:
    code = f"""
import sys
from bonddiary.cli import main as cli
def planted(*_):
    import socket
    socket.create_connection(("127.0.0.1", 9))
cli._run = planted
sys.exit(cli.main(["--data-dir", {str(tmp_path)!r}, "list"]))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert (done.returncode, done.stderr.strip()) == (1, SAID)
    assert "refused socket.getaddrinfo" in (tmp_path / "bonddiary.log").read_text()
