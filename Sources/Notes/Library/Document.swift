/// One file of notes and what was found in it.
package struct Document: Equatable, Sendable {
  /// What is known of a file.
  package enum State: Equatable, Sendable {
    /// It has not been read yet.
    case unread
    /// Its chapters are known.
    case read
    /// It cannot be read as notes; the reason, as a sentence.
    case unreadable(String)
  }
  /// The text of the file's path (see `Path`), relative to the folder that was opened; its name
  /// where a file was opened.
  package var path: String
  /// The parts of a book that a table of contents puts it in; nil where none names it.
  package let section: [String]?
  /// The name of the folder that was opened, for a file that stands right in it.
  package let home: String?
  /// What a table of contents calls it, where it does.
  package let named: String?
  /// How many other notes it stands below in a table of contents.
  package let depth: Int
  /// What begins lines of its code that are not shown, by language.
  let hiddenLines: [String: String]
  /// What MyST's substitutions of its book stand for.
  let substitutions: [String: String]
  /// What is known of it.
  package var state = State.unread
  /// What was found in it; nil until it was read, or begun.
  private var contents: NoteContents?
  /// All of the file; of a notebook, its Markdown.
  package var bytes: [UInt8] { contents?.bytes ?? [] }
  /// The files that it pulls in; nil where there are none, or nothing to read them from.
  package var pulled: PulledFiles? { contents?.pulled }
  /// The chapters, in order; one, named after the file, while it is unread.
  package var chapters: [Chapter] {
    contents?.chapters ?? [Chapter(title: named ?? fallbackTitle, line: 0, lessons: [])]
  }
  /// What it is called where it says nothing itself.
  private var fallbackTitle: String {
    Titles.readable(fileName: home.map { "\($0)/\(path)" } ?? path)
  }
  /// How many they are.
  package var chapterCount: Int { contents?.chapters.count ?? 1 }
  /// How many lessons they hold.
  var lessonCount: Int { contents?.chapters.reduce(0) { $0 + $1.lessons.count } ?? 0 }
  /// Link and footnote definitions: they hold for every lesson of the file.
  package var definitions: [Outline.Definition] { contents?.definitions ?? [] }
  /// Fences and comments that nothing closes.
  package var unclosed: [Outline.Unclosed] { contents?.unclosed ?? [] }
  /// The commands that it defines for its formulas.
  var macros: TeXMacros { contents?.macros ?? TeXMacros([]) }
  /// What its names of figures, tables, formulas and sections stand for.
  var references: CrossReferences { contents?.references ?? CrossReferences([]) }
  /// What its front matter says that is to be seen.
  var head: HeadMatter { contents?.head ?? HeadMatter([]) }
  /// The numbers of what has a name of MyST's in it.
  var labels: [String: PlaceNames.Number] { contents?.labels ?? [:] }
  /// Whether it is written as *Dive into Deep Learning* is.
  var isOfD2L: Bool { contents?.isOfD2L ?? false }
  /// Of definitions with one label the first, which holds, by the label as links find it.
  var holding: [[UInt8]: [Outline.Definition]] { contents?.holding ?? [:] }

  /// Whether its Markdown was made from a notebook, so that nothing can be put into it.
  package var isNotebook: Bool { NoteName.ending(of: path) == ".ipynb" }

  /// Whether lines of a program may stand in it.
  var isMDX: Bool { NoteName.ending(of: path) == ".mdx" }

  /// The parts of the book that it stands in, from the outermost on: its folders where no table of
  /// contents says otherwise.
  package var part: [String] {
    section ?? path.split(separator: "/").dropLast().map(Titles.readable(folderName:))
  }

  /// Whether it stands in the same outer parts as another one, so many of them; in all where nil. As
  /// `part` would tell, but quicker where there are many documents.
  package func sharesPart(with other: Document, depth: Int? = nil) -> Bool {
    guard section == nil, other.section == nil else {
      let (own, others) = (part, other.part)
      return depth.map { own.prefix($0) == others.prefix($0) && own.count >= $0 } ?? (own == others)
    }
    let (own, others) = (folders(depth), other.folders(depth))
    return own.count == others.count && own.elementsEqual(others)
  }

  /// The path as far as the folders go, so many of them.
  private func folders(_ depth: Int?) -> Substring.UTF8View {
    let bytes = path.utf8[...]
    guard let depth else {
      return bytes[..<(bytes.lastIndex(of: UInt8(ascii: "/")) ?? bytes.startIndex)]
    }
    var rest = bytes
    for _ in 0..<depth {
      guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return rest }
      rest = rest[bytes.index(after: slash)...]
    }
    return bytes[..<rest.startIndex]
  }

  /// A file that is not read yet.
  package init(
    path: String, section: [String]? = nil, home: String? = nil, named: String? = nil,
    depth: Int = 0, hiddenLines: [String: String] = [:], substitutions: [String: String] = [:]
  ) {
    (self.depth, self.hiddenLines) = (depth, hiddenLines)
    self.substitutions = substitutions
    self.path = path
    self.section = section
    self.home = home
    self.named = named
  }

  /// The same file in the same place, to be read anew.
  package var afresh: Document {
    Document(
      path: path, section: section, home: home, named: named, depth: depth,
      hiddenLines: hiddenLines, substitutions: substitutions)
  }

  /// Whether tables of contents and settings say the same of it as of another one.
  package func isListed(like other: Document) -> Bool {
    section == other.section && named == other.named && depth == other.depth
      && hiddenLines == other.hiddenLines && substitutions == other.substitutions
  }

  /// A file with its contents.
  package init(
    path: String, section: [String]? = nil, home: String? = nil, bytes: [UInt8],
    pulled: PulledFiles? = nil
  ) {
    self.init(path: path, section: section, home: home)
    fill(bytes, pulled: pulled)
  }

  /// Whether the first lessons of it are known while it is unread.
  package var isBegun: Bool { state == .unread && contents != nil }

  /// Takes the beginning of a long file, up to its last heading: its lessons show while the rest is read.
  package mutating func begin(_ head: [UInt8]) {
    let heading = head.indices.dropLast().last { head[$0] == 0x0A && head[$0 + 1] == 0x23 }
    guard !isNotebook, let heading, Document.problem(head) == nil else { return }
    fill(Array(head[...heading]))
    if state == .read { state = .unread }
  }

  /// Takes what was found on disk.
  package mutating func take(_ read: DocumentRead) {
    switch read.result {
    case .success(let bytes): fill(bytes, pulled: read.pulled)
    case .failure(let problem): state = .unreadable(problem.message)
    }
  }

  /// Takes the file's contents, with what it pulls in, and finds its lessons.
  package mutating func fill(_ bytes: [UInt8], pulled: PulledFiles? = nil) {
    if let problem = Document.problem(bytes) {
      state = .unreadable(problem)
      return
    }
    var bytes = bytes
    if isNotebook {
      guard let markdown = Notebook.markdown(bytes) else {
        state = .unreadable("is not a Jupyter notebook of version 4")
        return
      }
      bytes = markdown
    }
    contents = NoteContents(
      bytes, pulled: pulled, of: self, title: named ?? fallbackTitle)
    state = .read
  }

  /// That many bytes from the beginning tell whether a file is notes.
  package static let headSize = 8000

  /// Why a file that begins so is not notes: nil when it may be.
  package static func problem(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return "is UTF-16 text; save it as UTF-8"
    }
    // A stray zero byte is shown as one; many of them are not text.
    let head = bytes.prefix(headSize)
    if head.count(where: { $0 == 0 }) * 50 > head.count { return "is a binary file, not Markdown" }
    return nil
  }
}

/// A chapter: a title and its lessons.
package struct Chapter: Equatable, Sendable {
  /// Its title as plain text.
  package var title: String
  /// What the file itself calls it, where a table of contents has another title for it.
  package internal(set) var heading: String?
  /// The line of its heading; 0 when it has none.
  package var line: Int
  /// Its lessons in order.
  package var lessons: [Lesson]
}

/// A lesson: a part of a file.
package struct Lesson: Equatable, Hashable, Sendable {
  /// Its title as plain text, which it is known by.
  package var title: String
  /// As far as its title asks, where it is a question and more stands behind that.
  var asked: String?
  /// Its title as it may be shown before it is opened.
  package var shownTitle: String { asked ?? title }
  /// Its Markdown, as bytes of the file.
  package var range: Range<Int>
  /// The line on which it begins.
  package var line: Int
  /// How many lessons before it in the file are titled alike.
  package internal(set) var twins = 0
}
