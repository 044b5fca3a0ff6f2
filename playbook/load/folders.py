"""The folders of a library, and what to say about one, or about a file, that nobody looks for."""

from __future__ import annotations

from playbook.model.kinds import AGREEMENT_FILE, FILES_FOLDER, KINDS, REVIEWS_FILE, SETTINGS_FILE
from playbook.problems import Problem, problem

CONTENT = "content_library"
FOLDERS = (*(kind.folder for kind in KINDS.values()), FILES_FOLDER)
LIBRARY_FOLDERS = ("personas", CONTENT)
# Files of which there is one, without their ending, and the kind of document that each is.
SINGLE = {
    file.removesuffix(".yaml"): kind
    for file, kind in ((SETTINGS_FILE, "settings"), (AGREEMENT_FILE, "agreement"), (REVIEWS_FILE, "reviews"))
}


def unknown_folder(folder: str) -> list[Problem]:
    """Return the problem of a folder in content_library that no kind lives in; of one that is known, none."""
    if folder in FOLDERS:
        return []
    meant = nearest_folder(folder)
    if meant and meant.rpartition("/")[2] == folder.rpartition("/")[2]:
        why, remedy = f"The folder {meant} stands beside content_library, not in it.", f"Move it to {meant}."
    elif meant:
        why, remedy = f'Did you mean "{meant}"?', f"Rename it to {meant}."
    else:
        why, remedy = "", f"Move its files to one of: {', '.join(FOLDERS)}."
    return [
        problem(
            "PB102",
            folder,
            why=f"Nothing in this folder is read. {why}".strip(),
            remedy=remedy,
            suggestion=meant,
        )
    ]


def misplaced_file(file: str) -> Problem:
    """Return the problem of a file that looks like an entry and lies where none is looked for, or has a wrong ending."""
    folder, _, name = file.rpartition("/")
    if ".yaml." in name.lower() or ".yml." in name.lower():
        meant = f"{folder}/{name[: name.lower().index('.y')]}.yaml"
        why, remedy = "Its name ends neither in .yaml nor in .yml, so it is not read.", f"Rename it to {meant}."
    else:
        meant = nearest_single(file)
        why = "Files directly in content_library are not read, but for agreement.yaml and reviews.yaml."
        remedy = f"Rename it to {meant}." if meant else "Move it into the folder of its kind, such as content_library/assets."
    return problem("PB103", file, why=why, remedy=remedy, suggestion=meant)


def nearest_folder(folder: str) -> str:
    """Return the folder that a misspelt one most likely stands for, or nothing."""
    last = folder.rpartition("/")[2].lower()
    known = {name.rpartition("/")[2]: name for name in FOLDERS}
    from difflib import get_close_matches

    meant = get_close_matches(last, [*known], n=1, cutoff=0.75)
    return known[meant[0]] if meant else ""


def nearest_single(file: str) -> str:
    """Return the one file that a misspelt name most likely stands for, or nothing."""
    known = [f"{name}.yaml" for name in SINGLE if name.startswith(CONTENT)]
    from difflib import get_close_matches

    meant = get_close_matches(file.lower(), known, n=1, cutoff=0.9)
    return meant[0] if meant else ""


def kind_of_file(file: str) -> str:
    """Return the kind of document that a file of the library is, by where it lies."""
    single = SINGLE.get(file.rpartition(".")[0], "")
    return single or next(kind.name for kind in KINDS.values() if file.startswith(f"{kind.folder}/"))
