import Notes
import Numerics

extension AttentionMask {
  /// The mask as typed: `none`, `causal`, `causal bottom-right`, `padding 1 1 0`, `window 4`, `alibi`,
  /// `alibi 0.5`, a matrix, or several of them joined by `and`.
  ///
  /// A query has one place among the keys: an alignment that stands behind one of several masks holds
  /// for all of them. `keep`, `hide` or `add` before a matrix says how it is read. Without it, numbers
  /// are read as torch reads a mask: truth values, `True` or 1, let look; numbers with a decimal point
  /// are added.
  package init(reading text: some StringProtocol) throws(MaskProblem) {
    var parts: [MaskPart] = []
    let texts = Self.parts(of: text)
    for text in texts {
      guard !text.allSatisfy(\.isWhitespace) else {
        throw texts.count > 1 ? .nothingToJoin : .empty
      }
      parts.append(try MaskPart(text))
    }
    let alignments = Set(parts.compactMap(\.alignment))
    guard alignments.count < 2 else { throw .alignments }
    let alignment = alignments.first ?? .topLeft
    self.init(parts.map { $0.mask(alignment) })
  }

  private static let names = [
    "none", "causal", "window", "alibi", "padding", "keep", "hide", "add",
  ]

  /// What stands between the words `and`, signs `+`, and commas before the name of a mask.
  private static func parts(of text: some StringProtocol) -> [String] {
    var parts = [""]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !parts[parts.count - 1].isEmpty { parts[parts.count - 1] += "\n" }
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      for (at, typed) in words.enumerated() {
        // `causal, window 4, bottom right`: behind these names stands no list of numbers.
        let first = (parts[parts.count - 1] + typed).lowercased().split { !$0.isLetter }.first ?? ""
        let hasComma =
          typed.last == "," && ["none", "causal", "window", "alibi"].contains(String(first))
        let word = hasComma ? typed.dropLast() : typed
        let isJoined =
          hasComma && at + 1 < words.count
          && names.contains { words[at + 1].lowercased().hasPrefix($0) }
        defer { if isJoined { parts.append("") } }
        if ["and", "+"].contains(word.lowercased()) {
          parts.append("")
        } else {
          parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + String(word)
        }
      }
    }
    return parts
  }
}

/// One of the masks that are joined.
private struct MaskPart {
  /// The alignment that is written behind it.
  let alignment: MaskAlignment?
  let mask: (MaskAlignment) -> AttentionMask

  init(_ text: String) throws(MaskProblem) {
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let first = words.first?.lowercased() ?? ""
    let rest = words.count > 1 ? words[1].trimmed : ""
    switch first {
    case "none":
      guard rest.isEmpty else { throw .excess(rest, after: first) }
      (alignment, mask) = (nil, { _ in .none })
    case "causal":
      let (rest, alignment) = Self.aligned(rest)
      guard rest.isEmpty else { throw .excess(rest, after: first) }
      (self.alignment, mask) = (alignment, { $0 == .topLeft ? .causal : .causalBottomRight })
    case "window":
      let (rest, alignment) = Self.aligned(rest)
      let size = try Self.size(rest)
      (self.alignment, mask) = (alignment, { .window(size, $0) })
    case "alibi":
      let (rest, alignment) = Self.aligned(rest)
      let slope = try Self.slope(rest)
      (self.alignment, mask) = (alignment, { .alibi(slope: slope, $0) })
    case "padding":
      let keys = try Self.keys(rest)
      (alignment, mask) = (nil, { _ in .padding(keys) })
    case "keep", "hide", "add":
      guard !rest.isEmpty else { throw .noMatrix(first) }
      let matrix = try AttentionMask(matrix: rest, MaskReading(rawValue: first))
      (alignment, mask) = (nil, { _ in matrix })
    default:
      let isName = first.allSatisfy { $0.isLetter || $0 == "-" }
      // `ans =` stands above a matrix.
      if isName, !text.contains("="), !["true", "false"].contains(first),
        SpecialNumber.read(first) == nil
      {
        throw .unknown(DecimalNumber.shown(String(words[0])))
      }
      let matrix = try AttentionMask(matrix: text, nil)
      (alignment, mask) = (nil, { _ in matrix })
    }
  }

  /// What stands before an alignment: `bottom-right`, `bottom right`, `Top-Left`.
  private static func aligned(_ text: String) -> (rest: String, alignment: MaskAlignment?) {
    let words = text.lowercased().split { $0.isWhitespace || $0 == "_" }
    for count in [1, 2] where words.count >= count {
      let name = words.suffix(count).joined(separator: "-")
      if let alignment = MaskAlignment(rawValue: name) {
        return (words.dropLast(count).joined(separator: " "), alignment)
      }
    }
    return (text, nil)
  }

  private static func size(_ text: String) throws(MaskProblem) -> Int {
    guard !text.isEmpty else { throw .noSize }
    guard let number = try? NumberReader.number(text), number >= 1, let size = Int(exactly: number)
    else { throw .notACount(DecimalNumber.shown(text)) }
    return size
  }

  private static func slope(_ text: String) throws(MaskProblem) -> Double? {
    if text.isEmpty { return nil }
    do { return try NumberReader.number(text) } catch {
      throw .notASlope(DecimalNumber.shown(text))
    }
  }

  private static func keys(_ text: String) throws(MaskProblem) -> [Bool] {
    guard !text.isEmpty else { throw .noKeys }
    var wrong: MaskProblem?
    let numbers: Vector
    do throws(NumberProblem) {
      numbers = try NumberReader.vector(text) { (word, place) throws(NumberProblem) in
        let number = TruthWord.number(word) ?? (try? NumberReader.finite(word, at: place)) ?? .nan
        if number != 0, number != 1, wrong == nil {
          wrong = .notAKey(DecimalNumber.shown(word), place.column ?? 1)
        }
        return number
      }
    } catch { throw .matrix(error) }
    if let wrong { throw wrong }
    return numbers.map { $0 != 0 }
  }
}

extension AttentionMask {
  fileprivate init(matrix text: String, _ reading: MaskReading?) throws(MaskProblem) {
    var isFloat = false
    let matrix: Matrix
    do throws(NumberProblem) {
      matrix = try NumberReader.matrix(text) { (word, place) throws(NumberProblem) in
        if let truth = TruthWord.number(word) { return truth }
        if SpecialNumber.isMinusInfinity(word) { return -.infinity }
        isFloat = isFloat || word.contains(".")
        let number = try NumberReader.finite(word, at: place)
        if reading == .keep || reading == .hide, number != 0, number != 1 {
          throw .notZeroOrOne(DecimalNumber.shown(word), place)
        }
        return number
      }
    } catch { throw .matrix(error) }
    self.init(matrix, reading ?? (isFloat || !matrix.isZerosAndOnes ? .add : .keep))
  }
}

/// Truth values as Python writes them.
private enum TruthWord {
  static func number(_ word: String) -> Double? {
    switch word.lowercased() {
    case "true": 1
    case "false": 0
    default: nil
    }
  }
}
