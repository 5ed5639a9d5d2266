import Notes

/// The identities that comments give, and where: the answers to two questions of one identity would be taken for those
/// to one. Translations alone share it.
struct GivenIDs: Equatable, Sendable {
  private struct Place: Equatable, Sendable {
    let directive: Directive
    let text: String
  }
  private var places: [String: [Place]] = [:]

  /// Takes in a question, and what its author is told of one before it that has its identity; nil where none has, or where
  /// each is a translation of the other.
  ///
  /// - Parameter bytes: those of its file.
  mutating func take(_ question: Question, at path: String, in bytes: [UInt8]) -> Diagnostic? {
    let directive = question.section.directive
    guard let id = directive.id else { return nil }
    let earlier = places[id] ?? []
    places[id, default: []].append(
      Place(directive: directive, text: "\(path):\(question.line)"))
    let twin = earlier.first { $0.directive.language == directive.language }
    guard let same = twin ?? earlier.first(where: { $0.directive.revision != directive.revision })
    else { return nil }
    let comment = Self.comment(with: id, below: question.line, in: bytes)
    // Without a language it is more likely another question.
    let isOther = twin != nil || directive.language == nil
    let remedy =
      isOther
      ? Self.renamed(directive, comment?.text)
      : Self.revised(directive, as: same.directive.revision)
    var found = Diagnostic(
      line: comment?.line ?? question.line, column: comment == nil ? 0 : 1,
      "id=\(id) is the same as that of the question at \(same.text)", remedy: remedy)
    found.path = path
    return found
  }

  /// What to write of a question that is another one.
  private static func renamed(_ directive: Directive, _ comment: String?) -> String {
    let id = " id=\(directive.id ?? "")"
    // Without an identity there is nothing to begin again.
    let bare = comment?.replacing(id, with: "").replacing(" rev=\(directive.revision)", with: "")
    let languages = directive.language == nil ? "add lang=" : "write another lang="
    return (bare.map { "write \($0)" } ?? "take\(id) away")
      + ", and `attend check --mint` gives a new one; of a translation, \(languages)"
  }

  /// What to write of a translation whose answers would begin again without those of the other language.
  private static func revised(_ directive: Directive, as revision: Int) -> String {
    let shared =
      revision > 1 ? "write rev=\(revision)" : "take rev=\(directive.revision) away"
    return "\(shared) here, for translations share it; of another question, write another id="
  }

  /// The quiz comment with an identity that stands in a line below a heading; nil where it is not of one line.
  private static func comment(
    with id: String, below heading: Int, in bytes: [UInt8]
  ) -> (line: Int, text: String)? {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.indices.contains(heading - 1) else { return nil }
    for index in heading..<min(heading + 5, lines.count) {
      let text = String(decoding: lines[index], as: UTF8.self).trimmed
      if text.hasPrefix("<!-- quiz"), "\(text) ".contains(" id=\(id) ") {
        return (index + 1, text)
      }
    }
    return nil
  }
}
