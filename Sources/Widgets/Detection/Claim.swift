import Formulas
import Notes
import Numerics

/// A calculation in the notes whose result is not what the notes say.
package struct Claim: Equatable, Sendable {
  /// The calculation as written.
  package let expression: String
  /// The result as written.
  package let claimed: String
  /// The result.
  package let value: Double
  /// The line, counted from 1 at the start of what was parsed.
  package let line: Int
  /// The factors, where the calculation is a sum of products.
  let factors: (u: Vector, v: Vector)?

  /// What is wrong, in one sentence.
  package var message: String {
    "\(expression) is \(NumberText().text(value)), not \(claimed)"
  }

  package static func == (a: Claim, b: Claim) -> Bool { a.message == b.message && a.line == b.line }
}

/// Finds calculations with a wrong result; whatever could be meant otherwise is left alone.
struct ClaimReader {
  private let characters: [Character]
  private let tokens: [FormulaToken]
  private let line: Int

  init(_ leaf: LeafText) {
    // Most texts hold neither a sign of a result nor a number.
    let text = leaf.text.utf8
    let mayClaim = text.contains(UInt8(ascii: "=")) && text.contains { (0x30...0x39).contains($0) }
    characters = mayClaim ? Array(leaf.text.prefix(20_000)) : []
    let all = FormulaToken.tokens(characters, inSentence: true)
    // Other arithmetic than the usual one: nothing is computed.
    tokens = all.contains { $0.isWord(in: Self.otherArithmetic) } ? [] : all
    line = leaf.line
  }

  var claims: [Claim] {
    tokens.indices.compactMap { tokens[$0].kind == .equals ? claim(at: $0) : nil }
  }

  private func claim(at equals: Int) -> Claim? {
    let left = runBefore(equals)
    guard left.count >= 3, begins(left.lowerBound),
      let sum = Calculation(tokens[left], of: characters),
      let right = numberAfter(equals)
    else { return nil }
    guard !agrees(right.value, sum.value, decimals: right.decimals, isExact: sum.isExact) else {
      return nil
    }
    if right.isPercent {
      // Of percents only a ratio is understood.
      guard tokens[left].contains(where: { $0.kind == .over }),
        !agrees(right.value, sum.value * 100, decimals: right.decimals, isExact: false)
      else { return nil }
    }
    let start = tokens[left.lowerBound].range.lowerBound
    let text = characters[start..<tokens[left.upperBound - 1].range.upperBound]
    let newlines = characters[..<start].count { $0 == "\n" }
    return Claim(
      expression: String(text).replacingNewlines, claimed: right.text, value: sum.value,
      line: line + newlines, factors: sum.factors)
  }

  /// The tokens before an equals sign that make one calculation.
  private func runBefore(_ equals: Int) -> Range<Int> {
    var start = equals
    var depth = 0
    while start > 0, equals - start < 400 {
      switch tokens[start - 1].kind {
      case .number, .vector, .plus, .minus, .times, .over: break
      case .close: depth += 1
      case .open:
        if depth == 0 { return start..<equals }
        depth -= 1
      default: return start..<equals
      }
      start -= 1
    }
    return start..<equals
  }

  /// Whether nothing before a calculation belongs to it.
  private func begins(_ start: Int) -> Bool {
    guard start > 0 else { return true }
    let before = tokens[start - 1]
    let isApart = before.range.upperBound < tokens[start].range.lowerBound
    switch before.kind {
    case .equals, .open: return true
    case .punctuation, .comma, .closeList:
      switch characters[before.range.lowerBound] {
      case ",", ".", ";", ":", "?", "…", "—":
        return isApart && (tokens[start].kind != .minus || isSign(start))
      // A factorial, a derivative, an index: they belong to what stands before them.
      case "!", "'", "’", "]": return before.range.lowerBound == 0 || !isAttached(start - 1)
      default: return true
      }
    case .word(let word):
      let word = word.lowercased()
      if tokens[start].kind == .open { return isApart && Self.openers.contains(word) }
      return isApart && tokens[start].kind != .minus && !Self.operations.contains(word)
    default: return false
    }
  }

  /// Whether a minus belongs to the number after it alone: `-2`, not `- 2`.
  private func isSign(_ at: Int) -> Bool {
    at + 1 < tokens.count && tokens[at].range.upperBound == tokens[at + 1].range.lowerBound
  }

  /// Whether a token stands right behind the one before it.
  private func isAttached(_ at: Int) -> Bool {
    at > 0 && tokens[at - 1].range.upperBound == tokens[at].range.lowerBound
  }

