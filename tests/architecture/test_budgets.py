"""Code stays small enough to read at one sitting, and exceptions keep their cause."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest

LONGEST_FUNCTION = 40
LONGEST_MODULE = 300
DEEPEST_NESTING = 3
CATCH_ALL_AT = ("cli/", "publish/work", "serve/state.py")  # the edge of the command line and of a worker

# What is over a budget and reads better so: `module` or `module:function` → why. Nothing else may be, and nothing stale stays here.
REASONS: dict[str, str] = {
    "codes.py": "the catalogue of all codes with their explanations: a table of texts that is looked up, not read through",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef
BLOCKS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.Try, ast.TryStar, ast.With, ast.AsyncWith, ast.Match)


def functions(tree: ast.AST) -> list[Function]:
    """Return every function of a module, nested ones and methods too."""
    return [node for node in ast.walk(tree) if isinstance(node, Function)]


def length(function: Function) -> int:
    """Return the number of lines from `def` to the end, without the docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return lines
    first = function.body[0]
    return lines - ((first.end_lineno or first.lineno) - first.lineno + 1)


def nesting(node: ast.AST) -> int:
    """Return how deep blocks stand in one another; `elif` stands beside its `if`, and an inner function starts anew."""
    return max((_depth(child, node) for child in ast.iter_child_nodes(node)), default=0)


def _depth(child: ast.AST, parent: ast.AST) -> int:
    """Return the depth that one child adds below its parent."""
    if isinstance(child, Function | ast.ClassDef | ast.Lambda):
        return 0
    is_elif = isinstance(child, ast.If) and isinstance(parent, ast.If) and parent.orelse == [child]
    return nesting(child) + (isinstance(child, BLOCKS) and not is_elif)


def catches_all(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler takes every exception there is."""
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or (isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"}) for kind in kinds)


def raises_without_cause(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler raises something new and does not say what it comes from."""
    raised = [node for node in ast.walk(handler) if isinstance(node, ast.Raise)]
    return any(node.exc is not None and node.cause is None for node in raised)


def handler_offences(name: str, tree: ast.AST) -> Iterator[str]:
    """Yield the handlers of a module that catch all away from the edge, or lose the cause."""
    for handler in (node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)):
        if catches_all(handler) and not name.startswith(CATCH_ALL_AT):
            yield f"{name}:{handler.lineno} catches every exception"
        if raises_without_cause(handler):
            yield f"{name}:{handler.lineno} raises without `from`"


def size_offences(name: str, source: str, tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield what is over a budget: its key in REASONS, and what is wrong."""
    lines = len(source.splitlines())
    if lines > LONGEST_MODULE:
        yield name, f"has {lines} lines, over {LONGEST_MODULE}"
    for function in functions(tree):
        if length(function) > LONGEST_FUNCTION:
            yield f"{name}:{function.name}", f"has {length(function)} lines, over {LONGEST_FUNCTION}"
        if nesting(function) > DEEPEST_NESTING:
            yield f"{name}:{function.name}", f"nests {nesting(function)} deep, over {DEEPEST_NESTING}"


def offences(package: Path, reasons: dict[str, str]) -> list[str]:
    """Return everything in the package that is over its budget without a reason, and every reason that nothing needs."""
    found, excused = [], set()
    for path in sorted(package.rglob("*.py")):
        name, source = path.relative_to(package).as_posix(), path.read_text(encoding="utf-8")
        tree = ast.parse(source)
        found += handler_offences(name, tree)
        sizes = list(size_offences(name, source, tree))
        found += [f"{key} {what}" for key, what in sizes if key not in reasons]
        excused |= {key for key, _ in sizes}
    return found + [f"{key} is within its budget: drop its reason" for key in sorted(reasons.keys() - excused)]


def test_code_keeps_its_budgets(root: Path) -> None:
    """No function, module or nesting is over its budget without a listed reason; catch-alls and causes are where they belong."""
    assert offences(root / "playbook", REASONS) == []


def test_most_code_is_far_below_its_budgets(root: Path) -> None:
    """Half of all functions have at most 8 lines and 95 % at most 30; half of all modules have at most 120."""
    sources = [path.read_text(encoding="utf-8") for path in (root / "playbook").rglob("*.py")]
    lengths = [length(function) for source in sources for function in functions(ast.parse(source))]
    assert median(lengths) <= 8
    assert quantiles(lengths, n=20)[-1] <= 30
    assert median(len(source.splitlines()) for source in sources) <= 120


LONG = "def planted():\n" + "    pass\n" * 40
DEEP = "def planted():\n  if a:\n    for b in c:\n      while d:\n        with e:\n          pass\n"


@pytest.mark.parametrize(
    ("source", "sign"),
    [
        (LONG, "select/planted.py:planted has 41 lines, over 40"),
        ("pass\n" * 301, "select/planted.py has 301 lines, over 300"),
        (DEEP, "select/planted.py:planted nests 4 deep, over 3"),
        ("try:\n  pass\nexcept Exception:\n  pass\n", "select/planted.py:3 catches every exception"),
        ("try:\n  pass\nexcept (ValueError, BaseException):\n  pass\n", "select/planted.py:3 catches every exception"),
        ("try:\n  pass\nexcept:\n  pass\n", "select/planted.py:3 catches every exception"),
        ("try:\n  pass\nexcept ValueError:\n  raise KeyError('a')\n", "select/planted.py:3 raises without `from`"),
    ],
)
def test_a_planted_offender_is_found(tmp_path: Path, source: str, sign: str) -> None:
    """Each budget is seen to fail, with the place and the figure."""
    planted = tmp_path / "select/planted.py"
    planted.parent.mkdir()
    planted.write_text(source, encoding="utf-8")
    assert offences(tmp_path, {}) == [sign]


def test_a_reason_excuses_one_function_and_does_not_outlive_it(tmp_path: Path) -> None:
    """A listed reason lets its function pass; once nothing needs it, it is an offence itself."""
    planted = tmp_path / "planted.py"
    reasons = {"planted.py:planted": "a table of forty rows"}
    planted.write_text(LONG, encoding="utf-8")
    assert offences(tmp_path, reasons) == []
    planted.write_text("", encoding="utf-8")
    assert offences(tmp_path, reasons) == ["planted.py:planted is within its budget: drop its reason"]


@pytest.mark.parametrize(
    "source",
    [
        'def planted():\n    """' + "\n" * 60 + '    """\n',
        "def planted():\n" + "".join(f"  {word} a:\n    pass\n" for word in ("if", "elif", "elif", "elif", "elif")),
        "try:\n  pass\nexcept ValueError as wrong:\n  raise KeyError('a') from wrong\nexcept OSError:\n  raise\n",
    ],
    ids=["docstring", "elif", "cause"],
)
def test_what_reads_well_is_left_alone(tmp_path: Path, source: str) -> None:
    """Docstrings do not count, a chain of elif is one level, and a raise with its cause or of the same exception is fine."""
    (tmp_path / "planted.py").write_text(source, encoding="utf-8")
    assert offences(tmp_path, {}) == []


@pytest.mark.parametrize("module", ["cli/planted.py", "publish/worker.py", "serve/state.py"])
def test_the_edge_may_catch_all(tmp_path: Path, module: str) -> None:
    """The command line, the worker and the preview's builder may catch every exception: it is their work to survive it."""
    planted = tmp_path / module
    planted.parent.mkdir()
    planted.write_text("try:\n  pass\nexcept Exception:\n  pass\n", encoding="utf-8")
    assert offences(tmp_path, {}) == []
