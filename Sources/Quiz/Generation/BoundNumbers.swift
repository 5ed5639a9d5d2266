import Formulas
import Notes
import Numerics

/// Questions from numbers that the notes bind: in code, in a formula, in a `dot-product` or
/// `attention` block. They are read as the widgets read them.
enum BoundNumbers {
  /// Entries of a vector that can be multiplied without paper.
  private static let most = 8

  static func sections(in blocks: [Block], lesson: String) -> [QuestionSection] {
    var asked: [Binding] = []
    return blocks.compactMap { block in
      switch block.fence {
      case (AttentionParameters.name, let text)?:
        return (try? Inputs(text: text)).flatMap(AttentionBlock.init(_:)).flatMap {
          attention($0, line: block.line)
        }
      case (DotProductParameters.name, let text)?:
        guard let inputs = try? Inputs(text: text),
          let vectors = try? DotProductParameters(reading: inputs), (try? vectors.trace()) != nil
        else { return nil }
        return dot("u", vectors.u, "v", vectors.v, lesson: lesson, line: block.line)
      default:
        for binding in Binding.all(in: block) where !asked.contains(binding) {
          asked.append(binding)
          switch binding {
          case .attention(let query, let key, let value):
            guard AttentionBlock.canBeAsked([query, key, value]) else { return nil }
            // What fits no widget is read as the next binding, there as here.
            if let read = AttentionBlock(query: query, key: key, value: value) {
              return attention(read, line: block.line)
            }
          case .dotProduct(let u, let v):
            return dot(
              u.name ?? "u", u.vector, v.name ?? "v", v.vector, lesson: lesson, line: block.line)
          case .matrixProduct: continue
          }
        }
        return nil
      }
    }
  }

  private static func dot(
    _ u: String, _ left: Vector, _ v: String, _ right: Vector, lesson: String, line: Int
  ) -> QuestionSection? {
    guard left.count == right.count, left.count <= most else { return nil }
    let style = NumberText()
    let product = left.dot(right)
    let key = "= dot([\(list(left))], [\(list(right))])"
    let (marks, blank) = Marks.one(key + tolerance([product]))
    let sum = Equation.sum("", of: Array(zip(left, right)), product, numbers: style)
    return QuestionSection(
      heading: "What is the dot product?", line: line,
      prompt: [
        Block(
          .paragraph([
            .text(
              "In “\(lesson)”, \(u) = \(style.vector(left)) and \(v) = \(style.vector(right)). "
                + "\(u) · \(v) = \(blank)")
          ]))
      ],
      explanation: [Block(.paragraph([.text("\(sum.expression) = \(sum.result ?? "")")]))],
      marks: marks)
  }

  /// How far an answer may be off: 0.01, or less where the numbers themselves are smaller.
  private static func tolerance(_ numbers: [Double]) -> String {
    let smallest = numbers.filter { $0 != 0 }.map(\.magnitude).min() ?? 1
    return " ± \(min(0.01, smallest / 100))"
  }

  // MARK: Attention

  private static func attention(_ block: AttentionBlock, line: Int) -> QuestionSection? {
    let trace = block.trace
    guard trace.output.elements.count <= 12 else { return nil }
    let (q, k, v) = (block.parameters.query, block.parameters.key, block.parameters.value)
    // Where nothing is set, the formula itself is the key, so that its common mistakes are known.
    let key =
      block.isPlain
      ? "attention(\(literal(q)), \(literal(k)), \(literal(v)))" : literal(trace.output)
    let (marks, blank) = Marks.one("= \(key) ± 0.02")
    let names = [("Q", q), ("K", k), ("V", v)].map { "\($0) = \(Value.matrix($1).text)" }
    func prompt(_ settings: [String]) -> String {
      (names + settings).joined(separator: ", ") + ". The output is \(blank)"
    }
    let several = trace.heads.count > 1
    let weights = trace.heads.enumerated().map { index, head in
      (several ? "of head \(index + 1) " : "") + "are \(Value.matrix(head.weights).text)"
    }
    var section = QuestionSection(
      heading: "What does attention give?", line: line,
      prompt: [Block(.paragraph([.text(prompt(block.settings))]))],
      explanation: [
        Block(
          .paragraph([
            .text(
              "The weights \(weights.joined(separator: ", ")); each row of them mixes the values.")
          ]))
      ], marks: marks)
    section.formerPrompt = prompt(block.formerSettings)
    return section
  }

  private static func literal(_ matrix: Matrix) -> String {
    "[" + matrix.rowArrays.map { "[\(list($0))]" }.joined(separator: ", ") + "]"
  }

  private static func list(_ vector: Vector) -> String {
    vector.map { "\($0)" }.joined(separator: ",")
  }
}

extension Block {
  /// The first word behind the opening of a code block, and the code.
  fileprivate var fence: (name: String, text: String)? {
    guard case .code(let info, let text) = kind else { return nil }
    return (Block.fenceName(info), text)
  }
}
