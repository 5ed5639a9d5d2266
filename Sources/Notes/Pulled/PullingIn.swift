import Basics

/// Puts the texts of files where notes pull them in.
struct PullingIn {
  /// A text with its files in it, and what is not there; nil where it pulls in none.
  ///
  /// - Parameters:
  ///   - note: its path from the folder that was opened on.
  ///   - files: what was read; nil where there is nothing to read from.
  ///   - isInBook: whether a table of contents names the note, so that it is of a tool that pulls in.
  static func text(
    of bytes: [UInt8], in note: String, _ files: PulledFiles?, isInBook: Bool = false
  ) -> (TracedText, [Diagnostic])? {
    guard InclusionLines.mayStand(in: bytes) else { return nil }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let pieces = InclusionLines.pieces(of: lines)
    let isThere = pieces.contains { if case .line = $0 { false } else { true } }
    guard isThere else { return nil }
    var pulling = PullingIn(
      files: files, pullsInFences: isInBook || files?.texts.isEmpty == false)
    pulling.add(
      pieces, lines, Around(paths: [note], prefix: [], origin: nil, code: nil))
    return (pulling.text, pulling.diagnostics)
  }

  private let files: PulledFiles?
  /// Whether what stands in code that shows notes is meant to be pulled in, as the tools do: in a note that
  /// does so elsewhere. Another one may be about how that is written.
  private let pullsInFences: Bool
  private var text = TracedText()
  private var diagnostics: [Diagnostic] = []
  /// How many files were pulled in.
  private var count = 0
  /// How many bytes they were, with what stands before each of their lines.
  private var used = 0

  private static let mostFiles = 500
  /// No more is pulled in.
  static let mostBytes = 8_000_000

  private init(files: PulledFiles?, pullsInFences: Bool) {
    self.files = files
    self.pullsInFences = pullsInFences
  }

  /// Where lines stand that are put in.
  private struct Around {
    /// The note, and the files from it on to the one with these lines.
    var paths: [String]
    /// What each of them begins with.
    var prefix: [UInt8]
    /// The line of the note that pulled them in; nil for its own.
    var origin: Int?
    var code: InclusionLines.Code?

    var folder: [Substring] { Array(paths.last?.split(separator: "/").dropLast() ?? []) }
  }

  private mutating func add(
    _ pieces: [InclusionLines.Piece], _ lines: [ArraySlice<UInt8>], _ around: Around
  ) {
    for piece in pieces {
      switch piece {
      case .line(let line): add(lines[line], line, around)
      case .other(let bytes, let line): add(bytes, line, around)
      case .files(let inclusions, let prefix, let written, let code):
        var inner = around
        inner.prefix += prefix
        inner.origin = around.origin ?? written.lowerBound + 1
        inner.code = around.code ?? code
        each: for inclusion in inclusions {
          switch found(inclusion, inner) {
          case .lines(let pulled, let path):
            let isCode = inner.code != nil || inclusion.language != nil
            let left =
              isCode ? nil : PulledQuestions.leftOut(of: pulled, from: files?.texts[path] ?? [])
            if left != nil { tellOfQuestions(inclusion, inner) }
            add(left ?? pulled, of: path, inclusion, inner)
          case .not(let why):
            let first = String(decoding: lines[written.lowerBound].trimmedBytes, as: UTF8.self)
            tell(inclusion, why, inner, written: first)
            if inner.code == .ofNotes {
              for line in written { add(lines[line], line, around) }
              break each
            }
            add(why.label(inclusion, inner.code == nil ? .apart : .code), 0, inner)
          }
        }
      case .mixed(let parts, let line): add(parts, line, around)
      }
    }
  }

  private mutating func add(_ bytes: some Sequence<UInt8>, _ line: Int, _ around: Around) {
    text.add(around.prefix + bytes, from: around.origin ?? line + 1)
  }

  /// The lines of a file, and what it pulls in itself.
  private mutating func add(
    _ lines: [ArraySlice<UInt8>], of path: String, _ inclusion: Inclusion, _ around: Around
  ) {
    var inner = around
    inner.paths.append(path)
    let isFenced = inclusion.language != nil && around.code == nil
    if isFenced { inner.code = .other }
    let pieces = InclusionLines.pieces(of: lines, within: inner.code)
    guard isFenced else { return add(pieces, lines, inner) }
    if !inclusion.caption.isEmpty {
      add("**\(inclusion.caption)**".utf8, 0, around)
      add([], 0, around)
    }
    // Longer than any in the text.
    let longest = lines.map { $0.drop { $0 == 0x20 }.prefix { $0 == 0x60 }.count }.max() ?? 0
    let fence = [UInt8](repeating: 0x60, count: max(3, longest + 1))
    add(fence + Array((inclusion.language ?? "").utf8), 0, around)
    add(pieces, lines, inner)
    add(fence, 0, around)
  }

