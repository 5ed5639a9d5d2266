import Notes

/// Why a widget cannot be made: in words, and which input has to be changed.
package struct InputProblem: Error, Equatable, Sendable {
  /// The input that is to blame; nil where none is.
  package let key: String?
  package let message: String
  /// The input that is rather meant by it; nil where none is.
  package let meant: String?
  /// Whether there is no such input.
  package let isUnknown: Bool

  package init(_ message: String, at key: String? = nil) {
    self.key = key
    self.message = message
    (meant, isUnknown) = (nil, false)
  }

  /// One of an input that there is not, and the one that is rather meant.
  package init(unknown key: String, _ message: String, meant: String?) {
    self.key = key
    self.message = message
    self.meant = meant
    isUnknown = true
  }

  /// A problem of one input, its name in the message.
  package init(_ key: String, _ message: String) {
    self.init("\(key): \(message)", at: key)
  }

  /// Problems of a widget: where there is one input that it does not know, and one that it needs and is missing, that
  /// is meant.
  package static func joined(
    _ problems: [InputProblem], missing: [String], in name: String
  ) -> [InputProblem] {
    guard problems.count == 2, missing.count == 1,
      let unknown = problems.first(where: \.isUnknown), unknown.meant == nil,
      let given = unknown.key
    else { return problems }
    return [
      InputProblem(
        unknown: given,
        "\(name) has no input \"\(given.prefix(24))\": write \(missing[0]) in place of it",
        meant: missing[0])
    ]
  }

  /// The same, at the place in the fence where the input stands, or what of its value is wrong.
  package func diagnostic(in inputs: Inputs) -> Diagnostic {
    var found = Diagnostic(.error, line: key.map { inputs.line(of: $0) } ?? inputs.line, message)
    guard let key else { return found }
    if isUnknown {
      found.column = inputs.entries.first { $0.key == key }?.column ?? 0
    } else if let place = inputs.place(of: Self.quoted(in: message), in: key) {
      (found.line, found.column) = (place.line, place.column)
    }
    return found
  }

  /// What a message quotes: what stands between its first quotation marks.
  package static func quoted(in message: String) -> String? {
    guard let open = message.firstIndex(where: { "\u{201C}\"".contains($0) }) else { return nil }
    let inner = message[message.index(after: open)...]
    return inner.firstIndex { "\u{201D}\"".contains($0) }.map { String(inner[..<$0]) }
  }
}
