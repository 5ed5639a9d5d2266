import TestSupport
import Testing

@testable import Notes

@Suite struct LessonTests {
  private func document(_ text: String, path: String = "02-my_notes.md") -> Document {
    Document(path: path, bytes: Array(text.utf8))
  }
  private func shape(_ document: Document) -> [String] {
    document.chapters.map { "\($0.title): \($0.lessons.map(\.title).joined(separator: " | "))" }
  }

  @Test func levelTwoSectionsAreLessons() {
    #expect(shape(document("# A\n\nOne sentence.\n\n## B\nb\n## C\nc\n")) == ["A: B | C"])
  }

  @Test func aLongerIntroductionIsALesson() {
    #expect(shape(document("# A\n\nOne. Two.\n\n## B\nb\n")) == ["A: Introduction | B"])
    #expect(shape(document("# A\n\n- one\n\n## B\nb\n")) == ["A: Introduction | B"])
  }

  @Test func aShortIntroductionStandsAtTheHeadOfTheFirstLesson() {
    let document = document("# A\n\nOne sentence.\n\n## B\nb\n")
    #expect(document.chapters[0].lessons[0].range.lowerBound == 0)
  }

  @Test func aFileWithoutSectionsIsOneLesson() {
    #expect(shape(document("just text\n")) == ["My notes: My notes"])
    #expect(shape(document("---\ntitle: Given\n---\ntext\n")) == ["Given: Given"])
  }

  @Test func eachLevelOneHeadingOpensAChapter() {
    #expect(shape(document("# A\n## B\nb\n# C\n## D\nd\n")) == ["A: B", "C: D"])
  }

  @Test func titlesAreFreeOfMarks() {
    #expect(shape(document("# *A* `b` &amp; c\n## [link](x) 2\n")) == ["A b & c: link 2"])
  }

  @Test func aPlaceInAFileThatIsGoneLeadsNowhere() {
    let library = Library(title: "", key: "", documents: [document("# A\n\n## B\nb\n")])
    let gone = LessonID(document: 5, chapter: 0, lesson: 0)
    #expect(library[gone] == nil && library.key(of: gone) == "")
    #expect(library.lessonIDs(inDocument: 5) == [])
    #expect(library.lesson(after: gone) == nil)
    #expect(library.lesson(before: gone) == library.lessonIDs.last)
    #expect(library.markdown(of: gone).blocks == [])
  }

  @Test func anEmptyFileHasNoLesson() {
    #expect(shape(document("")) == ["My notes: "])
    #expect(shape(document("\n\n")) == ["My notes: "])
  }

  @Test func lineEndsOfWindowsDoNoHarm() {
    #expect(shape(document("# A\r\n\r\n## B\r\ntext\r\n")) == ["A: B"])
  }

