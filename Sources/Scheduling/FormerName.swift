/// Names that questions without an identity had in earlier logs.
package enum FormerName {
  /// What such a name begins with: of made questions, and of written ones.
  package static let beginnings = (made: "made-", written: "text-")
  /// The digits of the hash that follow.
  package static let digits = 13

  /// Whether a text has the form of such a name.
  package static func has(_ name: String) -> Bool {
    [beginnings.made, beginnings.written].contains { start in
      name.hasPrefix(start) && name.utf8.count == start.utf8.count + digits
    }
  }
}
