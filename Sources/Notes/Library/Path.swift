/// A path as the system has it: bytes, which need be no text at all.
///
/// Where a path has to be a text (a lesson's key, a title, a word of the command line), `text` holds
/// it without loss: a byte that is not UTF-8 becomes a scalar at the end of a private plane, as
/// Python's `surrogateescape` does it. Where a person reads it, `description` shows such a byte as
/// `\xE9`.
package struct Path: Hashable, Sendable, CustomStringConvertible {
  /// The bytes, as system calls take them.
  package let bytes: [UInt8]

  /// The scalars that stand for the bytes 80 to FF.
  private static let escapes: ClosedRange<UInt32> = 0x10FF80...0x10FFFF
  private static let firstEscape: UInt32 = 0x10FF00

  /// A path of those bytes, as they are.
  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// A path that the system gave.
  package init(cString: UnsafePointer<CChar>) {
    bytes = Array(UnsafeRawBufferPointer(start: cString, count: Self.length(cString)))
  }

  private static func length(_ text: UnsafePointer<CChar>) -> Int {
    var length = 0
    while text[length] != 0 { length += 1 }
    return length
  }

  /// The path that a text stands for.
  package init(_ text: String) {
    guard text.unicodeScalars.contains(where: { Self.escapes.contains($0.value) }) else {
      bytes = Array(text.utf8)
      return
    }
    bytes = text.unicodeScalars.flatMap { scalar in
      Self.escapes.contains(scalar.value)
        ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
    }
  }

  /// The path as a text from which it can be made again.
  package var text: String {
    written { byte in Unicode.Scalar(Self.firstEscape + UInt32(byte)).map { String($0) } ?? "" }
  }

  /// The path as a person reads it.
  package var description: String {
    written { byte in "\\x" + String(byte, radix: 16, uppercase: true) }
  }

  /// Whether bytes that are not text include none that an old terminal takes for a control.
  package var isFreeOfControlBytes: Bool {
    !text.unicodeScalars.contains { (0x10FF80..<0x10FFA0).contains($0.value) }
  }

  /// A text in which those scalars stand for bytes, as a person reads it.
  package static func shown(_ text: String) -> String {
    text.unicodeScalars.contains { escapes.contains($0.value) } ? Path(text).description : text
  }

  private func written(_ escaped: (UInt8) -> String) -> String {
    if let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: { Self.escapes.contains($0.value) })
    {
      return text
    }
    var result = ""
    var rest = bytes[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      // A scalar that stands for a byte is itself written as bytes, so that no two paths share a text.
      if let text = String(validating: rest.prefix(length), as: UTF8.self),
        text.unicodeScalars.allSatisfy({ !Self.escapes.contains($0.value) })
      {
        result += text
        rest = rest.dropFirst(length)
      } else {
        result += escaped(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// The bytes with a zero behind them.
  package var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  /// Whether it begins at the root of the file system.
  package var isAbsolute: Bool { bytes.first == Self.slash }

  private static let slash = UInt8(ascii: "/")

  /// The path of what has that name in this folder.
  package func appending(_ name: Path) -> Path {
    Path(bytes: bytes.last == Self.slash ? bytes + name.bytes : bytes + [Self.slash] + name.bytes)
  }

  /// Likewise, for a name that is a text.
  package func appending(_ name: String) -> Path { appending(Path(name)) }

  /// The path with a text behind it, such as an ending.
  package static func + (path: Path, ending: String) -> Path {
    Path(bytes: path.bytes + Array(ending.utf8))
  }

  /// The last name; the path itself where it holds none.
  package var name: Path {
    bytes.split(separator: Self.slash).last.map { Path(bytes: Array($0)) } ?? self
  }

  /// The folder that the last name stands in: `.` for a single name, nil for the root.
  package var parent: Path? {
    var rest = bytes[...]
    while rest.count > 1, rest.last == Self.slash { rest.removeLast() }
    if rest.count == 1, rest.first == Self.slash { return nil }
    guard let slash = rest.lastIndex(of: Self.slash) else { return Path(".") }
    rest = rest[..<slash]
    while rest.count > 1, rest.last == Self.slash { rest.removeLast() }
    return rest.isEmpty ? Path("/") : Path(bytes: Array(rest))
  }
}
