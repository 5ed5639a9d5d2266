"""Packages as Anki exports them (schema 11), and some that nobody should trust. Run it in this folder."""

import io
import json
import sqlite3
import struct
import zipfile

SCHEMA = """
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
  models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
  ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL,
  left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE INDEX ix_cards_nid ON cards (nid);
"""

BASIC, CLOZE = 1_700_000_000_001, 1_700_000_000_002
MODELS = {
    str(BASIC): {"id": BASIC, "name": "Basic", "type": 0, "flds": [{"name": "Front"}, {"name": "Back"}]},
    str(CLOZE): {"id": CLOZE, "name": "Cloze", "type": 1, "flds": [{"name": "Text"}, {"name": "Back Extra"}]},
}
DECKS = {
    "1": {"id": 1, "name": "Default"},
    "2": {"id": 2, "name": "Maths::Vectors"},
    "3": {"id": 3, "name": "Filtered", "dyn": 1},
}
# guid, model, deck, deck before it was filtered, fields
NOTES = [
    ("Gk[3fQ}x1a", BASIC, 2, 0, ["What is the <b>norm</b> of (3, 4)?", "5"]),
    ("b!72kd;Pz,", CLOZE, 2, 0, ["The war was in {{c1::1939-1945}}.", "It was long.<br>Very."]),
    ("cZ#a(01~Lm", BASIC, 3, 1, ["Is \\(q \\cdot k\\) a <i>score</i>? [sound:a.mp3]", "Yes &amp; no"]),
    ("d0000000pq", BASIC, 1, 0, ["A card with no answer", ""]),
]


# Note types as Anki ships them: a card each way, one only where a field asks for it, one that is typed.
FRONT, SIDES = {"qfmt": "{{Front}}", "afmt": "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}"}, [
    {"name": "Front"}, {"name": "Back"}]
BOTH, MAYBE, TYPED = 1_700_000_000_003, 1_700_000_000_004, 1_700_000_000_005
BACK = {"qfmt": "{{Back}}", "afmt": "{{FrontSide}}\n\n<hr id=answer>\n\n{{Front}}"}
TEMPLATES = {
    str(BOTH): {"type": 0, "flds": SIDES, "tmpls": [FRONT, BACK]},
    str(MAYBE): {"type": 0, "flds": SIDES + [{"name": "Add Reverse"}],
                 "tmpls": [FRONT, dict(BACK, qfmt="{{#Add Reverse}}{{Back}}{{/Add Reverse}}")]},
    str(TYPED): {"type": 0, "flds": SIDES,
                 "tmpls": [{"qfmt": "Say: {{Front}}\n\n{{type:Back}}",
                            "afmt": "{{Front}}\n\n<hr id=answer>\n\n{{type:Back}}"}]},
    str(CLOZE): {"type": 1, "flds": [{"name": "Text"}, {"name": "Back Extra"}],
                 "tmpls": [{"qfmt": "{{cloze:Text}}", "afmt": "{{cloze:Text}}<br>{{Back Extra}}"}]},
}
TEMPLATE_NOTES = [
    ("both", BOTH, 1, 0, ["Hund", "dog"], " german::animals a1 "),
    ("maybe", MAYBE, 1, 0, ["Katze", "cat", "y"], ""),
    ("not", MAYBE, 1, 0, ["Maus", "mouse", "<br>"], ""),
    ("typed", TYPED, 1, 0, ["Kuh", "cow"], ""),
    ("empty", BOTH, 1, 0, ["Pferd", ""], ""),
    ("gaps", CLOZE, 1, 0, ["{{c1::Ein}} Fisch", ""], "a1"),
]


REVLOG = """CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL,
  ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL,
  time integer NOT NULL, type integer NOT NULL);"""
# note, card, time, ease, milliseconds, type: what was filtered, set by hand or is of no card is no answer
ANSWERS = [(1, 0, 1_700_000_100_000, 3, 4_000, 0), (1, 0, 1_700_100_000_000, 1, 5_000, 1),
           (2, 0, 1_700_000_200_000, 4, 6_000, 2), (2, 1, 1_700_000_300_000, 2, 6_000, 1),
           (3, 0, 1_700_000_400_000, 3, 6_000, 3), (3, 0, 1_700_000_500_000, 0, 0, 4),
           (9, 0, 1_700_000_600_000, 3, 6_000, 1)]


def collection(notes=NOTES, decks=DECKS, wal=False, models=MODELS, answers=None):
    """The bytes of a collection."""
    data = sqlite3.connect(":memory:")
    data.execute("PRAGMA page_size = 512")
    data.executescript(SCHEMA)
    data.execute(
        "INSERT INTO col VALUES (1, 0, 0, 0, 11, 0, 0, 0, '{}', ?, ?, '{}', '{}')",
        (json.dumps(models), json.dumps(decks)),
    )
    for number, (guid, model, deck, home, fields, *tags) in enumerate(notes, 1):
        note = 1_700_000_001_000 + number
        data.execute(
            "INSERT INTO notes VALUES (?, ?, ?, 0, 0, ?, ?, 0, 0, 0, '')",
            (note, guid, model, "".join(tags), "\x1f".join(fields)),
        )
        # The second card of a note, in another deck, comes first in the table.
        for ord_, did in ((1, 1), (0, deck)):
            data.execute(
                "INSERT INTO cards VALUES (?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, 0, '')",
                (note * 10 + ord_, note, did, ord_, home if ord_ == 0 else 0),
            )
    if answers:
        data.executescript(REVLOG)
    for note, ord_, time, ease, duration, kind in answers or []:
        card = (1_700_000_001_000 + note) * 10 + ord_
        data.execute("INSERT INTO revlog VALUES (?, ?, 0, ?, 0, 0, 0, ?, ?)", (time, card, ease, duration, kind))
    data.commit()
    image = bytearray(data.serialize())
    if wal:
        image[18:20] = b"\2\2"
    return bytes(image)


