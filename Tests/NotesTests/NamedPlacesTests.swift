import Testing

@testable import Notes

/// Names in a note that links lead to, found in one pass over it.
@Suite struct NamedPlacesTests {
  private func library(_ text: String) -> Library {
    Library(title: "n", key: "n", documents: [Document(path: "a.md", bytes: Array(text.utf8))])
  }

  @Test(arguments: [
    ("<a id=\"x\"></a>", "x"), ("<a ID='x'>", "x"), ("<a name=\"x\">", "X"), ("## A {#x}", "x"),
    ("## A {#x .y}", "x"), ("## A { #x }", "x"), ("## A {: #x}", "x"), ("{: #x .y}", "x"),
    ("## A[[x]]\n", "x"), ("<p id=\"é\">", "É"),
  ])
  func elements(written: String, name: String) {
    let places = NamedPlaces(
      0, of: library("# T\n\nText.\n\n## One\n\nText.\n\n## Two\n\n\(written)\n"))
    let last = library("# T\n\nText.\n\n## One\n\nText.\n\n## Two\n\n\(written)\n").lessonIDs.last
    #expect(places.lesson(ofElement: name) == last)
    #expect(places.lesson(ofElement: name + "y") == nil)
  }

  @Test(arguments: [
    "<a id=\"x>", "id=x", "{#x", "{#x\n}", "[[x]] is more", "{# x}", "{#}", "id=\"\"",
  ])
  func whatIsNone(written: String) {
    #expect(NamedPlaces(0, of: library("# T\n\n\(written)\n")).lesson(ofElement: "x") == nil)
  }

  @Test func theFirstOfABlocksNameHolds() {
    let library = library("# T\n\n## A\n\nText. ^b1\n\n## B\n\nText. ^b1\n\n^b2\n\n^^b3 ^b4x\n")
    let places = NamedPlaces(0, of: library)
    let ids = library.lessonIDs
    #expect(places.lesson(ofBlock: "b1") == ids[0] && places.lesson(ofBlock: "b2") == ids[1])
    #expect(places.lesson(ofBlock: "b3") == ids[1] && places.lesson(ofBlock: "b4") == nil)
  }

  /// What HTML names is surer than what attributes do.
  @Test func theSurestFormHolds() {
    let library = library("# T\n\n## A {#x}\n\nText.\n\n## B\n\n<a id=\"x\"></a> Text.\n")
    #expect(NamedPlaces(0, of: library).lesson(ofElement: "x") == library.lessonIDs[1])
  }

  /// A slip is compared with so many words, and with so many of all slips.
  @Test func suggestionsHaveAnEnd() {
    var anchors = Anchors()
    let words = (0..<2_000).map { "word\($0)" }
    #expect(anchors.nearest(to: "wrd7", among: words) == "word7")
    #expect(anchors.nearest(to: "wrd7", among: words + ["more"]) == nil)
    for _ in 0..<49 { _ = anchors.nearest(to: "wrd7", among: words) }
    #expect(anchors.nearest(to: "wrd7", among: ["word7"]) == nil)
  }

  @Test func aPathLongerThanAnySystemHas() {
    let library = library("# T\n\nText.\n")
    let link = "/" + String(repeating: "a/", count: 100_000) + "a.md"
    guard case .nowhere = library.resolve(link: link, from: library.lessonIDs[0]) else {
      Issue.record("\(link.prefix(20)) leads somewhere")
      return
    }
    #expect(
      library.resolve(link: "/x/a.md", from: library.lessonIDs[0])
        == .lesson(library.lessonIDs[0], anchor: nil))
  }
}
