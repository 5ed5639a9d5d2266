import Basics
import Formulas
import Notes
import Pages
import TextUI

/// A question as its author wants to see it: what is asked with its key, tolerance and reasons, and what
/// other draws bring. Nothing of it is logged.
package struct QuestionPreview: Sendable {
  /// How many draws are shown where nothing else is asked for.
  package static let draws = 3

  private let question: Question
  private let draws: Int

  package init(_ question: Question, draws: Int = Self.draws) {
    self.question = question
    self.draws = question.isFresh ? max(1, draws) : 1
  }

  /// The seed of the first draw. Made questions hold the right option first: under one seed for all, it would stand in
  /// the same place in each of them.
  private var first: UInt64 {
    question.isGenerated ? question.id.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) } : 0
  }

  /// All of it, as lines of a width.
  package func lines(width: Int, ascii: Bool) -> [[Cell]] {
    guard let posed = PresentedQuestion.fit(question, from: first) else {
      let why = QuestionCheck.failure(of: question)?.text ?? "no numbers fit"
      return [Cell]("It cannot be asked: \(why)", Style(.bad)).wrapped(to: width)
    }
    var lines = [Cell](posed.heading.line(ascii: ascii), Style(.strong, .bold)).wrapped(to: width)
    lines += [Cell](head, .muted).wrapped(to: width)
    lines += part("asked", posed.prompt, width, ascii)
    for (index, hint) in posed.hints.enumerated() {
      lines += part("hint \(index + 1)", hint, width, ascii)
    }
    lines += answers(posed, width, ascii)
    lines += part("told after the answer", posed.explanation, width, ascii)
    for seed in 1..<max(1, draws) { lines += draw(UInt64(seed), width, ascii) }
    return lines
  }

  /// Its kind, its identity, and what it draws.
  private var head: String {
    let directive = question.section.directive
    var parts = ["\(question.kindName): \(question.task)"]
    parts.append(directive.id.map { "id=\($0)" } ?? "no id: its answers follow its words")
    if directive.revision > 1 { parts.append("rev=\(directive.revision)") }
    if let language = directive.language { parts.append("lang=\(language)") }
    if !directive.tags.isEmpty { parts.append("tags=\(directive.tags.joined(separator: ","))") }
    return parts.joined(separator: "; ")
  }

  private func part(
    _ name: String, _ blocks: [Block], _ width: Int, _ ascii: Bool
  ) -> [[Cell]] {
    blocks.isEmpty
      ? [] : title(name) + indented(blocks.lines(width: max(8, width - 2), ascii: ascii))
  }

  private func title(_ name: String) -> [[Cell]] { [[], [Cell](name, Style(.accent, .bold))] }

  private func indented(_ lines: [[Cell]]) -> [[Cell]] {
    lines.map { [.blank, .blank] + $0 }
  }

  // MARK: Answers

  private func answers(_ posed: PresentedQuestion, _ width: Int, _ ascii: Bool) -> [[Cell]] {
    let drawn = posed.drawn
    var lines = title("answer" + (drawn.isEmpty ? "" : ", with \(drawn)"))
    let options = options(posed, width, ascii)
    let keys = keys(posed).flatMap { $0.wrapped(to: max(8, width - 2)) }
    lines += options.isEmpty ? indented(keys) : options
    // Of a recall the note is all that there is.
    if options.isEmpty, keys.isEmpty {
      lines += indented([[Cell]("what is told below; readers say how well they knew it", .muted)])
    }
    return lines
  }

  /// The options, each with what is said of it.
  private func options(_ posed: PresentedQuestion, _ width: Int, _ ascii: Bool) -> [[Cell]] {
    var picture = Picture()
    for (isRight, label, reason) in posed.form.reasons {
      let sign = isRight ? Sign.right : [.blank, .blank]
      picture.add(label, marker: [Cell]("  ") + sign, width: width, ascii: ascii)
      if !reason.isEmpty {
        picture.add(reason, marker: [Cell]("      ", .muted), width: width, ascii: ascii)
      }
    }
    guard !picture.lines.isEmpty, !posed.form.reasons.contains(where: \.isRight) else {
      return picture.lines
    }
    return picture.lines + indented([[Cell]("none of them is right", .muted)])
  }

  /// The key of each answer mark, and what else is taken as right.
  private func keys(_ posed: PresentedQuestion) -> [[Cell]] {
    guard let blanks = posed.form as? Blanks else {
      return posed.form.solution.isEmpty ? [] : [[Cell](posed.form.solution)]
    }
    return blanks.fields.map { field in
      [Cell](field.key.text, Style(.strong, .bold)) + [Cell](allowance(field.key), .muted)
    }
  }

  private func allowance(_ key: BlankKey) -> String {
    switch key {
    case .words(let words):
      return words.count > 1 ? "  or \(words.dropFirst().joined(separator: ", "))" : ""
    case .range: return "  both ends are right"
    case .numbers(_, let tolerance):
      return tolerance > 0 ? "  ± \(Value.scalar(tolerance).text)" : "  exactly"
    }
  }

  // MARK: Draws

  private func draw(_ seed: UInt64, _ width: Int, _ ascii: Bool) -> [[Cell]] {
    let name = "draw \(seed + 1)"
    do throws(ExpressionProblem) {
      let posed = try PresentedQuestion(question, seed: seed)
      if !question.isComputed, let failure = QuestionCheck.failure(of: question, seed: seed) {
        throw ExpressionProblem(failure)
      }
      // A heading with parameters in it is another one.
      let heading = Block(.paragraph([.strong(posed.heading)]))
      let isOther = !question.section.marks.indexes(in: question.section.heading.plainText).isEmpty
      let shown = (isOther ? [heading] : []) + posed.prompt
      // Of steps and options nothing else may be asked.
      return title(name + (posed.drawn.isEmpty ? "" : ": \(posed.drawn)"))
        + (shown.isEmpty
          ? [] : indented(shown.lines(width: max(8, width - 2), ascii: ascii)))
        + indented(
          posed.form is Blanks
            ? keys(posed) : [[Cell]("right: ", .muted) + [Cell](posed.form.solution)])
    } catch {
      return title(name)
        + indented([Cell](error.message, Style(.bad)).wrapped(to: max(8, width - 2)))
    }
  }
}

extension PresentedQuestion {
  /// What was drawn: `a = 2, q = [1, 3]`.
  var drawn: String {
    question.section.directive.parameters.compactMap { parameter in
      values[parameter.name].map { "\(parameter.name) = \($0.text)" }
    }.joined(separator: ", ")
  }
}
