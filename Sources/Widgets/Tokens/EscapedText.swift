import Formulas

/// A text in one line: what a line cannot hold, or would lose at its ends, is written with a backslash.
///
/// `\n` and `\t` as in programs, `\s` for a space, `\u{a0}` for any other; what else follows a backslash
/// stays as it is.
package enum EscapedText {
  static func read(_ text: String) -> String {
    var text = text[...]
    // Quotes around it are no part of it.
    if text.count > 1, text.first == "\"", text.last == "\"" { text = text.dropFirst().dropLast() }
    var read = String.UnicodeScalarView()
    var rest = Substring.UnicodeScalarView(text.unicodeScalars)
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let next = rest.first else {
        read.append(scalar)
        continue
      }
      if let known = escapes[next] {
        read.append(known)
        rest.removeFirst()
      } else if let (scalar, length) = coded(rest) {
        read.append(scalar)
        rest.removeFirst(length)
      } else {
        read.append(scalar)
      }
    }
    return String(read)
  }

  package static func write(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    return scalars.enumerated().map { index, scalar in
      let isAtEnd = index == 0 || index == scalars.count - 1
      switch scalar {
      case "\\": return "\\\\"
      case "\n": return "\\n"
      case "\t": return "\\t"
      case " ": return isAtEnd ? "\\s" : " "
      case "\"" where index == 0: return "\\\""
      default:
        let isOdd = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
        return isOdd ? "\\u{\(String(scalar.value, radix: 16))}" : String(Character(scalar))
      }
    }.joined()
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "n": "\n", "t": "\t", "s": " ", "\\": "\\", "\"": "\"",
  ]

  /// `u{a0}`, with how long it is.
  private static func coded(
    _ rest: Substring.UnicodeScalarView
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard rest.starts(with: "u{".unicodeScalars), let end = rest.firstIndex(of: "}") else {
      return nil
    }
    let digits = Substring(rest[..<end].dropFirst(2))
    guard (1...6).contains(digits.count), let value = UInt32(digits, radix: 16),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, digits.count + 3)
  }
}

extension InputField {
  /// A text of at most so many bytes, which is not written where it is what `otherwise` says.
  static func text(
    _ key: String, _ path: InputPath<Parameters, String>, most: Int, default otherwise: String,
    isSilent: Bool = true, hint: String? = nil
  ) -> InputField {
    InputField(
      key, hint: hint,
      read: { (text, parameters) throws(InputProblem) in
        parameters[keyPath: path] = text.map(EscapedText.read) ?? otherwise
      },
      write: {
        let text = $0[keyPath: path]
        return isSilent && text == otherwise ? nil : EscapedText.write(text)
      },
      check: { (parameters) throws(InputProblem) in
        let count = parameters[keyPath: path].utf8.count
        guard count <= most else {
          throw InputProblem(
            key, "\(count) bytes, and \(most) are the most", remedy: "make it shorter")
        }
      })
  }
}
