"""The templates that ship: as built, as documented, and in clear text for a clerk."""

import importlib.util
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import jinja2
import pytest
from docxtpl import DocxTemplate
from jinja2 import meta

from lpgminutes.documents.chaser import ChaserContext
from lpgminutes.documents.context import MinutesContext
from lpgminutes.documents.letter import LetterContext
from lpgminutes.documents.released_actions import ReleasedActionsContext
from lpgminutes.documents.report_context import ActionLogContext, ScheduleContext
from lpgminutes.documents.texts import Printed
from lpgminutes.resources import migrations, template, template_bytes

if TYPE_CHECKING:
    from tests.documents.conftest import Package

WORD = {
    "minutes.docx": MinutesContext,
    "schedule.docx": ScheduleContext,
    "released_actions.docx": ReleasedActionsContext,
    "letter.docx": LetterContext,
    "action_log.docx": ActionLogContext,
}
CONTEXTS = {**WORD, "chaser.txt": ChaserContext}
NESTED = re.compile(r"top_points|points\[\]\.points")


@pytest.fixture(scope="module")
def built() -> dict[str, bytes]:
    """What the script beside the templates builds."""
    spec = importlib.util.spec_from_file_location("templates_build", template("build.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(template("build.py").parent)
        spec.loader.exec_module(module)
    build: Callable[[], dict[str, bytes]] = module.build
    return build()


@pytest.mark.parametrize("name", WORD)
def test_the_committed_file_is_what_the_script_builds(built: dict[str, bytes], name: str) -> None:
    """Run ``python templates/build.py`` after a change."""
    assert built[name] == template_bytes(name)


@pytest.mark.parametrize(("name", "context"), WORD.items())
def test_a_template_uses_only_variables_that_it_is_given(name: str, context: type[Any]) -> None:
    """As docxtpl itself sees them, in every part."""
    used = DocxTemplate(template(name)).get_undeclared_template_variables(jinja2.Environment(autoescape=True))
    assert used == {field.name for field in fields(context)}


@pytest.mark.parametrize(
    ("name", "context"),
    [("minutes.html", MinutesContext), ("chaser.txt", ChaserContext), ("letter.txt", LetterContext)],
)
def test_a_page_and_a_text_use_only_variables_that_they_are_given(name: str, context: type[Any]) -> None:
    """The page the same as the Word template."""
    source = template_bytes(name).decode()
    environment = jinja2.Environment(autoescape=True)
    used = meta.find_undeclared_variables(environment.parse(source))
    assert used == {field.name for field in fields(context)}


def _variables(context: type[Any], before: str = "", seen: tuple[type[Any], ...] = ()) -> Iterator[tuple[str, Any]]:
    """Yield the path and the type of everything that a template may print."""
    for name, kind in get_type_hints(context).items():
        yield before + name, kind
        rows: list[type[Any]] = [
            entry
            for entry in get_args(kind)
            if isinstance(entry, type) and is_dataclass(entry) and entry is not Printed
        ]
        if rows and rows[0] not in seen and not NESTED.fullmatch(name):
            yield from _variables(rows[0], f"{before}{name}[].", (*seen, rows[0]))


def _documented(name: str) -> dict[str, str]:
    text = template("README.md").read_text(encoding="utf-8")
    section = next(part for part in text.split("\n## ") if part.startswith(f"Variables of `{name}`"))
    return dict(re.findall(r"^\| `([^`]+)` \| (.*) \|$", section, re.MULTILINE))


@pytest.mark.parametrize(("name", "context"), CONTEXTS.items())
def test_every_variable_is_documented(name: str, context: type[Any]) -> None:
    """Neither one more nor one less, in any depth."""
    again = re.compile(r"points\[\]\.actions\[\]|points\[\]\.points\[\]")
    paths = [path for path, _ in _variables(context) if not again.search(path)]
    assert list(_documented(name)) == sorted(paths, key=list(_documented(name)).index)


@pytest.mark.parametrize(("name", "context"), CONTEXTS.items())
def test_what_may_be_left_out_is_said(name: str, context: type[Any]) -> None:
    """Everything but switches, counts and cross-references must be printed."""
    documented = _documented(name)
    for path, kind in _variables(context):
        if path in documented and path != "marking":
            optional = kind in (bool, int, str) or NESTED.search(path) is not None
            assert ("may be left out" in documented[path]) == optional, path


def test_texts_are_printed_or_words_for_their_absence() -> None:
    """The types say which variables a template must print."""
    kinds = {kind for _, kind in _variables(MinutesContext) if isinstance(kind, UnionType)}
    assert kinds == {Printed | str}


@pytest.mark.parametrize("name", WORD)
def test_tags_stand_in_clear_text(name: str, opened: Callable[[bytes], "Package"]) -> None:
    """A clerk can read and move them in Word: no tag is split over runs."""
    package = opened(template_bytes(name))
    for part in (part for part in package.parts if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", part)):
        for run in package.xml(part).iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
            words = run.text or ""
            assert words.count("{{") == words.count("}}")
            assert words.count("{%") == words.count("%}")


def test_what_ships_is_found_beside_the_code() -> None:
    """From a checkout here; from a wheel a packaging test looks."""
    assert (template("minutes.html").is_file(), migrations().is_dir()) == (True, True)


def test_a_wheel_is_looked_into_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an installed copy the templates lie inside the package."""
    (tmp_path / "_templates").mkdir()
    monkeypatch.setattr("lpgminutes.resources._PACKAGE", tmp_path)
    assert template("minutes.docx") == tmp_path / "_templates" / "minutes.docx"


def test_a_copy_that_is_not_whole_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what is missing and what to do."""
    monkeypatch.setattr("lpgminutes.resources._PACKAGE", tmp_path)
    monkeypatch.setattr("lpgminutes.resources._CHECKOUT", tmp_path)
    with pytest.raises(FileNotFoundError, match="install it again"):
        migrations()
