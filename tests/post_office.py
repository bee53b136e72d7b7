"""A mail server on the loopback, encrypted as a real one: it keeps what it gets and refuses what it is told to."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from danvan_xlsx.post.smtp import Security, Server

USER, PASSWORD = "vanphong@minhson.example", "mật khẩu 123"


class Post:
    """What the server does with a letter: keeps it; refuses the address `khong-co@…`."""

    def __init__(self) -> None:
        self.letters: list[Envelope] = []

    async def handle_RCPT(  # noqa: N802 - the server's name for it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address.startswith("khong-co@"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if b"qua-to" in (envelope.content or b""):
            return "552 too big"
        self.letters.append(envelope)
        return "250 OK"


def _login(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and data.login == USER.encode() and data.password == PASSWORD.encode()
    return AuthResult(success=right, handled=False)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def serving(authority: trustme.CA, security: Security) -> Iterator[tuple[Post, Server]]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    post = Post()
    common: dict[str, Any] = {
        "authenticator": _login,
        "auth_required": True,
        "hostname": "127.0.0.1",
        "port": free_port(),
    }
    if security == "tls":
        running = Controller(post, ssl_context=context, auth_require_tls=False, **common)
    else:
        running = Controller(post, tls_context=context, require_starttls=True, **common)
    running.start()
    try:
        yield post, Server("127.0.0.1", running.port, USER, security)
    finally:
        running.stop()


def trusted(authority: trustme.CA, folder: Path) -> str:
    """A file for SSL_CERT_FILE: with it this computer believes the server's certificate."""
    bundle = folder / "ca.pem"
    authority.cert_pem.write_to_path(str(bundle))
    return str(bundle)
