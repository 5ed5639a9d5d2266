/// Pandoc's lists of examples, `(@)` and `(@good)`, which are counted through a whole note, and what refers to one
/// of them, `(@good)` among the words.
struct ExampleLists {
  private static let sign = ByteSearch("(@")
  private static let bare = ByteSearch("(@) ")

  /// The numbers of those that have a name.
  private var numbers: [Substring: Int] = [:]
  /// How many stand before the part that is read.
  private var count = 0

  /// - Parameter start: where the part begins that is read.
  init?(_ bytes: [UInt8], readingFrom start: Int, part: [UInt8], isQuarto: Bool) {
    func holds(_ search: ByteSearch?) -> Bool {
      search?.first(in: part, from: 0, to: part.count) != nil
    }
    guard isQuarto ? holds(Self.sign) : holds(Self.bare) else { return nil }
    var fence = FenceState()
    var total = 0
    var at = 0
    while at < bytes.count {
      let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[at..<end]
      if at == start { count = total }
      at = end + 1
      guard !fence.isCode(line), line.contains(0x40),
        let (name, _) = Self.item(String(decoding: line, as: UTF8.self))
      else { continue }
      total += 1
      if !name.isEmpty, numbers[name] == nil { numbers[name] = total }
    }
  }

  /// A line with its numbers, in Markdown; the same where it has none.
  mutating func shown(_ line: String) -> String {
    guard line.contains("(@") else { return line }
    var margin = ""
    var words = line[...]
    if let (_, rest) = Self.item(line) {
      count += 1
      margin = "\(count). "
      words = rest
    }
    return margin
      + String(words).replacingOutsideCode { rest, _ in
        guard rest.hasPrefix("(@") else { return nil }
        let name = rest.dropFirst(2).prefix(while: Self.isName)
        guard rest[name.endIndex...].first == ")", let number = numbers[name] else { return nil }
        return ("(\(number))", rest.index(after: name.endIndex))
      }
  }

  /// The name of an item, which may be empty, and its words; nil for another line.
  private static func item(_ line: String) -> (name: Substring, words: Substring)? {
    let text = line.drop { $0 == " " }
    guard text.hasPrefix("(@"), line.count - text.count < 4 else { return nil }
    let name = text.dropFirst(2).prefix(while: isName)
    let behind = text[name.endIndex...]
    guard behind.first == ")", let next = behind.dropFirst().first, next == " " || next == "\t"
    else { return nil }
    let words = behind.dropFirst().drop { $0 == " " || $0 == "\t" }
    return words.isEmpty ? nil : (name, words)
  }

  private static func isName(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_".contains(character))
  }
}
