import Notes
import Quiz
import Scheduling
import TextUI

/// The quiz line by line.
extension QuizScreen {
  mutating func choose(_ line: String, in world: World, now: Moment) -> [Effect]? {
    guard let session else { return nil }
    switch session.phase {
    case .confidence:
      guard let key = line.first, line.count == 1 else { return [.say("Type 1, 2, 3 or 4")] }
      return press(.character(key), .key(.character(key)), world, now)
    case .asking where session.posed?.question.isSelfJudged == true:
      return act(.answer, world, now)
    case .retry, .asking, .judging:
      if session.phase == .retry { self.session?.retry() }
      var problem: String?
      _ = self.session?.update { exercise in
        problem = exercise.take(line)
        return true
      }
      if let problem { return [.say(problem.sentence)] }
      return act(.answer, world, now)
    case .revealed: return [.say("Type next for the next question")]
    case .finished:
      guard let number = Int(line), readAgain.indices.contains(number - 1) else { return nil }
      return [.open(.lesson(readAgain[number - 1].lesson, .top))]
    }
  }

  var emptyLine: EmptyLine {
    switch session?.phase {
    case .revealed: .goesOn
    case .asking where session?.posed?.question.isSelfJudged == false, .judging: .isAnswer
    default: .nothing
    }
  }
  var isFinished: Bool { session?.phase == .finished }

  func selection(in world: World) -> String? {
    guard !isTyping, let row = body.cursor?.row else { return nil }
    return body.lines[row].plainText.trimmed
  }

  func transcript(in world: World) -> [String] {
    guard session != nil else { return ["", title(in: world)] }
    return QuizPicture(screen: self, width: 80, ascii: world.ascii, isPlain: true)
      .transcript(in: world)
  }
}
