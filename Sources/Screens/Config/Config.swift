import Notes
import Scheduling
import TextUI

/// What the reader's config file asks for. It holds from the start on, and is never written.
package struct Config: Equatable, Sendable {
  /// Nil: as the terminal's background asks, or as `T` was left.
  package var theme: Theme?
  package var colour = ColourUse.auto
  /// Colours in place of the themes' own.
  package var colours: [Role: Colour] = [:]
  /// What the file calls them.
  var colourNames: [Role: String] = [:]
  /// The widest that lines of text become.
  package var width: Int?
  /// The notes that open where none are named.
  package var notes: String?
  package var mouse = true
  package var still = false
  package var ascii = false
  /// The days on which less should fall due.
  package var easyDays = EasyDays()
  /// Keys in place of the tables' own.
  package var keys: [Shortcut.ID: [Key]] = [:]

  /// The line on which each of them was set, by its name.
  package private(set) var lines: [String: Int] = [:]
  /// What could not be read, line by line.
  package private(set) var problems: [Problem] = []

  /// A line that says nothing, and what would.
  package struct Problem: Equatable, Sendable {
    package let line: Int
    package let message: String
  }

  /// A file longer than that is no config.
  package static let sizeLimit = 1_000_000

  /// Nothing asked for.
  package init() {}

  /// What holds where a file is not read: nothing that it says.
  package static func refused(_ why: String) -> Config {
    var config = Config()
    config.problems = [Problem(line: 1, message: "nothing that it says holds: \(why)")]
    return config
  }

  /// Reads a file: one `name = value` a line; what begins with `#` is a comment, and so is what
  /// stands behind ` # ` in a line.
  package init(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      do throws(ConfigProblem) { try read(line, index + 1) } catch {
        problems.append(Problem(line: index + 1, message: error.message))
      }
    }
    dropClashes()
  }

  private mutating func read(_ line: Substring, _ number: Int) throws(ConfigProblem) {
    let text = Self.withoutComment(line)
    guard !text.isEmpty else { return }
    guard let sign = text.firstIndex(of: "=") else {
      throw ConfigProblem("write name = value, such as theme = light")
    }
    let name = text[..<sign].trimmed
    let value = text[text.index(after: sign)...].trimmed
    guard let option = ConfigOption.named(name) else {
      throw ConfigProblem(ConfigOption.unknown(name))
    }
    if let before = lines[name] {
      throw ConfigProblem("\(name) is set on line \(before) already; one of them has to go")
    }
    // Nothing behind the sign is what holds without it.
    if !value.isEmpty { try option.read(value, &self) }
    lines[name] = number
  }

  private static func withoutComment(_ line: Substring) -> String {
    let text = line.trimmed
    if text.hasPrefix("#") { return "" }
    var before: Character = " "
    for index in text.indices {
      let next = text.index(after: index)
      if text[index] == "#", before.isWhitespace, next == text.endIndex || text[next].isWhitespace {
        return text[..<index].trimmed
      }
      before = text[index]
    }
    return text
  }

  /// Ignores the lines whose keys cannot be had, and tells why: what is told as wrong must not hold.
  private mutating func dropClashes() {
    // Without a line another one may take what its action had at first.
    while true {
      let found = clashes.isEmpty ? emptied : clashes
      if found.isEmpty { return }
      for (id, message) in found {
        problems.append(Problem(line: lines[ConfigOption.name(of: id)] ?? 0, message: message))
      }
      for (id, _) in found {
        keys[id] = nil
        lines[ConfigOption.name(of: id)] = nil
      }
    }
  }

  private typealias Clash = (id: Shortcut.ID, message: String)

  /// Keys of one place that were given to two things: the first line has them.
  private var clashes: [Clash] {
    var found: [Clash] = []
    var taken: [KeyScope: [Key: String]] = [:]
    func line(_ id: Shortcut.ID) -> Int { lines[ConfigOption.name(of: id)] ?? 0 }
    for id in keys.keys.sorted(by: { line($0) < line($1) }) {
      let own = keys[id] ?? []
      if let (key, other) = own.lazy.compactMap({ key in
        taken[id.scope]?[key].map { (key, $0) }
      }).first {
        found.append(
          (id, "\(key.label) is given to \(other) already; give one of them another key"))
        continue
      }
      for key in own { taken[id.scope, default: [:]][key] = ConfigOption.name(of: id) }
    }
    return found
  }

  /// Keys that were all that something else of their place had: nothing would do that any more.
  private var emptied: [Clash] {
    var given: [KeyScope: [Key: Shortcut.ID]] = [:]
    for (id, own) in keys { for key in own { given[id.scope, default: [:]][key] = id } }
    guard !given.isEmpty else { return [] }
    var standard: [Shortcut.ID: [Key]] = [:]
    var order: [Shortcut.ID] = []
    for row in KeyTables.all.joined() where keys[row.id] == nil && given[row.scope] != nil {
      if standard[row.id] == nil { order.append(row.id) }
      standard[row.id, default: []] += row.keys
    }
    return order.compactMap { id in
      let own = standard[id] ?? []
      guard let taken = given[id.scope], let first = own.first, let taker = taken[first],
        own.allSatisfy({ taken[$0] != nil })
      else { return nil }
      let name = ConfigOption.name(of: id)
      return (
        taker,
        "\(first.label) is the key of \(name), which would have none: "
          + "take another here, or give that one its own, such as \(name) = F5"
      )
    }
  }
}

/// Why a line of a config file says nothing.
struct ConfigProblem: Error {
  let message: String
  init(_ message: String) { self.message = message }
}
