"""The wheel works without the checkout: it carries the theme and the sample library, and finds them."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from playbook import shipped


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the contents of a wheel made from this checkout."""
    root, folder = Path(__file__).parents[2], tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=root, check=True, capture_output=True
    )
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def places(path: Path) -> list[Path]:
    """Return the theme's and the sample's folder as the package in that folder sees them."""
    command = [sys.executable, "-B", "-S", "-c", "from playbook import shipped; print(shipped.theme_dir()); print(shipped.sample_dir())"]
    told = subprocess.run(command, cwd=path, check=True, capture_output=True, text=True)
    return [Path(line) for line in told.stdout.splitlines()]


def test_a_wheel_carries_theme_and_sample(unpacked: Path) -> None:
    """Installed from a wheel, theme and sample lie inside the package."""
    inside = unpacked / "playbook" / "_shipped"
    assert places(unpacked) == [inside / "templates", inside]
    assert any((inside / "templates").iterdir())
    assert (inside / "enablement.yaml").is_file()
    assert any((inside / "personas").iterdir())
    assert any((inside / "content_library").iterdir())
    assert (inside / "mistakes.txt").is_file()


def test_a_wheel_carries_nothing_else(unpacked: Path) -> None:
    """Tests, documents and tooling stay in the repository."""
    assert {path.name for path in unpacked.iterdir() if not path.name.endswith(".dist-info")} == {"playbook"}
    assert (unpacked / "playbook" / "py.typed").is_file()
    assert not [*unpacked.rglob("__pycache__")]  # what was compiled here stays here


def test_a_checkout_uses_its_root(root: Path) -> None:
    """From a checkout, the theme is `templates/` and the sample is the root itself."""
    assert shipped.theme_dir() == root / "templates"
    assert shipped.sample_dir() == root
    assert shipped.examples_file().is_file()
