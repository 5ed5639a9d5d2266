import Basics
import Formulas
import Notes
import Numerics

/// What is searched for: words added and taken off, `king - man + woman`, or a vector of its own.
enum RowQuery: Equatable, Sendable {
  struct Term: Equatable, Sendable {
    let isTakenOff: Bool
    let word: String
  }

  case words([Term])
  case vector(Vector)

  static let hint = "words such as king - man + woman, or a vector such as 1 0 2"

  init(_ text: String) throws(InputProblem) {
    // A whole number alone is a row; in brackets it is a vector.
    if Int(text) == nil, let vector = try? NumberReader.vector(text), vector.isFinite {
      self = .vector(vector)
      return
    }
    var terms: [Term] = []
    var sign: Bool? = false
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      switch word {
      case "+" where sign == nil: sign = false
      case "-" where sign == nil, "−" where sign == nil: sign = true
      default:
        guard let isTakenOff = sign else {
          throw InputProblem(
            "query", "no sign stands before \(word)",
            remedy: "write + or - before it: \(Self.hint)")
        }
        terms.append(Term(isTakenOff: isTakenOff, word: word))
        sign = nil
      }
    }
    guard !terms.isEmpty, sign == nil else {
      throw InputProblem("query", "nothing follows the last sign", remedy: "write \(Self.hint)")
    }
    self = .words(terms)
  }

  var text: String {
    switch self {
    case .vector(let vector): vector.count == 1 ? "[\(Plain.text(vector))]" : Plain.text(vector)
    case .words(let terms):
      terms.enumerated().map { index, term in
        (index == 0 ? "" : term.isTakenOff ? " - " : " + ") + term.word
      }.joined()
    }
  }

  /// The rows of the words, each added or taken off; nil for a vector.
  func rows(in words: RowNames) throws(InputProblem) -> [(row: Int, isTakenOff: Bool)]? {
    guard case .words(let terms) = self else { return nil }
    var rows: [(row: Int, isTakenOff: Bool)] = []
    for term in terms {
      rows.append((try words.row(term.word, "query"), term.isTakenOff))
    }
    return rows
  }
}

/// What the rows of a table are called, and their numbers: from 0, or those that they have in a larger table.
struct RowNames: Equatable, Sendable {
  let words: [String]
  let ids: [Int]

  /// A word that the first row is found by.
  var first: String { ids.first.map { "\($0)" } ?? words.first ?? "0" }

  /// The number of a row.
  func number(_ row: Int) -> Int { ids.indices.contains(row) ? ids[row] : row }

  /// The row of a word or of a number. Where tokens have numbers of their own, a number is never a word.
  func row(_ word: String, _ key: String) throws(InputProblem) -> Int {
    if let id = Int(word), !ids.isEmpty {
      if let row = ids.firstIndex(of: id) { return row }
      throw InputProblem(
        key, "token \(id) has no row here",
        remedy: "there are \(ids.map(String.init).joined(separator: " "))"
      )
    }
    if let row = words.firstIndex(of: word) { return row }
    if let row = Int(word), words.indices.contains(row) { return row }
    let near = NearestWord.nearest(to: word, among: words)
    throw InputProblem(
      key,
      "\"\(word.prefix(20))\" is none of the words",
      remedy: near.map { "did you mean \($0)?" } ?? "there are \(words.joined(separator: ", "))")
  }
}
