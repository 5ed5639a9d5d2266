import Basics
import Notes
import Quiz
import Scheduling

/// How long reading and answering take, as far as that can be told beforehand.
enum StudyTime {
  private static let wordsAMinute = 150
  /// Before the log knows better.
  private static let usualSeconds = 20.0
  /// Whoever took longer was not answering all the while.
  private static let longestAnswer = 120_000

  /// Minutes for so many words.
  static func minutes(words: Int) -> Int { max(1, (words + wordsAMinute / 2) / wordsAMinute) }

  /// Seconds that an answer takes the reader, by the last answer to each of these questions.
  static func secondsAnAnswer(_ questions: [String], _ progress: Progress) -> Double {
    let took = questions.compactMap { progress.history.entries(of: $0).last?.duration }
      .filter { $0 > 0 }
    guard !took.isEmpty else { return usualSeconds }
    let total = took.reduce(0) { $0 + min($1, longestAnswer) }
    return max(3, Double(total) / Double(took.count) / 1000)
  }

  /// How long something took: `45 seconds`, `14 minutes`.
  static func spent(_ milliseconds: Int) -> String {
    milliseconds < 59_500
      ? counted(max(1, (milliseconds + 500) / 1000), "second")
      : counted((milliseconds + 30_000) / 60_000, "minute")
  }

  /// `about 14 minutes`.
  static func about(_ questions: Int, secondsEach: Double) -> String {
    "about " + counted(max(1, Int((Double(questions) * secondsEach / 60).rounded())), "minute")
  }
}

extension Library {
  /// Words of a lesson that are read; those of its questions are not. All are counted where the lesson is so
  /// long that taking it apart would be felt.
  func wordsToRead(_ id: LessonID) -> Int {
    if let lesson = self[id], lesson.range.count > 500_000 { return wordCount(of: id) }
    let blocks = markdown(of: id).blocks
    let questions = LessonQuestions(id, in: self).written.map(\.blocks)
    return blocks.indices.reduce(0) { count, index in
      questions.contains { $0.contains(index) }
        ? count : count + blocks[index].plainText.wordCount
    }
  }
}

extension String {
  /// Words between white space. They are counted by bytes, before the first screen shows: asking each
  /// character what it is takes longer than all else up to then.
  fileprivate var wordCount: Int {
    var text = self
    return text.withUTF8 { bytes in
      var count = 0
      var isInWord = false
      for byte in bytes {
        let isSpace = byte <= 0x20
        if !isSpace, !isInWord { count += 1 }
        isInWord = !isSpace
      }
      return count
    }
  }
}
