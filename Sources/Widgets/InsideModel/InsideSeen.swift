import Basics
import Formulas
import Inside

/// Which answers were guessed or seen, of which text: none of them is covered again.
package struct InsideSeen: Equatable, Sendable {
  /// The latest last.
  private(set) var keys: [String] = []
  /// More are forgotten, the earliest first.
  private static let most = 60

  func contains(_ key: String) -> Bool { keys.contains(key) }

  mutating func insert(_ key: String) {
    keys.removeAll { $0 == key }
    keys.append(key)
    if keys.count > Self.most { keys.removeFirst() }
  }

  mutating func remove(_ key: String) { keys.removeAll { $0 == key } }

  /// As drafts keep it.
  static let field = InsideWidget.Field(
    "seen",
    read: { (text, parameters) in
      parameters.seen = InsideSeen()
      for key in (text ?? "").split(separator: " ").suffix(most) {
        parameters.seen.insert(String(key.prefix(40)))
      }
    }, write: { $0.seen.keys.isEmpty ? nil : $0.seen.keys.joined(separator: " ") }
  ).kept
}

extension InsideWidget {
  /// What is answered on the page, so that it is asked once: what comes next at each place, and else each page of a
  /// text.
  var seenKey: String {
    let page = parameters.page.rawValue
    var parts = [parameters.file, parameters.text] + parameters.said.map { String($0) }
    switch parameters.page {
    case .next: parts.append("@\(place)")
    case .patch: parts.append(parameters.second)
    case .evidence: return "\(page)-\(parameters.subject.rawValue)"
    case .map, .without, .units, .sample, .answers: break
    }
    let hash = StableHash(parts.joined(separator: "\u{0}").utf8)
    return "\(page)-\(String(hash.value, radix: 36))"
  }

  /// Whether the page hides its answer until it is guessed or asked for.
  var isCovered: Bool {
    parameters.guess == .none && answerCount != nil && !parameters.seen.contains(seenKey)
  }

  /// With the answer of the page shown.
  func uncovered(guess: LabGuess = .none) -> Parameters {
    var changed = parameters
    changed.guess = guess
    changed.seen.insert(seenKey)
    return changed
  }
}
