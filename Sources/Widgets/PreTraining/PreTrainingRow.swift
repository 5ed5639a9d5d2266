import Lab
import TextUI

/// One row through a pre-trained model, place under place: what it reads, what it says, and which topic
/// its state tells.
struct PreTrainingRow: Sendable {
  private let reading: RowReading
  private let says: String
  private let when: String
  private let probe: String
  private let names: TokenNames

  init(_ reading: RowReading, _ parameters: PreTrainingWidget.Parameters, step: Int) {
    self.reading = reading
    says =
      switch parameters.objective {
      case .autoencoder: "the row again"
      case .none, .nextToken: "what comes next"
      }
    when = parameters.objective == .none ? "nothing learnt" : "after step \(step)"
    probe = "read by a probe of \(parameters.labels) labels"
    // Letters, as the rows of this task have them.
    names = TokenNames(.induction(symbols: 26, length: 1, periods: 1...1))
  }

  func lines(columns: Int, ascii: Bool) -> [[Cell]] {
    let example = ExampleRow(row: reading.row, said: reading.said, names: names)
    let rows = example.lines(columns: columns, rows: 3, ascii: ascii)
    let isWide = columns >= 24
    let gap = isWide && 7 + 2 * reading.topics.count <= columns ? " " : ""
    var topics = [Cell](isWide ? "topic".padded(to: 7) : "", .muted)
    for (index, topic) in reading.topics.enumerated() {
      topics.append(
        (index > 0 ? gap : "") + String(topic + 1),
        topic == reading.topic ? Style(.good, .bold) : .text)
    }
    let topic = "row of topic \(reading.topic + 1)"
    let heading =
      columns < 60
      ? "A new \(topic), \(when)" : "A \(topic), never read before, \(when); it says \(says)"
    let head = [Cell](heading, Style(.heading, .bold)).shortened(to: columns)
    // What the digits are stands beside them where there is room.
    guard topics.count + probe.count + 3 > columns else {
      return [head] + rows + [topics + [Cell]("   " + probe, .muted)]
    }
    return [head] + rows + [topics, [Cell](probe, .muted).shortened(to: columns)]
  }
}
