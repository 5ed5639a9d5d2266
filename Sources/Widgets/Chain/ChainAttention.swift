import Formulas
import Libc
import Numerics
import TextUI

extension Chain {
  /// Which columns of a table each head takes.
  static func columns(of head: Int, among heads: Int, width: Int) -> Range<Int> {
    let own = width / heads
    return head * own..<(head + 1) * own
  }

  /// Scaled dot-product attention, head by head, from queries, keys and values; what the heads come to,
  /// side by side where there are several; `end` and `prefix` tell one of several attentions from others.
  ///
  /// Where later words are hidden, the last query stands at the last key.
  mutating func attention(
    _ query: ChainRef, _ key: ChainPart, _ value: ChainPart, heads: Int, isCausal: Bool,
    end: String = "", prefix: String = ""
  ) throws(InputProblem) -> ChainRef {
    let outputs = try (0..<heads).map { (head) throws(InputProblem) in
      try self.head(
        head, of: heads, query, key, value, isCausal,
        end: heads > 1 ? "\(end)_h\(head)" : end,
        prefix: heads > 1 ? "\(prefix)H\(head) " : prefix)
    }
    guard outputs.count > 1 else { return outputs[0] }
    let all = joined("O" + end, prefix + "heads joined", outputs.map { ChainPart($0) })
    because("Each head looked at its own part; side by side they are one table again.")
    return all
  }

  private mutating func head(
    _ head: Int, of heads: Int, _ query: ChainRef, _ key: ChainPart, _ value: ChainPart,
    _ isCausal: Bool, end: String, prefix: String
  ) throws(InputProblem) -> ChainRef {
    func part(_ part: ChainPart) -> ChainPart {
      guard heads > 1 else { return part }
      var own = part
      own.columns = Self.columns(of: head, among: heads, width: self.part(part).values.columns)
      return own
    }
    let (q, v) = (part(ChainPart(query)), part(value))
    var k = part(key)
    k.isTransposed = true
    let width = self.part(q).values.columns
    let scores = try product("S" + end, prefix + "scores", q, k, glows: true)
    because(StepperStep.forward(.scores).why)
    let scaled = scale("scaled" + end, prefix + "scaled", scores, by: width)
    let seen = isCausal ? mask("masked" + end, prefix + "masked", scaled) : scaled
    let weights = weights(of: seen, end: end, prefix: prefix)
    let output = try product(
      "O" + end, prefix + "output", ChainPart(weights), v, columnNames: self.part(v).columnNames)
    because(StepperStep.forward(.output).why)
    return output
  }

  /// Queries, keys or values: what the vectors of words are multiplied by is what is learnt.
  mutating func projected(
    _ symbol: String, _ name: String, _ read: ChainPart, _ weights: ChainRef, _ role: Role,
    notes: [String] = []
  ) throws(InputProblem) -> ChainRef {
    let result = try product(symbol, name, read, ChainPart(weights), role: role, notes: notes)
    let why =
      switch role {
      case .query: "What each word asks for: its vector times weights that are the same for all."
      case .key: "What each word can be found by."
      default: "What each word hands on where it is looked at."
      }
    because(why)
    return result
  }

  private mutating func scale(
    _ symbol: String, _ name: String, _ scores: ChainRef, by width: Int
  ) -> ChainRef {
    let source = code(ChainPart(scores))
    defer { because(StepperStep.forward(.scale).why) }
    return cells(
      symbol, name, formula: "\(symbol) = \(source) ÷ √\(width)",
      code: "\(source) / np.sqrt(\(width))", [ChainPart(scores)], glows: true
    ) { _, _, x in
      x[0] / Double(width).squareRoot()
    } equations: { _, _, x, value, numbers in
      let root = numbers.ascii ? "sqrt(\(width))" : "√\(width)"
      return [
        Equation("scaled", x, value, numbers: numbers) {
          "\($0[0]) \(numbers.over) \(root)"
        } compute: {
          $0[0] / Double(width).squareRoot()
        }
      ]
    }
  }