  private mutating func add(
    _ parts: [InclusionLines.Part], _ line: Int, _ around: Around
  ) {
    var bytes: [UInt8] = []
    var around = around
    around.origin = around.origin ?? line + 1
    for part in parts {
      switch part {
      case .text(let text): bytes += text
      case .file(let inclusion):
        switch found(inclusion, around) {
        case .lines(let lines, let path):
          let left = PulledQuestions.leftOut(of: lines, from: files?.texts[path] ?? [])
          if left != nil { tellOfQuestions(inclusion, around) }
          bytes += (left ?? lines).joined(separator: [0x0A])
        case .not(let why):
          tell(inclusion, why, around)
          bytes += why.label(inclusion, .amongWords)
        }
      }
    }
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      add(line, 0, around)
    }
  }

  // MARK: What is found

  private enum Found { case lines([ArraySlice<UInt8>], String), not(Missing) }

  /// Why a file's text is not there.
  private enum Missing {
    case unread, web, outside, notThere, withoutPart, itself, tooLarge, tooMuch

    /// Where what is said of it stands.
    enum Place { case apart, amongWords, code }

    /// What stands in its place, so that it is not taken for a text of the note.
    func label(_ inclusion: Inclusion, _ place: Place) -> [UInt8] {
      let name = inclusion.path.filter { $0 != "`" }
      let words =
        switch self {
        case .unread: "which is pulled in from there"
        case .web: "which is on the web"
        case .outside: "which lies outside of these notes"
        case .notThere: "which is not there"
        case .withoutPart: "which has no such part"
        case .itself: "which pulls in itself"
        case .tooLarge: "which is too large"
        case .tooMuch: "which would be too much"
        }
      let sign = advice == nil ? "" : "▲ "
      let label =
        switch place {
        case .apart: "*\\[\(sign)Text of `\(name)`, \(words).\\]*"
        case .amongWords: "\\[\(sign)text of `\(name)`, \(words)\\]"
        case .code: "[text of \(name), \(words)]"
        }
      return Array(label.utf8)
    }

    /// What is to be done about it; nil where that is nothing.
    var advice: Advice? {
      switch self {
      case .unread, .web: nil
      case .outside:
        Advice("lies outside of these notes", remedy: "open the folder that holds both")
      case .notThere: Advice("is not there", remedy: "check its path")
      case .withoutPart:
        Advice("has no part of that name", remedy: "check what stands behind its path")
      case .itself: "pulls in itself"
      case .tooLarge:
        Advice(
          "is too large, for a file of at most 1 MB is pulled in, and 4 MB by one note",
          remedy: "split it")
      case .tooMuch: Advice("would be too much", remedy: "split what pulls it in")
      }
    }
  }

  private mutating func found(_ inclusion: Inclusion, _ around: Around) -> Found {
    if inclusion.isOnWeb { return .not(.web) }
    guard let files else { return .not(.unread) }
    let paths = inclusion.paths(from: around.folder, snippets: files.snippetFolders)
    if paths.isEmpty { return .not(.outside) }
    guard let path = paths.first(where: { files.texts[$0] != nil }), let bytes = files.texts[path]
    else {
      switch paths.lazy.compactMap({ files.refusals[$0] }).first {
      case .isTooLarge: return .not(.tooLarge)
      case .liesOutside: return .not(.outside)
      case nil: return .not(inclusion.isOfDisk ? .outside : .notThere)
      }
    }
    if around.paths.contains(path) { return .not(.itself) }
    count += 1
    guard count <= Self.mostFiles, around.paths.count <= PulledFiles.deepest else {
      return .not(.tooMuch)
    }
    let isText = around.code == nil && inclusion.language == nil && inclusion.part == .all
    let part = inclusion.part
    guard let lines = part.lines(of: isText ? FrontMatter.body(of: bytes) : bytes[...]) else {
      return .not(.withoutPart)
    }
    // Of a part, as a file may be taken many times over.
    let size = lines.reduce(0) { $0 + $1.count + 1 + around.prefix.count }
    guard used + size <= Self.mostBytes else { return .not(.tooMuch) }
    used += size
    return .lines(lines, path)
  }

  /// `written`: the line of code that shows it.
  private mutating func tell(
    _ inclusion: Inclusion, _ why: Missing, _ around: Around, written: String = ""
  ) {
    guard var advice = why.advice, around.code != .ofNotes || pullsInFences else { return }
    // The line that is meant stands in the file that was pulled in last.
    let file = around.paths.count > 1 ? around.paths.last : nil
    if why == .itself {
      advice.remedy = "take \(file.map { "that line out of \($0)" } ?? "this line out")"
    }
    if around.code == .ofNotes, let escape = Self.escape(of: written) {
      advice.remedy += ", or write \(escape)\(written) to show how it is written"
    }
    diagnostics.append(
      Diagnostic(
        .warning, line: around.origin ?? 0,
        "the file \(inclusion.path), which \(file.map { "\($0) pulls in" } ?? "is pulled in here"), "
          + advice.fault, remedy: advice.remedy))
  }

  private mutating func tellOfQuestions(_ inclusion: Inclusion, _ around: Around) {
    diagnostics.append(
      Diagnostic(
        .warning, line: around.origin ?? 0,
        "the questions of \(inclusion.path), which is pulled in, are left out here, and asked only where "
          + "they stand", remedy: "move them into this note to ask them here"))
  }

  /// What is put before a line that shows how files are pulled in.
  private static func escape(of line: String) -> String? {
    line.hasPrefix("{{#") ? "\\" : line.hasPrefix("-") ? ";" : nil
  }
}
