/// Why a pattern cannot be searched.
package enum PatternProblem: Error, Equatable, Sendable {
  /// It is none, with PCRE2's words for it; whether more could still make it one.
  case malformed(String, isOpen: Bool)
  case tooLong
  /// It takes more steps or memory than a search may.
  case tooMuch

  /// A few words, beside what is typed.
  package var note: String {
    switch self {
    case .malformed(let words, _): words
    case .tooLong: "too long"
    case .tooMuch: "too many ways to match"
    }
  }

  /// A sentence with a remedy.
  package func message(for pattern: String) -> String {
    switch self {
    case .malformed(let words, _):
      "\"\(pattern)\" is no pattern: \(words); \\ before a sign means the sign itself"
    case .tooLong: "A pattern may have \(Pattern.longest) bytes; search for a part of it"
    case .tooMuch:
      "\"\(pattern)\" can match in too many ways; say more exactly what repeats: [a-z]+ for .*"
    }
  }
}
