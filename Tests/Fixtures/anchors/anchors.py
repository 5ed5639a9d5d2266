"""Writes repeated.tsv: each anchor that GitHub (github-slugger 2) and MkDocs (Python-Markdown's toc) give to a
heading of repeated.md, with the heading's line. Of one anchor that both give to different headings, GitHub's holds."""
import re
from pathlib import Path

here = Path(__file__).parent
headings = []
for number, line in enumerate((here / "repeated.md").read_text().splitlines(), 1):
    found = re.match(r"(#{1,6}) (.*)", line)
    if found:
        headings.append((number, re.sub(r"[*`]", "", found[2]).strip()))


def slug(title):
    # github-slugger: small letters, no punctuation, a hyphen for each blank.
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def github():
    seen = {}
    for line, title in headings:
        base = name = slug(title)
        while name in seen:
            seen[base] += 1
            name = f"{base}-{seen[base]}"
        seen[name] = 0
        yield name, line


def mkdocs():
    # markdown.extensions.toc.unique
    seen = set()
    for line, title in headings:
        name = slug(title)
        while name in seen:
            found = re.match(r"^(.+)_([0-9]+)$", name)
            name = f"{found[1]}_{int(found[2]) + 1}" if found else name + "_1"
        seen.add(name)
        yield name, line


rows = {}
for name, line in [*github(), *mkdocs()]:
    rows.setdefault(name, line)
(here / "repeated.tsv").write_text("".join(f"{name}\t{line}\n" for name, line in rows.items()))
