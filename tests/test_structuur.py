"""The house rules no linter knows: who may import whom, how long things may be, what lies where."""

import ast
import fnmatch
import io
import subprocess
import sys
import tokenize
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("wijken", "etl", "dashboard")
TOP_FOLDERS = {".ci", "dashboard", "etl", "tests", "wijken"}
FUNCTION_LINES = 60
MODULE_LINES = 250
NO_CODE = {
    tokenize.COMMENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
    tokenize.INDENT,
    tokenize.NEWLINE,
    tokenize.NL,
}
WITH_DOCSTRING = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def modules(*packages: str) -> list[Path]:
    return sorted(path for package in packages for path in (ROOT / package).rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=name(path))


def lines_of(node: ast.stmt | ast.expr) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def docstring_lines(tree: ast.Module) -> set[int]:
    owners = (node for node in ast.walk(tree) if isinstance(node, WITH_DOCSTRING))
    return {
        line
        for owner in owners
        if ast.get_docstring(owner, clean=False) is not None
        for line in lines_of(owner.body[0])
    }


def code_lines(path: Path) -> int:
    """The lines that do something: no blank lines, comments or docstrings."""
    text = path.read_text(encoding="utf-8")
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    spans = (range(t.start[0], t.end[0] + 1) for t in tokens if t.type not in NO_CODE)
    return len({line for span in spans for line in span} - docstring_lines(ast.parse(text)))


def imported(tree: ast.Module) -> set[str]:
    """The top-level names a module imports, wherever in the module."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.partition(".")[0])
    return found


def top_folders() -> set[str]:
    """The folders of the checkout, without those that git does not keep."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    ignored = [line.strip("/") for line in lines if line.endswith("/")] + [".git"]
    return {
        folder.name
        for folder in ROOT.iterdir()
        if folder.is_dir() and not any(fnmatch.fnmatch(folder.name, mask) for mask in ignored)
    }


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_is_there(package):
    # The other tests here would find nothing wrong with nothing.
    assert (ROOT / package / "__init__.py").is_file()


def test_the_import_contracts_hold():
    # A process of its own: the tool sets up logging in a way that silences other tests' loggers.
    code = (
        "import sys; from importlinter.cli import lint_imports;"
        " sys.exit(lint_imports(no_cache=True))"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_the_domain_imports_only_the_standard_library():
    allowed = sys.stdlib_module_names | {"wijken"}
    strangers = {name(path): imported(parse(path)) - allowed for path in modules("wijken")}
    assert {path: found for path, found in strangers.items() if found} == {}


def test_no_function_is_too_long():
    functions = (
        (path, node)
        for path in modules(*PACKAGES)
        for node in ast.walk(parse(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    too_long = [
        f"{name(path)}:{node.lineno} {node.name}: {len(lines_of(node))} lines"
        for path, node in functions
        if len(lines_of(node)) > FUNCTION_LINES
    ]
    assert too_long == []


def test_no_module_is_too_long():
    sizes = {name(path): code_lines(path) for path in modules(*PACKAGES)}
    assert {path: size for path, size in sizes.items() if size > MODULE_LINES} == {}


def test_every_module_says_in_one_line_what_it_knows():
    docstrings = {name(path): ast.get_docstring(parse(path)) or "" for path in modules(*PACKAGES)}
    assert [path for path, text in docstrings.items() if not text.partition("\n")[0].strip()] == []


def test_there_is_no_other_top_level_folder():
    assert top_folders() <= TOP_FOLDERS
