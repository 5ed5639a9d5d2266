import Basics
import Notes

extension Plan {
  /// What is asked where no schedule decides: all of the questions in cramming, and of a test so many that each
  /// chapter has its share; and what is said of it.
  static func rehearsal(
    _ scope: Scope, _ all: [Question], seed: UInt64
  ) -> (asked: [Question], words: String) {
    if all.isEmpty { return ([], "There is no question here.") }
    func drawn(_ questions: [Question]) -> [Question] {
      questions.map { ($0, $0.lot(seed)) }.sorted { $0.1 < $1.1 }.map(\.0)
    }
    switch scope.mode {
    case .schedule: return ([], "")
    case .placement:
      let most = Placement(all, atMost: scope.count, seed: seed).most
      return ([], "At most \(counted(most, "question")) find out where to start.")
    case .cram:
      let asked = mixed(Array(drawn(all).prefix(scope.count ?? all.count)), after: [])
      return (asked, "\(asked.count) to practise; the schedule stays as it is.")
    case .test:
      // What readers judge themselves has no score.
      let judged = drawn(all.filter { !$0.isSelfJudged })
      var chapters = Dictionary(grouping: judged, by: \.lesson.chapterStart)
      let order = chapters.keys.sorted()
      let count = min(scope.count ?? inATest, judged.count)
      var asked: [Question] = []
      while asked.count < count {
        for chapter in order where asked.count < count {
          if let next = chapters[chapter]?.popLast() { asked.append(next) }
        }
      }
      return (mixed(asked, after: []), "A test of \(asked.count).")
    }
  }
}
