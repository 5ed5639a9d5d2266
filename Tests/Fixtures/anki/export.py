"""A package as Anki itself exports it by default; run by hand in this folder, with `anki` of PyPI.

What Anki's form for old versions weighs is packed here, for a smaller file; nothing else is changed.
"""

import os
import tempfile
import zipfile

from anki.collection import Collection, ExportAnkiPackageOptions

with tempfile.TemporaryDirectory() as folder:
    collection = Collection(os.path.join(folder, "collection.anki2"))
    types = collection.models
    typed = types.by_name("Basic (type in the answer)")
    typed["tmpls"][0]["qfmt"] = "Say: {{Front}}\n\n{{type:Back}}"
    types.update_dict(typed)
    deck = collection.decks.id("Maths::Vectors")
    for number, (name, where, fields, tags) in enumerate([
        ("Basic (and reversed card)", deck, ["Hund", "dog"], ["german::animals", "a1"]),
        ("Cloze", 1, ["A {{c1::b}} c", ""], []),
        ("Basic (type in the answer)", 1, ["Kuh", "cow"], []),
    ], 1):
        note = collection.new_note(types.by_name(name))
        note.fields, note.tags, note.guid = fields, tags, f"note-{number}"
        collection.add_note(note, where)
    collection.decks.set_current(deck)
    for card, ease in zip(collection.find_cards("deck:Maths::Vectors"), (3, 1)):
        card = collection.get_card(card)
        card.start_timer()
        collection.sched.answerCard(card, ease)
    path = os.path.join(folder, "package.apkg")
    collection.export_anki_package(out_path=path, limit=None, options=ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=False, with_media=True, legacy=False))
    collection.close()
    with zipfile.ZipFile(path) as package, zipfile.ZipFile("exported.apkg", "w") as out:
        for name in package.namelist():
            packed = zipfile.ZIP_DEFLATED if name == "collection.anki2" else zipfile.ZIP_STORED
            out.writestr(zipfile.ZipInfo(name), package.read(name), packed)