  private mutating func mask(_ symbol: String, _ name: String, _ scaled: ChainRef) -> ChainRef {
    let table = values(scaled)
    let offset = table.columns - table.rows
    let source = code(ChainPart(scaled))
    defer { because(StepperStep.forward(.mask).why) }
    return cells(
      symbol, name, formula: "\(symbol) = \(source), later words hidden",
      code: "causal(\(source))", [ChainPart(scaled)], glows: true,
      notes: offset > 0
        ? [
          "The last query stands at the last key, at the bottom right. Aligned at the top left, the first "
            + "new word would see the first word alone."
        ] : []
    ) { row, column, x in
      column <= row + offset ? x[0] : -.infinity
    } equations: { row, column, x, value, numbers in
      let isSeen = column <= row + offset
      return [
        Equation(
          "masked",
          isSeen
            ? "the word may look here: \(numbers.text(x[0])) stays"
            : "this word comes later: \(numbers.text(value))",
          value: value)
      ]
    }
  }

  /// The softmax of each row in four steps.
  private mutating func weights(of scores: ChainRef, end: String, prefix: String) -> ChainRef {
    let source = code(ChainPart(scores))
    let shifted = rows(
      "shifted" + end, prefix + "− max",
      formula: "shifted\(end) = \(source) − the largest of its row",
      code: "\(source) - \(source).max(axis=1, keepdims=True)", ChainPart(scores), glows: true
    ) {
      Softmax($0).shifted
    } equations: { row, _, column, numbers in
      row[column] > -.infinity
        ? [Softmax(row).difference(column, numbers)]
        : [Equation("hidden", "\(numbers.text(-.infinity)) stays as it is", value: -.infinity)]
    }
    because(StepperStep.forward(.maximum).why)
    let exponentials = cells(
      "exps" + end, prefix + "exp", formula: "exps\(end) = e^shifted\(end)",
      code: "np.exp(shifted\(end))", [ChainPart(shifted)], glows: true,
      vanishes: { $1 == 0 && $0[0] > -.infinity }
    ) { _, _, x in
      exp(x[0])
    } equations: { _, _, x, value, numbers in
      [.power("exp", x[0], value, numbers: numbers)]
    }
    because(StepperStep.forward(.exponentials).why)
    let sums = rows(
      "sums" + end, prefix + "sum", formula: "sums\(end) = each row of exps\(end) added up",
      code: "exps\(end).sum(axis=1, keepdims=True)", ChainPart(exponentials), columnNames: ["sum"]
    ) {
      [$0.total]
    } equations: { row, _, _, numbers in
      [.sum("sum", of: row, row.total, numbers: numbers)]
    }
    because(StepperStep.forward(.sum).why)
    defer { because(StepperStep.forward(.weights).why) }
    return cells(
      "A" + end, prefix + "weights", formula: "A\(end) = exps\(end) ÷ sums\(end)",
      code: "exps\(end) / sums\(end)", [ChainPart(exponentials), ChainPart(sums)], glows: true,
      vanishes: { $1 == 0 && $0[0] > 0 }
    ) { _, _, x in
      x[0] / x[1]
    } equations: { _, _, x, value, numbers in
      [.quotient("weight", x[0], x[1], value, numbers: numbers)]
    }
  }

  /// Shares of each row: powers of e, divided by their sum.
  mutating func softmax(
    _ symbol: String, _ name: String, _ scores: ChainRef, columnNames: [String]? = nil
  ) -> ChainRef {
    let source = code(ChainPart(scores))
    defer { because("Scores become shares: how likely each is.") }
    return rows(
      symbol, name, formula: "\(symbol) = softmax of each row of \(source)",
      code: "softmax(\(source))", ChainPart(scores), columnNames: columnNames, glows: true
    ) {
      Softmax($0).weights
    } equations: { row, _, column, numbers in
      let trace = Softmax(row)
      let seen = row[column] > -.infinity
      let digits = SoftmaxDigits(numbers)
      return (seen ? [trace.difference(column, numbers), trace.power(column, digits)] : [])
        + [trace.addition(digits), trace.division("weight", column, digits)]
    }
  }
}
