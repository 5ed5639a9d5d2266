#!/usr/bin/env python3
"""Writes examples.json: the examples of CommonMark's and GitHub's specifications with the text that their
own HTML shows.

    make_examples.py commonmark.json spec.txt extensions.txt

commonmark.json (0.31.2) comes with the source of PyPI's markdown-it-py, tests/test_cmark_spec; the others
with Debian's source of cmark-gfm (0.29.0.gfm.6), folder test. Their terms are in NOTICE.
"""
import html.parser, json, pathlib, re, sys


class Text(html.parser.HTMLParser):
    """What a browser shows of HTML, without its layout: text, and pictures' alternative text."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.hidden = "", 0

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "style"):
            self.hidden += 1
        if tag == "img":
            self.text += dict(attributes).get("alt") or ""

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self.hidden = max(0, self.hidden - 1)

    def handle_data(self, data):
        if not self.hidden:
            self.text += data


def shown(markup):
    reader = Text()
    reader.feed(markup)
    reader.close()
    # Arrows lead back from footnotes.
    return re.sub("↩[0-9]*", "", "".join(reader.text.split()))


def examples(path, all_of_them):
    """Those of a specification in cmark's form, of which each names the extension that it is about."""
    fence = "`" * 32
    number, section = 0, ""
    lines = iter(pathlib.Path(path).read_text(encoding="utf-8").splitlines())
    for line in lines:
        heading = re.match(r"#+ (.*)", line)
        if heading:
            section = heading[1]
        if not line.startswith(fence + " example"):
            continue
        number += 1
        extension = line[len(fence) + len(" example"):].strip()
        parts = [[], []]
        at = 0
        for line in lines:
            if line == fence:
                break
            if line == "." and at == 0:
                at = 1
            else:
                parts[at].append(line + "\n")
        if "<IGNORE>" not in "".join(parts[1]) and (extension or all_of_them):
            yield number, section, *("".join(part).replace("→", "\t") for part in parts)


def main():
    commonmark, specification, extensions = sys.argv[1:]
    found = [
        ("CommonMark", one["example"], one["section"], one["markdown"], one["html"])
        for one in json.loads(pathlib.Path(commonmark).read_text(encoding="utf-8"))
    ]
    found += [("GFM", *one) for one in examples(specification, False)]
    found += [("cmark-gfm", *one) for one in examples(extensions, True)]
    rows = [
        {"of": of, "number": number, "section": section, "markdown": markdown, "text": shown(markup)}
        for of, number, section, markdown, markup in found
    ]
    body = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    pathlib.Path(__file__).with_name("examples.json").write_text(
        '{"version": 1, "examples": [\n' + body + "\n]}\n", encoding="utf-8")


main()
