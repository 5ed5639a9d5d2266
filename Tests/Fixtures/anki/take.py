"""Shows Anki itself a package that attend wrote; run by hand: `python take.py ATTEND NOTES`, with `anki` of PyPI.

Takes it in twice into a new collection, the second time written anew, and says what came of it.
"""

import os
import subprocess
import sys
import tempfile

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

attend, notes = os.path.abspath(sys.argv[1]), sys.argv[2]
with tempfile.TemporaryDirectory() as folder:
    package, text = os.path.join(folder, "cards.apkg"), os.path.join(folder, "cards.txt")
    collection = Collection(os.path.join(folder, "collection.anki2"))

    def take():
        subprocess.run([attend, "export", "--anki", package, notes], check=True)
        return collection.import_anki_package(
            ImportAnkiPackageRequest(package_path=package, options=ImportAnkiPackageOptions())).log

    subprocess.run([attend, "export", "--anki", text, notes], check=True)
    rows = [line.split("\t") for line in open(text) if not line.startswith("#")]
    first = take()
    assert len(first.new) == len(rows) == collection.note_count() == collection.card_count(), first
    problems, fixed = collection.fix_integrity()
    assert fixed, problems
    for guid, front, back, tags in rows:
        (number,) = collection.db.list("SELECT id FROM notes WHERE guid = ?", guid)
        note = collection.get_note(number)
        assert note.fields == [front, back], (note.fields, front, back)
        assert sorted(note.tags, key=str.lower) == sorted(set(tags.split()), key=str.lower), note.tags
        (card,) = note.cards()
        assert front in card.question() and "<hr id=answer>" in card.answer(), card.answer()
        assert card.queue == 0 and card.reps == 0
    print("decks:", *(deck.name for deck in collection.decks.all_names_and_ids()), sep="\n  ")
    # A card that was studied stays so.
    first_card = collection.get_card(collection.db.list("SELECT id FROM cards ORDER BY due")[0])
    collection.decks.set_current(first_card.did)
    card = collection.sched.getCard()
    card.start_timer()
    collection.sched.answerCard(card, 3)
    again = take()
    assert not again.new and collection.note_count() == len(rows), again
    assert len(again.updated) + len(again.duplicate) == len(rows), again
    assert collection.get_card(card.id).reps == 1
    types = [entry.name for entry in collection.models.all_names_and_ids()]
    assert types.count("Attend") == 1 and not any(name.startswith("Attend-") for name in types), types
    print(f"{len(rows)} cards; again: {len(again.updated)} updated, {len(again.duplicate)} as they were")
    collection.close()
