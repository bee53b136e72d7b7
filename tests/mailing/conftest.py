"""A commune whose reports may be sent, and a post office that takes them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from danvan_xlsx.post.smtp import Server
from tests.post_office import PASSWORD, Post, serving, trusted
from tests.reported import new_sample


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DANVAN_SMTP_PASSWORD", raising=False)


@pytest.fixture
def post(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Post, Server]]:
    """A server that this computer trusts, and the password at hand as a clerk's computer has it."""
    monkeypatch.setenv("SSL_CERT_FILE", trusted(authority, tmp_path))
    monkeypatch.setenv("DANVAN_SMTP_PASSWORD", PASSWORD)
    with serving(authority, "starttls") as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return new_sample(tmp_path / "xa")
