/// The lists of a foreign card that are open, each inside the one before it.
struct CardLists {
  private struct Level {
    let isNumbered: Bool
    /// How many items it has; before the first one nothing is indented below it.
    var count = 0
    /// The width of the sign of the last one.
    var width = 0
  }

  /// More deeply nothing is indented.
  private static let deepest = 6

  private var levels: [Level] = []
  /// How many more are open than are kept.
  private var deeper = 0
  private var isNew = false
  /// How many were open at the last line.
  private var lastDepth = 0
  /// Whether the last line goes on in the one that is added.
  private(set) var isContinued = false
  /// Whether a line belongs to the list that stands above it.
  var goesOn = false

  var isEmpty: Bool { levels.isEmpty }

  mutating func open(isNumbered: Bool) {
    if levels.isEmpty { goesOn = false }
    if levels.count < Self.deepest {
      levels.append(Level(isNumbered: isNumbered))
    } else {
      deeper += 1
    }
    isNew = true
  }

  mutating func close() {
    if deeper > 0 { deeper -= 1 } else { _ = levels.popLast() }
    isNew = false
    if levels.isEmpty { goesOn = false }
  }

  mutating func beginItem() { isNew = true }

  private var indent: String {
    String(repeating: " ", count: levels.dropLast().reduce(0) { $0 + $1.width })
  }

  /// A line of text where the lists stand now.
  mutating func lines(of text: String) -> [String] { lines(ofBlock: [text]) }

  /// Lines that belong together; a block of several stands apart.
  mutating func lines(ofBlock lines: [String]) -> [String] {
    guard var level = levels.last else { return lines }
    defer { lastDepth = levels.count }
    let isBlock = lines.count > 1
    isContinued = !isNew && !isBlock && lastDepth == levels.count
    let outside = indent
    if isNew || level.count == 0 {
      isNew = false
      isContinued = false
      level.count += 1
      let sign = level.isNumbered ? "\(level.count). " : "- "
      level.width = sign.count
      levels[levels.count - 1] = level
      let inside = outside + String(repeating: " ", count: sign.count)
      return [outside + sign + lines[0]] + lines.dropFirst().map { $0.isEmpty ? $0 : inside + $0 }
    }
    let inside = outside + String(repeating: " ", count: level.width)
    let apart = isContinued ? [] : [""]
    return apart + lines.map { $0.isEmpty ? $0 : inside + $0 }
  }
}