  @Test func binaryAndUTF16FilesAreNamedAsSuch() {
    #expect(
      Document(path: "a.md", bytes: [0, 1, 2]).state
        == .unreadable("is a binary file, not Markdown"))
    #expect(
      Document(path: "a.md", bytes: Array(repeating: 0x61, count: 200) + [0]).state == .read)
    #expect(
      Document(path: "a.md", bytes: [0xFF, 0xFE, 0x41, 0]).state
        == .unreadable("is UTF-16 text; save it as UTF-8"))
  }

  @Test func naturalOrderCountsNumbersAndPutsFrontPagesFirst() {
    #expect(
      NaturalOrder.sorted([
        "10-a.md", "2-b.md", "b/1.md", "README.md", "b/index.md", "b/10.md", "a.md",
      ])
        == ["README.md", "2-b.md", "10-a.md", "a.md", "b/index.md", "b/1.md", "b/10.md"])
  }

  private var library: Library {
    Library(
      title: "t", key: "k",
      documents: [
        document("# A\n## One\n[x](b.md#deep) text\n## Two\n", path: "a.md"),
        document("# B\n## Three\n### Deep\n## Two\nx\n## Two\n", path: "b.md"),
      ])
  }

  @Test func lessonsAreFoundByNumberTitleOrPart() throws {
    let library = library
    #expect(try library.number(of: LessonName.find("2.1", in: library)) == "2.1")
    #expect(try library.number(of: LessonName.find("2", in: library)) == "2.1")
    #expect(try library.number(of: LessonName.find("THREE", in: library)) == "2.1")
    #expect(try library.number(of: LessonName.find("thr", in: library)) == "2.1")
    for name in ["1.-9223372036854775808", "-9223372036854775808", "9223372036854775808"] {
      #expect(throws: LessonName.Problem.noneCalled(name, nearest: nil)) {
        try LessonName.find(name, in: library)
      }
    }
    #expect(throws: LessonName.Problem.noneNumbered("9.1", chapter: nil, last: "2.3")) {
      try LessonName.find("9.1", in: library)
    }
    #expect(throws: LessonName.Problem.noneNumbered("1.99", chapter: 1, last: "1.2")) {
      try LessonName.find("1.99", in: library)
    }
    #expect(
      LessonName.Problem.noneNumbered("1.99", chapter: 1, last: "1.2").message
        == "there is no lesson 1.99; the last one of chapter 1 is 1.2. `attend list` names them all"
    )
    #expect(
      LessonName.Problem.noneCalled("dot", nearest: nil).message
        == "no lesson or chapter is called \"dot\". `attend list` names them all")
    #expect(try library.number(of: LessonName.find("b", in: library)) == "2.1")
    #expect(throws: LessonName.Problem.noneCalled("Thre e", nearest: "Three")) {
      try LessonName.find("Thre e", in: library)
    }
    #expect(throws: LessonName.Problem.self) { try LessonName.find("two", in: library) }
    for hostile in ["", ".", "1.", "-1", "0", "99999999999999999999", "1.99999999999999999999"] {
      _ = try? LessonName.find(hostile, in: library)
    }
  }

  @Test func keysNameLessonsFromRunToRun() {
    let library = library
    for id in library.lessonIDs { #expect(library.lesson(withKey: library.key(of: id)) == id) }
    #expect(Set(library.lessonIDs.map(library.key)).count == library.lessonIDs.count)
    #expect(library.lesson(withKey: "a.md#Gone") == nil)
  }

  @Test func nextAndPreviousCrossChaptersAndFiles() {
    let library = library
    let ids = library.lessonIDs
    #expect(library.lesson(after: ids[1]) == ids[2])
    #expect(library.lesson(before: ids[2]) == ids[1])
    #expect(library.lesson(after: ids[4]) == nil)
    #expect(library.lesson(before: ids[0]) == nil)
  }

  /// A link that leads nowhere names what it is a slip of, and nothing that is merely short.
  @Test(arguments: [
    ("#nearr", "there is no heading #nearr: did you mean #near?"),
    ("#far", "there is no heading #far"),
    ("secnd.md", "secnd.md is not among these notes: did you mean second.md?"),
    ("./Secondd.md", "./Secondd.md is not among these notes: did you mean second.md?"),
    ("b.md", "b.md is not among these notes"),
    ("x/secnd.md", "x/secnd.md is not among these notes"),
  ])
  func slipsOfLinksAreNamed(link: String, told: String) {
    let texts = [
      ("x/a.md", "# A\n\n## Near\n\nx\n"), ("x/second.md", "# B\n"), ("second.md", "# C\n"),
    ]
    let library = Library(
      title: "n", key: "n",
      documents: texts.map { Document(path: $0.0, bytes: Array($0.1.utf8)) })
    let id = LessonID(document: 0, chapter: 0, lesson: 0)
    guard case .nowhere(let why) = library.resolve(link: link, from: id) else {
      Issue.record("\(link)")
      return
    }
    #expect(Diagnostic(.error, why).advice == told)
  }

  @Test func linksLeadToLessonsHeadingsAndTheWeb() throws {
    let library = library
    let first = library.lessonIDs[0]
    let third = LessonID(document: 1, chapter: 0, lesson: 0)
    #expect(library.resolve(link: "b.md#deep", from: first) == .lesson(third, anchor: "deep"))
    #expect(library.resolve(link: "b.md", from: first) == .lesson(third, anchor: nil))
    #expect(
      library.resolve(link: "#two", from: first) == .lesson(library.lessonIDs[1], anchor: "two"))
    #expect(
      library.resolve(link: "https://a.b/c", from: first) == .web(try WebAddress("https://a.b/c")))
    for link in [
      "javascript:alert(1)", "file:///etc/passwd", "c.md", "#none", "https://a b\u{1B}",
      "../../../etc/passwd",
    ] {
      guard case .nowhere = library.resolve(link: link, from: first) else {
        Issue.record("\(link) leads somewhere")
        continue
      }
    }
  }

  /// Accents are one character or two, in the file's name or in the link; files of both are two.
  /// Anchors are counted over all headings of a file, whatever their levels, as GitHub and MkDocs count them. The
  /// places are those of `anchors.py` beside the fixtures, which follows github-slugger and Python-Markdown.
  @Test func headingsOfOneTextAreCounted() throws {
    let text = try Files.text(of: Files.tests + "/Fixtures/anchors/repeated.md")
    let library = Library(
      title: "N", key: "n", documents: [Document(path: "a.md", bytes: Array(text.utf8))])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(library.lessonIDs.first)
    let expected = try Files.text(of: Files.tests + "/Fixtures/anchors/repeated.tsv").split(
      separator: "\n")
    #expect(expected.count > 20)
    for row in expected {
      let cells = row.split(separator: "\t").map(String.init)
      let line = try #require(Int(cells[1]))
      guard case .lesson(let id, let anchor?) = library.resolve(link: "#\(cells[0])", from: first)
      else {
        Issue.record("\(row)")
        continue
      }
      // The heading at that line is the one that is called so in its lesson.
      let start = try #require(library[id]?.line)
      var slugs = Slugs()
      var found: Int?
      for number in start...lines.count where lines[number - 1].hasPrefix("#") {
        let title = lines[number - 1].drop { $0 == "#" }.trimmed
        if slugs.next(title) == anchor {
          found = number
          break
        }
      }
      #expect(found == line, "\(row): \(id), \(anchor)")
    }
  }

  /// Obsidian's path of headings leads to the one below the others.
  @Test(arguments: [
    ("[[#Linux]]", "linux", "Setup"), ("[[#Other#Linux]]", "linux", "Other"),
    ("[[#Book#Setup#Linux]]", "linux", "Setup"), ("[[#Missing#Linux]]", "linux", "Setup"),
  ])
  func aPathOfHeadings(link: String, anchor: String, title: String) throws {
    let text =
      "# Book\n\n## Setup\n### Linux\nx\n#### Deep\ny\n## Other\n### Deep\nz\n### Linux\nx\n"
    let library = Library(
      title: "N", key: "n", documents: [Document(path: "a.md", bytes: Array(text.utf8))])
    let first = try #require(library.lessonIDs.first)
    guard case .lesson(let id, let found) = library.resolve(link: link, from: first) else {
      Issue.record("nowhere")
      return
    }
    #expect(library[id]?.title == title && found == anchor)
  }

  @Test func accentsOfALinkMayBeWrittenInEitherWay() {
    let (one, two) = ("caf\u{E9}", "cafe\u{301}")
    func library(_ names: [String]) -> Library {
      Library(
        title: "", key: "",
        documents: names.map {
          Document(path: "\($0).md", bytes: Array("# \($0)\n\n## Z\($0)\n".utf8))
        })
    }
    for (name, link) in [(one, two), (two, one), (one, "caf%C3%A9"), (two, "caf%C3%A9")] {
      let library = library([name])
      let id = library.lessonIDs[0]
      #expect(library.resolve(link: "\(link).md", from: id) == .lesson(id, anchor: nil))
      guard case .lesson = library.resolve(link: "\(link).md#z\(link)", from: id) else {
        Issue.record("\(name.utf8.count) \(link.utf8.count)")
        continue
      }
      if !link.contains("%") { #expect(library.lesson(withKey: "\(link).md#Z\(name)") == id) }
    }
    for names in [[one, two], [two, one]] {
      let library = library(names)
      for (name, id) in zip(names, library.lessonIDs) {
        #expect(library.resolve(link: "\(name).md", from: id) == .lesson(id, anchor: nil))
        #expect(library.lesson(withKey: library.key(of: id)) == id)
      }
    }
  }

  @Test func definitionsHoldForTheWholeFile() {
    let library = Library(
      title: "t", key: "k",
      documents: [
        document(
          "# A\n## One\nsee [it][r] and note[^n]\n## Two\n[r]: https://x.y\n\n[^n]: The note.\n")
      ])
    let markdown = library.markdown(of: library.lessonIDs[0])
    guard case .paragraph(let inlines) = markdown.blocks[2].kind else {
      Issue.record("\(markdown.blocks)")
      return
    }
    #expect(inlines.contains(.link(destination: "https://x.y", [.text("it")])))
    #expect(inlines.contains(.footnote(number: 1)))
    guard case .footnotes(let notes)? = markdown.blocks.last?.kind else {
      Issue.record("no footnotes")
      return
    }
    #expect(notes.map(\.number) == [1])
  }
}
