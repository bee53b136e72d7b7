"""What README and the pages say is what the program does."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from danvan_xlsx.check.catalogue import catalogue
from danvan_xlsx.cli import main
from danvan_xlsx.registers import load
from danvan_xlsx.report.explanation import examples
from danvan_xlsx.words.text import Lang
from tests.docs import README, regenerated


def test_the_generated_parts_of_readme_are_in_step(request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    made = regenerated(text)
    if request.config.getoption("--update"):
        README.write_text(made, encoding="utf-8")
        return

    assert text == made


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("code", sorted(catalogue()))
def test_every_code_has_a_page_with_its_reason_and_both_examples(code: str, lang: Lang) -> None:
    rule = catalogue()[code]
    result = CliRunner().invoke(main, ["explain", code, "--lang", lang])
    cases = [line for case in examples(rule, load().sheets) for line in case.say(lang).splitlines()]

    assert result.exit_code == 0
    assert len(cases) >= 2, "a wrong and a right case"
    assert [part for part in (code, rule.reason.say(lang), rule.source, *cases) if part not in result.output] == []


def test_every_command_that_readme_names_exists_and_every_one_is_named() -> None:
    named = set(re.findall(r"danvan (\w+)", README.read_text(encoding="utf-8")))

    assert named >= set(main.commands)
    assert {word for word in named if word.isascii() and word.islower()} <= set(main.commands)


def test_the_links_of_readme_lead_to_files_that_are_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README.read_text(encoding="utf-8"))

    assert [link for link in links if "://" not in link and not (README.parent / link).exists()] == []
