import Formulas
import Numerics

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
        end: heads > 1 ? "_\(head)" : end, prefix: heads > 1 ? "H\(head) " : prefix)
    }
    guard outputs.count > 1 else { return outputs[0] }
    return joined("O", "heads joined", outputs.map { ChainPart($0) })
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
    let scaled = scale("Z" + end, prefix + "scaled", scores, by: width)
    let seen = isCausal ? mask("M" + end, prefix + "masked", scaled) : scaled
    let weights = softmax("A" + end, prefix + "weights", seen)
    return try product(
      "O" + end, prefix + "output", ChainPart(weights), v, columnNames: self.part(v).columnNames)
  }

  private mutating func scale(
    _ symbol: String, _ name: String, _ scores: ChainRef, by width: Int
  ) -> ChainRef {
    let source = code(ChainPart(scores))
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

  /// Shares of each row: powers of e, divided by their sum.
  mutating func softmax(
    _ symbol: String, _ name: String, _ scores: ChainRef, columnNames: [String]? = nil
  ) -> ChainRef {
    let source = code(ChainPart(scores))
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
