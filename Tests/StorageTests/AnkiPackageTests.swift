import Notes
import TestSupport
import Testing

@testable import Storage

/// Packages of Anki's, made by the script beside them.
@Suite struct AnkiPackageTests {
  private func bytes(_ name: String) throws -> [UInt8] {
    try Files.bytes(of: Files.tests + "/Fixtures/anki/\(name).apkg")
  }

  @Test(arguments: ["older", "both", "stored", "newer"])
  func notesComeWithTheirDecks(name: String) throws {
    let notes = try AnkiPackage(bytes(name)).notes
    #expect(notes.map(\.deck) == ["Maths::Vectors", "Maths::Vectors", "Default", "Default"])
    #expect(notes.map(\.guid) == ["Gk[3fQ}x1a", "b!72kd;Pz,", "cZ#a(01~Lm", "d0000000pq"])
    #expect(notes[0].fields == ["What is the <b>norm</b> of (3, 4)?", "5"])
    #expect(notes[1].fields == ["The war was in {{c1::1939-1945}}.", "It was long.<br>Very."])
  }

  @Test func withoutDecksTheyAreCards() throws {
    #expect(try Set(AnkiPackage(bytes("no-decks")).notes.map(\.deck)) == ["Cards"])
  }

  /// As many cards as templates find something to show, and the tags.
  @Test func templatesMakeTheCards() throws {
    let notes = try AnkiPackage(bytes("templates")).notes
    let cards = notes.map { note in
      note.cards.map { "\($0.number) \($0.card.front.trimmed) / \($0.card.back.trimmed)" }
    }
    #expect(
      cards == [
        ["0 Hund / dog", "1 dog / Hund"], ["0 Katze / cat", "1 cat / Katze"], ["0 Maus / mouse"],
        ["0 Say: Kuh / cow"], ["0 Pferd / "], [],
      ])
    #expect(notes.map(\.tags) == [["german::animals", "a1"], [], [], [], [], ["a1"]])
  }

  /// Of each card, in the order of time; what says nothing of remembering is left out.
  @Test func answersComeWithTheirCards() throws {
    let notes = try AnkiPackage(bytes("answered")).notes
    let answers = notes.map { note in
      note.answers.map { "\($0.number) \($0.time) \($0.grade) \($0.duration)" }
    }
    #expect(
      answers == [
        ["0 1700000100000 3 4000", "0 1700100000000 1 5000"],
        ["0 1700000200000 4 6000", "1 1700000300000 2 6000"], [], [],
      ])
    #expect(try AnkiPackage(bytes("older")).notes.allSatisfy(\.answers.isEmpty))
  }

  /// What Anki itself exported by default, with its decks, templates and answers in tables of their own.
  @Test func whatAnkiExportsTodayIsRead() throws {
    let notes = try AnkiPackage(bytes("exported")).notes
    let cards = notes.map { note in
      note.cards.map { "\($0.number) \($0.card.front.trimmed) / \($0.card.back.trimmed)" }
    }
    #expect(cards == [["0 Hund / dog", "1 dog / Hund"], [], ["0 Say: Kuh / cow"]])
    #expect(notes.map(\.guid) == ["note-1", "note-2", "note-3"])
    #expect(notes.map(\.deck) == ["Maths::Vectors", "Default", "Default"])
    #expect(notes.map(\.fields) == [["Hund", "dog"], ["A {{c1::b}} c", ""], ["Kuh", "cow"]])
    #expect(notes.map { $0.cards.map(\.card.typed) } == [[nil, nil], [], ["cow"]])
    #expect(notes.map(\.tags) == [["a1", "german::animals"], [], []])
    let answers = notes.map { note in note.answers.map { "\($0.number) \($0.grade)" } }
    #expect(answers == [["0 3", "1 1"], [], []])
  }

  /// Numbers of seven bits a byte, texts with their lengths; numbers of four and eight bytes are skipped.
  @Test(arguments: [
    ([], 0, ""), ([8, 3], 3, ""), ([8, 1, 8, 0x96, 1], 150, ""), ([18, 2, 104, 105], 0, "hi"),
    ([9, 1, 2, 3, 4, 5, 6, 7, 8, 21, 1, 2, 3, 4, 18, 1, 104, 8, 7], 7, "h"),
    ([8, 3, 18, 5, 104], 3, ""), ([8, 0xFF], 0, ""), ([8, 3, 15], 3, ""), ([9, 1], 0, ""),
    ([18, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 104], 0, ""),
  ]) func messagesAreRead(bytes: [UInt8], number: Int, text: String) {
    let fields = ProtobufFields(bytes[...])
    #expect(fields.int(1) == number && fields.text(2) == text, "\(bytes)")
  }

  /// What is to be typed is known beside what is shown, in whatever way it is compared.
  @Test(
    arguments: [
      ("Say: {{Front}} {{type:Back}}", "dog"), ("{{Front}}{{type:nc:Back}}", "dog"),
      ("{{Front}} {{hint:Back}}", nil), ("{{Front}}", nil), ("{{Front}}{{type:None}}", nil),
    ] as [(String, String?)]) func whatIsTypedIsKnown(front: String, typed: String?)
  {
    let fields = AnkiTemplate.Fields(["Front": "Hund", "Back": "dog"])
    let sides = AnkiTemplate(front: front, back: "{{Front}}<hr id=answer>{{type:Back}}").sides(
      of: fields)
    #expect(sides?.typed == typed && sides?.back == "dog")
  }

  /// A section without its end goes on to the end; an end without a section is none.
  @Test func sectionsMayStandInEachOther() {
    let fields = AnkiTemplate.Fields(["A": "x", "B": " ", "Front": "f"])
    for (front, shown) in [
      ("{{#A}}1{{#B}}2{{/B}}3{{/A}}{{Front}}", "13f"), ("{{/A}}{{Front}}{{#B}}2{{^A}}3", "f"),
      ("{{^B}}{{#A}}1{{Front}}", "1f"), ("{{#B}}{{#A}}1{{/A}}{{/B}}{{Front}}{{", "f{{"),
    ] {
      #expect(AnkiTemplate(front: front, back: "").sides(of: fields)?.front == shown, "\(front)")
    }
  }

  /// A field is looked at once, however often templates ask whether it is filled.
  @Test func conditionsOnALongFieldAreCheap() {
    let fields = AnkiTemplate.Fields([
      "Empty": String(repeating: " ", count: 200_000), "Front": "Hund", "Back": "dog",
    ])
    let template = AnkiTemplate(
      front: String(repeating: "{{#Empty}}x{{/Empty}}", count: 3_000) + "{{Front}}",
      back: String(repeating: "{{^Empty}}", count: 6_000) + "{{Empty}}{{Back}}")
    let sides = template.sides(of: fields)
    #expect(sides?.front == "Hund" && sides?.back.trimmed == "dog")
  }

  /// A side ends before the field that would make it too long; where that is the first, there is no card.
  @Test func aSideIsNoLongerThanItMayBe() {
    let fields = AnkiTemplate.Fields([
      "Long": String(repeating: "a", count: 600_000),
      "Longer": String(repeating: "b", count: 2_000_000),
      "Back": "dog",
    ])
    func sides(_ front: String) -> (front: Int, back: Int)? {
      AnkiTemplate(front: front, back: "{{Back}} {{Longer}}{{Back}}").sides(of: fields)
        .map { ($0.front.utf8.count, $0.back.utf8.count) }
    }
    #expect(sides("{{Long}}{{Long}}")?.front == 600_000)
    #expect(sides("{{Back}}{{Longer}}")?.front == 3 && sides("{{Back}}")?.back == 4)
    #expect(sides("{{Longer}}")?.front == nil)
  }

  private func problem(_ bytes: [UInt8]) -> String? {
    do throws(Diagnostic) {
      _ = try AnkiPackage(bytes, mostUnpacked: 1_000_000)
      return nil
    } catch { return error.advice }
  }

  /// A sentence each, and never more memory than what was asked for.
  @Test(arguments: [
    ("long-templates", "has templates that are too long for so many notes"),
    ("newest", "is a package of a form that is not known here: export it again with"),
    ("newer-cut", "is a damaged package"), ("newer-bomb", "unpacks to more than 1 MB"),
    ("newer-says-too-much", "unpacks to more than 1 MB"),
    ("newer-no-frame", "is a damaged package"),
    ("newer-flipped", "is a damaged package"),
    ("newer-empty", "is a zip file without a collection of Anki's"),
    ("bomb", "unpacks to more than 1 MB"), ("bomb-that-lies", "is a damaged package"),
    ("says-too-much", "unpacks to more than 1 MB"), ("wrong-count", "is a damaged package"),
    ("far-header", "is a damaged package"), ("far-contents", "is a damaged package"),
    ("long-name", "is a damaged package"), ("flipped", "is a damaged package"),
    ("encrypted", "is encrypted"), ("outside", "is a zip file without a collection of Anki's"),
    ("no-database", "holds a collection that cannot be read"),
    ("view", "holds a collection that cannot be read"),
  ]) func whatNobodyShouldTrustIsSaid(name: String, message: String) throws {
    let found = try problem(bytes(name))
    #expect(found?.hasPrefix(message) == true, "\(found ?? "nothing")")
  }

  /// Cut anywhere, it is no whole package; with any byte another, it is read or refused.
  @Test func damageIsSaid() throws {
    try damage(of: bytes("older"), step: 1)
    try damage(of: bytes("exported"), step: 5)
  }

  private func damage(of whole: [UInt8], step: Int) {
    for count in 0..<whole.count { #expect(problem(Array(whole[..<count])) != nil, "\(count)") }
    for place in stride(from: 0, to: whole.count, by: step) {
      var other = whole
      other[place] ^= 0x41
      #expect(problem(other) != "", "\(place)")
    }
  }
}
