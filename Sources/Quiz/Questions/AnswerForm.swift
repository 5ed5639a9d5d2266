import Basics
import Notes
import TextUI

/// A question with its numbers, being answered: state that events change, graded by `verdict`.
package protocol AnswerForm: Sendable {
  /// The keys that mean something to it now.
  var keys: [Shortcut] { get }
  /// What is asked beside the section's own text: what was made for this time.
  var asked: [Block] { get }
  /// What is told of it after every answer, before the section's own explanation.
  var told: [Block] { get }
  /// The widget that shows what was made, with its inputs as notes write them.
  var figure: (widget: String, inputs: String)? { get }
  /// Whether the answer is typed.
  var isTyping: Bool { get }
  /// Whether a letter or digit is text of the answer now; others may be keys of the screen.
  func takes(_ character: Character) -> Bool
  /// Takes an event of answering; false where it means nothing here.
  mutating func update(_ event: Event) -> Bool
  /// A click on what has this number among the lines of the picture.
  mutating func choose(_ choice: Int)
  /// Takes a whole answer as one line; what is wrong with it, if anything.
  mutating func take(_ line: String) -> String?
  /// Why it cannot be graded yet, if so.
  var obstacle: String? { get }
  /// How good the answer is.
  var verdict: Verdict { get }
  /// The answer as it is stored.
  var answer: String { get }
  /// The right answer, as `take` takes it.
  var key: String { get }
  /// The right answer, as it is shown.
  var solution: String { get }
  /// What is chosen from, in the order shown; none where something is typed.
  var choices: [[Block]] { get }
  /// Why it has no single right answer, if so: options that look alike.
  var ambiguity: Advice? { get }
  /// What the plain mode asks the reader to type.
  func instruction(_ reveal: Reveal) -> String
  /// Whether the plain mode prints the picture with the question: what is chosen from, not an empty
  /// line to type into.
  var isPrinted: Bool { get }
  /// What a wrong answer is corrected with, where the picture alone does not say it.
  var correction: String? { get }
  /// Whether there is enough to choose from for a second try to be practice, and no coin toss.
  var offersRetry: Bool { get }
  /// What of it stands in the lesson, where nothing may give the answer away.
  var card: [Block] { get }
  /// What stands on a flash card's front, below the question.
  var front: [Block] { get }
  /// What stands on a flash card's back, above the explanation.
  var back: [Block] { get }
  /// The options that are right or wrong, in the order shown, and what is said of each: nothing, for
  /// some.
  var reasons: [(isRight: Bool, label: [Block], reason: [Block])] { get }
  /// What it shows.
  func picture(_ reveal: Reveal, width: Int, ascii: Bool) -> Picture
}

extension AnswerForm {
  package var asked: [Block] { [] }
  package var told: [Block] { [] }
  package var figure: (widget: String, inputs: String)? { nil }
  package var isTyping: Bool { false }
  package func takes(_ character: Character) -> Bool { false }
  package var choices: [[Block]] { [] }
  package var ambiguity: Advice? { nil }
  package var isPrinted: Bool { !isTyping }
  package var correction: String? { nil }
  package var offersRetry: Bool { true }
  package var card: [Block] { [] }
  package var reasons: [(isRight: Bool, label: [Block], reason: [Block])] { [] }
  package var front: [Block] { choices.isEmpty ? [] : [.list(of: choices, start: 1)] }
  package var back: [Block] {
    solution.isEmpty ? [] : [Block(.paragraph([.text(solution)]))]
  }
  package mutating func choose(_ choice: Int) {}
}

/// How much of the answer is shown.
package enum Reveal: Equatable, Sendable {
  /// Nothing yet.
  case nothing
  /// Whether what was answered is right, not what would have been.
  case marks
  /// Everything: what was answered and what is right.
  case all
  /// What is right alone, for nothing was answered.
  case solution
}

/// How good an answer is.
package struct Verdict: Equatable, Sendable {
  /// From 0, all wrong, to 1, right.
  package var credit: Double
  /// What is said of partial credit: `2 of 3 right`.
  package var part: String?
  /// What was forgiven, or how the answer was understood.
  package var remarks: [String] = []
  /// What the answer given would have meant, where it is wrong.
  package var reasons: [[Block]] = []
  /// Why what is right is so, where something else was chosen: it tells what is right.
  package var rightReasons: [[Block]] = []
  /// The first cell that is wrong, computed both ways: it tells what is right.
  package var wrongCell: WrongCell?

  package init(
    credit: Double, part: String? = nil, remarks: [String] = [], reasons: [[Block]] = [],
    rightReasons: [[Block]] = [], wrongCell: WrongCell? = nil
  ) {
    self.credit = credit
    self.part = part
    self.remarks = remarks
    self.reasons = reasons
    self.rightReasons = rightReasons
    self.wrongCell = wrongCell
  }

  /// Whether nothing is missing.
  package var isRight: Bool { credit >= 1 }
}

/// Lines that show a question, and where in them the reader stands.
package struct Picture: Sendable {
  package var lines: [[Cell]] = []
  /// The line on which the cursor stands, and its column.
  package var cursor: Point?
  /// For each line what a click there chooses.
  package var choices: [Int?] = []
  /// Groups of lines that may stand beside each other where there is room.
  package var beside: [[Range<Int>]] = []
  /// Lines on which several choices stand beside each other.
  package var sharedLines: [Int: [SharedLine]] = [:]

  /// The columns of a line that one of several choices takes.
  package struct SharedLine: Equatable, Sendable {
    var columns: Range<Int>
    var choice: Int
  }

  /// Nothing yet.
  package init() {}

  /// The lines of each choice, in their order.
  package var ranges: [Range<Int>] {
    var ranges: [Int: Range<Int>] = [:]
    for (line, choice) in choices.enumerated() {
      if let choice { ranges[choice] = (ranges[choice]?.lowerBound ?? line)..<line + 1 }
    }
    return ranges.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Adds lines, all choosing the same.
  package mutating func add(_ more: [[Cell]], choice: Int? = nil) {
    lines += more
    choices += [Int?](repeating: choice, count: more.count)
  }
}
