import Notes
import Quiz
import Storage

/// `attend check --mint`: the one thing that writes into notes, and only when asked.
enum MintCommand {
  /// Gives identities in every file that lacks some; how many files changed. A question keeps what it is known by
  /// so far: answers under that may stand in any log, such as those of a class.
  static func run(_ library: Library, files: NoteFiles) throws(ReadProblem) -> Int {
    var taken = Set(QuestionBank(library).questions.map(\.id))
    var random = SystemRandomNumberGenerator()
    var changed = 0
    /// Of questions that are the same one keeps it.
    var kept: Set<String> = []
    for (index, document) in library.documents.enumerated() where !document.isNotebook {
      let unnamed = library.lessonIDs(inDocument: index).flatMap {
        LessonQuestions($0, in: library).unnamed
      }
      var ids: [Int: String?] = [:]
      for question in unnamed {
        ids[question.line] = question.id.flatMap { kept.insert($0).inserted ? $0 : nil }
      }
      guard let text = Minting.text(document.bytes, ids: ids, taken: &taken, using: &random)
      else { continue }
      do throws(StorageProblem) {
        try FileWriter.write(
          text, to: files.path(of: document.path), replacing: .exactly(document.bytes))
      } catch { throw ReadProblem(error.message) }
      changed += 1
    }
    return changed
  }
}