  /// Words that say that sums are meant otherwise here.
  private static let otherArithmetic: Set<String> = [
    "mod", "modulo", "modular", "modulus", "xor", "binary", "octal", "hex", "hexadecimal", "base",
    "boolean", "bitwise", "concatenation",
  ]
  /// Words after which a bracket is not an argument.
  private static let openers: Set<String> = [
    "so", "thus", "then", "hence", "therefore", "that", "is", "are", "and", "or", "as", "with",
    "gives", "get", "gets", "have", "has", "since", "because", "compute", "computes", "where",
    "for", "here", "now", "example",
  ]
  private static let operations: Set<String> = [
    "log", "ln", "lg", "exp", "sqrt", "sin", "cos", "tan", "max", "min", "mod", "root", "of",
    "times", "plus", "minus", "over", "by", "per", "square", "half", "double", "twice", "divided",
    "norm", "abs", "mean", "x", "e", "floor", "ceil", "ceiling", "round", "relu", "gelu", "sign",
    "sgn", "gcd", "lcm", "sum", "prod", "product", "average", "avg", "var", "std", "det", "trace",
    "rank", "arg", "not", "negative", "sigmoid", "softmax", "tanh", "cosh", "sinh", "arcsin",
    "arccos", "arctan", "atan", "erf", "cube", "cubed", "squared", "count", "len", "length",
    "percent", "plusminus", "dot", "cross", "choose", "factorial", "inverse", "transpose",
  ]

  private struct Result {
    var value: Double
    var decimals: Int
    var text: String
    var isPercent: Bool
  }

  /// The number alone behind an equals sign; nil where a calculation or a unit of thousands follows.
  private func numberAfter(_ equals: Int) -> Result? {
    var at = equals + 1
    let start = at
    if tokens.indices.contains(at), tokens[at].kind == .minus { at += 1 }
    guard tokens.indices.contains(at), case .number(let value, let decimals) = tokens[at].kind
    else {
      return nil
    }
    let end = tokens[at].range.upperBound
    var isPercent = false
    if tokens.indices.contains(at + 1) {
      let next = tokens[at + 1]
      let isAttached = next.range.lowerBound == end
      switch next.kind {
      case .plus, .minus, .times, .over, .power, .root, .number, .vector, .open: return nil
      case .other, .openList:
        isPercent = characters[next.range.lowerBound] == "%"
        if !isPercent { return nil }
      case .word(let word):
        if isAttached || Self.multipliers.contains(word.lowercased()) || Self.units.contains(word) {
          return nil
        }
      case .punctuation, .comma, .closeList:
        // A factorial; a comma or point between digits may part thousands.
        let after = next.range.upperBound
        if isAttached, "!'’".contains(characters[next.range.lowerBound]) { return nil }
        if isAttached, characters.indices.contains(after), characters[after].isNumber { return nil }
      case .close, .equals: break
      }
    }
    let text = String(characters[tokens[start].range.lowerBound..<end])
    return Result(
      value: at > start ? -value : value, decimals: decimals, text: text, isPercent: isPercent)
  }

  private static let multipliers: Set<String> = [
    "million", "millions", "billion", "billions", "thousand", "thousands", "k", "m", "bn",
    "hundred", "dozen", "trillion", "percent", "pct", "pp", "plus", "minus", "times", "over", "per",
    "e", "x", "mod", "squared", "cubed", "factorial", "dollar", "dollars", "euro", "euros", "cents",
  ]
  /// A sum may be told in another unit than its terms.
  private static let units: Set<String> = [
    "m", "cm", "mm", "km", "nm", "µm", "s", "ms", "ns", "µs", "min", "mins", "minute", "minutes",
    "h", "hr", "hour", "hours", "second", "seconds", "day", "days", "week", "weeks", "year",
    "years", "g", "kg", "mg", "t", "B", "KB", "kB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB",
    "TiB", "bit", "bits", "byte", "bytes", "K", "M", "G", "T", "Hz", "kHz", "MHz", "GHz", "W", "kW",
    "MW", "kWh", "MWh", "J", "kJ", "V", "A", "C", "F", "FLOPs", "FLOPS", "GFLOPs", "TFLOPs",
    "TFLOPS", "PFLOPs", "deg", "rad", "degrees", "dB",
  ]

  /// Whether a number as written stands for a value: rounded or cut at its last digit.
  private func agrees(_ written: Double, _ value: Double, decimals: Int, isExact: Bool) -> Bool {
    guard value.isFinite else { return true }
    let slack = 1e-9 * max(1, value.magnitude)
    if decimals == 0, isExact { return (written - value).magnitude <= slack }
    var unit = 1.0
    for _ in 0..<decimals { unit /= 10 }
    if (written - value).magnitude <= unit / 2 + slack { return true }
    let cut = (value / unit).rounded(.towardZero) * unit
    return (written - cut).magnitude <= slack
  }
}

extension String {
  fileprivate var replacingNewlines: String {
    String(map { $0.isNewline ? " " : $0 })
  }
}

extension Claim {
  /// The inputs of the dot product that it is, if it is one that fits the screen.
  package var inputs: Inputs? {
    guard let factors else { return nil }
    let inputs = DotProductWidget.inputs(factors.u, factors.v)
    return (try? DotProductWidget(inputs)) == nil ? nil : inputs
  }
}
