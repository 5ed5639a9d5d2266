import Notes
import TestSupport
import Testing

@testable import Storage

/// Packages of Anki's, made by the script beside them.
@Suite struct AnkiPackageTests {
  private func bytes(_ name: String) throws -> [UInt8] {
    try Files.bytes(of: Files.tests + "/Fixtures/anki/\(name).apkg")
  }

  @Test(arguments: ["older", "both", "stored"])
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
    } catch { return error.message }
  }

  /// A sentence each, and never more memory than what was asked for.
  @Test(arguments: [
    ("long-templates", "has templates that are too long for so many notes"),
    ("newer", "is a package for new versions of Anki alone: export it again with"),
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
    let whole = try bytes("older")
    for count in 0..<whole.count { #expect(problem(Array(whole[..<count])) != nil, "\(count)") }
    for place in whole.indices {
      var other = whole
      other[place] ^= 0x41
      #expect(problem(other) != "", "\(place)")
    }
  }
}
