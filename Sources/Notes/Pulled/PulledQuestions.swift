/// Questions in a file that is pulled in: they are asked where they stand, and what is pulled in elsewhere would
/// show their answers. More is left out rather than less.
struct PulledQuestions {
  /// Lines of a file without those of its questions; nil where there are none. A part of the file may begin
  /// below the comment that makes a question of it.
  static func leftOut(
    of lines: [ArraySlice<UInt8>], from file: [UInt8]
  ) -> [ArraySlice<UInt8>]? {
    guard QuizComment.mayStand(in: file) else { return nil }
    let all = file.split(separator: 0x0A, omittingEmptySubsequences: false)
    var questions = PulledQuestions(file, lines: all.count)
    questions.find()
    // By its bytes, as a line of a part may have lost what it is indented by.
    var isAsked = [Bool](repeating: false, count: file.count)
    for (number, line) in all.enumerated() where questions.isAsked[number] {
      for index in line.indices { isAsked[index] = true }
    }
    let left = lines.filter { $0.isEmpty || !isAsked[$0.startIndex] }
    return left.count < lines.count ? left : nil
  }

  private let file: QuestionSections
  private var isAsked: [Bool]

  private init(_ bytes: [UInt8], lines count: Int) {
    file = QuestionSections(bytes)
    isAsked = [Bool](repeating: false, count: max(count, file.lines.count))
  }

  /// A question whose sections below it may hold its answers too.
  private struct Question {
    var level: Int
    var isAnswered: Bool
    /// Whether nothing stands below its comment: then the next heading may be its own.
    var isBare: Bool
  }

  private mutating func find() {
    var question: Question?
    for (index, section) in file.all.enumerated() {
      guard let comment = section.comment else {
        question = question.flatMap { follow($0, with: section) }
        continue
      }
      // What stands above a comment that is not right below a heading may be answers too.
      let isAbove = section.answer.map { $0 < comment.lowerBound } ?? false
      let first = section.lines.lowerBound + (section.level > 0 ? 1 : 0)
      let isBelowHeading = file.lines[min(first, comment.lowerBound)..<comment.lowerBound]
        .allSatisfy { $0.trimmedBytes.isEmpty }
      let isBare = section.last <= comment.upperBound
      question = Question(
        level: section.level, isAnswered: section.answer.map { $0 != comment.lowerBound } ?? false,
        isBare: isBare)
      // One whose answers follow where it is pulled in shows none itself.
      if isBare, !isAbove, index + 1 == file.all.count { continue }
      let start =
        isAbove || isBelowHeading ? section.lines.lowerBound : comment.lowerBound
      leaveOut(start..<section.lines.upperBound)
    }
  }

  /// Leaves a section without a comment out where it holds what the question above it asks for; the question
  /// as it goes on then, nil where it is over.
  private mutating func follow(_ question: Question, with section: QuestionSections.Section)
    -> Question?
  {
    var question = question
    let isInside = section.level > question.level
    if question.isBare {
      leaveOut(section.lines)
      return Question(
        level: section.level, isAnswered: section.answer != nil, isBare: false)
    }
    if question.isAnswered ? isInside && section.hasKeys : section.answer != nil {
      leaveOut(section.lines)
      question.isAnswered = true
    }
    return isInside || question.isAnswered && section.answer != nil ? question : nil
  }

  private mutating func leaveOut(_ lines: Range<Int>) {
    for line in lines { isAsked[line] = true }
  }
}
