"""`kiem-tra.cmd`: a double click checks the folder it lies in and leaves the window open."""

from __future__ import annotations

LAUNCHER_NAME = "kiem-tra.cmd"

_ABSENT = (
    "Chưa tìm thấy chương trình danvan trên máy này.",
    "Đề nghị liên hệ người phụ trách cài đặt (xem phần Dùng nhanh trong README).",
)

# pushd also reaches a shared folder, where cd fails; labels, since blocks in brackets read their variables too early.
_LINES = (
    "@echo off",
    "chcp 65001 >nul",
    "title danvan",
    "set PYTHONUTF8=1",
    'pushd "%~dp0"',
    "where danvan >nul 2>nul",
    "if not errorlevel 1 goto command",
    "where py >nul 2>nul",
    "if errorlevel 1 goto absent",
    'py -c "import danvan_xlsx" >nul 2>nul',
    "if errorlevel 1 goto absent",
    "py -m danvan_xlsx check .",
    "goto end",
    ":command",
    "danvan check .",
    "goto end",
    ":absent",
    *(f"echo {line}" for line in _ABSENT),
    ":end",
    "popd",
    "echo.",
    "pause",
)


def kiem_tra_cmd() -> str:
    """The text of the file, UTF-8 without a mark at its head, lines ended as Windows ends them."""
    return "\r\n".join(_LINES) + "\r\n"
