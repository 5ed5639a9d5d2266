import Notes
import Quiz
import Scheduling

/// What questions were when they were last seen.
package struct KnownQuestions: Equatable, Sendable {
  /// Those of the notes that are open.
  package var own: [KnownQuestion]
  /// Those of the same files that were seen where more or less of these notes was open.
  package var around: [KnownQuestion]
  /// Those that other notes have lost, where the open ones were never seen.
  package var others: [KnownQuestion]
  /// Those that other notes hold still, where the log has names by which they cannot be told from these.
  package var held: [KnownQuestion]
  /// The identities of questions that other files hold still.
  package var elsewhere: Set<String>

  package init(
    own: [KnownQuestion], around: [KnownQuestion] = [], others: [KnownQuestion] = [],
    held: [KnownQuestion] = [], elsewhere: Set<String> = []
  ) {
    self.own = own
    self.around = around
    self.others = others
    self.held = held
    self.elsewhere = elsewhere
  }

  /// Which of them those of the notes were.
  package func recognition(
    of bank: QuestionBank, in library: Library, _ progress: Progress
  ) -> Recognition {
    Recognition(
      bank, in: library, before: own + around, others: others, held: held, elsewhere: elsewhere,
      progress: progress)
  }
}
