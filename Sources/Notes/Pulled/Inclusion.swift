/// A file whose text a line of notes pulls in.
struct Inclusion: Equatable {
  /// The file as it was written.
  let path: String
  var part = FilePart.all
  /// Whether it may be seen from any folder of the notes, as MkDocs' are, and not only from that of the note.
  var isOfBook = false
  /// Whether Quarto reads it, for which `/` is the folder of the notes.
  var isOfQuarto = false
  /// The language of the code that it is shown as; nil where it is a part of the text.
  var language: String?
  /// What is said of it.
  var caption = ""

  /// The paths that it may have from the folder that was opened on, the best one first; none that leads out
  /// of that folder, or to what is hidden.
  ///
  /// - Parameter snippets: the folders in which MkDocs looks for its own.
  func paths(from folder: [Substring], snippets: [String] = []) -> [String] {
    guard !isOnWeb, path.utf8.count < 1000 else { return [] }
    var found: [String] = []
    func add(_ path: some StringProtocol, from folder: some Sequence<Substring>) {
      let whole = RelativePath.resolved(path, from: folder, leavingRoot: true)
      let parts = whole.split(separator: "/")
      if !parts.isEmpty, !parts.contains(where: { $0.first == "." }), !found.contains(whole) {
        found.append(whole)
      }
    }
    guard isOfBook else {
      add(path, from: folder)
      return found
    }
    for base in snippets { add(path, from: base.split(separator: "/")) }
    for count in 0...folder.count { add(path, from: folder.prefix(count)) }
    // From the folder that holds the book, which was not opened itself.
    if let slash = path.firstIndex(of: "/") {
      add(path[path.index(after: slash)...], from: [Substring]())
    }
    return found
  }

  var isOnWeb: Bool { path.contains("://") }

  /// Whether its path begins at the root of the disk, and not at that of the notes.
  var isOfDisk: Bool {
    if case .options = part { return false }
    return path.hasPrefix("/") && !isOfQuarto
  }

  // MARK: As it is written

  /// `{{#include file:part}}` and its like in mdBook's books.
  init?(mdBook text: Substring) {
    guard text.hasPrefix("{{"), text.hasSuffix("}}"), text.utf8.count < 1000 else { return nil }
    let inside = text.dropFirst(2).dropLast(2).drop { $0 == " " }
    guard inside.first == "#", !inside.contains("}") else { return nil }
    let words = inside.dropFirst().split(separator: " ")
    guard words.count > 1 else { return nil }
    let parts = words[1].split(
      separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
    switch words[0] {
    case "include", "rustdoc_include":
      guard !parts[0].isEmpty else { return nil }
      path = String(parts[0])
      part = Self.part(of: parts.dropFirst().map { String($0) })
    case "playground", "playpen":
      path = String(words[1])
      language = "rust"
    default: return nil
    }
  }

  /// What stands behind a path in mdBook: `2`, `2:10`, `:10`, `2:`, or a name.
  private static func part(of words: [String]) -> FilePart {
    guard let first = words.first, !(words.allSatisfy(\.isEmpty)) else { return .all }
    guard first.isEmpty || Int(first) != nil else { return .anchor(first) }
    let start = max(1, Int(first) ?? 1)
    guard words.count > 1 else { return .lines([start...start]) }
    let end = Int(words[1]) ?? .max
    return .lines(start <= end ? [start...end] : [])
  }

  /// The path of a snippet of MkDocs, with lines or the name of a part behind it.
  init(snippet text: some StringProtocol) {
    isOfBook = true
    let text = String(text).trimmed
    guard !text.contains("://"), let colon = text.firstIndex(of: ":") else {
      path = text
      part = .section(nil)
      return
    }
    path = String(text[..<colon])
    let behind = String(text[text.index(after: colon)...])
    if behind.allSatisfy({ $0.isNumber || ":,".contains($0) }) {
      // There a number alone begins what goes on to the end.
      part = .lines(
        FilePart.ranges(
          behind.contains(":") || behind.contains(",") ? behind : behind + ":", separator: ":"))
    } else {
      part = .section(behind)
    }
  }

  /// `{{< include file >}}` of Quarto.
  init?(quarto text: Substring) {
    guard text.hasPrefix("{{<"), text.hasSuffix(">}}"), text.utf8.count < 1000 else { return nil }
    let words = text.dropFirst(3).dropLast(3).split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0] == "include" else { return nil }
    path = String(words[1]).trimmed.filter { $0 != "\"" && $0 != "'" }
    isOfQuarto = true
  }

  /// MyST's directives, with what stands in their options.
  init(directive name: String, path: String, options: [String: String]) {
    self.path = path
    part = .options(options)
    caption = options["caption"] ?? ""
    if name == "literalinclude" {
      language = options["language"] ?? options["lang"] ?? Self.language(of: path)
    } else if options["literal"] != nil || options["code"] != nil || options["lang"] != nil {
      language = options["code"] ?? options["lang"] ?? ""
    }
  }

  private static func language(of path: String) -> String {
    let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last ?? ""
    let names = ["py": "python", "sh": "bash", "rs": "rust", "js": "javascript", "txt": ""]
    return names[String(ending)] ?? String(ending)
  }
}
