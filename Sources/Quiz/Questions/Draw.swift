import Formulas
import Notes
import Numerics

/// One drawing of a question's numbers, rebuilt exactly from its seed.
package struct Draw: Sendable {
  /// What the parameters stand for.
  package let values: [String: Value]
  let marks: Marks
  /// Further random choices: the order of options.
  let shuffle: UInt64
  /// The words that no slip of a letter may turn an answer into.
  let words: KnownWords

  /// Draws the numbers of a question.
  init(
    of section: QuestionSection, seed: UInt64, words: KnownWords = KnownWords()
  ) throws(ExpressionProblem) {
    self.words = words
    var generator = SeededGenerator(seed: seed)
    shuffle = generator.next()
    values = try section.directive.values(using: &generator)
    marks = section.marks
  }

  /// An order of so many things that is not their own: nothing is handed over solved.
  func order(of count: Int) -> [Int] {
    let solved = Array(0..<count)
    var generator = SeededGenerator(seed: shuffle)
    var order = solved
    for _ in 0..<20 where order == solved { order.shuffle(using: &generator) }
    return order
  }

  /// What to do where some of the numbers drawn have no answer.
  static let finite = "draw numbers without those, such as int(1,9) for int(0,9) below a stroke"

  /// The value of a formula, finite.
  func value(of text: String) throws(ExpressionProblem) -> Value {
    let value = try Expression(text).value(values)
    guard value.isFinite else {
      throw ExpressionProblem(
        "\(text.trimmed) is not finite for some of the numbers drawn", remedy: Self.finite)
    }
    return value
  }

  /// Blocks with values in place of their marks, and answer marks shown by their number.
  func fill(
    _ blocks: [Block], blank: (Int) -> String = { _ in "____" }
  ) throws(ExpressionProblem) -> [Block] {
    var problem: ExpressionProblem?
    let filled = blocks.mapText { fill($0, blank, &problem) }
    if let problem { throw problem }
    return filled
  }

  /// Inlines with values in place of their marks.
  func fill(_ inlines: [Inline]) throws(ExpressionProblem) -> [Inline] {
    var problem: ExpressionProblem?
    let filled = inlines.mapText { fill($0, { _ in "____" }, &problem) }
    if let problem { throw problem }
    return filled
  }

  /// The formula whose value a text is; nil where it says more.
  func formula(of blocks: [Block]) -> Expression? {
    let text = blocks.plainText.trimmed.unicodeScalars
    guard text.count == 1, let scalar = text.first, let index = marks.index(of: scalar),
      case .value(let source) = marks.all[index]
    else { return nil }
    return try? Expression(Self.formula(source))
  }

  /// What stands in a value's mark, which may begin with an equals sign.
  private static func formula(_ source: String) -> String {
    source.trimmed.hasPrefix("=") ? String(source.trimmed.dropFirst()) : source
  }

  private func fill(
    _ text: String, _ blank: (Int) -> String, _ problem: inout ExpressionProblem?
  ) -> String {
    marks.fill(text) { index in
      switch marks.all[index] {
      case .blank: return blank(index)
      case .literal(let text): return text
      case .value(let source):
        do throws(ExpressionProblem) {
          return try value(of: Self.formula(source)).text
        } catch {
          problem = problem ?? error
          return "?"
        }
      }
    }
  }
}
