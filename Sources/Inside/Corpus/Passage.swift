/// A piece of text whose parts count differently when a model learns from it.
package struct Passage: Equatable, Sendable {
  package enum Role: String, CaseIterable, Equatable, Sendable {
    /// What nothing sets apart.
    case plain
    case fact
    case question
    case answer
    /// What comes after an answer.
    case tail
  }

  package struct Segment: Equatable, Sendable {
    package let text: String
    package let role: Role
  }

  package private(set) var segments: [Segment] = []

  package init() {}
  package init(_ text: String) { segments = [Segment(text: text, role: .plain)] }

  /// Goes on with a text. Where a word ends a part must end, so that each part has tokens of its own.
  package mutating func say(_ text: String, as role: Role = .plain) {
    segments.append(Segment(text: text, role: role))
  }

  /// Goes on with a sentence, behind a space where something stands before it.
  package mutating func goOn(_ sentence: String, as role: Role) {
    say(segments.isEmpty ? sentence : " " + sentence, as: role)
  }

  package var text: String { segments.map(\.text).joined() }

  /// What comes before the first answer, and that answer.
  package var asked: (prompt: String, answer: String)? {
    guard let at = segments.firstIndex(where: { $0.role == .answer }) else { return nil }
    return (segments[..<at].map(\.text).joined(), segments[at].text)
  }
}
