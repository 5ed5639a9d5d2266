/// The fields of a message of Protocol Buffers, in which new versions of Anki write what was JSON before. Of one
/// that stands twice the last counts; a message that is damaged ends where it is.
struct ProtobufFields {
  private var numbers: [Int: Int] = [:]
  private var texts: [Int: ArraySlice<UInt8>] = [:]

  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while !rest.isEmpty, let key = Self.number(from: &rest) {
      let field = key >> 3
      switch key & 7 {
      case 0:
        guard let value = Self.number(from: &rest) else { return }
        numbers[field] = value
      case 1: rest = rest.dropFirst(8)
      case 2:
        guard let count = Self.number(from: &rest), count >= 0, count <= rest.count else { return }
        texts[field] = rest.prefix(count)
        rest = rest.dropFirst(count)
      case 5: rest = rest.dropFirst(4)
      default: return
      }
    }
  }

  /// A whole number; 0 where there is none, which is not written.
  func int(_ field: Int) -> Int { numbers[field] ?? 0 }

  /// A text, with damaged UTF-8 repaired; empty where there is none.
  func text(_ field: Int) -> String { String(decoding: texts[field] ?? [], as: UTF8.self) }

  /// A number in groups of seven bits, the lowest first; nil where it does not end.
  private static func number(from rest: inout ArraySlice<UInt8>) -> Int? {
    var value = 0
    for (place, byte) in rest.prefix(10).enumerated() {
      value |= Int(byte & 0x7F) << (7 * place)
      if byte < 0x80 {
        rest = rest.dropFirst(place + 1)
        return value
      }
    }
    return nil
  }
}
