import JSONText

/// JSON read, written and read again.
enum JSONTarget: FuzzTarget {
  static let name = "json"
  static let words = [
    "{", "}", "[", "]", "\"", ":", ",", "null", "true", "false", "\\u0000", "\\ud83d\\ude00",
    "\\ud800",
    "\\\"", "1e999", "-0", "1.5e-7", "18446744073709551616", "\u{FEFF}", "\n",
  ]

  static func run(_ bytes: [UInt8]) throws(Broken) {
    guard let value = try? JSON.parse(utf8: bytes) else { return }
    _ = (value.int, value.double, value.bool, value.array, value["a"])
    let text = value.text
    let again = try? JSON.parse(text)
    try Broken.unless(again?.text == text, "written as \(text)")
  }
}