def package(members, method=zipfile.ZIP_DEFLATED):
    """The bytes of a zip file, the same each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, contents in members:
            archive.writestr(zipfile.ZipInfo(name), contents, method)
    return out.getvalue()


def save(name, contents):
    with open(name, "wb") as file:
        file.write(contents)


UPDATE = collection([("dummy00000", BASIC, 1, 0, ["Please update to the latest Anki version", ""])])
MEDIA = ("media", b"{}")
older = package([("collection.anki2", collection()), MEDIA])
save("older.apkg", older)
save("both.apkg", package([("collection.anki2", UPDATE), ("collection.anki21", collection(wal=True)), MEDIA]))
save("stored.apkg", package([("collection.anki2", collection()), MEDIA], zipfile.ZIP_STORED))
save("no-decks.apkg", package([("collection.anki2", collection(decks={}))]))
save("templates.apkg", package([("collection.anki2", collection(TEMPLATE_NOTES, models=TEMPLATES)), MEDIA]))

save("answered.apkg", package([("collection.anki2", collection(answers=ANSWERS)), MEDIA]))


def frame(*blocks, size=None):
    """A frame of Zstandard, of blocks that are not packed or, where they are numbers, of so many zeros; without a
    checksum, with a window of 128 KB."""
    head = b"\x28\xb5\x2f\xfd" + (b"\xc0\x38" + struct.pack("<Q", size) if size else b"\x00\x38")
    for number, block in enumerate(blocks):
        zeros = isinstance(block, int)
        facts = (block if zeros else len(block)) << 3 | zeros << 1 | (number == len(blocks) - 1)
        head += struct.pack("<I", facts)[:3] + (b"\0" if zeros else block)
    return head


def newer(contents, version=3):
    """A package of the form of new versions."""
    return package([("meta", bytes([8, version])), ("collection.anki21b", contents),
                    ("collection.anki2", UPDATE), MEDIA], zipfile.ZIP_STORED)


old = collection()
raw = frame(*(old[at:at + 100_000] for at in range(0, len(old), 100_000)))
save("newer.apkg", newer(raw))

# What nobody should trust.
save("newer-cut.apkg", newer(raw[:-600]))
save("newer-bomb.apkg", newer(frame(*[131_072] * 32)))
save("newer-says-too-much.apkg", newer(frame(old[:1_000], size=1 << 60)))
save("newer-no-frame.apkg", newer(old))
save("newer-flipped.apkg", newer(raw[:4] + b"\xff" + raw[5:]))
save("newer-empty.apkg", package([("meta", b"\x08\x03"), ("collection.anki2", UPDATE), MEDIA]))
save("newest.apkg", newer(raw, version=4))
LONG = {"qfmt": "{{^A}}" * 10_000 + "{{Front}}", "afmt": "{{Back}}"}
HOSTILE = {str(BOTH): {"type": 0, "flds": SIDES, "tmpls": [LONG] * 12}}
save("long-templates.apkg", package([
    ("collection.anki2", collection([(f"n{number}", BOTH, 1, 0, ["a", "b"]) for number in range(200)],
                                    models=HOSTILE)), MEDIA]))
save("bomb.apkg", package([("collection.anki2", bytes(4_000_000))]))
end = older.rindex(b"PK\5\6")
first = older.index(b"PK\1\2")
liar = bytearray(package([("collection.anki2", bytes(4_000_000))]))
liar[liar.rindex(b"PK\1\2") + 24:][:0] = b""
place = liar.rindex(b"PK\1\2") + 24
liar[place:place + 4] = struct.pack("<I", 4_000)
save("bomb-that-lies.apkg", bytes(liar))
greedy = bytearray(older)
greedy[first + 24:first + 28] = struct.pack("<I", 200_000_000)
save("says-too-much.apkg", bytes(greedy))
many = bytearray(older)
many[end + 8:end + 12] = struct.pack("<HH", 9_000, 9_000)
save("wrong-count.apkg", bytes(many))
far = bytearray(older)
far[first + 42:first + 46] = struct.pack("<I", 0xFFFFFFF0)
save("far-header.apkg", bytes(far))
place = bytearray(older)
place[end + 16:end + 20] = struct.pack("<I", 0x7FFFFFFF)
save("far-contents.apkg", bytes(place))
long_name = bytearray(older)
long_name[first + 28:first + 30] = b"\xff\xff"
save("long-name.apkg", bytes(long_name))
flipped = bytearray(older)
flipped[60] ^= 0xFF
save("flipped.apkg", bytes(flipped))
locked = bytearray(older)
locked[first + 8] |= 1
save("encrypted.apkg", bytes(locked))
save("outside.apkg", package([("../collection.anki2", collection()), ("/etc/collection.anki21", b"x")]))
save("no-database.apkg", package([("collection.anki2", b"SQLite format 3\0" + bytes(600))]))
view = sqlite3.connect(":memory:")
view.executescript("CREATE TABLE col (decks text); CREATE TABLE cards (nid, did, odid, ord);"
                   "CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)"
                   " SELECT id, 'g' AS guid, 'a' AS flds FROM n;")
save("view.apkg", package([("collection.anki2", view.serialize())]))
