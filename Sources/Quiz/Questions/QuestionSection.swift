import Basics
import Notes

/// A section of a lesson that is a question, split into what the kinds need.
package struct QuestionSection: Equatable, Sendable {
  /// What is wrong with a question of which it is not known how it is to be answered.
  static let noAnswer = "a question without an answer"

  package var heading: [Inline]
  package var directive = Directive()
  /// The line of the heading, counted from 1 in the lesson's text.
  package var line = 0
  /// What is asked, without hints, answers and explanation.
  package var prompt: [Block] = []
  /// What was asked when the question first had its identity, which outlives a change of words.
  var formerPrompt: String?
  package var hints: [[Block]] = []
  /// What is told after every answer.
  package var explanation: [Block] = []
  /// The block that is answered with, taken out of the prompt: options, or steps in their order.
  package var answers: Block?
  package var marks = Marks()
  /// Quotes and notes that would be told at another time than they are meant for.
  var misplaced: [Diagnostic] = []
  /// Where a matrix stands that looks like an answer mark; nil where none does, or nobody looked.
  var matrixPlace: Marks.Place?

  /// A question of these parts, as generation makes it.
  package init(
    heading: String, line: Int, prompt: [Block] = [], answers: Block? = nil,
    explanation: [Block], marks: Marks = Marks()
  ) {
    self.heading = [.text(heading)]
    self.line = line
    self.prompt = prompt
    self.answers = answers
    self.explanation = explanation
    self.marks = marks
  }

  /// The heading as it is listed, where no numbers are drawn: with the brackets that were written so that they are
  /// no marks, and with values as they are named.
  var shownHeading: [Inline] { heading.mapText(undrawn) }

  /// A text of it with its values as they are named.
  func undrawn(_ text: String) -> String {
    marks.fill(text) { index in
      switch marks.all[index] {
      case .literal(let text): text
      case .value(let source): "{{\(source)}}"
      case .blank: "____"
      }
    }
  }

  /// The parts of a section as it stands in a lesson; `blocks` are what follows its comment.
  init(
    heading: [Inline], line: Int, directive: Directive, blocks: [Block], marks: Marks,
    kinds: [any QuestionKind.Type]
  ) throws(Diagnostic) {
    self.heading = heading
    self.line = line
    self.directive = directive
    self.marks = marks
    for kind in kinds where answers == nil { answers = try kind.answers(in: blocks, marks) }
    var isAnswered = false
    // The line of a note that nothing stands in.
    var emptyNote = 0
    for block in blocks {
      switch block.kind {
      case _ where block == answers: isAnswered = true
      case .callout(let callout, _) where !Callout.isKnown(callout.name):
        misplaced.append(
          Diagnostic(
            line: block.line, "[!\(callout.name.uppercased())] is not an alert",
            remedy: "write [!NOTE] for what is told after the answer"))
      case .callout(let callout, _) where callout.name.lowercased() == "hint":
        misplaced.append(
          Diagnostic(
            line: block.line, column: 1, "[!HINT] would be told after the answer",
            remedy: "take it away: a plain quote before the answers is a hint; or write [!NOTE]"))
      case .callout(let callout, let inner):
        // All notes are told after the answer: none may show it before. Where nothing else answers, they do.
        if answers == nil, !blocks.hasBlank(marks) { isAnswered = true }
        if !callout.title.isEmpty {
          explanation.append(Block(.paragraph([.strong(callout.title)]), line: block.line))
        }
        explanation += inner
        if inner.isEmpty { emptyNote = block.line }
      case .quote(let inner):
        guard isAnswered else {
          hints.append(inner)
          continue
        }
        if emptyNote > 0, block.line == emptyNote + 2 {
          misplaced.append(
            Diagnostic(
              line: emptyNote + 1, column: 1, "an empty line parts this note from its text",
              remedy: "write > in this line, or take it away"))
          continue
        }
        misplaced.append(
          Diagnostic(
            line: block.line, column: 1, "a quote after the answers",
            remedy:
              "to tell it after the answer, write > [!NOTE] on a line above it; for the reason of "
              + "one option, indent it as far as the text of that; and a hint stands before the answers"
          ))
      default:
        if block.hasBlank(marks) { isAnswered = true }
        prompt.append(block)
      }
    }
  }

  /// What is asked as it is shown: a line between this question and the next one is no part of either.
  var asked: [Block] {
    let rules = prompt.reversed().prefix { $0.kind == .rule && $0.line > answers?.line ?? 0 }
    return Array(prompt.dropLast(rules.count))
  }

  /// The numbers of the answer marks, in order.
  package var blanks: [Int] {
    prompt.flatMap { marks.indexes(in: $0.plainText) }.filter { marks.all[$0].isBlank }
  }

  /// Whether it has an answer besides what its note tells: options or other items, or answer marks.
  var hasAnswers: Bool { answers != nil || !blanks.isEmpty }

  /// What to say where a matrix in the text looks like an answer mark, and whether that is a number with a
  /// comma for its point; nil where none does.
  var matrixProblem: (problem: Diagnostic, isDecimal: Bool)? {
    prompt.firstMatrix.map {
      if $0.contains("["), let right = MeantNumbers.asked($0) {
        let problem = Diagnostic(
          line: matrixPlace?.line ?? line, column: matrixPlace?.column ?? 0,
          "a matrix that asks nothing", remedy: "to ask for it, write \(right)")
        return (problem, false)
      }
      let ask = "to ask for a vector, write [[= [\($0)]]]"
      let parts = $0.split(separator: ",").map { $0.trimmed }
      let isDecimal =
        parts.count == 2 && !$0.contains(" ") && !parts[1].isEmpty
        && parts[0].drop { "-\u{2212}".contains($0) }.allSatisfy(\.isNumber)
        && parts[1].allSatisfy(\.isNumber)
      let problem = Diagnostic(
        line: matrixPlace?.line ?? line, column: matrixPlace?.column ?? 0,
        isDecimal ? "a comma makes a vector of a number" : "a matrix that asks nothing",
        remedy: isDecimal ? "write [[\(parts[0]).\(parts[1])]]; \(ask)" : ask)
      return (problem, isDecimal)
    }
  }

  /// Nobody answers more at once, and each is compared with the others.
  private static let mostAnswers = 500

  /// What to say of more answers than a question may have; nil where it has as many as it may.
  var tooMany: Diagnostic? {
    let count = max(blanks.count, answers?.list?.items.count ?? 0)
    guard count > Self.mostAnswers else { return nil }
    return Diagnostic(
      line: line, column: 1,
      "a question with \(count) answers, and \(Self.mostAnswers) are the most",
      remedy: "split it into several, each under a heading of its own")
  }

  /// What works here, and not everywhere.
  var warnings: [Diagnostic] {
    blanks.compactMap { index in
      guard let place = marks.place(of: index), place.isInTable,
        case .blank(let text) = marks.all[index], text.contains("|"),
        !place.text.contains("\\|")
      else { return nil }
      return Diagnostic(
        line: place.line, column: place.column,
        "a bar ends the cell of a table wherever else these notes are read",
        remedy: "write \(place.text.replacing("|", with: "\\|"))"
      ).warned
    }
  }

  /// An error at an answer mark; what is said of it may hold the key, so that it is all for the author.
  func problem(
    _ message: String, at mark: Int, called name: String = "an answer mark"
  ) -> Diagnostic {
    let place = marks.place(of: mark)
    return Diagnostic(
      line: place?.line ?? line, column: place?.column ?? 0, "\(name) cannot be read",
      remedy: message + FormulaSlips.remedy(marks.all[mark], directive.parameters, for: message))
  }

  /// What is wrong with the whole of it.
  func problem(_ fault: String, remedy: String) -> Diagnostic {
    Diagnostic(.error, line: line, fault, remedy: remedy)
  }
}
