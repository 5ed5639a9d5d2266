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
    ("## A[[x]]\n", "x"), ("<p id=\"é\">", "É"), ("## A <b>b</b> { id=x }", "x"),
    ("## A {.b id=x}", "x"), ("<p id=x>", "x"), ("#### <!-- md:setting x -->", "x"),
    ("<!-- md:option x -->", "+x"), ("``` { .sh .y #x }\n1\n```", "x"),
  ])
  func elements(written: String, name: String) {
    let places = NamedPlaces(
      0, of: library("# T\n\nText.\n\n## One\n\nText.\n\n## Two\n\n\(written)\n"))
    let last = library("# T\n\nText.\n\n## One\n\nText.\n\n## Two\n\n\(written)\n").lessonIDs.last
    #expect(places.lesson(ofElement: name) == last)
    #expect(places.lesson(ofElement: name + "y") == nil)
  }

  @Test(arguments: [
    "<a id=\"x>", "id=x", "<!-- see x -->", "<!-- md:x -->", "<!-- md:option x", "{#x", "{#x\n}",
    "[[x]] is more", "{# x}", "{#}", "id=\"\"",
  ])
  func whatIsNone(written: String) {
    #expect(NamedPlaces(0, of: library("# T\n\n\(written)\n")).lesson(ofElement: "x") == nil)
  }

  /// MyST's front matter gives the whole note a name.
  @Test(arguments: ["label: about", "label: \"about\""]) func notesHaveNames(label: String) {
    let note = "---\ntitle: B\n\(label)\n---\n\n# B\n\n## Two\n\nlabel: other\n"
    let library = Library(
      title: "n", key: "n",
      documents: [
        Document(path: "a.md", bytes: Array("# A\n\nText.\n".utf8)),
        Document(path: "b.md", bytes: Array(note.utf8)),
      ])
    let ids = library.lessonIDs
    #expect(library.resolve(link: "#about", from: ids[0]) == .lesson(ids[1], anchor: "b"))
    guard case .nowhere = library.resolve(link: "#other", from: ids[0]) else {
      Issue.record("a line of the text is no name")
      return
    }
  }

  /// Programs differ in what they make of signs: a link that no exact name answers leads to the first heading with
  /// its letters and digits.
  @Test(arguments: [
    ("#caret-mark-tilde", 0), ("#caret-mark--tilde", 0), ("#in-a-myst-yml-file", 1),
    ("#in-a-mystyml-file", 1), ("#In_a_myst.yml_file", 1), ("#caret-mark", nil), ("#-", nil),
    ("#caret-mark-tilde-1", nil),
  ])
  func letters(link: String, lesson: Int?) {
    let library = library("# T\n\n## Caret, Mark & Tilde\n\nx\n\n## In a `myst.yml` file\n\ny\n")
    let ids = library.lessonIDs
    let found: LessonID? =
      if case .lesson(let id, _) = library.resolve(link: link, from: ids[0]) { id } else { nil }
    #expect(found == lesson.map { ids[$0] })
  }

  /// Footnotes as MkDocs, Pandoc and GitHub call them are where they are referred to; where nothing does so, where
  /// they stand.
  @Test(arguments: [
    ("fn:a", 1), ("fnref:a", 1), ("fnref2:a", 1), ("fna", 1), ("fn-a", 1),
    ("user-content-fnref-a", 1), ("fn:1", 0), ("fn1", 0), ("fnref1", 0), ("fn:b", 2), ("fn:c", nil),
    ("fn", nil), ("a", nil),
  ])
  func footnotes(name: String, lesson: Int?) {
    let library = library(
      "# T\n\n## A\n\nx[^1]\n\n## B\n\ny[^a]\n\n## C\n\nz[^a]\n\n[^a]: A\n[^1]: B\n[^b]: C\n")
    #expect(
      NamedPlaces(0, of: library).lesson(ofElement: name)
        == lesson.map { library.lessonIDs[$0] })
  }

  /// As Python-Markdown with pymdownx.tabbed numbers them.
  @Test func tabs() {
    let text = """
      === "A"

          one

          === "Inner"
              x

      === "B"
          two

      ===! "C"
          three

      Words.

      ===+ "D"
          four

      ```
      === "Code"
      ```
      ===
      === none
      """
    let bytes = Array(text.utf8)
    let found = TabPlaces(in: bytes).all
    #expect(
      found.map(\.name) == [
        "__tabbed_1_1", "__tabbed_2_1", "__tabbed_1_2", "__tabbed_3_1", "__tabbed_4_1",
      ])
    #expect(
      found.map { String(decoding: bytes[$0.byte...].prefix { $0 != 10 }, as: UTF8.self).trimmed }
        == ["=== \"A\"", "=== \"Inner\"", "=== \"B\"", "===! \"C\"", "===+ \"D\""])
    let library = library("# T\n\n## A\n\nx\n\n## B\n\n=== \"One\"\n    y\n")
    let places = NamedPlaces(0, of: library)
    #expect(places.lesson(ofElement: "__tabbed_1_1") == library.lessonIDs[1])
    #expect(places.lesson(ofElement: "__tabbed_1_2") == nil)
    for name in ["one", "b-one"] {
      #expect(places.lesson(ofElement: name) == library.lessonIDs[1])
    }
  }

  /// The top of a page, and lines of its source as GitHub names them, also in what it shows as plain text.
  @Test(arguments: [
    ("#top", 0), ("#Top", 0), ("a.md#top", 0), ("a.md#L1", 0), ("a.md?plain=1#L5", 0),
    ("a.md?plain=1#L8", 1), ("#L7-L12", 1), ("a.md#L7C2-L12C1", 1), ("#L99999999999999999999", 1),
    ("#L", nil), ("#L7x", nil), ("#l7", nil), ("#L7-L8-L9", nil), ("#tops", nil), ("#L-7", nil),
  ])
  func madePlaces(link: String, lesson: Int?) {
    let library = library("# T\n\n## A\n\nText.\n\n## B\n\nText.\n")
    let target = library.resolve(link: link, from: library.lessonIDs[1])
    if let lesson {
      #expect(target == .lesson(library.lessonIDs[lesson], anchor: nil))
    } else if case .nowhere = target {
    } else {
      Issue.record("\(link) leads to \(target)")
    }
  }

  /// The line is counted in the lesson that holds it; a link to a line of the text above all lessons is one to the
  /// first.
  @Test(
    arguments: [
      ("#L8", 1, 2), ("#L7", 1, 1), ("#L5-L6", 0, 5), ("#L1", 0, 1), ("#b", 1, nil), ("#L", 1, nil),
      ("#L99999999999999999999", 1, Int.max - 6), ("a.md", 0, nil),
    ] as [(String, Int, Int?)])
  func aLineIsOneOfItsLesson(link: String, lesson: Int, line: Int?) {
    let library = library("# T\n\n## A\n\nText.\n\n## B\n\nText.\n")
    #expect(library.line(ofLink: link, in: library.lessonIDs[lesson]) == line)
  }

  /// The names are those that pymdownx.blocks.tab gives them.
  @Test func tabsBetweenSlashes() {
    let text = """
      /// tab | A
      one

      //// tab | Inner
      x
      ////
      ///

      /// tab | B
      two
      ///

      /// tab | C
          new: true
      three
      ///

      Words.

      /// tab | D
      four
      ///

      /// tabular | E
      """
    #expect(
      TabPlaces(in: Array(text.utf8)).all.map(\.name) == [
        "__tabbed_1_1", "__tabbed_2_1", "__tabbed_1_2", "__tabbed_3_1", "__tabbed_4_1",
      ])
  }

  @Test func aHeadingOfThatNameIsMeant() {
    let library = library("# T\n\n## A\n\nText.\n\n## Top\n\nText.\n")
    #expect(
      library.resolve(link: "#top", from: library.lessonIDs[0])
        == .lesson(library.lessonIDs[1], anchor: "top"))
  }

  @Test func aNoteBesideIsNamedWithoutItsQuery() {
    var library = library("# T\n\nText.\n")
    library.isFile = true
    guard
      case .beside(let note) = library.resolve(
        link: "b.md?plain=1#L3", from: library.lessonIDs[0]),
      case .beside(let plain) = library.resolve(link: "b.md", from: library.lessonIDs[0])
    else {
      Issue.record("it is not looked for")
      return
    }
    #expect(note == plain)
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
