import Basics
import Notes

/// Why a widget cannot be made: in words, and which input has to be changed.
package struct InputProblem: Error, Equatable, Sendable {
  /// The input that is to blame; nil where none is.
  package let key: String?
  /// What is wrong, and apart from it what to write.
  package let advice: Advice
  /// Both in one line.
  package var message: String { advice.text }
  /// The input that is rather meant by it; nil where none is.
  package let meant: String?
  /// Whether there is no such input.
  package let isUnknown: Bool

  package init(_ fault: String, remedy: String = "", at key: String? = nil) {
    self.init(Advice(fault, remedy: remedy), at: key)
  }

  package init(_ advice: Advice, at key: String? = nil) {
    self.key = key
    self.advice = advice
    (meant, isUnknown) = (nil, false)
  }

  /// One of an input that there is not, and the one that is rather meant.
  package init(unknown key: String, _ fault: String, remedy: String, meant: String?) {
    self.key = key
    advice = Advice(fault, remedy: remedy)
    self.meant = meant
    isUnknown = true
  }

  /// A problem of one input, its name in the message.
  package init(_ key: String, _ fault: String, remedy: String = "") {
    self.init(key, Advice(fault, remedy: remedy))
  }

  /// A problem of one input that is not read at all, and what to write for it.
  package init(unread key: String, remedy: String) {
    self.init("\(key) cannot be read", remedy: remedy, at: key)
  }

  /// A problem of one input, as it was found elsewhere.
  package init(_ key: String, _ advice: Advice) { self.init(advice.said(of: key), at: key) }

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
        "\(name) has no input \"\(given.prefix(24))\"",
        remedy: "write \(missing[0]) in place of it",
        meant: missing[0])
    ]
  }

  /// The same, at the place in the fence where the input stands, or what of its value is wrong.
  package func diagnostic(in inputs: Inputs) -> Diagnostic {
    var found = Diagnostic(.error, line: key.map { inputs.line(of: $0) } ?? inputs.line, advice)
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
