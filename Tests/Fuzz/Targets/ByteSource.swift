/// Choices read from bytes, so that a mutation of the bytes is another choice; zeros at their end.
struct ByteSource {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  var isEmpty: Bool { bytes.isEmpty }

  mutating func byte() -> UInt8 { bytes.popFirst() ?? 0 }

  mutating func int(below bound: Int) -> Int {
    bound <= 256 ? Int(byte()) % max(1, bound) : (Int(byte()) << 8 | Int(byte())) % bound
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[int(below: choices.count)]
  }

  /// The next bytes as text, up to a line feed.
  mutating func line() -> String {
    let text = bytes.prefix { $0 != 0x0A }
    bytes = bytes.dropFirst(text.count + 1)
    return String(decoding: text, as: UTF8.self)
  }
}
