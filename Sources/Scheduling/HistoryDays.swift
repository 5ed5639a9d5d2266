/// What was answered when.
extension History {
  /// The latest answer by the clock that was not taken back, and how many are of after a moment.
  package func answers(after moment: Int) -> (count: Int, latest: Entry?) {
    var (count, latest): (Int, Entry?) = (0, nil)
    for track in tracks {
      for entry in track.entries.reversed() where entry.grade != nil && !isVoided(entry.id) {
        if latest.map({ $0.time < entry.time }) ?? true { latest = entry }
        if entry.time <= moment { break }
        count += 1
      }
    }
    return (count, latest)
  }

  /// The questions with a row of after a moment.
  package func questionsTouched(after moment: Int) -> [String] {
    tracks.filter { max($0.entries.last?.time ?? 0, $0.acts.last?.time ?? 0) > moment }
      .flatMap { relatives(of: $0.question) }
  }

  /// The answers that count of one study day, by question.
  package func answers(on day: StudyDay) -> [String: [Entry]] {
    // No offset moves a day by more than one.
    let earliest = day.start(offset: 0) - 86_400_000
    var found: [String: [Entry]] = [:]
    for track in tracks {
      for entry in track.entries.reversed().prefix(while: { $0.time >= earliest })
      where entry.grade != nil && entry.day == day && counts(entry) {
        found[representative(of: track.question), default: []].append(entry)
      }
    }
    return found
  }
}
