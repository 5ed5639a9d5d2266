/// All headings of a file in their order, as links to its anchors count them: of ten headings of one text each has
/// a name of its own.
struct FileHeadings: Sendable {
  /// A heading, by the lesson that it stands in and what it is called there.
  struct Heading: Equatable, Sendable {
    let lesson: LessonID
    let anchor: String
  }

  private struct Entry: Sendable {
    let heading: Heading
    let level: Int
    /// What its text alone would be called.
    let slug: String
  }

  private var all: [Entry] = []
  /// By GitHub's names, and by those of MkDocs.
  private var names: [String: Int] = [:]
  /// By their letters and digits alone: programs differ in what they make of signs and spaces.
  private var letters: [String: Int] = [:]

  init(_ document: Int, of library: Library) {
    var slugs = [Slugs(), Slugs(separator: "_")]
    for id in library.lessonIDs(inDocument: document) {
      var own = Slugs()
      for heading in library.markdown(of: id).blocks.headings {
        let title = heading.title.titleText
        for index in slugs.indices {
          let name = slugs[index].next(title)
          if names[name] == nil { names[name] = all.count }
        }
        let bare = Self.letters(of: title)
        if letters[bare] == nil { letters[bare] = all.count }
        all.append(
          Entry(
            heading: Heading(lesson: id, anchor: own.next(title)), level: heading.level,
            slug: Slugs.slug(title)))
      }
    }
  }

  /// The heading of an anchor.
  func heading(named anchor: String) -> Heading? { names[anchor].map { all[$0].heading } }

  /// The first heading with the letters and digits of an anchor: `caret-mark-tilde` of MkDocs is "Caret, Mark &
  /// Tilde", `in-a-myst-yml-file` of MyST is "In a `myst.yml` file".
  func heading(lettered anchor: String) -> Heading? {
    let bare = Self.letters(of: anchor)
    return bare.isEmpty ? nil : letters[bare].map { all[$0].heading }
  }

  private static func letters(of text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The heading that a path of headings leads to, each below the one before: `Setup#Linux`. Where the last one
  /// does not stand there, none.
  func heading(at path: [String]) -> Heading? {
    var way = HeadingPath(path)
    return all.first { way.isEnd($0.level, $0.slug) }?.heading
  }

  /// Whether an anchor may be that of one of several headings of the same text.
  static func isNumbered(_ anchor: String) -> Bool {
    let rest = anchor.utf8.reversed().drop { (0x30...0x39).contains($0) }
    return rest.count < anchor.utf8.count
      && (rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "_"))
  }
}
