"""Sending a letter by SMTP, encrypted always; every refusal is one clear sentence, and then nothing was sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from danvan_xlsx.post.letters import Letter, as_bytes
from danvan_xlsx.words.text import Lang, Text

if TYPE_CHECKING:
    from smtplib import SMTP

Security = Literal["starttls", "tls"]

NO_ANSWER = Text(
    "Chưa kết nối được máy chủ thư {host}:{port}; thư chưa gửi. Đề nghị kiểm tra mạng và tên máy chủ ở CauHinh.",
    "The mail server {host}:{port} does not answer; nothing was sent. Please check the network and CauHinh.",
)
NOT_TRUSTED = Text(
    "Máy chủ thư {host} chưa chứng minh được danh tính (TLS); thư chưa gửi. Đề nghị hỏi nơi cấp hộp thư.",
    "The mail server {host} could not prove who it is (TLS); nothing was sent. Please ask who gave you the mailbox.",
)
WRONG_PASSWORD = Text(
    "Máy chủ thư {host} chưa nhận mật khẩu của {user}; thư chưa gửi. Đề nghị kiểm tra rồi gửi lại.",
    "The mail server {host} did not take the password of {user}; nothing was sent. Please check it and try again.",
)
ADDRESS_REFUSED = Text(
    "Máy chủ thư chưa nhận địa chỉ {addresses}; thư chưa gửi cho ai. Đề nghị sửa ở trang NoiNhan.",
    "The mail server did not take {addresses}; nothing was sent to anybody. Please correct the sheet NoiNhan.",
)
LETTER_REFUSED = Text(
    "Máy chủ thư {host} chưa nhận thư (mã {code}); thư chưa gửi. Đề nghị thử lại sau hoặc hỏi nơi cấp hộp thư.",
    "The mail server {host} did not take the letter (code {code}); nothing was sent. Please try again later.",
)


class Server(NamedTuple):
    """Where the commune's mailbox is. The password is never a part of it."""

    host: str
    port: int
    user: str
    security: Security


class NotSent(Exception):  # noqa: N818 - told to the clerk
    """The letter did not go; why."""

    def __init__(self, text: Text, **values: object) -> None:
        super().__init__(values)
        self._text, self._values = text, values

    def say(self, lang: Lang = "vi") -> str:
        return self._text.say(lang, self._values)


def send(message: Letter, recipients: Sequence[str], server: Server, password: str, timeout: float = 30) -> None:
    """Send a letter to all of its recipients or to none. Raises NotSent."""
    import smtplib
    import ssl

    told = {"host": server.host, "port": str(server.port), "user": server.user}
    try:
        with _connected(server, timeout) as smtp:
            _log_in(smtp, server, password)
            _deliver(smtp, message, recipients, server)
    except smtplib.SMTPAuthenticationError as fault:
        raise NotSent(WRONG_PASSWORD, **told) from fault
    except ssl.SSLError as fault:
        raise NotSent(NOT_TRUSTED, **told) from fault
    except smtplib.SMTPResponseException as fault:
        raise NotSent(LETTER_REFUSED, code=str(fault.smtp_code), **told) from fault
    except (OSError, smtplib.SMTPException) as fault:
        raise NotSent(NO_ANSWER, **told) from fault


def _connected(server: Server, timeout: float) -> SMTP:
    import smtplib
    import ssl

    context = ssl.create_default_context()
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=timeout, context=context)
    smtp = smtplib.SMTP(server.host, server.port, timeout=timeout)
    try:
        smtp.starttls(context=context)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _log_in(smtp: SMTP, server: Server, password: str) -> None:
    """The library takes ASCII passwords only; others go as RFC 4616 has them, in UTF-8."""
    import smtplib
    from base64 import b64encode

    if password.isascii() and server.user.isascii():
        smtp.login(server.user, password)
        return
    smtp.ehlo_or_helo_if_needed()
    plain = b64encode(f"\0{server.user}\0{password}".encode()).decode("ascii")
    code, reply = smtp.docmd("AUTH", f"PLAIN {plain}")
    if code != 235:
        raise smtplib.SMTPAuthenticationError(code, reply)


def _deliver(smtp: SMTP, message: Letter, recipients: Sequence[str], server: Server) -> None:
    """As smtplib does, but where one address is refused nobody gets the letter."""
    import smtplib

    smtp.ehlo_or_helo_if_needed()
    code, reply = smtp.mail(server.user)
    if code != 250:
        raise smtplib.SMTPSenderRefused(code, reply, server.user)
    refused = [address for address in recipients if smtp.rcpt(address)[0] not in (250, 251)]
    if refused:
        smtp.rset()
        raise NotSent(ADDRESS_REFUSED, addresses=tuple(refused))
    code, reply = smtp.data(as_bytes(message))
    if code != 250:
        raise smtplib.SMTPDataError(code, reply)
