extension JSON {
  /// The value on one line, without spaces. What could steer a terminal or break a line is written
  /// as an escape.
  package var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += value.jsonText
    case .string(let value): write(value, to: &text)
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        element.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        write(member.name, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private func write(_ string: String, to text: inout String) {
    text += "\""
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f && $0 != 0x22 && $0 != 0x5c }) {
      text += string
    } else {
      for scalar in string.unicodeScalars { write(scalar, to: &text) }
    }
    text += "\""
  }

  private func write(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    // What a terminal acts on, or hides, instead of showing it.
    case "\0"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{61c}", "\u{200b}"..."\u{200f}",
      "\u{2028}"..."\u{202e}", "\u{2060}"..."\u{206f}", "\u{feff}", "\u{fff9}"..."\u{fffb}",
      "\u{e0000}"..."\u{e007f}":
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    default: text.unicodeScalars.append(scalar)
    }
  }
}

extension Double {
  /// The number; the infinities, which JSON has not, as strings, and what is undefined as null.
  fileprivate var jsonText: String {
    isFinite ? description : isNaN ? "null" : self < 0 ? "\"-inf\"" : "\"inf\""
  }
}
