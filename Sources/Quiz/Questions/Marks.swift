import Notes

/// The marks `{{…}}` and `[[…]]` of a text. They are taken out before Markdown is read, lest a star
/// in a formula becomes emphasis: one scalar of a private plane stands for each.
package struct Marks: Equatable, Sendable {
  /// One mark.
  enum Mark: Equatable, Sendable {
    /// `{{…}}`: a value that is shown.
    case value(String)
    /// `[[…]]`: an answer that is asked for.
    case blank(String)
  }
  private static let first: UInt32 = 0xF_0000
  private static let most = 60_000

  private(set) var all: [Mark] = []

  /// A text that holds none.
  package init() {}

  /// One answer mark, and the text that stands for it.
  static func one(_ answer: String) -> (marks: Marks, text: String) {
    var marks = Marks()
    marks.all = [.blank(answer)]
    return (marks, Unicode.Scalar(first).map { String(Character($0)) } ?? "")
  }

  /// The text with its marks taken out.
  static func take(from bytes: [UInt8]) -> (bytes: [UInt8], marks: Marks) {
    var marks = Marks()
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var fence: [UInt8]?
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !result.isEmpty || line.startIndex > 0 { result.append(0x0A) }
      let bare = line.drop { $0 == 0x20 || $0 == 0x3E || $0 == 0x09 }
      let mark = Array(bare.prefix(3))
      if mark == Array("```".utf8) || mark == Array("~~~".utf8) {
        if fence == nil { fence = mark } else if fence == mark { fence = nil }
      }
      marks.take(line, inCode: fence != nil, to: &result)
    }
    return (result, marks)
  }

  private mutating func take(_ line: ArraySlice<UInt8>, inCode: Bool, to result: inout [UInt8]) {
    var rest = line
    while let byte = rest.first {
      if let (mark, length) = Self.mark(at: rest), all.count < Self.most,
        let scalar = Unicode.Scalar(Self.first + UInt32(all.count))
      {
        if !(inCode && { if case .blank = mark { true } else { false } }()) {
          all.append(mark)
          result += Array(String(Character(scalar)).utf8)
          rest = rest.dropFirst(length)
          continue
        }
      }
      result.append(byte)
      rest = rest.dropFirst()
    }
  }

  private static func mark(at rest: ArraySlice<UInt8>) -> (Mark, length: Int)? {
    let open = Array(rest.prefix(2))
    let isValue = open == Array("{{".utf8)
    guard isValue || open == Array("[[".utf8) else { return nil }
    let close: UInt8 = isValue ? 0x7D : 0x5D
    let inner = rest.dropFirst(2)
    var index = inner.startIndex
    while index + 1 < inner.endIndex, !(inner[index] == close && inner[index + 1] == close) {
      index += 1
    }
    guard index + 1 < inner.endIndex else { return nil }
    // Of `]]]` the last two close.
    while index + 2 < inner.endIndex, inner[index + 2] == close, !isValue,
      inner[inner.startIndex..<index].contains(0x5B)
    { index += 1 }
    let text = String(decoding: inner[inner.startIndex..<index], as: UTF8.self)
    if !isValue, !isAnswer(text) { return nil }
    return (isValue ? .value(text) : .blank(text), index + 2 - rest.startIndex)
  }

  /// Whether double brackets ask: `[[1, 0], [0, 1]]` and `[[1, 2, 3]]` are matrices.
  private static func isAnswer(_ text: String) -> Bool {
    if text.trimmed.hasPrefix("=") { return true }
    if text.contains("[") || text.contains("]") { return false }
    let parts = text.split(separator: ",")
    return parts.count < 2 || !parts.allSatisfy { Double($0.trimmed) != nil }
  }

  /// The number of the mark that a scalar stands for.
  func index(of scalar: Unicode.Scalar) -> Int? {
    let index = Int(scalar.value) - Int(Self.first)
    return all.indices.contains(index) ? index : nil
  }

  /// The numbers of the marks in a text, in order.
  func indexes(in text: String) -> [Int] { text.unicodeScalars.compactMap(index) }

  /// A text with each mark replaced.
  func fill(_ text: String, with replacement: (Int) -> String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value >= Self.first }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if let index = index(of: scalar) {
        result += replacement(index)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
