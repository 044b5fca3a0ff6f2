"""A site behind a real server: at the root or in a folder of it, packed with gzip for those who ask, and gone at a word."""

from __future__ import annotations

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

PACKED = (".html", ".css", ".js", ".json", ".svg", ".webmanifest")


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder as a good host does, and keeps no log."""

    def send_head(self) -> BinaryIO | None:  # type: ignore[override] # what it returns is only read
        """Pack what is text; everything else goes out as it is."""
        if self.path == "/favicon.ico":  # a browser asks for it by itself where a page, as one that works alone, names no icon
            self.send_response(204)
            self.end_headers()
            return None
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        if "gzip" not in self.headers.get("Accept-Encoding", "") or path.suffix not in PACKED or not path.is_file():
            return super().send_head()  # type: ignore[return-value] # an open file
        content = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        for name, value in (("Content-Type", self.guess_type(path)), ("Content-Encoding", "gzip"), ("Content-Length", str(len(content)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)
        return None

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        pass


class _Server(ThreadingHTTPServer):
    """Keeps as many waiting as a browser may send at once."""

    request_queue_size = 64


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; gives its address."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
