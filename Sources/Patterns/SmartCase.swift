/// Whether a pattern asks for capitals: one stands in it as itself, and not as a part of a class (`\S`),
/// a property (`\p{Lu}`), a group's name or a verb.
package enum SmartCase {
  /// Whether capitals and small letters are the same in it.
  package static func isCaseless(_ pattern: String) -> Bool {
    var rest = pattern[...]
    while let sign = rest.popFirst() {
      switch sign {
      case "\\":
        let escaped = rest.popFirst()
        if let escaped, "pPxNogk".contains(escaped), rest.first == "{" { skip(to: "}", in: &rest) }
        // What stands up to `\E` is itself.
        while escaped == "Q", !rest.isEmpty, !rest.hasPrefix("\\E") {
          if rest.removeFirst().isUppercase { return false }
        }
      case "(" where rest.first == "?": skip(to: ":)>=!'", in: &rest)
      case "(" where rest.first == "*": skip(to: ":)", in: &rest)
      case _ where sign.isUppercase: return false
      default: break
      }
    }
    return true
  }

  private static func skip(to ends: String, in rest: inout Substring) {
    while let sign = rest.popFirst(), !ends.contains(sign) {}
  }
}
