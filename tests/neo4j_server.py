"""A real Neo4j for the tests, without Docker: Maven brings the jars once, Java runs them, one server a session."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

VERSION = "5.26.31"
PASSWORD = "exograph-tests"  # of a server on the loopback that lives as long as the tests
START_SECONDS = 120.0
INSTALL = "apt-get install default-jdk-headless maven (Java 17 or newer)"

# started for minutes: compiling as for months, and collecting in parallel, would take most of its time
_LEAN = ("-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")

_POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>exograph</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{VERSION}</version></dependency>
  </dependencies>
</project>
"""


@dataclass(frozen=True)
class Server:
    """How to reach it."""

    uri: str
    username: str
    password: str

    def environment(self) -> dict[str, str]:
        """The variables that exograph reads, and no database of somebody's own shell."""
        return {
            "NEO4J_URI": self.uri,
            "NEO4J_USERNAME": self.username,
            "NEO4J_PASSWORD": self.password,
            "NEO4J_DATABASE": "",
        }


def missing_tools() -> list[str]:
    """Programs that a server needs and that are not here."""
    return [tool for tool in ("java", "mvn") if shutil.which(tool) is None]


def jars() -> Path:
    """The folder with the server's jars, filled by Maven the first time."""
    import filelock

    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "exograph-tests" / f"neo4j-{VERSION}"
    cache.mkdir(parents=True, exist_ok=True)
    library = cache / "lib"
    with filelock.FileLock(cache / "lock", timeout=900):
        if not library.is_dir():  # renamed into place when whole
            _download(cache, library)
    return library


def _download(cache: Path, library: Path) -> None:
    (cache / "pom.xml").write_text(_POM, encoding="utf-8")
    part = cache / "part"
    command = ["mvn", "-q", "-B", "dependency:copy-dependencies", f"-DoutputDirectory={part}", "-DincludeScope=runtime"]
    for last in (False, True):  # a registry may hiccup once
        done = subprocess.run(command, cwd=cache, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            part.rename(library)
            return
        shutil.rmtree(part, ignore_errors=True)
        if last:
            raise RuntimeError(f"Maven could not bring Neo4j {VERSION}:\n{done.stdout[-3000:]}{done.stderr[-1000:]}")


def free_port() -> int:
    """A port that nothing listens at just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(home: Path) -> Iterator[Server]:
    """A server with an empty database in `home`, stopped by its process id at the end."""
    library = jars()
    port = free_port()
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").write_text(
        "server.default_listen_address=127.0.0.1\n"
        f"server.bolt.listen_address=127.0.0.1:{port}\n"
        "server.http.enabled=false\n"
        "server.https.enabled=false\n"
        "dbms.usage_report.enabled=false\n"
        "server.memory.heap.max_size=512m\n"
        "server.memory.pagecache.size=128m\n",
        encoding="utf-8",
    )
    entry = "org.neo4j.server.CommunityEntryPoint"
    command = ["java", *_LEAN, "-cp", f"{library}/*", entry, f"--home-dir={home}", f"--config-dir={home}/conf"]
    log = home / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    try:
        server = Server(f"bolt://127.0.0.1:{port}", "neo4j", PASSWORD)
        _first_password(server, process, log)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _first_password(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the server answers, and set the password, which it asks for before anything else."""
    from neo4j import GraphDatabase
    from neo4j.exceptions import DriverError

    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            first = ("neo4j", "neo4j")
            with GraphDatabase.driver(server.uri, auth=first, max_transaction_retry_time=0) as driver:
                statement = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
                driver.execute_query(statement, {"password": server.password}, database_="system")
                return
        except DriverError:
            if process.poll() is not None or time.monotonic() > deadline:
                tail = log.read_text(encoding="utf-8", errors="replace")[-3000:]
                raise RuntimeError(f"Neo4j did not start (exit {process.poll()}):\n{tail}") from None
            time.sleep(0.25)
